"""Inequalities between sums of powers: the gap as a sum of c * m * (u - v)**2, found by linear programming.

AM-GM, Cauchy-Schwarz and what is made of them are of this kind: u**2 and v**2 are monomials, m is one of known sign.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from symcheck.kernel.facts import NEG, NIL, POS, Fact
from symcheck.kernel.poly import UNIT, UNITY, Exponent, Frac, Mono, Poly, mono_inverse, mono_mul
from symcheck.kernel.term import Reject, Term, add, div, mul, num, power, sub
from symcheck.procedures.builder import Builder
from symcheck.procedures.forms import written
from symcheck.procedures.simplex import solve

MOST_MONOMIALS, MOST_PLACES = 24, 26


def binomials(builder: Builder, goal: Fact) -> bool:
    """An inequality by one step whose gap is such a sum."""
    if goal.rel not in ("lt", "le"):
        return False
    try:
        form = builder.normal(sub(goal.right, goal.left))
        below = written(builder.context, Frac(form.den))
        if not 1 < len(form.num) <= MOST_MONOMIALS or builder.context.sign(below) & ~POS:
            return False
        for places in _places(builder, form.num):
            gap = _gap(builder, form.num, places, goal.rel == "lt")
            if gap is not None:
                return builder.combine(goal, gap=gap if form.den == UNITY else div(gap, below))
    except (Reject, RecursionError):
        pass
    return False


def _places(builder: Builder, poly: Poly) -> Iterator[list[Mono]]:
    """Monomials that squares may be made of: those of the polynomial, then also what lies between two of them."""
    places = list(poly)
    yield places
    means = (_mean(p, q) for p, q in combinations(places, 2))
    wider = list(dict.fromkeys([*places, *(m for m in means if _real(builder, m))]))
    if len(places) < len(wider) <= MOST_PLACES:
        yield wider


def _gap(builder: Builder, target: Poly, places: list[Mono], strict: bool) -> Term | None:
    """The target as a sum of squares and monomials that are >= 0."""
    columns: list[tuple[Poly, Term, bool]] = []
    for mono in places:
        sign = _sign(builder, mono)
        if sign & ~NIL and not (sign & NEG and sign & POS):
            value = -1 if sign & NEG else 1
            columns.append(({mono: value}, written(builder.context, Frac({mono: value})), not sign & NIL))
    for p, q in combinations(places, 2):
        square, middle = _square(builder, p, q), _mean(p, q)
        if square and middle in places:
            columns += [({p: 1, q: 1, middle: v}, term, False) for v, term in zip((-2, 2), square, strict=True)]
    rows = {mono: row for row, mono in enumerate(places)}
    vectors = [{rows[m]: Fraction(c) for m, c in poly.items()} for poly, _, _ in columns]
    wanted = {place for place, column in enumerate(columns) if column[2]} if strict else set()
    if not columns or (strict and not wanted):
        return None
    found = solve(vectors, {rows[m]: Fraction(c) for m, c in target.items()}, wanted)
    parts = [mul(num(value), column[1]) for value, column in zip(found or (), columns, strict=bool(found)) if value]
    return add(*parts) if parts else None


def _square(builder: Builder, p: Mono, q: Mono) -> tuple[Term, Term] | None:
    """m * (u - v)**2 and m * (u + v)**2 for p = m * u**2 and q = m * v**2; None if these are not real numbers."""
    left, right = dict(p), dict(q)
    least = {name: min(left.get(name, 0), right.get(name, 0)) for name in left | right}
    common: Mono = tuple(sorted((name, exponent) for name, exponent in least.items() if exponent))
    roots = [_mean(mono_mul(side, mono_inverse(common)), UNIT) for side in (p, q)]
    if _sign(builder, common) & NEG or not all(_real(builder, root) for root in roots):
        return None
    m, u, v = (written(builder.context, Frac({mono: 1})) for mono in (common, *roots))
    return mul(m, power(sub(u, v), num(2))), mul(m, power(add(u, v), num(2)))


def _mean(p: Mono, q: Mono) -> Mono:
    """The square root of the product."""
    return tuple((name, _half(exponent)) for name, exponent in mono_mul(p, q))


def _half(exponent: Exponent) -> Exponent:
    half = Fraction(exponent) / 2
    return int(half) if half.denominator == 1 else half


def _real(builder: Builder, mono: Mono) -> bool:
    """Whether fractional powers are only of what is known to be >= 0."""
    return all(Fraction(e).denominator == 1 or not builder.context.gen_sign(name) & NEG for name, e in mono)


def _sign(builder: Builder, mono: Mono) -> int:
    return builder.context.sign(written(builder.context, Frac({mono: 1})))
