"""Inequalities by way of the logarithms of both sides, or of what is below their logarithms; absolute values."""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from symcheck.kernel.facts import POS, Fact, rational
from symcheck.kernel.poly import UNITY, Frac, Mono, Poly
from symcheck.kernel.term import ONE, ZERO, Reject, Term, add, div, mul, neg, num, power, sub, sym, walk
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.forms import written
from symcheck.procedures.rising import rise
from symcheck.procedures.turning import fails

MOST_POWER = 6


def by_logarithms(builder: Builder, goal: Fact, prove: Prove) -> bool:
    """The goal between products of powers, from the order of their logarithms."""
    places = [t for side in (goal.left, goal.right) for t in walk(side)]
    powers = any(t.head == "pow" and rational(t.args[1]) is None for t in places)
    if goal.rel not in ("lt", "le") or not (powers or any(t.head == "exp" for t in places)) or fails(builder, goal):
        return False
    try:
        logs = [_logarithm(builder, side) for side in (goal.left, goal.right)]
    except (Reject, RecursionError):
        return False
    if logs[0] is None or logs[1] is None or any(u.head == "log" and u in (goal.left, goal.right) for u in logs if u):
        return False
    return _carried(builder, goal, "exp", Fact(goal.rel, logs[0], logs[1]), ONE, prove)


def _logarithm(builder: Builder, term: Term) -> Term | None:
    """The logarithm of a term that is seen to be positive, as a sum; None for one that is not."""
    if builder.context.sign(term) & ~POS:
        return None
    head, args = term.head, term.args
    if head == "exp":
        return args[0]
    if term == ONE:
        return ZERO
    if head == "pow":
        base = _logarithm(builder, args[0])
        return None if base is None else mul(args[1], base)
    if head in ("mul", "div"):
        parts = [_logarithm(builder, arg) for arg in args]
        known = [p for p in parts if p is not None]
        if len(known) == len(parts):
            return sub(*known) if head == "div" else add(*known)
    return Term("log", (term,))


def by_exponentials(builder: Builder, goal: Fact, prove: Prove) -> bool:
    """The goal between sums of logarithms with numbers as factors, from the order of what is below them."""
    if goal.rel not in ("lt", "le") or fails(builder, goal):
        return False
    try:
        form = builder.normal(sub(goal.right, goal.left))
        found = _separated(builder, form) if form.den == UNITY else None
    except (Reject, RecursionError):
        return False
    if found is None:
        return False
    times, low, high = found
    return _carried(builder, goal, "log", Fact(goal.rel, low, high), div(ONE, num(times)), prove)


def _separated(builder: Builder, form: Frac) -> tuple[int, Term, Term] | None:
    """A number k and terms with k times the form = log(high) - log(low); None if it has no such shape."""
    context = builder.context
    logs: dict[Term, Fraction] = {}
    rest: Poly = {}
    for mono, value in form.num.items():
        names = [n for n, _ in mono if n in context.logs or context.places.get(n, ("",))[0] == "log"]
        if names and len(mono) == 1 and mono[0][1] == 1:
            logs[written(context, Frac({mono: 1})).args[0]] = Fraction(value)
        elif names:
            return None
        else:
            rest[mono] = value
    times = lcm(*(c.denominator for c in logs.values())) if logs else 0
    if not 0 < times <= MOST_POWER or any(abs(c * times) > MOST_POWER for c in logs.values()):
        return None
    factors = {t: int(c * times) for t, c in logs.items()}
    high = [power(t, num(k)) if k > 1 else t for t, k in factors.items() if k > 0]
    low = [power(t, num(-k)) if k < -1 else t for t, k in factors.items() if k < 0]
    scaled: dict[Mono, int | Fraction] = {m: -c * times for m, c in rest.items()}
    low += [Term("exp", (written(context, Frac(scaled)),))] if scaled else []
    return times, mul(*low), mul(*high)


def _carried(builder: Builder, goal: Fact, head: str, order: Fact, factor: Term, prove: Prove) -> bool:
    """The goal by a rising function of the sides of an order that is shown first."""
    if not (builder.combine(order) or prove(builder, order)):
        return False
    name = builder.fresh("w", order.left, order.right)
    risen = rise(builder, order.rel, name, Term(head, (sym(name),)), order.left, order.right, lambda b, f: b.combine(f))
    return risen is not None and builder.combine(goal, [(risen, factor)])


def by_sizes(builder: Builder, goal: Fact, prove: Prove) -> bool:
    """|u| <= v from u <= v and -u <= v."""
    if goal.rel not in ("lt", "le") or goal.left.head != "abs" or fails(builder, goal):
        return False
    inner = goal.left.args[0]
    sides = [Fact(goal.rel, inner, goal.right), Fact(goal.rel, neg(inner), goal.right)]
    if not all(builder.combine(side) or prove(builder, side) for side in sides):
        return False

    def show(branch: Builder, case: Fact) -> bool:
        return branch.combine(goal, [(sides[case.left == inner and case.rel == "lt"], ONE)])

    return builder.split(goal, inner, ZERO, show, absurd=False)
