"""The only maker of judgements: a certificate is replayed against a statement.

A proof shows the goal from what is given, and carries a point that satisfies what is given, so that it isn't empty.
A refutation carries a point that satisfies what is given and shows there, by the same rules, that the goal fails.  An
equation between a number and an integral or a limit that does not exist fails too.  The coordinates of a point are
closed terms, mostly rational numbers; at it, each quantified fact that is given is shown by steps of its own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from symcheck.kernel import term as t
from symcheck.kernel.calculus import Conditions, conditions, decide, defined, differentiate, evaluate, met, unmet
from symcheck.kernel.context import Context
from symcheck.kernel.facts import POS, Every, Fact, map_fact
from symcheck.kernel.interval import Arithmetic
from symcheck.kernel.rules import RULES
from symcheck.kernel.statement import Definition, Statement, definition_from_json, unfolded_definitions
from symcheck.kernel.step import Proof
from symcheck.kernel.term import BINDERS, NAMED, Reject, Term, as_list, as_table, require

DOUBTFUL = ("integral", "limit")
KEYS = ("kind", "point", "functions", "bits", "every", "steps")


@dataclass(frozen=True)
class Judgement:
    """What the kernel vouches for: ``outcome`` is proved or refuted; ``uses`` are digests of what it rests on."""

    statement: Statement
    outcome: str
    uses: frozenset[str]


def check(statement: Statement, certificate: Any, judged: Mapping[str, Statement]) -> Judgement:
    """Replay ``certificate``; ``judged`` are the statements proved so far.  Rejects anything that does not follow."""
    try:
        return _check(statement, as_table(certificate, KEYS), judged)
    except (ArithmeticError, ValueError, RecursionError) as error:  # a number that Python won't print, a deep term
        raise Reject(f"cannot be replayed: {error}") from None


def _check(statement: Statement, certificate: dict[str, Any], judged: Mapping[str, Statement]) -> Judgement:
    require(certificate["kind"] in ("proof", "refutation"), "a certificate is a proof or a refutation")
    refutes = certificate["kind"] == "refutation"
    opened = statement.unfolded()
    for fact in opened.where:
        needed = necessary(opened.goal.left) + necessary(opened.goal.right)
        require(fact in needed, "the goal is defined without", fact)
    arithmetic = Arithmetic(certificate["bits"])
    point = {name: t.from_json(value) for name, value in as_table(certificate["point"]).items()}
    for value in point.values():
        evaluate(value, arithmetic)  # rejects what is not closed, or not seen to be defined
    bodies = unfolded_definitions(_examples(certificate["functions"], dict(opened.functions)))

    def at_point(fact: Fact) -> Fact:
        return fact.map(lambda side: t.substitute(t.unfold(side, bodies), point))

    for fact in opened.given if refutes else opened.given + opened.where:
        require(satisfied(at_point(fact), arithmetic), "the point does not satisfy", fact)
    shown = as_list(certificate["every"], len(opened.every))
    for every, steps in zip(opened.every, shown, strict=True):
        _everywhere(every.map(partial(t.unfold, bodies=bodies)), tuple(point.items()), json.dumps(steps))
    context, goal, proof = Context(), opened.goal, Proof(RULES, dict(opened.functions), judged, every=opened.every)
    if refutes:
        goal = at_point(goal)
        proof = Proof(RULES, {}, {}, existing=assumed(goal))
        require(not goal.free(), "the point leaves a symbol without a value")
    else:
        context.assume(opened.given + opened.where)
    last = proof.run(certificate["steps"], context)
    enough = negations(goal) if refutes else (goal,)
    require(last in enough, "the steps must end in", *enough)
    met(context, [defined(goal.left), defined(goal.right)], proof.functions, proof.existing)
    return Judgement(statement, "refuted" if refutes else "proved", frozenset(proof.used))


def satisfied(fact: Fact, arithmetic: Arithmetic) -> bool:
    """Whether a fact between closed terms, which are seen to be defined, holds: by enclosures, or by normal forms."""
    return decide(fact, arithmetic) or (fact.rel == "eq" and Context().equal(fact.left, fact.right))


def assumed(goal: Fact) -> set[Term]:
    """An integral or a limit that an equation to be refuted says to be a number: if it doesn't exist, that fails."""
    ways = ((goal.left, goal.right), (goal.right, goal.left)) if goal.rel == "eq" else ()
    return {u for u, value in ways if u.head in DOUBTFUL and not any(v.head in DOUBTFUL for v in t.walk(value))}


@lru_cache(maxsize=64)
def _everywhere(every: Every, point: tuple[tuple[str, Term], ...], steps: str) -> None:
    """Reject unless the steps, as JSON text, show a quantified fact at a point, both sides being defined.

    Many statements assume the same; what was shown once is not shown again.
    """
    hypotheses, conclusion = every.at({name: t.sym(name) for name in every.names}, dict(point))
    context, proof = Context(), Proof(RULES, {}, {})
    context.assume(hypotheses)
    proof.run(json.loads(steps), context)
    shown = conclusion in context.facts or context.holds(conclusion)
    require(shown, "not shown at the point:", conclusion)
    met(context, [defined(conclusion.left), defined(conclusion.right)], {}, proof.existing)


def negations(goal: Fact) -> tuple[Fact, ...]:
    """The facts each of which shows that ``goal`` fails."""
    left, right, equal = goal.left, goal.right, Fact("eq", goal.left, goal.right)
    less, more = Fact("lt", left, right), Fact("lt", right, left)
    return {
        "eq": (Fact("ne", left, right), less, more),
        "lt": (more, Fact("le", right, left), equal),
        "le": (more,),
        "ne": (equal,),
    }[goal.rel]


def necessary(term: Term) -> list[Fact]:
    """Conditions without which ``term`` is certainly undefined; a derivative needs its body defined at the point.

    Nothing is read off below another binder.
    """
    inner = term.args[1:] if term.head in BINDERS else term.args
    found = [fact for arg in inner for fact in necessary(arg)] + conditions(term)
    if term.head == "deriv":
        found += [map_fact(fact, {term.name: term.args[1]}) for fact in necessary(term.args[0])]
    return found


def _examples(data: Any, functions: dict[str, int]) -> tuple[Definition, ...]:
    """An example for each unspecified function, defined everywhere; smooth as declared, and then increasing."""
    found = tuple(definition_from_json([name, *as_list(entry, 2)]) for name, entry in as_table(data).items())
    for example in found:
        name, body, order = example.name, example.body, functions.get(example.name)
        require(order is not None, name, "is not one of the declared functions")
        plain = not any(u.head in NAMED for u in t.walk(body)) and t.free(body) <= set(example.params)
        everywhere = plain and not unmet(Context(), body, {}, ())
        require(everywhere, "the example for", name, "must be defined for all values of its parameters")
        require(not order or len(example.params) == 1, "the example for", name, "must have one parameter")
        slope, needs = body, Conditions()
        for number in range(order or 0):
            slope = differentiate(slope, example.params[0], {}, needs)
            met(Context(), needs, {})
            require(number or not Context().sign(slope) & ~POS, "the example for", name, "is not seen to increase")
    return found
