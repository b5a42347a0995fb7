"""From findings to the report: outcomes of claims, and every formula printed in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from symcheck.engine import Findings, Verdict
from symcheck.errors import InputError
from symcheck.kernel.term import Term, call, from_json, map_args, sym
from symcheck.latex.notation import Notation
from symcheck.latex.printer import to_latex
from symcheck.latex.spelling import GREEK
from symcheck.latex.tree import Chain, Formula
from symcheck.latex.typst import to_typst
from symcheck.obligations import Book
from symcheck.reading import reference
from symcheck.report import (
    Coordinate,
    Math,
    Obligation,
    Paper,
    Record,
    Report,
    Step,
    Suggestion,
    Witness,
)

HOW = {
    "combine": "algebra",
    "derivative": "derivatives",
    "integral": "antiderivative",
    "at_least": "a lower bound of the integral",
    "maximum": "attained bound",
    "cases": "cases",
    "absurd": "cases",
    "enclose": "enclosure",
    "cite": "an earlier claim",
}
ROLES = {
    "derived": "derived = printed",
    "says": "said formally",
    "repaired": "under the condition",
    "suggested": "the suggestion",
}
SOUND = ("holds", "conditional", "definition")
INLINE = re.compile(r"(?<!\\)\$((?:[^$\\]|\\.)+)\$")


def outcomes(book: Book, findings: Mapping[str, Findings]) -> dict[str, str]:
    """The outcome of each claim; one that rests on a claim that does not stand is open."""
    found = {label: _own(finding) for label, finding in findings.items()}
    shaken = True
    while shaken:
        before = dict(found)
        for label in (o for o, outcome in before.items() if outcome in ("holds", "conditional")):
            if any(found.get(other, "open") not in SOUND for other in book.rests_on(label)):
                found[label] = "open"
            elif any(found.get(other) == "conditional" for other in book.relied_on(label)):
                found[label] = "conditional"
        shaken = found != before
    return found


def _own(found: Findings) -> str:
    kinds = {v.outcome for v in found.verdicts}
    if "refuted" in kinds:
        refuted = [v for v in found.verdicts if v.outcome == "refuted"]
        repaired = {v.obligation.name for v in found.repaired if v.outcome == "proved"}
        saved = all(v.obligation.name in repaired for v in refuted)
        return "conditional" if saved and "open" not in kinds else "fails"
    return "open" if "open" in kinds else "holds" if kinds else "definition"


class Scribe:
    """Prints terms and formulas in the notation of one claim."""

    def __init__(self, notation: Notation) -> None:
        self.notation = notation

    def math(self, item: Term | Formula) -> Math:
        """The item in LaTeX and Typst."""
        shown = _formula(item) if isinstance(item, Formula) else _surface(item)
        return Math(to_latex(shown, self.notation), to_typst(shown, self.notation))

    def display(self, formula: Formula) -> Math:
        """A formula with a row for each relation."""
        return Math(to_latex(formula, self.notation, rows=True), to_typst(formula, self.notation, rows=True))

    def witness(self, verdict: Verdict) -> Witness | None:
        """The point of a refutation."""
        if verdict.outcome != "refuted":
            return None
        point = [self._coordinate(name, value) for name, value in verdict.certificate["point"].items()]
        for name, (params, body) in verdict.certificate["functions"].items():
            point.append(self._function(name, params, body))
        left, right = verdict.sides or (None, None)
        shown = verdict.obligation.shown
        if shown.relations == ("approx",):  # the value, and what is printed, instead of the end of what rounds to it
            value = right if verdict.obligation.statement.goal.left.head == "add" else left
            left, right = value, to_latex(shown.terms[1], self.notation)
        return Witness(tuple(point), left, right)

    def _coordinate(self, name: str, value: str) -> Coordinate:
        latex, typst = self.math(Term("sym", name=name))
        return Coordinate(latex, typst, value)

    def _function(self, name: str, params: list[str], body: Any) -> Coordinate:
        latex, typst = self.math(call(name, *map(sym, params)))
        value = self.math(from_json(body))
        return Coordinate(latex, typst, value.latex, value)


def _surface(term: Term) -> Term:
    """Kernel names of differentials back to what is printed."""
    if term.head == "sym" and term.name.startswith("d'") and len(term.name) > 2:
        return Term("differential", (Term("sym", name=term.name[2:]),))
    return map_args(term, _surface) if term.args else term


def _formula(formula: Formula) -> Formula:
    parts = tuple(Chain(tuple(map(_surface, p.terms)), p.relations) for p in formula.parts)
    return Formula(parts, formula.connectives)


def report(book: Book, findings: Mapping[str, Findings], versions: Mapping[str, str]) -> Report:
    """The report of one run."""
    decided = outcomes(book, findings)
    records = tuple(_record(book, found, decided) for found in findings.values())
    coverage = {
        "formulas": len(book.entries),
        "with_outcome": sum(o != "open" for o in decided.values()),
        "claims": len(records),
        "obligations": sum(len(f.verdicts) for f in findings.values()),
    }
    paper = book.paper
    return Report(Paper(paper.title, paper.authors, paper.source, paper.key), records, coverage, dict(versions))


def _record(book: Book, found: Findings, decided: Mapping[str, str]) -> Record:
    label = found.label
    entry, claim, formula = book.entries[label], book.claims[label], book.formula(label)
    scribe = Scribe(book.scopes[label].notation)
    understood = scribe.display(formula) if formula else Math("", "")
    refuted = next((v for v in found.verdicts if v.outcome == "refuted"), None)
    steps = tuple(Step(text, *scribe.math(term)) for text, term in found.steps)
    rests_on = book.rests_on(label)
    outcome = decided[label]
    return Record(
        label=label,
        place=f"§{entry.section.split()[0]}, {entry.place}",
        section=entry.section,
        printed=entry.text,
        understood=understood.latex,
        understood_typst=understood.typst,
        kind=_kind(found, entry.kind),
        outcome=outcome,
        how=_how(book, found, outcome, decided),
        quote=() if formula else _quote(book, scribe, label),
        derived=steps[-1].latex if steps else None,
        derived_typst=steps[-1].typst if steps else None,
        steps=steps,
        given=_given(book, scribe, found),
        conditions=_conditions(book, scribe, label, decided) if outcome == "conditional" else (),
        obligations=_obligations(scribe, found),
        witness=scribe.witness(refuted) if refuted else None,
        suggestion=_suggestion(scribe, found),
        certificate=tuple(certificate_name(v) for v in found.verdicts if v.certificate),
        uses=tuple(other for other in rests_on if not _through(book, other, rests_on)),
        note=claim.note,
        seconds=round(sum(v.seconds for v in found.verdicts), 3),
    )


def certificate_name(verdict: Verdict, role: str = "") -> str:
    """The file of a verdict's certificate."""
    suffix = f"-{role}" if role in ("repaired", "suggested") else ""
    return f"{verdict.obligation.name}{suffix}.certificate.json"


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
    used = {rule for v in found.verdicts for rule in rules(v.certificate)}
    relations = {r for v in found.verdicts for r in v.obligation.shown.relations}
    for rule, kind in (("integral", "integral"), ("maximum", "maximum"), ("derivative", "derivative")):
        if rule in used:
            return kind
    if "approx" in relations:
        return "rounding"
    if relations & {"lt", "le", "gt", "ge", "ne"}:
        return "inequality"
    return "equality" if found.verdicts else "definition" if entry_kind == "equation" else "sentence"


def _how(book: Book, found: Findings, outcome: str, decided: Mapping[str, str]) -> str:
    if outcome == "definition":
        premise = "premise" in book.claims[found.label].roles.values()
        return "an assumption" if premise else ""
    if outcome == "open":
        shaky = [o for o in book.rests_on(found.label) if decided[o] not in SOUND]
        reasons = [v.reason for v in found.verdicts if v.outcome == "open"]
        return reasons[0] if reasons else f"rests on {', '.join(shaky)}"
    if any(v.outcome == "refuted" for v in found.verdicts):
        return "an exact counterexample"
    if outcome == "conditional":
        return f"rests on {', '.join(o for o in book.relied_on(found.label) if decided[o] == 'conditional')}"
    used = dict.fromkeys(HOW[r] for v in found.verdicts for r in rules(v.certificate))
    return ", ".join(used)


def _given(book: Book, scribe: Scribe, found: Findings) -> tuple[Math, ...]:
    """What is assumed, and the definitions in use that are the author's own, not formulas of the paper."""
    used = {d.name for v in found.verdicts for d in v.obligation.statement.definitions}
    own = [book.parse(found.label, text) for text in book.scopes[found.label].define if reference(text) is None]
    formulas = [f for f in own if f.parts[0].terms[0].name in used]
    formulas += [f for v in found.verdicts for f in v.obligation.assumed]
    return tuple(scribe.math(f) for f in dict.fromkeys(formulas))


def _conditions(book: Book, scribe: Scribe, label: str, decided: Mapping[str, str]) -> tuple[Math, ...]:
    """The claim's own conditions, if it needs them, and those of the claims that it takes for true."""
    rested = [other for other in book.relied_on(label) if decided.get(other) == "conditional"]
    found = [m for other in rested for m in _conditions(book, scribe, other, decided)]
    return tuple(dict.fromkeys([*(scribe.math(book.parse(label, c)) for c in book.claims[label].unless), *found]))


def _quote(book: Book, scribe: Scribe, label: str) -> tuple[str | Math, ...]:
    """A quoted sentence, its formulas set where they can be read; Typst source is missing where they can't."""
    parts: list[str | Math] = []
    for index, part in enumerate(INLINE.split(book.entries[label].text)):
        if index % 2 == 0:
            parts.append(part)
            continue
        try:
            parts.append(Math(part, scribe.math(book.parse(label, part)).typst))
        except InputError:  # the name of a function alone is no expression
            name = part.strip().removeprefix("\\")
            parts.append(Math(part, name if name in GREEK or (len(name) == 1 and name.isalpha()) else ""))
    return tuple(part for part in parts if part)


def _through(book: Book, label: str, others: Iterable[str]) -> bool:
    """Whether one of ``others`` rests on ``label``, and not the reverse."""
    return any(label in book.rests_on(other) and other not in book.rests_on(label) for other in others)


def _obligations(scribe: Scribe, found: Findings) -> tuple[Obligation, ...]:
    owed = [_obligation(scribe, v, v.obligation.role) for v in found.verdicts]
    owed += [_obligation(scribe, v, "repaired") for v in found.repaired]
    owed += [_obligation(scribe, found.suggestion[1], "suggested")] if found.suggestion else []
    return tuple(owed)


def _obligation(scribe: Scribe, verdict: Verdict, role: str) -> Obligation:
    owed = verdict.obligation
    return Obligation(
        *scribe.math(Formula((owed.shown,))),
        outcome={"proved": "holds", "refuted": "fails", "open": "open"}[verdict.outcome],
        text=ROLES.get(role, ""),
        rules=tuple(dict.fromkeys(HOW[r] for r in rules(verdict.certificate))),
        certificate=certificate_name(verdict, role) if verdict.certificate else "",
        digest=verdict.digest,
        seconds=verdict.seconds,
        reason=verdict.reason,
        witness=scribe.witness(verdict),
    )


def _suggestion(scribe: Scribe, found: Findings) -> Suggestion | None:
    if found.suggestion is None:
        return None
    text, verdict = found.suggestion
    return Suggestion(*scribe.math(Formula((verdict.obligation.shown,))), text)
