"""From claims to sequents: every link of a formula that is owed becomes a statement for the kernel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from symcheck.assumptions import Assumption, facts_of, named, relevant
from symcheck.claim import Bound, Example, Paper, Scope
from symcheck.elaborate import Meaning, chain_links
from symcheck.errors import InputError
from symcheck.hints import Reader, compiled
from symcheck.kernel.facts import Fact
from symcheck.kernel.statement import Definition, Statement
from symcheck.kernel.term import Reject, Term, to_json, walk
from symcheck.latex.tree import Chain, Formula
from symcheck.quantified import best, bounded, check_constant, check_start, for_every, order_of, quantified
from symcheck.reading import Reading, expression, located

Link = tuple[str, Term, Term]
CONTRARY = {"lt": "ge", "le": "gt", "gt": "le", "ge": "lt"}
"""The relation that holds where another one does not."""
"""A relation and its two sides."""


@dataclass(frozen=True)
class Obligation:
    """One sequent that a claim owes.

    ``shown`` is the printed relation, ``assumed`` what is assumed, both for display; ``role`` is link, bound (a link up
    to a constant), defined (of a definition), says, denied (what the claim contradicts), outside (the same, supposing
    that one of its conditions does not hold) or derived.  ``via`` are the hints for its proof, ``examples`` the points
    that may satisfy what it assumes, ``premises`` what stands before ``implies`` in it.
    """

    name: str
    label: str
    role: str
    shown: Chain
    assumed: tuple[Formula, ...]
    statement: Statement
    by: tuple[Term, ...] = ()
    uses: tuple[str, ...] = ()
    via: tuple[Any, ...] = ()
    examples: tuple[Any, ...] = ()
    premises: tuple[Chain, ...] = ()

    @property
    def stated(self) -> Formula:
        """What is shown, after the premises of its own that it has."""
        parts = (*self.premises, self.shown)
        turn = ("implies",) if self.premises else ()
        return Formula(parts, ("and",) * (len(self.premises) - 1) + turn)


class Book(Reading):
    """A paper and what each of its claims owes."""

    def __init__(self, paper: Paper, edits: Mapping[str, Formula] | None = None) -> None:
        super().__init__(paper, edits)
        self._assumptions: dict[tuple[str, int, int], Assumption] = {}
        self._examples: dict[tuple[int, int], tuple[Any, ...]] = {}

    @located
    def owed(self, label: str, unless: bool = False) -> list[Obligation]:
        """What the claim owes; with ``unless``, under its additional conditions."""
        try:
            return list(self._owed(label, unless))
        except Reject as reason:
            raise InputError(str(reason)) from None

    def _owed(self, label: str, unless: bool) -> Iterator[Obligation]:
        claim, meaning, formula = self.claims[label], self.meaning(label), self.formula(label)
        extra = [*claim.given, *(claim.unless if unless else ())]
        named = [self._assumption(g, label, meaning) for g in extra]
        slug = label.partition(":")[2]
        if formula is not None:
            for number, (link, chain, premises) in enumerate(_links(formula, claim.roles, meaning), 1):
                bound = claim.bounds.get(link)
                role = "bound" if bound else "link"
                yield from self._obligations(
                    f"{slug}_{number}", label, role, chain, named + premises, meaning, bound
                )  # fmt: skip
            for number, chain in self._definitions(formula, claim.roles):
                yield from self._obligations(f"{slug}_defined_{number}", label, "defined", chain, named, meaning)
        for kind, texts in (("says", claim.says), ("denied", claim.denies)):
            for number, text in enumerate(texts, 1):
                stated = self.parse(label, text)
                role = "outside" if kind == "denied" and self._outside(label, stated) else kind
                if unless and role == "outside":
                    continue
                for part, (_, chain, premises) in enumerate(_links(stated, _hypotheses(stated), meaning), 1):
                    name = f"{slug}_{kind}_{number}" + (f"_{part}" if part > 1 else "")
                    for owed in self._obligations(name, label, role, chain, named + premises, meaning):
                        yield replace(owed, premises=_before(stated))

    def _outside(self, label: str, stated: Formula) -> bool:
        """Whether a statement supposes that one of the claim's conditions does not hold."""
        conditions = (link for text in self.claims[label].unless for link in _relations(self.parse(label, text).parts))
        contrary = {(CONTRARY.get(relation, ""), left, right) for relation, left, right in conditions}
        return not contrary.isdisjoint(_relations(_before(stated)))

    @staticmethod
    def _definitions(formula: Formula, roles: Mapping[int, str]) -> Iterator[tuple[int, Chain]]:
        """What definitions define, as an equation with itself: it is to be defined, and somewhere."""
        links = _relations(formula.parts)
        for number in (n for n, role in sorted(roles.items()) if role == "definition"):
            body = links[number][2]
            if not any(t.head in ("argmax", "tuple") for t in walk(body)):
                yield number + 1, Chain((body, body), ("eq",))

    @located
    def derived(self, label: str, result: Term) -> Iterator[Obligation]:
        """The obligations that the derived expression equals the last one printed."""
        formula = self.formula(label)
        if formula is None:
            claim = self.claims[label]
            raise InputError(f"{label} has no formula to compare with", claim.source, claim.line)
        last, defined = formula.parts[-1], formula.parts[0].terms[0]
        if defined.head != "num" and defined in walk(result):
            raise InputError(f"{label}: the derivation gives back what it is to derive")
        relation = "approx" if last.relations[-1:] == ("approx",) else "eq"
        name = f"{label.partition(':')[2]}_derived"
        return self.compare(label, Chain((result, last.terms[-1]), (relation,)), name, "derived")

    def compare(self, label: str, chain: Chain, name: str, role: str) -> Iterator[Obligation]:
        """What one relation owes under the assumptions of a claim."""
        meaning = self.meaning(label)
        named = [self._assumption(g, label, meaning) for g in self.claims[label].given]
        return self._obligations(name, label, role, chain, named, meaning)

    def variant(self, owed: Obligation, chain: Chain) -> list[Obligation]:
        """The obligation with another relation in place of the printed one; none if that makes no sense."""
        label, meaning = owed.label, self.meaning(owed.label)
        texts = (*self.claims[label].given, *self.scopes[label].given)
        try:
            known = {a.formula: a for a in (self._assumption(text, label, meaning) for text in texts)}
            several = sum(len(meaning.facts(*link)) for link in chain_links(owed.shown)) > 1
            name = owed.name[:-1] if several else owed.name
            premises = [known.get(f) or named(Assumption(f, facts_of(f, meaning)), meaning) for f in owed.assumed]
            return [
                replace(o, via=()) for o in self._obligations(name, label, owed.role, chain, premises, meaning)
            ]  # fmt: skip
        except (InputError, Reject):
            return []

    def _assumption(self, text: str, label: str, meaning: Meaning) -> Assumption:
        """What a text assumes, read once for each meaning of names."""
        key = (text, id(meaning), id(self.scopes[label].notation))
        if key not in self._assumptions:
            self._assumptions[key] = named(self._assumed(text, label, meaning), meaning)
        return self._assumptions[key]

    def _assumed(self, text: str, label: str, meaning: Meaning) -> Assumption:
        if found := quantified(text):
            names, rest = tuple(self._symbol(label, name) for name in found[0]), self.parse(label, found[1])
            return Assumption(replace(rest, every=names), (), for_every(names, rest, meaning))
        formula = self.parse(label, text)
        if any(t.head == "argmax" for side in formula.terms() for t in walk(side)):
            every, facts = best(formula, meaning)
            left = formula.parts[0].terms[0]
            chosen = map(meaning.term, left.args if left.head == "tuple" else (left,))
            return Assumption(formula, facts, (every,), frozenset(t.name for t in chosen if t.head == "sym"))
        if set(formula.connectives) - {"and"} or not any(part.relations for part in formula.parts):
            raise InputError(f"{text!r} is no relation that can be assumed")
        return Assumption(formula, facts_of(formula, meaning))

    def _symbol(self, label: str, text: str) -> str:
        """The kernel's name of the symbol that a text is."""
        term = expression(self.parse(label, text))
        if term.head != "sym":
            raise InputError(f"{text!r} is no symbol")
        return term.name

    def _obligations(
        self, name: str, label: str, role: str, chain: Chain, premises: list[Assumption], meaning: Meaning,
        bound: Bound | None = None,
    ) -> Iterator[Obligation]:  # fmt: skip
        links = chain_links(chain)
        if bound is not None:
            goals = [f for link in links for f in self._bounded(label, link, bound, meaning)]
            premises = premises + [self._assumption(t, label, meaning) for t in (*bound.start, *bound.given)]
        else:
            if any(order_of(link) for link in links):
                raise InputError(f"{name} is a relation up to a constant: name one in `bounds`")
            goals = [fact for link in links for fact in meaning.facts(*link)]
        for number, goal in enumerate(goals):
            suffix = chr(ord("a") + number) if len(goals) > 1 else ""
            yield self._obligation(name + suffix, label, role, chain, goal, premises, meaning)

    def _bounded(self, label: str, link: Link, bound: Bound, meaning: Meaning) -> Iterator[Fact]:
        """What a link up to a constant owes, with the constant and start that its author names."""
        scope = self.scopes[label]
        allowed, growing = (frozenset(self._symbol(label, s) for s in t) for t in (scope.constants, scope.growing))
        factors = tuple(
            meaning.term(expression(self.parse(label, text))) for text in (bound.constant, bound.lower) if text
        )
        for factor in factors:
            check_constant(factor, allowed, meaning)
        check_start([f for t in bound.start for f in self._assumption(t, label, meaning).facts], growing, meaning)
        return bounded(link, bound, factors, meaning)

    def _obligation(
        self, name: str, label: str, role: str, chain: Chain, goal: Fact, premises: list[Assumption], meaning: Meaning
    ) -> Obligation:
        claim, scope = self.claims[label], self.scopes[label]
        standing = [self._assumption(g, label, meaning) for g in scope.given]
        used = relevant(goal, premises, standing, meaning)
        given = tuple(dict.fromkeys(f for a in used for f in a.facts))
        every = tuple(dict.fromkeys(e for a in used for e in a.every))
        stated = (goal, *(f for a in used for f in a.all_facts))
        statement = Statement(goal, given, (), _reachable(meaning.definitions, stated), (), every)
        opened = (meaning.opened(side) for f in stated for side in (f.left, f.right))
        called = {t.name for side in opened for t in walk(side) if t.head == "call"}
        functions = tuple((f, k) for f, k in sorted(scope.functions) if f in called)
        by = (meaning.term(expression(self.parse(label, claim.by))),) if claim.by else ()
        shown = tuple(a.formula for a in used)
        ending = name.removeprefix(f"{label.partition(':')[2]}_")
        reader = self._reader(label, meaning)
        via = tuple(compiled(claim.via.get(ending, claim.via.get("", ())), reader))
        examples = self._shown(scope, meaning, reader) if every else ()
        statement = replace(statement, functions=functions)
        return Obligation(name, label, role, chain, shown, statement, by, claim.uses, via, examples)

    def _shown(self, scope: Scope, meaning: Meaning, reader: Reader) -> tuple[Any, ...]:
        """The examples of a scope as JSON, read once for each meaning of names."""
        key = (id(scope.examples), id(meaning))
        if key not in self._examples:
            self._examples[key] = tuple(_example(entry, reader) for entry in scope.examples)
        return self._examples[key]

    def _reader(self, label: str, meaning: Meaning) -> Reader:
        """How hints for a claim are read."""
        return Reader(
            term=lambda text: meaning.opened(meaning.term(expression(self.parse(label, text)))),
            facts=lambda text: [f.map(meaning.opened) for f in self._assumption(text, label, meaning).facts],
            name=lambda text: self._symbol(label, text),
        )


def _example(example: Example, reader: Reader) -> Any:
    """An example as JSON: the values of symbols, and the hints for each quantified assumption."""
    values = {reader.name(name): to_json(reader.term(value)) for name, value in example.values.items()}
    bodies = {reader.term(call): to_json(reader.term(body)) for call, body in example.functions.items()}
    if any(f.head != "call" or any(a.head != "sym" for a in f.args) for f in bodies):
        raise InputError(f"not unspecified functions of symbols: {', '.join(example.functions)}")
    functions = {f.name: [[a.name for a in f.args], body] for f, body in bodies.items()}
    return [values, [compiled(hints, reader) for hints in example.shows], functions]


def _relations(parts: Iterable[Chain]) -> list[Link]:
    """The relations of some chains, one by one."""
    return [link for part in parts for link in chain_links(part)]


def _before(formula: Formula) -> tuple[Chain, ...]:
    """What stands before the first ``implies`` or ``iff``."""
    turns = [i for i, c in enumerate(formula.connectives) if c in ("implies", "iff")]
    return formula.parts[: turns[0] + 1] if turns else ()


def _hypotheses(formula: Formula) -> dict[int, str]:
    """In a statement of ours, the links before the first ``implies`` or ``iff`` are premises."""
    return dict.fromkeys(range(sum(len(chain_links(part)) for part in _before(formula))), "premise")


def _links(
    formula: Formula, roles: Mapping[int, str], meaning: Meaning
) -> Iterator[tuple[int, Chain, list[Assumption]]]:
    """The links that are owed, each with its number and its premises.

    After ``implies`` the premises of all that stands before are assumed, and what stands between two ``implies``.
    ``A iff B`` owes B from the premises of A, and these from B.
    """
    premises: list[Assumption] = []
    group: list[tuple[Chain, str]] = []
    number = 0
    for place, part in enumerate(formula.parts):
        links = [Chain((left, right), (rel,)) for rel, left, right in chain_links(part)]
        turn = formula.connectives[place - 1] if place else ""
        if turn in ("implies", "iff"):
            assumed = [chain for chain, role in group if role == "premise"] or [c for c, role in group if not role]
            if turn == "iff":
                back = [_fact(chain, meaning) for chain in links]
                yield from ((number, chain, premises + back) for chain in assumed)
            premises, group = premises + [_fact(chain, meaning) for chain in assumed], []
        for chain in links:
            role = roles.get(number, "")
            group.append((chain, role))
            if not role:
                yield number, chain, list(premises)
            number += 1


def _fact(chain: Chain, meaning: Meaning) -> Assumption:
    formula = Formula((chain,))
    return named(Assumption(formula, facts_of(formula, meaning)), meaning)


def _reachable(definitions: tuple[Definition, ...], facts: tuple[Fact, ...]) -> tuple[Definition, ...]:
    """The definitions that the facts use, directly or through others, in their order."""
    wanted = {(t.name, len(t.args)) for f in facts for s in (f.left, f.right) for t in walk(s) if t.head == "call"}
    kept: list[Definition] = []
    for entry in reversed(definitions):
        if (entry.name, len(entry.params)) in wanted:
            kept.append(entry)
            wanted |= {(t.name, len(t.args)) for t in walk(entry.body) if t.head == "call"}
    return tuple(reversed(kept))
