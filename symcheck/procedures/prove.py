"""Search for a proof: values of binders first, then the goal by rewriting, premises, signs, gaps, enclosures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any

from symcheck import bridge
from symcheck.kernel.check import necessary
from symcheck.kernel.facts import NEG, NIL, POS, Fact, map_fact, rational
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import (
    ONE,
    ZERO,
    Reject,
    Term,
    add,
    div,
    free,
    mul,
    num,
    power,
    rewrite,
    sub,
    sym,
    to_json,
    walk,
)
from symcheck.procedures import match, points
from symcheck.procedures.binders import establish, outermost
from symcheck.procedures.builder import Builder
from symcheck.procedures.examples import satisfied
from symcheck.procedures.follow import Follower
from symcheck.procedures.forms import factored, term_of
from symcheck.procedures.laws import consequences
from symcheck.procedures.linear import linear
from symcheck.procedures.monotone import monotone


def prove(
    statement: Statement,
    judged: Mapping[str, Statement],
    cites: tuple[str, ...] = (),
    by: tuple[Term, ...] = (),
    via: Sequence[Any] = (),
    examples: Sequence[Any] = (),
) -> Any:
    """A certificate that proves the statement, or None; HintFailed if a hint can't be followed.

    ``cites`` are digests of earlier statements that may be used, ``by`` multipliers to try for the premises, ``via``
    hints, ``examples`` points that may satisfy quantified assumptions.
    """
    opened = statement.unfolded()
    builder = Builder(dict(opened.functions), judged, opened.given + opened.where, every=opened.every)
    _bounds(builder)
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
    if not _complete(builder, goal, known, by):
        return None
    witness = _witness(opened, examples)
    return None if witness is None else {"kind": "proof", **witness, "steps": builder.steps}


def _witness(opened: Statement, examples: Sequence[Any]) -> dict[str, Any] | None:
    """A point that satisfies what is assumed, in the form a certificate holds it."""
    if opened.every:
        facts = opened.given + opened.where
        return next((e.table(s) for e, s in satisfied(opened, examples, facts, prove_fact)), None)
    found = points.satisfying(opened)
    return None if found is None else {"point": found[0], "functions": found[1], "bits": found[2], "every": []}


def _bounds(builder: Builder) -> None:
    """Signs of symbols that are bounded by numbers: 0 < x from 1 < x, x < 0 from x < -2."""
    for fact in builder.given:
        for rising in (True, False):
            bound, symbol = (fact.left, fact.right) if rising else (fact.right, fact.left)
            value = rational(bound)
            if fact.rel not in ("lt", "le") or symbol.head != "sym" or not value or (value > 0) != rising:
                continue
            claim = Fact("lt", ZERO, symbol) if rising else Fact("lt", symbol, ZERO)
            if not builder.holds(claim):
                builder.combine(claim, [(fact, ONE)], gap=num(abs(value)))
    for name in sorted(frozenset().union(*(free(s) for f in builder.given for s in (f.left, f.right)))):
        symbol = sym(name)
        for claim in (Fact("lt", ZERO, symbol), Fact("lt", symbol, ZERO), Fact("le", ZERO, symbol)):
            sign = builder.context.sign(symbol)
            if sign & NEG and sign & POS:
                linear(builder, claim, simple=True)


def _complete(builder: Builder, goal: Fact, known: list[Fact], by: tuple[Term, ...], depth: int = 2) -> bool:
    """The goal as the last step, with both sides defined; where that fails, case by case at a symbol's zero."""
    if builder.steps and builder.context.facts[-1] == goal and not builder.defined(goal.left, goal.right):
        return True
    _define(builder, goal, known)
    if _conclude(builder, goal, known, by) and not builder.defined(goal.left, goal.right):
        return True
    if depth == 2 and _by_laws(builder, goal, known, by) and not builder.defined(goal.left, goal.right):
        return True
    if depth == 0:
        return False
    for name in sorted(free(goal.left) | free(goal.right)):
        if builder.context.sign(sym(name)) == NIL | POS:
            return _split(builder, goal, name, known, by, depth)
    return False


def _by_laws(builder: Builder, goal: Fact, known: list[Fact], by: tuple[Term, ...]) -> bool:
    """The goal with textbook laws, by enclosures on a box, or where the difference of its sides is least."""
    more = [map_known(goal, known)]
    if consequences(builder, *more, *builder.given) and _conclude(builder, goal, known, by):
        return True
    return in_box(builder, goal) or monotone(builder, goal, prove_fact)


def map_known(goal: Fact, known: list[Fact]) -> Fact:
    """The goal with binders replaced by their values."""
    for fact in known:
        goal = goal.map(partial(rewrite, old=fact.left, new=fact.right))
    return goal


def in_box(builder: Builder, goal: Fact) -> bool:
    """An inequality whose symbols lie between rational bounds, by enclosures on parts of the box."""
    ranges: dict[str, list[str]] = {}
    for name in sorted(free(goal.left) | free(goal.right)):
        ends = [_bound(builder, name, True), _bound(builder, name, False)]
        if None in ends:
            return False
        ranges[name] = [str(end) for end in ends]
    return bool(ranges) and goal.rel != "eq" and builder.step(goal, "box", ranges=ranges)


def _bound(builder: Builder, name: str, low: bool) -> Fraction | None:
    """The best rational bound of a symbol among the facts."""
    found = []
    for fact in builder.context.facts:
        symbol, other = (fact.right, fact.left) if low else (fact.left, fact.right)
        value = rational(other)
        if fact.rel in ("lt", "le") and symbol == sym(name) and value is not None:
            found.append(value)
    return (max(found) if low else min(found)) if found else None


def _split(
    builder: Builder, goal: Fact, name: str, known: list[Fact], by: tuple[Term, ...], depth: int
) -> bool:  # fmt: skip
    """The goal for name < 0 (impossible), name = 0 and name > 0."""
    branches = []
    for fact in (Fact("lt", sym(name), ZERO), Fact("eq", sym(name), ZERO), Fact("lt", ZERO, sym(name))):
        branch = builder.child([fact])
        if branch.step(goal, "absurd", fact=branch.index(fact)):
            branches.append(branch.steps)
            continue
        if not _complete(branch, goal, known, by, depth - 1):
            return False
        branches.append(branch.steps)
    return builder.step(goal, "cases", pivot=[name, "0"], branches=branches)


def _define(builder: Builder, goal: Fact, known: list[Fact]) -> None:
    """Steps for the conditions under which both sides are defined, as far as they are not visible."""
    for condition in necessary(goal.left) + necessary(goal.right):
        if builder.holds(condition) or builder.combine(condition, rewrite=known):
            continue
        equations = [f for f in _oriented(builder) if f not in known]
        if equations and builder.combine(condition, rewrite=known + equations):
            continue
        term = condition.left if condition.rel == "ne" else condition.right
        for fact in known + equations:
            term = rewrite(term, fact.left, fact.right)
        product = factored(builder.context, term)
        same = Fact("eq", condition.left, product) if product is not None else None
        if same is not None and condition.rel == "ne" and builder.combine(same, rewrite=known + equations):
            builder.combine(condition, rewrite=[same])


def _cited(builder: Builder, opened: Statement, judged: Mapping[str, Statement], cites: tuple[str, ...]) -> list[Fact]:
    """Instances of earlier judgements whose left side occurs in the statement; of others, what they say as it stands."""
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


def prove_fact(builder: Builder, goal: Fact) -> bool:
    """Steps that end in ``goal``, from the facts of the builder."""
    known = [f for t in (goal.left, goal.right) for b in outermost(t) if (f := establish(builder, b, prove_fact))]
    return _conclude(builder, goal, known, ())


def _conclude(builder: Builder, goal: Fact, known: list[Fact], by: tuple[Term, ...]) -> bool:
    """The goal, given equations for its binders."""
    equations = [f for f in _oriented(builder) if f not in known]
    rewrites: list[list[Fact]] = [known, known + equations] if equations else [known]
    if any(builder.combine(goal, rewrite=r) for r in rewrites):
        return True
    if goal.rel != "eq" and _gap(builder, goal, known):
        return True
    if _constant(builder, goal, known + equations):
        return True
    return _from_premises(builder, goal, known, by) or _root(builder, goal) or linear(builder, goal)


def _oriented(builder: Builder) -> list[Fact]:
    """Equations ``symbol = term`` of the context, turned round by a step where they stand the other way."""
    found: list[Fact] = []
    for fact in tuple(builder.context.facts):
        if fact.rel != "eq":
            continue
        if fact.left.head == "sym" and fact.left.name not in free(fact.right):
            found.append(fact)
        elif fact.right.head == "sym" and fact.right.name not in free(fact.left) and fact.left.head != "sym":
            turned = Fact("eq", fact.right, fact.left)
            if turned in builder.context.facts or builder.combine(turned, [(fact, num(-1))]):
                found.append(turned)
    return found


def _constant(builder: Builder, goal: Fact, equations: list[Fact]) -> bool:
    """A goal that the equations turn into one between closed terms."""
    left, right = goal.left, goal.right
    for fact in equations:
        left, right = rewrite(left, fact.left, fact.right), rewrite(right, fact.left, fact.right)
    if free(left) | free(right):
        return False
    closed = Fact(goal.rel, left, right)
    if not builder.enclose(closed):
        return False
    return closed == goal or builder.combine(goal, [(closed, ONE)], rewrite=equations)


def _gap(builder: Builder, goal: Fact, known: list[Fact]) -> bool:
    """right - left as a completed square with visible signs."""
    difference = sub(goal.right, goal.left)
    for fact in known:
        difference = rewrite(difference, fact.left, fact.right)
    for name in sorted(free(difference)):
        parts = bridge.square_completed(difference, name)
        if parts is None:
            continue
        factor, shift, rest = parts
        square = mul(factor, power(add(sym(name), shift), num(2)))
        gap = square if rest == num(0) else add(square, rest)
        if builder.combine(goal, rewrite=known, gap=gap):
            return True
    return False


def _from_premises(builder: Builder, goal: Fact, known: list[Fact], by: tuple[Term, ...]) -> bool:
    """The goal as a multiple of one premise, into which the values of its binders are put first."""
    left, right = goal.left, goal.right
    for fact in known:
        left, right = rewrite(left, fact.left, fact.right), rewrite(right, fact.left, fact.right)
    target = Fact(goal.rel, left, right)
    for premise in builder.given:
        if premise.rel == "ne" or (goal.rel == "eq" and premise.rel != "eq"):
            continue
        opened = _opened(builder, premise, known)
        factors = [*by, *([c] if (c := builder.ratio(target, opened)) is not None else [])]
        if any(builder.combine(goal, [(opened, c)], rewrite=known) for c in factors):
            return True
        if goal.rel in ("lt", "le") and _remainder(builder, goal, target, opened, known):
            return True
    return False


def _remainder(builder: Builder, goal: Fact, target: Fact, premise: Fact, known: list[Fact]) -> bool:
    """An inequality as the premise plus something with a visible sign."""
    difference = sub(premise.right, premise.left)
    for factor in (1, -1) if premise.rel == "eq" else (1,):
        gap = sub(sub(target.right, target.left), mul(num(factor), difference))
        if builder.combine(goal, [(premise, num(factor))], rewrite=known, gap=gap):
            return True
    return False


def _opened(builder: Builder, premise: Fact, known: list[Fact]) -> Fact:
    """The premise with binders replaced by their values, by a step of its own."""
    for term in dict.fromkeys([*outermost(premise.left), *outermost(premise.right)]):
        value = next((f for f in known if f.left == term), None) or establish(builder, term, prove_fact)
        if value is None:
            continue
        changed = Fact(premise.rel, *(rewrite(t, value.left, value.right) for t in (premise.left, premise.right)))
        before, after = (sub(f.right, f.left) for f in (premise, changed))
        factor = builder.ratio(Fact("eq", before, after), value)
        if factor is not None and builder.combine(changed, [(premise, ONE), (value, factor)]):
            premise = changed
    return premise


def _root(builder: Builder, goal: Fact) -> bool:
    """x = t from a premise that is linear in a power of x: the power is isolated and its root taken."""
    x = goal.left
    if goal.rel != "eq" or x.head != "sym":
        return False
    for premise in [f for f in builder.given if f.rel == "eq"]:
        powers = [t for s in (premise.left, premise.right) for t in walk(s) if t.head == "pow" and t.args[0] == x]
        for raised in dict.fromkeys(powers):
            isolated = _isolate(builder, premise, raised)
            if isolated is None:
                continue
            back = power(raised, div(ONE, raised.args[1]))
            same, root = Fact("eq", x, back), Fact("eq", back, goal.right)
            if builder.combine(same) and builder.combine(root, rewrite=[isolated]):
                return builder.combine(goal, [(same, ONE), (root, ONE)])
    return False


def _isolate(builder: Builder, premise: Fact, raised: Term) -> Fact | None:
    """``raised = t`` from a premise that is linear in ``raised``."""
    slot = sym("slot'")
    left, right = (rewrite(t, raised, slot) for t in (premise.left, premise.right))
    try:
        at = [builder.normal(rewrite(sub(right, left), slot, num(v))) for v in (0, 1)]
        slope = builder.context.sub(at[1], at[0])
        value = builder.context.mul(builder.context.neg(at[0]), builder.context.inverse(slope))
        solution = term_of(builder.context, value)
    except (Reject, RecursionError):
        return None
    if solution is None:
        return None
    claim = Fact("eq", raised, solution)
    factor = builder.ratio(claim, premise)
    return claim if factor is not None and builder.combine(claim, [(premise, factor)]) else None
