"""A proof without a search: derivatives from the table, and both sides of an equation have the same normal form."""

from __future__ import annotations

from typing import Any

from symcheck.kernel.calculus import derivative_at
from symcheck.kernel.facts import Fact, fact_to_json
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import Reject
from symcheck.procedures import points
from symcheck.procedures.binders import outermost


def direct(statement: Statement) -> Any:
    """A certificate that nobody has checked, or None if the statement is not about an equation of this kind."""
    opened = statement.unfolded()
    found = dict.fromkeys(term for side in (opened.goal.left, opened.goal.right) for term in outermost(side))
    if opened.goal.rel != "eq" or opened.every or any(term.head != "deriv" for term in found):
        return None
    try:
        values = [Fact("eq", term, derivative_at(term, dict(opened.functions))[0]) for term in found]
    except Reject:
        return None
    point = points.satisfying(opened)
    if point is None:
        return None
    before = len(opened.given) + len(opened.where)
    steps: list[dict[str, Any]] = [{"claim": fact_to_json(value), "by": "derivative"} for value in values]
    last = {"rewrite": list(range(before, before + len(values)))} if values else {}
    steps.append({"claim": fact_to_json(opened.goal), "by": "combine", **last})
    return {"kind": "proof", **point, "steps": steps}
