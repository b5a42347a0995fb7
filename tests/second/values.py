"""The value of a term, in its JSON form, at a point: by balls, by sums, quadrature and small arguments.

Integrals are enclosed by Arb where that succeeds; else, and for limits, a tolerance stands for an enclosure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Any

import mpmath
from flint import acb, arb, ctx, fmpq

from tests.second import numbers as n
from tests.second.complex import complex_value
from tests.second.numbers import Dual, Number, Undefined, Unknown

Env = Mapping[str, Number]
MAX_TERMS = 2_000
SMALL = (24, 96, 384, 1536)
SMALL_INTEGRAL = (4, 7, 10, 13)
"""Exponents k of the arguments 2**-k at which the body of a limit is looked at."""
FOLDED: dict[str, Callable[[Number, Number], Number]] = {
    "add": n.add, "mul": n.mul, "min": n.least, "max": n.greatest,
}  # fmt: skip


@dataclass
class Evaluator:
    """Evaluates terms in which the functions of ``bodies``, by name and number of arguments, stand for what they say.

    ``loose`` is set as soon as a value is none of those that are enclosed for certain.
    """

    bodies: Mapping[tuple[str, int], tuple[Sequence[str], Any]] = field(default_factory=dict)
    loose: bool = False
    depth: int = 0

    def value(self, term: Any, env: Env) -> Number:
        """The value of a term; Undefined and Unknown say that there is none, or none that is found."""
        if isinstance(term, str):
            return env[term] if term in env else _symbol_or_number(term)
        head, *rest = term
        if head in n.FUNCTIONS:
            return n.FUNCTIONS[head](self.value(rest[0], env))
        if head in FOLDED:
            found = self.value(rest[0], env)
            for part in rest[1:]:
                found = FOLDED[head](found, self.value(part, env))
            return found
        if head not in _SPECIAL:
            raise Unknown(f"no method for {head}")
        return _SPECIAL[head](self, rest, env)

    def _div(self, rest: Sequence[Any], env: Env) -> Number:
        return n.div(self.value(rest[0], env), self.value(rest[1], env))

    def _pow(self, rest: Sequence[Any], env: Env) -> Number:
        exact = rational(rest[1])
        ratio = (exact.numerator, exact.denominator) if exact is not None else None
        return n.power(self.value(rest[0], env), self.value(rest[1], env), ratio)

    def _pi(self, _rest: Sequence[Any], _env: Env) -> Number:
        return arb.pi()

    def _euler(self, _rest: Sequence[Any], _env: Env) -> Number:
        return arb.const_euler()

    def _call(self, rest: Sequence[Any], env: Env) -> Number:
        name, *args = rest
        if (name, len(args)) not in self.bodies:
            raise Unknown(f"the function {name}")
        params, body = self.bodies[name, len(args)]
        values = [self.value(arg, env) for arg in args]
        return self.value(body, {**env, **dict(zip(params, values, strict=True))})

    def _deriv(self, rest: Sequence[Any], env: Env) -> Number:
        name, body, place = rest
        at = self.value(place, env)
        self.depth += 1
        level = self.depth
        try:
            found = self.value(body, {**env, name: Dual(level, at, arb(1))})
        except Undefined as reason:
            raise Unknown(str(reason)) from None
        finally:
            self.depth -= 1
        return n.parts(found, level)[1]

    def _sum(self, rest: Sequence[Any], env: Env) -> Number:
        name, body, *ends = rest
        low, high = (self.value(end, env) for end in ends)
        if isinstance(low, Dual) or isinstance(high, Dual) or not (low.is_integer() and high.is_integer()):
            raise Unknown("the ends of a sum")
        first, last = int(low.unique_fmpz()), int(high.unique_fmpz())
        if not -1 <= last - first < MAX_TERMS:
            raise Unknown("a sum of many terms, or of less than none")
        total: Number = arb(0)
        for k in range(first, last + 1):
            total = n.add(total, self.value(body, {**env, name: arb(k)}))
        return total

    def _integral(self, rest: Sequence[Any], env: Env) -> Number:
        name, body, *ends = rest
        low, high = (self.value(end, env) for end in ends)
        if any(isinstance(v, Dual) for v in (*env.values(), low, high)):
            raise Unknown("a derivative of an integral")
        bits = ctx.prec
        ctx.prec = 64
        try:
            found = acb.integral(
                lambda z, analytic: complex_value(body, {**env, name: z}, self.bodies, analytic),
                acb(low), acb(high), rel_tol=arb(2) ** -40, abs_tol=arb(2) ** -40, eval_limit=4_000, depth_limit=60,
            )  # fmt: skip
        finally:
            ctx.prec = bits
        if found.is_finite() and found.real.rad() < arb(2) ** -20 * (1 + abs(found.real.mid())):
            return found.real
        return self._quadrature(name, body, env, (low, high))

    def _quadrature(self, name: str, body: Any, env: Env, ends: tuple[arb, arb]) -> Number:
        """By mpmath, if it says itself that the error is small."""

        def at(x: Any) -> Any:
            try:
                return as_mpf(n.ball(self.value(body, {**env, name: as_arb(x)})))
            except Undefined as reason:
                raise Unknown(str(reason)) from None

        with mpmath.workdps(20):
            found, error = mpmath.quad(at, [as_mpf(end) for end in ends], error=True, maxdegree=7)
        if not error < 1e-12:
            raise Unknown("an integral that is not found by quadrature")
        self.loose = True
        return as_arb(found) + arb(0, 1e-8 * (1 + abs(float(found))))

    def _limit(self, rest: Sequence[Any], env: Env) -> Number:
        """From small arguments, if the values there settle; 16 times the last change covers slow limits too."""
        name, body = rest
        integral = "integral" in heads(body)
        bits = ctx.prec
        found: list[arb] = []
        for k in SMALL_INTEGRAL if integral else SMALL:
            try:
                ctx.prec = 128 if integral else 4 * k + 128
                got = self.value(body, {**env, name: arb(2) ** -k})
            except Undefined as reason:
                raise Unknown(str(reason)) from None
            finally:
                ctx.prec = bits
            if isinstance(got, Dual):
                raise Unknown("a derivative of a limit")
            found.append(got)
        changes = [abs(v - u).upper() for u, v in pairwise(found)]
        if not (changes[2] <= changes[1] <= changes[0] or changes[2] < 1e-9):
            raise Unknown("a limit whose body does not settle")
        self.loose = True
        return finite_ball(found[-1].mid(), 16 * changes[2] + found[-1].rad() + arb(2) ** -40)


_SPECIAL: dict[str, Callable[[Evaluator, Sequence[Any], Env], Number]] = {
    "div": Evaluator._div, "pow": Evaluator._pow, "pi": Evaluator._pi, "euler": Evaluator._euler,
    "call": Evaluator._call, "deriv": Evaluator._deriv, "sum": Evaluator._sum, "integral": Evaluator._integral,
    "limit": Evaluator._limit,
}  # fmt: skip


def _symbol_or_number(text: str) -> Number:
    if text[:1].isalpha():
        raise Unknown(f"no value for {text}")
    return exact_ball(Fraction(text))


def exact_ball(value: Fraction) -> arb:
    return arb(fmpq(value.numerator, value.denominator))


def finite_ball(middle: arb, radius: arb) -> arb:
    return n.finite(middle + arb(0, radius.upper()))


def rational(term: Any) -> Fraction | None:
    """The value of a term of literals, signs and quotients."""
    if isinstance(term, str):
        return None if term[:1].isalpha() else Fraction(term)
    inner = [rational(u) for u in term[1:]] if term[0] in ("neg", "div", "add", "mul") else [None]
    values = [v for v in inner if v is not None]
    if len(values) < len(inner):
        return None
    if term[0] == "neg":
        return -values[0]
    if term[0] == "div":
        return values[0] / values[1] if values[1] else None
    total = Fraction(term[0] == "mul")
    for v in values:
        total = total + v if term[0] == "add" else total * v
    return total


def heads(term: Any) -> set[str]:
    """The heads of all nodes of a term."""
    if isinstance(term, str):
        return set()
    return {term[0]}.union(*(heads(u) for u in term[1:]))


def as_mpf(x: arb) -> Any:
    man, exponent = x.mid().man_exp()
    return mpmath.ldexp(mpmath.mpf(int(man)), int(exponent))


def as_arb(x: Any) -> arb:
    sign, man, exponent, _ = mpmath.mpf(x)._mpf_
    return arb((-1) ** sign * int(man)) * arb(2) ** int(exponent)
