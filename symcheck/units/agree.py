"""What terms carry, and whether they fit together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from symcheck.kernel.term import Term
from symcheck.units.setting import Setting
from symcheck.units.unit import ONE, Unit, exponent_words, prose


@dataclass(frozen=True, eq=False)
class Quantity:
    """The unit of a term; ``log`` is the unit whose logarithm its value contains; ``loose``: up to a constant."""

    unit: Unit
    log: Unit = ONE
    loose: bool = False


NUMBER = Quantity(ONE)
Found = Quantity | None
"""None where an issue has been found already, or for 0: it agrees with everything."""


@dataclass(frozen=True, eq=False)
class Issue:
    """Terms that do not fit together, each with what it carries; ``hint`` is more about them in plain text."""

    what: str
    sides: tuple[tuple[Term, str], ...]
    hint: str = ""


class Agreement:
    """Compares what terms carry in one setting; what is found on the way is in ``issues`` and ``hidden``."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.issues: list[Issue] = []
        self.hidden: list[str] = []

    def of(self, term: Term) -> Found:
        """What a term carries."""
        raise NotImplementedError

    def _agree(self, what: str, parts: Sequence[tuple[Term, Found]]) -> Found:
        """The common unit; None, and an issue, if there is none."""
        known = [(term, found) for term, found in parts if found]
        if not known:
            return None
        first = min((found for _, found in known), key=lambda found: found.loose)
        loose = any(found.loose for _, found in known)
        if not all(self._same(first, found, found.loose) for _, found in known):
            sides = tuple((term, carries(found)) for term, found in known)
            self.issues.append(Issue(what, sides, self._hint(*(found for _, found in known)) if loose else ""))
            return None
        if loose and not (ratio := known[0][1].unit.over(known[-1][1].unit)).one:
            self.hidden.append(f"the factor hidden in O or Θ carries {prose(ratio)}")
        return None if len(known) < len(parts) and any(not is_zero(t) for t, f in parts if not f) else first

    def _same(self, one: Quantity, other: Quantity, loose: bool) -> bool:
        ratio = one.unit.over(other.unit)
        return (self.setting.span.rest(ratio) if loose else ratio).one and one.log.same(other.log)

    def _hint(self, left: Quantity, *others: Quantity) -> str:
        """What is missing up to powers of the constants, and the one power of the right side that fits, if any."""
        one, other = (self.setting.span.rest(found.unit) for found in (left, others[-1]))
        names = ", ".join(map(self.name, self.setting.constants))
        text = f"No product of powers of {names} makes up for it: {prose(one.over(other))} is left over"
        power = one.ratio(other)
        if left.loose or len(others) > 1 or power is None or not power.num:
            return text
        return f"{text}; of the powers of what stands in O or Θ, only that to {exponent_words(power)} fits"

    def name(self, symbol: str) -> str:
        """A symbol's LaTeX between dollar signs."""
        declared = self.setting.notation.symbol(symbol)
        return f"${declared.latex}$" if declared else symbol

    def _plain(self, term: Term, found: Found) -> Found:
        """``found``, unless the value of the term changes with a unit."""
        if found and not found.log.one:
            self.issues.append(Issue("A value changes with the choice of units", ((term, carries(found)),)))
            return None
        return found

    def _pure(self, what: str, term: Term) -> Found:
        """The unit of a term that has to be a pure number."""
        found = self._plain(term, self.of(term))
        if found and not found.unit.one:
            self.issues.append(Issue(what, ((term, prose(found.unit)),)))
            return None
        return found


def is_zero(term: Term) -> bool:
    """Whether a term is the number 0, which has every unit."""
    return term.head in ("num", "decimal") and term.value == 0


def carries(found: Quantity) -> str:
    """What a term carries, in words."""
    if found.log.one:
        return prose(found.unit)
    return f"ln of {prose(found.log)}, a number that shifts with the unit"
