"""What changed against the recorded verdicts, and whether that must stop the build.

Outcomes are not ranked: a reader relies on ``fails`` as much as on ``holds``.  Any change of a recorded outcome
is a regression, save from ``open`` to a decided one (``holds``, ``conditional``, ``fails``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from symcheck.lock import DECIDED, LockLine

# kind -> (does it fail the gate, what to say)
KINDS: dict[str, tuple[bool, str]] = {
    "regressed": (True, "was {before}, is now {after}"),
    "restated": (True, "the statement changed; recorded as {before}, is now {after}"),
    "removed": (True, "recorded as {before}, but the paper no longer claims it"),
    "decided": (False, "was {before}, is now {after}"),
    "new": (False, "is not recorded yet: {after}"),
    "reproved": (False, "{after} as before, by another certificate"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One claim that is not as recorded; ``before`` and ``after`` are outcomes, empty where there is no claim."""

    label: str
    kind: str
    before: str
    after: str

    @property
    def regressed(self) -> bool:
        """Whether this change alone fails the gate."""
        return KINDS[self.kind][0]

    def __str__(self) -> str:
        return f"{self.kind}: {self.label} {KINDS[self.kind][1].format(before=self.before, after=self.after)}"


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes, in the paper's order, removed claims last."""

    entries: tuple[Change, ...]

    @property
    def regressed(self) -> bool:
        """Whether anything that was relied on is no longer so."""
        return any(change.regressed for change in self.entries)

    def describe(self) -> list[str]:
        """One line a change for the reader, those that fail the gate first, and what to do about them."""
        ordered = sorted(self.entries, key=lambda change: not change.regressed)
        advice = ["if that is meant, record it with `make lock`"] if ordered else []
        return [*map(str, ordered), *advice]


def compare(old: Mapping[str, LockLine], new: Iterable[LockLine]) -> Changes:
    """The changes from the recorded lines to those just found."""
    found = {line.label: line for line in new}
    kinds = [(label, _kind(old.get(label), line)) for label, line in found.items()]
    kinds += [(label, "removed") for label in old if label not in found]
    return Changes(
        tuple(Change(label, kind, _outcome(old, label), _outcome(found, label)) for label, kind in kinds if kind)
    )


def _kind(before: LockLine | None, after: LockLine) -> str:
    """The kind of the change of one claim; empty if there is none."""
    if before is None:
        return "new"
    if before.outcome != after.outcome and (before.outcome != "open" or after.outcome not in DECIDED):
        return "regressed"
    if before.statement != after.statement:
        return "restated"
    if before.outcome != after.outcome:
        return "decided"
    return "reproved" if before.certificate != after.certificate else ""


def _outcome(lines: Mapping[str, LockLine], label: str) -> str:
    """The outcome recorded for a label, if any."""
    return lines[label].outcome if label in lines else ""
