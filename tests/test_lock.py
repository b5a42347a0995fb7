"""The record of verdicts survives a round trip and accepts nothing that is not exactly its form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symcheck.errors import InputError
from symcheck.lock import DECIDED, HEADER, OUTCOMES, LockLine, parse_lock, read_lock, render_lock

A, B = "0123456789abcdef", "fedcba9876543210"
DIGESTS = st.text("0123456789abcdef", min_size=16, max_size=16)
LABELS = st.from_regex(r"[a-z]+:[A-Za-z0-9:'*/_.-]+", fullmatch=True)


@st.composite
def lock_lines(draw: st.DrawFn) -> LockLine:
    outcome = draw(st.sampled_from(OUTCOMES))
    certificate = DIGESTS if outcome in DECIDED else st.one_of(st.just("-"), DIGESTS)
    return LockLine(draw(LABELS), outcome, draw(DIGESTS), draw(certificate))


@given(st.lists(lock_lines(), max_size=8, unique_by=lambda line: line.label))
def test_what_is_written_is_read_back_in_the_same_order(lines: list[LockLine]) -> None:
    text = render_lock(lines)
    assert list(parse_lock(text, "verdicts.lock").items()) == [(line.label, line) for line in lines]
    assert render_lock(parse_lock(text, "verdicts.lock").values()) == text
    assert not re.search(r"[ \t]\n|\r", text)


def test_the_form_of_the_file() -> None:
    lines = [LockLine("eq:profit-derivative", "holds", A, B), LockLine("eq:q", "definition", B)]
    assert render_lock(lines) == (
        "# symcheck verdicts, format 1; `make lock` writes this file\n"
        "# label, outcome, digest of the statement, digest of the certificate\n"
        f"eq:profit-derivative  holds       {A}  {B}\n"
        f"eq:q                  definition  {B}  -\n"
    )


def test_a_label_twice_is_not_written() -> None:
    with pytest.raises(ValueError, match="occurs twice"):
        render_lock([LockLine("a", "open", A), LockLine("a", "open", B)])


def test_nothing_recorded_yet_is_empty(tmp_path: Path) -> None:
    assert read_lock(tmp_path / "verdicts.lock") == {}
    assert parse_lock(render_lock([]), "f") == {}


def test_comments_and_empty_lines_are_skipped() -> None:
    text = f"{HEADER}\n# a remark\neq:a open {A} -\r\n"
    assert list(parse_lock(text, "f")) == ["eq:a"]


GOOD = f"eq:a holds {A} {B}"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (f"eq:b holds {A}", "expected label, outcome and two digests, got 3 words"),
        (f"eq:b holds {A} {B} x", "got 5 words"),
        ("<<<<<<< ours", "got 2 words"),
        ("=======", "got 1 words"),
        (f"eq:b proved {A} {B}", "unknown outcome 'proved'"),
        (f"eq:b Holds {A} {B}", "unknown outcome 'Holds'"),
        (f"eq:b holds {A[:-1]} {B}", "statement's digest is not 16 hex digits"),
        (f"eq:b holds {A}0 {B}", "statement's digest is not 16 hex digits"),
        (f"eq:b holds {A.upper()} {B}", "statement's digest is not 16 hex digits"),
        (f"eq:b holds - {B}", "statement's digest is not 16 hex digits"),
        (f"eq:b holds {A} {B[:-1]}", "certificate's digest is not 16 hex digits"),
        (f"eq:b holds {A} {B[:-1]}g", "certificate's digest is not 16 hex digits"),
        (f"eq:b open {A} --", "certificate's digest is not 16 hex digits"),
        *((f"eq:b {outcome} {A} -", f"outcome '{outcome}' without a certificate") for outcome in DECIDED),
        (f"eq:a holds {A} {B}", "eq:a is recorded twice"),
        (f"eq:a open {B} -", "eq:a is recorded twice"),
    ],
)
def test_a_corrupt_line_is_reported_with_file_and_line(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "verdicts.lock"
    path.write_text(f"{HEADER}{GOOD}\n{row}\n")
    with pytest.raises(InputError) as caught:
        read_lock(path)
    assert str(caught.value).startswith(f"{path}:3: ")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not a record of verdicts"),
        (GOOD, "not a record of verdicts"),
        ("# something else\n" + GOOD, "not a record of verdicts"),
        (HEADER.replace("format 1", "format 2") + GOOD, "format 2 is not known here"),
        (HEADER.replace("format 1", "format 10") + GOOD, "format 10 is not known here"),
        (HEADER.replace("format 1", "format 1x") + GOOD, "not a record of verdicts"),
    ],
)
def test_another_file_or_format_is_refused(text: str, message: str) -> None:
    with pytest.raises(InputError, match=f"^verdicts.lock:1: {message}"):
        parse_lock(text, "verdicts.lock")


def test_a_lock_that_cannot_be_read_is_not_an_empty_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can't be read"):
        read_lock(tmp_path)


@pytest.mark.parametrize("label", ["", "two words", "#eq:a", "a\tb", " a", "a\u00a0b", "a\n"])
def test_a_label_that_would_not_be_read_back_is_refused(label: str) -> None:
    with pytest.raises(ValueError, match="not a label"):
        LockLine(label, "open", A)
