"""The value of a limit: continuity, limits of parts, simpler forms, dominant terms, bounds on both sides, L'Hôpital."""

from __future__ import annotations

from fractions import Fraction

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import ONE, ZERO, Term, div, num, walk
from symcheck.procedures import limit_counts as counts
from symcheck.procedures import limit_tactics as tactics
from symcheck.procedures import limit_tails as tails
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.limit_scales import logged, slow
from symcheck.procedures.limit_search import Establish, Search, Tactic
from symcheck.procedures.rounding import level

WHOLE: tuple[Tactic, ...] = (tactics.approach, tactics.opened)
"""What there is to try for an integral by itself."""
TACTICS: tuple[Tactic, ...] = (
    tactics.approach, counts.series, tactics.opened, counts.summand, counts.between, counts.along, tactics.parts,
    tactics.exponent, tactics.normal, tactics.wave, tactics.exponential, tails.arc, tails.tail,
    tactics.split, tactics.leading, level, logged, tactics.lhopital, slow,
)  # fmt: skip
"""What is quick, or most often right, comes first."""


def searching(builder: Builder, whole: Term, prove: Prove, establish: Establish) -> Search:
    """A search for a limit, as a symbol falls to 0 from where no sum that ends at 1/x is empty."""
    lows = [u.args[1] for u in walk(whole.args[0]) if u.head == "sum" and u.args[2].head == "floor"]
    numbers = [low.value for low in lows if low.head == "num" and low.value > 1]
    symbols = [low for low in lows if low.head == "sym" and low.name != whole.name]
    radius = num(1 / max(numbers, default=Fraction(1)))
    if symbols and builder.holds(Fact("lt", ZERO, symbols[0])):
        radius = div(ONE, symbols[0])
    return Search(builder, (whole.name, radius), prove, establish, _tactics)


def _tactics(body: Term) -> tuple[Tactic, ...]:
    return WHOLE if body.head == "integral" else TACTICS


def limit_value(builder: Builder, term: Term, prove: Prove, establish: Establish) -> Fact | None:
    """An equation for a limit, with steps for it; None if none is found."""
    return searching(builder, term, prove, establish).value(term.args[0])
