"""Examples of quantified assumptions about an unspecified function: what it is there is part of the point."""

from __future__ import annotations

from typing import Any

import pytest

from symcheck.engine import search
from symcheck.kernel.check import check
from symcheck.kernel.facts import Every, Fact
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import ONE, add, call, num, sym, to_json
from symcheck.procedures.follow import HintFailed
from symcheck.procedures.refute import refute

X, Y = sym("x"), sym("y")
RISING = Every(("u", "v"), (Fact("lt", sym("u"), sym("v")),), Fact("lt", call("f", sym("u")), call("f", sym("v"))))


def rising(goal: Fact, *given: Fact) -> Statement:
    """A statement about any function f that rises."""
    return Statement(goal, given, functions=(("f", 0),), every=(RISING,))


def example(body: Any, **values: str) -> list[Any]:
    """Values of symbols, and f(u) = body."""
    return [values, [[]], {"f": [["u"], to_json(body)]}]


def test_a_counterexample_says_what_the_function_is() -> None:
    statement = rising(Fact("le", X, call("f", X)))
    certificate = refute(statement, [example(add(sym("u"), num(-1)), x="2")])
    assert check(statement, certificate, {}).outcome == "refuted"
    assert certificate["functions"] == {"f": [["u"], ["add", "u", "-1"]]}


def test_a_function_that_does_not_satisfy_the_assumption_is_no_example() -> None:
    with pytest.raises(HintFailed):
        refute(rising(Fact("le", X, call("f", X))), [example(add(num(1), num(-1)), x="2")])


def test_an_example_without_the_function_is_none() -> None:
    with pytest.raises(HintFailed, match="no example gives all symbols a value"):
        refute(rising(Fact("le", X, call("f", X))), [[{"x": "2"}, [[]], {}]])


def test_a_proof_for_every_function_has_an_example_too() -> None:
    statement = rising(Fact("lt", call("f", X), call("f", Y)), Fact("lt", X, Y))
    task = {
        "statement": statement.to_json(), "judged": {}, "by": [], "limit": 20, "order": ["prove"],
        "via": [["use", 0, {"u": "x", "v": "y"}]], "examples": [example(sym("u"), x="1", y="2")],
    }  # fmt: skip
    found = search(task)
    assert check(statement, found["certificate"], {}).outcome == "proved"


@pytest.mark.parametrize("order", [["prove", "refute"], ["prove"]])
def test_where_a_hint_fails_a_counterexample_is_still_looked_for(order: list[str]) -> None:
    statement = Statement(Fact("le", ONE, X), (Fact("le", num(0), X),))
    via = [["cut", ["le", "1", "x"], []]]
    task = {
        "statement": statement.to_json(),
        "judged": {},
        "by": [],
        "limit": 20,
        "order": order,
        "via": via,
        "examples": [],
    }
    found = search(task)
    assert (found["certificate"] is None) == ("refute" not in order)
    assert found["reason"].startswith("the search failed: not shown") == ("refute" not in order)
