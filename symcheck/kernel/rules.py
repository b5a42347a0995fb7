"""The rules of proof: one function a rule, one row a rule in ``RULES``.

A rule is called with the claim of a step and what the step says besides; it returns when the claim follows from the
facts of the context, and rejects otherwise.  It never adds a fact itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from symcheck.kernel.calculus import Conditions, Functions, decide, differentiate, met, show, unmet
from symcheck.kernel.context import NEG, NIL, POS, SIGN_OF_DIFFERENCE, Context, Fact, fact_from_json, map_fact
from symcheck.kernel.interval import Arithmetic
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import BINDERS, NAME, Reject, Term, free, from_json, fresh, rewrite, sub, substitute, sym

MAX_DEPTH = 12


@dataclass
class Proof:
    """The state of one replay: functions, earlier judgements, what was shown to exist, whether the facts contradict."""

    functions: Functions
    judged: Mapping[str, Statement]
    used: set[str] = field(default_factory=set)
    existing: set[Term] = field(default_factory=set)
    depth: int = 0
    impossible: bool = False


@dataclass(frozen=True)
class Step:
    """One step of a certificate: its claim and the arguments of its rule."""

    claim: Fact
    data: Mapping[str, Any]

    def term(self, key: str) -> Term:
        """The term under ``key``."""
        return from_json(self.data.get(key))

    def items(self, key: str) -> list[Any]:
        """The list under ``key``; absent means empty."""
        found = self.data.get(key, [])
        if not isinstance(found, list):
            raise Reject(f"{key} is not a list")
        return found

    def premise(self, context: Context, index: Any) -> Fact:
        """Fact number ``index`` of the context."""
        if type(index) is not int or not 0 <= index < len(context.facts):
            raise Reject(f"no fact number {index!r}")
        return context.facts[index]


def run(steps: Any, context: Context, proof: Proof) -> Fact | None:
    """Replay steps in order, adding the claim of each to the context; returns the last claim."""
    if not isinstance(steps, list):
        raise Reject("steps must be a list")
    claim = None
    for number, data in enumerate(steps):
        if not isinstance(data, dict) or "claim" not in data or str(data.get("by")) not in RULES:
            raise Reject(f"step {number}: no claim, or no rule {str(data)[:60]}")
        claim, (keys, rule) = fact_from_json(data["claim"]), RULES[data["by"]]
        if data.keys() - keys - {"claim", "by"}:
            raise Reject(f"step {number}: {data['by']} takes {', '.join(sorted(keys))}")
        try:
            rule(Step(claim, data), context, proof)
        except Reject as reason:
            raise Reject(f"step {number} ({data['by']}): {show(claim)}: {reason}") from None
        context.assume([claim])
    return claim


def nested(steps: Any, context: Context, extra: list[Fact], proof: Proof) -> tuple[Context, Fact | None, Proof]:
    """Replay steps under additional facts; returns their context, the last claim, and the state they left."""
    if proof.depth >= MAX_DEPTH:
        raise Reject("sub-proofs nested too deeply")
    inner = Context(context)
    inner.assume(extra)
    below = Proof(proof.functions, proof.judged, proof.used, depth=proof.depth + 1)
    return inner, run(steps, inner, below), below


def combine(step: Step, context: Context, proof: Proof) -> None:
    """right - left = sum of multiplier * (right - left of a premise) + gap, after rewriting by equations.

    For an equation every premise is an equation and there is no gap.  Otherwise multipliers of inequalities are >= 0,
    the gap is >= 0, and for ``<`` one of them contributes something strictly positive.  With neither premises nor gap
    the sign of right - left itself decides.
    """
    left, right = step.claim.left, step.claim.right
    for index in step.items("rewrite"):
        equation = step.premise(context, index)
        if equation.rel != "eq":
            raise Reject("only an equation can be used to rewrite")
        left, right = (rewrite(t, equation.left, equation.right) for t in (left, right))
    total, sign = context.normal(sub(right, left)), NIL
    for entry in step.items("with"):
        if not isinstance(entry, list) or len(entry) != 2:
            raise Reject("with holds pairs of a fact's number and a multiplier")
        premise, factor = step.premise(context, entry[0]), from_json(entry[1])
        difference = context.normal(sub(premise.right, premise.left))
        total = context.sub(total, context.mul(context.normal(factor), difference))
        if premise.rel != "eq":
            sign = _join(sign, context.sign(factor), SIGN_OF_DIFFERENCE[premise.rel])
    if "gap" in step.data:
        gap = step.term("gap")
        total, sign = context.sub(total, context.normal(gap)), _join(sign, context.sign(gap), POS)
    elif step.claim.rel != "eq" and not step.items("with"):
        if context.sign(sub(right, left)) & ~SIGN_OF_DIFFERENCE[step.claim.rel]:
            raise Reject("the signs do not show it")
        return
    if total.num:
        raise Reject("both sides differ in normal form")
    if sign & ~SIGN_OF_DIFFERENCE[step.claim.rel]:
        raise Reject("the premises do not give this relation")


def _join(sign: int, factor: int, premise: int) -> int:
    """The sign of the sum so far and factor * premise, all of which must be >= 0."""
    if factor & NEG or premise & NEG:
        raise Reject("a part of the sum is not seen to be >= 0")
    positive = not sign & NIL or not (factor | premise) & NIL
    return POS if positive else NIL | POS if sign | factor != NIL else NIL


def derivative(step: Step, context: Context, proof: Proof) -> None:
    """deriv(x, f, p) = g, from the table; its conditions must be known at p."""
    left = step.claim.left
    _expect(step, left.head == "deriv", "a derivative on the left of =")
    needs: Conditions = []
    value = differentiate(left.args[0], left.name, proof.functions, needs)
    at = {left.name: left.args[1]}
    met(context, [map_fact(n, at) if isinstance(n, Fact) else substitute(n, at) for n in needs], proof.functions)
    if not context.equal(substitute(value, at), step.claim.right):
        raise Reject(f"the derivative is {show(substitute(value, at))}")
    proof.existing.add(left)


def integral(step: Step, context: Context, proof: Proof) -> None:
    """integral = F(hi) - F(lo) for F continuous on [lo, hi] whose derivative inside is the integrand, continuous there.

    That is the fundamental theorem; it covers an integrand unbounded at an end (an improper integral) as well.  ``flip``
    says that hi <= lo is what is known.
    """
    left = step.claim.left
    _expect(step, left.head == "integral", "an integral on the left of =")
    body, ends, given = left.args[0], list(left.args[1:]), step.term("antiderivative")
    low, high = reversed(ends) if step.data.get("flip") is True else ends
    name = _fresh(step, context, Term("deriv", (given, low), left.name))  # given, but for its own bound symbol
    if not context.holds(Fact("le", low, high)):
        raise Reject(f"not shown: {show(Fact('le', low, high))}")
    x, primitive = sym(name), substitute(given, {left.name: sym(name)})
    body = substitute(body, {left.name: x})
    inside, _, _ = nested(step.items("open"), context, [Fact("lt", low, x), Fact("lt", x, high)], proof)
    closed, _, _ = nested(step.items("closed"), context, [Fact("le", low, x), Fact("le", x, high)], proof)
    needs: Conditions = []
    slope = differentiate(primitive, name, proof.functions, needs)
    met(inside, needs, proof.functions)
    if not inside.equal(slope, body):
        raise Reject(f"the antiderivative has the derivative {show(slope)}")
    smooth = {f: order - 1 for f, order in proof.functions.items()}  # a function is continuous if differentiable once
    for missing in unmet(inside, body, smooth, ()) + unmet(closed, primitive, smooth, ()):
        raise Reject(f"not shown on the interval: {missing}")
    value = sub(substitute(primitive, {name: ends[1]}), substitute(primitive, {name: ends[0]}))
    if not context.equal(value, step.claim.right):
        raise Reject(f"the integral is {show(value)}")
    proof.existing.add(left)


def maximum(step: Step, context: Context, proof: Proof) -> None:
    """sup(x, f, lo) = f(w) for a w >= lo such that f(x) <= f(w) for every x >= lo."""
    left = step.claim.left
    _expect(step, left.head == "sup", "a maximum on the left of =")
    best, low = step.term("at"), left.args[1]
    name = _fresh(step, context, best)
    if not context.holds(Fact("le", low, best)):
        raise Reject(f"not shown: {show(Fact('le', low, best))}")
    top = substitute(left.args[0], {left.name: best})
    body = substitute(left.args[0], {left.name: sym(name)})
    inner, last, _ = nested(step.items("steps"), context, [Fact("le", low, sym(name))], proof)
    if last != Fact("le", body, top):
        raise Reject(f"the steps must end in {show(Fact('le', body, top))}")
    for missing in unmet(inner, body, proof.functions, ()) + unmet(context, top, proof.functions, ()):
        raise Reject(f"not shown: {missing}")
    if not context.equal(top, step.claim.right):
        raise Reject(f"the maximum is {show(top)}")
    proof.existing.add(left)


def cases(step: Step, context: Context, proof: Proof) -> None:
    """The claim, because it follows from each of s < t, s = t and t < s (``pivot`` is [s, t])."""
    pivot = [from_json(t) for t in step.items("pivot")]
    branches = step.items("branches")
    if len(pivot) != 2 or len(branches) != 3:
        raise Reject("cases takes a pivot of two terms and three branches")
    options = [Fact("lt", *pivot), Fact("eq", *pivot), Fact("lt", pivot[1], pivot[0])]
    possible: list[Proof] = []
    for option, steps in zip(options, branches, strict=True):
        inner, _, below = nested(steps, context, [option], proof)
        if step.claim not in inner.facts and not inner.holds(step.claim):
            raise Reject(f"not shown in the case {show(option)}")
        possible += [] if below.impossible else [below]
    proof.existing |= set.intersection(*(p.existing for p in possible)) if possible else set()


def absurd(step: Step, context: Context, proof: Proof) -> None:
    """Anything, where fact number ``fact`` contradicts the others: its difference can have no sign at all."""
    fact = step.premise(context, step.data.get("fact"))
    if context.sign(sub(fact.right, fact.left)):
        raise Reject("the facts do not contradict each other")
    proof.impossible = True


def enclose(step: Step, context: Context, proof: Proof) -> None:
    """A fact between closed terms, by rational enclosures computed with ``bits`` bits."""
    if free(step.claim.left) | free(step.claim.right):
        raise Reject("the terms are not closed")
    bits = step.data.get("bits")
    if type(bits) is not int or not decide(step.claim, Arithmetic(bits)):
        raise Reject("the enclosures do not decide it")


def cite(step: Step, context: Context, proof: Proof) -> None:
    """An instance of a statement that was proved before: ``statement`` is its digest, ``values`` its symbols."""
    label, values = step.data.get("statement"), step.data.get("values", {})
    earlier = proof.judged.get(label) if isinstance(label, str) else None
    if earlier is None or not isinstance(values, dict) or not all(map(NAME.match, values)):
        raise Reject("no such earlier judgement")
    if any(dict(proof.functions).get(f, -1) < order for f, order in earlier.functions):
        raise Reject("the earlier judgement is about smoother functions")
    terms = {name: from_json(t) for name, t in values.items()}
    opened = earlier.unfolded()
    for fact in opened.given + opened.where:
        if not (instance := map_fact(fact, terms)) in context.facts and not context.holds(instance):
            raise Reject(f"not shown: {show(instance)}")
    if step.claim != map_fact(opened.goal, terms):
        raise Reject(f"the earlier judgement says {show(map_fact(opened.goal, terms))}")
    proof.used.add(str(label))
    if not any(unmet(context, t, proof.functions, proof.existing) for t in terms.values()):
        proof.existing.update(
            substitute(t, terms) for side in (opened.goal.left, opened.goal.right) for t in _outer(side)
        )


def _outer(term: Term) -> Iterator[Term]:
    """The binders of a term that are below the body of no other."""
    if term.head in BINDERS:
        yield term
    for arg in term.args[1:] if term.head in BINDERS else term.args:
        yield from _outer(arg)


def _expect(step: Step, condition: bool, what: str) -> None:
    if step.claim.rel != "eq" or not condition:
        raise Reject(f"the rule needs {what}")


def _fresh(step: Step, context: Context, *terms: Term) -> str:
    """A name for the bound symbol on the left of the claim that nothing in sight uses."""
    sides = [t for f in (*context.facts, step.claim) for t in (f.left, f.right)]
    return fresh(step.claim.left.name, frozenset().union(*map(free, sides), *map(free, terms)))


Rule = Callable[[Step, Context, Proof], None]
RULES: dict[str, tuple[frozenset[str], Rule]] = {
    "combine": (frozenset({"with", "rewrite", "gap"}), combine),
    "derivative": (frozenset(), derivative),
    "integral": (frozenset({"antiderivative", "open", "closed", "flip"}), integral),
    "maximum": (frozenset({"at", "steps"}), maximum),
    "cases": (frozenset({"pivot", "branches"}), cases),
    "absurd": (frozenset({"fact"}), absurd),
    "enclose": (frozenset({"bits"}), enclose),
    "cite": (frozenset({"statement", "values"}), cite),
}
"""The keys a step of each rule may have, and the rule."""
