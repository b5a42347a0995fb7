"""Terms: the one unevaluated expression tree, its JSON form, substitution.

A term denotes a real number at every assignment of reals to its free symbols.  Where the usual mathematics
leaves it undefined (1/0, log(-1), a missing derivative) it denotes *some* real about which no rule says
anything; whether a claim is defined at all is checked separately (``calculus.unmet``).

Heads and their arguments:

====================  =====================================================================
``num``               a rational, in ``value``
``sym``               a free or bound real symbol, in ``name``
``add`` ``mul``       two or more terms
``min`` ``max``       two or more terms
``neg`` ``exp`` ``log`` ``abs``   one term (``log`` is natural)
``sin`` ``cos`` ``asin`` ``atan`` ``asinh`` ``erf``   one term (``erf(x)`` is 2/sqrt(pi) times the integral of
                      exp(-t**2) from 0 to x)
``sign`` ``floor`` ``gamma``  one term (``gamma`` is the function with gamma(n + 1) = n!)
``pi`` ``euler``      none (``euler`` is the limit of 1 + 1/2 + … + 1/n - log n)
``div`` ``pow``       two terms (``pow`` is the principal real power)
``call``              function ``name`` of one or more terms (0 terms: a named quantity)
``deriv``             derivative in the bound symbol ``name`` of args[0], taken at args[1]
``integral``          integral in the bound symbol ``name`` of args[0] from args[1] to args[2]
``sum``               sum in the bound symbol ``name`` of args[0] over the integers from args[1] to args[2]
``limit``             limit of args[0] as the bound symbol ``name`` falls to 0
``sup``               maximum in the bound symbol ``name`` of args[0] over name >= args[1]
====================  =====================================================================

JSON: ``"3/4"`` is a number, ``"n"`` a symbol, ``["add", t, u]`` a node, and nodes with a name carry it
second: ``["call", "f", t]``, ``["deriv", "x", body, point]``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from fractions import Fraction
from functools import lru_cache
from itertools import count
from operator import is_
from typing import Any

ARITY: dict[str, tuple[int, int]] = {
    "add": (2, 10_000), "mul": (2, 10_000), "min": (2, 100), "max": (2, 100),
    "sin": (1, 1), "cos": (1, 1), "asin": (1, 1), "atan": (1, 1), "asinh": (1, 1), "sign": (1, 1), "floor": (1, 1),
    "gamma": (1, 1), "erf": (1, 1), "pi": (0, 0), "euler": (0, 0),
    "neg": (1, 1), "exp": (1, 1), "log": (1, 1), "abs": (1, 1), "div": (2, 2), "pow": (2, 2),
    "call": (0, 100), "deriv": (2, 2), "integral": (3, 3), "sup": (2, 2), "sum": (3, 3), "limit": (1, 1),
}  # fmt: skip
NAMED = frozenset({"call", "deriv", "integral", "sup", "sum", "limit"})
BINDERS = frozenset({"deriv", "integral", "sup", "sum", "limit"})
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_*']*\Z")
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(/[1-9][0-9]*)?\Z", re.ASCII)
MAX_NODES = 100_000  # of a term written out as a tree: definitions could double it again and again
MAX_LETTERS = 1_000  # of a name or number
NOUGHT = Fraction(0)
SIGNS = {"add": " + ", "mul": "*", "div": "/", "pow": "^"}


class Reject(Exception):
    """The certificate, the statement or a rule's use of it is not acceptable; says why."""


def require(condition: object, *reason: object) -> None:
    """Reject for a reason, given in parts, unless the condition holds."""
    if not condition:
        raise Reject(" ".join(str(part)[:300] for part in reason))


@dataclass(frozen=True, slots=True, init=False)
class Term:
    """One node; immutable and hashable.  Equality is equality of shape, never of value.

    ``size`` is the number of nodes written out as a tree, ``binds`` whether a symbol is bound in it, ``code`` the hash,
    and ``symbols`` what ``free`` has found.
    """

    head: str
    args: tuple[Term, ...]
    name: str
    value: Fraction
    size: int = field(init=False, repr=False, compare=False)
    binds: bool = field(init=False, repr=False, compare=False)
    code: int = field(init=False, repr=False, compare=False)
    symbols: frozenset[str] | None = field(init=False, repr=False, compare=False)

    def __init__(self, head: str, args: tuple[Term, ...] = (), name: str = "", value: Fraction = NOUGHT) -> None:
        size, binds = 1, head in BINDERS
        for arg in args:
            size += arg.size
            binds = binds or arg.binds
        if size > MAX_NODES:
            raise Reject(f"a term of more than {MAX_NODES} nodes")
        # the hash, once for all: terms are looked up all the time; the numerator, since that of a Fraction is slow
        _set_code(self, hash((head, args, name, value.numerator)))
        _set_head(self, head)
        _set_args(self, args)
        _set_name(self, name)
        _set_value(self, value)
        _set_size(self, size)
        _set_binds(self, binds)
        _set_symbols(self, None)

    def __hash__(self) -> int:
        return self.code

    def __eq__(self, other: object) -> bool:
        if self is other or not isinstance(other, Term) or self.code != other.code:
            return self is other
        same = self.head == other.head and self.name == other.name and self.args == other.args
        return same and (self.value is other.value or self.value == other.value)

    def __str__(self) -> str:
        if self.head in ("num", "sym"):
            return self.name or str(self.value)
        if self.head in SIGNS:
            return f"({SIGNS[self.head].join(map(str, self.args))})"
        if self.head == "neg":
            return f"-{self.args[0]}"
        label = self.name if self.head == "call" else f"{self.head} {self.name}".strip()
        return f"{label}({', '.join(map(str, self.args))})"


# The setters of the slots, past the guard that keeps a term as it is: three times as fast as object.__setattr__.
_set_head, _set_args, _set_name, _set_value, _set_size, _set_binds, _set_code, _set_symbols = (
    vars(Term)[slot.name].__set__ for slot in fields(Term)
)

Bodies = Mapping[tuple[str, int], tuple[tuple[str, ...], Term]]
"""Parameters and body by name and number of arguments."""


@lru_cache(maxsize=4096)
def num(value: int | Fraction | str) -> Term:
    """The rational literal ``value``."""
    return Term("num", value=Fraction(value))


@lru_cache(maxsize=4096)
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


def limit(body: Term, name: str) -> Term:
    """The limit of ``body`` as ``name`` falls to 0."""
    return Term("limit", (body,), name)


def free(term: Term) -> frozenset[str]:
    """The symbols on which the value of ``term`` may depend."""
    if term.symbols is None:
        if term.head == "sym":
            found = frozenset((term.name,))
        elif term.head in BINDERS:
            found = (free(term.args[0]) - {term.name}).union(*map(free, term.args[1:]))
        else:
            found = frozenset[str]().union(*map(free, term.args))
        _set_symbols(term, found)
        return found
    return term.symbols


def fresh(name: str, taken: Iterable[str]) -> str:
    """``name``, or the first of ``name1``, ``name2``, … that is not taken."""
    used, names = set(taken), (f"{name}{number or ''}" for number in count())
    return next(candidate for candidate in names if candidate not in used)


def substitute(term: Term, values: Mapping[str, Term]) -> Term:
    """Replace free symbols, renaming bound ones so that nothing is captured."""
    if term.head == "sym":
        return values.get(term.name, term)
    if free(term).isdisjoint(values):
        return term
    if term.head not in BINDERS:
        return map_args(term, lambda a: substitute(a, values))
    body, rest = term.args[0], (substitute(a, values) for a in term.args[1:])
    wanted = free(body) - {term.name}
    inner = {k: v for k, v in values.items() if k in wanted}
    bound = fresh(term.name, wanted.union(*map(free, inner.values())))
    return Term(term.head, (substitute(body, inner | {term.name: sym(bound)}), *rest), bound)


def rewrite(term: Term, old: Term, new: Term) -> Term:
    """Replace ``old`` by ``new`` wherever no symbol of either is bound at that place."""
    if term == old:
        return new
    skip = 1 if term.head in BINDERS and term.name in free(old) | free(new) else 0
    args = term.args[:skip] + tuple(rewrite(a, old, new) for a in term.args[skip:])
    return Term(term.head, args, term.name, term.value)


def walk(term: Term) -> Iterable[Term]:
    """``term`` and all its sub-terms, those under binders included."""
    yield term
    for arg in term.args:
        yield from walk(arg)


def outer(term: Term) -> Iterable[Term]:
    """The binders of a term that are below the body of no other."""
    if term.head in BINDERS:
        yield term
    for arg in term.args[1:] if term.head in BINDERS else term.args:
        yield from outer(arg)


def unfold(term: Term, bodies: Bodies) -> Term:
    """Replace every call of a defined (name, arity) by its body, which is itself unfolded already."""
    if not bodies:
        return term
    opened = map_args(term, lambda a: unfold(a, bodies))
    if term.head != "call" or (term.name, len(term.args)) not in bodies:
        return opened
    params, body = bodies[term.name, len(term.args)]
    return substitute(body, dict(zip(params, opened.args, strict=True)))


def map_args(term: Term, function: Callable[[Term], Term]) -> Term:
    """The same node with ``function`` applied to each argument."""
    args = tuple(map(function, term.args))
    return term if all(map(is_, args, term.args)) else Term(term.head, args, term.name, term.value)


def to_json(term: Term) -> Any:
    """The JSON form of ``term``."""
    if term.head == "num":
        return str(term.value)
    if term.head == "sym":
        return term.name
    return [term.head, *([term.name] if term.head in NAMED else []), *map(to_json, term.args)]


def from_json(data: Any) -> Term:
    """The term that ``data`` encodes; anything but its one canonical form is rejected."""
    if isinstance(data, str) and len(data) <= MAX_LETTERS:
        return _leaf(str(data))
    head, *rest = data if isinstance(data, list) and data else [None]
    if not isinstance(head, str) or head not in ARITY:
        raise Reject(f"not a term: {str(data)[:80]}")
    name = as_name(rest.pop(0) if rest else None) if head in NAMED else ""
    low, high = ARITY[head]
    require(low <= len(rest) <= high, head, "has", len(rest), "arguments")
    return Term(head, tuple(map(from_json, rest)), name)


@lru_cache(maxsize=4096)
def _leaf(text: str) -> Term:
    number = NUMBER.match(text) and str(Fraction(text)) == text
    require(number or NAME.match(text), "neither a number in lowest terms nor a symbol:", repr(text))
    return num(text) if number else sym(text)


def as_name(data: Any) -> str:
    """``data``, which must be a name."""
    require(isinstance(data, str) and len(data) <= MAX_LETTERS and NAME.match(data), "not a name:", data)
    return str(data)


def as_list(data: Any, length: int | None = None) -> list[Any]:
    """``data``, which must be a list, of that length if one is given."""
    require(isinstance(data, list) and length in (None, len(data)), "not a list of", length or "any", "items:", data)
    return list(data)


def as_table(data: Any, keys: Collection[str] = ()) -> dict[str, Any]:
    """``data``, which must be a table whose keys are names, and just those of ``keys`` if there are any."""
    require(isinstance(data, dict) and (not keys or data.keys() == set(keys)), "not a table", *keys, data)
    return {as_name(key): value for key, value in data.items()}
