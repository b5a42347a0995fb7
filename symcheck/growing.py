"""Whether a claim about growth holds: O, Theta or ~.

A proof is that of a limit of the quotient, or of an inequality with constants; a refutation shows at values of the
other symbols that the quotient does something else.  What the kernel does not say in one certificate is checked by it
in others: that what is given of the symbol holds near the place, so that the claim says something at all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from functools import partial
from itertools import islice, product
from typing import Any

from symcheck.answer import OPEN, PROVED, REFUTED, Answer
from symcheck.decision import FEW, HARD_SHARE, QUICK_SHARE, REFUTATION_SHARE, Decision, coordinate
from symcheck.kernel.check import check as replay
from symcheck.kernel.context import Context, constant
from symcheck.kernel.facts import Fact, fact_from_json, map_fact
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import Reject, Term, free, from_json, num, walk
from symcheck.plain.growth import Growth, needed
from symcheck.plain.printer import fact_text, to_plain
from symcheck.procedures import points, refute
from symcheck.procedures.constants import seems_to_fail
from symcheck.query import Reading, least

NEAR = tuple(Fraction(1, 10**k) for k in (0, 1, 3, 6))
POINTS, MOST_REPLAYS = 100, 4
OTHERS, MOST_OTHERS = (0, 1, -1, 2), 16
NOT_NEAR = "it is not shown that what is given holds, and both sides are defined, near there"


class Growing(Decision):
    """The search for a verdict on how one side grows beside another."""

    def __init__(self, reading: Reading, claim: Growth, limit: float, strict: bool) -> None:
        conditions = () if strict else least(needed(claim), claim.given)
        self.claim = replace(claim, given=(*claim.given, *conditions))
        super().__init__(replace(reading, given=self.claim.given), self.claim.enough().goal, limit, strict)
        self.conditions = tuple(map(fact_text, conditions))

    def _follows(self, fact: Fact) -> bool:
        """Whether a fact holds near the place, which is enough if it is about the symbol that goes there."""
        if self.claim.symbol not in fact.free():
            return super()._follows(fact)
        return any(all(map(_proved, self.claim.eventually(fact, radius))) for radius in NEAR)

    def refuting(self) -> list[Statement]:
        """Statements a counterexample of which is one of the claim."""
        return list(self.claim.against())

    def settles(self, verdict: str, statement: Statement) -> bool:
        """Whether a statement with this verdict decides the claim."""
        return statement in self.refuting() if verdict == REFUTED else self.claim.proves(statement)

    def answer(self) -> Answer:
        """A proof or a counterexample, or what is known of why there is none."""
        found = (
            self._shown([self.claim.enough()], QUICK_SHARE, False)
            or self._shown(self._explicit(), QUICK_SHARE, False)
            or self._counterexample(REFUTATION_SHARE)
            or self._shown([*self._explicit()[-1:], self.claim.enough()], HARD_SHARE / 2, True)
        )
        if found is not None:
            return found
        return Answer(OPEN, self.reading.text, conditions=self.conditions, reason=self._reason())

    def _shown(self, statements: Iterable[Statement], share: float, hard: bool) -> Answer | None:
        from symcheck.procedures.prove import prove

        for statement in [] if self.outside else statements:
            proof = self._tried("proof", share, partial(prove, statement, {}, hard=hard))
            if proof is not None and self.judged(statement, proof) == PROVED:
                return self.decided(PROVED, statement, proof)
        return None

    def _explicit(self) -> list[Statement]:
        """Inequalities with constants that seem to hold."""
        from symcheck.procedures.constants import constants

        return self._tried("constant", QUICK_SHARE, lambda: list(constants(self.claim))) or []

    def _refuted(self, statement: Statement, thorough: bool) -> Any:
        """A certificate that refutes the statement at a point at which the quotient seems to behave otherwise."""
        wanted = replace(statement, given=(*statement.given, *self.reading.known.witness))
        tries, most = 0, POINTS if thorough else FEW
        for point in islice(points.candidates(wanted, most, {}, wanted.given, wide=True), most):
            goal, table = points.pinned(statement, points.terms(point)).goal, points.table(points.terms(point), {})
            if tries == MOST_REPLAYS or not self._is_admitted(table["point"]) or not seems_to_fail(goal):
                continue
            steps, tries = refute.negation(goal), tries + 1
            found = {"kind": "refutation", **table, "steps": steps}
            if steps is not None and self.judged(statement, found) == REFUTED:
                return found
        return None

    def judged(self, statement: Statement, certificate: Any) -> str:
        """What the kernel makes of a certificate, if the claim says something where it was found."""
        outcome = super().judged(statement, certificate)
        values = {n: from_json(v) for n, v in certificate["point"].items() if n != self.claim.symbol}
        assumed = outcome == REFUTED and statement.goal.rel == "eq"
        if outcome != OPEN and not self._near(values, assumed):
            self.reasons.append(NOT_NEAR)
            return OPEN
        return outcome

    def _near(self, values: Mapping[str, Term], quotient: bool) -> bool:
        """Whether the kernel shows that facts and quotients hold and are defined near the place.

        Symbols that only such a fact mentions have any values for which the rest of what is given holds.
        """
        about = frozenset[str]().union(*(fact.free() for fact in self.claim.about))
        missing = sorted(about - {self.claim.symbol} - values.keys())
        for found in islice(product(map(num, OTHERS), repeat=len(missing)), MOST_OTHERS):
            here = {**values, **dict(zip(missing, found, strict=True))}
            given = [Statement(map_fact(fact, here)) for fact in self.claim.given] if missing else []
            wanted = [list(self.claim.holding(here, radius, quotient)) for radius in NEAR]
            if all(map(_proved, given)) and all(any(map(_proved, options)) for options in zip(*wanted, strict=True)):
                return True
        return False

    def _exists(self, steps: Sequence[Any]) -> bool:
        """Whether a refutation over the reals is one over the integers."""
        return not self.claim.integers or '"by": "order"' not in json.dumps(steps)

    def decided(self, verdict: str, statement: Statement, certificate: Any) -> Answer:
        """The answer for a certificate that the kernel has replayed."""
        data, text = statement.to_json(), self.reading.text
        why = self._why(verdict, statement, certificate)
        if verdict == PROVED:
            return Answer(PROVED, text, None, None, self.conditions, why, data, certificate)
        witness = {name: coordinate(value) for name, value in certificate["point"].items()}
        return Answer(REFUTED, text, witness, None, self.conditions, why, data, certificate)

    def _why(self, verdict: str, statement: Statement, certificate: Any) -> str:
        """The constants of a proof, or what the quotient does."""
        claim = self.claim
        if verdict == PROVED and statement != claim.enough():
            return claim.constants_text(statement)
        shown = [fact_from_json(step["claim"]) for step in certificate["steps"]]
        values = {f.left: f.right for f in shown if f.rel == "eq" and not _has_limit(f.right)}
        pairs = {"left/right": (claim.left, claim.right), "right/left": (claim.right, claim.left)}
        for quotient, pair in pairs.items():
            known = [values[whole] for whole in claim.limits(*pair) if whole in values]
            if known:
                return "; ".join(dict.fromkeys(f"{quotient} tends to {_number(value)}" for value in known))
        return "left/right does not tend to 1" if claim.name == "~" else "the quotient is not bounded"


def _has_limit(term: Term) -> bool:
    return any(part.head == "limit" for part in walk(term))


def _number(term: Term) -> str:
    """The number that a term is, in the plain syntax; otherwise only that it is one."""
    with suppress(Reject, RecursionError):
        value = constant(Context().normal(term))
        return "a finite limit" if value is None and free(term) else to_plain(term if value is None else num(value))
    return "a finite limit"


def _proved(statement: Statement) -> bool:
    from symcheck.procedures.prove import prove

    with suppress(Reject, RecursionError):
        proof = prove(statement, {}, hard=False)
        return proof is not None and replay(statement, proof, {}).outcome == PROVED
    return False
