"""Roots and logarithms of products and powers: what stands below them is taken apart first, by a step of its own."""

from __future__ import annotations

from collections.abc import Iterator

from symcheck import bridge
from symcheck.kernel.facts import Fact, rational
from symcheck.kernel.term import BINDERS, ONE, Term, num, power
from symcheck.procedures.builder import Builder
from symcheck.procedures.numeric import rewritten
from symcheck.procedures.tactics import solved

MOST, MOST_NODES = 8, 40


def by_roots(builder: Builder, goal: Fact) -> bool:
    """An equation or inequality after what stands below its roots and logarithms has been taken apart."""
    places = list(dict.fromkeys(t for side in (goal.left, goal.right) for t in _inside(side)))[:MOST]
    products = [Fact("eq", t.args[0], p) for t in places if (p := bridge.factored(t.args[0])) not in (None, t.args[0])]
    equations = [claim for claim in products if builder.combine(claim)]
    if equations and builder.combine(goal, rewrite=equations):
        return True
    if goal.rel != "eq":
        return False
    for claim in [f for t in places if (f := _denested(builder, goal, t))]:
        equations += [claim] if builder.combine(claim) else []
    plain = goal.map(lambda side: rewritten(side, equations))
    return bool(equations) and builder.combine(plain) and builder.combine(goal, [(plain, ONE)], rewrite=equations)


def _denested(builder: Builder, goal: Fact, term: Term) -> Fact | None:
    """u = v**n for a root u**(1/n), which an equation says to be v."""
    exponent = rational(term.args[1]) if term.head == "pow" else None
    value = solved(builder, goal, term) if exponent else None
    if value is None or not exponent or value.size > MOST_NODES:
        return None
    return Fact("eq", term.args[0], power(value, num(1 / exponent)))


def _inside(term: Term) -> Iterator[Term]:
    """The roots and logarithms of sums in a term, the inner ones first."""
    for arg in term.args[1:] if term.head in BINDERS else term.args:
        yield from _inside(arg)
    exponent = rational(term.args[1]) if term.head == "pow" else None
    if term.head == "log" or (exponent is not None and exponent.denominator > 1):
        yield term
