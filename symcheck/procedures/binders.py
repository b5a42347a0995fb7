"""Derivatives, integrals and maxima of a statement: their values, with the steps that show them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from symcheck.kernel.calculus import Conditions, differentiate, unspecified
from symcheck.kernel.facts import Fact, map_fact
from symcheck.kernel.term import BINDERS, Reject, Term, sub, substitute, sym, to_json
from symcheck.procedures import integrals, leibniz
from symcheck.procedures.antiderivative import antiderivatives
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.limits import limit_value
from symcheck.procedures.ranges import between
from symcheck.procedures.sums import total


def outermost(term: Term) -> Iterator[Term]:
    """The binders of a term that stand below no other binder; derivatives of unspecified functions are left out."""
    if term.head in BINDERS and not unspecified(term):
        yield term
        return
    for arg in term.args[1:] if term.head in BINDERS else term.args:
        yield from outermost(arg)


def establish(builder: Builder, term: Term, prove: Prove) -> Fact | None:
    """An equation ``term = value`` with steps for it, the value free of binders; None if none is found."""
    for fact in builder.context.facts:
        if fact.rel == "eq" and fact.left == term and term in builder.proof.existing:
            return fact
    if term in builder.sought:  # its own value is no help to find it
        return None
    builder.sought.add(term)
    try:
        return FIND[term.head](builder, term, prove)
    finally:
        builder.sought.remove(term)


def derivative(builder: Builder, term: Term, prove: Prove) -> Fact | None:
    """``term = value`` for a derivative, from the table; of an integral, by Leibniz's rule."""
    if term.args[0].head == "integral":
        return leibniz.of_integral(builder, term, prove, establish)
    needs: Conditions = []
    at = {term.name: term.args[1]}
    try:
        value = substitute(differentiate(term.args[0], term.name, builder.functions, needs), at)
    except Reject:
        return None
    for need in needs:
        if isinstance(need, Fact):
            _show(builder, map_fact(need, at), prove)
    claim = Fact("eq", term, value)
    return claim if builder.step(claim, "derivative") else None


def _show(builder: Builder, fact: Fact, prove: Prove) -> bool:
    return builder.holds(fact) or prove(builder, fact)


def _integral(builder: Builder, term: Term, prove: Prove) -> Fact | None:
    """What is simple first: an antiderivative that is visibly continuous."""
    if not integrals.kinked(term):
        integrand = term.args[0], term.name
        claims = (_integrated(builder, term, u) for u in antiderivatives(*integrand, builder.positive(integrand[0])))
        found = next((claim for claim in claims if claim is not None), None)
        if found is not None:
            return found
    return integrals.integral(builder, term, prove, establish)


def _integrated(builder: Builder, term: Term, candidate: Term) -> Fact | None:
    """``term = value`` for an integral, by one antiderivative, if need be case by case in the order of the ends."""
    low, high = term.args[1:]
    value = sub(substitute(candidate, {term.name: high}), substitute(candidate, {term.name: low}))
    claim = Fact("eq", term, value)

    def show(branch: Builder, _case: Fact) -> bool:
        return _interval(branch, claim, candidate)

    done = _interval(builder, claim, candidate) or builder.split_order(claim, low, high, show)
    return claim if done else None


def _limit(builder: Builder, term: Term, prove: Prove) -> Fact | None:
    return limit_value(builder, term, prove, establish)


def _interval(builder: Builder, claim: Fact, candidate: Term) -> bool:
    """The integral step where the order of the ends is known."""
    ends = claim.left.args[1:]
    for flip in (False, True):
        low, high = ends[::-1] if flip else ends
        if not builder.holds(Fact("le", low, high)):
            continue
        name = builder.fresh(claim.left.name, claim.left, claim.right)
        inner = {"open": _signs(builder, "lt", low, name, high), "closed": _signs(builder, "le", low, name, high)}
        if builder.step(claim, "integral", antiderivative=to_json(candidate), **inner, flip=flip or None):
            return True
    return False


def bound_below(builder: Builder, whole: Term, candidate: Term, cut: Term) -> Fact | None:
    """``F(high) - F(cut) <= whole`` for an integral whose existence is in doubt, in the refutation of an equation."""
    low, high = whole.args[1:]
    claim = Fact("le", sub(substitute(candidate, {whole.name: high}), substitute(candidate, {whole.name: cut})), whole)
    name = builder.fresh(whole.name, claim.left, claim.right)
    inner = {"open": _signs(builder, "lt", low, name, high), "closed": _signs(builder, "le", cut, name, high)}
    done = builder.step(claim, "at_least", antiderivative=to_json(candidate), cut=to_json(cut), **inner)
    return claim if done else None


def _signs(builder: Builder, rel: str, low: Term, name: str, high: Term) -> list[dict[str, Any]]:
    """Steps that show the sign of a symbol between two ends, as far as these tell it."""
    return between(builder, rel, low, name, high).steps


def _maximum(builder: Builder, term: Term, prove: Prove) -> Fact | None:
    low = term.args[1]
    top = substitute(term.args[0], {term.name: low})
    claim = Fact("eq", term, top)
    name = builder.fresh(term.name, term, top)
    child = builder.child([Fact("le", low, sym(name))])
    goal = Fact("le", substitute(term.args[0], {term.name: sym(name)}), top)
    if not prove(child, goal) or not child.steps:
        return None
    return claim if builder.step(claim, "maximum", at=to_json(low), steps=child.steps) else None


FIND = {"deriv": derivative, "integral": _integral, "sup": _maximum, "sum": total, "limit": _limit}
"""How the value of a binder is found, with steps that show it."""
