"""Steps by the rule ``rising``: the order of two values of a function, from the sign of its slope between."""

from __future__ import annotations

from symcheck.kernel.calculus import Conditions, conditions, differentiate
from symcheck.kernel.facts import Fact, rational
from symcheck.kernel.term import ONE, ZERO, Reject, Term, free, substitute, to_json, walk
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.ranges import between


def rise(builder: Builder, rel: str, name: str, body: Term, low: Term, high: Term, prove: Prove) -> Fact | None:
    """The step for body(low) rel body(high), or None; ``prove`` shows the sign of the slope, and what that needs.

    The symbol ``name`` is a new one.
    """
    order = Fact(rel, low, high)
    if not builder.holds(order) and not prove(builder, order):
        return None
    inner, outer = between(builder, "lt", low, name, high), between(builder, "le", low, name, high)
    needs = Conditions()
    try:
        slope = differentiate(body, name, builder.functions, needs)
    except Reject:
        return None
    for branch, wanted in ((outer, _defined(body)), (inner, needs)):
        bounds(branch, name)
        for need in wanted:
            if need.rel != "eq" and not branch.known(need) and not _shown(branch, need, prove):
                return None
    target = Fact(rel, ZERO, slope)
    if not inner.holds(target) and not prove(inner, target):
        return None
    claim = Fact(rel, *(substitute(body, {name: end}) for end in (low, high)))
    data = {"of": to_json(body), "name": name, "low": to_json(low), "high": to_json(high)}
    if not builder.step(claim, "rising", **data, open=inner.steps, closed=outer.steps):
        return None
    builder.given += (claim,)
    return claim


def _shown(builder: Builder, need: Fact, prove: Prove) -> bool:
    if need.rel != "ne":
        return prove(builder, need)
    return prove(builder, Fact("lt", need.right, need.left)) or prove(builder, Fact("lt", need.left, need.right))


def _defined(body: Term) -> Conditions:
    """What the parts of a term need in order to be defined."""
    found = [need for part in walk(body) for need in conditions(part)]
    bases = [t.args[0] for t in walk(body) if t.head == "pow" and rational(t.args[1]) is None]
    return list(dict.fromkeys([*found, *(Fact("lt", ZERO, base) for base in bases)]))


def bounds(builder: Builder, name: str) -> None:
    """Bounds of a symbol by closed terms, where it is bounded by a term that has one."""
    facts = [f for f in builder.context.facts if f.rel in ("lt", "le")]
    for one in facts:
        for two in facts:
            if one.right != two.left or bool(free(one.left)) == bool(free(two.right)):
                continue
            end, inner = (two.right, one.left) if free(one.left) else (one.left, two.right)
            rel = "lt" if "lt" in (one.rel, two.rel) else "le"
            claim = Fact(rel, one.left, two.right)
            if inner.head == "sym" and inner.name == name and claim not in builder.context.facts and not free(end):
                builder.combine(claim, [(one, ONE), (two, ONE)])
