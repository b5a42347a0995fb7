"""Derivatives, integrals and maxima of a statement: their values, with the steps that show them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from symcheck.kernel.calculus import Conditions, differentiate, unspecified
from symcheck.kernel.context import Fact, map_fact
from symcheck.kernel.term import BINDERS, ZERO, Reject, Term, free, fresh, neg, num, sub, substitute, sym, to_json
from symcheck.procedures.antiderivative import antiderivatives
from symcheck.procedures.builder import Builder

Prove = Callable[[Builder, Fact], bool]


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
    return {"deriv": _derivative, "integral": _integral, "sup": _maximum}[term.head](builder, term, prove)


def _derivative(builder: Builder, term: Term, prove: Prove) -> Fact | None:
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


def _integral(builder: Builder, term: Term, _prove: Prove) -> Fact | None:
    low, high = term.args[1:]
    for candidate in antiderivatives(term.args[0], term.name):
        value = sub(substitute(candidate, {term.name: high}), substitute(candidate, {term.name: low}))
        claim = Fact("eq", term, value)
        if _interval(builder, claim, candidate):
            return claim
        branches = []
        for fact in (Fact("lt", low, high), Fact("eq", low, high), Fact("lt", high, low)):
            branch = builder.child([fact])
            if not _interval(branch, claim, candidate):
                break
            branches.append(branch.steps)
        if len(branches) == 3 and builder.step(claim, "cases", pivot=[to_json(low), to_json(high)], branches=branches):
            return claim
    return None


def _interval(builder: Builder, claim: Fact, candidate: Term) -> bool:
    """The integral step where the order of the ends is known."""
    ends = claim.left.args[1:]
    for flip in (False, True):
        low, high = ends[::-1] if flip else ends
        if not builder.holds(Fact("le", low, high)):
            continue
        sides = [t for f in (*builder.context.facts, claim) for t in (f.left, f.right)]
        name = fresh(claim.left.name, frozenset().union(*map(free, sides)))
        inner = []
        for rel in ("lt", "le"):
            child = builder.child([Fact(rel, low, sym(name)), Fact(rel, sym(name), high)])
            for bound, claimed in ((low, Fact("lt", ZERO, sym(name))), (high, Fact("lt", sym(name), ZERO))):
                anchor = child.context.facts[-2 if bound == low else -1]
                if not child.holds(claimed):
                    rest = bound if bound == low else neg(bound)
                    child.combine(claimed, [(anchor, num(1))], gap=rest) or child.combine(claimed, [(anchor, num(1))])
            if rel == "le" and not child.steps and child.holds(Fact("le", ZERO, low)):
                child.combine(Fact("le", ZERO, sym(name)), [(child.context.facts[-2], num(1))], gap=low)
            inner.append(child.steps)
        data = {"antiderivative": to_json(candidate), "open": inner[0], "closed": inner[1], "flip": flip or None}
        if builder.step(claim, "integral", **data):
            return True
    return False


def _maximum(builder: Builder, term: Term, prove: Prove) -> Fact | None:
    low = term.args[1]
    top = substitute(term.args[0], {term.name: low})
    sides = [t for f in builder.context.facts for t in (f.left, f.right)]
    claim = Fact("eq", term, top)
    name = fresh(term.name, frozenset().union(*map(free, sides), free(term), free(top)))
    child = builder.child([Fact("le", low, sym(name))])
    goal = Fact("le", substitute(term.args[0], {term.name: sym(name)}), top)
    if not prove(child, goal) or not child.steps:
        return None
    return claim if builder.step(claim, "maximum", at=to_json(low), steps=child.steps) else None
