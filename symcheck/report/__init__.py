"""The report of one run: Markdown, LaTeX, JSON, Typst and PDF, and for the terminal a summary and a table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from symcheck.files import write_atomically
from symcheck.report.document import (
    OUTCOMES,
    Coordinate,
    Coverage,
    Finding,
    Math,
    Obligation,
    Outcome,
    Paper,
    Record,
    Remark,
    Report,
    Step,
    Suggestion,
    Units,
    Witness,
)
from symcheck.report.export import to_json
from symcheck.report.outline import outline
from symcheck.report.summary import render_summary
from symcheck.report.terminal import render_table

__all__ = [
    "OUTCOMES",
    "Coordinate",
    "Coverage",
    "Finding",
    "Math",
    "Obligation",
    "Outcome",
    "Paper",
    "Record",
    "Remark",
    "Report",
    "Step",
    "Suggestion",
    "Units",
    "Witness",
    "render_summary",
    "render_table",
    "to_json",
    "write_pdf",
    "write_reports",
]


def write_reports(report: Report, folder: str | Path) -> list[Path]:
    """Write report.md, report.tex (the same bytes for the same input) and verdicts.json (with timings)."""
    from symcheck.report.render import render

    target, document = Path(folder), outline(report)
    contents = {
        "report.md": render(document, "markdown"),
        "report.tex": render(document, "latex"),
        "verdicts.json": json.dumps(to_json(report), ensure_ascii=False, indent=1) + "\n",
    }
    return _write(target, contents)


def write_pdf(report: Report, folder: str | Path) -> list[Path]:
    """Write report.typ and report.pdf, in this order: if the PDF can't be made, its source is there to look at."""
    from symcheck.report.pdf import compile_pdf
    from symcheck.report.render import render

    target, source = Path(folder), render(outline(report), "typst")
    written = _write(target, {"report.typ": source})
    return written + _write(target, {"report.pdf": compile_pdf(source)})


def _write(folder: Path, contents: Mapping[str, str | bytes]) -> list[Path]:
    """Each file whole or not at all; InputError if the folder can't be written."""
    for name, content in contents.items():
        write_atomically(folder / name, content)
    return [folder / name for name in contents]
