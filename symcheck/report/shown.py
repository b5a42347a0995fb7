"""What a report shows, ready to print: claims, findings, coverage and the document that holds them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from symcheck.report.document import Coverage, Math, Outcome, Paper, Step, Suggestion, Units, Witness

MIXED = Outcome("units", "✗", "compares what can't be compared", "9A1F6A", "31")
"""How a finding about units is shown: no outcome of a claim."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims have an outcome."""

    outcome: Outcome
    number: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A kernel rule and how often a certificate uses it."""

    name: str
    times: int


class Certificate(NamedTuple):
    """The name of a certificate's file, without its ending, and the first digits of its digest."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What was checked, as shown: one obligation, or several that read the same (the bounds of a rounded number).

    ``goal`` is None where it would repeat the claim itself.
    """

    goal: Math | None
    outcome: Outcome
    text: str
    rules: tuple[Rule, ...]
    certificates: tuple[Certificate, ...]
    reason: str
    witness: Witness | None


@dataclass(frozen=True, slots=True)
class Reference:
    """A label and the anchor of its entry; no anchor if the report has no such entry."""

    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim as shown.  LaTeX is ready for display math; ``source`` is the paper's own, on one line.

    ``failing`` is the relation that the witness is about, None if that is the formula itself; ``kind`` is empty
    where the outcome says it.
    """

    anchor: str
    label: str
    place: str
    kind: str
    outcome: Outcome
    how: str
    printed: str
    source: str
    quote: tuple[str | Math, ...]
    understood: Math
    read_back_differs: bool
    derived: Math | None
    steps: tuple[Step, ...]
    given: tuple[Math, ...]
    conditions: tuple[Math, ...]
    proofs: tuple[Proof, ...]
    failing: Math | None
    witness: Witness | None
    contrary: tuple[Math, ...]
    suggestion: Suggestion | None
    uses: tuple[Reference, ...]
    note: str
    owed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding as shown: ``shown`` are the claims to print in full, ``others`` those of the same kind.

    ``wrong`` are those of ``shown`` that are at fault; ``units`` says what is the matter with the units, if that is it.
    ``outcome`` is the worst of its claims; ``so`` is empty where condition, contrary or suggestion say what is so.
    """

    number: int
    anchor: str
    consequence: str
    outcome: Outcome
    title: tuple[str | Math, ...]
    shown: tuple[Entry, ...]
    wrong: tuple[Entry, ...]
    others: tuple[Entry, ...]
    so: tuple[str | Math, ...]
    contradiction: bool
    units: tuple[str | Math, ...]
    affected: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What is covered: a row a section, and all of them together."""

    rows: tuple[Coverage, ...]
    total: Coverage

    @property
    def percent(self) -> str:
        """The share of entries with an outcome, never rounded up to 100."""
        covered = self.total.entries - len(self.total.missing)
        return f"{covered * 1000 // (self.total.entries or 1) / 10:g} %"


@dataclass(frozen=True, slots=True)
class Section:
    """The claims of one section of the paper, in the paper's order."""

    title: str
    anchor: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Title, counts, findings first, then the ledger."""

    paper: Paper
    total: int
    counts: tuple[Count, ...]
    statements: int
    findings: tuple[Fault, ...]
    units: Units | None
    owed: tuple[Entry, ...]
    coverage: Table | None
    sections: tuple[Section, ...]
    versions: tuple[tuple[str, str], ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All claims in the paper's order."""
        return tuple(entry for section in self.sections for entry in section.entries)
