"""What is rounded down to the same integer throughout, and limits of what is rounded down."""

from __future__ import annotations

from symcheck.kernel.facts import Fact
from symcheck.kernel.laws import LAWS
from symcheck.kernel.term import ONE, Term, add, num, rewrite, to_json
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.laws import instance, outside
from symcheck.procedures.limit_search import Search
from symcheck.procedures.linear import linear


def constant(builder: Builder, rounded: Term, number: int, prove: Prove) -> Fact | None:
    """``floor(u) = n`` with steps for it, where n <= u < n + 1 can be shown."""
    u, n = rounded.args[0], num(number)
    same, least, most = Fact("eq", rounded, n), Fact("le", n, u), Fact("lt", u, num(number + 1))
    if not all(builder.combine(fact) or linear(builder, fact) or prove(builder, fact) for fact in (least, most)):
        return None
    below, above = Fact("lt", rounded, num(number + 1)), Fact("lt", n, add(rounded, ONE))
    for bound, name, fact in ((below, "floor", most), (above, "floor next", least)):
        instance(builder, name, {"x": u})
        _, law = LAWS[name].at({"x": u})
        if not builder.combine(bound, [(law, ONE), (fact, ONE)]):
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
