"""What fits together and what does not, by rule, in the notation of a firm; each reject is a near miss of an accept."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symcheck.kernel.term import ARITY, Term
from symcheck.latex.notation import Function, Notation, Symbol
from symcheck.latex.parser import parse
from symcheck.latex.tree import SURFACE
from symcheck.units.check import RULES, Checker
from symcheck.units.setting import Setting, Unchecked
from symcheck.units.table import Passage, UnitTable

SYMBOLS = [
    ("n", "parameters"), ("d", "tokens"), ("t", "tokens"), ("q", "quality"), ("x", ""), ("k", "parameters"),
    (r"\omega", "$/token"), (r"\delta", "$/token^2"), ("E", "FLOPs/$"), ("C", "$"), ("p", "$/FLOP"),
    ("a", "quality*parameters^(-alpha)"), ("b", "quality*tokens^(-beta)"),
    (r"\rho", "tokens*parameters^(-alpha/beta)"), (r"\alpha", ""), (r"\beta", ""), (r"\gamma", ""), ("e", ""),
    ("T_{1}", "tokens"), ("n^{*}", "parameters"), ("d^{*}", "tokens"),
]  # fmt: skip
FUNCTIONS = [
    Function("f", "f"), Function("g", "g", (1, 2)), Function("h", "h"), Function("Q", "Q"), Function("O", "O"),
    Function(r"\Theta", "Theta"),
]  # fmt: skip


def name(latex: str) -> str:
    return re.sub(r"[\\{}^]", "", latex)


def notation(symbols: list[tuple[str, str]]) -> Notation:
    return Notation([Symbol(s, name(s), "constant" if s == "e" else "positive", u) for s, u in symbols], FUNCTIONS)


def table() -> UnitTable:
    return UnitTable(
        notation(SYMBOLS),
        bases=("parameters", "tokens", "$", "quality"),
        names={"token": "tokens", "FLOPs": "parameters*tokens", "FLOP": "FLOPs"},
        free=("quality",),
        functions={"f": (("quality",), ""), "g": (("parameters", "tokens"), "$"), "Q": (("parameters",), "quality")},
        constants=("omega", "delta"),
    )


def checked(formula: str, *fixed: str, of: UnitTable | None = None, equal: tuple[tuple[str, str], ...] = ()) -> Checker:
    used = of or table()
    checker = Checker(Setting(used, Passage((), equal=equal), used.notation, frozenset(fixed)))
    checker.formula(parse(formula, used.notation))
    return checker


ACCEPTED = [
    # sums, relations, 0
    "n+k=n", "n>0", "0<n", "n+0=k", r"\omega t-\delta t^{2}=C", "-n<k", r"\left|n-k\right|\leq n",
    # products, quotients, FLOPs as parameters times tokens
    "C=6nd/E", "p=1/E", r"C=\frac{6nd+2nt}{E}", r"\omega=\delta t+\frac{2n}{E}", "n=k=n",
    # powers
    r"q=an^{\alpha}", r"d=\rho n^{\alpha/\beta}", r"d=\left(\frac{a}{b}\right)^{1/\beta}n^{\alpha/\beta}",
    r"\sqrt{n^{2}}=n", r"\left(\frac{n}{k}\right)^{n/k}=2", r"x^{x}=3", r"1.37^{x}=x", r"n^{0}=1",
    r"n^{\alpha\cdot\frac{1}{\alpha}-1}=1", r"n^{2\alpha}=n^{\alpha}n^{\alpha}", r"(n^{\alpha})^{1/\alpha}=n",
    r"n^{(1+\alpha)^{2}}=n^{1+2\alpha+\alpha^{2}}", "n^{.5}=\\sqrt{n}",
    # logarithms and exponentials
    r"x=\ln\left(\frac{n}{k}\right)", r"x=\ln(n)-\ln(k)", r"x=\alpha\ln(x)", r"\exp(\ln(n))=k", r"e^{\ln(n)}=n",
    r"\exp(\alpha\ln(n))=n^{\alpha}", r"\frac{\partial\ln(q)}{\partial q}=\frac{1}{q}",
    r"\ln(n)+\ln(d)=\ln(nd)", r"-\ln(n)=\ln\left(\frac{1}{n}\right)", r"\frac{\ln(n)}{\alpha}=\ln(n^{1/\alpha})",
    r"\ln(n)\leq\ln(k)", r"\mathrm{d}\ln(an^{\alpha})=\frac{\alpha}{n}\mathrm{d}n+\frac{\mathrm{d}a}{a}",
    # functions
    r"C=\omega t\cdot f(q)", "C=g(n)", "C=g(n,d)", r"(f\circ Q)(n)=x", r"(f\circ Q)^{\prime}(n)=\frac{1}{n}",
    r"f^{\prime}(q)=\frac{1}{q}", r"f^{\prime\prime}(q)q^{2}=1", "f(0)=x",
    # calculus
    r"\frac{\partial g(n,d)}{\partial n}=\frac{C}{n}", r"\mathrm{d}n=k",
    r"\int_{n}^{k}\frac{C}{n^{2}}\,\mathrm{d}n=\frac{C}{k}",
    r"\int_{0}^{q}\frac{1}{q}\,\mathrm{d}q=f(q)", r"[\ln(n)]_{n=k}^{2k}=x", r"\max_{t\geq 0}\omega t=C",
    # minimum, maximum, labels, lists
    r"\min\{an^{\alpha},bd^{\beta}\}=q", r"\max\{n,k,0\}=n", r"\underbrace{d+t}_{T_{1}}=d",
    r"\underbrace{n}_{\text{size}}=n",
    "n,k>0", r"n,d=\operatorname*{argmax}_{n,d}g(n,d)",
    # up to a factor
    r"n\propto d", r"n,d\lesssim E^{1.43}", "C=O(d)", r"C=\Theta\left(\frac{nd}{E}\right)", r"d=O(C)=O(1)",
    r"n=O(n)", r"n=O\left(\left(\frac{aE}{\rho}\right)^{1/(1+\alpha/\beta-\alpha)}\right)",
]  # fmt: skip
"""Consistent where quality is a pure number."""

REJECTED = [
    "n+d=n", "n>1", "1>n", "n=d", r"\omega t-\delta t=C", r"\left|n-1\right|\leq n",
    "C=6nd", "p=E", r"C=\frac{6n+2nt}{E}", r"\omega=\delta t+2nE", "n=k=n^{2}",
    r"q=an", r"q=an^{-\alpha}", r"d=\rho n^{\beta/\alpha}", r"d=\left(\frac{a}{b}\right)^{1/\alpha}n^{\alpha/\beta}",
    r"\sqrt{n}=n", r"\left(\frac{n}{k}\right)^{n}=2", r"x^{d}=3", "1.37^{t}=x", r"n^{1}=1",
    r"n^{\alpha\cdot\frac{1}{\alpha}}=1", r"n^{\alpha^{2}}=n^{\alpha}n^{\alpha}", r"(n^{\alpha})^{\alpha}=n",
    r"n^{(1+\alpha)^{2}}=n^{1+\alpha^{2}}", r"n^{2-\alpha}=n", r"n^{-\alpha\gamma-2}\leq n^{-\alpha\gamma-1}",
    "n^{.51}=\\sqrt{n}",
    r"x=\ln(n)", r"x=\ln(n)+\ln(k)", r"x=\alpha\ln(n)", r"\exp(n)=k", r"e^{n}=n", r"\exp(\ln(n))=d",
    r"\exp(\alpha\ln(n))=n", r"\frac{\partial\ln(n)}{\partial n}=n", r"\ln(n)+\ln(d)=\ln(n+k)",
    r"-\ln(n)=\ln(n)", r"\frac{\ln(n)}{\alpha}=\ln(n^{\alpha})", r"\ln(n)\leq\ln(d)", r"C\ln(n)=C",
    r"\omega(\ln(a)+\alpha)=\omega", r"(\ln(n))^{2}=x", r"\ln(\ln(n))=x", r"\ln(n)\ln(k)=x", r"\frac{1}{\ln(n)}=x",
    r"\sqrt{\ln(n)}=x", r"\left|\ln(n)\right|=x", r"x^{\ln(n)}=x", r"x\propto\ln(n)", r"O(\ln(n))=x",
    r"\ln(n)\cdot x^{x}=x",
    r"C=\omega\cdot f(q)", "C=g(d)", "C=g(n,n)", r"(f\circ Q)(d)=x", r"(f\circ Q)^{\prime}(n)=x",
    r"f^{\prime}(q)=n", r"f^{\prime\prime}(q)q^{2}=n", "f(n)=x", r"f(\ln(n))=x", r"\omega=f(q)",
    r"\frac{\partial g(n,d)}{\partial n}=C", r"\mathrm{d}n=1", r"\int_{n}^{k}C\,\mathrm{d}n=\frac{C}{k}",
    r"\int_{1}^{n}\frac{1}{n}\,\mathrm{d}n=x", r"\int_{n}^{d}\frac{1}{n}\,\mathrm{d}n=x",
    r"\int_{n}^{k}\ln(n)\,\mathrm{d}n=n",
    r"[\ln(n)]_{n=1}^{2k}=x", r"\max_{t\geq 1}\omega t=C", r"\max_{t\geq 0}\omega t=\omega",
    r"\min\{an,bd\}=q", r"\max\{n,k,1\}=n", r"\underbrace{n}_{T_{1}}=n",
    "n,d>k", r"d,n=\operatorname*{argmax}_{n,d}g(n,d)", r"n,d=\operatorname*{argmax}_{n,d}g(d,n)",
    "n=O(d)", r"C=\Theta\left(nd\right)", r"n=O\left(\frac{aE}{\rho}\right)", r"n+O(d)=n",
    r"C+O(C)+d=C", r"O(C)+C+d=C", r"d=O(C)=O(n)",
    r"n\propto(k+d)", r"n=d\implies n=k", r"n=k\iff n=d",
]  # fmt: skip
"""Not consistent, even where quality is a pure number."""


@pytest.mark.parametrize("formula", ACCEPTED)
def test_accepted(formula: str) -> None:
    assert not checked(formula, "quality").issues


@pytest.mark.parametrize("formula", REJECTED)
def test_rejected(formula: str) -> None:
    assert checked(formula, "quality").issues


@pytest.mark.parametrize(
    "formula",
    ["x=1-q^{-\\gamma}", r"f(q)=\ln(q)", r"x=\int_{1}^{q}\frac{1}{q}\,\mathrm{d}q", r"x=\alpha\ln n+\ln a", "q>1"],
)
def test_quality_has_to_be_a_pure_number(formula: str) -> None:
    assert checked(formula).issues
    assert not checked(formula, "quality").issues


@pytest.mark.parametrize("formula", [r"q=an^{\alpha}", r"C=\omega t\cdot f(q)", r"\mathrm{d}\ln(q)=x", r"q\geq 0"])
def test_quality_may_have_a_unit(formula: str) -> None:
    assert not checked(formula).issues


def test_each_fault_is_said_once_with_what_its_parts_carry() -> None:
    found = checked(r"\frac{n+k+d}{E}\leq\omega")
    assert [(issue.what, [unit for _, unit in issue.sides]) for issue in found.issues] == [
        ("The summands differ", ["parameters", "parameters", "tokens"])
    ]


def test_equal_exponents_are_equal_where_a_passage_says_so() -> None:
    assert checked(r"d=\rho n").issues
    assert not checked(r"d=\rho n", equal=(("beta", "alpha"),)).issues
    assert checked(r"d=\rho n^{2}", equal=(("beta", "alpha"),)).issues


def test_the_power_of_a_bound_that_fits_is_named() -> None:
    issue = checked(r"n=O\left(\frac{aE}{\rho}\right)", "quality", equal=(("beta", "alpha"),)).issues[0]
    assert "parameters^(α − 1) is left over" in issue.hint
    assert "only that to (1/(2 − α)) fits" in issue.hint
    assert "fits" not in checked(r"d=O(aE)", "quality", equal=(("beta", "alpha"),)).issues[0].hint


def test_what_a_hidden_factor_carries_is_said() -> None:
    assert checked(r"n\propto d").hidden == [r"the factor hidden in $\propto$ carries parameters/tokens"]
    assert checked("C=O(d)").hidden == [r"the factor hidden in O or Θ carries \$/tokens"]
    assert checked(r"C\propto C").hidden == []


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("n^{f(q)}=n", "depends on the value of its exponent"),
        ("h(n)=n", "no units are declared for the function h"),
        ("n,k=\\operatorname*{argmax}_{n,d,t}g(n,d)", "different lengths"),
        (r"\frac{\partial\ln(n^{x})}{\partial x}=x", "depends on x"),
    ],
)
def test_what_cannot_be_checked_is_not_passed(formula: str, reason: str) -> None:
    with pytest.raises(Unchecked, match=reason):
        checked(formula)


@pytest.mark.parametrize(
    ("head", "argument", "fine"),
    [("sin", r"\frac{n}{k}", True), ("sin", "n", False), ("floor", "x", True), ("floor", "n", False),
     ("atan", "0", True), ("gamma", r"\ln(n)", False), ("sign", "n", True), ("sign", r"\ln(n)", False)],
)  # fmt: skip
def test_functions_of_pure_numbers(head: str, argument: str, fine: bool) -> None:
    used = table()
    checker = Checker(Setting(used, Passage(()), used.notation))
    assert bool(checker.of(Term(head, (parse(argument, used.notation).term(),)))) == fine
    assert bool(checker.issues) != fine


def test_every_head_that_is_printed_has_a_rule() -> None:
    never_printed, sides = {"deriv", "sup", "sum", "limit"}, {"tuple", "argmax"}
    assert RULES.keys() == (SURFACE | ARITY.keys() | {"num", "sym"}) - never_printed - sides


def _renamed(text: str) -> str:
    return re.sub(r"tokens?|parameters?", lambda word: {"t": "metres", "p": "seconds"}[word[0][0]], text)


@pytest.mark.parametrize("formula", [*ACCEPTED, *REJECTED])
def test_the_names_of_units_do_not_matter(formula: str) -> None:
    other = UnitTable(
        notation([(s, _renamed(u)) for s, u in SYMBOLS]),
        bases=("seconds", "metres", "$", "quality"),
        names={"FLOPs": "seconds*metres", "FLOP": "FLOPs"},
        functions={"f": (("quality",), ""), "g": (("seconds", "metres"), "$"), "Q": (("seconds",), "quality")},
        constants=("omega", "delta"),
    )
    assert bool(checked(formula, "quality", of=other).issues) == bool(checked(formula, "quality").issues)


@given(st.sampled_from(ACCEPTED), st.sampled_from(["n", "d"]), st.integers(1, 3))
def test_a_change_of_unit_is_the_same_everywhere(formula: str, swapped: str, power: int) -> None:
    """Parameters counted in another base unit (kiloparameters), tokens in powers of words: still consistent."""
    unit = {"n": "parameters", "d": "tokens"}[swapped]
    symbols = [(s, u.replace(unit.removesuffix("s"), "words").replace("wordss", "words")) for s, u in SYMBOLS]
    other = UnitTable(
        notation(symbols),
        bases=("parameters", "tokens", "$", "quality", "thing"),
        names={"words": f"thing^{power}", "token": "tokens",
               "FLOPs": "parameters*tokens".replace(unit, "words"), "FLOP": "FLOPs"},
        functions={"f": (("quality",), ""), "Q": (("parameters".replace(unit, "words"),), "quality"),
                   "g": (("parameters".replace(unit, "words"), "tokens".replace(unit, "words")), "$")},
        constants=("omega", "delta"),
    )  # fmt: skip
    assert not checked(formula, "quality", of=other).issues
