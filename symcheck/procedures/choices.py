"""Cases by the signs on which absolute values, maxima, minima and roots of even powers depend."""

from __future__ import annotations

from collections.abc import Iterator

from symcheck.kernel.facts import NEG, NIL, POS, Fact, rational
from symcheck.kernel.term import BINDERS, ONE, ZERO, Term, neg, power, sub, walk
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.numeric import rewritten

DEPTH = 3


def by_choice(builder: Builder, goal: Fact, prove: Prove, depth: int = DEPTH) -> bool:
    """The goal in each of the cases s < t, s = t and t < s, for two terms whose order decides a part of it."""
    pivots = dict.fromkeys(p for side in (goal.left, goal.right) for p in _pivots(side))
    bases = dict.fromkeys((b, ZERO) for side in (goal.left, goal.right) for b in _bases(side))
    pivot = next((p for p in pivots if _unknown(builder, p)), None) or next(
        (p for p in bases if builder.context.sign(p[0]) == NIL | POS), None
    )
    if pivot is None or depth == 0:
        return False

    def show(branch: Builder, case: Fact) -> bool:
        return (case.rel == "eq" and branch.combine(goal, rewrite=[case])) or _case(branch, goal, prove, depth)

    return builder.split(goal, *pivot, show)


def _case(branch: Builder, goal: Fact, prove: Prove, depth: int) -> bool:
    """The goal in one case, in which even powers of what is negative are written as those of what is positive."""
    equations = [f for f in _turned(branch, goal) if branch.combine(f)]
    plain = goal.map(lambda side: rewritten(side, equations))
    done = branch.combine(plain) or by_choice(branch, plain, prove, depth - 1) or prove(branch, plain)
    return done and (plain == goal or branch.combine(goal, [(plain, ONE)], rewrite=equations))


def _turned(branch: Builder, goal: Fact) -> Iterator[Fact]:
    """u**n = (-u)**n for the even powers of negative terms."""
    for term in dict.fromkeys(t for side in (goal.left, goal.right) for t in walk(side) if t.head == "pow"):
        base, exponent = term.args
        value = rational(exponent)
        if value is not None and value % 2 == 0 and branch.context.sign(base) == NEG:
            yield Fact("eq", term, power(neg(base), exponent))


def _pivots(term: Term) -> Iterator[tuple[Term, Term]]:
    """The pairs whose order decides a part of a term, the inner ones first; below binders nothing is decided."""
    for arg in term.args[1:] if term.head in BINDERS else term.args:
        yield from _pivots(arg)
    if term.head in ("abs", "sign"):
        yield term.args[0], ZERO
    elif term.head in ("max", "min") and len(term.args) == 2:
        yield term.args[0], term.args[1]
    elif term.head == "log" or (term.head == "pow" and _fraction(term.args[1])):
        yield from ((base, ZERO) for base in _even(term.args[0]))


def _bases(term: Term) -> Iterator[Term]:
    """What roots are taken of; the laws of powers need it to be positive."""
    for arg in term.args[1:] if term.head in BINDERS else term.args:
        yield from _bases(arg)
    if term.head == "pow" and _fraction(term.args[1]):
        yield next(_even(term.args[0]), term.args[0])


def _even(term: Term) -> Iterator[Term]:
    """The bases of even powers among the factors of a term."""
    exponent = rational(term.args[1]) if term.head == "pow" else None
    if exponent is not None and exponent % 2 == 0:
        yield term.args[0]
    for arg in term.args if term.head in ("mul", "div") else ():
        yield from _even(arg)


def _fraction(exponent: Term) -> bool:
    value = rational(exponent)
    return value is None or value.denominator > 1


def _unknown(builder: Builder, pivot: tuple[Term, Term]) -> bool:
    sign = builder.context.sign(sub(*pivot))
    return bool(sign & NEG) and sign != NEG
