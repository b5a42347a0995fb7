"""Equations by the mean value theorem: the difference of both sides is 0 at one point, and its slope is 0."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import product

from symcheck.kernel.calculus import Conditions, differentiate
from symcheck.kernel.check import necessary
from symcheck.kernel.facts import NEG, POS, Fact, map_fact
from symcheck.kernel.laws import PI
from symcheck.kernel.term import (
    ONE,
    ZERO,
    Reject,
    Term,
    add,
    div,
    free,
    mul,
    neg,
    num,
    power,
    sub,
    substitute,
    sym,
    to_json,
    walk,
)
from symcheck.procedures import points
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.laws import instance, outside
from symcheck.procedures.linear import linear
from symcheck.procedures.numeric import seems_zero
from symcheck.procedures.radicals import apart
from symcheck.procedures.ranges import between

CENTRES = tuple(map(num, ("0", "1", "1/2", "-1", "2", "-2")))
HALF = num("1/2")
ARCS, LOGS = ("asin", "atan", "asinh"), ("log",)
"""Functions whose slopes are simpler than they are."""
MOST = 2
TURNS = (0, 1, -1, 2, -2)


def by_constancy(builder: Builder, goal: Fact, prove: Prove, flat: Collection[str] = ARCS) -> bool:
    """An equation, case by case below, at and above one value of a symbol, for which it is shown without calculus."""
    if goal.rel != "eq" or not any(t.head in flat for side in (goal.left, goal.right) for t in walk(side)):
        return False
    for name in sorted(goal.free()):
        for centre in list(_centres(builder, goal, name))[:MOST]:
            if _from(builder, goal, name, centre, prove):
                return True
    return False


def _from(builder: Builder, goal: Fact, name: str, centre: Term, prove: Prove) -> bool:
    base = map_fact(goal, {name: centre})
    if not (builder.combine(base) or prove(builder, base)):
        return False

    def show(branch: Builder, case: Fact) -> bool:
        if case.rel == "eq":
            return branch.combine(goal, [(base, ONE)], rewrite=[case])
        return _side(branch, goal, name, case, base, prove)

    return builder.split(goal, sym(name), centre, show)


def _side(branch: Builder, goal: Fact, name: str, case: Fact, base: Fact, prove: Prove) -> bool:
    """The goal on one side of the centre: the difference of its sides does not rise there, nor does it fall."""
    gap, up = sub(goal.left, goal.right), case.right == sym(name)
    for sign in (1, -1):
        rise = _rise(branch, mul(num(sign), gap), name, case, prove)
        side = Fact("le", ZERO, gap) if (sign > 0) == up else Fact("le", gap, ZERO)
        if rise is None or not branch.combine(side, [(rise, ONE), (base, num(-sign if up else sign))]):
            return False
    return branch.split(goal, goal.left, goal.right, _equal)


def _rise(branch: Builder, gap: Term, name: str, case: Fact, prove: Prove) -> Fact | None:
    """A step for f(low) <= f(high), for an f whose slope is 0."""
    low, high, bound = case.left, case.right, branch.fresh("u", case.left, case.right)
    body, needs = substitute(gap, {name: sym(bound)}), Conditions()
    try:
        slope = differentiate(body, bound, branch.functions, needs)
    except Reject:
        return None
    inner, closed = between(branch, "lt", low, bound, high), between(branch, "le", low, bound, high)
    for inside in (inner, closed):
        ends = {sym(name), sym(bound)}
        inside.given = tuple(f for f in inside.context.facts if ends & {f.left, f.right})  # the search looks at few
        _inherited(inside, name, bound)
        angle_signs(inside, body)
    needed = ((inner, [need for need in needs if need.rel != "eq"]), (closed, necessary(body)))
    shown = all(_shown(inside, fact, prove) for inside, facts in needed for fact in dict.fromkeys(facts) if fact.free())
    level = Fact("eq", slope, ZERO)
    if not (shown and (inner.combine(level) or prove(inner, level))):
        return None
    inner.combine(Fact("le", ZERO, slope), [(level, num(-1))])
    claim = Fact("le", *(substitute(body, {bound: end}) for end in (low, high)))
    data = {"of": to_json(body), "name": bound, "low": to_json(low), "high": to_json(high)}
    return claim if branch.step(claim, "rising", **data, open=inner.steps, closed=closed.steps) else None


def _equal(_: Builder, case: Fact) -> bool:
    return case.rel == "eq"


def _shown(builder: Builder, fact: Fact, prove: Prove) -> bool:
    if builder.known(fact) or builder.combine(fact):
        return True
    if fact.rel == "ne":
        ways = ((fact.left, fact.right), (fact.right, fact.left))
        return any(_shown(builder, Fact("lt", *pair), prove) for pair in ways)
    return _factored(builder, fact) or _in_unit(builder, fact) or linear(builder, fact) or prove(builder, fact)


def _factored(builder: Builder, fact: Fact) -> bool:
    """A sign that the factors of a term tell."""
    term = fact.right if fact.left == ZERO else fact.left
    product = apart(builder, term) if ZERO in (fact.left, fact.right) else None
    same = Fact("eq", term, product) if product is not None else None
    return same is not None and builder.combine(same) and builder.combine(fact, rewrite=[same])


def _in_unit(builder: Builder, fact: Fact) -> bool:
    """v < 1 or -1 < v from 0 < 1 - v**2, or the same with <=, since 2 (1 - v) = (1 - v)**2 + 1 - v**2."""
    value = fact.left if fact.right == ONE else fact.right if fact.left == num(-1) else None
    if value is None:
        return False
    wide = Fact(fact.rel, ZERO, sub(ONE, power(value, num(2))))
    if not (builder.combine(wide) or _factored(builder, wide)):
        return False
    gap = div(power(sub(fact.right, fact.left), num(2)), num(2))
    return builder.combine(fact, [(wide, HALF)], gap=gap)


def _inherited(inside: Builder, name: str, bound: str) -> None:
    """What is known of a symbol at both ends, for one between them."""
    known = [f for f in inside.context.facts if f.rel in ("lt", "le") and f.free() == {name}]
    for fact in [f for f in known if sym(name) in (f.left, f.right)]:
        between = map_fact(fact, {name: sym(bound)})
        linear(inside, Fact("lt", between.left, between.right), simple=True) or linear(inside, between, simple=True)


def angle_signs(builder: Builder, *terms: Term) -> None:
    """Steps for the signs of sines and cosines, where the facts say between which multiples of pi / 2 an angle lies."""
    places = [u for t in terms for u in outside(t) if free(u)]
    for value in dict.fromkeys(u.args[0] for u in places if u.head == "asin"):
        for rel in ("lt", "le"):
            most = Fact(rel, value, ONE)
            if builder.known(most) or most in builder.context.facts:
                builder.combine(most)
                builder.combine(Fact(rel, ZERO, sub(ONE, power(value, num(2)))), [(most, add(ONE, value))])
    angles = dict.fromkeys(u.args[0] for u in places if u.head in ("sin", "cos"))
    if angles and builder.enclose(Fact("lt", num(3), PI)) and builder.enclose(Fact("lt", PI, num("22/7"))):
        builder.given += tuple(builder.context.facts[-2:])
    for angle, head in product(angles, ("sin", "cos")):
        if next((rel for turn in TURNS if (rel := _turned(builder, angle, head, turn))), "") == "lt":
            this, other = (Term(h, (angle,)) for h in (head, "cos" if head == "sin" else "sin"))
            for claim in (Fact("lt", other, ONE), Fact("lt", num(-1), other)):  # 2 (1 - s) = (1 - s)**2 + c**2
                room = sub(claim.right, claim.left)
                builder.combine(claim, gap=div(add(power(room, num(2)), power(this, num(2))), num(2)))


def _turned(builder: Builder, angle: Term, head: str, turn: int) -> str:
    """The sign of a sine or cosine, this many half turns from where it is positive: lt, or le where it may be 0."""
    if builder.context.sign(Term(head, (angle,))) in (NEG, POS):
        return "lt"
    shifted = sub(angle, mul(num(turn), PI)) if turn else angle
    ends = (ZERO, PI) if head == "sin" else (neg(div(PI, num(2))), div(PI, num(2)))
    this, moved = Term(head, (angle,)), Term(head, (shifted,))
    for rel in ("lt", "le"):
        inside = (Fact(rel, ends[0], shifted), Fact(rel, shifted, ends[1]))
        if not all(builder.known(f) or linear(builder, f, simple=True) for f in inside):
            continue
        positive = Fact(rel, ZERO, moved)
        strict = rel == "lt" and instance(builder, f"{head} positive", {"x": shifted}) is not None
        found = strict or (rel == "le" and _weakly(builder, positive, ends))
        claim = Fact(rel, this, ZERO) if turn % 2 else Fact(rel, ZERO, this)
        if found and (claim == positive or builder.combine(claim, [(positive, ONE)])):
            builder.given += (claim,)
            return rel
    return ""


def _weakly(builder: Builder, positive: Fact, ends: tuple[Term, Term]) -> bool:
    """A sine or cosine is not negative between two ends, both of which it may reach."""
    head, (angle,) = positive.right.head, positive.right.args

    def show(branch: Builder, case: Fact) -> bool:
        if case.rel == "eq":
            return branch.combine(positive, rewrite=[case])
        if case.left == ends[0]:
            return branch.split(positive, angle, ends[1], show)
        return instance(branch, f"{head} positive", {"x": angle}) is not None and branch.combine(
            positive, [(Fact("lt", ZERO, positive.right), ONE)]
        )

    return builder.split(positive, angle, ends[0], show)


def _centres(builder: Builder, goal: Fact, name: str) -> Iterator[Term]:
    """Values of a symbol that the facts about it allow, and for which the goal is not visibly wrong."""
    x = sym(name)
    alone = [f for f in builder.context.facts if f.free() == {name} and f.rel in ("lt", "le")]
    low = [f.left for f in alone if f.right == x]
    high = [f.right for f in alone if f.left == x]
    middle = [div(add(a, b), num(2)) for a in low[:2] for b in high[:2]]
    for centre in dict.fromkeys([*middle, *CENTRES, *low, *high]):
        base = map_fact(goal, {name: centre})
        if not all(points.holds_at(map_fact(f, {name: centre}), {}, {}) for f in alone):
            continue
        if base.free() or seems_zero(sub(base.left, base.right)):
            yield centre
