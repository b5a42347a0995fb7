"""A second opinion on a verdict: the statement, in its JSON form, evaluated at points that satisfy what is given.

``python-flint`` is the only arithmetic; nothing of the kernel is imported.  A proof is contradicted by a point at which
what is given certainly holds and the goal certainly does not, or a side of it is certainly undefined; a refutation by
a goal that certainly holds at its own point, or by something given that certainly fails there.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from typing import Any

from flint import arb, ctx

from tests.second.numbers import Number, Undefined, Unknown, ball
from tests.second.values import Evaluator, exact_ball

AGREES, CONTRADICTS, UNKNOWN = "agrees", "contradicts", "unknown"
PRECISIONS = (96, 400, 2_000)
TRIES = 120
NARROW = 2.0**-30
BINDERS = ("deriv", "integral", "sup", "sum", "limit")
Fact = Sequence[Any]
Point = dict[str, arb]


@dataclass(frozen=True)
class Opinion:
    """``word`` is one of the three above; ``points`` how many were looked at; ``why`` what was found or missing."""

    word: str
    points: int = 0
    why: str = ""
    loose: bool = False


@dataclass
class Asker:
    """A statement with the examples for its functions."""

    statement: Mapping[str, Any]
    examples: Mapping[str, Any]

    def __post_init__(self) -> None:
        bodies = {(name, len(params)): (params, body) for name, params, body in self.statement["definitions"]}
        bodies |= {(name, len(params)): (params, body) for name, (params, body) in self.examples.items()}
        self.evaluator = Evaluator(bodies)
        self.given: list[Fact] = list(self.statement["given"])
        self.where: list[Fact] = list(self.statement["where"])
        self.goal: Fact = self.statement["goal"]

    def truth(self, fact: Fact, at: Mapping[str, Number]) -> bool | None:
        """Whether a fact holds: None if that isn't certain.  An equation holds only between exact numbers."""
        for bits in PRECISIONS:
            ctx.prec = bits
            try:
                left, right = (ball(self.evaluator.value(side, at)) for side in fact[1:])
            except Unknown:
                continue
            found = _compare(fact[0], left, right)
            if found is not None or _narrow(left - right, left):
                return found
        return None

    def near(self, fact: Fact, at: Mapping[str, Number]) -> bool:
        """Whether narrow balls leave no difference; for a strict relation that says nothing."""
        ctx.prec = PRECISIONS[-1]
        try:
            left, right = (ball(self.evaluator.value(side, at)) for side in fact[1:])
        except (Unknown, Undefined):
            return False
        return fact[0] in ("eq", "le") and bool(left.overlaps(right)) and _narrow(left - right, left)

    def fine(self, facts: Sequence[Fact], at: Mapping[str, Number], built: Sequence[Fact] = ()) -> bool:
        """Whether all facts certainly hold at a point; those in ``built`` do by how the point was made."""
        try:
            return all(fact in built or self.truth(fact, at) for fact in facts)
        except Undefined:
            return False


def _compare(relation: str, left: arb, right: arb) -> bool | None:
    same = left.is_exact() and right.is_exact() and left == right
    if relation in ("eq", "ne"):
        holds = True if same else False if not left.overlaps(right) else None
        return holds if relation == "eq" or holds is None else not holds
    if relation == "le":
        return True if left <= right else False if left > right else None
    return True if left < right else False if left >= right else None


def _narrow(difference: arb, scale: arb) -> bool:
    return bool(difference.rad() < NARROW * (1 + abs(scale).upper()))


def opinion(
    statement: Mapping[str, Any],
    outcome: str,
    certificate: Mapping[str, Any],
    seed: int = 0,
    wanted: int = 6,
    undefined: bool = True,
) -> Opinion:
    """What balls say to the verdict ``outcome`` on a statement; the certificate gives a point and examples only.

    ``undefined``: a side that is not defined contradicts a proof, which else says nothing of such points.
    """
    bits = ctx.prec
    try:
        asker = Asker(statement, certificate["functions"])
        if outcome == "refuted":
            return _of_refutation(asker, certificate)
        return _of_proof(asker, certificate["point"], random.Random(seed), wanted, undefined)
    finally:
        ctx.prec = bits


def _of_refutation(asker: Asker, certificate: Mapping[str, Any]) -> Opinion:
    try:
        at = {name: asker.evaluator.value(value, {}) for name, value in certificate["point"].items()}
        for fact in asker.given:
            if asker.truth(fact, at) is False:
                return Opinion(CONTRADICTS, 1, f"given {fact} fails at its point")
        found = asker.truth(asker.goal, at)
    except Undefined as reason:
        return Opinion(CONTRADICTS, 1, f"at the point of the refutation: {reason}")
    except Unknown as reason:
        return Opinion(UNKNOWN, 0, str(reason))
    loose = asker.evaluator.loose
    if found is None and asker.goal[0] in ("lt", "ne") and asker.near(["eq", *asker.goal[1:]], at):
        return Opinion(AGREES, 1, "", True)
    word = {True: CONTRADICTS, False: AGREES, None: UNKNOWN}[found]
    return Opinion(word, 1, {True: "the goal holds", None: _why(asker, at)}.get(found, ""), loose)


def _of_proof(asker: Asker, start: Mapping[str, Any], rng: random.Random, wanted: int, undefined: bool) -> Opinion:
    looked, why = 0, "no point that certainly satisfies what is given"
    places = points(asker, start, rng)
    if asker.statement["every"]:  # quantified facts are shown at the point of the certificate, and only there
        places = islice(places, 1)
    for at, built in places:
        if not asker.fine([*asker.given, *asker.where], at, built):
            continue
        asker.evaluator.loose = False
        try:
            found = asker.truth(asker.goal, at)
        except Undefined as reason:
            if undefined:
                return Opinion(CONTRADICTS, looked, f"{reason} at {_shown(at)}")
            continue
        loose = asker.evaluator.loose
        if found is False:
            return Opinion(CONTRADICTS, looked, f"the goal fails at {_shown(at)}", loose)
        if found or asker.near(asker.goal, at):
            looked += 1
        else:
            why = _why(asker, at)
        if looked == wanted:
            break
    return Opinion(AGREES, looked) if looked else Opinion(UNKNOWN, 0, why)


def _why(asker: Asker, at: Mapping[str, Number]) -> str:
    """Why a goal has no value that can be compared."""
    try:
        for side in asker.goal[1:]:
            asker.evaluator.value(side, at)
    except (Unknown, Undefined) as reason:
        return str(reason)
    return "the balls are too wide"


def _shown(at: Mapping[str, Number]) -> str:
    return ", ".join(f"{name} = {ball(value).str(12)}" for name, value in sorted(at.items()))


# -- points -----------------------------------------------------------------------------------------------------------


def points(asker: Asker, start: Mapping[str, Any], rng: random.Random) -> Iterator[tuple[Point, list[Fact]]]:
    """The point of the certificate, and points near and far from it, with the equations that hold there by how.

    Of the certificate's own point those count that leave no difference: it is exact, whatever balls can tell.
    """
    facts = [*asker.given, *asker.where]
    whole = {f[2] for f in facts if f[0] == "eq" and f[1] == ["floor", f[2]] and isinstance(f[2], str)}
    names = sorted(set(start).union(*(free(side, asker) for f in (*facts, asker.goal) for side in f[1:])))
    first: dict[str, Fraction | arb] = {}
    for name in names:
        value = start.get(name, "1")
        ctx.prec = PRECISIONS[-1]
        first[name] = Fraction(value) if _is_number(value) else ball(asker.evaluator.value(value, {}))
    equations = [f for f in facts if f[0] == "eq" and f[1] != ["floor", f[2]]]
    for attempt in range(TRIES):
        moved = {} if attempt == 0 else {name: _moved(first[name], rng, name in whole) for name in names}
        if rng.random() < 0.3:  # most of them as they were, since much may be asked of all together
            moved = {name: value for name, value in moved.items() if rng.random() < 0.4}
        ctx.prec = PRECISIONS[-1]
        at = {n: v if isinstance(v, arb) else exact_ball(v) for n, v in {**first, **moved}.items()}
        yield solved(asker, at, equations) if attempt else (at, [f for f in facts if asker.near(f, at)])


def _moved(value: Fraction | arb, rng: random.Random, whole: bool) -> Fraction | arb:
    kind = rng.randrange(5)
    if whole:
        return Fraction(rng.choice((0, 1, 2, 3, 4, 5, 7, 10, -1, -2, -3, 20)))
    if kind == 0:
        return Fraction(rng.choice((1, 2, 3, -1, -2, 5)), rng.choice((1, 2, 3, 4, 7)))
    if kind == 1:
        return Fraction(rng.randint(-400, 400), rng.choice((1, 10, 37, 100)))
    factor = Fraction(rng.randint(1, 99), rng.randint(1, 99)) if kind == 2 else Fraction(rng.randint(900, 1100), 1000)
    if kind == 3:
        return value + Fraction(rng.randint(-50, 50), 32)
    return value * factor if isinstance(value, Fraction) else value * exact_ball(factor)


def solved(asker: Asker, at: Point, equations: Sequence[Fact]) -> tuple[Point, list[Fact]]:
    """The point with symbols that stand alone on a side of an equation set to the other side, and these equations."""
    at, built, fixed = dict(at), list[Fact](), set[str]()
    for fact in equations:
        for name, other in ((fact[1], fact[2]), (fact[2], fact[1])):
            if not _is_name(name) or name in free(other, asker) or name in fixed:
                continue
            try:
                at[name] = ball(asker.evaluator.value(other, at))
            except (Unknown, Undefined):
                continue
            built.append(fact)
            fixed |= {name, *free(other, asker)}
            break
    return at, built


def free(term: Any, asker: Asker) -> set[str]:
    """The symbols whose values the value of a term may depend on."""
    if isinstance(term, str):
        return set() if _is_number(term) else {term}
    head, *rest = term
    if head == "call":
        found = set[str]().union(*(free(u, asker) for u in rest[1:]))
        params, body = asker.evaluator.bodies.get((rest[0], len(rest) - 1), ((), "0"))
        return found | (free(body, asker) - set(params))
    if head in BINDERS:
        return (free(rest[1], asker) - {rest[0]}).union(*(free(u, asker) for u in rest[2:]))
    return set[str]().union(*(free(u, asker) for u in rest))


def _is_number(value: Any) -> bool:
    return isinstance(value, str) and not value[:1].isalpha()


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and value[:1].isalpha()
