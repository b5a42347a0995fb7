"""Whether a claim from anywhere holds: proved, refuted with a witness, or open with the reason.

The search only proposes.  A verdict exists only if the kernel has replayed the certificate against the statement that
was read.  What the kernel does not say is checked here, and only makes a claim open: that the symbols which have to be
integers are integers at a counterexample.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import product
from typing import Any

from symcheck.answer import ERROR, OPEN, PROVED, REFUTED, Answer
from symcheck.engine import TimeUp, time_limit
from symcheck.errors import InputError
from symcheck.kernel.calculus import decide as decided
from symcheck.kernel.calculus import evaluate
from symcheck.kernel.check import DOUBTFUL, necessary
from symcheck.kernel.check import check as replay
from symcheck.kernel.facts import Fact, fact_from_json, map_fact, rational
from symcheck.kernel.interval import Arithmetic
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import Reject, Term, add, free, from_json, map_args, num, substitute, to_json
from symcheck.plain.printer import fact_text, to_plain
from symcheck.procedures import points, refute
from symcheck.procedures.direct import direct
from symcheck.query import Reading

TIME_LIMIT = 10.0
NOTHING_FOUND = "neither a proof nor a counterexample was found"
INTEGERS = (1, 2, 0, 3, -1, 4, -2, 5, -3, 6, 7, 8, -4, 9, 10, -5, *range(11, 101))
"""Values to try for symbols that are integers, the simplest first."""
PINS, FEW, SOME = 120, 12, 30
BOUNDING = ("vanishing", "order", "at_least")
"""Rules that show what holds of something if it exists."""
ARITHMETIC = Arithmetic(128)
SIMPLE_SHARE, QUICK_SHARE, HARD_SHARE, REFUTATION_SHARE, REASON_SHARE, CONDITION_SHARE = 0.05, 0.2, 0.3, 0.3, 0.05, 0.2
"""Of the time limit."""


def _without_zeroth_powers(term: Term) -> Term:
    """The term with a sum, which asks nothing of its base, for each power whose exponent is or may become 0."""
    inner = map_args(term, _without_zeroth_powers)
    return add(*inner.args) if inner.head == "pow" and not rational(inner.args[1]) else inner


class Decision:
    """The search for a verdict on one goal."""

    def __init__(self, reading: Reading, goal: Fact, limit: float, strict: bool) -> None:
        self.reading, self.limit, self.strict = reading, limit, strict
        self.needed = reading.conditions()
        self.statement = Statement(goal, reading.given, () if strict else self.needed)
        self.conditions = tuple(map(fact_text, self.statement.where))
        self.reasons: list[str] = []
        self.outside = tuple(fact for fact in reading.missing() if not self._follows(fact))
        if self.outside:
            self.reasons.append(f"not supported yet where {', '.join(map(fact_text, self.outside))} need not hold")

    def _follows(self, fact: Fact) -> bool:
        """Whether the kernel replays a quick proof of a fact from what is given."""
        from symcheck.procedures.prove import prove

        asked = Statement(fact, self.reading.given)
        proof = self._tried("proof", QUICK_SHARE / 4, partial(prove, asked, {}, hard=False))
        return proof is not None and self.judged(asked, proof) == PROVED

    def implied(self) -> list[Statement]:
        """Statements with which the claim is refuted."""
        return [replace(self.statement, goal=goal) for goal in self.reading.implied]

    def undefined(self) -> list[Statement]:
        """Statements whose counterexamples are points at which a side is undefined even for those to whom 0**0 is 1."""
        sides = map(_without_zeroth_powers, (self.statement.goal.left, self.statement.goal.right))
        sure = {fact for side in sides for fact in necessary(side)} if self.strict else set()
        needed = [fact for fact in self.needed if fact.rel != "ne" or fact in sure]
        return [Statement(fact, self.reading.given) for fact in needed] if self.strict else []

    def refuting(self) -> list[Statement]:
        """Statements a counterexample of which is one of the claim."""
        return [*self.implied(), self.statement, *self.undefined()]

    def settles(self, verdict: str, statement: Statement) -> bool:
        """Whether a statement with this verdict decides the claim."""
        return statement in self.refuting() if verdict == REFUTED else statement == self.statement

    def answer(self) -> Answer:
        """A proof, a counterexample, a point where a side is undefined, or what is known of why there is none.

        What takes longer to prove is tried only after no counterexample has been found; of an equation, which fails
        almost everywhere if it fails at all, after none has been found among few points.
        """
        found = self._direct() or self._proved(QUICK_SHARE, hard=False)
        if self.statement.goal.rel == "eq":
            found = found or self._counterexample(SIMPLE_SHARE, thorough=False) or self._proved(HARD_SHARE, hard=True)
            found = found or self._counterexample(REFUTATION_SHARE)
        else:
            found = found or self._counterexample(REFUTATION_SHARE) or self._proved(HARD_SHARE, hard=True)
        if found is not None:
            return found
        return Answer(OPEN, self.reading.text, conditions=self.conditions, reason=self._reason())

    def _direct(self) -> Answer | None:
        """The answer for an equation that the kernel sees at once."""
        proof = None if self.outside else self._tried("proof", SIMPLE_SHARE, self._seen)
        return None if proof is None else self.decided(PROVED, self.statement, proof)

    def _seen(self) -> Any:
        proof = direct(self.statement)
        try:
            return proof if proof and replay(self.statement, proof, {}).outcome == PROVED else None
        except Reject:
            return None

    def _proved(self, share: float, hard: bool) -> Answer | None:
        """The answer for a proof; none is looked for if the goal is not all that was asked."""
        from symcheck.procedures.prove import prove

        search = partial(prove, self.statement, {}, hard=hard)
        proof = None if self.outside else self._tried("proof", share, search)
        fine = proof is not None and self.judged(self.statement, proof) == PROVED
        return self.decided(PROVED, self.statement, proof) if fine else None

    def _counterexample(self, share: float, thorough: bool = True) -> Answer | None:
        """The answer for a counterexample; unless ``thorough``, only few simple points are looked at."""
        wanted = self.refuting()
        for statement in wanted:
            search = partial(self._refuted, statement, thorough)
            found = self._tried("counterexample", share / len(wanted), search)
            if found is not None:
                return self.decided(REFUTED, statement, found)
        return None

    def judged(self, statement: Statement, certificate: Any) -> str:
        """What the kernel makes of a certificate: proved, refuted, or open if it rejects it."""
        try:
            outcome = replay(statement, certificate, {}).outcome
        except (Reject, RecursionError) as error:
            self.reasons.append(f"the kernel rejects the certificate that was found: {error}")
            return OPEN
        if outcome == REFUTED and not (self._is_admitted(certificate["point"]) and self._exists(certificate["steps"])):
            return OPEN
        return outcome

    def _tried(self, what: str, share: float, search: Callable[[], Any]) -> Any:
        """What a search finds in a share of the time; anything that goes wrong in it is a reason to be open."""
        seconds = self.limit * share
        try:
            with time_limit(seconds):
                return search()
        except TimeUp:
            self.reasons.append(f"the search for a {what} was stopped after {seconds:.3g} s")
        except Exception as error:  # a library may raise what it likes
            self.reasons.append(f"the search for a {what} failed: {type(error).__name__} {error}".strip())
        return None

    # -- counterexamples ----------------------------------------------------------------------------------------

    def _refuted(self, statement: Statement, thorough: bool) -> Any:
        """A certificate that refutes the statement at a point of the right kind."""
        known = self.reading.known
        narrowed = replace(statement, given=(*statement.given, *known.witness, *self.outside))
        for pins in self._pinned(statement) if thorough else [{}]:
            found = refute.refute(points.pinned(narrowed, pins), wide=thorough, tries=refute.TRIES if thorough else FEW)
            if found is None:
                continue
            found["point"] |= {name: to_json(value) for name, value in pins.items()}
            if self.judged(statement, found) == REFUTED:
                return found
        return None

    def _pinned(self, statement: Statement) -> Iterator[dict[str, Term]]:
        """Values for symbols that are integers, or irrational: none at first, since the search likes simple points."""
        from symcheck.procedures.roots import special

        yield {}
        counted = [free(term) for term in self.reading.integers]
        names = sorted(self.reading.known.whole.union(*counted) & _symbols(statement))
        if names:
            size = next(n for n in range(len(INTEGERS), 0, -1) if n ** len(names) <= PINS or n == 1)
            for values in sorted(product(INTEGERS[:size], repeat=len(names)), key=_complexity):
                yield dict(zip(names, map(num, values), strict=True))
        yield from special(statement)

    def _is_admitted(self, point: Mapping[str, Any]) -> bool:
        """Whether the point has integers where they are asked for, and satisfies what else a counterexample has to."""
        values = {name: from_json(value) for name, value in point.items()}
        whole = [values[name] for name in self.reading.known.whole & values.keys()]
        counts = [substitute(term, values) for term in self.reading.integers]
        asked = [*self.outside, *(f for f in self.reading.known.witness if f.free() <= values.keys())]
        try:
            integers = [evaluate(term, ARITHMETIC) for term in (*whole, *counts)]
            fits = all(i.is_point and i.lo.denominator == 1 for i in integers)
            fits = fits and all(i.lo >= 0 for i in integers[len(whole) :])
            return fits and all(decided(map_fact(fact, values), ARITHMETIC) for fact in asked)
        except Reject:
            return False

    def _exists(self, steps: Sequence[Any]) -> bool:
        """Whether no limit is refuted that may exist over the integers, though it does not over the reals."""
        return not self.reading.sequence or all(step["by"] != "order" for step in steps)

    # -- words --------------------------------------------------------------------------------------------------

    def decided(self, verdict: str, statement: Statement, certificate: Any) -> Answer:
        """The answer for a certificate that the kernel has replayed."""
        text, data = self.reading.text, statement.to_json()
        if verdict == PROVED:
            conditions = tuple(map(fact_text, self._not_implied()))
            return Answer(PROVED, text, conditions=conditions, statement=data, certificate=certificate)
        undefined = statement in self.undefined()
        reason = f"not defined there: {fact_text(statement.goal)} does not hold" if undefined else ""
        bound = self.reading.bound - statement.goal.free()  # what is given of them holds on their way
        witness = {n: coordinate(value) for n, value in certificate["point"].items() if n not in bound}
        at = None
        with suppress(ValueError, TypeError):  # a coordinate that is no number
            at = None if undefined else refute.sides(statement, certificate)
            at = at[::-1] if at and self.reading.turned else at
        if at is None and not undefined:
            reason = _bounded(certificate["steps"])
        return Answer(REFUTED, text, witness, at, self.conditions, reason, data, certificate)

    def _not_implied(self) -> list[Fact]:
        """The conditions without those that can be proved from what is given and the others; only to be shown."""
        from symcheck.procedures.prove import prove

        left = list(self.statement.where)
        for fact in self.statement.where[::-1]:
            others = [f for f in left if f != fact]
            implied = Statement(fact, (*self.statement.given, *others))
            share = CONDITION_SHARE / len(self.statement.where)
            if self._tried("point", share, partial(_fails_somewhere, implied)):
                continue
            if self._tried("proof", share, partial(prove, implied, {}, (), ())) is not None:
                left = others
        return left

    def _reason(self) -> str:
        """Why nothing was found: first of all, whether the claim speaks of any point at all."""
        for facts, what in (
            (self.statement.given, "what is given"),
            (self.statement.given + self.statement.where, "what is given where both sides are defined"),
        ):
            asked = replace(self.statement, given=facts, where=())
            if self._tried("point", REASON_SHARE / 2, partial(_point, asked)) == [None]:
                return "; ".join(dict.fromkeys([f"no point was found that satisfies {what}", *self.reasons]))
        return "; ".join(dict.fromkeys(self.reasons)) or NOTHING_FOUND


def _bounded(steps: Sequence[Any]) -> str:
    """What is known of what has no value: a pole, a bound that it would have to satisfy, that terms would tend to 0."""
    found = {step["by"]: fact_from_json(step["claim"]) for step in steps if step["by"] in BOUNDING}
    if steps[-1]["by"] == "absurd" and "vanishing" not in found:
        wholes = [fact_from_json(step["claim"]).right for step in steps if step["by"] in ("improper", "order")]
        return f"{to_plain(next(u for u in wholes[::-1] if u.head in DOUBTFUL))} has no value"
    return next((f"if the value exists, {fact_text(found[by])}" for by in BOUNDING if by in found), "")


def _point(statement: Statement) -> list[Any]:
    """The point that satisfies what is given, or None, as the only item."""
    return [points.satisfying(statement)]


def _fails_somewhere(statement: Statement) -> bool:
    """Whether a simple point denies an inequality that what is given might imply."""
    facts = (*statement.given, refute.weakest_denial(statement.goal))
    return next(points.candidates(statement, SOME, {}, facts), None) is not None


def _symbols(statement: Statement) -> set[str]:
    return set(points.symbols(statement))


def _complexity(values: Sequence[int]) -> int:
    return sum(INTEGERS.index(value) for value in values)


def coordinate(value: Any) -> str:
    """A coordinate as it is shown: a number, or a closed term in the plain syntax."""
    return value if isinstance(value, str) else to_plain(from_json(value))


def unreadable(error: InputError) -> Answer:
    """The answer to what can't be read."""
    return Answer(ERROR, reason=" ".join(str(error).split("\n")))
