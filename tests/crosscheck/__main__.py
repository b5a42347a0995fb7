"""``python -m tests.crosscheck [FOLDER …]``: what others say to what symcheck has proved and refuted.

Every statement of the folders, which hold certificates as the kernel replays them, and every claim of the tests' own
tables and of ``bench/corpus.jsonl`` that symcheck decides, is evaluated by python-flint's balls at random points that
satisfy what is given; equations are put to Maxima too, where it is installed.  Nothing of the kernel is used.  Any
disagreement is printed, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from symcheck.checking import WORK
from symcheck.workers import Pool, Stopped
from tests.crosscheck import maxima
from tests.kernel.attack.corpus import CLAIMS
from tests.second.opinion import CONTRADICTS, UNKNOWN, opinion
from tests.test_checking import PROVED, REFUTED

ROOT = Path(__file__).parent.parent.parent
BENCH = ROOT / "bench" / "corpus.jsonl"


@dataclass(frozen=True)
class Verdict:
    """A statement and a certificate, JSON values, and the outcome."""

    name: str
    outcome: str
    statement: Any
    certificate: Any


def from_folder(folder: Path) -> Iterator[Verdict]:
    """The decided statements of a folder with an index."""
    for entry in json.loads((folder / "index.json").read_text("utf-8")):
        if entry["outcome"] != "open":
            parts = [json.loads((folder / f"{entry['name']}.{k}.json").read_text("utf-8")) for k in KINDS]
            yield Verdict(entry["name"], entry["outcome"], *parts)


KINDS = ("statement", "certificate")


def claims() -> Iterator[dict[str, Any]]:
    """The claims of the tests' tables, and of the benchmark if there is one."""
    for table in (PROVED, REFUTED):
        for claim, (given, symbols, _) in table.items():
            yield {"claim": claim, "given": given, "symbols": symbols}
    for claim, given, symbols in CLAIMS:
        yield {"claim": claim, "given": given, "symbols": symbols}
    if BENCH.is_file():
        yield from map(json.loads, filter(str.strip, BENCH.read_text("utf-8").splitlines()))


def decided(rows: Iterable[dict[str, Any]], jobs: int, limit: float) -> list[Verdict]:
    """What symcheck decides of some claims."""
    listed = list(rows)
    tasks = [(i, {"query": row, "limit": limit, "strict": False}) for i, row in enumerate(listed)]
    found = []
    for _, answer in sorted(Pool(WORK, jobs).run(tasks), key=lambda pair: pair[0]):
        if not isinstance(answer, Stopped) and answer["certificate"] is not None:
            found.append(Verdict(answer["read"], answer["verdict"], answer["statement"], answer["certificate"]))
    return found


def compare(verdicts: Iterable[Verdict], points: int) -> tuple[Counter[str], Counter[str], list[str]]:
    """How many verdicts balls agree with, why the others could not be looked at, and the disagreements."""
    words, reasons, against = Counter[str](), Counter[str](), list[str]()
    for verdict in verdicts:
        found = opinion(verdict.statement, verdict.outcome, verdict.certificate, wanted=points)
        words[found.word] += 1
        words["points"] += found.points
        if found.word == UNKNOWN:
            reasons[found.why] += 1
        if found.word == CONTRADICTS:
            against.append(f"{verdict.outcome} {verdict.name}: {found.why}{' (by a tolerance)' if found.loose else ''}")
    return words, reasons, against


def by_maxima(verdicts: Iterable[Verdict]) -> tuple[Counter[str], list[str]]:
    """What Maxima says to the equations that are proved; another number than 0 for a difference is a disagreement."""
    asked: list[tuple[Verdict, str]] = []
    for verdict in verdicts:
        try:
            if verdict.outcome == "proved":
                asked.append((verdict, maxima.question(verdict.statement)))
        except maxima.Unwritable:
            continue
    answers = maxima.ask(question for _, question in asked)
    against = [v.name for (v, _), word in zip(asked, answers, strict=True) if word == maxima.NUMBER]
    return Counter(answers), [f"proved {name}: Maxima has another number than 0 for the difference" for name in against]


def main(arguments: list[str]) -> int:
    """Compare, and say how many verdicts were looked at; see the module's description."""
    parser = argparse.ArgumentParser(prog="python -m tests.crosscheck", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, help="folders of certificates")
    parser.add_argument("--points", type=int, default=20, help="for each statement (default: 20)")
    parser.add_argument("--timeout", type=float, default=10, help="seconds for a claim (default: 10)")
    parser.add_argument("--jobs", type=int, default=2, help="worker processes (default: 2)")
    parser.add_argument("--no-claims", action="store_true", help="the folders alone")
    args = parser.parse_args(arguments)
    verdicts = [v for folder in args.folders for v in from_folder(folder)]
    print(f"{len(verdicts)} verdicts from {len(args.folders)} folders")
    if not args.no_claims:
        rows = list(claims())
        found = decided(rows, args.jobs, args.timeout)
        print(f"{len(found)} verdicts on {len(rows)} claims")
        verdicts += found
    words, reasons, against = compare(verdicts, args.points)
    print(f"balls: {words['agrees']} agree, at {words['points']} points; {words[UNKNOWN]} could not be looked at:")
    for reason, count in reasons.most_common():
        print(f"  {count:4} {reason}")
    if maxima.there():
        answers, more = by_maxima(verdicts)
        against += more
        shown = ", ".join(f"{answers[word]} {word}" for word in (maxima.ZERO, maxima.NUMBER, maxima.OTHER, "error"))
        print(f"Maxima: the difference of {sum(answers.values())} equations after radcan: {shown}")
    else:
        print("Maxima is not installed: skipped")
    for line in against:
        print(f"DISAGREES {line}")
    print(f"crosscheck: {len(verdicts)} verdicts, {len(against)} disagreements")
    return 1 if against else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
