"""Sums of squares: a form is completed square by square, each with a coefficient of visible sign."""

from __future__ import annotations

from fractions import Fraction

from symcheck.kernel.facts import NEG, POS
from symcheck.kernel.poly import UNITY, Exponent, Frac, Poly, gen
from symcheck.kernel.term import Reject, Term, add, div, mul, num, power
from symcheck.procedures.builder import Builder
from symcheck.procedures.forms import written

DEPTH = 4


def squares(builder: Builder, term: Term) -> Term | None:
    """A term of the same value as a sum of parts that are seen to be >= 0; None if none is found."""
    try:
        form = builder.normal(term)
        if not form.num or len(form.num) > 40 or builder.context.sign(written(builder.context, Frac(form.den))) & ~POS:
            return None
        parts = _parts(builder, Frac(form.num), DEPTH)
        if parts is None:
            return None
        return add(*parts) if form.den == UNITY else div(add(*parts), written(builder.context, Frac(form.den)))
    except (Reject, RecursionError):
        return None


def _parts(builder: Builder, form: Frac, depth: int) -> list[Term] | None:
    """Terms >= 0 whose sum is a form."""
    if not form.num:
        return []
    whole = written(builder.context, form)
    if not builder.context.sign(whole) & NEG:
        return [whole]
    if depth == 0 or builder.context.sign(written(builder.context, Frac(form.den))) & ~POS:
        return None
    for name in sorted({n for m in form.num for n, _ in m}):
        found = _completed(builder, form, name)
        if found is not None:
            square, rest = found
            others = _parts(builder, rest, depth - 1)
            if others is not None:
                return [square, *others]
    return None


def _completed(builder: Builder, form: Frac, name: str) -> tuple[Term, Frac] | None:
    """A * (g + B/(2A))**2 and what is left, for a form A g**2 + B g + C in a power g of a generator, with A > 0."""
    context, groups = builder.context, dict[Exponent, Poly]()
    for mono, value in form.num.items():
        powers = dict(mono)
        at = powers.pop(name, 0)
        groups.setdefault(at, {})[tuple(sorted(powers.items()))] = value
    top = max(groups)
    half = Fraction(top) / 2
    if top <= 0 or set(groups) - {0, half, top} or half not in groups:
        return None
    a, b, c = (Frac(groups.get(e, {}), form.den) for e in (top, half, 0))
    if context.sign(written(context, a)) & ~POS:
        return None
    shift = context.mul(b, context.inverse(context.mul(Frac({(): 2}), a)))
    rest = context.sub(c, context.mul(a, context.mul(shift, shift)))
    base = gen(name, half if half.denominator > 1 else int(half))
    inside = written(context, context.add(base, shift))
    return mul(written(context, a), power(inside, num(2))), rest
