"""Normal forms of sine and cosine: sums and multiples of angles, exact values, angles of inverse functions."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import floor

from symcheck.kernel import poly as p
from symcheck.kernel.poly import UNITY, Algebra, Frac, Mono, const, gen

PI = "#pi"
PI_MONO: Mono = ((PI, 1),)
MAX_PARTS, MAX_MULTIPLE = 6, 12
Pair = tuple[Frac, Frac]
"""Cosine and sine of an angle."""
ZERO_ANGLE: Pair = (const(1), const(0))
EXACT: dict[Fraction, tuple[tuple[int, int], tuple[int, int]]] = {
    Fraction(1, 6): ((3, 4), (1, 4)),
    Fraction(1, 4): ((1, 2), (1, 2)),
    Fraction(1, 3): ((1, 4), (3, 4)),
}
"""The squares of cosine and sine at these multiples of pi."""


def turn(algebra: Algebra, first: Pair, second: Pair) -> Pair:
    """Cosine and sine of the sum of two angles."""
    (c, s), (d, u) = first, second
    mul = algebra.mul
    return algebra.sub(mul(c, d), mul(s, u)), algebra.add(mul(s, d), mul(c, u))


def pair(
    algebra: Algebra, form: Frac, root: Callable[[Fraction], Frac], inverse: Callable[[str], Pair | None]
) -> Pair | None:
    """Cosine and sine of an angle in normal form; None if it is not a short sum.

    ``root`` gives the square root of a positive rational, ``inverse`` the pair of a generator that is an arc.
    """
    if form.den != UNITY or len(form.num) > MAX_PARTS:
        return None
    found = ZERO_ANGLE
    for mono, coefficient in sorted(form.num.items()):
        value = Fraction(coefficient)
        if mono == PI_MONO:
            quarters = floor(2 * value)
            for _ in range(quarters % 4):
                found = turn(algebra, found, (const(0), const(1)))
            value -= Fraction(quarters, 2)
        if value:
            found = turn(algebra, found, _part(algebra, mono, value, root, inverse))
    return found


def _part(
    algebra: Algebra,
    mono: Mono,
    value: Fraction,
    root: Callable[[Fraction], Frac],
    inverse: Callable[[str], Pair | None],
) -> Pair:
    """Cosine and sine of a number times a monomial."""
    if mono == PI_MONO and value in EXACT:
        cos, sin = EXACT[value]
        return root(Fraction(*cos)), root(Fraction(*sin))
    times = abs(value.numerator) if abs(value.numerator) <= MAX_MULTIPLE else 1
    unit = abs(value) / times
    known = inverse(mono[0][0]) if unit == 1 and len(mono) == 1 and mono[0][1] == 1 else None
    base = known or _generators(algebra, Frac({mono: unit if unit.denominator > 1 else int(unit)}))
    found = ZERO_ANGLE
    for _ in range(times):
        found = turn(algebra, found, base)
    return (found[0], algebra.neg(found[1])) if value < 0 else found


def whole(algebra: Algebra, form: Frac) -> Pair:
    """Cosine and sine of an angle that is taken as one."""
    if form.num and p.lead(form.num) < 0:
        cos, sin = _generators(algebra, algebra.neg(form))
        return cos, algebra.neg(sin)
    return _generators(algebra, form)


def _generators(algebra: Algebra, angle: Frac) -> Pair:
    """Generators for the cosine and sine of an angle, tied by the sum of their squares."""
    cos, sin = (f"{head}[{p.key(angle)}]" for head in ("cos", "sin"))
    algebra.places |= {cos: ("cos", angle), sin: ("sin", angle)}
    algebra.squares[sin] = Frac({(): 1, ((cos, 2),): -1})
    return gen(cos), gen(sin)
