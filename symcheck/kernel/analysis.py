"""Rules of analysis: derivatives, integrals, maxima, the mean value theorem, extreme points."""

from __future__ import annotations

from collections.abc import Callable

from symcheck.kernel import calculus as c
from symcheck.kernel import term as t
from symcheck.kernel.facts import Fact
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
    ``flip`` says that hi <= lo is what is known.
    """
    left = step.left("integral", "an integral")
    start, end = left.args[1:]
    low, high = (end, start) if step.data.get("flip") is True else (start, end)
    primitive, _, _ = _antiderivative(step, left, low, high, low)
    step.conclude(t.sub(primitive(end), primitive(start)))


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
    name = step.fresh(whole.name, t.deriv(given, whole.name, cut))  # given, but for its own bound symbol
    x = t.sym(name)
    body, primitive = (t.substitute(u, {whole.name: x}) for u in (whole.args[0], given))
    step.need(Fact("le", low, high))
    inside, _ = step.nested(step.items("open"), Fact("lt", low, x), Fact("lt", x, high))
    closed, _ = step.nested(step.items("closed"), Fact("le", cut, x), Fact("le", x, high))
    needs = c.Conditions()
    slope = c.differentiate(primitive, name, functions, needs)
    inside.need(*needs)
    require(inside.context.equal(slope, body), "the antiderivative has the derivative", slope)
    inside.continuous(body, name)
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
