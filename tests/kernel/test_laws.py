"""Every textbook law at thousands of points, those at the boundary of its hypotheses among them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction

import mpmath
import pytest

from symcheck.kernel import term as t
from symcheck.kernel.facts import Every, Fact
from symcheck.kernel.laws import LAWS
from tests.kernel.test_properties import Point, Undefined, value

NEARLY = mpmath.mpf(10) ** -40
PI = Fraction(355, 113)  # a little more than pi
SMALL = (0, 1, -1, 2, -2, 3, Fraction(1, 2), Fraction(-1, 2), Fraction(3, 2), Fraction(1, 3), 7, -5)
SPECIAL = (PI, PI / 2, -PI / 2, 22 * PI, Fraction(1, 10**6), Fraction(-1, 10**6), Fraction(10**4), Fraction(-(10**4)))


def number(rng: random.Random) -> Fraction:
    kind = rng.random()
    if kind < 0.4:
        return Fraction(rng.choice(SMALL))
    if kind < 0.6:
        near = rng.choice((0, Fraction(1, 10**9), Fraction(-1, 10**9)))
        return Fraction(rng.choice(SPECIAL)) + near
    return Fraction(rng.randint(-60, 60), rng.randint(1, 9))


def holds(fact: Fact, at: Point) -> bool:
    """Up to rounding: equal numbers count as equal, and as neither less nor more."""
    left, right = value(fact.left, at), value(fact.right, at)
    same = abs(left - right) <= NEARLY * (1 + abs(left) + abs(right))
    return {"eq": same, "ne": not same, "lt": left < right and not same, "le": left <= right or same}[fact.rel]


def places(every: Every, rng: random.Random, count: int) -> Iterator[Point]:
    """Points that satisfy the hypotheses; symbols often have the same value."""
    for _ in range(count):
        at = {name: number(rng) for name in every.names}
        if rng.random() < 0.2:
            at = dict.fromkeys(at, number(rng))
        try:
            if all(holds(fact, at) for fact in every.hypotheses):
                yield at
        except Undefined:
            continue


@pytest.mark.parametrize("name", LAWS)
def test_law(name: str) -> None:
    """It holds wherever its hypotheses do, and is defined there."""
    every, rng, seen = LAWS[name], random.Random(name), 0
    with mpmath.workdps(60):
        for at in places(every, rng, 3_000):
            try:
                assert holds(every.conclusion, at), at
            except Undefined:
                assert any(word in name for word in ("gamma", "exp", "power", "exponent", "cos whole", "erf")), at
                continue
            seen += 1
    assert seen > 150


HYPOTHESES = [(name, number) for name, every in LAWS.items() for number in range(len(every.hypotheses))]


@pytest.mark.parametrize(("name", "number"), HYPOTHESES)
def test_every_hypothesis_is_needed(name: str, number: int) -> None:
    """Without it the law fails at some point, or is undefined there: the test above can fail."""
    every, rng = LAWS[name], random.Random(name)
    weaker = Every(every.names, tuple(f for n, f in enumerate(every.hypotheses) if n != number), every.conclusion)

    def fails(at: Point) -> bool:
        try:
            return not holds(weaker.conclusion, at)
        except Undefined:
            return True

    with mpmath.workdps(60):
        assert any(fails(at) for at in places(weaker, rng, 3_000))


@pytest.mark.parametrize("name", LAWS)
def test_law_speaks_of_its_symbols_only(name: str) -> None:
    every = LAWS[name]
    sides = [side for fact in (every.conclusion, *every.hypotheses) for side in (fact.left, fact.right)]
    assert set(every.names) == frozenset().union(*map(t.free, sides))
    assert not every.free() and not any(u.head in t.NAMED for side in sides for u in t.walk(side))
