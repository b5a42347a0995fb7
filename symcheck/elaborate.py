r"""From what is printed to what is meant: surface terms become kernel terms, relations become facts.

The conventions of the printed notation are fixed here, and only here:

- ``g'(u)`` is the derivative of g at u; ``\partial g(..., u, ...)/\partial v`` where u stands in the place of g's
  parameter v is the partial derivative in that place, taken at u;
- ``\mathrm{d}t`` is the total differential in the symbols that the scope lets vary, and the differential of such
  a symbol is a real number of its own;
- a symbol that the scope defines stands for its definition;
- ``a \approx 0.7622`` says that a rounds to the printed digits: it is at most half a unit of the last one away;
  ``a^{t} \approx 4.11^{t}`` says so of the base.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from symcheck.errors import InputError
from symcheck.kernel.facts import Fact
from symcheck.kernel.statement import Definition, unfolded_definitions
from symcheck.kernel.term import (
    ZERO,
    Bodies,
    Term,
    add,
    call,
    deriv,
    free,
    fresh,
    map_args,
    mul,
    num,
    power,
    sub,
    substitute,
    sym,
    unfold,
    walk,
)
from symcheck.latex.tree import Chain, places

HALF = num("1/2")
CONSTANTS = {"e": Term("exp", (num(1),))}
"""What a symbol that the notation declares to be a constant stands for."""
FLIPPED = {"gt": "lt", "ge": "le"}
PLAIN = {"eq": "eq", "def": "eq", "ne": "ne", "lt": "lt", "le": "le"}


def differential(name: str) -> str:
    """The kernel's name for the differential of the symbol ``name``."""
    return f"d'{name}"


@dataclass(frozen=True)
class Meaning:
    """What names stand for: definitions in an order in which each uses only earlier ones, and what varies."""

    definitions: tuple[Definition, ...] = ()
    varying: tuple[str, ...] = ()
    _quantities: frozenset[str] = field(init=False, repr=False, compare=False, default=frozenset())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_quantities", frozenset(d.name for d in self.definitions if not d.params))

    def term(self, surface: Term, bound: frozenset[str] = frozenset()) -> Term:
        """The kernel term that a surface term means; ``bound`` symbols hide definitions of the same name."""
        head, name = surface.head, surface.name
        if head == "sym":
            return call(name) if name in self._quantities - bound else surface
        if head in ("integral", "maxover", "bracket"):
            body = self.term(surface.args[0], bound | {name})
            ends = [self.term(a, bound) for a in surface.args[1:]]
            if head == "bracket":
                body = self.opened(body)  # a definition in it may depend on the symbol too
                return sub(substitute(body, {name: ends[1]}), substitute(body, {name: ends[0]}))
            return Term("integral" if head == "integral" else "sup", (body, *ends), name)
        if head == "prime":
            return self._prime(surface, bound)
        if head == "partial":
            return self._partial(self.term(surface.args[0], bound | {name}), name)
        inner = map_args(surface, lambda a: self.term(a, bound))
        if head == "decimal":
            return num(surface.value)
        if head == "label":
            return inner.args[0]
        if head == "sqrt":
            return power(inner.args[0], HALF)
        if head == "composite":
            return self._compose(name, inner.args[0])
        if head == "differential":
            return self._differential(inner.args[0])
        if head in ("tuple", "argmax"):
            raise InputError(f"{head}: this is no number; state what is meant of each part")
        return inner

    def _compose(self, names: str, argument: Term) -> Term:
        for name in reversed(names.split()):
            argument = call(name, argument)
        return argument

    def _prime(self, surface: Term, bound: frozenset[str]) -> Term:
        inner = self.term(surface.args[0], bound)
        if inner.head != "call" or not inner.args:
            raise InputError("a prime stands on something that is no function of one argument")
        point, others = inner.args[-1], inner.args[:-1]
        name = fresh("x", free(point).union(*map(free, others), *(free(d.body) for d in self.definitions)))
        composite = surface.args[0].head == "composite"
        if composite:
            point = self.term(surface.args[0].args[0], bound)
            body = self._compose(surface.args[0].name, sym(name))
        else:
            body = call(inner.name, *others, sym(name))
        for _ in range(int(surface.name) - 1):
            body = deriv(body, name, sym(name))
        return deriv(body, name, point)

    def _partial(self, body: Term, name: str) -> Term:
        """The derivative in ``name``; where g's parameter of that name has another argument, taken there."""
        if name in self._quantities:
            raise InputError(f"a derivative in {name}, which stands for something else here")
        if body.head == "call" and name not in free(self.opened(body)):
            for entry in self.definitions:
                if entry.name == body.name and len(entry.params) == len(body.args) and name in entry.params:
                    place = entry.params.index(name)
                    args = [sym(name) if i == place else a for i, a in enumerate(body.args)]
                    return deriv(call(body.name, *args), name, body.args[place])
        return deriv(body, name, sym(name))

    def _differential(self, body: Term) -> Term:
        if body.head == "sym":
            if body.name not in self.varying:
                raise InputError(f"the differential of {body.name}, which is not among what varies here")
            return sym(differential(body.name))
        if self._quantities & set(self.varying):
            raise InputError("a symbol that varies is defined to be something else")
        moving = [v for v in self.varying if v in free(self.opened(body))]
        parts = [mul(deriv(body, v, sym(v)), sym(differential(v))) for v in moving]
        return add(*parts) if parts else ZERO

    def opened(self, term: Term) -> Term:
        """``term`` with every definition replaced by what it stands for."""
        return unfold(term, self._bodies)

    @cached_property
    def _bodies(self) -> Bodies:
        """What each defined name stands for, once for all terms."""
        return unfolded_definitions(self.definitions)

    def facts(
        self, relation: str, left: Term, right: Term, bound: frozenset[str] = frozenset()
    ) -> tuple[Fact, ...]:  # fmt: skip
        """The facts that one printed relation between two surface terms states."""
        if relation == "approx" and left.head == right.head == "pow" and left.args[1] == right.args[1]:
            left, right = left.args[0], right.args[0]
        low, high = self.term(left, bound), self.term(right, bound)
        if relation in PLAIN:
            return (Fact(PLAIN[relation], low, high),)
        if relation in FLIPPED:
            return (Fact(FLIPPED[relation], high, low),)
        printed = right.args[0] if right.head == "neg" else right
        if relation == "approx" and printed.head in ("decimal", "num"):
            half = num(Fraction(1, 2 * 10 ** places(printed)))
            return Fact("le", sub(high, half), low), Fact("le", low, add(high, half))
        raise InputError(f"the relation {relation} has no formal meaning here")


def meaning_of(pairs: Iterable[tuple[Term, Term]], varying: tuple[str, ...] = ()) -> Meaning:
    """The meaning in which each left side, a symbol or a function of distinct symbols, stands for its right side."""
    table: dict[tuple[str, int], tuple[tuple[str, ...], Term]] = {}
    for left, right in pairs:
        params = _parameters(left)
        if (left.name, len(params)) in table:
            raise InputError(f"{left.name} is defined twice")
        table[left.name, len(params)] = params, right
    ordered: dict[tuple[str, int], Definition] = {}

    def place(key: tuple[str, int], above: tuple[tuple[str, int], ...]) -> None:
        if key in ordered or key not in table:
            return
        if key in above:
            raise InputError(f"the definition of {key[0]} is circular")
        params, right = table[key]
        hidden = frozenset(params)
        for term in walk(right):
            for used in _mentions(term):
                if not (used[1] == 0 and used[0] in hidden):
                    place(used, (*above, key))
        meaning = Meaning(tuple(ordered.values()), varying)
        ordered[key] = Definition(key[0], params, meaning.term(right, hidden))

    for key in table:
        place(key, ())
    return Meaning(tuple(ordered.values()), varying)


def _mentions(term: Term) -> list[tuple[str, int]]:
    """The names, with numbers of arguments, that one node of a surface term refers to."""
    if term.head == "sym":
        return [(term.name, 0)]
    if term.head == "composite":
        return [(name, 1) for name in term.name.split()]
    return [(term.name, len(term.args))] if term.head == "call" else []


def defines(link: tuple[str, Term, Term]) -> bool:
    """Whether a link has the form of a definition: a symbol, or a function of distinct symbols, equals something."""
    relation, left, _ = link
    try:
        _parameters(left)
    except InputError:
        return False
    return relation in ("eq", "def")


def _parameters(left: Term) -> tuple[str, ...]:
    params = tuple(a.name for a in left.args)
    if left.head not in ("sym", "call") or any(a.head != "sym" for a in left.args) or len(set(params)) != len(params):
        raise InputError("a definition has a symbol, or a function of distinct symbols, on its left")
    return params


def chain_links(chain: Chain) -> list[tuple[str, Term, Term]]:
    """The relations of a chain with what stands on both sides; one for each part of a tuple on the left."""
    found: list[tuple[str, Term, Term]] = []
    for relation, left, right in zip(chain.relations, chain.terms[:-1], chain.terms[1:], strict=True):
        found += [(relation, part, right) for part in (left.args if left.head == "tuple" else (left,))]
    return found
