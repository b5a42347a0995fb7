"""The document as Markdown, LaTeX and Typst source, through templates that escape whatever they print.

Every ``{{ expression }}`` passes the format's escape function unless it is ``Markup`` already, which only the
formula filters and macros produce; so forgetting a filter can make text ugly, never dangerous.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from symcheck.claim import CONSEQUENCES
from symcheck.report import escape
from symcheck.report.document import OUTCOMES
from symcheck.report.shown import MIXED, Document

TRAILING, BLANKS = re.compile(r"[ \t]+$", re.MULTILINE), re.compile(r"\n{3,}")
TEMPLATES = Path(__file__).parent / "templates"
ANGLES = {
    "variable_start_string": "<<", "variable_end_string": ">>", "block_start_string": "<%", "block_end_string": "%>",
    "comment_start_string": "<#", "comment_end_string": "#>",
}  # fmt: skip


class Format(NamedTuple):
    """One output format: its template, how plain text is escaped, its filters and Jinja2's delimiters."""

    template: str
    text: Callable[[str], str]
    filters: dict[str, Callable[..., str]]
    delimiters: dict[str, str]


FORMATS = {
    "markdown": Format(
        "report.md.jinja",
        escape.markdown,
        {
            "code": escape.markdown_code,
            "math": escape.markdown_math,
            "display": escape.markdown_display,
            "prose": escape.markdown_prose,
        },
        {},
    ),
    "latex": Format(
        "report.tex.jinja",
        escape.latex,
        {"code": escape.latex_code, "math": str, "bare": str, "prose": escape.latex_prose},
        ANGLES,
    ),
    "typst": Format(
        "report.typ.jinja",
        escape.typst,
        {"math": escape.typst_math, "prose": escape.typst_prose, "flag": escape.typst_flag},
        ANGLES,
    ),
}


def render(document: Document, name: str) -> str:
    """The source of ``document`` in the format ``name``: markdown, latex or typst."""
    text = (
        _environment(name)
        .get_template(FORMATS[name].template)
        .render(document=document, outcomes={**OUTCOMES, MIXED.name: MIXED}, consequences=CONSEQUENCES)
    )
    return BLANKS.sub("\n\n", TRAILING.sub("", text)).strip() + "\n"


@cache
def _environment(name: str) -> Environment:
    chosen = FORMATS[name]

    def finalize(value: Any) -> Markup:
        if value is None:
            raise ValueError(f"{chosen.template} prints a missing value")
        if isinstance(value, Markup):
            return value
        return Markup(value) if isinstance(value, int) else Markup(chosen.text(str(value)))

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **chosen.delimiters,  # type: ignore[arg-type]
    )
    environment.filters.update({key: _safe(function) for key, function in chosen.filters.items()})
    return environment


def _safe(function: Callable[..., str]) -> Callable[..., Markup]:
    return lambda *arguments: Markup(function(*arguments))
