"""The data of one run as the report sees it: what the ledger fills in.

Formulas come twice, as LaTeX and as Typst math source; nothing here parses them.  Everything is immutable.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

LONG = re.compile(r"-?\d{1,6}\.\d{6,}")


class Outcome(NamedTuple):
    """How one outcome is shown; ``meaning`` completes "the claim …"."""

    name: str
    mark: str
    meaning: str
    colour: str
    ansi: str


OUTCOMES: dict[str, Outcome] = {
    row.name: row
    for row in (
        Outcome("fails", "✗", "is false at a point inside the paper's own assumptions", "B3261E", "31"),
        Outcome("conditional", "◐", "is true only under a condition that the paper does not state", "A15C00", "33"),
        Outcome("open", "○", "is neither proved nor refuted", "5B5F97", "35"),
        Outcome("holds", "✓", "is proved; the kernel replayed its certificate", "1B7F4B", "32"),
        Outcome("definition", "≔", "fixes the meaning of a symbol", "5F6B7A", "36"),
    )
}


class Math(NamedTuple):
    """One formula in both languages."""

    latex: str
    typst: str


class Coordinate(NamedTuple):
    """One symbol of a witness and its exact rational value, such as ``-1/2``.

    For a function or a number that is not rational, ``value`` is the term in LaTeX and ``body`` that in both languages.
    """

    latex: str
    typst: str
    value: str
    body: Math | None = None


@dataclass(frozen=True, slots=True)
class Witness:
    """A point at which a statement is false; its sides there as decimals, and the sign that stands between them."""

    point: tuple[Coordinate, ...]
    left: str | None = None
    right: str | None = None
    relation: str = ""

    @property
    def said(self) -> str:
        """What the statement comes to at the point, such as ``2 = 0``; empty if its sides are no numbers."""
        if self.left is None or self.right is None or not self.relation:
            return ""
        left, right = _short(self.left), _short(self.right)
        sides = (left, right) if left != right else (self.left, self.right)
        return f" {self.relation} ".join(sides)


def _short(side: str) -> str:
    """A decimal to six digits."""
    return f"{Decimal(side):.6g}" if LONG.fullmatch(side) else side


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The nearest true statement, and in plain text why."""

    latex: str
    typst: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the forward derivation; ``text`` (plain) says what was done to reach the formula."""

    text: str
    latex: str
    typst: str


@dataclass(frozen=True, slots=True)
class Obligation:
    """One sequent that was owed: its goal (``text`` is an optional plain-text name) and what became of it.

    ``against`` says that it is a statement which the claim contradicts: to prove it is to refute the claim.
    """

    latex: str
    typst: str
    outcome: str
    text: str = ""
    rules: tuple[str, ...] = ()
    certificate: str = ""
    digest: str = ""
    seconds: float = 0.0
    reason: str = ""
    witness: Witness | None = None
    against: bool = False

    def __post_init__(self) -> None:
        _known(self.outcome)


@dataclass(frozen=True, slots=True)
class Record:
    """One formula of the paper and everything that is known about it.

    ``printed`` is the paper's LaTeX verbatim, ``understood`` the same printed back from our tree.  For a sentence
    ``understood`` is empty and ``quote`` is what is printed, text and formulas in turn.  ``contrary`` is what was
    proved and the claim contradicts; ``owed`` says of an open claim what is missing.
    """

    label: str
    place: str
    section: str
    printed: str
    understood: str
    understood_typst: str
    kind: str
    outcome: str
    how: str = ""
    quote: tuple[str | Math, ...] = ()
    derived: str | None = None
    derived_typst: str | None = None
    steps: tuple[Step, ...] = ()
    given: tuple[Math, ...] = ()
    conditions: tuple[Math, ...] = ()
    contrary: tuple[Math, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    witness: Witness | None = None
    suggestion: Suggestion | None = None
    certificate: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    note: str = ""
    owed: tuple[str, ...] = ()
    seconds: float = 0.0

    def __post_init__(self) -> None:
        _known(self.outcome)


@dataclass(frozen=True, slots=True)
class Finding:
    """Claims of the paper that are one mistake, the one that shows it best first.

    ``wrong`` are those at fault, with ``units`` in what they compare.  ``title`` and ``so`` (what is so) are empty
    where the claim speaks for itself; ``consequence`` is a word of ``claim.CONSEQUENCES``; ``affected`` are other
    claims that are no better than open or conditional because of it.
    """

    claims: tuple[str, ...]
    wrong: tuple[str, ...]
    consequence: str
    title: tuple[str | Math, ...] = ()
    so: tuple[str | Math, ...] = ()
    contradiction: bool = False
    units: bool = False
    affected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said about a formula or sentence of the paper; ``also`` are the labels of others of which it is so."""

    label: str
    place: str
    text: tuple[str | Math, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Units:
    """What a check of units found: contradictions, what it had to fix, and what it could not check and why."""

    checked: int
    findings: tuple[Remark, ...] = ()
    fixed: tuple[Remark, ...] = ()
    unchecked: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many formulas and sentences of a section have an outcome.

    ``missing`` are the places of the others, ``unused`` those of the definitions that no claim rests on.
    """

    section: str
    entries: int
    decided: int
    open: int
    missing: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper under examination; ``key`` is the short name of its derivation."""

    title: str
    authors: tuple[str, ...] = ()
    source: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One run; the findings come most consequential first.

    ``versions`` (name -> version) appears only in the PDF's colophon, never in a committed file.
    """

    paper: Paper
    claims: tuple[Record, ...]
    findings: tuple[Finding, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    units: Units | None = None
    versions: Mapping[str, str] = field(default_factory=dict)


def _known(outcome: str) -> None:
    if outcome not in OUTCOMES:
        raise ValueError(f"unknown outcome {outcome!r}; expected one of {', '.join(OUTCOMES)}")
