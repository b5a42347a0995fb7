"""Finite sums: term by term, or by an antidifference."""

from __future__ import annotations

from typing import Any

from symcheck import bridge
from symcheck.kernel.calculus import MAX_SUMMANDS
from symcheck.kernel.facts import Fact, rational, whole
from symcheck.kernel.term import ONE, ZERO, Term, add, num, sub, substitute, sym, to_json
from symcheck.procedures.builder import Builder, Prove


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
    for candidate in bridge.antidifferences(term.args[0], term.name, low):
        value = sub(*(substitute(candidate, {term.name: end}) for end in (add(high, ONE), low)))
        claim = Fact("eq", term, value)
        if builder.step(claim, "telescope", antidifference=to_json(candidate), steps=_inside(builder, term, prove)):
            return claim
    return None


def _inside(builder: Builder, term: Term, prove: Prove) -> list[dict[str, Any]]:
    """Steps for the sign of what is summed over, from the ends."""
    low, high = term.args[1:]
    k = sym(builder.fresh(term.name, low, high))
    child = builder.child([whole(k), Fact("le", low, k), Fact("le", k, high)])
    for claim in (Fact("lt", ZERO, k), Fact("le", ZERO, k)):
        if not child.holds(claim) and prove(child, claim):
            break
    return child.steps
