r"""What the reader makes of a formula: kernel terms with some heads of their own, in chains of relations.

Beside the heads of ``symcheck.kernel.term`` a *surface* term may have these, which never reach the kernel:

================  =============================================================================================
``decimal``       a number printed with a decimal point; ``name`` is its text (``.7622``), ``value`` its value
``sqrt``          one term
``label``         ``\underbrace{t}_{T_{1}}``: one term, ``name`` the LaTeX of the label
``composite``     ``(f\circ q)(n)``: one term, ``name`` the functions' names with spaces (``f q``)
``prime``         derivative in the last argument, of a call with one bracketed argument or of a composite;
                  ``name`` is the number of primes
``partial``       ``\frac{\partial t}{\partial v}``: one term, ``name`` the symbol v
``differential``  ``\mathrm{d}t``: one term
``bracket``       ``[F]_{v=lo}^{hi}``: F, lo, hi; ``name`` the variable v
``maxover``       ``\max_{v\geq lo}t``: t, lo; ``name`` the variable v
``argmax``        ``\operatorname*{argmax}_{n,d}t``: one term, ``name`` the symbols' names with spaces
``tuple``         ``n,d`` on one side of a relation: two or more terms
================  =============================================================================================

``bracket``, ``maxover`` and ``argmax`` bind ``name``; ``kernel.term.free`` does not know that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from symcheck.kernel.term import Term

SURFACE = frozenset((
    "decimal", "sqrt", "label", "composite", "prime", "partial", "differential", "bracket", "maxover", "argmax",
    "tuple",
))  # fmt: skip

#: The relations of a chain and their LaTeX.
RELATIONS = {
    "eq": "=", "def": r"\triangleq", "ne": r"\neq", "lt": "<", "le": r"\leq", "gt": ">", "ge": r"\geq",
    "approx": r"\approx", "propto": r"\propto", "lesssim": r"\lesssim",
}  # fmt: skip

#: The connectives between chains and their LaTeX.
CONNECTIVES = {"implies": r"\implies", "iff": r"\iff", "and": r",\quad", "subject": r"\mathrel{\text{subject to}}"}


@dataclass(frozen=True, slots=True)
class Chain:
    """``terms[0] relations[0] terms[1] …``; one term and no relation is an expression that states nothing."""

    terms: tuple[Term, ...]
    relations: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.terms) != len(self.relations) + 1 or not set(self.relations) <= set(RELATIONS):
            raise ValueError(f"not a chain: {len(self.terms)} terms, relations {self.relations}")


@dataclass(frozen=True, slots=True)
class Formula:
    """``parts[0] connectives[0] parts[1] …``, read from the left, no connective binding more than another.

    ``every`` are kernel names of symbols for all values of which it is meant.
    """

    parts: tuple[Chain, ...]
    connectives: tuple[str, ...] = ()
    every: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.parts) != len(self.connectives) + 1 or not set(self.connectives) <= set(CONNECTIVES):
            raise ValueError(f"not a formula: {len(self.parts)} parts, connectives {self.connectives}")

    def terms(self) -> Iterable[Term]:
        """The terms of all chains in reading order."""
        for part in self.parts:
            yield from part.terms

    def term(self) -> Term:
        """The expression, of a formula that is one; else ValueError."""
        if len(self.parts) != 1 or self.parts[0].relations:
            raise ValueError("a formula with relations is not one expression")
        return self.parts[0].terms[0]


def decimal(text: str) -> Term:
    """The number printed as ``text``."""
    return Term("decimal", name=text, value=Fraction(text))


def places(term: Term) -> int:
    """How many digits stand after the decimal point of a ``decimal``; 0 for a ``num``."""
    return len(term.name.partition(".")[2])
