"""Functions in terms of others, where their normal forms have nothing in common: angles and their halves, asinh."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from symcheck.kernel.facts import Fact
from symcheck.kernel.poly import UNITY, Frac
from symcheck.kernel.term import ONE, ZERO, Reject, Term, div, free, num, sym
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.forms import term_of
from symcheck.procedures.laws import instance, outside
from symcheck.procedures.numeric import rewritten
from symcheck.procedures.tactics import solved

MOST = 4


def by_identities(builder: Builder, goal: Fact, prove: Prove) -> bool:
    """The goal after such functions in it have been replaced."""
    places = list(dict.fromkeys(t for side in (goal.left, goal.right) for t in outside(side)))
    angles = [t.args[0] for t in places if t.head in ("sin", "cos")]
    equations = [f for m in list(_halved(builder, angles))[:MOST] for f in _doubled(builder, m)]
    equations += [f for t in places if t.head == "asinh" for f in _logarithm(builder, t)]
    return bool(equations) and replaced(builder, goal, equations, prove)


def by_elimination(builder: Builder, goal: Fact, prove: Prove) -> bool:
    """The goal after a symbol has been replaced by what an equation that is given says of it."""
    for fact in [f for f in builder.given if f.rel == "eq" and "sym" not in (f.left.head, f.right.head)]:
        for name in sorted(fact.free() & goal.free()):
            value = solved(builder, fact, sym(name))
            claim = Fact("eq", sym(name), value) if value is not None and name not in free(value) else None
            factor = builder.ratio(claim, fact) if claim else None
            if claim and factor is not None and builder.combine(claim, [(fact, factor)]):
                return replaced(builder, goal, [claim], prove)
    return False


def replaced(builder: Builder, goal: Fact, equations: list[Fact], prove: Prove) -> bool:
    """The goal, and what is known, with the left sides of equations replaced by their right sides."""
    if builder.combine(goal, rewrite=equations):
        return True
    back = [turned for f in equations if builder.combine(turned := Fact("eq", f.right, f.left), [(f, num(-1))])]
    for fact in builder.context.facts.copy():
        plain = fact.map(lambda side: rewritten(side, equations))
        new = plain != fact and fact not in equations and fact not in back
        premises = [] if fact.rel == "ne" else [(fact, ONE)]
        if new and builder.combine(plain, premises, rewrite=back[::-1]):
            builder.given += (plain,)
    plain = goal.map(lambda side: rewritten(side, equations))
    done = plain != goal and (builder.combine(plain) or prove(builder, plain))
    return done and builder.combine(goal, [(plain, ONE)], rewrite=equations)


def _halved(builder: Builder, angles: list[Term]) -> Iterator[Term]:
    """Angles of which both the half and the whole occur."""
    try:
        forms = [builder.normal(angle) for angle in angles]
    except (Reject, RecursionError):
        return
    parts = {m: Fraction(v) for form in forms if form.den == UNITY for m, v in form.num.items()}
    found = {m for form in forms if form.den == UNITY for m, v in form.num.items() if Fraction(v).denominator == 2}
    for mono in sorted(found & parts.keys()):
        term = term_of(builder.context, Frac({mono: 1}))
        if term is not None:
            yield term


def _doubled(builder: Builder, angle: Term) -> Iterator[Fact]:
    """Sine and cosine of an angle by those of its half."""
    for head in ("sin", "cos"):
        law = instance(builder, f"{head} sum", dict.fromkeys("xy", div(angle, num(2))))
        claim = Fact("eq", Term(head, (angle,)), law.right) if law else None
        if law and claim and builder.combine(claim, [(law, ONE)]):
            yield claim


def _logarithm(builder: Builder, term: Term) -> Iterator[Fact]:
    """asinh u = log(u + sqrt(1 + u**2)), after what is below the logarithm has been seen to be positive."""
    values = {"x": term.args[0]}
    power, found = instance(builder, "asinh exp", values), instance(builder, "asinh", values)
    if power and found and builder.combine(Fact("lt", ZERO, power.right), [(power, ONE)], gap=power.left):
        yield found
