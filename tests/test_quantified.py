"""Assumptions about all values of a symbol, and relations up to a constant factor: what they state, what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from symcheck.claim import Bound, Claim, Scope
from symcheck.errors import InputError
from symcheck.kernel.facts import Every
from symcheck.obligations import Obligation
from tests.small import book, decide, outcomes, scope

ARGMAX = r"x=\operatorname*{argmax}_{n}(2nd-n^{2})\mathrel{\text{subject to}}n\geq 0"


def owed(folder: Path, formula: str, *given: str, where: Scope | None = None, **claim: object) -> list[Obligation]:
    made = replace(where or scope(), given=given)
    return book(folder, {"eq:a": formula}, (made, [Claim("eq:a", **claim)])).owed("eq:a")  # type: ignore[arg-type]


def shown(every: Every) -> str:
    before = ", ".join(map(str, every.hypotheses))
    return f"{' '.join(every.names)}: {before} |- {every.conclusion}"


def test_an_argmax_is_admissible_and_nothing_admissible_is_better(tmp_path: Path) -> None:
    (found,) = owed(tmp_path, "x=d", ARGMAX)
    assert [str(f) for f in found.statement.given] == ["0 ≤ x"]
    expected = ["n: 0 ≤ n |- ((2*n*d) + -(n^2)) ≤ ((2*x*d) + -(x^2))"]
    assert list(map(shown, found.statement.every)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"every n, d: n<d\implies n^{2}<d^{2}", ["n d: n < d |- (n^2) < (d^2)"]),
        (r"every n: n>0,\quad n<x\implies n<2,\quad n<3",
         ["n: 0 < n, n < x |- n < 2", "n: 0 < n, n < x |- n < 3"]),
        (r"every n: n^{2}\geq 0", ["n:  |- 0 ≤ (n^2)"]),
    ],
)  # fmt: skip
def test_every(tmp_path: Path, text: str, expected: list[str]) -> None:
    (found,) = owed(tmp_path, "x=a", text)
    assert list(map(shown, found.statement.every)) == expected


@pytest.mark.parametrize(
    "text",
    [
        r"every n: n>0\iff n<x",
        r"every n: n>0\implies n<x\implies n<2",
        r"every 2: n>0",
        r"x=\operatorname*{argmax}_{n}n",
        r"x,n=\operatorname*{argmax}_{n}n\mathrel{\text{subject to}}n\geq 0",
        r"x\leq\operatorname*{argmax}_{n}n\mathrel{\text{subject to}}n\geq 0",
    ],
)
def test_what_is_no_quantified_assumption(tmp_path: Path, text: str) -> None:
    if text == r"x=\operatorname*{argmax}_{n}n":  # without constraints all reals are admissible
        (found,) = owed(tmp_path, "x=d", text)
        assert list(map(shown, found.statement.every)) == ["n:  |- n ≤ x"]
        return
    with pytest.raises(InputError):
        owed(tmp_path, "x=d", text)


def test_an_argmax_is_assumed_only_where_what_it_chooses_is_spoken_of(tmp_path: Path) -> None:
    (found,) = owed(tmp_path, "d=a", ARGMAX)
    assert not found.statement.every


# -- up to a constant ------------------------------------------------------------------------------------------------

GROWING = replace(scope(), constants=("a",), growing=("x",))


@pytest.mark.parametrize(
    ("formula", "bound", "goals"),
    [
        ("n=O(x)", Bound("a"), ["n ≤ (a*x)", "-(a*x) ≤ n"]),
        (r"n\lesssim x", Bound("2"), ["n ≤ (2*x)"]),
        (r"n\propto x", Bound("a"), ["n = (a*x)"]),
        (r"O(n)=O(x)", Bound("1"), ["n ≤ (1*x)", "-(1*x) ≤ n"]),
        (r"n=\Theta(x)", Bound("2", "1"), ["n ≤ (2*x)", "(1*x) ≤ n", "0 < 1", "0 ≤ x"]),
    ],
)
def test_bounds(tmp_path: Path, formula: str, bound: Bound, goals: list[str]) -> None:
    found = owed(tmp_path, formula, where=GROWING, bounds={0: bound})
    assert [str(o.statement.goal) for o in found] == goals
    assert {o.role for o in found} == {"bound"}


@pytest.mark.parametrize(
    ("formula", "bounds"),
    [
        ("n=O(x)", {}),
        ("n=O(x)", {0: Bound("x")}),
        ("n=O(x)", {0: Bound("b")}),
        (r"n=\Theta(x)", {0: Bound("a")}),
        ("n=O(x)", {0: Bound("a", start=(r"n\geq 1",))}),
        ("n=O(x)", {0: Bound("a", start=(r"x\leq 1",))}),
        ("n=O(x)", {0: Bound("a", start=(r"x\geq x^{2}",))}),
        ("n=O(x)", {0: Bound("a", start=(r"x+1\geq 2",))}),
    ],
)
def test_bounds_that_say_too_little_or_too_much(tmp_path: Path, formula: str, bounds: dict[int, Bound]) -> None:
    with pytest.raises(InputError):
        owed(tmp_path, formula, where=GROWING, bounds=bounds)


def test_a_constant_that_does_not_do_refutes_only_itself(tmp_path: Path) -> None:
    where = replace(GROWING, given=("x>0", "n=3x"))
    made = book(tmp_path, {"eq:a": "n=O(x)"}, (where, [Claim("eq:a", bounds={0: Bound("2")})]))
    assert outcomes(decide(made)) == {"eq:a": ["refuted", "proved"]}
    made = book(tmp_path, {"eq:a": "n=O(x)"}, (where, [Claim("eq:a", bounds={0: Bound("3")})]))
    assert outcomes(decide(made)) == {"eq:a": ["proved", "proved"]}
