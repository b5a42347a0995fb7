"""Single edits of a printed formula: planted errors for testing, candidates for what a wrong line should have said.

An edit changes one place of one formula: a sign, an exponent, a factor, a symbol, a digit, an end of an integral, the
direction of a relation; or two symbols are exchanged throughout.  Every kind is one function in ``KINDS``; nothing
else in the program edits formulas.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from symcheck.kernel.facts import rational
from symcheck.kernel.term import ONE, ZERO, Term, add, map_args, mul, neg, num, power, sym, walk
from symcheck.latex.tree import Chain, Formula, decimal

TURNED = {"lt": "gt", "gt": "lt", "le": "ge", "ge": "le"}
Edit = tuple[str, Term]


def _sign(term: Term, _symbols: tuple[str, ...]) -> Iterator[Edit]:
    """One summand with the other sign, a negative term without its sign."""
    if term.head == "add":
        for place, part in enumerate(term.args):
            turned = part.args[0] if part.head == "neg" else neg(part)
            yield "sign of a summand", add(*term.args[:place], turned, *term.args[place + 1 :])
    if term.head == "neg":
        yield "dropped minus sign", term.args[0]


def _exponent(term: Term, _symbols: tuple[str, ...]) -> Iterator[Edit]:
    """An exponent with the other sign, or one off."""
    if term.head == "pow":
        base, exponent = term.args
        turned = exponent.args[0] if exponent.head == "neg" else neg(exponent)
        yield "sign of an exponent", power(base, turned)
        for word, step in (("higher", 1), ("lower", -1)):
            shifted = _shifted(exponent, step)
            if shifted != ZERO:
                yield f"exponent one {word}", power(base, shifted) if shifted != ONE else base


def _shifted(exponent: Term, step: int) -> Term:
    """The exponent and a whole number, added to a whole number that it is or ends in."""
    value = rational(exponent)
    if value is not None and value.denominator == 1:
        return _integer(int(value) + step)
    last = rational(exponent.args[-1]) if exponent.head == "add" else None
    if last is None or last.denominator != 1:
        return add(*(exponent.args if exponent.head == "add" else (exponent,)), _integer(step))
    rest = exponent.args[:-1]
    return add(*rest, _integer(int(last) + step)) if last + step else add(*rest)


def _integer(value: int) -> Term:
    """A whole number as it is printed."""
    return num(value) if value >= 0 else neg(num(-value))


def _factor(term: Term, _symbols: tuple[str, ...]) -> Iterator[Edit]:
    """A product without one of its factors, a quotient without its denominator, twice a summand."""
    if term.head == "mul":
        for place in range(len(term.args)):
            yield "dropped factor", mul(*term.args[:place], *term.args[place + 1 :])
    if term.head == "add":
        for place, part in enumerate(term.args):
            yield "missing factor 2", add(*term.args[:place], _twice(part), *term.args[place + 1 :])
        for place in range(len(term.args)):
            yield "dropped summand", add(*term.args[:place], *term.args[place + 1 :])
    if term.head == "div" and not _has_differential(term):
        yield "dropped denominator", term.args[0]


def _twice(term: Term) -> Term:
    """Twice a term, as it is printed."""
    if term.head == "neg":
        return neg(_twice(term.args[0]))
    if term.head == "num":
        return num(2 * term.value)
    first, *rest = _factors(term)
    return mul(num(2 * first.value), *rest) if first.head == "num" else mul(num(2), first, *rest)


def _quotient(term: Term, _symbols: tuple[str, ...]) -> Iterator[Edit]:
    """A quotient turned over, or as a product; a factor as a divisor."""
    if term.head == "div" and not _has_differential(term):
        top, bottom = term.args
        yield "inverted quotient", Term("div", (bottom, top))
        yield "product for a quotient", mul(*(f for side in term.args for f in _factors(side) if f != ONE))
    if term.head == "mul" and not _has_differential(term):
        for place, part in enumerate(term.args):
            yield "quotient for a product", Term("div", (mul(*term.args[:place], *term.args[place + 1 :]), part))


def _has_differential(term: Term) -> bool:
    return "differential" in {t.head for t in walk(term)}


def _factors(term: Term) -> tuple[Term, ...]:
    return term.args if term.head == "mul" else (term,)


def _symbol(term: Term, symbols: tuple[str, ...]) -> Iterator[Edit]:
    """Another symbol of the same formula."""
    if term.head == "sym":
        for other in symbols:
            if other != term.name:
                yield f"{other} for {term.name}", sym(other)


def _digit(term: Term, _symbols: tuple[str, ...]) -> Iterator[Edit]:
    """A number one off, a printed decimal with its last digit changed."""
    if term.head == "num":
        yield "number one higher", num(term.value + 1)
        if term.value >= 1:
            yield "number one lower", num(term.value - 1)
    if term.head == "decimal":
        for change in (1, -1):
            last = (int(term.name[-1]) + change) % 10
            yield "last digit", decimal(f"{term.name[:-1]}{last}")
        first = next((i for i, c in enumerate(term.name) if c in "12345678"), None)
        if first is not None:
            raised = str(int(term.name[first]) + 1)
            yield "first digit", decimal(f"{term.name[:first]}{raised}{term.name[first + 1 :]}")


def _limit(term: Term, _symbols: tuple[str, ...]) -> Iterator[Edit]:
    """Another end of an integral or a bracket; its ends exchanged."""
    if term.head in ("integral", "bracket"):
        body, low, high = term.args
        for end in (ZERO, ONE, num(2)):
            if end != low:
                yield "lower limit", Term(term.head, (body, end, high), term.name)
        yield "limits exchanged", Term(term.head, (body, high, low), term.name)


def _choice(term: Term, _symbols: tuple[str, ...]) -> Iterator[Edit]:
    """A maximum for a minimum and the other way round."""
    if term.head in ("min", "max"):
        yield "max for min", Term("max" if term.head == "min" else "min", term.args)


def _calculus(term: Term, _symbols: tuple[str, ...]) -> Iterator[Edit]:
    """A derivative more or less, functions composed the other way round."""
    if term.head == "prime":
        yield "second derivative", replace(term, name=str(int(term.name) + 1))
        yield "dropped prime", term.args[0]
    if term.head == "composite":
        yield "composed the other way", replace(term, name=" ".join(term.name.split()[::-1]))


def _whole(term: Term, _symbols: tuple[str, ...]) -> Iterator[Edit]:
    """All of it with the other sign, twice or half of it."""
    if term.head in ("tuple", "add", "num", "decimal"):
        return
    if term.head != "neg":
        yield "sign of the whole", neg(term)
    if not _has_differential(term):
        yield "twice the whole", _twice(term)
        yield "half of the whole", Term("div", (term, num(2)))


def _exchange(term: Term, symbols: tuple[str, ...]) -> Iterator[Edit]:
    """Two symbols that take each other's place throughout."""
    present = [n for n in symbols if n in {t.name for t in walk(term) if t.head == "sym"}]
    for first, second in combinations(present, 2):
        yield f"{first} and {second} exchanged", _renamed(term, {first: second, second: first})


def _renamed(term: Term, names: Mapping[str, str]) -> Term:
    if term.head == "sym":
        return sym(names.get(term.name, term.name))
    return map_args(term, lambda part: _renamed(part, names))


Kind = Callable[[Term, tuple[str, ...]], Iterator[Edit]]
KINDS: dict[str, Kind] = {
    "limit": _limit,
    "digit": _digit,
    "sign": _sign,
    "exponent": _exponent,
    "factor": _factor,
    "quotient": _quotient,
    "symbol": _symbol,
    "choice": _choice,
    "calculus": _calculus,
    "whole": _whole,
    "exchange": _exchange,
}
WHOLE = frozenset({"whole", "exchange"})
"""Kinds that change a side of a relation as a whole; the others change one place in it."""
BINDING = frozenset({"integral", "maxover", "bracket", "partial", "argmax"})


def term_edits(term: Term, kinds: Iterable[str] = KINDS, symbols: tuple[str, ...] | None = None) -> Iterator[Edit]:
    """Every term that differs from ``term`` by one edit, with what was changed."""
    names = symbols if symbols is not None else free_names([term])
    for kind in kinds:
        yield from KINDS[kind](term, names) if kind in WHOLE else _everywhere(term, KINDS[kind], names)


def _everywhere(term: Term, kind: Kind, names: tuple[str, ...]) -> Iterator[Edit]:
    yield from kind(term, names)
    for place, part in enumerate(term.args):
        for what, changed in _everywhere(part, kind, names):
            yield what, replace(term, args=(*term.args[:place], changed, *term.args[place + 1 :]))


def formula_edits(
    formula: Formula, kinds: Iterable[str] = KINDS, first: int = 1, symbols: Iterable[str] = ()
) -> Iterator[tuple[str, Formula]]:
    """Every formula that differs by one edit of one term, or by one relation turned round.

    In each chain the terms before number ``first`` are left alone: what is defined stands there.  ``symbols`` may stand
    in for others beside those of the formula.
    """
    names = tuple(dict.fromkeys((*free_names(formula.terms()), *symbols)))
    for number, part in enumerate(formula.parts):
        lone = not part.relations

        def put(chain: Chain, at: int = number) -> Formula:
            return Formula((*formula.parts[:at], chain, *formula.parts[at + 1 :]), formula.connectives)

        for place, term in enumerate(part.terms):
            if place < first and not lone:
                continue
            for what, changed in term_edits(term, kinds, names):
                terms = (*part.terms[:place], changed, *part.terms[place + 1 :])
                yield what, put(Chain(terms, part.relations))
        for place, relation in enumerate(part.relations):
            if relation in TURNED:
                turned = (*part.relations[:place], TURNED[relation], *part.relations[place + 1 :])
                yield "relation turned round", put(Chain(part.terms, turned))


def free_names(terms: Iterable[Term]) -> tuple[str, ...]:
    """The symbols of some terms that no binder binds, in alphabetical order."""
    nodes = [t for term in terms for t in walk(term)]
    bound = {t.name for t in nodes if t.head in BINDING}
    return tuple(sorted({t.name for t in nodes if t.head == "sym"} - bound))
