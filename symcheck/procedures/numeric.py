"""What enclosures tell of closed terms, for searches that choose their way by numbers."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from symcheck.kernel.calculus import evaluate
from symcheck.kernel.facts import Fact
from symcheck.kernel.interval import Arithmetic, Interval
from symcheck.kernel.term import ZERO, Reject, Term, free, rewrite
from symcheck.procedures.builder import Builder

FINE = Arithmetic(256)
TINY = Fraction(1, 10**40)


def enclosure(term: Term) -> Interval | None:
    """Where the value of a closed term lies; None if it is not seen to be defined."""
    try:
        return evaluate(term, FINE)
    except (Reject, ArithmeticError, RecursionError):
        return None


def seems_zero(term: Term) -> bool:
    """Whether enclosures of a closed term can't tell it from 0."""
    value = None if free(term) else enclosure(term)
    return value is not None and value.lo <= 0 <= value.hi and value.hi - value.lo < TINY


def signed(builder: Builder, term: Term) -> bool:
    """A step for the sign of a term if it is not visible; False if it is not told from 0."""
    above, below = Fact("lt", ZERO, term), Fact("lt", term, ZERO)
    if builder.holds(above) or builder.holds(below):
        return True
    if free(term):
        return False
    value = enclosure(term)
    return value is not None and (
        (value.lo > 0 and builder.enclose(above)) or (value.hi < 0 and builder.enclose(below))
    )


def rewritten(term: Term, equations: Iterable[Fact]) -> Term:
    """The term with the left side of each equation replaced by its right side."""
    for fact in equations:
        term = rewrite(term, fact.left, fact.right)
    return term
