"""Typst source to PDF: the same bytes each time, no network, no fonts but those in the typst package.

The source imports nothing: plain text is in string literals and ``escape.typst_math`` refuses code in formulas.
"""

from __future__ import annotations

from typing import Any, Literal, cast

from symcheck.errors import InputError


def compile_pdf(source: str) -> bytes:
    """The PDF of ``source``; InputError with Typst's own message if it doesn't compile."""
    return b"".join(_compile(source, "pdf"))


def compile_pages(source: str, ppi: float = 100.0) -> list[bytes]:
    """The pages of ``source`` as PNG images, to look at."""
    return _compile(source, "png", ppi)


def _compile(source: str, kind: Literal["pdf", "png"], ppi: float = 144.0) -> list[bytes]:
    import typst

    try:
        made: Any = typst.compile(source.encode(), format=kind, ppi=ppi, ignore_system_fonts=True, timestamp=0)
    except typst.TypstError as error:
        raise InputError(f"Typst can't set the report: {error.diagnostic or error.message}", "report.typ") from error
    return cast("list[bytes]", made if isinstance(made, list) else [made])
