"""What symbols and functions carry at one place of the paper."""

from __future__ import annotations

from symcheck.errors import InputError
from symcheck.kernel.poly import Frac, const, gen
from symcheck.latex.notation import Notation
from symcheck.units.table import Passage, UnitTable
from symcheck.units.unit import Span, Unit, parse_unit


class Unchecked(Exception):
    """The units of a formula can't be checked; says why."""


class Setting:
    """The units of one passage, where ``fixed`` base units are taken for pure numbers."""

    def __init__(
        self, table: UnitTable, passage: Passage, notation: Notation, fixed: frozenset[str] = frozenset()
    ) -> None:
        self.table, self.passage, self.notation, self.fixed = table, passage, notation, fixed
        self._equal = dict(passage.equal)
        self._bases = {name: Unit({name: const(1)}) for name in table.bases}
        for name, text in table.names.items():
            self._bases[name] = parse_unit(text, self._bases, self.pure)
        self._symbols: dict[str, Unit] = {}
        self._signatures: dict[str, tuple[tuple[Unit, ...], Unit]] = {}
        self.constants = (*table.constants, *passage.constants)
        self.span = Span(tuple(map(self.symbol, self.constants)))

    def pure(self, name: str) -> Frac:
        """The exponent that a pure number is."""
        declared = self.notation.symbol(name)
        if declared is None or declared.unit:
            raise InputError(f"{name} is no symbol for a pure number")
        return self.generator(name)

    def generator(self, name: str) -> Frac:
        """The variable that a symbol is in exponents."""
        return gen(self._equal.get(name, name))

    def unit(self, text: str) -> Unit:
        """The unit written as ``text``."""
        return parse_unit(text, self._bases, self.pure).without(self.fixed)

    def symbol(self, name: str) -> Unit:
        """The unit of a symbol; an empty one is that of a pure number."""
        if name not in self._symbols:
            declared = self.notation.symbol(name)
            if declared is None:
                raise Unchecked(f"the notation has no symbol {name}")
            self._symbols[name] = self.unit(declared.unit)
        return self._symbols[name]

    def function(self, name: str, arguments: int) -> tuple[tuple[Unit, ...], Unit]:
        """The units of so many arguments of a function, and of its value."""
        if name not in self._signatures:
            found = self.passage.functions.get(name) or self.table.functions.get(name)
            if found is None:
                raise Unchecked(f"no units are declared for the function {name}")
            self._signatures[name] = tuple(map(self.unit, found[0])), self.unit(found[1])
        places, value = self._signatures[name]
        if arguments > len(places):
            raise Unchecked(f"units are declared for {len(places)} arguments of {name}, it has {arguments}")
        return places[:arguments], value
