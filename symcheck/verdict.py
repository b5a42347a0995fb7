"""The answer to a query: searched for, or an earlier one confirmed."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

from symcheck.answer import OPEN, REFUTED, Answer
from symcheck.decision import TIME_LIMIT, Decision
from symcheck.growing import Growing
from symcheck.kernel.facts import Fact
from symcheck.kernel.statement import statement_from_json
from symcheck.kernel.term import Reject
from symcheck.query import Query, Reading, read


def decide(query: Query, limit: float = TIME_LIMIT, strict: bool = False) -> Answer:
    """Search in this process for about ``limit`` seconds, which a library may overrun; InputError for a bad query."""
    start = time.perf_counter()
    reading = read(query)
    if reading.goal is None:
        found = Answer(OPEN, reading.text, reason=reading.owed)
    else:
        found = _deciding(reading, reading.goal, limit, strict).answer()
    return replace(found, seconds=round(time.perf_counter() - start, 3))


def confirm(
    query: Query, strict: bool, verdict: str, statement: Any, certificate: Any, seconds: float
) -> Answer | None:
    """An earlier answer, if the kernel replays its certificate, with this verdict, for the query as it is read now."""
    reading = read(query)
    if reading.goal is None:
        return None
    decision = _deciding(reading, reading.goal, TIME_LIMIT, strict)
    try:
        known = statement_from_json(statement)
        fits = decision.settles(verdict, known) and (verdict == REFUTED or not decision.outside)
        if fits and decision.judged(known, certificate) == verdict != OPEN:
            return replace(decision.decided(verdict, known, certificate), seconds=seconds)
    except Reject:
        pass
    return None


def _deciding(reading: Reading, goal: Fact, limit: float, strict: bool) -> Decision:
    """The search for a verdict on what was read."""
    growth = reading.growth
    return Growing(reading, growth, limit, strict) if growth else Decision(reading, goal, limit, strict)
