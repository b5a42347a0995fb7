"""The kernel under attack, by the thousand: it rejects, or what it accepts is true as far as others can see.

A certificate changed alone, or that of another statement, may still prove what it is put to: then the outcome has to be
the one that is known.  A changed statement that is accepted has to stand before python-flint's balls.
"""

from __future__ import annotations

import copy
import random
import signal
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from symcheck.kernel.check import check
from symcheck.kernel.statement import Statement, statement_from_json
from symcheck.kernel.term import Reject
from tests.kernel.attack.corpus import Case, cases
from tests.kernel.attack.moves import ON_CERTIFICATE, ON_STATEMENT, follow
from tests.second.opinion import AGREES, CONTRADICTS, opinion

ROUNDS = 8
"""Of each move on each case."""
SECONDS = 30
"""Of the processor's time that one replay may take: none of a real certificate takes half a second."""
REJECTED = "rejected"


@contextmanager
def bounded() -> Iterator[None]:
    """Fail if the body takes too much of the processor's time."""

    def stop(_signal: int, _frame: Any) -> None:
        raise AssertionError("the kernel does not come to an end")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def outcome(statement: Any, certificate: Any, judged: Mapping[str, Statement]) -> str:
    """What the kernel says; whatever it raises beside its own rejection fails the test."""
    with bounded():
        try:
            return check(statement_from_json(statement), certificate, judged).outcome
        except Reject:
            return REJECTED


def named(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", cases(), ids=named)
def test_the_real_ones_are_accepted(case: Case) -> None:
    assert outcome(case.statement, case.certificate, case.judged) == case.outcome
    found = opinion(case.statement, case.outcome, case.certificate)
    assert found.word != CONTRADICTS, found


@pytest.mark.parametrize("move", ON_CERTIFICATE, ids=lambda f: f.__name__)
def test_changed_certificates(move: Any) -> None:
    counts: Counter[str] = Counter()
    for case in cases():
        rng = random.Random(f"{move.__name__} {case.name}")
        for _ in range(ROUNDS):
            certificate = copy.deepcopy(case.certificate)
            move(rng, certificate)
            if certificate == case.certificate:
                continue
            found = outcome(case.statement, certificate, case.judged)
            assert found in (REJECTED, case.outcome), certificate
            counts[found] += 1
    assert counts[REJECTED] > 100, "the move does harm"


def test_certificates_of_other_statements() -> None:
    counts: Counter[str] = Counter()
    for case in cases():
        for other in cases():
            if other.statement == case.statement:
                continue
            found = outcome(case.statement, other.certificate, {**case.judged, **other.judged})
            assert found in (REJECTED, case.outcome), (case.name, other.name)
            counts[found] += 1
    assert counts[REJECTED] > 3_000


@pytest.mark.parametrize("following", [False, True], ids=["the certificate as it was", "and the certificate with it"])
@pytest.mark.parametrize("place", range(len(ON_STATEMENT)), ids=lambda i: f"{i} {ON_STATEMENT[i].__name__}")
def test_changed_statements(place: int, following: bool) -> None:
    counts: Counter[str] = Counter()
    for case in cases():
        rng = random.Random(f"{place} {following} {case.name}")
        for _ in range(ROUNDS):
            statement, certificate = copy.deepcopy([case.statement, case.certificate])
            ON_STATEMENT[place](rng, statement)
            if statement == case.statement:
                continue
            if following:
                follow(certificate, case.statement["goal"], statement["goal"])
            counts[judged(statement, certificate, case.judged)] += 1
    assert counts[REJECTED] > 200, counts
    assert counts["unseen"] <= counts[AGREES] / 4 + 12, counts  # most say what there is no value of


def judged(statement: Any, certificate: Any, earlier: Mapping[str, Statement]) -> str:
    """Rejected; or accepted, and then seen to be true, or not seen."""
    found = outcome(statement, certificate, earlier)
    if found == REJECTED:
        return REJECTED
    second = opinion(statement, found, certificate)
    assert second.word != CONTRADICTS, (statement, certificate, second)
    return AGREES if second.word == AGREES else "unseen"
