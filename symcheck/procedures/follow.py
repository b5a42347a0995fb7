"""Following an author's hints; what they lead to is a step only if the kernel's rule accepts it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from symcheck.kernel.calculus import Conditions, differentiate
from symcheck.kernel.facts import Every, Fact, fact_from_json, map_fact
from symcheck.kernel.laws import LAWS
from symcheck.kernel.term import ONE, ZERO, Reject, Term, deriv, from_json, num, substitute, sym, to_json
from symcheck.procedures.binders import derivative
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.ranges import between


class HintFailed(Exception):
    """A hint could not be followed; says which and why."""


@dataclass(frozen=True)
class Follower:
    """Follows hints; ``auto`` shows facts that have none, ``values`` stand for symbols at an example."""

    auto: Prove
    values: Mapping[str, Term]

    def show(self, builder: Builder, goal: Fact, hints: Sequence[Any]) -> None:
        """Steps that end in the goal; HintFailed if there are none."""
        for hint in hints:
            kind, *data = hint
            if kind in ENDINGS:
                if not ENDINGS[kind](self, builder, goal, *data):
                    raise HintFailed(f"{kind}: this does not show {goal}")
                return
            ADDITIONS[kind](self, builder, *data)
        if goal in builder.context.facts and builder.steps and builder.context.facts[-1] == goal:
            return
        if not (builder.combine(goal) or self.auto(builder, goal)):
            raise HintFailed(f"not shown: {goal}")

    def term(self, data: Any) -> Term:
        """A term of a hint, at the example."""
        return substitute(from_json(data), self.values)

    def fact(self, data: Any) -> Fact:
        """A fact of a hint, at the example."""
        return map_fact(fact_from_json(data), self.values)

    # -- hints that add a fact ----------------------------------------------------------------------------------

    def cut(self, builder: Builder, data: Any, hints: Sequence[Any]) -> None:
        """Show a fact and keep it among those that the search looks at."""
        fact = self.fact(data)
        if fact not in builder.context.facts and not builder.combine(fact):
            self.show(builder, fact, hints)
        builder.given += (fact,)

    def use(self, builder: Builder, number: int, values: Mapping[str, Any]) -> None:
        """An instance of a quantified fact; its hypotheses are shown by the search where the signs don't."""
        if number >= len(builder.every):
            raise HintFailed(f"use: there is no quantified assumption number {number}")
        self._instance(builder, "use", builder.every[number], values, every=number)

    def law(self, builder: Builder, name: str, values: Mapping[str, Any]) -> None:
        """An instance of a textbook law; its hypotheses are shown by the search where the signs don't."""
        self._instance(builder, "law", LAWS[name], values, law=name)

    def _instance(self, builder: Builder, by: str, source: Every, values: Mapping[str, Any], **which: Any) -> None:
        terms = {name: self.term(value) for name, value in values.items()}
        try:
            hypotheses, conclusion = source.at(terms)
        except Reject as reason:
            raise HintFailed(f"{by}: {reason}") from None
        for fact in hypotheses:
            if not (builder.known(fact) or self.auto(builder, fact)):
                raise HintFailed(f"{by}: not shown: {fact}")
        if not builder.step(conclusion, by, **which, values={name: to_json(term) for name, term in terms.items()}):
            raise HintFailed(f"{by}: {builder.why}")
        builder.given += (conclusion,)

    def rise(
        self, builder: Builder, rel: str, name: str, of: Any, low: Any, high: Any, slope: Sequence[Any], closed: Any
    ) -> None:  # fmt: skip
        """f(low) and f(high), from the sign of the derivative between."""
        body, start, end = map(self.term, (of, low, high))
        claim = Fact(rel, substitute(body, {name: start}), substitute(body, {name: end}))
        inner, outer = between(builder, "lt", start, name, end), between(builder, "le", start, name, end)
        needs = Conditions()
        try:
            growth = differentiate(body, name, builder.functions, needs)
        except Reject as reason:
            raise HintFailed(f"rise: {reason}") from None
        for need in needs:
            if need.rel != "eq" and not inner.known(need):
                self.show(inner, need, [])
        target = Fact(rel, ZERO, growth)
        if not inner.holds(target):
            self.show(inner, target, slope)
        for hint in closed:
            ADDITIONS[hint[0]](self, outer, *hint[1:])
        if not builder.holds(Fact(rel, start, end)) and not self.auto(builder, Fact(rel, start, end)):
            raise HintFailed(f"rise: not shown: {Fact(rel, start, end)}")
        data = {"of": to_json(body), "name": name, "low": to_json(start), "high": to_json(end)}
        if not builder.step(claim, "rising", **data, open=inner.steps, closed=outer.steps):
            raise HintFailed(f"rise: {builder.why}")
        builder.given += (claim,)

    def stationary(
        self, builder: Builder, name: str, of: Any, at: Any, low: Any, high: Any, least: bool, hints: Sequence[Any]
    ) -> None:  # fmt: skip
        """The derivative at an extreme point is 0."""
        body, place, start, end = map(self.term, (of, at, low, high))
        claim = Fact("eq", deriv(body, name, place), ZERO)
        inner = between(builder, "lt", start, name, end)
        here, there = substitute(body, {name: place}), body
        self.show(inner, Fact("le", here, there) if least else Fact("le", there, here), hints)
        for fact in (Fact("lt", start, place), Fact("lt", place, end)):
            if not builder.holds(fact) and not self.auto(builder, fact):
                raise HintFailed(f"stationary: not shown: {fact}")
        data = {"low": to_json(start), "high": to_json(end), "steps": inner.steps}
        if not builder.step(claim, "stationary", **data):
            raise HintFailed(f"stationary: {builder.why}")
        value = derivative(builder, claim.left, self.auto)
        if value is None:
            raise HintFailed(f"stationary: {builder.why}")
        condition = Fact("eq", value.right, ZERO)
        builder.combine(condition, [(claim, ONE), (value, num(-1))])
        builder.given += (condition,)

    def attained(self, builder: Builder, whole: Any, at: Any, cut: Any, hints: Sequence[Any]) -> None:
        """A maximum exists: a value before ``cut`` is no less than all from there on."""
        top, best, end = map(self.term, (whole, at, cut))
        body, low = top.args
        claim = Fact("le", substitute(body, {top.name: best}), top)
        for fact in (Fact("le", low, best), Fact("le", best, end)):
            if not builder.holds(fact) and not self.auto(builder, fact):
                raise HintFailed(f"attained: not shown: {fact}")
        closed, tail = between(builder, "le", low, top.name, end), builder.child([Fact("le", end, sym(top.name))])
        self.show(tail, Fact("le", body, claim.left), hints)
        data = {"at": to_json(best), "cut": to_json(end), "closed": closed.steps, "tail": tail.steps}
        if not builder.step(claim, "attained", **data):
            raise HintFailed(f"attained: {builder.why}")
        builder.given += (claim,)

    def beneath(self, builder: Builder, whole: Any, at: Any) -> None:
        """A value is no more than a maximum that exists."""
        top, place = self.term(whole), self.term(at)
        claim, start = Fact("le", substitute(top.args[0], {top.name: place}), top), Fact("le", top.args[1], place)
        if not builder.holds(start) and not self.auto(builder, start):
            raise HintFailed(f"beneath: not shown: {start}")
        if not builder.step(claim, "beneath", at=to_json(place)):
            raise HintFailed(f"beneath: {builder.why}")
        builder.given += (claim,)

    # -- hints that end a proof ---------------------------------------------------------------------------------

    def split(self, builder: Builder, goal: Fact, left: Any, right: Any, *cases: Sequence[Any]) -> bool:
        """The goal in each of three cases; one that contradicts the facts needs nothing."""
        s, t = self.term(left), self.term(right)
        hints = dict(zip((Fact("lt", s, t), Fact("eq", s, t), Fact("lt", t, s)), cases, strict=True))

        def show(branch: Builder, case: Fact) -> bool:
            self.show(branch, goal, hints[case])
            return True

        return builder.split(goal, s, t, show)

    def combine(self, builder: Builder, goal: Fact, pairs: Any, gap: Any, rewrite: Any) -> bool:
        """The goal from named facts, each shown by the search if it is not known."""
        found = [(self.fact(fact), self.term(by)) for fact, by in pairs]
        equations = [self.fact(r) for r in rewrite]
        for fact in [*(f for f, _ in found), *equations]:
            if fact not in builder.context.facts and not builder.combine(fact) and not self.auto(builder, fact):
                raise HintFailed(f"combine: not shown: {fact}")
        return builder.combine(goal, found, rewrite=equations, gap=None if gap is None else self.term(gap))

    def box(self, builder: Builder, goal: Fact, ranges: Mapping[str, Sequence[str]]) -> bool:
        """Enclosures on parts of a box."""
        for name, (low, high) in ranges.items():
            for fact in (Fact("le", from_json(low), sym(name)), Fact("le", sym(name), from_json(high))):
                if not builder.holds(fact) and not self.auto(builder, fact):
                    raise HintFailed(f"box: not shown: {fact}")
        return builder.step(goal, "box", ranges={name: list(ends) for name, ends in ranges.items()})


ADDITIONS: dict[str, Callable[..., None]] = {
    "cut": Follower.cut,
    "use": Follower.use,
    "law": Follower.law,
    "rise": Follower.rise,
    "stationary": Follower.stationary,
    "attained": Follower.attained,
    "beneath": Follower.beneath,
}
ENDINGS: dict[str, Callable[..., bool]] = {
    "split": Follower.split,
    "combine": Follower.combine,
    "box": Follower.box,
}
