"""What the writer asks of a language of written mathematics: templates, and the few pieces that need thought."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar

from symcheck.kernel.term import Term
from symcheck.latex import nucleus, spelling
from symcheck.latex.notation import Notation
from symcheck.latex.tree import CONNECTIVES, RELATIONS

#: Every piece a markup has a template for; the comment says what its places take.
PIECES = frozenset((
    "dot",  # the sign of multiplication
    "fraction", "slash",  # top, bottom
    "power",  # base, exponent
    "sqrt", "abs", "floor",  # inside
    "log", "exp", "sin", "cos", "asin", "atan", "asinh", "sign", "gamma", "erf",  # bracketed argument
    "pi", "euler",  # nothing
    "sum",  # variable, low, high, body
    "limit",  # variable, body
    "every",  # variables with commas
    "min", "max",  # arguments with commas
    "maxover",  # variable, low, body
    "argmax",  # variables with commas, body
    "integral",  # low, high, body, variable
    "bracket",  # body, variable, low, high
    "differential",  # operand
    "partial",  # body, variable
    "deriv",  # variable, body
    "deriv at",  # variable, body, variable, point
    "label", "signed label",  # body (without its minus sign), label
    *RELATIONS, *CONNECTIVES,
))  # fmt: skip


class Markup(ABC):
    """One language of written mathematics, for one notation."""

    templates: ClassVar[Mapping[str, str]]

    def __init__(self, notation: Notation) -> None:
        self.notation = notation

    def piece(self, name: str, *parts: str) -> str:
        """The template ``name`` with ``parts`` in its places."""
        return self.templates[name] % parts

    def symbol_latex(self, name: str) -> str:
        """The LaTeX of the symbol ``name``, declared or not."""
        declared = self.notation.symbol(name)
        return declared.latex if declared else self._undeclared(name)

    def function_latex(self, name: str) -> str:
        """The LaTeX of the function ``name``, declared or not."""
        declared = self.notation.function(name)
        return declared.latex if declared else self._undeclared(name)

    def _undeclared(self, name: str) -> str:
        latex = spelling.derived(name)
        return spelling.upright(name) if self.notation.find(nucleus.key_of(latex)) else latex

    def clashes(self, base: Term, exponent: str) -> bool:  # noqa: ARG002  only LaTeX is read again
        """Whether ``base`` with this exponent would be read as another symbol."""
        return False

    @abstractmethod
    def symbol(self, name: str) -> str:
        """The symbol with this kernel name."""

    @abstractmethod
    def function(self, name: str, index: str, primes: int) -> str:
        """The function ``name`` without its arguments; ``index`` belongs to a family."""

    @abstractmethod
    def composition(self, names: Sequence[str], primes: int) -> str:
        """Functions applied one after another, without the argument."""

    @abstractmethod
    def brackets(self, inside: str) -> str:
        """Round brackets that are as tall as what is in them."""

    @abstractmethod
    def is_bracketed(self, text: str) -> bool:
        """Whether ``text`` begins with a round bracket."""

    @abstractmethod
    def label(self, label: str) -> str:
        """What stands under a brace, from the LaTeX that names it."""

    @abstractmethod
    def join(self, parts: Sequence[str]) -> str:
        """The parts side by side."""

    @abstractmethod
    def rows(self, rows: Sequence[tuple[str, str]]) -> str:
        """Rows of a display, each in two parts that are aligned where they meet."""
