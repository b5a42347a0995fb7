"""Inequalities under equations: a symbol is replaced by what an equation says that it is."""

from __future__ import annotations

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import ONE, Term, free, rewrite, sub, sym
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.tactics import solved


def by_equations(builder: Builder, goal: Fact, prove: Prove, depth: int = 2) -> bool:
    """The goal without a symbol in which an equation that is known is linear."""
    if goal.rel == "eq" or depth == 0:
        return False
    for equation in [f for f in builder.given if f.rel == "eq" and f in builder.context.facts]:
        for name in sorted(equation.free() & goal.free(), reverse=True):
            value = _value(builder, equation, name)
            if value is None:
                continue
            same = Fact("eq", sym(name), value)
            _carry(builder, name, same)
            plain = goal.map(lambda side, n=name, v=value: rewrite(side, sym(n), v))  # type: ignore[misc]
            shown = builder.combine(plain) or prove(builder, plain) or by_equations(builder, plain, prove, depth - 1)
            return shown and builder.combine(goal, [(plain, ONE)], rewrite=[same])
    return False


def _value(builder: Builder, equation: Fact, name: str) -> Term | None:
    """What the symbol is, by a step; None if the equation is not linear in it."""
    value = solved(builder, equation, sym(name))
    if value is None or name in free(value) or equation.left.head == "floor":
        return None
    same = Fact("eq", sym(name), value)
    if same in builder.context.facts:
        return value
    factor = builder.ratio(same, equation)
    return value if factor is not None and builder.combine(same, [(equation, factor)]) else None


def _carry(builder: Builder, name: str, same: Fact) -> None:
    """What is known of the symbol, said of its value; a sum that is said to be positive is looked at."""
    for fact in builder.context.facts.copy():
        if fact.rel not in ("lt", "le") or name not in fact.free():
            continue
        moved = fact.map(lambda side: rewrite(side, sym(name), same.right))
        change = Fact("eq", sub(fact.right, fact.left), sub(moved.right, moved.left))
        factor = builder.ratio(change, same)
        if factor is not None and builder.combine(moved, [(fact, ONE), (same, factor)]):
            builder.given += (moved,)
