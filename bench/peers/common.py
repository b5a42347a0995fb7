"""What all peers share: the words of an answer, and how long it took."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

PROVED, REFUTED, OPEN = "proved", "refuted", "open"
Query = Mapping[str, Any]


def timed(decide: Callable[[Query], str], task: Mapping[str, Any]) -> dict[str, Any]:
    """Verdict and seconds; whatever goes wrong in a program leaves the claim open."""
    start = time.perf_counter()
    try:
        verdict = decide(task["query"])
    except Exception as error:
        return {"verdict": OPEN, "seconds": time.perf_counter() - start, "reason": f"{type(error).__name__}: {error}"}
    return {"verdict": verdict, "seconds": time.perf_counter() - start, "reason": ""}


def truth(value: bool | None) -> str:
    """The verdict of a program that says yes, no or nothing."""
    return OPEN if value is None else PROVED if value else REFUTED
