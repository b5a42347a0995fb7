"""Where a difference of sides is least in one symbol: guesses in floats, and closed terms that have these values."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import ONE, Term, add, div, free, mul, neg, num, power, sub, sym
from symcheck.procedures import floats
from symcheck.procedures.builder import Builder

PI, EULER = Term("pi"), Term("exp", (ONE,))
OTHERS, MOST, CLOSE = 3, 3, 1e-9
GRID = tuple(s * 10 ** (k / 4) for s in (1, -1) for k in range(-12, 13))
Function = Callable[[float], float]


def fails(builder: Builder, goal: Fact, count: int = 40) -> bool:
    """Whether a goal seems to be false somewhere inside the facts."""
    gap = sub(goal.right, goal.left)
    names, facts = _around(builder, goal)
    if not names or any(f.rel == "eq" and f.free() & set(names) for f in builder.context.facts):
        return False  # the points are on no equations
    for point in floats.sample(names, facts, count):
        value = floats.value(gap, point)
        if value < -CLOSE * (1 + abs(floats.value(goal.left, point))):
            return True
    return False


def _around(builder: Builder, goal: Fact) -> tuple[list[str], list[Fact]]:
    """The symbols on which those of the goal depend, and the facts about them."""
    names, facts = set(goal.free()), [f for f in builder.context.facts if f.rel != "eq" and f.free()]
    while more := {n for f in facts if f.free() & names for n in f.free()} - names:
        names |= more
    return sorted(names), list(dict.fromkeys(f for f in facts if f.free() <= names))


def centres(builder: Builder, goal: Fact, name: str) -> list[Term]:
    """Values of the symbol, numbers or terms in the other symbols, at which the gap seems to be least."""
    names, facts = _around(builder, goal)
    gap = sub(goal.right, goal.left)
    points = floats.sample(names, facts, OTHERS)
    functions = [_along(gap, name, p, [f for f in facts if name in f.free()]) for p in points]
    lowest = [_lowest(f, p[name]) for f, p in zip(functions, points, strict=True)]
    if not lowest or any(low is None for low in lowest):
        return []
    found: list[Term] = []
    seen: list[list[float]] = []
    at = [place for low in lowest if low for place in low[:1]]
    for term in _candidates(builder, goal, name, at):
        least = [low[1] for low in lowest if low]
        values = [floats.value(gap, {**p, name: floats.value(term, p)}) for p in points]
        places = [floats.value(term, p) for p in points]
        if places in seen:
            continue
        if all(v <= m + CLOSE * (1 + abs(m)) for v, m in zip(values, least, strict=True)):
            found.append(term)
            seen.append(places)
            if len(found) == MOST:
                break
    return found


def _along(gap: Term, name: str, point: floats.Values, facts: Sequence[Fact]) -> Function:
    """The gap as a function of one symbol, not a number outside the facts."""

    def function(at: float) -> float:
        values = {**point, name: at}
        inside = all(floats.holds(f, values, 1e-12 if f.rel == "lt" else 0.0) for f in facts)
        return floats.value(gap, values) if inside else math.nan

    return function


def _lowest(function: Function, start: float) -> tuple[float, float] | None:
    """The place of the least value that is found, and this value."""
    places = sorted({0.0, start, *GRID, *(start + g for g in GRID)})
    values = [(v, x) for x in places if not math.isnan(v := function(x))]
    if not values:
        return None
    value, best = min(values)
    inside = sorted(x for _, x in values)
    number = inside.index(best)
    low, high = inside[max(number - 1, 0)], inside[min(number + 1, len(inside) - 1)]
    for _ in range(60):
        one, two = low + (high - low) * 0.382, low + (high - low) * 0.618
        low, high = (low, two) if function(one) <= function(two) else (one, high)
    middle = (low + high) / 2
    refined = function(middle)
    return (middle, refined) if refined < value else (best, value)


def _candidates(builder: Builder, goal: Fact, name: str, at: Sequence[float]) -> Iterator[Term]:
    """Bounds of the symbol, closed terms near the places, terms in the other symbols."""
    for fact in builder.context.facts:
        for side, other in ((fact.left, fact.right), (fact.right, fact.left)):
            if side == sym(name) and name not in free(other) and (free(other) <= goal.free() or not free(other)):
                yield other
    if max(at) - min(at) < 1e-3 * (1 + abs(at[0])):
        yield from closed(at[0])
    others = [sym(n) for n in sorted(goal.free() - {name})]
    yield from others
    for x in others:
        yield from (neg(x), div(ONE, x), power(x, num(2)), power(x, num("1/2")), sub(ONE, x), Term("log", (x,)))
        yield from (neg(Term("log", (x,))), Term("exp", (x,)), Term("exp", (sub(x, ONE),)), add(ONE, x), sub(x, ONE))
        yield add(ONE, Term("log", (x,)))
    for x in others:
        for y in others:
            if x != y:
                yield from (mul(x, y), div(x, y), power(x, y), power(x, div(ONE, y)), add(x, y), sub(x, y))
                yield from (power(x, sub(y, ONE)), power(x, div(ONE, sub(y, ONE))), div(add(x, y), num(2)))


def closed(value: float) -> Iterator[Term]:
    """Closed terms whose value is about this number, the simplest first."""
    shapes: tuple[tuple[Function, Callable[[Term], Term]], ...] = (
        (lambda x: x, lambda q: q),
        (lambda x: x / math.pi, lambda q: mul(q, PI)),
        (lambda x: x / math.e, lambda q: mul(q, EULER)),
        (lambda x: x * math.e, lambda q: div(q, EULER)),
        (math.exp, lambda q: Term("log", (q,))),
        (math.log, lambda q: Term("exp", (q,))),
        (lambda x: x * abs(x), lambda q: neg(power(neg(q), num("1/2"))) if q.value < 0 else power(q, num("1/2"))),
        (lambda x: x**3, lambda q: power(q, num("1/3"))),
    )
    for most, close in ((12, 1e-7), (12, 1e-4), (60, 1e-5), (4, 1e-2)):
        for back, forth in shapes:
            try:
                wanted = back(value)
                number = Fraction(wanted).limit_denominator(most)
            except (ValueError, OverflowError):
                continue
            if (number or forth is shapes[0][1]) and abs(float(number) - wanted) < close * (1 + abs(wanted)):
                yield forth(num(number))
