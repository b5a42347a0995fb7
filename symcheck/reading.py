r"""A paper, read: its entries, parsed formulas and claims, and what claims refer to in each other.

A reference is a label (``eq:profit``), the relation between the ends of its last chain (``eq:bound@-1``), the part
under a named brace (``eq:sum#T_{1}``), or an expression under a name of ours (``\mu names eq:factor``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from symcheck.claim import Claim, Paper, Scope
from symcheck.elaborate import CONSTANTS, Meaning, chain_links, defines, meaning_of
from symcheck.errors import InputError
from symcheck.kernel.term import Term, sym, walk
from symcheck.latex.notation import Notation
from symcheck.latex.parser import parse
from symcheck.latex.tree import Chain, Formula
from symcheck.paper import Entry, read_paper

LABELS = ("eq:", "text:")
NAMING = " names "
ROLES = ("definition", "premise")
STATUSES = ("assumption", "informal")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Reference:
    """A text that refers to a label; ``ends`` and ``part`` say which piece of its formula is meant."""

    label: str
    ends: bool = False
    part: str = ""
    name: str = ""

    @property
    def states(self) -> bool:
        """Whether what is referred to is a relation, not only an expression."""
        return not self.part and not self.name


def reference(text: str) -> Reference | None:
    """The reference that a text is, or None."""
    name, naming, rest = text.partition(NAMING)
    label = rest if naming else text
    if not label.startswith(LABELS):
        return None
    label, _, part = label.partition("#")
    label, _, ends = label.partition("@")
    if ends not in ("", "-1"):
        raise InputError(f"{text!r}: only @-1 can follow a label")
    return Reference(label, bool(ends), part, name if naming else "")


def located(method: Callable[..., Result]) -> Callable[..., Result]:
    """Errors without a place get that of the claim whose label is the method's first argument."""

    @wraps(method)
    def wrapper(self: Reading, label: str, *args: Any, **options: Any) -> Result:
        try:
            return method(self, label, *args, **options)
        except InputError as error:
            if error.file:
                raise
            claim = self.claims[label]
            raise InputError(f"{label}: {error.message}", claim.source, claim.line) from None

    return wrapper


class Reading:
    """Entries, claims by label, parsed formulas, and the meaning of names where a claim stands."""

    def __init__(self, paper: Paper, edits: Mapping[str, Formula] | None = None) -> None:
        """``edits`` replace printed formulas, to see whether a planted error is noticed."""
        self.paper = paper
        self.file = paper.folder / "paper.tex"
        self.entries: Mapping[str, Entry] = read_paper(self.file)
        self.claims: dict[str, Claim] = {}
        self.scopes: dict[str, Scope] = {}
        self._edits = dict(edits or {})
        self._formulas: dict[str, Formula] = {}
        self._parsed: dict[tuple[str, int], Formula] = {}
        self._meanings: dict[tuple[tuple[str, ...], tuple[str, ...], int], Meaning] = {}
        for section in paper.sections:
            for claim in section.claims:
                self._add(claim, section.scope)
        for label in self.claims:
            self._check(label)
        for label in self.claims:
            self._check_order(label, ())

    def _add(self, claim: Claim, scope: Scope) -> None:
        if claim.label not in self.entries:
            raise InputError(f"no formula with the label {claim.label} in {self.file.name}", claim.source, claim.line)
        slug = claim.label.partition(":")[2]
        if any(slug == other.partition(":")[2] for other in self.claims):
            raise InputError(f"a second claim about {slug}", claim.source, claim.line)
        self.claims[claim.label] = claim
        self.scopes[claim.label] = scope.extend(define=claim.define)

    def _check(self, label: str) -> None:
        """What an author may get wrong in a claim without its formula being wrong."""
        claim = self.claims[label]
        formula = self.formula(label)
        problem = next((f"{o} is no claim" for o in self.rests_on(label) if o not in self.claims), "")
        problem = problem or _misplaced(formula, claim.roles)
        states = claim.says or claim.denies or (formula and any(part.relations for part in formula.parts))
        if claim.status:
            fine = claim.status in STATUSES and not states and (claim.status == "assumption" or claim.note)
            problem = problem or (
                "" if fine else f"a status is one of {', '.join(STATUSES)}, of a claim that states nothing"
            )
        elif not states:
            problem = "nothing is stated: there is no relation, and `says` is empty"
        if any(map(reference, (*claim.says, *claim.denies))):
            problem = "`says` holds formulas, not labels"
        if problem:
            raise InputError(f"{label}: {problem}", claim.source, claim.line)

    def _check_order(self, label: str, above: tuple[str, ...]) -> None:
        if label in above:
            circle = " -> ".join((*above[above.index(label) :], label))
            claim = self.claims[label]
            raise InputError(f"{label} rests on itself: {circle}", claim.source, claim.line)
        for other in self.relied_on(label):
            self._check_order(other, (*above, label))

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

    # -- references ---------------------------------------------------------------------------------------------

    def _supposed(self, label: str) -> tuple[str, ...]:
        """What is written as assumed for a claim: of its section, its own, and for its bounds."""
        claim = self.claims[label]
        bounds = [text for bound in claim.bounds.values() for text in (*bound.start, *bound.given)]
        return (*self.scopes[label].given, *claim.given, *claim.unless, *bounds)

    def _references(self, label: str, idle: Collection[str] = ()) -> list[Reference]:
        """What the claim refers to, but for definitions that are idle."""
        claim = self.claims[label]
        define = (text for text in self.scopes[label].define if text not in idle)
        texts = (*define, *self._supposed(label), claim.by, *claim.uses)
        return [found for found in map(reference, texts) if found]

    @located
    def rests_on(self, label: str) -> list[str]:
        """The labels whose formulas define something for this claim, are assumed by it, or are cited."""
        return [other for other in dict.fromkeys(r.label for r in self._references(label)) if other != label]

    @located
    def needs(self, label: str, names: Collection[str]) -> set[str]:
        """The same, but for definitions of other names than these."""
        idle = [text for text in self.scopes[label].define if self._definition(label, text)[0].name not in names]
        return {found.label for found in self._references(label, idle)} - {label}

    def relied_on(self, label: str) -> list[str]:
        """The labels of which a claim takes for true more than a definition."""
        defining = [r for r in map(reference, self.scopes[label].define) if r and not self._only_defines(r)]
        assumed = [r for r in map(reference, (*self._supposed(label), *self.claims[label].uses)) if r]
        return list(dict.fromkeys(r.label for r in defining + assumed if r.states))

    def _only_defines(self, found: Reference) -> bool:
        role = self.claims[found.label].roles.get(0) if found.label in self.claims else None
        return not found.states or (role in ROLES and not found.ends)

    def _referred(self, found: Reference) -> Formula:
        formula = self.formula(found.label) if found.label in self.claims else None
        if formula is None:
            raise InputError(f"{found.label} is no formula with a claim")
        return formula

    @located
    def parse(self, label: str, text: str) -> Formula:
        """A formula that the author of the claim wrote, or what a reference refers to: a label's last part."""
        found = reference(text)
        if found is None:
            return self._read(text, self.scopes[label].notation)
        formula = self._referred(found)
        last = formula.parts[-1]
        premises = self._premises(found.label) if set(formula.connectives) & {"implies", "iff"} else ()
        parts = (*premises, _ends(last) if found.ends else last)
        return Formula(parts, ("and",) * len(premises))

    def _read(self, text: str, notation: Notation) -> Formula:
        """A formula that an author wrote, read once for each notation."""
        key = (text, id(notation))
        if key not in self._parsed:
            try:
                self._parsed[key] = parse(text, notation)
            except InputError as error:
                raise InputError(f"in {text!r}: {error}") from None
        return self._parsed[key]

    def _premises(self, label: str) -> tuple[Chain, ...]:
        """The premises of an implication: who assumes what follows assumes them too."""
        formula, roles = self._referred(Reference(label)), self.claims[label].roles
        links = [Chain((left, right), (rel,)) for part in formula.parts for rel, left, right in chain_links(part)]
        return tuple(links[number] for number, role in sorted(roles.items()) if role == "premise")

    @located
    def meaning(self, label: str) -> Meaning:
        """What names mean where the claim stands."""
        scope = self.scopes[label]
        key = (scope.define, scope.varying, id(scope.notation))
        if key not in self._meanings:
            self._meanings[key] = self._meaning(label, scope)
        return self._meanings[key]

    def _meaning(self, label: str, scope: Scope) -> Meaning:
        constants = [s.name for s in scope.notation.symbols if s.domain == "constant"]
        if unknown := set(constants) - CONSTANTS.keys():
            raise InputError(f"no constant is named {', '.join(sorted(unknown))}")
        pairs = [(sym(name), CONSTANTS[name]) for name in constants]
        return meaning_of([*pairs, *(self._definition(label, text) for text in scope.define)], scope.varying)

    def _definition(self, label: str, text: str) -> tuple[Term, Term]:
        found, notation = reference(text), self.scopes[label].notation
        if found and found.name:
            return expression(parse(found.name, notation)), expression(self._referred(found))
        if found and found.part:
            return self._named_part(found, notation)
        chain = (self._referred(found) if found else self.parse(label, text)).parts[0]
        if found and found.ends:
            chain = _ends(chain)
        if not chain.relations or chain.relations[0] not in ("eq", "def"):
            raise InputError(f"{text!r} is no equation, and defines nothing")
        return chain.terms[0], chain.terms[1]

    def _named_part(self, found: Reference, notation: Any) -> tuple[Term, Term]:
        """A symbol such as T_1 and the part of a formula under whose brace it stands."""
        symbol = expression(parse(found.part, notation))
        for whole in self._referred(found).terms():
            for term in walk(whole):
                if term.head == "label" and expression(parse(term.name, notation)) == symbol:
                    return symbol, term.args[0]
        raise InputError(f"no part of {found.label} is named {found.part}")

    def symbols(self, label: str) -> tuple[str, ...]:
        """The symbols that the standing assumptions of a claim speak of."""
        parsed = [self.parse(label, g) for g in self.scopes[label].given if not g.startswith("every ")]
        return tuple(sorted({t.name for f in parsed for s in f.terms() for t in walk(s) if t.head == "sym"}))


def above(labels: Iterable[str], below: Mapping[str, Collection[str]]) -> set[str]:
    """The claims that have one of the labels below them, at any depth; ``below`` says what is directly below each."""
    start = set(labels)
    found: set[str] = set()
    while more := {o for o, lower in below.items() if o not in found and not (start | found).isdisjoint(lower)}:
        found |= more
    return found


def _misplaced(formula: Formula | None, roles: Mapping[int, str]) -> str:
    """What is wrong with the roles that a claim gives to links of its formula; empty if nothing is."""
    parts = formula.parts if formula else ()
    starts = [sum(len(chain_links(p)) for p in parts[:i]) for i in range(len(parts) + 1)]
    if any(role not in ROLES or number not in range(starts[-1]) for number, role in roles.items()):
        return f"roles are {' or '.join(ROLES)}, of links 0 to {starts[-1] - 1}"
    for number in (n for n, role in roles.items() if role == "definition"):
        if number not in starts[:-1] or not defines(chain_links(parts[starts.index(number)])[0]):
            return (
                f"link {number} can't be a definition: only the first of a chain, of a symbol or a function of symbols"
            )
    turns = [i + 1 for i, c in enumerate(formula.connectives if formula else ()) if c in ("implies", "iff")]
    premises = [n for n, role in roles.items() if role == "premise"]
    if turns and not any(n < starts[turns[0]] for n in premises):
        return "say by the role premise what is assumed before the first implication"
    if turns and any(n >= starts[turns[0]] for n in premises):
        return "nothing after an implication can be a premise"
    return ""


def expression(formula: Formula) -> Term:
    """The term of a formula that is no relation."""
    if len(formula.parts) != 1 or formula.parts[0].relations:
        raise InputError("a relation stands where an expression is needed")
    return formula.term()


def _ends(chain: Chain) -> Chain:
    """The relation between the first and the last term that a chain of =, <= and < states."""
    kinds = set(chain.relations)
    if not kinds or not kinds <= {"eq", "le", "lt"}:
        raise InputError(f"a chain of {', '.join(sorted(kinds)) or 'no relations'} says nothing of its ends")
    return Chain((chain.terms[0], chain.terms[-1]), ("lt" if "lt" in kinds else "le" if "le" in kinds else "eq",))
