"""``python -m bench``: ask symcheck and other programs for every claim of the corpus, and compare with the truth.

Progress goes to standard error, the tables to standard output and, if all peers were asked, into RESULTS.md.  Exit code
1 if symcheck is wrong about a claim.
"""

from __future__ import annotations

import argparse
import datetime
import importlib
import json
import os
import platform
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.corpus import CLASSES, CORPUS, Entry, read_corpus
from bench.peers.common import OPEN
from bench.results import Answer, Answers, class_table, markdown, peer_table, speed, wrongly
from symcheck.workers import Pool, Stopped

OWN, SIMPLIFY = "symcheck", "sympy simplify"
PEERS = {
    OWN: "own", SIMPLIFY: "simplify", "sympy equals": "equals", "Math-Verify": "mathverify", "Maxima": "maxima",
}  # fmt: skip
RESULTS = Path(__file__).with_name("RESULTS.md")
LIMIT = 10.0
SAY_EVERY = 5.0
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; see the module."""
    args = _arguments(arguments)
    entries = [e for e in read_corpus() if not args.classes or e.kind in args.classes]
    versions = {peer: _version(peer) for peer in args.only or PEERS}
    try:
        found = {peer: ask(peer, entries, args.jobs, args.timeout) if v else None for peer, v in versions.items()}
    except KeyboardInterrupt:
        say("interrupted; nothing is written")
        return INTERRUPTED
    text = report(entries, found)
    print(text)
    if args.json:
        args.json.write_text(json.dumps({p: a and {k: vars(v) for k, v in a.items()} for p, a in found.items()}))
    if not args.only and not args.classes:
        RESULTS.write_text(heading(versions, args.jobs, args.timeout) + text + "\n", "utf-8")
        say(f"written to {RESULTS.name}")
    own = found.get(OWN)
    return 1 if own and any(wrongly(entries, own)) else 0


def ask(peer: str, entries: Sequence[Entry], jobs: int, limit: float) -> dict[str, Answer]:
    """A peer's answers; a process that takes longer than the limit is killed and leaves the claim open."""
    answers: dict[str, Answer] = {}
    said = time.monotonic()
    results = Pool(f"bench.peers.{PEERS[peer]}:work", jobs).run(
        (e.id, {"query": e.query, "limit": limit}) for e in entries
    )
    try:
        for name, result in results:
            stopped = isinstance(result, Stopped)
            answers[name] = Answer(OPEN, limit, str(result)) if stopped else Answer(**result)
            if time.monotonic() - said > SAY_EVERY:
                said = time.monotonic()
                say(f"{peer}: {len(answers)} of {len(entries)}")
    finally:
        results.close()
    say(f"{peer}: done")
    return answers


def report(entries: Sequence[Entry], found: Mapping[str, Answers | None]) -> str:
    """The tables, what symcheck leaves open, and everything that is wrong, by id."""
    count = sum(not entry.truth for entry in entries)
    parts = [f"{len(entries)} claims, {count} of them false.", markdown(peer_table(entries, found))]
    own, other = found.get(OWN), found.get(SIMPLIFY)
    if own and other:
        parts += ["How many times as long as symcheck `simplify` takes:", markdown(speed(entries, own, other))]
    if own:
        parts += ["symcheck by class:", markdown(class_table(entries, own))]
        parts.append("Left open by symcheck: " + _listed([e.id for e in entries if own[e.id].verdict == OPEN]))
    for peer, answers in found.items():
        if answers:
            accepted, refused = wrongly(entries, answers)
            parts.append(f"{peer}, wrongly refused: {_listed(refused)}; wrongly accepted: {_listed(accepted)}")
            parts += ["\n".join(f"- `{e.text}`" for e in entries if e.id in accepted)] if accepted else []
    return "\n\n".join(parts)


def _listed(ids: Sequence[str]) -> str:
    return ", ".join(ids) or "none"


def heading(versions: Mapping[str, str], jobs: int, limit: float) -> str:
    """When, by what and on what the answers were found."""
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    present = ", ".join(dict.fromkeys(version for version in versions.values() if version))
    return (
        "# Results of `make bench`\n\n"
        f"{today}; {present}; Python {platform.python_version()}, {platform.system()}, a machine with {os.cpu_count()}"
        f" processors. {jobs} claims at a time, {limit:g} s for each, after which its process is killed. Proved and"
        " refuted include what is wrong. What a program can't be asked is open for it: inequalities for `.equals` and"
        " Math-Verify, growth for all but symcheck. Math-Verify takes no assumptions, and what it does not find equal"
        " it grades as wrong, which is counted as refuted.\n\n"
    )


def _version(peer: str) -> str:
    found: str = importlib.import_module(f"bench.peers.{PEERS[peer]}").version()
    if not found:
        say(f"{peer} is not installed; it is left out")
    return found


def say(text: str) -> None:
    """A line of progress."""
    print(text, file=sys.stderr, flush=True)


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=f"Ask several programs about {CORPUS.name}.")
    parser.add_argument("--only", action="append", choices=PEERS, metavar="PEER", help=f"of {', '.join(PEERS)}")
    parser.add_argument("--class", dest="classes", action="append", choices=CLASSES, metavar="CLASS", help="of claims")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="claims at a time")
    parser.add_argument("--timeout", type=float, default=LIMIT, metavar="S", help="seconds for a claim")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every answer there")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
