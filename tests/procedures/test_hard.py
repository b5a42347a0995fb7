"""What takes longer: sums of squares of two terms, cases by signs, roots of products.  Near misses are refuted."""

from __future__ import annotations

import pytest

from symcheck.answer import Answer
from symcheck.query import Query
from symcheck.verdict import decide

POSITIVE = ("a > 0", "b > 0", "c > 0")
PROVED: dict[str, tuple[str, ...]] = {
    # squares of two terms
    "(a*c + b*d)**2 <= (a**2 + b**2)*(c**2 + d**2)": (),
    "(a + b + c)/3 >= (a*b*c)**(1/3)": POSITIVE,
    "2/(1/a + 1/b) <= sqrt(a*b)": POSITIVE[:2],
    "a/(b + c) + b/(c + a) + c/(a + b) >= 3/2": POSITIVE,
    "x**4 + y**4 + z**4 >= x*y*z*(x + y + z)": (),
    "(a + b)*(b + c)*(c + a) >= 8*a*b*c": ("a >= 0", "b >= 0", "c >= 0"),
    "x**6 + y**6 + 1 > x**4*y**2": (),
    # cases
    "Max(x, y) + Min(x, y) == x + y": (),
    "Max(x, y) == (x + y + Abs(x - y))/2": (),
    "x*sign(x) == Abs(x)": (),
    "Abs(Abs(x) - Abs(y)) <= Abs(x - y)": (),
    "Min(t*x, t*y) == t*Min(x, y)": ("t > 0",),
    "Derivative(Abs(x), x) == sign(x)": ("x != 0",),
    "sqrt(x**2) == Abs(x)": (),
    "sqrt((x - 1)**2) == 1 - x": ("x <= 1",),
    "(x**2)**(3/2) == Abs(x)**3": (),
    "log(x**2) == 2*log(Abs(x))": (),
    # roots
    "sqrt(5 + 2*sqrt(6)) == sqrt(2) + sqrt(3)": (),
    "(2 + sqrt(5))**(1/3) == (1 + sqrt(5))/2": (),
    "acosh(x) == log(x + sqrt(x**2 - 1))": ("x >= 1",),
    "Derivative(acosh(x), x) == 1/sqrt(x**2 - 1)": ("x > 1",),
    # laws of several functions
    "a**x*b**(1 - x) <= x*a + (1 - x)*b": ("a > 0", "b > 0", "0 < x < 1"),
    "(1 + x)**a <= 1 + a*x": ("x > -1", "0 < a < 1"),
    "atan(x) + atan(1/x) == -pi/2": ("x < 0",),
    "atan(1/2) + atan(1/3) == pi/4": (),
    "tan(x/2) == sin(x)/(1 + cos(x))": (),
    "sin(x) + sin(y) == 2*sin((x + y)/2)*cos((x - y)/2)": (),
    "asinh(x) == log(x + sqrt(x**2 + 1))": (),
    "sinh(asinh(x)) == x": (),
}
AT_INTEGERS = ["sin(n*pi) == 0", "cos(n*pi) == (-1)**n", "cos(2*n*pi) == 1", "sin((n + 1/2)*pi) == (-1)**n"]
REFUTED: dict[str, tuple[str, ...]] = {
    "(a*c + b*d)**2 < (a**2 + b**2)*(c**2 + d**2)": (),
    "(a + b + c)/3 >= (a*b*c)**(1/3) + 1/10**9": POSITIVE,
    "(a + b)*(b + c)*(c + a) >= 8*a*b*c": (),
    "x**6 + y**6 > x**4*y**2": (),
    "Max(x, y) - Min(x, y) == x - y": (),
    "Min(t*x, t*y) == t*Min(x, y)": (),
    "sqrt((x - 1)**2) == x - 1": ("x <= 1",),
    "(x**2)**(3/2) == x**3": (),
    "sqrt(5 - 2*sqrt(6)) == sqrt(2) - sqrt(3)": (),
    "log(x**2) == 2*log(x) + 1/10**9": ("x != 0",),
    "a**x*b**(1 - x) <= x*a + (1 - x)*b": ("a > 0", "b > 0", "x > 0"),
    "(1 + x)**a <= 1 + a*x": ("x > -1", "0 < a < 2"),
    "atan(x) + atan(1/x) == pi/2": (),
    "atan(x) + atan(y) == atan((x + y)/(1 - x*y))": ("x > 0", "y > 0"),
    "tan(x/2) == sin(x)/(1 - cos(x))": (),
    "sin(n*pi) == 0": (),
}


def answer(claim: str, given: tuple[str, ...]) -> Answer:
    return decide(Query(claim, given=given))


@pytest.mark.parametrize(("claim", "given"), PROVED.items())
def test_is_proved(claim: str, given: tuple[str, ...]) -> None:
    found = answer(claim, given)
    assert found.verdict == "proved", found


@pytest.mark.parametrize("claim", AT_INTEGERS)
def test_is_proved_for_integers(claim: str) -> None:
    found = decide(Query(claim, symbols={"n": "integer"}))
    assert found.verdict == "proved", found
    assert decide(Query(claim)).verdict == ("open" if "(-1)**n" in claim else "refuted"), "a real number"


@pytest.mark.parametrize(("claim", "given"), REFUTED.items())
def test_a_near_miss_is_refuted(claim: str, given: tuple[str, ...]) -> None:
    found = answer(claim, given)
    assert found.verdict == "refuted", found
