"""Near-misses of ``derivative``: a wrong slope, a kink, a pole, an undefined part."""

from __future__ import annotations

from typing import Any

import pytest

from tests.kernel.helpers import (
    D,
    E,
    absolute,
    asin,
    atan,
    cos,
    exp,
    floor,
    fn,
    gamma,
    greatest,
    integral,
    least,
    limit,
    log,
    q,
    sign,
    sin,
    sqrt,
    step,
    symbols,
    total,
)
from tests.kernel.reject.row import Row, rejected

n, a, b, c, x, y, z, w = symbols("n a b c x y z w")
NOT_SHOWN = "not shown"

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
    "minimum": ("the derivative is", {"goal": D(least(x, 1), "x", 0).eq(0)}),
    "maximum at its kink": (NOT_SHOWN, {"goal": D(greatest(x, 0), "x", 0).eq(0)}),
    "minimum at its kink": (NOT_SHOWN, {"goal": D(least(x, 0), "x", 0).eq(1)}),
    "maximum of equals": (NOT_SHOWN, {"goal": D(greatest(x, x), "x", x).eq(1)}),
    "maximum whose order is unknown": (NOT_SHOWN, {"goal": D(greatest(x, y), "x", x).eq(1)}),
    "maximum where the order is weak": (
        NOT_SHOWN,
        {"goal": D(greatest(x, y), "x", x).eq(1), "given": [y <= x], "point": {"x": "1", "y": "0"}},
    ),
    "slope of the lesser for the greater": (
        "the derivative is",
        {"goal": D(greatest(x, y), "x", x).eq(0), "given": [y < x], "point": {"x": "1", "y": "0"}},
    ),
    "slope of the greater for the lesser": (
        "the derivative is",
        {"goal": D(least(x, y), "x", x).eq(1), "given": [y < x], "point": {"x": "1", "y": "0"}},
    ),
    "maximum of three at its kink": (NOT_SHOWN, {"goal": D(greatest(x, 1, 0), "x", 1).eq(1)}),
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
    "cosine, wrong sign": ("the derivative is", {"goal": D(cos(x), "x", x).eq(sin(x))}),
    "sine, forgotten chain": ("the derivative is", {"goal": D(sin(2 * x), "x", x).eq(cos(2 * x))}),
    "arc tangent of a square": ("the derivative is", {"goal": D(atan(x**2), "x", x).eq(1 / (1 + x**4))}),
    "tangent where it may have a pole": (NOT_SHOWN, {"goal": D(sin(x) / cos(x), "x", x).eq(1 / cos(x) ** 2)}),
    "arc sine at its end": (NOT_SHOWN, {"goal": D(asin(x), "x", 1).eq(0)}),
    "arc sine up to its end": (
        NOT_SHOWN,
        {"goal": D(asin(x), "x", x).eq(1 / sqrt(1 - x**2)), "given": [x > -1, x <= 1], "point": {"x": "0"}},
    ),
    "arc sine of 2": (NOT_SHOWN, {"goal": D(x + asin(2), "x", x).eq(1)}),
    "sign at 0": (NOT_SHOWN, {"goal": D(sign(x), "x", 0).eq(0)}),
    "sign possibly at 0": (NOT_SHOWN, {"goal": D(sign(x), "x", x).eq(0), "given": [x >= 0], "point": {"x": "1"}}),
    "floor": ("no derivative rule", {"goal": D(floor(x), "x", "1/2").eq(0)}),
    "gamma": ("no derivative rule", {"goal": D(gamma(x), "x", 1).eq(0)}),
    "a gamma that may be undefined": (NOT_SHOWN, {"goal": D(gamma(a) * x, "x", x).eq(gamma(a))}),
    "a sum": ("no derivative rule", {"goal": D(total(x * a, "a", 1, 2), "x", x).eq(3)}),
    "a constant sum that is undefined": (NOT_SHOWN, {"goal": D(x + total(1 / a, "a", 0, 1), "x", x).eq(1)}),
    "a limit": ("no derivative rule", {"goal": D(limit(x + a, "a"), "x", x).eq(1)}),
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


def maximum(left: E, right: E, best: E, *steps: dict[str, Any], **rest: Any) -> dict[str, Any]:
    return dict(goal=left.eq(right), steps=[step("maximum", left.eq(right), at=best, steps=list(steps))], **rest)


@pytest.mark.parametrize("key", DERIVATIVE)
def test_rejected(key: str) -> None:
    reason, row = DERIVATIVE[key]
    rejected((reason, {"steps": [step("derivative", row["goal"])]} | row))
