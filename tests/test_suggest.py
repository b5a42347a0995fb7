"""A suggestion is one edit away from what is printed, and proved by the kernel."""

from __future__ import annotations

from pathlib import Path

import pytest

from symcheck.claim import Claim
from symcheck.engine import Engine
from symcheck.kernel.check import check
from symcheck.latex.parser import parse
from symcheck.latex.printer import to_latex
from symcheck.store import Store
from symcheck.suggest import PROOFS, nearest, suggest
from tests.latex.paper_notation import NOTATION
from tests.small import book, scope


def engine_of(folder: Path, formula: str, *given: str, claim: Claim | None = None) -> Engine:
    """An engine that has decided one formula, or a claim about a sentence."""
    label = claim.label if claim else "eq:a"
    made = book(folder, {label: formula}, (scope(*given), [claim or Claim("eq:a")]))
    engine = Engine(made, Store(None), 1)
    engine.run()
    return engine


def suggested(folder: Path, formula: str, *given: str, claim: Claim | None = None) -> tuple[str, str] | None:
    """What is suggested, in words and in LaTeX; all of it is proved."""
    engine = engine_of(folder, formula, *given, claim=claim)
    ((label, findings),) = engine.findings.items()
    suggest(engine, [label])
    found = findings.suggestion
    if found is None:
        return None
    assert found.verdicts
    owed = findings.verdicts[0].obligation
    for verdict in found.verdicts:
        statement = verdict.obligation.statement
        same = statement.given == owed.statement.given
        assert same or found.what == "the condition the other way round"
        assert check(statement, verdict.certificate, {}).outcome == "proved"
    return found.what.removeprefix("one edit away: "), to_latex(found.formula, NOTATION)


@pytest.mark.parametrize(
    ("formula", "given", "what", "correct"),
    [
        ("(n+1)^{2}=n^{2}+2n+2", (), "number one lower", "(n+1)^{2}=n^{2}+2n+1"),
        ("(n-d)(n+d)=n^{2}+d^{2}", (), "sign of a summand", "(n-d)(n+d)=n^{2}-d^{2}"),
        (r"n^{2}-1=\int_{0}^{n}2x\,\mathrm{d}x", (), "lower limit", r"n^{2}-1=\int_{1}^{n}2x\,\mathrm{d}x"),
        (r"\frac{1}{n}\frac{1}{n}=n^{-1}", ("n>0",), "exponent one lower", r"\frac{1}{n}\frac{1}{n}=n^{-2}"),
        (r"n\frac{1}{d}=nd", ("d>0",), "quotient for a product", r"n\frac{1}{d}=\frac{n}{d}"),
        (r"E^{1/d}n=\frac{n}{E^{1/d}}", ("d>0", "E>0"), "product for a quotient", r"E^{1/d}n=nE^{1/d}"),
        (r"(n+d)^{2}=n^{2}+nd+d^{2}", (), "missing factor 2", r"(n+d)^{2}=n^{2}+2nd+d^{2}"),
        (r"t(2n-1)=2nt^{*}-t", ("t>0",), "t for t*", r"t(2n-1)=2nt-t"),
        (r"\frac{a^{d}}{b^{n}}=a^{n}b^{-d}", ("a>0", "b>0"), "d and n exchanged", r"\frac{a^{d}}{b^{n}}=a^{d}b^{-n}"),
        ("(n+d)^{2}<n^{2}+d^{2}", ("n>0", "d>0"), "the other way round", "(n+d)^{2}>n^{2}+d^{2}"),
        ("2nd<n^{2}+d^{2}", (), "both sides may be equal", r"2nd\leq n^{2}+d^{2}"),
        (r"\frac{\partial n^{2}}{\partial d}<0", (), "both sides are equal", r"\frac{\partial n^{2}}{\partial d}=0"),
        (r"\frac{\partial n^{3}}{\partial n}=0", ("n>0",), "positive", r"\frac{\partial n^{3}}{\partial n}>0"),
        (r"\ln 2\approx .694", (), "computed anew, rounded to the same digit", r"\ln 2\approx .693"),
        (r"x\ln 2\approx 1.37", ("x=2",), "computed anew, rounded to the same digit", r"x\ln 2\approx 1.39"),
        (r"(\ln 3)^{t}\approx 1.2^{t}", (), "computed anew, rounded to the same digit", r"(\ln 3)^{t}\approx 1.1^{t}"),
        ("-x=\\sqrt{x^{2}}", ("x>0",), "dropped minus sign", "x=\\sqrt{x^{2}}"),
    ],
)
def test_the_nearest_true_statement(
    tmp_path: Path, formula: str, given: tuple[str, ...], what: str, correct: str
) -> None:
    found = suggested(tmp_path, formula, *given)
    assert found is not None
    assert found[0] == what
    assert parse(found[1], NOTATION) == parse(correct, NOTATION)


def test_both_halves_of_a_rounding_are_proved(tmp_path: Path) -> None:
    engine = engine_of(tmp_path, r"\ln 2\approx .694")
    suggest(engine, ["eq:a"])
    found = engine.findings["eq:a"].suggestion
    assert found is not None
    assert [v.obligation.name for v in found.verdicts] == ["a_1a", "a_1b"]


POWER = r"\frac{\partial n^{x}}{\partial n}"


def test_a_premise_is_turned_round_before_what_is_said_under_it(tmp_path: Path) -> None:
    claim = Claim("text:a", says=(rf"x<0\implies {POWER}>0",))
    found = suggested(tmp_path, "it grows", "n>0", claim=claim)
    assert found is not None
    assert found[0] == "the condition the other way round"
    assert parse(found[1], NOTATION) == parse(rf"x>0\implies {POWER}>0", NOTATION)


def test_an_assumption_for_one_claim_is_turned_round_and_a_standing_one_is_not(tmp_path: Path) -> None:
    claim = Claim("text:a", says=(f"{POWER}>0",), given=("x<0",))
    found = suggested(tmp_path / "own", "it grows", "n>0", claim=claim)
    assert found is not None
    assert found[0] == "the condition the other way round"
    found = suggested(tmp_path / "standing", "it grows", "n>0", "x<0", claim=Claim("text:a", says=(f"{POWER}>0",)))
    assert found is not None
    assert found[0] == "the other way round"


@pytest.mark.parametrize("formula", ["n=d+a", "x=x+d", "n-n=d", r"\max\{x,d\}=x^{2}", "d-d+n=0", "n<d"])
def test_nothing_is_suggested_where_nothing_near_is_true_or_only_what_says_nothing(
    tmp_path: Path, formula: str
) -> None:
    assert suggested(tmp_path, formula) is None


def test_what_is_defined_keeps_its_side(tmp_path: Path) -> None:
    engine = engine_of(tmp_path, "x=x+1")
    suggest(engine, ["eq:a"])
    assert engine.findings["eq:a"].suggestion is None


def test_the_search_for_a_suggestion_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = engine_of(tmp_path, "nda+n=" + "+".join(["nda"] * 12))
    tried = []
    monkeypatch.setattr("symcheck.suggest.proves", lambda *_: tried.append(1))
    monkeypatch.setattr("symcheck.suggest._Base.may_hold", lambda *_: True)
    suggest(engine, ["eq:a"])
    assert len(tried) == PROOFS


def test_a_search_that_crashes_finds_nothing() -> None:
    found = nearest({})
    assert found["chosen"] is None
    assert "KeyError" in found["reason"]
