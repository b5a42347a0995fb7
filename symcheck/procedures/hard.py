"""What takes longer: textbook laws, boxes, squares of both sides, the mean value theorem."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from symcheck.kernel.facts import NEG, POS, Fact, rational
from symcheck.kernel.term import ONE, ZERO, Term, add, div, free, num, power, rewrite, sub, sym, walk
from symcheck.procedures.binomials import binomials
from symcheck.procedures.builder import Builder
from symcheck.procedures.choices import by_choice
from symcheck.procedures.closed import vanishes
from symcheck.procedures.constancy import LOGS, angle_signs, by_constancy
from symcheck.procedures.descent import touches
from symcheck.procedures.eliminate import by_equations
from symcheck.procedures.identities import by_elimination, by_identities
from symcheck.procedures.integers import by_cases, by_induction
from symcheck.procedures.laws import consequences, further, outside
from symcheck.procedures.monotone import monotone
from symcheck.procedures.radicals import by_roots
from symcheck.procedures.rooted import rooted
from symcheck.procedures.scales import by_exponentials, by_logarithms, by_sizes
from symcheck.procedures.tactics import conclude, prove_fact
from symcheck.procedures.turning import fails


def prove_hard(builder: Builder, goal: Fact) -> bool:
    """Steps that end in a goal without binders, from the facts of the builder."""
    return _by_rewriting(builder, goal) or _by_bounds(builder, goal) or _by_analysis(builder, goal)


def _by_rewriting(builder: Builder, goal: Fact) -> bool:
    """By given equations, by laws about what occurs in the goal, for integers."""
    if by_elimination(builder, goal, by_angles):
        return True
    angle_signs(builder, goal.left, goal.right)
    if consequences(builder, goal, *builder.given) and conclude(builder, goal, [], ()):
        return True
    if by_constancy(builder, goal, by_parts) or by_equations(builder, goal, by_laws):
        return True
    if by_cases(builder, goal, by_laws) or by_induction(builder, goal, by_laws):
        return True
    if further(builder, goal) and conclude(builder, goal, [], ()):
        return True
    return by_identities(builder, goal, by_halves)


def _by_bounds(builder: Builder, goal: Fact) -> bool:
    """By enclosures and squares, by roots, case by case."""
    if in_box(builder, goal) or _squared(builder, goal) or binomials(builder, goal):
        return True
    if rooted(builder, goal, by_laws) or by_roots(builder, goal) or vanishes(builder, goal):
        return True
    return by_sizes(builder, goal, by_slopes) or by_choice(builder, goal, by_parts)


def _by_analysis(builder: Builder, goal: Fact) -> bool:
    """By the signs of divisors and of derivatives, by logarithms and exponentials of both sides."""
    if _divisors(builder, goal) and conclude(builder, goal, [], ()):
        return True
    if by_constancy(builder, goal, by_parts, LOGS) or monotone(builder, goal, by_laws):
        return True
    if by_logarithms(builder, goal, by_slopes) or by_exponentials(builder, goal, by_slopes):
        return True
    return _from_ends(builder, goal) or _by_signs(builder, goal)


def _by_signs(builder: Builder, goal: Fact) -> bool:
    """The goal below, at and above zero for a symbol of unknown sign in an exponent."""
    places = [t.args[1] for side in (goal.left, goal.right) for t in outside(side) if t.head == "pow"]
    names = sorted(frozenset[str]().union(*map(free, places)))
    name = next((n for n in names if builder.context.sign(sym(n)) not in (NEG, POS)), None)
    if name is None or goal.rel not in ("lt", "le") or fails(builder, goal):
        return False
    return builder.split(goal, sym(name), ZERO, partial(_at_end, goal=goal))


def by_slopes(builder: Builder, goal: Fact) -> bool:
    """A part of the goal, also case by case and by the signs of derivatives."""
    return by_laws(builder, goal) or by_choice(builder, goal, by_slopes, 2) or monotone(builder, goal, by_laws)


def _divisors(builder: Builder, goal: Fact) -> bool:
    """Steps for the signs of what is divided by, where they are not seen; whether there was any."""
    places = (t for side in (goal.left, goal.right) for t in outside(side) if t.head == "div")
    found = False
    for term in dict.fromkeys(t.args[1] for t in places):
        if builder.context.sign(term) in (NEG, POS):
            continue
        claims = (Fact("lt", ZERO, term), Fact("lt", term, ZERO))
        found = any(not fails(builder, claim) and by_slopes(builder, claim) for claim in claims) or found
    return found


def _from_ends(builder: Builder, goal: Fact) -> bool:
    """The goal at the numbers that a symbol may be equal to, since they bound it, and then inside these bounds."""
    facts = [f for f in builder.context.facts if f.rel == "le"]
    ends = [(f.left, f.right) if f.right.head == "sym" else (f.right, f.left) for f in facts]
    for end, x in dict.fromkeys(ends):
        if goal.rel in ("lt", "le") and x.head == "sym" and x.name in goal.free() and not free(end):
            return builder.split(goal, x, end, partial(_at_end, goal=goal))
    return False


def _at_end(branch: Builder, case: Fact, goal: Fact) -> bool:
    if case.rel != "eq":
        return monotone(branch, goal, by_laws)
    plain = goal.map(lambda side: rewrite(side, case.left, case.right))
    return (branch.combine(plain) or by_slopes(branch, plain)) and branch.combine(goal, [(plain, ONE)], rewrite=[case])


def by_parts(builder: Builder, goal: Fact) -> bool:
    """One case of a goal, also by what stands below its roots."""
    return by_laws(builder, goal) or by_roots(builder, goal) or vanishes(builder, goal)


def by_angles(builder: Builder, goal: Fact) -> bool:
    """A goal in fewer symbols."""
    return by_parts(builder, goal) or by_identities(builder, goal, by_halves)


def by_halves(builder: Builder, goal: Fact) -> bool:
    """A goal in which angles have been halved: by what stands below its roots, and the signs of that."""
    angle_signs(builder, goal.left, goal.right)
    return by_roots(builder, goal, by_choice_of_parts) or vanishes(builder, goal)


def by_choice_of_parts(builder: Builder, goal: Fact) -> bool:
    """A goal case by case."""
    return by_choice(builder, goal, by_parts)


def by_laws(builder: Builder, goal: Fact) -> bool:
    """A part of the goal, with what laws say of the functions in it."""
    if goal.rel in ("lt", "le") and fails(builder, goal):
        return False
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
