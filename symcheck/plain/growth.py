"""What ``f = O(g)``, ``f = Theta(g)`` and ``f ~ g`` say as x goes to p, as statements of the kernel.

For all fixed values of the other symbols at which what is given of them holds:

- ``O``: there are C and a neighbourhood of p without p, in which |f| <= C |g| where what is given of x holds;
- ``Theta``: f = O(g) and g = O(f);
- ``~``: f/g tends to 1.

C and the neighbourhood may depend on the other symbols.  From one side, or with x an integer, the neighbourhood is what
lies there.  Without a direction both sides are meant, or the only one on which f/g is visibly defined, or what is given
of x holds.  What is given of x has to hold near p, and both sides have to be defined there: otherwise nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from symcheck.errors import InputError
from symcheck.kernel.check import necessary
from symcheck.kernel.facts import Fact, map_fact, whole
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import ONE, ZERO, Term, add, div, free, limit, mul, neg, num, power, sub, substitute, sym
from symcheck.plain.limits import INFINITE, RIGHT, Meaning
from symcheck.plain.parser import Approach, Relation
from symcheck.plain.printer import fact_text, to_plain
from symcheck.plain.table import CONSTANTS

OO = CONSTANTS["oo"]
ORDER, SAME, EQUIVALENT = "O", "Theta", "~"
SLOW = (ONE, num("1/2"), num("1/4"))
"""Powers of s, the product of each of which with something bounded tends to 0."""


@dataclass(frozen=True)
class Growth:
    """``left name right`` as ``symbol`` goes to ``place`` on the ``ways``, each a term in ``s``, which falls to 0.

    ``given`` are the facts that say nothing of the symbol, ``about`` those that do.
    """

    name: str
    left: Term
    right: Term
    symbol: str
    place: Term
    s: str
    ways: tuple[tuple[int, Term], ...]
    given: tuple[Fact, ...]
    about: tuple[Fact, ...]
    integers: bool

    def limits(self, top: Term, bottom: Term, scale: Term = ZERO) -> list[Term]:
        """The limit of ``s**scale * top/bottom`` on each way."""
        found = [self._on(way, div(top, bottom)) for _, way in self.ways]
        return [limit(body if scale == ZERO else mul(power(sym(self.s), scale), body), self.s) for body in found]

    def enough(self) -> Statement:
        """A statement about the limit of left/right from which the claim follows.

        A term that is equal to something exists, so that its limit is finite, and the terms are defined near the place.
        """
        found = self.limits(self.left, self.right)
        if self.name == ORDER:
            return self._stated(Fact("eq", add(*found), add(*found)))
        if self.name == SAME:
            return self._stated(Fact("ne", mul(*found), ZERO))
        if len(found) == 1:
            return self._stated(Fact("eq", found[0], ONE))
        return self._stated(Fact("eq", add(*(power(sub(u, ONE), num(2)) for u in found)), ZERO))

    def against(self) -> Iterator[Statement]:
        """Statements each counterexample of which is one of the claim, if the quotients are defined near the place.

        Were right/left to tend to 0, left/right would be unbounded, and would not tend to 1.
        """
        here, there = (self.left, self.right), (self.right, self.left)
        for unbounded in self.limits(*there) + (self.limits(*here) if self.name == SAME else []):
            yield self._stated(Fact("ne", unbounded, ZERO))
        if self.name == EQUIVALENT:
            yield from (self._stated(Fact("eq", u, ONE)) for u in self.limits(*here))
            return
        for scale in SLOW:
            for pair in (here, there) if self.name == SAME else (here,):
                yield from (self._stated(Fact("eq", u, ZERO)) for u in self.limits(*pair, scale))

    def explicit(self, most: Term, radius: Fraction, least: Fraction = Fraction(0), form: int = 0) -> Statement:
        """An inequality with constants, in a neighbourhood, from which O or Theta follows.

        O is |f| <= C |g|, which is the same as (C g - f) (C g + f) >= 0.  Theta follows from
        (f - c g) (C g - f) >= 0 with 0 < c < C, since f is then between c g and C g; or from that for -f.
        """
        f, g = self.left, mul(most, self.right)
        if self.name == SAME:
            f = neg(f) if form else f
            goal = Fact("le", ZERO, mul(sub(f, mul(num(least), self.right)), sub(g, f)))
        elif form:
            goal = Fact("le", Term("abs", (f,)), mul(most, Term("abs", (self.right,))))
        else:
            goal = Fact("le", ZERO, mul(sub(g, f), add(g, f)))
        return Statement(goal, (*self.given, *self.about, *self._near(radius)))

    def constants_text(self, statement: Statement) -> str:
        """The inequalities that a statement with constants says, and where they hold."""
        most, radius, least, _ = next(c for c in self._choices(statement) if self.explicit(*c) == statement)
        there = Term("abs", (self.right,)) if self.right.head != "num" else num(abs(self.right.value))
        upper = to_plain(most if there == ONE else there if most == ONE else mul(most, there))
        lower = to_plain(num(least) if there == ONE else there if least == 1 else mul(num(least), there))
        text = f"{to_plain(Term('abs', (self.left,)))} <= {upper} for {', '.join(map(fact_text, self._near(radius)))}"
        return f"{lower} <= {text}" if self.name == SAME else text

    def proves(self, statement: Statement) -> bool:
        """Whether a statement is one from which the claim follows."""
        explicit = (self.explicit(*choice) for choice in self._choices(statement))
        return statement == self.enough() or statement in explicit

    def holding(self, values: Mapping[str, Term], radius: Fraction, quotient: bool) -> Iterator[Statement]:
        """What says that what is given of the symbol holds near the place, where the other symbols have values.

        With ``quotient`` also that left/right and right/left are defined.
        """
        goals = [fact for fact in self.about if not (self.integers and fact == whole(sym(self.symbol)))]
        both = [div(self.left, self.right), div(self.right, self.left)]
        terms = both[: 1 + (self.name == SAME)] if quotient else []
        s = sym(self.s)
        near = (Fact("lt", ZERO, s), Fact("lt", s, num(radius)), Fact("lt", num(1 / radius), div(ONE, s)))
        for _, way in self.ways:
            at = {**values, self.symbol: substitute(way, values)}
            for goal in (*goals, *(Fact("eq", term, term) for term in terms)):
                yield Statement(map_fact(goal, at), near)

    def eventually(self, fact: Fact, radius: Fraction) -> Iterator[Statement]:
        """What says that a fact holds near the place, for any values of the other symbols."""
        s = sym(self.s)
        near = (Fact("lt", ZERO, s), Fact("lt", s, num(radius)), Fact("lt", num(1 / radius), div(ONE, s)))
        for _, way in self.ways:
            yield Statement(map_fact(fact, {self.symbol: way}), (*self.given, *near))

    def _stated(self, goal: Fact) -> Statement:
        return Statement(goal, self.given)

    def _on(self, way: Term, body: Term) -> Term:
        return substitute(body, {self.symbol: way})

    def _near(self, radius: Fraction) -> tuple[Fact, ...]:
        """That the symbol is within the radius, or beyond its inverse, on one of the ways."""
        x, place = sym(self.symbol), self.place
        if place in INFINITE:
            start = num(1 / radius)
            return (Fact("le", start, x) if INFINITE[place] > 0 else Fact("le", x, neg(start)),)
        low, high = (num(-radius), num(radius)) if place == ZERO else (sub(place, num(radius)), add(place, num(radius)))
        sides = [side for side, _ in self.ways]
        if len(sides) > 1:
            return Fact("lt", low, x), Fact("lt", x, high), Fact("ne", x, place)
        return (
            (Fact("lt", place, x), Fact("lt", x, high))
            if sides == [RIGHT]
            else (Fact("lt", low, x), Fact("lt", x, place))
        )

    def _choices(self, statement: Statement) -> Iterator[tuple[Term, Fraction, Fraction, int]]:
        """Constants, radii and forms that a statement may have been made of."""
        if self.name == EQUIVALENT or statement.goal.right.head != "mul":
            return
        first = statement.goal.right.args[0]
        inner = first.args[0] if first.head == "add" else first
        found = [first, inner.args[0] if inner.head == "mul" else inner]
        free_of = [u for u in found if not free(u) & {self.symbol, self.s}]
        constants = map(num, MOST) if self.name == SAME else free_of
        for most, radius, form in product(constants, RADII, range(FORMS)):
            for least in LEAST if self.name == SAME else (Fraction(0),):
                if self.name == ORDER or least < most.value:
                    yield most, radius, least, form


RADII = tuple(Fraction(1, k) for k in (1, 2, 10, 100, 1000))
MOST = tuple(map(Fraction, (1, 2, 3, 4, 5, 10, 100, 1000)))
LEAST = tuple(1 / most for most in MOST)
FORMS = 2
"""Radii and constants that are tried, and how many ways there are to say an inequality with them."""


def growth(relation: Relation, approach: Approach, facts: tuple[Fact, ...], integers: bool) -> Growth:
    """The claim, with both sides in the plain syntax; ``facts`` are those of the kernel that are given."""
    outer = free(Meaning().term(relation.left)) | free(Meaning().term(relation.right))
    meaning, x = Meaning(facts, outer=outer), sym(approach.name)
    left, right, place = (meaning.term(u) for u in (relation.left, relation.right, approach.place))
    if approach.name in free(place):
        raise InputError(f"as: {approach.name} can't approach something that depends on it")
    if integers and place not in INFINITE:
        raise InputError(f"as: {approach.name} is an integer, and goes nowhere but to oo or -oo")
    s, ways = Meaning(facts).ways(mul(div(left, right), _mentioned(facts)), x, place, approach.side)
    about = tuple(fact for fact in facts if approach.name in fact.free())
    given = tuple(fact for fact in facts if fact not in about)
    return Growth(relation.name, left, right, approach.name, place, s.name, tuple(ways.items()), given, about, integers)


def needed(claim: Growth) -> list[Fact]:
    """What both sides need of the other symbols in order to be defined."""
    found = dict.fromkeys(necessary(claim.left) + necessary(claim.right))
    return [fact for fact in found if claim.symbol not in fact.free()]


def approach_text(claim: Growth) -> str:
    """Where the symbol goes, and from which side if it is one."""
    place = next((text for text, at in (("oo", OO), ("-oo", neg(OO))) if at == claim.place), "")
    if place or len(claim.ways) > 1:
        return f"{claim.symbol} -> {place or to_plain(claim.place)}"
    text = to_plain(claim.place)
    text = text if claim.place.head in ("num", "sym") else f"({text})"
    return f"{claim.symbol} -> {text}{'+' if claim.ways[0][0] == RIGHT else '-'}"


def _mentioned(facts: tuple[Fact, ...]) -> Term:
    """A term with the symbols that the facts mention, so that a fresh one is none of them."""
    return add(ZERO, *(sym(name) for name in sorted(frozenset[str]().union(*(f.free() for f in facts)))))
