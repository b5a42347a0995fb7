"""The nearest true statement: the most plausible single edit of a refuted relation that the kernel accepts a proof of.

A premise of the sentence turned round, the relation turned round, and then slips of the pen, before changes of
substance; an edit after which the relation says nothing, such as 0 = 0, is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain, islice
from typing import Any

from symcheck.edits import TURNED, free_names, term_edits
from symcheck.elaborate import Meaning, chain_links
from symcheck.engine import PROOF, Engine, Suggestion, Verdict
from symcheck.errors import InputError
from symcheck.kernel.facts import Fact, fact_from_json, fact_to_json
from symcheck.kernel.statement import Statement, statement_from_json
from symcheck.kernel.term import ONE, ZERO, Reject, Term, add, map_args, mul, neg, num
from symcheck.latex.notation import Notation
from symcheck.latex.tree import Chain, Formula, decimal, places
from symcheck.obligations import Book, Obligation
from symcheck.outcomes import refutations
from symcheck.reading import reference
from symcheck.screen import Place, counterexample, place_of, proves, timed
from symcheck.screen import places as places_inside

CODE = ("screen.py", "suggest.py")
MOST, PROOFS, FEW = 600, 8, 3
"""How many edits of a claim are looked at, and how many of those that pass the tests are tried to be proved; the latter
under quantified assumptions, where nothing is tested."""
SAMPLE, CLOSER = 40, 100
"""How many points are tried: with all edits, and with one that passes at those."""
LIMIT = 10.0
"""Seconds for one proof."""
ORDER = (
    "limit", "sign", "quotient", "exponent", "symbol", "whole", "exchange", "choice", "calculus", "factor", "digit",
)  # fmt: skip
"""Slips of the pen before changes of substance."""
IDLE = {"add": ZERO, "mul": ONE}
BOUND_ORDER = ("limit", "quotient", "exponent", "choice", "calculus")
"""Of an inequality that is printed: with other symbols or numbers one holds all too often."""
LOOSER, LOOSE = {"lt": "le", "gt": "ge"}, "both sides may be equal"
EQUAL = ("eq", "both sides are equal")
RELATIONS = {
    relation: ((turned, "the other way round"), EQUAL, *([(LOOSER[relation], LOOSE)] if relation in LOOSER else []))
    for relation, turned in TURNED.items()
}
"""What may be so instead of an inequality, and how it is called."""
NOT_ZERO = (("gt", "positive"), ("lt", "negative"), ("ge", "not negative"), ("le", "not positive"))
"""What may be so instead of an equation with 0."""


@dataclass(frozen=True)
class _Edit:
    """What an edit makes of a refuted relation: the relation, what is assumed, and both as they are shown."""

    what: str
    owed: Obligation
    relation: Chain
    assumed: tuple[Formula, ...]
    formula: Formula

    @property
    def reworded(self) -> bool:
        """Whether both sides are as printed."""
        return self.relation.terms == self.owed.shown.terms

    def variants(self, book: Book) -> list[Obligation]:
        """What is owed after the edit."""
        return book.variant(replace(self.owed, assumed=self.assumed), self.relation)


# -- which edits there are --------------------------------------------------------------------------------------------


def edits(book: Book, refuted: Verdict) -> Iterator[_Edit]:
    """Single edits of a refuted relation, the most plausible first."""
    owed = refuted.obligation
    seen = {(owed.assumed, owed.shown)}
    for found in chain(_recomputed(refuted), _turned_premises(book, owed), _reworded(book, owed)):
        if (found.assumed, found.relation) not in seen and len(set(found.relation.terms)) > 1:
            seen.add((found.assumed, found.relation))
            yield found


def _recomputed(refuted: Verdict) -> Iterator[_Edit]:
    owed = refuted.obligation
    left, right = owed.shown.terms
    if owed.shown.relations == ("approx",):
        printed = right.args[0] if right.head in ("neg", "pow") else right
        digits = recomputed(owed.statement, place_of(refuted.certificate), printed)
        if digits is not None:
            number = Term("pow", (digits, right.args[1])) if right.head == "pow" else digits
            yield _edit("computed anew, rounded to the same digit", owed, Chain((left, number), ("approx",)))


def _edit(what: str, owed: Obligation, relation: Chain) -> _Edit:
    return _Edit(what, owed, relation, owed.assumed, Formula((relation,)))


def _turned_premises(book: Book, owed: Obligation) -> Iterator[_Edit]:
    """What the sentence itself assumes, turned round: premises of an implication, and assumptions for this claim."""
    claim, scope = book.claims[owed.label], book.scopes[owed.label]
    others = [g for g in (*scope.given, *claim.given) if g in scope.given or reference(g)]
    fixed = {book.parse(owed.label, g) for g in others if not g.startswith("every ")}
    for place, formula in enumerate(owed.assumed):
        relations = [r for part in formula.parts for r in part.relations]
        if formula in fixed or len(relations) != 1 or relations[0] not in TURNED or owed.role == "derived":
            continue
        turned = Chain(formula.parts[0].terms, (TURNED[relations[0]],))
        assumed = (*owed.assumed[:place], Formula((turned,)), *owed.assumed[place + 1 :])
        shown = Formula((turned, owed.shown), ("implies",))
        yield _Edit("the condition the other way round", owed, owed.shown, assumed, shown)


def _reworded(book: Book, owed: Obligation) -> Iterator[_Edit]:
    """Another relation, then edits of the sides by kind, those of the right side first."""
    ((relation,), (left, right)) = owed.shown.relations, owed.shown.terms
    others = NOT_ZERO if relation == "eq" and right == ZERO else ()
    for other, what in RELATIONS.get(relation, others):
        yield _edit(what, owed, Chain((left, right), (other,)))
    symbols = _symbols(book.scopes[owed.label].notation, owed.statement, (left, right))
    fixed = owed.role == "derived" or left.head in ("sym", "call", "num", "tuple")
    kinds = ORDER if relation not in RELATIONS else BOUND_ORDER if owed.role == "link" else ()
    for kind in kinds:
        for what, changed in term_edits(right, [kind], symbols):
            yield _edit(f"one edit away: {what}", owed, Chain((left, changed), (relation,)))
        for what, changed in () if fixed else term_edits(left, [kind], symbols):
            yield _edit(f"one edit away: {what}", owed, Chain((changed, right), (relation,)))


def _symbols(notation: Notation, statement: Statement, sides: tuple[Term, ...]) -> tuple[str, ...]:
    """The symbols of a relation, and those assumed that differ from one of them in what is attached to the letter."""
    names = free_names(sides)
    bases = {s.key.base for name in names if (s := notation.symbol(name)) is not None}
    assumed = {name for fact in statement.unfolded().given for name in fact.free()} - {*names}
    return (*names, *(s.name for s in notation.symbols if s.key.base in bases and s.name in assumed))


def recomputed(statement: Statement, place: Place, printed: Term) -> Term | None:
    """The value at a point of the term without half a unit in a rounding statement, with as many digits as printed."""
    goal, digits = statement.unfolded().goal, places(printed)
    value = place.value(goal.right if goal.left.head == "add" else goal.left)
    if value is None:
        return None
    scaled = round(value * 10**digits)
    text = str(abs(scaled)).rjust(digits + (not printed.name.startswith(".")), "0")
    number = decimal(f"{text[:-digits]}.{text[-digits:]}") if digits else num(abs(scaled))
    return neg(number) if scaled < 0 else number


# -- the search, in a worker ------------------------------------------------------------------------------------------


def nearest(task: Mapping[str, Any]) -> dict[str, Any]:
    """The number of the first edit that is proved, as ``chosen``; None if there is none.

    Each of the task's ``edits`` is the number of one of its ``statements``, whose assumptions are taken, the goals, and
    whether the terms are those that are printed.
    """
    return timed(lambda: _search(task))


def _search(task: Mapping[str, Any]) -> int | None:
    bases = [_Base.of(statement_from_json(data)) for data in task["statements"]]
    proofs = 0
    most = FEW if any(base.opened.every for base in bases) else PROOFS
    for number, (base, goals, reworded) in enumerate(task["edits"]):
        changed = [bases[base].put(fact_from_json(goal)) for goal in goals]
        if not all(bases[base].may_hold(statement, reworded) for statement in changed):
            continue
        if all(proves(statement, task, LIMIT) for statement in changed):
            return number
        proofs += 1
        if proofs == most:
            break
    return None


@dataclass(frozen=True)
class _Base:
    """A statement whose goal is replaced, and places inside its assumptions."""

    statement: Statement
    opened: Statement
    inside: list[Place]

    @staticmethod
    def of(statement: Statement) -> _Base:
        opened = statement.unfolded()
        return _Base(statement, opened, list(places_inside(opened, SAMPLE)))

    def put(self, goal: Fact) -> Statement:
        return replace(self.statement, goal=goal)

    def may_hold(self, changed: Statement, reworded: bool) -> bool:
        """Whether an edited statement says something, as with terms as printed, and was not seen to fail."""
        opened = changed.unfolded()
        goal, before = opened.goal, self.opened.goal
        if any(place.denies(goal) for place in self.inside):
            return False
        if not reworded and (self._idle(goal) or _plain(changed.goal.left) == _plain(changed.goal.right)):
            return False
        return bool(reworded or goal.free() or not before.free()) and counterexample(opened, CLOSER) is None

    def _idle(self, goal: Fact) -> bool:
        """Whether it compares 0 with 0, or as an inequality what is equal, or never changes and did before."""
        values = self._values(goal)
        if not values or len(values) < len(self.inside):
            return False
        if goal.rel == "eq":
            return all(u == v == 0 for u, v in values)
        fixed = len(set(values)) == 1 < len(set(self._values(self.opened.goal)))
        return fixed or all(u == v for u, v in values)

    def _values(self, goal: Fact) -> list[tuple[Fraction, Fraction]]:
        """Both sides at the places where they are seen to be defined."""
        values = ((place.value(goal.left), place.value(goal.right)) for place in self.inside)
        return [(u, v) for u, v in values if u is not None and v is not None]


def _plain(term: Term) -> Term:
    """A term without summands 0, factors, divisors and exponents 1."""
    bare = map_args(term, _plain)
    if bare.head in ("add", "mul"):
        return {"add": add, "mul": mul}[bare.head](*(a for a in bare.args if a != IDLE[bare.head]))
    return bare.args[0] if bare.head in ("div", "pow") and bare.args[1] == ONE else bare


# -- what comes of it -------------------------------------------------------------------------------------------------


def suggest(engine: Engine, labels: Sequence[str]) -> None:
    """Look for a correction of each claim that fails."""
    rows = {label: row for label in labels if (row := _candidates(engine, label))}
    results = engine.ask(nearest, [_task(engine, row) for row in rows.values()], CODE, "corrections")
    chosen = {}
    for (label, row), result in zip(rows.items(), results, strict=True):
        match result.get("chosen"):
            case int(number) if 0 <= number < len(row):
                chosen[label] = row[number].edit
    owed = {label: edit.variants(engine.book) for label, edit in chosen.items()}
    verdicts = engine.decide([o for row in owed.values() for o in row], PROOF)
    for label, edit in chosen.items():
        mine = tuple(v for v in verdicts if v.obligation.label == label)
        if mine and all(v.outcome == "proved" for v in mine):
            engine.findings[label].suggestion = Suggestion(edit.what, edit.formula, mine)


@dataclass(frozen=True)
class _Candidate:
    """An edit, with a statement that has its assumptions, and its goals."""

    edit: _Edit
    statement: Statement
    goals: tuple[Fact, ...]


def _task(engine: Engine, row: Sequence[_Candidate]) -> dict[str, Any]:
    """What a worker needs to know."""
    statements = list(dict.fromkeys(c.statement for c in row))
    found = [[statements.index(c.statement), list(map(fact_to_json, c.goals)), c.edit.reworded] for c in row]
    return {
        **engine.task(row[0].edit.owed, PROOF),
        "via": [],
        "statements": [s.to_json() for s in statements],
        "edits": found,
    }


def _candidates(engine: Engine, label: str) -> list[_Candidate]:
    """Edits of what is refuted of a claim."""
    meaning, refuted = engine.book.meaning(label), refutations(engine.findings[label])
    found = islice((e for v in refuted for e in edits(engine.book, v)), MOST)
    return [c for e in found if (c := _candidate(engine.book, e, meaning)) is not None]


def _candidate(book: Book, edit: _Edit, meaning: Meaning) -> _Candidate | None:
    """The candidate, quickly made if no symbol is new; None if the edit makes no sense."""
    before = edit.owed.statement
    try:
        goals = tuple(fact for link in chain_links(edit.relation) for fact in meaning.facts(*link))
        new = [g.map(meaning.opened).free() for g in goals]
    except (InputError, Reject):
        return None
    known = {name for f in (before.goal, *before.given) for name in f.map(meaning.opened).free()}
    if edit.assumed != edit.owed.assumed or not all(names <= known for names in new):
        made = edit.variants(book)
        if not made:
            return None
        before = made[0].statement
    return _Candidate(edit, replace(before, definitions=meaning.definitions), goals)
