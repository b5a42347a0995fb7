"""Series behind the error function and Euler's constant, in integers; see ``interval`` for how bounds are rounded."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

Bounds = tuple[Fraction, Fraction]


def odd_factorials(z: Fraction, bits: int) -> Bounds:
    """1 + z/3 + z**2/(3*5) + z**3/(3*5*7) + ... for z >= 0; from z/d <= 1/2 on, the rest is at most the last term."""
    one, d = 1 << bits + 8, 3
    lo = hi = low = high = one
    while hi > 1 or 2 * z > d:
        lo, hi = lo * z.numerator // (d * z.denominator), -(-hi * z.numerator // (d * z.denominator))
        low, high, d = low + lo, high + hi, d + 2
    return Fraction(low, one), Fraction(high + hi, one)


def euler_place(bits: int) -> int:
    """The n for which the error is below 2**-bits."""
    return bits // 5 + 2


@lru_cache(maxsize=16)
def euler(n: int, bits: int, logarithm: Bounds) -> Bounds:
    """Brent and McMillan's U/V - log n - K/I: V and U are the sums of (n**k/k!)**2 and of H_k times it over k >= 0.

    The quotient K0(2n)/I0(2n) of Bessel functions is between 0 and pi exp(-4n) < 2**(2 - 5n).  From k = 2n on the terms
    fall at least by half, so that the rest of a sum is at most its last term.
    """
    k, one = 0, 1 << bits + 8
    a, b, v, u = [one, one], [0, 0], [one, one], [0, 0]  # from below, and from above
    while a[1] > 1 or k < 2 * n:
        k += 1
        b = [b[0] * n * n // (k * k), -(-b[1] * n * n // (k * k))]
        a = [a[0] * n * n // (k * k), -(-a[1] * n * n // (k * k))]
        b = [b[0] + a[0] // k, b[1] - (-a[1] // k)]
        v, u = [v[0] + a[0], v[1] + a[1]], [u[0] + b[0], u[1] + b[1]]
    low, high = logarithm
    lo = Fraction(u[0], v[1] + a[1]) - high - Fraction(4, 1 << 5 * n)
    return lo, Fraction(u[1] + b[1], v[0]) - low
