"""Each program is asked what the claim says, and what it answers is understood."""

from __future__ import annotations

import shutil
from typing import Any

import pytest
import sympy as sp

from bench.peers import common, equals, mathverify, maxima, own, reading, simplify
from bench.spelling import comparisons, latex, names, parse
from bench.spelling import maxima as spelled
from symcheck.workers import Pool, Stopped

LIMIT = 60.0
SMALL = [
    ({"lhs": "(x + 1)**2", "relation": "==", "rhs": "x**2 + 2*x + 1"}, "proved"),
    ({"lhs": "sqrt(x**2)", "relation": "==", "rhs": "x", "given": ["x > 0"]}, "proved"),
    ({"lhs": "x + 2", "relation": "==", "rhs": "x + 1"}, "refuted"),
]


def query(data: dict[str, Any]) -> dict[str, Any]:
    return {"given": [], "symbols": {}, **data}


@pytest.fixture
def math_verify() -> None:
    pytest.importorskip("math_verify")


@pytest.fixture
def installed_maxima() -> None:
    if shutil.which("maxima") is None:
        pytest.skip("Maxima is not installed")


def answers(peer: Any) -> list[str]:
    found = [peer.work({"query": query(data), "limit": LIMIT}) for data, _ in SMALL]
    assert all(answer["seconds"] > 0 for answer in found)
    return [answer["verdict"] for answer in found]


@pytest.mark.parametrize("peer", [own, simplify, equals])
def test_three_small_claims(peer: Any) -> None:
    assert answers(peer) == [verdict for _, verdict in SMALL]


@pytest.mark.usefixtures("math_verify")
def test_three_small_claims_for_math_verify() -> None:
    assert answers(mathverify) == ["proved", "refuted", "refuted"]  # it has no assumptions
    assert mathverify.version().startswith("Math-Verify ")
    assert mathverify.decide(query({"lhs": "x", "relation": "<=", "rhs": "x"})) == "open"


@pytest.mark.usefixtures("installed_maxima")
def test_three_small_claims_for_maxima() -> None:
    assert answers(maxima) == [verdict for _, verdict in SMALL]
    assert maxima.version().startswith("Maxima ")


@pytest.mark.usefixtures("installed_maxima")
@pytest.mark.parametrize(
    ("data", "verdict"),
    [
        ({"lhs": "x + y", "relation": ">", "rhs": "y", "given": ["0 < x"]}, "proved"),
        ({"lhs": "x", "relation": ">", "rhs": "y", "given": ["0 < x"]}, "open"),
        ({"lhs": "cos(pi*n)", "relation": "==", "rhs": "(-1)**n", "symbols": {"n": "integer"}}, "proved"),
        ({"lhs": "x", "relation": "<", "rhs": "0", "symbols": {"x": "positive real"}}, "refuted"),
        ({"lhs": "Integral(1/x, (x, 1, a))", "relation": "==", "rhs": "log(a)"}, "open"),  # it would ask about a
        ({"lhs": "x", "relation": "O", "rhs": "x"}, "open"),
        ({"lhs": "m - 3", "relation": "==", "rhs": "y", "given": ["m == y + 3"]}, "proved"),
    ],
)
def test_maxima_is_told_what_is_given(data: dict[str, Any], verdict: str) -> None:
    assert maxima.decide(query(data), LIMIT) == verdict


@pytest.mark.parametrize(
    ("peer", "data", "verdict"),
    [
        (simplify, {"lhs": "x**2", "relation": ">=", "rhs": "0"}, "proved"),
        (simplify, {"lhs": "-x", "relation": ">", "rhs": "0", "given": ["x > 0"]}, "refuted"),
        (simplify, {"lhs": "x", "relation": ">", "rhs": "y"}, "open"),
        (simplify, {"lhs": "x", "relation": "O", "rhs": "x"}, "open"),
        (simplify, {"lhs": "x", "relation": "==", "rhs": "y"}, "open"),
        (simplify, {"lhs": "m", "relation": "==", "rhs": "x + 1", "given": ["m == x + 1"]}, "proved"),
        (equals, {"lhs": "sqrt(2)", "relation": "!=", "rhs": "sqrt(3)"}, "proved"),
        (equals, {"lhs": "x + 1", "relation": "!=", "rhs": "1 + x"}, "refuted"),
        (equals, {"lhs": "x", "relation": "!=", "rhs": "y"}, "open"),  # that they differ somewhere is not enough
        (equals, {"lhs": "x", "relation": "<=", "rhs": "x"}, "open"),
    ],
)
def test_sympy(peer: Any, data: dict[str, Any], verdict: str) -> None:
    assert peer.decide(query(data)) == verdict


def test_what_goes_wrong_leaves_a_claim_open() -> None:
    def fail(_: common.Query) -> str:
        raise ValueError("no")

    answer = common.timed(fail, {"query": {}})
    assert (answer["verdict"], answer["reason"]) == ("open", "ValueError: no")


def test_a_peer_in_a_process_of_its_own() -> None:
    tasks = [(i, {"query": query(data), "limit": LIMIT}) for i, (data, _) in enumerate(SMALL)]
    found = dict(Pool("bench.peers.simplify:work", 1).run(tasks))
    assert not any(isinstance(answer, Stopped) for answer in found.values())
    assert [found[i]["verdict"] for i in range(len(SMALL))] == [verdict for _, verdict in SMALL]


# -- reading -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "symbols", "wanted"),
    [
        (["x > 0"], {}, {"x": {"positive"}}),
        (["0 <= x", "y < -1"], {}, {"x": {"nonnegative"}, "y": {"negative"}}),
        (["0 < a < 1", "x >= 1"], {}, {"a": {"positive"}, "x": {"positive"}}),
        (["x > y", "y >= 0"], {}, {"x": {"positive"}, "y": {"nonnegative"}}),
        (["x != 0", "y <= 0", "z < 1", "z != 1"], {}, {"x": {"nonzero"}, "y": {"nonpositive"}, "z": set()}),
        ([], {"n": "positive integer", "m": "natural number"}, {"n": {"positive", "integer"},
                                                                 "m": {"nonnegative", "integer"}}),
    ],
)  # fmt: skip
def test_assumptions_for_sympy(given: list[str], symbols: dict[str, str], wanted: dict[str, set[str]]) -> None:
    found = reading.assumptions(query({"given": given, "symbols": symbols}))
    assert {name: {word for word in flags if word != "real"} for name, flags in found.items()} == wanted


def test_a_limit_for_sympy_is_from_both_sides() -> None:
    left, _ = reading.sides(query({"lhs": "Limit(1/x, x, 0)", "rhs": "0"}))
    right, _ = reading.sides(query({"lhs": "Limit(1/x, x, 0, '+')", "rhs": "0"}))
    assert (str(left.args[3]), str(right.args[3])) == ("+-", "+")


def test_decimals_and_quotients_are_exact_for_sympy() -> None:
    assert reading.sides(query({"lhs": "x/3", "rhs": "1/3"}))[1] == sp.Rational(1, 3)


# -- spelling ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "in_latex", "in_maxima"),
    [
        ("a - (b - c)", r"a - \left(b - c\right)", "(a-(b-c))"),
        ("2*x*3", r"2 x \cdot 3", "((2*x)*3)"),
        ("-x*y", "-x y", "((-x)*y)"),
        ("x*(-y)", r"x \left(-y\right)", "(x*(-y))"),
        ("(x + 1)/y**2", r"\frac{x + 1}{y^{2}}", "((x+1)/(y^2))"),
        ("(-1)**n", r"\left(-1\right)^{n}", "((-1)^n)"),
        ("(x**a)**b", r"\left(x^{a}\right)^{b}", "((x^a)^b)"),
        ("exp(-x)**2", r"\left(e^{-x}\right)^{2}", "(exp((-x))^2)"),
        ("sqrt(E*pi)", r"\sqrt{e \pi}", "sqrt((%e*%pi))"),
        ("log(x_1 + alpha)", r"\ln\left(x_{1} + \alpha\right)", "log((x_1+alpha))"),
        ("asinh(x) + Abs(y)", r"\operatorname{arsinh}\left(x\right) + \left|y\right|", "(asinh(x)+abs(y))"),
        ("factorial(n + 1)", r"\left(n + 1\right)!", "factorial((n+1))"),
        ("binomial(n, k)", r"\binom{n}{k}", "binomial(n, k)"),
        ("Max(x, floor(y))", r"\max\left(x, \lfloor y \rfloor\right)", "max(x, floor(y))"),
        ("Derivative(-x, (x, 2))", r"\frac{d}{d x} \frac{d}{d x} \left(-x\right)", "diff((-x), x, 2)"),
        ("Derivative(x*y, x, y)", r"\frac{d}{d y} \frac{d}{d x} x y", "diff(diff((x*y), x), y)"),
        ("Integral(x + 1, (x, -oo, oo))", r"\int_{-\infty}^{\infty} \left(x + 1\right) \, dx",
         "integrate((x+1), x, minf, inf)"),
        ("Sum(1/k, (k, 1, n))", r"\sum_{k=1}^{n} \frac{1}{k}", "sum((1/k), k, 1, n)"),
        ("Limit(1/x, x, 0, '+')", r"\lim_{x \to 0^{+}} \frac{1}{x}", "limit((1/x), x, 0, plus)"),
        ("Limit(1/x, x, 0, '+-')", r"\lim_{x \to 0} \frac{1}{x}", "limit((1/x), x, 0)"),
    ],
)  # fmt: skip
def test_spelling(text: str, in_latex: str, in_maxima: str) -> None:
    assert latex(text) == in_latex
    assert spelled(parse(text)) == in_maxima


@pytest.mark.parametrize("text", ["x if y else z", "x % 2", "'a'", "x.y", "f(x)(y)", "Limit(x, x, 0, '*')"])
def test_what_has_no_spelling_is_an_error(text: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        latex(text)
    with pytest.raises((ValueError, KeyError)):
        spelled(parse(text))


def test_relations_and_names() -> None:
    shown = [(spelled(a), sign, spelled(b)) for a, sign, b in comparisons("0 < a <= 1 and x != y")]
    assert shown == [("0", "<", "a"), ("a", "<=", "1"), ("x", "!=", "y")]
    assert names("sin(x)*pi + E*Integral(f, (f, 0, a))") == {"x", "f", "a"}
    with pytest.raises(ValueError, match="no relation"):
        list(comparisons("x + 1"))
