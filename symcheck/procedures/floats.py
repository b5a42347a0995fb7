"""Values of terms in floats, and points inside the assumptions: for guesses only."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from symcheck.kernel.facts import Fact, rational
from symcheck.kernel.term import Term, sub, sym

Values = Mapping[str, float]
TRIES = 500
FLOATS: dict[str, Callable[..., float]] = {
    "add": lambda *u: math.fsum(u), "mul": lambda *u: math.prod(u), "neg": lambda u: -u, "div": lambda u, v: u / v,
    "pow": math.pow, "exp": math.exp, "log": math.log, "abs": abs, "min": min, "max": max, "pi": lambda: math.pi,
    "sin": math.sin, "cos": math.cos, "asin": math.asin, "atan": math.atan, "asinh": math.asinh,
    "sign": lambda u: float((u > 0) - (u < 0)), "gamma": math.gamma, "floor": lambda u: float(math.floor(u)),
}  # fmt: skip


def value(term: Term, values: Values) -> float:
    """The value of a term near enough; not a number where it has none or can't be found."""
    try:
        return _value(term, values)
    except (ValueError, ArithmeticError, KeyError, TypeError):
        return math.nan


def _value(term: Term, values: Values) -> float:
    if term.head == "num":
        return float(term.value)
    if term.head == "sym":
        return values[term.name]
    return FLOATS[term.head](*(_value(arg, values) for arg in term.args))


def holds(fact: Fact, values: Values) -> bool:
    """Whether an inequality seems to hold with something to spare."""
    gap = value(sub(fact.right, fact.left), values)
    return abs(gap) > 1e-6 if fact.rel == "ne" else gap > 1e-6


def sample(names: Sequence[str], facts: Sequence[Fact], count: int) -> list[dict[str, float]]:
    """Up to ``count`` points inside what inequalities allow, the same in every run."""
    chance = random.Random(0)
    ends = {name: (bound(facts, name, True), bound(facts, name, False)) for name in names}
    wide = [f for f in facts if len(f.free() & set(names)) != 1 or rational(f.left) is rational(f.right) is None]
    found: list[dict[str, float]] = []
    for _ in range(TRIES):
        point = {name: _inside(chance, *ends[name]) for name in names}
        if all(holds(f, point) for f in wide):
            found.append(point)
            if len(found) == count:
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


def _inside(chance: random.Random, low: Fraction | None, high: Fraction | None) -> float:
    if low is not None and high is not None:
        return float(low) + float(high - low) * chance.uniform(0.02, 0.98)
    size = math.exp(chance.uniform(-1.5, 1.2))
    if low is not None:
        return float(low) + size
    return float(high) - size if high is not None else size * chance.choice((-1, 1))
