"""The units of a whole paper: what fits together, what does not, what a formula fixes, and what could not be checked.

Texts are plain, with formulas between dollar signs; a dollar is written with a backslash before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module

from symcheck.claim import Paper
from symcheck.errors import InputError
from symcheck.kernel.term import Reject, walk
from symcheck.latex.notation import Notation
from symcheck.latex.parser import parse
from symcheck.latex.printer import to_latex
from symcheck.latex.tree import RELATIONS, Formula
from symcheck.paper import INLINE, Entry
from symcheck.reading import Reading
from symcheck.units.agree import Issue
from symcheck.units.check import Checker
from symcheck.units.compare import compared
from symcheck.units.setting import Setting, Unchecked
from symcheck.units.table import Passage, UnitTable
from symcheck.units.unit import prose

OUTCOMES = ("finding", "unchecked", "fixes", "consistent", "silent")
"""From the worst: parts do not fit together; not checked, for a reason; fits only where a free base unit is a pure
number; fits; states no relation between quantities in a formula."""
STATES = (*RELATIONS.values(), r"\in", r"\to", r"\sim", r"\simeq", r"\equiv", r"\leqslant", r"\geqslant")


@dataclass(frozen=True, slots=True)
class UnitVerdict:
    """What was found about one entry of the paper; ``also`` are the labels of others of which the same is so."""

    label: str
    outcome: str
    text: str = ""
    also: tuple[str, ...] = ()


def units_of(paper: Paper) -> UnitTable | None:
    """The table ``UNITS`` of the module that a paper names; None if it names none."""
    if not paper.units:
        return None
    found = getattr(import_module(paper.units), "UNITS", None)
    if not isinstance(found, UnitTable):
        raise InputError(f"{paper.units} has no UnitTable named UNITS")
    return found


def check_units(book: Reading, table: UnitTable) -> list[UnitVerdict]:
    """Verdicts in the paper's order: for each formula of an entry, or one for an entry without any.

    After them come those for comparisons and for letters with several units.
    """
    known = {comparison.label for comparison in table.comparisons}
    if missing := sorted(known - book.entries.keys()):
        raise InputError(f"units are compared at {missing[0]}, which is not in {book.file.name}")
    settings = _Settings(table)
    readers = {label: _Reader(book, entry, settings) for label, entry in book.entries.items()}
    found = [verdict for reader in readers.values() for verdict in reader.verdicts()]
    for comparison in table.comparisons:
        reader = readers[comparison.label]
        found.append(reader.verdict(*compared(comparison, reader.setting(frozenset()))))
    return [*found, *_several(readers.values(), settings)]


def distinct(verdicts: Iterable[UnitVerdict], outcome: str) -> list[UnitVerdict]:
    """The verdicts of one outcome, those that say the same put together under the first."""
    groups: dict[str, list[UnitVerdict]] = {}
    for verdict in verdicts:
        if verdict.outcome == outcome:
            groups.setdefault(verdict.text, []).append(verdict)
    return [replace(first, also=tuple(v.label for v in others)) for first, *others in groups.values()]


class _Settings:
    """The settings of a paper, each made once."""

    def __init__(self, table: UnitTable) -> None:
        self.table = table
        self._made: dict[tuple[int, int, frozenset[str]], Setting] = {}

    def of(self, passage: Passage, notation: Notation, fixed: frozenset[str]) -> Setting:
        """What symbols carry in a passage."""
        key = (self.table.passages.index(passage) if passage in self.table.passages else -1, id(notation), fixed)
        if key not in self._made:
            self._made[key] = Setting(self.table, passage, notation, fixed)
        return self._made[key]


class _Reader:
    """The formulas of one entry, in the notation of its passage."""

    def __init__(self, book: Reading, entry: Entry, settings: _Settings) -> None:
        self.book, self.entry, self.settings = book, entry, settings
        self.passage = settings.table.passage(entry.section, entry.label)
        scope = book.scopes.get(entry.label)
        self.notation = self.passage.notation or (scope.notation if scope else settings.table.notation)
        self.pieces = tuple(self._pieces())

    def setting(self, fixed: frozenset[str]) -> Setting:
        """What symbols carry here."""
        return self.settings.of(self.passage, self.notation, fixed)

    def verdict(self, outcome: str, text: str) -> UnitVerdict:
        """A verdict about the entry."""
        return UnitVerdict(self.entry.label, outcome, text)

    def verdicts(self) -> Iterator[UnitVerdict]:
        """One for each formula; without any, one that says so by its outcome."""
        for piece in self.pieces:
            yield self.verdict(*self._outcome(piece))
        if not self.pieces:
            yield self.verdict("silent", "")

    def mentions(self, name: str) -> bool:
        """Whether a symbol stands in a formula of the entry."""
        formulas = (piece for piece in self.pieces if isinstance(piece, Formula))
        return any(t.head == "sym" and t.name == name for f in formulas for side in f.terms() for t in walk(side))

    def _pieces(self) -> Iterator[Formula | str]:
        """The formulas of the entry.

        In place of what states something and can't be read stand the statements that render the sentence; if there are
        none, why it can't be read.
        """
        entry = self.entry
        if entry.kind == "equation":
            claimed = self.book.scopes.get(entry.label)
            formula = self.book.formula(entry.label) if claimed and claimed.notation is self.notation else None
            yield formula or self._parsed(entry.text, entry.line)
            return
        unread = []
        for match in INLINE.finditer(entry.text):
            line = entry.line + entry.text[: match.start()].count("\n")
            piece = self._parsed(match[1], line)
            if isinstance(piece, Formula):
                yield piece
            elif any(_contains(match[1], sign) for sign in STATES):
                unread.append(piece)
        claim = self.book.claims.get(entry.label)
        rendered = [self.book.parse(entry.label, text) for text in claim.says] if claim and unread else []
        yield from rendered or unread

    def _parsed(self, text: str, line: int) -> Formula | str:
        try:
            return parse(text, self.notation, file=self.book.file.name, line=line)
        except InputError as error:
            return str(error)

    def _outcome(self, piece: Formula | str) -> tuple[str, str]:
        if isinstance(piece, str):
            return "unchecked", piece
        try:
            free = self._checked(piece, frozenset())
            if not free.issues:
                related = any(part.relations for part in piece.parts)
                return "consistent" if related else "silent", "; ".join(dict.fromkeys(free.hidden))
            strict = self._checked(piece, frozenset(self.settings.table.free))
        except (Unchecked, Reject) as reason:
            return "unchecked", str(reason)
        if strict.issues:
            return "finding", " ".join(dict.fromkeys(map(self._text, strict.issues)))
        fixed = " and ".join(self.settings.table.free)
        return "fixes", f"Consistent only where {fixed} is a pure number. {self._text(free.issues[0])}"

    def _checked(self, piece: Formula, fixed: frozenset[str]) -> Checker:
        checker = Checker(self.setting(fixed))
        checker.formula(piece)
        return checker

    def _text(self, issue: Issue) -> str:
        groups: dict[str, list[str]] = {}
        for term, unit in issue.sides:
            groups.setdefault(unit, []).append(f"${to_latex(term, self.notation)}$")
        said = "; ".join(
            f"{', '.join(terms)} {'carries' if len(terms) == 1 else 'carry'} {unit}" for unit, terms in groups.items()
        )
        return f"{issue.what}: {said}.{f' {issue.hint}.' if issue.hint else ''}"


def _contains(text: str, sign: str) -> bool:
    return re.search(re.escape(sign) + ("(?![A-Za-z])" if sign[-1].isalpha() else ""), text) is not None


def _several(readers: Iterable[_Reader], settings: _Settings) -> Iterator[UnitVerdict]:
    """Letters that carry another unit in a passage than elsewhere, each at the first formula there that has it."""
    table, listed = settings.table, tuple(readers)
    for passage in table.passages:
        for symbol in passage.notation.symbols if passage.notation else ():
            usual = table.notation.symbol(symbol.name)
            here = next((r for r in listed if r.passage is passage and r.mentions(symbol.name)), None)
            if usual and here and usual.unit != symbol.unit:
                one = settings.of(Passage(()), table.notation, frozenset()).symbol(symbol.name)
                other = here.setting(frozenset()).symbol(symbol.name)
                text = f"${symbol.latex}$ ({symbol.meaning}) carries {prose(other)}"
                yield here.verdict("finding", f"{text}; elsewhere ({usual.meaning}) it carries {prose(one)}.")
