"""Values of terms in floats, and points inside the assumptions: for guesses only."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from operator import itemgetter

from symcheck.kernel.facts import Fact, rational
from symcheck.kernel.term import Term, sub, sym

Values = Mapping[str, float]
TRIES, MOST, SLACK = 500, 90, 1e-12
SCALES = (1.0, 0.3, 1.0, 2.0)
FLOATS: dict[str, Callable[..., float]] = {
    "add": lambda *u: sum(u), "mul": lambda *u: math.prod(u), "neg": lambda u: -u, "div": lambda u, v: u / v,
    "pow": math.pow, "exp": math.exp, "log": math.log, "abs": abs, "min": min, "max": max, "pi": lambda: math.pi,
    "sin": math.sin, "cos": math.cos, "asin": math.asin, "atan": math.atan, "asinh": math.asinh, "erf": math.erf,
    "sign": lambda u: float((u > 0) - (u < 0)), "gamma": math.gamma, "floor": lambda u: float(math.floor(u)),
}  # fmt: skip


def value(term: Term, values: Values) -> float:
    """The value of a term near enough; not a number where it has none or can't be found."""
    try:
        return compiled(term)(values)
    except (ValueError, ArithmeticError, KeyError, TypeError):
        return math.nan


@lru_cache(maxsize=10_000)
def compiled(term: Term) -> Callable[[Values], float]:
    """The term as a function of the values of its symbols."""
    if term.head == "num":
        number = float(term.value)
        return lambda _: number
    if term.head == "sym":
        return itemgetter(term.name)
    if term.head not in FLOATS:
        return lambda _: math.nan
    function, parts = FLOATS[term.head], [compiled(arg) for arg in term.args]
    if len(parts) == 1:
        (only,) = parts
        return lambda values: function(only(values))
    if len(parts) == 2:
        first, second = parts
        return lambda values: function(first(values), second(values))
    return lambda values: function(*[part(values) for part in parts])


def holds(fact: Fact, values: Values, room: float = 1e-6) -> bool:
    """Whether a fact that is no equation seems to hold, a strict one with something to spare."""
    gap = value(sub(fact.right, fact.left), values)
    return abs(gap) > room if fact.rel == "ne" else gap > room or (fact.rel == "le" and gap >= -SLACK)


def sample(names: Sequence[str], facts: Sequence[Fact], count: int) -> list[dict[str, float]]:
    """Up to ``count`` points inside what inequalities allow, the same in every run."""
    return _sample(tuple(names), tuple(facts))[:count]


@lru_cache(maxsize=500)
def _sample(names: tuple[str, ...], facts: tuple[Fact, ...]) -> list[dict[str, float]]:
    chance = random.Random(0)
    ends = {name: (bound(facts, name, True), bound(facts, name, False)) for name in names}
    wide = [f for f in facts if not any(bound([f], name, low) is not None for name in names for low in (True, False))]
    found: list[dict[str, float]] = []
    for number in range(TRIES):
        point = {name: _inside(chance, *ends[name], SCALES[number % len(SCALES)]) for name in names}
        if all(holds(f, point) for f in wide):
            found.append(point)
            if len(found) == MOST:
                break
    return found


def bound(facts: Sequence[Fact], name: str, low: bool) -> Fraction | None:
    """The best rational bound of a symbol among facts."""
    found = []
    for fact in facts:
        symbol, other = (fact.right, fact.left) if low else (fact.left, fact.right)
        number = rational(other)
        if fact.rel in ("lt", "le") and symbol == sym(name) and number is not None:
            found.append(number)
    return (max(found) if low else min(found)) if found else None


def _inside(chance: random.Random, low: Fraction | None, high: Fraction | None, scale: float) -> float:
    if low is not None and high is not None:
        return float(low) + float(high - low) * chance.uniform(0.02, 0.98)
    size = scale * math.exp(chance.uniform(-1.5, 1.2))
    if low is not None:
        return float(low) + size
    return float(high) - size if high is not None else size * chance.choice((-1, 1))
