"""Points at which an inequality seems to fail or to hold with equality: found in floats from several starts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice
from math import inf, isnan

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import Term, num, sub
from symcheck.procedures import floats
from symcheck.procedures.turning import closed

STARTS, BEST, ROUNDS, MOST, MOST_NAMES = 40, 3, 80, 8, 6
DENOMINATORS = (1, 2, 3, 4, 6, 12, 100, 10**4, 10**6)
TOUCH, NEAR = 1e-12, 1e-6
Point = dict[str, float]


def low_points(goal: Fact, facts: Sequence[Fact]) -> Iterator[dict[str, Term]]:
    """Values of all symbols at which the right side seems less than the left, or equal to it if the goal is strict."""
    inequalities = tuple(f for f in facts if f.rel != "eq" and f.free())
    names = tuple(sorted(goal.free().union(*(f.free() for f in inequalities))))
    if goal.rel not in ("lt", "le") or not 0 < len(names) <= MOST_NAMES or len(inequalities) < len(facts):
        return
    gap = sub(goal.right, goal.left)
    starts = sorted(floats.sample(names, inequalities, STARTS), key=lambda p: _height(gap, (), p))
    for start in starts[:BEST]:
        found = _lowered(gap, inequalities, start)
        yield from islice((p for p in _near(found) if _bad(goal, gap, inequalities, p)), MOST)


def touches(goal: Fact, facts: Sequence[Fact]) -> bool:
    """Whether the sides of an inequality seem to come as near to each other as can be seen."""
    inequalities = tuple(f for f in facts if f.rel in ("lt", "le") and f.free() <= goal.free() and f.free())
    gap = sub(goal.right, goal.left)
    starts = floats.sample(tuple(sorted(goal.free())), inequalities, STARTS)
    starts = [_lowered(gap, inequalities, p) for p in sorted(starts, key=lambda p: _height(gap, (), p))[:1]]
    return any(_height(gap, (), p) < NEAR * (1 + abs(floats.value(goal.left, p))) for p in starts)


def _height(gap: Term, facts: Sequence[Fact], point: Point) -> float:
    """The gap at a point inside the facts, infinity elsewhere."""
    if not all(floats.holds(f, point, 0.0) for f in facts):
        return inf
    value = floats.value(gap, point)
    return inf if isnan(value) else value


def _lowered(gap: Term, facts: Sequence[Fact], point: Point) -> Point:
    """A point at which the gap is less than at all around it, as far as steps along the axes tell."""
    steps = {name: 0.3 * (abs(x) + 0.1) for name, x in point.items()}
    value = _height(gap, facts, point)
    for _ in range(ROUNDS):
        for name in point:
            for step in (steps[name], -steps[name]):
                other = {**point, name: point[name] + step}
                new = _height(gap, facts, other)
                if new < value:
                    point, value = other, new
                    steps[name] *= 1.6
                    break
            else:
                steps[name] /= 2.5
        if all(abs(s) < 1e-10 * (1 + abs(point[n])) for n, s in steps.items()):
            break
    return point


def _near(point: Point) -> Iterator[dict[str, Term]]:
    """Points with simple coordinates near this one; closed terms if there is one symbol."""
    if len(point) == 1:
        (name,) = point
        yield from ({name: term} for term in islice(closed(point[name]), 6))
    for denominator in DENOMINATORS:
        yield {name: num(Fraction(x).limit_denominator(denominator)) for name, x in point.items()}


def _bad(goal: Fact, gap: Term, facts: Sequence[Fact], point: dict[str, Term]) -> bool:
    values = {name: floats.value(term, {}) for name, term in point.items()}
    if not all(floats.holds(f, values, 0.0) for f in facts):
        return False
    value = floats.value(gap, values)
    scale = TOUCH * (1 + abs(floats.value(goal.left, values)))
    return value < -scale or (goal.rel == "lt" and value < scale)
