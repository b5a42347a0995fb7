"""What the answers come to: a table by peer, one by class, and how the times for identities compare."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.corpus import CLASSES, Entry
from bench.peers.common import OPEN, PROVED, REFUTED

ABSENT = "not installed"
PEER_HEAD = (
    "", "proved", "refuted", "open", "wrongly accepted", "wrongly refused", "median s", "total s",
)  # fmt: skip
SPEED_HEAD = ("identities that", "claims", "median ratio", "ratio of totals")
CLASS_HEAD = ("class", "claims", "true", "proved", "false", "refuted", "open", "wrong")


@dataclass(frozen=True)
class Answer:
    """What a peer says of a claim, after how many seconds, and why it does not know."""

    verdict: str
    seconds: float
    reason: str = ""


Answers = Mapping[str, Answer]
"""One peer's answers by the id of the claim."""


def wrongly(entries: Iterable[Entry], answers: Answers) -> tuple[list[str], list[str]]:
    """The ids of false claims that are proved, and of true ones that are refuted."""
    pairs = [(entry, answers[entry.id].verdict) for entry in entries]
    accepted = [entry.id for entry, verdict in pairs if verdict == PROVED and not entry.truth]
    return accepted, [entry.id for entry, verdict in pairs if verdict == REFUTED and entry.truth]


def peer_table(entries: Sequence[Entry], found: Mapping[str, Answers | None]) -> list[list[str]]:
    """One row a peer, whose answers are None if it is not installed; what is wrong is proved or refuted too."""
    rows = [list(PEER_HEAD)]
    for peer, answers in found.items():
        if answers is None:
            rows.append([peer, ABSENT, *[""] * (len(PEER_HEAD) - 2)])
            continue
        counts = Counter(answers[entry.id].verdict for entry in entries)
        seconds = [answers[entry.id].seconds for entry in entries]
        rows.append(
            [peer, *(str(counts[verdict]) for verdict in (PROVED, REFUTED, OPEN))]
            + [str(len(ids)) for ids in wrongly(entries, answers)]
            + [f"{statistics.median(seconds):.3f}", f"{sum(seconds):.0f}"]
        )
    return rows


def class_table(entries: Sequence[Entry], answers: Answers) -> list[list[str]]:
    """One row a class, for one peer; proved are the true claims that are proved, refuted the false ones refuted."""
    rows = [list(CLASS_HEAD)]
    for kind in CLASSES:
        group = [entry for entry in entries if entry.kind == kind]
        if group:
            rows.append([kind, *map(str, _counts(group, answers))])
    return [*rows, ["all", *map(str, _counts(entries, answers))]]


def _counts(group: Sequence[Entry], answers: Answers) -> list[int]:
    said = Counter((entry.truth, answers[entry.id].verdict) for entry in group)
    true = sum(entry.truth for entry in group)
    unknown, wrong = said[True, OPEN] + said[False, OPEN], said[False, PROVED] + said[True, REFUTED]
    return [len(group), true, said[True, PROVED], len(group) - true, said[False, REFUTED], unknown, wrong]


def speed(entries: Sequence[Entry], own: Answers, other: Answers) -> list[list[str]]:
    """How many times longer the other takes for identities, by the median of the ratios and in total."""
    identities = [entry.id for entry in entries if entry.relation == "==" and entry.truth]
    both = [name for name in identities if own[name].verdict == other[name].verdict == PROVED]
    rows = [list(SPEED_HEAD)]
    for title, ids in (("are there", identities), ("both prove", both)):
        if ids:
            median = statistics.median(other[name].seconds / own[name].seconds for name in ids)
            total = sum(other[name].seconds for name in ids) / sum(own[name].seconds for name in ids)
            rows.append([title, str(len(ids)), f"{median:.1f}", f"{total:.1f}"])
    return rows


def markdown(rows: Sequence[Sequence[str]]) -> str:
    """A table whose columns are aligned as text too: the first to the left, the others to the right."""
    widths = [max(len(row[i]) for row in (*rows, ["--:"] * len(rows[0]))) for i in range(len(rows[0]))]
    lines = ["| " + " | ".join(_padded(row, widths)) + " |" for row in rows]
    rule = "| :" + "-" * (widths[0] - 1) + " | " + " | ".join("-" * (width - 1) + ":" for width in widths[1:]) + " |"
    return "\n".join([lines[0], rule, *lines[1:]])


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
