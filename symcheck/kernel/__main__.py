"""``python -m symcheck.kernel DIR``: replay every certificate of a folder; the exit code is the answer.

``DIR/index.json`` lists the obligations in an order in which each uses only earlier ones: name, outcome (proved,
refuted, or open, which has no certificate) and the SHA-256 of the statement and of the certificate.  ``NAME.statement.json`` and
``NAME.certificate.json`` are separate inputs.  Exit code 0: everything replays; 1: something does not; 2: the folder
can't be read.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from symcheck.kernel.calculus import show
from symcheck.kernel.check import check
from symcheck.kernel.statement import Statement, digest, statement_from_json
from symcheck.kernel.term import Reject

FORBIDDEN = ("sympy", "mpmath", "flint", "z3", "numpy")


def read(path: Path) -> Any:
    """The JSON value in a file; duplicate keys, NaN and floats are rejected."""

    def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            raise Reject(f"{path.name}: a key stands twice")
        return found

    def refuse(text: str) -> Any:
        raise Reject(f"{path.name}: {text} is not exact")

    return json.loads(path.read_text("utf-8"), object_pairs_hook=table, parse_float=refuse, parse_constant=refuse)


def replay(folder: Path, say: bool) -> tuple[int, list[str]]:
    """The number of certificates that replay, and the reasons of those that don't."""
    entries = read(folder / "index.json")
    if not isinstance(entries, list) or not all(
        isinstance(e, dict) and isinstance(e.get("name"), str) for e in entries
    ):
        raise Reject("index.json must be a list of entries with names")
    names = [e["name"] for e in entries]
    if len(set(names)) != len(names) or not all(n.replace("-", "").replace("_", "").isalnum() for n in names):
        raise Reject("index.json has a name twice, or one that is no plain file name")
    expected = {f"{e['name']}.certificate.json" for e in entries if e.get("outcome") != "open"}
    reasons = [
        f"{p.name}: not in index.json" for p in sorted(folder.glob("*.certificate.json")) if p.name not in expected
    ]
    judged: dict[str, Statement] = {}
    good = 0
    for entry in entries:
        try:
            line = _entry(folder, entry, judged)
            good += entry.get("outcome") != "open"
            if say:
                print(line)
        except (Reject, RecursionError, OSError, ValueError, ArithmeticError) as reason:
            reasons.append(f"{entry['name']}: {reason or type(reason).__name__}")
    return good, reasons


def _entry(folder: Path, entry: dict[str, Any], judged: dict[str, Statement]) -> str:
    if set(entry) != {"name", "outcome", "statement", "certificate"}:
        raise Reject("an entry has the keys name, outcome, statement, certificate")
    name, outcome = entry["name"], entry["outcome"]
    if str(outcome) not in ("proved", "refuted", "open"):
        raise Reject(f"{outcome!r} is no outcome")
    data = read(folder / f"{name}.statement.json")
    if digest(data) != entry["statement"]:
        raise Reject("the statement is not the one that index.json names")
    statement = statement_from_json(data)
    line = f"{outcome:8} {name}: {show(statement.goal)}"
    if outcome == "open":
        return line
    certificate = read(folder / f"{name}.certificate.json")
    if digest(certificate) != entry["certificate"]:
        raise Reject("the certificate is not the one that index.json names")
    judgement = check(statement, certificate, judged)
    if judgement.outcome != outcome:
        raise Reject(f"{judgement.outcome}, but index.json says {outcome}")
    if outcome == "proved":
        judged[entry["statement"]] = statement
    return line


def main(arguments: list[str]) -> int:
    """Run the replay; see the module's description."""
    for name in FORBIDDEN:
        sys.modules[name] = None  # type: ignore[assignment]  # importing any of them now fails
    folders = [a for a in arguments if a not in ("-v", "--verbose")]
    if len(folders) != 1:
        print("usage: python -m symcheck.kernel [-v] DIR", file=sys.stderr)
        return 2
    sys.setrecursionlimit(5_000)
    try:
        good, reasons = replay(Path(folders[0]), len(folders) != len(arguments))
    except (Reject, RecursionError, OSError, ValueError) as error:
        print(f"{folders[0]}: {error}", file=sys.stderr)
        return 2
    for reason in reasons:
        print(f"REJECTED {reason}", file=sys.stderr)
    print(f"kernel: {good} certificates replayed, {len(reasons)} rejected")
    return 1 if reasons else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
