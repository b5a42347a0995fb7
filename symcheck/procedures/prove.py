"""Search for a proof: values of binders first, then the goal by rewriting, premises, signs, gaps, enclosures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from symcheck.kernel.check import necessary
from symcheck.kernel.facts import NIL, POS, Fact, map_fact
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import ONE, ZERO, Term, num, sub, sym, to_json, walk
from symcheck.procedures import match, points
from symcheck.procedures.binders import establish, outermost
from symcheck.procedures.builder import Builder
from symcheck.procedures.examples import satisfied
from symcheck.procedures.follow import Follower
from symcheck.procedures.forms import factored
from symcheck.procedures.hard import prove_hard
from symcheck.procedures.integers import next_integers
from symcheck.procedures.laws import outside
from symcheck.procedures.linear import domains, linear, signs
from symcheck.procedures.numeric import rewritten
from symcheck.procedures.roots import special
from symcheck.procedures.tactics import conclude, oriented, prove_fact

MOST_FACTORS, MOST_PINS = 3, 64


def prove(
    statement: Statement,
    judged: Mapping[str, Statement],
    cites: tuple[str, ...] = (),
    by: tuple[Term, ...] = (),
    via: Sequence[Any] = (),
    examples: Sequence[Any] = (),
    hard: bool = True,
) -> Any:
    """A certificate that proves the statement, or None; HintFailed if a hint can't be followed.

    ``cites`` are digests of earlier statements that may be used, ``by`` multipliers to try for the premises, ``via``
    hints, ``examples`` points that may satisfy quantified assumptions.  Unless ``hard``, only what is quick is tried.
    """
    opened = statement.unfolded()
    builder = Builder(dict(opened.functions), judged, opened.given + opened.where, every=opened.every)
    next_integers(builder)
    domains(builder)
    signs(builder)
    _factors(builder, opened.goal)
    known = _cited(builder, opened, judged, cites)
    builder.given += tuple(f for f in builder.context.facts if f not in builder.given) if via else ()
    goal = opened.goal
    if via:
        Follower(prove_fact, {}).show(builder, goal, via)
    for side in (goal.left, goal.right):
        for term in dict.fromkeys(outermost(side)):
            if not any(f.left == term for f in known):
                found = establish(builder, term, prove_fact)
                known += [found] if found else []
    if not _complete(builder, goal, known, by, hard):
        return None
    witness = _witness(opened, examples)
    return None if witness is None else {"kind": "proof", **witness, "steps": builder.steps}


def _factors(builder: Builder, goal: Fact) -> None:
    """Signs of the first factors of factorials in a goal, of which the normal form takes only positive ones out."""
    places = [t.args[0] for side in (goal.left, goal.right) for t in outside(side) if t.head == "gamma"]
    for place in dict.fromkeys(places):
        for shift in range(MOST_FACTORS):
            positive = Fact("lt", ZERO, sub(place, num(shift)))
            if not (builder.holds(positive) or linear(builder, positive)):
                break


def _witness(opened: Statement, examples: Sequence[Any]) -> dict[str, Any] | None:
    """A point that satisfies what is assumed, in the form a certificate holds it."""
    if opened.every:
        facts = opened.given + opened.where
        return next((e.table(s) for e, s in satisfied(opened, examples, facts, prove_fact)), None)
    found = points.satisfying(opened)
    if found is None and any(map(points.irrational, opened.given)):
        for pins in islice(special(opened), MOST_PINS):
            found = points.satisfying(points.pinned(opened, pins))
            if found is not None:
                found["point"] |= {name: to_json(value) for name, value in pins.items()}
                break
    return found


def _complete(
    builder: Builder, goal: Fact, known: list[Fact], by: tuple[Term, ...], hard: bool, depth: int = 2
) -> bool:
    """The goal as the last step, with both sides defined; where that fails, case by case at a symbol's zero."""
    if builder.steps and builder.context.facts[-1] == goal and not builder.defined(goal.left, goal.right):
        return True
    _define(builder, goal, known)
    if conclude(builder, goal, known, by) and not builder.defined(goal.left, goal.right):
        return True
    if hard and prove_hard(builder, goal.map(lambda side: rewritten(side, known))):
        done = builder.context.facts[-1] == goal or builder.combine(goal, [(builder.context.facts[-1], ONE)], known)
        return done and not builder.defined(goal.left, goal.right)
    if depth == 0:
        return False
    for name in sorted(goal.free()):
        if builder.context.sign(sym(name)) == NIL | POS:
            return builder.split(
                goal, sym(name), ZERO, lambda branch, _: _complete(branch, goal, known, by, False, depth - 1)
            )
    return False


def _define(builder: Builder, goal: Fact, known: list[Fact]) -> None:
    """Steps for the conditions under which both sides are defined, as far as they are not visible."""
    for condition in necessary(goal.left) + necessary(goal.right):
        if builder.holds(condition) or builder.combine(condition, rewrite=known):
            continue
        equations = [f for f in oriented(builder) if f not in known]
        if equations and builder.combine(condition, rewrite=known + equations):
            continue
        term = condition.left if condition.rel == "ne" else condition.right
        term = rewritten(term, known + equations)
        product = factored(builder.context, term)
        same = Fact("eq", condition.left, product) if product is not None else None
        if same is not None and condition.rel == "ne" and builder.combine(same, rewrite=known + equations):
            builder.combine(condition, rewrite=[same])


def _cited(builder: Builder, opened: Statement, judged: Mapping[str, Statement], cites: tuple[str, ...]) -> list[Fact]:
    """Instances of earlier judgements whose left side occurs in the statement; of others, what they say themselves."""
    found: list[Fact] = []
    places = [t for f in (*opened.given, opened.goal) for side in (f.left, f.right) for t in walk(side)]
    for label in cites:
        earlier = judged[label].unfolded()
        instances = [v for p in dict.fromkeys(places) if (v := match.instance(earlier.goal.left, p)) is not None]
        for values in [*instances, {}]:
            claim = map_fact(earlier.goal, values)
            data = {name: to_json(t) for name, t in sorted(values.items()) if t != sym(name)}
            if builder.step(claim, "cite", statement=label, values=data):
                found.append(claim)
                break
    return [f for f in found if f.rel == "eq"]
