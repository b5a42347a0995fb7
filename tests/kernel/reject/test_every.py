"""Near-misses of quantified facts: captured names, hypotheses that are undefined, points at which they fail."""

from __future__ import annotations

from typing import Any

import pytest

from symcheck.kernel.facts import Every, Fact
from tests.kernel.helpers import (
    D,
    absolute,
    combine,
    every,
    fn,
    integral,
    log,
    q,
    sqrt,
    statement,
    step,
    sup,
    symbols,
    using,
)
from tests.kernel.reject.row import Row, rejected

n, m, a, b, c, x, y, z = symbols("n m a b c x y z")
NOT_SHOWN = "not shown"
NOT_AT_POINT = "not shown at the point"
PEAK = every("n", n >= 0, then=2 * n - n**2 <= a)
SHOWN = [combine(2 * n - n**2 <= 1, gap=(n - 1) ** 2)]
AT_ONE = {"assumed": [PEAK], "every": [SHOWN], "point": {"a": "1"}}


def used(claim: Fact, number: Any = 0, **values: Any) -> dict[str, Any]:
    return step("use", claim, every=number, values=values)


def peak(goal: Fact, *steps: Any, **rest: Any) -> dict[str, Any]:
    """A proof from ``PEAK``, of the goal by one ``use`` unless steps are given."""
    return {"goal": goal, "steps": list(steps)} | AT_ONE | rest


USE: dict[str, Row] = {
    "hypothesis not shown": (NOT_SHOWN, peak(2 * x - x**2 <= a, used(2 * x - x**2 <= a, n=x))),
    "hypothesis false": (NOT_SHOWN, peak(q(-3) <= a, used(2 * q(-1) - q(-1) ** 2 <= a, n=q(-1)))),
    "another instance": ("the instance is", peak(2 * q(1) - q(1) ** 2 <= a, used(2 * q(1) - q(1) ** 2 <= a, n=q(2)))),
    "equal but not the instance": ("the instance is", peak(a >= 1, used(q(1) <= a, n=q(1)))),
    "the other relation": ("the instance is", peak(2 * q(1) - q(1) ** 2 < a, used(2 * q(1) - q(1) ** 2 < a, n=q(1)))),
    "its hypothesis as the claim": ("the instance is", peak(q(2) >= 0, used(q(2) >= 0, n=q(2)))),
    "no value": ("values are needed", peak(2 * n - n**2 <= a, used(2 * n - n**2 <= a))),
    "a value for a free symbol": (
        "values are needed",
        peak(q(1) <= q(0), used(2 * q(1) - q(1) ** 2 <= 0, n=q(1), a=q(0))),
    ),
    "a value for a free symbol alone": ("values are needed", peak(2 * n - n**2 <= 0, used(2 * n - n**2 <= 0, a=q(0)))),
    "no such number": ("no quantified fact number 1", peak(x.eq(x), used(x.eq(x), 1, n=x))),
    "a negative number": ("no quantified fact number -1", peak(x.eq(x), used(x.eq(x), -1, n=x))),
    "none given": ("no quantified fact number 0", {"goal": x.eq(x), "steps": [used(x.eq(x), 0, n=x)]}),
    "in a refutation": (
        "no quantified fact number 0",
        peak(x < 0, used(2 * q(1) - q(1) ** 2 <= 1, n=q(1)), kind="refutation", point={"a": "1", "x": "1"}),
    ),
    "to show another at the point": (
        "no quantified fact number 1",
        {
            "goal": q(1) < q(0),
            "assumed": [every("n", then=n < a), every("n", then=n < b)],
            "every": [[used(n < 1, 1, n=n)], [used(n < 1, 0, n=n)]],
            "point": {"a": "1", "b": "1"},
            "steps": [combine(q(1) < 0)],
        },
    ),
}

# -- names --------------------------------------------------------------------------------------------------------

FIVE = every("n", n.eq(0), then=x >= 5)  # a fact about x alone
FIVE_GIVEN: dict[str, Any] = {"assumed": [FIVE], "every": [[]], "point": {"x": "6"}}
CLASH = [used(x >= 5, n=q(0)), combine(q(0) < -4, **using((1, q(1)), (2, q(1))))]
"""A contradiction, if the x of the quantified fact were the one between 0 and 1 (facts 0 and 1)."""
OVER = [used(x >= 5, n=q(0)), combine(x + 1 <= x)]
CAPTURED = "differ in normal form|signs do not show|must end in"


def five(goal: Fact, *steps: Any) -> dict[str, Any]:
    return {"goal": goal, "steps": list(steps)} | FIVE_GIVEN


DOWN = (-q(0)) <= -q(1)
CAPTURE: dict[str, Row] = {
    "rising": (
        CAPTURED,
        five(
            DOWN,
            step(
                "rising",
                DOWN,
                of=-x,
                name="x",
                low=q(0),
                high=q(1),
                open=[*CLASH, combine(-q(1) >= 0, **using((3, q("1/4"))))],
            ),
        ),
    ),
    "stationary": (
        CAPTURED,
        five(
            D(x, "x", "1/2").eq(0),
            step(
                "stationary",
                D(x, "x", "1/2").eq(0),
                low=q(0),
                high=q(1),
                steps=[*CLASH, combine(x <= q("1/2"), **using((3, q(1))), gap=4 + q("1/2") - x)],
            ),
        ),
    ),
    "maximum": (
        CAPTURED,
        five(
            sup(-x, "x", 0).eq(-5),
            step("maximum", sup(-x, "x", 0).eq(-5), at=q(5), steps=[used(x >= 5, n=q(0)), combine(-x <= -q(5))]),
        ),
    ),
    "integral": (
        NOT_SHOWN,
        five(
            integral(1 / x**2, "x", 0, 1).eq(-1),
            step(
                "integral",
                integral(1 / x**2, "x", 0, 1).eq(-1),
                antiderivative=-1 / x,
                open=[used(x >= 5, n=q(0)), combine(x > 0, **using((2, q(1))), gap=q(5))],
                closed=[used(x >= 5, n=q(0)), combine(x > 0, **using((2, q(1))), gap=q(5))],
            ),
        ),
    ),
    "bound name as a value": (
        "the instance is",
        {
            "goal": fn("f", n).eq(n),
            "functions": {"f": 0},
            "assumed": [every("n m", then=(fn("f", n) + m).eq(n + m))],
            "every": [[]],
            "examples": {"f": [["t"], symbols("t")[0]]},
            "steps": [step("use", (fn("f", n) + n).eq(n + n), every=0, values={"n": m, "m": n})],
        },
    ),
    "value below a binder of its name": (
        "the instance is",
        {
            "goal": D(n * z, "z", 1).eq(n),
            "assumed": [every("n", then=D(n * z, "z", 1).eq(n))],
            "every": [[step("derivative", D(n * z, "z", 1).eq(n))]],
            "steps": [used(D(z * z, "z", 1).eq(z), n=z)],
        },
    ),
    "the point does not fix the bound name": (
        NOT_AT_POINT,
        {"goal": n >= 0, "given": [n >= 0], "point": {"n": "1"}, "assumed": [every("n", then=n >= 0)], "every": [[]]},
    ),
}

# -- junk ---------------------------------------------------------------------------------------------------------

NULL = 1 / q(0)
SIGN_OF_INVERSE = [every("n", f, then=a < n**2) for f in (1 / n < 0, (1 / n).eq(0), 1 / n > 0)]
"""Together: a < n**2 for every n but 0.  That gives a <= 0, and not a < 0."""
FALSE_GIVEN = {
    "assumed": SIGN_OF_INVERSE,
    "every": [[combine(q(-1) < n**2, gap=n**2 + 1)]] * 3,
    "point": {"a": "-1"},
}

BELOW = statement(a <= 0, [b > 0], every=[every("n", b > 0, then=a <= n**2)])


def at_zero(number: int) -> list[Any]:
    return [used(a < q(0) ** 2, number, n=q(0)), combine(a < 0, **using((1, q(1))))]


JUNK: dict[str, Row] = {
    "hypotheses undefined": (
        "not shown: 0 ≠ 0",
        {
            "goal": a < 0,
            "steps": [step("cases", a < 0, pivot=[NULL, q(0)], branches=[at_zero(0), at_zero(1), at_zero(2)])],
        }
        | FALSE_GIVEN,
    ),
    "value of a hypothesis undefined": (
        NOT_SHOWN,
        peak(
            2 * absolute(NULL) - absolute(NULL) ** 2 <= a,
            used(2 * absolute(NULL) - absolute(NULL) ** 2 <= a, n=absolute(NULL)),
        ),
    ),
    "hypothesis with a function that is not declared": (
        "not declared",
        {
            "goal": x <= a,
            "given": [x <= 1],
            "assumed": [every("n", fn("f", n).eq(fn("f", n)), then=x <= a)],
            "every": [[combine(q(1) <= 1)]],
            "point": {"x": "1", "a": "1"},
            "steps": [used(x <= a, n=q(0))],
        },
    ),
    "instance that is undefined as the goal": (
        NOT_SHOWN,
        {
            "goal": absolute(NULL) >= 0,
            "assumed": [every("n", then=absolute(n) >= 0)],
            "every": [[combine(absolute(n) >= 0)]],
            "steps": [used(absolute(NULL) >= 0, n=NULL)],
        },
    ),
    "cited with an undefined value": (
        "not shown: 0 ≠ 0",
        {
            "goal": a <= 0,
            "assumed": [every("n", NULL > 0, then=a <= n**2)],
            "every": [[combine(q(-1) <= n**2, gap=n**2 + 1)]],
            "point": {"a": "-1"},
            "judged": [BELOW],
            "steps": [
                step(
                    "cases",
                    a <= 0,
                    pivot=[q(0), NULL],
                    branches=[[step("cite", a <= 0, statement=BELOW.digest(), values={"b": NULL})], [], []],
                )
            ],
        },
    ),
}

# -- at the point -------------------------------------------------------------------------------------------------


def shown(fact: Every, *steps: Any, **rest: Any) -> dict[str, Any]:
    """A proof of nothing much under one quantified fact, with the steps that show it at the point."""
    return {"goal": x.eq(x), "steps": [combine(x.eq(x))], "assumed": [fact], "every": [list(steps)]} | rest


ROOT = every("n", n >= a, then=sqrt(n) <= sqrt(n))
SHOWN_AT: dict[str, Row] = {
    "nothing shown": (NOT_AT_POINT, shown(every("n", then=n <= a), point={"a": "1"})),
    "false at the point": ("signs do not show", shown(PEAK, combine(2 * n - n**2 <= 0), point={"a": "0"})),
    "at another point": (NOT_AT_POINT, shown(PEAK, *SHOWN, point={"a": "0"})),
    "a hypothesis left out": (NOT_AT_POINT, shown(every("n", n >= 0, then=n >= a), combine(n >= 0), point={"a": "1"})),
    "one instance": (NOT_AT_POINT, shown(every("n", then=n <= a), combine(q(0) <= 1), point={"a": "1"})),
    "free symbol as a number in the steps": (NOT_AT_POINT, shown(PEAK, combine(q(1) <= 1), point={"a": "1"})),
    "without a value": (NOT_AT_POINT, shown(every("n", n >= 0, then=n <= a), combine(n >= 0), point={})),
    "fewer lists of steps": ("not a list of 1", shown(PEAK, point={"a": "1"}) | {"every": []}),
    "more lists of steps": ("not a list of 1", shown(PEAK, point={"a": "1"}) | {"every": [SHOWN, SHOWN]}),
    "in the other order": (
        NOT_AT_POINT,
        shown(PEAK, point={"a": "1", "b": "-1"})
        | {"assumed": [PEAK, every("n", then=b < n**2)], "every": [[combine(q(-1) < n**2)], SHOWN]},
    ),
    "conclusion undefined": (
        "not shown: 0 ≤ n",
        shown(ROOT, combine(sqrt(n) <= sqrt(n)), point={"a": "-1"}),
    ),
    "conclusion undefined at the end": (
        "not shown: n ≠ 0",
        shown(every("n", n >= 0, then=(1 / n).eq(1 / n)), combine((1 / n).eq(1 / n))),
    ),
    "conclusion defined by nothing": (
        "not shown: n ≠ 0",
        shown(every("n", 1 / n > 0, then=(1 / n).eq(1 / n)), combine((1 / n).eq(1 / n))),
    ),
    "conclusion that is a hypothesis, undefined": (
        "not shown: 0 < n",
        shown(every("n", log(n) <= a, then=log(n) <= a), point={"a": "1"}),
    ),
    "derivative that no step shows": (
        "no step shows",
        shown(
            every("n", then=D(absolute(z), "z", n) <= D(absolute(z), "z", n)),
            combine(D(absolute(z), "z", n) <= D(absolute(z), "z", n)),
        ),
    ),
    "function without an example": (
        "not declared",
        shown(every("n", then=fn("f", n).eq(fn("f", n))), combine(fn("f", n).eq(fn("f", n))), functions={"f": 0}),
    ),
    "false for the example": (
        NOT_AT_POINT,
        shown(every("n", then=fn("f", n) >= 0), functions={"f": 0}, examples={"f": [["t"], symbols("t")[0]]}),
    ),
    "cites": (
        "no such earlier",
        shown(
            every("n", then=n.eq(n)),
            step("cite", n.eq(n), statement=statement(y.eq(y)).digest(), values={"y": n}),
            judged=[statement(y.eq(y))],
        ),
    ),
    "refutation where the quantified fact is false": (
        NOT_AT_POINT,
        {"goal": a >= 1, "kind": "refutation", "point": {"a": "0"}, "assumed": [PEAK], "every": [[]]}
        | {"steps": [combine(q(0) < q(1))]},
    ),
    "refutation without its steps": (
        "not a list of 1",
        {"goal": a >= 1, "kind": "refutation", "point": {"a": "0"}, "assumed": [PEAK], "steps": [combine(q(0) < q(1))]},
    ),
}

COORDINATES: dict[str, Row] = {
    "undefined": ("contains 0", {"goal": x.eq(x), "point": {"x": NULL}}),
    "hides an undefined part": ("contains 0", {"goal": x.eq(x), "point": {"x": 0 * NULL}}),
    "logarithm of a negative number": ("not entirely positive", {"goal": x.eq(x), "point": {"x": log(-1)}}),
    "root of a negative number": ("not entirely positive", {"goal": x.eq(x), "point": {"x": sqrt(-2)}}),
    "0 to the 0": ("contains 0", {"goal": x.eq(x), "point": {"x": q(0) ** 0}}),
    "not closed": ("cannot evaluate", {"goal": x.eq(x), "point": {"x": y + 1}}),
    "not closed, multiplied by 0": ("cannot evaluate", {"goal": x.eq(x), "point": {"x": 0 * y}}),
    "itself": ("cannot evaluate", {"goal": x.eq(x), "point": {"x": x}}),
    "another coordinate": ("cannot evaluate", {"goal": x.eq(x), "point": {"x": q(1), "y": x}}),
    "a bound name": (
        "cannot evaluate",
        {"goal": q(1) < q(0), "assumed": [every("n", then=n <= a)], "point": {"a": n}, "every": [[combine(n <= n)]]},
    ),
    "a function": ("cannot evaluate", {"goal": x.eq(x), "point": {"x": fn("f", 1)}, "functions": {"f": 0}}),
    "a definition": ("cannot evaluate", {"goal": x.eq(x), "point": {"x": fn("F")}, "definitions": [("F", "", q(1))]}),
    "an integral": ("cannot evaluate", {"goal": x.eq(x), "point": {"x": integral(z, "z", 0, 1)}}),
    "a maximum": ("cannot evaluate", {"goal": x.eq(x), "point": {"x": sup(-z, "z", 0)}}),
    "a derivative at a kink": (NOT_SHOWN, {"goal": x.eq(x), "point": {"x": D(absolute(z), "z", 0)}}),
    "a derivative of an undefined constant": ("contains 0", {"goal": x.eq(x), "point": {"x": D(NULL, "z", 0)}}),
    "a derivative at an undefined place": ("contains 0", {"goal": x.eq(x), "point": {"x": D(q(1), "z", NULL)}}),
    "a derivative with a free symbol": ("cannot evaluate", {"goal": x.eq(x), "point": {"x": D(y + z, "z", 0)}}),
    "not in the given": ("does not satisfy", {"goal": x.eq(x), "given": [x**2 < 2], "point": {"x": sqrt(2)}}),
    "an equation that is nearly right": (
        "does not satisfy",
        {"goal": x.eq(x), "given": [(x**2).eq(q("2000000000000001/1000000000000000"))], "point": {"x": sqrt(2)}},
    ),
    "a refutation in the wrong direction": (
        "do not decide",
        {
            "goal": x < 2,
            "kind": "refutation",
            "point": {"x": sqrt(2)},
            "steps": [step("enclose", q(2) <= sqrt(2), bits=64)],
        },
    ),
}

# -- cited --------------------------------------------------------------------------------------------------------

TOP = statement(a >= 1, every=[PEAK])


def citing(goal: Fact, earlier: Any = TOP, *quantified: Every, **rest: Any) -> dict[str, Any]:
    cited = step("cite", goal, statement=earlier.digest(), values=rest.pop("values", {}))
    return {"goal": goal, "steps": [cited], "judged": [earlier], "assumed": quantified} | rest


ABSENT = "a quantified fact is not among the given"
LESS = every("n", n >= 1, then=2 * n - n**2 <= a)
CITE: dict[str, Row] = {
    "no quantified fact": (ABSENT, citing(a >= 1)),
    "weaker": (ABSENT, citing(a >= 1, TOP, LESS, every=[SHOWN], point={"a": "1"})),
    "of another symbol": (
        ABSENT,
        citing(b >= 1, TOP, PEAK, every=[SHOWN], point={"a": "1"}, values={"a": b}),
    ),
    "of a number": (ABSENT, citing(q(0) >= 1, TOP, PEAK, every=[SHOWN], point={"a": "1"}, values={"a": q(0)})),
    "the free symbol is bound here": (
        ABSENT,
        citing(
            a >= 1,
            statement(a >= 1, every=[every("n", then=n**2 <= a)]),
            every("a", then=a**2 <= a**2 + a**2),
            every=[[combine(a**2 <= a**2 + a**2)]],
        ),
    ),
    "a value for the bound name": (
        ABSENT,
        citing(a >= 1, TOP, every("n", q(3) >= 0, then=2 * q(3) - q(3) ** 2 <= a), values={"n": q(3)}, point={"a": "0"})
        | {"every": [[combine(2 * q(3) - q(3) ** 2 <= 0)]]},
    ),
    "bound names swapped": (
        ABSENT,
        citing(
            a <= b,
            statement(a <= b, every=[every("n m", n <= m, then=a + n <= b + m)]),
            every("m n", n <= m, then=a + n <= b + m),
            every=[[combine(0 + n <= 0 + m, **using((0, q(1))))]],
            point={"a": "0", "b": "0"},
        ),
    ),
    "one of two": (
        ABSENT,
        citing(a >= 1, statement(a >= 1, every=[PEAK, every("n", then=n < a)]), PEAK, every=[SHOWN], point={"a": "1"}),
    ),
    "hypotheses in another order": (
        ABSENT,
        citing(
            a >= 1,
            statement(a >= 1, every=[every("n", n >= 0, n <= 2, then=n <= a)]),
            every("n", n <= 2, n >= 0, then=n <= a),
            every=[[combine(n <= 2)]],
            point={"a": "2"},
        ),
    ),
    "in a sub-proof with its name": (
        ABSENT,
        {
            "goal": D(x, "x", "1/2").eq(0),
            "assumed": [FIVE],
            "every": [[]],
            "point": {"x": "6"},
            "judged": [statement(x >= 5, every=[FIVE])],
            "steps": [
                step(
                    "stationary",
                    D(x, "x", "1/2").eq(0),
                    low=q(0),
                    high=q(1),
                    steps=[step("cite", y >= 5, statement=statement(x >= 5, every=[FIVE]).digest(), values={"x": y})],
                )
            ],
        },
    ),
    "in a refutation": (
        "no such earlier",
        citing(a >= 1, TOP, PEAK, every=[SHOWN], point={"a": "1"}, kind="refutation"),
    ),
}

ROWS = {
    f"{table}: {key}": row
    for table, rows in {
        "use": USE,
        "names": CAPTURE,
        "junk": JUNK,
        "at the point": SHOWN_AT,
        "coordinates": COORDINATES,
        "cite": CITE,
    }.items()
    for key, row in rows.items()
}


@pytest.mark.parametrize("key", ROWS)
def test_rejected(key: str) -> None:
    rejected(ROWS[key])
