"""What takes longer: textbook laws, boxes, squares of both sides, the mean value theorem."""

from __future__ import annotations

from fractions import Fraction

from symcheck.kernel.facts import Fact, rational
from symcheck.kernel.term import ONE, ZERO, Term, add, div, num, power, sub, sym, walk
from symcheck.procedures.binomials import binomials
from symcheck.procedures.builder import Builder
from symcheck.procedures.choices import by_choice
from symcheck.procedures.descent import touches
from symcheck.procedures.eliminate import by_equations
from symcheck.procedures.identities import by_identities
from symcheck.procedures.integers import by_cases, by_induction
from symcheck.procedures.laws import consequences, further
from symcheck.procedures.monotone import monotone
from symcheck.procedures.radicals import by_roots
from symcheck.procedures.rooted import rooted
from symcheck.procedures.tactics import conclude, prove_fact


def prove_hard(builder: Builder, goal: Fact) -> bool:
    """Steps that end in a goal without binders, from the facts of the builder."""
    if consequences(builder, goal, *builder.given) and conclude(builder, goal, [], ()):
        return True
    if by_equations(builder, goal, by_laws):
        return True
    if by_cases(builder, goal, by_laws) or by_induction(builder, goal, by_laws):
        return True
    if further(builder, goal) and conclude(builder, goal, [], ()):
        return True
    if by_identities(builder, goal):
        return True
    if in_box(builder, goal) or _squared(builder, goal) or binomials(builder, goal):
        return True
    if rooted(builder, goal, by_laws):
        return True
    if by_roots(builder, goal) or by_choice(builder, goal, by_parts):
        return True
    return monotone(builder, goal, by_laws)


def by_parts(builder: Builder, goal: Fact) -> bool:
    """One case of a goal, also by what stands below its roots."""
    return by_laws(builder, goal) or by_roots(builder, goal)


def by_laws(builder: Builder, goal: Fact) -> bool:
    """A part of the goal, with what laws say of the functions in it."""
    return prove_fact(builder, goal) or (
        consequences(builder, goal, *builder.given) and conclude(builder, goal, [], ())
    )


def _squared(builder: Builder, goal: Fact) -> bool:
    """s <= t from s**2 <= t**2 where a root or an absolute value stands in it, and t >= 0."""
    left, right = goal.left, goal.right
    if goal.rel not in ("lt", "le") or not (_has_root(left) or _has_root(right)):
        return False
    positive = Fact("le", ZERO, right)
    if not (builder.combine(positive) or by_laws(builder, positive)):
        return False
    apart = Fact(goal.rel, ZERO, sub(power(right, num(2)), power(left, num(2))))

    def show(branch: Builder, case: Fact) -> bool:
        if case.rel == "eq" or case.right == ZERO:
            return branch.combine(goal, [(case, ONE), (positive, ONE)]) or conclude(branch, goal, [], ())
        root = div(ONE, add(left, right))
        return (branch.combine(apart) or by_laws(branch, apart)) and branch.combine(goal, [(apart, root)])

    return builder.split(goal, left, ZERO, show)


def _has_root(term: Term) -> bool:
    return any(u.head == "abs" or (u.head == "pow" and _broken(u.args[1])) for u in walk(term))


def _broken(exponent: Term) -> bool:
    value = rational(exponent)
    return value is not None and value.denominator > 1


def in_box(builder: Builder, goal: Fact) -> bool:
    """An inequality whose symbols lie between rational bounds, by enclosures on parts of the box."""
    ranges: dict[str, list[str]] = {}
    for name in sorted(goal.free()):
        ends = [_bound(builder, name, True), _bound(builder, name, False)]
        if None in ends:
            return False
        ranges[name] = [str(end) for end in ends]
    if not ranges or goal.rel == "eq" or touches(goal, builder.context.facts):
        return False  # no parts are small enough where both sides are equal
    return builder.step(goal, "box", ranges=ranges)


def _bound(builder: Builder, name: str, low: bool) -> Fraction | None:
    """The best rational bound of a symbol among the facts."""
    found = []
    for fact in builder.context.facts:
        symbol, other = (fact.right, fact.left) if low else (fact.left, fact.right)
        value = rational(other)
        if fact.rel in ("lt", "le") and symbol == sym(name) and value is not None:
            found.append(value)
    return (max(found) if low else min(found)) if found else None
