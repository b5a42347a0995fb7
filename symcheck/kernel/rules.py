"""The rules of proof: one function a rule, one row a rule in ``RULES``.

A rule is called with a step: its claim, what it says besides, the facts before it.  It returns when the claim follows
from these facts, and rejects otherwise.  It never adds a fact itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from symcheck.kernel import calculus as c
from symcheck.kernel import term as t
from symcheck.kernel.context import Context
from symcheck.kernel.facts import NEG, NIL, POS, SIGN_OF_DIFFERENCE, Every, Fact, fact_from_json, map_fact
from symcheck.kernel.interval import Arithmetic, Interval
from symcheck.kernel.laws import LAWS
from symcheck.kernel.poly import Frac
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import BINDERS, Reject, Term, as_list, as_table, require

MAX_DEPTH = 12
MAX_PARTS = 5_000
JUMPS = frozenset({"sign", "floor"})
"""Functions that are defined where they are not continuous."""


@dataclass
class Proof:
    """The state of one replay: functions, earlier judgements, what was shown to exist, whether the facts contradict.

    ``every`` are the quantified facts that are given.  ``equated`` are the sides of an equation that is to be refuted.
    """

    functions: c.Functions
    judged: Mapping[str, Statement]
    used: set[str] = field(default_factory=set)
    existing: set[Term] = field(default_factory=set)
    equated: frozenset[Term] = frozenset()
    every: tuple[Every, ...] = ()
    depth: int = 0
    impossible: bool = False


@dataclass(frozen=True)
class Step:
    """One step of a certificate: its claim, the arguments of its rule, the facts before it, the state of the replay."""

    claim: Fact
    data: Mapping[str, Any]
    context: Context
    proof: Proof

    def term(self, key: str) -> Term:
        """The term under ``key``."""
        return t.from_json(self.data.get(key))

    def items(self, key: str) -> list[Any]:
        """The list under ``key``; absent means empty."""
        return as_list(self.data.get(key, []))

    def premise(self, index: Any) -> Fact:
        """Fact number ``index`` of the context."""
        if type(index) is not int or not 0 <= index < len(self.context.facts):
            raise Reject(f"no fact number {index!r}")
        return self.context.facts[index]

    def need(self, *facts: Fact) -> None:
        """Reject unless the facts before the step show these."""
        c.met(self.context, facts, self.proof.functions)

    def continuous(self, term: Term, name: str) -> None:
        """Reject unless the facts show the term to be defined, and continuous in ``name``."""
        smooth = {f: order - 1 for f, order in self.proof.functions.items()}  # continuous if differentiable once
        c.met(self.context, [c.defined(term)], smooth)
        jumps = [u for u in t.walk(term) if u.head in JUMPS and name in t.free(u)]
        require(not jumps, "not seen to be continuous:", *jumps[:1])

    def show(self, *facts: Fact) -> None:
        """Reject unless each fact is one of those before the step, or their signs show it."""
        for fact in facts:
            require(fact in self.context.facts or self.context.holds(fact), "not shown:", fact)

    def defined(self, *terms: Term) -> None:
        """Reject unless each term is defined wherever the facts before the step hold."""
        c.met(self.context, map(c.defined, terms), self.proof.functions, self.proof.existing)

    def nested(self, steps: Any, *extra: Fact) -> tuple[Step, Fact | None]:
        """Replay steps under more facts; returns the same claim where they end, and the last of their claims."""
        require(self.proof.depth < MAX_DEPTH, "sub-proofs nested too deeply")
        context = Context(self.context)
        context.assume(extra)
        outer = self.proof
        proof = Proof(outer.functions, outer.judged, outer.used, every=outer.every, depth=outer.depth + 1)
        return Step(self.claim, self.data, context, proof), run(steps, context, proof)

    def left(self, head: str, what: str) -> Term:
        """The left side of the claim, an equation for a term with this head."""
        require(self.claim.rel == "eq" and self.claim.left.head == head, "the rule needs", what, "on the left of =")
        return self.claim.left

    def fresh(self, bound: str, *terms: Term) -> str:
        """A name for a bound symbol that nothing in sight uses, nor any quantified fact."""
        taken = self.claim.free().union(*(fact.free() for fact in self.context.facts), *map(t.free, terms))
        return t.fresh(bound, taken.union(*(every.free() for every in self.proof.every)))

    def conclude(self, value: Term) -> None:
        """The left side of the claim exists and has this value; reject unless the right side says the same."""
        require(self.context.equal(value, self.claim.right), "the", self.data["by"], "is", value)
        self.proof.existing.add(self.claim.left)


def run(steps: Any, context: Context, proof: Proof) -> Fact | None:
    """Replay steps in order, adding the claim of each to the context; returns the last claim."""
    claim = None
    for number, entry in enumerate(as_list(steps)):
        data = as_table(entry)
        name = str(data.get("by"))
        require("claim" in data and name in RULES, "step", number, "has no claim, or no rule", name)
        claim, (keys, rule) = fact_from_json(data["claim"]), RULES[name]
        require(not data.keys() - {"claim", "by", *keys}, "step", number, ":", name, "takes", *keys)
        try:
            rule(Step(claim, data, context, proof))
        except Reject as reason:
            raise Reject(f"step {number} ({name}): {claim}: {reason}") from None
        context.assume([claim])
    return claim


def combine(step: Step) -> None:
    """right - left = sum of multiplier * (right - left of a premise) + gap, after rewriting by equations.

    For an equation every premise is an equation and there is no gap.  Otherwise multipliers of inequalities are >= 0,
    the gap is >= 0, and for ``<`` one of them contributes something strictly positive.  With neither premises nor gap
    the sign of right - left itself decides.
    """
    claim, context = step.claim, step.context
    for index in step.items("rewrite"):
        equation = step.premise(index)
        require(equation.rel == "eq", "only an equation can be used to rewrite")
        claim = claim.map(partial(t.rewrite, old=equation.left, new=equation.right))
    if claim.rel != "eq" and "gap" not in step.data and not step.items("with"):
        require(context.holds(claim), "the signs do not show it")
        return
    total, sign = _difference(context, claim), NIL
    for entry in step.items("with"):
        index, multiplier = as_list(entry, 2)
        premise, factor = step.premise(index), t.from_json(multiplier)
        total = context.sub(total, context.mul(context.normal(factor), _difference(context, premise)))
        if premise.rel != "eq":
            sign = _join(sign, context.sign(factor), SIGN_OF_DIFFERENCE[premise.rel])
    if "gap" in step.data:
        gap = step.term("gap")
        total, sign = context.sub(total, context.normal(gap)), _join(sign, context.sign(gap), POS)
    require(not total.num, "both sides differ in normal form")
    require(not sign & ~SIGN_OF_DIFFERENCE[claim.rel], "the premises do not give this relation")


def _difference(context: Context, fact: Fact) -> Frac:
    return context.normal(t.sub(fact.right, fact.left))


def _join(sign: int, factor: int, premise: int) -> int:
    """The sign of the sum so far and factor * premise, all of which must be >= 0."""
    require(not (factor | premise) & NEG, "a part of the sum is not seen to be >= 0")
    positive = not sign & NIL or not (factor | premise) & NIL
    return POS if positive else NIL | POS if sign | factor != NIL else NIL


def derivative(step: Step) -> None:
    """deriv(x, f, p) = g, from the table; its conditions must be known at p."""
    value, needs = c.derivative_at(step.left("deriv", "a derivative"), step.proof.functions)
    step.need(*needs)
    step.conclude(value)


def integral(step: Step) -> None:
    """integral = F(hi) - F(lo) for F continuous on [lo, hi] whose derivative inside is the integrand, continuous there.

    That is the fundamental theorem; it covers an integrand unbounded at an end, an improper integral, as well.
    ``flip`` says that hi <= lo is what is known.
    """
    left = step.left("integral", "an integral")
    start, end = left.args[1:]
    low, high = (end, start) if step.data.get("flip") is True else (start, end)
    primitive, _, _ = _antiderivative(step, left, low, high, low)
    step.conclude(t.sub(primitive(end), primitive(start)))


def at_least(step: Step) -> None:
    """F(hi) - F(cut) <= integral, for lo <= cut <= hi and an integrand that is never negative.

    Only where an equation with this integral as a side is refuted: if the integral does not exist, so that the bound
    means nothing, the equation fails all the same.
    """
    whole, cut = step.claim.right, step.term("cut")
    require(step.claim.rel == "le" and whole.head == "integral", "the rule needs an integral on the right of <=")
    require(whole in step.proof.equated, "no equation with this integral is being refuted")
    low, high = whole.args[1:]
    step.need(Fact("le", low, cut), Fact("le", cut, high))
    primitive, inside, body = _antiderivative(step, whole, low, high, cut)
    inside.need(Fact("le", t.ZERO, body))
    require(step.context.equal(t.sub(primitive(high), primitive(cut)), step.claim.left), "that is not the bound")
    step.proof.existing.add(whole)


def _antiderivative(
    step: Step, whole: Term, low: Term, high: Term, cut: Term
) -> tuple[Callable[[Term], Term], Step, Term]:
    """The antiderivative that a step names, the step as it stands at an x inside ]low, high[, the integrand at x.

    The derivative inside is the integrand; both are continuous there, and the antiderivative is on [cut, high].
    """
    given, functions = step.term("antiderivative"), step.proof.functions
    name = step.fresh(whole.name, t.deriv(given, whole.name, cut))  # given, but for its own bound symbol
    x = t.sym(name)
    body, primitive = (t.substitute(u, {whole.name: x}) for u in (whole.args[0], given))
    step.need(Fact("le", low, high))
    inside, _ = step.nested(step.items("open"), Fact("lt", low, x), Fact("lt", x, high))
    closed, _ = step.nested(step.items("closed"), Fact("le", cut, x), Fact("le", x, high))
    needs = c.Conditions()
    slope = c.differentiate(primitive, name, functions, needs)
    inside.need(*needs)
    require(inside.context.equal(slope, body), "the antiderivative has the derivative", slope)
    inside.continuous(body, name)
    closed.continuous(primitive, name)
    return lambda end: t.substitute(primitive, {name: end}), inside, body


def rising(step: Step) -> None:
    """f(low) <= f(high) for low <= high, f continuous between and its derivative >= 0 inside; for <: low < high, > 0.

    That is the mean value theorem; ``of`` is f in the symbol ``name``.
    """
    claim, given, name = step.claim, step.term("of"), t.as_name(step.data.get("name"))
    low, high = step.term("low"), step.term("high")
    require(claim.rel in ("lt", "le"), "the rule shows < and <=")
    step.need(Fact(claim.rel, low, high))
    x = step.fresh(name, t.deriv(given, name, low), high)
    body = t.substitute(given, {name: t.sym(x)})
    inside, _ = step.nested(step.items("open"), Fact("lt", low, t.sym(x)), Fact("lt", t.sym(x), high))
    closed, _ = step.nested(step.items("closed"), Fact("le", low, t.sym(x)), Fact("le", t.sym(x), high))
    needs = c.Conditions()
    slope = c.differentiate(body, x, step.proof.functions, needs)
    inside.need(*needs)
    inside.show(Fact(claim.rel, t.ZERO, slope))
    closed.continuous(body, x)
    for side, end in ((claim.left, low), (claim.right, high)):
        require(step.context.equal(side, t.substitute(given, {name: end})), side, "is not f at", end)


def stationary(step: Step) -> None:
    """deriv(x, f, p) = 0, since f(x) <= f(p), or f(x) >= f(p), for every x in ]low, high[, in which p lies."""
    left, low, high = step.left("deriv", "a derivative"), step.term("low"), step.term("high")
    place = left.args[1]
    step.need(Fact("lt", low, place), Fact("lt", place, high))
    x = t.sym(step.fresh(left.name, low, high))
    here, there = (t.substitute(left.args[0], {left.name: u}) for u in (place, x))
    inside, _ = step.nested(step.items("steps"), Fact("lt", low, x), Fact("lt", x, high))
    options = (Fact("le", there, here), Fact("le", here, there))
    require(any(o in inside.context.facts for o in options), "not shown:", options[0])
    _, needs = c.derivative_at(left, step.proof.functions)
    step.need(*needs)
    step.conclude(t.ZERO)


def maximum(step: Step) -> None:
    """sup(x, f, lo) = f(w) for a w >= lo such that f(x) <= f(w) for every x >= lo."""
    left, best = step.left("sup", "a maximum"), step.term("at")
    low, x = left.args[1], t.sym(step.fresh(left.name, best))
    top, body = (t.substitute(left.args[0], {left.name: u}) for u in (best, x))
    step.need(Fact("le", low, best))
    inner, last = step.nested(step.items("steps"), Fact("le", low, x))
    require(last == Fact("le", body, top), "the steps must end in", Fact("le", body, top))
    inner.need(c.defined(body))
    step.need(c.defined(top))
    step.conclude(top)


def cases(step: Step) -> None:
    """The claim, because it follows from each of s < t, s = t and t < s (``pivot`` is [s, t])."""
    pivot, branches = [t.from_json(u) for u in step.items("pivot")], step.items("branches")
    require(len(pivot) == 2 and len(branches) == 3, "cases takes a pivot of two terms and three branches")
    options = [Fact("lt", *pivot), Fact("eq", *pivot), Fact("lt", *reversed(pivot))]
    possible: list[set[Term]] = []
    for option, steps in zip(options, branches, strict=True):
        inner, _ = step.nested(steps, option)
        shown = step.claim in inner.context.facts or inner.context.holds(step.claim)
        require(shown, "not shown in the case", option)
        possible += [] if inner.proof.impossible else [inner.proof.existing]
    step.proof.existing.update(set.intersection(*possible) if possible else set())


def absurd(step: Step) -> None:
    """Anything, where fact number ``fact`` contradicts the others: its difference can have no sign at all."""
    fact = step.premise(step.data.get("fact"))
    require(not step.context.sign(t.sub(fact.right, fact.left)), "the facts do not contradict each other")
    step.proof.impossible = True


def enclose(step: Step) -> None:
    """A fact between closed terms, by rational enclosures computed with ``bits`` bits."""
    require(not step.claim.free(), "the terms are not closed")
    require(c.decide(step.claim, Arithmetic(step.data.get("bits", 0))), "the enclosures do not decide it")


def box(step: Step) -> None:
    """A fact whose symbols lie in rational ``ranges``: enclosures on parts of the box, halved until they decide it."""
    whole, arithmetic = dict[str, Interval](), Arithmetic(step.data.get("bits", 64))
    for name, ends in as_table(step.data.get("ranges")).items():
        low, high = map(t.from_json, as_list(ends, 2))
        require(low.head == high.head == "num", "the ends of the range of", name, "are not rational")
        step.need(Fact("le", low, t.sym(name)), Fact("le", t.sym(name), high))
        whole[name] = Interval(low.value, high.value)
    require(step.claim.free() <= whole.keys(), "a symbol has no range")
    waiting = [whole]
    for _ in range(MAX_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        if not _decided(step.claim, arithmetic, part):
            waiting += _halves(part, whole)
    raise Reject(f"more than {MAX_PARTS} parts")


def _halves(part: Mapping[str, Interval], whole: Mapping[str, Interval]) -> Iterator[dict[str, Interval]]:
    """A part of the whole box cut in two across the side that is the longest, compared with that of the whole."""
    long = [name for name in part if not part[name].is_point]
    require(long, "the enclosures do not decide it where all ranges are points")
    name = max(long, key=lambda n: (part[n].hi - part[n].lo) / (whole[n].hi - whole[n].lo))
    middle = (part[name].lo + part[name].hi) / 2
    for half in (Interval(part[name].lo, middle), Interval(middle, part[name].hi)):
        yield {**part, name: half}


def _decided(claim: Fact, arithmetic: Arithmetic, part: Mapping[str, Interval]) -> bool:
    try:
        return c.decide(claim, arithmetic, part)
    except Reject:  # not seen to be defined on all of this part; smaller ones may do
        return False


def use(step: Step) -> None:
    """An instance of quantified fact number ``every``: ``values`` are those of its symbols.

    Its hypotheses must be defined, since a quantified fact says nothing where they are not.
    """
    number, values = step.data.get("every"), as_table(step.data.get("values"))
    if type(number) is not int or not 0 <= number < len(step.proof.every):
        raise Reject(f"no quantified fact number {number!r}")
    hypotheses, conclusion = step.proof.every[number].at({name: t.from_json(u) for name, u in values.items()})
    step.show(*hypotheses)
    step.defined(*(side for fact in hypotheses for side in (fact.left, fact.right)))
    require(step.claim == conclusion, "the instance is", conclusion)


def law(step: Step) -> None:
    """An instance of a textbook law: ``law`` is its name in ``LAWS``, ``values`` those of its symbols."""
    name = str(step.data.get("law"))
    require(name in LAWS, "no law named", name)
    values = as_table(step.data.get("values"))
    hypotheses, conclusion = LAWS[name].at({name: t.from_json(value) for name, value in values.items()})
    step.show(*hypotheses)
    require(step.claim == conclusion, "the law says", conclusion)


def cite(step: Step) -> None:
    """An instance of a statement that was proved before: ``statement`` is its digest, ``values`` its symbols."""
    label, functions, existing = str(step.data.get("statement")), step.proof.functions, step.proof.existing
    require(label in step.proof.judged, "no such earlier judgement")
    earlier = step.proof.judged[label].unfolded()
    enough = all(functions.get(f, -1) >= order for f, order in earlier.functions)
    require(enough, "the earlier judgement is about smoother functions")
    values = {name: t.from_json(value) for name, value in as_table(step.data.get("values", {})).items()}
    step.show(*(map_fact(fact, values) for fact in earlier.given + earlier.where))
    if earlier.every:  # where a value is undefined, the quantified facts here say nothing
        step.defined(*values.values())
    here = [every.canonical() for every in step.proof.every]
    require(all(every.canonical(values) in here for every in earlier.every), "a quantified fact is not among the given")
    goal = map_fact(earlier.goal, values)
    require(step.claim == goal, "the earlier judgement says", goal)
    step.proof.used.add(label)
    if not any(c.unmet(step.context, value, functions, existing) for value in values.values()):
        existing.update(t.substitute(u, values) for u in (*_outer(earlier.goal.left), *_outer(earlier.goal.right)))


def _outer(term: Term) -> Iterator[Term]:
    """The binders of a term that are below the body of no other."""
    if term.head in BINDERS:
        yield term
    for arg in term.args[1:] if term.head in BINDERS else term.args:
        yield from _outer(arg)


Rule = Callable[[Step], None]
RULES: dict[str, tuple[tuple[str, ...], Rule]] = {
    "combine": (("with", "rewrite", "gap"), combine),
    "derivative": ((), derivative),
    "integral": (("antiderivative", "open", "closed", "flip"), integral),
    "at_least": (("antiderivative", "cut", "open", "closed"), at_least),
    "maximum": (("at", "steps"), maximum),
    "rising": (("of", "name", "low", "high", "open", "closed"), rising),
    "stationary": (("low", "high", "steps"), stationary),
    "cases": (("pivot", "branches"), cases),
    "absurd": (("fact",), absurd),
    "enclose": (("bits",), enclose),
    "box": (("ranges", "bits"), box),
    "use": (("every", "values"), use),
    "law": (("law", "values"), law),
    "cite": (("statement", "values"), cite),
}
"""The keys a step of each rule may have, and the rule."""
