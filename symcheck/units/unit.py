"""Units: products of powers of base units, whose exponents are rational functions of pure numbers such as alpha.

Exponents are the kernel's fractions of polynomials in independent generators, so whether one is zero, and whether two
units are the same, is decided exactly: for all values of the generators, not for a particular one.
"""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from symcheck.errors import InputError
from symcheck.kernel.context import Context
from symcheck.kernel.poly import UNIT, UNITY, Algebra, Frac, Mono, Poly, const, lead, monic

FIELD: Algebra = Context()
DOLLAR = "$"
PURE = "a pure number"


@dataclass(frozen=True, eq=False)
class Unit:
    """A product of base units to exponents; compared with ``same``, never with ``==``."""

    powers: Mapping[str, Frac] = field(default_factory=dict)

    @property
    def one(self) -> bool:
        """Whether this is the unit of a pure number."""
        return not self.powers

    def times(self, other: Unit, exponent: Frac | None = None) -> Unit:
        """The product with ``other``, perhaps to a power."""
        number = rational(exponent) if exponent is not None else 1
        found = dict(self.powers)
        for base, power in other.powers.items():
            by = power if number == 1 else FIELD.neg(power) if number == -1 else FIELD.mul(power, exponent or const(1))
            found[base] = FIELD.add(found[base], by) if base in found else by
        return Unit({base: power for base, power in sorted(found.items()) if power.num})

    def over(self, other: Unit) -> Unit:
        """The quotient."""
        return self.times(other, const(-1))

    def to(self, exponent: Frac) -> Unit:
        """The power."""
        return ONE.times(self, exponent)

    def same(self, other: Unit) -> bool:
        """Whether the quotient is a pure number."""
        return self.over(other).one

    def without(self, bases: frozenset[str]) -> Unit:
        """What is left when these base units are pure numbers."""
        return Unit({base: power for base, power in self.powers.items() if base not in bases})

    def ratio(self, other: Unit) -> Frac | None:
        """The one exponent s with ``self`` the same as ``other`` to s; None if there is none, or any is."""
        for base, power in other.powers.items():
            exponent = FIELD.mul(self.powers.get(base, const(0)), FIELD.inverse(power))
            return exponent if self.same(other.to(exponent)) else None
        return None

    def __str__(self) -> str:
        above, below = list[str](), list[str]()
        for base, power in self.powers.items():
            number = rational(power)
            down = number is not None and number < 0
            text = exponent_words(FIELD.neg(power) if down else power)
            (below if down else above).append(base if text == "1" else f"{base}^{text}")
        bottom = "·".join(below)
        if not bottom:
            return "·".join(above) or PURE
        return f"{'·'.join(above) or '1'}/{f'({bottom})' if len(below) > 1 else bottom}"


ONE = Unit()


def rational(exponent: Frac) -> Fraction | None:
    """The number that an exponent is; None if it depends on a symbol."""
    if exponent.den != UNITY or exponent.num.keys() - {UNIT}:
        return None
    return Fraction(exponent.num.get(UNIT, 0))


class Span:
    """The products of powers of some units, and what is left of a unit up to such products."""

    def __init__(self, units: tuple[Unit, ...]) -> None:
        self._rows: list[tuple[str, Unit]] = []
        for unit in units:
            left = self.rest(unit)
            for base, power in left.powers.items():
                row = left.to(FIELD.inverse(power))
                self._rows = [(b, u.times(row, FIELD.neg(u.powers.get(base, const(0))))) for b, u in self._rows]
                self._rows.append((base, row))
                break

    def rest(self, unit: Unit) -> Unit:
        """``unit`` without the base units that these can stand for: one exactly when it is such a product."""
        for base, row in self._rows:
            if power := unit.powers.get(base):
                unit = unit.times(row, FIELD.neg(power))
        return unit


# -- read -----------------------------------------------------------------------------------------------------------


def parse_unit(text: str, bases: Mapping[str, Unit], symbol: Callable[[str], Frac]) -> Unit:
    """``$/token^2``, ``quality*parameters^(-alpha)``; InputError for anything else or an unknown name."""
    try:
        tree = ast.parse(text.replace(DOLLAR, "_dollar").replace("^", "**") or "1", mode="eval")
        return _unit(tree.body, {name.replace(DOLLAR, "_dollar"): unit for name, unit in bases.items()}, symbol)
    except (SyntaxError, ValueError, RecursionError):
        raise InputError(f"{text!r} is no unit") from None


def _unit(node: ast.expr, bases: Mapping[str, Unit], symbol: Callable[[str], Frac]) -> Unit:
    match node:
        case ast.Name(id=name) if name in bases:
            return bases[name]
        case ast.Name(id=name):
            raise InputError(f"{name} is no declared unit")
        case ast.Constant(value=1):
            return ONE
        case ast.BinOp(left=left, op=ast.Mult() | ast.Div() as sign, right=right):
            first, second = _unit(left, bases, symbol), _unit(right, bases, symbol)
            return first.times(second) if isinstance(sign, ast.Mult) else first.over(second)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return _unit(left, bases, symbol).to(_exponent(right, symbol))
    raise ValueError


def _exponent(node: ast.expr, symbol: Callable[[str], Frac]) -> Frac:
    match node:
        case ast.Constant(value=int() as number) if not isinstance(number, bool):
            return const(number)
        case ast.Name(id=name):
            return symbol(name)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return FIELD.neg(_exponent(operand, symbol))
        case ast.BinOp(left=left, op=sign, right=right):
            first, second = _exponent(left, symbol), _exponent(right, symbol)
            if isinstance(sign, ast.Div) and second.num:
                return FIELD.mul(first, FIELD.inverse(second))
            if isinstance(sign, ast.Add | ast.Sub | ast.Mult):
                rule = {ast.Add: FIELD.add, ast.Sub: FIELD.sub, ast.Mult: FIELD.mul}[type(sign)]
                return rule(first, second)
    raise ValueError


# -- written --------------------------------------------------------------------------------------------------------


def prose(unit: Unit) -> str:
    """A unit within a text in which formulas stand between dollar signs."""
    return str(unit).replace(DOLLAR, rf"\{DOLLAR}")


def exponent_words(exponent: Frac) -> str:
    """An exponent as text, in brackets unless it is a natural number or one letter."""
    first = min(exponent.den, key=_degree)  # made positive, so that 1/(2 − α) is not −1/(−2 + α)
    by = abs(Fraction(lead(exponent.den))) * (-1 if exponent.den[first] < 0 else 1)
    top, bottom = _sum(monic(exponent.num, by)), _sum(monic(exponent.den, by))
    text = top if bottom == "1" else f"{_grouped(top)}/{_grouped(bottom)}"
    return text if len(text) == 1 or text.isdigit() else f"({text})"


def _grouped(text: str) -> str:
    return f"({text})" if " " in text or "/" in text else text


def _degree(mono: Mono) -> tuple[Fraction, Mono]:
    return sum((abs(Fraction(e)) for _, e in mono), Fraction(0)), mono


def _sum(poly: Poly) -> str:
    """Terms by rising degree, those with a minus sign last."""
    text = ""
    for mono in sorted(poly, key=lambda m: (poly[m] < 0, _degree(m))):
        coefficient = Fraction(poly[mono])
        sign = "−" if coefficient < 0 else "+"
        text += f" {sign} " if text else "−" if coefficient < 0 else ""
        text += _term(abs(coefficient), mono)
    return text or "0"


def _term(coefficient: Fraction, mono: Mono) -> str:
    above = [letter(n) + _power(e) for n, e in mono if e > 0]
    below = [letter(n) + _power(-e) for n, e in mono if e < 0]
    if coefficient.numerator != 1 or not above:
        above.insert(0, str(coefficient.numerator))
    if coefficient.denominator != 1:
        below.insert(0, str(coefficient.denominator))
    bottom = "".join(below)
    return "".join(above) + (f"/({bottom})" if len(below) > 1 else f"/{bottom}" if below else "")


def _power(exponent: int | Fraction) -> str:
    return "" if exponent == 1 else f"^{exponent}" if exponent == int(exponent) else f"^({exponent})"


def letter(name: str) -> str:
    """The Greek letter of that name, or the name."""
    try:
        return unicodedata.lookup(f"GREEK SMALL LETTER {name.upper()}")
    except KeyError:
        return name
