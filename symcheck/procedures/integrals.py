"""Values of integrals: an antiderivative between two ends, pieces between kinks and poles, limits at singular ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import ZERO, Term, add, div, fresh, limit, neg, num, sub, substitute, sym, to_json
from symcheck.procedures.antiderivative import antiderivatives
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.choice_of import chosen, cuts
from symcheck.procedures.limit_search import Establish
from symcheck.procedures.ranges import Range, ordered


def integral(builder: Builder, term: Term, prove: Prove, establish: Establish) -> Fact | None:
    """An equation for an integral: as one piece, or cut where a part of the integrand has a kink, a jump or a pole."""
    span = Range.of(builder, term)
    inner = cuts(term, span)
    if not inner:
        return _piece(builder, term, span, prove, establish)
    return _added(builder, term, inner[0], prove, establish)


def _added(builder: Builder, whole: Term, cut: Term, prove: Prove, establish: Establish) -> Fact | None:
    """The value as the sum of those on both sides of a cut."""
    parts = halves(whole, cut)
    values = [establish(builder, part, prove) for part in parts]
    found = [value for value in values if value is not None]
    claim = Fact("eq", whole, add(*parts))
    if len(found) < len(parts) or not builder.step(claim, "pieces", cut=to_json(cut)):
        return None
    total = Fact("eq", whole, add(*(value.right for value in found)))
    return total if builder.combine(total, [(fact, num(1)) for fact in (claim, *found)]) else None


def halves(whole: Term, cut: Term) -> tuple[Term, Term]:
    """The integrals from the lower end to a cut, and from there to the upper end."""
    body, low, high = whole.args
    return Term("integral", (body, low, cut), whole.name), Term("integral", (body, cut, high), whole.name)


def _piece(builder: Builder, term: Term, span: Range | None, prove: Prove, establish: Establish) -> Fact | None:
    """The value by one antiderivative, also where that has only limits at the ends."""
    body = chosen(term.args[0], span.inside()) if span else term.args[0]
    for candidate in antiderivatives(body, term.name):
        found = _integrated(builder, term, body, candidate, prove)
        if found is None and span is not None:
            found = _by_limit(builder, term, span, candidate, prove, establish)
        if found is not None:
            return found
    return None


def _by_limit(
    builder: Builder, term: Term, span: Range, candidate: Term, prove: Prove, establish: Establish
) -> Fact | None:
    """The value as a limit, where the antiderivative can't be computed at one of the ends; with two, of two pieces."""
    singular = [span.value(candidate, end) is None for end in (span.low, span.high)]
    if all(singular):
        return _added(builder, term, span.middle, prove, establish)
    if not any(singular) or not ordered(builder, Fact("lt", *term.args[1:])):
        return None
    near = approached(term, low=singular[0])
    found = establish(builder, near, prove)
    same = Fact("eq", near, term)
    if found is None or not builder.step(same, "improper"):
        return None
    claim = Fact("eq", term, found.right)
    return claim if builder.combine(claim, [(found, num(1)), (same, num(-1))]) else None


def approached(whole: Term, low: bool) -> Term:
    """The limit of the integral as its lower, or upper, end is approached."""
    body, start, end = whole.args
    s = sym(fresh("s", {whole.name}.union(*(_names(arg) for arg in whole.args))))
    ends = (add(start, s), end) if low else (start, sub(end, s))
    return limit(Term("integral", (body, *ends), whole.name), s.name)


def _names(term: Term) -> set[str]:
    return {term.name}.union(*map(_names, term.args))


def _integrated(builder: Builder, term: Term, body: Term, candidate: Term, prove: Prove) -> Fact | None:
    """``term = value`` for an integral, by one antiderivative, if need be case by case in the order of the ends."""
    low, high = term.args[1:]
    value = sub(substitute(candidate, {term.name: high}), substitute(candidate, {term.name: low}))
    claim = Fact("eq", term, value)

    def show(branch: Builder, _case: Fact) -> bool:
        return _between(branch, claim, body, candidate, prove)

    done = _between(builder, claim, body, candidate, prove) or builder.split(claim, low, high, show, absurd=False)
    return claim if done else None


def _between(builder: Builder, claim: Fact, body: Term, candidate: Term, prove: Prove) -> bool:
    """The integral step where the order of the ends is known."""
    whole = claim.left
    for flip in (False, True):
        low, high = whole.args[:0:-1] if flip else whole.args[1:]
        if not ordered(builder, Fact("le", low, high)):
            continue
        name = builder.fresh(whole.name, *(Term("deriv", (u, low), whole.name) for u in (candidate, body)), claim.left)
        span = Range.between(builder, low, high, name)
        at = {whole.name: sym(name)}
        inner = span.open(builder, [substitute(u, at) for u in (whole.args[0], body, candidate)], prove)
        same = Fact("eq", *(substitute(u, at) for u in (whole.args[0], body)))
        if same.left != same.right and not inner.context.equal(same.left, same.right):
            inner.combine(same) or prove(inner, same)
        data: dict[str, Any] = {"antiderivative": to_json(candidate), "flip": flip or None}
        data |= {"integrand": to_json(body)} if body != whole.args[0] else {}
        for closed in span.closed(builder, [substitute(candidate, at)], prove):
            if builder.step(claim, "integral", **data, open=inner.steps, closed=closed.steps):
                return True
    return False
