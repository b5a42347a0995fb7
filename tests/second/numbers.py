"""Real numbers as python-flint's balls, and dual numbers over them for derivatives; nothing here is the kernel's.

An operation raises Undefined only if its value certainly does not exist, and Unknown if the balls can't tell.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Union

from flint import arb

Number = Union["Dual", arb]
MAX_POWER = 10**4


class Unknown(Exception):
    """Nothing is known of the value: the ball is too wide, or there is no method here."""


class Undefined(Exception):
    """The value does not exist."""


@dataclass(frozen=True)
class Dual:
    """``value + slope * e`` with ``e**2 = 0``; an ``e`` of a higher level is inside a derivative of a lower one."""

    level: int
    value: Number
    slope: Number


def parts(x: Number, level: int) -> tuple[Number, Number]:
    """Value and slope in the ``e`` of a level."""
    return (x.value, x.slope) if isinstance(x, Dual) and x.level == level else (x, arb(0))


def _level(*xs: Number) -> int:
    return max((x.level for x in xs if isinstance(x, Dual)), default=-1)


def ball(x: Number) -> arb:
    """The value without slopes."""
    while isinstance(x, Dual):
        x = x.value
    return x


def finite(x: Any) -> Any:
    if not x.is_finite():
        raise Unknown("not finite")
    return x


def add(x: Number, y: Number) -> Number:
    level = _level(x, y)
    if level < 0:
        return x + y
    (a, b), (c, d) = parts(x, level), parts(y, level)
    return Dual(level, add(a, c), add(b, d))


def mul(x: Number, y: Number) -> Number:
    level = _level(x, y)
    if level < 0:
        return x * y
    (a, b), (c, d) = parts(x, level), parts(y, level)
    return Dual(level, mul(a, c), add(mul(a, d), mul(b, c)))


def neg(x: Number) -> Number:
    return mul(x, arb(-1))


def sub(x: Number, y: Number) -> Number:
    return add(x, neg(y))


def positive(x: Number) -> bool:
    """Whether a number is above 0; Unknown if that isn't certain, nor that it is not."""
    value = ball(x)
    if value > 0:
        return True
    if value <= 0:
        return False
    raise Unknown("the sign is not certain")


def nonzero(x: Number) -> Number:
    value = ball(x)
    if value.is_zero():
        raise Undefined("division by 0")
    if value.contains(0):
        raise Unknown("a divisor that may be 0")
    return x


def inverse(x: Number) -> Number:
    return lift(nonzero(x), lambda u: 1 / u, lambda u: neg(mul(inverse(u), inverse(u))))


def div(x: Number, y: Number) -> Number:
    return mul(x, inverse(y))


def lift(x: Number, function: Callable[[arb], arb], slope: Callable[[Number], Number]) -> Number:
    """A function of a number, from the function of a ball and the derivative of numbers."""
    if not isinstance(x, Dual):
        return finite(function(x))
    return Dual(x.level, lift(x.value, function, slope), mul(slope(x.value), x.slope))


def exp(x: Number) -> Number:
    return lift(x, arb.exp, exp)


def log(x: Number) -> Number:
    if not positive(x):
        raise Undefined("log of what is not positive")
    return lift(x, arb.log, inverse)


def sin(x: Number) -> Number:
    return lift(x, arb.sin, cos)


def cos(x: Number) -> Number:
    return lift(x, arb.cos, lambda u: neg(sin(u)))


def atan(x: Number) -> Number:
    return lift(x, arb.atan, lambda u: inverse(add(arb(1), mul(u, u))))


def asinh(x: Number) -> Number:
    return lift(x, arb.asinh, lambda u: inverse(root(add(arb(1), mul(u, u)))))


def asin(x: Number) -> Number:
    if abs(ball(x)) > 1:
        raise Undefined("asin outside of [-1, 1]")
    return lift(x, arb.asin, lambda u: inverse(root(sub(arb(1), mul(u, u)))))


def root(x: Number) -> Number:
    return power(x, arb(0.5), (1, 2))


def gamma(x: Number) -> Number:
    value = ball(x)
    if value.is_integer() and value <= 0:
        raise Undefined("gamma at a pole")
    return lift(x, arb.gamma, lambda u: mul(gamma(u), _digamma(u)))


def _digamma(x: Number) -> Number:
    if isinstance(x, Dual):
        raise Unknown("the second derivative of gamma")
    return finite(x.digamma())


def absolute(x: Number) -> Number:
    return lift(x, abs, lambda u: arb(1) if positive(_apart(u)) else arb(-1))


def sign(x: Number) -> Number:
    return lift(x, arb.sgn, lambda u: mul(arb(0), _apart(u)))


def _apart(x: Number) -> Number:
    """A number that is not 0, where a derivative needs that."""
    if ball(x).contains(0):
        raise Unknown("a derivative where the slope jumps")
    return x


def floor(x: Number) -> Number:
    def slope(u: Number) -> Number:
        if ball(u).contains_integer():
            raise Unknown("a derivative where floor jumps")
        return arb(0)

    return lift(x, arb.floor, slope)


def erf(x: Number) -> Number:
    return lift(x, arb.erf, lambda u: mul(mul(arb(2), exp(neg(mul(u, u)))), arb(1) / arb.pi().sqrt()))


def least(x: Number, y: Number) -> Number:
    return _chosen(x, y, arb.min)


def greatest(x: Number, y: Number) -> Number:
    return neg(_chosen(neg(x), neg(y), arb.min))


def _chosen(x: Number, y: Number, smaller: Callable[[arb, arb], arb]) -> Number:
    if ball(x) < ball(y):
        return x
    if ball(y) < ball(x):
        return y
    if isinstance(x, Dual) or isinstance(y, Dual):
        raise Unknown("a derivative where two values meet")
    return smaller(x, y)


Exponent = tuple[int, int] | None
"""An exponent that is a rational number, in lowest terms."""


def power(x: Number, y: Number, exact: Exponent = None) -> Number:
    """The principal real power; 0 to a power that is not positive does not exist."""
    if exact is not None and exact[1] == 1:
        return _whole_power(x, exact[0])
    if not isinstance(y, Dual) and y.is_integer() and not (ball(x) > 0 and abs(y) > MAX_POWER):
        return _whole_power(x, int(y.unique_fmpz()))
    base = ball(x)
    if base.is_zero():
        if not positive(y):
            raise Undefined("0 to a power that is not positive")
        if isinstance(x, Dual) or isinstance(y, Dual):
            raise Unknown("a derivative of a power at 0")
        return arb(0)
    if base < 0:
        if exact is None and ball(y).contains_integer():
            raise Unknown("a negative number to a power that may be an integer")
        raise Undefined("a negative number to a power that is no integer")
    return exp(mul(y, log(x)))


def _whole_power(x: Number, n: int) -> Number:
    if n <= 0:
        nonzero(x)
    if abs(n) > MAX_POWER:
        raise Unknown("a large power")
    return lift(x, lambda u: u**n, lambda u: mul(arb(n), _whole_power(u, n - 1)) if n != 1 else arb(1))


def sinh(x: Number) -> Number:
    return lift(x, arb.sinh, cosh)


def cosh(x: Number) -> Number:
    return lift(x, arb.cosh, sinh)


def tanh(x: Number) -> Number:
    return lift(x, arb.tanh, lambda u: sub(arb(1), mul(tanh(u), tanh(u))))


def tan(x: Number) -> Number:
    return div(sin(x), cos(x))


def acos(x: Number) -> Number:
    return sub(arb.pi() / 2, asin(x))


def acosh(x: Number) -> Number:
    if ball(x) < 1:
        raise Undefined("acosh below 1")
    return lift(x, arb.acosh, lambda u: inverse(root(sub(mul(u, u), arb(1)))))


def atanh(x: Number) -> Number:
    if abs(ball(x)) >= 1:
        raise Undefined("atanh outside of ]-1, 1[")
    return lift(x, arb.atanh, lambda u: inverse(sub(arb(1), mul(u, u))))


def ceiling(x: Number) -> Number:
    return neg(floor(neg(x)))


def factorial(x: Number) -> Number:
    return gamma(add(x, arb(1)))


FUNCTIONS: dict[str, Callable[[Number], Number]] = {
    "neg": neg, "exp": exp, "log": log, "abs": absolute, "sin": sin, "cos": cos, "asin": asin, "atan": atan,
    "asinh": asinh, "sign": sign, "floor": floor, "gamma": gamma, "erf": erf, "sinh": sinh, "cosh": cosh, "tanh": tanh,
    "tan": tan, "acos": acos, "acosh": acosh, "atanh": atanh, "ceiling": ceiling, "factorial": factorial,
    "erfc": lambda x: sub(arb(1), erf(x)),
}  # fmt: skip
"""Functions of one number by name: those of the kernel, and those that the plain syntax has beside them."""
