"""Real certificates to attack: what ``check`` finds for varied claims, and a row of each rule that these do not use."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from symcheck.kernel.rules import RULES
from symcheck.kernel.statement import Statement
from symcheck.query import Query
from symcheck.verdict import decide
from tests.kernel.accept.test_rules import ROWS, accepted

CLAIMS: list[tuple[str, list[str], dict[str, str]]] = [
    ("(x + y)**3 == x**3 + 3*x**2*y + 3*x*y**2 + y**3", [], {}),
    ("x/x == 1", [], {}),
    ("log(x*y) == log(x) + log(y)", [], {}),
    ("x**a*x**b == x**(a + b)", ["x > 0"], {}),
    ("sqrt(x**2) == x", ["x >= 0"], {}),
    ("(x**2 - 1)/(x - 1) == x + 1", [], {}),
    ("exp(x)*exp(y) == exp(x + y)", [], {}),
    ("cosh(x)**2 - sinh(x)**2 == 1", [], {}),
    ("sin(x + y) == sin(x)*cos(y) + cos(x)*sin(y)", [], {}),
    ("atan(x) + atan(1/x) == pi/2", ["x > 0"], {}),
    ("asinh(x) == log(x + sqrt(x**2 + 1))", [], {}),
    ("Abs(x*y) == Abs(x)*Abs(y)", [], {}),
    ("factorial(n + 1) == (n + 1)*factorial(n)", [], {"n": "natural"}),
    ("gamma(x + 1) == x*gamma(x)", ["x > 0"], {}),
    ("Derivative(x**x, x) == x**x*(1 + log(x))", ["x > 0"], {}),
    ("Derivative(sin(x)/x, x) == (x*cos(x) - sin(x))/x**2", [], {}),
    ("Integral(x**2, (x, 0, t)) == t**3/3", [], {}),
    ("Integral(1/x, (x, 1, a)) == log(a)", ["a > 1"], {}),
    ("Integral(exp(-a*x), (x, 0, oo)) == 1/a", ["a > 0"], {}),
    ("Limit(sin(x)/x, x, 0) == 1", [], {}),
    ("Limit(x*log(x), x, 0) == 0", [], {}),
    ("Limit((1 + a/x)**x, x, oo) == exp(a)", [], {}),
    ("Limit(1/x**2, x, 0) == oo", [], {}),
    ("Sum(k, (k, 1, n)) == n*(n + 1)/2", [], {"n": "positive integer"}),
    ("Sum(2**k, (k, 0, n)) == 2**(n + 1) - 1", [], {"n": "natural"}),
    ("Sum(k**2, (k, 1, 4)) == 30", [], {}),
    ("x**2 + y**2 >= 2*x*y", [], {}),
    ("a/b + b/a >= 2", ["a > 0", "b > 0"], {}),
    ("(x + y)/2 >= sqrt(x*y)", ["x >= 0", "y >= 0"], {}),
    ("log(x) <= x - 1", ["x > 0"], {}),
    ("exp(x) >= 1 + x", [], {}),
    ("(1 + x)**a >= 1 + a*x", ["x > -1", "a > 1"], {}),
    ("x*log(x) >= x - 1", ["x > 0"], {}),
    ("sin(x) <= x", ["x >= 0"], {}),
    ("Max(x, y) >= x", [], {}),
    ("x - floor(x) < 1", [], {}),
    ("x**2 - x + 1/3 > 0", ["0 <= x <= 1"], {}),
    ("exp(x) < 3", ["0 <= x <= 1"], {}),
    ("sqrt(2) + sqrt(3) > 3.146", [], {}),
    ("sqrt(x**2) == x", [], {}),
    ("x**2 > 0", [], {}),
    ("n**2 != 4", [], {"n": "positive integer"}),
    ("x**2 != 2", [], {}),
    ("x*exp(-x) < exp(-1)", [], {}),
    ("x == 3", ["x**2 == 9"], {}),
    ("1/x > 0", [], {}),
    ("exp(-x) < 10**(-6)", ["x > 10"], {}),
    ("Derivative(x**2, x) == x", [], {}),
    ("Limit(sin(x)/x, x, 0) == 2", [], {}),
    ("Limit(sign(x), x, 0) == 1", [], {}),
    ("Limit(sin(x), x, oo) == 0", [], {}),
    ("Integral(1/x, (x, 1, oo)) == 5", [], {}),
    ("Integral(exp(-x), (x, 0, oo)) == 2", [], {}),
]


@dataclass(frozen=True)
class Case:
    """A statement, a certificate that the kernel accepts for it, and the outcome, all as JSON; what it may cite."""

    name: str
    statement: Any
    certificate: Any
    outcome: str
    judged: Mapping[str, Statement]


@cache
def cases() -> tuple[Case, ...]:
    """Some sixty cases in which every rule is used."""
    found = [case for number, row in enumerate(CLAIMS) for case in _decided(number, *row)]
    used = {rule for case in found for rule in rules(case.certificate)}
    for key, (rule, row) in ROWS.items():
        if rule not in used:
            used.add(rule)
            data, judged = accepted(key)
            outcome = "refuted" if row.get("kind") else "proved"
            found.append(Case(key, data["statement"], data["certificate"], outcome, judged))
    assert used >= set(RULES)
    return tuple(found)


def _decided(number: int, claim: str, given: list[str], symbols: dict[str, str]) -> Iterator[Case]:
    answer = decide(Query(claim, given=tuple(given), symbols=symbols), limit=300.0)
    if answer.certificate is not None:
        statement, certificate = json.loads(json.dumps([answer.statement, answer.certificate]))
        yield Case(f"{number}: {claim}", statement, certificate, answer.verdict, {})


def rules(data: Any) -> Iterator[str]:
    """The rules that a certificate uses."""
    if isinstance(data, dict):
        if isinstance(data.get("by"), str):
            yield data["by"]
        data = list(data.values())
    if isinstance(data, list):
        for part in data:
            yield from rules(part)
