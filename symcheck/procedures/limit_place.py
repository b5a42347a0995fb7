"""Where a limit is looked for: a symbol that falls to 0, and sub-proofs where it is small."""

from __future__ import annotations

from collections.abc import Iterable

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import ONE, ZERO, Term, free, limit, substitute, sym
from symcheck.procedures.builder import Builder
from symcheck.procedures.sizes import Sizes


class Place:
    """The symbol ``name`` near 0, after the steps of a builder."""

    def __init__(self, builder: Builder, name: str) -> None:
        self.builder, self.name = builder, name
        self.sizes = Sizes(builder.context.facts, name)

    def size(self, term: Term) -> str:
        """How large a term seems to be near 0."""
        return self.sizes.size(term)

    def moves(self, term: Term) -> bool:
        """Whether the symbol occurs in a term."""
        return self.name in free(term)

    def inside(self, about: Iterable[Term] = (), radius: Term = ONE, rel: str = "lt") -> tuple[Builder, Term]:
        """A sub-proof where the symbol is small, and the name that the kernel gives it."""
        x = sym(self.builder.fresh(self.name, *(limit(u, self.name) for u in about)))
        return self.builder.child([Fact(rel, ZERO, x), Fact("lt", x, radius)]), x

    def at(self, term: Term, x: Term) -> Term:
        """A term in the symbol at x."""
        return substitute(term, {self.name: x})
