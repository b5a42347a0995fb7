"""Facts about integers: the next integer, cases at 0, induction."""

from __future__ import annotations

from symcheck.kernel.facts import NEG, POS, Fact, map_fact, rational, whole
from symcheck.kernel.term import ONE, ZERO, Term, add, num, substitute, sym, to_json, walk
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.linear import signs


def next_integers(builder: Builder) -> None:
    """1 <= n from 0 < n, and n <= -1 from n < 0, for integers; likewise for other integer bounds."""
    for fact in builder.context.facts.copy():
        if fact.rel != "lt" or not all(map(builder.context.whole, (fact.left, fact.right))):
            continue
        low, high = rational(fact.left), rational(fact.right)
        claim = Fact("le", add(fact.left, ONE), fact.right)
        if low is not None and builder.step(claim, "next"):
            builder.learn(Fact("le", num(low + 1), fact.right), claim)
        elif high is not None and builder.step(claim, "next"):
            builder.learn(Fact("le", fact.left, num(high - 1)), claim)


def by_cases(builder: Builder, goal: Fact, prove: Prove) -> bool:
    """The goal below, at and above 0 for an integer of unknown sign."""

    def show(branch: Builder, _case: Fact) -> bool:
        next_integers(branch)
        return branch.combine(goal) or prove(branch, goal)

    for name in sorted(goal.free()):
        n = sym(name)
        sign = builder.context.sign(n)
        if whole(n) not in builder.context.facts or not (sign & NEG and sign & POS):
            continue
        return builder.split(goal, n, ZERO, show, absurd=False)
    return False


def by_induction(builder: Builder, goal: Fact, prove: Prove) -> bool:
    """The goal for every integer from a bound on, for a symbol that is known to be an integer."""
    for name in sorted(goal.free()):
        if whole(sym(name)) not in builder.context.facts:
            continue
        lows = [f.left for f in builder.context.facts if f.rel == "le" and f.right == sym(name)]
        for low in sorted({v for bound in lows if (v := rational(bound)) is not None}, reverse=True):
            if low.denominator == 1 and _induction(builder, goal, name, num(low), prove):
                return True
    return False


def _induction(builder: Builder, goal: Fact, name: str, low: Term, prove: Prove) -> bool:
    kept = [f for f in builder.context.facts if name not in f.free()]
    m = sym(builder.fresh("m", goal.left, goal.right))
    base = Builder(builder.functions, builder.judged, kept, every=builder.every)
    first = map_fact(goal, {name: low})
    if not (base.combine(first) or base.enclose(first) or prove(base, first)):
        return False
    claim, after = (map_fact(goal, {name: u}) for u in (m, add(m, ONE)))
    inner = Builder(
        builder.functions, builder.judged, [*kept, whole(m), Fact("le", low, m), claim], every=builder.every
    )
    signs(inner)
    for side in (after.left, after.right):
        for term in [u for u in walk(side) if u.head == "sum" and u.args[2] == add(m, ONE)]:
            last = substitute(term.args[0], {term.name: term.args[2]})
            shorter = Term("sum", (*term.args[:2], m), term.name)
            order = Fact("le", term.args[1], term.args[2])
            if not inner.combine(order):
                prove(inner, order)
            equation = Fact("eq", term, add(shorter, last))
            if inner.step(equation, "last"):
                inner.given += (equation,)
    if not (inner.combine(after) or prove(inner, after)):
        return False
    data = {"on": name, "low": to_json(low), "base": base.steps, "step": inner.steps}
    return builder.step(goal, "induction", **data)
