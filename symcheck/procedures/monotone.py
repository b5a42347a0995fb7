"""Inequalities by the mean value theorem: the difference of both sides falls to one point and rises from it."""

from __future__ import annotations

from functools import partial

from symcheck.kernel.facts import NEG, POS, Fact
from symcheck.kernel.term import ONE, ZERO, Term, add, div, free, neg, sub, substitute, sym, walk
from symcheck.procedures import floats
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.concave import concave
from symcheck.procedures.laws import consequences, powers, stretched
from symcheck.procedures.linear import linear
from symcheck.procedures.positive import positive
from symcheck.procedures.rising import rise
from symcheck.procedures.simpler import versions
from symcheck.procedures.turning import CLOSE, centres, fails

DEPTH = 5
BOUNDED = frozenset({"sin", "cos", "atan", "asin", "erf", "abs", "sign", "floor", "min", "max"})
"""Functions about which laws say more than their derivatives."""


def monotone(builder: Builder, goal: Fact, auto: Prove, depth: int = DEPTH) -> bool:
    """The goal, an inequality, case by case at a point where the difference of its sides is least in one symbol."""
    if goal.rel not in ("lt", "le") or depth <= 0 or not 0 < len(goal.free()) <= 4 or fails(builder, goal):
        return False
    for plain, factor in versions(builder, goal):
        if factor is not None and _leaf(builder, plain):
            return builder.combine(goal, [(plain, factor)])
        for name in sorted(plain.free()):
            for centre in centres(builder, plain, name):
                if _from(builder, plain, name, centre, auto, depth):
                    return factor is None or builder.combine(goal, [(plain, factor)])
    deeper = partial(_shown, auto=auto, depth=min(depth - 2, 2))
    if any(concave(builder, goal, name, deeper) for name in sorted(goal.free())):
        return True
    if _tangents(builder, goal) and (builder.combine(goal) or positive(builder, goal) or linear(builder, goal)):
        return True
    return depth == DEPTH and len(goal.free()) == 1 and _apart(builder, goal, auto)


def _apart(builder: Builder, goal: Fact, auto: Prove) -> bool:
    """A goal in one symbol by slopes near the place where both sides touch, and by laws further from it."""
    (name,) = goal.free()
    heads = {u.head for side in (goal.left, goal.right) for u in walk(side)}
    place = next(iter(centres(builder, goal, name)), None)
    if place is None or not heads & BOUNDED or free(place):
        return False

    def show(branch: Builder, case: Fact) -> bool:
        if case.rel == "eq":
            plain = goal.map(lambda side: substitute(side, {name: case.right}))
            return _base(branch, plain, auto) and branch.combine(goal, [(plain, ONE)], rewrite=[case])
        return _leaf(branch, goal) if case.right == sym(name) else monotone(branch, goal, auto, DEPTH - 1)

    return builder.split(goal, sym(name), add(place, ONE), show)


def _tangents(builder: Builder, goal: Fact) -> bool:
    """Steps for 1 - 1/u < log u < u - 1, for logarithms of terms that are seen to be above or below 1."""
    inside = dict.fromkeys(t.args[0] for side in (goal.left, goal.right) for t in walk(side) if t.head == "log")
    before = len(builder.context.facts)
    for u in inside:
        w = sym(builder.fresh("w", u))
        log, above = Term("log", (w,)), builder.context.sign(sub(u, ONE)) == POS
        if not above and builder.context.sign(sub(u, ONE)) != NEG:
            continue
        for body in (sub(sub(w, ONE), log), add(log, div(ONE, w))):
            low, high = (ONE, u) if above else (u, ONE)
            rise(builder, "lt", w.name, body if above else neg(body), low, high, _leaf)
    return len(builder.context.facts) > before


def _from(builder: Builder, goal: Fact, name: str, centre: Term, auto: Prove, depth: int) -> bool:
    """The goal below, at and above one value of one symbol."""
    x, gap = sym(name), sub(goal.right, goal.left)

    def show(branch: Builder, case: Fact) -> bool:
        if case.rel != "eq":
            return _side(branch, goal, name, gap, case, auto, depth)
        plain = goal.map(lambda side: substitute(side, {name: centre}))
        shown = branch.combine(plain) or branch.enclose(plain) or auto(branch, plain)
        return shown and branch.combine(goal, [(plain, ONE)], rewrite=[case])

    return builder.split(goal, x, centre, show)


def _side(branch: Builder, goal: Fact, name: str, gap: Term, option: Fact, auto: Prove, depth: int) -> bool:
    """The goal on one side of the centre, from the least value of the gap there and the sign of its slope."""
    rises = option.right == sym(name)
    centre = option.left if rises else option.right
    bound = branch.fresh("u", gap)
    body = substitute(gap if rises else neg(gap), {name: sym(bound)})
    least = substitute(gap, {name: centre})
    base = next((f for rel in ("lt", "le") if _base(branch, f := Fact(rel, ZERO, least), auto)), None)
    if base is None:
        return False
    low, high = (centre, sym(name)) if rises else (sym(name), centre)
    deeper = partial(_shown, auto=auto, depth=depth - 1)
    for rel in ("lt", "le") if goal.rel == "lt" and base.rel == "le" else ("le",):
        risen = rise(branch, rel, bound, body, low, high, deeper)
        if risen is not None:
            return branch.combine(goal, [(risen, ONE), (base, ONE)])
    return False


def _shown(builder: Builder, goal: Fact, auto: Prove, depth: int) -> bool:
    return _leaf(builder, goal) or monotone(builder, goal, auto, depth)


def _leaf(builder: Builder, goal: Fact) -> bool:
    """What is quick: signs, sums of squares, laws about the functions that occur."""
    if builder.combine(goal) or stretched(builder, goal) or positive(builder, goal):
        return True
    heads = {u.head for side in (goal.left, goal.right) for u in walk(side)}
    bounded = bool(heads & BOUNDED)
    if bounded:
        consequences(builder, goal)  # which may all be known already
    return (powers(builder, goal) or bounded) and (builder.combine(goal) or linear(builder, goal))


def _base(branch: Builder, base: Fact, auto: Prove) -> bool:
    if not base.free() and base.rel == "lt" and not abs(floats.value(sub(base.right, base.left), {})) > CLOSE:
        return False
    if branch.combine(base) or branch.enclose(base):
        return True
    return not fails(branch, base) and auto(branch, base)
