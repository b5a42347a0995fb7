"""Comparisons in words: whether two quantities are of one kind, and what a growth rate is in the other's unit."""

from __future__ import annotations

import re
from fractions import Fraction

from symcheck.errors import InputError
from symcheck.units.setting import Setting
from symcheck.units.table import Comparison, Measured
from symcheck.units.unit import DOLLAR, FIELD, PURE, Unit, exponent_words, letter


def compared(comparison: Comparison, setting: Setting) -> tuple[str, str]:
    """An outcome and a text: consistent if both sides carry one unit, else a finding."""
    left, right = comparison.left, comparison.right
    one, other = setting.unit(left.unit), setting.unit(right.unit)
    text = f"{left.words[:1].upper()}{left.words[1:]} is in {_unit(left)}, {right.words} in {_unit(right)}."
    if one.same(other):
        return "consistent", text
    more = _divided(comparison, one, other, setting) if comparison.by else _raised(left, one, other)
    return "finding", " ".join((text, *more))


def _unit(measured: Measured) -> str:
    """The unit as it is declared, which may have a name of its own."""
    text = re.sub("[a-z]+", lambda word: letter(word[0]), measured.unit)
    return text.replace(DOLLAR, rf"\{DOLLAR}").replace("*", "·").replace("-", "−") or PURE


def _raised(left: Measured, one: Unit, other: Unit) -> list[str]:
    """To which power the second is of the kind of the first, and how fast it grows then."""
    power = one.ratio(other)
    if power is None or not power.num:
        return []
    text = f"The second to the power {exponent_words(power)} is of the first's unit"
    if left.growth:
        text += f": if the first grows {left.growth}-fold, the second grows {left.growth}"
        text += f"^{exponent_words(FIELD.inverse(power))}-fold"
    return [f"{text}."]


def _divided(comparison: Comparison, one: Unit, other: Unit, setting: Setting) -> list[str]:
    """What the first is when it is divided by what lies between the two, and how fast it grows then."""
    left, right, by = comparison.left, comparison.right, comparison.by
    if by is None or not one.over(setting.unit(by.unit)).same(other):
        raise InputError(f"{comparison.label}: {left.words}, divided as declared, does not carry {right.unit}")
    text = f"Divided by {by.words} ({_unit(by)}), the first is in the second's unit"
    if not (left.growth and by.growth):
        return [f"{text}."]
    growth = Fraction(left.growth) / Fraction(by.growth)
    found = [f"{text}, and grows {left.growth}/{by.growth} = {growth} ≈ {_decimal(growth)}-fold a year."]
    if right.growth:
        before, after = (_order(Fraction(g), Fraction(right.growth)) for g in (left.growth, growth))
        turned = "in one unit" if before == after else "but in one unit"
        printed = f"As printed {left.growth} {before} {right.growth}, {turned}"
        found.append(f"{printed} {_decimal(growth)} {after} {right.growth}.")
    return found


def _order(left: Fraction, right: Fraction) -> str:
    return "<" if left < right else ">" if left > right else "="


def _decimal(value: Fraction) -> str:
    """The value rounded to two digits after the point."""
    whole, rest = divmod(round(value * 100), 100)
    return f"{whole}.{rest:02}"
