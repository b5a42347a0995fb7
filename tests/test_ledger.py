"""From verdicts to outcomes: what a claim's own links say, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import pytest

from symcheck import ledger
from symcheck.claim import Claim
from symcheck.engine import Engine, Findings, Verdict
from symcheck.kernel.facts import Fact
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import num, sym
from symcheck.latex.tree import Chain
from symcheck.obligations import Book, Obligation
from symcheck.store import Store
from tests.small import book, decide, scope


def verdict(name: str, outcome: str) -> Verdict:
    statement = Statement(Fact("eq", sym("x"), num(1)))
    return Verdict(Obligation(name, "eq:a", "link", Chain((sym("x"), num(1)), ("eq",)), (), statement), outcome)


def findings(label: str, verdicts: Sequence[str], repaired: Mapping[int, str] | None = None) -> Findings:
    again = [verdict(str(number), outcome) for number, outcome in (repaired or {}).items()]
    return Findings(label, [verdict(str(number), outcome) for number, outcome in enumerate(verdicts)], again)


class Rests:
    """Of a book, only who rests on whom."""

    def __init__(self, others: Mapping[str, Sequence[str]]) -> None:
        self.others = others

    def rests_on(self, label: str) -> Sequence[str]:
        return self.others.get(label, ())

    def relied_on(self, label: str) -> Sequence[str]:
        return self.others.get(label, ())


def outcomes(found: Mapping[str, Findings], others: Mapping[str, Sequence[str]] | None = None) -> dict[str, str]:
    return ledger.outcomes(cast(Book, Rests(others or {})), found)


@pytest.mark.parametrize(
    ("verdicts", "repaired", "outcome"),
    [
        ([], {}, "definition"),
        (["proved"], {}, "holds"),
        (["proved", "proved"], {}, "holds"),
        (["open"], {}, "open"),
        (["proved", "open"], {}, "open"),
        (["refuted"], {}, "fails"),
        (["proved", "refuted"], {}, "fails"),
        (["open", "refuted"], {}, "fails"),
        (["refuted"], {0: "proved"}, "conditional"),
        (["proved", "refuted"], {1: "proved"}, "conditional"),
        (["refuted", "refuted"], {0: "proved"}, "fails"),
        (["refuted", "refuted"], {0: "proved", 1: "open"}, "fails"),
        (["refuted", "refuted"], {0: "proved", 1: "proved"}, "conditional"),
        (["refuted", "open"], {0: "proved"}, "fails"),
        (["refuted"], {0: "open"}, "fails"),
        (["refuted"], {0: "refuted"}, "fails"),
        (["refuted"], {1: "proved"}, "fails"),
    ],
)
def test_a_claims_own_outcome(verdicts: list[str], repaired: dict[int, str], outcome: str) -> None:
    assert outcomes({"eq:a": findings("eq:a", verdicts, repaired)}) == {"eq:a": outcome}


@pytest.mark.parametrize(
    ("below", "own", "outcome"),
    [
        ("holds", "holds", "holds"),
        ("conditional", "holds", "conditional"),
        ("definition", "holds", "holds"),
        ("fails", "holds", "open"),
        ("open", "holds", "open"),
        ("fails", "conditional", "open"),
        ("fails", "fails", "fails"),
        ("open", "fails", "fails"),
        ("fails", "open", "open"),
        ("fails", "definition", "definition"),
    ],
)
def test_a_claim_that_rests_on_one_that_does_not_stand_is_open(below: str, own: str, outcome: str) -> None:
    found = {"eq:a": MADE[own], "eq:b": MADE[below]}
    assert outcomes(found, {"eq:a": ["eq:b"]}) == {"eq:a": outcome, "eq:b": below}


MADE = {
    "holds": findings("", ["proved"]),
    "fails": findings("", ["refuted"]),
    "open": findings("", ["open"]),
    "definition": findings("", []),
    "conditional": findings("", ["refuted"], {0: "proved"}),
}


@pytest.mark.parametrize(
    "order", [("a", "b", "c", "d"), ("d", "c", "b", "a"), ("b", "a", "d", "c"), ("c", "a", "b", "d")]
)
def test_what_falls_takes_everything_above_with_it_in_any_order(order: tuple[str, ...]) -> None:
    own = {"a": "holds", "b": "holds", "c": "holds", "d": "fails"}
    others = {"a": ["b"], "b": ["a", "c"], "c": ["d"]}
    expected = {"a": "open", "b": "open", "c": "open", "d": "fails"}
    assert outcomes({label: MADE[own[label]] for label in order}, others) == expected


def test_claims_that_rest_on_each_other_and_on_nothing_else_stand() -> None:
    assert set(outcomes({"a": MADE["holds"], "b": MADE["holds"]}, {"a": ["b"], "b": ["a"]}).values()) == {"holds"}


# -- the report --------------------------------------------------------------------------------------------------------

FORMULAS = {
    "eq:def": "q(n)=n^{2}",
    "eq:sum": "q(n)+1=n^{2}+1",
    "eq:wrong": "q(n)=n^{2}+1",
    "eq:above": "q(n)=n^{2}",
    "eq:root": r"\sqrt{x^{2}}=x",
    "eq:slope": r"\frac{\partial q(n)}{\partial n}=2n",
    "eq:value": r"\ln 2\approx .693",
    "eq:unlike": r"f(x)=x",
    "text:said": "the square grows",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Any:
    define = ("eq:def",)
    claims = [
        Claim("eq:def", roles={0: "definition"}),
        Claim("eq:sum", define=define),
        Claim("eq:wrong", define=define, note="A remark."),
        Claim("eq:above", define=define, uses=("eq:wrong",)),
        Claim("eq:root", unless=(r"x\geq 0",)),
        Claim("eq:slope", define=define),
        Claim("eq:value"),
        Claim("eq:unlike"),
        Claim("text:said", define=define, given=("n>0",), says=(r"\frac{\partial q(n)}{\partial n}>0",)),
    ]
    small = book(tmp_path_factory.mktemp("ledger"), FORMULAS, (scope(functions={"f": 0}), claims))
    engine = Engine(small, Store(None), 1)
    engine.run()
    engine.repair(FORMULAS)
    return ledger.report(small, engine.findings, {"symcheck": "0"})


def record(made: Any, label: str) -> Any:
    return next(r for r in made.claims if r.label == label)


def test_every_claim_has_a_record_in_the_papers_order(made: Any) -> None:
    assert [r.label for r in made.claims] == list(FORMULAS)
    assert [r.outcome for r in made.claims] == [
        "definition", "holds", "fails", "open", "conditional", "holds", "holds", "fails", "holds",
    ]  # fmt: skip


def test_kinds_and_reasons(made: Any) -> None:
    expected = {
        "eq:def": ("definition", ""),
        "eq:sum": ("equality", "algebra"),
        "eq:wrong": ("equality", "an exact counterexample"),
        "eq:above": ("equality", "rests on eq:wrong"),
        "eq:slope": ("derivative", None),
        "eq:value": ("rounding", "enclosure"),
        "text:said": ("derivative", None),
    }
    for label, (kind, how) in expected.items():
        assert record(made, label).kind == kind, label
        assert how is None or record(made, label).how == how, label


def test_a_failure_has_its_witness_and_note(made: Any) -> None:
    wrong = record(made, "eq:wrong")
    assert [(c.latex, c.value) for c in wrong.witness.point] == [("n", "1")]
    assert (wrong.witness.left, wrong.witness.right, wrong.note) == ("1", "2", "A remark.")
    assert record(made, "eq:sum").witness is None
    assert len(record(made, "eq:unlike").witness.point) == 2


def test_a_condition_is_shown_only_where_it_is_needed(made: Any) -> None:
    assert [c.latex for c in record(made, "eq:root").conditions] == [r"x\geq0"]
    assert all(not r.conditions for r in made.claims if r.label != "eq:root")
    assert [o.outcome for o in record(made, "eq:root").obligations] == ["fails", "holds"]


def test_certificates_are_named_after_their_obligations(made: Any) -> None:
    assert record(made, "eq:value").certificate == ("value_1a.certificate.json", "value_1b.certificate.json")
    assert record(made, "eq:def").certificate == ()
    assert record(made, "eq:root").obligations[1].certificate == "root_1-repaired.certificate.json"


def test_a_definition_of_the_author_is_shown(tmp_path: Path) -> None:
    small = book(tmp_path, {"eq:a": "x^{2}=25"}, (scope(), [Claim("eq:a", define=("x=5",))]))
    engine = Engine(small, Store(None), 1)
    engine.run()
    shown = str(ledger.report(small, engine.findings, {}))
    assert "x=5" in shown or "x := 5" in shown or r"x\triangleq5" in shown.replace(" ", "")


def test_coverage_counts(made: Any) -> None:
    assert made.coverage == {"formulas": 9, "with_outcome": 8, "claims": 9, "obligations": 9}


def test_differentials_are_printed_as_such(tmp_path: Path) -> None:
    small = book(tmp_path, {"eq:a": r"\mathrm{d}(n^{2})=2n\mathrm{d}n"}, (scope(varying=["n"]), [Claim("eq:a")]))
    found = decide(small)
    assert outcomes(found) == {"eq:a": "holds"}
    scribe = ledger.Scribe(small.scopes["eq:a"].notation)
    assert scribe.math(sym("d'n")).latex == r"\mathrm{d}n"


def test_every_rule_of_the_kernel_has_a_word_for_the_reader() -> None:
    from symcheck.kernel.rules import RULES

    assert ledger.HOW.keys() == RULES.keys()
