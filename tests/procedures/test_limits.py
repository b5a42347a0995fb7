"""Limits that are found, those that are not what is printed, and those that do not exist; each fast."""

from __future__ import annotations

import time

import pytest

from symcheck.kernel.check import check
from symcheck.kernel.statement import Statement
from symcheck.procedures.prove import prove
from symcheck.procedures.refute import refute
from symcheck.procedures.sizes import FINITE, INFINITE, UNKNOWN, VANISHES, Sizes
from symcheck.query import Query, read

SECONDS = 8.0  # on a busy machine; alone, nearly all take less than 0.3 s

TRUE = """
Limit(sin(a*x)/x, x, 0) == a
Limit(tan(x)/x, x, 0) == 1
Limit((1-cos(x))/x**2, x, 0) == 1/2
Limit((1-cos(x))/x, x, 0) == 0
Limit(asin(x)/x, x, 0) == 1
Limit(atan(x)/x, x, 0) == 1
Limit(sin(3*x)/sin(5*x), x, 0) == 3/5
Limit((x-sin(x))/x**3, x, 0) == 1/6
Limit((exp(x)-1)/x, x, 0) == 1
Limit((exp(x)-1-x)/x**2, x, 0) == 1/2
Limit((a**x-1)/x, x, 0) == log(a) | a > 0
Limit(log(1+x)/x, x, 0) == 1
Limit((1+x)**(1/x), x, 0) == E
Limit((1+a*x)**(1/x), x, 0, '+') == exp(a)
Limit((1+1/x)**x, x, oo) == E
Limit((1+a/x)**x, x, oo) == exp(a)
Limit(x**x, x, 0, '+') == 1
Limit(x**2*log(x), x, 0, '+') == 0
Limit(x**p*log(x), x, 0, '+') == 0 | p > 0
Limit(sqrt(x)*log(x), x, 0, '+') == 0
Limit(log(x)/x, x, oo) == 0
Limit(log(x)/x**p, x, oo) == 0 | p > 0
Limit(log(x)**2/x, x, oo) == 0
Limit(x**(1/x), x, oo) == 1
Limit(x/exp(x), x, oo) == 0
Limit(x**10*exp(-x), x, oo) == 0
Limit(exp(-1/x)/x**2, x, 0, '+') == 0
Limit(exp(-1/x**2)/x, x, 0) == 0
Limit(x*exp(-a*x), x, oo) == 0 | a > 0
Limit((2*x+1)/(3*x-1), x, oo) == 2/3
Limit((3*x**2+2*x+1)/(x**2-5), x, oo) == 3
Limit((x**2+1)/(x+1), x, oo) == oo
Limit((a*x+b)/(c*x+d), x, oo) == a/c | c > 0
Limit(sqrt(x**2+x)-x, x, oo) == 1/2
Limit(sqrt(x+1)-sqrt(x), x, oo) == 0
Limit(sqrt(x**2+1)/x, x, -oo) == -1
Limit(x-log(x), x, oo) == oo
Limit(log(x+1)-log(x), x, oo) == 0
Limit(x*log(1+1/x), x, oo) == 1
Limit(atan(x), x, -oo) == -pi/2
Limit(x*(pi/2-atan(x)), x, oo) == 1
Limit(tanh(x), x, oo) == 1
Limit(1/(1+exp(-x)), x, oo) == 1
Limit(exp(x), x, oo) == oo
Limit(exp(x)/x**2, x, oo) == oo
Limit(log(x), x, 0, '+') == -oo
Limit(1/x, x, 0, '-') == -oo
Limit(x*sin(1/x), x, 0) == 0
Limit(sin(x)/x, x, oo) == 0
Limit((x+sin(x))/x, x, oo) == 1
Limit((x**3-8)/(x-2), x, 2) == 12
Limit((sqrt(x)-1)/(x-1), x, 1) == 1/2
Limit((x**n-1)/(x-1), x, 1) == n
Limit((sqrt(4+x)-2)/x, x, 0) == 1/4
Limit((1/(x+h)-1/x)/h, h, 0) == -1/x**2 | x > 0
Limit(sin(x)/(x-pi), x, pi) == -1
Limit(cos(x)**(1/x**2), x, 0) == exp(-1/2)
Limit(((a**x+b**x)/2)**(1/x), x, 0, '+') == sqrt(a*b) | a > 0 | b > 0
Limit((x**(1-s)-1)/(1-s), s, 1) == log(x) | x > 0
Limit((a*K**r+(1-a)*L**r)**(1/r), r, 0, '+') == K**a*L**(1-a) | K > 0 | L > 0 | 0 < a | a < 1
Limit(a**x, x, oo) == 0 | 0 < a | a < 1
Limit(x**a, x, oo) == 0 | a < 0
Limit(Max(x, 0)/x, x, oo) == 1
Limit(log(1+exp(x))/x, x, oo) == 1
Limit(log(1+exp(x))-x, x, oo) == 0
Integral(exp(-a*x), (x, 0, oo)) == 1/a | a > 0
Integral(x**(-p), (x, 1, oo)) == 1/(p-1) | p > 1
Integral(x**2*exp(-x), (x, 0, oo)) == 2
Integral(exp(-x)*sin(x), (x, 0, oo)) == 1/2
Integral(x*exp(-x**2), (x, 0, oo)) == 1/2
Integral(x/(1+x**2)**2, (x, -oo, oo)) == 0
"""

FALSE = """
Limit(sin(x)/x, x, 0, '+') == 0
Limit((1-cos(x))/x**2, x, 0, '+') == 1
Limit((1+a/x)**x, x, oo) == exp(-a)
Limit(x**x, x, 0, '+') == 0
Limit(log(x)/x, x, oo) == 1
Limit(x/exp(x), x, oo) == 1
Limit((2*x+1)/(3*x-1), x, oo) == 3/2
Limit(sqrt(x**2+x)-x, x, oo) == 0
Limit(atan(x), x, oo) == pi
Limit(tanh(x), x, oo) == 0
Limit((x**a-1)/a, a, 0, '+') == x | x > 0
Integral(exp(-a*x), (x, 0, oo)) == a | a > 0
Integral(x**(-p), (x, 1, oo)) == 1/(p+1) | p > 1
"""

NONE_THERE = """
Limit(1/x, x, 0, '+') == 3
Limit(1/x, x, 0, '-') == 3
Limit(1/x, x, 0, '+') == -oo
Limit(sin(1/x), x, 0, '+') == 1
Limit(cos(2*x), x, oo) == 1/2
Limit(sin(x)**2 + 3, x, oo) == 7/2
Limit(exp(1/x), x, 0, '+') == 0
Limit(exp(x), x, oo) == 1
Limit(exp(x)/x, x, oo) == 1
Limit(log(x), x, oo) == 100
Limit(-log(x), x, oo) == 0
Limit(x**2/(x+1), x, oo) == 1
Limit(x-sqrt(x), x, oo) == 0
Limit(1/sin(x), x, 0, '+') == 1
Integral(1/x, (x, 1, oo)) == 1
Integral(1/sqrt(x), (x, 1, oo)) == 2
Integral(x, (x, 0, oo)) == 0
Integral(sin(x), (x, 0, oo)) == 1
"""


def rows(table: str) -> list[str]:
    return table.strip().split("\n")


def stated(row: str) -> Statement:
    claim, *given = row.split(" | ")
    reading = read(Query(claim, given=tuple(given)))
    assert reading.goal is not None
    return Statement(reading.goal, reading.given, reading.conditions())


@pytest.mark.parametrize("row", rows(TRUE))
def test_found(row: str) -> None:
    statement, start = stated(row), time.process_time()
    found = prove(statement, {})
    assert found is not None and check(statement, found, {}).outcome == "proved"
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("row", rows(FALSE + NONE_THERE[1:]))
def test_refuted(row: str) -> None:
    statement, start = stated(row), time.process_time()
    found = refute(statement)
    assert found is not None and check(statement, found, {}).outcome == "refuted"
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("row", rows(FALSE))
def test_no_proof_of_what_is_false(row: str) -> None:
    assert prove(stated(row), {}) is None


SIZES = {
    "exp(-1/s)/s**3": VANISHES,
    "s**a*log(s)": VANISHES,
    "exp(-exp(1/s))": VANISHES,
    "1/log(s)": VANISHES,
    "(s - sin(s))/s**3": FINITE,
    "2 + s": FINITE,
    "exp(1/s)": INFINITE,
    "log(log(1/s))": INFINITE,
    "log(-1 - s)": UNKNOWN,
    "a*Integral(t, (t, 0, s))": UNKNOWN,
}


@pytest.mark.parametrize("text", SIZES)
def test_sizes(text: str) -> None:
    goal = read(Query(f"{text} == 0")).goal
    assert goal is not None and Sizes([], "s").size(goal.left) == SIZES[text]


def test_the_values_of_other_symbols_satisfy_what_is_known() -> None:
    given = [fact for text in ("a < 0", "a > b") for fact in read(Query("a == a", given=(text,))).given]
    goal = read(Query("s**a == 0")).goal
    assert goal is not None and Sizes(given, "s").size(goal.left) == INFINITE
