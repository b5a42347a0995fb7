"""Inequalities made simpler: without positive factors and denominators, or with a logarithm or an arc alone."""

from __future__ import annotations

from symcheck.kernel import poly as p
from symcheck.kernel.facts import NEG, POS, Fact
from symcheck.kernel.poly import UNITY, Frac, Mono, Poly
from symcheck.kernel.term import ZERO, Reject, Term, neg, sub, walk
from symcheck.procedures.builder import Builder
from symcheck.procedures.forms import written
from symcheck.procedures.positive import positive

CHOICES = ("abs", "sign", "min", "max")
ARCS = ("atan", "asin", "asinh", "log")


def versions(builder: Builder, goal: Fact) -> list[tuple[Fact, Term | None]]:
    """The goal, and inequalities from which it follows when they are multiplied by a positive term."""
    found: list[tuple[Fact, Term | None]] = [(goal, None)]
    try:
        form = builder.normal(sub(goal.right, goal.left))
        if not form.num:
            return found
        short = plain(builder, goal, form)
        if short is not None:
            found.insert(0, short)
        alone = _alone(builder, goal, form)
        if alone is not None:
            found.insert(0, alone)
    except (Reject, RecursionError):
        pass
    return found


def plain(builder: Builder, goal: Fact, form: Frac) -> tuple[Fact, Term] | None:
    """Without denominator and common positive factors."""
    context = builder.context
    if form.den != UNITY and not _signed(builder, form.den):
        return None
    sign = POS if form.den == UNITY else context.sign(written(context, Frac(form.den)))
    outside: Mono = tuple((n, e) for n, e in context.content(form.num) if not context.gen_sign(n) & ~POS)
    rest = p.poly_mul(form.num, {p.mono_inverse(outside): 1})
    decided = any(t.head in CHOICES for side in (goal.left, goal.right) for t in walk(side))
    if not outside and form.den == UNITY and not decided:
        return None
    factor = context.mul(Frac({outside: 1}), context.inverse(Frac(form.den)))
    if sign == NEG:
        rest, factor = context.neg(Frac(rest)).num, context.neg(factor)
    claim = Fact(goal.rel, ZERO, written(context, Frac(rest)))
    return claim, written(context, factor)


def _signed(builder: Builder, poly: Poly) -> bool:
    """Whether a polynomial is seen to be positive or negative, if need be by steps."""
    term = written(builder.context, Frac(poly))
    if builder.context.sign(term) in (NEG, POS):
        return True
    return positive(builder, Fact("lt", ZERO, term)) or positive(builder, Fact("lt", term, ZERO))


def _alone(builder: Builder, goal: Fact, form: Frac) -> tuple[Fact, Term] | None:
    """Divided by what a logarithm or an arc is multiplied by, so that its derivative is without it."""
    context = builder.context
    names = {n for m in form.num for n, _ in m if n in context.logs or context.places.get(n, ("",))[0] in ARCS}
    for name in sorted(names) if len(names) == 1 else ():
        inside = {m: c for m, c in form.num.items() if any(n == name for n, _ in m)}
        if any(dict(m)[name] != 1 for m in inside):
            continue
        by = {tuple(f for f in m if f[0] != name): c for m, c in inside.items()}
        if by.keys() == {()} and form.den == UNITY:
            continue
        if not _signed(builder, by) or (form.den != UNITY and not _signed(builder, form.den)):
            continue
        factor = written(context, context.mul(Frac(by), context.inverse(Frac(form.den))))
        rest = {m: c for m, c in form.num.items() if m not in inside}
        other = written(context, context.mul(Frac(rest), context.inverse(Frac(by)))) if rest else ZERO
        head = written(context, p.gen(name))
        sign = context.sign(factor)
        if sign == POS:
            return Fact(goal.rel, neg(other), head), factor
        if sign == NEG:
            return Fact(goal.rel, head, neg(other)), neg(factor)
    return None
