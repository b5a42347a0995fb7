"""Rational points inside the assumptions, the simplest first."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import chain, pairwise, product
from typing import Any

from symcheck.kernel.calculus import evaluate
from symcheck.kernel.check import satisfied
from symcheck.kernel.facts import Fact, map_fact
from symcheck.kernel.interval import Arithmetic
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import Bodies as ByArity
from symcheck.kernel.term import Reject, Term, add, free, from_json, num, sub, substitute, sym, to_json, unfold, walk

BITS = 128
ARITHMETIC = Arithmetic(BITS)
SIMPLE = "1 2 1/2 3 -1 -1/2 0 4 1/3 1/4 -2 3/2 2/3 5 -1/3 1/5 10 1/10 8 9 16 100 1/100 1000 1/1000 -3 -5 -10 -100"
POOL = tuple(map(Fraction, SIMPLE.split()))
"""Coordinates to try, the simplest first."""
LARGE = tuple(map(Fraction, ["-4", "-20", "30", "50", "300", "1e4", "1e6", "1e9", "1e12", "-1e6", "1e-6", "1e-9"]))
"""Coordinates to try after them."""
CORNERS = tuple(map(Fraction, (0, 1, -1)))
MOST_NUMBERS, MOST_SIDES, NEAR = 8, 4, Fraction(1, 1000)
TRIES = 400
Point = dict[str, Fraction]
Bodies = dict[str, tuple[tuple[str, ...], Term]]
PARAMETERS = ("z", "w", "v")
SHIFTS = (0, 1, 3)
"""At a witness, an unspecified function is the sum of its arguments and one of these."""


def instance(term: Term, point: Point, bodies: Bodies) -> Term:
    """The term at a point, with examples for unspecified functions."""
    return substitute(unfold(term, by_arity(bodies)), terms(point))


def by_arity(bodies: Bodies) -> ByArity:
    """Examples for functions as the kernel unfolds them."""
    return {(name, len(params)): (params, body) for name, (params, body) in bodies.items()}


def fact_at(fact: Fact, point: Point, bodies: Bodies) -> Fact:
    """The fact at a point."""
    return Fact(fact.rel, instance(fact.left, point, bodies), instance(fact.right, point, bodies))


def holds_at(fact: Fact, point: Point, bodies: Bodies) -> bool:
    """Whether enclosures show the fact at the point."""
    try:
        return satisfied(fact_at(fact, point, bodies), ARITHMETIC)
    except (Reject, ArithmeticError, RecursionError):
        return False


def symbols(statement: Statement) -> list[str]:
    """The free symbols of an unfolded statement, in alphabetical order."""
    facts = (*statement.given, *statement.where, statement.goal)
    return sorted(frozenset().union(*(f.free() for f in facts), *(e.free() for e in statement.every)))


def called(statement: Statement) -> dict[str, int]:
    """The unspecified functions that occur in an unfolded statement, and their numbers of arguments."""
    facts = [*statement.given, *statement.where, statement.goal]
    for every in statement.every:
        facts += (*every.hypotheses, every.conclusion)
    calls = [t for f in facts for s in (f.left, f.right) for t in walk(s) if t.head == "call"]
    return {t.name: len(t.args) for t in sorted(calls, key=lambda t: t.name)}


def examples(statement: Statement) -> Iterator[Bodies]:
    """Choices of examples for the unspecified functions."""
    arities = called(statement)
    for shift in SHIFTS if arities else SHIFTS[:1]:
        bodies: Bodies = {}
        for name, arity in arities.items():
            params = PARAMETERS[:arity]
            parts = [*map(sym, params), *([num(shift)] if shift else [])]
            bodies[name] = (params, add(*parts))
        yield bodies


def candidates(
    statement: Statement, tries: int, bodies: Bodies, facts: tuple[Fact, ...], wide: bool = False
) -> Iterator[Point]:
    """Points at which ``facts`` hold, simple ones first, by a search that is the same in every run.

    With ``wide`` also corners, large coordinates, and some near the numbers of the statement.
    """
    chance = random.Random(0)
    seen = set()
    if any(map(irrational, facts)):
        return
    others = _wide(statement, tries // 2, facts, chance) if wide else ()
    for point in chain(_simple(statement, tries, facts, chance), others):
        solved = _solve(point, facts, bodies, chance)
        key = tuple(solved.items()) if solved else None
        if solved is None or key in seen:
            continue
        seen.add(key)
        if all(holds_at(f, solved, bodies) for f in facts):
            yield solved


def _simple(statement: Statement, tries: int, facts: tuple[Fact, ...], chance: random.Random) -> Iterator[Point]:
    """Points with coordinates of the pool, the simplest first."""
    names = symbols(statement)
    first = {name: next(allowed(name, facts), None) for name in names}
    if None in first.values():
        return
    yield {name: value for name, value in first.items() if value is not None}
    pools = {name: list(allowed(name, facts)) for name in names}
    for number in range(1, tries):
        reach = 2 + number * (len(POOL) - 2) // tries
        yield {n: chance.choice(pools[n][:reach]) for n in names}


def _wide(statement: Statement, tries: int, facts: tuple[Fact, ...], chance: random.Random) -> Iterator[Point]:
    """Corners, then points with large coordinates and some near the numbers of the statement: one, then several."""
    names = symbols(statement)
    values = [*suggested((*facts, statement.goal)), *POOL, *LARGE]
    pools = {name: list(allowed(name, facts, values)) for name in names}
    if names and all(pools.values()):
        start = {name: next(allowed(name, facts), pools[name][0]) for name in names}
        for corner in product(CORNERS, repeat=len(names) if len(names) <= MOST_SIDES else 0):
            yield {**start, **dict(zip(names, corner, strict=False))}
        yield from ({**start, name: value} for name in names for value in pools[name])
        yield from ({n: chance.choice(pools[n]) for n in names} for _ in range(tries if len(names) > 1 else 0))


def suggested(facts: tuple[Fact, ...]) -> list[Fraction]:
    """Numbers at and around those that stand in the facts, and between them."""
    terms = (t for f in facts for side in (f.left, f.right) for t in walk(side) if not free(t))
    found = list(dict.fromkeys(v for t in terms if (v := _exact(t)) is not None))[:MOST_NUMBERS]
    between = [(low + high) / 2 for low, high in pairwise(sorted(found))]
    around = [w for v in found for w in (v, v + 1, v - 1, 2 * v, v / 2, -v, *([1 / v] if v else []))]
    around += [w for v in found for w in (v + NEAR, v - NEAR)]
    return list(dict.fromkeys([*between, *around]))


@lru_cache(maxsize=4096)
def _exact(term: Term) -> Fraction | None:
    """The value of a closed term that enclosures find to be one rational number."""
    try:
        value = evaluate(term, ARITHMETIC)
    except (Reject, ArithmeticError, RecursionError):
        return None
    return value.lo if value.is_point else None


def allowed(name: str, facts: tuple[Fact, ...], values: Sequence[Fraction] = POOL) -> Iterator[Fraction]:
    """The values that the facts about this symbol alone allow."""
    alone = [f for f in facts if f.free() == {name} and f.rel != "eq"]
    return (v for v in dict.fromkeys(values) if all(holds_at(f, {name: v}, {}) for f in alone))


def _solve(point: Point, facts: tuple[Fact, ...], bodies: Bodies, chance: random.Random) -> Point | None:
    """The point moved onto the equations among the facts, each solved for a symbol in which it is linear.

    Those with a symbol on one side come first.
    """
    fixed: set[str] = set()
    equations = [f for f in facts if f.rel == "eq"]
    for fact in sorted(equations, key=lambda f: "sym" not in (f.left.head, f.right.head)):
        sides = [s for s in (fact.left, fact.right) if s.head == "sym"]
        difference = sub(fact.left, fact.right)
        linear = [n for n in sorted(free(difference) - {s.name for s in sides}) if _degree(difference, n) == 1]
        names = [s.name for s in sides] + chance.sample(linear, len(linear))
        for name in names:
            value = None if name in fixed else _linear_root(difference, name, point, bodies)
            if value is not None:
                point = {**point, name: value}
                fixed |= fact.free() if len(sides) == 0 else {name}
                break
        else:
            if not holds_at(fact, point, bodies):
                return None
    return point


@lru_cache(maxsize=4096)
def _degree(term: Term, name: str) -> int | None:
    """0 or 1 where a term is visibly constant or linear in a symbol; None elsewhere."""
    if name not in free(term):
        return 0
    degrees = [_degree(arg, name) for arg in term.args]
    if term.head == "sym":
        return 1
    if term.head in ("add", "neg", "deriv") and not (term.head == "deriv" and degrees[1] != 0):
        return None if None in degrees else max(d for d in degrees if d is not None)
    if term.head == "mul" and None not in degrees and sum(d for d in degrees if d) == 1:
        return 1
    return degrees[0] if term.head == "div" and degrees[1] == 0 else None


def moved(point: Point, name: str, value: Fraction, facts: tuple[Fact, ...], bodies: Bodies) -> Point | None:
    """The point with one coordinate changed, and others as the equations among the facts then want them; not longer."""
    changed = _solve({**point, name: value}, facts, bodies, random.Random(0))
    if changed is None or changed[name] != value or _length(changed) > _length(point):
        return None
    return changed


def _length(point: Point) -> int:
    return sum(len(str(value)) for value in point.values())


def _linear_root(term: Term, name: str, point: Point, bodies: Bodies) -> Fraction | None:
    """The exact zero in ``name`` of a term that is linear in it at this point."""
    values = []
    for at in (1, 2, 3):
        try:
            found = evaluate(instance(term, {**point, name: Fraction(at)}, bodies), ARITHMETIC)
        except (Reject, ArithmeticError, RecursionError):
            return None
        if not found.is_point:
            return None
        values.append(found.lo)
    slope = values[1] - values[0]
    if not slope or values[2] - values[1] != slope:
        return None
    return 1 - values[0] / slope


def satisfying(statement: Statement) -> dict[str, Any] | None:
    """A point that satisfies an unfolded statement's assumptions, in the form a certificate holds it."""
    facts = statement.given + statement.where
    found = ((p, bodies) for bodies in examples(statement) for p in candidates(statement, TRIES, bodies, facts, True))
    return next((table(terms(point), bodies) for point, bodies in found), None)


def pinned(statement: Statement, values: Mapping[str, Term]) -> Statement:
    """The statement with values for some symbols."""
    return replace(
        statement,
        goal=map_fact(statement.goal, values),
        given=tuple(map_fact(f, values) for f in statement.given),
        where=tuple(map_fact(f, values) for f in statement.where),
    )


def irrational(fact: Fact) -> bool:
    """Whether an equation is linear in each of its symbols, with a part that is no rational number."""
    difference = sub(fact.left, fact.right)
    names = sorted(free(difference))
    rest = substitute(difference, {name: num(0) for name in names})
    linear = fact.rel == "eq" and names and all(_degree(difference, name) == 1 for name in names)
    return bool(linear) and _exact(rest) is None


def terms(point: Point) -> dict[str, Term]:
    """The coordinates as terms."""
    return {name: num(value) for name, value in point.items()}


def table(point: Mapping[str, Term], bodies: Bodies, shown: Sequence[Any] = ()) -> dict[str, Any]:
    """The point as a certificate holds it, with the steps that show each quantified fact there."""
    values = {name: to_json(value) for name, value in sorted(point.items())}
    functions = {name: [list(params), to_json(body)] for name, (params, body) in sorted(bodies.items())}
    return {"point": values, "functions": functions, "bits": BITS, "every": list(shown)}


def point_from_json(certificate: Mapping[str, Any]) -> tuple[dict[str, Term], ByArity]:
    """The point of a certificate, and its examples for functions as the kernel unfolds them."""
    values = {name: from_json(value) for name, value in certificate["point"].items()}
    functions = certificate["functions"].items()
    return values, by_arity({name: (tuple(params), from_json(body)) for name, (params, body) in functions})
