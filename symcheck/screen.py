"""What workers do with statements that nobody claims: cheap tests at points, and then a proof.

Nothing is decided here: what passes is still to be decided by the engine, and what is stopped is only not tried.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from symcheck.engine import time_limit
from symcheck.kernel.calculus import decide, evaluate
from symcheck.kernel.check import check, negations
from symcheck.kernel.facts import Fact
from symcheck.kernel.statement import Statement, statement_from_json
from symcheck.kernel.term import Bodies, Reject, Term, from_json, num, sub, substitute, unfold
from symcheck.procedures import points
from symcheck.procedures.prove import prove

ERRORS = (Reject, ArithmeticError, RecursionError, ValueError)


MARGIN = Fraction(1, 10**12)
DIGITS = 10**30


@dataclass(frozen=True)
class Place:
    """Values for symbols and examples for unspecified functions; ``near`` if equations hold there only nearly."""

    values: Mapping[str, Term]
    bodies: Bodies
    near: bool = False

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
        """Whether enclosures show here that the fact fails; clearly so, if equations hold only nearly."""
        if not self.near:
            return any(self.shows(negation) for negation in negations(fact))
        left, right = self.value(fact.left), self.value(fact.right)
        if left is None or right is None or fact.rel == "ne":
            return False
        excess = (abs(left - right) if fact.rel == "eq" else left - right) / (1 + abs(left) + abs(right))
        return excess > MARGIN

    def value(self, term: Term) -> Fraction | None:
        """The term's value here, or something very close to it; None where it is not seen to be defined."""
        try:
            found = evaluate(self.term(term), points.ARITHMETIC)
        except ERRORS:
            return None
        return (found.lo + found.hi) / 2

    def moved(self, name: str, value: Fraction) -> Place:
        """The place with another value for a symbol."""
        return replace(self, values={**self.values, name: num(value)})


def place_of(certificate: Mapping[str, Any]) -> Place:
    """The point of a certificate."""
    return Place(*points.point_from_json(certificate))


def places(opened: Statement, tries: int) -> Iterator[Place]:
    """Places that satisfy what an unfolded statement assumes, the simplest first; none under quantified assumptions."""
    if opened.every:
        return
    equations = [f for f in opened.given if f.rel == "eq"]
    others = tuple(f for f in opened.given if f.rel != "eq")
    loose = replace(opened, where=(*opened.where, *equations))  # so that all symbols get values
    failures: Counter[str] = Counter()
    for bodies in points.examples(opened):
        table = points.by_arity(bodies)
        for point in points.candidates(loose, tries, bodies, others):
            place = _onto(Place(points.terms(point), table), equations, failures)
            if place is not None and (not place.near or all(map(place.shows, others))):
                yield place


def _onto(place: Place, equations: list[Fact], failures: Counter[str]) -> Place | None:
    """The place moved onto equations, each solved for a symbol in which it is linear and that no other has.

    Symbols for which that failed least are tried first.
    """
    fixed: set[str] = set()
    for equation in equations:
        names = equation.free()
        if not place.shows(equation):
            alone = {side.name for side in (equation.left, equation.right) if side.head == "sym"}
            for name in sorted(names - fixed, key=lambda n: (n not in alone, failures[n], n)):
                root = _root(place, equation, name)
                if root is not None:
                    place = replace(place.moved(name, root), near=True)
                    break
                failures[name] += 1
            else:
                return None
        fixed |= names
    return place


def _root(place: Place, equation: Fact, name: str) -> Fraction | None:
    """The value of a symbol at which an equation that is linear in it holds, rounded to many digits."""
    values = [place.moved(name, Fraction(at)).value(sub(equation.left, equation.right)) for at in (1, 2, 3)]
    first, second, third = values
    if first is None or second is None or third is None or first == second:
        return None
    slope = second - first
    if abs(third - second - slope) > MARGIN * abs(slope):
        return None
    return Fraction(round((1 - first / slope) * DIGITS), DIGITS)


def anywhere(goal: Fact, tries: int) -> list[Place]:
    """Places for the symbols of a fact that need not satisfy anything."""
    return list(places(Statement(goal), tries))


def counterexample(opened: Statement, tries: int) -> Place | None:
    """A place at which what an unfolded statement assumes holds, and its goal fails."""
    return next((p for p in places(opened, tries) if p.denies(opened.goal)), None)


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


def timed(search: Callable[[], Any]) -> dict[str, Any]:
    """What the search of a worker finds, as ``chosen``; None if it fails."""
    start, chosen, reason = time.perf_counter(), None, ""
    try:
        chosen = search()
    except Exception as error:  # a search that fails finds nothing
        reason = f"the search failed: {type(error).__name__} {error}"
    return {"chosen": chosen, "reason": reason, "seconds": round(time.perf_counter() - start, 3)}
