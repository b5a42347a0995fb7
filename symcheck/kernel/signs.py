"""What is known at one point of a proof: facts, and the signs that follow from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import reduce

from symcheck.kernel import poly as p
from symcheck.kernel import term as t
from symcheck.kernel.facts import (
    ANY,
    NEG,
    NIL,
    POS,
    SIGN_OF_DIFFERENCE,
    SIGNS,
    Fact,
    plus,
    power_sign,
    rational,
    sign_of,
    times,
    whole,
)
from symcheck.kernel.poly import UNITY, Exponent, Frac, Mono, Poly
from symcheck.kernel.term import Reject, Term

Part = frozenset[tuple[Mono, Exponent]]
Name = tuple[Part, Part]
"""What identifies a fraction: the terms of its numerator and denominator."""
ALONE: Part = frozenset(UNITY.items())


class Signs(p.Algebra):
    """Facts, and the signs read off them by way of normal forms.

    ``built`` are the possible signs of generators by what they stand for, whatever the facts.  A generator whose name
    begins with # is a number greater than 1.
    """

    def __init__(self, parent: Signs | None) -> None:
        super().__init__(parent)
        self.facts: list[Fact] = list(parent.facts) if parent else []
        self.built: dict[str, int] = dict(parent.built) if parent else {}
        if parent:
            parent._refresh()
        self._known: dict[Name, int] = dict(parent._known) if parent else {}
        self._signs: dict[Term, int] = dict(parent._signs) if parent else {}
        self._forms: dict[Term, Frac] = dict(parent._forms) if parent else {}
        self._waiting: list[list[Fact]] = []

    def assume(self, facts: Iterable[Fact]) -> None:
        """Add facts; the caller answers for them."""
        new = list(facts)
        self._waiting.append([fact for fact in new if fact not in self.facts])
        self.facts += new

    def holds(self, fact: Fact) -> bool:
        """Whether the signs show ``fact``."""
        return not self.sign(t.sub(fact.right, fact.left)) & ~SIGN_OF_DIFFERENCE[fact.rel]

    def whole(self, term: Term) -> bool:
        """Whether the facts show a term to be an integer."""
        value = rational(term)
        if value is not None:
            return value.denominator == 1
        if whole(term) in self.facts:
            return True
        return term.head == "floor" or (
            term.head in ("add", "mul", "neg", "min", "max", "abs") and all(map(self.whole, term.args))
        )

    def normal(self, term: Term) -> Frac:
        """The normal form: equal to ``term`` wherever the facts hold."""
        if self._waiting:
            self._refresh()
        form = self._forms.get(term)
        if form is None:
            form = self._forms[term] = self._normal(term)
        return form

    def _normal(self, term: Term) -> Frac:
        raise NotImplementedError

    def _refresh(self) -> None:
        """Read the facts that are new, in the portions in which they were added.

        If they tell signs, those that are related are read once more: a sign may bring a fact into a better form.
        """
        while self._waiting:
            news = self._read(self._waiting.pop(0))
            if news:
                related = self._forget(news)
                self._forget(self._read([f for f in self.facts if related(f.left) or related(f.right)]))

    def _forget(self, news: list[Fact]) -> Callable[[Term], bool]:
        """Drop what was read off terms to which a fact may matter; which these are.

        A sign is looked up for what has all symbols of what it was recorded for, if that has any.
        """
        names = frozenset[str]().union(*(fact.free() for fact in news))
        closed = [fact.left.binds or fact.right.binds for fact in news if not fact.free()]

        def related(term: Term) -> bool:
            return not names.isdisjoint(t.free(term)) or False in closed or (term.binds and True in closed)

        for known in (self._signs, self._forms):
            for term in list(filter(related, known)):
                del known[term]
        return related

    def _read(self, facts: Iterable[Fact]) -> list[Fact]:
        """Record what facts say of signs; those that say what could not be told before."""
        waiting, self._waiting, news = self._waiting, [], list[Fact]()
        for fact in facts:
            with suppress(Reject):  # a fact without a normal form says nothing here
                form = self.normal(t.sub(fact.right, fact.left))
                for part in self._parts(form) if form.num else ():
                    name, lead = self._name(part)
                    before, says = self._known.get(name, ANY), SIGN_OF_DIFFERENCE[fact.rel]
                    if before & ~times(lead, says):
                        news += [fact] if self._form_sign(part) & ~says else []
                        self._known[name] = before & times(lead, says)
        self._waiting = waiting
        return news

    @staticmethod
    def _name(form: Frac) -> tuple[Name, int]:
        """The name of a fraction made monic, under which its sign is recorded, and the sign of its leading number."""
        lead = p.lead(form.num)
        return (frozenset(p.monic(form.num, lead).items()), frozenset(form.den.items())), sign_of(lead)

    def _parts(self, form: Frac) -> Iterator[Frac]:
        """A fraction, and one of the same sign: without the monomial common to its numerator, if that is positive."""
        yield form
        content = self.content(form.num)
        if content and not self._mono_sign(content) & ~POS:
            yield Frac(p.poly_mul(form.num, {p.mono_inverse(content): 1}), form.den)

    def _recorded(self, form: Frac) -> int:
        """What a fact says about the sign of just this fraction."""
        name, lead = self._name(form)
        return times(lead, self._known.get(name, ANY))

    def sign(self, term: Term) -> int:
        """The possible signs of ``term`` as bits NEG, NIL, POS; 0 when the facts contradict each other."""
        if self._waiting:
            self._refresh()
        if term not in self._signs:
            sign = self._shape_sign(term)
            if sign not in (NEG, NIL, POS):
                sign &= self._form_sign(self.normal(term))
            self._signs[term] = sign
        return self._signs[term]

    def _shape_sign(self, term: Term) -> int:
        """What the outermost operation says; a square is seen here, before it is multiplied out."""
        head, args = term.head, term.args
        if head == "num":
            return sign_of(term.value)
        if head == "log" and not self.sign(args[0]) & ~POS:
            return self.sign(t.sub(args[0], t.ONE))
        if head == "pow" and (exponent := rational(args[1])) is not None:
            return power_sign(self.sign(args[0]), exponent)
        return SIGNS[head](*map(self.sign, args)) if head in SIGNS else ANY

    def _form_sign(self, form: Frac) -> int:
        """What the normal form says: a recorded fact, or the signs of its monomials."""
        if not form.num:
            return NIL
        if form.den == UNITY:
            return self._poly_sign(form.num)
        return times(self._poly_sign(form.num), self._poly_sign(form.den) & ~NIL) & self._recorded(form)

    def _poly_sign(self, poly: Poly) -> int:
        """The sign of the common monomial times that of the rest, each as far as the facts tell."""
        content = self.content(poly)
        rest = p.poly_mul(poly, {p.mono_inverse(content): 1})
        terms = (times(sign_of(coefficient), self._mono_sign(mono)) for mono, coefficient in rest.items())
        total = reduce(plus, terms) & self._recorded(Frac(rest))
        return self._recorded(Frac(poly)) & times(self._mono_sign(content), total) if content else total

    def _mono_sign(self, mono: Mono) -> int:
        signs = (power_sign(self.gen_sign(name), exponent) for name, exponent in mono)
        return reduce(times, signs, POS)

    def gen_sign(self, name: str) -> int:
        """The possible signs of a generator."""
        built = POS if name.startswith("#") else self.built.get(name, ANY)
        return built & self._known.get((frozenset(((((name, 1),), 1),)), ALONE), ANY)
