"""What the plain syntax accepts, what it refuses and at which column."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symcheck.errors import InputError
from symcheck.kernel.term import ONE, Term, add, deriv, div, mul, neg, num, power, sym, walk
from symcheck.plain import parser, table
from symcheck.plain.table import HALF, named, unsupported

x, y, z = map(sym, "xyz")
E = Term("exp", (ONE,))

ACCEPTED: dict[str, Term] = {
    "x": x,
    "12": num(12),
    "0.25": num("1/4"),
    ".5": num("1/2"),
    "1.": num(1),
    "1.5e-3": num("3/2000"),
    "2E+2": num(200),
    "-3": num(-3),
    "1/3": num("1/3"),
    "-1/3": num("-1/3"),
    "2*3": num(6),
    "1/0": div(num(1), num(0)),
    "x + y - z": add(x, y, neg(z)),
    "x - (y - z)": add(x, neg(add(y, neg(z)))),
    "(x + y) + z": add(add(x, y), z),
    "x*y*z": mul(x, y, z),
    "x*y/z*x": mul(div(mul(x, y), z), x),
    "x/y/z": div(div(x, y), z),
    "x*1/3": div(mul(x, num(1)), num(3)),
    "1/3*x": mul(num("1/3"), x),
    "-x**2": neg(power(x, num(2))),
    "-2**2": neg(power(num(2), num(2))),
    "(-2)**2": power(num(-2), num(2)),
    "x**-1": power(x, num(-1)),
    "x**-y/2": div(power(x, neg(y)), num(2)),
    "x**y**z": power(x, power(y, z)),
    "-2*x": mul(num(-2), x),
    "x*-y": mul(x, neg(y)),
    "+x": x,
    "--x": neg(neg(x)),
    "sqrt(x)": power(x, HALF),
    "exp(1)": E,
    "E": E,
    "log(x)": Term("log", (x,)),
    "ln(x)": Term("log", (x,)),
    "log(x, 2)": div(Term("log", (x,)), Term("log", (num(2),))),
    "Abs(x)": Term("abs", (x,)),
    "Min(x, y, z)": Term("min", (x, y, z)),
    "Max(x)": x,
    "pi*oo": mul(Term("pi"), named("oo")),
    "sin(x)": Term("sin", (x,)),
    "tan(x)": named("tan", x),
    "binomial(x, y)": named("binomial", x, y),
    "gamma(x) + gamma": add(Term("gamma", (x,)), sym("gamma")),
    "Derivative(x**2, x)": deriv(power(x, num(2)), "x", x),
    "Derivative(y, x, x)": deriv(deriv(y, "x", x), "x", x),
    "Derivative(y, (x, 2))": deriv(deriv(y, "x", x), "x", x),
    "Derivative(y, x, 2)": deriv(deriv(y, "x", x), "x", x),
    "Derivative(y, x, z)": deriv(deriv(y, "x", x), "z", z),
    "Integral(x, (x, 0, y))": Term("integral", (x, num(0), y), "x"),
    "Integral(z, (x, 0, y), (y, 0, 1))": Term("integral", (Term("integral", (z, num(0), y), "x"), num(0), ONE), "y"),
    "Sum(x, (x, 1, y))": Term("sum", (x, num(1), y), "x"),
    "Limit(y, x, 0)": named("Limit", y, x, num(0), num(0)),
    "Limit(y, x, 0, '+')": named("Limit", y, x, num(0), num(1)),
    'Limit(y, x, oo, "-")': named("Limit", y, x, named("oo"), num(-1)),
    "lambda_1*x2": mul(sym("lambda_1"), sym("x2")),
    "x\n + y": add(x, y),
}

REFUSED: dict[str, tuple[int, str]] = {
    "": (1, "expected an expression, found the end"),
    "2x": (1, r"2x: write 2\*x"),
    "x + 2 y": (7, "expected the end, or an operator, found 'y'; a product needs *"),
    "2(x)": (2, "a product needs *"),
    "(x)(y)": (4, "a product needs *"),
    "x y": (3, "a product needs *"),
    "x(y + 1)": (1, r"unknown function x; write x\*"),
    "x^2": (2, r"unknown character '\^': write \*\* for a power"),
    "x // y": (3, "unknown character '//': write floor"),
    "x % y": (3, "unknown character '%'"),
    "n!": (2, "unknown character '!': write factorial"),
    "|x|": (1, "unknown character '|': write Abs"),
    "x = y": (3, "expected the end, or an operator, found '='; write =="),
    "x == y": (3, "expected the end, or an operator, found '=='"),
    "x +": (4, "expected an expression, found the end"),
    "x + * y": (5, r"expected an expression, found '\*'"),
    "(x": (3, "expected '\\)' to close the bracket of column 1, found the end"),
    "x)": (2, "found '\\)'"),
    "(x, y)": (3, "a list is no number"),
    "sqrt x": (1, "sqrt needs arguments"),
    "sqrt()": (6, "expected an expression, found '\\)'"),
    "sqrt(x, y)": (1, "sqrt takes 1 argument, found 2"),
    "binomial(x)": (1, "binomial takes 2 arguments, found 1"),
    "log(x, y, z)": (1, "log takes 1 to 2 arguments, found 3"),
    "foo(x)": (1, "unknown function foo"),
    "abs(x)": (1, "unknown function abs; is Abs meant?"),
    "1 + Sin(x)": (5, "unknown function Sin; is sin meant?"),
    "Derivative(x)": (13, "Derivative needs a symbol after its first argument"),
    "Derivative(x, 2)": (15, "expected a symbol, found '2'"),
    "Derivative(x, (x, 0))": (19, "expected a whole number from 1 to 10, found '0'"),
    "Derivative(x, x, 11)": (18, "expected a whole number"),
    "Derivative(x, E)": (15, "expected a symbol, found 'E'"),
    "Integral(x, x)": (13, "expected '\\(' before a symbol and its two ends"),
    "Integral(x, (x, 0))": (18, "expected ',' between the two ends"),
    "Limit(x, x)": (11, "expected ',' after x"),
    "Limit(x, x, 0, +)": (16, "expected a direction"),
    "Limit(x, x, 0, '*')": (16, "expected a direction"),
    "I*x": (1, "I is no real number"),
    "nan": (1, "nan is no real number"),
    "_x": (1, "can't be a name"),
    "x and y": (3, "expected the end"),
    "and": (1, "expected an expression, found 'and'"),
    "x.y": (2, r"unknown character '\.'"),
    "x .5": (3, "expected the end"),
    "1..2": (1, "not a number"),
    "1.2.3": (1, "not a number"),
    "007": (1, "begins with 0"),
    "0x10": (1, "write 0"),
    "1_000": (1, "write 1"),
    "1e5000": (1, "more than 400 digits"),
    "9" * 401: (1, "more than 400 digits"),
    "x[1]": (2, "expected the end"),
    "α": (1, "unknown character 'α'"),
    "x\n  + @": (5, "unknown character '@'"),
    "__import__('os')": (1, "can't be a name"),
    "x" * 61: (1, "can't be a name"),
    "(" * 50: (41, "more than 40 expressions inside each other"),
    "-" * 5000 + "x": (41, "more than 40 expressions inside each other"),
    "x" + "**x" * 5000: (121, "more than 40 expressions"),
    "x+" * 15_000: (1, "at most 20000"),
}


@pytest.mark.parametrize("text", ACCEPTED)
def test_accepted(text: str) -> None:
    assert parser.expression(text) == ACCEPTED[text]


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: text[:20])
def test_refused_with_the_column(text: str) -> None:
    column, message = REFUSED[text]
    with pytest.raises(InputError, match=message) as caught:
        parser.expression(text, "lhs")
    assert (caught.value.file, caught.value.line, caught.value.column) == ("lhs", text.count("\n") + 1, column)


def test_what_is_declared_is_a_symbol() -> None:
    declared = ("E", "pi", "I", "gamma", "O", "and")
    assert parser.expression("E*pi*I*gamma*O*and", "", declared) == mul(*map(sym, declared))
    with pytest.raises(InputError, match=r"gamma is a symbol; write gamma\*"):
        parser.expression("gamma(x)", "", declared)


@pytest.mark.parametrize("written", table.RELATIONS)
def test_a_claim_is_one_relation(written: str) -> None:
    found = parser.claim(f"x {written} y")
    assert found == parser.Relation(table.RELATIONS[written], x, y)


@pytest.mark.parametrize(
    ("text", "column"), [("x", 2), ("0 < x < 1", 7), ("x == ", 6), ("x == y and y == z", 8), ("x <> y", 3)]
)
def test_no_claim(text: str, column: int) -> None:
    with pytest.raises(InputError) as caught:
        parser.claim(text)
    assert caught.value.column == column


def test_conditions_are_chains() -> None:
    found = parser.conditions("0 < x <= 1 and y != z")
    assert [(r.name, r.left, r.right) for r in found] == [("lt", num(0), x), ("le", x, ONE), ("ne", y, z)]
    for text in ("x", "x < 1,", "x < 1 and", "x ~ 1", "x O 1", "x < 1 or x > 2", "not x < 1"):
        with pytest.raises(InputError):
            parser.conditions(text)


def test_what_a_symbol_approaches() -> None:
    for text, place, side in (("x -> oo", named("oo"), 0), ("x->0+", num(0), 1), ("x -> y - 1-", add(y, num(-1)), -1)):
        assert parser.approach(text) == parser.Approach("x", place, side)
    for text in ("x", "x ->", "2 -> 0", "x -> +", "x -> 0 0", "x -> 0++ +"):
        with pytest.raises(InputError):
            parser.approach(text)


def test_every_row_makes_a_term() -> None:
    for name, row in table.FUNCTIONS.items():
        for count in {row.low, min(row.high, 3)}:
            term = parser.expression(f"{name}({', '.join(['x'] * count)})")
            assert unsupported(term) in ("", name)
    assert unsupported(add(x, mul(y, named("zeta", Term("pi"))))) == "zeta"
    assert unsupported(add(x, y)) == ""


@given(st.text(alphabet="xyE012.+-*/()<=,! \n'DerivatsqLm", max_size=40))
def test_input_causes_no_other_error(text: str) -> None:
    try:
        term = parser.expression(text)
    except InputError as error:
        assert error.line and error.column
    else:
        assert all(isinstance(t.value, Fraction) for t in walk(term))
