"""sympy's ``simplify``: of the difference for equations, of the relation for everything else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sympy as sp

from bench.peers.common import OPEN, Query, timed, truth
from bench.peers.reading import RELATIONS, sides


def prepare() -> None:
    """Simplify something small, so that everything is loaded."""
    work({"query": {"lhs": "sin(x)**2 + cos(x)**2", "relation": "==", "rhs": "1", "given": [], "symbols": {}}})


def work(task: Mapping[str, Any]) -> dict[str, Any]:
    """Verdict, reason and seconds."""
    return timed(decide, task)


def decide(query: Query) -> str:
    """Proved if the difference becomes 0, refuted if it becomes a number that sympy says is not 0."""
    if query["relation"] not in RELATIONS:
        return OPEN
    left, right = sides(query)
    if query["relation"] == "==":
        difference = sp.simplify(left - right)
        if difference == 0:
            return truth(True)
        return truth(False if difference.is_number and difference.is_zero is False else None)
    found = sp.simplify(RELATIONS[query["relation"]](left - right, 0))
    return truth({sp.true: True, sp.false: False}.get(found))


def version() -> str:
    """sympy's."""
    return f"sympy {sp.__version__}"
