"""``verdicts.lock``: what was found for each claim, recorded under version control, one line a claim.

A line holds the claim's label, its outcome, and the first 16 hex digits of the digests of its statement and
of its certificate (``-`` where there is none)::

    eq:profit-derivative  holds        3f9a0c1d2e4b5a69  77aa01bc9d3e2f10
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path

from symcheck.errors import InputError
from symcheck.files import read_text

FORMAT = 1
OUTCOMES = ("holds", "conditional", "fails", "open", "definition")
DECIDED = ("holds", "conditional", "fails")  # each rests on a certificate
NO_CERTIFICATE = "-"
HEADER = f"# symcheck verdicts, format {FORMAT}; `make lock` writes this file\n"
EXPLANATION = "# label, outcome, digest of the statement, digest of the certificate\n"
FIRST_LINE = re.compile(r"# symcheck verdicts, format ([0-9]+)\b")
DIGEST = re.compile(r"[0-9a-f]{16}\Z")


@dataclass(frozen=True, slots=True)
class LockLine:
    """What is recorded for one claim; ``ValueError`` if it is not well formed."""

    label: str
    outcome: str
    statement: str
    certificate: str = NO_CERTIFICATE

    def __post_init__(self) -> None:
        if not self.label or self.label.startswith("#") or self.label.split() != [self.label]:
            raise ValueError(f"not a label: {self.label!r}")
        if self.outcome not in OUTCOMES:
            raise ValueError(f"unknown outcome {self.outcome!r}; expected one of {', '.join(OUTCOMES)}")
        if not DIGEST.match(self.statement):
            raise ValueError(f"the statement's digest is not 16 hex digits: {self.statement!r}")
        if self.certificate == NO_CERTIFICATE:
            if self.outcome in DECIDED:
                raise ValueError(f"outcome {self.outcome!r} without a certificate")
        elif not DIGEST.match(self.certificate):
            raise ValueError(f"the certificate's digest is not 16 hex digits: {self.certificate!r}")


def read_lock(path: str | Path) -> dict[str, LockLine]:
    """The recorded lines by label, in the file's order; empty where nothing was ever recorded (no such file)."""
    try:
        return parse_lock(read_text(path), path)
    except InputError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return {}
        raise


def parse_lock(text: str, path: str | Path) -> dict[str, LockLine]:
    """The lines of a lock file's text; anything but the form above is an ``InputError`` with its line."""
    first = FIRST_LINE.match(text)
    if first is None:
        raise InputError("not a record of verdicts: the first line doesn't say `# symcheck verdicts, format`", path, 1)
    if int(first[1]) != FORMAT:
        raise InputError(f"format {first[1]} is not known here, only format {FORMAT}", path, 1)
    lines: dict[str, LockLine] = {}
    for number, row in enumerate(text.split("\n"), 1):
        fields = row.split()
        if not fields or row.startswith("#"):
            continue
        if len(fields) != 4:
            raise InputError(f"expected label, outcome and two digests, got {len(fields)} words", path, number)
        try:
            line = LockLine(*fields)
        except ValueError as error:
            raise InputError(str(error), path, number) from error
        if line.label in lines:
            raise InputError(f"{line.label} is recorded twice", path, number)
        lines[line.label] = line
    return lines


def render_lock(lines: Iterable[LockLine]) -> str:
    """The lock file's text: the given order, columns aligned; ``ValueError`` if a label occurs twice."""
    rows = [astuple(line) for line in lines]
    if len({row[0] for row in rows}) < len(rows):
        raise ValueError("a label occurs twice")
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    body = ("  ".join([*(cell.ljust(w) for cell, w in zip(row, widths, strict=False)), row[3]]) for row in rows)
    return HEADER + EXPLANATION + "".join(f"{row}\n" for row in body)
