"""Constants with which f = O(g) or f = Theta(g) seems to hold near a place, from values at some points."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from symcheck.bridge import floating
from symcheck.kernel.facts import Fact
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import ONE, Term, div, free, mul, num, sub, substitute
from symcheck.plain.growth import EQUIVALENT, FORMS, LEAST, MOST, ORDER, RADII, SAME, Growth
from symcheck.procedures.sizes import VANISHES, NoValue, Sizes, value

PLACES, STEP = 40, 0.7
SHOWN = 3
"""So many choices are tried."""


def constants(claim: Growth) -> list[Statement]:
    """Inequalities with constants from which the claim would follow, as they hold at some points; only guesses."""
    if claim.name == EQUIVALENT:
        return []
    factor = mul(*(f for f in _factors(claim.left) if free(f) and claim.symbol not in free(f)))
    scale = () if claim.name == SAME or factor == ONE else (Term("abs", (factor,)),)
    quotient = div(claim.left, mul(claim.right, *scale))
    bodies = [substitute(quotient, {claim.symbol: way}) for _, way in claim.ways]
    point = Sizes(claim.given, claim.s).point(free(quotient) - {claim.symbol})
    found = dict[tuple[Fraction, Fraction], Fraction]()
    for radius in RADII if point is not None else ():
        try:
            values = [v for body in bodies for v in _values(body, claim.s, point or {}, radius)]
        except NoValue:
            continue
        if claim.name == SAME and max(values) < 0:
            values = [-v for v in values]
        most = next((c for c in MOST if max(map(abs, values)) <= c.numerator), None)
        least = next((c for c in LEAST if min(values) * c.denominator >= 1 and (most is None or c < most)), None)
        if most is not None and (claim.name == ORDER or least is not None):
            found.setdefault((most, least or Fraction(0)), radius)

    def scaled(most: Term) -> Term:
        return mul(*scale) if scale and most == ONE else mul(most, *scale)

    choices = [(num(most), least, radius) for (most, least), radius in found.items()][:SHOWN]
    return [
        claim.explicit(scaled(most), radius, least, form)
        for form in range(FORMS) for most, least, radius in choices
    ]  # fmt: skip


def seems_to_fail(goal: Fact) -> bool:
    """Whether an equation for a limit, or its denial, seems to be wrong."""
    (whole,) = goal.left.args if goal.left.head == "limit" else (goal.left,)
    vanishes = Sizes((), goal.left.name).size(sub(whole, goal.right)) == VANISHES
    return vanishes == (goal.rel == "ne")


def _factors(term: Term) -> Iterator[Term]:
    """The factors of a product."""
    if term.head == "mul":
        for arg in term.args:
            yield from _factors(arg)
    else:
        yield term


def _values(body: Term, name: str, point: dict[str, Any], radius: Any) -> list[Any]:
    with floating().workdps(30):
        start = floating().mpf(radius.numerator) / radius.denominator
        return [value(body, {**point, name: start * floating().mpf(2) ** (-STEP * k)}) for k in range(PLACES)]
