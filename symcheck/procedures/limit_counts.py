"""Limits along integers: series and their terms, greatest integers, harmonic numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from symcheck.kernel.facts import NEG, POS, Fact
from symcheck.kernel.laws import LAWS
from symcheck.kernel.term import (
    ONE,
    ZERO,
    Term,
    add,
    div,
    free,
    fresh,
    limit,
    mul,
    neg,
    num,
    power,
    rewrite,
    sub,
    substitute,
    sym,
    to_json,
    walk,
)  # fmt: skip
from symcheck.procedures.builder import Builder
from symcheck.procedures.laws import instance
from symcheck.procedures.limit_forms import moving, simple
from symcheck.procedures.limit_search import Search
from symcheck.procedures.limit_tactics import squeezed
from symcheck.procedures.series import matched, termwise
from symcheck.procedures.sizes import INFINITE, UNKNOWN, VANISHES


def series(search: Search, body: Term) -> Fact | None:
    """A series that a law knows, or a multiple of one."""
    if body.head != "sum" or search.name != "s" or body.args[2] != Term("floor", (div(ONE, sym(search.name)),)):
        return None
    found = matched(search.builder, body, True, search.prove)
    if found is None:
        return None
    factor, law = found
    other = mul(factor, law.left.args[0])

    def show(inner: Builder, x: Term) -> None:
        termwise(inner, search.at(body, x), search.at(other, x), search.prove)

    return search.same(body, other, show)


def summand(search: Search, body: Term) -> Fact | None:
    """A term of a series that has a sum: its square tends to 0."""
    count, k = Term("floor", (div(ONE, sym(search.name)),)), sym("k")
    rest = rewrite(body, count, k)
    once = all(step["by"] != "vanishing" for step in search.builder.steps)  # its square is such a term too
    factorial = any(u.head == "gamma" for u in walk(rest))
    if not (once and factorial) or search.moves(rest) or search.size(body) not in (VANISHES, UNKNOWN):
        return None
    total = Term("sum", (rest, ZERO, count), k.name)
    square = power(substitute(rest, {k.name: count}), num(2))
    if k.name in free(body) or series(search, total) is None:
        return None
    claim, whole = Fact("eq", limit(square, search.name), ZERO), limit(total, search.name)
    if not search.builder.step(claim, "vanishing", of=to_json(whole)):
        return None
    return search.same(body, power(square, div(ONE, num(2))))


def between(search: Search, body: Term) -> Fact | None:
    """A body in which a greatest integer, or a harmonic number, is a factor of a summand, from bounds of that."""
    for part, low, high, laws in _bounded(search, body):
        slot = sym(fresh("slot", free(body) | {search.name}))
        rest = rewrite(body, part, slot)
        slope = simple(search, sub(substitute(rest, {slot.name: add(slot, ONE)}), rest))
        inner, x = search.inside((body, slope))
        sign = inner.context.sign(search.at(slope, x))
        if slot.name in free(slope) or (sign & NEG and sign & POS):
            continue
        ends = [substitute(rest, {slot.name: end}) for end in ((low, high) if sign & POS else (high, low))]
        values = [found.right for found in map(search.value, ends) if found is not None]
        if len(values) < 2 or not search.builder.context.equal(*values):
            continue

        show = _from_laws(search, body, laws, slope, ends)
        found = squeezed(search, body, ends[0], ends[1], show, values[0])
        if found is not None:
            return found
    return None


def _from_laws(
    search: Search, body: Term, laws: tuple[tuple[str, Term], ...], slope: Term, ends: list[Term]
) -> Callable[[Builder, Term], None]:
    """Steps for both bounds of a body at a place, each a law times the slope."""

    def show(inner: Builder, x: Term) -> None:
        here, by = search.at(body, x), search.at(slope, x)
        known = []
        for name, arg in laws:
            values = {LAWS[name].names[0]: search.at(arg, x)}
            instance(inner, name, values)
            known.append(LAWS[name].at(values)[1])
        premises = [(law, u) for law in known if law in inner.context.facts for u in (by, neg(by))]
        for fact in (Fact("le", search.at(ends[0], x), here), Fact("le", here, search.at(ends[1], x))):
            any(inner.combine(fact, [premise]) for premise in premises)

    return show


def harmonic(total: Term) -> tuple[Fact, Fact] | None:
    """The bounds of a sum, if it is a harmonic number."""
    least, most = (LAWS[name].at({"n": total.args[-1]})[1] for name in ("harmonic least", "harmonic most"))
    return (least, most) if total == most.left else None


def _bounded(search: Search, body: Term) -> Iterator[tuple[Term, Term, Term, tuple[tuple[str, Term], ...]]]:
    """Parts of a body with a lower and an upper bound, and the laws that say so, with their arguments."""
    for count in dict.fromkeys(search.counts(body)):
        if search.size(count) == INFINITE and not any(moving(search, body)):
            u = count.args[0]
            yield count, sub(u, ONE), u, (("floor next", u), ("floor", u))
    for total in dict.fromkeys(moving(search, body)):
        if facts := harmonic(total):
            n = total.args[-1]
            yield total, facts[0].left, facts[1].right, (("harmonic least", n), ("harmonic most", n))


def along(search: Search, body: Term) -> Fact | None:
    """A body in which the symbol occurs only in the greatest integer in u, as one in 1/u."""
    for count in dict.fromkeys(search.counts(body)) if not any(moving(search, body)) else ():
        slot = sym(fresh("slot", free(body) | {search.name}))
        rest = rewrite(body, count, slot)
        if search.moves(rest) or search.size(count) != INFINITE or search.sizes.sign(count) < 0:
            continue
        if any(search.builder.holds(Fact("lt", u.args[0], ZERO)) for u in walk(rest) if u.head == "pow"):
            continue  # defined for integers only
        outer = substitute(rest, {slot.name: div(ONE, sym(search.name))})
        found = search.value(outer) if outer != body and _fading(search, count) else None
        if found is None:
            continue
        inner = div(ONE, count)
        whole = substitute(outer, {search.name: inner})
        if search.conclude(whole, found.right, "along", (inner,), outer=to_json(outer), inner=to_json(inner)):
            return search.same(body, whole)
    return None


def _fading(search: Search, count: Term) -> Fact | None:
    """0 <= 1/floor(u) <= 1/(u - 1), for u that grows beyond all bounds."""
    below = sub(count.args[0], ONE)
    body, above = div(ONE, count), div(ONE, below)

    def show(inner: Builder, x: Term) -> None:
        here, low = search.at(count, x), search.at(below, x)
        law = Fact("lt", here.args[0], add(here, ONE))
        if law in inner.context.facts:
            inner.combine(Fact("le", div(ONE, here), div(ONE, low)), [(law, div(ONE, mul(here, low)))])

    return squeezed(search, body, ZERO, above, show) if search.value(above) and search.value(ZERO) else None
