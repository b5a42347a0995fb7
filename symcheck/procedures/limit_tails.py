"""Limits of functions that flatten out: the arc tangent and the error function."""

from __future__ import annotations

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import ONE, Term, div, neg, num, power, sub
from symcheck.procedures.builder import Builder
from symcheck.procedures.laws import instance
from symcheck.procedures.limit_forms import simple
from symcheck.procedures.limit_search import Search
from symcheck.procedures.limit_tactics import HALF_PI, squeezed
from symcheck.procedures.sizes import INFINITE


def arc(search: Search, body: Term) -> Fact | None:
    """atan(u) = pi/2 - atan(1/u) for u > 0, where u grows beyond all bounds."""
    if body.head != "atan" or search.size(body.args[0]) != INFINITE:
        return None
    u = body.args[0]
    other = sub(HALF_PI, Term("atan", (simple(search, div(ONE, u)),)))

    def show(inner: Builder, x: Term) -> None:
        law = instance(inner, "atan inverse", {"x": search.at(u, x)})
        if law is not None:
            inner.combine(Fact("eq", search.at(body, x), search.at(other, x)), [(law, ONE)])

    return search.same(body, other, show)


def tail(search: Search, body: Term) -> Fact | None:
    """1 - exp(-u**2) <= erf(u) < 1, where u grows beyond all bounds; the error function is odd."""
    if body.head != "erf" or search.size(body.args[0]) != INFINITE:
        return None
    u = body.args[0]
    if search.sizes.sign(u) < 0:
        return search.same(body, neg(Term("erf", (simple(search, neg(u)),))))
    below = sub(ONE, Term("exp", (simple(search, neg(power(u, num(2)))),)))

    def show(inner: Builder, x: Term) -> None:
        here = search.at(body, x)
        least, most = (instance(inner, name, {"x": here.args[0]}) for name in ("erf tail", "erf most"))
        if least is not None and most is not None:
            inner.combine(Fact("le", search.at(below, x), here), [(least, ONE)])
            inner.combine(Fact("le", here, ONE), [(most, ONE)])

    return squeezed(search, body, below, ONE, show, ONE) if all(map(search.value, (below, ONE))) else None
