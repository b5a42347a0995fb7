"""Inequalities with square roots: P + Q*r, r a root, from the signs of P and Q and the order of their squares."""

from __future__ import annotations

from fractions import Fraction

from symcheck.kernel.facts import Fact
from symcheck.kernel.poly import Frac, Poly
from symcheck.kernel.term import ONE, ZERO, Reject, Term, add, div, neg, num, power, sub
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.forms import written
from symcheck.procedures.simpler import plain
from symcheck.procedures.turning import fails

DEPTH = 4
HALF = Fraction(1, 2)


def rooted(builder: Builder, goal: Fact, prove: Prove, depth: int = DEPTH) -> bool:
    """An inequality with roots of sums in it, which are squared away one by one; ``prove`` shows what has none."""
    if goal.rel not in ("lt", "le") or depth == 0:
        return False
    try:
        form = builder.normal(sub(goal.right, goal.left))
        found = plain(builder, goal, form)
        if found is not None:
            simple, factor = found
            return rooted(builder, simple, prove, depth) and builder.combine(goal, [(simple, factor)])
        parts = _parts(builder, form)
    except (Reject, RecursionError):
        return False
    return parts is not None and not fails(builder, goal) and _Roots(goal, *parts, prove, depth).run(builder)


def _parts(builder: Builder, form: Frac) -> tuple[Term, Term] | None:
    """What is without the root, and what is with it; None if there is none."""
    names = {n for m in form.num for n, e in m if n in builder.context.relations and Fraction(e) == HALF}
    for name in sorted(names):
        inside: Poly = {m: c for m, c in form.num.items() if any(n == name for n, _ in m)}
        if all(dict(m)[name] == HALF for m in inside) and len(inside) < len(form.num):
            outside = {m: c for m, c in form.num.items() if m not in inside}
            return written(builder.context, Frac(outside)), written(builder.context, Frac(inside))
    return None


class _Roots:
    """P + R with R a multiple of a root."""

    def __init__(self, goal: Fact, rest: Term, root: Term, prove: Prove, depth: int) -> None:
        self.goal, self.rest, self.root, self.prove, self.depth = goal, rest, root, prove, depth

    def _shown(self, builder: Builder, fact: Fact) -> bool:
        if builder.combine(fact):
            return True
        return not fails(builder, fact) and (
            self.prove(builder, fact) or rooted(builder, fact, self.prove, self.depth - 1)
        )

    def run(self, builder: Builder) -> bool:
        """Steps for the goal."""
        if self._shown(builder, Fact("le", self.root, ZERO)):
            return self._above(builder, self.rest, self.root, "lt") or self._above(builder, self.rest, self.root, "le")
        if self._shown(builder, Fact("le", ZERO, self.root)):
            return builder.split(self.goal, self.rest, ZERO, self._by_rest)
        return False

    def _by_rest(self, branch: Builder, case: Fact) -> bool:
        if case.rel == "eq" or case.left == ZERO:
            return branch.combine(self.goal, [(case, ONE)], gap=self.root) or branch.combine(
                self.goal, [(case, num(-1))], gap=self.root
            )
        return self._above(branch, self.root, self.rest, "le")

    def _above(self, builder: Builder, large: Term, small: Term, rel: str) -> bool:
        """The goal for L >= 0 and S <= 0, not both zero, from the sign of L**2 - S**2."""
        if not self._shown(builder, Fact(rel, ZERO, large)):
            return False
        squares = Fact(self.goal.rel, ZERO, sub(power(large, num(2)), power(small, num(2))))
        if not self._shown(builder, squares):
            return False
        whole = add(large, neg(small))
        if not builder.combine(Fact("lt", ZERO, whole)):
            return False
        return builder.combine(self.goal, [(squares, div(ONE, whole))])
