"""From verdicts to what the reader is told of each claim: holds, conditional, fails, open or definition."""

from __future__ import annotations

import re
from collections.abc import Mapping

from symcheck.engine import Findings, Verdict
from symcheck.obligations import Book

SOUND = ("holds", "conditional", "definition")
AT_FAULT = ("fails", "conditional")
DENIED = re.compile(r"_denied_(\d+)")
AGAINST = ("denied", "outside")
"""The roles of what a claim contradicts."""
BOUND_REFUTED = "the constant that was tried does not do"


def outcomes(book: Book, findings: Mapping[str, Findings]) -> dict[str, str]:
    """The outcome of each claim; one that rests on a claim that does not stand is open."""
    found = {label: _own(finding, book.claims[label].status) for label, finding in findings.items()}
    found |= {label: "open" for label in found if book.claims[label].status == "informal"}
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


def refutations(found: Findings) -> list[Verdict]:
    """The verdicts that refute the claim.

    What is refuted with role ``bound`` is a constant of ours, with another of these a statement that the claim
    contradicts; neither says that the claim is false.
    """
    return [v for v in found.verdicts if v.outcome == "refuted" and v.obligation.role not in ("bound", *AGAINST)]


def contrary(found: Findings) -> list[Verdict]:
    """The proof of the first statement that the claim contradicts, if one is proved, and proved in all its parts.

    One that contradicts it under its conditions too comes before those that do only outside them.
    """
    parts: dict[str, list[Verdict]] = {}
    for verdict in found.verdicts:
        if verdict.obligation.role in AGAINST:
            number = DENIED.search(verdict.obligation.name)
            parts.setdefault(number[1] if number else verdict.obligation.name, []).append(verdict)
    proved = [p for p in parts.values() if all(v.outcome == "proved" for v in p)]
    return min(proved, key=lambda p: AGAINST.index(p[0].obligation.role), default=[])


def _own(found: Findings, status: str) -> str:
    """What the claim's own obligations say; one that is informal, or only denied and in vain, is open.

    That a definition is defined makes it no claim; that this could not be shown leaves it open.
    """
    owed = [v for v in found.verdicts if v.obligation.role not in (*AGAINST, "defined")]
    undefined = any(v.outcome != "proved" for v in found.verdicts if v.obligation.role == "defined")
    refuted = refutations(found)
    undecided = undefined or any(v.outcome != "proved" for v in owed if v not in refuted)
    against = contrary(found)
    if against and against[0].obligation.role == "denied":
        return "fails"
    if refuted or against:
        repaired = {v.obligation.name for v in found.repaired if v.outcome == "proved"}
        saved = all(v.obligation.name in repaired for v in (owed if against else refuted))
        return "conditional" if owed and saved and not undecided else "fails"
    denied = any(v.obligation.role in AGAINST for v in found.verdicts)
    if undecided or status == "informal" or (denied and not owed):
        return "open"
    return "holds" if owed else "definition"
