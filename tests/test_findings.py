"""What counts as one finding, in what order findings come, and what is wrong with those an author lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from symcheck.claim import CONSEQUENCES, Claim, Finding
from symcheck.engine import Findings, Verdict
from symcheck.errors import InputError
from symcheck.findings import faults, lapsed
from symcheck.kernel.facts import Fact
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import num, sym
from symcheck.latex.tree import Chain
from symcheck.obligations import Book, Obligation
from symcheck.outcomes import outcomes

FAILS, HOLDS, OPEN = ("refuted",), ("proved",), ("open",)


class Small:
    """Of a book, its claims, who rests on whom, and the findings that its author lists."""

    def __init__(
        self, labels: Sequence[str], rests: Mapping[str, Sequence[str]], findings: Sequence[Finding] = ()
    ) -> None:
        self.claims = {label: Claim(label) for label in labels}
        self.rests = rests
        self.paper = SimpleNamespace(findings=tuple(findings))

    def order(self) -> list[str]:
        return list(self.claims)

    def rests_on(self, label: str) -> list[str]:
        return list(self.rests.get(label, ()))

    relied_on = rests_on


def verdict(label: str, outcome: str, relation: str = "eq") -> Verdict:
    statement = Statement(Fact("eq", sym("x"), num(1)))
    owed = Obligation(f"{label}_1", label, "link", Chain((sym("x"), num(1)), (relation,)), (), statement)
    return Verdict(owed, outcome)


def saved(label: str) -> Findings:
    """A claim that holds under a condition."""
    return Findings(label, [verdict(label, "refuted")], [verdict(label, "proved")])


def run(
    given: Mapping[str, Sequence[str] | Findings],
    rests: Mapping[str, Sequence[str]] | None = None,
    *listed: Finding,
    mixed: Sequence[str] = (),
) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]], list[str]]:
    """The claims of each finding, those that suffer, and what has lapsed."""
    book = cast(Book, Small(list(given), rests or {}, listed))
    found = {k: v if isinstance(v, Findings) else Findings(k, [verdict(k, o) for o in v]) for k, v in given.items()}
    decided = outcomes(book, found)
    made = faults(book, found, decided, mixed)
    return [f.claims for f in made], [f.affected for f in made], lapsed(book, decided, mixed)


def test_every_fault_that_nobody_lists_is_a_finding_of_its_own() -> None:
    given = {"a": HOLDS, "b": FAILS, "c": OPEN, "d": saved("d"), "e": FAILS}
    assert run(given) == ([("b",), ("e",), ("d",)], [(), (), ()], [])


def test_nothing_at_fault() -> None:
    assert run({"a": HOLDS, "b": (), "c": OPEN}) == ([], [], [])


def test_a_fault_comes_before_another_if_more_rests_on_it() -> None:
    rests = {"c": ["b"], "d": ["c"], "e": ["d", "a"]}
    found, affected, _ = run({"a": FAILS, "b": FAILS, "c": HOLDS, "d": HOLDS, "e": HOLDS}, rests)
    assert (found, affected) == ([("b",), ("a",)], [("c", "d", "e"), ("e",)])


def test_what_is_conditional_only_through_another_is_part_of_its_finding() -> None:
    found, affected, _ = run({"a": saved("a"), "b": HOLDS, "c": HOLDS}, {"b": ["a"], "c": ["b"]})
    assert (found, affected) == ([("a",)], [("b", "c")])


def test_a_claim_that_fails_by_itself_does_not_suffer() -> None:
    assert run({"a": FAILS, "b": FAILS}, {"b": ["a"]})[:2] == ([("a",), ("b",)], [(), ()])


def test_wrong_digits_come_last() -> None:
    digits = Findings("a", [verdict("a", "refuted", "approx")])
    assert run({"a": digits, "b": FAILS})[0] == [("b",), ("a",)]


def test_consequence_comes_first_then_fails_before_conditional() -> None:
    given = {"a": FAILS, "b": saved("b"), "c": FAILS, "d": FAILS, "e": saved("e"), "f": FAILS}
    listed = [
        Finding("S", ("a",), "slip"),
        Finding("H", ("b",), "headline"),
        Finding("T", ("c",), "theorem"),
        Finding("T2", ("e",), "theorem"),
    ]
    assert run(given, {}, *listed)[0] == [("b",), ("c",), ("e",), ("d",), ("f",), ("a",)]
    assert list(CONSEQUENCES) == ["headline", "theorem", "step", "slip"]


def test_the_claims_of_a_finding_come_with_those_at_fault_first() -> None:
    given = {"a": HOLDS, "b": FAILS, "c": saved("c"), "d": FAILS}
    finding = Finding("F", ("a", "c", "b", "c"), "step")
    assert run(given, {}, finding)[0] == [("c", "b", "a"), ("d",)]


def test_a_listed_finding_whose_claims_all_hold_has_lapsed() -> None:
    given = {"a": HOLDS, "b": (), "c": FAILS}
    found, _, lines = run(given, {}, Finding("F", ("a", "b"), "step"), Finding("G", ("a", "c"), "step", "", True))
    assert found == [("c", "a")]
    assert lines == ["finding “F” is no longer one: a holds, b definition"]


def test_a_contradiction_of_claims_that_all_hold_is_said() -> None:
    _, _, lines = run({"a": HOLDS, "b": HOLDS}, {}, Finding("F", ("a", "b"), "headline", contradiction=True))
    assert lines == ["finding “F” names claims that contradict each other: a holds, b holds"]


def test_a_finding_about_units_is_shown_for_what_is_not_consistent_in_them() -> None:
    given, finding = {"a": HOLDS, "b": OPEN, "c": FAILS}, Finding("F", ("a", "b", "c"), "headline", units=True)
    assert run(given, {}, finding, mixed=["b", "z"]) == ([("b", "a", "c"), ("c",)], [(), ()], [])
    found, _, lines = run(given, {}, finding)
    assert found == [("c",)]
    assert lines == ["finding “F” is no longer one: a consistent units, b consistent units, c consistent units"]


def test_units_make_no_other_finding() -> None:
    assert run({"a": HOLDS}, {}, mixed=["a"]) == ([], [], [])


def test_a_finding_that_is_open_is_neither_shown_nor_lapsed() -> None:
    assert run({"a": OPEN, "b": HOLDS}, {}, Finding("F", ("a", "b"), "step")) == ([], [], [])


@pytest.mark.parametrize(
    ("finding", "message"),
    [
        (Finding("F", ("z",), "step"), "no claim is about z"),
        (Finding("F", (), "step"), "it names no claim"),
        (Finding("F", ("a",), "grave"), "its consequence is none of headline, theorem, step, slip"),
        (Finding("F", ("a", "a"), "step", contradiction=True), "a contradiction is between two claims or more"),
    ],
)
def test_a_finding_that_cannot_be_is_an_input_error_where_it_is_written(finding: Finding, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        run({"a": HOLDS}, {}, finding)
    assert (caught.value.file, caught.value.line) == (finding.source, finding.line)
    assert Path(finding.source) == Path(__file__)


def test_a_finding_knows_where_it_is_written_and_compares_without_it() -> None:
    one, two = Finding("F", ("a",), "step"), Finding("F", ("a",), "step")
    assert one == replace(two, source="elsewhere")
