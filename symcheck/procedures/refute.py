"""Search for a refutation: a rational point inside the assumptions at which the goal fails, as simple as can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice, product
from typing import Any

from symcheck.kernel.calculus import evaluate
from symcheck.kernel.check import DOUBTFUL, assumed, necessary, negations
from symcheck.kernel.facts import Fact, fact_from_json, rational
from symcheck.kernel.interval import Interval
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import ONE, Reject, Term, add, div, num, rewrite, sub, substitute, unfold, walk
from symcheck.procedures import divergence, floats, points
from symcheck.procedures.antiderivative import antiderivatives
from symcheck.procedures.binders import bound_below, establish, outermost
from symcheck.procedures.builder import Builder
from symcheck.procedures.examples import satisfied
from symcheck.procedures.numeric import rewritten
from symcheck.procedures.points import Bodies, Point
from symcheck.procedures.tactics import prove_fact

TRIES = 300
REPLAYS, FIRST = 6, 5
DIGITS = 12
TOUCH = Fraction(1, 10**20)
NORMAL, CLEAR = 1000, 1e-6
DENIED_BY = {"eq": "ne", "ne": "eq", "lt": "le", "le": "lt"}
NEAR = (Fraction(1, 10**6), Fraction(1, 500), Fraction(1, 20))
"""Places at which a body may be close to its limit."""


def refute(statement: Statement, examples: Sequence[Any] = (), wide: bool = False, tries: int = TRIES) -> Any:
    """A certificate that refutes the statement, or None; under quantified assumptions only at one of the examples.

    ``tries`` is how many points are looked at.  With ``wide`` also some that are less simple, and those at which the
    sides of a strict relation touch.
    """
    opened = statement.unfolded()
    if opened.every:
        return _at_example(opened, examples)
    closed = not opened.goal.free()
    found = _anywhere(opened, False) if wide and closed else None
    found = found or _guessed(opened, wide, tries)
    return found or (_anywhere(opened, True) if wide and not closed else None)


def _anywhere(opened: Statement, wide: bool) -> Any:
    """A refutation at one of the first points there are, of a goal that can't be evaluated for a guess."""
    if not any(u.head in DOUBTFUL for side in (opened.goal.left, opened.goal.right) for u in walk(side)):
        return None
    for point in islice(points.candidates(opened, TRIES, {}, opened.given, wide), FIRST):
        found = _at(opened, point, {})
        if found is not None:
            return found
    return None


def _at(opened: Statement, point: Point, bodies: Bodies) -> Any:
    """The refutation at a point, if it can be shown."""
    steps = negation(points.fact_at(opened.goal, point, bodies))
    return steps and {"kind": "refutation", **points.table(points.terms(point), bodies), "steps": steps}


def _guessed(opened: Statement, wide: bool, tries: int) -> Any:
    """A refutation at a point at which the goal seems to fail."""
    for goal in _elementary(opened.goal):
        for bodies in points.examples(opened):
            replays = 0
            for point in points.candidates(opened, tries, bodies, opened.given, wide):
                if not (_fails(goal, point, bodies) or (wide and _touches(goal, point, bodies))):
                    continue
                found = _at(opened, _shrink(opened, goal, point, bodies), bodies)
                if found is not None:
                    return found
                replays += 1
                if replays == REPLAYS:
                    break
    return None


def _at_example(opened: Statement, examples: Sequence[Any]) -> Any:
    """A refutation at one of the points that an author names."""
    for example, shown in satisfied(opened, examples, opened.given, prove_fact):
        steps = negation(example.at(opened.goal))
        if steps is not None:
            return {"kind": "refutation", **example.table(shown), "steps": steps}
    return None


def _elementary(goal: Fact) -> Iterator[Fact]:
    """The goal with guesses for its integrals and maxima, so that it can be evaluated; only to find a point."""
    terms = [t for s in (goal.left, goal.right) for t in outermost(s) if t.head not in ("deriv", "sum")]
    if not terms:
        yield goal
        return
    for value in _guesses(terms[0]):
        changed = Fact(goal.rel, rewrite(goal.left, terms[0], value), rewrite(goal.right, terms[0], value))
        yield from _elementary(changed)
    for whole, other in ((goal.left, goal.right), (goal.right, goal.left)):
        if goal.rel == "eq" and whole.head == "integral":  # it may not exist, and still be bounded from below
            for primitive, cut in product(antiderivatives(whole.args[0], whole.name), _cuts(*whole.args[1:])):
                yield from _elementary(Fact("le", _between(primitive, whole.name, cut, whole.args[2]), other))


def _guesses(term: Term) -> Iterator[Term]:
    if term.head == "sup":
        yield substitute(term.args[0], {term.name: term.args[1]})
        return
    if term.head == "limit":
        yield from (substitute(term.args[0], {term.name: num(near)}) for near in NEAR)
        return
    for primitive in antiderivatives(term.args[0], term.name):
        yield _between(primitive, term.name, *term.args[1:])


def _between(primitive: Term, name: str, low: Term, high: Term) -> Term:
    return sub(substitute(primitive, {name: high}), substitute(primitive, {name: low}))


def _cuts(low: Term, high: Term) -> list[Term]:
    """Places between two ends, ever closer to the lower one."""
    return [add(low, div(sub(high, low), num(4**k))) for k in (1, 3, 6)]


def weakest_denial(goal: Fact) -> Fact:
    """Of the facts that deny a fact the one that the others imply."""
    return Fact(DENIED_BY[goal.rel], goal.right, goal.left)


def _fails(goal: Fact, point: Point, bodies: Bodies) -> bool:
    if not bodies and all(-NORMAL <= x <= NORMAL for x in point.values()) and _clear(goal, point):
        return False
    return points.holds_at(weakest_denial(goal), point, bodies)


def _clear(goal: Fact, point: Point) -> bool:
    """Whether an inequality holds with so much room that floats can be relied on to pass over a point."""
    values = {name: float(x) for name, x in point.items()}
    left, right = floats.value(goal.left, values), floats.value(goal.right, values)
    return goal.rel in ("lt", "le") and right - left > CLEAR * (1 + abs(left) + abs(right))


def _touches(goal: Fact, point: Point, bodies: Bodies) -> bool:
    """Whether sides seem to be equal, of a strict relation, which enclosures can't show, or of one between numbers."""
    if goal.rel not in ("lt", "ne") and goal.free():
        return False
    try:
        closed = points.fact_at(goal, point, bodies)
        gap = evaluate(sub(closed.right, closed.left), points.ARITHMETIC)
    except (Reject, ArithmeticError, RecursionError):
        return False
    return gap.lo <= 0 <= gap.hi and gap.hi - gap.lo < TOUCH


def _shrink(opened: Statement, goal: Fact, point: Point, bodies: Bodies) -> Point:
    """A point with simpler coordinates at which the goal still fails: each is moved to the simplest that works."""
    order = points.POOL
    for _ in range(2):
        for name in sorted(point):
            for value in order:
                if value == point[name]:
                    break
                moved = points.moved(point, name, value, opened.given, bodies)
                if (
                    moved
                    and all(points.holds_at(f, moved, bodies) for f in opened.given)
                    and _fails(goal, moved, bodies)
                ):
                    point = moved
                    break
    return point


def negation(closed: Fact) -> list[dict[str, Any]] | None:
    """Steps that show the negation of a closed fact; what seems to be an integral without a value comes first."""
    doubtful = sorted(assumed(closed), key=lambda whole: whole == closed.right)
    whole = next((u for u in doubtful if u.head == "integral"), None)
    found = _contradictory(closed, whole) if whole else None
    for denied in negations(closed):
        found = found or _denied(closed, denied)
    return found or next((steps for u in doubtful if u != whole and (steps := _contradictory(closed, u))), None)


def _denied(closed: Fact, denied: Fact) -> list[dict[str, Any]] | None:
    """Steps that end in one of the negations of a closed fact."""
    builder = Builder({}, {}, existing=assumed(closed))
    known, bounds = [], []
    for side in (closed.left, closed.right):
        for term in dict.fromkeys(outermost(side)):
            found = establish(builder, term, prove_fact)
            known += [found] if found else []
            if found is None and term in builder.proof.existing:
                bounds += _bounds(builder, term, closed.right if term == closed.left else closed.left)
    _define(builder, closed, known)
    shown = _negated(builder, denied, known) or any(_beyond(builder, denied, b, known) for b in bounds)
    shown = shown or _absurd(builder, denied, known)
    return builder.steps if shown and not builder.defined(closed.left, closed.right) else None


def _contradictory(closed: Fact, whole: Term) -> list[dict[str, Any]] | None:
    """Steps that show that an integral, or a limit of some, which an equation says to be a number, has no value."""
    builder = Builder({}, {}, existing={whole})
    bound = divergence.absurd(builder, whole, prove_fact, establish)
    if bound is None:
        return None
    other = closed.right if whole == closed.left else closed.left
    known = [f for term in dict.fromkeys(outermost(other)) if (f := establish(builder, term, prove_fact))]
    _define(builder, closed, known)
    done = builder.step(negations(closed)[0], "absurd", fact=builder.index(bound))
    return builder.steps if done and not builder.defined(closed.left, closed.right) else None


def _define(builder: Builder, closed: Fact, known: list[Fact]) -> None:
    """Steps for the conditions under which both sides are defined."""
    for condition in necessary(closed.left) + necessary(closed.right):
        if not builder.holds(condition) and not builder.combine(condition, rewrite=known):
            builder.enclose(condition)


def _absurd(builder: Builder, denied: Fact, known: list[Fact]) -> bool:
    """The negation, because a series that would have to have a sum has none."""
    series = [u for u in (denied.left, denied.right) if u.head == "limit" and u in builder.proof.existing]
    for whole in series if not known else ():
        found = divergence.contradiction(builder, whole, prove_fact, establish)
        if found is not None and builder.step(denied, "absurd", fact=builder.index(found)):
            return True
    return False


def _negated(builder: Builder, negation: Fact, known: list[Fact]) -> bool:
    """The negation by enclosures, after its integrals and maxima have been replaced by their values."""
    plain = negation.map(lambda side: rewritten(side, known))
    if builder.combine(negation) or (builder.enclose(plain) and plain == negation):
        return True
    return plain in builder.context.facts and builder.combine(negation, rewrite=known)


def _bounds(builder: Builder, whole: Term, other: Term) -> list[Fact]:
    """Bounds of an integral or a limit that may not exist."""
    if whole.head == "limit":
        try:
            return divergence.bounds(builder, whole, evaluate(other, points.ARITHMETIC), prove_fact, establish)
        except Reject:
            return []
    primitives = antiderivatives(whole.args[0], whole.name)
    cuts = [num(v) for cut in _cuts(*whole.args[1:]) if (v := rational(cut)) is not None]
    found = [bound_below(builder, whole, primitive, cut) for primitive in primitives for cut in cuts]
    return [fact for fact in found if fact]


def _beyond(builder: Builder, negation: Fact, bound: Fact, known: list[Fact]) -> bool:
    """other < whole, because other < bound <= whole; or the other way round."""
    if negation.rel != "lt" or not (negation.right == bound.right or negation.left == bound.left):
        return False
    below = negation.right == bound.right
    claim = Fact("lt", negation.left, bound.left) if below else Fact("lt", bound.right, negation.right)
    other = claim.map(lambda side: rewritten(side, known))
    if not builder.enclose(other) or (other != claim and not builder.combine(claim, rewrite=known)):
        return False
    return builder.combine(negation, [(claim, ONE), (bound, ONE)])


def sides(statement: Statement, certificate: Any) -> tuple[str, str] | None:
    """Both sides of the goal at the point of a refutation, as decimals for the reader."""
    point, bodies = points.point_from_json(certificate)
    closed = statement.unfolded().goal.map(lambda side: substitute(unfold(side, bodies), point))
    shown = [fact_from_json(step["claim"]) for step in certificate["steps"]]
    equations = [fact for fact in shown if fact.rel == "eq"]
    try:
        values = [evaluate(rewritten(side, equations), points.ARITHMETIC) for side in (closed.left, closed.right)]
    except (Reject, ArithmeticError):
        return None
    return decimal(values[0]), decimal(values[1])


def decimal(interval: Interval) -> str:
    """The middle of an enclosure to some significant digits; exact values that are short stay exact."""
    middle = (interval.lo + interval.hi) / 2
    if interval.is_point and middle.denominator == 1:
        return str(middle)
    if middle == 0:
        return "0"
    places = DIGITS - len(str(int(abs(middle))))
    if abs(middle) < 1:
        places = DIGITS + len(str(int(1 / abs(middle)))) - 1
    scaled = round(middle * Fraction(10) ** places)
    sign, text = "-" if scaled < 0 else "", str(abs(scaled)).rjust(max(places, 0) + 1, "0")
    if places <= 0:
        return f"{sign}{text}{'0' * -places}"
    return f"{sign}{text[:-places]}.{text[-places:]}".rstrip("0").rstrip(".")
