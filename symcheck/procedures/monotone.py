"""Inequalities by the mean value theorem: the difference of both sides falls to one point and rises from it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from symcheck.kernel.calculus import evaluate
from symcheck.kernel.facts import Fact, rational
from symcheck.kernel.interval import Arithmetic
from symcheck.kernel.term import ONE, ZERO, Reject, Term, neg, num, sub, substitute, sym, to_json
from symcheck.procedures import points
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.follow import Follower, HintFailed

DEPTH = 3
CENTRES = tuple(map(Fraction, ("0", "1", "-1", "2", "1/2", "3", "4", "1/4", "1/3")))
COARSE = Arithmetic(48)
STEP = Fraction(1, 16)


def monotone(builder: Builder, goal: Fact, auto: Prove, depth: int = DEPTH) -> bool:
    """The goal, an inequality, case by case at a point where the difference of its sides is least in one symbol."""
    names = sorted(goal.free())
    if goal.rel not in ("lt", "le") or depth == 0 or not 0 < len(names) <= 4:
        return False
    for name in names:
        for centre in _centres(builder, goal, name):
            if _from(builder, goal, name, centre, auto, depth):
                return True
    return False


def _from(builder: Builder, goal: Fact, name: str, centre: Term, auto: Prove, depth: int) -> bool:
    """The goal below, at and above one value of one symbol."""
    x, gap = sym(name), sub(goal.right, goal.left)

    def show(branch: Builder, case: Fact) -> bool:
        return auto(branch, goal) if case.rel == "eq" else _side(branch, goal, name, gap, case, auto, depth)

    return builder.split(goal, x, centre, show)


def _side(branch: Builder, goal: Fact, name: str, gap: Term, option: Fact, auto: Prove, depth: int) -> bool:
    """The goal on one side of the centre, from the least value of the gap there and the sign of its slope."""
    rises = option.right == sym(name)
    centre = option.left if rises else option.right
    bound = branch.fresh("u", gap)
    body = substitute(gap if rises else neg(gap), {name: sym(bound)})
    least = substitute(gap, {name: centre})
    base = Fact("le", ZERO, least)
    strict = goal.rel == "lt"
    if not branch.combine(base) and not branch.enclose(base) and not auto(branch, base):
        return False
    follower = Follower(lambda b, f: auto(b, f) or monotone(b, f, auto, depth - 1), {})
    low, high = (centre, sym(name)) if rises else (sym(name), centre)
    for rel in ("lt", "le") if strict else ("le",):
        try:
            follower.rise(branch, rel, bound, to_json(body), to_json(low), to_json(high), [], [])
        except (HintFailed, Reject):
            continue
        return branch.combine(goal, [(branch.given[-1], ONE), (base, ONE)])
    return False


def _centres(builder: Builder, goal: Fact, name: str) -> Iterator[Term]:
    """Values of the symbol at which the gap seems to be least: small numbers, bounds, other symbols."""
    others = [sym(n) for n in sorted(goal.free()) if n != name]
    gap = sub(goal.right, goal.left)
    point = _point(builder, goal)
    bounds = [v for f in builder.context.facts for side, other in ((f.left, f.right), (f.right, f.left))
              if side == sym(name) and (v := rational(other)) is not None]  # fmt: skip
    candidates = [*map(num, dict.fromkeys([*bounds, *CENTRES])), *others]
    found = 0
    for centre in candidates:
        if point is not None and _least(gap, name, centre, point, builder) and found < 3:
            found += 1
            yield centre


def _point(builder: Builder, goal: Fact) -> dict[str, Fraction] | None:
    """Some values of the symbols inside the assumptions."""
    facts = tuple(f for f in builder.context.facts if f.rel != "eq")
    pools = {n: list(points.allowed(n, facts)) for n in goal.free()}
    return {n: values[0] for n, values in pools.items()} if all(pools.values()) else None


def _least(gap: Term, name: str, centre: Term, point: dict[str, Fraction], builder: Builder) -> bool:
    """Whether the gap, as far as it is defined there, is not smaller on either side of the centre."""
    others = {n: num(v) for n, v in point.items() if n != name}
    middle = substitute(centre, others)
    value = rational(middle)
    if value is None:
        return False
    inside = [f for f in builder.context.facts if f.free() == {name}]
    here = _value(substitute(gap, others | {name: middle}))
    if here is None:
        return False
    for place in (value - STEP, value + STEP, value - 1, value + 1):
        if all(points.holds_at(f, {name: place}, {}) for f in inside):
            there = _value(substitute(gap, others | {name: num(place)}))
            if there is not None and there < here - Fraction(1, 10**9):
                return False
    return True


def _value(term: Term) -> Fraction | None:
    try:
        found = evaluate(term, COARSE)
    except (Reject, ArithmeticError, RecursionError):
        return None
    return (found.lo + found.hi) / 2
