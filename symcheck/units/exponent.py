"""Terms as exponents of units: rational functions of pure numbers."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from symcheck.kernel.poly import Frac, const
from symcheck.kernel.term import Term
from symcheck.units.setting import Setting
from symcheck.units.unit import FIELD, rational


def exponent_of(term: Term, setting: Setting) -> Frac | None:
    """The rational function that a term is, symbols for pure numbers being its variables; None if it is none."""
    if term.head in ("num", "decimal"):
        return const(term.value)
    if term.head == "sym":
        return setting.generator(term.name) if setting.symbol(term.name).one else None
    if term.head not in RULES:
        return None
    parts = [exponent_of(arg, setting) for arg in term.args]
    known = [part for part in parts if part is not None]
    return RULES[term.head](known) if len(known) == len(parts) else None


def _quotient(parts: list[Frac]) -> Frac | None:
    top, bottom = parts
    return FIELD.mul(top, FIELD.inverse(bottom)) if bottom.num else None


def _power(parts: list[Frac]) -> Frac | None:
    base, number = parts[0], rational(parts[1])
    if number is None or number.denominator != 1 or abs(number) > 9 or (number <= 0 and not base.num):
        return None
    return FIELD.power(base, int(number))


RULES: dict[str, Callable[[list[Frac]], Frac | None]] = {
    "add": lambda parts: reduce(FIELD.add, parts),
    "mul": lambda parts: reduce(FIELD.mul, parts),
    "neg": lambda parts: FIELD.neg(parts[0]),
    "label": lambda parts: parts[0],
    "div": _quotient,
    "pow": _power,
}
"""How exponents are put together; no other head makes one."""
