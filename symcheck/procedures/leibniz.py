"""Derivatives of integrals in their ends and under the sign, by Leibniz's rule."""

from __future__ import annotations

from symcheck.kernel.calculus import Conditions, derivative_at, differentiate
from symcheck.kernel.facts import Fact, map_fact
from symcheck.kernel.term import ONE, ZERO, Reject, Term, add, deriv, free, mul, neg, substitute, sym
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.limit_search import Establish
from symcheck.procedures.ranges import Range, between, needed, ordered


def of_integral(builder: Builder, term: Term, prove: Prove, establish: Establish) -> Fact | None:
    """An equation for the derivative of an integral, if need be case by case in the order of the ends."""
    whole, at = term.args[0], {term.name: term.args[1]}
    u = builder.fresh(whole.name, sym(term.name), whole, term.args[1])
    body, ends = substitute(whole.args[0], {whole.name: sym(u)}), whole.args[1:]
    needs, moving, parts = Conditions(), Conditions(), list[Term]()
    try:
        changing = differentiate(body, term.name, builder.functions, needs)
        for sign, end in ((ONE, ends[1]), (neg(ONE), ends[0])):
            if term.name in free(end):
                place = substitute(end, at)
                speed, first = derivative_at(deriv(end, term.name, term.args[1]), builder.functions)
                _, second = derivative_at(deriv(substitute(body, at), u, place), builder.functions)
                parts.append(mul(sign, substitute(body, {**at, u: place}), speed))
                moving += first + second
    except Reject:
        return None
    low, high = (substitute(end, at) for end in ends)
    inner = Term("integral", (substitute(changing, at), low, high), u)
    claim = Fact("eq", term, add(*parts, *([] if changing == ZERO else [inner])))
    inside = [map_fact(f, at) for f in needs] + needed([substitute(t, at) for t in (body, changing)])

    def show(branch: Builder, _case: Fact) -> bool:
        for need in moving:
            branch.holds(need) or prove(branch, need)
        return any(
            _leibniz(branch, claim, Range.between(branch, *pair, u), inside, prove, flip=pair == (high, low))
            for pair in ((low, high), (high, low))
            if ordered(branch, Fact("le", *pair))
        )

    if not (show(builder, claim) or builder.split_order(claim, low, high, show)):
        return None
    found = establish(builder, inner, prove) if changing != ZERO else None
    if found is None:
        return claim
    plain = Fact("eq", term, add(*parts, found.right))
    return plain if builder.combine(plain, [(claim, ONE), (found, ONE)]) else claim


def _leibniz(builder: Builder, claim: Fact, span: Range, inside: list[Fact], prove: Prove, flip: bool) -> bool:
    closed = between(builder, "le", span.low, span.name, span.high)
    span.show(closed, [fact for fact in inside if fact.rel != "eq"], prove)
    return builder.step(claim, "leibniz", closed=closed.steps, flip=flip or None)
