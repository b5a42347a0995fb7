"""An interval over which something is integrated: guesses at what is so there, and steps that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from symcheck import bridge
from symcheck.bridge import floating
from symcheck.kernel.calculus import Conditions, differentiate
from symcheck.kernel.check import necessary
from symcheck.kernel.facts import Fact, rational
from symcheck.kernel.term import BINDERS, ZERO, Reject, Term, add, div, free, mul, neg, num, sub, sym
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.laws import consequences, instance, outside
from symcheck.procedures.linear import linear
from symcheck.procedures.sizes import LARGEST, NoValue, Sizes, value

PI = Term("pi")
WAVES = {"sin": 0, "cos": 1}
"""By how many quarters of a turn the place where a function begins to be positive lies before 0."""


@dataclass(frozen=True)
class Range:
    """The numbers between two terms; ``point`` are values of other symbols at which what is known holds, if any."""

    low: Term
    high: Term
    name: str
    point: Mapping[str, Any] | None

    @classmethod
    def between(cls, builder: Builder, low: Term, high: Term, name: str) -> Range:
        """The range of a symbol between two ends."""
        sizes = Sizes(builder.context.facts, name)
        others = frozenset().union(*(f.free() for f in sizes.facts)) | free(low) | free(high)
        return cls(low, high, name, sizes.point(others - {name}))

    @cached_property
    def ends(self) -> tuple[Any, Any] | None:
        """Both ends as numbers."""
        found = [self._at(end, {}) for end in (self.low, self.high)]
        return None if None in found else (found[0], found[1])

    @property
    def middle(self) -> Term:
        """A term between both ends."""
        return div(add(self.low, self.high), num(2))

    def _at(self, term: Term, more: Mapping[str, Any]) -> Any:
        if self.point is None:
            return None
        try:
            found = value(term, {**self.point, **more})
        except NoValue:
            return None
        return found if abs(found) < LARGEST else None

    def at(self, term: Term, place: Term) -> Any:
        """The value of a term where the symbol has the value of another; None if there is none."""
        here = self._at(place, {})
        return None if here is None else self._at(term, {self.name: here})

    def number(self, term: Term) -> Any:
        """The value of a term that does not depend on the symbol; None if there is none."""
        return self._at(term, {})

    def inside(self, term: Term) -> Any:
        """The value of a term somewhere inside; None if there is none."""
        if self.ends is None:
            return None
        low, high = self.ends
        return self._at(term, {self.name: low + (high - low) * floating().mpf("0.4863")})

    # -- steps ----------------------------------------------------------------------------------------------------

    def open(
        self, builder: Builder, wanted: Iterable[Fact], smooth: Term, terms: Iterable[Term], prove: Prove
    ) -> Builder:
        """A sub-proof strictly inside: some facts, that a term is differentiable, and that others are defined."""
        inner = between(builder, "lt", self.low, self.name, self.high)
        needs = Conditions()
        try:
            slope = differentiate(smooth, self.name, builder.functions, needs)
        except Reject:
            return inner
        asked = [*wanted, *(n for n in needs if n.rel != "eq"), *needed((*terms, smooth, slope))]
        self.show(inner, asked, prove)
        return inner

    def closed(self, builder: Builder, term: Term, prove: Prove) -> Builder:
        """A sub-proof from end to end, with steps that show a term to be defined."""
        inner = between(builder, "le", self.low, self.name, self.high)
        self.show(inner, needed((term,)), prove)
        return inner

    def show(self, inner: Builder, facts: Iterable[Fact], prove: Prove) -> None:
        """Steps for facts about what is inside, as far as they are not visible and can be shown."""
        for fact in dict.fromkeys(facts):
            self._show(inner, fact, prove)

    def _show(self, inner: Builder, fact: Fact, prove: Prove) -> bool:
        """One fact; an inequality of two terms by the one that the range suggests."""
        if inner.known(fact) or inner.combine(fact):
            return True
        if fact.rel == "ne":
            sign = self.inside(sub(fact.left, fact.right))
            if not sign:
                return False
            strict = Fact("lt", fact.right, fact.left) if sign > 0 else Fact("lt", fact.left, fact.right)
            return self._show(inner, strict, prove) and inner.known(fact)
        if linear(inner, fact):
            return True
        self._waves(inner, fact)
        if inner.known(fact) or prove(inner, fact) or (consequences(inner, fact) and prove(inner, fact)):
            return True
        return self._product(inner, fact, prove)

    def _waves(self, inner: Builder, fact: Fact) -> None:
        """The signs of the sines and cosines in a fact, where their angles stay within one half turn."""
        for wave in dict.fromkeys(u for side in (fact.left, fact.right) for u in outside(side) if u.head in WAVES):
            angle = self.inside(div(wave.args[0], PI))
            if angle is None:
                continue
            half = div(num(WAVES[wave.head]), num(2))
            turns = int(floating().floor(angle + WAVES[wave.head] / floating().mpf(2)))
            shifted = sub(wave.args[0], mul(num(turns), PI)) if turns else wave.args[0]
            low, high = (ZERO, PI) if half.args[0] == ZERO else (neg(div(PI, num(2))), div(PI, num(2)))
            if all(inner.known(f) or linear(inner, f) for f in (Fact("lt", low, shifted), Fact("lt", shifted, high))):
                instance(inner, f"{wave.head} positive", {"x": shifted})

    def _product(self, inner: Builder, fact: Fact, prove: Prove) -> bool:
        """The sign of a difference from those of its factors."""
        gap = sub(fact.right, fact.left) if fact.left != ZERO else fact.right
        whole = bridge.factored(gap)
        same = Fact("eq", gap, whole) if whole is not None and whole != gap else None
        if same is None or not inner.combine(same):
            return False
        for part in factors(same.right):
            sign = self.inside(part)
            if sign and free(part):
                strict = Fact("lt", ZERO, part) if sign > 0 else Fact("lt", part, ZERO)
                inner.known(strict) or linear(inner, strict) or prove(inner, strict)
        return inner.combine(fact, rewrite=[same])


def factors(term: Term) -> Iterator[Term]:
    """The factors of a product, whatever stands below the line."""
    if term.head in ("mul", "div", "neg"):
        for arg in term.args:
            yield from factors(arg)
    else:
        yield term.args[0] if term.head == "pow" else term


def needed(terms: Iterable[Term]) -> list[Fact]:
    """What some terms need in order to be defined, that bases of powers are positive whose exponent is no number."""
    found = [fact for term in terms for fact in necessary(term)]
    powers = [u for term in terms for u in outside(term) if u.head == "pow" and u.args[1].head != "num"]
    return [*found, *(Fact("lt", ZERO, u.args[0]) for u in powers)]


def ordered(builder: Builder, fact: Fact) -> bool:
    """Whether the order of two ends is known, or can be shown by a step."""
    if builder.known(fact) or builder.combine(fact) or (not fact.free() and builder.enclose(fact)):
        return True
    for number in dict.fromkeys(u for side in (fact.left, fact.right) for u in _irrational(side)):
        _bounded(builder, number)
    return linear(builder, fact)


def _irrational(term: Term) -> Iterator[Term]:
    """The largest closed parts of a term that are no sums or multiples, nor seen to be rational."""
    if not free(term) and rational(term) is None and term.head not in ("add", "mul", "neg", "div"):
        yield term
        return
    for arg in term.args if term.head not in BINDERS else ():
        yield from _irrational(arg)


def _bounded(builder: Builder, number: Term) -> None:
    """Steps for rational numbers around a closed term."""
    try:
        eighths = int(floating().floor(8 * value(number, {})))
    except NoValue:
        return
    for bound in (Fact("lt", num(Fraction(eighths, 8)), number), Fact("lt", number, num(Fraction(eighths + 1, 8)))):
        if not builder.known(bound) and builder.enclose(bound):
            builder.given += (bound,)


def between(builder: Builder, rel: str, low: Term, name: str, high: Term) -> Builder:
    """A sub-proof in which a symbol lies between two ends, with steps for its sign, as far as these tell it."""
    child = builder.child([Fact(rel, low, sym(name)), Fact(rel, sym(name), high)])
    above, below = child.context.facts[-2:]
    for anchor, claim, gap in (
        (above, Fact("lt", ZERO, sym(name)), low),
        (below, Fact("lt", sym(name), ZERO), neg(high)),
    ):
        if not child.holds(claim):
            child.combine(claim, [(anchor, num(1))], gap=gap) or child.combine(claim, [(anchor, num(1))])
    if rel == "le" and not child.steps and child.holds(Fact("le", ZERO, low)):
        child.combine(Fact("le", ZERO, sym(name)), [(above, num(1))], gap=low)
    return child
