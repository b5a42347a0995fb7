"""What is proved without a search: the kernel accepts it; of anything else there is none, or the kernel rejects it."""

from __future__ import annotations

import pytest

from symcheck.kernel.check import check
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import Reject
from symcheck.procedures.direct import direct
from symcheck.query import Query, read


def statement(claim: str, *given: str) -> Statement:
    reading = read(Query(claim, given=given, syntax="plain"))
    assert reading.goal is not None
    return Statement(reading.goal, reading.given, reading.conditions())


@pytest.mark.parametrize(
    "claim",
    ["(x + 1)**2 == x**2 + 2*x + 1", "x/x == 1", "Derivative(x**x, x) == x**x*(1 + log(x))", "sqrt(x)*sqrt(x) == x"],
)
def test_the_kernel_sees_it_at_once(claim: str) -> None:
    asked = statement(claim)
    assert check(asked, direct(asked), {}).outcome == "proved"


@pytest.mark.parametrize("claim", ["x < x + 1", "Integral(x, (x, 0, 1)) == 1/2", "Derivative(floor(x), x) == 0"])
def test_there_is_none_for_other_statements(claim: str) -> None:
    assert direct(statement(claim)) is None


def test_there_is_none_where_nothing_satisfies_what_is_given() -> None:
    assert direct(statement("x == x", "x < 0", "x > 1")) is None


@pytest.mark.parametrize("claim", ["x/x == 2", "(x + 1)**2 == x**2 + 1", "Derivative(Abs(x), x) == sign(x)"])
def test_the_kernel_has_the_last_word(claim: str) -> None:
    asked = statement(claim)
    with pytest.raises(Reject):
        check(asked, direct(asked), {})
