"""Sums that textbook laws know: by the quotient of a term and the one before it, which tells the series."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from symcheck import bridge
from symcheck.kernel.facts import Fact, whole
from symcheck.kernel.laws import LAWS
from symcheck.kernel.term import ONE, ZERO, Term, add, div, mul, num, power, sub, substitute, sym
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.laws import instance
from symcheck.procedures.places import defined

K = sym("k")


@dataclass(frozen=True)
class Series:
    """A law about a sum from ``low``, whose terms have the quotient x times ``quotient``, a function of k and the end.

    A term at ``low`` is ``first`` times that of the law.
    """

    law: str
    low: int
    quotient: Callable[[Term, Term], Term]
    first: Callable[[Term, Term], Term]
    endless: bool = False
    fixed: Term | None = None
    names: tuple[str, ...] = ("x",)


TABLE = (
    Series("exponential series", 0, lambda k, _: div(ONE, add(k, ONE)), lambda _x, _n: ONE, endless=True),
    Series("logarithmic series", 1, lambda k, _: div(k, add(k, ONE)), lambda x, _n: x, endless=True),
    Series(
        "Basel", 1, lambda k, _: power(div(k, add(k, ONE)), num(2)), lambda _x, _n: ONE,
        endless=True, fixed=ONE, names=(),
    ),
    Series(
        "binomial alternates", 0, lambda k, n: div(sub(n, k), add(k, ONE)), lambda _x, _n: ONE,
        fixed=num(-1), names=("n",),
    ),
    Series(
        "binomial theorem", 0, lambda k, n: div(sub(n, k), add(k, ONE)), lambda _x, _n: ONE, names=("n", "x", "y")
    ),
    Series("binomial mean", 0, lambda k, n: div(sub(n, k), k), lambda x, n: mul(n, x), names=("n", "x", "y")),
)  # fmt: skip


def matched(builder: Builder, total: Term, endless: bool, prove: Prove) -> tuple[Term, Fact] | None:
    """c and a law, instantiated by a step, about a sum or series of which this one is c times."""
    body, low, high = total.args
    k = sym(total.name)
    for row in TABLE:
        if row.endless != endless or low != num(row.low):
            continue
        x = bridge.rate(body, row.quotient(k, high), total.name)
        if x is None or (row.fixed is not None and x != row.fixed):
            continue
        values = {name: {"x": x, "n": high, "y": ONE}[name] for name in row.names}
        for hypothesis in LAWS[row.law].at(values)[0]:
            builder.known(hypothesis) or prove(builder, hypothesis)
        start = ONE if row.law == "binomial mean" else low
        factor = bridge.simplified(div(substitute(body, {total.name: start}), row.first(x, high)))
        law = LAWS[row.law].at(values)[1]
        if law in builder.context.facts or instance(builder, row.law, values) is not None:
            return factor, law
    return None


def termwise(builder: Builder, total: Term, other: Term, prove: Prove) -> bool:
    """A step for the equality of a sum and a multiple of another with the same ends."""
    claim = Fact("eq", total, other)
    low, high = total.args[1:]
    order = Fact("le", low, add(high, ONE))
    if not (builder.known(order) or prove(builder, order)):
        return False
    inner = other.args[1] if other.head == "mul" else other
    k = sym(builder.fresh(total.name, total, other))
    child = builder.child([whole(k), Fact("le", low, k), Fact("le", k, high)])
    for sign in (Fact("lt", ZERO, k), Fact("le", ZERO, k)):
        if child.holds(sign) or prove(child, sign):
            break
    terms = [substitute(u.args[0], {u.name: k}) for u in (total, inner)]
    defined(child, terms, prove)
    return builder.step(claim, "termwise", steps=child.steps)


def finite(builder: Builder, total: Term, prove: Prove) -> Fact | None:
    """An equation for a finite sum that a law knows."""
    found = matched(builder, total, False, prove)
    if found is None:
        return None
    factor, law = found
    same = mul(factor, law.left)
    if not termwise(builder, total, same, prove):
        return None
    claim = Fact("eq", total, mul(factor, law.right))
    equation = Fact("eq", total, same)
    return claim if builder.combine(claim, [(equation, ONE), (law, factor)]) else None
