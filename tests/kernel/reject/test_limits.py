"""Near-misses of the rules about limits: none there, another value, names that are taken, one side alone."""

from __future__ import annotations

from typing import Any

import pytest

from symcheck.kernel.facts import Fact
from tests.kernel.accept.limits import SLOW, SLOWLY, SQUEEZE, WAVES, approach
from tests.kernel.helpers import (
    E,
    absolute,
    combine,
    cos,
    exp,
    fn,
    integral,
    limit,
    log,
    node,
    prove,
    q,
    sin,
    sqrt,
    step,
    symbols,
    using,
)
from tests.kernel.reject.row import Row, rejected

a, b, u, v, x, x1, y = symbols("a b u v x x1 y")
JUMP = "not seen to be continuous"
NOT_SHOWN = "not shown"
UNKNOWN = "no step shows that"
PLACE: dict[str, Any] = {"until": q(1)}


def lim(body: E | int, name: str = "x") -> E:
    return limit(body, name)


def sign(arg: E) -> E:
    return node("sign", arg)


def one(by: str, goal: Fact, *before: dict[str, Any], **rest: Any) -> dict[str, Any]:
    """A goal by steps, the last of which is by a rule, with ``until`` 1 unless it is said."""
    kept = {k: rest.pop(k) for k in ("given", "point", "functions", "kind", "where") if k in rest}
    return {"goal": goal, "steps": [*before, step(by, goal, **{**PLACE, **rest})], **kept}


APPROACHES: dict[str, Row] = {
    "1/x": (NOT_SHOWN, one("approach", lim(1 / x).eq(0))),
    "sin(1/x)": (NOT_SHOWN, one("approach", lim(sin(1 / x)).eq(0))),
    "a removable gap": (NOT_SHOWN, one("approach", lim(x / x).eq(1))),
    "exp(1/x)": (NOT_SHOWN, one("approach", lim(exp(1 / x)).eq(0))),
    "log": (NOT_SHOWN, one("approach", lim(log(x)).eq(0))),
    "another value": ("the approach is", one("approach", lim(x + 1).eq(2))),
    "undefined to the right": (NOT_SHOWN, one("approach", lim(sqrt(-x)).eq(0))),
    "defined at 0 and not near it": (NOT_SHOWN, one("approach", lim(sqrt(-absolute(x))).eq(0))),
    "sign": (JUMP, one("approach", lim(sign(x)).eq(0))),
    "floor from the right": (JUMP, one("approach", lim(node("floor", -x)).eq(0))),
    "0**x": (NOT_SHOWN, one("approach", lim(q(0) ** x).eq(1))),
    "x**x": (NOT_SHOWN, one("approach", lim(x**x).eq(1))),
    "x**a for any a": (NOT_SHOWN, one("approach", lim(x**a).eq(0))),
    "gamma at its pole": (NOT_SHOWN, one("approach", lim(node("gamma", x)).eq(1))),
    "a pole inside ]0, until[": (NOT_SHOWN, one("approach", lim(1 / (2 * x - 1)).eq(-1))),
    "a pole where a symbol says": (
        NOT_SHOWN,
        one("approach", lim(1 / (x - a)).eq(-1 / a), given=[a > 0], point={"a": "1"}),
    ),
    "until is 0": ("not shown: 0 < 0", one("approach", lim(x).eq(0), until=q(0))),
    "until is negative": ("not shown: 0 < -1", one("approach", lim(x).eq(0), until=q(-1))),
    "until of no known sign": ("not shown: 0 < a", one("approach", lim(x).eq(0), until=a)),
    "until is what goes to 0": ("not shown: 0 < x", one("approach", lim(x).eq(0), until=x)),
    "until undefined": (NOT_SHOWN, one("approach", lim(x).eq(0), until=1 / (a - a))),
    "a fact about the free symbol of the same name": (
        NOT_SHOWN,
        one("approach", lim(log(x)).eq(log(x)), given=[x > 0], point={"x": "1"}),
    ),
    "a value that looks captured": (
        "the approach is",
        one("approach", lim(x + y).eq(x + y), given=[x > 0], point={"x": "1", "y": "0"}),
    ),
    "a function of two arguments": (JUMP, one("approach", lim(fn("f", x, y)).eq(fn("f", 0, y)), functions={"f": 1})),
    "a function that need not be continuous": (
        "not declared",
        one("approach", lim(fn("f", x)).eq(fn("f", 0)), functions={"f": 0}),
    ),
    "an integral up to x": (
        "exists",
        one("approach", lim(integral(1, "y", 0, x)).eq(integral(1, "y", 0, 0))),
    ),
    "a limit inside": ("exists", one("approach", lim(lim(x * y, "y")).eq(lim(0 * y, "y")))),
    "a sum up to x": ("integers", one("approach", lim(node("sum", y, 0, x, name="y")).eq(0))),
    "another head": ("needs a limit", one("approach", x.eq(0))),
    "an inequality": ("needs a limit", one("approach", lim(x) <= 0)),
}

CANCELS = approach(1, 1)
HALF = {"positive": [1 - 2 * x], "until": q(1)}
NEARS: dict[str, Row] = {
    "nothing known of the other": (UNKNOWN, one("near", lim(x / x).eq(1), other=q(1))),
    "given, which can't be seen to be so at a point": (
        "cannot evaluate",
        {
            "goal": lim(x / x).eq(1),
            "given": [lim(1).eq(1)],
            "steps": [step("near", lim(x / x).eq(1), other=q(1), until=q(1))],
        },
    ),
    "equal only at 0": ("not shown to be equal", one("near", lim(x).eq(1), approach(1 - x, 1), other=1 - x)),
    "the other is not equal": ("not shown to be equal", one("near", lim(2 * x / x).eq(1), CANCELS, other=q(1))),
    "equal with junk": (NOT_SHOWN, one("near", lim(0 * (1 / (x - x))).eq(0), approach(0, 0), other=q(0))),
    "another value": ("the near is", one("near", lim(x / x).eq(2), CANCELS, other=q(1))),
    "positive, of which no limit is known": (
        UNKNOWN,
        one("near", lim((1 - 2 * x) / (1 - 2 * x)).eq(1), CANCELS, other=q(1), **HALF),
    ),
    "positive, which tends to 0": (
        "not shown: 0 < 0",
        one("near", lim(x / x).eq(1), CANCELS, approach(-x, 0), other=q(1), positive=[-x]),
    ),
    "positive, which tends to something of no known sign": (
        "not shown: 0 < a",
        one("near", lim((a + x) / (a + x)).eq(1), CANCELS, approach(a + x, a), other=q(1), positive=[a + x]),
    ),
    "positive, but not what is needed": (
        "not shown to be equal",
        one("near", lim((1 - 3 * x) / (1 - 3 * x)).eq(1), CANCELS, approach(1 - 2 * x, 1), other=q(1), **HALF),
    ),
    "undefined left of until": (
        NOT_SHOWN,
        one("near", lim((2 * x - 1) / (2 * x - 1)).eq(1), CANCELS, other=q(1)),
    ),
    "known of another bound symbol": (UNKNOWN, one("near", lim(y / y, "y").eq(1), CANCELS, other=q(1))),
    "known in a case alone": (
        UNKNOWN,
        {
            "goal": lim(x / x).eq(1),
            "steps": [
                step(
                    "cases",
                    q(0) < 1,
                    pivot=[a, q(0)],
                    branches=[[CANCELS, combine(q(0) < 1)], [combine(q(0) < 1)], [combine(q(0) < 1)]],
                ),
                step("near", lim(x / x).eq(1), other=q(1), until=q(1)),
            ],
        },
    ),
    "equal where a free symbol of the same name is positive": (
        "not shown to be equal",
        one(
            "near",
            lim(absolute(x - 1) + x1).eq(x + x1),
            approach(x - 1 + x1, x1 - 1),
            other=x - 1 + x1,
            given=[x > 1],
            point={"x": "2", "x1": "0"},
        ),
    ),
}

SQUEEZES: dict[str, Row] = {
    "bounds that differ": (
        "different limits",
        one("squeeze", lim(sin(1 / x)).eq(1), approach(-1, -1), approach(1, 1), below=q(-1), above=q(1)),
    ),
    "below unknown": (UNKNOWN, one("squeeze", lim(WAVES).eq(0), approach(x, 0), below=-x, above=x)),
    "not shown to lie between": (
        NOT_SHOWN,
        one("squeeze", lim(WAVES).eq(0), approach(-x, 0), approach(x, 0), below=-x, above=x),
    ),
    "undefined": (
        NOT_SHOWN,
        one("squeeze", lim(0 * log(-x)).eq(0), approach(0, 0), below=q(0), above=q(0)),
    ),
    "above it only": (
        NOT_SHOWN,
        one("squeeze", lim(1 - x).eq(0), approach(x * 0, 0), approach(x, 0), below=x * 0, above=x),
    ),
}

COUNT = node("floor", 1 / x)
NEXT_ONE = step("near", lim(x / x).eq(1), other=q(1), **PLACE)
ALONGS: dict[str, Row] = {
    "what returns to 0": (
        NOT_SHOWN,
        one(
            "along",
            lim(WAVES / WAVES).eq(1),
            *SQUEEZE["ever faster waves"]["steps"],
            approach(1, 1),
            step("near", lim(x / x).eq(1), other=q(1), **PLACE),
            outer=x / x,
            inner=WAVES,
        ),
    ),
    "what does not tend to 0": (
        "does not tend to 0",
        one("along", lim(exp(1 + x)).eq(1), approach(exp(x), 1), approach(1 + x, 1), outer=exp(x), inner=1 + x),
    ),
    "what tends to 0 from below": (
        NOT_SHOWN,
        one("along", lim(exp(-x)).eq(1), approach(exp(x), 1), approach(-x, 0), outer=exp(x), inner=-x),
    ),
    "what is 0 on its way": (
        NOT_SHOWN,
        one("along", lim((0 * x) / (0 * x)).eq(1), CANCELS, NEXT_ONE, approach(0 * x, 0), outer=x / x, inner=0 * x),
    ),
    "no limit of the outer": (UNKNOWN, one("along", lim(exp(x**2)).eq(1), approach(x**2, 0), outer=exp(x), inner=x**2)),
    "no limit of the inner": (
        UNKNOWN,
        one("along", lim(exp(x**2)).eq(1), approach(exp(x), 1), outer=exp(x), inner=x**2),
    ),
    "another body": (
        "of another term",
        one("along", lim(exp(x)).eq(1), approach(exp(x), 1), approach(x**2, 0), outer=exp(x), inner=x**2),
    ),
    "another value": (
        "the along is",
        one("along", lim(exp(x**2)).eq(2), approach(exp(x), 1), approach(x**2, 0), outer=exp(x), inner=x**2),
    ),
    "the body rounded in part": (
        "of another term",
        one("along", lim(x * COUNT).eq(1), approach(x, 0), approach(1, 1), outer=q(1), inner=1 / COUNT),
    ),
}

COMPOSES: dict[str, Row] = {
    "sign at a jump": (JUMP, one("compose", lim(sign(x)).eq(0), approach(x, 0), outer=sign(u), inner={"u": x})),
    "floor at a jump": (
        JUMP,
        one("compose", lim(node("floor", -x)).eq(0), approach(-x, 0), outer=node("floor", u), inner={"u": -x}),
    ),
    "a power at (0, 0)": (
        NOT_SHOWN,
        one("compose", lim(x**x).eq(1), approach(x, 0), outer=u**v, inner={"u": x, "v": x}),
    ),
    "a quotient at 0": (
        NOT_SHOWN,
        one("compose", lim(x / x).eq(1), approach(x, 0), outer=u / v, inner={"u": x, "v": x}),
    ),
    "log at 0": (NOT_SHOWN, one("compose", lim(log(x)).eq(0), approach(x, 0), outer=log(u), inner={"u": x})),
    "gamma at 0": (
        NOT_SHOWN,
        one("compose", lim(node("gamma", x)).eq(1), approach(x, 0), outer=node("gamma", u), inner={"u": x}),
    ),
    "undefined near it": (
        NOT_SHOWN,
        one("compose", lim(sqrt(-x)).eq(0), approach(-x, 0), outer=sqrt(u), inner={"u": -x}),
    ),
    "a literal exponent at the limit alone": (
        NOT_SHOWN,
        one(
            "compose",
            lim(q(-1) ** (x + 2)).eq(1),
            approach(x + 2, 2),
            outer=q(-1) ** u,
            inner={"u": x + 2},
        ),
    ),
    "a function that need not be continuous": (
        JUMP,
        one(
            "compose",
            lim(fn("f", x)).eq(fn("f", 0)),
            approach(x, 0),
            outer=fn("f", u),
            inner={"u": x},
            functions={"f": 0},
        ),
    ),
    "a function of two arguments": (
        JUMP,
        one(
            "compose",
            lim(fn("f", x, x)).eq(fn("f", 0, 0)),
            approach(x, 0),
            outer=fn("f", u, v),
            inner={"u": x, "v": x},
            functions={"f": 1},
        ),
    ),
    "an integral up to what has a limit": (
        JUMP,
        one(
            "compose",
            lim(integral(1, "y", 0, x)).eq(integral(1, "y", 0, 0)),
            approach(x, 0),
            outer=integral(1, "y", 0, u),
            inner={"u": x},
        ),
    ),
    "under a binder": (
        JUMP,
        one(
            "compose",
            lim(lim(y + x, "y")).eq(lim(y + 0, "y")),
            approach(x, 0),
            outer=lim(y + u, "y"),
            inner={"u": x},
        ),
    ),
    "another body": ("of another term", one("compose", lim(x + 1).eq(0), approach(x, 0), outer=u, inner={"u": x})),
    "no limit of a part": (UNKNOWN, one("compose", lim(sin(1 / x)).eq(0), outer=sin(u), inner={"u": 1 / x})),
    "the bound symbol is left": (
        "used twice",
        one("compose", lim(x + x).eq(x), approach(x, 0), outer=x + u, inner={"u": x}),
    ),
    "the bound symbol is a part": ("used twice", one("compose", lim(x).eq(0), approach(x, 0), outer=x, inner={"x": x})),
    "parts that are no table": ("not a table", one("compose", lim(x).eq(0), approach(x, 0), outer=u, inner=[x])),
}

ZEROES = (approach(sin(x), 0), approach(x, 0))
BENT = (
    approach(x, 0),
    approach(x - x**2, 0),
    step(
        "approach",
        lim(1 / (1 - 2 * x)).eq(1),
        until=q("1/4"),
        steps=[combine(q(0) < 1 - 2 * x, **using((3, q(2))), gap=q("1/2"))],
    ),
)
LHOPITALS: dict[str, Row] = {
    "no quotient": ("limit of a quotient", one("lhopital", lim(x * x).eq(0), above=q(1), below=q(1))),
    "the numerator does not vanish": (
        "does not tend to 0",
        one(
            "lhopital",
            lim(cos(x) / x).eq(0),
            approach(cos(x), 1),
            approach(x, 0),
            approach(-sin(x), 0),
            above=-sin(x),
            below=q(1),
        ),
    ),
    "the denominator does not vanish": (
        "does not tend to 0",
        one(
            "lhopital",
            lim(x / (1 + x)).eq(1),
            approach(x, 0),
            approach(1 + x, 1),
            approach(1, 1),
            above=q(1),
            below=q(1),
        ),
    ),
    "another derivative": (
        "the derivative is",
        one("lhopital", lim(sin(x) / x).eq(2), *ZEROES, approach(2 / q(1), 2), above=q(2), below=q(1)),
    ),
    "the limit of the derivatives is unknown": (
        UNKNOWN,
        one("lhopital", lim(sin(x) / x).eq(1), *ZEROES, above=cos(x), below=q(1)),
    ),
    "the derivative of the denominator has a zero": (
        NOT_SHOWN,
        one("lhopital", lim(x / (x - x**2)).eq(1), *BENT, above=q(1), below=1 - 2 * x, until=q("3/4")),
    ),
    "the denominator is not seen to have none": (
        NOT_SHOWN,
        one("lhopital", lim(x / (x - x**2)).eq(1), *BENT, above=q(1), below=1 - 2 * x, until=q("1/4")),
    ),
    "no derivative": (
        NOT_SHOWN,
        one(
            "lhopital",
            lim(node("max", x, x) / x).eq(1),
            approach(node("max", x, x), 0),
            approach(x, 0),
            approach(q(1) / 1, 1),
            above=q(1),
            below=q(1),
        ),
    ),
    "infinite, which it is not": (
        UNKNOWN,
        one("lhopital", lim(cos(x) / x).eq(0), approach(-sin(x) / 1, 0), above=-sin(x), below=q(1), infinite=True),
    ),
    "infinite, 1/g with a limit other than 0": (
        "does not tend to 0",
        one(
            "lhopital",
            lim(x / (1 + x)).eq(1),
            approach(1 / (1 + x), 1),
            approach(q(1) / 1, 1),
            above=q(1),
            below=q(1),
            infinite=True,
        ),
    ),
}

POLE = lim(1 / x)
ABOVE_4 = [combine(q(4) <= 1 / (x / 4), gap=4 * (1 - x) / x)]


def pole(low: E | int) -> E:
    return integral(1 / u, "u", low, 1)


def impossible(at: E, body: E, index: int) -> list[dict[str, Any]]:
    """Steps from which anything follows if the integral of 1/u from 0 to 1 exists."""
    whole, cut = pole(0), exp(-pole(0) - 1)

    def above(number: int, gap: E) -> list[dict[str, Any]]:
        return [combine(u > 0, **using((number, q(1))), gap=gap)]

    return [
        step("at_least", q(0) <= whole, antiderivative=log(u), cut=q(1), closed=above(index, q(1))),
        combine(-whole - 1 <= 0, **using((index, q(1))), gap=q(1)),
        step("law", cut <= exp(q(0)), law="exp rises", values={"x": -whole - 1, "y": q(0)}),
        step("at_least", whole + 1 <= whole, antiderivative=log(u), cut=cut, closed=above(index + 3, cut)),
        *(step("absurd", claim, fact=index + 3) for claim in (at > 0, at <= x, body <= -1)),
    ]


FLAT = lim(0 * pole(x))
IS_FLAT = [
    step("approach", lim(0 * x).eq(0), until=q(1)),
    step("near", FLAT.eq(0), other=0 * x, until=q(1), steps=[
        step("integral", pole(x).eq(log(q(1)) - log(x)), antiderivative=log(u),
             open=[combine(u > 0, **using((1, q(1)), (3, q(1))))],
             closed=[combine(u > 0, **using((1, q(1)), (3, q(1))))]),
    ]),
]  # fmt: skip
ORDERS: dict[str, Row] = {
    "an integral in the name of the point that does not exist": (
        "not shown to exist",
        one("order", lim(x) <= -1, approach(x, 0), at=x * pole(0), steps=impossible(x * pole(0), x * pole(0), 3)),
    ),
    "an integral that exists but not at the point": (
        "not shown to exist",
        one("order", FLAT <= -1, *IS_FLAT, at=q(0), steps=impossible(q(0), 0 * pole(0), 4)),
    ),
    "in a proof, of a limit that need not exist": (
        "needs a limit",
        one("order", q(4) <= POLE, at=x / 4, steps=ABOVE_4),
    ),
    "strict": ("needs a limit", one("order", q(-1) < lim(x), approach(x, 0), at=x)),
    "no limit": ("needs a limit", one("order", q(0) <= x, at=x)),
    "points that are not shown to be positive": (
        "not shown: 0 <",
        one("order", lim(x) <= -1, approach(x, 0), at=-x),
    ),
    "points that stay away from 0": ("not shown: 1 ≤", one("order", q(1) <= lim(x), approach(x, 0), at=q(1))),
    "points that do not go to 0 with x": (
        "not shown",
        one("order", q(1) <= lim(x), approach(x, 0), at=1 + x),
    ),
    "a bound that moves with x": (
        NOT_SHOWN,
        one("order", x <= lim(x), approach(x, 0), at=x, given=[x > 1], point={"x": "2"}),
    ),
    "the other way": (NOT_SHOWN, one("order", q(0) <= lim(-x), approach(-x, 0), at=x)),
    "a part of the side": (
        "needs a limit",
        {
            "goal": (POLE + 1).eq(3),
            "kind": "refutation",
            "steps": [step("order", q(4) <= POLE, at=x / 4, until=q(1), steps=ABOVE_4)],
        },
    ),
    "a limit that is said to be another": (
        "needs a limit",
        {
            "goal": POLE.eq(lim(2 / x)),
            "kind": "refutation",
            "steps": [step("order", q(4) <= POLE, at=x / 4, until=q(1), steps=ABOVE_4)],
        },
    ),
    "an inequality that is refuted": (
        "needs a limit",
        {
            "goal": POLE <= 3,
            "kind": "refutation",
            "steps": [step("order", q(4) <= POLE, at=x / 4, until=q(1), steps=ABOVE_4)],
        },
    ),
    "until may not be what x stays below": (
        "not seen to be >= 0",
        one(
            "order",
            q(4) <= POLE,
            kind="refutation",
            at=x,
            until=q(1),
            steps=[combine(q(4) <= 1 / x, gap=(1 - 4 * x) / x)],
        )
        | {"goal": POLE.eq(3)},
    ),
}

UNDEFINED: dict[str, Row] = {
    "a limit of which nothing is said": ("exists", {"goal": POLE.eq(POLE)}),
    "a limit in a derivative": (
        "no derivative rule",
        {
            "goal": node("deriv", lim(x * y), y, name="y").eq(0),
            "steps": [step("derivative", node("deriv", lim(x * y), y, name="y").eq(0))],
        },
    ),
    "two limits with different bodies": (
        "differ",
        {"goal": lim(x * a).eq(lim(x * b)), "given": [a.eq(b)], "point": {"a": "1", "b": "1"}},
    ),
    "rewriting under the binder": (
        "differ",
        {
            "goal": lim(x).eq(lim(y)),
            "given": [x.eq(y)],
            "point": {"x": "1", "y": "1"},
            "steps": [combine(lim(x).eq(lim(y)), rewrite=[0])],
        },
    ),
    "a value at a point": ("cannot evaluate", {"goal": lim(x) <= 1, "steps": [step("enclose", lim(x) <= 1, bits=64)]}),
    "a given fact at the point": ("cannot evaluate", {"goal": x.eq(x), "given": [lim(x).eq(0)]}),
}

e = symbols("e")[0]


def defined_by(goal: Fact, within: E, *steps: dict[str, Any], positive: Any = (), **rest: Any) -> dict[str, Any]:
    """A goal by the definition of a limit, where ``within`` is a term in e."""
    said = {"within": within, "name": "e", "positive": list(positive), "steps": list(steps)}
    return {"goal": goal, "steps": [step("definition", goal, **said)], **rest}


DEFINITIONS: dict[str, Row] = {
    "too large a place": (
        NOT_SHOWN,
        defined_by(lim(2 * x).eq(0), 1 * e, combine(-e <= 2 * x - 0)),
    ),
    "the upper bound only": (NOT_SHOWN, defined_by(lim(x - 1).eq(0), 1 * e)),
    "the lower bound only": (NOT_SHOWN, defined_by(lim(1 - x).eq(0), 1 * e)),
    "no place": (NOT_SHOWN, defined_by(lim(x + 1).eq(0), 0 * e)),
    "a negative place": (NOT_SHOWN, defined_by(lim(x + 1).eq(0), -e)),
    "a place that need not be there": (NOT_SHOWN, defined_by(lim(x + 1).eq(0), e - a)),
    "a place that is not defined": (NOT_SHOWN, defined_by(lim(x + 1).eq(0), exp(log(-e)))),
    "a place that is not defined for some e": (NOT_SHOWN, defined_by(lim(x).eq(0), exp(1 / (e - 1)))),
    "not defined there": (
        NOT_SHOWN,
        defined_by(lim(0 * (1 / (x - 1))).eq(0), 2 * e, combine(-e <= 0 * (1 / (x - 1)) - 0)),
    ),
    "a value that is not defined": (NOT_SHOWN, defined_by(lim(x).eq(0 * log(a)), 1 * e)),
    "a value that depends on e": (NOT_SHOWN, defined_by(lim(x).eq(e), 1 * e)),
    "a place that depends on the bound symbol": (NOT_SHOWN, defined_by(lim(x + 1).eq(0), x + e)),
    "no limit": ("the rule needs a limit", defined_by(x.eq(0), 1 * e)),
    "an inequality": ("the rule needs a limit", defined_by(lim(x) <= 0, 1 * e)),
    "steps that show it for one e": (
        NOT_SHOWN,
        defined_by(lim(x).eq(1), 1 * e, given=[e.eq(2)], point={"e": "2"}),
    ),
    "the other sign": (
        NOT_SHOWN,
        {"goal": lim(-SLOW).eq(1), "steps": [step("definition", lim(-SLOW).eq(1), **SLOWLY)]},
    ),
}
ROWS = {
    f"{rule}: {name}": row
    for rule, table in {
        "approach": APPROACHES,
        "near": NEARS,
        "squeeze": SQUEEZES,
        "along": ALONGS,
        "compose": COMPOSES,
        "definition": DEFINITIONS,
        "lhopital": LHOPITALS,
        "order": ORDERS,
        "check": UNDEFINED,
    }.items()
    for name, row in table.items()
}


@pytest.mark.parametrize("key", ROWS)
def test_rejected(key: str) -> None:
    rejected(ROWS[key])


def test_the_name_of_a_bound_symbol_says_nothing() -> None:
    goal = lim(x * a).eq(lim(y * a, "y"))
    same = step("approach", lim(y * a, "y").eq(0), until=q(1))
    assert prove(goal, approach(x * a, 0), same, combine(goal)).outcome == "proved"
