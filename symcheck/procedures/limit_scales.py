"""Limits on the scale of logarithms: what grows as slowly as a logarithm is looked at in a symbol of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import (
    BINDERS,
    ONE,
    ZERO,
    Term,
    div,
    free,
    limit,
    map_args,
    neg,
    sub,
    substitute,
    sym,
    to_json,
    walk,
)
from symcheck.procedures.builder import Builder
from symcheck.procedures.laws import instance
from symcheck.procedures.limit_forms import flat, simple
from symcheck.procedures.limit_search import Search, Show, Sign
from symcheck.procedures.sizes import FINITE, INFINITE, VANISHES


def slow(search: Search, body: Term) -> Fact | None:
    """A body that depends on log u alone, where u vanishes or grows: with 1/|log u| as the symbol that falls to 0."""
    for u in dict.fromkeys(_logarithms(search, body)):
        grows = search.size(u) == INFINITE
        v = _small(search, div(ONE, u)) if grows else u
        inner, outer = _inverse(v), div(ONE if grows else neg(ONE), sym(search.name))
        found = None if search.moves(_at_log(body, u, ZERO)) else _value(search, _at_log(body, u, outer))
        if found is None or not _falls(search, v):
            continue
        whole, value = found
        changed = substitute(whole.args[0], {whole.name: inner})
        under = sub(ONE, v)
        if search.value(under) is None:
            continue
        near: dict[str, Any] = {"show": _negative(search, v), "more": [Sign(under, ONE, under)]}
        claim, asked = (Fact("eq", limit(u, search.name), value) for u in (changed, body))
        data = {"outer": to_json(whole.args[0]), "inner": to_json(inner)}
        if search.stated(claim, "along", [inner], **near, **data):
            same = changed == body
            return claim if same else search.stated(asked, "near", [body, changed], **near, other=to_json(changed))
    return None


def _negative(search: Search, v: Term) -> Show:
    """Steps for log v < 0 where v < 1; as a fact it tells the signs of what log v is in other words."""

    def show(builder: Builder, x: Term) -> None:
        builder.combine(Fact("lt", Term("log", (search.at(v, x),)), ZERO))

    return show


def _small(search: Search, term: Term) -> Term:
    """The symbol itself, if that is what the term is; a normal form would hide that it is an inverse."""
    return sym(search.name) if simple(search, term) == sym(search.name) else term


def logged(search: Search, body: Term) -> Fact | None:
    """A positive product with an exponent that is no number, as exp(log f).

    Where it vanishes, exp(-u) tends to 0 since 1/u does and u > 0.
    """
    size = search.size(body)
    if size not in (FINITE, VANISHES) or not any(_exponential(search, f) for f, _ in flat(body)):
        return None
    log = simple(search, Term("log", (body,)))
    if any(u.head == "log" and u.args[0].head in ("mul", "div", "exp") for u in walk(log)):
        return None
    if size == FINITE:
        return search.same(body, Term("exp", (log,)))
    inner, base = div(ONE, simple(search, neg(log))), Term("exp", (neg(div(ONE, sym(search.name))),))
    if search.value(base) is None or search.value(inner) is None:
        return None
    changed = substitute(base, {search.name: inner})
    data = {"outer": to_json(base), "inner": to_json(inner)}
    if search.conclude(changed, ZERO, "along", (inner,), **data) is None:
        return None
    return search.conclude(body, ZERO, "near", (changed, log), other=to_json(changed))


def _exponential(search: Search, factor: Term) -> bool:
    """Whether a factor is a power that moves, of an exponent that moves or is a symbol."""
    return factor.head in ("exp", "pow") and search.moves(factor) and bool(free(factor.args[-1]))


def _value(search: Search, body: Term) -> tuple[Term, Term] | None:
    """A limit with a simpler body of the same values, and its value."""
    body = simple(search, body)
    found = search.value(body)
    return (limit(body, search.name), found.right) if found else None


def _logarithms(search: Search, term: Term) -> Iterator[Term]:
    """The arguments of logarithms, outermost first, that vanish or grow beyond all bounds."""
    if term.head in BINDERS:
        return
    if term.head == "log" and search.moves(term) and search.size(term.args[0]) in (INFINITE, VANISHES):
        yield term.args[0]
    for arg in term.args:
        yield from _logarithms(search, arg)


def _at_log(term: Term, u: Term, value: Term) -> Term:
    """The term with a value in place of log u."""
    if term == Term("log", (u,)):
        return value
    return term if term.head in BINDERS else map_args(term, lambda arg: _at_log(arg, u, value))


def _inverse(v: Term) -> Term:
    """-1/log v, which falls to 0 as v does."""
    return neg(div(ONE, Term("log", (v,))))


def _falls(search: Search, v: Term) -> bool:
    """Whether it could be shown that -1/log v tends to 0."""
    body, base = _inverse(v), _inverse(sym(search.name))
    claim = Fact("eq", limit(body, search.name), ZERO)
    if claim in search.builder.context.facts:
        return True
    if body == base:
        return _by_definition(search, claim)
    if search.value(v) is None or not _falls(search, sym(search.name)):
        return False
    data = {"outer": to_json(base), "inner": to_json(v)}
    return search.conclude(body, ZERO, "along", (Term("log", (v,)),), **data) is not None


def _by_definition(search: Search, claim: Fact) -> bool:
    """A step for the limit of -1/log x: it is between 0 and e for 0 < x < exp(-1/e)."""
    builder = search.builder
    within = Term("exp", (neg(div(ONE, sym("e"))),))
    e = sym(builder.fresh("e", claim.left, limit(within, "e")))
    x = sym(builder.fresh(search.name, claim.left, within, e))
    radius = substitute(within, {"e": e})
    inner = builder.child([Fact("lt", ZERO, e), Fact("lt", ZERO, x), Fact("lt", x, radius)])
    log = Term("log", (x,))
    law = instance(inner, "log rises", {"x": x, "y": radius})
    if law is None or not inner.combine(Fact("lt", log, ZERO), [(law, ONE)], gap=div(ONE, e)):
        return False
    gap = sub(_inverse(x), ZERO)
    inner.known(low := Fact("le", neg(e), gap)) or inner.combine(low)
    inner.combine(Fact("le", gap, e), [(law, div(e, neg(log)))])
    return builder.step(claim, "definition", within=to_json(within), name="e", steps=inner.steps)
