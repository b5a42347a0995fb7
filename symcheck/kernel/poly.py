"""Exact arithmetic of fractions of generalised polynomials, the normal form behind every equality.

A *generator* is a string that stands for one real number: a symbol, ``log[n]``, ``n^[alpha]``.  A monomial is a
product of generators with rational exponents, a polynomial a sum of monomials with rational coefficients, a
fraction a quotient of two polynomials whose denominator is known to be non-zero.  Generators are treated as
independent, so a zero numerator proves equality and a non-zero one proves nothing.

A *relation* says what the first power of a generator is: ``#2`` (from 2**(1/2)) to the power 1 is 2.  The exponent of
such a generator is kept in [0, 1).
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import floor
from typing import NamedTuple

from symcheck.kernel.term import Reject

Exponent = int | Fraction
Mono = tuple[tuple[str, Exponent], ...]
Poly = dict[Mono, Exponent]
UNIT: Mono = ()
UNITY: Poly = {UNIT: 1}
MAX_TERMS = 4_000
MAX_POWER = 64
MAX_BITS = 10_000


class Frac(NamedTuple):
    """``num / den``; the denominator is a polynomial that is not zero at any point under consideration."""

    num: Poly
    den: Poly


def const(value: Exponent) -> Frac:
    """The constant ``value``."""
    return Frac({UNIT: value} if value else {}, UNITY)


def gen(name: str, exponent: Exponent = 1) -> Frac:
    """The generator ``name`` to a power."""
    return Frac({((name, exponent),): 1} if exponent else UNITY, UNITY)


def mono_mul(left: Mono, right: Mono) -> Mono:
    """The product of two monomials."""
    if not left or not right:
        return left or right
    powers = dict(left)
    for name, exponent in right:
        powers[name] = powers.get(name, 0) + exponent
    return tuple(sorted((n, e) for n, e in powers.items() if e))


def mono_inverse(mono: Mono) -> Mono:
    """The reciprocal of a monomial."""
    return tuple((name, -exponent) for name, exponent in mono)


def poly_add(left: Poly, right: Poly, factor: Exponent = 1) -> Poly:
    """``left + factor * right``."""
    total = dict(left)
    for mono, coefficient in right.items():
        value = total.get(mono, 0) + factor * coefficient
        if value:
            total[mono] = value
        else:
            total.pop(mono, None)
    return total


def poly_mul(left: Poly, right: Poly) -> Poly:
    """The product, without applying relations."""
    if len(left) * len(right) > MAX_TERMS * 4:
        raise Reject("normal form too large")
    total: Poly = {}
    for m1, c1 in left.items():
        for m2, c2 in right.items():
            mono = mono_mul(m1, m2)
            value = total.get(mono, 0) + c1 * c2
            if value:
                total[mono] = value
            else:
                total.pop(mono, None)
    return total


def monic(poly: Poly, lead: Exponent) -> Poly:
    """The polynomial divided by a number."""
    return poly if lead == 1 else {m: Fraction(c) / lead for m, c in poly.items()}


def poly_key(poly: Poly) -> str:
    """A string that two polynomials share exactly when they are equal."""
    if any(max(abs(Fraction(c).numerator), Fraction(c).denominator).bit_length() > MAX_BITS for c in poly.values()):
        raise Reject("a coefficient is too large")
    return " + ".join(sorted(f"{c}*{mono_key(m)}" for m, c in poly.items())) or "0"


def mono_key(mono: Mono) -> str:
    """A string that identifies a monomial; no name of a symbol contains its separators."""
    return "·".join(n if e == 1 else f"{n}^({e})" for n, e in mono) or "1"


def divide(top: Poly, bottom: Poly) -> tuple[Poly, Poly] | None:
    """Quotient and remainder by leading terms; None when it would not end soon.  top = q * bottom + r always."""
    names = sorted({n for p in (top, bottom) for m in p for n, _ in m})

    def order(mono: Mono) -> tuple[Exponent, ...]:
        powers = dict(mono)
        return tuple(powers.get(n, 0) for n in names)

    lead = max(bottom, key=order)
    inverse, scale = mono_inverse(lead), Fraction(1) / bottom[lead]
    quotient: Poly = {}
    remainder: Poly = {}
    rest = dict(top)
    for _ in range(2 * len(top) + 40):
        if not rest:
            return quotient, remainder
        mono = max(rest, key=order)
        ratio, coefficient = mono_mul(mono, inverse), rest[mono] * scale
        if any(e < 0 for _, e in ratio):
            remainder = poly_add(remainder, {mono: rest.pop(mono)})
            continue
        quotient = poly_add(quotient, {ratio: coefficient})
        rest = poly_add(rest, poly_mul({ratio: coefficient}, bottom), -1)
    return None


class Algebra:
    """Field arithmetic on ``Frac`` modulo the relations of its generators."""

    def __init__(self, relations: Mapping[str, Frac]) -> None:
        self.relations: dict[str, Frac] = dict(relations)

    def add(self, left: Frac, right: Frac) -> Frac:
        """The sum."""
        if left.den == right.den:
            return self.reduce(poly_add(left.num, right.num), left.den)
        for small, large in ((left, right), (right, left)):
            parts = divide(large.den, small.den)
            if parts and not parts[1]:
                lifted = self.mul(Frac(small.num, UNITY), Frac(parts[0], UNITY))
                if lifted.den == UNITY:
                    return self.reduce(poly_add(large.num, lifted.num), large.den)
        one = UNITY
        n1 = self.mul(Frac(left.num, one), Frac(right.den, one))
        n2 = self.mul(Frac(right.num, one), Frac(left.den, one))
        den = self.mul(Frac(left.den, one), Frac(right.den, one))
        if n1.den != one or n2.den != one or den.den != one:
            raise Reject("normal form: a relation brought a second denominator")
        return self.reduce(poly_add(n1.num, n2.num), den.num)

    def neg(self, value: Frac) -> Frac:
        """The negative."""
        return Frac({m: -c for m, c in value.num.items()}, value.den)

    def sub(self, left: Frac, right: Frac) -> Frac:
        """The difference."""
        return self.add(left, self.neg(right))

    def mul(self, left: Frac, right: Frac) -> Frac:
        """The product."""
        num, den = self.fold(poly_mul(left.num, right.num)), self.fold(poly_mul(left.den, right.den))
        if num.den == UNITY and den.den == UNITY:
            return self.reduce(num.num, den.num)
        return self.mul(Frac(num.num, den.num), Frac(den.den, num.den))

    def inverse(self, value: Frac) -> Frac:
        """The reciprocal of a value that the caller knows to be non-zero."""
        if not value.num:
            raise Reject("reciprocal of zero")
        return self.reduce(value.den, value.num)

    def power(self, value: Frac, exponent: int) -> Frac:
        """An integer power; a negative one only of a value known to be non-zero."""
        if abs(exponent) > MAX_POWER:
            raise Reject(f"exponent {exponent} too large to multiply out")
        base = value if exponent >= 0 else self.inverse(value)
        result = const(1)
        for _ in range(abs(exponent)):
            result = self.mul(result, base)
        return result

    def fold(self, poly: Poly) -> Frac:
        """Bring the exponents of generators that have a relation back into [0, 1)."""
        if not self.relations or not any(self._loose(m) for m in poly):
            return Frac(poly, UNITY)
        total = const(0)
        for mono, coefficient in poly.items():
            loose = self._loose(mono)
            keep = tuple((n, e - loose.get(n, 0)) for n, e in mono if e != loose.get(n, 0))
            part = Frac({keep: coefficient}, UNITY)
            for name, whole in loose.items():
                part = self.mul(part, self.power(self.relations[name], whole))
            total = self.add(total, part)
        return total

    def _loose(self, mono: Mono) -> dict[str, int]:
        return {n: floor(e) for n, e in mono if n in self.relations and floor(e)}

    def reduce(self, num: Poly, den: Poly) -> Frac:
        """The same quotient with its denominator monic, free of monomial factors, and divided out if it divides."""
        if not num:
            return const(0)
        if len(num) > MAX_TERMS or len(den) > MAX_TERMS:
            raise Reject("normal form too large")
        if den == UNITY:
            return Frac(num, den)
        content = self.content(den)
        if content:
            shift: Poly = {mono_inverse(content): 1}
            return self.mul(Frac(poly_mul(num, shift), UNITY), Frac(UNITY, poly_mul(den, shift)))
        lead = den[max(den)]
        num, den = monic(num, lead), monic(den, lead)
        if len(den) == 1:
            return Frac(num, den)
        content = self.content(num)
        parts = divide(poly_mul(num, {mono_inverse(content): 1}), den)
        return Frac(poly_mul(parts[0], {content: 1}), UNITY) if parts and not parts[1] else Frac(num, den)

    def content(self, poly: Poly) -> Mono:
        """The largest monomial, negative powers counted, that divides every term."""
        if len(poly) == 1:
            return next(iter(poly))
        lowest: dict[str, Exponent] = {}
        powers = [dict(m) for m in poly]
        for name in {n for p in powers for n in p if n not in self.relations}:
            lowest[name] = min(p.get(name, 0) for p in powers)
        return tuple(sorted((n, e) for n, e in lowest.items() if e))
