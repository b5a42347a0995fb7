"""The terminal's table: whole lines within the width, colour only on request."""

from __future__ import annotations

import io
import re

import pytest

from symcheck.report import Paper, Record, Report, render_table, wants_colour
from symcheck.report.terminal import display_width, readable
from tests.report.sample import SAMPLE

ANSI = re.compile("\x1b\\[[0-9]+m")
WIDE = Record(
    "eq:字字字字字字字字字字", "第一节 e\u0301", "1", "x", "x", "x", "equality", "fails", how="字" * 60 + "\x1b[2J"
)


@pytest.mark.parametrize("width", [40, 57, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    table = render_table(Report(SAMPLE.paper, (WIDE, *SAMPLE.claims)), width)
    assert max(map(display_width, table.splitlines())) <= width
    assert "\x1b" not in table


def test_columns_stay_in_line_with_wide_characters() -> None:
    rows = render_table(Report(SAMPLE.paper, (WIDE, *SAMPLE.claims)), 100).split("\n\n")[0].splitlines()
    marks = [re.search("[✗◐○✓≔]", row) for row in rows[2:]]
    assert len({display_width(row[: mark.start()]) for row, mark in zip(rows[2:], marks, strict=True) if mark}) == 1


def test_a_narrow_terminal_loses_the_label_and_no_word() -> None:
    wide, narrow = render_table(SAMPLE, 200), render_table(SAMPLE, 60)
    assert wide.split()[:2] == ["Place", "Claim"]
    assert narrow.split()[:2] == ["Place", "Outcome"]
    for record in SAMPLE.claims:
        assert set(record.place.split()) <= set(narrow.split())


def test_colour_changes_nothing_but_colour() -> None:
    coloured = render_table(SAMPLE, 90, colour=True)
    stripped = [line.rstrip() for line in ANSI.sub("", coloured).splitlines()]
    assert stripped == render_table(SAMPLE, 90).splitlines()
    assert ANSI.search(coloured)


def test_counts_and_findings_below_the_table() -> None:
    blocks = render_table(SAMPLE, 140).rstrip("\n").split("\n\n")
    assert blocks[1] == "12 claims · fails 1 · conditional 1 · open 1 · holds 7 · definition 2"
    assert blocks[2].splitlines() == [
        "✗ fails  §2.1, display 3  eq:linking-integral",
        "  at γ = -1/2, q = 4: left 2, right 4",
        "  should say: f_γ(q) = ∫_1^q (1/q_*^(1+γ)) dq_*",
    ]
    assert len(blocks[3].splitlines()) == 3
    assert "holds if ω f(q(n,d)) ≥ (2n/E); otherwise at" in blocks[3]


def test_nothing_to_say() -> None:
    assert render_table(Report(Paper("T"), ()), 80).endswith("\n\n0 claims\n")


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"\frac{1}{2}x", "(1/2)x"),
        (r"\frac{a+b}{\frac{c}{2d}}", "((a+b)/((c/(2d))))"),
        (r"x^{10} \leq \unknown{y}", r"x^10 ≤ \unknown{y}"),
        (r"\alphabet", r"\alphabet"),
    ],
)
def test_readable(latex: str, expected: str) -> None:
    assert readable(latex) == expected


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_is_wanted_by_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert wants_colour(Screen())
    assert not wants_colour(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not wants_colour(Screen())
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not wants_colour(Screen())
