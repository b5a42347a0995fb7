"""What workers do with statements that nobody claims: cheap tests at points, and then a proof.

Nothing is decided here: what passes is still to be decided by the engine, and what is stopped is only not tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice
from typing import Any

from symcheck.engine import time_limit
from symcheck.kernel.calculus import decide, evaluate
from symcheck.kernel.check import check, negations
from symcheck.kernel.facts import Fact
from symcheck.kernel.statement import Statement, statement_from_json
from symcheck.kernel.term import Bodies, Reject, Term, from_json, num, substitute, unfold
from symcheck.procedures import points
from symcheck.procedures.prove import prove

ERRORS = (Reject, ArithmeticError, RecursionError, ValueError)


@dataclass(frozen=True)
class Place:
    """Values for symbols and examples for unspecified functions."""

    values: Mapping[str, Term]
    bodies: Bodies

    def term(self, term: Term) -> Term:
        """The term here."""
        return substitute(unfold(term, self.bodies), self.values)

    def shows(self, fact: Fact) -> bool:
        """Whether enclosures show the fact here."""
        try:
            return decide(fact.map(self.term), points.ARITHMETIC)
        except ERRORS:
            return False

    def denies(self, fact: Fact) -> bool:
        """Whether enclosures show here that the fact fails."""
        return any(self.shows(negation) for negation in negations(fact))

    def value(self, term: Term) -> Fraction | None:
        """The term's value here, or something very close to it; None where it is not seen to be defined."""
        try:
            found = evaluate(self.term(term), points.ARITHMETIC)
        except ERRORS:
            return None
        return (found.lo + found.hi) / 2


def place_of(certificate: Mapping[str, Any]) -> Place:
    """The point of a certificate."""
    values = {name: from_json(value) for name, value in certificate["point"].items()}
    functions = certificate["functions"].items()
    return Place(values, {(f, len(params)): (tuple(params), from_json(body)) for f, (params, body) in functions})


def places(opened: Statement, tries: int) -> Iterator[Place]:
    """Places that satisfy what an unfolded statement assumes, the simplest first; none under quantified assumptions."""
    if opened.every:
        return
    for bodies in points.examples(opened):
        table = {(f, len(params)): (params, body) for f, (params, body) in bodies.items()}
        for point in points.candidates(opened, tries, bodies, opened.given):
            yield Place({name: num(value) for name, value in point.items()}, table)


def anywhere(goals: Sequence[Fact], tries: int) -> list[Place]:
    """Places for the symbols of some facts that need not satisfy anything."""
    (first, *rest) = goals
    return list(places(Statement(first, (), tuple(rest)), tries))


def counterexample(opened: Statement, tries: int) -> Place | None:
    """A place at which what an unfolded statement assumes holds, and its goal fails."""
    return next((p for p in places(opened, tries) if p.denies(opened.goal)), None)


def room(opened: Statement, condition: Fact, tries: int) -> bool:
    """Whether a condition, taken strictly, can be satisfied together with what an unfolded statement assumes."""
    strict = Fact("lt" if condition.rel == "le" else condition.rel, condition.left, condition.right)
    return any(islice(places(replace(opened, given=(strict, *opened.given)), tries), 1))


def proves(statement: Statement, task: Mapping[str, Any], limit: float) -> bool:
    """Whether a proof of another statement is found with what a task of ``search`` cites."""
    try:
        judged = {key: statement_from_json(value) for key, value in task["judged"].items()}
        by, examples = tuple(map(from_json, task["by"])), task["examples"]
        with time_limit(limit):
            certificate = prove(statement, judged, tuple(judged), by, (), examples)
            return certificate is not None and check(statement, certificate, judged).outcome == "proved"
    except Exception:  # nothing that goes wrong here is a proof
        return False
