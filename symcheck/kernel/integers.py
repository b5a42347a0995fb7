"""Rules about integers: finite sums, induction, the next integer.

That a term is an integer is an ordinary fact, ``floor(u) = u``.
"""

from __future__ import annotations

from symcheck.kernel import term as t
from symcheck.kernel.calculus import summands
from symcheck.kernel.context import Context
from symcheck.kernel.facts import Fact, map_fact, whole
from symcheck.kernel.interval import Arithmetic
from symcheck.kernel.step import Step
from symcheck.kernel.term import ONE, Reject, Term, add, require, sub


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
    terms = summands(left, Arithmetic(64))
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


def termwise(step: Step) -> None:
    """sum of f(k) = c * sum of g(k - d), or the sum of several such, or <=, where that holds of the terms.

    On the right each sum has as many terms as that on the left; d is how much later it begins.
    """
    left, right, rel = step.claim.left, step.claim.right, step.claim.rel
    require(left.head == "sum" and rel in ("eq", "le"), "the rule needs a sum on the left of = or <=")
    low, high = left.args[1:]
    step.show(Fact("le", low, add(high, ONE)))
    parts = [_multiple(part) for part in (right.args if right.head == "add" else (right,))]
    ends = [end for _, total in parts for end in total.args[1:]]
    require(all(map(step.context.whole, (low, high, *ends))), "the ends of the sums are not seen to be integers")
    k = t.sym(step.fresh(left.name, right))
    inside, _ = step.nested(step.items("steps"), whole(k), Fact("le", low, k), Fact("le", k, high))
    here, there = t.substitute(left.args[0], {left.name: k}), []
    for factor, total in parts:
        start, end = total.args[1:]
        require(step.context.equal(sub(end, start), sub(high, low)), "not as many terms as on the left:", total)
        there.append(t.mul(factor, t.substitute(total.args[0], {total.name: add(k, sub(start, low))})))
    inside.defined(here, *there)
    fact = Fact(rel, here, add(*there))
    require(inside.context.equal(here, fact.right) if rel == "eq" else inside.context.holds(fact), "not shown:", fact)


def _multiple(term: Term) -> tuple[Term, Term]:
    """c and S of a term c * S or S, for a sum S."""
    factor, total = term.args if term.head == "mul" and len(term.args) == 2 else (ONE, term)
    require(total.head == "sum" and len(total.args) == 3, "the rule shows multiples of sums")
    return factor, total


def vanishing(step: Step) -> None:
    """limit of f(n)**2 = 0 for the terms f(n) of a sum up to n, the last integer up to 1/s, that has a limit."""
    left, whole_sum = step.left("limit", "a limit"), step.term("of")
    require(whole_sum in step.proof.existing, "the sum is not shown or assumed to exist")
    require(whole_sum.head == "limit" and whole_sum.args[0].head == "sum", "the rule needs the limit of a sum")
    (total,), s = whole_sum.args, whole_sum.name
    count = Term("floor", (t.div(ONE, t.sym(s)),))
    require(total.args[2] == count and s not in t.free(total.args[1]), "not the sum up to", count)
    require(s not in t.free(total.args[0]), "the terms depend on where the sum ends")
    last = t.substitute(total.args[0], {total.name: count})
    require(left == t.limit(t.power(last, t.num(2)), s), "the rule is about the square of", last)
    step.conclude(t.ZERO)


def last_term(step: Step) -> None:
    """sum of f(k) for low <= k <= high = (the same up to m) + f(high), where high = m + 1 and low <= high."""
    left, right = step.left("sum", "a sum"), step.claim.right
    low, high = left.args[1:]
    shorter = right.args[0] if right.head == "add" and len(right.args) == 2 else right
    require(shorter.head == "sum" and len(shorter.args) == 3, "the rule shows sum = shorter sum + last term")
    m = shorter.args[2]
    same = Term("sum", (left.args[0], low, m), left.name)
    require(
        right == add(same, t.substitute(left.args[0], {left.name: high})), "these are not the shorter sum and the term"
    )
    require(step.context.whole(low) and step.context.whole(m), "the ends of the sum are not seen to be integers")
    require(step.context.equal(high, add(m, ONE)), high, "is not the next after", m)
    step.show(Fact("le", low, high))


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
    apart = [fact for fact in step.context.facts if name not in fact.free()]
    for goal, key, extra in ((base, "base", []), (after, "step", [whole(m), Fact("le", low, m), claim])):
        context, proof = Context(), step.proof.inner()
        context.assume(apart + extra)
        proof.every = tuple(e for e in proof.every if name not in e.free())
        proof.run(step.items(key), context)
        Step(goal, {}, context, proof).show(goal)
