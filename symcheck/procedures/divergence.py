"""Bounds of a limit that need not exist, for the refutation of an equation that says what it is.

A body that grows beyond all bounds is above any number near 0.  One with a sine or cosine of such a term comes back, as
near to 0 as one likes, to its values where the sine is 1, -1 and 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from symcheck.kernel.facts import Fact
from symcheck.kernel.interval import Interval
from symcheck.kernel.term import (
    ONE,
    ZERO,
    Term,
    add,
    div,
    free,
    limit,
    map_args,
    mul,
    neg,
    num,
    power,
    sub,
    substitute,
    sym,
    to_json,
)  # fmt: skip
from symcheck.procedures import integrals
from symcheck.procedures.alternating import alternating
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.kinks import chosen
from symcheck.procedures.laws import instance
from symcheck.procedures.limit_counts import harmonic
from symcheck.procedures.limit_forms import simple
from symcheck.procedures.limit_search import Establish, Search, Sign
from symcheck.procedures.limit_tactics import HALF_PI, known, opened_form
from symcheck.procedures.limits import searching
from symcheck.procedures.ranges import Range, ordered
from symcheck.procedures.sizes import INFINITE

PI = Term("pi")
TURNS = ((HALF_PI, 0, 1), (div(mul(num(3), PI), num(2)), 0, -1), (ZERO, 1, 0), (PI, -1, 0))
"""Angles with their cosine and sine."""


def bounds(builder: Builder, whole: Term, other: Interval, prove: Prove, establish: Establish) -> list[Fact]:
    """Bounds of a limit, assumed to exist, that something in an interval does not satisfy."""
    search = searching(builder, whole, prove, establish)
    form = opened_form(search, whole.args[0])
    if form is None and whole.args[0].head == "sum" and harmonic(whole.args[0]):
        form = Term("log", whole.args[0].args[2:])
    if form is None:
        return []
    up = search.sizes.sign(form)
    if search.size(form) == INFINITE and up:
        most = num(max(ceil(other.hi) + 1, 1) if up > 0 else min(floor(other.lo) - 1, -1))
        found = _beyond(search, whole, form, most, up > 0)
        return [found] if found else []
    return list(_turning(search, whole, form)) or list(alternating(search, whole, form))


def contradiction(builder: Builder, whole: Term, prove: Prove, establish: Establish) -> Fact | None:
    """A fact that contradicts others, if a series that is assumed to have a sum has terms that do not tend to 0."""
    total, count = whole.args[0], Term("floor", (div(ONE, sym(whole.name)),))
    if total.head != "sum" or total.args[2] != count or whole.name in free(total.args[0]):
        return None
    last = power(substitute(total.args[0], {total.name: count}), num(2))
    square = limit(last, whole.name)
    search = searching(builder, square, prove, establish)
    zero, found = Fact("eq", square, ZERO), search.value(last)
    if not builder.step(zero, "vanishing", of=to_json(whole)):
        return None
    if found is not None:
        claim = Fact("eq", ZERO, found.right)
        return claim if builder.combine(claim, [(zero, num(-1)), (found, ONE)]) else None
    for bound in bounds(builder, square, Interval(Fraction(0), Fraction(0)), prove, establish):
        if bound.right == square:
            claim = Fact("le", bound.left, ZERO)
            return claim if builder.combine(claim, [(bound, ONE), (zero, ONE)]) else None
    return None


def absurd(builder: Builder, whole: Term, prove: Prove, establish: Establish) -> Fact | None:
    """A fact that contradicts itself, from the existence of an integral with a pole at an end or inside.

    Up to that pole it would be above any number, itself among them.  Of a limit of integrals, one near 0 is looked at.
    """
    if whole.head == "limit":
        return _near(builder, whole, prove, establish) if whole.args[0].head == "integral" else None
    span = Range.between(builder, whole.args[1], whole.args[2], whole.name)
    found = (_singular(builder, part, prove, establish) for part in integrals.parts(builder, whole, span))
    return next((fact for fact in found if fact is not None), None)


def _near(builder: Builder, whole: Term, prove: Prove, establish: Establish) -> Fact | None:
    """The same for a limit of integrals, all of which would exist near 0."""
    search = searching(builder, whole, prove, establish)
    claim = Fact("le", add(whole, ONE), whole)

    def show(inner: Builder, x: Term) -> None:
        part = search.at(whole.args[0], x)
        inner.proof.existing.add(part)
        found = absurd(inner, part, prove, establish)
        if found is not None:
            inner.step(search.says(claim, whole, x), "absurd", fact=inner.index(found))

    return search.stated(claim, "order", [], show, at=to_json(sym(whole.name)))


def _singular(builder: Builder, part: Term, prove: Prove, establish: Establish) -> Fact | None:
    """The same for an integral with a pole at an end."""
    span = Range.between(builder, part.args[1], part.args[2], part.name)
    primitives = integrals.candidates_for(builder, part, chosen(part.args[0], span), span)
    for near in (integrals.approached(part, low) for low in (True, False)):
        if not any(integrals.endless(builder, near, u) for u in primitives):
            continue
        search = searching(builder, near, prove, establish)
        form = opened_form(search, near.args[0])
        form = form and simple(search, form)
        up = search.sizes.sign(form) if form is not None and search.size(form) == INFINITE else 0
        if form is None or not up or not ordered(builder, Fact("lt", *part.args[1:])):
            continue
        if not builder.step(Fact("eq", near, part), "improper"):
            continue
        found = _beyond(search, near, form, add(near, num(up)), up > 0)
        if found is not None:
            return found
    return None


def _beyond(search: Search, whole: Term, form: Term, most: Term, up: bool) -> Fact | None:
    """That a limit of what grows beyond all bounds is above ``most``, or below; that must not depend on the symbol."""
    claim = Fact("le", most, whole) if up else Fact("le", whole, most)
    about = search.signs([div(ONE, form)], (whole, most))
    rest = sub(ONE, mul(most, simple(search, div(ONE, form))))
    found = search.value(rest)
    if found is not None and search.shown(Fact("lt", ZERO, found.right)):
        gap = sub(form, most)
        more = [*about, Sign(rest, form, gap)]

        def show(inner: Builder, x: Term) -> None:
            more = _above_logarithm(inner, search.at(whole.args[0], x))
            here, apart = search.says(claim, whole, x), search.at(gap, x)
            fact = Fact("lt", ZERO, apart) if up else Fact("lt", apart, ZERO)
            if fact in inner.context.facts and more is None:
                inner.combine(here, [(fact, ONE)], known(search, inner, whole.args[0], x))
            else:
                search.prove(inner, here)

        return search.stated(claim, "order", [], show, more, at=to_json(sym(whole.name)))
    falling = Term("exp", (neg(form) if up else form,))
    limit_of, least = simple(search, falling), Term("exp", (neg(most) if up else most,))
    rest = sub(least, limit_of)
    found = search.value(rest)
    if found is None or not search.shown(Fact("lt", ZERO, found.right)):
        return None

    def by_exponential(inner: Builder, x: Term) -> None:
        away = sub(most, search.at(form, x)) if up else sub(search.at(form, x), most)
        law = instance(inner, "exp tangent", {"x": away})
        if law is not None:
            near = (Fact("lt", ZERO, search.at(rest, x)), Term("exp", (most if up else neg(most),)))
            more = _above_logarithm(inner, search.at(whole.args[0], x))
            premises = [(law, ONE), near, *([(more, ONE)] if more else [])]
            equations = [] if more else known(search, inner, whole.args[0], x)
            inner.combine(search.says(claim, whole, x), premises, equations)

    return search.stated(claim, "order", [form], by_exponential, [Sign(rest, ONE, rest)], at=to_json(sym(whole.name)))


def _above_logarithm(inner: Builder, total: Term) -> Fact | None:
    """log n <= 1 + 1/2 + ... + 1/n, if the sum is of this kind."""
    found = total.head == "sum" and harmonic(total) is not None
    law = instance(inner, "harmonic least", {"n": total.args[2]}) if found else None
    claim = Fact("le", Term("log", total.args[2:]), total)
    if law is None or not inner.combine(claim, [(law, ONE)], gap=add(*law.left.args[1:])):
        return None
    inner.given += (claim,)
    return claim


def _turning(search: Search, whole: Term, form: Term) -> Iterator[Fact]:
    """Bounds from the points at which a sine and a cosine have the values that make the body largest and smallest."""
    angle = next((u.args[0] for u in _waves(form) if search.size(u.args[0]) == INFINITE), None)
    order = search.sizes.order(angle) if angle is not None else None
    if angle is None or order != -1 or search.sizes.sign(angle) <= 0:
        return
    scale = simple(search, mul(angle, sym(search.name)))
    values = [(search.value(_frozen(form, angle, *where[1:])), where) for where in TURNS]
    sizes = [(search.sizes.values(found.right), found.right, where) for found, where in values if found is not None]
    ranked = sorted((row for row in sizes if row[0]), key=lambda row: row[0][-1])
    if search.moves(scale) or not ranked:
        return
    for (_, value, where), up in ((ranked[-1], True), (ranked[0], False)):
        claim = Fact("le", value, whole) if up else Fact("le", whole, value)
        found = _at_turns(search, claim, whole, (angle, scale), where)
        if found is not None:
            yield found


def _at_turns(
    search: Search, claim: Fact, whole: Term, wave: tuple[Term, Term], where: tuple[Term, int, int]
) -> Fact | None:
    """The claim from the points at which the angle is ``turn`` and a multiple of a full turn."""
    (angle, scale), (turn, cos, sin) = wave, where
    turns = Term("floor", (turns_of(angle),))
    reached = add(turn, mul(num(2), PI, turns))
    point = div(scale, reached)

    def show(inner: Builder, x: Term) -> None:
        here, far, many = search.at(angle, x), search.at(reached, x), search.at(turns, x)
        law = instance(inner, "floor next", {"x": turns_of(here)})
        more, full, large = Fact("lt", here, many), Fact("lt", ONE, mul(num(2), PI)), Fact("lt", here, far)
        if law is None or not (inner.combine(more, [(law, ONE)]) and inner.enclose(full)):
            return
        inner.combine(Fact("lt", ZERO, many), [(more, ONE)], gap=here)
        if inner.combine(large, [(more, ONE), (full, many)], gap=turn):
            inner.combine(Fact("lt", ZERO, far), [(large, ONE)], gap=here)
            inner.combine(Fact("le", search.at(point, x), x), [(large, div(x, far))])
        place = search.at(point, x)
        equations = known(search, inner, whole.args[0], place)
        for head, number in (("sin", sin), ("cos", cos)):
            law = instance(inner, f"{head} turns", {"x": turn, "y": turns_of(here)})
            equation = Fact("eq", Term(head, (search.at(angle, place),)), num(number))
            if law is not None and inner.combine(equation, [(law, ONE)]):
                equations.append(equation)
        inner.combine(search.says(claim, whole, place), rewrite=equations)

    return search.stated(claim, "order", [], show, at=to_json(point))


def turns_of(angle: Term) -> Term:
    """What is rounded down to a number of turns; it need not be the least that is enough."""
    return add(angle, ONE)


def _waves(term: Term) -> Iterator[Term]:
    if term.head in ("sin", "cos"):
        yield term
    for arg in term.args:
        yield from _waves(arg)


def _frozen(term: Term, angle: Term, cos: int, sin: int) -> Term:
    """The term with the cosine and sine of an angle replaced by numbers."""
    if term.head in ("sin", "cos") and term.args[0] == angle:
        return num(cos if term.head == "cos" else sin)
    return map_args(term, lambda arg: _frozen(arg, angle, cos, sin))
