"""How large a term seems to be as a symbol falls to 0, from values at three small numbers; only a guess."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any

from symcheck.bridge import floating
from symcheck.kernel.facts import Fact
from symcheck.kernel.term import BINDERS, Term, free, walk

VANISHES, FINITE, INFINITE, UNKNOWN = "vanishes", "finite", "infinite", "unknown"
EXPONENTS = (12, 24, 48)
DIGITS = 260
CHOICES = (
    "1.7320508", "0.4142135", "2.6457513", "0.2360679", "3.3166247", "-0.7320508", "-1.6457513",
    "0.0577350", "12.369316",
)  # fmt: skip
TRIES, LARGEST, HUGE = 2_000, 10**300, 10**6
SLOW, FAST, CLOSE = 0.9, 1.1, 1e-9


class NoValue(Exception):
    """A term has no value that can be computed."""


@cache
def _operations() -> dict[str, Callable[..., Any]]:
    """One row a head; each may raise NoValue, or what mpmath raises."""
    mp = floating()

    def on(function: Callable[[Any], Any], low: float = -LARGEST, high: float = LARGEST) -> Callable[[Any], Any]:
        def call(x: Any) -> Any:
            if not low <= x <= high:
                raise NoValue
            return function(x)

        return call

    def exp(x: Any) -> Any:
        return mp.mpf(0) if x < -LARGEST else on(mp.exp)(x)

    def power(base: Any, exponent: Any) -> Any:
        if base > 0 and abs(exponent * mp.log(base)) < LARGEST:
            return base**exponent
        if base < 0 and exponent == int(exponent):
            return power(-base, exponent) * (-1 if int(exponent) % 2 else 1)
        if exponent != int(exponent) or abs(exponent) > HUGE or (base == 0 and exponent <= 0):
            if base == 0 and exponent > 0:
                return mp.mpf(0)
            raise NoValue
        return base ** int(exponent)

    def product(*args: Any) -> Any:
        total = mp.mpf(1)
        for arg in args:
            total *= arg
        return total

    return {
        "add": lambda *args: sum(args, mp.mpf(0)), "mul": product, "neg": lambda x: -x, "div": lambda x, y: x / y,
        "pow": power, "exp": exp, "log": on(mp.log, 0), "abs": abs, "min": min, "max": max, "sin": on(mp.sin),
        "cos": on(mp.cos), "atan": mp.atan, "asinh": mp.asinh, "asin": on(mp.asin, -1, 1), "sign": mp.sign,
        "floor": mp.floor, "gamma": on(mp.gamma, 0, 10**60), "pi": lambda: +mp.pi,
        "erf": mp.erf, "euler": lambda: +mp.euler,
    }  # fmt: skip


def value(term: Term, point: Mapping[str, Any]) -> Any:
    """The value of a term at a point; NoValue if it can't be computed."""
    if term.head == "num":
        return floating().mpf(term.value.numerator) / term.value.denominator
    if term.head == "sym" and term.name in point:
        return point[term.name]
    if term.head not in _operations():
        raise NoValue
    try:
        return _operations()[term.head](*(value(arg, point) for arg in term.args))
    except (ZeroDivisionError, ValueError, OverflowError, TypeError, MemoryError):
        raise NoValue from None


class Sizes:
    """Guesses about terms in the symbol ``name`` at one choice of values for the other symbols that facts admit."""

    def __init__(self, facts: Iterable[Fact], name: str) -> None:
        self.name = name
        self.facts = [f for f in facts if name not in f.free()]
        self.points: dict[frozenset[str], dict[str, Any] | None] = {}
        self.known: dict[Term, tuple[str, int]] = {}

    def size(self, term: Term) -> str:
        """Whether a term seems to vanish, to stay finite or to grow beyond all bounds."""
        return self._guess(term)[0]

    def sign(self, term: Term) -> int:
        """The sign that a term seems to have near 0; 0 if there is no telling."""
        return self._guess(term)[1]

    def largest(self, terms: Iterable[Term]) -> Term | None:
        """The term that is the largest near 0."""
        found = [(values[-1], term) for term in terms if (values := self.values(term))]
        return max(found, key=lambda pair: abs(pair[0]))[1] if found else None

    def order(self, term: Term) -> Fraction | None:
        """The power of the symbol that a term seems to be as large as."""
        values = self.values(term)
        if not values or not values[-1] or not values[-2]:
            return None
        found = floating().log(abs(values[-1] / values[-2])) / floating().log(10) / (EXPONENTS[-2] - EXPONENTS[-1])
        order = Fraction(str(floating().nstr(found, 8))).limit_denominator(12)
        return order if abs(found - order.numerator / floating().mpf(order.denominator)) < CLOSE * 10**3 else None

    def at_zero(self, term: Term) -> bool:
        """Whether a term has a value where the symbol is 0."""
        point = self.point(free(term) - {self.name})
        try:
            with floating().workdps(DIGITS):
                return point is not None and abs(value(term, {**point, self.name: floating().mpf(0)})) <= LARGEST
        except NoValue:
            return False

    def values(self, term: Term) -> list[Any]:
        """The values at all places; none if one of them can't be computed."""
        point = self.point(free(term) - {self.name})
        if point is None:
            return []
        try:
            with floating().workdps(DIGITS):
                places = [floating().mpf(10) ** -e for e in EXPONENTS]
                return [value(term, {**point, self.name: place}) for place in places]
        except NoValue:
            return []

    def _guess(self, term: Term) -> tuple[str, int]:
        if term not in self.known:
            self.known[term] = self._classified(self.values(term))
        return self.known[term]

    @staticmethod
    def _classified(values: list[Any]) -> tuple[str, int]:
        if not values:
            return UNKNOWN, 0
        first, second, third = map(abs, values)
        signs = {int(v > 0) - int(v < 0) for v in values[1:]}
        sign = signs.pop() if len(signs) == 1 else 0
        if third <= SLOW * second and second <= SLOW * first:
            return VANISHES, sign
        if third >= FAST * second and second >= FAST * first and third > 3:
            return INFINITE, sign
        return (VANISHES if third < CLOSE else FINITE), sign

    def point(self, names: frozenset[str]) -> dict[str, Any] | None:
        """Values of some symbols at which the facts about them hold."""
        if names not in self.points:
            self.points[names] = self._searched(sorted(names))
        return self.points[names]

    def _searched(self, names: list[str]) -> dict[str, Any] | None:
        about = [f for f in self.facts if f.rel != "eq" and f.free() and f.free() <= set(names) and _plain(f)]
        for number, choice in enumerate(product(map(floating().mpf, CHOICES), repeat=len(names))):
            if number == TRIES:
                break
            point = dict(zip(names, choice, strict=True))
            if len(set(choice)) == len(choice) and all(_holds(f, point) for f in about):
                return point
        return None


def _plain(fact: Fact) -> bool:
    """Whether no limit or integral is in a fact, which could not be computed."""
    return not any(u.head in BINDERS for side in (fact.left, fact.right) for u in walk(side))


def _holds(fact: Fact, point: Mapping[str, Any]) -> bool:
    try:
        left, right = value(fact.left, point), value(fact.right, point)
    except NoValue:
        return False
    return bool({"lt": left < right, "le": left <= right, "ne": left != right}[fact.rel])
