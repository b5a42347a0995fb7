"""The nearest true statement: the first single edit of a refuted relation that the kernel accepts a proof of."""

from __future__ import annotations

from itertools import islice

from symcheck.edits import term_edits
from symcheck.engine import Engine, Verdict
from symcheck.latex.tree import Chain

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
    owed = refuted.obligation
    left, right = owed.shown.terms
    candidates = [(what, Chain((left, changed), owed.shown.relations)) for what, changed in term_edits(right, ORDER)]
    candidates += [(what, Chain((changed, right), owed.shown.relations)) for what, changed in term_edits(left, ORDER)]
    for what, chain in islice(candidates, MOST):
        verdicts = engine.decide(engine.book.variant(owed, chain), order=["prove"])
        if verdicts and all(v.outcome == "proved" for v in verdicts):
            return f"one edit away: {what}", verdicts[0]
    return None
