"""Near-misses of ``law``: a hypothesis that is not known, another conclusion, values that are missing."""

from __future__ import annotations

from typing import Any

import pytest

from symcheck.kernel.facts import Fact
from tests.kernel.helpers import PI, absolute, asin, atan, cos, exp, floor, gamma, log, q, sign, sin, step, symbols
from tests.kernel.reject.row import Row, rejected

p, x, y = symbols("p x y")
HALF: dict[str, Any] = {"x": "1/2", "y": "1/2", "p": "1/2"}
NOT_SHOWN, OTHER = "not shown", "the law says"


def law(name: Any, claim: Fact, *given: Fact, point: dict[str, Any] | None = None, **values: Any) -> dict[str, Any]:
    """An instance, for x, y and p themselves unless values are given."""
    found = values or {n: symbols(n)[0] for n in sorted(claim.free())}
    return {
        "goal": claim,
        "given": given,
        "point": point or HALF,
        "steps": [step("law", claim, law=name, values=found)],
    }


TABLE: dict[str, Row] = {
    "no such law": ("no law named", law("cos positive everywhere", cos(x) > 0)),
    "a name of another type": ("no law named", law(["sin most"], sin(x) <= 1)),
    "no name": ("no law named", law(None, sin(x) <= 1)),
    "no values": ("values are needed", law("sin most", sin(2) <= 1)),
    "a value missing": ("values are needed", law("abs sum", absolute(x + x) <= absolute(x) + absolute(x), x=x)),
    "a value too many": ("values are needed", law("sin most", sin(x) <= 1, x=x, y=y)),
    "of another argument": (OTHER, law("sin most", sin(2 * x) <= 1, x=x)),
    "with another bound": (OTHER, law("sin most", sin(x) <= "1/2", x=x)),
    "strictly": (OTHER, law("sin most", sin(x) < 1, x=x)),
    "the other way round": (OTHER, law("sin most", sin(x) >= 1, x=x)),
    "in other words": (OTHER, law("sin most", sin(x) - 1 <= 0, x=x)),
    "values exchanged": (OTHER, law("max first", x <= absolute(y), x=x, y=y)),
    "sine, argument of unknown sign": (NOT_SHOWN, law("sin positive", sin(x) > 0, x < 3)),
    "sine beyond pi": (NOT_SHOWN, law("sin positive", sin(x) > 0, x > 0)),
    "sine at pi": (NOT_SHOWN, law("sin positive", sin(PI) > 0, x=PI)),
    "sine at 0": (NOT_SHOWN, law("sin positive", sin(0) > 0, x=q(0))),
    "sine up to pi": (NOT_SHOWN, law("sin positive", sin(x) > 0, x > 0, x <= PI)),
    "sine of a sum, a sign wrong": (
        OTHER,
        law("sin sum", sin(x + y).eq(sin(x) * cos(y) - cos(x) * sin(y)), x=x, y=y),
    ),
    "cosine of a sum, a sign wrong": (
        OTHER,
        law("cos sum", cos(x + y).eq(cos(x) * cos(y) + sin(x) * sin(y)), x=x, y=y),
    ),
    "cosine at its zero": (NOT_SHOWN, law("cos positive", cos(PI / 2) > 0, x=PI / 2)),
    "cosine from one side": (NOT_SHOWN, law("cos positive", cos(x) > 0, x < PI / 2)),
    "arc tangents of a negative number": (
        NOT_SHOWN,
        law("atan inverse", (atan(x) + atan(1 / x)).eq(PI / 2), x.ne(0)),
    ),
    "arc sine outside": (NOT_SHOWN, law("asin most", asin(2) <= PI / 2, x=q(2))),
    "arc sine from one side": (NOT_SHOWN, law("asin least", asin(x) >= -(PI / 2), x <= 1)),
    "square of the sign at 0": (NOT_SHOWN, law("sign square", (sign(x) ** 2).eq(1), x >= 0)),
    "logarithm at 0": (NOT_SHOWN, law("log tangent", log(x) <= x - 1, x >= 0)),
    "order of logarithms": (NOT_SHOWN, law("log rises", log(x) <= log(y), x <= y)),
    "order of exponentials, unknown": (NOT_SHOWN, law("exp rises", exp(x) <= exp(y))),
    "order of exponentials, reversed": (NOT_SHOWN, law("exp rises", exp(x) <= exp(y), y <= x)),
    "powers of 0": (NOT_SHOWN, law("power rises", x**p <= y**p, x >= 0, x <= y, p >= 0)),
    "powers to an unknown exponent": (NOT_SHOWN, law("power rises", x**p <= y**p, x > 0, x <= y)),
    "powers to a negative exponent": (
        NOT_SHOWN,
        law("power rises", x**p <= y**p, x > 0, x <= y, p <= 0, point=HALF | {"p": "-1"}),
    ),
    "exponents of a base below 1": (NOT_SHOWN, law("exponent rises", p**x <= p**y, p > 0, x <= y)),
    "exponents of base 0": (NOT_SHOWN, law("exponent falls", p**y <= p**x, p >= 0, p <= 1, x <= y)),
    "floor, one too low": (OTHER, law("floor next", x + 1 < floor(x) + 1, x=x)),
    "gamma below 0": (
        NOT_SHOWN,
        law(
            "gamma doubles",
            (gamma(x) * gamma(x + "1/2")).eq(q(2) ** (1 - q(2) * x) * PI ** "1/2" * gamma(q(2) * x)),
            x.ne(0),
        ),
    ),
}


@pytest.mark.parametrize("key", TABLE)
def test_rejected(key: str) -> None:
    rejected(TABLE[key])
