"""How claims are read, what becomes of them, and that a verdict is the kernel's."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import symcheck
from symcheck import answer, batch, checking
from symcheck import claim as claims
from symcheck.answer import Answer, answer_from_json
from symcheck.errors import InputError
from symcheck.kernel.check import check as replay
from symcheck.kernel.statement import statement_from_json
from symcheck.plain.printer import fact_text
from symcheck.query import Query, query_from_json, read
from symcheck.verdict import confirm, decide

Row = tuple[str, list[str], dict[str, str]]


def ask(claim: str, *given: str, strict: bool = False, syntax: str = "auto", **symbols: str) -> Answer:
    return decide(Query(claim, given=given, symbols=symbols, syntax=syntax), strict=strict)


def replayed(answer: Answer) -> bool:
    statement = statement_from_json(answer.statement)
    return replay(statement, answer.certificate, {}).outcome == answer.verdict


# -- semantics: near misses ---------------------------------------------------------------------------------------

PROVED: dict[str, tuple[list[str], dict[str, str], list[str]]] = {
    "x/x == 1": ([], {}, ["x != 0"]),
    "(x**2 - 1)/(x - 1) == x + 1": ([], {}, ["x - 1 != 0"]),
    "log(x*y) == log(x) + log(y)": ([], {}, ["0 < x", "0 < y"]),
    "1/x == 1/x": (["x > 0"], {}, []),
    "sqrt(x**2) == x": (["x >= 0"], {}, []),
    "x**(1/3)*x**(2/3) == x": ([], {}, ["0 <= x"]),
    "x**a*x**b == x**(a + b)": ([], {"x": "positive"}, []),
    "sqrt(n) >= 0": ([], {"n": "natural"}, []),
    "n**2 >= n": ([], {"n": "integer"}, []),
    "Derivative(log(x), x) == 1/x": ([], {}, ["0 < x"]),
    "Derivative(x**n, x) == n*x**(n - 1)": (["x > 0"], {}, []),
    "Integral(x**2, (x, 0, t)) == t**3/3": ([], {}, []),
    "x**2 + y**2 >= 2*x*y": ([], {}, []),
    "x > 0": (["1/x > 0", "x > 0"], {}, []),
    "factorial(n + 1) == (n + 1)*factorial(n)": ([], {"n": "natural"}, []),
    "binomial(n, k) == binomial(n, n - k)": (["k <= n"], {"n": "natural", "k": "natural"}, []),
    "binomial(n, k) == binomial(n - 1, k) + binomial(n - 1, k - 1)": (
        ["1 <= k", "k <= n - 1"],
        {"n": "natural", "k": "natural"},
        [],
    ),
    "k*binomial(n, k) == n*binomial(n - 1, k - 1)": (["1 <= k", "k <= n"], {"n": "natural", "k": "natural"}, []),
    "binomial(n + 1, 2) == n*(n + 1)/2": ([], {"n": "positive integer"}, []),
    "cosh(x)**2 - sinh(x)**2 == 1": ([], {}, []),
    "exp(atanh(x)) == sqrt((1 + x)/(1 - x))": (["0 < x < 1"], {}, []),
    "cosh(acosh(x)) == x": (["x > 1"], {}, []),
    "exp(acosh(x)) == x + sqrt(x - 1)*sqrt(x + 1)": ([], {}, ["0 <= x - 1"]),
    "tan(x)*cos(x) == sin(x)": ([], {}, ["cos(x) != 0"]),
    "ceiling(x) >= x": ([], {}, []),
    "gamma(x + 1) == x*gamma(x)": (["x > 0"], {}, []),
    r"\frac{d}{dx} x^x = x^x (1+\ln x)": (["x>0"], {}, []),
    "Limit(sin(x)/x, x, 0) == 1": ([], {}, []),
    "Limit(x*log(x), x, 0) == 0": ([], {}, []),
    "Limit(Abs(x)/x, x, 0) == 1": ([], {"x": "positive"}, []),
    "Limit(Abs(x)/x, x, 0, '-') == -1": ([], {}, []),
    "Limit(sqrt(1 - x), x, 1) == 0": ([], {}, []),
    "Limit((x**2 - 1)/(x - 1), x, 1) == 2": ([], {}, []),
    "Limit((1 + a/x)**x, x, oo) == exp(a)": ([], {}, []),
    "Limit((1 + 1/n)**n, n, oo) == E": ([], {"n": "positive integer"}, []),
    "Limit(sqrt(x**2 + 1)/x, x, -oo) == -1": ([], {}, []),
    "Limit((sin(x + h) - sin(x))/h, h, 0) == cos(x)": ([], {}, []),
    "Limit(s*x, x, 0) == 0": ([], {}, []),
    "Limit(x + 1, x, x) == x + 1": ([], {}, []),
    "Limit(1/x**2, x, 0) == oo": ([], {}, []),
    "-oo == Limit(log(x), x, 0)": ([], {}, []),
    "Integral(exp(-a*x), (x, 0, oo)) == 1/a": (["a > 0"], {}, []),
    "Integral(1/(1 + x**2), (x, -oo, oo)) == pi": ([], {}, []),
    "Integral(exp(x), (x, -oo, 0)) == 1": ([], {}, []),
    "Integral(1/x, (x, 1, oo)) == oo": ([], {}, []),
    "Sum(1/2**k, (k, 0, oo)) == 2": ([], {}, []),
    "Sum(r**k, (k, 1, oo)) == r/(1 - r)": (["0 < r < 1"], {}, []),
    "Sum(1/(4*k**2 - 1), (k, 1, oo)) == 1/2": ([], {}, []),
    "Sum(x**k/factorial(k), (k, 0, oo)) == exp(x)": ([], {}, ["x != 0"]),
    "Sum((-1)**(k + 1)/k, (k, 1, oo)) == log(2)": ([], {}, []),
    "Sum(k, (k, 1, oo)) == oo": ([], {}, []),
    "Sum(1/(k*(k + 1)), (k, 1, oo)) < 2": ([], {}, []),
    "Limit(Sum(k, (k, 1, n))/n**2, n, oo) == 1/2": ([], {"n": "positive integer"}, []),
    "Limit((-1)**n/n, n, oo) == 0": ([], {"n": "positive integer"}, []),
    "Sum(binomial(n, k), (k, 0, n)) == 2**n": ([], {"n": "natural"}, []),
    "Sum(k*binomial(n, k), (k, 0, n)) == n*2**(n - 1)": ([], {"n": "natural"}, []),
    "Sum((-1)**k*binomial(n, k), (k, 0, n)) == 0": ([], {"n": "positive integer"}, []),
    "Sum(k*factorial(k), (k, 1, n)) == factorial(n + 1) - 1": ([], {"n": "natural"}, []),
    "Sum(1/((2*k - 1)*(2*k + 1)), (k, 1, n)) == n/(2*n + 1)": ([], {"n": "natural"}, []),
    "Sum((-1)**k, (k, 0, n)) == (1 + (-1)**n)/2": ([], {"n": "natural"}, []),
    "Sum(1/k, (k, 1, n)) > log(n) + EulerGamma": ([], {"n": "positive integer"}, []),
    "(-1)**(n*(n + 1)) == 1": ([], {"n": "integer"}, []),
    "(-2)**n == (-1)**n*2**n": ([], {"n": "integer"}, []),
    "Integral(Abs(x - a), (x, 0, 1)) == a**2 - a + 1/2": (["0 <= a <= 1"], {}, []),
    "Integral(Max(x, 1 - x), (x, 0, 1)) == 3/4": ([], {}, []),
    "Integral(Abs(sin(x)), (x, 0, 2*pi)) == 4": ([], {}, []),
    "Integral(floor(x), (x, 0, 3)) == 3": ([], {}, []),
    "Integral(log(x), (x, 0, 1)) == -1": ([], {}, []),
    "Integral(log(Abs(x)), (x, -1, 1)) == -2": ([], {}, []),
    "Derivative(Integral(exp(-u**2), (u, x, x**2)), x) == 2*x*exp(-x**4) - exp(-x**2)": ([], {}, []),
    "Derivative(Max(x, y), x) == 1": (["x > y"], {}, []),
    "Limit(floor(x), x, 1, '-') == 0": ([], {}, []),
    "Integral(exp(-x**2), (x, -oo, oo)) == sqrt(pi)": ([], {}, []),
    "Integral(exp(-a*x**2), (x, 0, oo)) == sqrt(pi/a)/2": (["a > 0"], {}, []),
    "Integral(exp(-t**2), (t, 0, x)) == sqrt(pi)/2*erf(x)": ([], {}, []),
    "Derivative(erf(x), x) == 2/sqrt(pi)*exp(-x**2)": ([], {}, []),
    "Limit(erf(x), x, -oo) == -1": ([], {}, []),
    "erf(x) <= 2*x/sqrt(pi)": (["x >= 0"], {}, []),
    "erfc(x) <= exp(-x**2)": (["x >= 0"], {}, []),
    "Abs(EulerGamma - 0.57721566490153286) < 10**(-17)": ([], {}, []),
    r"\lim_{x\to\infty}\frac{2x+1}{3x-1}=\frac{2}{3}": ([], {}, []),
    r"\lim_{x\to 0^{+}} x^x=1": ([], {}, []),
    r"\int_0^\infty e^{-x}\,dx=1": ([], {}, []),
    r"\sqrt{2}\approx 1.414": ([], {}, []),
    r"e^{x+y}=e^xe^y": ([], {}, []),
}

REFUTED: dict[str, tuple[list[str], dict[str, str], dict[str, str]]] = {
    "sqrt(x**2) == x": ([], {}, {"x": "-1"}),
    "x**2 > 0": ([], {}, {"x": "0"}),
    "n**2 >= n": ([], {}, {"n": "1/2"}),
    "n**2 != 4": ([], {"n": "positive integer"}, {"n": "2"}),
    "x**2 != 2*x": ([], {"x": "nonzero"}, {"x": "2"}),
    "n < 7": ([], {"n": "integer"}, {"n": "8"}),
    "1000*x <= x**2 + 10**5": ([], {}, {"x": "505"}),
    "exp(-x) < 10**(-6)": (["x > 10"], {}, {"x": "11"}),
    "x**2 < 10**11": (["1000 < y < x"], {}, {"x": "1000000", "y": "2000"}),
    "x*exp(-x) < exp(-1)": ([], {}, {"x": "1"}),
    "(x**2)**a == x**(2*a)": ([], {}, {"a": "1/2", "x": "-1"}),
    "x == 3": (["x**2 == 9"], {}, {"x": "-3"}),
    "x**2 != 2": ([], {}, {"x": "-2**(1/2)"}),
    "sin(x) < 0.9999": ([], {}, {"x": "pi/2"}),
    "x*log(x) >= -0.3678": (["x > 0"], {}, {"x": "exp(-1)"}),
    "binomial(n, 2) == n*(n + 1)/2": ([], {"n": "natural"}, {"n": "2"}),
    "k*binomial(n, k) == n*binomial(n - 1, k)": (
        ["1 <= k", "k <= n - 1"],
        {"n": "natural", "k": "natural"},
        {"n": "3", "k": "1"},
    ),
    "1/x > 0": ([], {}, {"x": "-1"}),
    "x == y": (["x**2 == y**2"], {}, {"x": "1", "y": "-1"}),
    "Derivative(x**2, x) == x": ([], {}, {"x": "1"}),
    "factorial(n) < n**2": ([], {"n": "positive integer"}, {"n": "1"}),
    "n**2 + n + 41 != 1681": ([], {"n": "natural"}, {"n": "40"}),
    "factorial(x) != 6": ([], {}, {"x": "3"}),
    "sin(2*x) == 2*sin(x)": ([], {}, {"x": "1"}),
    "floor(x) == x": ([], {}, {"x": "1/2"}),
    r"\sqrt{2}\approx 1.415": ([], {}, {}),
    "Limit(sin(x)/x, x, 0) == 2": ([], {}, {}),
    "Limit(sign(x), x, 0) == 1": ([], {}, {}),
    "Limit(Abs(x)/x, x, 0) == 1": (["x < 1"], {}, {}),
    "Limit((1 + 1/n)**n, n, oo) == 1": ([], {"n": "positive integer"}, {}),
    "Limit(Abs(x)/x, x, 0) == -1": ([], {"x": "positive"}, {}),
    "Limit(x**a/Abs(x)**a, x, 0) == 1": ([], {}, {"a": "1"}),
    "Integral(exp(-x), (x, 0, oo)) == 2": ([], {}, {}),
    "Integral(log(x), (x, 0, 1)) == 1": ([], {}, {}),
    "Integral(exp(-x**2), (x, 0, oo)) == sqrt(pi)": ([], {}, {}),
    "Limit(erf(x)/x, x, 0) == 1": ([], {}, {}),
    "Sum(1/2**k, (k, 1, oo)) == 2": ([], {}, {}),
    "Sum(1/k**2, (k, 1, oo)) == pi**2/8": ([], {}, {}),
    "Sum(x**k/factorial(k), (k, 0, oo)) == exp(2*x)": ([], {}, {"x": "1"}),
    "Sum(binomial(n, k), (k, 1, n)) == 2**n": ([], {"n": "natural"}, {"n": "1"}),
    "Sum((-1)**k, (k, 0, n)) == (1 - (-1)**n)/2": ([], {"n": "natural"}, {"n": "1"}),
    "(-1)**(n + 2) == -(-1)**n": ([], {"n": "integer"}, {"n": "1"}),
    "Limit(Sum(k, (k, 1, n))/n**2, n, oo) == 1": ([], {"n": "positive integer"}, {}),
    "erf(x)**2 < 0.9": ([], {}, {"x": "2"}),
    "EulerGamma == 0.5772156649": ([], {}, {}),
    r"\lim_{x\to\infty}\frac{2x+1}{3x-1}=\frac{3}{2}": ([], {}, {}),
}

#: There is no such number.
NONE_THERE: list[str] = [
    "Limit(1/x, x, 0) == 0",
    "Limit(1/x, x, 0) == oo",
    "5 == Limit(1/x, x, 0, '+')",
    "Limit(exp(1/x), x, 0) == 0",
    "Limit(sin(x), x, oo) == 0",
    "Limit(cos(1/x), x, 0) == 1",
    "Limit(sin(x)**2, x, oo) == 1/2",
    "Limit(log(x), x, oo) == 100",
    "Integral(1/x, (x, 1, oo)) == 5",
    "Integral(x, (x, -oo, oo)) == 0",
    "Integral(x/(1 + x**2), (x, -oo, oo)) == 0",
    "Integral(cos(x), (x, 0, oo)) == 0",
    "Sum(k, (k, 1, oo)) == -1/12",
    "Sum((-1)**k, (k, 0, oo)) == 1/2",
    "Sum(k/(k + 1), (k, 1, oo)) == 1",
    "Integral(1/x, (x, -1, 1)) == 0",
    "Integral(1/x**2, (x, -1, 1)) == -2",
    "Integral(1/(x - 2)**2, (x, 1, 3)) == -2",
    "Integral(1/(1 - x**2), (x, 0, 1)) == 0",
]

OPEN: dict[str, tuple[list[str], dict[str, str], str]] = {
    "n > 0": ([], {"n": "natural"}, "neither a proof nor a counterexample"),
    "x == x + 1": (["x > 1", "x < 0"], {}, "no point was found that satisfies what is given"),
    "x == x": (["0 < x < 0"], {}, "no point was found that satisfies what is given"),
    "log(-1 - x**2) == 3": ([], {}, "no point was found that satisfies what is given where both sides are defined"),
    "x > 1": (["log(x) > log(x)"], {}, "no point was found"),
    "zeta(x) >= 0": (["x > 1"], {}, "not supported yet: zeta"),
    "x > 0": (["zeta(x) > 0"], {}, "not supported yet: zeta"),
    "factorial(x) >= 1": (["x >= 0"], {}, "neither a proof nor a counterexample"),  # it fails only between integers
    "binomial(n, k) > 0": ([], {"n": "natural", "k": "natural"}, "not supported yet where k <= n need not hold"),
    "Derivative(factorial(x), x) > 0": (["x > 0"], {}, "not supported yet: factorial of what is bound"),
    "Limit(x, x, 0) == oo + 1": ([], {}, "not supported yet: oo"),
    "Limit(sin(pi*n), n, oo) == 0": ([], {"n": "integer"}, ""),
    "Limit(factorial(n)/n**n, n, oo) == 0": ([], {}, "not supported yet: factorial of what is bound"),
    "Sum(factorial(k/2), (k, 0, n)) == 1": ([], {"n": "natural"}, "not supported yet: factorial of what is bound"),
    "Sum(1/k**2, (k, -oo, -1)) == pi**2/6": ([], {}, "not supported yet: oo"),
    "Limit(sign(x), x, 0) <= 0": ([], {}, "neither a proof nor a counterexample"),  # it does not exist
    "1 + Limit(1/x, x, 0) <= 5": ([], {}, "neither a proof nor a counterexample"),
    "Derivative(Abs(x), x) <= 1": ([], {}, "neither a proof nor a counterexample"),
}


@pytest.mark.parametrize("claim", PROVED)
def test_proved(claim: str) -> None:
    given, symbols, conditions = PROVED[claim]
    found = ask(claim, *given, **symbols)
    assert (found.verdict, list(found.conditions), found.reason) == ("proved", conditions, "")
    assert replayed(found)


@pytest.mark.parametrize("claim", REFUTED)
def test_refuted(claim: str) -> None:
    given, symbols, witness = REFUTED[claim]
    found = ask(claim, *given, **symbols)
    assert found.verdict == "refuted"
    assert found.witness is not None and found.witness.keys() == witness.keys()
    assert replayed(found) and found.sides


@pytest.mark.parametrize("exponent", ["x/x", "(x-1)/(x-1)", "(1/x)/(1/x)", "(x*x-1)/((x-1)*(x+1))", "(2*x+1)/(4*x+2)"])
def test_a_power_with_a_constant_exponent_is_defined_on_both_sides(exponent: str) -> None:
    assert ask(f"Limit(x**({exponent})/Abs(x), x, 0) == 1").verdict != "proved", "it is -1 from the left"


def test_what_is_given_of_a_free_symbol_says_nothing_of_a_bound_one() -> None:
    assert ask("Limit(Abs(x)/x, x, 0) == x", "x == 1").verdict != "proved"
    found = ask("Limit(Abs(x)/x, x, 0) == 1", "x > 0")
    assert (found.verdict, found.read) == ("proved", "Limit(Abs(x)/x, x, 0, '+') == 1  given  x > 0")


@pytest.mark.parametrize("claim", NONE_THERE)
def test_a_limit_that_does_not_exist(claim: str) -> None:
    found = ask(claim)
    assert found.verdict == "refuted" and replayed(found)
    assert found.sides or found.reason.startswith("if the value exists, ") or found.reason.endswith("has no value")


@pytest.mark.parametrize("claim", ["Limit((-1)**n, n, oo) == 0", "Limit((1 + (-1)**n)/2, n, oo) == 1"])
def test_a_sequence_without_a_limit(claim: str) -> None:
    found = decide(Query(claim, symbols={"n": "positive integer"}), 30.0)
    assert found.verdict == "refuted" and replayed(found)
    assert found.reason.startswith("if the value exists, ")


@pytest.mark.parametrize("claim", OPEN)
def test_open(claim: str) -> None:
    given, symbols, reason = OPEN[claim]
    found = decide(Query(claim, given=given, symbols=symbols), 30.0)  # time enough on a busy machine
    assert (found.verdict, found.certificate) == ("open", None)
    assert reason in found.reason


@pytest.mark.parametrize(
    ("claim", "sides"),
    [
        ("n**2 >= 2*n", ("1", "2")),
        ("2*n <= n**2", ("2", "1")),
        ("n**2 > 2*n - 1", ("1", "1")),
        ("n**2 < 2*n - 1", ("1", "1")),
        ("2 == Integral(exp(-x**2)*x + n - n, (x, 0, oo))", ("2", "0.5")),
    ],
)
def test_the_sides_are_shown_as_they_are_written(claim: str, sides: tuple[str, str]) -> None:
    found = ask(claim, "n == 1")
    assert (found.verdict, found.sides) == ("refuted", sides)


def test_the_witness_is_simple() -> None:
    for claim in ("sqrt(x**2) == x", "x**2 > 0", "n**2 >= n"):
        assert ask(claim).witness == REFUTED[claim][2]


def test_a_counterexample_to_integers_is_an_integer() -> None:
    found = ask("2*n != 1 - 2*m", n="integer", m="integer")
    assert found.verdict == "open", "it fails only at halves"
    found = ask("n**2 - 5*n + 6 > 0", n="integer")
    assert found.verdict == "refuted" and found.witness in ({"n": "2"}, {"n": "3"})
    found = ask("n**2 - 7*n + 12 >= 0", n="integer")
    assert found.verdict != "refuted", "it fails only between 3 and 4"


# -- strict --------------------------------------------------------------------------------------------------------


def test_strict_refutes_at_a_point_where_a_side_is_undefined() -> None:
    found = ask("x/x == 1", strict=True)
    assert (found.verdict, found.witness) == ("refuted", {"x": "0"})
    assert found.reason == "not defined there: x != 0 does not hold"
    assert fact_text(statement_from_json(found.statement).goal) == "x != 0"
    assert replayed(found)


@pytest.mark.parametrize(
    ("claim", "given", "verdict"),
    [
        ("x**0 == 1", [], "open"),
        ("x**(1 - 1) == 1", ["x != 0"], "proved"),
        ("Sum(r**k, (k, 0, oo)) == 1/(1 - r)", ["-1 < r", "r < 1"], "open"),
        ("x**0/x == x**0/x", [], "refuted"),
        ("(1/x)**0 == 1", [], "refuted"),
        ("x**(-1) == 1/x", [], "refuted"),
    ],
)
def test_strict_rests_on_no_opinion_about_zero_to_the_power_of_zero(claim: str, given: list[str], verdict: str) -> None:
    assert ask(claim, *given, strict=True).verdict == verdict


def test_strict_is_about_points_inside_given() -> None:
    assert ask("x/x == 1", "x > 0", strict=True).verdict == "proved"
    found = ask("log(x) == log(x)", "x > -1", strict=True)
    assert found.verdict == "refuted" and found.reason.startswith("not defined there: 0 < x")
    assert ask("1/n == 1/n", n="natural", strict=True).verdict == "open", "0 need not be among them"
    assert ask("1/n == 1/n", n="nonnegative integer", strict=True).verdict == "refuted"


# -- reading -------------------------------------------------------------------------------------------------------


def test_what_was_read_is_shown() -> None:
    query = Query(r"\alpha x\geq 2", given=("x>0", "alpha != 1"), symbols={r"\alpha": "positive"})
    assert read(query).text == "alpha*x >= 2  given  x > 0, alpha != 1  where  alpha is positive"


def test_given_has_to_be_defined_where_it_holds() -> None:
    assert list(map(fact_text, read(Query("x > 0", given=("log(x) < 1",))).given)) == ["0 < x", "log(x) < 1"]


def test_a_list_before_a_relation_is_about_each() -> None:
    assert list(map(fact_text, read(Query("x = x", given=("a,b>0",))).given)) == ["0 < a", "0 < b"]


@pytest.mark.parametrize(
    ("claim", "shown"),
    [
        ("x**2 >= 0", "x**2 >= 0"),
        ("x^2=xx", "x**2 == x*x"),
        (r"x \cdot y \le 1", "x*y <= 1"),
        ("x = 1", "x == 1"),
        ("x == 1", "x == 1"),
    ],
)
def test_the_syntax_is_told_by_the_claim(claim: str, shown: str) -> None:
    assert read(Query(claim)).text == shown


def test_a_letter_means_the_same_in_what_is_given_in_another_syntax() -> None:
    assert read(Query(r"e^x \ge y", given=("y <= e**x",))).text == "E**x >= y  given  y <= E**x"
    assert ask(r"e^x \ge y", "y <= e**x").verdict == "proved"
    assert read(Query("e^x = y", given=("e != 7",), symbols={"e": "real"})).text.startswith("e**x == y  given  e != 7")
    assert read(Query("xy = 1", given=("xy >= 1",), symbols={"xy": "real"})).text.startswith("x*y == 1  given  xy >= 1")
    assert read(Query(r"\alpha x = 1", given=("alpha*x >= 1", "beta != 0"))).goal
    with pytest.raises(InputError, match=r"given\[0\]: xy: a product or a symbol\? write x\*y, or declare"):
        read(Query(r"\frac{1}{xy} > 0", given=("xy >= 1",)))
    with pytest.raises(InputError, match=r"given\[0\]: i may be the imaginary unit"):
        read(Query("x = 1", given=("i != x",)))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("text", "expected a JSON object"),
        ([], "expected a JSON object"),
        ({}, "expected lhs, relation and rhs, or a claim"),
        ({"claim": "x > 0", "rhs": "1"}, "expected lhs, relation and rhs, or a claim"),
        ({"lhs": "x", "relation": "=", "rhs": "1"}, "relation: '=' is none of == != "),
        ({"lhs": "x", "relation": "==", "rhs": ""}, "rhs:1:1: expected an expression"),
        ({"lhs": "2x", "relation": "==", "rhs": "1"}, "lhs:1:1: 2x"),
        ({"lhs": "x", "relation": "==", "rhs": None}, "rhs: expected a text"),
        ({"lhs": "x", "relation": "==", "rhs": True}, "rhs: expected a text"),
        ({"lhs": "x", "relation": "==", "rhs": "1", "assuming": []}, "unknown key 'assuming'"),
        ({"claim": "x > 0", "given": "x > 1"}, "given is a list"),
        ({"claim": "x > 0", "given": ["x > 1", "x <"]}, r"given\[1\]:1:4: expected an expression"),
        ({"claim": "x > 0", "given": ["x"]}, r"given\[0\]:1:2: expected a relation"),
        ({"claim": "x > 0", "symbols": {"x": "complex"}}, "symbols: x: 'complex'"),
        ({"claim": "x > 0", "symbols": {"x": 1.5}}, "symbols: x: expected a text"),
        ({"claim": "x > 0", "syntax": "sympy"}, "syntax: 'sympy' is none of"),
        ({"claim": "x > 0", "as": "x -> oo"}, "as: what a symbol approaches means nothing"),
        ({"lhs": "x", "relation": "~", "rhs": "1"}, "as: ~ needs what a symbol approaches"),
        ({"lhs": "x", "relation": "O", "rhs": "1", "as": "x to oo"}, "as:1:3: expected '->'"),
        ({"lhs": "x", "relation": "O", "rhs": "1", "as": "x -> 2*x"}, "as: x can't approach something that depends"),
        ({"claim": "n ~ 1", "as": "n -> 2", "symbols": {"n": "integer"}}, "as: n is an integer, and goes nowhere but"),
        ({"claim": "x = O(1)"}, "as: O needs what a symbol approaches"),
        ({"claim": "x = O(x) + 1", "as": "x -> oo"}, "claim:1:10: expected the end"),
        ({"claim": "x = 1", "syntax": "plain"}, "claim:1:3: write == for an equation"),
        ({"claim": "0 < x < 1"}, "claim:1:7: a claim has one relation"),
        ({"claim": "0<x<1", "syntax": "latex"}, "claim:1:1: a claim has one relation"),
        ({"claim": r"x\propto y", "syntax": "latex"}, "propto is no relation that can be checked"),
        ({"lhs": "x=1", "relation": "==", "rhs": "1", "syntax": "latex"}, "lhs:1:1: expected one expression"),
        ({"claim": r"\mathrm{d}x=1", "syntax": "latex"}, "claim:1:1: the differential of x"),
    ],
)
def test_what_cannot_be_read(data: Any, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(query_from_json(data))


def test_remarks_and_numbers_are_fine() -> None:
    data = {"id": 7, "source": "a book", "comment": "", "expected": "proved", "lhs": "x", "relation": "~", "rhs": 1}
    assert read(query_from_json({**data, "as": "x -> oo"})).text == "x ~ 1 as x -> oo"


# -- what is not believed ------------------------------------------------------------------------------------------


def test_a_certificate_that_the_kernel_rejects_leaves_a_claim_open(monkeypatch: pytest.MonkeyPatch) -> None:
    proof = ask("x == x").certificate
    monkeypatch.setattr("symcheck.procedures.prove.prove", lambda *_, **__: proof)
    monkeypatch.setattr("symcheck.procedures.refute.refute", lambda *_, **__: None)
    found = ask("x == x + 1")
    assert found.verdict == "open" and "the kernel rejects the certificate" in found.reason


def test_a_library_that_raises_leaves_a_claim_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def burst(*_: Any, **__: Any) -> Any:
        raise MemoryError

    monkeypatch.setattr("symcheck.procedures.prove.prove", burst)
    assert "the search for a proof failed: MemoryError" in ask("x**2 >= 0").reason


def test_an_earlier_answer_is_kept_only_if_the_kernel_confirms_it() -> None:
    query, other = Query("n**2 != 4", symbols={"n": "integer"}), Query("n**2 != 9", symbols={"n": "integer"})
    found = decide(query)
    earlier = ("refuted", found.statement, found.certificate, found.seconds)
    assert confirm(query, False, *earlier) == found
    assert confirm(other, False, *earlier) is None, "another claim"
    assert confirm(query, False, "proved", *earlier[1:]) is None, "another verdict"
    assert confirm(query, False, "refuted", found.statement, {**found.certificate, "point": {"n": "3"}}, 0.0) is None
    assert confirm(query, False, "refuted", found.statement, "junk", 0.0) is None
    half = decide(Query("2*n != 1"))
    earlier = ("refuted", half.statement, half.certificate, 0.0)
    assert confirm(Query("2*n != 1"), False, *earlier) is not None
    assert confirm(Query("2*n != 1", symbols={"n": "integer"}), False, *earlier) is None, "no integer"
    undefined = decide(Query("x/x == 1"), strict=True)
    earlier = ("refuted", undefined.statement, undefined.certificate, 0.0)
    assert confirm(Query("x/x == 1"), True, *earlier) is not None
    assert confirm(Query("x/x == 1"), False, *earlier) is None, "not strictly"


def test_an_answer_goes_through_json() -> None:
    for claim in ("x/x == 1", "sqrt(x**2) == x", "sin(x) < 2"):
        found = ask(claim)
        assert answer_from_json(found.to_json()) == found


# -- the interface -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("module", [symcheck, checking, answer, claims], ids=lambda module: module.__name__)
def test_the_examples_of_the_interface(module: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert doctest.testmod(module, raise_on_error=True).attempted > 1


def test_check_raises_for_bad_input_before_any_search() -> None:
    with pytest.raises(InputError, match="claim:1:1: unknown function foo"):
        checking.check("foo(x) == 1")


def test_check_takes_one_condition_as_a_text() -> None:
    assert checking.check("sqrt(x**2) == x", given="x > 0").verdict == "proved"


def test_check_keeps_its_time_limit_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    checking.shared.cache_clear()
    monkeypatch.setattr(checking, "WORK", "tests.stubborn:hang")
    found = checking.check("x == x", timeout=0.3)
    assert (found.verdict, found.reason) == ("open", "stopped after 0.3 s")
    monkeypatch.undo()
    assert checking.check("x == x").verdict == "proved"


def test_the_soft_limit_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def forever(*_: Any, **__: Any) -> Any:
        while True:
            pass

    monkeypatch.setattr("symcheck.procedures.prove.prove", forever)
    monkeypatch.setattr("symcheck.procedures.refute.refute", forever)
    found = decide(Query("x**2 >= 0"), limit=0.4)
    assert found.verdict == "open" and found.seconds < 2
    assert "the search for a proof was stopped after 0.12 s" in found.reason


def test_reading_needs_no_sympy() -> None:
    code = (
        "import sys\n"
        "from symcheck import InputError, check\n"
        "try: check('2x == 1')\n"
        "except InputError as error: print(error)\n"
        "print(*sorted(set(sys.modules) & {'sympy', 'mpmath', 'jinja2', 'flint'}))"
    )
    root = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("claim:1:1: 2x: write 2*x\n\n", 0), done.stderr


def test_a_batch_names_the_worker_as_it_is() -> None:
    assert batch.WORK == checking.WORK
