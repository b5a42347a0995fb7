"""Assumptions of statements: the facts that a formula states, and which of them concern a goal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from symcheck.elaborate import Meaning, chain_links
from symcheck.kernel.facts import Every, Fact
from symcheck.kernel.term import free, walk
from symcheck.latex.tree import Formula


@dataclass(frozen=True)
class Assumption:
    """A formula taken for granted and the facts, quantified ones among them, that it states.

    ``chosen`` are the symbols that an argmax chooses: only who speaks of them speaks of it.  ``names`` are all symbols
    and unspecified functions that it speaks of.
    """

    formula: Formula
    facts: tuple[Fact, ...]
    every: tuple[Every, ...] = ()
    chosen: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    @property
    def all_facts(self) -> tuple[Fact, ...]:
        """The facts, those inside quantified ones included."""
        return (*self.facts, *(f for e in self.every for f in (*e.hypotheses, e.conclusion)))


def facts_of(formula: Formula, meaning: Meaning) -> tuple[Fact, ...]:
    """The facts that the relations of a formula state."""
    links = [link for part in formula.parts for link in chain_links(part)]
    return tuple(fact for link in links for fact in meaning.facts(*link))


def _names(facts: Iterable[Fact], meaning: Meaning) -> frozenset[str]:
    """The symbols and unspecified functions that facts speak of."""
    terms = [meaning.opened(t) for f in facts for t in (f.left, f.right)]
    called = {t.name for term in terms for t in walk(term) if t.head == "call"}
    return frozenset(called).union(*map(free, terms))


def named(assumption: Assumption, meaning: Meaning) -> Assumption:
    """The assumption with the names that it speaks of, those it quantifies over left out."""
    inner = (_names((*e.hypotheses, e.conclusion), meaning) - set(e.names) for e in assumption.every)
    return replace(assumption, names=_names(assumption.facts, meaning).union(*inner))


def relevant(goal: Fact, premises: list[Assumption], standing: list[Assumption], meaning: Meaning) -> list[Assumption]:
    """The premises, and every standing assumption that is tied to the goal by what they speak of."""
    seen = _names([goal], meaning).union(*(a.names for a in premises))
    waiting = [a for a in standing if a not in premises]
    grown = True
    while grown:
        tied = frozenset[str]().union(*(a.names for a in waiting if (a.chosen or a.names) & seen))
        grown, seen = bool(tied - seen), seen | tied
    return premises + [a for a in waiting if (a.chosen or a.names) & seen or not a.names]
