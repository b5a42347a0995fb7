"""Terms: the one unevaluated expression tree, its JSON form, substitution.

A term denotes a real number at every assignment of reals to its free symbols.  Where the usual mathematics
leaves it undefined (1/0, log(-1), a missing derivative) it denotes *some* real about which no rule says
anything; whether a claim is defined at all is checked separately (``check.undefined``).

Heads and their arguments:

====================  =====================================================================
``num``               a rational, in ``value``
``sym``               a free or bound real symbol, in ``name``
``add`` ``mul``       two or more terms
``min`` ``max``       two or more terms
``neg`` ``exp`` ``log`` ``abs``   one term (``log`` is natural)
``div`` ``pow``       two terms (``pow`` is the principal real power)
``call``              function ``name`` of one or more terms (0 terms: a named quantity)
``deriv``             derivative in the bound symbol ``name`` of args[0], taken at args[1]
``integral``          integral in the bound symbol ``name`` of args[0] from args[1] to args[2]
``sup``               maximum in the bound symbol ``name`` of args[0] over name >= args[1]
====================  =====================================================================

JSON: ``"3/4"`` is a number, ``"n"`` a symbol, ``["add", t, u]`` a node, and nodes with a name carry it
second: ``["call", "f", t]``, ``["deriv", "x", body, point]``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

ARITY: dict[str, tuple[int, int]] = {
    "add": (2, 10_000), "mul": (2, 10_000), "min": (2, 100), "max": (2, 100),
    "neg": (1, 1), "exp": (1, 1), "log": (1, 1), "abs": (1, 1), "div": (2, 2), "pow": (2, 2),
    "call": (0, 100), "deriv": (2, 2), "integral": (3, 3), "sup": (2, 2),
}  # fmt: skip
NAMED = frozenset({"call", "deriv", "integral", "sup"})
BINDERS = frozenset({"deriv", "integral", "sup"})
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_*']*\Z")
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(/[1-9][0-9]*)?\Z", re.ASCII)


class Reject(Exception):
    """The certificate, the statement or a rule's use of it is not acceptable; says why."""


@dataclass(frozen=True, slots=True)
class Term:
    """One node; immutable and hashable.  Equality is equality of shape, never of value."""

    head: str
    args: tuple[Term, ...] = ()
    name: str = ""
    value: Fraction = Fraction(0)


def num(value: int | Fraction | str) -> Term:
    """The rational literal ``value``."""
    return Term("num", value=Fraction(value))


def sym(name: str) -> Term:
    """The symbol ``name``."""
    return Term("sym", name=name)


ZERO, ONE = num(0), num(1)


def add(*terms: Term) -> Term:
    """The sum of any number of terms (none: 0)."""
    return terms[0] if len(terms) == 1 else Term("add", terms) if terms else ZERO


def mul(*terms: Term) -> Term:
    """The product of any number of terms (none: 1)."""
    return terms[0] if len(terms) == 1 else Term("mul", terms) if terms else ONE


def neg(term: Term) -> Term:
    """The negative of ``term``."""
    return Term("neg", (term,))


def sub(left: Term, right: Term) -> Term:
    """``left - right``."""
    return Term("add", (left, neg(right)))


def div(top: Term, bottom: Term) -> Term:
    """``top / bottom``."""
    return Term("div", (top, bottom))


def power(base: Term, exponent: Term) -> Term:
    """``base ** exponent``."""
    return Term("pow", (base, exponent))


def call(name: str, *args: Term) -> Term:
    """The function ``name`` applied to ``args``."""
    return Term("call", args, name)


def deriv(body: Term, name: str, point: Term) -> Term:
    """The derivative of ``body`` in ``name``, at ``point``."""
    return Term("deriv", (body, point), name)


def free(term: Term) -> frozenset[str]:
    """The symbols on which the value of ``term`` may depend."""
    if term.head == "sym":
        return frozenset((term.name,))
    if term.head in BINDERS:
        return (free(term.args[0]) - {term.name}).union(*map(free, term.args[1:]))
    return frozenset().union(*map(free, term.args)) if term.args else frozenset()


def fresh(name: str, taken: Iterable[str]) -> str:
    """``name``, or the first of ``name1``, ``name2``, … that is not taken."""
    used, number, candidate = set(taken), 0, name
    while candidate in used:
        number += 1
        candidate = f"{name}{number}"
    return candidate


def substitute(term: Term, values: Mapping[str, Term]) -> Term:
    """Replace free symbols, renaming bound ones so that nothing is captured."""
    if term.head == "sym":
        return values.get(term.name, term)
    if not term.args or not values:
        return term
    if term.head not in BINDERS:
        return Term(term.head, tuple(substitute(a, values) for a in term.args), term.name, term.value)
    body, rest = term.args[0], tuple(substitute(a, values) for a in term.args[1:])
    wanted = free(body) - {term.name}
    inner = {k: v for k, v in values.items() if k in wanted}
    incoming = frozenset().union(*map(free, inner.values())) if inner else frozenset()
    bound = fresh(term.name, incoming | wanted) if term.name in incoming else term.name
    if bound != term.name:
        inner[term.name] = sym(bound)
    return Term(term.head, (substitute(body, inner), *rest), bound)


def rewrite(term: Term, old: Term, new: Term) -> Term:
    """Replace ``old`` by ``new`` wherever no symbol of either is bound at that place."""
    return _rewrite(term, old, new, free(old) | free(new))


def _rewrite(term: Term, old: Term, new: Term, symbols: frozenset[str]) -> Term:
    if term == old:
        return new
    if not term.args:
        return term
    skip = 1 if term.head in BINDERS and term.name in symbols else 0
    args = term.args[:skip] + tuple(_rewrite(a, old, new, symbols) for a in term.args[skip:])
    return Term(term.head, args, term.name, term.value)


def walk(term: Term) -> Iterable[Term]:
    """``term`` and all its sub-terms, those under binders included."""
    yield term
    for arg in term.args:
        yield from walk(arg)


def unfold(term: Term, definitions: Mapping[tuple[str, int], tuple[tuple[str, ...], Term]]) -> Term:
    """Replace every call of a defined (name, arity) by its body, which is itself unfolded already."""
    args = tuple(unfold(a, definitions) for a in term.args)
    found = definitions.get((term.name, len(args))) if term.head == "call" else None
    if found is None:
        return Term(term.head, args, term.name, term.value)
    return substitute(found[1], dict(zip(found[0], args, strict=True)))


def map_args(term: Term, function: Callable[[Term], Term]) -> Term:
    """The same node with ``function`` applied to each argument."""
    return Term(term.head, tuple(function(a) for a in term.args), term.name, term.value)


def to_json(term: Term) -> Any:
    """The JSON form of ``term``."""
    if term.head == "num":
        return str(term.value)
    if term.head == "sym":
        return term.name
    return [term.head, *([term.name] if term.head in NAMED else []), *map(to_json, term.args)]


def from_json(data: Any) -> Term:
    """The term that ``data`` encodes; anything but its one canonical form is rejected."""
    if isinstance(data, str):
        if len(data) > 1_000:
            raise Reject("a name or number of more than 1000 characters")
        if NUMBER.match(data):
            value = Fraction(data)
            if str(value) != data:
                raise Reject(f"number not in lowest terms: {data!r}")
            return num(value)
        if NAME.match(data):
            return sym(data)
        raise Reject(f"neither a number nor a symbol: {data!r}")
    if not isinstance(data, list) or not data or not isinstance(data[0], str) or data[0] not in ARITY:
        raise Reject(f"not a term: {str(data)[:80]}")
    head, rest, name = data[0], data[1:], ""
    if head in NAMED:
        if not rest or not isinstance(rest[0], str) or not NAME.match(rest[0]):
            raise Reject(f"{head} needs a name: {str(data)[:80]}")
        name, rest = rest[0], rest[1:]
    low, high = ARITY[head]
    if not low <= len(rest) <= high:
        raise Reject(f"{head} has {len(rest)} arguments")
    return Term(head, tuple(map(from_json, rest)), name)
