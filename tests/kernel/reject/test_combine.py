"""Near-misses of ``combine``, and goals whose sides are not defined everywhere."""

from __future__ import annotations

from typing import Any

import pytest

from tests.kernel.helpers import (
    D,
    E,
    absolute,
    combine,
    exp,
    fn,
    integral,
    least,
    log,
    q,
    sqrt,
    step,
    sup,
    symbols,
    using,
    whole,
)
from tests.kernel.reject.row import Row, rejected

n, a, b, c, x, y, z, w = symbols("n a b c x y z w")
DIFFER = "differ in normal form"
SIGNS = "signs do not show"
RELATION = "do not give this relation"
NEGATIVE = "not seen to be >= 0"
EXISTS = "no step shows"

XY = {"x": "0", "y": "1", "z": "2"}

COMBINE: dict[str, Row] = {
    "false equation": (DIFFER, {"goal": ((x + y) ** 2).eq(x**2 + y**2)}),
    "false equation, gap 0": (DIFFER, {"goal": x.eq(x + 1), "steps": [combine(x.eq(x + 1), gap=q(0))]}),
    "equation with a gap": (RELATION, {"goal": x.eq(x + 1), "steps": [combine(x.eq(x + 1), gap=q(1))]}),
    "equation with a gap >= 0": (RELATION, {"goal": x.eq(x + y**2), "steps": [combine(x.eq(x + y**2), gap=y**2)]}),
    "negative gap": (NEGATIVE, {"goal": x + 1 <= x, "steps": [combine(x + 1 <= x, gap=q(-1))]}),
    "gap of unknown sign": (NEGATIVE, {"goal": x <= y, "steps": [combine(x <= y, gap=y - x)]}),
    "gap of another size": (DIFFER, {"goal": x <= x + 1, "steps": [combine(x <= x + 1, gap=q(2))]}),
    "strict from a gap >= 0": (RELATION, {"goal": x < x + y**2, "steps": [combine(x < x + y**2, gap=y**2)]}),
    "ne from a gap >= 0": (RELATION, {"goal": x.ne(x + y**2), "steps": [combine(x.ne(x + y**2), gap=y**2)]}),
    "strict from le": (
        RELATION,
        {
            "goal": x < z,
            "given": [x <= y, y <= z],
            "point": XY,
            "steps": [combine(x < z, **using((0, q(1)), (1, q(1))))],
        },
    ),
    "strict by multiplier 0": (
        DIFFER,
        {"goal": x < z, "given": [x < y], "point": XY, "steps": [combine(x < z, **using((0, q(0))))]},
    ),
    "0 < 0 by multiplier 0": (
        RELATION,
        {"goal": x < x, "given": [x < y], "point": XY, "steps": [combine(x < x, **using((0, q(0))))]},
    ),
    "strict by multiplier >= 0": (
        RELATION,
        {
            "goal": a**2 * x < a**2 * y,
            "given": [x < y],
            "point": XY,
            "steps": [combine(a**2 * x < a**2 * y, **using((0, a**2)))],
        },
    ),
    "negative multiplier": (
        NEGATIVE,
        {"goal": -x < -y, "given": [x < y], "point": XY, "steps": [combine(-x < -y, **using((0, q(-1))))]},
    ),
    "multiplier of unknown sign": (
        NEGATIVE,
        {"goal": a * x <= a * y, "given": [x <= y], "point": XY, "steps": [combine(a * x <= a * y, **using((0, a)))]},
    ),
    "equation from le": (
        RELATION,
        {"goal": x.eq(y), "given": [x <= y], "point": XY, "steps": [combine(x.eq(y), **using((0, q(1))))]},
    ),
    "equation from le both ways": (
        NEGATIVE,
        {
            "goal": x.eq(y),
            "given": [x <= y],
            "point": XY,
            "steps": [combine(x.eq(y), **using((0, q("1/2")), (0, q("-1/2"))))],
        },
    ),
    "inequality from ne": (
        NEGATIVE,
        {"goal": x < y, "given": [x.ne(y)], "point": XY, "steps": [combine(x < y, **using((0, q(1))))]},
    ),
    "ne from ne": (
        NEGATIVE,
        {"goal": y.ne(x), "given": [x.ne(y)], "point": XY, "steps": [combine(y.ne(x), **using((0, q(1))))]},
    ),
    "no such fact": (
        "no fact number",
        {"goal": x < y, "given": [x < y], "point": XY, "steps": [combine(x < y, **using((1, q(1))))]},
    ),
    "fact number -1": (
        "no fact number",
        {"goal": x < y, "given": [x < y], "point": XY, "steps": [combine(x < y, **using((-1, q(1))))]},
    ),
    "fact number true": (
        "no fact number",
        {"goal": x <= y, "given": [x < y], "point": XY, "steps": [combine(x <= y, **{"with": [[False, q(1)]]})]},
    ),
    "own claim": ("no fact number", {"goal": x < y, "steps": [combine(x < y, **using((0, q(1))))]}),
    "rewrite by an inequality": (
        "only an equation",
        {"goal": exp(x).eq(exp(y)), "given": [x <= y], "point": XY, "steps": [combine(exp(x).eq(exp(y)), rewrite=[0])]},
    ),
    "rewrite in the other direction": (
        DIFFER,
        {
            "goal": exp(x).eq(exp(y)),
            "given": [(x + 1).eq(y + 1)],
            "point": {"x": "1", "y": "1"},
            "steps": [combine(exp(x).eq(exp(y)), rewrite=[0])],
        },
    ),
    "rewrite a bound symbol": (
        DIFFER,
        {
            "goal": D(x**2, "x", x).eq(D(x, "x", x)),
            "given": [x.eq(1)],
            "point": {"x": "1"},
            "steps": [combine(D(x**2, "x", x).eq(D(x, "x", x)), rewrite=[0])],
        },
    ),
    "rewrite under a binder": (
        DIFFER,
        {
            "goal": D(x * y, "x", 1).eq(D(x * x, "x", 1)),
            "given": [y.eq(x)],
            "point": {"x": "1", "y": "1"},
            "steps": [combine(D(x * y, "x", 1).eq(D(x * x, "x", 1)), rewrite=[0])],
        },
    ),
    "claimed for another goal": ("must end in", {"goal": x.eq(y), "steps": [combine(x.eq(x))]}),
    "weaker than the goal": ("must end in", {"goal": x < x + 1, "steps": [combine(x <= x + 1, gap=q(1))]}),
    "sides exchanged": ("must end in", {"goal": (x + 1).eq(1 + x), "steps": [combine((1 + x).eq(x + 1))]}),
    "unknown key": ("takes", {"goal": x.eq(x), "steps": [combine(x.eq(x), bits=64)]}),
    "unknown rule": ("no rule", {"goal": x.eq(x), "steps": [step("trust", x.eq(x))]}),
    "rule is a list": ("no rule", {"goal": x.eq(x), "steps": [{"claim": ["eq", "x", "x"], "by": ["combine"]}]}),
    "no claim": ("no claim", {"goal": x.eq(x), "steps": [{"by": "combine"}]}),
    "relation is a list": ("not a fact", {"goal": x.eq(x), "steps": [{"claim": [["eq"], "x", "x"], "by": "combine"}]}),
    "with is a table": ("not a list", {"goal": x < y, "steps": [combine(x < y, **{"with": {}})]}),
    "with holds triples": (
        "not a list of 2",
        {"goal": x < y, "given": [x < y], "point": XY, "steps": [combine(x < y, **{"with": [[0, q(1), q(1)]]})]},
    ),
    "unknown sign": (SIGNS, {"goal": x * y > 0, "given": [x > 0], "point": XY | {"x": "1"}}),
}

UNDEFINED: dict[str, Row] = {
    "reciprocal": ("not shown", {"goal": (1 / x).eq(1 / x)}),
    "0/0": ("not shown", {"goal": (0 / q(0)).eq(0 / q(0))}),
    "cancelled": ("not shown", {"goal": (0 * (1 / x)).eq(0)}),
    "logarithm": ("not shown", {"goal": log(x).eq(log(x))}),
    "logarithm at >= 0": ("not shown", {"goal": log(x).eq(log(x)), "given": [x >= 0], "point": {"x": "1"}}),
    "negative number to a power": (
        "not shown",
        {"goal": (x**n).eq(x**n), "given": [x < 0], "point": {"x": "-1", "n": "1"}},
    ),
    "0 to an integer": (
        "not shown",
        {"goal": (x**n).eq(x**n), "given": [x <= 0, whole(n)], "point": {"x": "-1", "n": "1"}},
    ),
    "0 to an integer >= 0": (
        "not shown",
        {"goal": (x**n).eq(x**n), "given": [whole(n), n >= 0], "point": {"x": "-1", "n": "1"}},
    ),
    "computed exponent": ("not shown", {"goal": (x ** (q(2) * q("1/4"))).eq(x ** (q(2) * q("1/4")))}),
    "root": ("not shown", {"goal": sqrt(x).eq(sqrt(x))}),
    "root of a negative": ("not shown", {"goal": sqrt(x).eq(sqrt(x)), "given": [x < 0], "point": {"x": "-1"}}),
    "cube root of a negative": (
        "not shown",
        {"goal": (x ** "1/3").eq(x ** "1/3"), "given": [x < 0], "point": {"x": "-1"}},
    ),
    "negative root at 0": (
        "not shown",
        {"goal": (x ** "-1/2").eq(x ** "-1/2"), "given": [x >= 0], "point": {"x": "1"}},
    ),
    "0**0": ("not shown", {"goal": (q(0) ** 0).eq(q(0) ** 0)}),
    "x**0": ("not shown", {"goal": (x**0).eq(x**0)}),
    "symbolic power at >= 0": ("not shown", {"goal": (x**a).eq(x**a), "given": [x >= 0], "point": {"x": "1"}}),
    "symbolic power of a negative": ("not shown", {"goal": (x**a).eq(x**a), "given": [x < 0], "point": {"x": "-1"}}),
    "undeclared function": ("not declared", {"goal": fn("f", x).eq(fn("f", x))}),
    "undeclared constant": ("not declared", {"goal": fn("c").eq(fn("c"))}),
    "derivative not declared": (
        "declared",
        {"goal": D(fn("f", z), "z", x).eq(D(fn("f", z), "z", x)), "functions": {"f": 0}},
    ),
    "second derivative not declared": (
        "declared",
        {"goal": D(D(fn("f", z), "z", y), "y", x).eq(D(D(fn("f", z), "z", y), "y", x)), "functions": {"f": 1}},
    ),
    "derivative that no step shows": (EXISTS, {"goal": D(absolute(x), "x", 0).eq(D(absolute(x), "x", 0))}),
    "integral that no step shows": (EXISTS, {"goal": integral(1 / x, "x", 0, 1).eq(integral(1 / x, "x", 0, 1))}),
    "maximum that no step shows": (EXISTS, {"goal": sup(x, "x", 0) <= sup(x, "x", 0)}),
    "under an operation": (EXISTS, {"goal": exp(D(absolute(x), "x", 0)).eq(exp(D(absolute(x), "x", 0)))}),
    "argument of a function": ("not shown", {"goal": fn("f", 1 / x).eq(fn("f", 1 / x)), "functions": {"f": 0}}),
    "point of a derivative": (
        "not shown",
        {"goal": D(y, "y", 1 / x).eq(1), "steps": [step("derivative", D(y, "y", 1 / x).eq(1))]},
    ),
    "second argument of min": (SIGNS, {"goal": least(x, log(x)) <= x, "steps": [combine(least(x, log(x)) <= x)]}),
}


def maximum(left: E, right: E, best: E, *steps: dict[str, Any], **rest: Any) -> dict[str, Any]:
    return dict(goal=left.eq(right), steps=[step("maximum", left.eq(right), at=best, steps=list(steps))], **rest)


@pytest.mark.parametrize("key", COMBINE)
def test_combine(key: str) -> None:
    rejected(COMBINE[key])


@pytest.mark.parametrize("key", UNDEFINED)
def test_undefined(key: str) -> None:
    rejected(UNDEFINED[key])
