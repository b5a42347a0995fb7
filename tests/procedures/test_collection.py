"""Claims as they stand in collections of formulas, true ones and some that are nearly true.

At every point that satisfies what is given and at which both sides are defined, principal powers, real symbols.
"""

from __future__ import annotations

import pytest

from symcheck.query import Query
from symcheck.verdict import decide

Row = tuple[tuple[str, ...], dict[str, str]]

TRUE: dict[str, Row] = {
    "(a+b)**3 == a**3 + 3*a**2*b + 3*a*b**2 + b**3": ((), {}),
    "(x**3 - 1)/(x - 1) == x**2 + x + 1": ((), {}),
    "(a**2+b**2)*(c**2+d**2) == (a*c-b*d)**2 + (a*d+b*c)**2": ((), {}),
    "Abs(x)**2 == x**2": ((), {}),
    "Abs(-x) == Abs(x)": ((), {}),
    "(x**a)**b == x**(a*b)": (("x > 0",), {}),
    "2**(n+1) - 2**n == 2**n": ((), {}),
    "sqrt(x)*sqrt(y) == sqrt(x*y)": ((), {}),
    "sqrt(3+2*sqrt(2)) == 1+sqrt(2)": ((), {}),
    "(2+sqrt(5))**(1/3) == (1+sqrt(5))/2": ((), {}),
    "sqrt(x**4) == x**2": ((), {}),
    "(x**2)**(3/2) == Abs(x)**3": ((), {}),
    "log(x/y) == log(x) - log(y)": (("x > 0", "y > 0"), {}),
    "exp(3*log(x)) == x**3": ((), {}),
    "log(sqrt(x)) == log(x)/2": ((), {}),
    "log(12) == 2*log(2)+log(3)": ((), {}),
    "1 - 1/(1+exp(-x)) == 1/(1+exp(x))": ((), {}),
    "sinh(2*x) == 2*sinh(x)*cosh(x)": ((), {}),
    "1 - tanh(x)**2 == 1/cosh(x)**2": ((), {}),
    "atanh(x) == log((1+x)/(1-x))/2": (("-1 < x < 1",), {}),
    "sin(2*x) == 2*sin(x)*cos(x)": ((), {}),
    "tan(x)**2 + 1 == 1/cos(x)**2": ((), {}),
    "tan(x+y) == (tan(x)+tan(y))/(1-tan(x)*tan(y))": ((), {}),
    "cos(x)*cos(y) == (cos(x-y)+cos(x+y))/2": ((), {}),
    "cos(asin(x)) == sqrt(1-x**2)": ((), {}),
    "asin(x)+acos(x) == pi/2": ((), {}),
    "atan(1/2)+atan(1/3) == pi/4": ((), {}),
    "binomial(n,k)*k == n*binomial(n-1,k-1)": (("1 <= k <= n",), {"n": "positive integer", "k": "positive integer"}),
    "binomial(2*n,n) == factorial(2*n)/factorial(n)**2": ((), {"n": "natural"}),
    "gamma(5/2) == 3*sqrt(pi)/4": ((), {}),
    "Derivative(tan(x), x) == 1+tan(x)**2": ((), {}),
    "Derivative(Abs(x), x) == sign(x)": (("x != 0",), {}),
    "Derivative(a**x, x) == a**x*log(a)": (("a > 0",), {}),
    "Derivative(sqrt(x**2+1), x) == x/sqrt(x**2+1)": ((), {}),
    "Derivative(sin(x)**2+cos(x)**2, x) == 0": ((), {}),
    "Integral(sin(x), (x,0,pi)) == 2": ((), {}),
    "Integral(1/sqrt(x), (x,0,1)) == 2": ((), {}),
    "Limit((1-cos(x))/x**2, x, 0) == 1/2": ((), {}),
    "Limit(x**a*log(x), x, 0, '+') == 0": (("a > 0",), {}),
    "Limit(1/x, x, 0, '-') == -oo": ((), {}),
    "Limit(x**(1/x), x, oo) == 1": ((), {}),
    "Sum(k**3, (k,1,n)) == (n*(n+1)/2)**2": ((), {"n": "natural"}),
    "Sum(2*k-1, (k,1,n)) == n**2": ((), {"n": "positive integer"}),
    "log(x) <= x-1": ((), {}),
    "log(1+x) <= x": (("x > -1",), {}),
    "a/b+b/a >= 2": (("a > 0", "b > 0"), {}),
    "Abs(x+y) <= Abs(x)+Abs(y)": ((), {}),
    "exp((x+y)/2) <= (exp(x)+exp(y))/2": ((), {}),
    "exp(pi*sqrt(163)) != 262537412640768744": ((), {}),
    "exp(pi) > pi**E": ((), {}),
    "Abs(sqrt(2) - 1.41421356) < 5/10**9": ((), {}),
    "E**(pi) - pi < 20": ((), {}),
    "((t*x)**a)*((t*y)**(1-a)) == t*x**a*y**(1-a)": (("t > 0", "x > 0", "y > 0"), {}),
    "Derivative(p*x**a - w*x, x) == 0": (("x == (p*a/w)**(1/(1-a))", "p > 0", "w > 0", "0 < a < 1"), {}),
    "Integral(a-b*q, (q,0,(a-p)/b)) - p*(a-p)/b == (a-p)**2/(2*b)": (("0 < p < a", "b > 0"), {}),
}

FALSE: dict[str, Row] = {
    "(a+b)**3 == a**3 + 3*a**2*b + 3*a*b**2 - b**3": ((), {}),
    "(x**2)**(1/4) == sqrt(-x) - sqrt(x+1)/10**9": (("x < 1",), {}),
    "sqrt(x**2+y**2) == x+y": (("x >= 0", "y >= 0"), {}),
    "floor(2*x) == 2*floor(x)": ((), {}),
    "(2-sqrt(5))**2 == 9-2*sqrt(5)": ((), {}),
    "log(x*y) == log(Abs(x))-log(Abs(y))": (("x*y > 0",), {}),
    "log(1+exp(x)) == x+log(1-exp(-x))": (("x > 0",), {}),
    "1-tanh(x)**2 == -1/cosh(x)**2": ((), {}),
    "cosh(x) > 1": ((), {}),
    "sin(x)**2 == (1+cos(2*x))/2": ((), {}),
    "cos(pi-x) == cos(x)": ((), {}),
    "cos(pi/5) == (1-sqrt(5))/4": ((), {}),
    "2*atan(x) == asin(2*x/(1+x**2))": (("x > 0",), {}),
    "sin(x) > x - x**3/6": (("x >= 0",), {}),
    "factorial(n+1) == n*factorial(n)": ((), {"n": "natural"}),
    "binomial(n,k) <= n**k/2": (("1 <= k <= n",), {"n": "natural", "k": "natural"}),
    "Derivative(atan(x), x) == 1/(1-x**2)": (("0 < x < 1",), {}),
    "Derivative(1/x, x) == 1/x**2": ((), {}),
    "Integral(1/x, (x,1,t)) == log(t)+1": (("t > 0",), {}),
    "Limit((1-cos(x))/x**2, x, 0) == 1": ((), {}),
    "Limit(x*log(x), x, 0) == -1": ((), {}),
    "Sum(2*k-1, (k,1,n)) == n*(n+1)": ((), {"n": "positive integer"}),
    "exp(x) > 1+x": ((), {}),
    "(1+x)**a >= 1+a*x": (("x > -1", "a > 0"), {}),
    "x*log(x) >= -0.3678": (("x > 0",), {}),
    "1/x <= 1": (("x != 0",), {}),
    "exp(x) >= 3*x": ((), {}),
    "x/(x**2+1) <= 0.4999": ((), {}),
    "(x-1/7)**2 > 0": ((), {}),
    "pi == 355/113": ((), {}),
    "sqrt(2)+sqrt(3) <= sqrt(5+2*sqrt(6)) - 10**(-30)": ((), {}),
    "Derivative(p*x**a - w*x, x) == 0": (("x == (p*a/w)**(1/a)", "p > 0", "w > 0", "0 < a < 1"), {}),
    "t*(a*x**r+b*y**r)**(1/r) <= (a*(t*x)**r+b*(t*y)**r)**(1/r) - 1": (
        ("a > 0", "b > 0", "x > 0", "y > 0", "t > 0", "r > 0"),
        {},
    ),
    "0**x == 1": (("x > 0",), {}),
    "sin(pi*x) == 0": (("x > 0",), {}),
    "Abs(floor(x)) == floor(Abs(x))": ((), {}),
    "Max(a*x,a*y) == a*Max(x,y)": ((), {}),
    "sqrt(x**2*y) == x*sqrt(y)": ((), {}),
    "exp(log(Abs(x))) == x": ((), {}),
    "x**a <= 1 + a*(x-1)": (("x > 0", "0 < a <= 1.01"), {}),
    "atan(x) < pi/2 - 10**(-7)": ((), {}),
    "sin(x) == 2*tan(x/2)/(1-tan(x/2)**2)": ((), {}),
    "sin(x)*sin(2*x) >= 0": (("0 < x < pi",), {}),
    "asinh(x) <= x": ((), {}),
    "a*b*c <= ((a+b+c)/3)**3": ((), {}),
    "sqrt(a*b) <= 2*a*b/(a+b)": (("a > 0", "b > 0"), {}),
    "factorial(n) < n**n": ((), {"n": "positive integer"}),
    "3*n + 5*k != 1": ((), {"n": "integer", "k": "integer"}),
    "Derivative(x**3, x) > 0": ((), {}),
    "Integral(x, (x, b, a)) == (b**2-a**2)/2": ((), {}),
    "Limit((x**2-1)/(x-1), x, 1) == 0": ((), {}),
    "Sum(1/k, (k, 1, n)) <= log(n) + 0.9": ((), {"n": "positive integer"}),
    "sqrt(2) + sqrt(3) + sqrt(5) == 5.3823323": ((), {}),
    "sqrt(10**40+1) == 10**20": ((), {}),
    "p*q - c*q <= (p-c)**2": (("q == a - p", "a > 0", "p > 0"), {}),
}


@pytest.mark.parametrize(("claim", "row"), TRUE.items())
def test_what_is_true_is_proved(claim: str, row: Row) -> None:
    given, symbols = row
    found = decide(Query(claim, given=given, symbols=symbols))
    assert found.verdict == "proved", found


@pytest.mark.parametrize(("claim", "row"), FALSE.items())
def test_what_is_false_is_refuted(claim: str, row: Row) -> None:
    given, symbols = row
    found = decide(Query(claim, given=given, symbols=symbols))
    assert found.verdict == "refuted", found
