"""The report of a run: a record a claim, what is covered, where things stand, and how formulas are printed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from symcheck import ledger
from symcheck.claim import Claim
from symcheck.engine import Engine, Verdict
from symcheck.kernel.facts import Fact
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import num, sym
from symcheck.latex.tree import Chain
from symcheck.obligations import Obligation
from symcheck.paper import Entry
from symcheck.scribe import Scribe, prose
from symcheck.store import Store
from tests.small import book, decide, outcomes, scope

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
    "text:denied": r"the square of $x$ is never above $x$",
    "text:vague": "squares are fine",
    "text:silent": "nothing is said of this",
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
        Claim("text:denied", given=("x>1",), denies=("x^{2}>x",)),
        Claim("text:vague", status="informal", note="A matter of taste."),
    ]
    small = book(tmp_path_factory.mktemp("ledger"), FORMULAS, (scope(functions={"f": 0}), claims))
    engine = Engine(small, Store(None), 1)
    engine.run()
    engine.repair(small.order())
    return ledger.report(small, engine.findings, {"symcheck": "0"})


def record(made: Any, label: str) -> Any:
    return next(r for r in made.claims if r.label == label)


def test_every_claim_has_a_record_in_the_papers_order(made: Any) -> None:
    assert [r.label for r in made.claims] == [label for label in FORMULAS if label != "text:silent"]
    assert [r.outcome for r in made.claims] == [
        "definition", "holds", "fails", "open", "conditional", "holds", "holds", "fails", "holds",
        "fails", "open",
    ]  # fmt: skip


def test_kinds_and_reasons(made: Any) -> None:
    expected = {
        "eq:def": ("definition", ""),
        "eq:sum": ("equality", "algebra"),
        "eq:wrong": ("equality", "an exact counterexample"),
        "eq:above": ("equality", "rests on eq:wrong (fails)"),
        "text:denied": ("inequality", "the contrary is proved"),
        "text:vague": ("sentence", "it has no formal statement"),
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
    assert record(made, "eq:def").certificate == ("def_defined_1.certificate.json",)
    assert record(made, "eq:root").obligations[1].certificate == "root_1-repaired.certificate.json"


def test_a_definition_of_the_author_is_shown(tmp_path: Path) -> None:
    small = book(tmp_path, {"eq:a": "x^{2}=25"}, (scope(), [Claim("eq:a", define=("x=5",))]))
    engine = Engine(small, Store(None), 1)
    engine.run()
    shown = str(ledger.report(small, engine.findings, {}))
    assert "x=5" in shown or "x := 5" in shown or r"x\triangleq5" in shown.replace(" ", "")


def test_what_the_kernel_turned_round_is_printed_as_it_stands_in_the_paper(tmp_path: Path) -> None:
    small = book(tmp_path, {"eq:a": r"x-x\geq 1", "eq:b": r"1\leq x-x"}, (scope(), [Claim("eq:a"), Claim("eq:b")]))
    records = ledger.report(small, decide(small), {}).claims
    assert [r.witness.said for r in records if r.witness] == ["0 ≥ 1", "1 ≤ 0"]


def test_the_contrary_is_shown_and_no_witness(made: Any) -> None:
    denied = record(made, "text:denied")
    assert [c.latex for c in denied.contrary] == ["x^{2}>x"]
    assert denied.witness is None
    assert [(o.text, o.outcome, o.against) for o in denied.obligations] == [("the contrary", "holds", True)]
    assert all(not r.contrary for r in made.claims if r.label != "text:denied")


def test_an_open_claim_says_what_is_owed(made: Any) -> None:
    assert record(made, "eq:above").owed == ("rests on eq:wrong (fails)",)
    assert record(made, "text:vague").owed == ("it has no formal statement",)
    assert record(made, "text:vague").note == "A matter of taste."
    assert all(not r.owed for r in made.claims if r.outcome != "open")


def test_coverage_counts(made: Any) -> None:
    (row,) = made.coverage
    assert (row.section, row.entries, row.decided, row.open) == ("1 Results", 12, 9, 2)
    assert row.missing == ("§1, line t (text:silent)",)


def test_a_definition_in_scope_is_used_only_by_what_is_written_in_it(tmp_path: Path) -> None:
    claims = [
        Claim("eq:def", roles={0: "definition"}),
        Claim("eq:unlike", define=("eq:def",), roles={0: "definition"}),
        Claim("eq:value", define=("eq:def", "eq:unlike")),
        Claim("eq:sum", define=("eq:def", "eq:unlike")),
    ]
    small = book(tmp_path, FORMULAS, (scope(), claims))
    found = decide(small)
    (row,) = ledger.report(small, found, {}).coverage
    assert row.unused == ("§1, line e (eq:unlike)",)


def test_every_fault_is_a_finding(made: Any) -> None:
    assert [f.claims for f in made.findings] == [("eq:wrong",), ("eq:unlike",), ("text:denied",), ("eq:root",)]
    assert [f.affected for f in made.findings] == [("eq:above",), (), (), ()]


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("2.1 Consumer Behavior", "§2.1, p"),
        ("3 Firms", "§3, p"),
        ("4. Results", "§4, p"),
        ("B.2 Elasticity of Substitution", "Appendix B.2, p"),
        ("C Proof", "Appendix C, p"),
        ("D. Proof", "Appendix D, p"),
        ("Abstract", "Abstract, p"),
        ("Abstract page", "Abstract page, p"),
        ("Author's thread", "Author's thread, p"),
        ("C", "C, p"),
        ("CPU time", "CPU time, p"),
    ],
)
def test_places(section: str, expected: str) -> None:
    assert ledger.place(Entry("eq:a", "equation", section, "p", "x", 1)) == expected


def test_a_text_is_set_with_its_formulas(tmp_path: Path) -> None:
    small = book(tmp_path, {"eq:a": "x=x"}, (scope(), [Claim("eq:a")]))
    parts = prose(small.scopes["eq:a"].notation, r"$x$ costs 5 \$ or 3\% of $\gamma$ for $nonsense(")
    assert [p if isinstance(p, str) else p.latex for p in parts] == [
        "x", " costs 5 $ or 3% of ", r"\gamma", " for $nonsense(",
    ]  # fmt: skip


def test_differentials_are_printed_as_such(tmp_path: Path) -> None:
    small = book(tmp_path, {"eq:a": r"\mathrm{d}(n^{2})=2n\mathrm{d}n"}, (scope(varying=["n"]), [Claim("eq:a")]))
    found = decide(small)
    assert outcomes(found) == {"eq:a": ["proved"]}
    scribe = Scribe(small.scopes["eq:a"].notation)
    assert scribe.math(sym("d'n")).latex == r"\mathrm{d}n"


@pytest.mark.parametrize(
    ("latex", "typst"), [(r"\geq", ">="), ("=", "="), (r"\pi", "pi"), ("f", "f"), (r"\nonsense", ""), ("f(", "")]
)
def test_what_is_no_expression_is_set_if_it_is_a_sign_or_a_name(latex: str, typst: str) -> None:
    assert prose(scope().notation, f"${latex}$") == ((latex, typst),)


@pytest.mark.parametrize(
    ("value", "shown", "body"),
    [
        ("-1/2", "-1/2", None),
        (["neg", ["div", "1", "2"]], "-1/2", None),
        (["div", "1", "0"], r"\frac{1}{0}", r"\frac{1}{0}"),
        (["exp", "2"], r"\exp(2)", r"\exp(2)"),
    ],
)
def test_coordinates_are_numbers_where_they_can_be(value: Any, shown: str, body: str | None) -> None:
    chain = Chain((sym("x"), num(1)), ("eq",))
    owed = Obligation("a_1", "eq:a", "link", chain, (), Statement(Fact("eq", *chain.terms)))
    found = Verdict(owed, "refuted", {"point": {"x": value}, "functions": {}})
    witness = Scribe(scope().notation).witness(found)
    assert witness is not None
    assert [(c.latex, c.value, c.body and c.body.latex) for c in witness.point] == [("x", shown, body)]


def test_every_rule_of_the_kernel_has_a_word_for_the_reader() -> None:
    from symcheck.kernel.rules import RULES

    assert ledger.HOW.keys() == RULES.keys()
