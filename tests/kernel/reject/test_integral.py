"""Near-misses of ``integral`` and ``maximum``: singularities, jumps, limits, bounds that do not hold."""

from __future__ import annotations

from typing import Any

import pytest

from tests.kernel.helpers import (
    D,
    E,
    absolute,
    combine,
    fn,
    integral,
    log,
    node,
    q,
    step,
    sup,
    symbols,
    using,
)
from tests.kernel.reject.row import Row, rejected

n, a, b, c, x, y, z, w = symbols("n a b c x y z w")
DIFFER = "differ in normal form"
SIGNS = "signs do not show"
NOT_SHOWN = "not shown"


def fundamental(left: E, right: E, primitive: E, **rest: Any) -> dict[str, Any]:
    claim = left.eq(right)
    given = {"given": rest.pop("given", ()), "point": rest.pop("point", {}), "functions": rest.pop("functions", None)}
    return dict(goal=claim, steps=[step("integral", claim, antiderivative=primitive, **rest)], **given)


LOWER = [combine(x > 0, **using((0, q(1))), gap=q(1))]

WRONG = "antiderivative has the derivative"
ABOVE_0 = [combine(x > 0, **using((0, q(1))))]
JUMP = "not seen to be continuous"

INTEGRAL: dict[str, Row] = {
    "wrong antiderivative": (WRONG, fundamental(integral(x, "x", 0, 1), q("1/3"), x**2 / 3)),
    "wrong value": ("the integral is", fundamental(integral(x, "x", 0, 1), q("1/3"), x**2 / 2)),
    "limits reversed in the value": ("the integral is", fundamental(integral(x, "x", 0, 1), q("-1/2"), x**2 / 2)),
    "limits not ordered": ("not shown: 1 ≤ 0", fundamental(integral(x, "x", 1, 0), q("-1/2"), x**2 / 2)),
    "flip of ordered limits": ("not shown: 1 ≤ 0", fundamental(integral(x, "x", 0, 1), q("1/2"), x**2 / 2, flip=True)),
    "order of limits unknown": ("not shown: a ≤ b", fundamental(integral(x, "x", a, b), b**2 / 2 - a**2 / 2, x**2 / 2)),
    "1/x**2 through 0": (NOT_SHOWN, fundamental(integral(1 / x**2, "x", -1, 1), q(-2), -1 / x)),
    "1/x through 0 by log|x|": (NOT_SHOWN, fundamental(integral(1 / x, "x", -1, 1), q(0), log(absolute(x)))),
    "1/x**2 from 0": (NOT_SHOWN, fundamental(integral(1 / x**2, "x", 0, 1), q(0), -1 / x)),
    "1/x from 0": (NOT_SHOWN, fundamental(integral(1 / x, "x", 0, 1), q(0), log(x))),
    "positive inside, not shown": (NOT_SHOWN, fundamental(integral(1 / x**2, "x", 1, 2), q("1/2"), -1 / x)),
    "shown on the open interval alone": (
        NOT_SHOWN,
        fundamental(integral(1 / x**2, "x", 1, 2), q("1/2"), -1 / x, open=LOWER),
    ),
    "shown on the closed interval alone": (
        NOT_SHOWN,
        fundamental(integral(1 / x**2, "x", 1, 2), q("1/2"), -1 / x, closed=LOWER),
    ),
    "antiderivative with a jump": (NOT_SHOWN, fundamental(integral(q(0), "x", -1, 1), q(2), absolute(x) / x)),
    "antiderivative that jumps at an end": (
        JUMP,
        fundamental(integral(q(0), "x", 0, 1), node("sign", 1) - node("sign", 0), node("sign", x), open=ABOVE_0),
    ),
    "antiderivative with a floor": (
        "no derivative rule for floor",
        fundamental(integral(q(0), "x", 0, 1), q(1), node("floor", x), open=ABOVE_0),
    ),
    "integrand that jumps": (JUMP, fundamental(integral(1 + 0 * node("sign", x), "x", -1, 1), q(2), x)),
    "integrand with a floor": (JUMP, fundamental(integral(1 + 0 * node("floor", x), "x", 0, 1), q(1), x)),
    "antiderivative with a kink": (NOT_SHOWN, fundamental(integral(absolute(x) / x, "x", -1, 1), q(0), absolute(x))),
    "body undefined inside": (NOT_SHOWN, fundamental(integral(0 * (1 / x), "x", -1, 1), q(0), q(0))),
    "undefined constant": (NOT_SHOWN, fundamental(integral(0 * log(a), "x", 0, 1), q(0), q(0))),
    "antiderivative of the other symbol": (WRONG, fundamental(integral(y, "x", 0, 1), y**2 / 2, y**2 / 2)),
    "another antiderivative constant at each end": (
        "the integral is",
        fundamental(integral(q(1), "x", 0, 1), 1 + a, x),
    ),
    "fresh name captured": (WRONG, fundamental(integral(x * y, "x", 0, 1), y / 2, x * x / 2)),
    "derivative not continuous": (
        NOT_SHOWN,
        fundamental(
            integral(D(fn("f", z), "z", x), "x", 0, 1), fn("f", 1) - fn("f", 0), fn("f", x), functions={"f": 1}
        ),
    ),
    "function not continuous": (
        "not declared",
        fundamental(integral(fn("f", x), "x", 0, 1), fn("F", 1) - fn("F", 0), fn("F", x), functions={"f": 0, "F": 0}),
    ),
    "no integral": (
        "an integral on the left",
        {"goal": x.eq(x), "steps": [step("integral", x.eq(x), antiderivative=x)]},
    ),
    "no antiderivative": (
        "not a term",
        {"goal": integral(x, "x", 0, 1).eq(1), "steps": [step("integral", integral(x, "x", 0, 1).eq(1))]},
    ),
    "sub-proof that is false": (SIGNS, fundamental(integral(x, "x", 0, 1), q("1/2"), x**2 / 2, open=[combine(x > 1)])),
}

PEAK = 4 * x - x**2


def maximum(left: E, right: E, best: E, *steps: dict[str, Any], **rest: Any) -> dict[str, Any]:
    return dict(goal=left.eq(right), steps=[step("maximum", left.eq(right), at=best, steps=list(steps))], **rest)


MAXIMUM: dict[str, Row] = {
    "wrong value": (
        "the maximum is",
        maximum(sup(PEAK, "x", 0), q(5), q(2), combine(4 * q(2) - q(2) ** 2 >= PEAK, gap=(x - 2) ** 2)),
    ),
    "not the maximum": (
        DIFFER,
        maximum(sup(PEAK, "x", 0), q(3), q(1), combine(4 * q(1) - q(1) ** 2 >= PEAK, gap=(x - 1) ** 2)),
    ),
    "outside the range": (
        "not shown",
        maximum(sup(PEAK, "x", 3), q(4), q(2), combine(4 * q(2) - q(2) ** 2 >= PEAK, gap=(x - 2) ** 2)),
    ),
    "range unknown": (
        "not shown",
        maximum(sup(PEAK, "x", a), q(4), q(2), combine(4 * q(2) - q(2) ** 2 >= PEAK, gap=(x - 2) ** 2)),
    ),
    "no bound": ("must end in", maximum(sup(x, "x", 0), q(0), q(0))),
    "bound of something else": ("must end in", maximum(sup(x, "x", 0), q(0), q(0), combine(x <= x))),
    "bound the other way": ("must end in", maximum(sup(x, "x", 0), q(0), q(0), combine(q(0) <= x, **using((0, q(1)))))),
    "unbounded": (SIGNS, maximum(sup(x, "x", 0), q(0), q(0), combine(x <= 0))),
    "body undefined": (
        NOT_SHOWN,
        maximum(sup(0 * log(x), "x", 0), 0 * log(1), q(1), combine(0 * log(x) <= 0 * log(1))),
    ),
    "name in sight": (
        "must end in",
        maximum(sup(x * 0, "x", 0), q(0), x, combine(x * 0 <= x * 0), given=[x >= 0], point={"x": "1"}),
    ),
    "no maximum on the left": ("a maximum on the left", maximum(x, x, q(0))),
}


STEEP = integral(1 / x**2, "x", 0, 1)
TENTH = [combine(x > 0, **using((0, q(1))), gap=q("1/10"))]


def below(goal: Any, claim: Any, primitive: E, cut: E, **rest: Any) -> dict[str, Any]:
    """A refutation that rests on one bound, which is all that is looked at."""
    return {
        "goal": goal,
        "kind": "refutation",
        "steps": [step("at_least", claim, antiderivative=primitive, cut=cut, **rest)],
    }


NINE = q(9) <= STEEP
CUT = q("1/10")
NO_EQUATION = "no equation with this integral is being refuted"
AT_LEAST: dict[str, Row] = {
    "in a proof": (
        NO_EQUATION,
        {"goal": NINE, "steps": [step("at_least", NINE, antiderivative=-1 / x, cut=CUT, closed=TENTH)]},
    ),
    "an inequality is refuted": (NO_EQUATION, below(STEEP <= 3, NINE, -1 / x, CUT, closed=TENTH)),
    "another integral is refuted": (
        NO_EQUATION,
        below(integral(1 / x, "x", 0, 1).eq(3), NINE, -1 / x, CUT, closed=TENTH),
    ),
    "only a part of the side": (NO_EQUATION, below((STEEP + 1).eq(3), NINE, -1 / x, CUT, closed=TENTH)),
    "no integral": ("an integral on the right", below(STEEP.eq(3), q(9) <= x, -1 / x, CUT, closed=TENTH)),
    "strictly": ("an integral on the right", below(STEEP.eq(3), q(8) < STEEP, -1 / x, CUT, closed=TENTH)),
    "wrong bound": ("not the bound", below(STEEP.eq(3), q(10) <= STEEP, -1 / x, CUT, closed=TENTH)),
    "wrong antiderivative": (WRONG, below(STEEP.eq(3), q(9) <= STEEP, 1 / x, CUT, closed=TENTH)),
    "cut above the interval": (NOT_SHOWN, below(STEEP.eq(3), q("-1/2") <= STEEP, -1 / x, q(2))),
    "cut below the interval": (NOT_SHOWN, below(STEEP.eq(3), q(-2) <= STEEP, -1 / x, q(-1))),
    "cut below an interval where all is continuous": (
        NOT_SHOWN,
        below(integral(q(1), "x", 0, 1).eq(1), q(6) <= integral(q(1), "x", 0, 1), x, q(-5)),
    ),
    "cut where nothing is defined": (NOT_SHOWN, below(STEEP.eq(3), q(9) <= STEEP, -1 / x, q(0))),
    "continuity not shown": (NOT_SHOWN, below(STEEP.eq(3), NINE, -1 / x, CUT)),
    "negative integrand": (
        NOT_SHOWN,
        below(
            integral(-1 / x**2, "x", 0, 1).eq(-20), q(-9) <= integral(-1 / x**2, "x", 0, 1), 1 / x, CUT, closed=TENTH
        ),
    ),
    "integrand of both signs": (
        NOT_SHOWN,
        below(integral(x, "x", -1, 1).eq(-1), q("1/2") <= integral(x, "x", -1, 1), x**2 / 2, q(0)),
    ),
    "a pole between cut and end": (
        NOT_SHOWN,
        below(integral(1 / x**2, "x", -1, 1).eq(0), q(-3) <= integral(1 / x**2, "x", -1, 1), -1 / x, q("-1/2")),
    ),
    "limits not ordered": (
        NOT_SHOWN,
        below(integral(1 / x**2, "x", 1, 0).eq(0), q(9) <= integral(1 / x**2, "x", 1, 0), -1 / x, CUT, closed=TENTH),
    ),
}


@pytest.mark.parametrize("key", AT_LEAST)
def test_at_least(key: str) -> None:
    rejected(AT_LEAST[key])


@pytest.mark.parametrize("key", INTEGRAL)
def test_integral(key: str) -> None:
    rejected(INTEGRAL[key])


@pytest.mark.parametrize("key", MAXIMUM)
def test_maximum(key: str) -> None:
    rejected(MAXIMUM[key])
