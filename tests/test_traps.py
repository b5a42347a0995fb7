"""Where sympy, or a reader in a hurry, goes wrong: known traps, most of them from sympy's own issue tracker.

Each row has a term, what it is and what was said that it is.  The first may not be refuted and the second not be
proved, whatever the search believes.  ``p`` and ``r`` mark what is decided: that the right one is proved, that the
wrong one is refuted; a row without them only has to be not wrong.  The numbers are those of issues of sympy/sympy;
"like" stands before the number of an issue whose claim is too long, or complex, and has a simpler one in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from symcheck.query import Query
from symcheck.verdict import decide

LIMIT, SHORT = 100.0, 1.5
"""Seconds for what is decided, and for what is not, which only has to be not wrong."""


@dataclass(frozen=True)
class Trap:
    """``term`` is equal to ``right``, and not to ``wrong``, wherever what is given holds; one of both may be empty."""

    source: str
    term: str
    right: str
    wrong: str
    decided: str = ""
    given: tuple[str, ...] = ()
    symbols: dict[str, str] = field(default_factory=dict)


def row(source: str, term: str, right: str, wrong: str, decided: str = "", *given: str, **symbols: str) -> Trap:
    return Trap(source, term, right, wrong, decided, given, symbols)


TRAPS = [
    # constants that are nearly equal, and some that are equal though they don't look it
    row("equals: a tiny number is 0", "acosh(1 + 10**(-20))", "", "0", "r"),
    row("is_zero depends on the hash seed", "acos(1 - 10**(-20))", "", "0", "r"),
    row("equals: what is identically 0 is not", "atan(p) + atan(1/p)", "pi/2", "-pi/2", "pr", "p > 0"),
    row("23086: simplify of an angle of 0.04 degrees", "acos(7823207/7823209)", "", "0", "r"),
    row("12534: pi and its first hundred digits", "pi - 3141592653589793/10**15", "", "0", "r"),
    row("like 7957: inequalities decided by evalf", "exp(pi*sqrt(163))", "", "262537412640768744", "r"),
    row("like 10073: a sign that two digits don't tell", "Abs(2*sqrt(4) - log(35))", "4 - log(35)", "log(35) - 4", "r"),
    row("19991: floor of a large number near an integer", "floor(10**20 + 1/3)", "10**20", "10**20 + 1", "pr"),
    row("nested roots", "sqrt(3 + 2*sqrt(2))", "1 + sqrt(2)", "1 + sqrt(2) + 10**(-30)", "pr"),
    row("nested roots of the other sign", "sqrt(3 - 2*sqrt(2))", "sqrt(2) - 1", "1 - sqrt(2)", "r"),
    row("sums of arcs", "4*atan(1/5) - atan(1/239)", "pi/4", "pi/4 + 10**(-25)", "r"),
    # powers, roots and logarithms of what may be negative
    row("the root of a square", "sqrt(x**2)", "Abs(x)", "x", "pr"),
    row("like 14018: a power of a negative base", "sqrt((-2)**2)", "2", "-2", "pr"),
    row("24676: log x + log 1/x where it is defined", "log(x) + log(1/x)", "0", "1", "pr"),
    row("the logarithm of a square", "log(x**2)", "2*log(Abs(x))", "log(x)**2", "pr"),
    row("powsimp with force", "(x**2)**(1/2 + a)", "", "x**(1 + 2*a)", "r"),
    row("roots of a product", "sqrt(x*y)", "sqrt(x)*sqrt(y)", "-sqrt(x)*sqrt(y)", "pr"),
    row("roots of a product of negative numbers", "sqrt(x*y)", "sqrt(-x)*sqrt(-y)", "-sqrt(-x)*sqrt(-y)", "pr",
        "x < 0", "y < 0"),
    row("the exponential of a logarithm", "exp(2*log(Abs(x)))", "x**2", "x", "pr"),
    row("3788: base ** (1/log base)", "x**(1/log(x))", "E", "x", "r", "x > 1"),
    row("like 10195: (-1)**(n/2) of an odd n", "(-1)**(2*n)", "1", "-1", "r", n="integer"),
    row("a cube root of a cube", "(x**3)**(1/3)", "x", "-x", "pr", "x > 0"),
    row("log of a power", "log(x**y)", "y*log(x)", "x*log(y)", "pr", "x > 0"),
    row("an even root of an even power", "(x**4)**(1/4)", "Abs(x)", "x", "pr"),
    # signs and choices
    row("19407: an inequality whose scale is negative", "sqrt(2)*(r - q) - sqrt(2)*(q - r)", "2*sqrt(2)*(r - q)",
        "2*sqrt(2)*(q - r)", "pr"),
    row("14779: |x|/x where x is negative", "Abs(x)/x", "-1", "1", "pr", "x < 0"),
    row("like 9588: a size less than 0", "Abs(Abs(x) + n)", "Abs(x) + n", "-Abs(x) - n", "pr", "n > 0"),
    row("like 22259: a root and a size", "sqrt(x**2 - 2*x + 1)", "Abs(x - 1)", "x - 1", "r"),
    row("27381: a false solution of an equation with roots", "a*(2*sqrt(1 - b**2) + 1) - b*(2*sqrt(1 - a**2) + 1)",
        "", "0", "", "b == -3*a/(4*sqrt(1 - a**2) + 5)", "0 < a < 1"),
    row("like 20482: the quotient of a term and its size", "(2*x + 12)/Abs(x + 6)", "2*sign(x + 6)", "2", "pr"),
    row("like 17309: the ceiling of a positive number", "Min(ceiling(x), 1)", "1", "0", "r", "x > 0"),
    row("the derivative of a size", "Derivative(Abs(x), x)", "x/Abs(x)", "1", "pr", "x < 0"),
    row("the floor of a negative number", "floor(-x)", "-ceiling(x)", "-floor(x)", "pr"),
    row("Max of a number and its square", "Max(x, x**2)", "x", "x**2", "pr", "0 < x < 1"),
    # trigonometry
    row("12506: cos of asin", "cos(asin(x/2))", "sqrt(1 - x**2/4)", "1 - x**2/4", "pr"),
    row("like 17063: products of half angles", "sin(a/2 - b/2)*cos(a/2 + b/2)", "(sin(a) - sin(b))/2",
        "(sin(a) + sin(b))/2", "pr"),
    row("the inverse of a sine beyond its branch", "asin(sin(x))", "", "x", "r", "x > 2"),
    row("the inverse of a tangent beyond its branch", "atan(tan(x))", "", "x", "r"),
    row("atan of a sum beyond its branch", "atan(x) + atan(y)", "", "atan((x + y)/(1 - x*y))", "r"),
    row("asin and acos", "asin(x) + acos(x)", "pi/2", "pi", "pr"),
    row("acosh of cosh", "acosh(cosh(x))", "Abs(x)", "x", "r"),
    # limits
    row("limit(1/x, x, 0) is oo", "Limit(1/x, x, 0)", "", "oo", "r"),
    row("8751: from the right only", "Limit(Abs(x)/x, x, 0)", "", "1", "r"),
    row("20482: a limit from both sides", "Limit((2*x + 12)/Abs(x + 6), x, -6)", "", "2", "r"),
    row("20365: the second term of (1 + x)**(1/x)", "Limit(((1 + x)**(1/x) - E)/x, x, 0, '+')", "-E/2", "0", ""),
    row("9075: powers of 6", "Limit((6**(n + 1) + n + 1)/(6**n + n), n, oo)", "6", "1", ""),
    row("25885, 28327: (1 + 1/x)**(x**2)/exp(x)", "Limit((1 + 1/x)**(x**2)/exp(x), x, oo)", "exp(-1/2)", "1", ""),
    row("21724: x*(1 + 1/x)**x - E*x", "Limit(x*(1 + 1/x)**x - E*x, x, oo)", "-E/2", "0", ""),
    row("26513: a size of a power", "Limit(Abs(n/(n + 1))**n, n, oo)", "exp(-1)", "0", "pr"),
    row("11879: the derivative of a power", "Limit(((x + h)**3 - x**3)/h, h, 0)", "3*x**2", "0", "pr"),
    row("22893: a limit that depends on a - b", "Limit((a*exp(-a*x) + b*exp(-b*x))*exp(b*x), x, oo)", "b", "oo", "pr",
        "a > b", "b > 0"),
    row("13403: a quotient of logarithms", "Limit(n*((n + log(n + 1) + 1)/(n + log(n)) - 1), n, oo)", "1", "oo", "pr"),
    row("9471: logarithms in an exponent", "Limit(27**(log(n, 3) + 1)/n**3, n, oo)", "27", "oo", ""),
    row("18378: logarithms of exponentials", "Limit(log(exp(3*x) + x)/log(exp(x) + x**100), x, oo)", "3", "9", ""),
    row("18399: a base that is negative in the end", "Limit((1 - x/2)**(3*x), x, oo)", "", "0", ""),
    row("18482: a root at -oo", "Limit(sqrt(x**2 + 6*x) + x, x, -oo)", "-3", "3", ""),
    row("18482: a root of an exponential", "Limit((2*exp(3*x)/(exp(2*x) + 1))**(1/x), x, oo)", "E", "exp(7/3)", "pr"),
    row("11270: log cosh", "Limit(log((exp(u*x) + exp(-u*x))/2)/x**2, x, 0)", "u**2/2", "oo", "pr"),
    row("14355: floor of sin(x)/x", "Limit(floor(sin(x)/x), x, 0, '+')", "0", "1", ""),
    row("20578: |x| sin(1/x)", "Limit(Abs(x)*sin(1/x), x, 0)", "0", "1", "pr"),
    row("19026: |log x + 1|/log x", "Limit(Abs(log(x) + 1)/log(x), x, oo)", "1", "-1", ""),
    row("18997: |log x|", "Limit(Abs(log(x)), x, 0, '+')", "oo", "0", "pr"),
    row("25681: x/|sqrt(x**2 - 1)| from the right of 1", "Limit(x/Abs(sqrt(x**2 - 1)), x, 1, '+')", "oo", "1", "pr"),
    row("diofant 55: (x + exp(x))/(x - 1)", "Limit((x + exp(x))/(x - 1), x, -oo)", "1", "-1", "pr"),
    row("diofant 74: the sign of a logarithm", "Limit(sign(log(x)), x, 1, '-')", "-1", "0", "pr"),
    row("diofant 74: the sign of a sine", "Limit(sign(sin(x)), x, 0, '+')", "1", "0", ""),
    # integrals
    row("29792: a root times the root of its inverse", "Integral(sqrt(2 - x)*sqrt(1/(2 - x)), (x, 0, 1))",
        "1", "-1", ""),
    row("7337: x sqrt(2x + 3)", "Integral(x*sqrt(2*x + 3), (x, -1, 1))", "2/5", "-2/5", ""),
    row("6278, 2354: 1/(cos x + 2)", "Integral(1/(cos(x) + 2), (x, 0, 2*pi))", "2*pi/sqrt(3)", "0", ""),
    row("2975: a sign that is simplified away", "Integral((y**2 + 1)**(-3/2), (y, -1, 1))", "sqrt(2)", "0", "pr"),
    row("15810: 1/(2**(2t/3) + 1)", "Integral(1/(2**(2*t/3) + 1), (t, 0, oo))", "3/2", "1/2", ""),
    row("like 9270: a pole inside", "Integral(1/x**2, (x, -1, 1))", "", "-2", ""),
    row("8440: a pole inside", "Integral(1/(x + 1), (x, -2, 3))", "", "log(4)", ""),
    row("14400: a pole inside", "Integral(1/(1 - x**2), (x, 0, 3))", "", "log(2)/2", ""),
    row("26778: a pole in the middle", "Integral(1/x, (x, -1, 1))", "", "0", ""),
    row("14042: cos up to oo", "Integral(cos(x), (x, 0, oo))", "", "0", "r"),
    row("13582: singular at both ends", "Integral(sqrt(4/(1 - x**2)), (x, -1, 1))", "2*pi", "0", ""),
    row("10445: 1/(exp(x) + 1)", "Integral(1/(exp(x) + 1), (x, 0, oo))", "log(2)", "0", "pr"),
    row("25052: |cos x| left of 0", "Integral(Abs(cos(x)), (x, -pi/2, 0))", "1", "-1", ""),
    row("18384: |sin x cos x|", "Integral(Abs(sin(x)*cos(x)), (x, pi, 2*pi))", "1", "0", ""),
    row("30319: |sin 2x| over two periods", "Integral(Abs(sin(2*x)), (x, 0, 2*pi))", "4", "2", ""),
    row("30319: sin 4x / sin x", "Integral(sin(4*x)/sin(x), (x, 0, pi/2))", "4/3", "4/3 - 2*pi", ""),
    row("21166: an odd function", "Integral(sin(x/sqrt(Abs(x))), (x, -1, 1))", "0", "4*sin(1) - 4*cos(1)", ""),
    row("like 8733: |x + 1|", "Integral(Abs(x + 1), (x, 0, 1))", "3/2", "1/2", "pr"),
    row("like 21665: powers of 1 - x**2", "Integral((1 - x**2)**(3/2), (x, -1, 1))", "3*pi/8", "-3*pi/8", ""),
    row("like 27050: a root", "Integral(sqrt(1 - x**2)/(1 + x**2), (x, -1, 1))", "(sqrt(2) - 1)*pi", "0", ""),
    row("12581: exp(-x**2)/x", "Integral(exp(-x**2)/x, (x, 0, oo))", "oo", "1", ""),
    # sums and factorials
    row("like 13902: a sum of a cubic", "Sum(k**2*(3 - k), (k, 0, n))",
        "n*(n + 1)*(2*n + 1)/2 - n**2*(n + 1)**2/4",
        "-(n + 1)**2", "pr", n="positive integer"),
    row("like 15943: a finite sum has no infinite term", "Sum(factorial(n)/factorial(n), (k, 0, n))", "n + 1", "n", "",
        n="natural"),
    row("an empty sum", "Sum(k, (k, 1, n))", "0", "1", "pr", "n == 0", n="integer"),
    row("a sum from end to start", "Sum(k, (k, 1, 0))", "0", "1", "pr"),
    row("like 8016: signs that alternate", "Sum((-1)**k, (k, 0, 2*n))", "1", "0", "r", n="natural"),
    row("binomials outside their triangle", "binomial(n, n + 1)", "0", "1", "", n="natural"),
    row("the factorial of a sum", "factorial(n + 2)", "(n + 2)*(n + 1)*factorial(n)", "factorial(n) + 2", "pr",
        n="natural"),
]  # fmt: skip


def asked(kind: str) -> Iterator[tuple[Trap, str, bool]]:
    """Every claim of a kind, ``right`` or ``wrong``, and whether it is to be decided."""
    for trap in TRAPS:
        side = trap.right if kind == "right" else trap.wrong
        if side:
            yield trap, side, ("p" if kind == "right" else "r") in trap.decided


def verdict(trap: Trap, side: str, limit: float) -> str:
    query = Query(f"{trap.term} == {side}", given=trap.given, symbols=trap.symbols)
    return decide(query, limit=limit).verdict


def said(case: object) -> str:
    return case.source if isinstance(case, Trap) else str(case)


@pytest.mark.parametrize(("trap", "side", "decided"), list(asked("right")), ids=said)
def test_what_is_right_is_not_refuted(trap: Trap, side: str, decided: bool) -> None:
    found = verdict(trap, side, LIMIT if decided else SHORT)
    assert found == "proved" if decided else found in ("proved", "open")


@pytest.mark.parametrize(("trap", "side", "decided"), list(asked("wrong")), ids=said)
def test_what_is_wrong_is_not_proved(trap: Trap, side: str, decided: bool) -> None:
    found = verdict(trap, side, LIMIT if decided else SHORT)
    assert found == "refuted" if decided else found in ("refuted", "open")


def test_there_are_many() -> None:
    assert len(TRAPS) >= 90
    assert len({(trap.term, trap.given) for trap in TRAPS}) >= len(TRAPS) - 2
    assert sum(len(trap.decided) for trap in TRAPS) >= 60
