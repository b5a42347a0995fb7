r"""Terms that no paper printed: numbers of every kind, derivatives, undeclared names, and the fewest brackets."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symcheck.kernel.term import Term, add, call, deriv, div, mul, neg, num, power, sub, sym
from symcheck.latex.notation import Function, Notation, Symbol
from symcheck.latex.parser import parse
from symcheck.latex.printer import to_latex
from tests.latex.paper_notation import NOTATION

A, B, N, Q = sym("a"), sym("b"), sym("n"), sym("q")
STAR = sym("n*")

PRINTED = [
    (num("3/4"), r"\frac{3}{4}"),
    (num(-2), "-2"),
    (num("-1/2"), r"-\frac{1}{2}"),
    (mul(num(-2), A), "(-2)a"),
    (mul(A, num(2)), r"a\cdot2"),
    (mul(num(2), num("1/2")), r"2\cdot\frac{1}{2}"),
    (power(A, num("-1/2")), "a^{-1/2}"),
    (power(num("1/2"), A), r"\left(\frac{1}{2}\right)^{a}"),
    (power(num(-1), A), "(-1)^{a}"),
    (add(A, num(-1)), "a-1"),
    (sub(A, num(-1)), "a-(-1)"),
    (sub(A, sub(B, N)), "a-(b-n)"),
    (mul(A, add(B, N), A), "a(b+n)a"),
    (mul(Q, add(B, N)), r"q\cdot(b+n)"),
    (mul(power(Q, num(2)), add(B, N)), r"q^{2}\cdot(b+n)"),
    (mul(sym("alpha"), N), r"\alpha n"),
    (power(STAR, num(2)), "(n^{*})^{2}"),
    (power(A, div(num(1), add(num(1), mul(A, B)))), "a^{1/(1+ab)}"),
    (power(A, div(add(A, B), N)), r"a^{\frac{a+b}{n}}"),
    (div(A, B), r"\frac{a}{b}"),
    (power(call("f", A), num(2)), "f(a)^{2}"),
    (call("f_gamma", num(0), Q), "f_{(0)}(q)"),
    (call("f_gamma", sym("gamma"), Q), r"f_{\gamma}(q)"),
    (Term("min", (div(A, B), N)), r"\min\left\{\frac{a}{b}, n\right\}"),
    (deriv(call("pi", N), "n", N), r"\frac{\partial}{\partial n}\pi(n)"),
    (deriv(call("pi", N), "n", STAR), r"\left.\frac{\partial}{\partial n}\pi(n)\right|_{n=n^{*}}"),
    (add(deriv(A, "n", N), B), r"\left(\frac{\partial}{\partial n}a\right)+b"),
    (add(deriv(A, "n", B), B), r"\left.\frac{\partial}{\partial n}a\right|_{n=b}+b"),
    (Term("sup", (add(A, B), num(0)), "a"), r"\max_{a\geq 0}(a+b)"),
    # names that nobody declared
    (sym("K1"), "K_{1}"),
    (sym("x_max"), r"x_{\operatorname{max}}"),
    (sym("lambda*"), r"\lambda^{*}"),
    (sym("y''"), r"y^{\prime\prime}"),
    (sym("d'n"), r"\operatorname{d-n}"),
    (call("g", A), "g(a)"),
    (call("slack"), r"\operatorname{slack}"),
]


@pytest.mark.parametrize(("term", "latex"), PRINTED, ids=[latex for _, latex in PRINTED])
def test_printed(term: Term, latex: str) -> None:
    assert to_latex(term, NOTATION) == latex


@pytest.mark.parametrize("value", [Fraction(3, 4), Fraction(-3, 4), Fraction(-7)])
def test_numbers_are_read_as_written(value: Fraction) -> None:
    top, bottom = num(abs(value.numerator)), num(value.denominator)
    size = top if bottom == num(1) else div(top, bottom)
    term = parse(to_latex(mul(A, num(value)), NOTATION), NOTATION).term()
    assert term == mul(A, neg(size) if value < 0 else size)


def test_undeclared_never_looks_declared() -> None:
    notation = Notation([Symbol("K_{1}", "capital")])
    assert to_latex(sym("K1"), notation) == r"\operatorname{K1}"


def test_superscript_that_is_a_name() -> None:
    notation = Notation([Symbol("C", "C"), Symbol("C^{k}", "C_k"), Symbol("k", "k")])
    term = power(sym("C"), sym("k"))
    assert to_latex(term, notation) == "(C)^{k}"
    assert parse("(C)^{k}", notation).term() == term
    assert parse("C^k", notation).term() == sym("C_k")


def test_decorated_function_with_prime() -> None:
    notation = Notation([Symbol("n", "n")], [Function("t^{*}", "t*")])
    term = Term("prime", (call("t*", sym("n")),), "1")
    assert to_latex(term, notation) == r"{t^{*}}^{\prime}(n)"
    assert parse(r"{t^{*}}'(n)", notation).term() == term


def test_rows() -> None:
    formula = parse(r"a=b\leq n\implies t,d>x", NOTATION)
    assert to_latex(formula, NOTATION, rows=True) == (
        "\\begin{aligned}\na&=b\\\\\n&\\leq n\\\\\n\\implies t, d&>x\n\\end{aligned}"
    )
