"""Closed equations: nested roots, parts of pi, sums of arcs, logarithms; and near misses of them."""

from __future__ import annotations

import pytest

from symcheck.query import Query
from symcheck.verdict import decide

LIMIT = 100.0
TRUE = [
    # nested roots
    "sqrt(3 - 2*sqrt(2)) == sqrt(2) - 1",
    "sqrt(2 + sqrt(3)) + sqrt(2 - sqrt(3)) == sqrt(6)",
    "sqrt(10 + 2*sqrt(6) + 2*sqrt(10) + 2*sqrt(15)) == sqrt(2) + sqrt(3) + sqrt(5)",
    "(2 + sqrt(5))**(1/3) - (sqrt(5) - 2)**(1/3) == 1",
    "(2**(1/3) - 1)**(1/3) == (1/9)**(1/3) - (2/9)**(1/3) + (4/9)**(1/3)",
    "sqrt(5**(1/3) - 4**(1/3)) == (2**(1/3) + 20**(1/3) - 25**(1/3))/3",
    "sqrt(5) + sqrt(22 + 2*sqrt(5)) == sqrt(11 + 2*sqrt(29)) + sqrt(16 - 2*sqrt(29) + 2*sqrt(55 - 10*sqrt(29)))",
    "sqrt(11 + 6*sqrt(2)) + sqrt(11 - 6*sqrt(2)) <= 6",
    # parts of pi
    "cos(pi/5) == (1 + sqrt(5))/4",
    "sin(pi/5) == sqrt((5 - sqrt(5))/8)",
    "sin(pi/12) == (sqrt(6) - sqrt(2))/4",
    "tan(pi/8) == sqrt(2) - 1",
    "cos(pi/16) == sqrt(2 + sqrt(2 + sqrt(2)))/2",
    "cos(pi/7)*cos(2*pi/7)*cos(4*pi/7) == -1/8",
    "tan(pi/9)*tan(2*pi/9)*tan(4*pi/9) == sqrt(3)",
    "tan(3*pi/11) + 4*sin(2*pi/11) == sqrt(11)",
    # arcs
    "pi == 16*atan(1/5) - 4*atan(1/239)",
    "pi/4 == 12*atan(1/18) + 8*atan(1/57) - 5*atan(1/239)",
    "atan(1) + atan(2) + atan(3) == pi",
    "asin(3/5) + asin(4/5) == pi/2",
    "acos((1 + sqrt(5))/4) == pi/5",
    "atan(2 - sqrt(3)) == pi/12",
    "asin(sin(10)) == 3*pi - 10",
    # logarithms
    "log(2 + sqrt(3)) == -log(2 - sqrt(3))",
    "log(3 + 2*sqrt(2)) == 2*log(1 + sqrt(2))",
    "3**log(2) == 2**log(3)",
    "2**(log(3)/log(2)) == 3",
]
FALSE = [
    "sqrt(3 - 2*sqrt(2)) == 1 - sqrt(2)",
    "sqrt(2 + sqrt(3)) + sqrt(2 - sqrt(3)) == sqrt(6) + 10**(-30)",
    "(2 + sqrt(5))**(1/3) + (sqrt(5) - 2)**(1/3) == 1",
    "sqrt(11 + 6*sqrt(2)) + sqrt(11 - 6*sqrt(2)) < 6",
    "sqrt(5 + 2*sqrt(6)) != sqrt(2) + sqrt(3)",
    "cos(pi/5) == (1 + sqrt(5))/4 + 10**(-30)",
    "cos(3*pi/5) == (1 + sqrt(5))/4",
    "cos(pi/7)*cos(2*pi/7)*cos(4*pi/7) == 1/8",
    "pi == 16*atan(1/5) - 4*atan(1/240)",
    "atan(1) + atan(2) + atan(3) == 0",
    "asin(sin(10)) == 10 - 3*pi",
    "log(3 + 2*sqrt(2)) == 2*log(1 + sqrt(2)) + 10**(-40)",
    "3**log(2) == 2**log(3) + 10**(-50)",
]
UNDEFINED = ["(2 - sqrt(5))**(1/3) + (2 + sqrt(5))**(1/3) == 1", "(-8)**(1/3) == -2"]


@pytest.mark.parametrize("claim", TRUE)
def test_is_proved(claim: str) -> None:
    assert decide(Query(claim), LIMIT).verdict == "proved"


@pytest.mark.parametrize("claim", FALSE)
def test_a_near_miss_is_refuted(claim: str) -> None:
    assert decide(Query(claim), LIMIT).verdict == "refuted"


@pytest.mark.parametrize("claim", UNDEFINED)
def test_of_a_side_that_is_undefined_nothing_is_said(claim: str) -> None:
    assert decide(Query(claim)).verdict == "open"
