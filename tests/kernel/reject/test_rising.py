"""Near-misses of ``rising`` and ``stationary``: jumps, kinks, poles, ends of the range, slopes of the wrong sign."""

from __future__ import annotations

from typing import Any

import pytest

from symcheck.kernel.facts import Fact
from tests.kernel.helpers import (
    D,
    E,
    absolute,
    combine,
    every,
    exp,
    floor,
    fn,
    greatest,
    log,
    node,
    q,
    sqrt,
    step,
    symbols,
    using,
)
from tests.kernel.reject.row import Row, rejected

n, a, b, c, x, y, z = symbols("n a b c x y z")
NOT_SHOWN = "not shown"
NULL = 1 / q(0)
JUMP = "not seen to be continuous"


def rising(claim: Fact, of: E, low: E, high: E, **rest: Any) -> dict[str, Any]:
    """A proof of the claim by one step, for f in the symbol x unless ``name`` is another."""
    parts = {"name": rest.pop("name", "x"), "open": rest.pop("open", []), "closed": rest.pop("closed", [])}
    return {"goal": claim, "steps": [step("rising", claim, of=of, low=low, high=high, **parts)]} | rest


def line(rel: str, low: E, high: E, **rest: Any) -> dict[str, Any]:
    return rising(Fact(rel, low.t, high.t), x, low, high, **rest)


SIGNUM = x / absolute(x)
POSITIVE = [combine(x > 0, **using((0, q(1))))]
SLOPE = D(fn("f", z), "z", x)
UP = every("n", n > 0, then=D(fn("f", z), "z", n) >= 0)
UP_GIVEN: dict[str, Any] = {
    "assumed": [UP],
    "every": [[step("derivative", D(z, "z", n).eq(1)), combine(D(z, "z", n) >= 0, **using((1, q(-1))), gap=q(1))]],
    "examples": {"f": [["t"], symbols("t")[0]]},
}

MADE_UP = q(2) + node("mul", x, 1) / absolute(x) >= 0
RISING: dict[str, Row] = {
    "falls": (NOT_SHOWN, rising(-q(0) <= -q(1), -x, q(0), q(1))),
    "falls, then rises": (NOT_SHOWN, rising(q(-1) ** 2 <= q(1) ** 2, x**2, q(-1), q(1))),
    "rises only outside": (
        NOT_SHOWN,
        rising(q(-2) ** 2 <= q(-1) ** 2, x**2, q(-2), q(-1), open=[combine(x > -2, **using((0, q(1))))]),
    ),
    "flat, strictly": (NOT_SHOWN, rising(a < a, a, q(0), q(1))),
    "flat inside, strictly": (NOT_SHOWN, rising(q(-1) ** 3 < q(1) ** 3, x**3, q(-1), q(1))),
    "no length, strictly": ("not shown: a < a", line("lt", a, a)),
    "ends reversed": ("not shown: 1 ≤ 0", line("le", q(1), q(0))),
    "ends unknown": ("not shown: a ≤ b", line("le", a, b)),
    "ends only <=": ("not shown: a < b", line("lt", a, b, given=[a <= b], point={"a": "0", "b": "1"})),
    "an equation": ("shows < and <=", rising(q(0).eq(0), 0 * x, q(0), q(1))),
    "ne": ("shows < and <=", rising(q(0).ne(1), x, q(0), q(1))),
    "backwards": ("is not f at", rising(q(1) <= q(0), x, q(0), q(1))),
    "another value at the lower end": ("is not f at 0", rising(q(1) <= q(1), x, q(0), q(1))),
    "another value at the upper end": ("is not f at 1", rising(q(0) <= q(2), x, q(0), q(1))),
    "in another symbol": ("is not f at", rising(q(0) <= q(1), x, q(0), q(1), name="y")),
    "the symbol outside": ("is not f at", rising(x <= q(1), x, q(0), q(1), given=[x > 0], point={"x": "1"})),
    "fact about the symbol outside": (
        NOT_SHOWN,
        rising(q(-1) ** 2 <= q(1) ** 2, x**2, q(-1), q(1), given=[x > 0], point={"x": "1"}),
    ),
    "jump": (NOT_SHOWN, rising(q(1) / absolute(1) <= q(-1) / absolute(-1), -SIGNUM, q(-1), q(1))),
    "jump at the lower end": (
        NOT_SHOWN,
        rising(q(0) / absolute(0) <= -q(1) / absolute(1), -SIGNUM, q(0), q(1), open=POSITIVE),
    ),
    "sign at 0": (
        JUMP,
        rising(-node("sign", 0) <= -node("sign", 1), -node("sign", x), q(0), q(1), open=POSITIVE),
    ),
    "sign of another term at 0": (
        JUMP,
        rising(
            node("sign", 1 - q(0)) * -1 <= node("sign", 1 - q(1)) * -1,
            node("sign", 1 - x) * -1,
            q(0),
            q(1),
            open=[combine(1 - x > 0, **using((1, q(1))))],
        ),
    ),
    "pole": (NOT_SHOWN, rising(-1 / q(-1) <= -1 / q(1), -1 / x, q(-1), q(1))),
    "pole at the lower end": (
        NOT_SHOWN,
        rising(-1 / q(0) <= -1 / q(1), -1 / x, q(0), q(1), open=[*POSITIVE, combine(1 / x**2 >= 0)]),
    ),
    "pole at the upper end": (NOT_SHOWN, rising(-1 / q(-1) <= -1 / q(0), -1 / x, q(-1), q(0))),
    "kink of a function that falls before it": (
        NOT_SHOWN,
        rising(absolute(-2) <= absolute(1), absolute(x), q(-2), q(1)),
    ),
    "kink of a function that rises": (
        NOT_SHOWN,
        rising(2 * q(-1) + absolute(-1) <= 2 + absolute(1), 2 * x + absolute(x), q(-1), q(1)),
    ),
    "kink where the slope is made up": (
        "not shown: x ≠ 0",
        rising(
            2 * q(-1) + absolute(-1) <= 2 + absolute(1),
            2 * x + absolute(x),
            q(-1),
            q(1),
            open=[
                step(
                    "cases",
                    MADE_UP,
                    pivot=[x, q(0)],
                    branches=[[combine(MADE_UP)], [combine(MADE_UP, rewrite=[2])], [combine(MADE_UP)]],
                )
            ],
        ),
    ),
    "the kink of a maximum": (
        NOT_SHOWN,
        rising(greatest(0, q(-1)) <= greatest(0, q(1)), greatest(0, x), q(-1), q(1)),
    ),
    "logarithm from 0": (NOT_SHOWN, rising(log(0) <= log(1), log(x), q(0), q(1), open=POSITIVE)),
    "root below 0": (NOT_SHOWN, rising(sqrt(-1) <= sqrt(1), sqrt(x), q(-1), q(1))),
    "power of a negative base": (
        NOT_SHOWN,
        rising(q(-1) ** b <= q(1) ** b, x**b, q(-1), q(1), given=[b > 0], point={"b": "1"}),
    ),
    "0 to a power that may be 0": (
        NOT_SHOWN,
        rising(
            q(0) ** b <= q(1) ** b,
            x**b,
            q(0),
            q(1),
            open=[combine(x > 0, **using((1, q(1)))), combine(b * x ** (b + -1) >= 0)],
            given=[b >= 0],
            point={"b": "1"},
        ),
    ),
    "undefined constant": (NOT_SHOWN, rising(q(0) + NULL <= q(1) + NULL, x + NULL, q(0), q(1))),
    "undefined constant, multiplied by 0": (
        NOT_SHOWN,
        rising(q(0) + 0 * log(a) <= 1 + 0 * log(a), x + 0 * log(a), q(0), q(1)),
    ),
    "ends that are undefined, as the goal": (NOT_SHOWN, line("lt", NULL, NULL + 1)),
    "shown on the open interval alone": (
        NOT_SHOWN,
        rising(-1 / q(1) <= -1 / q(2), -1 / x, q(1), q(2), open=[combine(x > 0, **using((0, q(1))), gap=q(1))]),
    ),
    "shown on the closed interval alone": (
        NOT_SHOWN,
        rising(-1 / q(1) <= -1 / q(2), -1 / x, q(1), q(2), closed=[combine(x > 0, **using((0, q(1))), gap=q(1))]),
    ),
    "function not differentiable": (
        "not declared differentiable",
        rising(fn("f", 0) <= fn("f", 1), fn("f", x), q(0), q(1), functions={"f": 0}),
    ),
    "slope of a function": (NOT_SHOWN, rising(fn("f", 0) <= fn("f", 1), fn("f", x), q(0), q(1), functions={"f": 1})),
    "derivative without a second": (
        "not declared differentiable 2 times",
        rising(D(fn("f", z), "z", 0) <= D(fn("f", z), "z", 1), D(fn("f", z), "z", x), q(0), q(1), functions={"f": 1}),
    ),
    "slope known elsewhere": (
        NOT_SHOWN,
        rising(
            fn("f", -1) <= fn("f", 1),
            fn("f", x),
            q(-1),
            q(1),
            open=[step("use", SLOPE >= 0, every=0, values={"n": x})],
            functions={"f": 1},
        )
        | UP_GIVEN,
    ),
    "slope at one place": (
        NOT_SHOWN,
        rising(
            fn("f", 0) <= fn("f", 2),
            fn("f", x),
            q(0),
            q(2),
            open=[step("use", D(fn("f", z), "z", 1) >= 0, every=0, values={"n": q(1)})],
            functions={"f": 1},
        )
        | UP_GIVEN,
    ),
    "function of two arguments": (
        "no derivative rule for call",
        rising(fn("f", 0, 0) <= fn("f", 1, 0), fn("f", x, 0), q(0), q(1), functions={"f": 1}),
    ),
    "sub-proof that is false": ("signs do not show", line("le", q(0), q(1), open=[combine(x > 1)])),
    "shown inside, used outside": (
        "no fact number 1",
        {
            "goal": q(0) < q(-1),
            "steps": [
                step("rising", q(0) <= q(1), of=x, name="x", low=q(0), high=q(1), open=[combine(x < 1)]),
                combine(q(0) < q(-1), **using((1, q(1)))),
            ],
        },
    ),
    "exists inside, not outside": (
        "no step shows",
        {
            "goal": D(absolute(z), "z", 1).eq(D(absolute(z), "z", 1)),
            "steps": [
                step(
                    "rising",
                    q(0) <= q(1),
                    of=x,
                    name="x",
                    low=q(0),
                    high=q(1),
                    open=[step("derivative", D(absolute(z), "z", 1).eq(1))],
                ),
                combine(D(absolute(z), "z", 1).eq(D(absolute(z), "z", 1))),
            ],
        },
    ),
    "no function": (
        "not a term",
        {"goal": q(0) <= q(1), "steps": [step("rising", q(0) <= q(1), name="x", low=q(0), high=q(1))]},
    ),
    "no name": (
        "not a name",
        {"goal": q(0) <= q(1), "steps": [step("rising", q(0) <= q(1), of=x, low=q(0), high=q(1))]},
    ),
    "no end": ("not a term", {"goal": q(0) <= q(1), "steps": [step("rising", q(0) <= q(1), of=x, name="x", low=q(0))]}),
}

PEAK = 2 * x - x**2


def stationary(body: E, place: E, low: E, high: E, *steps: Any, **rest: Any) -> dict[str, Any]:
    claim = rest.pop("claim", D(body, "x", place).eq(0))
    return {"goal": claim, "steps": [step("stationary", claim, low=low, high=high, steps=list(steps))]} | rest


TOP = combine(2 * q(1) - q(1) ** 2 >= PEAK, gap=(x - 1) ** 2)
STATIONARY: dict[str, Row] = {
    "at the lower end": ("not shown: 0 < 0", stationary(x, q(0), q(0), q(1), combine(q(0) <= x, **using((0, q(1)))))),
    "at the upper end": ("not shown: 1 < 1", stationary(x, q(1), q(0), q(1), combine(x <= 1, **using((1, q(1)))))),
    "outside": ("not shown: 1 < 0", stationary(PEAK, q(1), q(-1), q(0), TOP)),
    "place unknown": ("not shown: 0 < a", stationary(0 * x, a, q(0), q(1), combine(0 * x <= 0 * a))),
    "place on an end": (
        "not shown: 0 < a",
        stationary(0 * x, a, q(0), q(1), combine(0 * x <= 0 * a), given=[a >= 0, a < 1], point={"a": "0"}),
    ),
    "range reversed": ("not shown: 2 < 1", stationary(PEAK, q(1), q(2), q(0), TOP)),
    "nothing shown": (NOT_SHOWN, stationary(PEAK, q(1), q(0), q(2))),
    "no extremum": ("signs do not show", stationary(x**3, q(0), q(-1), q(1), combine(x**3 <= q(0) ** 3))),
    "strictly above": (
        NOT_SHOWN,
        stationary(PEAK, q(1), q(0), q(1 + 1), combine(2 * q(1) - q(1) ** 2 + 1 > PEAK, gap=(x - 1) ** 2 + 1)),
    ),
    "shown at one place": (NOT_SHOWN, stationary(x, q("1/2"), q(0), q(1), combine(q("1/2") <= q("1/2")))),
    "shown on the far side only": (
        NOT_SHOWN,
        stationary(
            x,
            q("1/2"),
            q(0),
            q(1),
            step(
                "cases",
                x <= 1,
                pivot=[x, q("1/2")],
                branches=[[combine(x <= q("1/2"), **using((2, q(1)))), combine(x <= 1, **using((1, q(1))))]]
                + 2 * [[combine(x <= 1, **using((1, q(1))))]],
            ),
        ),
    ),
    "shown with another name": (
        NOT_SHOWN,
        stationary(PEAK, q(1), q(0), q(2), combine(2 * y - y**2 <= 2 * q(1) - q(1) ** 2, gap=(y - 1) ** 2)),
    ),
    "fact about the symbol outside": (
        NOT_SHOWN,
        stationary(x, q("1/2"), q(0), q(1), given=[x <= q("1/2")], point={"x": "0"}),
    ),
    "name taken outside": (
        NOT_SHOWN,
        stationary(
            x, q("1/2"), q(0), q(1), combine(x <= q("1/2"), **using((0, q(1)))), given=[x <= q("1/2")], point={"x": "0"}
        ),
    ),
    "kink": (
        "not shown: 0 ≠ 0",
        stationary(absolute(x), q(0), q(-1), q(1), combine(absolute(0) <= absolute(x))),
    ),
    "root at 0": (NOT_SHOWN, stationary(0 * sqrt(x), q(0), q(-1), q(1), combine(0 * sqrt(x) <= 0 * sqrt(0)))),
    "pole": (NOT_SHOWN, stationary(0 / x, q(0), q(-1), q(1), combine(0 / x <= 0 / q(0)))),
    "undefined constant": (NOT_SHOWN, stationary(NULL, q(0), q(-1), q(1), combine(NULL <= NULL))),
    "defined on one side": (
        NOT_SHOWN,
        stationary(0 * log(x), q(0), q(-1), q(1), combine(0 * log(x) <= 0 * log(0))),
    ),
    "function not differentiable": (
        "not declared differentiable",
        stationary(
            fn("f", x),
            q(0),
            q(-1),
            q(1),
            step("use", fn("f", x) <= fn("f", 0), every=0, values={"n": x}),
            functions={"f": 0},
            assumed=[every("n", then=fn("f", n) <= fn("f", 0))],
            every=[[combine(q(1) <= 1)]],
            examples={"f": [["t"], q(1)]},
        ),
    ),
    "no rule for what is rounded": (
        "no derivative rule for floor",
        stationary(
            floor(x) - floor(x), q("1/2"), q(0), q(1), combine(floor(x) - floor(x) <= floor("1/2") - floor("1/2"))
        ),
    ),
    "a slope that is not 0": (
        "the stationary is",
        stationary(PEAK, q(1), q(0), q(2), TOP, claim=D(PEAK, "x", 1).eq(1)),
    ),
    "no derivative on the left": (
        "a derivative on the left",
        stationary(PEAK, q(1), q(0), q(2), TOP, claim=q(0).eq(0)),
    ),
    "an inequality": ("a derivative on the left", stationary(PEAK, q(1), q(0), q(2), TOP, claim=D(PEAK, "x", 1) <= 0)),
    "of the other symbol": (
        NOT_SHOWN,
        stationary(
            2 * y - y**2 + 0 * x, q(1), q(0), q(2), combine(2 * y - y**2 <= 2 * q(1) - q(1) ** 2, gap=(y - 1) ** 2)
        ),
    ),
    "no range": (
        "not a term",
        {"goal": D(PEAK, "x", 1).eq(0), "steps": [step("stationary", D(PEAK, "x", 1).eq(0), steps=[TOP])]},
    ),
    "exponential": ("signs do not show", stationary(exp(x), q(0), q(-1), q(1), combine(exp(x) <= exp(0)))),
}

ROWS = {f"rising: {k}": v for k, v in RISING.items()} | {f"stationary: {k}": v for k, v in STATIONARY.items()}


@pytest.mark.parametrize("key", ROWS)
def test_rejected(key: str) -> None:
    rejected(ROWS[key])
