"""Rules about integers: finite sums, induction, the next integer.

That a term is an integer is an ordinary fact, ``floor(u) = u``.
"""

from __future__ import annotations

from symcheck.kernel import term as t
from symcheck.kernel.context import Context
from symcheck.kernel.facts import Fact, map_fact, rational, whole
from symcheck.kernel.step import MAX_DEPTH, Proof, Step
from symcheck.kernel.term import ONE, Reject, add, num, require, sub

MAX_SUMMANDS = 500


def next_whole(step: Step) -> None:
    """a + 1 <= b for integers a < b."""
    claim = step.claim
    ends = (claim.left.args[0], claim.right) if claim.left.head == "add" and claim.left.args[1:] == (ONE,) else None
    if ends is None or claim.rel != "le":
        raise Reject("the rule shows a + 1 <= b")
    require(all(map(step.context.whole, ends)), "not seen to be integers")
    step.show(Fact("lt", *ends))


def expand(step: Step) -> None:
    """sum = its terms, for ends that are integers in numbers."""
    left = step.left("sum", "a sum")
    low, high = map(rational, left.args[1:])
    if low is None or high is None or low.denominator != 1 or high.denominator != 1:
        raise Reject("the ends of the sum are not integers in numbers")
    require(-1 <= high - low < MAX_SUMMANDS, "too many terms, or a sum whose end lies before its start")
    terms = [t.substitute(left.args[0], {left.name: num(low + k)}) for k in range(int(high - low) + 1)]
    step.defined(*terms)
    step.conclude(add(*terms))


def telescope(step: Step) -> None:
    """sum of f(k) for low <= k <= high = F(high + 1) - F(low), where F(k + 1) - F(k) = f(k) for these k."""
    left, given = step.left("sum", "a sum"), step.term("antidifference")
    low, high = left.args[1:]
    require(step.context.whole(low) and step.context.whole(high), "the ends of the sum are not seen to be integers")
    step.show(Fact("le", low, add(high, ONE)))
    k = t.sym(step.fresh(left.name, t.deriv(given, left.name, low)))
    here, there, body = (
        t.substitute(u, {left.name: v}) for u, v in ((given, k), (given, add(k, ONE)), (left.args[0], k))
    )
    inside, _ = step.nested(step.items("steps"), whole(k), Fact("le", low, k), Fact("le", k, high))
    inside.defined(here, there, body)
    require(inside.context.equal(sub(there, here), body), "the difference of", given, "is not", body)
    ends = [t.substitute(given, {left.name: end}) for end in (add(high, ONE), low)]
    step.conclude(sub(*ends))


def induction(step: Step) -> None:
    """The claim for every integer n >= low: it holds at low, and with m also at m + 1.

    Both are shown from the facts that do not speak of n.
    """
    name, low = t.as_name(step.data.get("on")), step.term("low")
    n = t.sym(name)
    require(step.context.whole(n) and step.context.whole(low), "the induction is not over integers")
    require(name not in t.free(low), "the start depends on what the induction is over")
    step.show(Fact("le", low, n))
    m = t.sym(step.fresh("m", low, n))
    base, claim, after = (map_fact(step.claim, {name: u}) for u in (low, m, add(m, ONE)))
    for goal, key, extra in ((base, "base", ()), (after, "step", (whole(m), Fact("le", low, m), claim))):
        apart = _without(step, name)
        inner, _ = apart.nested(step.items(key), *extra)
        inner.show(goal)


def _without(step: Step, name: str) -> Step:
    """The step with only those facts before it that do not speak of a symbol."""
    require(step.proof.depth < MAX_DEPTH, "sub-proofs nested too deeply")
    context, outer = Context(), step.proof
    context.assume(fact for fact in step.context.facts if name not in fact.free())
    every = tuple(e for e in outer.every if name not in e.free())
    proof = Proof(outer.functions, outer.judged, outer.used, every=every, depth=outer.depth)
    return Step(step.claim, step.data, context, proof)
