"""One-way matching: an instance is exactly the term, or there is none."""

from __future__ import annotations

import pytest

from symcheck.kernel.term import Term, add, call, deriv, mul, num, power, substitute, sym
from symcheck.procedures.match import instance

N, X, Y = sym("n"), sym("x"), sym("y")


def integral(body: Term, low: Term, high: Term, name: str = "x") -> Term:
    return Term("integral", (body, low, high), name)


@pytest.mark.parametrize(
    ("pattern", "term", "values"),
    [
        (mul(X, Y), mul(N, num(2)), {"x": N, "y": num(2)}),
        (power(X, num(2)), power(add(N, Y), num(2)), {"x": add(N, Y)}),
        (call("pi", N), call("pi", sym("n*")), {"n": sym("n*")}),
        (integral(X, num(0), N), integral(X, num(0), num(3)), {"n": num(3)}),
        (deriv(power(X, Y), "x", N), deriv(power(X, num(2)), "x", num(5)), {"y": num(2), "n": num(5)}),
        (mul(num(2), num(3)), mul(num(2), num(3)), {}),
    ],
)
def test_an_instance_is_found(pattern: Term, term: Term, values: dict[str, Term]) -> None:
    assert instance(pattern, term) == values
    assert substitute(pattern, values) == term


@pytest.mark.parametrize(
    ("pattern", "term"),
    [
        (X, N),  # a bare symbol says nothing
        (mul(X, X), mul(N, Y)),
        (mul(X, Y), add(N, Y)),
        (mul(X, Y), mul(N, Y, X)),
        (call("f", X), call("g", X)),
        (call("f", X), call("f", X, Y)),
        (mul(X, num(2)), mul(N, num(3))),
        (integral(mul(X, N), num(0), num(1)), integral(mul(X, X), num(0), num(1))),  # n would be the bound x
        (integral(X, num(0), N), integral(Y, num(0), N, "y")),
    ],
)
def test_no_instance(pattern: Term, term: Term) -> None:
    assert instance(pattern, term) is None
