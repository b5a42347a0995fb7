"""Roots and logarithms of products and powers: what stands below them is taken apart first, by a step of its own."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import prod

from symcheck import bridge
from symcheck.kernel.facts import NEG, Fact, rational
from symcheck.kernel.poly import UNIT, UNITY, Frac, exact_quotient, gen
from symcheck.kernel.term import BINDERS, ONE, ZERO, Term, div, mul, neg, num, power
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.forms import term_of, written
from symcheck.procedures.numeric import rewritten
from symcheck.procedures.tactics import solved

MOST, MOST_NODES = 8, 40


def by_roots(builder: Builder, goal: Fact, then: Prove | None = None) -> bool:
    """An equation or inequality after what stands below its roots and logarithms has been taken apart.

    ``then`` is asked for what is left, if that is not visible.
    """
    places = list(dict.fromkeys(t for side in (goal.left, goal.right) for t in _inside(side)))[:MOST]
    products = [Fact("eq", t.args[0], p) for t in places if (p := apart(builder, t.args[0])) not in (None, t.args[0])]
    equations = [claim for claim in products if builder.combine(claim)]
    if equations and builder.combine(goal, rewrite=equations):
        return True
    plain = goal.map(lambda side: rewritten(side, equations))
    if then is not None and then(builder, plain):
        return builder.combine(goal, [(plain, ONE)], rewrite=equations)
    if goal.rel != "eq":
        return False
    for claim in [f for t in places if (f := _denested(builder, goal, t))]:
        equations += [claim] if builder.combine(claim) else []
    plain = goal.map(lambda side: rewritten(side, equations))
    return bool(equations) and builder.combine(plain) and builder.combine(goal, [(plain, ONE)], rewrite=equations)


def apart(builder: Builder, term: Term) -> Term | None:
    """A term as a product of powers whose bases are positive, as far as their signs are known; None if it is none."""
    form = builder.normal(term)
    if len(form.num) == 1 and form.den == UNITY:
        product = term_of(builder.context, form) or ZERO
    else:
        product = _by_sines(builder, form) or bridge.factored(term) or ZERO
    factors = list(_factors(builder, product, Fraction(1)))
    sign = prod(e for b, e in factors if b == ZERO)
    above, below = (
        [_raised(b, abs(e)) for b, e in factors if b != ZERO and (e > 0) == up] for up in (True, False)
    )  # fmt: skip
    found = div(mul(*above), mul(*below)) if below else mul(*above)
    return None if product in (ZERO, term) else found if sign > 0 else neg(found)


def _factors(builder: Builder, term: Term, exponent: Fraction) -> Iterator[tuple[Term, Fraction]]:
    """The factors of a product and their exponents; of a negative one its negative, and 0 with -1 for the sign."""
    value = rational(term.args[1]) if term.head == "pow" else None
    if term.head in ("mul", "div", "neg"):
        for place, arg in enumerate(term.args):
            yield from _factors(builder, arg, -exponent if term.head == "div" and place else exponent)
        if term.head == "neg" and exponent % 2:
            yield ZERO, Fraction(-1)
    elif value is not None and value.denominator == 1:
        yield from _factors(builder, term.args[0], value * exponent)
    elif term == ONE:
        return
    elif term.head != "num" and builder.context.sign(term) == NEG and exponent % 1 == 0:
        yield neg(term), exponent
        if exponent % 2:
            yield ZERO, Fraction(-1)
    else:
        yield term, exponent


def _raised(base: Term, exponent: Fraction) -> Term:
    return base if exponent == 1 else power(base, num(exponent))


def _by_sines(builder: Builder, form: Frac) -> Term | None:
    """A polynomial that 1 - cos**2 divides, as a multiple of sin**2."""
    for name in sorted({n for mono in form.num for n, _ in mono if n.startswith("cos[")}):
        rest = exact_quotient(form.num, {UNIT: 1, ((name, 2),): -1})
        top = term_of(builder.context, Frac(rest, form.den)) if rest is not None else None
        if top is not None:
            return mul(top, power(Term("sin", written(builder.context, gen(name)).args), num(2)))
    return None


def _denested(builder: Builder, goal: Fact, term: Term) -> Fact | None:
    """u = v**n for a root u**(1/n), which an equation says to be v."""
    exponent = rational(term.args[1]) if term.head == "pow" else None
    value = solved(builder, goal, term) if exponent else None
    if value is None or not exponent or value.size > MOST_NODES:
        return None
    return Fact("eq", term.args[0], power(value, num(1 / exponent)))


def _inside(term: Term) -> Iterator[Term]:
    """The roots and logarithms of sums in a term, the inner ones first."""
    for arg in term.args[1:] if term.head in BINDERS else term.args:
        yield from _inside(arg)
    exponent = rational(term.args[1]) if term.head == "pow" else None
    if term.head == "log" or (exponent is not None and exponent.denominator > 1):
        yield term
