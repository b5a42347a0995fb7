"""From claims to sequents: every link of a formula that is owed becomes a statement for the kernel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from symcheck.claim import Claim, Paper, Scope
from symcheck.elaborate import Meaning, chain_links, meaning_of
from symcheck.errors import InputError
from symcheck.kernel.context import Fact
from symcheck.kernel.statement import Definition, Statement, unfolded_definitions
from symcheck.kernel.term import Reject, Term, free, unfold, walk
from symcheck.latex.parser import parse
from symcheck.latex.tree import Chain, Formula
from symcheck.paper import Entry, read_paper

LABEL = "eq:"
NAMING = " names "


@dataclass(frozen=True)
class Obligation:
    """One sequent that a claim owes.

    ``shown`` is the printed relation, ``assumed`` what is assumed, both for display; ``role`` is link, says or derived.
    """

    name: str
    label: str
    role: str
    shown: Chain
    assumed: tuple[Formula, ...]
    statement: Statement
    by: tuple[Term, ...] = ()
    uses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Assumption:
    """A formula taken for granted and the facts it states."""

    formula: Formula
    facts: tuple[Fact, ...]


class Book:
    """A paper, read: entries, parsed formulas, claims by label, and what each claim owes."""

    def __init__(self, paper: Paper, edits: Mapping[str, Formula] | None = None) -> None:
        """``edits`` replace printed formulas, to see whether a planted error is noticed."""
        self.paper = paper
        self.file = paper.folder / "paper.tex"
        self.entries: Mapping[str, Entry] = read_paper(self.file)
        self.claims: dict[str, Claim] = {}
        self.scopes: dict[str, Scope] = {}
        self._edits = dict(edits or {})
        self._formulas: dict[str, Formula] = {}
        for section in paper.sections:
            for claim in section.claims:
                self._add(claim, section.scope)
        for claim in self.claims.values():
            for label in self.rests_on(claim.label):
                if label not in self.claims:
                    raise InputError(f"{claim.label} refers to {label}, which is no claim", claim.source, claim.line)

    def _add(self, claim: Claim, scope: Scope) -> None:
        if claim.label not in self.entries:
            raise InputError(f"no formula with the label {claim.label} in {self.file.name}", claim.source, claim.line)
        if claim.label in self.claims:
            raise InputError(f"a second claim about {claim.label}", claim.source, claim.line)
        self.claims[claim.label] = claim
        self.scopes[claim.label] = scope.extend(define=claim.define)

    @cached_property
    def uncovered(self) -> tuple[Entry, ...]:
        """The formulas and sentences that no claim is about."""
        return tuple(e for e in self.entries.values() if e.label not in self.claims)

    def order(self) -> list[str]:
        """The labels in the paper's order."""
        return [label for label in self.entries if label in self.claims]

    def formula(self, label: str) -> Formula | None:
        """The printed formula, parsed; None for a sentence."""
        if label in self._edits:
            return self._edits[label]
        entry = self.entries[label]
        if entry.kind != "equation":
            return None
        if label not in self._formulas:
            notation = self.scopes[label].notation
            self._formulas[label] = parse(entry.text, notation, file=str(self.file), line=entry.line, column=1)
        return self._formulas[label]

    def meaning(self, label: str) -> Meaning:
        """What names mean where the claim stands."""
        scope, claim = self.scopes[label], self.claims[label]
        try:
            return meaning_of([self._definition(d, scope) for d in scope.define], scope.varying)
        except InputError as error:
            raise InputError(f"{label}: {error.message}", claim.source, claim.line) from None

    def symbols(self, label: str) -> tuple[str, ...]:
        """The symbols that the standing assumptions of a claim speak of."""
        parsed = [self.parse(g, label) for g in self.scopes[label].given]
        return tuple(sorted({t.name for f in parsed for s in f.terms() for t in walk(s) if t.head == "sym"}))

    def rests_on(self, label: str) -> list[str]:
        """The labels whose formulas define something for this claim, are assumed by it, or are cited."""
        claim = self.claims[label]
        texts = (*self.scopes[label].define, *claim.given, claim.by, *claim.uses)
        labels = (t.partition(NAMING)[2] or t for t in texts)
        found = (re.split("[@#]", t)[0] for t in labels if t.startswith(LABEL))
        return [other for other in dict.fromkeys(found) if other != label]

    def _definition(self, text: str, scope: Scope) -> tuple[Term, Term]:
        name, named, label = text.partition(NAMING)
        if named:
            whole = self.formula(label) if label in self.claims else None
            if whole is None:
                raise InputError(f"{label} is no expression")
            return parse(name, scope.notation).term(), whole.term()
        if not text.startswith(LABEL):
            chain = parse(text, scope.notation, file=f"definition {text}").parts[0]
            return chain.terms[0], chain.terms[1]
        label, _, which = text.partition("@")
        label, _, part = label.partition("#")
        formula = self.formula(label) if label in self.claims else None
        if formula is None:
            raise InputError(f"{label} defines nothing here")
        if part:
            return self._named_part(part, formula, scope)
        chain = formula.parts[0]
        return chain.terms[0], chain.terms[int(which)] if which else chain.terms[1]

    def _named_part(self, latex: str, formula: Formula, scope: Scope) -> tuple[Term, Term]:
        """A symbol such as T_1 and the part of a formula under whose brace it stands."""
        symbol = parse(latex, scope.notation).term()
        for whole in formula.terms():
            for term in walk(whole):
                if term.head == "label" and parse(term.name, scope.notation).term() == symbol:
                    return symbol, term.args[0]
        raise InputError(f"no part is named {latex}")

    def parse(self, text: str, label: str) -> Formula:
        """A formula that the author of the claim wrote, or the last part of the one printed at a label."""
        claim = self.claims[label]
        if text.startswith(LABEL):
            found = self.formula(text)
            if found is None:
                raise InputError(f"{label} refers to {text}, which is no formula", claim.source, claim.line)
            return Formula(found.parts[-1:])
        try:
            return parse(text, self.scopes[label].notation, file=claim.source, line=claim.line)
        except InputError as error:
            raise InputError(f"{label}: in {text!r}: {error.message}", claim.source, claim.line) from None

    # -- obligations --------------------------------------------------------------------------------------------

    def owed(self, label: str, unless: bool = False) -> list[Obligation]:
        """What the claim owes; with ``unless``, under its additional conditions."""
        try:
            return list(self._owed(label, unless))
        except (InputError, Reject) as error:
            claim = self.claims[label]
            if isinstance(error, InputError) and error.file:
                raise
            raise InputError(f"{label}: {error}", claim.source, claim.line) from None

    def _owed(self, label: str, unless: bool) -> Iterator[Obligation]:
        claim, meaning, formula = self.claims[label], self.meaning(label), self.formula(label)
        extra = [*claim.given, *(claim.unless if unless else ())]
        named = [self._assumption(g, label, meaning) for g in extra]
        slug = label.partition(":")[2]
        if formula is not None:
            links = self._links(formula, claim.roles, meaning)
            for number, (chain, premises) in enumerate(links, 1):
                yield from self._obligations(f"{slug}-{number}", label, "link", chain, named + premises, meaning)
        for number, text in enumerate(claim.says, 1):
            stated = self.parse(text, label)
            last = sum(len(p.relations) for p in stated.parts[:-1])
            roles = dict.fromkeys(range(last), "premise") if "implies" in stated.connectives else {}
            for part, (chain, premises) in enumerate(self._links(stated, roles, meaning), 1):
                name = f"{slug}-says-{number}" + (f"-{part}" if part > 1 else "")
                yield from self._obligations(name, label, "says", chain, named + premises, meaning)

    def _links(
        self, formula: Formula, roles: Mapping[int, str], meaning: Meaning
    ) -> Iterator[tuple[Chain, list[Assumption]]]:
        """The links that are owed, with the premises of the parts before (of the other part, for an equivalence)."""
        premises: list[Assumption] = []
        previous: list[Chain] = []
        number = 0
        for place, part in enumerate(formula.parts):
            links = [Chain((left, right), (rel,)) for rel, left, right in chain_links(part)]
            own = [self._fact(c, meaning) for i, c in enumerate(links) if roles.get(number + i) == "premise"]
            if place and formula.connectives[place - 1] == "iff":
                for chain in previous:
                    yield chain, [self._fact(c, meaning) for c in links]
            for i, chain in enumerate(links):
                if number + i not in roles:
                    yield chain, list(premises)
            premises, number = premises + own, number + len(links)
            previous = [c for i, c in enumerate(links) if roles.get(number - len(links) + i) == "premise"]

    def _fact(self, chain: Chain, meaning: Meaning) -> Assumption:
        ((relation, left, right),) = chain_links(chain)
        return Assumption(Formula((chain,)), meaning.facts(relation, left, right))

    def _assumption(self, text: str, label: str, meaning: Meaning) -> Assumption:
        formula = self.parse(text, label)
        links = [link for part in formula.parts for link in chain_links(part)]
        return Assumption(formula, tuple(f for link in links for f in meaning.facts(*link)))

    def _obligations(
        self, name: str, label: str, role: str, chain: Chain, premises: list[Assumption], meaning: Meaning
    ) -> Iterator[Obligation]:
        ((relation, left, right),) = chain_links(chain)
        goals = meaning.facts(relation, left, right)
        for number, goal in enumerate(goals):
            suffix = "ab"[number] if len(goals) > 1 else ""
            yield self._obligation(name + suffix, label, role, chain, goal, premises, meaning)

    def _obligation(
        self, name: str, label: str, role: str, chain: Chain, goal: Fact, premises: list[Assumption], meaning: Meaning
    ) -> Obligation:
        standing = [self._assumption(g, label, meaning) for g in self.scopes[label].given]
        used = _relevant(goal, premises, standing, meaning)
        given = tuple(dict.fromkeys(f for a in used for f in a.facts))
        definitions = _reachable(meaning.definitions, (goal, *given))
        statement = Statement(goal, given, (), definitions, ())
        called = {t.name for f in _opened(statement) for s in (f.left, f.right) for t in walk(s) if t.head == "call"}
        functions = tuple((f, k) for f, k in sorted(self.scopes[label].functions) if f in called)
        by = tuple(meaning.term(self.parse(self.claims[label].by, label).term()) for _ in [1] if self.claims[label].by)
        statement = replace(statement, functions=functions)
        return Obligation(
            name, label, role, chain, tuple(a.formula for a in used), statement, by, self.claims[label].uses
        )

    def variant(self, owed: Obligation, chain: Chain) -> list[Obligation]:
        """The obligation with another relation in place of the printed one, under the same assumptions."""
        label, meaning = owed.label, self.meaning(owed.label)
        premises = [
            Assumption(f, tuple(x for part in f.parts for link in chain_links(part) for x in meaning.facts(*link)))
            for f in owed.assumed
        ]
        try:
            return list(self._obligations(owed.name, label, owed.role, chain, premises, meaning))
        except (InputError, Reject):
            return []

    def compare(self, label: str, chain: Chain, meaning: Meaning) -> list[Obligation]:
        """What one relation owes under the assumptions of a claim."""
        claim = self.claims[label]
        named = [self._assumption(g, label, meaning) for g in claim.given]
        return list(self._obligations("comparison", label, "says", chain, named, meaning))

    def derived(self, label: str, result: Term) -> Iterator[Obligation]:
        """The obligations that the derived expression equals the last one printed."""
        formula, meaning, claim = self.formula(label), self.meaning(label), self.claims[label]
        if formula is None:
            raise InputError(f"{label} has no formula to compare with", claim.source, claim.line)
        printed = formula.parts[-1].terms[-1]
        named = [self._assumption(g, label, meaning) for g in claim.given]
        links = [link for part in formula.parts for link in chain_links(part)]
        slug = label.partition(":")[2]
        chain = Chain((result, printed), ("approx" if links and links[-1][0] == "approx" else "eq",))
        return self._obligations(f"{slug}-derived", label, "derived", chain, named, meaning)


def _symbols(facts: Iterable[Fact], meaning: Meaning) -> frozenset[str]:
    return frozenset().union(*(free(meaning.opened(t)) for f in facts for t in (f.left, f.right)))


def _relevant(goal: Fact, premises: list[Assumption], standing: list[Assumption], meaning: Meaning) -> list[Assumption]:
    """The premises, and the standing assumptions that speak only of symbols that occur."""
    seen = _symbols([goal, *(f for a in premises for f in a.facts)], meaning)
    return premises + [a for a in standing if a not in premises and _symbols(a.facts, meaning) <= seen]


def _reachable(definitions: tuple[Definition, ...], facts: tuple[Fact, ...]) -> tuple[Definition, ...]:
    """The definitions that the facts use, directly or through others, in their order."""
    wanted = {(t.name, len(t.args)) for f in facts for s in (f.left, f.right) for t in walk(s) if t.head == "call"}
    kept: list[Definition] = []
    for entry in reversed(definitions):
        if (entry.name, len(entry.params)) in wanted:
            kept.append(entry)
            wanted |= {(t.name, len(t.args)) for t in walk(entry.body) if t.head == "call"}
    return tuple(reversed(kept))


def _opened(statement: Statement) -> list[Fact]:
    table = unfolded_definitions(statement.definitions)
    facts = (statement.goal, *statement.given)
    return [Fact(f.rel, unfold(f.left, table), unfold(f.right, table)) for f in facts]
