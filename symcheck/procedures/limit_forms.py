"""Other ways to write the body of a limit: normal forms, products of factors, dominant terms taken out."""

from __future__ import annotations

from collections.abc import Iterator

from symcheck.kernel.context import Context
from symcheck.kernel.facts import Fact
from symcheck.kernel.poly import UNITY, Frac, mono_inverse, poly_mul
from symcheck.kernel.term import (
    BINDERS,
    ONE,
    ZERO,
    Reject,
    Term,
    add,
    div,
    free,
    fresh,
    map_args,
    mul,
    neg,
    power,
    substitute,
    sym,
    walk,
)
from symcheck.procedures.forms import term_of
from symcheck.procedures.limit_place import Place
from symcheck.procedures.sizes import INFINITE, VANISHES

LONGER = 3
"""A normal form that is longer by so much, such as that of the sine of a multiple, is of no use."""


def _scratch(place: Place, body: Term) -> tuple[Context, Term]:
    """A context in which a body is defined at a small x, as far as it is made of quotients and logarithms.

    That is only for a guess at another form of it.
    """
    inner, x = place.inside((body,))
    context, parts = Context(inner.context), list(walk(place.at(body, x)))
    needs = [Fact("ne", u.args[1], ZERO) for u in parts if u.head == "div"]
    needs += [Fact("lt", ZERO, u.args[0]) for u in parts if u.head == "log"]
    context.assume([need for need in needs if x.name in need.free()])
    return context, x


def _normal(context: Context, term: Term) -> Term | None:
    """The normal form of a term, written as a term again; None if that can't be done."""
    try:
        return term_of(context, context.normal(term))
    except (Reject, RecursionError):
        return None


def simple(place: Place, body: Term) -> Term:
    """The normal form of a body, written as a term again; the body itself if that can't be done."""
    context, x = _scratch(place, body)
    other = _normal(context, place.at(body, x))
    if other is None or other.size > LONGER * body.size:
        return body
    return _raised(place, substitute(other, {x.name: sym(place.name)}))


def _raised(place: Place, term: Term) -> Term:
    """The term with powers of one base, a symbolic exponent among them, as one power that vanishes above the line."""
    term = term if term.head in BINDERS else map_args(term, lambda arg: _raised(place, arg))
    pairs = list(flat(term)) if term.head in ("mul", "div") else []
    symbolic = [f for f, _ in pairs if f.head == "pow" and f.args[1].head != "num" and place.moves(f.args[0])]
    for base in dict.fromkeys(f.args[0] for f in symbolic):
        same = [(f, up) for f, up in pairs if f == base or (f.head == "pow" and f.args[0] == base)]
        exponents = [(ONE if f == base else f.args[1], up) for f, up in same]
        whole = power(base, add(*(e if up else neg(e) for e, up in exponents)))
        up = place.size(whole) != INFINITE
        whole = whole if up else power(base, add(*(neg(e) if up else e for e, up in exponents)))
        pairs = [pair for pair in pairs if pair not in same] + [(whole, up)]
    return product(pairs) if symbolic else term


def cleared(place: Place, body: Term) -> tuple[Term, Term] | None:
    """Numerator and denominator of a normal form, neither with a negative power of the symbol in common."""
    context, x = _scratch(place, body)
    try:
        form = context.normal(place.at(body, x))
        low = tuple((n, e) for n, e in context.content(form.num) if e < 0 and n == x.name) if form.num else ()
        parts = [term_of(context, Frac(poly_mul(p, {mono_inverse(low): 1}))) for p in (form.num, form.den)]
    except (Reject, RecursionError):
        return None
    if None in parts or not (low or form.den != UNITY) or sum(p.size for p in parts if p) > LONGER * body.size:
        return None
    above, below = (substitute(p, {x.name: sym(place.name)}) for p in parts if p is not None)
    return above, below


def moving(place: Place, term: Term) -> Iterator[Term]:
    """The integrals, sums and derivatives outermost in a term that depend on the symbol."""
    if term.head in BINDERS:
        if place.moves(term):
            yield term
        return
    for arg in term.args:
        yield from moving(place, arg)


def flat(term: Term, up: bool = True) -> Iterator[tuple[Term, bool]]:
    """The factors of a product, and whether each stands above the line."""
    if term.head == "mul":
        for arg in term.args:
            yield from flat(arg, up)
    elif term.head == "div":
        yield from flat(term.args[0], up)
        yield from flat(term.args[1], not up)
    elif term.head == "neg":
        yield from flat(term.args[0], up)
        yield neg(ONE), True
    elif term.head == "pow" and term.args[0].head == "exp" and term.args[1].head == "num":
        yield Term("exp", (mul(term.args[1], term.args[0].args[0]),)), up
    else:
        yield term, up


def product(pairs: list[tuple[Term, bool]]) -> Term:
    """The product of factors above and below the line."""
    above, below = (mul(*(f for f, up in pairs if up == side and f != ONE)) for side in (True, False))
    return above if below == ONE else div(above, below)


def dominated(place: Place, body: Term) -> tuple[Term, list[Term]] | None:
    """The body with every sum that grows beyond all bounds as its largest term times what is left, and what is left."""
    slots: dict[str, Term] = {}
    taken = set(free(body)) | {place.name}

    def opened(term: Term) -> Term:
        if term.head in BINDERS or not place.moves(term):
            return term
        if term.head == "add" and place.size(term) == INFINITE:
            largest = place.sizes.largest(term.args)
            if largest is not None:
                rest = add(*(simple(place, div(arg, largest)) for arg in term.args))
                slot = fresh("slot", taken | slots.keys())
                slots[slot] = rest
                return mul(largest, sym(slot))
        return map_args(term, opened)

    changed = opened(body)
    if not slots:
        return None
    context, x = _scratch(place, changed)
    context.assume([Fact("lt", ZERO, sym(slot)) for slot, rest in slots.items() if place.sizes.sign(rest) > 0])
    other = _normal(context, place.at(changed, x))
    if other is None:
        return None
    return substitute(other, {x.name: sym(place.name), **slots}), list(slots.values())


def quotients(place: Place, body: Term) -> Iterator[tuple[Term, Term]]:
    """Ways to write the body as a quotient for L'Hôpital's rule."""
    pairs = list(flat(body))
    top, bottom = (product([(f, True) for f, up in pairs if up == side]) for side in (True, False))
    if bottom != ONE:
        yield top, bottom
    found = cleared(place, body)
    if found is not None and found != (top, bottom):
        yield found
    for number, (factor, up) in enumerate(pairs):
        rest = product(pairs[:number] + pairs[number + 1 :])
        size = place.size(factor if up else div(ONE, factor))
        base = factor.args[0] if factor.head == "pow" else factor
        if len(pairs) > 1 and place.moves(factor) and base.head != "log" and size in (VANISHES, INFINITE):
            yield rest, div(ONE, factor) if up else factor
