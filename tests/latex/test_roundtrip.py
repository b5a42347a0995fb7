"""What is printed is read back as the same tree; no input does anything but parse or raise InputError."""

from __future__ import annotations

import contextlib

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from symcheck.errors import InputError
from symcheck.kernel.term import Term
from symcheck.latex.parser import parse
from symcheck.latex.printer import to_latex
from symcheck.latex.tokens import tokenize
from symcheck.latex.tree import Formula
from tests.latex.paper import SAMPLES
from tests.latex.paper_notation import NOTATION
from tests.latex.trees import TERMS, formulas

TOKENS = sorted({t.source for s in SAMPLES for t in tokenize(s.latex)[:-1]} | {r"\left[", r"\right]", r"\exp", "{x=1}"})
PATIENT = settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])


@PATIENT
@given(TERMS)
def test_terms(term: Term) -> None:
    latex = to_latex(term, NOTATION)
    assert parse(latex, NOTATION).term() == term, latex


@PATIENT
@given(formulas(), st.booleans())
def test_formulas(formula: Formula, rows: bool) -> None:
    latex = to_latex(formula, NOTATION, rows=rows)
    assert parse(latex, NOTATION) == formula, latex


def check(latex: str) -> None:
    """Only InputError, with a place, or a formula that survives printing."""
    try:
        formula = parse(latex, NOTATION)
    except InputError as error:
        assert error.message
        assert error.line > 0
        assert error.column > 0
        return
    for rows in (False, True):
        assert parse(to_latex(formula, NOTATION, rows=rows), NOTATION) == formula


@PATIENT
@given(st.text())
def test_any_text(latex: str) -> None:
    check(latex)


@PATIENT
@given(st.lists(st.sampled_from(TOKENS), max_size=12).map(" ".join))
def test_any_tokens(latex: str) -> None:
    check(latex)


@PATIENT
@given(st.data())
def test_edited_formulas(data: st.DataObject) -> None:
    latex = data.draw(st.sampled_from(SAMPLES)).latex
    start = data.draw(st.integers(0, len(latex)))
    end = data.draw(st.integers(start, min(start + 2, len(latex))))
    check(latex[:start] + data.draw(st.one_of(st.just(""), st.sampled_from(TOKENS), st.characters())) + latex[end:])


def test_every_deletion() -> None:
    for sample in SAMPLES[::4]:
        for index in range(len(sample.latex)):
            check(sample.latex[:index] + sample.latex[index + 1 :])


def test_no_token_is_dropped() -> None:
    """Without any one of its tokens a formula is an error or says something else; layout and \\cdot apart."""
    silent = {"&", r"\\", r"\displaystyle", r"\cdot", r"\quad", r"\qed", ",", ".", r"\left(", r"\right)", "{", "}"}
    for sample in SAMPLES:
        formula = parse(sample.latex, NOTATION)
        sources = [t.source for t in tokenize(sample.latex)[:-1]]
        for index, source in enumerate(sources):
            if source in silent or source.startswith((r"\begin", r"\end")):
                continue
            with contextlib.suppress(InputError):
                changed = parse(" ".join(sources[:index] + sources[index + 1 :]), NOTATION)
                assert changed != formula, (sample.latex, index, source)
