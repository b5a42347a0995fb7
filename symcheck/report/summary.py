"""What a run found, for a terminal: the findings, most consequential first, and the counts."""

from __future__ import annotations

from itertools import groupby

from symcheck.claim import CONSEQUENCES
from symcheck.report.columns import FIXED, clip, paint, terminal_width, wrap
from symcheck.report.document import Report, Units, Witness
from symcheck.report.escape import one_line
from symcheck.report.outline import outline
from symcheck.report.readable import readable, readable_prose
from symcheck.report.shown import Document, Entry, Fault, Table

INDENT = " " * 4
MOST = 2  # lines for each thing said of a finding
NAMED = 5  # of the places without a claim


def render_summary(report: Report, width: int = 0, colour: bool = False) -> str:
    """Findings, units, counts and coverage, no line wider than ``width`` columns (0: the terminal's own)."""
    document, columns = outline(report), terminal_width(width)
    parts = []
    for word, faults in groupby(document.findings, lambda fault: fault.consequence):
        parts += [wrap(f"{word.capitalize()}: {CONSEQUENCES[word]}", columns, "  ")]
        parts += [_fault(fault, columns, colour) for fault in faults]
    tally = [_counts(document, columns, colour)]
    tally += [wrap(_units(document.units), columns, "  ")] if document.units else []
    tally += [wrap(_coverage(document.coverage), columns, "  ")] if document.coverage else []
    return "\n\n".join([*parts, "\n".join(tally)]) + "\n"


def _fault(fault: Fault, columns: int, colour: bool) -> str:
    """What is printed and where; why it isn't so; what is so."""
    mark = paint(fault.outcome.mark, fault.outcome.ansi, colour)
    what = readable_prose(fault.title) or _printed(fault.shown[0])
    head = f"{fault.number} · {_places(fault)} · {what}"
    first = wrap(head, columns - 2, INDENT) if fault.title else clip(head, columns - 2, INDENT, MOST)
    more = [line for line in (_why(fault), _so(fault)) if line]
    return "\n".join([f"{mark} {first}", *(INDENT + clip(line, columns - 4, INDENT * 2, MOST) for line in more)])


def _printed(entry: Entry) -> str:
    return f"“{readable_prose(entry.quote)}”" if entry.quote else readable(entry.understood.latex or entry.printed)


def _places(fault: Fault) -> str:
    named = " ↔ ".join(dict.fromkeys(one_line(entry.place) for entry in fault.shown))
    return named + (f" and {len(fault.others)} more" if fault.others else "")


def _why(fault: Fault) -> str:
    entry = fault.wrong[0]
    if fault.units:
        return readable_prose(fault.units)
    if entry.contrary:
        return f"the contrary is proved: {', '.join(readable(math.latex) for math in entry.contrary)}"
    if entry.witness is None:
        return one_line(entry.how)
    said = f"says {readable(entry.witness.said)}" if entry.witness.said else "is false"
    return said + _point(entry.witness)


def _point(witness: Witness) -> str:
    values = [f"{readable(symbol.latex)} = {readable(symbol.value)}" for symbol in witness.point]
    return " at " + ", ".join(value.replace(" ", FIXED) for value in values) if values else ""


def _so(fault: Fault) -> str:
    entry = fault.wrong[0]
    if fault.so or fault.units:
        return f"so: {readable_prose(fault.so)}" if fault.so else ""
    if entry.conditions:
        return f"so: it holds if {', '.join(readable(math.latex) for math in entry.conditions)}"
    return f"so: {readable(entry.suggestion.latex)}" if entry.suggestion else ""


def _units(units: Units) -> str:
    """One line; what each finding says is longer than a terminal has room for."""
    mixed = sum(1 + len(remark.also) for remark in units.findings)
    unchecked = sum(1 + len(remark.also) for remark in units.unchecked)
    return f"units: {units.checked} formulas checked, {mixed} not consistent, {unchecked} not checked"


def _counts(document: Document, columns: int, colour: bool) -> str:
    parts = [f"{document.total} claim{'s' * (document.total != 1)}"]
    parts += [f"{count.outcome.name} {count.number}" for count in document.counts]
    line = wrap(" · ".join(parts), columns, "")
    for count in document.counts if colour else ():
        line = line.replace(count.outcome.name, paint(count.outcome.name, count.outcome.ansi), 1)
    return line


def _coverage(table: Table) -> str:
    """One line: how much has an outcome, and what has none."""
    total, missing = table.total, table.total.missing
    line = f"coverage {table.percent}: {total.entries - len(missing)} of {total.entries} formulas and sentences"
    if not missing:
        return line
    if len(missing) > NAMED:
        return f"{line}; the report lists the others"
    return f"{line}; no claim about {'; '.join(missing)}"
