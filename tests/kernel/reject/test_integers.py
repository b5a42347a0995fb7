"""Near-misses of the rules about integers: ends that are none, ranges the wrong way round, terms that are undefined."""

from __future__ import annotations

import pytest

from symcheck.kernel.facts import Fact
from tests.kernel.helpers import E, log, node, symbols
from tests.kernel.reject.row import Row, rejected

k, n, x = symbols("k n x")


def total(body: E, low: E | int, high: E | int, name: str = "k") -> E:
    return node("sum", body, low, high, name=name)


def same(term: E) -> Fact:
    return term.eq(term)


UNDEFINED: dict[str, Row] = {
    "a term that is undefined at the start": ("not shown: log", {"goal": same(total(1 / log(k), 1, 3))}),
}


@pytest.mark.parametrize("key", UNDEFINED)
def test_undefined(key: str) -> None:
    rejected(UNDEFINED[key])
