"""Math-Verify, which grades answers: ``verify`` of both sides in LaTeX.

It knows equations only and no assumptions.  An answer that it does not find equal is one that it calls wrong.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from importlib import metadata
from typing import Any

from bench.peers.common import OPEN, Query, timed, truth
from bench.spelling import latex


def prepare() -> None:
    """Compare something small, so that everything is loaded."""
    work({"query": {"lhs": "sin(x)**2 + cos(x)**2", "relation": "==", "rhs": "1"}})


def work(task: Mapping[str, Any]) -> dict[str, Any]:
    """Verdict, reason and seconds."""
    return timed(decide, task)


def decide(query: Query) -> str:
    """What ``verify`` says; open if a side can't be read."""
    from math_verify import parse, verify

    if query["relation"] != "==":
        return OPEN
    gold, answer = (parse(f"${latex(query[side])}$", parsing_timeout=None) for side in ("rhs", "lhs"))
    if not gold or not answer:
        return OPEN
    return truth(verify(gold, answer, timeout_seconds=None, raise_on_error=True))


def version() -> str:
    """Its version; empty if it is not installed."""
    return f"Math-Verify {metadata.version('math-verify')}" if importlib.util.find_spec("math_verify") else ""
