"""Interval arithmetic over the rationals: every result contains every true value, or ``Reject`` is raised.

Bounds are rounded outward to ``bits`` significant bits, except where numerator and denominator are short
(at most ``4 * bits`` bits): short rationals stay exact, so equalities such as 4**(1/2) = 2 are not lost.

The elementary functions work on integers in units of 2**-w.  A name ending in ``lo`` is never above the true
value and one ending in ``hi`` never below it: ``//`` and ``>>`` round down, ``-(-a // b)`` rounds up.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import product

from symcheck.kernel.term import Reject

MAX_EXPONENT = 10_000  # of an integer power by repeated squaring
MAX_EXP_ARGUMENT = 10**5
MAX_SIZE = 200_000  # bits in a numerator or denominator
Bounds = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class Interval:
    """The closed interval of reals from ``lo`` to ``hi``, which are exact rationals."""

    lo: Fraction
    hi: Fraction

    def __post_init__(self) -> None:
        for end in (self.lo, self.hi):
            if not isinstance(end, Fraction):
                raise Reject(f"the end of an interval is a {type(end).__name__}, not a Fraction")
            _size(end)
        if self.lo > self.hi:
            raise Reject("an interval whose lower end is above its upper end")

    @property
    def is_point(self) -> bool:
        """Whether the interval is one exact rational."""
        return self.lo == self.hi


def point(value: int | Fraction) -> Interval:
    """The interval that contains only ``value``; a float has no place in a proof."""
    if not isinstance(value, int | Fraction):
        raise Reject(f"a {type(value).__name__} is not an exact rational")
    return Interval(Fraction(value), Fraction(value))


class Arithmetic:
    """Operations on intervals, rounded outward to about ``bits`` significant bits."""

    def __init__(self, bits: int) -> None:
        if not isinstance(bits, int) or not 16 <= bits <= 4096:
            raise Reject("precision outside 16..4096 bits")
        self.bits = bits

    def add(self, *terms: Interval) -> Interval:
        """The sum of any number of intervals."""
        return self._outward([(sum((t.lo for t in terms), Fraction(0)), sum((t.hi for t in terms), Fraction(0)))])

    def neg(self, x: Interval) -> Interval:
        """``-x``, exact."""
        return Interval(-x.hi, -x.lo)

    def mul(self, x: Interval, y: Interval) -> Interval:
        """``x * y``: the extremes lie at corners."""
        return self._outward((c, c) for c in (x.lo * y.lo, x.lo * y.hi, x.hi * y.lo, x.hi * y.hi))

    def div(self, x: Interval, y: Interval) -> Interval:
        """``x / y``, where ``y`` may not contain 0."""
        if y.lo <= 0 <= y.hi:
            raise Reject("division by an interval that contains 0")
        return self._outward((c, c) for c in (x.lo / y.lo, x.lo / y.hi, x.hi / y.lo, x.hi / y.hi))

    def abs(self, x: Interval) -> Interval:
        """``|x|``, exact."""
        return Interval(builtins.max(x.lo, -x.hi, Fraction(0)), builtins.max(-x.lo, x.hi))

    def min(self, *terms: Interval) -> Interval:
        """The smallest of one or more intervals' values, exact."""
        return Interval(builtins.min(t.lo for t in terms), builtins.min(t.hi for t in terms))

    def max(self, *terms: Interval) -> Interval:
        """The largest of one or more intervals' values, exact."""
        return Interval(builtins.max(t.lo for t in terms), builtins.max(t.hi for t in terms))

    def exp(self, x: Interval) -> Interval:
        """``e**x`` for |x| <= 10**5."""
        return self._outward(_exp(end, self.bits + 8) for end in {x.lo, x.hi})

    def log(self, x: Interval) -> Interval:
        """The natural logarithm; ``x`` must be entirely positive."""
        if x.lo <= 0:
            raise Reject("logarithm of an interval that is not entirely positive")
        return self._outward(_log(end, self.bits + 8) for end in {x.lo, x.hi})

    def power_int(self, x: Interval, n: int) -> Interval:
        """``x**n`` for an integer n, |n| <= 10_000; 0 to a power <= 0 is rejected."""
        if builtins.abs(n) > MAX_EXPONENT:
            raise Reject(f"integer exponent above {MAX_EXPONENT} in absolute value")
        if n <= 0 and x.lo <= 0 <= x.hi:
            raise Reject(f"the power {n} of an interval that contains 0")
        ends = [_power_int(end, n, self.bits + 24) for end in {x.lo, x.hi}]
        return self._outward([*ends, (Fraction(0), Fraction(0))] if n % 2 == 0 and x.lo < 0 < x.hi else ends)

    def power(self, x: Interval, y: Interval) -> Interval:
        """The principal real power: any base to an exact integer, else a base > 0, or >= 0 with ``y`` > 0."""
        if y.is_point and y.lo.denominator == 1 and builtins.abs(y.lo) <= MAX_EXPONENT:
            return self.power_int(x, y.lo.numerator)
        if x.lo < 0 or (x.lo == 0 and y.lo <= 0):
            raise Reject("power whose base is not entirely positive")
        # Monotone in the base and in the exponent, one at a time: the extremes lie at corners.
        corners = product({x.lo, x.hi}, {y.lo, y.hi})
        return self._outward(_power(b, e, self.bits + 8) for b, e in corners)

    def _outward(self, parts: Iterable[Bounds]) -> Interval:
        """The rounded interval from the least lower to the greatest upper bound."""
        lows, highs = zip(*parts, strict=True)
        return Interval(_down(builtins.min(lows), self.bits), _up(builtins.max(highs), self.bits))


def _size(x: Fraction) -> int:
    """The bits of the longer one of numerator and denominator; more than MAX_SIZE are rejected."""
    size = max(x.numerator.bit_length(), x.denominator.bit_length())
    if size > MAX_SIZE:
        raise Reject(f"a number of more than {MAX_SIZE} bits")
    return size


def _down(x: Fraction, bits: int) -> Fraction:
    """``x`` itself if it is short, else a number of about ``bits`` significant bits not above it."""
    if _size(x) <= 4 * bits:
        return x
    shift = bits - x.numerator.bit_length() + x.denominator.bit_length()
    if shift >= 0:
        return Fraction((x.numerator << shift) // x.denominator, 1 << shift)
    return Fraction(x.numerator // (x.denominator << -shift) << -shift)


def _up(x: Fraction, bits: int) -> Fraction:
    """As ``_down``, but not below ``x``."""
    return -_down(-x, bits)


def _exp(x: Fraction, bits: int) -> Bounds:
    """e**x by r = x / 2**k < 2**-8, the Taylor series at r, and k squarings."""
    if x == 0:
        return Fraction(1), Fraction(1)
    if abs(x) > MAX_EXP_ARGUMENT:
        raise Reject(f"exponential of a number above {MAX_EXP_ARGUMENT} in absolute value")
    if x < 0:
        below, above = _exp(-x, bits)
        return 1 / above, 1 / below
    k = max(0, x.numerator.bit_length() - x.denominator.bit_length() + 9)
    w = bits + k + 8
    r_lo = (x.numerator << w) // (x.denominator << k)
    lo = hi = term_lo = term_hi = 1 << w
    n = 0
    while term_hi > 1:
        n += 1
        term_lo, term_hi = term_lo * r_lo // (n << w), -(-term_hi * (r_lo + 1) // (n << w))
        lo, hi = lo + term_lo, hi + term_hi
    hi += term_hi  # r < 1/2: all later terms together are below the last one
    low_scale = high_scale = -w
    for _ in range(k):
        lo, low_scale = _shorten(lo * lo, 2 * low_scale, w)
        minus_hi, high_scale = _shorten(-hi * hi, 2 * high_scale, w)
        hi = -minus_hi
    return lo * Fraction(2) ** low_scale, hi * Fraction(2) ** high_scale


def _shorten(m: int, scale: int, w: int) -> tuple[int, int]:
    """``m * 2**scale``, rounded down, with at most w bits in m."""
    excess = max(0, m.bit_length() - w)
    return m >> excess, scale + excess


def _log(x: Fraction, bits: int) -> Bounds:
    """log x = k log 2 + 2 atanh((m - 1) / (m + 1)) where x = m * 2**k and 2/3 <= m <= 4/3."""
    if x == 1:
        return Fraction(0), Fraction(0)
    k = x.numerator.bit_length() - x.denominator.bit_length()
    m = x / Fraction(2) ** k
    if not Fraction(2, 3) <= m <= Fraction(4, 3):
        k, m = (k + 1, m / 2) if m > 1 else (k - 1, m * 2)
    y = (m - 1) / (m + 1)
    lost = max(0, y.denominator.bit_length() - y.numerator.bit_length()) if k == 0 else 0  # leading zeros near 1
    w = bits + lost + k.bit_length() + 8
    lo, hi = _atanh(abs(y), w)
    lo, hi = (lo, hi) if y > 0 else (-hi, -lo)
    two_lo, two_hi = _atanh(Fraction(1, 3), w) if k else (0, 0)  # log 2 = 2 atanh(1/3)
    lo, hi = lo + min(k * two_lo, k * two_hi), hi + max(k * two_lo, k * two_hi)
    return Fraction(2 * lo, 1 << w), Fraction(2 * hi, 1 << w)


@lru_cache(maxsize=256)
def _atanh(y: Fraction, w: int) -> tuple[int, int]:
    """atanh(y) = y + y**3/3 + y**5/5 + … in units of 2**-w, for 0 <= y <= 1/3."""
    term_lo = (y.numerator << w) // y.denominator
    term_hi = term_lo + 1
    square_lo, square_hi = term_lo * term_lo >> w, (term_hi * term_hi >> w) + 1
    lo, hi, n = term_lo, term_hi, 1
    while term_hi > 1:
        n += 2
        term_lo, term_hi = term_lo * square_lo >> w, (term_hi * square_hi >> w) + 1
        lo, hi = lo + term_lo // n, hi - (-term_hi // n)
    return lo, hi + term_hi  # y**2 < 1/2: the tail is below the last power


def _power_int(x: Fraction, n: int, bits: int) -> Bounds:
    """x**n by repeated squaring of bounds on |x|."""
    base, lo, hi = abs(x) if n >= 0 else 1 / abs(x), Fraction(1), Fraction(1)
    for digit in f"{abs(n):b}":
        lo, hi = _down(lo * lo, bits), _up(hi * hi, bits)
        if digit == "1":
            lo, hi = _down(lo * base, bits), _up(hi * base, bits)
    return (-hi, -lo) if x < 0 and n % 2 else (lo, hi)


def _power(x: Fraction, q: Fraction, bits: int) -> Bounds:
    """x**q for x > 0, or x = 0 < q: exact through a rational root if there is one, else exp(q log x)."""
    if x in (0, 1):
        return x, x
    root = _root(x, q.denominator)
    if root is not None and abs(q.numerator) <= MAX_EXPONENT:
        return _power_int(root, q.numerator, bits + 16)
    lo, hi = sorted(q * end for end in _log(x, bits + 24))  # |q log x| < 2**17 or exp rejects
    return _exp(lo, bits)[0], _exp(hi, bits)[1]


def _root(x: Fraction, n: int) -> Fraction | None:
    """The rational n-th root of x > 0, if x has one."""
    roots = [_integer_root(part, n) for part in (x.numerator, x.denominator)]
    return Fraction(*roots) if (roots[0] ** n, roots[1] ** n) == (x.numerator, x.denominator) else None


def _integer_root(a: int, n: int) -> int:
    """The largest integer r with r**n <= a, for a >= 1, by Newton's method from above."""
    if n == 1 or a.bit_length() <= n:
        return a if n == 1 else 1
    r = 1 << -(-a.bit_length() // n)
    while (better := ((n - 1) * r + a // r ** (n - 1)) // n) < r:
        r = better
    return r
