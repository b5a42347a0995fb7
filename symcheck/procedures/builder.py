"""Builds a certificate step by step; a step is kept only if the kernel's own rule accepts it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from symcheck.kernel.calculus import unmet
from symcheck.kernel.context import Context
from symcheck.kernel.facts import POS, Every, Fact, fact_to_json
from symcheck.kernel.poly import Frac
from symcheck.kernel.rules import RULES
from symcheck.kernel.statement import Statement
from symcheck.kernel.step import Proof
from symcheck.kernel.term import ONE, Reject, Term, free, fresh, sub, sym, to_json
from symcheck.procedures.forms import quotient

BITS = (64, 128, 256, 512)
Prove = Callable[["Builder", Fact], bool]
"""Shows a fact by steps of a builder, as far as it can; says whether it could."""


class Builder:
    """The steps so far and the kernel's context after them.

    ``given`` are the facts that the search looks at, ``every`` the quantified ones, ``why`` is the last refusal.
    """

    def __init__(
        self, functions: Mapping[str, int], judged: Mapping[str, Statement], facts: Iterable[Fact] = (),
        parent: Context | None = None, given: Iterable[Fact] = (),
        existing: Iterable[Term] = (), every: tuple[Every, ...] = (),
    ) -> None:  # fmt: skip
        self.functions, self.judged, self.every = functions, judged, every
        self.context = Context(parent)
        facts = tuple(facts)
        self.given = (*given, *facts)
        self.context.assume(facts)
        self.proof = Proof(RULES, functions, judged, existing=set(existing), every=every)
        self.steps: list[dict[str, Any]] = []
        self.why = ""
        self.sought: set[Term] = set()  # binders whose values are being looked for, here and in what this is a part of

    def child(self, facts: Iterable[Fact]) -> Builder:
        """A builder for a sub-proof under more facts."""
        existing = self.proof.existing
        made = Builder(self.functions, self.judged, facts, self.context, self.given, existing, self.every)
        made.sought = self.sought
        return made

    def step(self, claim: Fact, by: str, **data: Any) -> bool:
        """Append a step if the kernel accepts it."""
        entry = {"claim": fact_to_json(claim), "by": by, **{k: v for k, v in data.items() if v not in ([], None)}}
        try:
            self.proof.run([entry], self.context)
        except (Reject, RecursionError) as reason:
            self.why = str(reason)
            return False
        self.steps.append(entry)
        return True

    def split(self, claim: Fact, left: Term, right: Term, show: Prove, absurd: bool = True) -> bool:
        """A step for a claim from its cases left < right, left = right and right < left.

        ``show`` is asked for the claim in a sub-proof under each of these facts, unless with ``absurd`` the fact
        contradicts others.  The sub-proofs are built by the kernel's rules, so they are not replayed once more here.
        """
        branches = []
        for case in (Fact("lt", left, right), Fact("eq", left, right), Fact("lt", right, left)):
            branch = self.child([case])
            if not ((absurd and branch.step(claim, "absurd", fact=branch.index(case))) or show(branch, case)):
                return False
            branches.append(branch)
        if not all(b.known(claim) for b in branches):
            return False
        data = {"pivot": [to_json(left), to_json(right)], "branches": [b.steps for b in branches]}
        self.steps.append({"claim": fact_to_json(claim), "by": "cases", **data})
        self.context.assume([claim])
        possible = [b.proof.existing for b in branches if not b.proof.impossible]
        self.proof.existing.update(set.intersection(*possible) if possible else set())
        return True

    def split_order(self, claim: Fact, low: Term, high: Term, show: Prove) -> bool:
        """A step for a claim from its cases in the order of two ends, if nothing is known of that."""
        known = any(self.holds(Fact("le", *ends)) for ends in ((low, high), (high, low)))
        return not known and self.split(claim, low, high, show, absurd=False)

    def fresh(self, bound: str, *about: Term) -> str:
        """The name that the kernel gives to a bound symbol in a sub-proof, where a step is about these terms."""
        taken = frozenset().union(*(f.free() for f in self.context.facts), *(e.free() for e in self.every))
        return fresh(bound, taken.union(*map(free, about)))

    def index(self, fact: Fact) -> int:
        """The number of a fact of the context."""
        return len(self.context.facts) - 1 - self.context.facts[::-1].index(fact)

    def combine(
        self,
        claim: Fact,
        premises: Iterable[tuple[Fact, Term]] = (),
        rewrite: Iterable[Fact] = (),
        gap: Term | None = None,
    ) -> bool:
        """A ``combine`` step with premises given as facts."""
        pairs = [[self.index(fact), to_json(factor)] for fact, factor in premises]
        data: dict[str, Any] = {"with": pairs, "rewrite": [self.index(f) for f in rewrite]}
        return self.step(claim, "combine", **data, **({} if gap is None else {"gap": to_json(gap)}))

    def learn(self, claim: Fact, reason: Fact, factor: Term = ONE, gap: Term | None = None) -> None:
        """A fact that another one is in other words, or times a factor and with a gap, for the search to look at."""
        if claim not in self.context.facts and self.combine(claim, [(reason, factor)], gap=gap):
            self.given += (claim,)

    def enclose(self, claim: Fact) -> bool:
        """An ``enclose`` step with the least precision that decides it."""
        return any(self.step(claim, "enclose", bits=bits) for bits in BITS)

    def holds(self, fact: Fact) -> bool:
        """Whether the signs show a fact; a normal form that is too large counts as no."""
        try:
            return self.context.holds(fact)
        except (Reject, RecursionError):
            return False

    def known(self, fact: Fact) -> bool:
        """Whether a fact is among those before, or their signs show it."""
        return fact in self.context.facts or self.holds(fact)

    def ratio(self, target: Fact, premise: Fact) -> Term | None:
        """A term c with (right - left of target) = c * (right - left of premise), if division finds one."""
        try:
            parts = [self.context.normal(sub(f.right, f.left)) for f in (target, premise)]
            return quotient(self.context, *parts) if parts[1].num else None
        except (Reject, RecursionError):
            return None

    def normal(self, term: Term) -> Frac:
        """The kernel's normal form under the facts so far."""
        return self.context.normal(term)

    def positive(self, term: Term) -> frozenset[str]:
        """The free symbols of a term that are seen to be positive."""
        return frozenset(name for name in free(term) if self.context.sign(sym(name)) == POS)

    def defined(self, *terms: Term) -> list[str]:
        """What is still missing for the terms to be defined."""
        return [m for t in terms for m in unmet(self.context, t, self.functions, self.proof.existing)]
