"""Corrupted certificates by the thousand: ``Reject``, or a judgement that arithmetic doesn't contradict."""

from __future__ import annotations

import copy
import random
from fractions import Fraction
from typing import Any

import mpmath
import pytest

from symcheck.kernel import logic
from symcheck.kernel.calculus import evaluate
from symcheck.kernel.check import Judgement, check
from symcheck.kernel.facts import Fact
from symcheck.kernel.interval import Arithmetic
from symcheck.kernel.statement import Statement, statement_from_json
from symcheck.kernel.term import Reject, from_json
from tests.kernel.accept.test_rules import ROWS, accepted
from tests.kernel.helpers import log, sqrt, statement, symbols
from tests.kernel.test_properties import TINY, Point, Undefined, holds, points, value

ROUNDS = 150
LEAVES: list[Any] = [
    "0",
    "1",
    "-1",
    "2",
    "1/2",
    "-1/2",
    "x",
    "y",
    "z",
    "a",
    "t",
    "n",
    "f",
    "eq",
    "ne",
    "lt",
    "le",
    "add",
    "mul",
    "div",
    "pow",
    "neg",
    "log",
    "exp",
    "abs",
    "min",
    "max",
    "deriv",
    "integral",
    "sup",
    "call",
    "sum",
    "limit",
    "sin",
    "cos",
    "atan",
    "sign",
    "floor",
    "gamma",
    ["pi"],
    "expand",
    "telescope",
    "last",
    "induction",
    "next",
    "law",
    "near",
    "sin most",
    "combine",
    "derivative",
    "enclose",
    "cite",
    "cases",
    "rising",
    "stationary",
    "box",
    "use",
    0,
    1,
    2,
    -1,
    64,
    True,
    False,
    None,
    [],
    {},
    "",
    ["neg", "x"],
    ["div", "1", "x"],
    ["pow", "x", "1/2"],
    ["log", "x"],
    ["abs", "x"],
]
Place = tuple[Any, Any]


def places(data: Any) -> list[Place]:
    """Every (container, key) below ``data``."""
    keys = list(data) if isinstance(data, dict) else list(range(len(data))) if isinstance(data, list) else []
    return [p for k in keys for p in [(data, k), *places(data[k])]]


def everywhere(data: Any, old: Any, new: Any) -> None:
    for container, key in places(data):
        if (
            isinstance(container, list | dict)
            and key in (container if isinstance(container, dict) else range(len(container)))
            and type(container[key]) is type(old)
            and container[key] == old
        ):
            container[key] = copy.deepcopy(new)


def corrupt(rng: random.Random, data: dict[str, Any]) -> None:
    """One change somewhere, or the same change in the statement and the certificate."""
    found = places(data)
    container, key = rng.choice(found)
    kind = rng.choice(
        ("replace", "replace", "everywhere", "everywhere", "everywhere", "delete", "swap", "copy", "number")
    )
    if kind == "replace":
        container[key] = copy.deepcopy(rng.choice(LEAVES))
    elif kind == "everywhere":
        everywhere(data, container[key], rng.choice(LEAVES[:16]) if rng.random() < 0.7 else rng.choice(LEAVES))
    elif kind == "delete":
        del container[key]
    elif kind == "swap":
        other, there = rng.choice(found)
        container[key], other[there] = copy.deepcopy(other[there]), copy.deepcopy(container[key])
    elif kind == "copy" and isinstance(container, list):
        container.insert(key, copy.deepcopy(container[key]))
    elif kind == "number" and isinstance(container[key], str):
        try:
            new = str(Fraction(container[key]) + rng.choice((1, -1, Fraction(1, 2), Fraction(1, 1000))))
        except ValueError:
            new = rng.choice(LEAVES[:12])
        everywhere(data, container[key], new)


def contradicted(judgement: Judgement, proof: Any, rng: random.Random) -> bool:
    """Whether a number shows the judgement to be wrong; False also where there is none."""
    opened = judgement.statement.unfolded()
    try:
        if judgement.outcome == "refuted":
            at: Point = {n: evaluate(from_json(v), Arithmetic(256)).lo for n, v in proof["point"].items()}
            return succeeds(opened.goal, at)
        if opened.every:  # a point at which these fail contradicts nothing
            return False
        facts = opened.given + opened.where
        names = sorted(opened.goal.free().union(*(fact.free() for fact in facts)))
        return any(fails(opened.goal, at) for at in list(points(rng, facts, names))[:8])
    except (Undefined, KeyError):
        return False


def succeeds(goal: Fact, at: Point) -> bool:
    left, right = value(goal.left, at), value(goal.right, at)
    return holds(goal, at) and (left == right or abs(left - right) > TINY)


def fails(goal: Fact, at: Point) -> bool:
    left, right = value(goal.left, at), value(goal.right, at)
    if goal.rel == "eq":
        return bool(abs(left - right) > TINY**0.5 * (1 + abs(left)))
    return not holds(goal, at) and abs(left - right) > TINY


x, y = symbols("x y")
FALSE: list[tuple[Statement, str, dict[str, str]]] = [
    (statement(sqrt(x**2).eq(x)), "proved", {}),
    (statement(x < y, [x <= y]), "proved", {}),
    (statement(log(x).eq(2 * log(x)), where=[x > 0]), "proved", {}),
    (statement(x**2 >= 0), "refuted", {"x": "-2"}),
    (statement(x.eq(x)), "refuted", {"x": "1"}),
]


@pytest.mark.parametrize(("false", "outcome", "point"), FALSE)
def test_a_false_judgement_is_noticed(false: Statement, outcome: str, point: dict[str, str]) -> None:
    """The oracle of the next test can fail; strict from ``<=`` fails only where both are equal, which it can't tell."""
    noticed = contradicted(Judgement(false, outcome, frozenset()), {"point": point}, random.Random(0))
    assert noticed == (false.goal.rel != "lt")


@pytest.mark.parametrize("key", ROWS)
def test_corrupted(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logic, "MAX_PARTS", 100)
    rng = random.Random(key)
    original, earlier = accepted(key)
    check(statement_from_json(original["statement"]), original["certificate"], earlier)
    with mpmath.workdps(50):
        for _ in range(ROUNDS):
            data = copy.deepcopy(original)
            for _ in range(rng.choice((1, 1, 2, 3))):
                corrupt(rng, data)
            try:
                judgement = check(statement_from_json(data.get("statement")), data.get("certificate"), earlier)
            except Reject:
                continue
            assert not contradicted(judgement, data["certificate"], rng), data
