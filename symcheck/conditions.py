"""Missing assumptions: the weakest simple condition under which a refuted relation is proved.

A condition is a bound of a symbol, of a quantity that is defined, or of a product of two symbols that stands in the
relation; or two symbols with the same letter are equal.  ``weakest`` says which of them is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from typing import Any

from symcheck.elaborate import chain_links
from symcheck.engine import PROOF, Engine, Verdict
from symcheck.kernel.check import negations
from symcheck.kernel.facts import Fact, fact_to_json, rational
from symcheck.kernel.statement import Statement, unfolded_definitions
from symcheck.kernel.term import Term, free, mul, neg, num, sym, unfold, walk
from symcheck.latex.notation import Notation
from symcheck.latex.tree import Chain, Formula
from symcheck.obligations import Obligation
from symcheck.outcomes import AGAINST, contrary, refutations
from symcheck.screen import place_of
from symcheck.weakest import weakest

CODE = ("screen.py", "weakest.py")
THRESHOLDS = tuple(sorted({*map(Fraction, range(-2, 11)), *(Fraction(s, k) for s in (-1, 1) for k in (2, 3))}))
Family = tuple[Chain, ...]
"""Conditions from weak to strong, each implied by those after it."""


# -- which conditions there are ---------------------------------------------------------------------------------------


def families(statement: Statement, shown: Chain, notation: Notation) -> list[Family]:
    """The conditions that could be missing from a statement, simple ones first."""
    names = _names(statement, shown)
    pairs = [sorted(pair, key=len) for pair in combinations(names, 2) if _alike(*pair, notation)]
    found: list[Family] = [(Chain((sym(first), sym(second)), ("eq",)),) for first, second in pairs]
    for name in names:
        symbol = notation.symbol(name)
        pure = symbol is not None and not symbol.unit
        found += _bounds(sym(name), [c for c in THRESHOLDS if pure or c.denominator == 1])
    for pair in _products(statement.goal):
        found += _bounds(mul(*map(sym, pair)), THRESHOLDS)
    return found


def _bounds(term: Term, values: Sequence[Fraction]) -> list[Family]:
    """Bounds of a term from below and from above."""
    below = tuple(Chain((term, _printed(c)), (rel,)) for c in values for rel in ("ge", "gt"))
    above = tuple(Chain((term, _printed(c)), (rel,)) for c in reversed(values) for rel in ("le", "lt"))
    return [below, above]


def _printed(value: Fraction) -> Term:
    top, bottom = num(abs(value.numerator)), num(value.denominator)
    size = top if value.denominator == 1 else Term("div", (top, bottom))
    return neg(size) if value < 0 else size


def _names(statement: Statement, shown: Chain) -> list[str]:
    """The symbols that the goal depends on, and the quantities defined in it; those that are printed first."""
    inside = statement.unfolded().goal.free()
    defined = {d.name for d in statement.definitions if not d.params and free(d.body)}
    printed = [t.name for side in shown.terms for t in walk(side) if t.head == "sym"]
    ordered = dict.fromkeys([*(n for n in printed if n in inside | defined), *sorted(inside)])
    return [name for name in ordered if not name.startswith("d'")]


def _alike(first: str, second: str, notation: Notation) -> bool:
    """Whether two symbols differ only in what is attached to their letter."""
    one, other = notation.symbol(first), notation.symbol(second)
    return one is not None and other is not None and (one.key.base, one.unit) == (other.key.base, other.unit)


def _products(goal: Fact) -> list[tuple[str, ...]]:
    """Pairs of symbols whose product is added to a number, or stands in an exponent."""
    nodes = [t for side in (goal.left, goal.right) for t in walk(side)]
    sums = [part for t in nodes if t.head == "add" and any(rational(a) is not None for a in t.args) for part in t.args]
    powers = [t for node in nodes if node.head == "pow" for t in walk(node.args[1])]
    found = []
    for term in [*sums, *powers]:
        bare = term.args[0] if term.head == "neg" else term
        if bare.head == "mul":
            found.append(tuple(t.name for t in bare.args if rational(t) is None))
    return [pair for pair in dict.fromkeys(found) if len(pair) == 2 and all(pair)]


# -- what comes of it -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Missing:
    """A refuted relation and the conditions that could be missing from it."""

    verdict: Verdict
    families: tuple[Family, ...]

    def task(self, engine: Engine) -> dict[str, Any]:
        """What a worker needs to know."""
        rows = [[fact_to_json(self.fact(engine, chain)) for chain in family] for family in self.families]
        task = engine.task(self.verdict.obligation, PROOF)
        return {**task, "via": [], "families": rows, "refutation": self.verdict.certificate}

    def fact(self, engine: Engine, chain: Chain) -> Fact:
        """What a condition states."""
        (link,) = chain_links(chain)
        (fact,) = engine.book.meaning(self.verdict.obligation.label).facts(*link)
        return fact

    def under(self, engine: Engine, chain: Chain) -> Obligation:
        """The obligation, under a condition."""
        owed = self.verdict.obligation
        given = (self.fact(engine, chain), *owed.statement.given)
        assumed, statement = (Formula((chain,)), *owed.assumed), replace(owed.statement, given=given)
        return replace(owed, assumed=assumed, statement=statement, via=())


def repair(engine: Engine, labels: Sequence[str]) -> None:
    """Try what is refuted again: under the conditions that authors name, else under the weakest that is found.

    A claim gets conditions that were searched for only if all of it that fails is proved under them.
    """
    engine.repair(labels)
    for label in labels:
        _check_witnesses(engine, label)
    wanted = [missing for label in labels for missing in _wanted(engine, label)]
    results = engine.ask(weakest, [m.task(engine) for m in wanted], CODE, "conditions")
    saved = [(m, chain) for m, result in zip(wanted, results, strict=True) if (chain := _chosen(m, result))]
    proofs = engine.decide([m.under(engine, chain) for m, chain in saved], PROOF)
    for label in labels:
        mine = [m for m in wanted if m.verdict.obligation.label == label]
        found = [(c, v) for (m, c), v in zip(saved, proofs, strict=True) if m in mine and v.outcome == "proved"]
        if found and len(found) == len(mine):
            findings = engine.findings[label]
            kept = [v for v in findings.repaired if v.outcome == "proved"]
            findings.repaired = [*kept, *(v for _, v in found)]
            needed = _strongest([c for c, _ in found])
            findings.conditions = tuple(dict.fromkeys((*findings.conditions, *(Formula((c,)) for c in needed))))


def _strongest(chains: Sequence[Chain]) -> list[Chain]:
    """The conditions without those that another one of the same family implies."""
    rows = [row for term in dict.fromkeys(c.terms[0] for c in chains) for row in _bounds(term, THRESHOLDS)]
    implied = {weak for row in rows for strong in chains if strong in row for weak in row[: row.index(strong)]}
    return [c for c in chains if c not in implied]


def _wanted(engine: Engine, label: str) -> Iterator[_Missing]:
    """What is refuted of a claim that conditions could save, and for which none is known."""
    found, notation = engine.findings[label], engine.book.scopes[label].notation
    saved = {v.obligation.name for v in found.repaired if v.outcome == "proved"}
    waiting = [v for v in refutations(found) if v.obligation.name not in saved]
    undecided = any(v.outcome == "open" and v.obligation.role not in AGAINST for v in found.verdicts)
    if contrary(found) or undecided or any(v.obligation.shown.relations == ("approx",) for v in waiting):
        return
    for verdict in waiting:
        owed = verdict.obligation
        yield _Missing(verdict, tuple(families(owed.statement, owed.shown, notation)))


def _chosen(missing: _Missing, result: Mapping[str, Any]) -> Chain | None:
    """The condition that a worker chose; its answer may be anything."""
    match result.get("chosen"):
        case [int(family), int(place)] if 0 <= family < len(missing.families):
            row = missing.families[family]
            return row[place] if 0 <= place < len(row) else None
    return None


def _check_witnesses(engine: Engine, label: str) -> None:
    """Drop repaired verdicts whose condition excludes no witness: a condition must be needed.

    Where the contrary is proved outside the condition, it is.
    """
    found = engine.findings[label]
    refuted = {v.obligation.name: v for v in found.verdicts if v.outcome == "refuted"}
    found.repaired = [
        v for v in found.repaired if (r := refuted.get(v.obligation.name)) is None or _needed(engine, r, v)
    ]


def _needed(engine: Engine, refuted: Verdict, repaired: Verdict) -> bool:
    """Whether the statement was seen to fail where its condition does."""
    before, after = refuted.obligation.statement, repaired.obligation.statement
    conditions = [f for f in after.given if f not in before.given]
    table, place = unfolded_definitions(after.definitions), place_of(refuted.certificate)
    if any(place.denies(f.map(lambda t: unfold(t, table))) for f in conditions):
        return True
    kept = tuple(f for f in after.given if f not in conditions)
    outside = [replace(after, given=(n, *kept)) for f in conditions for n in negations(f)]
    owed = [replace(repaired.obligation, statement=statement, via=()) for statement in outside]
    return any(v.outcome == "refuted" for v in engine.decide(owed, ["refute"]))
