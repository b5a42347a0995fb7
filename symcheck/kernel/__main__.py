"""``python -m symcheck.kernel DIR``: replay every certificate of a folder; the exit code is the answer.

``DIR/index.json`` lists the obligations in an order in which each uses only earlier ones: name, outcome (proved,
refuted, or open, which has no certificate) and the SHA-256 of the statement and of the certificate.
``NAME.statement.json`` and ``NAME.certificate.json`` are separate inputs.  Exit code 0: everything replays; 1:
something does not; 2: the folder can't be read.  With ``-v`` every statement is shown.  In place of the folder may
stand a file with one outcome, statement and certificate, as ``symcheck check --certificate`` writes it.
"""

from __future__ import annotations

import json
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from symcheck.kernel.check import check
from symcheck.kernel.statement import Statement, digest, statement_from_json
from symcheck.kernel.term import Reject, as_list, as_table, require

FORBIDDEN = ("sympy", "mpmath", "flint", "z3", "numpy")
FAILURES = (Reject, RecursionError, OSError, ValueError)


def read(path: Path) -> Any:
    """The JSON value in a file; duplicate keys, NaN and floats are rejected."""

    def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        require(len(dict(pairs)) == len(pairs), path.name, "has a key twice")
        return dict(pairs)

    def refuse(text: str) -> Any:
        raise Reject(f"{path.name}: {text} is not exact")

    return json.loads(path.read_text("utf-8"), object_pairs_hook=table, parse_float=refuse, parse_constant=refuse)


def replay(folder: Path, say: bool) -> tuple[int, list[str]]:
    """The number of certificates that replay, and the reasons of those that don't."""
    entries = [as_table(entry) for entry in as_list(read(folder / "index.json"))]
    names = [entry.get("name") for entry in entries]
    plain = all(isinstance(n, str) and n.replace("-", "").replace("_", "").isalnum() for n in names)
    require(plain and len(set(names)) == len(names), "index.json has a name twice, or one that is no plain file name")
    expected = {f"{entry['name']}.certificate.json" for entry in entries if entry.get("outcome") != "open"}
    found = {path.name for path in folder.glob("*.certificate.json")}
    good, reasons = 0, [f"{name}: not in index.json" for name in sorted(found - expected)]
    judged: dict[str, Statement] = {}
    for entry in entries:
        try:
            statement = _replay(folder, entry, judged)
        except FAILURES as reason:
            reasons.append(f"{entry['name']}: {reason or type(reason).__name__}")
            continue
        good += entry["outcome"] != "open"
        if say:
            print(f"{entry['outcome']:8} {entry['name']}: {statement.goal}")
    return good, reasons


def _replay(folder: Path, entry: dict[str, Any], judged: dict[str, Statement]) -> Statement:
    """The statement of an entry whose outcome is the right one."""
    name, outcome = entry["name"], as_table(entry, ("name", "outcome", "statement", "certificate"))["outcome"]
    require(outcome in ("proved", "refuted", "open"), outcome, "is no outcome")
    data = read(folder / f"{name}.statement.json")
    require(digest(data) == entry["statement"], "the statement is not the one that index.json names")
    statement = statement_from_json(data)
    if outcome != "open":
        certificate = read(folder / f"{name}.certificate.json")
        require(digest(certificate) == entry["certificate"], "the certificate is not the one that index.json names")
        judgement = check(statement, certificate, judged)
        require(judgement.outcome == outcome, judgement.outcome, "but index.json says", outcome)
    if outcome == "proved":
        judged[entry["statement"]] = statement
    return statement


def replay_one(path: Path, say: bool) -> tuple[int, list[str]]:
    """The same for a file with one outcome, statement and certificate, which cites nothing."""
    entry = as_table(read(path), ("outcome", "statement", "certificate"))
    try:
        statement = statement_from_json(entry["statement"])
        outcome = check(statement, entry["certificate"], {}).outcome
        require(outcome == entry["outcome"], outcome, "but the file says", entry["outcome"])
    except FAILURES as reason:
        return 0, [f"{path.name}: {reason or type(reason).__name__}"]
    if say:
        print(f"{outcome:8} {path.name}: {statement.goal}")
    return 1, []


def main(arguments: list[str]) -> int:
    """Run the replay; see the module's description."""
    for name in FORBIDDEN:
        sys.modules[name] = None  # type: ignore[assignment]  # importing any of them now fails
    folders = [a for a in arguments if a not in ("-v", "--verbose")]
    if len(folders) != 1:
        print("usage: python -m symcheck.kernel [-v] DIR|FILE", file=sys.stderr)
        return 2
    sys.setrecursionlimit(5_000)
    try:
        path, say = Path(folders[0]), len(folders) != len(arguments)
        good, reasons = replay_one(path, say) if path.is_file() else replay(path, say)
    except FAILURES as error:
        print(f"{folders[0]}: {error}", file=sys.stderr)
        return 2
    for reason in reasons:
        print(f"REJECTED {reason}", file=sys.stderr)
    print(f"kernel: {good} certificates replayed, {len(reasons)} rejected")
    return 1 if reasons else 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal without Unicode is no reason to fail
            stream.reconfigure(errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))
