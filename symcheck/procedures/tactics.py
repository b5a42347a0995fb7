"""Tactics for one fact: rewriting, premises, signs, sums of squares, enclosures, roots, linear combinations."""

from __future__ import annotations

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import ONE, Reject, Term, div, free, mul, num, power, rewrite, sub, sym, walk
from symcheck.procedures.binders import establish, outermost
from symcheck.procedures.builder import Builder
from symcheck.procedures.closed import vanishes
from symcheck.procedures.forms import term_of
from symcheck.procedures.linear import linear
from symcheck.procedures.numeric import rewritten
from symcheck.procedures.positive import positive
from symcheck.procedures.squares import squares


def prove_fact(builder: Builder, goal: Fact) -> bool:
    """Steps that end in ``goal``, from the facts of the builder."""
    known = [f for t in (goal.left, goal.right) for b in outermost(t) if (f := establish(builder, b, prove_fact))]
    return conclude(builder, goal, known, ())


def conclude(builder: Builder, goal: Fact, known: list[Fact], by: tuple[Term, ...]) -> bool:
    """The goal, given equations for its binders."""
    equations = [f for f in oriented(builder) if f not in known]
    rewrites: list[list[Fact]] = [known, known + equations] if equations else [known]
    if len(equations) > 1:  # what one equation brings in another may replace
        rewrites.append(known + equations + equations)
    if any(builder.combine(goal, rewrite=r) for r in rewrites):
        return True
    if goal.rel != "eq" and _gap(builder, goal, known):
        return True
    if _constant(builder, goal, known + equations):
        return True
    if _positive(builder, goal, known + equations):
        return True
    return _from_premises(builder, goal, known, by) or _root(builder, goal) or linear(builder, goal)


def _positive(builder: Builder, goal: Fact, equations: list[Fact]) -> bool:
    """What the equations turn the goal into, as a sum of squares and facts."""
    plain = goal.map(lambda side: rewritten(side, equations))
    return positive(builder, plain) and (plain == goal or builder.combine(goal, [(plain, ONE)], rewrite=equations))


def oriented(builder: Builder) -> list[Fact]:
    """Equations ``symbol = term`` of the context, turned round by a step where they stand the other way."""
    found: list[Fact] = []
    for fact in tuple(builder.context.facts):
        if fact.rel != "eq":
            continue
        if fact.left.head == "sym" and fact.left.name not in free(fact.right):
            found.append(fact)
        elif fact.right.head == "sym" and fact.right.name not in free(fact.left) and fact.left.head != "sym":
            turned = Fact("eq", fact.right, fact.left)
            if turned in builder.context.facts or builder.combine(turned, [(fact, num(-1))]):
                found.append(turned)
    return found


def _constant(builder: Builder, goal: Fact, equations: list[Fact]) -> bool:
    """A goal that the equations turn into one between closed terms."""
    closed = goal.map(lambda side: rewritten(side, equations))
    if closed.free() or not (builder.enclose(closed) or vanishes(builder, closed)):
        return False
    return closed == goal or builder.combine(goal, [(closed, ONE)], rewrite=equations)


def _gap(builder: Builder, goal: Fact, known: list[Fact]) -> bool:
    """right - left as a sum of squares with visible signs."""
    gap = squares(builder, rewritten(sub(goal.right, goal.left), known))
    return gap is not None and builder.combine(goal, rewrite=known, gap=gap)


def _from_premises(builder: Builder, goal: Fact, known: list[Fact], by: tuple[Term, ...]) -> bool:
    """The goal as a multiple of one premise, into which the values of its binders are put first."""
    target = goal.map(lambda side: rewritten(side, known))
    for premise in builder.given:
        if premise.rel == "ne" or (goal.rel == "eq" and premise.rel != "eq"):
            continue
        opened = _opened(builder, premise, known)
        factors = [*by, *([c] if (c := builder.ratio(target, opened)) is not None else [])]
        if any(builder.combine(goal, [(opened, c)], rewrite=known) for c in factors):
            return True
        if goal.rel in ("lt", "le") and _remainder(builder, goal, target, opened, known):
            return True
    return False


def _remainder(builder: Builder, goal: Fact, target: Fact, premise: Fact, known: list[Fact]) -> bool:
    """An inequality as the premise plus something with a visible sign."""
    difference = sub(premise.right, premise.left)
    for factor in (1, -1) if premise.rel == "eq" else (1,):
        gap = sub(sub(target.right, target.left), mul(num(factor), difference))
        if builder.combine(goal, [(premise, num(factor))], rewrite=known, gap=gap):
            return True
    return False


def _opened(builder: Builder, premise: Fact, known: list[Fact]) -> Fact:
    """The premise with binders replaced by their values, by a step of its own."""
    for term in dict.fromkeys([*outermost(premise.left), *outermost(premise.right)]):
        value = next((f for f in known if f.left == term), None) or establish(builder, term, prove_fact)
        if value is None:
            continue
        changed = Fact(premise.rel, *(rewrite(t, value.left, value.right) for t in (premise.left, premise.right)))
        before, after = (sub(f.right, f.left) for f in (premise, changed))
        factor = builder.ratio(Fact("eq", before, after), value)
        if factor is not None and builder.combine(changed, [(premise, ONE), (value, factor)]):
            premise = changed
    return premise


def _root(builder: Builder, goal: Fact) -> bool:
    """x = t from a premise that is linear in a power of x: the power is isolated and its root taken."""
    x = goal.left
    if goal.rel != "eq" or x.head != "sym":
        return False
    for premise in [f for f in builder.given if f.rel == "eq"]:
        powers = [t for s in (premise.left, premise.right) for t in walk(s) if t.head == "pow" and t.args[0] == x]
        for raised in dict.fromkeys(powers):
            isolated = _isolate(builder, premise, raised)
            if isolated is None:
                continue
            back = power(raised, div(ONE, raised.args[1]))
            same, root = Fact("eq", x, back), Fact("eq", back, goal.right)
            if builder.combine(same) and builder.combine(root, rewrite=[isolated]):
                return builder.combine(goal, [(same, ONE), (root, ONE)])
    return False


def _isolate(builder: Builder, premise: Fact, raised: Term) -> Fact | None:
    """``raised = t`` from a premise that is linear in ``raised``."""
    solution = solved(builder, premise, raised)
    if solution is None:
        return None
    claim = Fact("eq", raised, solution)
    factor = builder.ratio(claim, premise)
    return claim if factor is not None and builder.combine(claim, [(premise, factor)]) else None


def solved(builder: Builder, equation: Fact, part: Term) -> Term | None:
    """What a part would have to be by an equation that is linear in it; None if it is not, or if that can't be told."""
    slot = sym("slot'")
    left, right = (rewrite(t, part, slot) for t in (equation.left, equation.right))
    try:
        at = [builder.normal(rewrite(sub(right, left), slot, num(v))) for v in (0, 1)]
        slope = builder.context.sub(at[1], at[0])
        value = builder.context.mul(builder.context.neg(at[0]), builder.context.inverse(slope))
        return term_of(builder.context, value)
    except (Reject, RecursionError):
        return None
