"""The corpus is as its format says, and each truth is what mpmath finds, which knows nothing of symcheck."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from mpmath import mp, mpf

from bench.corpus import CLASSES, CORPUS, Entry, read_corpus
from bench.spelling import latex, maxima, parse
from symcheck.query import query_from_json, read
from tests.bench import numeric

ENTRIES = read_corpus()
LIMITS = [e for e in ENTRIES if e.lhs.startswith("Limit(")]
GROWTH = [e for e in ENTRIES if e.approach]
POINTWISE = [e for e in ENTRIES if e not in LIMITS and e not in GROWTH]
TRUE = [e for e in POINTWISE if e.truth]
FALSE = [e for e in POINTWISE if e.counterexample is not None]
NOWHERE = {"Integral(1/x**2, (x, -1, 1))", "Integral(x/(1 + x**2), (x, -oo, oo))", "Integral(1/x, (x, 1, oo))"}
"""Integrals that don't exist: there is no number to compare with."""


@pytest.fixture(autouse=True)
def digits():
    with mp.workdps(numeric.DIGITS):
        yield


def test_size_and_balance() -> None:
    assert len(ENTRIES) >= 320
    assert 0.4 <= sum(not e.truth for e in ENTRIES) / len(ENTRIES) <= 0.5
    assert {e.kind for e in ENTRIES} == set(CLASSES)
    for kind in CLASSES:
        assert {e.truth for e in ENTRIES if e.kind == kind} == {True, False}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_every_program_can_be_asked(entry: Entry) -> None:
    assert read(query_from_json(entry.query)).text
    for side in (entry.lhs, entry.rhs):
        assert latex(side)
        assert maxima(parse(side))


def test_the_file_is_one_that_check_reads() -> None:
    for line in CORPUS.read_text("utf-8").splitlines():
        assert query_from_json(json.loads(line)).lhs


def test_every_false_claim_is_checked_somewhere() -> None:
    left = [e for e in POINTWISE if not e.truth and e.counterexample is None]
    assert {e.lhs for e in left} == NOWHERE


@pytest.mark.parametrize("entry", TRUE, ids=lambda e: e.id)
def test_true_ones_hold_at_many_points(entry: Entry) -> None:
    wanted = 4 if "Integral" in entry.lhs else 8 if numeric.calculus(entry) else 25
    tried = list(numeric.points(entry, wanted))
    assert tried
    for point in tried:
        assert not numeric.violated(entry, point), point


@pytest.mark.parametrize("entry", FALSE, ids=lambda e: e.id)
def test_false_ones_fail_at_their_counterexample(entry: Entry) -> None:
    point = numeric.at(entry)
    assert numeric.satisfies(entry, point)
    assert numeric.violated(entry, point)


@pytest.mark.parametrize("entry", LIMITS, ids=lambda e: e.id)
def test_limits(entry: Entry) -> None:
    node = parse(entry.lhs)
    assert isinstance(node, ast.Call)
    for point in numeric.points(entry, 3):
        with mp.workdps(2 * numeric.DIGITS):
            found = numeric.limit_samples(node, point)
            wanted = numeric.value(parse(entry.rhs), point)
            infinite = mp.isinf(wanted)
            agreed = all(x > 10**6 if infinite else abs(x - wanted) < mpf(10) ** -4 for x in found)
        assert agreed is entry.truth, (point, found)


@pytest.mark.parametrize("entry", GROWTH, ids=lambda e: e.id)
def test_growth(entry: Entry) -> None:
    with mp.workdps(2 * numeric.DIGITS):
        fits = [numeric.growth(entry, {**point}) for point in numeric.points(entry, 3)]
    assert fits
    assert all(fits) is entry.truth


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"truth": "yes"}, "truth is neither"),
        ({"class": "algebra"}, "unknown class"),
        ({"note": "x"}, "unknown key note"),
        ({"source": " "}, "source is not a text"),
        ({"counterexample": {}}, "a true claim has no counterexample"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, change: dict[str, object], message: str) -> None:
    good = {"id": "a", "source": "s", "class": "rational", "truth": True, "lhs": "x", "relation": "==", "rhs": "x"}
    path = tmp_path / "corpus.jsonl"
    path.write_text(json.dumps(good) + "\n" + json.dumps({**good, "id": "b", **change}) + "\n")
    with pytest.raises(ValueError, match=rf"corpus\.jsonl, line 2: {message}"):
        read_corpus(path)
    path.write_text(2 * (json.dumps(good) + "\n"))
    with pytest.raises(ValueError, match="line 2: the id a is there twice"):
        read_corpus(path)
