"""Which changes against the record fail the gate: every pair of outcomes, every combination of digests."""

from __future__ import annotations

from itertools import product

import pytest

from symcheck.gate import KINDS, Change, compare
from symcheck.lock import DECIDED, OUTCOMES, LockLine

A, B = "0" * 16, "1" * 16


def line(outcome: str, statement: str = A, certificate: str = A, label: str = "eq:a") -> LockLine:
    return LockLine(label, outcome, statement, certificate)


def recorded(*lines: LockLine) -> dict[str, LockLine]:
    return {item.label: item for item in lines}


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_nothing_changed(outcome: str) -> None:
    changes = compare(recorded(line(outcome)), [line(outcome)])
    assert (changes.entries, changes.regressed, changes.describe()) == ((), False, [])


@pytest.mark.parametrize(("before", "after"), [(b, a) for b, a in product(OUTCOMES, OUTCOMES) if b != a])
@pytest.mark.parametrize("certificate", [A, B])
def test_every_change_of_outcome(before: str, after: str, certificate: str) -> None:
    changes = compare(recorded(line(before)), [line(after, certificate=certificate)])
    progress = before == "open" and after in DECIDED
    assert changes.entries == (Change("eq:a", "decided" if progress else "regressed", before, after),)
    assert changes.regressed is not progress


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_digests_alone(outcome: str) -> None:
    def kind(statement: str, certificate: str) -> str:
        return compare(recorded(line(outcome)), [line(outcome, statement, certificate)]).entries[0].kind

    assert kind(A, B) == "reproved"
    assert kind(B, A) == kind(B, B) == "restated"


def test_a_claim_decided_by_changing_its_statement_is_no_progress() -> None:
    changes = compare(recorded(line("open")), [line("holds", statement=B)])
    assert [c.kind for c in changes.entries] == ["restated"]
    assert changes.regressed


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_new_claim_does_not_fail_and_a_removed_one_does(outcome: str) -> None:
    new = compare({}, [line(outcome)])
    assert (new.entries, new.regressed) == ((Change("eq:a", "new", "", outcome),), False)
    removed = compare(recorded(line(outcome)), [])
    assert (removed.entries, removed.regressed) == ((Change("eq:a", "removed", outcome, ""),), True)


def test_a_renamed_claim_fails() -> None:
    changes = compare(recorded(line("holds")), [line("holds", label="eq:b")])
    assert [(c.label, c.kind) for c in changes.entries] == [("eq:b", "new"), ("eq:a", "removed")]
    assert changes.regressed


def test_one_regression_among_progress_fails() -> None:
    old = recorded(line("open", label="a"), line("holds", label="b"), line("holds", label="c"))
    found = [line("holds", label="a"), line("open", label="b"), line("holds", label="c", certificate=B)]
    changes = compare(old, found)
    assert [c.kind for c in changes.entries] == ["decided", "regressed", "reproved"]
    assert changes.regressed
    assert changes.describe() == [
        "regressed: b was holds, is now open",
        "decided: a was open, is now holds",
        "reproved: c holds as before, by another certificate",
        "if that is meant, record it with `make lock`",
    ]


def test_moving_a_claim_within_the_paper_is_no_change() -> None:
    lines = [line("holds", label="a"), line("fails", label="b")]
    assert compare(recorded(*lines), lines[::-1]).entries == ()


def test_every_kind_can_be_said() -> None:
    for kind in KINDS:
        text = str(Change("eq:a", kind, "holds", "open"))
        assert text.startswith(f"{kind}: eq:a ") and "{" not in text
