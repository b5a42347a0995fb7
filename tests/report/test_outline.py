"""The document's order, counts, anchors and summaries."""

from __future__ import annotations

import dataclasses
from collections import Counter

import pytest

from symcheck.report import OUTCOMES, Finding, Obligation, Paper, Record, Report, Witness, to_json
from symcheck.report.outline import outline
from symcheck.report.shown import Fault
from tests.report.sample import COST, FAILING, OPTIMAL_T, SAMPLE

CLAIM_KEYS = {
    "label", "place", "printed", "understood", "derived", "kind", "outcome", "given", "conditions", "witness",
    "contrary", "owed", "suggestion", "certificate", "uses", "seconds",
}  # fmt: skip


def bare(label: str, outcome: str = "holds", section: str = "1") -> Record:
    return Record(label, "", section, "x=1", "", "", "equality", outcome)


def test_counts_are_those_of_the_claims() -> None:
    document = outline(SAMPLE)
    assert {count.outcome.name: count.number for count in document.counts} == Counter(c.outcome for c in SAMPLE.claims)
    assert document.total == len(SAMPLE.claims) == sum(count.number for count in document.counts)


def wrong(records: tuple[Record, ...], label: str) -> bool:
    return any(r.outcome in ("fails", "conditional") for r in records if r.label == label)


def found(*claims: tuple[str, ...], records: tuple[Record, ...], **options: bool) -> tuple[Fault, ...]:
    listed = tuple(
        Finding(labels, tuple(o for o in labels if wrong(records, o)), "step", **options) for labels in claims
    )
    return outline(Report(Paper("T"), records, listed)).findings


def test_findings_keep_their_order_and_are_numbered() -> None:
    records = (bare("c", "conditional"), bare("h"), bare("f", "fails"), bare("o", "open"))
    faults = found(("f",), ("c", "h"), records=records)
    assert [(fault.number, fault.anchor, fault.outcome.name) for fault in faults] == [
        (1, "finding-1", "fails"),
        (2, "finding-2", "conditional"),
    ]
    assert [entry.label for entry in outline(Report(Paper("T"), records)).owed] == ["o"]


def test_of_a_finding_the_first_claim_is_printed_and_the_others_at_fault_are_named() -> None:
    records = (bare("a", "fails"), bare("b", "conditional"), bare("c"))
    (fault,) = found(("a", "b", "c"), records=records)
    assert [entry.label for entry in fault.shown] == ["a"]
    assert [entry.label for entry in fault.others] == ["b"]


def test_of_a_contradiction_every_side_is_printed() -> None:
    records = (bare("a", "fails"), bare("b", "conditional"), bare("c"))
    (fault,) = found(("a", "b", "c"), records=records, contradiction=True)
    assert [entry.label for entry in fault.shown] == ["a", "b", "c"]
    assert fault.others == ()


def test_coverage_adds_up() -> None:
    table = outline(SAMPLE).coverage
    assert table is not None
    assert (table.total.entries, table.total.decided, table.total.open) == (14, 12, 1)
    assert (table.total.missing, table.percent) == (SAMPLE.coverage[0].missing, "92.8 %")
    assert table.total.unused == SAMPLE.coverage[-1].unused


def test_a_refuted_denial_is_neither_the_claims_failure_nor_its_witness() -> None:
    denial = Obligation("x", "x", "fails", witness=FAILING.witness, against=True)
    entry = outline(Report(Paper("T"), (dataclasses.replace(bare("a"), obligations=(denial,)),))).entries[0]
    assert (entry.failing, entry.witness) == (None, None)


def test_ledger_keeps_the_papers_order() -> None:
    document = outline(SAMPLE)
    assert [entry.label for entry in document.entries] == [record.label for record in SAMPLE.claims]
    assert [section.title for section in document.sections] == list(dict.fromkeys(r.section for r in SAMPLE.claims))


def test_anchors_are_distinct_and_safe() -> None:
    document = outline(Report(Paper("T"), (bare("eq:a_b"), bare("eq:a-b"), bare("§"))))
    assert [entry.anchor for entry in document.entries] == ["claim-eq-a-b", "claim-eq-a-b-2", "claim-x"]


def test_reference_to_a_label_outside_the_report_has_no_anchor() -> None:
    uses = {used.label: used.anchor for entry in outline(SAMPLE).entries for used in entry.uses}
    assert uses["eq:cost"] == "claim-eq-cost"
    assert uses["eq:chinchilla"] == ""


def test_rules_are_counted_and_digests_short() -> None:
    proof = next(e for e in outline(SAMPLE).entries if e.label == OPTIMAL_T.label).proofs[0]
    assert ("deriv.mul", 2) in [(rule.name, rule.times) for rule in proof.rules]
    assert [certificate.digest for certificate in proof.certificates] == ["77aa01f3c0ff"]


def test_obligations_that_read_the_same_stand_together() -> None:
    bound = Obligation("x \\approx 1", "x approx 1", "holds", certificate="a.certificate.json", digest="sha256:aa")
    other = dataclasses.replace(bound, certificate="b.certificate.json", digest="bb")
    (proof,) = outline(Report(Paper("T"), (dataclasses.replace(COST, obligations=(bound, other)),))).entries[0].proofs
    assert proof.certificates == (("a", "aa"), ("b", "bb"))


def test_failing_part_is_shown_unless_it_is_the_whole_formula() -> None:
    entries = {entry.label: entry for entry in outline(SAMPLE).entries}
    assert entries[FAILING.label].failing is None
    link = Obligation("b=c", "b = c", "fails", witness=FAILING.witness)
    record = dataclasses.replace(FAILING, understood="a=b=c", obligations=(link,))
    failing = outline(Report(Paper("T"), (record,))).entries[0].failing
    assert failing is not None
    assert failing.latex == "b=c"


def test_goal_that_repeats_the_claim_is_not_shown_again() -> None:
    entries = {entry.label: entry for entry in outline(SAMPLE).entries}
    assert entries[FAILING.label].proofs[0].goal is None
    assert entries[COST.label].proofs[0].goal is not None


def test_witness_of_an_obligation_serves_the_claim() -> None:
    owed = Obligation("x", "x", "fails", witness=FAILING.witness)
    record = dataclasses.replace(FAILING, witness=None, obligations=(owed,))
    assert outline(Report(Paper("T"), (record,))).entries[0].witness == FAILING.witness


def test_unknown_outcome_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown outcome 'true'"):
        bare("a", "true")
    with pytest.raises(ValueError, match="unknown outcome"):
        Obligation("x", "x", "maybe")


def test_every_outcome_has_its_own_mark_and_colours() -> None:
    for column in ("mark", "colour", "ansi", "meaning"):
        assert len({getattr(row, column) for row in OUTCOMES.values()}) == len(OUTCOMES)


def test_json_has_the_agreed_shape() -> None:
    data = to_json(SAMPLE)
    assert list(data) == ["paper", "findings", "coverage", "units", "claims"]
    assert [finding["claims"] for finding in data["findings"]] == [list(f.claims) for f in SAMPLE.findings]
    assert data["findings"][0]["title"] == "The exponent of $E$ passes 1, which the abstract denies"
    assert data["coverage"][0]["missing"] == SAMPLE.coverage[0].missing
    assert data["units"]["findings"][0]["label"] == "eq:first-order"
    for claim, record in zip(data["claims"], SAMPLE.claims, strict=True):
        assert set(claim) >= CLAIM_KEYS
        assert claim["printed"] == record.printed
    failing = next(claim for claim in data["claims"] if claim["label"] == FAILING.label)
    assert failing["witness"] == {"point": {r"\gamma": "-1/2", "q": "4"}, "left": "2", "right": "4"}
    assert failing["suggestion"]["latex"].startswith(r"f_{\gamma}(q)=\int_{1}^{q}")
    assert data["claims"][0]["derived"] is None


def test_json_of_a_witness_without_sides() -> None:
    data = to_json(Report(Paper("T"), (dataclasses.replace(bare("a", "fails"), witness=Witness(())),)))
    assert data["claims"][0]["witness"] == {"point": {}, "left": None, "right": None}
