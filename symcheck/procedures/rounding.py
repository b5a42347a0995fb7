"""What is rounded down to the same integer throughout, and limits of what is rounded down."""

from __future__ import annotations

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import ONE, Term, add, num, rewrite, sub, to_json
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.laws import instance, outside
from symcheck.procedures.limit_search import Search
from symcheck.procedures.linear import linear
from symcheck.procedures.sizes import INFINITE


def constant(builder: Builder, rounded: Term, number: int, prove: Prove) -> Fact | None:
    """``floor(u) = n`` with steps for it, where n <= u < n + 1 can be shown."""
    u, n = rounded.args[0], num(number)
    same, least, most = Fact("eq", rounded, n), Fact("le", n, u), Fact("lt", u, num(number + 1))
    if not all(
        builder.known(f) or builder.combine(f) or linear(builder, f) or prove(builder, f) for f in (least, most)
    ):
        return None
    laws = [instance(builder, name, {"x": u}) for name in ("floor", "floor next")]
    below, above = Fact("lt", rounded, num(number + 1)), Fact("lt", n, add(rounded, ONE))
    if None in laws or not all(f in builder.context.facts or builder.combine(f) for f in (least, most)):
        return None
    for bound, law, fact in ((below, laws[0], most), (above, laws[1], least)):
        if law is None or not builder.combine(bound, [(law, ONE), (fact, ONE)]):
            return None
        builder.step(Fact("le", add(bound.left, ONE), bound.right), "next")
    return same if builder.split(same, rounded, n, lambda b, case: case == same and b.known(same)) else None


def level(search: Search, body: Term) -> Fact | None:
    """The limit of a body in which what is rounded down stays the same near 0."""
    for part in dict.fromkeys(u for u in outside(body) if u.head == "floor" and search.moves(u)):
        values = search.sizes.values(part)
        if not values or len(set(values)) > 1:
            continue
        other, number = rewrite(body, part, num(int(values[0]))), int(values[0])
        found = search.value(other)
        if found is None:
            continue

        def show(inner: Builder, x: Term, part: Term = part, other: Term = other, number: int = number) -> None:
            same = constant(inner, search.at(part, x), number, search.prove)
            if same is not None:
                inner.combine(Fact("eq", search.at(body, x), search.at(other, x)), rewrite=[same])

        claim = search.conclude(body, found.right, "near", (other,), show, other=to_json(other))
        if claim is not None:
            return claim
    return None


def between(search: Search, body: Term) -> Fact | None:
    """The limit of a body that lies between those with u - 1 and u in place of floor(u), for a u that grows."""
    for part in dict.fromkeys(u for u in outside(body) if u.head == "floor" and search.size(u.args[0]) == INFINITE):
        u = part.args[0]
        bounds = [rewrite(body, part, value) for value in (sub(u, ONE), u)]
        found = [search.value(bound) for bound in bounds]
        if None in found or found[0] is None:
            continue

        def show(inner: Builder, x: Term, part: Term = part, bounds: list[Term] = bounds) -> None:
            here, rounded = search.at(body, x), search.at(part, x)
            slope = sub(*(search.at(rewrite(body, part, num(value)), x) for value in (1, 0)))
            laws = [instance(inner, name, {"x": rounded.args[0]}) for name in ("floor next", "floor")]
            low, high = (search.at(bound, x) for bound in bounds)
            for fact, law in zip((Fact("le", low, here), Fact("le", here, high)), laws, strict=True):
                if law is not None:
                    inner.combine(fact, [(law, slope)])

        data = {"below": to_json(bounds[0]), "above": to_json(bounds[1])}
        return search.conclude(body, found[0].right, "squeeze", bounds, show, **data)
    return None
