"""Rules about limits: ``limit(x, f)`` is that of f as x falls to 0.

Each step names a positive ``until`` free of x, and replays its sub-proof where 0 < x < until and x is as small as it
takes for what tends to something positive to be positive.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from symcheck.kernel import calculus as c
from symcheck.kernel import term as t
from symcheck.kernel.facts import Fact, fact_to_json
from symcheck.kernel.step import Step
from symcheck.kernel.term import ONE, ZERO, Reject, Term, as_table, div, require


def _near(step: Step, left: Term, *mentioned: Term, existing: Iterable[Term] = ()) -> tuple[Step, Term]:
    """The step as it stands at a small x > 0, after its sub-proof, and that x.

    So small that the terms ``positive`` in the bound symbol, whose limits are known to be positive, are so at x.  What
    ``existing`` says in terms of it exists there too.
    """
    until, positive = step.term("until"), [t.from_json(u) for u in step.items("positive")]
    step.need(Fact("lt", ZERO, until), *(Fact("lt", ZERO, _known(step, u, left.name)) for u in positive))
    x = t.sym(step.fresh(left.name, until, *(t.limit(u, left.name) for u in (*mentioned, *positive))))
    small = [Fact("lt", ZERO, x), Fact("lt", x, until), *(Fact("lt", ZERO, _at(left, u, x)) for u in positive)]
    inside, _ = step.nested(step.items("steps"), *small, existing=[_at(left, u, x) for u in existing])
    return inside, x


def _at(left: Term, body: Term, x: Term) -> Term:
    return t.substitute(body, {left.name: x})


def _known(step: Step, body: Term, name: str) -> Term:
    """The value of a limit, from an equation before the step; it exists."""
    whole = t.limit(body, name)
    require(whole in step.proof.existing, "no step shows that", whole, "exists")
    values = [f.right for f in step.context.facts if f.rel == "eq" and f.left == whole]
    require(values, "no fact says what is", whole)
    return values[0]


def approach(step: Step) -> None:
    """limit f = f(0), for f continuous on [0, until[."""
    left, until = step.left("limit", "a limit"), step.term("until")
    step.need(Fact("lt", ZERO, until))
    x = t.sym(step.fresh(left.name, until))
    inside, _ = step.nested(step.items("steps"), Fact("le", ZERO, x), Fact("lt", x, until))
    inside.continuous(_at(left, left.args[0], x), x.name)
    step.conclude(_at(left, left.args[0], ZERO))


def definition(step: Step) -> None:
    """limit f = a, since |f(x) - a| <= e for every e > 0 and every x in ]0, r[, for an r > 0 that e alone determines.

    ``within`` is r in the symbol ``name``; the steps ``positive`` show that it is positive.
    """
    left, given, name = step.left("limit", "a limit"), step.term("within"), t.as_name(step.data.get("name"))
    e = t.sym(step.fresh(name, t.limit(given, name)))
    x, radius = t.sym(step.fresh(left.name, given, e)), t.substitute(given, {name: e})
    some, _ = step.nested(step.items("positive"), Fact("lt", ZERO, e))
    some.need(Fact("lt", ZERO, radius), c.defined(radius))
    inside, _ = step.nested(step.items("steps"), Fact("lt", ZERO, e), Fact("lt", ZERO, x), Fact("lt", x, radius))
    here = _at(left, left.args[0], x)
    step.defined(step.claim.right)
    inside.defined(here)
    gap = t.sub(here, step.claim.right)
    inside.show(Fact("le", t.neg(e), gap), Fact("le", gap, e))
    step.conclude(step.claim.right)


def near(step: Step) -> None:
    """limit f = limit g, which is known, for f = g near 0."""
    left, other = step.left("limit", "a limit"), step.term("other")
    value = _known(step, other, left.name)
    inside, x = _near(step, left, other)
    here, there = (_at(left, u, x) for u in (left.args[0], other))
    shown = Fact("eq", here, there) in inside.context.facts or inside.context.equal(here, there)
    require(shown, "not shown to be equal:", here, there)
    inside.defined(here)
    step.conclude(value)


def order(step: Step) -> None:
    """limit f <= a, or a <= limit f, where the same holds of f at points as near to 0 as one likes.

    For every small x > 0 the term ``at`` in the bound symbol names such a point in ]0, x].  The limit exists, as is
    assumed of a side of an equation that is refuted; so the integrals and the like in f exist at such a point, though
    not those in ``at``.  If there are any, the first steps show the place of the point without that.
    """
    claim, place, fit = step.claim, step.term("at"), step.proof.existing
    whole = next((u for u in (claim.left, claim.right) if u.head == "limit" and u in fit), None)
    if claim.rel != "le" or whole is None:
        raise Reject("the rule needs a limit on a side of <=, which is shown or, in a refutation, assumed to exist")
    fitting = [_at(whole, u, place) for u in t.outer(whole.args[0])]
    if fitting:
        steps, (_, x) = step.items("steps"), _near(replace(step, data={**step.data, "steps": []}), whole, place)
        there = [Fact("lt", ZERO, _at(whole, place, x)), Fact("le", _at(whole, place, x), x)]
        wanted = [fact_to_json(fact) for fact in there]
        count = max((n for n, entry in enumerate(steps, 1) if as_table(entry).get("claim") in wanted), default=0)
        alone, _ = _near(replace(step, data={**step.data, "steps": steps[:count]}), whole, place)
        alone.show(*there)
    inside, x = _near(step, whole, place, existing=fitting)
    point = _at(whole, place, x)
    here = claim.map(lambda side: _at(whole, whole.args[0], point) if side == whole else side)
    inside.show(Fact("lt", ZERO, point), Fact("le", point, x), here)


def squeeze(step: Step) -> None:
    """limit f = limit g = limit h, which are known and equal, for g <= f <= h near 0."""
    left, below, above = step.left("limit", "a limit"), step.term("below"), step.term("above")
    values = [_known(step, u, left.name) for u in (below, above)]
    require(step.context.equal(*values), "the bounds have different limits")
    inside, x = _near(step, left, below, above)
    low, here, high = (_at(left, u, x) for u in (below, left.args[0], above))
    inside.show(Fact("le", low, here), Fact("le", here, high))
    inside.defined(low, here, high)
    step.conclude(values[0])


def compose(step: Step) -> None:
    """limit F(u, v, …) = F(limit u, limit v, …), which are known, for F continuous there and defined near 0."""
    left, outer = step.left("limit", "a limit"), step.term("outer")
    inner = {name: t.from_json(u) for name, u in as_table(step.data.get("inner")).items()}
    require(not {left.name} & inner.keys() and left.name not in t.free(outer), "the bound symbol is used twice")
    whole = t.substitute(outer, inner)
    require(whole == left.args[0], "the limit is of another term than", whole)
    values = {name: _known(step, u, left.name) for name, u in inner.items()}
    for name in inner:
        step.smooth(outer, name)
    inside, x = _near(step, left)
    inside.defined(_at(left, left.args[0], x))
    found = t.substitute(outer, values)
    step.defined(found)
    step.conclude(found)


def along(step: Step) -> None:
    """limit f(w) = limit f, which is known, for a w that tends to 0 and is positive near 0."""
    left, outer, inner = step.left("limit", "a limit"), step.term("outer"), step.term("inner")
    require(t.substitute(outer, {left.name: inner}) == left.args[0], "the limit is of another term")
    require(step.context.equal(_known(step, inner, left.name), ZERO), inner, "does not tend to 0")
    value = _known(step, outer, left.name)
    inside, x = _near(step, left, outer, inner)
    here = _at(left, inner, x)
    inside.show(Fact("lt", ZERO, here))
    inside.defined(here)
    step.conclude(value)


def lhopital(step: Step) -> None:
    """limit f/g = limit f'/g', which is known, where f and g tend to 0, or 1/g does; g and g' have no zero near 0."""
    left = step.left("limit", "a limit")
    require(left.args[0].head == "div", "the rule needs the limit of a quotient")
    top, bottom = left.args[0].args
    if step.data.get("infinite") is True:
        require(
            step.context.equal(_known(step, div(ONE, bottom), left.name), ZERO), "1 /", bottom, "does not tend to 0"
        )
    else:
        for part in (top, bottom):
            require(step.context.equal(_known(step, part, left.name), ZERO), part, "does not tend to 0")
    above, below = (step.term(key) for key in ("above", "below"))
    value = _known(step, div(above, below), left.name)
    inside, x = _near(step, left, above, below)
    for part, slope in ((top, above), (bottom, below)):
        needs = c.Conditions()
        found = c.differentiate(_at(left, part, x), x.name, step.proof.functions, needs)
        inside.need(*needs)
        require(inside.context.equal(found, _at(left, slope, x)), "the derivative is", found)
    inside.show(*(Fact("ne", _at(left, u, x), ZERO) for u in (bottom, below)))
    inside.defined(_at(left, left.args[0], x))
    step.conclude(value)
