"""Antidifferences by hand: the first candidate for a polynomial has the polynomial as its difference."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice

import pytest

from symcheck.kernel.term import Term, add, num, sub, substitute, sym
from symcheck.plain.parser import expression
from symcheck.procedures.antidifference import HIGHEST, antidifferences, bernoulli
from symcheck.procedures.builder import Builder

K = sym("k")


def first(body: Term) -> Term | None:
    return next(islice(antidifferences(Builder({}, {}), body, "k"), 1), None)


@pytest.mark.parametrize("text", ["7", "k", "a*k**4 + b*k", "(k + n)**3/2", "k**12", "0"])
def test_the_difference_of_a_candidate_is_what_is_summed(text: str) -> None:
    body = expression(text, "text", ())
    found = first(body)
    assert found is not None
    builder = Builder({}, {})
    difference = sub(substitute(found, {"k": add(K, num(1))}), found)
    assert builder.context.equal(difference, body)
    assert builder.context.equal(substitute(found, {"k": num(0)}), num(0))


@pytest.mark.parametrize("text", ["2**k", "1/k", "sqrt(k)", "sin(k)*k", f"k**{HIGHEST + 1}"])
def test_other_terms_are_left_to_sympy(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("symcheck.bridge.antidifferences", lambda *_: iter([K]))
    assert first(expression(text, "text", ())) == K


def test_numbers_of_bernoulli() -> None:
    assert [bernoulli(n) for n in (0, 1, 2, 3, 4, 12)] == [
        1, Fraction(-1, 2), Fraction(1, 6), 0, Fraction(-1, 30), Fraction(-691, 2730),
    ]  # fmt: skip
