"""Back from the kernel's normal forms to terms, as far as their generators can be read."""

from __future__ import annotations

from fractions import Fraction

from symcheck.kernel.angle import PI
from symcheck.kernel.context import CONSTANT, Context
from symcheck.kernel.poly import UNITY, Exponent, Frac, Mono, Poly, mono_inverse, poly_mul
from symcheck.kernel.powers import EULER
from symcheck.kernel.term import NAME, ONE, Reject, Term, add, div, mul, neg, num, power, sym


def quotient(context: Context, top: Frac, bottom: Frac) -> Term | None:
    """``top / bottom`` as a term; None if a generator can't be written as one."""
    return term_of(context, context.mul(top, context.inverse(bottom)))


def term_of(context: Context, form: Frac) -> Term | None:
    """A term with the given normal form."""
    top, bottom = _poly(context, form.num), _poly(context, form.den)
    if top is None or bottom is None:
        return None
    return top if form.den == UNITY else div(top, bottom)


def written(context: Context, form: Frac) -> Term:
    """A term with the given normal form, which is rejected if it can't be written as one."""
    found = term_of(context, form)
    if found is None:
        raise Reject("a generator that is not written back")
    return found


def factored(context: Context, term: Term) -> Term | None:
    """``term`` as a product of a monomial and what is left; None if that can't be written or is no product."""
    form = context.normal(term)
    content = context.content(form.num)
    rest = Frac(poly_mul(form.num, {mono_inverse(content): 1}), form.den)
    parts = term_of(context, Frac({content: 1}, UNITY)), term_of(context, rest)
    return mul(parts[0], parts[1]) if content and parts[0] is not None and parts[1] is not None else None


def _poly(context: Context, poly: Poly) -> Term | None:
    parts = [_monomial(context, m, c) for m, c in sorted(poly.items())]
    known = [p for p in parts if p is not None]
    return add(*known) if len(known) == len(parts) else None


def _monomial(context: Context, mono: Mono, coefficient: Exponent) -> Term | None:
    value = Fraction(coefficient)
    above: list[Term] = [num(abs(value.numerator))] if abs(value.numerator) != 1 else []
    below: list[Term] = [num(value.denominator)] if value.denominator != 1 else []
    for name, exponent in mono:
        base = _generator(context, name)
        if base is None:
            return None
        size = abs(Fraction(exponent))
        factor = base if size == 1 else _scaled(base, size)
        (above if exponent > 0 else below).append(factor)
    term = div(mul(*above), mul(*below)) if below else mul(*above)
    return neg(term) if value < 0 else term


def _scaled(base: Term, size: Fraction) -> Term:
    """``base ** size``; a power gets its exponent multiplied."""
    if base.head == "pow":
        return power(base.args[0], mul(num(size), base.args[1]))
    return power(base, num(size))


def _generator(context: Context, name: str) -> Term | None:
    if NAME.match(name):
        return sym(name)
    if name == EULER:
        return Term("exp", (ONE,))
    if name in (PI, CONSTANT):
        return Term("pi" if name == PI else "euler")
    if name in context.places:
        head, form = context.places[name]
        inner = term_of(context, form)
        return None if inner is None else Term(head, (inner,))
    if name.startswith("#") and name[1:].isdigit():
        return num(int(name[1:]))
    if name in context.bases:
        base, exponent = context.bases[name]
        parts = _generator(context, base), term_of(context, exponent)
        if parts[0] is None or parts[1] is None:
            return None
        return Term("exp", (parts[1],)) if base == EULER else power(parts[0], parts[1])
    if name in context.raised:
        under, mono = context.raised[name]
        parts = num(-1) if under == "-1" else _generator(context, under), _monomial(context, mono, 1)
        return None if parts[0] is None or parts[1] is None else power(parts[0], parts[1])
    if name in context.logs:
        inner = _generator(context, context.logs[name])
        return None if inner is None else Term("log", (inner,))
    return term_of(context, context.relations[name]) if name in context.relations else None
