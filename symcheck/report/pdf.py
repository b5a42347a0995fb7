"""Typst source to PDF: the same bytes each time, no network, no fonts but those in the typst package.

The source imports nothing: plain text is in string literals and ``escape.typst_math`` refuses code in formulas.
"""

from __future__ import annotations

from symcheck.errors import InputError


def compile_pdf(source: str) -> bytes:
    """The PDF of ``source``; InputError with Typst's own message if it doesn't compile."""
    import typst

    try:
        made: bytes = typst.compile(source.encode(), format="pdf", ignore_system_fonts=True, timestamp=0)
    except typst.TypstError as error:
        raise InputError(f"Typst can't set the report: {error.diagnostic or error.message}", "report.typ") from error
    return made
