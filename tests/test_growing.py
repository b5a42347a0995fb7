"""What becomes of claims about growth: O, Theta and ~."""

from __future__ import annotations

from dataclasses import replace

import pytest

from symcheck.answer import Answer
from symcheck.kernel.check import check as replay
from symcheck.kernel.facts import Fact, fact_to_json
from symcheck.kernel.statement import statement_from_json
from symcheck.kernel.term import ONE, ZERO, Reject
from symcheck.query import Query, read
from symcheck.verdict import confirm, decide

TIME = 60.0


def ask(row: str, **symbols: str) -> Answer:
    return decide(query(row, **symbols), TIME)


def query(row: str, **symbols: str) -> Query:
    """The query in ``claim; approach; relation, relation``."""
    claim, approach, *given = (part.strip() for part in row.split(";"))
    return Query(claim, given=tuple(given), approach=approach, symbols=symbols)


PROVED: dict[str, tuple[str, str]] = {
    "log(x) = O(x**a); x -> oo; a > 0": (
        "log(x) = O(x**a) as x -> oo  given  a > 0", "left/right tends to a finite limit",
    ),
    "x**2 + 3*x ~ x**2; x -> oo": ("x**2 + 3*x ~ x**2 as x -> oo", "left/right tends to 1"),
    "sin(x) = O(1); x -> oo": ("sin(x) = O(1) as x -> oo", "Abs(sin(x)) <= 1 for 1 <= x"),
    "a*sin(x) = O(1); x -> oo": ("a*sin(x) = O(1) as x -> oo", "Abs(a*sin(x)) <= Abs(a) for 1 <= x"),
    "x*(2 + sin(x)) = Theta(x); x -> oo": (
        "x*(2 + sin(x)) = Theta(x) as x -> oo", "Abs(x) <= Abs(x*(2 + sin(x))) <= 3*Abs(x) for 1 <= x",
    ),
    "-2 - sin(x) = Theta(1); x -> oo": (
        "-2 - sin(x) = Theta(1) as x -> oo", "1 <= Abs(-2 - sin(x)) <= 3 for 1 <= x",
    ),
    "sin(1/x) = O(sin(1/x)); x -> 0-": (
        "sin(1/x) = O(sin(1/x)) as x -> 0-", "Abs(sin(1/x)) <= Abs(sin(1/x)) for -1 < x, x < 0",
    ),
    "x*sin(1/x) = O(x); x -> 0": (
        "x*sin(1/x) = O(x) as x -> 0", "Abs(x*sin(1/x)) <= Abs(x) for -1 < x, x < 1, x != 0",
    ),
    "x**a = O(x); x -> oo; 0 < a <= 1": (
        "x**a = O(x) as x -> oo  given  0 < a, a <= 1", "Abs(x**a) <= Abs(x) for 1 <= x",
    ),
    "x = O(x); x -> oo; x > y": ("x = O(x) as x -> oo  given  x > y", "left/right tends to 1"),
    "x*log(x) = O(sqrt(x)); x -> 0": ("x*log(x) = O(sqrt(x)) as x -> 0+", "left/right tends to 0"),
    "Abs(x) ~ x; x -> 0; x > 0": ("Abs(x) ~ x as x -> 0+  given  x > 0", "left/right tends to 1"),
    "Abs(x) = Theta(x); x -> 0": ("Abs(x) = Theta(x) as x -> 0", "left/right tends to 1; left/right tends to -1"),
    "exp(1/x) = O(1); x -> 0-": ("exp(1/x) = O(1) as x -> 0-", "left/right tends to 0"),
    "(x - a)**2 = O(x - a); x -> a": ("(x - a)**2 = O(x - a) as x -> a", "left/right tends to 0"),
    "sqrt(x**2 + 1) ~ -x; x -> -oo": ("sqrt(x**2 + 1) ~ -x as x -> -oo", "left/right tends to 1"),
    "Integral(t, (t, 0, x)) ~ x**2/2; x -> oo": (
        "Integral(t, (t, 0, x)) ~ x**2/2 as x -> oo", "left/right tends to 1",
    ),
    r"\sin x \sim x; x \to 0": ("sin(x) ~ x as x -> 0", "left/right tends to 1"),
    r"n^2+n = \Theta(n^2); n \to \infty": ("n**2 + n = Theta(n**2) as n -> oo", "left/right tends to 1"),
    r"x^2=O(x); x \to 0^{+}": ("x**2 = O(x) as x -> 0+", "left/right tends to 0"),
}  # fmt: skip

REFUTED: dict[str, tuple[dict[str, str], str]] = {
    "x**a = O(x); x -> oo; a > 0": ({"a": "2"}, "the quotient is not bounded"),
    "x**a = Theta(x**b); x -> oo": ({"a": "2", "b": "1/2"}, "the quotient is not bounded"),
    "x**2 = Theta(x); x -> a": ({"a": "0"}, "the quotient is not bounded"),
    "s*x ~ x; x -> oo; s > 1": ({"s": "2"}, "left/right does not tend to 1"),
    "x = O(C); x -> oo; C > 0": ({"C": "1"}, "the quotient is not bounded"),
    "x**2 ~ 2*x**2; x -> oo": ({}, "left/right tends to 1/2"),
    "x*sin(x) = O(1); x -> oo": ({}, "the quotient is not bounded"),
    "exp(x) = O(x**5); x -> oo": ({}, "right/left tends to 0"),
    "x = Theta(x**2); x -> oo": ({}, "left/right tends to 0"),
    "1 - cos(x) = Theta(x); x -> 0": ({}, "left/right tends to 0"),
    "exp(1/x) = O(1); x -> 0": ({}, "right/left tends to 0"),
    "Abs(x) ~ x; x -> 0": ({}, "left/right tends to -1"),
    "x*(2 + sin(x)) ~ x; x -> oo": ({}, "left/right does not tend to 1"),
    "x = O(1); x -> oo; x > y": ({}, "right/left tends to 0"),
}

#: The claim says nothing, or it is true but not in reach.
OPEN: list[str] = [
    "x = O(1); x -> oo; x < 5",
    "x = O(x**2); x -> 0; x > 1",
    "x = O(x); x -> oo; x < y",
    "1 = O(sin(x)); x -> oo; sin(x) > 0",
    "log(-x) = O(x); x -> oo",
    "log(-x) ~ x; x -> oo",
    "0*log(-x) ~ 1; x -> oo",
    "0*log(-x) = O(1); x -> oo",
    "sqrt(5 - x) = O(1); x -> oo",
    "sqrt(sin(x)) = O(1); x -> oo",
    "1/(x - x) = O(1); x -> oo",
    "1/(x - x) ~ 1/(x - x); x -> oo",
    "0 ~ 0; x -> oo",
    "sin(x) ~ sin(x); x -> oo",
    "sin(x) = Theta(1); x -> oo",
]

#: Over the integers what is said of these is true, though over the reals it is not.
ONLY_INTEGERS = [
    "sin(pi*n) = O(1/n); n -> oo", "n*sin(pi*n) = O(1); n -> oo", "1 + n*sin(pi*n)**2 ~ 1; n -> oo",
    "cos(2*pi*n) ~ 1; n -> oo",
]  # fmt: skip


def replayed(found: Answer) -> bool:
    return replay(statement_from_json(found.statement), found.certificate, {}).outcome == found.verdict


@pytest.mark.parametrize("row", PROVED)
def test_proved(row: str) -> None:
    found = ask(row)
    assert (found.verdict, found.read, found.reason) == ("proved", *PROVED[row])
    assert replayed(found)


@pytest.mark.parametrize("row", REFUTED)
def test_refuted(row: str) -> None:
    found = ask(row)
    assert (found.verdict, found.witness, found.reason) == ("refuted", *REFUTED[row])
    assert replayed(found)


@pytest.mark.parametrize("row", OPEN)
def test_open(row: str) -> None:
    assert decide(query(row), 3.0).verdict == "open"


@pytest.mark.parametrize("row", ONLY_INTEGERS)
def test_what_oscillates_between_integers_is_not_refuted(row: str) -> None:
    assert decide(query(row, n="positive integer"), 3.0).verdict != "refuted"


def test_what_grows_along_the_reals_does_along_the_integers() -> None:
    assert ask("n = O(1); n -> oo", n="positive integer").verdict == "refuted"
    assert ask("n + 1 ~ n; n -> oo", n="natural").verdict == "proved"


def test_what_is_given_must_hold_near_the_place() -> None:
    assert "it is not shown that what is given holds" in ask("x = O(1); x -> oo; x < 5").reason


def test_conditions_on_other_symbols_are_listed() -> None:
    found = ask("x/a ~ x/a; x -> oo")
    assert (found.verdict, found.conditions) == ("proved", ("a != 0",))
    assert decide(query("x/a ~ x/a; x -> oo"), 3.0, strict=True).verdict == "open"


@pytest.mark.parametrize("row", ["sin(x) = O(1); x -> oo", "x**2 ~ x**2 + 1; x -> oo", "x**a = O(x); x -> oo; a > 0"])
def test_an_earlier_answer_is_confirmed_for_its_own_claim_only(row: str) -> None:
    asked = query(row)
    found = decide(asked, TIME)
    kept = confirm(asked, False, found.verdict, found.statement, found.certificate, found.seconds)
    assert kept == found
    other = replace(asked, claim=asked.claim.replace("x", "x**2", 1).replace("sin(x**2)", "2*sin(x)"))
    assert confirm(other, False, found.verdict, found.statement, found.certificate, 0.0) is None


@pytest.mark.parametrize("row", ["sin(x) = O(1); x -> oo", "sin(x) = Theta(1); x -> oo", "1/(x - x) ~ 1; x -> oo"])
def test_a_limit_that_no_step_shows_to_exist_proves_nothing(row: str) -> None:
    growth = read(query(row)).growth
    assert growth is not None
    statement = growth.enough()
    for claim in (statement.goal, Fact("ne", ZERO, ONE)):
        steps = [{"by": "combine", "claim": fact_to_json(claim)}]
        forged = {"kind": "proof", "point": {}, "functions": {}, "bits": 64, "every": [], "steps": steps}
        with pytest.raises(Reject):
            replay(statement, forged, {})
