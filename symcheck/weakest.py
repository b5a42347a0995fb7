"""The search of a worker for the weakest condition under which a refuted relation is proved.

A condition must exclude every place at which the relation was seen to fail, leave room inside the assumptions, and say
something else than the relation itself.  The conditions of a family are tried from weak to strong; of those of all
families that suffice, one that implies another is dropped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import islice
from typing import Any

from symcheck.kernel.facts import Fact, fact_from_json, rational
from symcheck.kernel.statement import statement_from_json, unfolded_definitions
from symcheck.kernel.term import sub, unfold
from symcheck.screen import Place, anywhere, counterexample, place_of, places, proves, timed

SAMPLE, CLOSER, FEW, ROOM = 60, 60, 20, 400
"""How many points are tried: to get to know a statement, against one condition, outside the assumptions, for room."""
PROOFS, EACH = 12, 3
"""How many proofs are tried: for a statement, and for a family of conditions."""
LIMIT = 10.0
"""Seconds for one proof."""
NEAR = Fraction(1, 12)
TOLERANCE = Fraction(1, 10**20)
STRICT = {"le": "lt", "lt": "lt", "eq": "eq"}


def weakest(task: Mapping[str, Any]) -> dict[str, Any]:
    """The numbers of the family and of the condition in it that suffices, as ``chosen``; None if none is found."""
    return timed(lambda: _Search(task).run())


@dataclass(frozen=True)
class _Condition:
    family: int
    place: int
    fact: Fact

    def rank(self) -> tuple[int, int]:
        """Signs and equations before whole numbers before fractions; then as the families are ordered."""
        ends = [v for v in map(rational, (self.fact.left, self.fact.right)) if v is not None]
        kind = 0 if not any(ends) else 1 if ends[0].denominator == 1 else 2
        return kind, self.family


class _Search:
    def __init__(self, task: Mapping[str, Any]) -> None:
        self.task = task
        statement = statement_from_json(task["statement"])
        self.statement, self.opened = statement, statement.unfolded()
        table = unfolded_definitions(statement.definitions)
        self.families = [
            [(fact_from_json(f), fact_from_json(f).map(lambda t: unfold(t, table))) for f in row]
            for row in task["families"]
        ]
        self.inside = list(places(self.opened, SAMPLE))
        self.outside = [place_of(task["refutation"]), *(p for p in self.inside if p.denies(self.opened.goal))]
        self.proofs = PROOFS

    def run(self) -> list[int] | None:
        found = [c for number in range(len(self.families)) if (c := self._first(number)) is not None]
        weak = [c for c in found if not any(self._weaker(other.fact, c.fact) for other in found if other is not c)]
        best = min(weak, key=_Condition.rank, default=None)
        return [best.family, best.place] if best else None

    def _first(self, family: int) -> _Condition | None:
        """The first condition of a family that suffices; strict if the assumptions exclude its bound."""
        tried = 0
        for place, (_, opened) in enumerate(self.families[family]):
            if tried == EACH or not self.proofs:
                return None
            if not self._survives(opened):
                continue
            if not self._room(replace(opened, rel=STRICT[opened.rel])):
                return None  # nor have those after it
            tried, self.proofs = tried + 1, self.proofs - 1
            if not self._suffices(family, place):
                continue
            if opened.rel == "le" and not self._room(replace(opened, rel="eq")) and self._suffices(family, place + 1):
                place += 1
            return _Condition(family, place, self.families[family][place][1])
        return None

    def _suffices(self, family: int, place: int) -> bool:
        """Whether the statement is proved under a condition."""
        fact, _ = self.families[family][place]
        return proves(replace(self.statement, given=(fact, *self.statement.given)), self.task, LIMIT)

    def _room(self, condition: Fact) -> bool:
        """Whether a condition can be satisfied inside the assumptions; taken for granted under quantified ones."""
        if self.opened.every:
            return True
        return any(islice(places(replace(self.opened, given=(condition, *self.opened.given)), ROOM), 1))

    def _survives(self, condition: Fact) -> bool:
        """Whether nothing that is seen at points speaks against a condition."""
        if not all(place.denies(condition) for place in reversed(self.outside)):
            return False
        bounded = replace(self.opened, given=(condition, *self.opened.given))
        failing = self._close(condition) or counterexample(bounded, CLOSER)
        if failing is not None:
            self.outside.append(failing)
        return failing is None and not self._restates(condition)

    def _close(self, condition: Fact) -> Place | None:
        """A place just inside the bound of a symbol at which the relation fails: one seen before, moved there."""
        step = NEAR if condition.rel == "lt" else Fraction(0)
        for symbol, bound, sign in ((condition.right, condition.left, 1), (condition.left, condition.right, -1)):
            value = rational(bound)
            if symbol.head == "sym" and value is not None:
                moved = (p.moved(symbol.name, value + sign * step) for p in self.inside)
                return next((p for p in moved if self._fails_at(p)), None)
        return None

    def _fails_at(self, place: Place) -> bool:
        return all(map(place.shows, self.opened.given)) and place.denies(self.opened.goal)

    def _restates(self, condition: Fact) -> bool:
        """Whether the goal compares nothing but what the condition bounds: it is linear in it alone."""
        bound = sub(condition.right, condition.left)
        values = [(u, v) for place, v in self.values if (u := place.value(bound)) is not None]
        first = next(iter(values), (Fraction(0), Fraction(0)))
        second = next(((u, v) for u, v in values if u != first[0]), None)
        if second is None:
            return False
        slope = (second[1] - first[1]) / (second[0] - first[0])
        return all(abs(v - first[1] - slope * (u - first[0])) <= TOLERANCE for u, v in values)

    @cached_property
    def values(self) -> list[tuple[Place, Fraction]]:
        """Right minus left side of the goal, at places that need not satisfy anything."""
        goal = sub(self.opened.goal.right, self.opened.goal.left)
        found = ((place, place.value(goal)) for place in anywhere(self.opened.goal, FEW))
        return [(place, value) for place, value in found if value is not None]

    def _weaker(self, one: Fact, other: Fact) -> bool:
        """Whether one condition was seen to hold at every place where the other does, and at more."""
        strict = [p for p in self.inside if p.shows(other)]
        return all(p.shows(one) for p in strict) and sum(p.shows(one) for p in self.inside) > len(strict)
