r"""``paper.tex``: the paper's formulas and sentences, verbatim and in reading order, each with label and place.

The file is a sequence of::

    \section{2.1 Consumer Behavior}
    \place{display 1}
    \begin{equation}\label{eq:inverse-demand}
    p(t,q)=\omega f(q)-\delta t,
    \end{equation}

with ``\begin{sentence}`` for a quotation in words.  ``\place`` says where within the section.  Everything else but
comments is an error, so that nothing can be in the file and not be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from symcheck.errors import InputError
from symcheck.files import read_text

LINE = re.compile(r"\\(?P<what>section|place)\{(?P<text>.*)\}\s*\Z")
OUTSIDE = re.compile(r"\s*\\(place|section)\{|\s*\\begin\{(equation|sentence)\}")
BEGIN = re.compile(r"\\begin\{(?P<kind>equation|sentence)\}\\label\{(?P<label>[a-z0-9:-]+)\}\s*\Z")
INLINE = re.compile(r"(?<!\\)\$((?:[^$\\]|\\.)+)\$")
"""A formula in a sentence; a dollar sign that begins none has a backslash before it."""
SLUG = re.compile(r"(eq|text):[a-z0-9]+(-[a-z0-9]+)*\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """One quotation: a formula (``kind`` equation) or a sentence, and where it stands in the paper and in the file."""

    label: str
    kind: str
    section: str
    place: str
    text: str
    line: int


def read_paper(path: Path) -> Mapping[str, Entry]:
    """The entries of ``paper.tex`` by label, in reading order."""
    entries: dict[str, Entry] = {}
    section = place = ""
    lines = read_text(path).split("\n")
    number = 0
    while number < len(lines):
        line, number = lines[number], number + 1
        if not line.strip() or line.lstrip().startswith("%"):
            continue
        if found := LINE.match(line):
            section, place = (found["text"], "") if found["what"] == "section" else (section, found["text"])
            continue
        begin = BEGIN.match(line)
        if not begin:
            raise InputError("expected \\section, \\place, or \\begin{equation}\\label{…}", path, number, 1)
        label, kind, start = begin["label"], begin["kind"], number
        if label in entries or not SLUG.match(label):
            reason = f"the label {label} stands twice" if label in entries else f"{label} is not eq:… or text:…"
            raise InputError(reason, path, number, 1)
        if not section or not place:
            raise InputError(f"{label} has no \\section and \\place before it", path, number, 1)
        end = f"\\end{{{kind}}}"
        while number < len(lines) and lines[number].strip() != end and not OUTSIDE.match(lines[number]):
            number += 1
        if number == len(lines) or lines[number].strip() != end:
            raise InputError(f"{label} has no {end}", path, start, 1)
        entries[label] = Entry(label, kind, section, place, "\n".join(lines[start:number]), start + 1)
        place, number = "", number + 1
    return entries
