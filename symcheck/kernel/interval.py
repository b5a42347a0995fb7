"""Interval arithmetic over the rationals: every result contains every true value, or ``Reject`` is raised.

Bounds are rounded outward to ``bits`` significant bits, except where numerator and denominator are short
(at most ``4 * bits`` bits): short rationals stay exact, so equalities such as 4**(1/2) = 2 are not lost.

The elementary functions work on integers in units of 2**-w.  A name ending in ``lo`` is never above the true
value and one ending in ``hi`` never below it: ``//`` and ``>>`` round down, ``-(-a // b)`` rounds up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, reduce
from itertools import product
from math import floor, log

from symcheck.kernel import circular
from symcheck.kernel.term import require

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
            require(isinstance(end, Fraction), "the end of an interval is a", type(end).__name__, "not a Fraction")
            _size(end)
        require(self.lo <= self.hi, "an interval whose lower end is above its upper end")

    @property
    def is_point(self) -> bool:
        """Whether the interval is one exact rational."""
        return self.lo == self.hi


def point(value: int | Fraction) -> Interval:
    """The interval that contains only ``value``; a float has no place in a proof."""
    end = Fraction(value) if isinstance(value, int) else value
    return Interval(end, end)


class Arithmetic:
    """Operations on intervals, rounded outward to about ``bits`` significant bits."""

    def __init__(self, bits: int) -> None:
        require(type(bits) is int and 16 <= bits <= 4096, "the precision is not 16..4096 bits")
        self.bits = bits

    def add(self, *terms: Interval) -> Interval:
        """The sum of any number of intervals."""
        return self._outward([(sum((t.lo for t in terms), Fraction(0)), sum((t.hi for t in terms), Fraction(0)))])

    def neg(self, x: Interval) -> Interval:
        """``-x``, exact."""
        return Interval(-x.hi, -x.lo)

    def mul(self, *terms: Interval) -> Interval:
        """The product of one or more intervals: the extremes lie at corners."""
        return reduce(self._mul, terms)

    def _mul(self, x: Interval, y: Interval) -> Interval:
        return self._outward((p * q, p * q) for p, q in product((x.lo, x.hi), (y.lo, y.hi)))

    def div(self, x: Interval, y: Interval) -> Interval:
        """``x / y``, where ``y`` may not contain 0."""
        require(not y.lo <= 0 <= y.hi, "division by an interval that contains 0")
        return self.mul(x, Interval(1 / y.hi, 1 / y.lo))

    def abs(self, x: Interval) -> Interval:
        """``|x|``, exact."""
        return Interval(max(x.lo, -x.hi, Fraction(0)), max(-x.lo, x.hi))

    def min(self, *terms: Interval) -> Interval:
        """The smallest of one or more intervals' values, exact."""
        return Interval(min(t.lo for t in terms), min(t.hi for t in terms))

    def max(self, *terms: Interval) -> Interval:
        """The largest of one or more intervals' values, exact."""
        return Interval(max(t.lo for t in terms), max(t.hi for t in terms))

    def exp(self, x: Interval) -> Interval:
        """``e**x`` for |x| <= 10**5."""
        return self._outward(_exp(end, self.bits + 8) for end in {x.lo, x.hi})

    def log(self, x: Interval) -> Interval:
        """The natural logarithm; ``x`` must be entirely positive."""
        require(x.lo > 0, "logarithm of an interval that is not entirely positive")
        return self._outward(_log(end, self.bits + 8) for end in {x.lo, x.hi})

    def cos(self, x: Interval) -> Interval:
        """The cosine: no further from that of the middle than the middle is from the ends."""
        return self._circular(x, 0)

    def sin(self, x: Interval) -> Interval:
        """The sine, likewise."""
        return self._circular(x, 1)

    def _circular(self, x: Interval, which: int) -> Interval:
        middle, radius = (x.lo + x.hi) / 2, (x.hi - x.lo) / 2
        low, high = circular.cos_sin(middle, self.bits + 8)[which]
        return self._outward([(max(low - radius, Fraction(-1)), min(high + radius, Fraction(1)))])

    def atan(self, x: Interval) -> Interval:
        """The arc tangent, which rises."""
        return self._outward(circular.atan(end, self.bits + 8) for end in {x.lo, x.hi})

    def asin(self, x: Interval) -> Interval:
        """The arc sine, which rises, of an interval inside [-1, 1]."""
        require(x.lo >= -1 and x.hi <= 1, "arc sine of an interval that is not inside [-1, 1]")
        half_pi = self.div(self.pi(), point(2))
        parts = []
        for end in {x.lo, x.hi}:
            if abs(end) == 1:
                part = half_pi if end > 0 else self.neg(half_pi)
            else:  # tan(asin x) = x / sqrt(1 - x**2)
                part = self.atan(self.div(point(end), self.power(point(1 - end**2), point(Fraction(1, 2)))))
            parts.append((part.lo, part.hi))
        return self._outward(parts)

    def asinh(self, x: Interval) -> Interval:
        """The inverse of the hyperbolic sine, log(x + sqrt(x**2 + 1)) for x >= 0, which is odd and rises."""

        def at(end: Fraction) -> Interval:
            return self.log(self.add(point(end), self.power(point(end**2 + 1), point(Fraction(1, 2)))))

        return self._odd(at, x)

    def erf(self, x: Interval) -> Interval:
        """The error function, which is odd and rises: 2 x exp(-x**2) / sqrt(pi) * (1 + 2x**2/3 (1 + 2x**2/5 (...))).

        Far out it is between 1 - exp(-x**2) and 1.
        """

        def at(end: Fraction) -> Interval:
            if end**2 > self.bits:
                return Interval(1 - Fraction(1, 1 << self.bits), Fraction(1))
            series = Interval(*_odd_factorials(2 * end**2, self.bits + 8))
            root = self.power(self.pi(), point(Fraction(1, 2)))
            return self.div(self.mul(point(2 * end), self.exp(point(-(end**2))), series), root)

        return self._odd(at, x)

    def _odd(self, function: Callable[[Fraction], Interval], x: Interval) -> Interval:
        """An odd function that rises, from its values at what is >= 0."""
        parts = []
        for end in {x.lo, x.hi}:
            part = function(abs(end))
            parts.append((part.lo, part.hi) if end >= 0 else (-part.hi, -part.lo))
        return self._outward(parts)

    def euler(self) -> Interval:
        """Euler's constant gamma."""
        return self._outward([_euler(self.bits + 8)])

    def pi(self) -> Interval:
        """The constant pi."""
        return self._outward([circular.pi(self.bits + 8)])

    def sign(self, x: Interval) -> Interval:
        """-1, 0 or 1, exact."""
        signs = [(end > 0) - (end < 0) for end in (x.lo, x.hi)]
        return Interval(Fraction(signs[0]), Fraction(signs[1]))

    def floor(self, x: Interval) -> Interval:
        """The greatest integer not above, exact; it rises."""
        return Interval(Fraction(floor(x.lo)), Fraction(floor(x.hi)))

    def gamma(self, x: Interval) -> Interval:
        """The gamma function at a positive integer, or half of an odd one, up to 1,000."""
        require(
            x.is_point and 0 < x.lo <= 1_000 and x.lo.denominator <= 2, "the gamma function is known at n and n + 1/2"
        )
        whole, value = x.lo.denominator == 1, Fraction(1)
        start = Fraction(1) if whole else Fraction(1, 2)
        for step in range(int(x.lo - start)):
            value *= start + step
        return point(value) if whole else self.mul(point(value), self.power(self.pi(), point(Fraction(1, 2))))

    def power_int(self, x: Interval, n: int) -> Interval:
        """``x**n`` for an integer n, |n| <= 10_000; 0 to a power <= 0 is rejected."""
        require(-MAX_EXPONENT <= n <= MAX_EXPONENT, "integer exponent above", MAX_EXPONENT, "in absolute value")
        inside = {Fraction(0)} if x.lo <= 0 <= x.hi else set()
        require(n > 0 or not inside, "a power <= 0 of an interval that contains 0")
        ends = {x.lo, x.hi} | inside  # an even power is least at 0
        return self._outward(_power_int(end, n, self.bits + 24) for end in ends)

    def power(self, x: Interval, y: Interval) -> Interval:
        """The principal real power: any base to an exact integer, else a base > 0, or >= 0 with ``y`` > 0."""
        if y.is_point and y.lo.denominator == 1 and abs(y.lo) <= MAX_EXPONENT:
            return self.power_int(x, y.lo.numerator)
        require(x.lo > 0 or (x.lo == 0 and y.lo > 0), "power whose base is not entirely positive")
        # Monotone in the base and in the exponent, one at a time: the extremes lie at corners.
        return self._outward(_power(b, e, self.bits + 8) for b, e in product({x.lo, x.hi}, {y.lo, y.hi}))

    def _outward(self, parts: Iterable[Bounds]) -> Interval:
        """The rounded interval from the least lower to the greatest upper bound."""
        lows, highs = zip(*parts, strict=True)
        return Interval(_down(min(lows), self.bits), _up(max(highs), self.bits))


def _size(x: Fraction) -> int:
    """The bits of the longer one of numerator and denominator; more than MAX_SIZE are rejected."""
    size = max(x.numerator.bit_length(), x.denominator.bit_length())
    require(size <= MAX_SIZE, "a number of more than", MAX_SIZE, "bits")
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
    """e**x by r = x / 2**k < 2**-8, e**r = 1 + r/1 (1 + r/2 (1 + ...)), and k squarings."""
    require(abs(x) <= MAX_EXP_ARGUMENT, "exponential of a number above", MAX_EXP_ARGUMENT, "in absolute value")
    if x < 0:
        below, above = _exp(-x, bits)
        return 1 / above, 1 / below
    k = max(0, x.numerator.bit_length() - x.denominator.bit_length() + 9)
    w = bits + k + 8
    one, r = 1 << w, x.numerator << (w - k)
    r_lo, r_hi = r // x.denominator, -(-r // x.denominator)
    lo, hi = one, 2 * one  # the innermost bracket is between 1 and 1 / (1 - r)
    for n in range(w // 8 + 2, 0, -1):
        lo, hi = one + lo * r_lo // (n << w), one - (-hi * r_hi // (n << w))
    for _ in range(k):
        lo, hi = lo * lo >> w, -(-hi * hi >> w)
    return Fraction(lo, one), Fraction(hi, one)


@lru_cache(maxsize=256)
def _log(x: Fraction, bits: int) -> Bounds:
    """log x = log(x / 2**k) + k log 2, and near 1 by Newton's method: log x = y + log(x / e**y) for any y."""
    k = x.numerator.bit_length() - x.denominator.bit_length()
    if abs(k) > 1:
        (lo, hi), two = _log(x / Fraction(2) ** k, bits), _log(Fraction(2), bits + k.bit_length())
        return lo + min(k * end for end in two), hi + max(k * end for end in two)
    lost = 0 if x == 1 else max(0, x.denominator.bit_length() - abs(x - 1).numerator.bit_length())  # leading zeros
    y, w = Fraction(log(x)), bits + lost + 8
    for _ in range((w // 30).bit_length() + 1):  # each step doubles the number of correct bits; the first guess has 40
        below, above = _exp(y, w)
        lo, hi = y + 1 - above / x, y + x / below - 1  # 1 - 1/u <= log u <= u - 1
        y = _down(lo, w)
    return lo, hi


def _odd_factorials(z: Fraction, bits: int) -> Bounds:
    """1 + z/3 + z**2/(3*5) + z**3/(3*5*7) + ... for z >= 0; from z/d <= 1/2 on, the rest is at most the last term."""
    one, d = 1 << bits + 8, 3
    lo = hi = low = high = one
    while hi > 1 or 2 * z > d:
        lo, hi = lo * z.numerator // (d * z.denominator), -(-hi * z.numerator // (d * z.denominator))
        low, high, d = low + lo, high + hi, d + 2
    return Fraction(low, one), Fraction(high + hi, one)


@lru_cache(maxsize=16)
def _euler(bits: int) -> Bounds:
    """Brent and McMillan's U/V - log n - K/I: V and U are the sums of (n**k/k!)**2 and of H_k times it over k >= 0.

    The quotient K0(2n)/I0(2n) of Bessel functions is between 0 and pi exp(-4n) < 2**(2 - 5n).  From k = 2n on the terms
    fall at least by half, so that the rest of a sum is at most its last term.
    """
    n, k, one = bits // 5 + 2, 0, 1 << bits + 16
    a, b, v, u = [one, one], [0, 0], [one, one], [0, 0]  # from below, and from above
    while a[1] > 1 or k < 2 * n:
        k += 1
        b = [b[0] * n * n // (k * k), -(-b[1] * n * n // (k * k))]
        a = [a[0] * n * n // (k * k), -(-a[1] * n * n // (k * k))]
        b = [b[0] + a[0] // k, b[1] - (-a[1] // k)]
        v, u = [v[0] + a[0], v[1] + a[1]], [u[0] + b[0], u[1] + b[1]]
    low, high = _log(Fraction(n), bits + 8)
    lo = Fraction(u[0], v[1] + a[1]) - high - Fraction(4, 1 << 5 * n)
    return lo, Fraction(u[1] + b[1], v[0]) - low


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
    if a.bit_length() <= n:
        return 1
    r = 1 << -(-a.bit_length() // n)
    while (better := ((n - 1) * r + a // r ** (n - 1)) // n) < r:
        r = better
    return r
