"""Rows of the rules about parts of integrals, their limits and their derivatives, for test_rules.py."""

from __future__ import annotations

from typing import Any

from tests.kernel.helpers import D, E, absolute, combine, cos, exp, integral, limit, q, sin, step, symbols, using

a, s, u, u1, x = symbols("a s u u1 x")
HALF = q("1/2")
LEFT, RIGHT = integral(absolute(x), "x", -1, 0), integral(absolute(x), "x", 0, 1)
BOTH = integral(absolute(x), "x", -1, 1)
SIZE_LEFT = step("integral", LEFT.eq(HALF), antiderivative=-(x**2) / 2, integrand=-x)
SIZE_RIGHT = step("integral", RIGHT.eq(HALF), antiderivative=x**2 / 2, integrand=x)

INTEGRAND: dict[str, dict[str, Any]] = {
    "a kink at an end": {"goal": RIGHT.eq(HALF), "steps": [SIZE_RIGHT]},
    "equal by a fact": {
        "goal": integral(sin(x) ** 2 + cos(x) ** 2, "x", 0, 1).eq(1),
        "steps": [
            step("integral", integral(sin(x) ** 2 + cos(x) ** 2, "x", 0, 1).eq(1), antiderivative=x, integrand=q(1))
        ],
    },
}


def line(low: Any, high: Any) -> E:
    return integral(x, "x", low, high)


def over(low: Any, high: Any, value: Any, **rest: Any) -> dict[str, Any]:
    return step("integral", line(low, high).eq(value), antiderivative=x**2 / 2, **rest)


PIECES: dict[str, dict[str, Any]] = {
    "at a kink": {
        "goal": BOTH.eq(1),
        "steps": [
            SIZE_LEFT,
            SIZE_RIGHT,
            step("pieces", BOTH.eq(LEFT + RIGHT), cut=q(0)),
            combine(BOTH.eq(1), **using((0, q(1)), (1, q(1)), (2, q(1)))),
        ],
    },
    "at a place outside": {
        "goal": line(0, 1).eq(HALF),
        "steps": [
            over(0, 2, q(2)),
            over(2, 1, q("-3/2"), flip=True),
            step("pieces", line(0, 1).eq(line(0, 2) + line(2, 1)), cut=q(2)),
            combine(line(0, 1).eq(HALF), **using((0, q(1)), (1, q(1)), (2, q(1)))),
        ],
    },
    "of one that exists": {
        "goal": line(0, 1).eq(line(0, HALF) + line(HALF, 1)),
        "steps": [over(0, 1, HALF), step("pieces", line(0, 1).eq(line(0, HALF) + line(HALF, 1)), cut=HALF)],
    },
    "of one that exists, from the upper end": {
        "goal": line(1, 0).eq(line(1, HALF) + line(HALF, 0)),
        "steps": [
            over(1, 0, -HALF, flip=True),
            step("pieces", line(1, 0).eq(line(1, HALF) + line(HALF, 0)), cut=HALF, flip=True),
        ],
    },
}

SHORTER = integral(x, "x", q(0) + s, 1)
TENDS = limit(SHORTER, "s")


def tending(value: Any = HALF) -> list[dict[str, Any]]:
    """Steps for the limit of the integral from s to 1 as s falls to 0."""
    return [
        step("approach", limit(HALF - s**2 / 2, "s").eq(HALF), until=q(1)),
        step("near", TENDS.eq(value), other=HALF - s**2 / 2, until=q(1), steps=[over(q(0) + s, 1, HALF - s**2 / 2)]),
    ]


IMPROPER: dict[str, dict[str, Any]] = {
    "from the limit": {
        "goal": line(0, 1).eq(HALF),
        "steps": [
            *tending(),
            step("improper", TENDS.eq(line(0, 1))),
            combine(line(0, 1).eq(HALF), **using((1, q(1)), (2, q(-1)))),
        ],
    },
    "to the limit": {
        "goal": limit(integral(x, "x", 0, q(1) - s), "s").eq(HALF),
        "steps": [
            over(0, 1, HALF),
            step("improper", limit(integral(x, "x", 0, q(1) - s), "s").eq(line(0, 1))),
            combine(limit(integral(x, "x", 0, q(1) - s), "s").eq(HALF), **using((0, q(1)), (1, q(1)))),
        ],
    },
}

BELL = integral(exp(-(u**2)), "u", 0, x)
LEIBNIZ: dict[str, dict[str, Any]] = {
    "an end that moves": {
        "goal": D(BELL, "x", x).eq(exp(-(x**2))),
        "given": [x >= 0],
        "point": {"x": "1"},
        "steps": [step("leibniz", D(BELL, "x", x).eq(exp(-(x**2))))],
    },
    "at a number, from above": {
        "goal": D(BELL, "x", -1).eq(exp(-1)),
        "steps": [step("leibniz", D(BELL, "x", -1).eq(exp(-1)), flip=True)],
    },
    "both ends": {
        "goal": D(integral(exp(u), "u", x, x**2), "x", 1).eq(exp(1)),
        "steps": [step("leibniz", D(integral(exp(u), "u", x, x**2), "x", 1).eq(exp(1)))],
    },
    "under the sign": {
        "goal": D(integral(sin(x * u), "u", 0, 1), "x", x).eq(integral(cos(x * u) * u, "u", 0, 1)),
        "steps": [step("leibniz", D(integral(sin(x * u), "u", 0, 1), "x", x).eq(integral(cos(x * u) * u, "u", 0, 1)))],
    },
    "bound name also free": {
        "goal": D(integral(u * x, "u", 0, 1), "x", u).eq(integral(u1, "u1", 0, 1)),
        "steps": [
            step("leibniz", D(integral(u * x, "u", 0, 1), "x", u).eq(integral(u1, "u1", 0, 1))),
        ],
    },
    "a power that is a root at an end": {
        "goal": D(integral(u ** q("1/2") * x, "u", 0, 1), "x", a).eq(integral(u ** q("1/2"), "u", 0, 1)),
        "steps": [
            step(
                "leibniz",
                D(integral(u ** q("1/2") * x, "u", 0, 1), "x", a).eq(integral(u ** q("1/2"), "u", 0, 1)),
            )
        ],
    },
}

FIXED = limit(x + line(0, 1), "x")
CONSTANT: dict[str, dict[str, Any]] = {
    "an integral that exists": {
        "goal": FIXED.eq(line(0, 1)),
        "steps": [
            over(0, 1, HALF),
            step("approach", FIXED.eq(0 + line(0, 1)), until=q(1)),
            combine(FIXED.eq(line(0, 1)), **using((1, q(1)))),
        ],
    },
}

GROWING = limit(integral(x, "x", 0, 1 + s), "s")


def cut_at_1(end: Any) -> dict[str, Any]:
    return step("pieces", line(0, end).eq(line(0, 1) + line(1, end)), cut=q(1))


DEFINED: dict[str, dict[str, Any]] = {
    "what the limit is of exists near 0": {
        "goal": GROWING.eq(5),
        "kind": "refutation",
        "steps": [
            step(
                "order",
                GROWING <= 2,
                at=s,
                until=q(1),
                steps=[
                    combine(q(0) <= 1 + s, **using((0, q(1))), gap=q(1)),
                    combine(q(1) <= 1 + s, **using((0, q(1)))),
                    cut_at_1(1 + s),
                    over(0, 1 + s, (1 + s) ** 2 / 2),
                    combine(line(0, 1 + s) <= 2, **using((5, q(1)), (1, (3 + s) / 2))),
                ],
            ),
            combine(GROWING < 5, **using((0, q(1))), gap=q(3)),
        ],
    },
}
