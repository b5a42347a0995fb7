"""Constants with which f = O(g) or f = Theta(g) seems to hold near a place, from values at some points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from symcheck.bridge import floating
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import Term, div, free, num, substitute
from symcheck.plain.growth import LEAST, MOST, RADII, SAME, Growth
from symcheck.procedures.sizes import NoValue, Sizes, value

PLACES, STEP = 40, 0.7
SHOWN = 3
"""So many choices are tried."""


def constants(claim: Growth) -> Iterator[Statement]:
    """Inequalities with constants from which the claim would follow, as they hold at some points; only guesses."""
    if claim.name not in ("O", SAME):
        return
    quotient = Term("abs", (div(claim.left, claim.right),))
    bodies = [substitute(quotient, {claim.symbol: way}) for _, way in claim.ways]
    point = Sizes(claim.given, claim.s).point(free(quotient) - {claim.symbol})
    found = dict[tuple[Any, Any], Statement]()
    for radius in RADII if point is not None else ():
        try:
            values = [v for body in bodies for v in _values(body, claim.s, point or {}, radius)]
        except NoValue:
            continue
        most = next((c for c in MOST if max(values) <= c.numerator), None)
        least = next((c for c in LEAST if min(values) * c.denominator >= 1 and (most is None or c < most)), None)
        if most is not None and (claim.name != SAME or least is not None):
            bound = least if claim.name == SAME and least is not None else most * 0
            found.setdefault((most, bound), claim.explicit(num(most), radius, bound))
    yield from list(found.values())[:SHOWN]


def _values(body: Term, name: str, point: dict[str, Any], radius: Any) -> list[Any]:
    with floating().workdps(30):
        start = floating().mpf(radius.numerator) / radius.denominator
        return [value(body, {**point, name: start * floating().mpf(2) ** (-STEP * k)}) for k in range(PLACES)]
