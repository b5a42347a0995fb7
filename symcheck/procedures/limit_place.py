"""Where a limit is looked for: a symbol that falls to 0, and sub-proofs where it is small."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import BINDERS, ONE, ZERO, Term, add, div, free, limit, num, sub, substitute, sym
from symcheck.procedures.builder import Builder
from symcheck.procedures.laws import instance
from symcheck.procedures.sizes import Sizes


class Place:
    """The symbol ``name`` near 0, after the steps of a builder."""

    def __init__(self, builder: Builder, name: str, radius: Term = ONE) -> None:
        self.builder, self.name, self.radius = builder, name, radius
        self.sizes = Sizes(builder.context.facts, name)

    def size(self, term: Term) -> str:
        """How large a term seems to be near 0."""
        return self.sizes.size(term)

    def moves(self, term: Term) -> bool:
        """Whether the symbol occurs in a term."""
        return self.name in free(term)

    def inside(self, about: Iterable[Term] = (), radius: Term | None = None) -> tuple[Builder, Term]:
        """A sub-proof where the symbol is small, and the name that the kernel gives it."""
        inner, x = self.small(about := tuple(about), radius or self.radius)
        self.count(inner, x, about, radius or self.radius)
        return inner, x

    def small(self, about: tuple[Term, ...], radius: Term) -> tuple[Builder, Term]:
        """The same before anything is shown in it."""
        x = sym(self.builder.fresh(self.name, *(limit(u, self.name) for u in about)))
        return self.builder.child([Fact("lt", ZERO, x), Fact("lt", x, radius)]), x

    def count(self, inner: Builder, x: Term, about: tuple[Term, ...], radius: Term) -> None:
        """Steps for the least values of the greatest integers in terms."""
        for count in dict.fromkeys(u for body in about for u in self.counts(body)):
            _counted(inner, self.at(count, x), radius)

    def counts(self, term: Term) -> Iterator[Term]:
        """The greatest integers in a term that go with the symbol."""
        if term.head == "floor" and self.moves(term):
            yield term
        hidden = term.head in BINDERS and term.head != "limit" and term.name == self.name
        for arg in term.args[1:] if hidden else term.args:
            yield from self.counts(arg)

    def at(self, term: Term, x: Term) -> Term:
        """A term in the symbol at x."""
        return substitute(term, {self.name: x})


def _counted(inner: Builder, count: Term, radius: Term) -> None:
    """Steps for the least value of the greatest integer in what is above 1 / radius."""
    law = instance(inner, "floor next", {"x": count.args[0]})
    instance(inner, "floor", {"x": count.args[0]})
    least = num(1 / radius.value) if radius.head == "num" else div(ONE, radius)
    least = radius.args[1] if radius.head == "div" and radius.args[0] == ONE else least
    order = Fact("lt", sub(least, ONE), count)
    if law is not None and inner.combine(order, [(law, ONE)], gap=sub(count.args[0], least)):
        before = num(least.value - 1) if least.head == "num" else sub(least, ONE)
        plain = Fact("lt", before, count)
        if plain == order or inner.combine(plain, [(order, ONE)]):
            found = Fact("le", add(before, ONE), count)
            if inner.step(found, "next"):
                inner.learn(Fact("le", least, count), found)
