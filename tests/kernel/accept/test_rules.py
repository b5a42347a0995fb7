"""What each rule proves, with the least that it needs."""

from __future__ import annotations

from typing import Any

import pytest

from symcheck.kernel.rules import RULES
from tests.kernel.helpers import (
    D,
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

COMBINE: dict[str, dict[str, Any]] = {
    "reflexive": {"goal": x.eq(x)},
    "ring": {"goal": ((x + y) ** 2).eq(x**2 + 2 * x * y + y**2)},
    "gap": {"goal": 2 * x * y <= x**2 + y**2, "steps": [combine(2 * x * y <= x**2 + y**2, gap=(x - y) ** 2)]},
    "strict gap": {"goal": x < x + 1, "steps": [combine(x < x + 1, gap=q(1))]},
    "transitive": {
        "goal": x < z,
        "given": [x < y, y <= z],
        "point": {"x": "0", "y": "1", "z": "1"},
        "steps": [combine(x < z, **{"with": [[0, q(1)], [1, q(1)]]})],
    },
    "scaled": {
        "goal": 2 * x < 2 * y,
        "given": [x < y],
        "point": {"x": "0", "y": "1"},
        "steps": [combine(2 * x < 2 * y, **{"with": [[0, q(2)]]})],
    },
    "symbolic multiplier": {
        "goal": a * x <= a * y,
        "given": [x <= y, a >= 0],
        "point": {"x": "0", "y": "1", "a": "1"},
        "steps": [combine(a * x <= a * y, **{"with": [[0, a]]})],
    },
    "equation, negative multiplier": {
        "goal": (-x).eq(-y),
        "given": [x.eq(y)],
        "point": {"x": "1", "y": "1"},
        "steps": [combine((-x).eq(-y), **{"with": [[0, q(-1)]]})],
    },
    "equation into inequality": {
        "goal": x <= y + 1,
        "given": [x.eq(y)],
        "point": {"x": "1", "y": "1"},
        "steps": [combine(x <= y + 1, **{"with": [[0, q(1)]], "gap": q(1)})],
    },
    "rewrite": {
        "goal": exp(x).eq(exp(y)),
        "given": [x.eq(y)],
        "point": {"x": "1", "y": "1"},
        "steps": [combine(exp(x).eq(exp(y)), rewrite=[0])],
    },
    "two steps": {
        "goal": log(x) > 0,
        "given": [x > 1],
        "point": {"x": "2"},
        "steps": [combine(x > 0, **{"with": [[0, q(1)]], "gap": q(1)}), combine(log(x) > 0)],
    },
    "ne from lt": {"goal": x.ne(y), "given": [x < y], "point": {"x": "0", "y": "1"}},
    "sign": {"goal": x * y > 0, "given": [x > 0, y > 0], "point": {"x": "1", "y": "1"}},
    "where": {"goal": (x / x).eq(1), "where": [x.ne(0)], "point": {"x": "1"}},
    "where in a root": {"goal": (sqrt(x) ** 2).eq(x), "where": [q(0) <= x], "point": {"x": "0"}},
    "where in a logarithm": {"goal": log(x).eq(log(x)), "where": [q(0) < x], "point": {"x": "1"}},
    "declared function": {"goal": fn("f", x + y).eq(fn("f", y + x)), "functions": {"f": 0}},
    "declared derivative": {"goal": D(fn("f", z), "z", x).eq(D(fn("f", z), "z", x)), "functions": {"f": 1}},
    "definition": {"goal": fn("F", 3).eq(9), "definitions": [("F", "x", x**2)], "steps": [combine((q(3) ** 2).eq(9))]},
    "definition in definition": {
        "goal": fn("G", x).eq(x**4),
        "definitions": [("F", "x", x**2), ("G", "x", fn("F", fn("F", x)))],
        "steps": [combine(((x**2) ** 2).eq(x**4))],
    },
}

DERIVATIVE: dict[str, dict[str, Any]] = {
    "power": {"goal": D(x**3, "x", x).eq(3 * x**2)},
    "at a number": {"goal": D(x**3, "x", 2).eq(12)},
    "constant": {"goal": D(a, "x", x).eq(0)},
    "product": {"goal": D(x * exp(x), "x", x).eq((x + 1) * exp(x))},
    "quotient": {"goal": D(1 / x, "x", x).eq(-1 / x**2), "given": [x.ne(0)], "point": {"x": "1"}},
    "negative power": {"goal": D(x**-2, "x", x).eq(-2 * x**-3), "given": [x.ne(0)], "point": {"x": "-1"}},
    "root": {"goal": D(sqrt(x), "x", x).eq(1 / (2 * sqrt(x))), "given": [x > 0], "point": {"x": "1"}},
    "symbolic power": {"goal": D(x**a, "x", x).eq(a * x ** (a - 1)), "given": [x > 0], "point": {"x": "1"}},
    "exponential base": {"goal": D(a**x, "x", x).eq(log(a) * a**x), "given": [a > 0], "point": {"a": "2"}},
    "x to the x": {"goal": D(x**x, "x", x).eq(x**x * (log(x) + 1)), "given": [x > 0], "point": {"x": "2"}},
    "logarithm": {"goal": D(log(x), "x", x).eq(1 / x), "given": [x > 0], "point": {"x": "1"}},
    "chain": {"goal": D(log(x**2 + 1), "x", x).eq(2 * x / (x**2 + 1))},
    "absolute value away from 0": {"goal": D(absolute(x), "x", x).eq(-1), "given": [x < 0], "point": {"x": "-1"}},
    "unspecified function": {
        "goal": D(fn("f", x**2), "x", x).eq(2 * x * D(fn("f", z), "z", x**2)),
        "functions": {"f": 1},
    },
    "second derivative": {"goal": D(D(y**3, "y", x), "x", x).eq(6 * x)},
    "mixed": {"goal": D(D(x * y**2, "y", x), "x", x).eq(4 * x)},
    "bound name also free": {"goal": D(x * x, "x", y).eq(2 * y)},
    "constant quotient of defined parts": {"goal": D(x / a, "x", x).eq(1 / a), "given": [a.ne(0)], "point": {"a": "1"}},
}

OPEN = [combine(x > 0, **{"with": [[0, q(1)]], "gap": q(1)})]
INTEGRAL: dict[str, dict[str, Any]] = {
    "polynomial": {
        "goal": integral(x, "x", 0, 1).eq(q("1/2")),
        "steps": [step("integral", integral(x, "x", 0, 1).eq(q("1/2")), antiderivative=x**2 / 2)],
    },
    "equal limits": {
        "goal": integral(x, "x", a, a).eq(0),
        "steps": [step("integral", integral(x, "x", a, a).eq(0), antiderivative=x**2 / 2)],
    },
    "reversed limits": {
        "goal": integral(x, "x", 1, 0).eq(q("-1/2")),
        "steps": [step("integral", integral(x, "x", 1, 0).eq(q("-1/2")), antiderivative=x**2 / 2, flip=True)],
    },
    "away from the singularity": {
        "goal": integral(1 / x**2, "x", 1, 2).eq(q("1/2")),
        "steps": [
            step("integral", integral(1 / x**2, "x", 1, 2).eq(q("1/2")), antiderivative=-1 / x, open=OPEN, closed=OPEN)
        ],
    },
    "improper at an end": {
        "goal": integral(1 / sqrt(x), "x", 0, 4).eq(4),
        "steps": [step("integral", integral(1 / sqrt(x), "x", 0, 4).eq(4), antiderivative=2 * sqrt(x))],
    },
    "limit named as the bound symbol": {
        "goal": integral(2 * x, "x", 0, x).eq(x**2),
        "given": [x >= 0],
        "point": {"x": "1"},
        "steps": [step("integral", integral(2 * x, "x", 0, x).eq(x**2), antiderivative=x**2)],
    },
    "derivative of a function": {
        "goal": integral(D(fn("f", z), "z", x), "x", 0, 1).eq(fn("f", 1) - fn("f", 0)),
        "functions": {"f": 2},
        "steps": [
            step(
                "integral",
                integral(D(fn("f", z), "z", x), "x", 0, 1).eq(fn("f", 1) - fn("f", 0)),
                antiderivative=fn("f", x),
            )
        ],
    },
}

PEAK = 4 * x - x**2
MAXIMUM: dict[str, dict[str, Any]] = {
    "parabola": {
        "goal": sup(PEAK, "x", 0).eq(4),
        "steps": [
            step(
                "maximum",
                sup(PEAK, "x", 0).eq(4),
                at=q(2),
                steps=[combine(4 * q(2) - q(2) ** 2 >= PEAK, gap=(x - 2) ** 2)],
            )
        ],
    },
    "at the end": {
        "goal": sup(-x, "x", a).eq(-a),
        "steps": [step("maximum", sup(-x, "x", a).eq(-a), at=a, steps=[combine(-x <= -a, **{"with": [[0, q(1)]]})])],
    },
    "constant": {
        "goal": sup(b, "x", 0).eq(b),
        "steps": [step("maximum", sup(b, "x", 0).eq(b), at=q(7), steps=[combine(b <= b)])],
    },
}
CASES: dict[str, dict[str, Any]] = {
    "absolute value": {
        "goal": x <= absolute(x),
        "steps": [
            step(
                "cases",
                x <= absolute(x),
                pivot=[x, q(0)],
                branches=[
                    [combine(x <= absolute(x), **{"with": [[0, q(2)]]})],
                    [combine(x <= absolute(x))],
                    [combine(x <= absolute(x))],
                ],
            )
        ],
    },
    "square of the absolute value": {
        "goal": (absolute(x) ** 2).eq(x**2),
        "steps": [
            step(
                "cases",
                (absolute(x) ** 2).eq(x**2),
                pivot=[x, q(0)],
                branches=[
                    [combine((absolute(x) ** 2).eq(x**2))],
                    [combine((absolute(x) ** 2).eq(x**2), rewrite=[0])],
                    [combine((absolute(x) ** 2).eq(x**2))],
                ],
            )
        ],
    },
    "min plus max": {
        "goal": (least(x, y) + greatest(x, y)).eq(x + y),
        "steps": [
            step(
                "cases",
                (least(x, y) + greatest(x, y)).eq(x + y),
                pivot=[x, y],
                branches=[
                    [combine((least(x, y) + greatest(x, y)).eq(x + y))],
                    [combine((least(x, y) + greatest(x, y)).eq(x + y), **{"with": [[0, q(1)]]})],
                    [combine((least(x, y) + greatest(x, y)).eq(x + y))],
                ],
            )
        ],
    },
    "impossible branch": {
        "goal": x > 0,
        "given": [x > 0],
        "point": {"x": "1"},
        "steps": [step("cases", x > 0, pivot=[x, q(0)], branches=[[], [], []])],
    },
}

KINKED = D(absolute(y), "y", x)
ABSURD: dict[str, dict[str, Any]] = {
    "anything": {
        "goal": x.eq(x),
        "given": [x > 0],
        "point": {"x": "1"},
        "steps": [
            step(
                "cases",
                x.eq(x),
                pivot=[x, q(0)],
                branches=[[step("absurd", x > 7, fact=0)], [step("absurd", x.eq(3), fact=1)], []],
            ),
            combine(x.eq(x)),
        ],
    },
    "existence in the possible branch": {
        "goal": KINKED.eq(1),
        "given": [x > 0],
        "point": {"x": "1"},
        "steps": [
            step(
                "cases",
                KINKED.eq(1),
                pivot=[x, q(0)],
                branches=[
                    [step("absurd", KINKED.eq(1), fact=0)],
                    [step("absurd", KINKED.eq(1), fact=1)],
                    [step("derivative", KINKED.eq(1))],
                ],
            ),
        ],
    },
}

ENCLOSE: dict[str, dict[str, Any]] = {
    "rounding": {"goal": log(2) < q("6932/10000"), "steps": [step("enclose", log(2) < q("6932/10000"), bits=64)]},
    "exact root": {"goal": (q(8) ** "2/3").eq(4), "steps": [step("enclose", (q(8) ** "2/3").eq(4), bits=64)]},
    "different": {"goal": exp(1).ne(q("2718/1000")), "steps": [step("enclose", exp(1).ne(q("2718/1000")), bits=64)]},
    "many bits": {
        "goal": q("27182818284590452353602874713526624977/10000000000000000000000000000000000000") < exp(1),
        "steps": [
            step(
                "enclose",
                q("27182818284590452353602874713526624977/10000000000000000000000000000000000000") < exp(1),
                bits=256,
            )
        ],
    },
}

EARLIER = statement((x / y) * y <= x + z**2, [y.ne(0)])
SMOOTH = statement(fn("f", x).eq(fn("f", x)), functions={"f": 1})
SLOPE = statement(D(a * x, "x", b).eq(a))
CITE: dict[str, dict[str, Any]] = {
    "as it stands": {
        "goal": (x / y) * y <= x + z**2,
        "given": [y.ne(0)],
        "point": {"y": "1"},
        "judged": [EARLIER],
        "steps": [step("cite", (x / y) * y <= x + z**2, statement=EARLIER.digest(), values={})],
    },
    "instance": {
        "goal": (y / q(2)) * q(2) <= y + x**2,
        "judged": [EARLIER],
        "steps": [
            step("cite", (y / q(2)) * q(2) <= y + x**2, statement=EARLIER.digest(), values={"x": y, "y": q(2), "z": x})
        ],
    },
    "smoother here": {
        "goal": fn("f", a).eq(fn("f", a)),
        "functions": {"f": 2},
        "judged": [SMOOTH],
        "steps": [step("cite", fn("f", a).eq(fn("f", a)), statement=SMOOTH.digest(), values={"x": a})],
    },
    "a derivative that the earlier judgement showed to exist": {
        "goal": D(2 * x, "x", b).eq(2),
        "judged": [SLOPE],
        "steps": [step("cite", D(2 * x, "x", b).eq(2), statement=SLOPE.digest(), values={"a": q(2)})],
    },
}

AT_ZERO = {"kind": "refutation", "point": {"x": "0"}}
CHECK: dict[str, dict[str, Any]] = {
    "refuted equation": {
        "goal": (x**2).eq(x),
        "kind": "refutation",
        "point": {"x": "2"},
        "steps": [step("enclose", (q(2) ** 2).ne(2), bits=64)],
    },
    "refuted le": {"goal": x <= 0, "kind": "refutation", "point": {"x": "1"}, "steps": [combine(q(0) < q(1))]},
    "refuted lt, equal": dict(goal=x < 0, **AT_ZERO, steps=[combine(q(0).eq(0))]),
    "refuted lt, le": dict(goal=x < 0, **AT_ZERO, steps=[combine(q(0) <= q(0))]),
    "refuted ne": dict(goal=x.ne(0), **AT_ZERO, steps=[combine(q(0).eq(0))]),
    "refuted under given": {
        "goal": x**2 <= x,
        "given": [x > 1],
        "kind": "refutation",
        "point": {"x": "2"},
        "steps": [step("enclose", q(2) < q(2) ** 2, bits=64)],
    },
    "refuted derivative": {
        "goal": D(y**2, "y", x).eq(x),
        "kind": "refutation",
        "point": {"x": "1"},
        "steps": [step("derivative", D(y**2, "y", 1).eq(2)), combine(D(y**2, "y", 1).ne(1), rewrite=[0])],
    },
    "refuted for a function": {
        "goal": fn("f", 2).eq(2 * fn("f", 1)),
        "functions": {"f": 0},
        "kind": "refutation",
        "functions_": {"f": [["t"], exp(symbols("t")[0])]},
        "steps": [step("enclose", exp(2).ne(2 * exp(1)), bits=64)],
    },
    "refuted for a smooth function": {
        "goal": fn("f", 2).eq(2 * fn("f", 1)),
        "functions": {"f": 3},
        "kind": "refutation",
        "functions_": {"f": [["t"], exp(symbols("t")[0])]},
        "steps": [step("enclose", exp(2).ne(2 * exp(1)), bits=64)],
    },
}

STEEP = integral(1 / x**2, "x", 0, 1)
ROOT = integral(x ** q("-1/2"), "x", 0, 1)
TENTH = [combine(x > 0, **{"with": [[0, q(1)]]}, gap=q("1/10"))]
AT_LEAST: dict[str, dict[str, Any]] = {
    "an integral that does not exist": {
        "goal": STEEP.eq(3),
        "kind": "refutation",
        "steps": [
            step("at_least", q(9) <= STEEP, antiderivative=-1 / x, cut=q("1/10"), closed=TENTH),
            combine(q(3) < STEEP, **{"with": [[0, q(1)]]}, gap=q(6)),
        ],
    },
    "on the other side": {
        "goal": q(3).eq(STEEP),
        "kind": "refutation",
        "steps": [
            step("at_least", q(9) <= STEEP, antiderivative=-1 / x, cut=q("1/10"), closed=TENTH),
            combine(q(3) < STEEP, **{"with": [[0, q(1)]]}, gap=q(6)),
        ],
    },
    "an improper integral that exists": {
        "goal": ROOT.eq(1),
        "kind": "refutation",
        "steps": [
            step(
                "at_least",
                2 - 2 * q("1/10") ** q("1/2") <= ROOT,
                antiderivative=2 * x ** q("1/2"),
                cut=q("1/10"),
                closed=TENTH,
            ),
            step("enclose", q(1) < 2 - 2 * q("1/10") ** q("1/2"), bits=64),
            combine(q(1) < ROOT, **{"with": [[0, q(1)], [1, q(1)]]}),
        ],
    },
}

ROWS = {
    f"{rule}: {name}": (rule, row)
    for rule, table in {
        "combine": COMBINE,
        "derivative": DERIVATIVE,
        "integral": INTEGRAL,
        "at_least": AT_LEAST,
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
def test_accepted(key: str) -> None:
    rule, row = ROWS[key]
    row = dict(row)
    default = [step("derivative", row["goal"])] if rule == "derivative" else []
    examples = row.pop("functions_", {})
    judgement = prove(row.pop("goal"), *row.pop("steps", default), examples=examples, **row)
    assert judgement.outcome == ("refuted" if row.get("kind") else "proved")
    assert bool(judgement.uses) == (rule == "cite")


def test_every_rule_has_rows() -> None:
    assert set(RULES) <= {rule for rule, _ in ROWS.values()}
