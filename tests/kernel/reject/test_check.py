"""What is around the steps: the point, ``where``, refutations, examples of functions."""

from __future__ import annotations

from typing import Any

import pytest

from tests.kernel.helpers import (
    D,
    absolute,
    combine,
    exp,
    fn,
    integral,
    log,
    q,
    sqrt,
    statement,
    step,
    symbols,
)
from tests.kernel.reject.row import Row, rejected

n, a, b, c, x, y, z, w = symbols("n a b c x y z w")
t = symbols("t")[0]
DIFFER = "differ in normal form"
EXISTS = "no step shows"
NOT_SHOWN = "not shown"

REFLEXIVE = statement(y.eq(y))

KINK = D(absolute(x), "x", 0)

FALSE = combine(q(0) < q(1))

POINT = "not a term|neither a number"

INCREASING = "not seen to increase"


def refuted(goal: Any, *steps: Any, **rest: Any) -> dict[str, Any]:
    return {"goal": goal, "kind": "refutation", "steps": list(steps)} | rest


def example(order: int, *entry: Any) -> dict[str, Any]:
    goal = fn("f", 1) <= 0
    return refuted(goal, step("enclose", q(0) < exp(1), bits=64), functions={"f": order}, examples={"f": list(entry)})


CHECK: dict[str, Row] = {
    "no point": ("does not satisfy|cannot evaluate", {"goal": x > 0, "given": [x > 0]}),
    "point outside": ("does not satisfy", {"goal": x > 0, "given": [x > 0], "point": {"x": "-1"}}),
    "point beside an equation": (
        "does not satisfy",
        {"goal": x.eq(x), "given": [(x + y).eq(sqrt(2))], "point": {"x": "1", "y": sqrt("1999999/1000000") - 1}},
    ),
    "point on an equation of undefined sides": (
        "positive",
        {"goal": x.eq(x), "given": [log(x).eq(log(x))], "point": {"x": "-1"}},
    ),
    "contradictory given": ("does not satisfy", {"goal": q(0).eq(1), "given": [x > 0, x < 0], "point": {"x": "1"}}),
    "point where given is undefined": ("contains 0", {"goal": x.eq(x), "given": [1 / x > 0], "point": {"x": "0"}}),
    "point outside where": ("does not satisfy", {"goal": (1 / x).eq(1 / x), "where": [x.ne(0)], "point": {"x": "0"}}),
    "point with a decimal": (POINT, {"goal": x.eq(x), "point": {"x": "0.5"}}),
    "point with a number": (POINT, {"goal": x.eq(x), "point": {"x": 1}}),
    "point with a symbol": ("cannot evaluate", {"goal": x.eq(x), "point": {"x": ["add", "1", "y"]}}),
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
    "where below an integral": (
        "defined without",
        {"goal": integral(1 / x, "x", 1, x).eq(log(x)), "where": [x.ne(0)], "point": {"x": "1"}},
    ),
    "where too strong for a derivative": (
        "defined without",
        {"goal": D(sqrt(x), "x", x).eq(1), "where": [q(0) < x], "point": {"x": "1"}},
    ),
    "refutes a truth": (DIFFER, refuted(x.eq(x), combine(q(1).eq(2)), point={"x": "1"})),
    "not at the point": ("must end in", refuted(x <= 0, combine(q(0) < q(2)), point={"x": "1"})),
    "outside given": ("does not satisfy", refuted(x <= 1, FALSE, given=[x <= 1], point={"x": "2"})),
    "without a value": ("without a value", refuted(x <= y, FALSE, point={"x": "1"})),
    "undefined at the point": (
        "not shown",
        refuted((1 / x).eq(1 / x + 1), combine((1 / q(0)).ne(1 / q(0) + 1), gap=q(1)), point={"x": "0"}),
    ),
    "undefined root at the point": (
        "not shown",
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
    "parameter that is no name": ("not a name", example(0, ["1"], q(1))),
}


@pytest.mark.parametrize("key", CHECK)
def test_rejected(key: str) -> None:
    rejected(CHECK[key])
