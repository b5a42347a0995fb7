"""Limits and improper integrals in the kernel's terms.

The limit of f at a from the right is that of f(a + s) as s falls to 0, at infinity that of f(1/s).  A limit without a
direction is R + sqrt(-(R - L)**2) for the limits R and L from both sides: defined only if both exist and are equal, and
then their common value.  A side on which the body is visibly undefined, or which what is known of the symbol excludes,
is left out: x*log(x) has a limit at 0.  That a limit or an improper integral is oo says that exp(-f) tends to 0.
What an integer goes through on its way to infinity is the greatest integer in 1/s; so is the end of an infinite sum.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction

from symcheck.kernel.check import necessary
from symcheck.kernel.context import Context, constant
from symcheck.kernel.facts import SIGN_OF_DIFFERENCE, Fact, map_fact, whole
from symcheck.kernel.term import (
    BINDERS,
    ONE,
    ZERO,
    Reject,
    Term,
    add,
    div,
    free,
    fresh,
    limit,
    map_args,
    neg,
    num,
    power,
    sub,
    substitute,
    sym,
    walk,
)
from symcheck.plain.parser import Relation
from symcheck.plain.table import CONSTANTS, HALF, NAMED, meaning, named

LIMIT = "Limit"
INFINITE = {CONSTANTS["oo"]: 1, neg(CONSTANTS["oo"]): -1}
BOTH, RIGHT, LEFT = 0, 1, -1
TRIED = range(2, 12)
"""Where a rational function is compared with itself; if it has two values, it is no constant."""


@dataclass(frozen=True)
class Meaning:
    """What terms mean where some facts are known; ``side`` is that of limits without a direction.

    What is known of a symbol that is also free, one of ``outer``, says nothing of a bound one with its name.
    """

    known: tuple[Fact, ...] = ()
    side: int = BOTH
    outer: frozenset[str] = frozenset()

    def term(self, surface: Term) -> Term:
        """The kernel's term; what has no meaning yet stays."""
        inner = map_args(surface, self.term)
        if is_limit(inner):
            return self._limit(*inner.args)
        if inner.head == "integral" and any(end in INFINITE for end in inner.args[1:]):
            return _improper(inner)
        if inner.head == "sum" and inner.args[2] == CONSTANTS["oo"]:
            return _series(inner)
        return meaning(inner)

    def _limit(self, body: Term, symbol: Term, place: Term, direction: Term) -> Term:
        s, ways = self.ways(body, symbol, place, int(direction.value))
        if place in INFINITE and symbol.name not in self.outer and whole(symbol) in self.known:
            ways = {RIGHT: _count(INFINITE[place], s)}
        found = [_approached(body, symbol, at, s) for at in ways.values()]
        return found[0] if len(found) == 1 else _agreed(*found)

    def ways(self, body: Term, symbol: Term, place: Term, direction: int) -> tuple[Term, dict[int, Term]]:
        """A symbol s, and what ``symbol`` is on each side from which it goes to a place as s falls to 0."""
        s = sym(fresh("s", free(body) | free(place)))
        if place in INFINITE:
            return s, {-INFINITE[place]: _far(INFINITE[place], s)}
        ways = _ways(place, s)
        return s, {side: ways[side] for side in ([direction] if direction else self._sides(body, symbol, ways, s))}

    def sided(self, surface: Term) -> Term:
        """The term with the direction of each limit that is taken from one side only."""
        inner = map_args(surface, self.sided)
        if not is_limit(inner) or inner.args[3].value or inner.args[2] in INFINITE:
            return inner
        body, symbol, place = (self.term(arg) for arg in surface.args[:3])
        s = sym(fresh("s", free(body) | free(place)))
        sides = self._sides(body, symbol, _ways(place, s), s)
        return named(LIMIT, *inner.args[:3], num(sides[0])) if len(sides) == 1 else inner

    def _sides(self, body: Term, symbol: Term, ways: dict[int, Term], s: Term) -> list[int]:
        """The sides from which a limit without a direction is taken."""
        about = [fact for fact in self.known if symbol.name in fact.free() - self.outer]
        context = Context()
        context.assume([fact for fact in self.known if fact not in about] + [Fact("lt", ZERO, s)])
        needed = [*about, *necessary(body), *_powers(body, symbol)]
        fit = [way for way, at in ways.items() if not any(_fails(context, fact, symbol, at) for fact in needed)]
        return [self.side] if self.side in fit else fit or [RIGHT, LEFT]


def is_limit(term: Term) -> bool:
    """Whether a term is a limit in the plain syntax."""
    return term.head == NAMED and term.name == LIMIT


def meant(relation: Relation, known: Collection[Fact]) -> tuple[Relation, tuple[Relation, ...]]:
    """A relation in the kernel's terms, and others that it implies, if it is an equation with one thing on a side.

    That is a limit without a direction, which has the same value from each side, or an integral over the whole line,
    which is the limit of those over any intervals that fill it.
    """
    surface, facts = _finite(relation), tuple(known)
    here, there = surface.left, surface.right
    alone = (
        is_limit(here) and not any(map(is_limit, walk(there))),
        is_limit(there) and not any(map(is_limit, walk(here))),
    )
    views = [Meaning(facts, side, _outer(surface)) for side in (BOTH, RIGHT, LEFT)[: 3 if any(alone) else 1]]
    goal, *found = (Relation(surface.name, view.term(here), view.term(there)) for view in views)
    found += [Relation("eq", window, goal.right) for window in _windows(here, views[0])]
    found += [Relation("eq", goal.left, window) for window in _windows(there, views[0])]
    return goal, tuple(dict.fromkeys(o for o in found if o != goal)) if surface.name == "eq" else ()


def _windows(integral: Term, view: Meaning) -> Iterator[Term]:
    """Limits that an integral from one end of the line to the other is equal to, if it exists."""
    if integral.head == "integral" and all(end in INFINITE for end in integral.args[1:]):
        body, *ends = integral.args
        inner = view.term(body)
        s = sym(fresh("s", free(inner)))
        for width in (1, 2):
            low, high = (_far(INFINITE[end] * size, s) for end, size in zip(ends, (1, width), strict=True))
            yield limit(Term("integral", (inner, low, high), integral.name), s.name)


def sided(relation: Relation, known: Collection[Fact]) -> Relation:
    """The relation as ``meant`` reads it: a limit that is taken from one side says so."""
    meaning = Meaning(tuple(known), outer=_outer(relation))
    return Relation(relation.name, meaning.sided(relation.left), meaning.sided(relation.right))


def _outer(relation: Relation) -> frozenset[str]:
    """The symbols that are free in a relation in the plain syntax."""
    meaning = Meaning()
    return frozenset(free(meaning.term(relation.left)) | free(meaning.term(relation.right)))


def _ways(place: Term, s: Term) -> dict[int, Term]:
    """How a finite place is approached from each side as s falls to 0."""
    return {RIGHT: s if place == ZERO else add(place, s), LEFT: neg(s) if place == ZERO else sub(place, s)}


def _approached(body: Term, symbol: Term, at: Term, s: Term) -> Term:
    return limit(substitute(body, {symbol.name: at}), s.name)


def _far(sign: int, s: Term) -> Term:
    return div(num(sign), s)


def _count(sign: int, s: Term) -> Term:
    """Where an integer is on its way to infinity."""
    count = Term("floor", (div(ONE, s),))
    return count if sign > 0 else neg(count)


def _agreed(first: Term, second: Term) -> Term:
    """The first of two values, defined only if they are equal."""
    return add(first, power(neg(power(sub(first, second), num(2))), HALF))


def _improper(term: Term) -> Term:
    """An integral with an infinite end as a limit of integrals; with two, as the sum of two, from and up to 0."""
    body, *ends = term.args
    if all(end in INFINITE for end in ends):
        return add(
            *(_improper(Term("integral", (body, *pair), term.name)) for pair in ((ends[0], ZERO), (ZERO, ends[1])))
        )
    s = sym(fresh("s", free(body).union(*map(free, ends))))
    near = [_far(INFINITE[end], s) if end in INFINITE else end for end in ends]
    return limit(Term("integral", (body, *near), term.name), s.name)


def _series(term: Term) -> Term:
    """A sum without an end as the limit of those that end."""
    body, low, _ = term.args
    s = sym(fresh("s", free(body) | free(low)))
    return limit(Term("sum", (body, low, _count(1, s)), term.name), s.name)


def _finite(relation: Relation) -> Relation:
    """The relation; if it says that a limit or an improper integral is oo, an equation between numbers for it."""
    for side, place in ((relation.left, relation.right), (relation.right, relation.left)):
        if relation.name != "eq" or place not in INFINITE:
            continue
        if side.head == "integral" and sum(end in INFINITE for end in side.args[1:]) == 1:
            within = _improper(side)
            side = named(LIMIT, within.args[0], sym(within.name), ZERO, num(RIGHT))
        if side.head == "sum" and side.args[2] == CONSTANTS["oo"]:
            within = _series(side)
            side = named(LIMIT, within.args[0], sym(within.name), ZERO, num(RIGHT))
        if is_limit(side):
            body = Term("exp", (neg(side.args[0]) if INFINITE[place] > 0 else side.args[0],))
            return Relation("eq", named(LIMIT, body, *side.args[1:]), ZERO)
    return relation


def _powers(term: Term, symbol: Term) -> Iterator[Fact]:
    """Conditions without which powers whose exponent changes with a symbol are not defined in any interval."""
    for part in _outside(term):
        if part.head == "pow" and _changes(part.args[1], symbol):
            yield Fact("le", ZERO, part.args[0])


def _changes(exponent: Term, symbol: Term) -> bool:
    """Whether a rational function of a symbol alone is no constant."""
    if not all(u == symbol or u.head in ("num", "add", "mul", "neg", "div") for u in walk(exponent)):
        return False
    found = set[Fraction | None]()
    for at in TRIED:
        with suppress(Reject):  # not defined there
            found.add(constant(Context().normal(substitute(exponent, {symbol.name: num(at)}))))
    return len(found - {None}) > 1


def _outside(term: Term) -> Iterator[Term]:
    """A term and its parts that are below no binder."""
    yield term
    for arg in term.args[1:] if term.head in BINDERS else term.args:
        yield from _outside(arg)


def _fails(context: Context, fact: Fact, symbol: Term, at: Term) -> bool:
    """Whether the signs show that a fact about a symbol never holds at the values that it goes through."""
    here = map_fact(fact, {symbol.name: at})
    try:
        return not context.sign(sub(here.right, here.left)) & SIGN_OF_DIFFERENCE[fact.rel]
    except (Reject, RecursionError):
        return False
