"""The claims of ``corpus.jsonl``, in the syntax of ``symcheck check --batch``, each with source, class and truth."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).with_name("corpus.jsonl")
CLASSES = (
    "rational", "powers", "radicals", "exp-log", "hyperbolic", "trigonometric", "factorial", "derivative", "integral",
    "improper", "limit", "sum", "inequality-1", "inequality-2", "inequality-3", "inequality-4", "constants",
    "rounding", "elasticity", "asymptotics", "conditions-first-second-order",
)  # fmt: skip
TEXTS = ("id", "source", "class", "lhs", "relation", "rhs")
OPTIONAL = ("symbols", "given", "as", "counterexample", "comment")


@dataclass(frozen=True)
class Entry:
    """One claim, whether it is true, and for a false one a point that shows it, if a point can.

    ``symbols`` and ``given`` are as in a batch file; ``counterexample`` is None where none is named, and {} for a
    false statement about constants.
    """

    id: str
    source: str
    kind: str
    truth: bool
    lhs: str
    relation: str
    rhs: str
    symbols: Mapping[str, str] = field(default_factory=dict)
    given: tuple[str, ...] = ()
    approach: str = ""
    counterexample: Mapping[str, str] | None = None

    @property
    def text(self) -> str:
        """The claim and what is given, for a person."""
        where = [f"{name} {words}" for name, words in self.symbols.items()]
        given = ", ".join([*self.given, *where])
        return f"{self.lhs} {self.relation} {self.rhs}" + (f"  given  {given}" if given else "")

    @property
    def query(self) -> dict[str, Any]:
        """What a program is asked: nothing of source and truth."""
        asked: dict[str, Any] = {"lhs": self.lhs, "relation": self.relation, "rhs": self.rhs}
        asked |= {"symbols": dict(self.symbols), "given": list(self.given)}
        return asked | ({"as": self.approach} if self.approach else {})


def read_corpus(path: Path = CORPUS) -> list[Entry]:
    """All claims in order; ValueError names the line that is not as it should be."""
    found: list[Entry] = []
    names: set[str] = set()
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            entry = _entry(json.loads(line))
        except (ValueError, TypeError) as error:
            raise ValueError(f"{path.name}, line {number}: {error}") from None
        if entry.id in names:
            raise ValueError(f"{path.name}, line {number}: the id {entry.id} is there twice")
        names.add(entry.id)
        found.append(entry)
    return found


def _entry(data: Any) -> Entry:
    if not isinstance(data, dict):
        raise ValueError("expected an object")
    if unknown := data.keys() - {*TEXTS, *OPTIONAL, "truth"}:
        raise ValueError(f"unknown key {min(unknown)}")
    if missing := [key for key in TEXTS if not isinstance(data.get(key), str) or not data[key].strip()]:
        raise ValueError(f"{missing[0]} is not a text")
    if not isinstance(data.get("truth"), bool):
        raise ValueError("truth is neither true nor false")
    if data["class"] not in CLASSES:
        raise ValueError(f"unknown class {data['class']}")
    if data["truth"] and "counterexample" in data:
        raise ValueError("a true claim has no counterexample")
    return Entry(
        data["id"], data["source"], data["class"], data["truth"], data["lhs"], data["relation"], data["rhs"],
        data.get("symbols", {}), tuple(data.get("given", ())), data.get("as", ""), data.get("counterexample"),
    )  # fmt: skip
