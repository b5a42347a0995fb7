"""Rows of the rules about limits, for test_rules.py."""

from __future__ import annotations

from typing import Any

from tests.kernel.helpers import combine, cos, exp, floor, fn, limit, log, q, sin, sqrt, step, symbols, using

a, u, x, y = symbols("a u x y")


def approach(body: Any, value: Any) -> dict[str, Any]:
    return step("approach", limit(body, "x").eq(value), until=q(1))


APPROACH: dict[str, dict[str, Any]] = {
    "a polynomial": {"goal": limit(x**2 + a, "x").eq(a)},
    "continuous from one side": {"goal": limit(sqrt(x), "x").eq(0)},
    "a constant": {"goal": limit(a, "x").eq(a)},
    "bound name also free": {"goal": limit(x + 1, "x").eq(1), "given": [x > 1], "point": {"x": "2"}},
    "a function": {"goal": limit(fn("f", x), "x").eq(fn("f", 0)), "functions": {"f": 1}},
}
for _row in APPROACH.values():
    _row["steps"] = [step("approach", _row["goal"], until=q(1))]

CANCELLED = limit(x / x, "x")
NEAR: dict[str, dict[str, Any]] = {
    "where a denominator is positive since its limit is": {
        "goal": limit((a + x) / (a + x), "x").eq(1),
        "given": [a > 0],
        "point": {"a": "1"},
        "steps": [
            approach(1, 1),
            approach(a - x, a),
            approach(a + x, a),
            step("near", limit((a - x) / (a - x), "x").eq(1), other=q(1), positive=[a - x], until=q(1)),
            step("near", limit((a + x) / (a + x), "x").eq(1), other=q(1), until=q(1)),
        ],
    },
    "cancelled": {
        "goal": CANCELLED.eq(1),
        "steps": [approach(1, 1), step("near", CANCELLED.eq(1), other=q(1), until=q(1))],
    },
}
WAVES = x * sin(1 / x)
SQUEEZE: dict[str, dict[str, Any]] = {
    "ever faster waves": {
        "goal": limit(WAVES, "x").eq(0),
        "steps": [
            approach(-x, 0),
            approach(x, 0),
            step(
                "squeeze",
                limit(WAVES, "x").eq(0),
                below=-x,
                above=x,
                until=q(1),
                steps=[
                    step("law", sin(1 / x) <= 1, law="sin most", values={"x": 1 / x}),
                    step("law", q(-1) <= sin(1 / x), law="sin least", values={"x": 1 / x}),
                    combine(x >= WAVES, **using((4, x))),
                    combine(-x <= WAVES, **using((5, x))),
                ],
            ),
        ],
    },
}
COMPOSE: dict[str, dict[str, Any]] = {
    "of a limit that is known": {
        "goal": limit(exp(x / x), "x").eq(exp(1)),
        "steps": [
            approach(1, 1),
            step("near", CANCELLED.eq(1), other=q(1), until=q(1)),
            step("compose", limit(exp(x / x), "x").eq(exp(1)), outer=exp(u), inner={"u": x / x}, until=q(1)),
        ],
    },
}
SLOW = -(1 / log(x))
E = symbols("e")[0]
SLOWLY = {
    "within": exp(-(1 / E)),
    "name": "e",
    "steps": [
        step("law", log(x) <= log(exp(-(1 / E))), law="log rises", values={"x": x, "y": exp(-(1 / E))}),
        combine(log(x) < 0, **using((3, q(1))), gap=1 / E),
        combine(-E <= SLOW - 0),
        combine(SLOW - 0 <= E, **using((3, E / -log(x)))),
    ],
}
DEFINITION: dict[str, dict[str, Any]] = {
    "-1/log x": {
        "goal": limit(SLOW, "x").eq(0),
        "steps": [step("definition", limit(SLOW, "x").eq(0), **SLOWLY)],
    },
    "a symbol in scope is called e": {
        "goal": limit(E * x, "x").eq(0),
        "given": [E > 0],
        "point": {"e": "2"},
        "steps": [
            step(
                "definition",
                limit(E * x, "x").eq(0),
                within=symbols("r")[0] / E,
                name="r",
                steps=[
                    combine(-symbols("r")[0] <= E * x - 0),
                    combine(E * x - 0 <= symbols("r")[0], **using((3, E))),
                ],
            )
        ],
    },
}
QUOTIENT = limit(sin(x) / x, "x")
LHOPITAL: dict[str, dict[str, Any]] = {
    "sin x / x": {
        "goal": QUOTIENT.eq(1),
        "steps": [
            approach(sin(x), 0),
            approach(x, 0),
            approach(cos(x) / 1, 1),
            step("lhopital", QUOTIENT.eq(1), above=cos(x), below=q(1), until=q(1)),
        ],
    },
}

POLE = limit(1 / x, "x")
ORDER: dict[str, dict[str, Any]] = {
    "a limit that exists": {
        "goal": limit(x, "x") <= 1,
        "steps": [approach(x, 0), step("order", limit(x, "x") <= 1, at=x, until=q(1), steps=[])],
    },
    "one that does not, of which an equation is refuted": {
        "goal": POLE.eq(3),
        "kind": "refutation",
        "steps": [
            step(
                "order",
                q(4) <= POLE,
                at=x / 4,
                until=q(1),
                steps=[combine(q(4) <= 1 / (x / 4), gap=4 * (1 - x) / x)],
            ),
            combine(q(3) < POLE, **using((0, q(1))), gap=q(1)),
        ],
    },
}


def along(outer: Any, value: Any, inner: Any, **rest: Any) -> dict[str, Any]:
    """A step for the limit of ``outer``, a function on terms, along ``inner``."""
    claim = limit(outer(inner), "x").eq(value)
    return step("along", claim, **{"outer": outer(x), "inner": inner, "until": q(1), **rest})


COUNT = floor(1 / x)


def _counted(before: int) -> list[dict[str, Any]]:
    """That the greatest integer in 1/x is positive, and its inverse at most x/(1 - x), for 0 < x < 1.

    ``before`` is the number of facts when x is introduced.
    """
    law = 1 / x < COUNT + 1
    return [
        step("law", law, law="floor next", values={"x": 1 / x}),
        combine(COUNT > 0, **using((before, q(1))), gap=(1 - x) / x),
        combine(x / (1 - x) >= 1 / COUNT, **using((before, x / ((1 - x) * COUNT)))),
    ]


ALONG: dict[str, dict[str, Any]] = {
    "a logarithm": {
        "goal": limit(-(1 / log(x**2)), "x").eq(0),
        "steps": [
            step("definition", limit(SLOW, "x").eq(0), **SLOWLY),
            approach(x**2, 0),
            step("along", limit(-(1 / log(x**2)), "x").eq(0), outer=SLOW, inner=x**2, until=q(1)),
        ],
    },
    "a square": {
        "goal": limit(exp(x**2), "x").eq(1),
        "steps": [approach(x**2, 0), approach(exp(x), 1), along(exp, q(1), x**2)],
    },
    "integers": {
        "goal": limit(exp(1 / COUNT), "x").eq(1),
        "steps": [
            approach(0 * x, 0),
            approach(x / (1 - x), 0),
            step(
                "squeeze",
                limit(1 / COUNT, "x").eq(0),
                below=0 * x,
                above=x / (1 - x),
                until=q(1),
                steps=_counted(4),
            ),
            approach(exp(x), 1),
            along(exp, q(1), 1 / COUNT, until=q(1), steps=_counted(6)[:2]),
        ],
    },
}
