"""From verdicts to outcomes: what a claim's own links say, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

import pytest

from symcheck.claim import Claim
from symcheck.engine import Findings, Verdict
from symcheck.kernel.facts import Fact
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import num, sym
from symcheck.latex.tree import Chain
from symcheck.obligations import Book, Obligation
from symcheck.outcomes import contrary, refutations
from symcheck.outcomes import outcomes as decide


def verdict(name: str, outcome: str, role: str = "link") -> Verdict:
    statement = Statement(Fact("eq", sym("x"), num(1)))
    return Verdict(Obligation(name, "eq:a", role, Chain((sym("x"), num(1)), ("eq",)), (), statement), outcome)


def findings(label: str, verdicts: Sequence[str], repaired: Mapping[int, str] | None = None) -> Findings:
    again = [verdict(str(number), outcome) for number, outcome in (repaired or {}).items()]
    return Findings(label, [verdict(str(number), outcome) for number, outcome in enumerate(verdicts)], again)


class Rests:
    """Of a book, only who rests on whom, and what claims are about."""

    def __init__(self, others: Mapping[str, Sequence[str]], claims: Mapping[str, Claim]) -> None:
        self.others, self.claims = others, claims

    def rests_on(self, label: str) -> Sequence[str]:
        return self.others.get(label, ())

    def relied_on(self, label: str) -> Sequence[str]:
        return self.others.get(label, ())


def outcomes(
    found: Mapping[str, Findings], others: Mapping[str, Sequence[str]] | None = None, status: str = ""
) -> dict[str, str]:
    claims = {label: Claim(label, status=status) for label in found}
    return decide(cast(Book, Rests(others or {}, claims)), found)


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
    ("against", "owed", "repaired", "outcome"),
    [
        (["denied"], ["proved"], {0: "proved"}, "fails"),
        (["outside"], ["proved"], {0: "proved"}, "conditional"),
        (["outside"], ["proved"], {}, "fails"),
        (["outside"], [], {}, "fails"),
        (["outside"], ["proved", "proved"], {0: "proved"}, "fails"),
        (["outside"], ["refuted", "proved"], {0: "proved", 1: "proved"}, "conditional"),
        (["outside"], ["open"], {0: "proved"}, "fails"),
        (["outside", "denied"], ["proved"], {0: "proved"}, "fails"),
    ],
)
def test_what_is_denied_outside_the_conditions_leaves_a_claim_that_holds_under_them(
    against: list[str], owed: list[str], repaired: dict[int, str], outcome: str
) -> None:
    found = findings("eq:a", owed, repaired)
    found.verdicts += [verdict(f"a_denied_{number}", "proved", role) for number, role in enumerate(against, 1)]
    assert outcomes({"eq:a": found}) == {"eq:a": outcome}


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


@pytest.mark.parametrize(
    ("roles", "outcome"),
    [
        ({"a_denied_1": "proved"}, "fails"),
        ({"a_denied_1": "open"}, "open"),
        ({"a_denied_1": "refuted"}, "open"),
        ({"a_1": "proved", "a_denied_1": "open"}, "holds"),
        ({"a_1": "proved", "a_denied_1": "refuted"}, "holds"),
        ({"a_1": "proved", "a_denied_1": "proved"}, "fails"),
        ({"a_1": "open", "a_denied_1": "proved"}, "fails"),
        ({"a_1": "open", "a_denied_1": "refuted"}, "open"),
        ({"a_1": "refuted", "a_denied_1": "open"}, "fails"),
        ({"a_denied_1a": "proved", "a_denied_1b": "open"}, "open"),
        ({"a_denied_1": "proved", "a_denied_1_2": "refuted"}, "open"),
        ({"a_denied_1": "proved", "a_denied_1_2": "proved"}, "fails"),
        ({"a_denied_1": "open", "a_denied_2": "proved"}, "fails"),
        ({"a_denied_1": "proved", "a_denied_11": "open"}, "fails"),
    ],
)
def test_a_proved_denial_is_a_failure_and_a_vain_one_says_nothing(roles: dict[str, str], outcome: str) -> None:
    verdicts = [verdict(name, v, "denied" if "denied" in name else "link") for name, v in roles.items()]
    found = Findings("eq:a", verdicts)
    assert outcomes({"eq:a": found}) == {"eq:a": outcome}
    denied = [v for v in verdicts if v.obligation.role == "denied"]
    assert set(refutations(found)).isdisjoint(denied)
    assert bool(contrary(found)) == (outcome == "fails" and any(v.outcome == "proved" for v in denied))


@pytest.mark.parametrize(
    ("verdicts", "repaired", "outcome"),
    [
        ({"bound": "proved"}, {}, "holds"),
        ({"bound": "refuted"}, {}, "open"),
        ({"bound": "open"}, {}, "open"),
        ({"bound": "refuted", "link": "proved"}, {}, "open"),
        ({"bound": "refuted", "link": "refuted"}, {}, "fails"),
        ({"bound": "refuted", "link": "refuted"}, {"link": "proved"}, "fails"),
        ({"bound": "proved", "link": "refuted"}, {"link": "proved"}, "conditional"),
    ],
)
def test_a_constant_that_does_not_do_leaves_the_bound_open(
    verdicts: dict[str, str], repaired: dict[str, str], outcome: str
) -> None:
    again = [verdict(role, v) for role, v in repaired.items()]
    found = Findings("eq:a", [verdict(role, v, role) for role, v in verdicts.items()], again)
    assert outcomes({"eq:a": found}) == {"eq:a": outcome}


@pytest.mark.parametrize(("status", "outcome"), [("informal", "open"), ("assumption", "definition")])
def test_a_claim_that_states_nothing(status: str, outcome: str) -> None:
    assert outcomes({"text:a": findings("text:a", [])}, status=status) == {"text:a": outcome}


@pytest.mark.parametrize(("outcome", "expected"), [("proved", "definition"), ("open", "open")])
def test_a_definition_has_to_be_defined(outcome: str, expected: str) -> None:
    found = Findings("eq:a", [verdict("a_defined_1", outcome, "defined")])
    assert outcomes({"eq:a": found})["eq:a"] == expected
