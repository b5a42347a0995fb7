"""Exact arithmetic of fractions of generalised polynomials, the normal form behind every equality.

A *generator* is a string that stands for one real number: a symbol, ``log[n]``, ``n^[alpha]``.  A monomial is a
product of generators with rational exponents, a polynomial a sum of monomials with rational coefficients, a
fraction a quotient of two polynomials whose denominator is known to be non-zero.  Generators are treated as
independent, so a zero numerator proves equality and a non-zero one proves nothing.

A *relation* says what the first power of a generator is: ``#2`` (from 2**(1/2)) to the power 1 is 2.  The exponent of
such a generator is kept in [0, 1).  ``squares`` say likewise what the second power is: sin**2 is 1 - cos**2.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import NamedTuple

from symcheck.kernel.term import Reject, require

Exponent = int | Fraction
Mono = tuple[tuple[str, Exponent], ...]
Poly = dict[Mono, Exponent]
UNIT: Mono = ()
UNITY: Poly = {UNIT: 1}
MAX_TERMS = 4_000
MAX_POWER = 64
MOST = 1 << 10_000  # of a coefficient's numerator and denominator


class Frac(NamedTuple):
    """``num / den``; the denominator is a polynomial that is not zero at any point under consideration."""

    num: Poly
    den: Poly = UNITY


def const(value: Exponent) -> Frac:
    """The constant ``value``."""
    return Frac({UNIT: value} if value else {})


def gen(name: str, exponent: Exponent = 1) -> Frac:
    """The generator ``name`` to a power."""
    return Frac({((name, exponent),): 1} if exponent else UNITY)


def mono_mul(left: Mono, right: Mono) -> Mono:
    """The product of two monomials."""
    if not left or not right:
        return left or right
    powers = dict(left)
    for name, exponent in right:
        powers[name] = simple(powers.get(name, 0) + exponent)
    return tuple(sorted((n, e) for n, e in powers.items() if e))


def mono_inverse(mono: Mono) -> Mono:
    """The reciprocal of a monomial."""
    return tuple((name, -exponent) for name, exponent in mono)


def bounded(poly: Poly) -> Poly:
    """The polynomial without zero terms; one that is too large to go on with is rejected."""
    found: Poly = {}
    for mono, value in poly.items():
        if value:
            found[mono] = value = value if type(value) is int else simple(value)
            if not (-MOST < value.numerator < MOST and value.denominator < MOST):
                raise Reject("a coefficient is too large")
    require(len(found) <= MAX_TERMS, "normal form too large")
    return found


def simple(value: Exponent) -> Exponent:
    """The same number, an integer as such: it is much faster to reckon with."""
    return value.numerator if type(value) is not int and value.denominator == 1 else value


def poly_add(left: Poly, right: Poly, factor: Exponent = 1) -> Poly:
    """``left + factor * right``."""
    if not right:
        return left
    return bounded(left | {mono: left.get(mono, 0) + factor * value for mono, value in right.items()})


def poly_mul(left: Poly, right: Poly) -> Poly:
    """The product, without applying relations."""
    if left == UNITY or right == UNITY:
        return right if left == UNITY else left
    require(len(left) * len(right) <= MAX_TERMS * 4, "normal form too large")
    total: Poly = {}
    for m1, c1 in left.items():
        for m2, c2 in right.items():
            mono = mono_mul(m1, m2)
            total[mono] = total.get(mono, 0) + c1 * c2
    return bounded(total)


def lead(poly: Poly) -> Exponent:
    """The coefficient by which a polynomial is divided to make it monic."""
    return poly[max(poly)]


def monic(poly: Poly, by: Exponent) -> Poly:
    """The polynomial divided by a number."""
    if by in (1, -1):
        return poly if by == 1 else {m: -c for m, c in poly.items()}
    return bounded({m: Fraction(c) / by for m, c in poly.items()})


def mono_key(mono: Mono) -> str:
    """A string that identifies a monomial; no name of a symbol contains its separators."""
    return "·".join(n if e == 1 else f"{n}^({e})" for n, e in mono) or "1"


def poly_key(poly: Poly) -> str:
    """A string that two polynomials share exactly when they are equal."""
    return " + ".join(sorted(f"{c}*{mono_key(m)}" for m, c in poly.items())) or "0"


def key(form: Frac) -> str:
    """A string that two fractions share only when they are equal."""
    return poly_key(form.num) if form.den == UNITY else f"({poly_key(form.num)})/({poly_key(form.den)})"


def divide(top: Poly, bottom: Poly) -> tuple[Poly, Poly] | None:
    """Quotient and remainder; None when it would not end soon.  top = q * bottom + r always.

    A term is divided by the leading term of ``bottom``, or, where a symbol of ``bottom`` has a negative power in it, by
    the last one, so that 1/(a*(1+a)) and 1/a - 1/(1+a) come out alike.
    """
    names = sorted({n for p in (top, bottom) for m in p for n, _ in m})

    def order(mono: Mono) -> tuple[Exponent, ...]:
        powers = dict(mono)
        return tuple(powers.get(n, 0) for n in names)

    first, last = max(bottom, key=order), min(bottom, key=order)
    inside = {n for m in bottom for n, _ in m}
    quotient, remainder, rest = Poly(), Poly(), dict(top)
    for _ in range(2 * len(top) + 40):
        if not rest:
            return quotient, remainder
        mono = max(rest, key=order)
        by = last if any(e < 0 and n in inside for n, e in mono) else first
        ratio, coefficient = mono_mul(mono, mono_inverse(by)), Fraction(rest[mono]) / bottom[by]
        if by == first and any(e < 0 for _, e in ratio):
            remainder = poly_add(remainder, {mono: rest.pop(mono)})
        else:
            quotient = poly_add(quotient, {ratio: coefficient})
            rest = poly_add(rest, poly_mul({ratio: coefficient}, bottom), -1)
    return None


def exact_quotient(top: Poly, bottom: Poly) -> Poly | None:
    """The polynomial ``top / bottom``, if division finds that it is one."""
    if bottom == UNITY:
        return top
    parts = divide(top, bottom)
    return parts[0] if parts and not parts[1] else None


class Algebra:
    """Field arithmetic on ``Frac`` modulo the relations of its generators."""

    def __init__(self, parent: Algebra | None) -> None:
        """``places`` say of which function, at which argument, a generator is the value."""
        self.relations: dict[str, Frac] = dict(parent.relations) if parent else {}
        self.squares: dict[str, Frac] = dict(parent.squares) if parent else {}
        self.places: dict[str, tuple[str, Frac]] = dict(parent.places) if parent else {}

    def add(self, left: Frac, right: Frac) -> Frac:
        """The sum, over one of the two denominators where the other divides it."""
        if left.den == right.den:
            return self.reduce(poly_add(left.num, right.num), left.den)
        by_left, by_right = right.den, left.den
        if up := exact_quotient(right.den, left.den):
            by_left, by_right = up, UNITY
        elif down := exact_quotient(left.den, right.den):
            by_left, by_right = UNITY, down
        num = poly_add(poly_mul(left.num, by_left), poly_mul(right.num, by_right))
        return self.reduce(num, poly_mul(left.den, by_left))

    def neg(self, value: Frac) -> Frac:
        """The negative."""
        return Frac({m: -c for m, c in value.num.items()}, value.den)

    def sub(self, left: Frac, right: Frac) -> Frac:
        """The difference."""
        return self.add(left, self.neg(right))

    def mul(self, left: Frac, right: Frac) -> Frac:
        """The product."""
        return self.reduce(poly_mul(left.num, right.num), poly_mul(left.den, right.den))

    def inverse(self, value: Frac) -> Frac:
        """The reciprocal of a value that the caller knows to be non-zero."""
        return self.reduce(value.den, value.num)

    def power(self, value: Frac, exponent: int) -> Frac:
        """An integer power; a negative one only of a value known to be non-zero."""
        require(abs(exponent) <= MAX_POWER, "exponent", exponent, "too large to multiply out")
        base, result = value if exponent >= 0 else self.inverse(value), const(1)
        for _ in range(abs(exponent)):
            result = self.mul(result, base)
        return result

    def fold(self, poly: Poly) -> Frac:
        """Bring the exponents of generators that have a relation back into [0, 1), or [0, 2) for a square."""
        if not (self.relations or self.squares):
            return Frac(poly)
        whole = {m: loose for m in poly if (loose := self._loose(m))}
        if not whole:
            return Frac(poly)
        total = Frac({m: c for m, c in poly.items() if m not in whole})
        for mono, loose in whole.items():
            part = Frac({mono_mul(mono, mono_inverse(loose)): poly[mono]})
            for name, exponent in loose:
                square = name in self.squares
                form = self.squares[name] if square else self.relations[name]
                part = self.mul(part, self.power(form, int(exponent // 2 if square else exponent)))
            total = self.add(total, part)
        return total

    def _loose(self, mono: Mono) -> Mono:
        """The part of a monomial that the relations take away."""
        found: list[tuple[str, Exponent]] = []
        for name, exponent in mono:
            if name in self.squares and (pairs := floor(exponent) // 2):
                found.append((name, 2 * pairs))
            elif name in self.relations and (times := floor(exponent)):
                found.append((name, times))
        return tuple(found)

    def reduce(self, num: Poly, den: Poly) -> Frac:
        """``num / den`` after all relations; the denominator monic, without monomial factor, divided out if it can."""
        top, bottom = self.fold(num), Frac(UNITY) if den == UNITY else self.fold(den)
        require(bottom.num, "a denominator is zero")
        if top.den != UNITY or bottom.den != UNITY:
            return self.mul(top, Frac(bottom.den, bottom.num))
        num, den = top.num, bottom.num
        if den == UNITY or not num:
            return Frac(num)
        if content := self.content(den):
            shift: Poly = {mono_inverse(content): 1}
            return self.reduce(poly_mul(num, shift), poly_mul(den, shift))
        num, den = monic(num, lead(den)), monic(den, lead(den))
        content = self.content(num)
        quotient = exact_quotient(poly_mul(num, {mono_inverse(content): 1}), den)
        return Frac(num, den) if quotient is None else Frac(poly_mul(quotient, {content: 1}))

    def content(self, poly: Poly) -> Mono:
        """The largest monomial, negative powers counted, that divides every term."""
        if len(poly) == 1:
            return next(iter(poly))
        powers: dict[str, list[Exponent]] = {}
        for mono in poly:
            for name, exponent in mono:
                powers.setdefault(name, []).append(exponent)
        lows = ((n, min(p) if len(p) == len(poly) else min(*p, 0)) for n, p in powers.items())
        return tuple(sorted((n, low) for n, low in lows if low and n not in self.relations))
