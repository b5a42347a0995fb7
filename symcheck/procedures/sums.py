"""Finite sums: term by term, or by an antidifference."""

from __future__ import annotations

from typing import Any

from symcheck import bridge
from symcheck.kernel.calculus import MAX_SUMMANDS
from symcheck.kernel.facts import Fact, rational, whole
from symcheck.kernel.term import ONE, ZERO, Term, add, deriv, num, sub, substitute, sym, to_json
from symcheck.procedures.antidifference import antidifferences
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.places import defined
from symcheck.procedures.series import finite


def total(builder: Builder, term: Term, prove: Prove) -> Fact | None:
    """An equation for a sum, with steps for it."""
    low, high = term.args[1:]
    ends = rational(low), rational(high)
    if ends[0] is not None and ends[1] is not None:
        if not -1 <= ends[1] - ends[0] < MAX_SUMMANDS or ends[0].denominator * ends[1].denominator != 1:
            return None
        parts = [num(ends[0] + k) for k in range(int(ends[1] - ends[0]) + 1)]
        claim = Fact("eq", term, add(*(substitute(term.args[0], {term.name: k}) for k in parts)))
        return claim if builder.step(claim, "expand") else None
    order = Fact("le", low, add(high, ONE))
    if not (builder.combine(order) or prove(builder, order)):
        return None
    body, name = term.args[0], term.name
    claims = (_telescoped(builder, term, candidate, prove) for candidate in antidifferences(builder, body, name))
    found = next((claim for claim in claims if claim is not None), None) or finite(builder, term, prove)
    if found is None:
        claims = (_telescoped(builder, term, candidate, prove) for candidate in bridge.summations(body, name, low))
        found = next((claim for claim in claims if claim is not None), None)
    return found


def _telescoped(builder: Builder, term: Term, candidate: Term, prove: Prove) -> Fact | None:
    """An equation for a sum by one antidifference."""
    low, high = term.args[1:]
    value = sub(*(substitute(candidate, {term.name: end}) for end in (add(high, ONE), low)))
    claim = Fact("eq", term, value)
    steps = _inside(builder, term, candidate, prove)
    return claim if builder.step(claim, "telescope", antidifference=to_json(candidate), steps=steps) else None


def _inside(builder: Builder, term: Term, candidate: Term, prove: Prove) -> list[dict[str, Any]]:
    """Steps for the sign of what is summed over, from the ends, and for what the terms need to be defined."""
    low, high = term.args[1:]
    k = sym(builder.fresh(term.name, term, deriv(candidate, term.name, low)))
    child = builder.child([whole(k), Fact("le", low, k), Fact("le", k, high)])
    for claim in (Fact("lt", ZERO, k), Fact("le", ZERO, k)):
        if child.holds(claim) or prove(child, claim):
            break
    places = ((term.args[0], k), (candidate, k), (candidate, add(k, ONE)))
    defined(child, [substitute(body, {term.name: at}) for body, at in places], prove)
    return child.steps
