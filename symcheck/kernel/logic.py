"""Rules of logic and arithmetic: combinations of facts, cases, enclosures, instances of what is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from symcheck.kernel import calculus as c
from symcheck.kernel import term as t
from symcheck.kernel.context import Context
from symcheck.kernel.facts import NEG, NIL, POS, SIGN_OF_DIFFERENCE, Fact, map_fact
from symcheck.kernel.interval import Arithmetic, Interval
from symcheck.kernel.laws import LAWS
from symcheck.kernel.poly import Frac
from symcheck.kernel.step import Step
from symcheck.kernel.term import Reject, Term, as_list, as_table, require

MAX_PARTS = 5_000


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
    """Anything, where fact number ``fact`` contradicts the others: its difference can't have the sign that it says."""
    fact = step.premise(step.data.get("fact"))
    possible = step.context.sign(t.sub(fact.right, fact.left)) & SIGN_OF_DIFFERENCE[fact.rel]
    require(not possible, "the facts do not contradict each other")
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
    _exist(step, LAWS[name].conclusion, {key: t.from_json(value) for key, value in values.items()})


def cite(step: Step) -> None:
    """An instance of a statement that was proved before: ``statement`` is its digest, ``values`` its symbols."""
    label, functions = str(step.data.get("statement")), step.proof.functions
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
    _exist(step, earlier.goal, values)


def _exist(step: Step, goal: Fact, values: Mapping[str, Term]) -> None:
    """What a goal that holds everywhere says to be a number exists at values that are defined."""
    functions, existing = step.proof.functions, step.proof.existing
    if not any(c.unmet(step.context, value, functions, existing) for value in values.values()):
        existing.update(t.substitute(u, values) for u in (*t.outer(goal.left), *t.outer(goal.right)))
