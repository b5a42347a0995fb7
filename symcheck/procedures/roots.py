"""Values of a symbol that are no rational numbers, at which a claim may fail: zeros and stationary points."""

from __future__ import annotations

from collections.abc import Iterator

from symcheck import bridge
from symcheck.kernel.facts import Fact
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import ONE, Term, div, free, neg, num, power, sub, walk
from symcheck.procedures import points
from symcheck.procedures.descent import low_points

PI, EULER = Term("pi"), Term("exp", (ONE,))
COMMON: dict[str, tuple[Term, ...]] = {
    **dict.fromkeys(("sin", "cos", "pi"), (div(PI, num(2)), PI, neg(div(PI, num(2))), div(PI, num(4)))),
    **dict.fromkeys(("exp", "log"), (EULER, div(ONE, EULER), Term("log", (num(2),)))),
    "pow": (power(num(2), num("1/2")), EULER, div(ONE, EULER)),
}
"""Values that are worth a try where such a function occurs."""


def special(statement: Statement) -> Iterator[dict[str, Term]]:
    """Symbols and values for them, closed terms."""
    yield from low_points(statement.goal, statement.given + statement.where)
    for fact in (*statement.given, statement.goal):
        if len(fact.free()) == 1 and fact.rel in ("eq", "ne"):
            (name,) = fact.free()
            yield from ({name: value} for value in _zeros(fact, name))
    heads = {u.head for side in (statement.goal.left, statement.goal.right) for u in walk(side)}
    for value in dict.fromkeys(v for head in sorted(heads & COMMON.keys()) for v in COMMON[head]):
        yield from ({name: value} for name in points.symbols(statement))


def _zeros(fact: Fact, name: str) -> Iterator[Term]:
    """Where the sides of a fact are equal or, if it is no equation, their difference does not change."""
    difference = sub(fact.left, fact.right)
    found = [*bridge.zeros(difference, name), *(bridge.zeros(difference, name, True) if fact.rel != "eq" else ())]
    yield from (value for value in dict.fromkeys(found) if not free(value))
