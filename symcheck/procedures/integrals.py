"""Values of integrals: an antiderivative between two ends, pieces between kinks and poles, limits at singular ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import ONE, Term, add, free, fresh, limit, num, sub, substitute, sym, to_json
from symcheck.procedures.antiderivative import antiderivatives
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.kinks import KINKS, chosen, cuts, grounds, sized
from symcheck.procedures.laws import outside
from symcheck.procedures.limit_search import Establish
from symcheck.procedures.ranges import Range, ordered
from symcheck.procedures.sizes import INFINITE, Sizes


def kinked(term: Term) -> bool:
    """Whether an integrand has a part with kinks or jumps that moves with the bound symbol."""
    return any(u.head in KINKS and term.name in free(u) for u in outside(term.args[0]))


def integral(builder: Builder, term: Term, prove: Prove, establish: Establish) -> Fact | None:
    """An equation for an integral: as one piece, or cut where a part of the integrand has a kink, a jump or a pole."""
    span = Range.between(builder, term.args[1], term.args[2], term.name)
    places = cuts(term.args[0], span)
    if places:
        return _added(builder, term, places[len(places) // 2], prove, establish)
    return _piece(builder, term, span, prove, establish)


def _added(builder: Builder, whole: Term, cut: Term, prove: Prove, establish: Establish) -> Fact | None:
    """The value as the sum of those on both sides of a cut."""
    parts, values = halves(whole, cut), []
    for part in parts:
        found = establish(builder, part, prove)
        if found is None:
            return None
        values.append(found)
    claim = Fact("eq", whole, add(*parts))
    if not builder.step(claim, "pieces", cut=to_json(cut)):
        return None
    total = Fact("eq", whole, add(*(value.right for value in values)))
    return total if builder.combine(total, [(fact, ONE) for fact in (claim, *values)]) else None


def halves(whole: Term, cut: Term) -> tuple[Term, Term]:
    """The integrals from the start to a cut, and from there to the end."""
    body, start, end = whole.args
    return Term("integral", (body, start, cut), whole.name), Term("integral", (body, cut, end), whole.name)


def parts(builder: Builder, whole: Term, span: Range) -> Iterator[Term]:
    """The integrals between neighbouring cuts of one that exists, with steps that show them to exist."""
    for cut in cuts(whole.args[0], span):
        first, rest = halves(whole, cut)
        inside = all(ordered(builder, Fact("le", *part.args[1:])) for part in (first, rest))
        if not inside or not builder.step(Fact("eq", whole, add(first, rest)), "pieces", cut=to_json(cut)):
            return
        yield first
        whole = rest
    yield whole


def _piece(builder: Builder, term: Term, span: Range, prove: Prove, establish: Establish) -> Fact | None:
    """The value by one antiderivative, also where that has only limits at the ends."""
    body = chosen(term.args[0], span)
    candidates = candidates_for(builder, term, body, span)
    for candidate in candidates:
        found = _integrated(builder, term, body, candidate, prove)
        if found is not None:
            return found
    for candidate in candidates:
        found = _by_limit(builder, term, span, candidate, prove, establish)
        if found is not None:
            return found
    return None


def candidates_for(builder: Builder, term: Term, body: Term, span: Range) -> list[Term]:
    """Antiderivatives that have a value inside."""
    found = [
        sized(chosen(candidate, span), span) for candidate in antiderivatives(body, term.name, builder.positive(body))
    ]
    return [candidate for candidate in found if span.ends is None or span.inside(candidate) is not None]


def endless(builder: Builder, near: Term, candidate: Term) -> int:
    """1 or -1 where an integral seems to grow beyond all bounds as it is approached by a limit, otherwise 0."""
    part = near.args[0]
    low, high = (substitute(candidate, {part.name: end}) for end in part.args[1:])
    sizes = Sizes(builder.context.facts, near.name)
    return sizes.sign(sub(high, low)) if sizes.size(sub(high, low)) == INFINITE else 0


def _by_limit(
    builder: Builder, term: Term, span: Range, candidate: Term, prove: Prove, establish: Establish
) -> Fact | None:
    """The value as a limit, where the antiderivative can't be computed at one of the ends; with two, of two pieces."""
    singular = [span.at(candidate, end) is None for end in term.args[1:]]
    if not any(singular) or span.at(candidate, span.middle) is None:
        return None
    if all(singular):
        return _added(builder, term, span.middle, prove, establish)
    near = approached(term, low=singular[0])
    if endless(builder, near, candidate):
        return None
    if not ordered(builder, Fact("lt", *term.args[1:])):
        return None
    found = establish(builder, near, prove)
    same = Fact("eq", near, term)
    if found is None or not builder.step(same, "improper"):
        return None
    claim = Fact("eq", term, found.right)
    return claim if builder.combine(claim, [(found, ONE), (same, num(-1))]) else None


def approached(whole: Term, low: bool) -> Term:
    """The limit of an integral as its start, or its end, is approached from inside."""
    body, start, end = whole.args
    s = sym(fresh("s", free(whole)))
    ends = (add(start, s), end) if low else (start, sub(end, s))
    return limit(Term("integral", (body, *ends), whole.name), s.name)


def _integrated(builder: Builder, term: Term, body: Term, candidate: Term, prove: Prove) -> Fact | None:
    """``term = value`` for an integral, by one antiderivative, if need be case by case in the order of the ends."""
    low, high = term.args[1:]
    value = sub(substitute(candidate, {term.name: high}), substitute(candidate, {term.name: low}))
    claim = Fact("eq", term, value)

    def show(branch: Builder, _case: Fact) -> bool:
        return _between(branch, claim, body, candidate, prove)

    done = show(builder, claim) or builder.split_order(claim, low, high, show)
    return claim if done else None


def _between(builder: Builder, claim: Fact, body: Term, candidate: Term, prove: Prove) -> bool:
    """The integral step where the order of the ends is known."""
    whole = claim.left
    for flip in (False, True):
        low, high = whole.args[:0:-1] if flip else whole.args[1:]
        if not ordered(builder, Fact("le", low, high)):
            continue
        bound = (Term("deriv", (u, low), whole.name) for u in (candidate, body))
        name = builder.fresh(whole.name, *bound, claim.left, claim.right)
        span = Range.between(builder, low, high, name)
        given, same, primitive = (substitute(u, {whole.name: sym(name)}) for u in (whole.args[0], body, candidate))
        inner = span.open(builder, grounds(given, span), primitive, (given, same), prove)
        if given != same:
            inner.combine(Fact("eq", given, same))
        data: dict[str, Any] = {"antiderivative": to_json(candidate), "flip": flip or None}
        data |= {"integrand": to_json(body)} if given != same else {}
        closed = span.closed(builder, primitive, prove)
        if builder.step(claim, "integral", **data, open=inner.steps, closed=closed.steps):
            return True
    return False
