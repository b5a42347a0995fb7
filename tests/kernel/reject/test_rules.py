"""Near-misses of each rule: the claim is false, undefined, or doesn't follow from what the step names."""

from __future__ import annotations

from typing import Any

import pytest

from symcheck.kernel.term import Reject
from tests.kernel.helpers import (
    D,
    E,
    absolute,
    combine,
    exp,
    fn,
    greatest,
    integral,
    least,
    log,
    prove,
    q,
    sqrt,
    statement,
    step,
    sup,
    symbols,
)

n, a, b, c, x, y, z, w = symbols("n a b c x y z w")
DIFFER, SIGNS, RELATION = "differ in normal form", "signs do not show", "do not give this relation"
NEGATIVE, EXISTS, NOT_SHOWN = "not seen to be >= 0", "no step shows", "not shown"
Row = tuple[str, dict[str, Any]]


def using(*pairs: tuple[int, E]) -> dict[str, Any]:
    return {"with": [list(p) for p in pairs]}


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
        "pairs",
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

DERIVATIVE: dict[str, Row] = {
    "wrong exponent": ("the derivative is", {"goal": D(x**3, "x", x).eq(3 * x**3)}),
    "wrong sign": (
        "the derivative is",
        {"goal": D(1 / x, "x", x).eq(1 / x**2), "given": [x.ne(0)], "point": {"x": "1"}},
    ),
    "forgotten chain": ("the derivative is", {"goal": D(exp(2 * x), "x", x).eq(exp(2 * x))}),
    "forgotten product": ("the derivative is", {"goal": D(x * exp(x), "x", x).eq(exp(x))}),
    "by the wrong symbol": ("the derivative is", {"goal": D(x * y, "y", y).eq(y)}),
    "at the wrong point": ("the derivative is", {"goal": D(x**2, "x", y).eq(2 * x)}),
    "bound symbol free on the right": ("the derivative is", {"goal": D(x**2, "x", 3).eq(2 * x)}),
    "symbolic power of what may be <= 0": (NOT_SHOWN, {"goal": D(x**a, "x", x).eq(a * x ** (a - 1))}),
    "root at 0": (NOT_SHOWN, {"goal": D(sqrt(x), "x", 0).eq(0)}),
    "x**(3/2) at 0": (NOT_SHOWN, {"goal": D(x ** "3/2", "x", 0).eq(0)}),
    "root at >= 0": (
        NOT_SHOWN,
        {"goal": D(sqrt(x), "x", x).eq(1 / (2 * sqrt(x))), "given": [x >= 0], "point": {"x": "1"}},
    ),
    "kink": (NOT_SHOWN, {"goal": D(absolute(x), "x", 0).eq(0)}),
    "kink, right side": (NOT_SHOWN, {"goal": D(absolute(x), "x", 0).eq(1)}),
    "kink possible": (NOT_SHOWN, {"goal": D(absolute(x), "x", x).eq(1), "given": [x >= 0], "point": {"x": "1"}}),
    "smooth composite through a kink": (NOT_SHOWN, {"goal": D(absolute(x) ** 2, "x", 0).eq(0)}),
    "minimum": ("no derivative rule", {"goal": D(least(x, 1), "x", 0).eq(1)}),
    "maximum at its kink": ("no derivative rule", {"goal": D(greatest(x, 0), "x", 0).eq(0)}),
    "pole": (NOT_SHOWN, {"goal": D(1 / x, "x", 0).eq(0)}),
    "removable pole": (NOT_SHOWN, {"goal": D(x**2 / x, "x", 0).eq(1)}),
    "0 times a pole": (NOT_SHOWN, {"goal": D(0 * (1 / x), "x", 0).eq(0)}),
    "undefined constant": (NOT_SHOWN, {"goal": D(x * (1 / a), "x", 1).eq(1 / a)}),
    "0 times an undefined constant": (NOT_SHOWN, {"goal": D(x + 0 * log(a), "x", 1).eq(1)}),
    "logarithm": (NOT_SHOWN, {"goal": D(log(x), "x", x).eq(1 / x), "given": [x.ne(0)], "point": {"x": "1"}}),
    "logarithm cancelled": (NOT_SHOWN, {"goal": D(log(x) - log(x), "x", x).eq(0)}),
    "exponential of a base <= 0": (NOT_SHOWN, {"goal": D(a**x, "x", x).eq(log(a) * a**x)}),
    "x**0 at 0": (NOT_SHOWN, {"goal": D(x**0, "x", 0).eq(0)}),
    "function not differentiable": (
        "not declared differentiable",
        {"goal": D(fn("f", x) * 0, "x", x).eq(0), "functions": {"f": 0}},
    ),
    "function of two arguments": (
        "no derivative rule",
        {"goal": D(fn("f", x, y), "x", x).eq(0), "functions": {"f": 1}},
    ),
    "undeclared function": ("not declared differentiable", {"goal": D(fn("f", x), "x", x).eq(D(fn("f", z), "z", x))}),
    "undeclared constant function": ("not declared", {"goal": D(fn("f", a), "x", x).eq(0)}),
    "second derivative of a once differentiable function": (
        "not declared differentiable",
        {
            "goal": D(D(fn("f", z), "z", y), "y", x).eq(D(D(fn("f", z), "z", y), "y", x)),
            "functions": {"f": 1},
            "steps": [step("derivative", D(2 * D(fn("f", z), "z", y), "y", x).eq(0))],
        },
    ),
    "nested kink": (NOT_SHOWN, {"goal": D(D(absolute(y), "y", x), "x", 0).eq(0)}),
    "second derivative of |x| x at 0": (NOT_SHOWN, {"goal": D(D(absolute(y) * y, "y", x), "x", 0).eq(0)}),
    "integral in the body": ("no derivative rule", {"goal": D(integral(y, "y", 0, x), "x", 1).eq(1)}),
    "no derivative on the left": (
        "a derivative on the left",
        {"goal": x.eq(x), "steps": [step("derivative", x.eq(x))]},
    ),
    "inequality": (
        "a derivative on the left",
        {"goal": D(x, "x", 1) <= 1, "steps": [step("derivative", D(x, "x", 1) <= 1)]},
    ),
    "derivative on the right": (
        "a derivative on the left",
        {"goal": q(1).eq(D(x, "x", 1)), "steps": [step("derivative", q(1).eq(D(x, "x", 1)))]},
    ),
}


def fundamental(left: E, right: E, primitive: E, **rest: Any) -> dict[str, Any]:
    claim = left.eq(right)
    given = {"given": rest.pop("given", ()), "point": rest.pop("point", {}), "functions": rest.pop("functions", None)}
    return dict(goal=claim, steps=[step("integral", claim, antiderivative=primitive, **rest)], **given)


LOWER = [combine(x > 0, **using((0, q(1))), gap=q(1))]
WRONG = "antiderivative has the derivative"
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


def enclosed(goal: Any, bits: Any = 64) -> dict[str, Any]:
    return {"goal": goal, "steps": [step("enclose", goal, bits=bits)]}


UNDECIDED = "do not decide"
ENCLOSE: dict[str, Row] = {
    "wrong last digit": (UNDECIDED, enclosed(log(2) < q("6931/10000"))),
    "wrong rounding interval": (UNDECIDED, enclosed(q("69315/100000") <= log(2) - q("1/100000"))),
    "equation of an irrational": (UNDECIDED, enclosed(log(2).eq(q("6931471805599453/10000000000000000")))),
    "irrational equal to itself": (UNDECIDED, enclosed(exp(1).eq(exp(1)))),
    "too few bits": (
        UNDECIDED,
        enclosed(q("27182818284590452353602874713526624977/10000000000000000000000000000000000000") < exp(1), 16),
    ),
    "ne of equals": (UNDECIDED, enclosed((q(8) ** "2/3").ne(4))),
    "lt of equals": (UNDECIDED, enclosed((q(8) ** "2/3") < 4)),
    "a symbol": ("not closed", enclosed(x <= x)),
    "a function": ("cannot evaluate", enclosed(fn("f", 1) <= 2)),
    "an integral": ("cannot evaluate", enclosed(integral(x, "x", 0, 1) <= 2)),
    "division by 0": ("contains 0", enclosed(1 / q(0) <= 2)),
    "logarithm of 0": ("positive", enclosed(log(0) <= 2)),
    "logarithm of a negative": ("positive", enclosed(log(-1) <= 2)),
    "root of a negative": ("positive", enclosed(q(-8) ** "1/3" <= 2)),
    "0**0": ("contains 0", enclosed(q(0) ** 0 <= 2)),
    "0**-1": ("contains 0", enclosed(q(0) ** -1 <= 2)),
    "derivative at a kink": (NOT_SHOWN, enclosed(D(absolute(x), "x", 0) <= 2)),
    "derivative at an undefined point": ("contains 0", enclosed(D(x, "x", 1 / q(0)) <= 2)),
    "no bits": (UNDECIDED, enclosed(q(1) <= 2, None)),
    "bits true": (UNDECIDED, enclosed(q(1) <= 2, True)),
    "0 bits": ("precision", enclosed(q(1) <= 2, 0)),
    "a million bits": ("precision", enclosed(q(1) <= 2, 10**6)),
}

ROOT = statement((sqrt(x) ** 2).eq(x), [x >= 0])
GUARDED = statement((x / y).eq(x / y), where=[y.ne(0)])
SMOOTH = statement(fn("f", x).eq(fn("f", x)), functions={"f": 2})
REFLEXIVE = statement(y.eq(y))
SLOPE = statement(D(c * x, "x", 1).eq(c))
NESTED = statement(D(D(absolute(y), "y", x), "x", 1).eq(0))
KINK = D(absolute(x), "x", 0)


def cited(goal: Any, earlier: Any, values: Any, *then: Any, known: bool = True, **rest: Any) -> dict[str, Any]:
    claim = rest.pop("claim", goal)
    steps = [step("cite", claim, statement=earlier.digest(), values=values), *then]
    return dict(goal=goal, steps=steps, judged=[earlier] if known else [], **rest)


BODY = D((1 / q(0)) * x, "x", 1)
INNER = D(absolute(y), "y", x)
CITE: dict[str, Row] = {
    "not judged": (
        "no such earlier",
        cited((sqrt(x) ** 2).eq(x), ROOT, {}, known=False, given=[x >= 0], point={"x": "1"}),
    ),
    "condition missing": (NOT_SHOWN, cited((sqrt(x) ** 2).eq(x), ROOT, {})),
    "condition of the instance missing": (
        NOT_SHOWN,
        cited((sqrt(y) ** 2).eq(y), ROOT, {"x": y}, given=[x >= 0], point={"x": "1"}),
    ),
    "another claim": (
        "the earlier judgement says",
        cited((sqrt(y) ** 2).eq(y), ROOT, {}, given=[x >= 0], point={"x": "1"}),
    ),
    "its condition as the claim": (
        "the earlier judgement says",
        cited(x >= 0, ROOT, {}, given=[x >= 0], point={"x": "1"}),
    ),
    "where missing": (NOT_SHOWN, cited((x / y).eq(x / y), GUARDED, {})),
    "where missing at 0": (NOT_SHOWN, cited((x / q(0)).eq(x / q(0)), GUARDED, {"y": q(0)})),
    "rougher function": ("smoother", cited(fn("f", x).eq(fn("f", x)), SMOOTH, {}, functions={"f": 1})),
    "undeclared function": ("smoother", cited(fn("f", x).eq(fn("f", x)), SMOOTH, {})),
    "another function": ("smoother", cited(fn("g", x).eq(fn("g", x)), SMOOTH, {}, functions={"g": 2})),
    "defined function": ("smoother", cited(x.eq(x), SMOOTH, {}, claim=x.eq(x), definitions=[("f", "x", x)])),
    "values is a list": ("no such earlier", cited(y.eq(y), REFLEXIVE, [])),
    "value is no term": ("not a term", cited(y.eq(y), REFLEXIVE, {"y": 1})),
    "value under a wrong name": ("no such earlier", cited(y.eq(y), REFLEXIVE, {"": q(1)})),
    "derivative brought in as a value": (EXISTS, cited(KINK.eq(KINK), REFLEXIVE, {"y": KINK})),
    "undefined value inside a derivative": (
        NOT_SHOWN + "|" + EXISTS,
        cited(BODY.eq(BODY), SLOPE, {"c": 1 / q(0)}, combine(BODY.eq(BODY)), claim=BODY.eq(1 / q(0))),
    ),
    "bound symbol made free": (
        EXISTS,
        cited(INNER.eq(INNER), NESTED, {}, combine(INNER.eq(INNER)), claim=D(INNER, "x", 1).eq(0)),
    ),
}
FALSE = combine(q(0) < q(1))
POINT = "not a term|neither a number|each symbol a rational"
INCREASING = "not seen to increase"


def refuted(goal: Any, *steps: Any, **rest: Any) -> dict[str, Any]:
    return {"goal": goal, "kind": "refutation", "steps": list(steps)} | rest


def example(order: int, *entry: Any) -> dict[str, Any]:
    goal = fn("f", 1) <= 0
    return refuted(goal, step("enclose", q(0) < exp(1), bits=64), functions={"f": order}, examples={"f": list(entry)})


t = symbols("t")[0]
CHECK: dict[str, Row] = {
    "no point": ("does not satisfy|cannot evaluate", {"goal": x > 0, "given": [x > 0]}),
    "point outside": ("does not satisfy", {"goal": x > 0, "given": [x > 0], "point": {"x": "-1"}}),
    "contradictory given": ("does not satisfy", {"goal": q(0).eq(1), "given": [x > 0, x < 0], "point": {"x": "1"}}),
    "point where given is undefined": ("contains 0", {"goal": x.eq(x), "given": [1 / x > 0], "point": {"x": "0"}}),
    "point outside where": ("does not satisfy", {"goal": (1 / x).eq(1 / x), "where": [x.ne(0)], "point": {"x": "0"}}),
    "point with a decimal": (POINT, {"goal": x.eq(x), "point": {"x": "0.5"}}),
    "point with a number": (POINT, {"goal": x.eq(x), "point": {"x": 1}}),
    "point with an expression": (POINT, {"goal": x.eq(x), "point": {"x": ["add", "1", "1"]}}),
    "point with other digits": (POINT, {"goal": x.eq(x), "point": {"x": "١"}}),
    "point with a line end": (POINT, {"goal": x.eq(x), "point": {"x": "1\n"}}),
    "where not necessary": ("defined without", {"goal": (1 / x).eq(1 / x), "where": [x > 0], "point": {"x": "1"}}),
    "where too strong": ("defined without", {"goal": sqrt(x).eq(sqrt(x)), "where": [q(0) < x], "point": {"x": "1"}}),
    "where of another term": (
        "defined without",
        {"goal": (1 / x).eq(1 / x), "where": [y.ne(0)], "point": {"x": "1", "y": "1"}},
    ),
    "where that is the goal": ("defined without", {"goal": x.eq(1), "where": [x.eq(1)], "point": {"x": "1"}}),
    "where below a binder": (
        "defined without",
        {"goal": D(1 / x, "x", 1).eq(-1), "where": [x.ne(0)], "point": {"x": "1"}},
    ),
    "refutes a truth": (DIFFER, refuted(x.eq(x), combine(q(1).eq(2)), point={"x": "1"})),
    "not at the point": ("must end in", refuted(x <= 0, combine(q(0) < q(2)), point={"x": "1"})),
    "outside given": ("does not satisfy", refuted(x <= 1, FALSE, given=[x <= 1], point={"x": "2"})),
    "without a value": ("without a value", refuted(x <= y, FALSE, point={"x": "1"})),
    "undefined at the point": (
        "not shown to be defined",
        refuted((1 / x).eq(1 / x + 1), combine((1 / q(0)).ne(1 / q(0) + 1), gap=q(1)), point={"x": "0"}),
    ),
    "undefined root at the point": (
        "not shown to be defined",
        refuted(sqrt(x).eq(sqrt(x) + 1), combine(sqrt(-1).ne(sqrt(-1) + 1), gap=q(1)), point={"x": "-1"}),
    ),
    "derivative missing at the point": (EXISTS, refuted(KINK.eq(KINK + 1), combine(KINK.ne(KINK + 1), gap=q(1)))),
    "le refuted by le": ("must end in", refuted(x <= 0, combine(q(0) <= q(0)), point={"x": "0"})),
    "ne refuted by le": ("must end in", refuted(x.ne(0), combine(q(0) <= q(0)), point={"x": "0"})),
    "lt refuted by lt": ("must end in", refuted(x < 1, combine(q(0) < q(1)), point={"x": "0"})),
    "cites": (
        "no such earlier",
        refuted(
            x.ne(x),
            step("cite", q(1).eq(1), statement=REFLEXIVE.digest(), values={"y": q(1)}),
            point={"x": "1"},
            judged=[REFLEXIVE],
        ),
    ),
    "function without an example": (
        "must end in|not declared",
        refuted(fn("f", 1).eq(0), combine(q(0) < q(1)), functions={"f": 0}),
    ),
    "example of an undeclared function": (
        "declared functions",
        refuted(x <= 0, FALSE, point={"x": "1"}, examples={"f": [["t"], t]}),
    ),
    "example that falls": (INCREASING, example(1, ["t"], -t)),
    "example that is flat": (INCREASING, example(1, ["t"], t**3)),
    "example that is constant": (INCREASING, example(1, ["t"], q(1))),
    "example with a pole": ("defined for all", example(0, ["t"], 1 / t)),
    "example with a kink": (NOT_SHOWN, example(1, ["t"], 2 * t + absolute(t))),
    "example with a kink in a derivative": (NOT_SHOWN, example(2, ["t"], 3 * t + t * absolute(t))),
    "example of another symbol": ("defined for all", example(1, ["t"], t + x)),
    "example that calls": ("defined for all", example(1, ["t"], fn("f", t))),
    "example with a derivative": ("defined for all", example(0, ["t"], KINK)),
    "example of two parameters": ("one parameter", example(1, ["t", "u"], t)),
    "parameter twice": ("not parameters", example(0, ["t", "t"], t)),
    "parameter that is no name": ("not parameters", example(0, ["1"], q(1))),
}

ROWS = {
    f"{rule}: {name}": row
    for rule, table in {
        "combine": COMBINE,
        "undefined": UNDEFINED,
        "derivative": DERIVATIVE,
        "integral": INTEGRAL,
        "maximum": MAXIMUM,
        "cases": CASES,
        "absurd": ABSURD,
        "enclose": ENCLOSE,
        "cite": CITE,
        "check": CHECK,
    }.items()
    for name, row in table.items()
}


@pytest.mark.parametrize("key", ROWS)
def test_rejected(key: str) -> None:
    reason, row = ROWS[key]
    row = dict(row)
    goal = row.pop("goal")
    steps = row.pop("steps", [step("derivative", goal)] if key.startswith("derivative") else [])
    with pytest.raises(Reject, match=reason):
        prove(goal, *steps, **row)
