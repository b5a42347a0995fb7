"""Equations whose sides have the same slope; angles that are halved, or given by an equation.  Near misses fail."""

from __future__ import annotations

import pytest

from symcheck.query import Query
from symcheck.verdict import decide

LIMIT = 100.0
TRIANGLE = ("a + b + c == pi",)
TRUE: dict[str, tuple[str, ...]] = {
    "asin(sin(x)) == x": ("-pi/2 <= x <= pi/2",),
    "asin(sin(x)) == pi - x": ("pi/2 <= x <= 3*pi/2",),
    "acos(cos(x)) == 2*pi - x": ("pi <= x <= 2*pi",),
    "atan(tan(x)) == x - pi": ("pi/2 < x < 3*pi/2",),
    "atan(x) == asin(x/sqrt(1 + x**2))": (),
    "acos(x) == atan(sqrt(1 - x**2)/x)": ("0 < x <= 1",),
    "2*atan(x) == asin(2*x/(1 + x**2))": ("-1 <= x <= 1",),
    "asin(3*x - 4*x**3) == 3*asin(x)": ("-1/2 <= x <= 1/2",),
    "cos(3*acos(x)) == 4*x**3 - 3*x": (),
    "asin(tanh(x)) == atan(sinh(x))": (),
    "asinh(sinh(x)) == x": (),
    "cos(atan(sinh(x))) == 1/cosh(x)": (),
    "cosh(atanh(x)) == 1/sqrt(1 - x**2)": (),
    "sin(x/2) == sqrt((1 - cos(x))/2)": ("0 <= x <= 2*pi",),
    "Abs(sin(x/2)) == sqrt((1 - cos(x))/2)": (),
    "tan(x/2) == (1 - cos(x))/sin(x)": (),
    "tan(a) + tan(b) + tan(c) == tan(a)*tan(b)*tan(c)": TRIANGLE,
    "sin(2*a) + sin(2*b) + sin(2*c) == 4*sin(a)*sin(b)*sin(c)": TRIANGLE,
    "y**log(x) == x**log(y)": ("x > 0", "y > 0"),
    "(E**((2 + x)/(1 + x)))**(1/(2 + x)) == E**(1/(1 + x))": ("x > 0",),
    "sqrt(x - 2*sqrt(x - 1)) == Abs(sqrt(x - 1) - 1)": (),
    "sec(x)**2 - tan(x)**2 == 1": (),
    "Derivative(Max(x, 1), x) == 1": ("x > 1",),
    "Derivative(Min(x, y), x) == 0": ("x > y",),
}
FALSE: dict[str, tuple[str, ...]] = {
    "asin(sin(x)) == x": ("-pi/2 <= x <= 8/5",),
    "acos(cos(x)) == x": ("0 <= x <= 22/7",),
    "atan(tan(x)) == x": ("-8/5 < x < 8/5",),
    "acos(x) == atan(sqrt(1 - x**2)/x)": (),
    "2*atan(x) == asin(2*x/(1 + x**2))": (),
    "asin(tanh(x)) == atan(cosh(x))": (),
    "sin(x/2) == sqrt((1 - cos(x))/2)": (),
    "sin(2*a) + sin(2*b) + sin(2*c) == 4*sin(a)*sin(b)*sin(c)": ("a + b + c == 2*pi",),
    "y**log(x) == x**(-log(y))": ("x > 0", "y > 0"),
    "sqrt(x - 2*sqrt(x - 1)) == sqrt(x - 1) - 1": (),
    "Derivative(Max(x, 1), x) == 0": ("x > 1",),
    "Derivative(Min(x, y), x) == 1": ("x > y",),
}
UNDEFINED = {"Derivative(Max(x, 1), x) == 1": ("x >= 1",)}


@pytest.mark.parametrize(("claim", "given"), TRUE.items())
def test_is_proved(claim: str, given: tuple[str, ...]) -> None:
    assert decide(Query(claim, given=given), LIMIT).verdict == "proved"


@pytest.mark.parametrize(("claim", "given"), FALSE.items())
def test_a_near_miss_is_refuted(claim: str, given: tuple[str, ...]) -> None:
    assert decide(Query(claim, given=given), LIMIT).verdict == "refuted"


@pytest.mark.parametrize(("claim", "given"), UNDEFINED.items())
def test_a_derivative_that_does_not_exist_is_not_proved(claim: str, given: tuple[str, ...]) -> None:
    assert decide(Query(claim, given=given)).verdict == "open"
