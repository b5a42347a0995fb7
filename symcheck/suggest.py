"""The nearest true statement: the first single edit of a refuted relation that the kernel accepts a proof of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from symcheck.edits import TURNED, term_edits
from symcheck.engine import Engine, Verdict
from symcheck.kernel.calculus import evaluate
from symcheck.kernel.interval import Arithmetic
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import Reject, Term, neg, num
from symcheck.latex.tree import Chain, decimal, places

MOST = 60
ORDER = ("limit", "sign", "exponent", "quotient", "symbol", "choice", "calculus", "factor", "digit")
"""Slips of the pen before changes of substance."""


def suggest(engine: Engine, labels: list[str]) -> None:
    """Look for a correction of each claim that fails."""
    for label in labels:
        found = engine.findings[label]
        refuted = next(v for v in found.verdicts if v.outcome == "refuted")
        proved = _nearest(engine, refuted)
        if proved is not None:
            found.suggestion = proved


def _nearest(engine: Engine, refuted: Verdict) -> tuple[str, Verdict] | None:
    for what, chain in islice(_candidates(refuted), MOST):
        verdicts = engine.decide(engine.book.variant(refuted.obligation, chain), order=["prove"])
        if verdicts and all(v.outcome == "proved" for v in verdicts):
            return what, verdicts[0]
    return None


def _candidates(refuted: Verdict) -> Iterator[tuple[str, Chain]]:
    """The number computed anew; the relation turned round; single edits of the right side, then of the left."""
    (relation,), (left, right) = refuted.obligation.shown.relations, refuted.obligation.shown.terms
    if relation == "approx":
        digits = recomputed(refuted.obligation.statement, places(right))
        if digits is not None:
            yield "computed anew, rounded to the same digit", Chain((left, digits), (relation,))
    if relation in TURNED:
        yield "the other way round", Chain((left, right), (TURNED[relation],))
    for side, build in ((right, lambda t: (left, t)), (left, lambda t: (t, right))):
        for what, changed in term_edits(side, ORDER):
            yield f"one edit away: {what}", Chain(build(changed), (relation,))


def recomputed(statement: Statement, digits: int) -> Term | None:
    """The value of the term without half a unit in a rounding statement, as a decimal with so many digits."""
    goal = statement.unfolded().goal
    value = goal.right if goal.left.head == "add" else goal.left
    try:
        enclosure = evaluate(value, Arithmetic(128))
    except (Reject, ArithmeticError):
        return None
    scaled = round((enclosure.lo + enclosure.hi) / 2 * 10**digits)
    text = str(abs(scaled)).rjust(digits + 1, "0")
    printed = decimal(f"{text[:-digits]}.{text[-digits:]}") if digits else num(abs(scaled))
    return neg(printed) if scaled < 0 else printed
