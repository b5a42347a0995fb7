"""Bounds of the circular functions at a rational number: each pair contains the true value.

Integers count units of 2**-w.  ``//`` and ``>>`` round down, ``-(-a // b)`` rounds up.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from itertools import product
from math import atan as float_atan

from symcheck.kernel.term import require

Bounds = tuple[Fraction, Fraction]
MAX_ANGLE, MAX_TANGENT = 10**12, 10**300


@lru_cache(maxsize=256)
def cos_sin(x: Fraction, bits: int) -> tuple[Bounds, Bounds]:
    """cos x and sin x: series for r = x / 2**k < 2**-8, then k times the formulas for the double angle."""
    require(abs(x) <= MAX_ANGLE, "the circular function of a number above", MAX_ANGLE, "in absolute value")
    if not x:
        return (Fraction(1), Fraction(1)), (x, x)
    k = max(0, x.numerator.bit_length() - x.denominator.bit_length() + 9)
    w = bits + 3 * k + 16 + _leading_zeros(x)
    r = abs(x) / 2**k
    cos, sin = _series(r, 0, w), _series(r, 1, w)
    for _ in range(k):
        cos, sin = _minus(_times(cos, cos, w), _times(sin, sin, w)), _twice(_times(sin, cos, w))
    one = 1 << w
    low, high = max(sin[0], -one), min(sin[1], one)
    if x < 0:
        low, high = -high, -low
    return (Fraction(max(cos[0], -one), one), Fraction(min(cos[1], one), one)), (
        Fraction(low, one),
        Fraction(high, one),
    )


def _leading_zeros(x: Fraction) -> int:
    return max(0, x.denominator.bit_length() - x.numerator.bit_length())


def _series(r: Fraction, start: int, w: int) -> tuple[int, int]:
    """r**start/start! - r**(start+2)/(start+2)! + … for 0 <= r < 2**-8: the first term left out bounds the rest."""
    total_low = total_high = 0
    term, n, sign = Fraction(r**start), start, 1
    low, high = _scaled(term, w)
    while high > 1 or n == start:
        total_low, total_high = (
            (total_low + low, total_high + high) if sign > 0 else (total_low - high, total_high - low)
        )
        n, sign = n + 2, -sign
        square = _scaled(r * r, w)
        low = (low * square[0] >> w) // (n * (n - 1))
        raised = -(-high * square[1] >> w)
        high = -(-raised // (n * (n - 1)))
    return total_low - high - 1, total_high + high + 1


def _scaled(x: Fraction, w: int) -> tuple[int, int]:
    return (x.numerator << w) // x.denominator, -(-(x.numerator << w) // x.denominator)


def _times(a: tuple[int, int], b: tuple[int, int], w: int) -> tuple[int, int]:
    corners = [u * v for u, v in product(a, b)]
    return min(corners) >> w, -(-max(corners) >> w)


def _minus(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
    return a[0] - b[1], a[1] - b[0]


def _twice(a: tuple[int, int]) -> tuple[int, int]:
    return 2 * a[0], 2 * a[1]


@lru_cache(maxsize=256)
def atan(x: Fraction, bits: int) -> Bounds:
    """atan x = y + atan t with t = (x cos y - sin y) / (cos y + x sin y), for any y near it; |atan t - t| <= |t|**3/3.

    That holds where cos y + x sin y > 0 and |y| < 2, since then |atan x - y| < pi/2.
    """
    require(abs(x) <= MAX_TANGENT, "the arc tangent of a number above 10**300 in absolute value")
    if not x:
        return x, x
    y, low, high = Fraction(float_atan(x)), Fraction(-2), Fraction(2)
    bits += _leading_zeros(x)
    w = bits + 16
    for _ in range(2 + bits // 40):
        require(abs(y) < 2, "no first guess for an arc tangent")
        (c_low, c_high), (s_low, s_high) = cos_sin(y, w + abs(x).numerator.bit_length())
        ends = [x * s for s in (s_low, s_high)]
        below, above = c_low + min(ends), c_high + max(ends)
        require(below > 0, "no first guess for an arc tangent")
        tops = [x * c - s for c, s in product((c_low, c_high), (s_low, s_high))]
        t_low, t_high = (
            min(tops) / (below if min(tops) < 0 else above),
            max(tops) / (above if max(tops) < 0 else below),
        )
        most = max(abs(t_low), abs(t_high))
        low, high = y + t_low - most**3 / 3, y + t_high + most**3 / 3
        if high - low < Fraction(1, 1 << bits):
            break
        y = Fraction(round((low + high) / 2 * 2**w), 2**w)
    return low, high


@lru_cache(maxsize=16)
def pi(bits: int) -> Bounds:
    """pi = 16 atan(1/5) - 4 atan(1/239)."""
    (a, b), (c, d) = atan(Fraction(1, 5), bits + 8), atan(Fraction(1, 239), bits + 8)
    return 16 * a - 4 * d, 16 * b - 4 * c
