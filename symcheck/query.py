"""One claim from anywhere, as its author wrote it and as it was understood.

Read is: at every point that satisfies what is given and at which both sides are defined as real numbers, the relation
holds; but an equation between a number and an integral or a limit that does not exist fails.  A symbol is real unless
something else is said of it.  What is given has to be defined where it holds.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial
from typing import Any, TypeVar

from symcheck.elaborate import FLIPPED, PLAIN, Meaning, chain_links
from symcheck.errors import InputError
from symcheck.kernel.check import necessary
from symcheck.kernel.context import Context
from symcheck.kernel.facts import Fact
from symcheck.kernel.term import Reject, Term, free, num, sub, walk
from symcheck.latex.growth import approach as approach_of
from symcheck.latex.growth import split_growth
from symcheck.latex.loose import as_in_latex, name_of, parse_loose, with_constants
from symcheck.latex.tree import places
from symcheck.plain import parser as plain
from symcheck.plain.domains import Known, functions_of_integers, read_domains
from symcheck.plain.growth import Growth, approach_text, growth
from symcheck.plain.limits import INFINITE, is_limit, meant, sided
from symcheck.plain.limits import Meaning as Lowered
from symcheck.plain.parser import Approach, Relation
from symcheck.plain.printer import relation_text
from symcheck.plain.table import FUNCTIONS, GROWTH, RELATIONS, unsupported

T = TypeVar("T")
SYNTAXES = ("plain", "latex", "auto")
LATEX_SIGNS = ("\\", "^")
ORDER_OF = re.compile(r"=\s*(?=(O|Theta)\s*\()")
PLAIN_SIGNS = ("!=", ">=", "<=", "==", "**")


@dataclass(frozen=True)
class Query:
    """A claim in one text, or in two sides and a relation; ``syntax`` is one of ``SYNTAXES``, auto being told by it."""

    claim: str = ""
    lhs: str = ""
    relation: str = ""
    rhs: str = ""
    given: tuple[str, ...] = ()
    symbols: Mapping[str, str] = field(default_factory=dict)
    syntax: str = "auto"
    approach: str = ""


@dataclass(frozen=True)
class Reading:
    """A query as it was understood.

    ``goal`` is None if the kernel can't say it, for the reason in ``owed``.  At a counterexample the terms ``integers``
    have to be integers >= 0.  Without the facts ``inside`` the goal is not what was asked.  With any fact that is
    ``implied`` the goal is refuted.  ``bound`` are the symbols that go somewhere in a limit.
    If it is ``turned``, the left side of the claim is the right one of the goal.
    Of a claim about growth, ``growth``, the goal is only the first that is tried; the rest is about the other symbols.
    """

    text: str
    goal: Fact | None
    given: tuple[Fact, ...] = ()
    known: Known = field(default_factory=Known)
    owed: str = ""
    integers: tuple[Term, ...] = ()
    inside: tuple[Fact, ...] = ()
    implied: tuple[Fact, ...] = ()
    bound: frozenset[str] = frozenset()
    turned: bool = False
    growth: Growth | None = None

    @property
    def sequence(self) -> bool:
        """Whether a limit is over what may be integers, so that it may exist where that over reals does not."""
        free_here = self.goal.free() if self.goal else frozenset()
        return bool(self.bound & self.known.whole & free_here)

    def missing(self) -> tuple[Fact, ...]:
        """The facts ``inside`` that what is given does not imply."""
        return tuple(fact for fact in self.inside if not _implied(fact, self.given))

    def conditions(self) -> tuple[Fact, ...]:
        """What the goal needs in order to be defined, as far as what is given does not imply it.

        What is needed of the value of a limit is no condition on a point: it is left to the proof.
        """
        if self.goal is None:
            return ()
        found = dict.fromkeys(necessary(self.goal.left) + necessary(self.goal.right))
        needed = [f for f in found if not any(u.head == "limit" for u in (*walk(f.left), *walk(f.right)))]
        return least(needed, self.given)


def least(needed: list[Fact], given: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts without those that what is given and the others imply."""
    for fact in needed[::-1]:
        others = [f for f in needed if f != fact]
        if _implied(fact, (*given, *others)):
            needed = others
    return tuple(needed)


def _implied(fact: Fact, facts: Collection[Fact]) -> bool:
    """Whether the signs of what the facts say show another one."""
    context = Context()
    context.assume(facts)
    try:
        return context.holds(fact)
    except (Reject, RecursionError):
        return False


def read(query: Query) -> Reading:
    """What a query says; InputError names the field and the column of what can't be read."""
    symbols = {name_of(name): words for name, words in query.symbols.items()}
    known = read_domains(symbols)
    syntax = _syntax(query.claim or query.lhs + query.rhs) if query.syntax == "auto" else query.syntax
    relation = _claim(query, syntax, symbols)
    approach = _approach(query, relation, symbols)
    read_given = partial(_given, query, syntax, symbols, {*symbols, *free(relation.left), *free(relation.right)})
    stated = [r for i, text in enumerate(query.given) for r in read_given(text, f"given[{i}]")]
    meaning = Lowered().term
    facts = [_fact(r).map(meaning) for r in stated]
    given = _unique(*known.facts, *(n for f in facts for n in (*necessary(f.left), *necessary(f.right), f)))
    grows = growth(relation, approach, given, approach.name in known.whole) if approach else None
    text = _shown(sided(relation, (*known.facts, *facts)), stated, symbols, grows)
    whole, others = meant(relation, (*known.facts, *facts))
    goal, *implied = map(_fact, (whole, *others))
    sides = [side for fact in (goal, *facts) for side in (fact.left, fact.right)]
    place = [approach.place] if approach and approach.place not in INFINITE else []
    owed = next((name for name in map(unsupported, [*sides, *place]) if name), "")
    if owed:
        return Reading(text, None, owed=f"not supported yet: {owed}")
    terms = [t for r in (relation, *stated) for t in (r.left, r.right)]
    try:
        parts = [part for term in terms for part in functions_of_integers(term, known.whole)]
    except Reject as reason:
        return Reading(text, None, owed=str(reason))
    found = Reading(
        text, goal, given, known,
        integers=_unique(*(meaning(arg) for part in parts for arg in part.args)),
        inside=_unique(*(f.map(meaning) for part in parts for f in FUNCTIONS[part.name].inside(*part.args))),
        implied=tuple(implied),
        bound=frozenset(u.args[1].name for term in terms for u in walk(term) if is_limit(u)),
        turned=relation.name in FLIPPED,
    )  # fmt: skip
    return _growing(found, grows) if grows else found


def _growing(found: Reading, claim: Growth) -> Reading:
    """The reading of a claim about growth: what it says of the other symbols."""

    def apart(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        return tuple(fact for fact in facts if claim.symbol not in fact.free())

    known, symbol = found.known, claim.symbol
    return replace(
        found,
        goal=claim.enough().goal,
        given=claim.given,
        known=Known(apart(known.facts), apart(known.witness), known.whole - {symbol}),
        integers=tuple(term for term in found.integers if symbol not in free(term)),
        bound=frozenset(),
        growth=claim,
    )


def _unique(*items: T) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


def _syntax(text: str) -> str:
    """LaTeX is told by a backslash, a ^ or a lone = that is not that of = O( )."""
    text = ORDER_OF.sub("", text)
    alone = "=" in text.replace("==", "").replace("!=", "").replace("<=", "").replace(">=", "")
    return "latex" if alone or any(sign in text for sign in LATEX_SIGNS) else "plain"


def _claim(query: Query, syntax: str, symbols: Collection[str]) -> Relation:
    if query.claim:
        if syntax == "plain":
            return plain.claim(query.claim, "claim", symbols)
        grows = split_growth(query.claim, symbols)
        if grows:
            name, *texts = grows
            return Relation(name, *(_latex_term(text, "claim", symbols) for text in texts))
        found = _latex_relations(query.claim, "claim", symbols)
        if len(found) > 1:
            raise InputError("a claim has one relation; check the parts one by one", "claim", 1, 1)
        return found[0]
    if query.relation not in RELATIONS:
        if not (query.lhs or query.relation or query.rhs):
            raise InputError("claim: it is empty")
        raise InputError(f"relation: {query.relation!r} is none of {' '.join(RELATIONS)}")
    sides = ((query.lhs, "lhs"), (query.rhs, "rhs"))
    if syntax == "plain":
        return Relation(RELATIONS[query.relation], *(plain.expression(t, where, symbols) for t, where in sides))
    return Relation(RELATIONS[query.relation], *(_latex_term(t, where, symbols) for t, where in sides))


def _approach(query: Query, relation: Relation, symbols: Collection[str]) -> Approach | None:
    """Where the growth of both sides is compared, which must be said of a relation between growths, and of no other."""
    if relation.name in GROWTH:
        if not query.approach:
            raise InputError(f"as: {relation.name} needs what a symbol approaches, such as 'x -> oo'")
        return approach_of(query.approach, "as", symbols)
    if query.approach:
        raise InputError(f"as: what a symbol approaches means nothing for {query.relation or 'this relation'}")
    return None


def _given(
    query: Query, syntax: str, symbols: Collection[str], printed: Collection[str], text: str, where: str
) -> list[Relation]:
    """What is given beside a claim in which the names ``printed`` stand; a letter means the same in both syntaxes."""
    if syntax != "plain" and not (query.syntax == "auto" and any(sign in text for sign in PLAIN_SIGNS)):
        return _latex_relations(text, where, symbols)
    found = plain.conditions(text, where, symbols)
    same = partial(as_in_latex, where=where, declared=symbols, printed=printed)
    return found if syntax == "plain" else [Relation(r.name, same(r.left), same(r.right)) for r in found]


def _latex_relations(text: str, where: str, symbols: Collection[str]) -> list[Relation]:
    formula = parse_loose(text, where, symbols)
    if any(c != "and" for c in formula.connectives) or not all(p.relations for p in formula.parts):
        raise InputError("expected relations between numbers", where, 1, 1)
    found = []
    for part in formula.parts:
        for name, left, right in chain_links(part):
            first, second = (_meant(side, where, symbols) for side in (left, right))
            printed = right.args[0] if right.head == "neg" else right
            if name == "approx" and printed.head in ("decimal", "num"):
                half = Fraction(1, 2 * 10 ** places(printed))
                name, first, second = "le", Term("abs", (sub(first, second),)), num(half)
            if name not in (*PLAIN, *FLIPPED) or name == "def":
                raise InputError(f"{name} is no relation that can be checked", where, 1, 1)
            found.append(Relation(name, first, second))
    return found


def _latex_term(text: str, where: str, symbols: Collection[str]) -> Term:
    formula = parse_loose(text, where, symbols)
    try:
        return _meant(formula.term(), where, symbols)
    except ValueError:
        raise InputError("expected one expression without a relation", where, 1, 1) from None


def _meant(surface: Term, where: str, symbols: Collection[str]) -> Term:
    try:
        return with_constants(Meaning().term(surface), symbols)
    except InputError as error:
        raise InputError(error.message, where, 1, 1) from None


def _fact(relation: Relation) -> Fact:
    if relation.name in FLIPPED:
        return Fact(FLIPPED[relation.name], relation.right, relation.left)
    return Fact(relation.name, relation.left, relation.right)


def _shown(relation: Relation, conditions: list[Relation], symbols: Mapping[str, str], grows: Growth | None) -> str:
    """The claim, what is given, and what the symbols are, in the plain syntax."""

    def show(r: Relation) -> str:
        return relation_text(r.name, r.left, r.right)

    text = show(relation)
    text += f" as {approach_text(grows)}" if grows else ""
    if conditions:
        text += "  given  " + ", ".join(map(show, conditions))
    if symbols:
        text += "  where  " + ", ".join(f"{name} is {words}" for name, words in symbols.items())
    return text


TEXTS = ("claim", "lhs", "relation", "rhs", "syntax", "as")
REMARKS = frozenset(
    (
        "id", "name", "title", "source", "reference", "comment", "note", "expected", "verdict",
        "class", "category", "kind", "tags", "truth", "counterexample",
    )
)  # fmt: skip
"""Keys that say nothing about the claim."""


def query_from_json(data: Any) -> Query:
    """The query in a JSON object; a key that is not known is an error, since it could be an assumption."""
    if not isinstance(data, dict):
        raise InputError("expected a JSON object")
    unknown = data.keys() - {*TEXTS, "given", "symbols"} - REMARKS
    if unknown:
        raise InputError(f"unknown key {min(unknown)!r}; there are {', '.join((*TEXTS, 'given', 'symbols'))}")
    texts = {key: _text(data[key], key) for key in TEXTS if key in data}
    given, symbols = data.get("given", []), data.get("symbols", {})
    if not isinstance(given, list) or not isinstance(symbols, dict):
        raise InputError("given is a list of relations, symbols an object from names to words")
    if texts.get("syntax", "plain") not in SYNTAXES:
        raise InputError(f"syntax: {texts['syntax']!r} is none of {', '.join(SYNTAXES)}")
    if ("claim" in texts) == bool(texts.keys() & {"lhs", "relation", "rhs"}):
        raise InputError("expected lhs, relation and rhs, or a claim")
    return Query(
        **{("approach" if key == "as" else key): text for key, text in {"syntax": "plain", **texts}.items()},
        given=tuple(_text(text, f"given[{i}]") for i, text in enumerate(given)),
        symbols={name: _text(words, f"symbols: {name}") for name, words in symbols.items()},
    )


def _text(value: Any, where: str) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError(f"{where}: expected a text")
    return str(value)
