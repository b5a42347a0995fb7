"""An integrand on a part of the complex plane, as Arb's integration asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from flint import acb, arb, fmpq

NAN = acb(arb.nan())
UNARY: dict[str, Callable[[acb, bool], acb]] = {
    "neg": lambda z, _: -z,
    "exp": lambda z, _: z.exp(),
    "sin": lambda z, _: z.sin(),
    "cos": lambda z, _: z.cos(),
    "log": lambda z, analytic: z.log(analytic=analytic),
    "abs": lambda z, analytic: z.real_abs(analytic=analytic),
    "sign": lambda z, analytic: z.real_sgn(analytic=analytic),
    "floor": lambda z, analytic: z.real_floor(analytic=analytic),
    "atan": lambda z, _: z.atan() if z.real.is_finite() and (abs(z.imag) < 1) else NAN,
    "asinh": lambda z, _: z.asinh() if z.real.is_finite() and (abs(z.imag) < 1) else NAN,
    "asin": lambda z, _: z.asin() if abs(z.real) < 1 else NAN,
    "gamma": lambda z, _: z.gamma(),
    "erf": lambda z, _: z.erf(),
}
FOLDED: dict[str, Callable[[acb, acb, bool], acb]] = {
    "add": lambda z, w, _: z + w,
    "mul": lambda z, w, _: z * w,
    "min": lambda z, w, analytic: z.real_min(w, analytic=analytic),
    "max": lambda z, w, analytic: z.real_max(w, analytic=analytic),
}
Bodies = Mapping[tuple[str, int], tuple[Sequence[str], Any]]


def complex_value(term: Any, env: Mapping[str, Any], bodies: Bodies, analytic: bool) -> acb:
    """The value of a term, or nan where it is not seen to be (analytic and) defined."""
    if isinstance(term, str):
        if term in env:
            return acb(env[term])
        return NAN if term[:1].isalpha() else acb(fmpq(*Fraction(term).as_integer_ratio()))
    head, *rest = term
    if head in ("pi", "euler"):
        return acb(arb.pi() if head == "pi" else arb.const_euler())
    if head == "call":
        name, *rest = rest
        if (name, len(rest)) not in bodies:
            return NAN
        params, body = bodies[name, len(rest)]
        values = [complex_value(u, env, bodies, analytic) for u in rest]
        return complex_value(body, {**env, **dict(zip(params, values, strict=True))}, bodies, analytic)
    if head not in (*UNARY, *FOLDED, "div", "pow"):
        return NAN
    args = [complex_value(u, env, bodies, analytic) for u in rest]
    if head in UNARY:
        return UNARY[head](args[0], analytic)
    if head == "div":
        return args[0] / args[1]
    if head == "pow":
        return _power(*args, analytic)
    found = args[0]
    for other in args[1:]:
        found = FOLDED[head](found, other, analytic)
    return found


def _power(base: acb, exponent: acb, analytic: bool) -> acb:
    if exponent.imag.is_zero() and exponent.real.is_integer():
        whole = int(exponent.real.unique_fmpz())
        return base**whole if whole > 0 else 1 / base ** (-whole)
    return base.pow(exponent, analytic=analytic)
