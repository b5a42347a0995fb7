"""Near-misses of ``cite``: conditions, functions and definedness that the earlier judgement does not cover."""

from __future__ import annotations

from typing import Any

import pytest

from tests.kernel.helpers import (
    D,
    absolute,
    combine,
    fn,
    q,
    sqrt,
    statement,
    step,
    symbols,
)
from tests.kernel.reject.row import Row, rejected

n, a, b, c, x, y, z, w = symbols("n a b c x y z w")
EXISTS = "no step shows"
NOT_SHOWN = "not shown"

ROOT = statement((sqrt(x) ** 2).eq(x), [x >= 0])

LEAST = statement(x >= -1, [x >= 0])

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
    "condition false of the instance": (NOT_SHOWN, cited(q(-5) >= -1, LEAST, {"x": q(-5)})),
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
    "values is a list": ("not a table", cited(y.eq(y), REFLEXIVE, [])),
    "value is no term": ("not a term", cited(y.eq(y), REFLEXIVE, {"y": 1})),
    "value under a wrong name": ("not a name", cited(y.eq(y), REFLEXIVE, {"": q(1)})),
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


@pytest.mark.parametrize("key", CITE)
def test_rejected(key: str) -> None:
    rejected(CITE[key])
