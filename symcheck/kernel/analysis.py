"""Rules of analysis: derivatives, integrals, maxima, the mean value theorem, extreme points."""

from __future__ import annotations

from collections.abc import Callable

from symcheck.kernel import calculus as c
from symcheck.kernel import term as t
from symcheck.kernel.facts import Fact, map_fact
from symcheck.kernel.step import Step
from symcheck.kernel.term import Term, require


def derivative(step: Step) -> None:
    """deriv(x, f, p) = g, from the table; its conditions must be known at p."""
    value, needs = c.derivative_at(step.left("deriv", "a derivative"), step.proof.functions)
    step.need(*needs)
    step.conclude(value)


def integral(step: Step) -> None:
    """integral = F(hi) - F(lo) for F continuous on [lo, hi] whose derivative inside is the integrand, continuous there.

    That is the fundamental theorem; it covers an integrand unbounded at an end, an improper integral, as well.
    ``flip`` says that hi <= lo is what is known, ``integrand`` a term that is equal inside and seen to be continuous.
    """
    left = step.left("integral", "an integral")
    start, end = left.args[1:]
    low, high = _ordered(step, start, end)
    primitive, _, _ = _antiderivative(step, left, low, high, low)
    step.conclude(t.sub(primitive(end), primitive(start)))


def _ordered(step: Step, start: Term, end: Term) -> tuple[Term, Term]:
    """The ends of an interval, the lower one first."""
    low, high = (end, start) if step.data.get("flip") is True else (start, end)
    step.need(Fact("le", low, high))
    return low, high


def pieces(step: Step) -> None:
    """integral from lo to hi = that from lo to ``cut`` + that from ``cut`` to hi.

    Either both of these exist, or the whole does and the cut lies between its ends; then all exist.
    """
    left, cut, existing = step.left("integral", "an integral"), step.term("cut"), step.proof.existing
    start, end = left.args[1:]
    parts = [Term("integral", (left.args[0], *ends), left.name) for ends in ((start, cut), (cut, end))]
    if left in existing:
        low, high = _ordered(step, start, end)
        step.need(Fact("le", low, cut), Fact("le", cut, high))
    else:
        require(existing.issuperset(parts), "no step shows that both parts exist")
        existing.add(left)
    existing.update(parts)
    step.conclude(t.add(*parts))


def improper(step: Step) -> None:
    """limit of the integral from lo + s to hi, or from lo to hi - s, = integral from lo to hi, for lo < hi.

    If one of them exists, the other does.
    """
    left, whole, existing = step.left("limit", "a limit"), step.claim.right, step.proof.existing
    require(whole.head == "integral", "the rule needs an integral on the right of =")
    body, low, high = whole.args
    s = t.sym(left.name)
    require(s.name not in t.free(whole), "the bound symbol is used twice")
    near = [Term("integral", (body, *ends), whole.name) for ends in ((t.add(low, s), high), (low, t.sub(high, s)))]
    require(left.args[0] in near, "the limit is not that of", *near)
    step.need(Fact("lt", low, high))
    step.defined(low, high)
    require(existing & {left, whole}, "no step shows that one of them exists")
    existing.update((left, whole))


def leibniz(step: Step) -> None:
    """deriv(x, integral of f(u, x) from a to b, p) = f(b) b' - f(a) a' + integral of the derivative of f in x, at p.

    At p the conditions of that derivative hold for all u in [a, b], and those of the derivative of f in u where an end
    moves with x.  They are strict between continuous terms, so they hold about this compact interval too, and f and its
    derivative are continuous there.
    """
    left, functions = step.left("deriv", "a derivative"), step.proof.functions
    whole, name, at = left.args[0], left.name, {left.name: left.args[1]}
    require(whole.head == "integral", "the rule needs the derivative of an integral")
    u = t.sym(step.fresh(whole.name, t.sym(name), whole, left.args[1]))
    body, (start, end) = t.substitute(whole.args[0], {whole.name: u}), whole.args[1:]
    needs = c.Conditions()
    slope = c.differentiate(body, name, functions, needs)
    low, high = _ordered(step, *(t.substitute(e, at) for e in (start, end)))
    step.defined(low, high)
    closed, _ = step.nested(step.items("closed"), Fact("le", low, u), Fact("le", u, high))
    closed.need(*(map_fact(need, at) for need in needs))
    for part in (body, slope):
        step.smooth(part, name)
        closed.continuous(t.substitute(part, at), u.name)
    value = t.ZERO
    for side, sign in ((end, t.ONE), (start, t.num(-1))):
        if name in t.free(side):
            speed, moving = c.derivative_at(t.deriv(side, name, left.args[1]), functions)
            place = t.substitute(side, at)
            _, there = c.derivative_at(t.deriv(t.substitute(body, at), u.name, place), functions)
            step.need(*moving, *there)
            value = t.add(value, t.mul(sign, t.substitute(body, {**at, u.name: place}), speed))
    if slope != t.ZERO:
        inner = Term("integral", (t.substitute(slope, at), *(t.substitute(e, at) for e in (start, end))), u.name)
        step.proof.existing.add(inner)
        value = t.add(value, inner)
    step.conclude(value)


def at_least(step: Step) -> None:
    """F(hi) - F(cut) <= integral, for lo <= cut <= hi and an integrand that is never negative.

    The integral exists, as is assumed of a side of an equation that is refuted.
    """
    whole, cut = step.claim.right, step.term("cut")
    require(step.claim.rel == "le" and whole.head == "integral", "the rule needs an integral on the right of <=")
    require(
        whole in step.proof.existing, "it is not shown to exist, and no equation with this integral is being refuted"
    )
    low, high = whole.args[1:]
    step.need(Fact("le", low, cut), Fact("le", cut, high))
    primitive, inside, body = _antiderivative(step, whole, low, high, cut)
    inside.need(Fact("le", t.ZERO, body))
    require(step.context.equal(t.sub(primitive(high), primitive(cut)), step.claim.left), "that is not the bound")


def _antiderivative(
    step: Step, whole: Term, low: Term, high: Term, cut: Term
) -> tuple[Callable[[Term], Term], Step, Term]:
    """The antiderivative that a step names, the step as it stands at an x inside ]low, high[, the integrand at x.

    The derivative inside is the integrand; both are continuous there, and the antiderivative is on [cut, high].
    """
    given, functions = step.term("antiderivative"), step.proof.functions
    other = step.term("integrand") if "integrand" in step.data else whole.args[0]
    name = step.fresh(whole.name, *(t.deriv(u, whole.name, cut) for u in (given, other)))  # but for the bound symbol
    x = t.sym(name)
    body, same, primitive = (t.substitute(u, {whole.name: x}) for u in (whole.args[0], other, given))
    step.need(Fact("le", low, high))
    inside, _ = step.nested(step.items("open"), Fact("lt", low, x), Fact("lt", x, high))
    closed, _ = step.nested(step.items("closed"), Fact("le", cut, x), Fact("le", x, high))
    needs = c.Conditions()
    slope = c.differentiate(primitive, name, functions, needs)
    inside.need(*needs)
    shown = Fact("eq", body, same) in inside.context.facts or inside.context.equal(body, same)
    require(shown, "not shown to be equal:", body, same)
    require(inside.context.equal(slope, same), "the antiderivative has the derivative", slope)
    inside.defined(body)
    inside.continuous(same, name)
    closed.continuous(primitive, name)
    return lambda end: t.substitute(primitive, {name: end}), inside, body


def rising(step: Step) -> None:
    """f(low) <= f(high) for low <= high, f continuous between and its derivative >= 0 inside; for <: low < high, > 0.

    That is the mean value theorem; ``of`` is f in the symbol ``name``.
    """
    claim, given, name = step.claim, step.term("of"), t.as_name(step.data.get("name"))
    low, high = step.term("low"), step.term("high")
    require(claim.rel in ("lt", "le"), "the rule shows < and <=")
    step.need(Fact(claim.rel, low, high))
    x = step.fresh(name, t.deriv(given, name, low), high)
    body = t.substitute(given, {name: t.sym(x)})
    inside, _ = step.nested(step.items("open"), Fact("lt", low, t.sym(x)), Fact("lt", t.sym(x), high))
    closed, _ = step.nested(step.items("closed"), Fact("le", low, t.sym(x)), Fact("le", t.sym(x), high))
    needs = c.Conditions()
    slope = c.differentiate(body, x, step.proof.functions, needs)
    inside.need(*needs)
    inside.show(Fact(claim.rel, t.ZERO, slope))
    closed.continuous(body, x)
    for side, end in ((claim.left, low), (claim.right, high)):
        require(step.context.equal(side, t.substitute(given, {name: end})), side, "is not f at", end)


def stationary(step: Step) -> None:
    """deriv(x, f, p) = 0, since f(x) <= f(p), or f(x) >= f(p), for every x in ]low, high[, in which p lies."""
    left, low, high = step.left("deriv", "a derivative"), step.term("low"), step.term("high")
    place = left.args[1]
    step.need(Fact("lt", low, place), Fact("lt", place, high))
    x = t.sym(step.fresh(left.name, low, high))
    here, there = (t.substitute(left.args[0], {left.name: u}) for u in (place, x))
    inside, _ = step.nested(step.items("steps"), Fact("lt", low, x), Fact("lt", x, high))
    options = (Fact("le", there, here), Fact("le", here, there))
    require(any(o in inside.context.facts for o in options), "not shown:", options[0])
    _, needs = c.derivative_at(left, step.proof.functions)
    step.need(*needs)
    step.conclude(t.ZERO)


def maximum(step: Step) -> None:
    """sup(x, f, lo) = f(w) for a w >= lo such that f(x) <= f(w) for every x >= lo."""
    left, best = step.left("sup", "a maximum"), step.term("at")
    low, x = left.args[1], t.sym(step.fresh(left.name, best))
    top, body = (t.substitute(left.args[0], {left.name: u}) for u in (best, x))
    step.need(Fact("le", low, best))
    inner, last = step.nested(step.items("steps"), Fact("le", low, x))
    require(last == Fact("le", body, top), "the steps must end in", Fact("le", body, top))
    inner.need(c.defined(body))
    step.need(c.defined(top))
    step.conclude(top)


def attained(step: Step) -> None:
    """f(w) <= sup(x, f, lo) for a w in [lo, cut], f continuous on [lo, cut] and f(x) <= f(w) for every x >= cut.

    That is the extreme value theorem: the greatest value on [lo, cut] is attained there, and is the greatest of all.
    """
    whole, best, cut = _above(step), step.term("at"), step.term("cut")
    low, x = whole.args[1], t.sym(step.fresh(whole.name, best, cut))
    top, body = (t.substitute(whole.args[0], {whole.name: u}) for u in (best, x))
    step.need(Fact("le", low, best), Fact("le", best, cut), c.defined(top))
    closed, _ = step.nested(step.items("closed"), Fact("le", low, x), Fact("le", x, cut))
    closed.continuous(body, x.name)
    tail, _ = step.nested(step.items("tail"), Fact("le", cut, x))
    tail.need(c.defined(body))
    tail.show(Fact("le", body, top))
    require(step.context.equal(top, step.claim.left), "the value there is", top)
    step.proof.existing.add(whole)


def beneath(step: Step) -> None:
    """f(p) <= sup(x, f, lo) for a p >= lo, of a maximum that is known to exist."""
    whole, place = _above(step), step.term("at")
    require(whole in step.proof.existing, "no step shows that", whole, "exists")
    value = t.substitute(whole.args[0], {whole.name: place})
    step.need(Fact("le", whole.args[1], place), c.defined(value))
    require(step.context.equal(value, step.claim.left), "the value there is", value)


def _above(step: Step) -> Term:
    whole = step.claim.right
    require(step.claim.rel == "le" and whole.head == "sup", "the rule needs a maximum on the right of <=")
    return whole
