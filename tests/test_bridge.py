"""What goes through the bridge to sympy and back has the same value; what the kernel has no head for is rejected."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy as sp

from symcheck import bridge
from symcheck.kernel.context import Context
from symcheck.kernel.facts import Fact
from symcheck.kernel.term import ZERO, Reject, Term, call, deriv, num, sym
from symcheck.latex.parser import parse
from tests.latex.paper_notation import NOTATION

n, d = sp.symbols("n d", positive=True)


def term(latex: str) -> Term:
    return parse(latex, NOTATION).term()


@pytest.mark.parametrize(
    "latex",
    [
        "3", "-3", r"\frac{3}{7}", "n", "n+d-1", "2nd", r"\frac{n}{d}", r"\frac{1}{n^{2}d}", "n^{-a}", "-n^{a}",
        r"\ln(n+d)",
        r"\min\{n,d\}", r"\max\{n,d,2\}", "q(n,d)", "2^{n}", r"-\frac{2n}{3d}", "(n+d)^{-2}", "f(2n)n", "n-(d-1)",
    ],
)  # fmt: skip
def test_there_and_back(latex: str) -> None:
    there = bridge.to_sympy(term(latex))
    back = bridge.from_sympy(there)
    context = Context()
    context.assume([Fact("lt", ZERO, sym(name)) for name in ("n", "d", "a")])
    assert context.equal(back, term(latex))
    assert bridge.from_sympy(bridge.to_sympy(back)) == back


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (sp.Rational(-2, 3), Term("neg", (Term("div", (num(2), num(3))),))),
        (sp.exp(n), Term("exp", (sym("n"),))),
        (sp.Abs(sp.Symbol("x", real=True)), Term("abs", (sym("x"),))),
        (sp.Derivative(sp.Function("f")(n), n), deriv(call("f", sym("n")), "n", sym("n"))),
        (sp.Subs(sp.Derivative(sp.Function("f")(d), d), d, n), deriv(call("f", sym("d")), "d", sym("n"))),
        (sp.Integer(0), num(0)),
    ],
)
def test_from_sympy(expression: sp.Expr, expected: Term) -> None:
    assert bridge.from_sympy(expression) == expected


@pytest.mark.parametrize(
    "expression",
    [
        sp.zeta(n),
        sp.I,
        sp.oo,
        sp.zoo,
        sp.nan,
        sp.Float("0.5"),
        sp.Piecewise((n, n > 1), (d, True)),
        sp.Integral(n, (n, 0, 1)),
    ],
    ids=str,
)
def test_what_the_kernel_has_no_head_for_is_rejected(expression: sp.Expr) -> None:
    with pytest.raises(Reject):
        bridge.from_sympy(expression)


@pytest.mark.parametrize("latex", [r"\int_{0}^{1}x\,\mathrm{d}x", r"\int_{n}^{d}x\,\mathrm{d}x"])
def test_binders_are_not_converted(latex: str) -> None:
    with pytest.raises(Reject):
        bridge.to_sympy(term(latex))


def test_rationals_are_exact() -> None:
    assert bridge.from_sympy(sp.Rational("0.3392")).args == (num(212), num(625))
    assert bridge.to_sympy(num(Fraction("0.3392"))) == sp.Rational(212, 625)
