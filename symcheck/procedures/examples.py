"""Examples that an author gives: points at which quantified assumptions are shown by hints."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from symcheck.kernel.facts import Every, Fact, map_fact
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import Term, from_json, sym, unfold
from symcheck.procedures import points
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.follow import Follower, HintFailed
from symcheck.procedures.points import Bodies


@dataclass(frozen=True)
class Example:
    """Values of the symbols of a statement, closed terms, and what its unspecified functions are."""

    values: Mapping[str, Term]
    bodies: Bodies

    def open(self, term: Term) -> Term:
        """The term with the functions put in."""
        return unfold(term, points.by_arity(self.bodies))

    def at(self, fact: Fact) -> Fact:
        """The fact at the point."""
        return map_fact(fact.map(self.open), self.values)

    def table(self, shown: Sequence[Any]) -> dict[str, Any]:
        """The point as a certificate holds it, with the steps that show the quantified facts."""
        return points.table(self.values, self.bodies, shown)


def satisfied(
    opened: Statement, examples: Sequence[Any], facts: Sequence[Fact], auto: Prove
) -> Iterator[tuple[Example, list[Any]]]:
    """The examples at which facts and quantified facts hold, with steps for the latter; HintFailed if none does."""
    called = points.called(opened)
    names, reasons = points.symbols(opened), ["no example gives all symbols a value"]
    for table, shows, functions in examples:
        values = {name: from_json(value) for name, value in table.items() if name in names}
        bodies = {f: (tuple(params), from_json(body)) for f, (params, body) in functions.items() if f in called}
        if values.keys() != set(names) or bodies.keys() != set(called):
            continue
        example = Example(values, bodies)
        missing = [f for f in facts if not points.holds_at(example.at(f), {}, {})]
        if missing:
            reasons.append(f"an example does not satisfy {missing[0]}")
            continue
        try:
            yield example, _shown(opened, example, shows, auto)
            reasons = []
        except HintFailed as reason:
            reasons.append(f"an example: {reason}")
    if reasons:
        raise HintFailed(reasons[-1])


def _shown(opened: Statement, example: Example, shows: Sequence[Any], auto: Prove) -> list[Any]:
    """Steps that show each quantified fact at a point, from the hints at the same place."""
    found = []
    for number, every in enumerate(opened.every):
        outer = tuple((name, value) for name, value in example.values.items() if name not in every.names)
        hints = json.dumps(shows[number] if number < len(shows) else [])
        found.append(json.loads(_shown_once(every.map(example.open), outer, hints, auto)))
    return found


@lru_cache(maxsize=64)
def _shown_once(every: Every, outer: tuple[tuple[str, Term], ...], hints: str, auto: Prove) -> str:
    """Steps for a quantified fact, as JSON text; many statements assume the same."""
    values = dict(outer)
    hypotheses, conclusion = every.at({name: sym(name) for name in every.names}, values)
    builder = Builder({}, {}, hypotheses)
    Follower(auto, values).show(builder, conclusion, json.loads(hints))
    return json.dumps(builder.steps)
