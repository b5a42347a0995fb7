"""What became of a claim, in words and as values: what ``check`` returns and the command line prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from symcheck.files import canonical_json, write_atomically

PROVED, REFUTED, OPEN, ERROR = "proved", "refuted", "open", "error"
VERDICTS = (PROVED, REFUTED, OPEN, ERROR)


@dataclass(frozen=True)
class Answer:
    """What became of a claim; as a text, what ``symcheck check`` prints.

    ``verdict`` is proved, refuted or open.  ``read`` is how the claim was understood; ``witness`` a point at which it
    fails, ``sides`` both sides there as decimals; ``conditions`` what the sides need in order to be defined, beyond
    what is given; ``reason`` why it is open, not defined at the witness, or not readable, or what was proved.  The
    kernel replays ``certificate`` against ``statement``, JSON values; both are None if it is open.  ``seconds`` is what
    it took.

    >>> print(Answer("refuted", "x**2 > 0", {"x": "0"}, ("0", "0")))
    read as: x**2 > 0
    refuted at x = 0: left 0, right 0
    >>> print(Answer("open", "log(x) < x**x", conditions=("0 < x",), reason="neither a proof nor a counterexample"))
    read as: log(x) < x**x
    open, wherever 0 < x: neither a proof nor a counterexample
    """

    verdict: str
    read: str = ""
    witness: Mapping[str, str] | None = None
    sides: tuple[str, str] | None = None
    conditions: tuple[str, ...] = ()
    reason: str = ""
    statement: Any = None
    certificate: Any = None
    seconds: float = 0.0

    def __str__(self) -> str:
        wherever = f", wherever {', '.join(self.conditions)}" if self.conditions else ""
        if self.verdict == PROVED:
            return f"read as: {self.read}\nproved{wherever}" + (f": {self.reason}" if self.reason else "")
        if self.verdict != REFUTED:
            return f"read as: {self.read}\n{self.verdict}{wherever}: {self.reason}"
        at = ", ".join(f"{name} = {value}" for name, value in (self.witness or {}).items())
        why = f"left {self.sides[0]}, right {self.sides[1]}" if self.sides else self.reason
        return f"read as: {self.read}\nrefuted" + (f" at {at}" if at else "") + (f": {why}" if why else "")

    def save(self, path: str | Path) -> None:
        """Write the file that ``python -m symcheck.kernel`` replays; ValueError if there is no certificate."""
        if self.certificate is None:
            raise ValueError(f"what is {self.verdict} has no certificate")
        data = {"outcome": self.verdict, "statement": self.statement, "certificate": self.certificate}
        write_atomically(path, canonical_json(data) + "\n")

    def to_json(self) -> dict[str, Any]:
        """All fields as JSON values."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def answer_from_json(data: Mapping[str, Any]) -> Answer:
    """The answer that ``to_json`` has written."""
    sides = data["sides"]
    return Answer(**{**data, "sides": tuple(sides) if sides else None, "conditions": tuple(data["conditions"])})
