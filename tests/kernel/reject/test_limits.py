"""Near-misses of the rules about limits."""

from __future__ import annotations

from typing import Any

import pytest

from symcheck.kernel.facts import Fact
from tests.kernel.helpers import E, fn, node, q, step, symbols
from tests.kernel.reject.row import Row, rejected

x, y = symbols("x y")
JUMP = "not seen to be continuous"


def limit(body: E) -> E:
    return node("limit", body, name="x")


def approach(goal: Fact, **rest: Any) -> dict[str, Any]:
    return {"goal": goal, "steps": [step("approach", goal, until=q(1))]} | rest


APPROACH: dict[str, Row] = {
    "a function of two arguments": (
        JUMP,
        approach(limit(fn("f", x, y)).eq(fn("f", 0, y)), functions={"f": 1}),
    ),
    "a function that need not be continuous": (
        "not declared",
        approach(limit(fn("f", x)).eq(fn("f", 0)), functions={"f": 0}),
    ),
}


@pytest.mark.parametrize("key", APPROACH)
def test_approach(key: str) -> None:
    rejected(APPROACH[key])
