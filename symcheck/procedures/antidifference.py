"""Candidates for F with F(k + 1) - F(k) = f(k): for a polynomial in k by Bernoulli's numbers, else from sympy."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from math import comb

from symcheck import bridge
from symcheck.kernel.poly import UNITY, Exponent, Frac
from symcheck.kernel.term import ZERO, Reject, Term, add, div, free, mul, num, power, sym
from symcheck.procedures.builder import Builder
from symcheck.procedures.forms import term_of

HIGHEST = 12


def antidifferences(builder: Builder, body: Term, name: str) -> Iterator[Term]:
    """The candidates, the cheapest first."""
    found = _of_polynomial(builder, body, name)
    if found is not None:
        yield found
    yield from bridge.antidifferences(body, name)


def _of_polynomial(builder: Builder, body: Term, name: str) -> Term | None:
    """The sum from 0 to k - 1 of a polynomial in k, of no high degree; None for anything else."""
    try:
        form = builder.normal(body)
    except (Reject, RecursionError):
        return None
    if form.den != UNITY:
        return None
    parts: list[Term] = []
    for mono, coefficient in sorted(form.num.items()):
        degree: Exponent = dict(mono).get(name, 0)
        factor = term_of(builder.context, Frac({tuple(p for p in mono if p[0] != name): coefficient}))
        if factor is None or name in free(factor) or degree not in range(HIGHEST + 1):
            return None
        parts.append(mul(factor, _of_power(int(degree), sym(name))))
    return add(*parts) if parts else ZERO


def _of_power(degree: int, k: Term) -> Term:
    """0**degree + 1**degree + … + (k - 1)**degree."""
    terms = ((comb(degree + 1, i) * bernoulli(i), degree + 1 - i) for i in range(degree + 1))
    return div(add(*(mul(num(c), power(k, num(e))) for c, e in terms if c)), num(degree + 1))


@cache
def bernoulli(number: int) -> Fraction:
    """Bernoulli's number, where the first after 1 is -1/2."""
    earlier = sum((comb(number + 1, i) * bernoulli(i) for i in range(number)), Fraction(0))
    return -earlier / (number + 1) if number else Fraction(1)
