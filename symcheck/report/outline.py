"""The one document that all renderers print: order, counts, anchors and summaries are decided here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from symcheck.report.document import (
    OUTCOMES,
    Coverage,
    Finding,
    Math,
    Obligation,
    Record,
    Report,
    Step,
    Suggestion,
    Units,
    Witness,
)
from symcheck.report.formulas import display, same_print
from symcheck.report.shown import (
    MIXED,
    Certificate,
    Count,
    Document,
    Entry,
    Fault,
    Proof,
    Reference,
    Rule,
    Section,
    Table,
)

DIGEST_SHOWN = 12
SUFFIX = ".certificate.json"


def outline(report: Report) -> Document:
    """The document of ``report``; the same report gives the same document."""
    anchors = dict(zip((r.label for r in report.claims), _anchors(r.label for r in report.claims), strict=True))
    entries = [(record.section, _entry(record, anchors)) for record in report.claims]
    numbers = Counter(record.outcome for record in report.claims)
    named = {entry.label: entry for _, entry in entries}
    return Document(
        paper=report.paper,
        total=len(entries),
        counts=tuple(Count(row, numbers[row.name]) for row in OUTCOMES.values() if numbers[row.name]),
        statements=sum(len(record.obligations) for record in report.claims),
        findings=tuple(_fault(number, f, named, report.units) for number, f in enumerate(report.findings, 1)),
        units=report.units,
        owed=tuple(e for _, e in entries if e.outcome.name == "open"),
        coverage=_coverage(report.coverage),
        sections=_sections(entries),
        versions=tuple(sorted(report.versions.items())),
    )


def _fault(number: int, finding: Finding, entries: dict[str, Entry], units: Units | None) -> Fault:
    """All sides of a contradiction are printed in full, of other findings the claim that shows it best."""
    claims, wrong = ([entries[label] for label in labels] for labels in (finding.claims, finding.wrong))
    order = list(OUTCOMES)
    shown = claims if finding.contradiction else wrong[:1]
    remarks = units.findings if units and finding.units else ()
    mixed = (r.text for r in remarks if finding.wrong[0] in (r.label, *r.also))
    return Fault(
        number=number,
        anchor=f"finding-{number}",
        consequence=finding.consequence,
        outcome=MIXED if finding.units else min((e.outcome for e in wrong), key=lambda o: order.index(o.name)),
        title=_displayed(finding.title),
        shown=tuple(shown),
        wrong=tuple(entry for entry in shown if entry in wrong),
        others=tuple(entry for entry in wrong if entry not in shown),
        so=_displayed(finding.so),
        contradiction=finding.contradiction,
        units=_displayed(part for text in mixed for part in (*text, " ")),
        affected=tuple(entries[label] for label in finding.affected),
    )


def _coverage(rows: tuple[Coverage, ...]) -> Table | None:
    if not rows:
        return None
    missing = tuple(place for row in rows for place in row.missing)
    unused = tuple(place for row in rows for place in row.unused)
    numbers = (sum(r.entries for r in rows), sum(r.decided for r in rows), sum(r.open for r in rows))
    return Table(rows, Coverage("all", *numbers, missing, unused))


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
        contrary=_maths(record.contrary),
        suggestion=_suggestion(record.suggestion),
        uses=tuple(Reference(label, anchors.get(label, "")) for label in record.uses),
        note=record.note,
        owed=record.owed,
    )


def _quote(record: Record) -> tuple[str | Math, ...]:
    """The quoted sentence; for one that came without its parts, all of it as text."""
    if record.quote or record.understood:
        return _displayed(record.quote)
    return (record.printed,)


def _displayed(parts: Iterable[str | Math]) -> tuple[str | Math, ...]:
    return tuple(part if isinstance(part, str) else Math(display(part[0]), part[1]) for part in parts)


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
        if obligation.outcome == "fails" and obligation.witness is not None and not obligation.against:
            same = same_print(obligation.latex, record.understood)
            return None if same else Math(display(obligation.latex), obligation.typst)
    return None


def _witness(record: Record) -> Witness | None:
    """The claim's witness; if it has none, that of its first obligation with one."""
    own = (o.witness for o in record.obligations if o.witness and not o.against)
    return _tidy(record.witness or next(own, None))


def _tidy(witness: Witness | None) -> Witness | None:
    if witness is None:
        return None
    point = tuple(coordinate._replace(latex=display(coordinate.latex)) for coordinate in witness.point)
    return Witness(point, witness.left, witness.right, witness.relation)


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
