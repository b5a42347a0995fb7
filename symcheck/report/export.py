"""A report as plain data for ``verdicts.json``."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from symcheck.report.document import Finding, Math, Obligation, Record, Report, Units, Witness


def to_json(report: Report) -> dict[str, Any]:
    """``verdicts.json`` as plain data; findings come most consequential first, claims in the paper's order."""
    paper = report.paper
    return {
        "paper": {"title": paper.title, "authors": list(paper.authors), "source": paper.source, "key": paper.key},
        "findings": [_finding(finding) for finding in report.findings],
        "coverage": [asdict(row) for row in report.coverage],
        "units": _units(report.units) if report.units else None,
        "claims": [_claim(record) for record in report.claims],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "title": _text(finding.title),
        "consequence": finding.consequence,
        "claims": list(finding.claims),
        "wrong": list(finding.wrong),
        "so": _text(finding.so),
        "contradiction": finding.contradiction,
        "units": finding.units,
        "affected": list(finding.affected),
    }


def _units(units: Units) -> dict[str, Any]:
    kinds = {"findings": units.findings, "fixed": units.fixed, "unchecked": units.unchecked}
    listed = {kind: [{**asdict(r), "text": _text(r.text)} for r in remarks] for kind, remarks in kinds.items()}
    return {"checked": units.checked, **listed}


def _text(parts: tuple[str | Math, ...]) -> str:
    return "".join(part if isinstance(part, str) else f"${part.latex}$" for part in parts)


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
        "contrary": [math[0] for math in record.contrary],
        "witness": _witness(record.witness),
        "suggestion": {"latex": suggestion.latex, "text": suggestion.text} if suggestion else None,
        "obligations": [_obligation(obligation) for obligation in record.obligations],
        "certificate": list(record.certificate),
        "uses": list(record.uses),
        "owed": list(record.owed),
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
