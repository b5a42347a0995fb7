"""Ways to find a limit, each of which takes a search and a body."""

from __future__ import annotations

from collections.abc import Callable

from symcheck.kernel.calculus import Conditions, differentiate
from symcheck.kernel.facts import NEG, Fact
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
    walk,
)
from symcheck.procedures.builder import Builder
from symcheck.procedures.laws import instance
from symcheck.procedures.limit_forms import cleared, dominated, flat, moving, product, quotients, simple
from symcheck.procedures.limit_search import CONTINUOUS, Search
from symcheck.procedures.linear import linear
from symcheck.procedures.sizes import FINITE, INFINITE, UNKNOWN, VANISHES

HALF_PI = div(Term("pi"), num(2))
MOST_POWERS = 14


def approach(search: Search, body: Term) -> Fact | None:
    """A body that is visibly continuous at 0."""
    if search.moves(body) and not search.sizes.at_zero(body) and search.size(body) != UNKNOWN:
        return None
    claim = Fact("eq", limit(body, search.name), substitute(body, {search.name: ZERO}))
    return claim if search.builder.step(claim, "approach", until=to_json(ONE)) else None


def opened(search: Search, body: Term) -> Fact | None:
    """Integrals, sums and derivatives by their values."""
    other = opened_form(search, body)
    if other is None or other == body:
        return None

    def show(builder: Builder, place: Term) -> None:
        equations = known(search, builder, body, place)
        builder.combine(Fact("eq", search.at(body, place), search.at(other, place)), rewrite=equations)

    return search.same(body, other, show)


def known(search: Search, builder: Builder, body: Term, place: Term) -> list[Fact]:
    """Equations for the integrals, sums and derivatives of a body that depend on the symbol, at a place."""
    binders = dict.fromkeys(moving(search, body))
    found = [search.establish(builder, search.at(term, place), search.prove) for term in binders]
    return [fact for fact in found if fact is not None]


def opened_form(search: Search, body: Term) -> Term | None:
    """The body with integrals, sums and derivatives that depend on the symbol replaced by their values."""
    inner, x = search.inside((body,))
    values = {fact.left: fact.right for fact in known(search, inner, body, x)}
    if len(values) < len(set(moving(search, body))):
        return None
    return substitute(_exchanged(search.at(body, x), values), {x.name: sym(search.name)})


def _exchanged(term: Term, values: dict[Term, Term]) -> Term:
    if term in values:
        return values[term]
    return term if term.head in BINDERS else map_args(term, lambda a: _exchanged(a, values))


def parts(search: Search, body: Term) -> Fact | None:
    """From the limits of the arguments of the outermost function."""
    if body.head not in CONTINUOUS:
        return None
    inside = [arg for arg in body.args if search.moves(arg)]
    poles = {"div": body.args[1:], "log": body.args}.get(body.head, ())
    if any(search.size(arg) == INFINITE for arg in inside) or any(search.size(arg) == VANISHES for arg in poles):
        return None
    outer, inner, values = [], {}, {}
    for place, arg in enumerate(body.args):
        if not search.moves(arg):
            outer.append(arg)
            continue
        found = search.value(arg)
        if found is None:
            return None
        slot = fresh(f"u{place}", free(body) | {search.name})
        outer.append(sym(slot))
        inner[slot], values[slot] = to_json(arg), found.right
    shape = Term(body.head, tuple(outer), body.name, body.value)
    value = substitute(shape, values)
    if not all(search.shown(c) for c in _strict(value)):
        return None
    return search.conclude(body, value, "compose", (), outer=to_json(shape), inner=inner)


def _strict(value: Term) -> list[Fact]:
    """What is needed at the limit."""
    if value.head == "div" and value.args[1].head != "num":
        return [Fact("ne", value.args[1], ZERO)]
    return [Fact("lt", ZERO, value.args[0])] if value.head == "log" else []


def normal(search: Search, body: Term) -> Fact | None:
    """The normal form of the body, as a sum or as a quotient without negative powers."""
    found = search.same(body, simple(search, body))
    if found is None and (pair := cleared(search, body)) is not None:
        found = search.same(body, div(*pair))
    return found


def split(search: Search, body: Term) -> Fact | None:
    """A quotient as a product of factors and inverses, none of which grows beyond all bounds."""
    pairs = list(flat(body))
    factors = [f if up else div(ONE, f) for f, up in pairs if f != ONE]
    if body.head != "div" or len(factors) < 2 or any(search.size(f) not in (FINITE, VANISHES) for f in factors):
        return None
    return search.same(body, mul(*factors))


def leading(search: Search, body: Term) -> Fact | None:
    """The largest terms of sums taken out."""
    found = dominated(search, body)
    return None if found is None else search.same(body, found[0])


def wave(search: Search, body: Term) -> Fact | None:
    """A product of something that tends to 0 and a sine, a cosine or a power of -1."""
    pairs = list(flat(body))
    for place, (factor, up) in enumerate(pairs):
        rest = product(pairs[:place] + pairs[place + 1 :])
        turns = factor.head in ("sin", "cos") or (factor.head == "pow" and factor.args[0] == num(-1))
        if not (up or factor.head == "pow") or not turns or search.size(rest) != VANISHES:
            continue
        inner, x = search.inside((body,))
        if inner.context.sign(search.at(rest, x)) & NEG:
            rest = neg(rest)
        if inner.context.sign(search.at(rest, x)) & NEG or not all(map(search.value, (neg(rest), rest))):
            continue

        def show(builder: Builder, x: Term, wave: Term = factor, size: Term = rest) -> None:
            here, most, sign = search.at(body, x), search.at(size, x), search.at(wave, x)
            if wave.head == "pow":  # its square is 1
                gaps = [div(mul(most, power(u, num(2))), num(2)) for u in (add(ONE, sign), sub(ONE, sign))]
                for side in (Fact("le", neg(most), here), Fact("le", here, most)):
                    any(builder.combine(side, gap=gap) for gap in gaps)
                return
            laws = [
                instance(builder, f"{wave.head} {end}", {"x": search.at(wave.args[0], x)}) for end in ("most", "least")
            ]
            for fact in (Fact("le", neg(most), here), Fact("le", here, most)):
                any(builder.combine(fact, [(law, most)]) for law in laws if law) or linear(builder, fact)

        return squeezed(search, body, neg(rest), rest, show)
    return None


def exponential(search: Search, body: Term) -> Fact | None:
    """m exp(-u) lies between 0 and m / (1 + u/k)**k, for u that grows beyond all bounds."""
    pairs = list(flat(body))
    exps = [(f, up) for f, up in pairs if _rises(search, f) and search.size(f) != FINITE]
    u = add(*(neg(_rate(f)) if up else _rate(f) for f, up in exps))
    if not exps or search.size(body) != VANISHES or search.size(u) != INFINITE or search.sizes.sign(u) < 0:
        return None
    u, m = simple(search, u), product([pair for pair in pairs if pair not in exps])
    if any(v.head == "pow" and search.moves(v.args[0]) and free(v.args[1]) for v in walk(m)):
        return None  # how many times to differentiate, or which power is enough, depends on other symbols
    for k in range(1, MOST_POWERS):
        above = div(m, _compound(u, k)[-1])
        if search.size(above) != VANISHES:
            continue
        inner, x = search.inside((body,))
        up = not inner.context.sign(search.at(m, x)) & NEG
        if search.value(above) is None or search.value(ZERO) is None:
            return None
        bounds = (ZERO, above) if up else (above, ZERO)
        return squeezed(search, body, *bounds, _tangent(search, body, m, u, k, up))
    return None


def _rises(search: Search, factor: Term) -> bool:
    """Whether a factor is an exponential of the symbol, or a power of something else with the symbol above."""
    if factor.head == "pow" and not search.moves(factor.args[0]):
        return search.moves(factor) and search.builder.holds(Fact("lt", ZERO, factor.args[0]))
    return search.moves(factor) and factor.head == "exp"


def _rate(factor: Term) -> Term:
    """u of exp(u), v log(b) of b**v."""
    return mul(factor.args[1], Term("log", (factor.args[0],))) if factor.head == "pow" else factor.args[0]


def _tangent(search: Search, body: Term, m: Term, u: Term, k: int, up: bool) -> Callable[[Builder, Term], None]:
    """Steps for m exp(-u) <= m / (1 + u/k)**k from exp(u/k) >= 1 + u/k > 0."""

    def show(inner: Builder, x: Term) -> None:
        size, (part, base, falling) = search.at(m, x), _compound(search.at(u, x), k)
        law = instance(inner, "exp tangent", {"x": part})
        if k > 1:
            law = instance(inner, "power rises", {"p": num(k), "x": base, "y": Term("exp", (part,))})
        here, above = search.at(body, x), div(size, falling)
        factor = div(mul(size, Term("exp", (neg(search.at(u, x)),))), falling)
        low, high, by = (here, above, factor) if up else (above, here, neg(factor))
        if law is not None:
            inner.combine(Fact("le", low, high), [(law, by)])

    return show


def _compound(u: Term, k: int) -> tuple[Term, Term, Term]:
    """u/k, 1 + u/k and (1 + u/k)**k."""
    part = u if k == 1 else div(u, num(k))
    base = add(ONE, part)
    return part, base, base if k == 1 else power(base, num(k))


def squeezed(
    search: Search, body: Term, below: Term, above: Term, show: Callable[[Builder, Term], object], value: Term = ZERO
) -> Fact | None:
    """The limit of a body between two terms with this limit, which are known."""
    data = {"below": to_json(below), "above": to_json(above)}
    return search.conclude(body, value, "squeeze", (below, above), show, **data)


def exponent(search: Search, body: Term) -> Fact | None:
    """u**v as exp(v log u), wherever v depends on the symbol."""

    def opened(term: Term) -> Term:
        if term.head in BINDERS or not search.moves(term):
            return term
        inner = map_args(term, opened)
        if inner.head != "pow" or not search.moves(inner.args[1]):
            return inner
        return Term("exp", (mul(inner.args[1], Term("log", (inner.args[0],))),))

    return search.same(body, opened(body))


def lhopital(search: Search, body: Term) -> Fact | None:
    """L'Hôpital's rule."""
    for top, bottom in quotients(search, body):
        zero = search.size(top) == search.size(bottom) == VANISHES
        if not zero and search.size(bottom) != INFINITE:
            continue
        slopes = [_slope(search, part) for part in (top, bottom)]
        if None in slopes:
            continue
        above, below = (s for s in slopes if s is not None)
        limits = [search.value(part) for part in ((top, bottom) if zero else (div(ONE, bottom),))]
        found = search.value(div(above, below)) if all(limits) else None
        if found is None:
            continue
        data = {"above": to_json(above), "below": to_json(below)} | ({} if zero else {"infinite": True})
        whole = div(top, bottom)
        about = (div(ONE, bottom), div(ONE, below), above)
        claim = search.conclude(whole, found.right, "lhopital", about, **data)
        if claim is not None:
            return (
                claim if whole == body else search.conclude(body, found.right, "near", (whole,), other=to_json(whole))
            )
    return None


def _slope(search: Search, part: Term) -> Term | None:
    """The derivative of a part, simplified."""
    _inner, x = search.inside((part,))
    try:
        slope = differentiate(search.at(part, x), x.name, search.builder.functions, Conditions())
    except (Reject, RecursionError):
        return None
    return simple(search, substitute(slope, {x.name: sym(search.name)}))
