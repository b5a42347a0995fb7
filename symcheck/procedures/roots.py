"""Values of a symbol that are no rational numbers, at which a claim may fail: zeros and stationary points."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from symcheck import bridge
from symcheck.kernel.context import Context
from symcheck.kernel.facts import Fact
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import ONE, Term, div, free, neg, num, power, sub, substitute, walk
from symcheck.procedures import points
from symcheck.procedures.descent import low_points
from symcheck.procedures.forms import term_of

PI, EULER = Term("pi"), Term("exp", (ONE,))
MOST_VALUES = 4
COMMON: dict[str, tuple[Term, ...]] = {
    **dict.fromkeys(("sin", "cos", "pi"), (div(PI, num(2)), PI, neg(div(PI, num(2))), div(PI, num(4)))),
    **dict.fromkeys(("exp", "log"), (EULER, div(ONE, EULER), Term("log", (num(2),)))),
    "pow": (power(num(2), num("1/2")), EULER, div(ONE, EULER)),
}
"""Values that are worth a try where such a function occurs."""


def special(statement: Statement) -> Iterator[dict[str, Term]]:
    """Symbols and values for them, closed terms: of one, or of several that satisfy an equation."""
    yield from low_points(statement.goal, statement.given + statement.where)
    for fact in (*(f for f in statement.given if f.rel == "eq"), statement.goal):
        if len(fact.free()) == 1 and fact.rel in ("eq", "ne"):
            (name,) = fact.free()
            yield from ({name: value} for value in _zeros(fact, name))
        elif fact != statement.goal and points.irrational(fact):
            yield from _solutions(fact, statement.given)
    heads = {u.head for side in (statement.goal.left, statement.goal.right) for u in walk(side)}
    for value in dict.fromkeys(v for head in sorted(heads & COMMON.keys()) for v in COMMON[head]):
        yield from ({name: value} for name in points.symbols(statement))


def _solutions(fact: Fact, given: tuple[Fact, ...]) -> Iterator[dict[str, Term]]:
    """Values of all symbols of an equation that is linear in each: rational ones, and for one what follows."""
    name, *others = sorted(fact.free(), reverse=True)
    pools = [list(islice(points.allowed(other, given), MOST_VALUES)) for other in others]
    for values in product(*pools):
        pins = dict(zip(others, map(num, values), strict=True))
        gaps = [substitute(sub(fact.left, fact.right), {**pins, name: num(k)}) for k in (0, 1)]
        context = Context()
        found = term_of(context, context.normal(div(gaps[0], sub(*gaps))))
        if found is not None:
            yield {**pins, name: found}


def _zeros(fact: Fact, name: str) -> Iterator[Term]:
    """Where the sides of a fact are equal or, if it is no equation, their difference does not change."""
    difference = sub(fact.left, fact.right)
    found = [*bridge.zeros(difference, name), *(bridge.zeros(difference, name, True) if fact.rel != "eq" else ())]
    yield from (value for value in dict.fromkeys(found) if not free(value))
