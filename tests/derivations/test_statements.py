"""The abstract, the introduction, the abstract page and the thread: what is said twice, and of which object."""

from __future__ import annotations

import pytest

from derivations.profit_optimal import PAPER
from symcheck.engine import Engine
from symcheck.obligations import Book
from symcheck.outcomes import outcomes
from symcheck.store import Store

BOOK = Book(PAPER)
ELSEWHERE = {"near-linear": "text:page-abstract-near-linear"}
"""Two sentences of the page are about near-linear rates."""
ABSTRACT = sorted(label for label in BOOK.claims if label.startswith("text:abstract-"))
OPTIMAL = """
    abstract-near-linear abstract-sub-quadratic abstract-data-efficiency-size abstract-data-efficiency-expenditure
    intro-size-rate intro-data-rate intro-expenditure-rate intro-parameter-efficiency intro-data-efficiency-size
    intro-data-efficiency-expenditure intro-data-bound-size intro-data-bound-independent intro-exceeds
    figure-1-hardware figure-1-parameter thread-polynomial thread-slightly-superlinear thread-linear-demand
    thread-diminishing-demand thread-parameter-size thread-parameter-data thread-parameter-expenditure
    thread-small-models thread-data-efficiency-size thread-data-efficiency-data thread-data-efficiency-expenditure
"""
"""What is said of the optimum itself, where the paper shows a bound."""
CONTRADICTION = ("eq:intro-gamma-range", "text:intro-diminishing-demand", "text:thread-diminishing-assumption")


@pytest.mark.parametrize("label", ABSTRACT)
def test_the_abstract_is_read_alike_on_its_page(label: str) -> None:
    end = label.removeprefix("text:abstract-")
    here, there = (BOOK.claims[o] for o in (label, ELSEWHERE.get(end, f"text:page-{end}")))
    assert (here.says, here.denies, here.unless) == (there.says, there.denies, there.unless)


@pytest.mark.parametrize("end", OPTIMAL.split())
def test_what_is_said_of_the_optimum_is_checked_of_the_solution_itself(end: str) -> None:
    owed = BOOK.owed(f"text:{end}")
    assert any(o.statement.every for o in owed if o.role in ("says", "denied"))


def test_the_introduction_contradicts_the_thread_on_diminishing_demand() -> None:
    engine = Engine(BOOK, Store(None), 1)
    found = engine.run(CONTRADICTION)
    assert [outcomes(BOOK, found)[label] for label in CONTRADICTION] == ["fails", "fails", "holds"]
