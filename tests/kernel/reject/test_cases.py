"""Near-misses of ``cases`` and ``absurd``: a branch missing, a case used outside, facts that do not contradict."""

from __future__ import annotations

from typing import Any

import pytest

from tests.kernel.helpers import (
    D,
    absolute,
    combine,
    log,
    q,
    step,
    symbols,
    using,
)
from tests.kernel.reject.row import Row, rejected

n, a, b, c, x, y, z, w = symbols("n a b c x y z w")
SIGNS = "signs do not show"
EXISTS = "no step shows"

SPLIT = x <= absolute(x)

CASES: dict[str, Row] = {
    "one branch missing": (
        "three branches",
        {"goal": SPLIT, "steps": [step("cases", SPLIT, pivot=[x, q(0)], branches=[[], []])]},
    ),
    "pivot of one term": (
        "three branches",
        {"goal": SPLIT, "steps": [step("cases", SPLIT, pivot=[x], branches=[[], [], []])]},
    ),
    "no branch shows it": (
        "not shown in the case",
        {"goal": x > 0, "steps": [step("cases", x > 0, pivot=[x, q(0)], branches=[[], [], []])]},
    ),
    "one branch does not show it": (
        "in the case x = 0",
        {"goal": x**2 > 0, "steps": [step("cases", x**2 > 0, pivot=[x, q(0)], branches=[[], [], []])]},
    ),
    "a case used after its branch": (
        SIGNS,
        {
            "goal": x <= 0,
            "steps": [
                step("cases", (0 * x).eq(0), pivot=[x, q(0)], branches=[[combine(x <= 0)], [combine(x <= 0)], []]),
                combine(x <= 0),
            ],
        },
    ),
    "a case's fact number after its branch": (
        "no fact number",
        {
            "goal": x < 0,
            "steps": [
                step("cases", x.eq(x), pivot=[x, q(0)], branches=[[], [], []]),
                combine(x < 0, **using((1, q(1)))),
            ],
        },
    ),
    "existence in two branches of three": (
        EXISTS,
        {
            "goal": D(absolute(y), "y", x).eq(D(absolute(y), "y", x)),
            "steps": [
                step(
                    "cases",
                    D(absolute(y), "y", x).eq(D(absolute(y), "y", x)),
                    pivot=[x, q(0)],
                    branches=[
                        [step("derivative", D(absolute(y), "y", x).eq(-1))],
                        [],
                        [step("derivative", D(absolute(y), "y", x).eq(1))],
                    ],
                )
            ],
        },
    ),
}


def impossible(goal: Any, *given: Any, fact: Any = 0, point: Any = None) -> dict[str, Any]:
    return {"goal": goal, "given": given, "point": point or {"x": "1"}, "steps": [step("absurd", goal, fact=fact)]}


KINKED = D(absolute(y), "y", x)

NO_CONTRADICTION = "do not contradict"

ABSURD: dict[str, Row] = {
    "consistent facts": (NO_CONTRADICTION, impossible(x < 0, x > 0)),
    "<= between equal terms": (NO_CONTRADICTION, impossible(x < 0, x <= x)),
    "!= of unknown sign": (NO_CONTRADICTION, impossible(x < 0, x.ne(0))),
    "< that the signs don't tell": (NO_CONTRADICTION, impossible(x < 0, x**3 < x + 1)),
    "a trivial fact": (NO_CONTRADICTION, impossible(x < 0, x.eq(x))),
    "a fact that holds at one point": (NO_CONTRADICTION, impossible(x < 0, x >= 1, x <= 1)),
    "of opposite signs, not both strict": (NO_CONTRADICTION, impossible(x < 0, x >= 0, x <= 0, point={"x": "0"})),
    "undefined facts": (NO_CONTRADICTION, impossible(x.eq(1), log(x**2 + 1).eq(0), point={"x": "0"})),
    "no such fact": ("no fact number", impossible(x < 0)),
    "fact number true": ("no fact number", impossible(x < 0, x > 0, fact=False)),
    "given that contradict": ("does not satisfy", impossible(x.eq(2), x > 0, x < 0)),
    "outside its branch": (
        NO_CONTRADICTION,
        {
            "goal": x < 0,
            "given": [x > 0],
            "point": {"x": "1"},
            "steps": [
                step("cases", x > 0, pivot=[x, q(0)], branches=[[step("absurd", x > 5, fact=0)], [], []]),
                step("absurd", x < 0, fact=0),
            ],
        },
    ),
    "existence where a branch is possible": (
        EXISTS,
        {
            "goal": KINKED.eq(KINKED),
            "given": [x >= 0],
            "point": {"x": "1"},
            "steps": [
                step(
                    "cases",
                    KINKED.eq(KINKED),
                    pivot=[x, q(0)],
                    branches=[
                        [step("absurd", x.eq(x), fact=0)],
                        [],
                        [step("derivative", KINKED.eq(1))],
                    ],
                ),
            ],
        },
    ),
}


@pytest.mark.parametrize("key", CASES)
def test_cases(key: str) -> None:
    rejected(CASES[key])


@pytest.mark.parametrize("key", ABSURD)
def test_absurd(key: str) -> None:
    rejected(ABSURD[key])
