"""The second opinion can tell right from wrong: values that are known, and verdicts that are false."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from flint import arb, ctx

from symcheck.query import Query
from symcheck.verdict import decide
from tests.second.numbers import Undefined, Unknown, ball
from tests.second.opinion import AGREES, CONTRADICTS, UNKNOWN, opinion
from tests.second.values import Evaluator

SIN = ["sin", "x"]
VALUES: dict[str, tuple[Any, str, float]] = {
    "a quotient": (["div", "x", "7"], "2", 2 / 7),
    "a power": (["pow", "x", "1/2"], "9", 3),
    "a whole power of a negative number": (["pow", "x", "3"], "-2", -8),
    "a power to a symbol": (["pow", "x", "x"], "3", 27),
    "zero to a power": (["pow", "x", "1/2"], "0", 0),
    "choices": (["min", ["max", "x", "2"], "7"], "1", 2),
    "the floor of a fraction": (["floor", ["div", "x", "2"]], "-3", -2),
    "the sign": (["sign", "x"], "-3", -1),
    "gamma": (["gamma", ["add", "x", "1"]], "5", 120),
    "a derivative": (["deriv", "x", ["pow", "x", "x"], "x"], "2", 4 * (1 + 0.6931471805599453)),
    "a second derivative": (["deriv", "x", ["deriv", "x", SIN, "x"], "x"], "1", -0.8414709848078965),
    "a derivative in a derivative": (["deriv", "y", ["deriv", "x", ["mul", "x", "x", "y"], "y"], "x"], "3", 12),
    "a derivative of an arc": (["deriv", "x", ["atan", "x"], "x"], "1", 0.5),
    "an integral": (["integral", "t", ["pow", "t", "2"], "0", "x"], "3", 9),
    "an integral with a root at its end": (["integral", "t", ["pow", "t", "-1/2"], "0", "x"], "4", 4),
    "a sum": (["sum", "k", ["pow", "k", "2"], "1", "x"], "4", 30),
    "an empty sum": (["sum", "k", "k", "1", "x"], "0", 0),
    "a limit": (["limit", "h", ["div", ["sin", ["mul", "x", "h"]], "h"]], "3", 3),
    "an improper integral": (
        ["limit", "h", ["integral", "t", ["exp", ["neg", "t"]], "0", ["div", "1", "h"]]], "1", 1,
    ),
    "a definition": (["call", "F", "x"], "3", 10),
}  # fmt: skip
BODIES = {("F", 1): (["u"], ["add", ["pow", "u", "2"], "1"])}


@pytest.mark.parametrize("what", VALUES)
def test_values(what: str) -> None:
    term, at, expected = VALUES[what]
    ctx.prec = 128
    found = ball(Evaluator(BODIES).value(term, {"x": arb(at), "y": arb(at)}))
    assert abs(float(found.mid()) - expected) < 1e-7 * (1 + abs(expected))
    assert found.overlaps(arb(expected) + arb(0, 1e-12)) and found.rad() < 1e-5


NOWHERE: dict[str, Any] = {
    "division": ["div", "1", ["add", "x", "-1"]],
    "log": ["log", ["add", "x", "-1"]], "arc": ["asin", ["mul", "2", "x"]],
    "root": ["pow", ["neg", "x"], "1/2"], "pole": ["gamma", ["neg", "x"]], "0 to 0": ["pow", ["add", "x", "-1"], "0"],
}  # fmt: skip
UNSEEN: dict[str, Any] = {
    "kink": ["deriv", "x", ["abs", ["add", "x", "-1"]], "x"], "jump": ["deriv", "x", ["floor", "x"], "x"],
    "no settling": ["limit", "h", ["sin", ["div", "1", "h"]]], "a maximum": ["sup", "n", "n", "0"],
    "an unknown function": ["call", "g", "x"], "an unknown symbol": "y",
    "no integral": ["integral", "t", ["div", "1", "t"], "-1", "1"],
}  # fmt: skip


@pytest.mark.parametrize("what", [*NOWHERE, *UNSEEN])
def test_no_value(what: str) -> None:
    ctx.prec = 128
    with pytest.raises(Undefined if what in NOWHERE else Unknown):
        Evaluator().value((NOWHERE | UNSEEN)[what], {"x": arb(1)})


VERDICTS: list[tuple[str, list[str]]] = [
    ("x**a*x**b == x**(a + b)", ["x > 0"]),
    ("a/b + b/a >= 2", ["a > 0", "b > 0"]),
    ("Derivative(x**x, x) == x**x*(1 + log(x))", ["x > 0"]),
    ("Integral(exp(-a*x), (x, 0, oo)) == 1/a", ["a > 0"]),
    ("Limit((1 + a/x)**x, x, oo) == exp(a)", []),
    ("log(x*y) == log(x) + log(y)", []),
    ("sqrt(x**2) == x", []),
    ("x == 3", ["x**2 == 9"]),
]


@pytest.mark.parametrize(("claim", "given"), VERDICTS)
def test_a_false_verdict_is_contradicted(claim: str, given: list[str]) -> None:
    answer = decide(Query(claim, given=tuple(given)), limit=100.0)
    assert opinion(answer.statement, answer.verdict, answer.certificate).word == AGREES
    false = copy.deepcopy(answer.statement)
    relation, left, right = false["goal"]
    if answer.verdict == "refuted":
        false["goal"] = ["ne", left, right]
    else:
        false["goal"] = ["lt", right, left] if relation == "le" else [relation, left, ["add", right, "1/1000"]]
    found = opinion(false, answer.verdict, answer.certificate)
    assert found.word == CONTRADICTS or (relation == "le" and found.word == UNKNOWN)


def test_what_is_undefined_inside_given_contradicts_a_proof() -> None:
    answer = decide(Query("1/x == 1/x", given=("x > 0",)))
    wider = {**answer.statement, "given": [["lt", "-5", "x"]], "goal": ["eq", ["log", "x"], ["log", "x"]]}
    found = opinion(wider, "proved", answer.certificate, wanted=60)
    assert found.word == CONTRADICTS and "log" in found.why
