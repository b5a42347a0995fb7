"""All claims as a table of plain text, one string that can be stored and printed again."""

from __future__ import annotations

from itertools import zip_longest

from symcheck.report.columns import display_width, paint, terminal_width, wrap
from symcheck.report.document import Report
from symcheck.report.escape import one_line
from symcheck.report.outline import outline
from symcheck.report.shown import Document, Entry

HEADERS = ("Place", "Claim", "Outcome", "How it is known")
LABEL = 1
LEAST = 7
NARROW = 72
GAP = 2


def render_table(report: Report, width: int = 0, colour: bool = False) -> str:
    """The ledger, no line wider than ``width`` columns (0: the terminal's own)."""
    return _table(outline(report), terminal_width(width), colour) + "\n"


def _table(document: Document, columns: int, colour: bool) -> str:
    """All claims; what is too long is wrapped, and on a narrow terminal the label is left out."""
    rows = [HEADERS, *(_row(entry) for entry in document.entries)]
    if _total(_natural(rows)) > columns and columns < NARROW:
        rows = [row[:LABEL] + row[LABEL + 1 :] for row in rows]
    outcome = rows[0].index("Outcome")
    widths = _widths(_natural(rows), outcome, columns)
    codes = ["1", *(entry.outcome.ansi for entry in document.entries)]
    paints = [(outcome, code) if colour else None for code in codes]
    head, *lines = (_lines(row, widths, cell) for row, cell in zip(rows, paints, strict=True))
    return "\n".join([head, "─" * _total(widths), *lines])


def _row(entry: Entry) -> tuple[str, ...]:
    outcome = f"{entry.outcome.mark} {entry.outcome.name}"
    return one_line(entry.place), one_line(entry.label), outcome, one_line(entry.how)


def _natural(rows: list[tuple[str, ...]]) -> list[int]:
    return [max(map(display_width, column)) for column in zip(*rows, strict=True)]


def _total(widths: list[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)


def _widths(widths: list[int], outcome: int, columns: int) -> list[int]:
    """Natural widths; while they don't fit, the widest column but the outcome's gives one."""
    widths = list(widths)
    while _total(widths) > columns:
        loose = [i for i in range(len(widths)) if i != outcome and widths[i] > LEAST]
        if not loose:
            break
        widest = max(loose, key=lambda i: (widths[i], i))
        widths[widest] -= 1
    return widths


def _lines(row: tuple[str, ...], widths: list[int], cell: tuple[int, str] | None) -> str:
    """One row, on as many lines as its longest cell takes; painted with its padding, so that columns stay in line."""
    cells = [wrap(text, width, "  ").split("\n") for text, width in zip(row, widths, strict=True)]
    lines = []
    for parts in zip_longest(*cells, fillvalue=""):
        padded = [part + " " * (width - display_width(part)) for part, width in zip(parts, widths, strict=True)]
        if cell and parts[cell[0]]:
            padded[cell[0]] = paint(padded[cell[0]], cell[1])
        lines.append((" " * GAP).join(padded).rstrip())
    return "\n".join(lines)
