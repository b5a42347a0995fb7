"""Equations between closed terms, however many roots, logarithms and angles stand in them.

What is to vanish is a polynomial in one part X of it, a root, a logarithm, a power or an arc, with coefficients made of
the parts inside it.  Where that is brought down to a linear one by division, X must be one number v; that is shown by
what X is (u = v**n for a root of u), and what is left has a part less.  Enclosures only choose the way and show signs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from symcheck.kernel import poly as p
from symcheck.kernel.facts import NEG, POS, Fact
from symcheck.kernel.poly import UNITY, Frac, Poly
from symcheck.kernel.term import BINDERS, ONE, ZERO, Reject, Term, add, div, mul, neg, num, power, sub
from symcheck.procedures.angles import in_one_angle, sum_of_arcs
from symcheck.procedures.builder import Builder
from symcheck.procedures.forms import term_of, written
from symcheck.procedures.numeric import seems_zero, signed

Show = Callable[[Fact], bool]
DEEPEST, LARGEST, MOST_DEGREE = 12, 400, 12


@dataclass(frozen=True)
class Part:
    """A generator to the power 1/``root``, and the term for it; ``kind`` says what it is."""

    name: str
    kind: str
    root: int
    term: Term


def vanishes(builder: Builder, goal: Fact, depth: int = DEEPEST) -> bool:
    """An equation, by steps that end in it."""
    if goal.rel != "eq" or not (goal.free() or seems_zero(sub(goal.left, goal.right))):
        return False
    if depth == DEEPEST:
        _signs(builder, goal.left, goal.right)
    try:
        return builder.combine(goal) or _reduced(builder, goal, depth)
    except (Reject, RecursionError):
        return False


def _signs(builder: Builder, *terms: Term) -> None:
    """Steps for the signs of what stands below roots, logarithms and fractions, and that arcs are defined."""
    for term in terms:
        if term.head in BINDERS:
            continue
        _signs(builder, *term.args)
        if term.head in ("pow", "log"):
            signed(builder, term.args[0])
        elif term.head == "div":
            signed(builder, term.args[1])
        elif term.head == "asin":
            signed(builder, sub(ONE, term.args[0]))
            signed(builder, add(ONE, term.args[0]))
            signed(builder, sub(ONE, power(term.args[0], num(2))))


def _reduced(builder: Builder, goal: Fact, depth: int) -> bool:
    """The goal from the numerator of its difference in normal form."""
    form = builder.normal(sub(goal.left, goal.right))
    below = tuple((name, -e) for name, e in builder.context.content(form.num) if e < 0)
    top, bottom = p.poly_mul(form.num, {below: 1}), p.poly_mul(form.den, {below: 1})
    if depth == 0 or len(top) > LARGEST:
        return False
    plain, divisor = Fact("eq", written(builder.context, Frac(top)), ZERO), written(builder.context, Frac(bottom))
    if not (signed(builder, divisor) and _without_part(builder, plain, top, depth)):
        return False
    return builder.combine(goal, [(plain, div(ONE, divisor))])


def _without_part(builder: Builder, plain: Fact, poly: Poly, depth: int) -> bool:
    """A polynomial in generators is 0, since one without its outermost part is."""

    def show(fact: Fact) -> bool:
        return vanishes(builder, fact, depth - 1)

    if sum_of_arcs(builder, plain, poly, show):
        return True
    changed = in_one_angle(builder, plain, poly, show)
    if changed is not None:
        return changed
    part = _outermost(builder, poly)
    if part is None:
        return False
    return _split(builder, plain, part, _coefficients(poly, part), show)


def _split(builder: Builder, plain: Fact, part: Part, coefficients: list[Poly], show: Show) -> bool:
    """A polynomial in a part is 0: coefficients that seem to be 0 are, and what is left says what the part is."""
    terms = [written(builder.context, Frac(c)) for c in coefficients]
    zeros = [k for k, term in enumerate(terms) if coefficients[k] and seems_zero(term)]
    gone = [(Fact("eq", terms[k], ZERO), _power_of(part.term, k)) for k in zeros]
    if not all(show(fact) for fact, _ in gone):
        return False
    terms = [ZERO if k in zeros else term for k, term in enumerate(terms)]
    left = [Poly() if k in zeros else c for k, c in enumerate(coefficients)]
    if not any(left):
        return builder.combine(plain, gone)
    while not left[-1]:
        left.pop()
    value = _value(builder, left, part)
    if value is None or not SHOWN[part.kind](builder, part, value, show):
        return False
    spread, without = (Fact("eq", _polynomial(terms, x), ZERO) for x in (part.term, value))
    known = Fact("eq", part.term, value)
    done = show(without) and builder.combine(spread, [(without, ONE)], rewrite=[known])
    return done and builder.combine(plain, [(spread, ONE), *gone])


def _value(builder: Builder, coefficients: list[Poly], part: Part) -> Term | None:
    """What the part has to be if a polynomial in it is 0."""
    linear = _linear(builder, coefficients, part)
    if linear is None:
        return None
    context, (start, slope) = builder.context, (Frac(c) for c in linear)
    exact = context.neg(context.mul(start, context.inverse(slope)))
    if exact.den == UNITY:
        return written(context, exact)
    low, high = written(context, start), written(context, slope)
    return neg(div(low, high)) if signed(builder, high) else None


def _power_of(x: Term, k: int) -> Term:
    return power(x, num(k)) if k > 1 else x if k else ONE


def _polynomial(coefficients: list[Term], x: Term) -> Term:
    return add(*(mul(c, _power_of(x, k)) for k, c in enumerate(coefficients)))


# -- the outermost part and the polynomial in it ------------------------------------------------------------------


def _outermost(builder: Builder, poly: Poly) -> Part | None:
    """The part with the longest name of those whose names stand in no other; roots of primes only beside an angle.

    Roots of primes and their products are independent of each other.
    """
    exponents: dict[str, list[Fraction]] = {}
    for mono in poly:
        for name, exponent in mono:
            exponents.setdefault(name, []).append(Fraction(exponent))
    angle = any(name.startswith("cos[") for name in exponents)
    nested = [n for n in exponents if not _prime(n) and not any(n in other for other in exponents if other != n)]
    for name in [*sorted(nested, key=lambda n: (-len(n), n)), *(n for n in sorted(exponents) if angle and _prime(n))]:
        part = _part(builder, name, lcm(*(e.denominator for e in exponents[name])))
        if part is not None:
            return part
    return None


def _prime(name: str) -> bool:
    return name.startswith("#") and name[1:].isdigit()


def _part(builder: Builder, name: str, root: int) -> Part | None:
    context = builder.context
    if name in context.relations:
        base = term_of(context, context.relations[name])
        if base is None or root == 1:
            return None
        base = mul(ONE, base) if base.head == "num" else base  # so that it is found nowhere else
        return Part(name, "root", root, power(base, num(Fraction(1, root))))
    if name in context.bases and root == 1:
        term = term_of(context, p.gen(name))
        return None if term is None else Part(name, "power", 1, term)
    if name in context.logs and root == 1:
        inner = term_of(context, p.gen(context.logs[name]))
        return None if inner is None else Part(name, "log", 1, Term("log", (mul(ONE, inner),)))
    return None


def _coefficients(poly: Poly, part: Part) -> list[Poly]:
    """The coefficients of the powers of a part, as far as its exponents are positive; it is multiplied by one else."""
    split: dict[int, Poly] = {}
    for mono, value in poly.items():
        powers = dict(mono)
        exponent = Fraction(powers.pop(part.name, 0)) * part.root
        split.setdefault(int(exponent), {})[tuple(sorted(powers.items()))] = value
    low = min(0, *split)
    return [split.get(k, {}) for k in range(low, max(split) + 1)]


def _linear(builder: Builder, coefficients: list[Poly], part: Part) -> tuple[Poly, Poly] | None:
    """A linear polynomial that is 0 at the part if that with these coefficients is."""
    if len(coefficients) == 2:
        return coefficients[0], coefficients[1]
    if part.kind != "root" or len(coefficients) < 2 or part.root > MOST_DEGREE:
        return None
    context = builder.context
    whole = [Poly() for _ in range(part.root)] + [UNITY]
    base = context.relations[part.name]
    if base.den != UNITY:
        return None
    whole[0] = context.neg(base).num
    above, below = whole, coefficients
    while len(below) > 2:
        above, below = below, _remainder(builder, above, below)
        while below and not _told(builder, below[-1]):
            below.pop()  # a number that enclosures don't tell from 0
        if len(below) < 2:
            return None
    return below[0], below[1]


def _told(builder: Builder, poly: Poly) -> bool:
    """Whether the value of a closed polynomial is told from 0."""
    term = term_of(builder.context, Frac(poly)) if poly else None
    return term is not None and not seems_zero(term)


def _remainder(builder: Builder, top: list[Poly], bottom: list[Poly]) -> list[Poly]:
    """The remainder of top, times a power of the leading coefficient of bottom, on division by bottom."""
    context, rest, lead = builder.context, list(top), Frac(bottom[-1])
    while len(rest) >= len(bottom):
        first, shift = Frac(rest[-1]), len(rest) - len(bottom)
        rest = [context.mul(lead, Frac(c)).num for c in rest[:-1]]
        for k, c in enumerate(bottom[:-1]):
            rest[k + shift] = context.sub(Frac(rest[k + shift]), context.mul(first, Frac(c))).num
    return rest


# -- what a part is -----------------------------------------------------------------------------------------------


def _root(builder: Builder, part: Part, value: Term, show: Show) -> bool:
    """u**(1/n) = v, since u = v**n and v >= 0."""
    raised, claim = power(value, num(part.root)), Fact("eq", part.term, value)
    same, back = Fact("eq", part.term.args[0], raised), Fact("eq", power(raised, part.term.args[1]), value)
    if not (signed(builder, value) or not builder.context.sign(value) & NEG) or not show(same):
        return False

    def positive(branch: Builder, case: Fact) -> bool:
        if case.rel == "eq":
            return branch.combine(claim, rewrite=[same, case])
        return branch.combine(back) and branch.combine(claim, [(back, ONE)], rewrite=[same])

    if not builder.context.sign(value) & ~POS:
        return positive(builder, Fact("lt", ZERO, value))
    return builder.split(claim, value, ZERO, positive)


def _logarithm(builder: Builder, part: Part, value: Term, show: Show) -> bool:
    """log u = v, since u = e**v."""
    same = Fact("eq", part.term.args[0], Term("exp", (value,)))
    return show(same) and builder.combine(Fact("eq", part.term, value), rewrite=[same])


def _power(builder: Builder, part: Part, value: Term, show: Show) -> bool:
    """b**e = v, since e log b = log v and v > 0."""
    if not signed(builder, value):
        return False
    whole = Term("log", (part.term,))
    same = Fact("eq", whole, Term("log", (value,)))
    back = Fact("eq", Term("exp", (whole,)), value)
    if not (show(same) and builder.combine(back, rewrite=[same])):
        return False
    return builder.combine(Fact("eq", part.term, value), [(back, ONE)])


SHOWN: dict[str, Callable[[Builder, Part, Term, Show], bool]] = {"root": _root, "log": _logarithm, "power": _power}
