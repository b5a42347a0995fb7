"""A suggestion is one edit away from what is printed, and proved by the kernel."""

from __future__ import annotations

from pathlib import Path

import pytest

from symcheck.claim import Claim
from symcheck.engine import Engine
from symcheck.kernel.check import check
from symcheck.latex.parser import parse
from symcheck.latex.printer import to_latex
from symcheck.latex.tree import Formula
from symcheck.store import Store
from symcheck.suggest import MOST, suggest
from tests.latex.paper_notation import NOTATION
from tests.small import book, scope


def suggested(folder: Path, formula: str, *given: str) -> tuple[str, str] | None:
    made = book(folder, {"eq:a": formula}, (scope(*given), [Claim("eq:a")]))
    engine = Engine(made, Store(None), 1)
    engine.run()
    suggest(engine, ["eq:a"])
    found = engine.findings["eq:a"].suggestion
    if found is None:
        return None
    text, verdict = found
    assert check(verdict.obligation.statement, verdict.certificate, {}).outcome == "proved"
    assert verdict.obligation.statement.given == made.owed("eq:a")[0].statement.given
    return text.removeprefix("one edit away: "), to_latex(Formula((verdict.obligation.shown,)), NOTATION)


@pytest.mark.parametrize(
    ("formula", "given", "what", "correct"),
    [
        ("(n+1)^{2}=n^{2}+2n+2", (), "number one lower", "(n+1)^{2}=n^{2}+2n+1"),
        ("(n-d)(n+d)=n^{2}+d^{2}", (), "sign of a summand", "(n-d)(n+d)=n^{2}-d^{2}"),
        (r"n^{2}-1=\int_{0}^{n}2x\,\mathrm{d}x", (), "lower limit", r"n^{2}-1=\int_{1}^{n}2x\,\mathrm{d}x"),
        ("x=x+d", (), "dropped summand", "x=x"),
    ],
)
def test_the_nearest_true_statement(
    tmp_path: Path, formula: str, given: tuple[str, ...], what: str, correct: str
) -> None:
    found = suggested(tmp_path, formula, *given)
    assert found is not None
    assert found[0] == what
    assert parse(found[1], NOTATION) == parse(correct, NOTATION)


def test_where_nothing_near_is_true_nothing_is_suggested(tmp_path: Path) -> None:
    assert suggested(tmp_path, "n=d+a") is None


def test_the_search_for_a_suggestion_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = book(tmp_path, {"eq:a": "nda=" + "+".join(["nda"] * 12)}, (scope(), [Claim("eq:a")]))
    engine = Engine(made, Store(None), 1)
    engine.run()
    tried = []
    real = engine.decide
    monkeypatch.setattr(engine, "decide", lambda *args, **options: tried.append(1) or real(*args, **options))
    suggest(engine, ["eq:a"])
    assert len(tried) <= MOST
