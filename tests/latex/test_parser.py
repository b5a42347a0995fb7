r"""Formulas the reader takes, and that each has exactly the tree that it says."""

from __future__ import annotations

import pytest

from symcheck.errors import InputError
from symcheck.latex.parser import parse
from symcheck.latex.printer import to_latex
from symcheck.latex.tree import places
from tests.latex.paper import SAMPLES, Sample, outline, written
from tests.latex.paper_notation import NOTATION


@pytest.mark.parametrize("sample", SAMPLES, ids=[s.place for s in SAMPLES])
def test_paper(sample: Sample) -> None:
    formula = parse(sample.latex, NOTATION)
    assert outline(formula) == sample.tree
    assert parse(to_latex(formula, NOTATION), NOTATION) == formula
    assert parse(to_latex(formula, NOTATION, rows=True), NOTATION) == formula


TREES = [
    # spellings of one symbol
    (r"n^*", "n*"),
    (r"{n^{*}}", "n*"),
    (r"{{n^*}}", "n*"),
    (r"{n}^{*}", "n*"),
    (r"n^{{*}}", "n*"),
    (r"n ^ { * }", "n*"),
    (r"C_{\operatorname{train}}^{*}", "C*_train"),
    (r"C^*_{\operatorname {train}}", "C*_train"),
    (r"F'", "F'"),
    (r"\hat\gamma", "gamma_hat"),
    (r"c_\inf", "c_inf"),
    (r"q_*^2", "(pow q_* 2)"),
    (r"q^2_*", "(pow q_* 2)"),
    (r"{n^{*}}^{2}", "(pow n* 2)"),
    (r"a^n", "(pow a n)"),
    (r"a^\alpha", "(pow a alpha)"),
    (r"n^{n^{*}}", "(pow n n*)"),
    (r"n^{n^*}", "(pow n n*)"),
    # application and product
    (r"q(n)", "(call:q n)"),
    (r"q\cdot(n)", "(mul q n)"),
    (r"E(n)", "(mul E n)"),
    (r"p(t)", "(mul p t)"),
    (r"q[n]", "(mul q n)"),
    (r"p\left(t,q\right)t", "(mul (call:p t q) t)"),
    (r"{t^{*}}(n,d)", "(call:t* n d)"),
    (r"t^{*}(n+d)", "(mul t* (add n d))"),
    (r"f(a)^{2}", "(pow (call:f a) 2)"),
    (r"f(a)(b)", "(mul (call:f a) b)"),
    (r"f''(a)", "(prime:2 (call:f a))"),
    (r"f^{\prime}(a)^{2}", "(pow (prime:1 (call:f a)) 2)"),
    (r"f_{\gamma}^{\prime}(q)", "(prime:1 (call:f_gamma gamma q))"),
    (r"f_{0}(q)", "(call:f_0 q)"),
    (r"f_0(q)", "(call:f_0 q)"),
    (r"f_{2}(q)", "(call:f_gamma 2 q)"),
    (r"f_{-1}(q)", "(call:f_m1 q)"),
    (r"f_{(0)}(q)", "(call:f_gamma 0 q)"),
    (r"(f\circ q)(n)^{2}", "(pow (composite:f q n) 2)"),
    (r"(f\circ q)''(n)", "(prime:2 (composite:f q n))"),
    (r"(f\circ f_0\circ q)(n)", "(composite:f f_0 q n)"),
    # signs, sums and products are flat where they are written so
    (r"a-b+c_{\inf}", "(add a (neg b) c_inf)"),
    (r"a-(b+n)", "(add a (neg (add b n)))"),
    (r"(a+b)+n", "(add (add a b) n)"),
    (r"-ab", "(neg (mul a b))"),
    (r"(-a)b", "(mul (neg a) b)"),
    (r"-(-a)", "(neg (neg a))"),
    (r"a(bn)", "(mul a (mul b n))"),
    (r"-a^{2}", "(neg (pow a 2))"),
    (r"-a/b", "(neg (div a b))"),
    (r"2\times 3", "(mul 2 3)"),
    (r"a\mathrel{-}b", "(add a (neg b))"),
    (r"6nd/E", "(div (mul 6 n d) E)"),
    (r"a/b+n", "(add (div a b) n)"),
    (r"2\cdot\frac{1}{2}", "(mul 2 (div 1 2))"),
    (r"2\frac{1}{a}", "(mul 2 (div 1 a))"),
    (r"\dfrac{a}{b}", "(div a b)"),
    (r"2^{3}\frac{1}{2}", "(mul (pow 2 3) (div 1 2))"),
    # numbers
    (r"0.30", "0.30"),
    (r".7622", ".7622"),
    (r"1.37^{t}", "(pow 1.37 t)"),
    (r"2", "2"),
    (r"2.", "2"),
    (r"0", "0"),
    # functions with names of their own
    (r"\ln n", "(log n)"),
    (r"\ln n^{2}", "(log (pow n 2))"),
    (r"\ln\frac{a}{b}", "(log (div a b))"),
    (r"\ln f(a)", "(log (call:f a))"),
    (r"\ln(a)b", "(mul (log a) b)"),
    (r"\ln(a)/b", "(div (log a) b)"),
    (r"a\ln\ln n", "(mul a (log (log n)))"),
    (r"\ln\left[a\right]", "(log a)"),
    (r"\exp(-a)", "(exp (neg a))"),
    (r"e^{x}", "(pow e x)"),
    (r"\left|a-b\right|^{2}", "(pow (abs (add a (neg b))) 2)"),
    (r"\lvert a\rvert b", "(mul (abs a) b)"),
    (r"\max(a,b,n)", "(max a b n)"),
    (r"\min\{a,b\}", "(min a b)"),
    (r"\sqrt{3^{t}}", "(sqrt (pow 3 t))"),
    (r"\max_{t\geq 0}at", "(maxover:t (mul a t) 0)"),
    (r"a\max_{t\ge 0}t", "(mul a (maxover:t t 0))"),
    (r"(\max_{t\geq 0}t)+1", "(add (maxover:t t 0) 1)"),
    # calculus
    (r"\int_0^1x+1\,\mathrm{d}x", "(integral:x (add x 1) 0 1)"),
    (r"\int^{1}_{0}x\mathrm{d}x", "(integral:x x 0 1)"),
    (r"a\int_0^1\int_0^x t\,\mathrm{d}t\,\mathrm{d}x+b", "(add (mul a (integral:x (integral:t t 0 x) 0 1)) b)"),
    (r"\int_0^1\frac{\mathrm{d}a}{b}\,\mathrm{d}x", "(integral:x (div (differential a) b) 0 1)"),
    (r"\int_0^1\ln x\,\mathrm{d}x", "(integral:x (log x) 0 1)"),
    (r"\mathrm{d}n^{2}", "(differential (pow n 2))"),
    (r"\mathrm{d}x\,\mathrm{d}t", "(mul (differential x) (differential t))"),
    (r"\mathrm{d}x\cdot t", "(mul (differential x) t)"),
    (r"\mathrm{d}a/\mathrm{d}b", "(div (differential a) (differential b))"),
    (r"\partial f(x)/\partial x+1", "(add (partial:x (call:f x)) 1)"),
    (r"a\frac{\partial f(a/x)}{\partial x}b", "(mul a (partial:x (call:f (div a x))) b)"),
    (r"\left[x^{2}\right]_{x=1}^{q}", "(bracket:x (pow x 2) 1 q)"),
    (r"2[x]^q_{x=1}", "(mul 2 (bracket:x x 1 q))"),
    (r"[x]^{2}", "(pow x 2)"),
    (r"-ax\Big]_{x=1}^{2}+b", "(add (bracket:x (neg (mul a x)) 1 2) b)"),
    # braces under summands
    (r"\underbrace{a}_{T_{1}}\underbrace{b}_{T_2}", "(mul (label:T_{1} a) (label:T_{2} b))"),
    (r"\underbrace{a}_{T_{1}}\underbrace{-b}_{T_2}", "(add (label:T_{1} a) (label:T_{2} (neg b)))"),
    (r"a+\underbrace{-b+n}_{\text{both  terms}}", r"(add a (label:\text{both terms} (add (neg b) n)))"),
]


@pytest.mark.parametrize(("latex", "tree"), TREES, ids=[latex for latex, _ in TREES])
def test_expressions(latex: str, tree: str) -> None:
    formula = parse(latex, NOTATION)
    assert written(formula.term()) == tree
    assert parse(to_latex(formula, NOTATION), NOTATION) == formula


FORMULAS = [
    (r"a<b\le n\neq 2>x\geq t", "a\n  lt b\n  le n\n  ne 2\n  gt x\n  ge t"),
    (r"a:=b\approx.5\propto n\lesssim d", "a\n  def b\n  approx .5\n  propto n\n  lesssim d"),
    (r"a=b\Rightarrow n=d\Longleftrightarrow t=x", "a\n  eq b\nimplies\nn\n  eq d\niff\nt\n  eq x"),
    (r"a=b,\quad n=d", "a\n  eq b\nand\nn\n  eq d"),
    (r"a=b\quad\text{and}\quad n=d.", "a\n  eq b\nand\nn\n  eq d"),
    (r"a=b,\implies n=d", "a\n  eq b\nimplies\nn\n  eq d"),
    (r"a\quad=\quad b\quad", "a\n  eq b"),
    (r"n,d\geq 0", "(tuple n d)\n  ge 0"),
    ("a % = 2\n = b % + 1", "a\n  eq b"),
    (r"\begin{align*}a&=b,\\ n&=d\end{align*}", "a\n  eq b\nand\nn\n  eq d"),
    (r"\begin{aligned}a&=b\\[2pt]&\leq n\\\iff n&=d\implies\\t&=x\end{aligned}.",
     "a\n  eq b\n  le n\niff\nn\n  eq d\nimplies\nt\n  eq x"),
    (r"\begin{aligned}a\end{aligned}", "a"),
]  # fmt: skip


@pytest.mark.parametrize(("latex", "tree"), FORMULAS, ids=[latex for latex, _ in FORMULAS])
def test_relations(latex: str, tree: str) -> None:
    formula = parse(latex, NOTATION)
    assert outline(formula) == tree
    assert parse(to_latex(formula, NOTATION), NOTATION) == formula
    assert parse(to_latex(formula, NOTATION, rows=True), NOTATION) == formula


def test_error_points_into_the_file() -> None:
    with pytest.raises(InputError) as caught:
        parse("a=\n  b+z", NOTATION, file="paper.tex", line=40, column=7)
    assert str(caught.value) == "paper.tex:41:5: undeclared symbol 'z'"
    with pytest.raises(InputError) as caught:
        parse("a=z", NOTATION, file="paper.tex", line=40, column=7)
    assert str(caught.value) == "paper.tex:40:9: undeclared symbol 'z'"


def test_decimals_keep_their_digits() -> None:
    term = parse("0.30", NOTATION).term()
    assert (str(term.value), places(term), term.head) == ("3/10", 2, "decimal")
    assert places(parse("30", NOTATION).term()) == 0


def test_formula_is_not_an_expression() -> None:
    with pytest.raises(ValueError, match="not one expression"):
        parse("a=b", NOTATION).term()
