"""The data of one run as the report sees it: what the engine fills in, and its JSON form.

Formulas come twice, as LaTeX and as Typst math source; nothing here parses them.  Everything is immutable.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple


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

    For a function, ``value`` is its body in LaTeX and ``body`` the same in both languages.
    """

    latex: str
    typst: str
    value: str
    body: Math | None = None


@dataclass(frozen=True, slots=True)
class Witness:
    """A point at which a statement is false; the sides as decimal strings (a number or an enclosure)."""

    point: tuple[Coordinate, ...]
    left: str | None = None
    right: str | None = None


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
    """One sequent that was owed: its goal (``text`` is an optional plain-text name) and what became of it."""

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

    def __post_init__(self) -> None:
        _known(self.outcome)


@dataclass(frozen=True, slots=True)
class Record:
    """One formula of the paper and everything that is known about it.

    ``printed`` is the paper's LaTeX verbatim, ``understood`` the same printed back from our tree.  For a sentence
    ``understood`` is empty and ``quote`` is what is printed, text and formulas in turn.
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
    obligations: tuple[Obligation, ...] = ()
    witness: Witness | None = None
    suggestion: Suggestion | None = None
    certificate: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    note: str = ""
    seconds: float = 0.0

    def __post_init__(self) -> None:
        _known(self.outcome)


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper under examination; ``key`` is the short name of its derivation."""

    title: str
    authors: tuple[str, ...] = ()
    source: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One run.  ``versions`` (name -> version) appears only in the PDF's colophon, never in a committed file."""

    paper: Paper
    claims: tuple[Record, ...]
    coverage: Mapping[str, int] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)


def to_json(report: Report) -> dict[str, Any]:
    """``verdicts.json`` as plain data: paper, coverage and one record a claim, in the paper's order."""
    paper = report.paper
    return {
        "paper": {"title": paper.title, "authors": list(paper.authors), "source": paper.source, "key": paper.key},
        "coverage": dict(report.coverage),
        "claims": [_claim(record) for record in report.claims],
    }


def _known(outcome: str) -> None:
    if outcome not in OUTCOMES:
        raise ValueError(f"unknown outcome {outcome!r}; expected one of {', '.join(OUTCOMES)}")


def _claim(record: Record) -> dict[str, Any]:
    suggestion = record.suggestion
    return {
        "label": record.label,
        "place": record.place,
        "section": record.section,
        "printed": record.printed,
        "understood": record.understood,
        "derived": record.derived,
        "steps": [{"text": step.text, "latex": step.latex} for step in record.steps],
        "kind": record.kind,
        "outcome": record.outcome,
        "how": record.how,
        "given": [math[0] for math in record.given],
        "conditions": [math[0] for math in record.conditions],
        "witness": _witness(record.witness),
        "suggestion": {"latex": suggestion.latex, "text": suggestion.text} if suggestion else None,
        "obligations": [_obligation(obligation) for obligation in record.obligations],
        "certificate": list(record.certificate),
        "uses": list(record.uses),
        "note": record.note,
        "seconds": record.seconds,
    }


def _obligation(obligation: Obligation) -> dict[str, Any]:
    return {
        "goal": obligation.latex,
        "text": obligation.text,
        "outcome": obligation.outcome,
        "rules": list(obligation.rules),
        "certificate": obligation.certificate,
        "digest": obligation.digest,
        "reason": obligation.reason,
        "witness": _witness(obligation.witness),
        "seconds": obligation.seconds,
    }


def _witness(witness: Witness | None) -> dict[str, Any] | None:
    if witness is None:
        return None
    point = {coordinate.latex: coordinate.value for coordinate in witness.point}
    return {"point": point, "left": witness.left, "right": witness.right}
