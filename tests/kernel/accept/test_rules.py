"""What each rule proves, with the least that it needs."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from symcheck.kernel.facts import Fact
from symcheck.kernel.rules import RULES
from tests.kernel.accept import integers, integrals, limits
from tests.kernel.helpers import (
    EULER,
    PI,
    D,
    absolute,
    asin,
    asinh,
    atan,
    certificate,
    combine,
    cos,
    erf,
    every,
    exp,
    floor,
    fn,
    gamma,
    greatest,
    integral,
    least,
    log,
    prove,
    q,
    sign,
    sin,
    sqrt,
    statement,
    step,
    sup,
    symbols,
    total,
    using,
    whole,
)

n, m, a, b, c, x, x1, y, z, w = symbols("n m a b c x x1 y z w")

COMBINE: dict[str, dict[str, Any]] = {
    "reflexive": {"goal": x.eq(x)},
    "ring": {"goal": ((x + y) ** 2).eq(x**2 + 2 * x * y + y**2)},
    "a negative number to an integer": {
        "goal": (x**n).eq(x**n),
        "given": [x < 0, whole(n)],
        "point": {"x": "-1", "n": "-3"},
    },
    "an exponent that is computed": {"goal": (x ** (q(6) * q("1/3"))).eq(x * x)},
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
    "where in a derivative": {
        "goal": D(log(x), "x", x).eq(1 / x),
        "where": [q(0) < x],
        "point": {"x": "1"},
        "steps": [step("derivative", D(log(x), "x", x).eq(1 / x))],
    },
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
    "sine": {"goal": D(sin(2 * x), "x", x).eq(2 * cos(2 * x))},
    "cosine": {"goal": D(cos(x**2), "x", x).eq(-2 * x * sin(x**2))},
    "tangent": {
        "goal": D(sin(x) / cos(x), "x", x).eq(1 / cos(x) ** 2),
        "given": [cos(x).ne(0)],
        "point": {"x": "1"},
    },
    "arc tangent": {"goal": D(atan(x / 3), "x", x).eq(3 / (x**2 + 9))},
    "arc sine": {
        "goal": D(asin(x), "x", x).eq(1 / sqrt(1 - x**2)),
        "given": [x > -1, x < 1, x**2 < 1],
        "point": {"x": "1/2"},
    },
    "error function": {"goal": D(erf(x), "x", x).eq(2 * exp(-(x**2)) / sqrt(PI))},
    "Euler's constant": {"goal": D(EULER * x, "x", x).eq(EULER)},
    "inverse hyperbolic sine": {"goal": D(asinh(x), "x", x).eq(1 / sqrt(x**2 + 1))},
    "sign away from 0": {"goal": D(sign(x) * x, "x", x).eq(sign(x)), "given": [x.ne(0)], "point": {"x": "-1"}},
    "a circular constant": {"goal": D(PI * x + floor(a), "x", x).eq(PI)},
    "a constant gamma": {"goal": D(gamma(a) * x, "x", x).eq(gamma(a)), "given": [a > 0], "point": {"a": "1"}},
    "a constant sum": {"goal": D(x * total(a, "a", 1, 3), "x", x).eq(total(a, "a", 1, 3))},
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
TOP_OF_PEAK = combine(4 * q(2) - q(2) ** 2 >= PEAK, gap=(x - 2) ** 2)
BUMP = x / (1 + x**2)


def attained(value: Any, whole: Any, at: Any, cut: Any, *tail: dict[str, Any], **rest: Any) -> dict[str, Any]:
    """A step that shows a maximum to exist."""
    return step("attained", value <= whole, at=at, cut=cut, tail=list(tail), **rest)


ATTAINED: dict[str, dict[str, Any]] = {
    "beyond an end": {
        "goal": 4 * q(1) - q(1) ** 2 <= sup(PEAK, "x", 0),
        "steps": [
            attained(
                4 * q(1) - q(1) ** 2, sup(PEAK, "x", 0), q(1), q(3),
                combine(4 * q(1) - q(1) ** 2 >= PEAK, **using((0, q(2))), gap=(x - 3) ** 2),
            )
        ],
    },
    "at the end": {"goal": -a <= sup(-x, "x", a), "steps": [attained(-a, sup(-x, "x", a), a, a)]},
    "no formula for the place": {
        "goal": q(1) / (1 + q(1) ** 2) <= sup(BUMP, "x", 0),
        "steps": [
            attained(
                q(1) / (1 + q(1) ** 2), sup(BUMP, "x", 0), q(1), q(1),
                combine(x > 0, **using((0, q(1))), gap=q(1)),
                combine(q(1) / (1 + q(1) ** 2) >= BUMP, gap=(x - 1) ** 2 / (2 * (1 + x**2))),
            )
        ],
    },
}  # fmt: skip
BENEATH: dict[str, dict[str, Any]] = {
    "another value": {
        "goal": 4 * b - b**2 <= sup(PEAK, "x", 0),
        "given": [b >= 0],
        "point": {"b": "1"},
        "steps": [
            attained(4 * q(2) - q(2) ** 2, sup(PEAK, "x", 0), q(2), q(2), TOP_OF_PEAK),
            step("beneath", 4 * b - b**2 <= sup(PEAK, "x", 0), at=b),
        ],
    },
    "of a maximum whose value is known": {
        "goal": 4 * q(1) - q(1) ** 2 <= sup(PEAK, "x", 0),
        "steps": [
            step("maximum", sup(PEAK, "x", 0).eq(4), at=q(2), steps=[TOP_OF_PEAK]),
            step("beneath", 4 * q(1) - q(1) ** 2 <= sup(PEAK, "x", 0), at=q(1)),
        ],
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
    "a fact whose sign is told by what it is about": {
        "goal": x.eq(x),
        "given": [x > 0],
        "point": {"x": "1"},
        "steps": [
            step("cases", x.eq(x), pivot=[x**2, q(0)], branches=[[step("absurd", x > 7, fact=1)], [], []]),
            combine(x.eq(x)),
        ],
    },
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
    "a strict fact between equal terms": {
        "goal": x.eq(x),
        "given": [x > 0],
        "point": {"x": "1"},
        "steps": [
            step(
                "cases",
                x.eq(x),
                pivot=[x, q(0)],
                branches=[
                    [
                        combine(q(0) < 0, **using((0, q(1)), (1, q(1)))),
                        step("absurd", x > 7, fact=2),
                        step("absurd", x.eq(x), fact=2),
                    ],
                    [step("absurd", x.eq(x), fact=1)],
                    [],
                ],
            ),
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
QUANTIFIED = statement(a >= 1, every=[every("n", n >= 0, then=2 * n - n**2 <= a)])
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
    "a quantified fact under other names": {
        "goal": a >= 1,
        "assumed": [every("m", m >= 0, then=2 * m - m**2 <= a)],
        "every": [[combine(2 * m - m**2 <= 1, gap=(m - 1) ** 2)]],
        "point": {"a": "1"},
        "judged": [QUANTIFIED],
        "steps": [step("cite", a >= 1, statement=QUANTIFIED.digest(), values={})],
    },
    "a quantified fact for other values": {
        "goal": n + 1 >= 1,
        "assumed": [every("a", a >= 0, then=2 * a - a**2 <= n + 1)],
        "every": [[combine(2 * a - a**2 <= q(0) + 1, gap=(a - 1) ** 2)]],
        "point": {"n": "0"},
        "judged": [QUANTIFIED],
        "steps": [step("cite", n + 1 >= 1, statement=QUANTIFIED.digest(), values={"a": n + 1})],
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
    "refuted at an irrational point": {
        "goal": (x**2).ne(2),
        "given": [x > 1],
        "kind": "refutation",
        "point": {"x": sqrt(2)},
        "steps": [combine((sqrt(2) ** 2).eq(2))],
    },
    "a point on an equation, seen by normal forms": {
        "goal": (x + y).eq(y + x),
        "given": [(x + y).eq(sqrt(2)), x > 0],
        "point": {"x": "1", "y": sqrt(2) - 1},
        "steps": [combine((x + y).eq(y + x))],
    },
    "point that is a derivative": {
        "goal": x > 1,
        "given": [x > "3/2"],
        "point": {"x": D(z**2, "z", 1)},
        "steps": [combine(x > 1, **using((0, q(1))), gap=q("1/2"))],
    },
    "refuted under a quantified fact": {
        "goal": a >= 2,
        "kind": "refutation",
        "assumed": [every("n", n >= 0, then=2 * n - n**2 <= a)],
        "every": [[combine(2 * n - n**2 <= 1, gap=(n - 1) ** 2)]],
        "point": {"a": "1"},
        "steps": [combine(q(1) < 2)],
    },
    "quantified fact that needs nothing": {
        "goal": x.eq(x),
        "assumed": [every("n", n > 0, then=n >= 0)],
        "every": [[]],
        "steps": [combine(x.eq(x))],
    },
    "quantified fact with a hypothesis that is undefined somewhere": {
        "goal": x.eq(x),
        "assumed": [every("n", log(n) > 0, then=n.eq(n))],
        "every": [[combine(n.eq(n))]],
        "steps": [combine(x.eq(x))],
    },
    "quantified fact of another symbol": {
        "goal": x.eq(x),
        "assumed": [every("n", n >= y, then=n + 1 > y)],
        "every": [[combine(n + 1 > y, **using((0, q(1))), gap=q(1))]],
        "steps": [combine(x.eq(x))],
    },
    "quantified fact shown for an example": {
        "goal": fn("f", 1) > 0,
        "kind": "refutation",
        "functions": {"f": 0},
        "functions_": {"f": [["t"], -(symbols("t")[0] ** 2)]},
        "assumed": [every("n", then=fn("f", n) <= fn("f", 0))],
        "every": [[combine(-(n**2) <= -(q(0) ** 2), gap=n**2)]],
        "steps": [combine(-(q(1) ** 2) <= 0)],
    },
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

BOUNDED = every("n", n >= 0, then=2 * n - n**2 <= a)
BELOW = [combine(2 * n - n**2 <= 1, gap=(n - 1) ** 2)]
AT_ONE: dict[str, Any] = {"assumed": [BOUNDED], "every": [BELOW], "point": {"a": "1"}}
ONE = 2 * q(1) - q(1) ** 2
USE: dict[str, dict[str, Any]] = {
    "at a number": {
        "goal": a >= 1,
        "steps": [step("use", a >= ONE, every=0, values={"n": q(1)}), combine(a >= 1, **using((0, q(1))))],
    }
    | AT_ONE,
    "hypothesis among the facts": {
        "goal": 2 * (x - y) - (x - y) ** 2 <= a,
        "given": [x - y >= 0],
        "steps": [step("use", 2 * (x - y) - (x - y) ** 2 <= a, every=0, values={"n": x - y})],
    }
    | AT_ONE
    | {"point": {"a": "1", "x": "1", "y": "0"}},
    "value with the bound name": {
        "goal": fn("f", m, n) <= fn("f", n, m),
        "functions": {"f": 0},
        "assumed": [every("n m", then=fn("f", n, m) <= fn("f", m, n))],
        "every": [[combine(n + m <= m + n)]],
        "functions_": {"f": [["s", "t"], symbols("s")[0] + symbols("t")[0]]},
        "steps": [step("use", fn("f", m, n) <= fn("f", n, m), every=0, values={"n": m, "m": n})],
    },
    "bound name also free": {
        "goal": q(3) <= n,
        "assumed": [every("n", n.eq(3), then=n <= 3), every("m", m.eq(0), then=q(3) + m <= n)],
        "every": [[combine(n <= 3, **using((0, q(1))))], [combine(q(3) + m <= 4, **using((0, q(1))), gap=q(1))]],
        "point": {"n": "4"},
        "steps": [
            step("use", q(3) + q(0) <= n, every=1, values={"m": q(0)}),
            combine(q(3) <= n, **using((0, q(1)))),
        ],
    },
    "value below a binder": {
        "goal": D(z * w, "w", 1).eq(z),
        "assumed": [every("n", then=D(n * w, "w", 1).eq(n))],
        "every": [[step("derivative", D(n * w, "w", 1).eq(n))]],
        "steps": [
            step("use", D(z * w, "w", 1).eq(z), every=0, values={"n": z}),
            step("derivative", D(z * w, "w", 1).eq(z)),
        ],
    },
    "in a sub-proof": {
        "goal": a >= 0,
        "steps": [
            step(
                "cases",
                a >= 0,
                pivot=[a, q(0)],
                branches=[
                    [step("use", a >= ONE, every=0, values={"n": q(1)}), combine(a >= 0, **using((1, q(1))), gap=q(1))],
                    [],
                    [],
                ],
            )
        ],
    }
    | AT_ONE,
    "no hypothesis": {
        "goal": a <= 0,
        "assumed": [every("n", then=a <= n**2)],
        "every": [[combine(q(-1) <= n**2)]],
        "point": {"a": "-1"},
        "steps": [step("use", a <= q(0) ** 2, every=0, values={"n": q(0)}), combine(a <= 0, **using((0, q(1))))],
    },
    "opened definitions": {
        "goal": a >= 1,
        "definitions": [("F", "t", 2 * symbols("t")[0] - symbols("t")[0] ** 2)],
        "assumed": [every("n", n >= 0, then=fn("F", n) <= a)],
        "every": [BELOW],
        "point": {"a": "1"},
        "steps": [step("use", a >= ONE, every=0, values={"n": q(1)}), combine(a >= 1, **using((0, q(1))))],
    },
    "an irrational point": {
        "goal": a >= 1,
        "assumed": [BOUNDED],
        "every": [
            [
                step("enclose", q(1) < sqrt(2), bits=64),
                combine(2 * n - n**2 <= sqrt(2), **using((1, q(1))), gap=(n - 1) ** 2),
            ]
        ],
        "point": {"a": sqrt(2)},
        "steps": [step("use", a >= ONE, every=0, values={"n": q(1)}), combine(a >= 1, **using((0, q(1))))],
    },
}

SLOPE_AT = D(fn("f", z), "z", x)
RISES = every("n", n > 0, then=D(fn("f", z), "z", n) >= 0)
RISING: dict[str, dict[str, Any]] = {
    "a line": {"goal": q(0) < 1, "steps": [step("rising", q(0) < 1, of=x, name="x", low=q(0), high=q(1))]},
    "constant": {"goal": a <= a, "steps": [step("rising", a <= a, of=a, name="x", low=q(0), high=q(1))]},
    "no length": {
        "goal": a**3 <= a**3,
        "steps": [step("rising", a**3 <= a**3, of=x**3, name="x", low=a, high=a, open=[combine(3 * x**2 >= 0)])],
    },
    "between symbols": {
        "goal": a**3 <= b**3,
        "given": [a <= b],
        "point": {"a": "0", "b": "1"},
        "steps": [step("rising", a**3 <= b**3, of=x**3, name="x", low=a, high=b)],
    },
    "bound name also an end": {
        "goal": exp(x) < exp(y),
        "given": [x < y],
        "point": {"x": "0", "y": "1"},
        "steps": [step("rising", exp(x) < exp(y), of=exp(x), name="x", low=x, high=y)],
    },
    "steep at an end": {
        "goal": sqrt(0) < sqrt(a),
        "given": [a > 0],
        "point": {"a": "1"},
        "steps": [
            step(
                "rising",
                sqrt(0) < sqrt(a),
                of=sqrt(x),
                name="x",
                low=q(0),
                high=a,
                open=[combine(x > 0, **using((1, q(1))))],
            )
        ],
    },
    "a kink at the end": {
        "goal": absolute(0) < absolute(1),
        "steps": [step("rising", absolute(0) < absolute(1), of=absolute(x), name="x", low=q(0), high=q(1))],
    },
    "by a quantified fact": {
        "goal": fn("f", 0) <= fn("f", 1),
        "functions": {"f": 1},
        "assumed": [RISES],
        "every": [[step("derivative", D(z, "z", n).eq(1)), combine(D(z, "z", n) >= 0, **using((1, q(-1))), gap=q(1))]],
        "functions_": {"f": [["t"], symbols("t")[0]]},
        "steps": [
            step(
                "rising",
                fn("f", 0) <= fn("f", 1),
                of=fn("f", x),
                name="x",
                low=q(0),
                high=q(1),
                open=[
                    step("use", SLOPE_AT >= 0, every=0, values={"n": x}),
                    combine(SLOPE_AT * 1 >= 0, **using((2, q(1)))),
                ],
            )
        ],
    },
}

TOP = combine(2 * x - x**2 <= ONE, gap=(x - 1) ** 2)
STATIONARY: dict[str, dict[str, Any]] = {
    "a maximum": {
        "goal": D(2 * x - x**2, "x", 1).eq(0),
        "steps": [step("stationary", D(2 * x - x**2, "x", 1).eq(0), low=q(0), high=q(2), steps=[TOP])],
    },
    "a minimum": {
        "goal": D(x**2, "x", 0).eq(0),
        "steps": [step("stationary", D(x**2, "x", 0).eq(0), low=q(-1), high=q(1), steps=[combine(q(0) ** 2 <= x**2)])],
    },
    "of a quantified fact": {
        "goal": b.eq(2 * w),
        "given": [w > 0],
        "assumed": [every("n", n >= 0, then=b * n - n**2 <= b * w - w**2)],
        "every": [[combine(2 * n - n**2 <= 2 * q(1) - q(1) ** 2, gap=(n - 1) ** 2)]],
        "point": {"b": "2", "w": "1"},
        "steps": [
            step(
                "stationary",
                D(b * x - x**2, "x", w).eq(0),
                low=q(0),
                high=2 * w,
                steps=[step("use", b * x - x**2 <= b * w - w**2, every=0, values={"n": x})],
            ),
            step("derivative", D(b * x - x**2, "x", w).eq(b - 2 * w)),
            combine(b.eq(2 * w), **using((1, q(1)), (2, q(-1)))),
        ],
    },
    "bound name also free": {
        "goal": D(x**2 - 2 * x * y, "x", x).eq(0),
        "given": [x.eq(y)],
        "point": {"x": "1", "y": "1"},
        "steps": [
            step(
                "stationary",
                D(x**2 - 2 * x * y, "x", x).eq(0),
                low=x - 1,
                high=x + 1,
                steps=[combine(x**2 - 2 * x * y <= x1**2 - 2 * x1 * y, gap=(x1 - x) ** 2, **using((0, 2 * (x - x1))))],
            )
        ],
    },
}

UNIT = [x >= 0, x <= 1]
HALF = {"x": "1/2", "y": "1/2"}


def boxed(goal: Fact, *given: Fact, **ranges: str) -> dict[str, Any]:
    ends = {name: text.split() for name, text in ranges.items()}
    return {"goal": goal, "given": given, "point": HALF, "steps": [step("box", goal, ranges=ends)]}


BOX: dict[str, dict[str, Any]] = {
    "in one part": boxed(x + 1 <= 2, *UNIT, x="0 1"),
    "in several parts": boxed(x * (1 - x) <= "3/10", *UNIT, x="0 1"),
    "two symbols": boxed((x - y) ** 2 + x * y < "3/2", *UNIT, y >= 0, y <= 1, x="0 1", y="0 1"),
    "from strict facts": boxed(exp(x) < 3, x > 0, x < 1, x="0 1"),
    "a range that is not used": boxed(x < 2, *UNIT, y >= 0, y <= 1, x="0 1", y="0 1"),
    "no length": boxed(x**2 <= "1/4", x.eq("1/2"), x="1/2 1/2"),
    "one of no length": boxed(x * y <= 1, *UNIT, y.eq("1/2"), x="0 1", y="1/2 1/2"),
    "an equation on a range of no length": boxed((x**2).eq("1/4"), x.eq("1/2"), x="1/2 1/2"),
    "no symbol": {"goal": log(2) < "7/10", "steps": [step("box", log(2) < "7/10", ranges={}, bits=32)]},
    "negative base": boxed(x**2 - x**3 < "21/10", x >= -1, x <= 1, x="-1 1"),
    "root from 0": boxed(sqrt(x) < "11/10", *UNIT, x="0 1"),
    "different": boxed((x**2).ne(2), *UNIT, x="0 1"),
    "after a step that shows a power to be defined": {
        "goal": x**-2 < 17,
        "given": [x >= "1/4", x <= 1],
        "point": HALF,
        "steps": [
            combine(x > 0, **using((0, q(1))), gap=q("1/4")),
            step("box", x**-2 < 17, ranges={"x": ["1/4", "1"]}),
        ],
    },
    "0 to a positive power": {
        "goal": x**y < "11/10",
        "given": [x >= 0, x <= 1, y >= "1/3", y <= 1],
        "point": HALF,
        "steps": [
            combine(y > 0, **using((2, q(1))), gap=q("1/3")),
            step("box", x**y < "11/10", ranges={"x": ["0", "1"], "y": ["1/3", "1"]}),
        ],
    },
    "a derivative": {
        "goal": D(x**2, "x", x + y) <= 4,
        "given": [*UNIT, y >= 0, y <= 1],
        "point": HALF,
        "steps": [
            step("derivative", D(x**2, "x", x + y).eq(2 * (x + y))),
            step("box", D(x**2, "x", x + y) <= 4, ranges={"x": ["0", "1"], "y": ["0", "1"]}),
        ],
    },
    "in a sub-proof": {
        "goal": x**2 - x > -1,
        "given": [x >= 0, x <= 2],
        "point": {"x": "1"},
        "steps": [
            step(
                "cases",
                x**2 - x > -1,
                pivot=[x, q(1)],
                branches=[
                    [step("box", x**2 - x > -1, ranges={"x": ends})] for ends in (["0", "1"], ["1", "1"], ["1", "2"])
                ],
            )
        ],
    },
}

NARROW = {"x": "1/2", "y": "1/3"}
LAW: dict[str, dict[str, Any]] = {
    "no hypothesis": {
        "goal": sin(x * y) <= 1,
        "steps": [step("law", sin(x * y) <= 1, law="sin most", values={"x": x * y})],
    },
    "hypotheses among the facts": {
        "goal": sin(x) > 0,
        "given": [x > 0, x < PI],
        "point": NARROW,
        "steps": [step("law", sin(x) > 0, law="sin positive", values={"x": x})],
    },
    "hypotheses seen by signs": {
        "goal": log(exp(x)) <= exp(x) - 1,
        "steps": [step("law", log(exp(x)) <= exp(x) - 1, law="log tangent", values={"x": exp(x)})],
    },
    "two symbols, exchanged": {
        "goal": absolute(y + x) <= absolute(y) + absolute(x),
        "steps": [
            step("law", absolute(y + x) <= absolute(y) + absolute(x), law="abs sum", values={"x": y, "y": x}),
        ],
    },
    "a value with the name of a symbol of the law": {
        "goal": least(y, x) <= x,
        "steps": [step("law", least(y, x) <= x, law="min second", values={"x": y, "y": x})],
    },
    "an equation that is used": {
        "goal": (atan(3) + atan(1 / q(3))).eq(PI / 2),
        "steps": [step("law", (atan(3) + atan(1 / q(3))).eq(PI / 2), law="atan inverse", values={"x": q(3)})],
    },
}

ROWS = {
    f"{rule}: {name}": (rule, row)
    for rule, table in {
        "combine": COMBINE,
        "derivative": DERIVATIVE,
        "integral": INTEGRAL | integrals.INTEGRAND,
        "pieces": integrals.PIECES,
        "improper": integrals.IMPROPER,
        "leibniz": integrals.LEIBNIZ,
        "at_least": AT_LEAST,
        "maximum": MAXIMUM,
        "attained": ATTAINED,
        "beneath": BENEATH,
        "rising": RISING,
        "stationary": STATIONARY,
        "cases": CASES,
        "absurd": ABSURD,
        "enclose": ENCLOSE,
        "box": BOX,
        "use": USE,
        "expand": integers.EXPAND,
        "telescope": integers.TELESCOPE,
        "termwise": integers.TERMWISE,
        "vanishing": integers.VANISHING,
        "last": integers.LAST,
        "induction": integers.INDUCTION,
        "next": integers.NEXT,
        "approach": limits.APPROACH | integrals.CONSTANT,
        "near": limits.NEAR,
        "squeeze": limits.SQUEEZE,
        "compose": limits.COMPOSE,
        "definition": limits.DEFINITION,
        "lhopital": limits.LHOPITAL,
        "along": limits.ALONG,
        "order": limits.ORDER | integrals.DEFINED,
        "law": LAW,
        "cite": CITE,
        "check": CHECK,
    }.items()
    for name, row in table.items()
}


def accepted(key: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Statement and certificate of a row, in JSON, with the statements it cites; for the tests that spoil them."""
    rule, row = ROWS[key]
    row = deepcopy(row)
    goal, examples = row.pop("goal"), row.pop("functions_", {})
    steps = row.pop("steps", [step("derivative", goal) if rule == "derivative" else combine(goal)])
    earlier = {s.digest(): s for s in row.pop("judged", [])}
    parts = {k: row.pop(k) for k in ("given", "where", "functions", "definitions") if k in row}
    sequent = statement(goal, every=row.pop("assumed", ()), **parts)
    return {"statement": sequent.to_json(), "certificate": certificate(steps, functions=examples, **row)}, earlier


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
