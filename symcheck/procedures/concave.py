"""Inequalities between two ends at which they hold, of a difference of sides that is concave in one symbol."""

from __future__ import annotations

from symcheck.kernel.calculus import differentiate
from symcheck.kernel.facts import Fact
from symcheck.kernel.term import ONE, ZERO, Reject, Term, div, free, mul, neg, num, power, sub, substitute, sym
from symcheck.procedures import floats
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.rising import rise
from symcheck.procedures.turning import fails


def concave(builder: Builder, goal: Fact, name: str, prove: Prove) -> bool:
    """The goal, an inequality, where the facts say that a symbol lies between two closed terms."""
    x, facts = sym(name), [f for f in builder.context.facts if f.rel in ("lt", "le")]
    lows = [f.left for f in facts if f.right == x and not free(f.left)]
    highs = [f.right for f in facts if f.left == x and not free(f.right)]
    if not lows or not highs:
        return False
    low, high = max(lows, key=lambda end: floats.value(end, {})), min(highs, key=lambda end: floats.value(end, {}))
    try:
        return _Chord(goal, name, low, high, prove).run(builder)
    except Reject:
        return False


class _Chord:
    """f(x) >= f(a) + (x - a)*(f(b) - f(a))/(b - a) for the gap f and the ends a and b.

    With q(u) = (f(u) - f(a))/(u - a), q(x) >= q(b), since k(u) = f'(u)*(u - a) - (f(u) - f(a)) falls from k(a) = 0.
    """

    def __init__(self, goal: Fact, name: str, low: Term, high: Term, prove: Prove) -> None:
        self.goal, self.name, self.low, self.high, self.prove = goal, name, low, high, prove
        self.x, self.gap = sym(name), sub(goal.right, goal.left)
        self.slope = differentiate(self.gap, name, {}, [])
        self.bend = differentiate(self.slope, name, {}, [])
        self.rel = "le"

    def at(self, term: Term, place: Term) -> Term:
        return substitute(term, {self.name: place})

    def run(self, builder: Builder) -> bool:
        """Steps for the goal, at the ends first."""
        if fails(builder, Fact("le", self.bend, ZERO)):
            return False
        return builder.split(self.goal, self.low, self.x, self._from_low)

    def _from_low(self, branch: Builder, case: Fact) -> bool:
        if case.rel == "eq":
            return self._end(branch, case, self.low)
        return branch.split(self.goal, self.x, self.high, self._to_high)

    def _end(self, branch: Builder, case: Fact, end: Term) -> bool:
        plain = self.goal.map(lambda side: self.at(side, end))
        if not (branch.combine(plain) or branch.enclose(plain) or self.prove(branch, plain)):
            return False
        here = Fact("eq", self.x, end)
        return (branch.combine(here, [(case, ONE)]) or branch.combine(here, [(case, num(-1))])) and branch.combine(
            self.goal, [(plain, ONE)], rewrite=[here]
        )

    def _to_high(self, branch: Builder, case: Fact) -> bool:
        if case.rel == "eq":
            return self._end(branch, case, self.high)
        bases = []
        for end in (self.low, self.high):
            value = self.at(self.gap, end)
            options = (Fact("lt", ZERO, value), Fact("le", ZERO, value))
            base = next((f for f in options if branch.combine(f) or branch.enclose(f)), None)
            if base is None:
                return False
            bases.append(base)
        strict = any(base.rel == "lt" for base in bases)
        self.rel = "lt" if self.goal.rel == "lt" and not strict else "le"
        u = sym(branch.fresh("u", self.gap))
        quotient = div(sub(self.at(self.gap, u), self.at(self.gap, self.low)), sub(u, self.low))
        fallen = rise(branch, self.rel, u.name, neg(quotient), self.x, self.high, self._falls)
        if fallen is None:
            return False
        width = sub(self.high, self.low)
        weights = [div(sub(self.high, self.x), width), div(sub(self.x, self.low), width)]
        pairs = [(fallen, sub(self.x, self.low)), *zip(bases, weights, strict=True)]
        return branch.combine(self.goal, pairs)

    def _falls(self, inner: Builder, target: Fact) -> bool:
        """The slope of -q at a u between x and b is positive; what else is asked for is that u > a."""
        facts = inner.context.facts
        before = next(f for f in reversed(facts) if f.left == self.x and f.right.head == "sym")
        u, start = before.right, Fact("lt", self.low, self.x)
        above = Fact("lt", self.low, u)
        if above not in facts and not inner.combine(above, [(start, ONE), (before, ONE)]):
            return False
        if inner.combine(target):
            return True
        if target.left != ZERO or u.name not in free(target.right):
            return self.prove(inner, target)
        v = sym(inner.fresh("v", self.gap, u))
        tangent = mul(self.at(self.slope, v), sub(v, self.low))
        k = sub(tangent, sub(self.at(self.gap, v), self.at(self.gap, self.low)))
        fallen = rise(inner, self.rel, v.name, neg(k), self.low, u, lambda b, f: self._bends(b, f, v))
        weight = div(ONE, power(sub(u, self.low), num(2)))
        return (fallen is not None and inner.combine(target, [(fallen, weight)])) or self.prove(inner, target)

    def _bends(self, inner: Builder, target: Fact, v: Term) -> bool:
        """The slope of -k at a v between a and u, which is -f''(v)*(v - a), is positive."""
        if inner.combine(target):
            return True
        bend = Fact(self.rel, self.at(self.bend, v), ZERO)
        if inner.combine(bend) or self.prove(inner, bend):
            return inner.combine(target, [(bend, sub(v, self.low))]) or self.prove(inner, target)
        return self.prove(inner, target)
