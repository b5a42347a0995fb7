"""The verdicts as a table of plain text, one string that can be stored and printed again."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from itertools import zip_longest
from typing import TextIO

from symcheck.report.document import Report, Witness
from symcheck.report.escape import one_line
from symcheck.report.outline import Document, Entry, outline

HEADERS = ("Place", "Claim", "Outcome", "How it is known")
LABEL = 1
FALLBACK = (100, 24)  # where there is no terminal
FIXED = "\N{NO-BREAK SPACE}"
LEAST = 7
NARROW = 72
GAP = 2
SYMBOLS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "lambda": "λ", "mu": "μ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "omega": "ω", "Delta": "Δ", "Omega": "Ω", "ell": "ℓ", "theta": "θ",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "cdot": "·", "infty": "∞",
    "int": "∫", "partial": "∂", "sum": "∑", "vdash": "⊢", "to": "→", "left": "", "right": "", "ln": "ln", "max": "max",
    "min": "min", "exp": "exp", "prime": "′", "displaystyle": "",
}  # fmt: skip
MACRO = re.compile(r"\\([A-Za-z]+)(\s*)")
SPACING = re.compile(r"\\[,;:! ]")
SCRIPT = re.compile(r"([_^])\{([^{}\\]*)\}")
FRACTION = re.compile(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}")
ATOM = re.compile(r"\d*|[^\W\d]|\W")  # needs no brackets as an index or exponent
POWER = re.compile(r"(?:\d+|[^\W\d])(?:[_^](?:[^\s()]|\([^()]*\)))*")  # none under a fraction bar
PRODUCT = re.compile(r"[^-+/=<>≤≥≠≈∫∑]*")  # none above it, unless something is added in it
RELATION = re.compile(r"\s*([=<>≤≥≠≈])\s*")
UPRIGHT = re.compile(r"\\(?:mathrm|operatorname\*?|text)\{([^{}]*)\}")


def wants_colour(stream: TextIO) -> bool:
    """Whether ``stream`` is a terminal whose owner did not set NO_COLOR."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def render_table(report: Report, width: int = 0, colour: bool = False) -> str:
    """Table, counts and findings, no line wider than ``width`` columns (0: the terminal's own)."""
    document = outline(report)
    columns = max(40, width or shutil.get_terminal_size(FALLBACK).columns)
    parts = [_table(document, columns, colour), _counts(document, columns, colour)]
    parts += [_finding(entry, columns, colour) for entry in document.findings]
    return "\n\n".join(parts) + "\n"


def readable(latex: str) -> str:
    """``latex`` with its commonest macros as characters; what is not known stays as it is."""
    text = MACRO.sub(_character, UPRIGHT.sub(r"\1", SPACING.sub(" ", latex)))
    previous = ""
    while text != previous:
        previous, text = text, FRACTION.sub(_fraction, SCRIPT.sub(_script, text))
    text = RELATION.sub(r" \1 ", text)
    return one_line(text.replace("\\{", "{").replace("\\}", "}"))


def display_width(text: str) -> int:
    """The number of terminal columns that ``text`` takes."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("F", "W") else 1


def _character(match: re.Match[str]) -> str:
    known = SYMBOLS.get(match[1])
    if known is None:
        return match[0]
    return known + (match[2] and " ")


def _script(match: re.Match[str]) -> str:
    return match[1] + _grouped(match[2], ATOM)


def _fraction(match: re.Match[str]) -> str:
    """In brackets of its own, so that what stands next to it can't be read into it."""
    before = match.string[: match.start()][-1:]
    gap = " " * (before.isalnum() or before in (")", "}"))
    return f"{gap}({_grouped(match[1].strip(), PRODUCT)}/{_grouped(match[2].strip(), POWER)})"


def _grouped(text: str, single: re.Pattern[str]) -> str:
    return text if single.fullmatch(text) else f"({text})"


def _table(document: Document, columns: int, colour: bool) -> str:
    """All claims; what is too long is wrapped, and on a narrow terminal the label is left out."""
    rows = [HEADERS, *(_row(entry) for entry in document.entries)]
    if _total(_natural(rows)) > columns and columns < NARROW:
        rows = [row[:LABEL] + row[LABEL + 1 :] for row in rows]
    outcome = rows[0].index("Outcome")
    widths = _widths(_natural(rows), outcome, columns)
    codes = ["1", *(entry.outcome.ansi for entry in document.entries)]
    paints = [(outcome, code) if colour else None for code in codes]
    head, *lines = (_lines(row, widths, paint) for row, paint in zip(rows, paints, strict=True))
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


def _lines(row: tuple[str, ...], widths: list[int], paint: tuple[int, str] | None) -> str:
    """One row, on as many lines as its longest cell takes; painted with its padding, so that columns stay in line."""
    cells = [_wrap(text, width, "  ").split("\n") for text, width in zip(row, widths, strict=True)]
    lines = []
    for parts in zip_longest(*cells, fillvalue=""):
        padded = [part + " " * (width - display_width(part)) for part, width in zip(parts, widths, strict=True)]
        if paint and parts[paint[0]]:
            padded[paint[0]] = _paint(padded[paint[0]], paint[1])
        lines.append((" " * GAP).join(padded).rstrip())
    return "\n".join(lines)


def _paint(text: str, code: str) -> str:
    return f"\033[{code}m{text}\033[0m"


def _counts(document: Document, columns: int, colour: bool) -> str:
    parts = [f"{document.total} claim{'s' * (document.total != 1)}"]
    parts += [f"{count.outcome.name} {count.number}" for count in document.counts]
    line = _wrap(" · ".join(parts), columns, "")
    for count in document.counts if colour else ():
        line = line.replace(count.outcome.name, _paint(count.outcome.name, count.outcome.ansi), 1)
    return line


def _finding(entry: Entry, columns: int, colour: bool) -> str:
    """Three lines: what and where, the witness, what it should have said."""
    head = f"{entry.outcome.mark} {entry.outcome.name}"
    title = _wrap(f"{head}  {one_line(entry.place)}  {one_line(entry.label)}", columns, "    ")
    if colour:
        title = title.replace(head, _paint(head, entry.outcome.ansi), 1)
    more = [f"  {line}" for line in (_where(entry), _remedy(entry)) if line]
    return "\n".join([title, *(_wrap(line, columns, "    ") for line in more)])


def _where(entry: Entry) -> str:
    """The condition if one is missing, and the point at which the claim is false without it."""
    parts = ["holds if " + ", ".join(readable(c.latex) for c in entry.conditions)] if entry.conditions else []
    if entry.witness:
        part = f"{readable(entry.failing.latex)} fails" if entry.failing else ""
        joint = "" if not part else " " if entry.witness.point else ": "
        parts.append(f"{'otherwise ' if parts else ''}{part}{joint}{_point(entry.witness)}")
    return "; ".join(parts) or one_line(entry.how)


def _point(witness: Witness) -> str:
    values = [f"{readable(symbol.latex)} = {readable(symbol.value)}" for symbol in witness.point]
    point = ", ".join(value.replace(" ", FIXED) for value in values)
    sides = {"left": witness.left, "right": witness.right}
    found = ", ".join(f"{side}{FIXED}{value}" for side, value in sides.items() if value is not None)
    return ": ".join(part for part in (f"at {point}" if point else "", found) if part)


def _remedy(entry: Entry) -> str:
    if entry.suggestion is None:
        return ""
    return f"should say: {readable(entry.suggestion.latex)}"


def _wrap(text: str, columns: int, indent: str) -> str:
    """``text`` in lines of at most ``columns``, broken at spaces; a longer word is broken anywhere."""
    lines, used = [""], 0
    for number, word in enumerate(text.split(" ")):
        if used > len(indent) and used + 1 + display_width(word) > columns:
            lines.append(indent)
            used = len(indent)
        elif number:
            lines[-1] += " "
            used += 1
        for character in word:
            if used + _width(character) > columns:
                lines.append(indent)
                used = len(indent)
            lines[-1] += character
            used += _width(character)
    return "\n".join(lines).replace(FIXED, " ")
