"""Limits: continuity, simpler forms, limits of parts, L'Hôpital's rule, bounds on both sides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from symcheck.kernel.calculus import Conditions, differentiate, evaluate
from symcheck.kernel.check import necessary
from symcheck.kernel.facts import NEG, Fact
from symcheck.kernel.interval import Arithmetic
from symcheck.kernel.poly import UNITY, Frac, mono_inverse, poly_mul
from symcheck.kernel.term import (
    ONE,
    ZERO,
    Reject,
    Term,
    add,
    div,
    free,
    fresh,
    limit,
    mul,
    neg,
    num,
    sub,
    substitute,
    sym,
    to_json,
    walk,
)
from symcheck.procedures.antiderivative import antiderivatives
from symcheck.procedures.builder import Builder
from symcheck.procedures.forms import term_of
from symcheck.procedures.laws import instance
from symcheck.procedures.linear import linear

Prove = Callable[[Builder, Fact], bool]
DEPTH = 6
RADII = (num(1), num("1/8"))
TINY = Fraction(1, 10**9)
HALF_PI = div(Term("pi"), num(2))
HEADS = frozenset(
    ("add", "mul", "neg", "exp", "log", "pow", "sin", "cos", "atan", "asinh", "asin", "div", "abs", "min", "max")
)


def limit_value(builder: Builder, term: Term, prove: Prove, depth: int = DEPTH) -> Fact | None:
    """An equation for a limit, with steps for it; None if none is found."""
    for fact in builder.context.facts:
        if fact.rel == "eq" and fact.left == term and term in builder.proof.existing:
            return fact
    if depth == 0:
        return None
    for tactic in (_approach, _simpler, _integral, _parts, _bounded, _arc, _exponential, _power, _quotient):
        found = tactic(builder, term, prove, depth)
        if found is not None:
            return found
    return None


def _inside(builder: Builder, term: Term, rel: str, radius: Term) -> tuple[Builder, Term]:
    """A sub-proof where the bound symbol is small, and the name that the kernel gives it."""
    taken = {n for f in builder.context.facts for n in f.free()} | free(term)
    x = sym(fresh(term.name, taken))
    return builder.child([Fact(rel, ZERO, x), Fact("lt", x, radius)]), x


def _step(builder: Builder, term: Term, value: Term, by: str, prove: Prove, *shown: Fact, **data: Any) -> Fact | None:
    """A step for ``limit = value``; ``shown`` are facts in the bound symbol that its sub-proof has to show."""
    claim = Fact("eq", term, value)
    for radius in RADII:
        inner, x = _inside(builder, term, "le" if by == "approach" else "lt", radius)
        _needed(inner, substitute(term.args[0], {term.name: x}), prove)
        for fact in shown:
            here = fact.map(lambda side, x=x: substitute(side, {term.name: x}))
            if not inner.known(here):
                prove(inner, here)
        if builder.step(claim, by, until=to_json(radius), steps=inner.steps, **data):
            return claim
    return None


def _needed(inner: Builder, body: Term, prove: Prove) -> None:
    """Steps for the conditions under which the body is defined, as far as they are not visible."""
    for angle in dict.fromkeys(u.args[0] for u in walk(body) if u.head == "cos"):
        wide = Fact("lt", ONE, HALF_PI)
        if inner.enclose(wide):
            inner.given += (wide,)
        for fact in (Fact("lt", neg(HALF_PI), angle), Fact("lt", angle, HALF_PI)):
            linear(inner, fact, simple=True)
        instance(inner, "cos positive", {"x": angle})
    for condition in necessary(body):
        if not inner.holds(condition):
            prove(inner, condition)


def _approach(builder: Builder, term: Term, prove: Prove, _depth: int) -> Fact | None:
    return _step(builder, term, substitute(term.args[0], {term.name: ZERO}), "approach", prove)


def _simpler(builder: Builder, term: Term, prove: Prove, depth: int) -> Fact | None:
    """The normal form of the body."""
    inner, x = _inside(builder, term, "lt", RADII[0])
    try:
        other = term_of(inner.context, inner.normal(substitute(term.args[0], {term.name: x})))
    except (Reject, RecursionError):
        return None
    back = None if other is None else substitute(other, {x.name: sym(term.name)})
    return None if back is None or back == term.args[0] else _by_other(builder, term, back, prove, depth - 1)


def _by_other(builder: Builder, term: Term, other: Term, prove: Prove, depth: int) -> Fact | None:
    """The limit of a term of the same values."""
    found = limit_value(builder, limit(other, term.name), prove, depth)
    if found is None:
        return None
    return _step(builder, term, found.right, "near", prove, other=to_json(other))


def _parts(builder: Builder, term: Term, prove: Prove, depth: int) -> Fact | None:
    """From the limits of the arguments of the outermost function."""
    body, name = term.args[0], term.name
    if body.head not in HEADS:
        return None
    outer, inner, values = [], {}, {}
    for place, arg in enumerate(body.args):
        if name not in free(arg):
            outer.append(arg)
            continue
        found = limit_value(builder, limit(arg, name), prove, depth - 1)
        if found is None:
            return None
        slot = fresh(f"u{place}", free(body) | {name})
        outer.append(sym(slot))
        inner[slot], values[slot] = to_json(arg), found.right
    shape = Term(body.head, tuple(outer), body.name, body.value)
    return _step(builder, term, substitute(shape, values), "compose", prove, outer=to_json(shape), inner=inner)


def _quotients(builder: Builder, term: Term) -> Iterator[tuple[Term, Term]]:
    """Ways to write the body as a quotient, neither part of which has a negative power of the symbol."""
    body, name = term.args[0], term.name
    top, bottom = body.args if body.head == "div" else (body, ONE)
    for place, factor in enumerate(factors := top.args if top.head == "mul" else (top,)):
        if factor.head == "exp" and _tends(factor, name) == 0:  # which falls faster than any power
            yield div(mul(*factors[:place], *factors[place + 1 :]), bottom), Term("exp", (neg(factor.args[0]),))
    if body.head == "div":
        yield top, bottom
    inner, x = _inside(builder, term, "lt", RADII[0])
    try:
        form = inner.normal(substitute(body, {name: x}))
        low = tuple((n, e) for n, e in inner.context.content(form.num) if e < 0 and n == x.name)
        above = term_of(inner.context, Frac(poly_mul(form.num, {mono_inverse(low): 1})))
        below = term_of(inner.context, Frac(poly_mul(form.den, {mono_inverse(low): 1})))
    except (Reject, RecursionError):
        return
    if above is not None and below is not None and (low or form.den != UNITY):
        yield substitute(above, {x.name: sym(name)}), substitute(below, {x.name: sym(name)})
    if body.head == "mul":
        for place, factor in enumerate(body.args):
            rest = mul(*body.args[:place], *body.args[place + 1 :])
            if name in free(factor) and _tends(factor, name) == 0:
                yield rest, div(ONE, factor)


def _quotient(builder: Builder, term: Term, prove: Prove, depth: int) -> Fact | None:
    """L'Hôpital's rule."""
    for top, bottom in _quotients(builder, term):
        body, name = div(top, bottom), term.name
        zero = _tends(top, name) == 0 and _tends(bottom, name) == 0
        if not zero and _tends(div(ONE, bottom), name) != 0:
            continue
        parts = (top, bottom) if zero else (div(ONE, bottom),)
        known = [limit_value(builder, limit(part, name), prove, depth - 1) for part in parts]
        slopes = [_slope(builder, term, part) for part in (top, bottom)]
        if not all(known) or None in slopes:
            continue
        above, below = (s for s in slopes if s is not None)
        found = limit_value(builder, limit(div(above, below), name), prove, depth - 1)
        if found is None:
            continue
        data = {"above": to_json(above), "below": to_json(below)} | ({} if zero else {"infinite": True})
        shown = (Fact("ne", bottom, ZERO), Fact("ne", below, ZERO))
        quotient = limit(body, name)
        claim = _step(builder, quotient, found.right, "lhopital", prove, *shown, **data)
        if claim is not None:
            return claim if quotient == term else _by_other(builder, term, body, prove, depth)
    return None


def _slope(builder: Builder, term: Term, part: Term) -> Term | None:
    """The derivative of a part, simplified."""
    inner, x = _inside(builder, term, "lt", RADII[0])
    try:
        slope = differentiate(substitute(part, {term.name: x}), x.name, builder.functions, Conditions())
        simple = term_of(inner.context, inner.normal(slope))
    except (Reject, RecursionError):
        return None
    return substitute(slope if simple is None else simple, {x.name: sym(term.name)})


def _power(builder: Builder, term: Term, prove: Prove, depth: int) -> Fact | None:
    """u**v as exp(v log u)."""
    body = term.args[0]
    if body.head != "pow" or term.name not in free(body.args[1]):
        return None
    other = Term("exp", (mul(body.args[1], Term("log", (body.args[0],))),))
    return _by_other(builder, term, other, prove, depth - 1)


def _exponential(builder: Builder, term: Term, prove: Prove, depth: int) -> Fact | None:
    """0 <= exp(u) <= 1/(1 - u) for u < 0, which tends to 0 where u falls without bound."""
    body, name = term.args[0], term.name
    if body.head != "exp" or _tends(body, name) != 0:
        return None
    u = body.args[0]
    above = div(ONE, add(ONE, neg(u)))
    if not all(limit_value(builder, limit(t, name), prove, depth - 1) for t in (ZERO, above)):
        return None

    def show(inner: Builder, fact: Fact) -> bool:
        x = next(iter(free(fact.left) | free(fact.right)))
        here = substitute(u, {name: sym(x)})
        law = instance(inner, "exp tangent", {"x": neg(here)})
        factor = div(Term("exp", (here,)), add(ONE, neg(here)))
        return prove(inner, fact) or (law is not None and inner.combine(fact, [(law, factor)]))

    return _squeezed(builder, term, ZERO, above, show)


def _bounded(builder: Builder, term: Term, prove: Prove, depth: int) -> Fact | None:
    """A product of something that tends to 0 and a sine or cosine."""
    body, name = term.args[0], term.name
    if body.head != "mul":
        return None
    for place, factor in enumerate(body.args):
        rest = mul(*body.args[:place], *body.args[place + 1 :])
        if factor.head not in ("sin", "cos") or _tends(rest, name) != 0:
            continue
        inner, x = _inside(builder, term, "lt", RADII[0])
        if inner.context.sign(substitute(rest, {name: x})) & NEG:
            continue
        if all(limit_value(builder, limit(t, name), prove, depth - 1) for t in (neg(rest), rest)):

            def show(inner: Builder, fact: Fact, arc: Term = factor) -> bool:
                angle = substitute(arc.args[0], {name: sym(next(iter(fact.free())))})
                for law in ("most", "least"):
                    instance(inner, f"{arc.head} {law}", {"x": angle})
                return linear(inner, fact)

            return _squeezed(builder, term, neg(rest), rest, show)
    return None


def _arc(builder: Builder, term: Term, prove: Prove, depth: int) -> Fact | None:
    """atan(u) = pi/2 - atan(1/u) for u > 0, where u rises without bound."""
    body, name = term.args[0], term.name
    if body.head != "atan" or _tends(div(ONE, body.args[0]), name) != 0:
        return None
    other = sub(HALF_PI, Term("atan", (div(ONE, body.args[0]),)))
    found = limit_value(builder, limit(other, name), prove, depth - 1)

    def show(inner: Builder, fact: Fact) -> bool:
        law = instance(inner, "atan inverse", {"x": fact.left.args[0]}) if fact.left.head == "atan" else None
        return inner.combine(fact, [(law, ONE)]) if law is not None else prove(inner, fact)

    data = {"other": to_json(other)}
    return None if found is None else _step(builder, term, found.right, "near", show, Fact("eq", body, other), **data)


def _integral(builder: Builder, term: Term, prove: Prove, depth: int) -> Fact | None:
    """An integral up to a bound that moves, by an antiderivative."""
    body, name = term.args[0], term.name
    if body.head != "integral" or name in free(body.args[0]):
        return None
    for primitive in antiderivatives(body.args[0], body.name):
        other = sub(*(substitute(primitive, {body.name: end}) for end in body.args[:0:-1]))
        found = limit_value(builder, limit(other, name), prove, depth - 1)
        if found is not None:
            data = {"other": to_json(other)}
            claim = _step(builder, term, found.right, "near", prove, Fact("eq", body, other), **data)
            if claim is not None:
                return claim
    return None


def _squeezed(builder: Builder, term: Term, below: Term, above: Term, prove: Prove) -> Fact | None:
    shown = (Fact("le", below, term.args[0]), Fact("le", term.args[0], above))
    data = {"below": to_json(below), "above": to_json(above)}
    return _step(builder, term, ZERO, "squeeze", prove, *shown, **data)


def _tends(term: Term, name: str) -> int | None:
    """0 where a term without other symbols seems to tend to 0; only a guess."""
    sizes = []
    for place in (Fraction(1, 10**3), TINY):
        point = {n: num(place) if n == name else num(2) for n in free(term)}
        try:
            found = evaluate(substitute(term, point), Arithmetic(128))
        except (Reject, ArithmeticError, RecursionError):
            return 0 if sizes and sizes[-1] < Fraction(1, 10**3) else None
        sizes.append(max(abs(found.lo), abs(found.hi)))
    return 0 if sizes[1] < sizes[0] / 10 or sizes[1] == 0 else None
