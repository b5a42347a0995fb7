"""The findings of a run, most consequential first: what an author of the derivation groups, and every other fault."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from symcheck.claim import CONSEQUENCES, Finding
from symcheck.engine import Findings
from symcheck.errors import InputError
from symcheck.obligations import Book
from symcheck.outcomes import AT_FAULT, contrary, refutations
from symcheck.reading import above

DEFAULT = "step"
"""The consequence of a fault that no author of the derivation has weighed."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding of a run: its claims, which of them are wrong (they come first), and which others suffer from it.

    ``finding`` is what an author wrote of it, if anything.
    """

    claims: tuple[str, ...]
    wrong: tuple[str, ...]
    affected: tuple[str, ...]
    finding: Finding | None = None

    @property
    def consequence(self) -> str:
        """A word of CONSEQUENCES."""
        return self.finding.consequence if self.finding else DEFAULT


def faults(
    book: Book, found: Mapping[str, Findings], decided: Mapping[str, str], mixed: Container[str] = ()
) -> list[Fault]:
    """All that is at fault, ordered by consequence.

    That is: by the word for it; fails before conditional; by the number of claims that suffer; wrong digits last; and
    then as in the paper.  Every claim that fails or needs a condition of its own is in at least one of them; one that
    is conditional only because of others is among the claims that suffer.  ``mixed`` are the labels of what is not
    consistent in its units.
    """
    own = [o for o in book.order() if decided[o] in AT_FAULT and (refutations(found[o]) or contrary(found[o]))]
    ties = Ties(book, decided)
    listed = [(f, _wrong(_claims(book, f), decided, mixed, f.units)) for f in book.paper.findings]
    grouped = {label for finding, wrong in listed for label in finding.claims if wrong and not finding.units}
    made = [ties.fault(finding.claims, wrong, finding) for finding, wrong in listed if wrong]
    made += [ties.fault((label,), (label,)) for label in own if label not in grouped]
    places = {label: number for number, label in enumerate(book.order())}
    return sorted(made, key=lambda fault: _weight(fault, found, decided, places))


def lapsed(book: Book, decided: Mapping[str, str], mixed: Container[str] = ()) -> list[str]:
    """What is wrong with the findings that a derivation lists: those of which this run finds that all is well."""
    lines = []
    for finding in book.paper.findings:
        outcomes = {label: decided[label] for label in _claims(book, finding)}
        stands = finding.units or all(outcome in ("holds", "definition") for outcome in outcomes.values())
        if stands and not _wrong(finding.claims, decided, mixed, finding.units):
            said = "names claims that contradict each other" if finding.contradiction else "is no longer one"
            shown = ", ".join(
                f"{label} {'consistent units' if finding.units else outcome}" for label, outcome in outcomes.items()
            )
            lines.append(f"finding “{finding.title}” {said}: {shown}")
    return lines


def _claims(book: Book, finding: Finding) -> tuple[str, ...]:
    """The labels of a finding, checked; InputError where it was written."""
    stray = [label for label in finding.claims if label not in book.claims]
    problem = "it names no claim" if not finding.claims else f"no claim is about {', '.join(stray)}" if stray else ""
    if finding.consequence not in CONSEQUENCES:
        problem = f"its consequence is none of {', '.join(CONSEQUENCES)}"
    if finding.contradiction and len(set(finding.claims)) < 2:
        problem = "a contradiction is between two claims or more"
    if problem:
        raise InputError(f"finding “{finding.title}”: {problem}", finding.source, finding.line)
    return finding.claims


def _wrong(labels: Iterable[str], decided: Mapping[str, str], mixed: Container[str], units: bool) -> tuple[str, ...]:
    return tuple(o for o in dict.fromkeys(labels) if (o in mixed if units else decided[o] in AT_FAULT))


class Ties:
    """What rests on what, in order to say what suffers from a fault."""

    def __init__(self, book: Book, decided: Mapping[str, str]) -> None:
        self.decided = decided
        self.rests = {label: frozenset(book.rests_on(label)) for label in book.order()}
        self.relies = {label: frozenset(book.relied_on(label)) for label in book.order()}

    def fault(self, labels: Iterable[str], wrong: tuple[str, ...], finding: Finding | None = None) -> Fault:
        """The fault of some claims, of which some are wrong."""
        claims = tuple(dict.fromkeys([*wrong, *labels]))
        fallen = above([o for o in wrong if self.decided[o] == "fails"], self.rests)
        bent = above([o for o in wrong if self.decided[o] == "conditional"], self.relies)
        worse = [o for o in self.rests if o in fallen | bent and self.decided[o] in ("open", "conditional")]
        return Fault(claims, wrong, tuple(o for o in worse if o not in claims), finding)


def _weight(
    fault: Fault, found: Mapping[str, Findings], decided: Mapping[str, str], places: Mapping[str, int]
) -> tuple[int, bool, int, bool, int]:
    """What faults are sorted by; the heaviest is the least."""
    refuted = [v for label in fault.wrong for v in refutations(found[label])]
    digits = bool(refuted) and all(v.obligation.shown.relations == ("approx",) for v in refuted)
    fails = any(decided[label] != "conditional" for label in fault.wrong)
    rank = list(CONSEQUENCES).index(fault.consequence)
    return rank, not fails, -len(fault.affected), digits, min(places[label] for label in fault.claims)
