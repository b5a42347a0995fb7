"""The search for limits: what is known, steps in whose sub-proofs terms are defined, signs near 0."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from symcheck.kernel.check import necessary
from symcheck.kernel.facts import NEG, POS, Fact, map_fact
from symcheck.kernel.term import (
    BINDERS,
    ONE,
    ZERO,
    Term,
    add,
    div,
    limit,
    neg,
    num,
    power,
    sub,
    sym,
    to_json,
)
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.limit_forms import simple
from symcheck.procedures.limit_place import Place
from symcheck.procedures.linear import linear
from symcheck.procedures.sizes import FINITE, INFINITE

Establish = Callable[[Builder, Term, Prove], Fact | None]
Tactic = Callable[["Search", Term], Fact | None]
Tactics = Callable[[Term], Sequence[Tactic]]
Show = Callable[[Builder, Term], object]
MOST, DEEPEST = 150, 20
LARGEST, TIMES = 60, 6
"""A body that is larger than this, and than so many times the first, is of no use: some rules make ever larger ones."""
CONTINUOUS = frozenset(
    (
        "add",
        "mul",
        "neg",
        "exp",
        "log",
        "pow",
        "sin",
        "cos",
        "atan",
        "asinh",
        "erf",
        "asin",
        "div",
        "abs",
        "min",
        "max",
        "gamma",
        "call",
    )
)


@dataclass(frozen=True)
class Sign:
    """A term that is positive near 0, since its limit is: a sum, or a factor, is ``factor`` times it."""

    positive: Term
    factor: Term
    product: Term


class Search(Place):
    """The search for limits of terms as ``name`` falls to 0, with steps for a builder.

    ``prove`` shows a fact, ``establish`` the value of an integral, a sum or a derivative; ``tactics`` are those
    for a body, tried in order.
    """

    def __init__(
        self, builder: Builder, place: tuple[str, Term], prove: Prove, establish: Establish, tactics: Tactics
    ) -> None:
        super().__init__(builder, *place)
        self.prove, self.establish, self.tactics = prove, establish, tactics
        self.tried: set[Term] = set()
        self.depth = self.largest = 0

    def value(self, body: Term) -> Fact | None:
        """An equation for the limit of a body."""
        whole = limit(body, self.name)
        for fact in self.builder.context.facts:
            if fact.rel == "eq" and fact.left == whole and whole in self.builder.proof.existing:
                return fact
        self.largest = self.largest or max(LARGEST, TIMES * body.size)
        if body in self.tried or len(self.tried) > MOST or self.depth == DEEPEST or body.size > self.largest:
            return None
        self.tried.add(body)
        if self.size(body) == INFINITE:
            return None
        self.depth += 1
        found = next((found for tactic in self.tactics(body) if (found := tactic(self, body)) is not None), None)
        self.depth -= 1
        return found

    # -- steps ----------------------------------------------------------------------------------------------------

    def conclude(
        self, body: Term, value: Term, by: str, about: Iterable[Term], show: Show | None = None, **data: Any
    ) -> Fact | None:
        """A step for ``limit = value``, in whose sub-proof the terms ``about`` are defined as far as can be shown."""
        return self.stated(Fact("eq", limit(body, self.name), value), by, [body, *about], show, **data)

    def same(self, body: Term, other: Term, show: Show | None = None) -> Fact | None:
        """The limit of a body that has the values of another."""
        found = self.value(other) if other != body else None
        return found and self.conclude(body, found.right, "near", (other,), show, other=to_json(other))

    def says(self, claim: Fact, whole: Term, place: Term) -> Fact:
        """What a claim about a limit says of its body at a place."""
        return claim.map(lambda side: self.at(side.args[0], place) if side == whole else side)

    def stated(
        self,
        claim: Fact,
        by: str,
        about: list[Term],
        show: Show | None = None,
        more: Iterable[Sign] = (),
        **data: Any,
    ) -> Fact | None:
        """A step for a claim about a limit; ``more`` is positive near 0 as well."""
        signs = [*self.signs(about, (claim.left, claim.right)), *more]
        for radius in (self.radius, smaller(self.radius)):
            terms = (*about, claim.left, claim.right)
            inner, x = self.small(terms, radius)
            self._assume(inner, x, signs)
            self.count(inner, x, terms, radius)
            self._multiplied(inner, x, signs)
            self._needed(inner, x, about)
            if show is not None:
                show(inner, x)
            positive = [to_json(s.positive) for s in signs]
            if self.builder.step(claim, by, until=to_json(radius), positive=positive, steps=inner.steps, **data):
                return claim
        return None

    def _use(self, inner: Builder, x: Term, signs: list[Sign]) -> None:
        """The signs of sums from what is positive near 0."""
        self._assume(inner, x, signs)
        self._multiplied(inner, x, signs)

    def _assume(self, inner: Builder, x: Term, signs: Iterable[Sign]) -> None:
        facts = [Fact("lt", ZERO, self.at(s.positive, x)) for s in signs]
        inner.context.assume(facts)
        inner.given += tuple(facts)

    def _multiplied(self, inner: Builder, x: Term, signs: Iterable[Sign]) -> None:
        for sign in signs:
            self._product(inner, x, sign, Fact("lt", ZERO, self.at(sign.positive, x)))

    def _product(self, inner: Builder, x: Term, sign: Sign, fact: Fact) -> None:
        factor, product = self.at(sign.factor, x), self.at(sign.product, x)
        below = bool(inner.context.sign(factor) & NEG)
        claim = Fact("lt", product, ZERO) if below else Fact("lt", ZERO, product)
        if not inner.known(claim):
            inner.combine(claim, [(fact, neg(factor) if below else factor)])

    def _needed(self, inner: Builder, x: Term, about: Iterable[Term]) -> None:
        """Steps for the conditions under which terms are defined, as far as they are not visible."""
        for condition in self._conditions(about):
            here = map_fact(condition, {self.name: x})
            if not inner.known(here) and here.rel != "ne":
                linear(inner, here) or self.prove(inner, here)

    def _conditions(self, about: Iterable[Term]) -> list[Fact]:
        return list(dict.fromkeys(fact for term in about for fact in (*necessary(term), *powers(term))))

    # -- signs near 0 ---------------------------------------------------------------------------------------------

    def signs(self, about: list[Term], sides: tuple[Term, Term]) -> list[Sign]:
        """What is positive near 0 and shows that terms are defined there."""
        found: list[Sign] = []
        probe, x = self.inside((*about, *sides))
        for condition in self._conditions(about):
            here = map_fact(condition, {self.name: x})
            if probe.known(here) or not self.moves(sub(condition.right, condition.left)):
                continue
            for part in factors(difference(condition)):
                if not self.moves(part) or probe.context.sign(self.at(part, x)) in (NEG, POS):
                    continue
                sign = self.eventual(part)
                if sign is not None:
                    found.append(sign)
                    self._use(probe, x, [sign])
        return found

    def eventual(self, term: Term) -> Sign | None:
        """A factorisation of a term into one of visible sign and one with a limit other than 0."""
        inner, x = self.inside((term,))
        for factor in self._scales(term):
            if inner.context.sign(self.at(factor, x)) not in (NEG, POS):
                continue
            rest = self._over(term, factor)
            if self.size(rest) != FINITE or not self.sizes.sign(rest):
                continue
            up = self.sizes.sign(rest) > 0
            positive = rest if up else add(*map(neg, rest.args)) if rest.head == "add" else neg(rest)
            found = self.value(positive)
            if found is not None and self.shown(Fact("lt", ZERO, found.right)):
                return Sign(positive, factor if up else neg(factor), term)
        return None

    def shown(self, fact: Fact) -> bool:
        """Whether a fact that says nothing of the symbol is known, or can be proved."""
        builder = self.builder
        return builder.known(fact) or (not fact.free() and builder.enclose(fact)) or self.prove(builder, fact)

    def _scales(self, term: Term) -> Iterator[Term]:
        """What a term may be as large as."""
        yield ONE
        largest = self.sizes.largest(term.args) if term.head == "add" else None
        if largest is not None:
            yield largest
        order = self.sizes.order(term)
        if order is not None:
            yield power(sym(self.name), num(order))

    def _over(self, term: Term, factor: Term) -> Term:
        if factor == ONE:
            return term
        parts = term.args if term.head == "add" else (term,)
        return add(*(simple(self, div(part, factor)) for part in parts))


def smaller(radius: Term) -> Term:
    """An eighth of a number, or of its inverse the next multiple of 8."""
    return num(radius.value / 8) if radius.head == "num" else div(radius, num(8))


def difference(fact: Fact) -> Term:
    """The term whose sign a fact is about."""
    return fact.left if fact.right == ZERO else fact.right if fact.left == ZERO else sub(fact.right, fact.left)


def factors(term: Term) -> Iterator[Term]:
    """Terms whose signs tell that of a product."""
    if term.head in ("mul", "div", "neg", "abs"):
        for arg in term.args:
            yield from factors(arg)
    elif term.head == "pow":
        yield from factors(term.args[0])
    elif term.head == "log":
        yield sub(term.args[0], ONE)
    else:
        yield term


def powers(term: Term) -> Iterator[Fact]:
    """That the base of each power is positive whose exponent is no number."""
    if term.head == "pow" and term.args[1].head != "num":
        yield Fact("lt", ZERO, term.args[0])
    for arg in term.args[1:] if term.head in BINDERS else term.args:
        yield from powers(arg)
