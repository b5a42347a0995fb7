"""Examples that an author gives: points at which quantified assumptions are shown by hints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from symcheck.kernel.facts import Fact, map_fact
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import Term, from_json, sym, to_json
from symcheck.procedures import points
from symcheck.procedures.builder import Builder
from symcheck.procedures.follow import Auto, Follower, HintFailed


@dataclass(frozen=True)
class Example:
    """Values of the symbols of a statement, closed terms."""

    values: Mapping[str, Term]

    def table(self, shown: Sequence[Any]) -> dict[str, Any]:
        """The point as a certificate holds it, with the steps that show the quantified facts."""
        values = {name: to_json(value) for name, value in self.values.items()}
        return {"point": values, "functions": {}, "bits": points.BITS, "every": list(shown)}


def satisfied(
    opened: Statement, examples: Sequence[Any], facts: Sequence[Fact], auto: Auto
) -> Iterator[tuple[Example, list[Any]]]:
    """The examples at which facts and quantified facts hold, with steps for the latter; HintFailed if none does."""
    names, reasons = points.symbols(opened), ["no example gives all symbols a value"]
    for table, shows in examples:
        values = {name: from_json(value) for name, value in table.items() if name in names}
        if values.keys() != set(names):
            continue
        missing = [f for f in facts if not points.holds_at(map_fact(f, values), {}, {})]
        if missing:
            reasons.append(f"an example does not satisfy {missing[0]}")
            continue
        try:
            yield Example(values), _shown(opened, values, shows, auto)
            reasons = []
        except HintFailed as reason:
            reasons.append(f"an example: {reason}")
    if reasons:
        raise HintFailed(reasons[-1])


def _shown(opened: Statement, values: Mapping[str, Term], shows: Sequence[Any], auto: Auto) -> list[Any]:
    """Steps that show each quantified fact at a point, from the hints at the same place."""
    found = []
    for number, every in enumerate(opened.every):
        outer = {name: value for name, value in values.items() if name not in every.names}
        hypotheses, conclusion = every.at({name: sym(name) for name in every.names}, outer)
        builder = Builder({}, {}, hypotheses)
        Follower(auto, outer).show(builder, conclusion, shows[number] if number < len(shows) else [])
        found.append(builder.steps)
    return found
