"""sympy's ``.equals``, which says True, False or None of an equation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sympy as sp

from bench.peers.common import OPEN, Query, timed, truth
from bench.peers.reading import sides


def prepare() -> None:
    """Compare something small, so that everything is loaded."""
    work({"query": {"lhs": "sin(x)**2 + cos(x)**2", "relation": "==", "rhs": "1", "given": [], "symbols": {}}})


def work(task: Mapping[str, Any]) -> dict[str, Any]:
    """Verdict, reason and seconds."""
    return timed(decide, task)


def decide(query: Query) -> str:
    """What ``.equals`` says; that constants are unequal is its answer to ``!=`` too."""
    if query["relation"] not in ("==", "!="):
        return OPEN
    left, right = sides(query)
    found = left.doit().equals(right.doit())
    if query["relation"] == "==":
        return truth(found)
    constant = not (left.free_symbols | right.free_symbols)
    return truth(False if found else True if found is False and constant else None)


def version() -> str:
    """sympy's."""
    return f"sympy {sp.__version__}"
