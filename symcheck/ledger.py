"""From verdicts to the report: one record a claim, the findings, and what is covered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from symcheck.elaborate import chain_links
from symcheck.engine import Findings, Verdict
from symcheck.findings import Fault, faults
from symcheck.latex.notation import Notation
from symcheck.latex.tree import Chain, Formula
from symcheck.obligations import Book
from symcheck.outcomes import AGAINST, BOUND_REFUTED, SOUND, contrary, outcomes, refutations
from symcheck.paper import Entry
from symcheck.reading import reference
from symcheck.report import Coverage, Finding, Math, Obligation, Paper, Record, Remark, Report, Step, Suggestion, Units
from symcheck.scribe import Scribe, prose
from symcheck.units.verdicts import UnitVerdict, check_units, distinct, units_of

HOW = {
    "combine": "algebra",
    "derivative": "derivatives",
    "integral": "antiderivative",
    "at_least": "a lower bound of the integral",
    "maximum": "attained bound",
    "attained": "the extreme value theorem",
    "beneath": "a maximum",
    "rising": "the sign of a derivative",
    "stationary": "a first-order condition",
    **dict.fromkeys(("cases", "absurd"), "cases"),
    "enclose": "enclosure",
    "box": "enclosure of a range",
    "use": "an assumption about all values",
    **dict.fromkeys(("expand", "last", "termwise"), "a finite sum term by term"),
    "telescope": "differences that add up",
    "induction": "induction",
    "next": "whole numbers",
    "approach": "continuity",
    "near": "a limit",
    "order": "the order of limits",
    "squeeze": "a limit between two",
    "compose": "a limit of parts",
    "definition": "a limit by its definition",
    "along": "a limit along another term",
    "vanishing": "the terms of a series",
    "pieces": "an integral in pieces",
    "improper": "an improper integral",
    "leibniz": "Leibniz's rule",
    "lhopital": "L'Hôpital's rule",
    "law": "a textbook law",
    "cite": "an earlier claim",
}
ROLES = {
    "derived": "derived = printed",
    "says": "said formally",
    "bound": "with an explicit constant",
    "defined": "defined, and for some values",
    "denied": "the contrary",
    "outside": "the contrary, outside the condition",
    "repaired": "under the condition",
    "suggested": "the suggestion",
}
APPENDIX = re.compile(r"[A-Z](\.[0-9]+)*\.?")


def report(book: Book, findings: Mapping[str, Findings], versions: Mapping[str, str]) -> Report:
    """The report of one run."""
    decided = outcomes(book, findings)
    records = tuple(_record(book, findings, label, decided) for label in findings)
    found = units(book)
    mixed = mixed_units(found)
    listed = tuple(_finding(book, fault) for fault in faults(book, findings, decided, mixed))
    paper = Paper(book.paper.title, book.paper.authors, book.paper.source, book.paper.key)
    return Report(paper, records, listed, coverage(book, findings, decided), found, dict(versions))


def units(book: Book) -> Units | None:
    """What is found about the units of a paper that says what its symbols carry."""
    table = units_of(book.paper)
    if table is None:
        return None
    verdicts = check_units(book, table)
    kinds = {kind: distinct(verdicts, kind) for kind in ("finding", "fixes", "unchecked")}
    remarks = (tuple(_remark(book, v, table.notation) for v in kinds[kind]) for kind in kinds)
    return Units(sum(v.outcome not in ("silent", "unchecked") for v in verdicts), *remarks)


def mixed_units(units: Units | None) -> frozenset[str]:
    """The labels of what is not consistent in its units."""
    return frozenset(label for r in (units.findings if units else ()) for label in (r.label, *r.also))


def _remark(book: Book, verdict: UnitVerdict, notation: Notation) -> Remark:
    scope = book.scopes.get(verdict.label)
    text = prose(scope.notation if scope else notation, verdict.text)
    return Remark(verdict.label, place(book.entries[verdict.label]), text, verdict.also)


def coverage(book: Book, findings: Mapping[str, Findings], decided: Mapping[str, str]) -> tuple[Coverage, ...]:
    """How much of each section has an outcome, in the paper's order; sections of one title count as one."""
    sections: dict[str, list[Entry]] = {}
    for entry in book.entries.values():
        sections.setdefault(entry.section, []).append(entry)
    used = {other for found in findings.values() for other in book.needs(found.label, _defined(found))}
    return tuple(
        Coverage(
            title,
            len(entries),
            sum(decided.get(e.label, "open") != "open" for e in entries),
            sum(decided.get(e.label) == "open" for e in entries),
            tuple(f"{place(e)} ({e.label})" for e in entries if e.label not in decided),
            tuple(
                f"{place(e)} ({e.label})"
                for e in entries
                if decided.get(e.label) == "definition" and e.label not in used and _defines(book, e.label)
            ),
        )
        for title, entries in sections.items()
    )


def _defined(found: Findings) -> set[str]:
    """The names whose definitions what was to be decided is written in."""
    return {d.name for v in found.verdicts for d in v.obligation.statement.definitions}


def _defines(book: Book, label: str) -> bool:
    return "definition" in book.claims[label].roles.values()


def place(entry: Entry) -> str:
    """Where an entry stands, as one cites it: a section by its number, an appendix by its letter, or by its name."""
    number, _, rest = entry.section.partition(" ")
    if number[:1].isdigit():
        section = f"§{number.rstrip('.')}"
    elif rest and APPENDIX.fullmatch(number):
        section = f"Appendix {number.rstrip('.')}"
    else:
        section = entry.section
    return f"{section}, {entry.place}"


def _finding(book: Book, fault: Fault) -> Finding:
    said = fault.finding
    if said is None:
        return Finding(fault.claims, fault.wrong, fault.consequence, affected=fault.affected)
    title, so = (prose(book.scopes[said.claims[0]].notation, text) for text in (said.title, said.so))
    return Finding(
        fault.claims, fault.wrong, said.consequence, title, so, said.contradiction, said.units, fault.affected
    )


def _record(book: Book, findings: Mapping[str, Findings], label: str, decided: Mapping[str, str]) -> Record:
    found, entry, claim, formula = findings[label], book.entries[label], book.claims[label], book.formula(label)
    scribe = Scribe(book.scopes[label].notation)
    understood = scribe.display(formula) if formula else Math("", "")
    refuted = next(iter(refutations(found)), None)
    steps = tuple(Step(text, *scribe.math(term)) for text, term in found.steps)
    rests_on = book.rests_on(label)
    outcome = decided[label]
    return Record(
        label=label,
        place=place(entry),
        section=entry.section,
        printed=entry.text,
        understood=understood.latex,
        understood_typst=understood.typst,
        kind=_kind(found, entry.kind),
        outcome=outcome,
        how=_how(book, found, outcome, decided),
        quote=() if formula else prose(scribe.notation, entry.text),
        derived=steps[-1].latex if steps else None,
        derived_typst=steps[-1].typst if steps else None,
        steps=steps,
        given=_given(book, scribe, found),
        conditions=_conditions(book, findings, label, decided) if outcome == "conditional" else (),
        contrary=tuple(scribe.math(v.obligation.stated) for v in contrary(found)),
        obligations=_obligations(scribe, found),
        witness=scribe.witness(refuted) if refuted else None,
        suggestion=_suggestion(scribe, found),
        certificate=tuple(certificate_name(v) for v in found.verdicts if v.certificate),
        uses=tuple(other for other in rests_on if not _through(book, other, rests_on)),
        note=claim.note,
        owed=_owed(book, found, decided) if outcome == "open" else (),
        seconds=round(sum(v.seconds for v in found.verdicts), 3),
    )


def certificate_name(verdict: Verdict, role: str = "") -> str:
    """The file of a verdict's certificate."""
    return f"{stem(verdict, role)}.certificate.json"


def stem(verdict: Verdict, role: str = "") -> str:
    """What the names of the files of a verdict begin with."""
    return verdict.obligation.name + (f"-{role}" if role in ("repaired", "suggested") else "")


def rules(certificate: Any) -> list[str]:
    """The rules that a certificate uses, nested ones included, in the order of their first use."""
    found: list[str] = []

    def visit(data: Any) -> None:
        if isinstance(data, dict):
            found.extend([data["by"]] if "by" in data else [])
            for value in data.values():
                visit(value)
        elif isinstance(data, list):
            for value in data:
                visit(value)

    visit(certificate)
    return list(dict.fromkeys(found))


def _kind(found: Findings, entry_kind: str) -> str:
    owed = [v for v in found.verdicts if v.obligation.role != "defined"]
    used = {rule for v in owed for rule in rules(v.certificate)}
    relations = {r for v in owed for r in v.obligation.shown.relations}
    for rule, kind in (("integral", "integral"), ("maximum", "maximum"), ("derivative", "derivative")):
        if rule in used:
            return kind
    if "approx" in relations:
        return "rounding"
    if relations & {"lt", "le", "gt", "ge", "ne"}:
        return "inequality"
    return "equality" if owed else "definition" if entry_kind == "equation" else "sentence"


def _how(book: Book, found: Findings, outcome: str, decided: Mapping[str, str]) -> str:
    if outcome == "definition":
        claim = book.claims[found.label]
        return "an assumption" if claim.status == "assumption" or "premise" in claim.roles.values() else ""
    if outcome == "open":
        return "; ".join(_owed(book, found, decided))
    if contrary(found) or refutations(found):
        shown = "the contrary is proved" if contrary(found) else "an exact counterexample"
        return f"{shown}{', and a proof under the condition' * (outcome == 'conditional')}"
    if outcome == "conditional":
        return f"rests on {', '.join(o for o in book.relied_on(found.label) if decided[o] == 'conditional')}"
    owed = (v for v in found.verdicts if v.obligation.role != "defined")
    used = dict.fromkeys(HOW[r] for v in owed for r in rules(v.certificate))
    return ", ".join(used)


def _owed(book: Book, found: Findings, decided: Mapping[str, str]) -> tuple[str, ...]:
    """What an open claim lacks: the reasons of its own obligations, and what it rests on that does not stand."""
    owed = [v for v in found.verdicts if v.obligation.role not in AGAINST] or found.verdicts
    own = [_reason(v) for v in owed if v.outcome != "proved"]
    shaky = [o for o in book.rests_on(found.label) if decided.get(o, "open") not in SOUND]
    rests = [f"rests on {', '.join(f'{o} ({decided[o]})' for o in shaky)}"] if shaky else []
    informal = ["it has no formal statement"] if book.claims[found.label].status == "informal" else []
    return tuple(dict.fromkeys([*informal, *filter(None, own), *rests]))


def _reason(verdict: Verdict) -> str:
    """Why a verdict decides nothing; empty if it does."""
    if verdict.outcome == "refuted":
        return BOUND_REFUTED if verdict.obligation.role == "bound" else ""
    return verdict.reason


def _given(book: Book, scribe: Scribe, found: Findings) -> tuple[Math, ...]:
    """What is assumed, and the definitions in use that are the author's own, not formulas of the paper."""
    used = {d.name for v in found.verdicts for d in v.obligation.statement.definitions}
    own = [book.parse(found.label, text) for text in book.scopes[found.label].define if reference(text) is None]
    formulas = [f for f in own if f.parts[0].terms[0].name in used]
    own_premises = {
        Formula((Chain((left, right), (relation,)),))
        for v in found.verdicts for part in v.obligation.premises for relation, left, right in chain_links(part)
    }  # fmt: skip
    formulas += [f for v in found.verdicts for f in v.obligation.assumed if f not in own_premises]
    return tuple(scribe.math(f) for f in dict.fromkeys(formulas))


def _conditions(
    book: Book, findings: Mapping[str, Findings], label: str, decided: Mapping[str, str]
) -> tuple[Math, ...]:
    """The claim's own conditions, if it needs them, and those of the claims that it takes for true."""
    scribe = Scribe(book.scopes[label].notation)
    rested = [other for other in book.relied_on(label) if decided.get(other) == "conditional"]
    found = [m for other in rested for m in _conditions(book, findings, other, decided)]
    return tuple(dict.fromkeys([*map(scribe.math, findings[label].conditions), *found]))


def _through(book: Book, label: str, others: Iterable[str]) -> bool:
    """Whether one of ``others`` rests on ``label``, and not the reverse."""
    return any(label in book.rests_on(other) and other not in book.rests_on(label) for other in others)


def _obligations(scribe: Scribe, found: Findings) -> tuple[Obligation, ...]:
    owed = [_obligation(scribe, v, v.obligation.role) for v in found.verdicts]
    owed += [_obligation(scribe, v, "repaired") for v in found.repaired]
    owed += [_obligation(scribe, v, "suggested") for v in found.suggestion.verdicts] if found.suggestion else []
    return tuple(owed)


def _obligation(scribe: Scribe, verdict: Verdict, role: str) -> Obligation:
    owed = verdict.obligation
    tried = role == "bound" and verdict.outcome == "refuted"  # a constant of ours was wrong, not the claim
    return Obligation(
        *scribe.math(owed.stated),
        outcome="open" if tried else {"proved": "holds", "refuted": "fails", "open": "open"}[verdict.outcome],
        text=ROLES.get(role, ""),
        rules=tuple(dict.fromkeys(HOW[r] for r in rules(verdict.certificate))),
        certificate=certificate_name(verdict, role) if verdict.certificate else "",
        digest=verdict.digest,
        seconds=verdict.seconds,
        reason=_reason(verdict),
        witness=None if tried else scribe.witness(verdict),
        against=role in AGAINST,
    )


def _suggestion(scribe: Scribe, found: Findings) -> Suggestion | None:
    if found.suggestion is None:
        return None
    return Suggestion(*scribe.math(found.suggestion.formula), found.suggestion.what)
