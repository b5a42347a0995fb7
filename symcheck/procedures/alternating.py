"""Bounds of the limit of what goes on changing its sign with every integer, which it would have to satisfy."""

from __future__ import annotations

from collections.abc import Iterator

from symcheck.kernel.context import constant
from symcheck.kernel.facts import Fact
from symcheck.kernel.term import ONE, ZERO, Reject, Term, add, div, mul, num, rewrite, sub, sym, to_json
from symcheck.procedures.builder import Builder
from symcheck.procedures.laws import instance
from symcheck.procedures.limit_search import Search


def alternating(search: Search, whole: Term, form: Term) -> Iterator[Fact]:
    """Bounds from even and from odd integers, of a body in which nothing but the sign of (-1)**n changes."""
    count = Term("floor", (div(ONE, sym(search.name)),))
    for odd in (ZERO, ONE):
        place = add(mul(num(2), add(count, ONE)), odd)
        at = rewrite(form, count, place)
        found = [_number(search, at)] if at != form else []
        for value in (v for v in found if v is not None):
            for claim in (Fact("le", value, whole), Fact("le", whole, value)):
                if (bound := _at_integers(search, claim, whole, place)) is not None:
                    yield bound


def _number(search: Search, at: Term) -> Term | None:
    """The number that a body at an integer seems to be."""
    inner, x = search.inside((at,))
    try:
        found = constant(inner.context.normal(search.at(at, x)))
    except (Reject, RecursionError):
        return None
    return None if found is None else num(found)


def _at_integers(search: Search, claim: Fact, whole: Term, place: Term) -> Fact | None:
    """The claim from the points 1/place, which is an integer above 1/x."""

    def show(inner: Builder, x: Term) -> None:
        here = search.at(place, x)
        count = Term("floor", (div(ONE, x),))
        law = Fact("lt", div(ONE, x), add(count, ONE))
        if not (instance(inner, "floor next", {"x": div(ONE, x)}) or law in inner.context.facts):
            return
        inner.combine(Fact("lt", ZERO, add(count, ONE)), [(law, ONE)], gap=div(ONE, x))
        large = Fact("lt", div(ONE, x), here)
        if inner.combine(large, [(law, ONE)], gap=sub(here, add(count, ONE))):
            inner.combine(Fact("lt", ZERO, here), [(large, ONE)], gap=div(ONE, x))
            inner.combine(Fact("le", div(ONE, here), x), [(large, div(x, here))])
        inverse = div(ONE, div(ONE, here))
        reached = Term("floor", (inverse,))
        low, high = (instance(inner, name, {"x": inverse}) for name in ("floor", "floor next"))
        above = Fact("lt", here, add(reached, ONE))
        if low and high and inner.combine(above, [(high, ONE)]):
            inner.step(Fact("le", add(here, ONE), add(reached, ONE)), "next")
            inner.combine(Fact("le", reached, here), [(low, ONE)])
        same = Fact("eq", reached, here)
        if inner.split(same, reached, here, lambda branch, _: branch.known(same)):
            inner.combine(search.says(claim, whole, div(ONE, here)), rewrite=[same])

    return search.stated(claim, "order", [whole.args[0]], show, at=to_json(div(ONE, place)))
