"""Near-misses of ``attained`` and ``beneath``: jumps, poles, functions that rise for ever, places out of range."""

from __future__ import annotations

from typing import Any

import pytest

from symcheck.kernel.facts import Fact
from tests.kernel.helpers import E, combine, exp, floor, fn, log, q, sign, sqrt, step, sup, symbols
from tests.kernel.reject.row import Row, rejected

a, b, x, y = symbols("a b x y")
NOT_SHOWN = "not shown"
JUMP = "not seen to be continuous"
PEAK = 4 * x - x**2
TOP = 4 * q(2) - q(2) ** 2
TAIL = combine(PEAK <= TOP, gap=(x - 2) ** 2)


def attained(
    of: E, low: E, at: E, cut: E, *tail: dict[str, Any], value: E | None = None, **rest: Any
) -> dict[str, Any]:
    """A proof by one step that the value at a place, 0 unless ``value`` is another, is beneath the maximum."""
    claim = (q(0) if value is None else value) <= sup(of, "x", low)
    return {"goal": claim, "steps": [step("attained", claim, at=at, cut=cut, tail=list(tail))]} | rest


SAW, BELOW_ONE = x - floor(x), combine(x - floor(x) <= 1, gap=q(0))
ATTAINED: dict[str, Row] = {
    "rises for ever": (NOT_SHOWN, attained(x, q(0), q(0), q(1))),
    "rises for ever, from a place that is chosen late": (NOT_SHOWN, attained(x, q(0), q(1), q(1), value=q(1))),
    "nears its bound": (NOT_SHOWN, attained(-exp(-x), q(0), q(0), q(1), value=-exp(-q(0)))),
    "a jump": (JUMP, attained(SAW, q(0), q(0), q(0), combine(SAW <= 0), value=q(0) - floor(q(0)))),
    "a jump before the cut": (
        JUMP,
        attained(-x * (1 - sign(x)), q(-1), q(-1), q(1), value=-q(-1) * (1 - sign(q(-1)))),
    ),
    "a pole": (NOT_SHOWN, attained(-1 / x, q(-1), q(-1), q(1), value=-1 / q(-1))),
    "a pole beyond the cut": (
        NOT_SHOWN,
        attained(x / (x - 5) - x / (x - 5), q(0), q(0), q(1), combine(x / (x - 5) - x / (x - 5) <= 0)),
    ),
    "undefined beyond the cut": (
        NOT_SHOWN, attained(0 * sqrt(2 - x), q(0), q(0), q(1), combine(0 * sqrt(2 - x) <= 0), value=0 * sqrt(2 - q(0))),
    ),
    "undefined at the low end": (NOT_SHOWN, attained(-((x * log(x)) ** 2), q(0), q(1), q(1))),
    "a function that may jump": (
        "is not declared", attained(fn("f", x), q(0), q(0), q(0), value=fn("f", 0), functions={"f": 0}),
    ),
    "a place before the range": (NOT_SHOWN, attained(-x, q(0), q(-1), q(1), value=-q(-1))),
    "a place beyond the cut": (NOT_SHOWN, attained(PEAK, q(0), q(2), q(1), TAIL, value=TOP)),
    "another value": ("the value there", attained(PEAK, q(0), q(2), q(2), TAIL, value=q(5))),
    "a greater value beyond": (NOT_SHOWN, attained(PEAK, q(0), q(1), q(1), TAIL, value=4 * q(1) - q(1) ** 2)),
    "beyond another function": (NOT_SHOWN, attained(x * PEAK, q(0), q(2), q(2), TAIL, value=2 * TOP)),
    "captured low end": (
        NOT_SHOWN,
        attained(-x, x, q(0), q(1), value=-q(0), given=[x <= 1], point={"x": "1"}),
    ),
    "captured place": (
        NOT_SHOWN,
        attained(x, q(0), x, x, combine(x <= x), value=x, given=[x >= 0], point={"x": "1"}),
    ),
}  # fmt: skip


def strict(row: dict[str, Any]) -> dict[str, Any]:
    """The same with < for <=."""
    claim = row["goal"]
    turned = Fact("lt", claim.left, claim.right)
    return row | {"goal": turned, "steps": [row["steps"][0] | {"claim": step("attained", turned)["claim"]}]}


SHAPES: dict[str, Row] = {
    "strict": ("a maximum on the right of <=", strict(attained(PEAK, q(0), q(2), q(2), TAIL, value=TOP))),
    "no maximum": ("a maximum on the right of <=", {"goal": b <= b, "steps": [step("attained", b <= b, at=b, cut=b)]}),
    "no place": ("not a term", {"goal": b <= b, "steps": [step("attained", sup(PEAK, "x", 0) >= TOP, cut=b)]}),
}


def beneath(claim: Fact, at: E, *before: dict[str, Any], **rest: Any) -> dict[str, Any]:
    return {"goal": claim, "steps": [*before, step("beneath", claim, at=at)]} | rest


SAME = combine(b <= b)
EXISTS = step("attained", sup(PEAK, "x", 0) >= TOP, at=q(2), cut=q(2), tail=[TAIL])
BENEATH: dict[str, Row] = {
    "of a maximum that may not exist": ("no step shows", beneath(q(5) <= sup(x, "x", 0), q(5))),
    "of another maximum": ("no step shows", beneath(-q(5) <= sup(-x, "x", 0), q(5), EXISTS)),
    "of the same function from elsewhere": ("no step shows", beneath(sup(PEAK, "x", 1) >= TOP, q(2), EXISTS)),
    "a place before the range": (NOT_SHOWN, beneath(4 * b - b**2 <= sup(PEAK, "x", 0), b, EXISTS)),
    "another value": ("the value there", beneath(q(5) <= sup(PEAK, "x", 0), q(2), EXISTS)),
    "strict": ("a maximum on the right of <=", beneath(q(3) < sup(PEAK, "x", 0), q(1), EXISTS)),
    "an undefined place": (NOT_SHOWN, beneath(4 * (1 / b) - (1 / b) ** 2 <= sup(PEAK, "x", 0), 1 / b, EXISTS)),
    "existence from a branch": (
        "no step shows",
        {
            "goal": 4 * q(1) - q(1) ** 2 <= sup(PEAK, "x", 0),
            "steps": [
                step(
                    "cases",
                    b <= b,
                    pivot=[b, q(0)],
                    branches=[[EXISTS, SAME], [SAME], [SAME]],
                ),
                step("beneath", 4 * q(1) - q(1) ** 2 <= sup(PEAK, "x", 0), at=q(1)),
            ],
        },
    ),
}


@pytest.mark.parametrize("key", ATTAINED)
def test_attained(key: str) -> None:
    rejected(ATTAINED[key])


@pytest.mark.parametrize("key", SHAPES)
def test_shapes(key: str) -> None:
    rejected(SHAPES[key])


@pytest.mark.parametrize("key", BENEATH)
def test_beneath(key: str) -> None:
    rejected(BENEATH[key])
