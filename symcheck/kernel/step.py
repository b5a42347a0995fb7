"""One step of a certificate, and the replay of steps in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from symcheck.kernel import calculus as c
from symcheck.kernel import term as t
from symcheck.kernel.context import Context
from symcheck.kernel.facts import Every, Fact, fact_from_json
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import BINDERS, Reject, Term, as_list, as_table, require

Rules = Mapping[str, tuple[tuple[str, ...], Callable[["Step"], None]]]
"""The keys a step of each rule may have, and the rule."""
MAX_DEPTH = 12
JUMPS = frozenset({"sign", "floor"})
"""Functions that are defined where they are not continuous."""


@dataclass
class Proof:
    """The state of one replay: functions, earlier judgements, what was shown to exist, whether the facts contradict.

    ``every`` are the quantified facts that are given.
    """

    rules: Rules
    functions: c.Functions
    judged: Mapping[str, Statement]
    used: set[str] = field(default_factory=set)
    existing: set[Term] = field(default_factory=set)
    every: tuple[Every, ...] = ()
    depth: int = 0
    impossible: bool = False

    def run(self, steps: Any, context: Context) -> Fact | None:
        """Replay steps in order, adding the claim of each to the context; returns the last claim."""
        claim = None
        for number, entry in enumerate(as_list(steps)):
            data = as_table(entry)
            name = str(data.get("by"))
            require("claim" in data and name in self.rules, "step", number, "has no claim, or no rule", name)
            claim, (keys, rule) = fact_from_json(data["claim"]), self.rules[name]
            require(not data.keys() - {"claim", "by", *keys}, "step", number, ":", name, "takes", *keys)
            try:
                rule(Step(claim, data, context, self))
            except Reject as reason:
                raise Reject(f"step {number} ({name}): {claim}: {reason}") from None
            context.assume([claim])
        return claim

    def inner(self, existing: Iterable[Term] = ()) -> Proof:
        """The state in which a sub-proof begins; what exists under its facts, as far as that is known."""
        require(self.depth < MAX_DEPTH, "sub-proofs nested too deeply")
        found, depth = set(existing), self.depth + 1
        return Proof(self.rules, self.functions, self.judged, self.used, found, every=self.every, depth=depth)


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
        fixed = {u for u in self.proof.existing if name not in t.free(u)}
        c.met(self.context, [c.defined(term)], smooth, fixed)
        self._built(term, name, JUMPS)

    def smooth(self, term: Term, name: str) -> None:
        """Reject unless the term is built from functions of ``name`` that are continuous wherever they are defined."""
        self._built(term, name, JUMPS | BINDERS)

    def _built(self, term: Term, name: str, never: frozenset[str]) -> None:
        """Reject if what depends on ``name`` is the argument of one of these heads, or of a function that may jump."""
        for part in t.walk(term):
            smooth = part.head != "call" or (len(part.args) == 1 and self.proof.functions.get(part.name, 0) > 0)
            broken = part.head in never or not smooth
            require(not broken or name not in t.free(part), "not seen to be continuous:", part)

    def show(self, *facts: Fact) -> None:
        """Reject unless each fact is one of those before the step, or their signs show it."""
        for fact in facts:
            require(fact in self.context.facts or self.context.holds(fact), "not shown:", fact)

    def defined(self, *terms: Term) -> None:
        """Reject unless each term is defined wherever the facts before the step hold."""
        c.met(self.context, map(c.defined, terms), self.proof.functions, self.proof.existing)

    def nested(self, steps: Any, *extra: Fact, existing: Iterable[Term] = ()) -> tuple[Step, Fact | None]:
        """Replay steps where more holds and exists; returns the same claim where they end, and their last claim."""
        context, proof = Context(self.context), self.proof.inner(self.proof.existing.union(existing))
        context.assume(extra)
        return Step(self.claim, self.data, context, proof), proof.run(steps, context)

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
