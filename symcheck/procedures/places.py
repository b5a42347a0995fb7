"""Steps for what terms need to be defined, inside the range of a sum."""

from __future__ import annotations

from collections.abc import Iterator

from symcheck import bridge
from symcheck.kernel.check import necessary
from symcheck.kernel.facts import Fact
from symcheck.kernel.term import BINDERS, ZERO, Term, sub
from symcheck.procedures.builder import Builder, Prove


def defined(builder: Builder, terms: list[Term], prove: Prove) -> None:
    """Steps for what terms need to be defined, as far as that is not visible: that it is positive, most of all."""
    needs = [fact for term in terms for fact in (*necessary(term), *_arguments(term))]
    for need in dict.fromkeys(needs):
        if builder.holds(need):
            continue
        below = need.left if need.rel == "ne" else sub(need.right, need.left)
        if prove(builder, Fact("lt", ZERO, below)) and builder.holds(need):
            continue
        product = bridge.factored(below)
        if product is not None and all(prove(builder, Fact("lt", ZERO, part)) for part in _factors(product)):
            same = Fact("eq", below, product)
            if builder.combine(same):
                builder.combine(need, rewrite=[same])


def _factors(product: Term) -> list[Term]:
    parts = product.args if product.head == "mul" else product.args[:1]
    return [part.args[0] if part.head == "pow" else part for part in parts if part.head != "num"]


def _arguments(term: Term) -> Iterator[Fact]:
    """That the arguments of gamma are positive."""
    if term.head == "gamma":
        yield Fact("lt", ZERO, term.args[0])
    for arg in term.args[1:] if term.head in BINDERS else term.args:
        yield from _arguments(arg)
