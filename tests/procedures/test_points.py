"""Points satisfy the assumptions, are the same in every run, and the simplest comes first."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice
from pathlib import Path

import pytest

from symcheck.claim import Claim
from symcheck.kernel.check import check
from symcheck.kernel.interval import Interval, point
from symcheck.kernel.statement import Statement
from symcheck.procedures import points
from symcheck.procedures.refute import decimal, refute, sides
from tests.small import book, scope


def statement(folder: Path, formula: str, *given: str, **options: object) -> Statement:
    made = book(folder, {"eq:a": formula}, (scope(*given, **options), [Claim("eq:a")]))  # type: ignore[arg-type]
    return made.owed("eq:a")[0].statement.unfolded()


ASSUMPTIONS = [
    ("x=x", ("x>0",)),
    ("x=x", ("x<0", r"x\neq -1")),
    ("x=n", ("x>n", "n>5")),
    ("x=n", ("x+n=1", "x>n")),
    ("x=n", ("n=2x+d", "d>0", "x>0")),
    ("x=n", (r"\ln x>1", r"n^{2}<n")),
    ("x=x", ("x=.3392",)),
    ("x=x", ("x>1", "x<1.0001")),
    ("x=x", ("x>2000", "x<2001")),
    ("x=n", ("x>2000", "n>2x")),
]


@pytest.mark.parametrize(("formula", "given"), ASSUMPTIONS)
def test_candidates_satisfy_the_assumptions(tmp_path: Path, formula: str, given: tuple[str, ...]) -> None:
    owed = statement(tmp_path, formula, *given)
    found = list(islice(points.candidates(owed, 200, {}, owed.given, wide=True), 10))
    assert found
    assert all(points.holds_at(fact, at, {}) for at in found for fact in owed.given)
    assert found == list(islice(points.candidates(owed, 200, {}, owed.given, wide=True), 10))


@pytest.mark.parametrize("given", [("x>0", "x<0"), ("x^{2}<0",), ("x=1", "x=2"), ("x^{2}=2",)])
def test_where_no_point_is_found_there_is_none(tmp_path: Path, given: tuple[str, ...]) -> None:
    assert points.satisfying(statement(tmp_path, "x=x", *given)) is None


def test_examples_of_functions_are_increasing_sums(tmp_path: Path) -> None:
    owed = statement(tmp_path, "f(x)=q(x,n)", functions={"f": 1, "q": 0})
    first, *others = points.examples(owed)
    assert {name: len(params) for name, (params, _) in first.items()} == {"f": 1, "q": 2}
    assert points.instance(owed.goal.right, {"x": Fraction(2), "n": Fraction(3)}, first).args == tuple(
        points.instance(t, {"x": Fraction(2), "n": Fraction(3)}, {}) for t in owed.goal.right.args
    )
    assert len(others) == len(points.SHIFTS) - 1


@pytest.mark.parametrize(
    ("formula", "given", "witness"),
    [
        ("x=2", (), {"x": "1"}),
        ("x=1", (), {"x": "2"}),
        (r"\sqrt{x^{2}}=x", (), {"x": "-1"}),
        ("x=n", ("x>0", "n>0"), {"n": "1", "x": "2"}),
        (r"x\leq 100", (), {"x": "1000"}),
    ],
)
def test_a_witness_is_as_simple_as_can_be(
    tmp_path: Path, formula: str, given: tuple[str, ...], witness: dict[str, str]
) -> None:
    owed = statement(tmp_path, formula, *given)
    certificate = refute(owed)
    assert certificate["point"] == witness
    assert check(owed, certificate, {}).outcome == "refuted"


def test_the_values_of_both_sides_at_a_witness(tmp_path: Path) -> None:
    owed = statement(tmp_path, r"\int_{0}^{n}x\,\mathrm{d}x=\sqrt{n}", "n>1")
    assert list(sides(owed, refute(owed)) or ()) == ["2", "1.41421356237"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("-3", "-3"),
        ("1/2", "0.5"),
        ("-1/8", "-0.125"),
        ("1/3", "0.333333333333"),
        ("2/300", "0.00666666666667"),
        ("100000000000000000001", "100000000000000000001"),
        ("20000000000000001/2", "10000000000000000"),
        ("12345.5", "12345.5"),
    ],
)
def test_decimals(value: str, text: str) -> None:
    assert decimal(point(Fraction(value))) == text


def test_an_enclosure_of_zero() -> None:
    assert decimal(Interval(Fraction(-1, 10**30), Fraction(1, 10**30))) == "0"
