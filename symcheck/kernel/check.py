"""The only maker of judgements: a certificate is replayed against a statement.

A proof shows the goal from what is given, and carries a point that satisfies what is given, so that it isn't empty.
A refutation carries a point that satisfies what is given and shows there, by the same rules, that the goal fails.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from symcheck.kernel.calculus import Conditions, decide, differentiate, met, show, unmet
from symcheck.kernel.context import POS, Context, Fact, rational
from symcheck.kernel.interval import Arithmetic
from symcheck.kernel.rules import Proof, run
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import NAME, NAMED, ZERO, Reject, Term, free, from_json, substitute, unfold, walk

KEYS = {"kind", "point", "functions", "bits", "steps"}
Bodies = dict[tuple[str, int], tuple[tuple[str, ...], Term]]


@dataclass(frozen=True)
class Judgement:
    """What the kernel vouches for: ``outcome`` is proved or refuted; ``uses`` are digests of what it rests on."""

    statement: Statement
    outcome: str
    uses: frozenset[str]


def check(statement: Statement, certificate: Any, judged: Mapping[str, Statement]) -> Judgement:
    """Replay ``certificate``; ``judged`` are the statements proved so far.  Rejects anything that does not follow."""
    if not isinstance(certificate, dict) or set(certificate) != KEYS:
        raise Reject(f"a certificate has the keys {', '.join(sorted(KEYS))}")
    if certificate["kind"] not in ("proof", "refutation"):
        raise Reject("a certificate is a proof or a refutation")
    refutes = certificate["kind"] == "refutation"
    opened = statement.unfolded()
    for fact in opened.where:
        if fact not in necessary(opened.goal.left) + necessary(opened.goal.right):
            raise Reject(f"the goal is defined without {show(fact)}")
    point, bodies = _point(certificate["point"]), _bodies(certificate["functions"], opened)
    arithmetic = Arithmetic(certificate["bits"])
    for fact in opened.given if refutes else opened.given + opened.where:
        if not decide(_at(fact, point, bodies), arithmetic):
            raise Reject(f"the point does not satisfy {show(fact)}")
    proof = Proof({} if refutes else dict(opened.functions), {} if refutes else judged)
    context, goal = Context(), opened.goal
    if refutes:
        goal = _at(goal, point, bodies)
        if free(goal.left) | free(goal.right):
            raise Reject("the point leaves a symbol without a value")
    else:
        context.assume(opened.given + opened.where)
    last = run(certificate["steps"], context, proof)
    if last not in (negations(goal) if refutes else (goal,)):
        raise Reject(f"the steps must end in {'the negation of ' if refutes else ''}{show(goal)}")
    for side in (goal.left, goal.right):
        for missing in unmet(context, side, proof.functions, proof.existing):
            raise Reject(f"not shown to be defined: {missing}")
    return Judgement(statement, "refuted" if refutes else "proved", frozenset(proof.used))


def negations(goal: Fact) -> tuple[Fact, ...]:
    """The facts each of which shows that ``goal`` fails."""
    left, right = goal.left, goal.right
    less, more = Fact("lt", left, right), Fact("lt", right, left)
    if goal.rel == "eq":
        return Fact("ne", left, right), less, more
    if goal.rel == "lt":
        return more, Fact("le", right, left), Fact("eq", left, right)
    return (more,) if goal.rel == "le" else (Fact("eq", left, right),)


def necessary(term: Term) -> list[Fact]:
    """Conditions without which ``term`` is certainly undefined; nothing is read off below a binder."""
    inner = term.args[1:] if term.head in ("deriv", "integral", "sup") else term.args
    found = [fact for arg in inner for fact in necessary(arg)]
    if term.head == "div":
        found.append(Fact("ne", term.args[1], ZERO))
    if term.head == "log":
        found.append(Fact("lt", ZERO, term.args[0]))
    value = rational(term.args[1]) if term.head == "pow" else None
    if value is not None and value.denominator > 1:
        found.append(Fact("lt" if value < 0 else "le", ZERO, term.args[0]))
    elif value is not None and value <= 0:
        found.append(Fact("ne", term.args[0], ZERO))
    return found


def _at(fact: Fact, point: dict[str, Term], bodies: Bodies) -> Fact:
    left, right = (substitute(unfold(t, bodies), point) for t in (fact.left, fact.right))
    return Fact(fact.rel, left, right)


def _point(data: Any) -> dict[str, Term]:
    if not isinstance(data, dict):
        raise Reject("the point must be a table of symbols and rationals")
    point = {name: from_json(value) for name, value in data.items()}
    if not all(NAME.match(name) and term.head == "num" for name, term in point.items()):
        raise Reject("the point must give each symbol a rational")
    return point


def _bodies(data: Any, opened: Statement) -> Bodies:
    """An example for each unspecified function, defined everywhere; smooth as declared, and then increasing."""
    if not isinstance(data, dict) or data.keys() - dict(opened.functions).keys():
        raise Reject("functions must be a table of examples for the declared functions")
    bodies: Bodies = {}
    for name, entry in data.items():
        if not isinstance(entry, list) or len(entry) != 2 or not isinstance(entry[0], list):
            raise Reject(f"not parameters and a body: {str(entry)[:80]}")
        params, body = entry[0], from_json(entry[1])
        if not all(isinstance(p, str) and NAME.match(p) for p in params) or len(set(params)) != len(params):
            raise Reject(f"not parameters: {str(params)[:80]}")
        if free(body) - set(params) or any(t.head in NAMED for t in walk(body)) or unmet(Context(), body, {}, ()):
            raise Reject(f"the example for {name} must be defined for all values of its parameters")
        order = dict(opened.functions)[name]
        if order:
            _increasing(name, params, body, order)
        bodies[name, len(params)] = (tuple(params), body)
    return bodies


def _increasing(name: str, params: list[str], body: Term, order: int) -> None:
    """Reject unless the example has one parameter and ``order`` derivatives, of which the first is positive."""
    if len(params) != 1:
        raise Reject(f"the example for {name} must have one parameter")
    slope, nothing, needs = body, Context(), Conditions()
    for number in range(order):
        slope = differentiate(slope, params[0], {}, needs)
        met(nothing, needs, {})
        if number == 0 and nothing.sign(slope) & ~POS:
            raise Reject(f"the example for {name} is not seen to increase")
