"""What an author declares for a check of units: base units, units of functions, passages, comparisons in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from symcheck.latex.notation import Notation

Signature = tuple[tuple[str, ...], str]
"""The units of a function's arguments, of which it may be given the first ones only, and of its value."""


@dataclass(frozen=True)
class Passage:
    """Where symbols carry other units, or exponents are known to be equal.

    ``where`` are numbers of sections, which include their subsections, and labels; the last passage that names a place
    counts.  ``equal`` are pairs of names of pure numbers, the first of which stands for the second.  ``constants`` are
    those of an O(...) or Theta(...) there, beside the table's.
    """

    where: tuple[str, ...]
    notation: Notation | None = None
    functions: Mapping[str, Signature] = field(default_factory=dict)
    equal: tuple[tuple[str, str], ...] = ()
    constants: tuple[str, ...] = ()


@dataclass(frozen=True)
class Measured:
    """A quantity that the paper compares: what it is, its unit, and the factor by which it grows in a year, if any."""

    words: str
    unit: str
    growth: str = ""


@dataclass(frozen=True)
class Comparison:
    """Two quantities that the paper sets against each other at ``label``.

    ``by`` is what the left one has to be divided by in order to be one of the right one's kind.
    """

    label: str
    left: Measured
    right: Measured
    by: Measured | None = None


@dataclass(frozen=True)
class UnitTable:
    """The units of a paper, beside those that its notation gives to symbols.

    ``bases`` are the base units; ``names`` are other names, such as a singular, and derived units, each with what it
    stands for in terms of those before it.  ``free`` are base units that no definition fixes: a formula that is
    consistent only where they are pure numbers fixes them.  ``constants`` are the symbols on which the factor hidden in
    an O(...) or Theta(...) may depend.
    """

    notation: Notation
    bases: tuple[str, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    free: tuple[str, ...] = ()
    functions: Mapping[str, Signature] = field(default_factory=dict)
    constants: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    comparisons: tuple[Comparison, ...] = ()

    def passage(self, section: str, label: str) -> Passage:
        """What is declared for an entry of the paper."""
        number = section.split(" ")[0].rstrip(".")
        for passage in reversed(self.passages):
            if label in passage.where or any(number == w or number.startswith(f"{w}.") for w in passage.where):
                return passage
        return Passage(())
