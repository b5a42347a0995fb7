"""The terminal's table: whole lines within the width, colour only on request."""

from __future__ import annotations

import re

import pytest

from symcheck.report import Record, Report, render_table
from symcheck.report.columns import display_width
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
    rows = render_table(Report(SAMPLE.paper, (WIDE, *SAMPLE.claims)), 100).splitlines()
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
