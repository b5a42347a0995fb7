"""The symbols and functions a paper declares.  The parser accepts nothing that is not declared here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from symcheck.errors import InputError
from symcheck.kernel.term import NAME as KERNEL_NAME
from symcheck.latex import nucleus
from symcheck.latex.nucleus import Key

K = TypeVar("K")
DOMAINS = ("real", "nonzero", "nonnegative", "positive", "constant")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A real quantity: its LaTeX, its name in the kernel, and what a reader should know about it."""

    latex: str
    name: str
    domain: str = "real"
    unit: str = ""
    meaning: str = ""
    typst: str = ""
    key: Key = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.domain not in DOMAINS:
            raise InputError(f"symbol {self.latex!r}: domain {self.domain!r} is none of {', '.join(DOMAINS)}")
        object.__setattr__(self, "key", _declared_key(self.latex, self.name))


@dataclass(frozen=True, slots=True)
class Function:
    r"""A function and the numbers of arguments it may have between its brackets.

    With ``subscript`` it is a family: ``f_{\\gamma}(q)`` is read as the call ``name(gamma, q)``, unless ``f_{...}``
    with that very subscript is declared itself; the index is not counted in ``arity``.
    """

    latex: str
    name: str
    arity: tuple[int, ...] = (1,)
    meaning: str = ""
    subscript: bool = False
    typst: str = ""
    key: Key = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.arity or any(n < 1 for n in self.arity):
            raise InputError(f"function {self.latex!r}: needs numbers of arguments from 1 up, got {self.arity}")
        object.__setattr__(self, "key", _declared_key(self.latex, self.name))
        if self.subscript and self.key.sub:
            raise InputError(f"function {self.latex!r}: a family is declared without its subscript")


def _declared_key(latex: str, name: str) -> Key:
    if not KERNEL_NAME.match(name):
        raise InputError(f"notation {latex!r}: {name!r} is not a name")
    try:
        return nucleus.key_of(latex)
    except InputError as error:
        raise InputError(f"notation {latex!r}: {error.message}") from None


@dataclass(frozen=True, slots=True)
class Entry:
    """What one spelling stands for: a symbol, a function, or either."""

    symbol: Symbol | None = None
    function: Function | None = None


D = TypeVar("D", Symbol, Function)


class Notation:
    """An immutable set of declarations, found by spelling (for the parser) or by name (for the printers)."""

    def __init__(self, symbols: Iterable[Symbol] = (), functions: Iterable[Function] = ()) -> None:
        """Two declarations that can be confused are an error."""
        self.symbols, self.functions = tuple(symbols), tuple(functions)
        exact = [f for f in self.functions if not f.subscript]
        self._symbols = _unique(((s.key, s) for s in self.symbols), "symbols are written")
        self._functions = _unique(((f.key, f) for f in exact), "functions are written")
        self._families = _unique(((f.key, f) for f in self.functions if f.subscript), "families are written")
        self._symbol_names = _unique(((s.name, s) for s in self.symbols), "symbols are named")
        self._function_names = _unique(((f.name, f) for f in self.functions), "functions are named")
        for symbol in self.symbols:
            self._check_prime(symbol)

    def _check_prime(self, symbol: Symbol) -> None:
        sup = symbol.key.sup
        if sup and set(sup) == {r"\prime"} and Key(symbol.key.base, symbol.key.sub) in self._functions:
            raise InputError(f"notation: {symbol.latex!r} is a symbol and the derivative of a declared function")

    def find(self, key: Key) -> Entry | None:
        """What is declared with exactly this spelling."""
        symbol, function = self._symbols.get(key), self._functions.get(key)
        return Entry(symbol, function) if symbol or function else None

    def family(self, key: Key) -> Function | None:
        """The family of functions with this spelling, its subscript left out."""
        return self._families.get(key)

    def symbol(self, name: str) -> Symbol | None:
        """The symbol with this kernel name."""
        return self._symbol_names.get(name)

    def function(self, name: str) -> Function | None:
        """The function with this kernel name."""
        return self._function_names.get(name)

    def is_applied(self, name: str) -> bool:
        """Whether brackets after the symbol with this kernel name could be arguments."""
        symbol = self._symbol_names.get(name)
        return symbol is not None and symbol.key in self._functions

    def is_family(self, name: str) -> bool:
        """Whether the first argument of this function is written as its subscript."""
        function = self._function_names.get(name)
        return function is not None and function.subscript

    def extend(self, symbols: Iterable[Symbol] = (), functions: Iterable[Function] = ()) -> Notation:
        """These declarations and more; none may be in conflict."""
        return Notation((*self.symbols, *symbols), (*self.functions, *functions))

    def scoped(self, symbols: Iterable[Symbol] = (), functions: Iterable[Function] = ()) -> Notation:
        """The notation of one passage: the new declarations replace those with the same spelling or name."""
        symbols, functions = tuple(symbols), tuple(functions)
        return Notation(
            (*_without(self.symbols, symbols), *symbols),
            (*_without(self.functions, functions), *functions),
        )


def _without(old: tuple[D, ...], new: tuple[D, ...]) -> list[D]:
    keys, names = {d.key for d in new}, {d.name for d in new}
    return [d for d in old if d.key not in keys and d.name not in names]


def _unique(pairs: Iterable[tuple[K, D]], what: str) -> Mapping[K, D]:
    found: dict[K, D] = {}
    for key, declared in pairs:
        if key in found:
            raise InputError(f"notation: two {what} alike: {found[key].latex!r} and {declared.latex!r}")
        found[key] = declared
    return found
