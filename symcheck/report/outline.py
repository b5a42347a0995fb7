"""The one document that all renderers print: order, counts, anchors and summaries are decided here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from symcheck.report.document import (
    OUTCOMES,
    Math,
    Obligation,
    Outcome,
    Paper,
    Record,
    Report,
    Step,
    Suggestion,
    Witness,
)
from symcheck.report.formulas import display, same_print

FINDINGS = ("fails", "conditional")
DIGEST_SHOWN = 12
SUFFIX = ".certificate.json"
COVERAGE = {"formulas": "formulas and sentences", "with_outcome": "decided", "obligations": "statements checked"}


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
    suggestion: Suggestion | None
    uses: tuple[Reference, ...]
    note: str


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
    coverage: tuple[tuple[str, int], ...]
    findings: tuple[Entry, ...]
    owed: tuple[Entry, ...]
    sections: tuple[Section, ...]
    versions: tuple[tuple[str, str], ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All claims in the paper's order."""
        return tuple(entry for section in self.sections for entry in section.entries)


def outline(report: Report) -> Document:
    """The document of ``report``; the same report gives the same document."""
    anchors = dict(zip((r.label for r in report.claims), _anchors(r.label for r in report.claims), strict=True))
    entries = [(record.section, _entry(record, anchors)) for record in report.claims]
    numbers = Counter(record.outcome for record in report.claims)
    return Document(
        paper=report.paper,
        total=len(entries),
        counts=tuple(Count(row, numbers[row.name]) for row in OUTCOMES.values() if numbers[row.name]),
        coverage=tuple((name, report.coverage[key]) for key, name in COVERAGE.items() if key in report.coverage),
        findings=tuple(e for name in FINDINGS for _, e in entries if e.outcome.name == name),
        owed=tuple(e for _, e in entries if e.outcome.name == "open"),
        sections=_sections(entries),
        versions=tuple(sorted(report.versions.items())),
    )


def _sections(entries: list[tuple[str, Entry]]) -> tuple[Section, ...]:
    """Consecutive claims with the same section title belong together."""
    groups: list[tuple[str, list[Entry]]] = []
    for title, entry in entries:
        if not groups or groups[-1][0] != title:
            groups.append((title, []))
        groups[-1][1].append(entry)
    return tuple(
        Section(title, f"section-{number}", tuple(group)) for number, (title, group) in enumerate(groups, start=1)
    )


def _entry(record: Record, anchors: dict[str, str]) -> Entry:
    understood = Math(display(record.understood), record.understood_typst)
    derived = Math(display(record.derived), record.derived_typst or "") if record.derived is not None else None
    return Entry(
        anchor=anchors[record.label],
        label=record.label,
        place=record.place,
        kind=record.kind if record.kind != record.outcome else "",
        outcome=OUTCOMES[record.outcome],
        how=record.how,
        printed=display(record.printed),
        source=" ".join(record.printed.split()),
        quote=_quote(record),
        understood=understood,
        read_back_differs=bool(record.understood) and not same_print(record.printed, record.understood),
        derived=derived,
        steps=tuple(Step(step.text, display(step.latex), step.typst) for step in record.steps),
        given=_maths(record.given),
        conditions=_maths(record.conditions),
        proofs=_proofs(record),
        failing=_failing(record),
        witness=_witness(record),
        suggestion=_suggestion(record.suggestion),
        uses=tuple(Reference(label, anchors.get(label, "")) for label in record.uses),
        note=record.note,
    )


def _quote(record: Record) -> tuple[str | Math, ...]:
    """The quoted sentence; for one that came without its parts, all of it as text."""
    if record.quote or record.understood:
        return tuple(part if isinstance(part, str) else Math(display(part[0]), part[1]) for part in record.quote)
    return (record.printed,)


def _proofs(record: Record) -> tuple[Proof, ...]:
    """The obligations; those that read the same and were settled the same way stand together."""
    found: dict[Proof, list[Certificate]] = {}
    for obligation in record.obligations:
        listed = found.setdefault(_proof(obligation, record), [])
        if obligation.certificate or obligation.digest:
            digest = obligation.digest.removeprefix("sha256:")[:DIGEST_SHOWN]
            listed.append(Certificate(obligation.certificate.removesuffix(SUFFIX), digest))
    return tuple(replace(proof, certificates=tuple(listed)) for proof, listed in found.items())


def _proof(obligation: Obligation, record: Record) -> Proof:
    repeats = same_print(obligation.latex, record.understood) or not obligation.latex
    rules = Counter(obligation.rules)
    return Proof(
        goal=None if repeats else Math(display(obligation.latex), obligation.typst),
        outcome=OUTCOMES[obligation.outcome],
        text=obligation.text,
        rules=tuple(Rule(name, times) for name, times in rules.items()),
        certificates=(),
        reason=obligation.reason,
        witness=_tidy(obligation.witness) if obligation.witness != record.witness else None,
    )


def _failing(record: Record) -> Math | None:
    """The first refuted relation, if that is not the formula itself: a link of it, or that it is what was derived."""
    for obligation in record.obligations:
        if obligation.outcome == "fails" and obligation.witness is not None:
            same = same_print(obligation.latex, record.understood)
            return None if same else Math(display(obligation.latex), obligation.typst)
    return None


def _witness(record: Record) -> Witness | None:
    """The claim's witness; if it has none, that of its first obligation with one."""
    return _tidy(record.witness or next((o.witness for o in record.obligations if o.witness), None))


def _tidy(witness: Witness | None) -> Witness | None:
    if witness is None:
        return None
    point = tuple(coordinate._replace(latex=display(coordinate.latex)) for coordinate in witness.point)
    return Witness(point, witness.left, witness.right)


def _suggestion(suggestion: Suggestion | None) -> Suggestion | None:
    if suggestion is None:
        return None
    return Suggestion(display(suggestion.latex), suggestion.typst, suggestion.text)


def _maths(pairs: Iterable[tuple[str, str]]) -> tuple[Math, ...]:
    return tuple(Math(display(latex), typst) for latex, typst in pairs)


def _anchors(labels: Iterable[str]) -> list[str]:
    """One distinct anchor a label, of letters, digits and hyphens, the same wherever the claim stands."""
    taken: set[str] = set()
    anchors = []
    for label in labels:
        base = "claim-" + (re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-") or "x")
        anchor, number = base, 1
        while anchor in taken:
            number += 1
            anchor = f"{base}-{number}"
        taken.add(anchor)
        anchors.append(anchor)
    return anchors
