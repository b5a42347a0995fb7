"""Facts, and the sets of signs that they and the operations allow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import product
from math import prod
from typing import Any

from symcheck.kernel import term as t
from symcheck.kernel.term import Term, require

NEG, NIL, POS = 1, 2, 4
ANY = NEG | NIL | POS
SIGN_OF_DIFFERENCE = {"eq": NIL, "ne": NEG | POS, "lt": POS, "le": NIL | POS}
"""What a relation ``left rel right`` says of the sign of right - left."""
RELATIONS = {"eq": "=", "ne": "≠", "lt": "<", "le": "≤"}


@dataclass(frozen=True, slots=True)
class Fact:
    """``left rel right`` for rel one of eq, ne, lt, le."""

    rel: str
    left: Term
    right: Term

    def __str__(self) -> str:
        return f"{self.left} {RELATIONS[self.rel]} {self.right}"

    def map(self, function: Callable[[Term], Term]) -> Fact:
        """The fact with ``function`` applied to both sides."""
        return Fact(self.rel, function(self.left), function(self.right))

    def free(self) -> frozenset[str]:
        """The symbols on which the truth of the fact may depend."""
        return t.free(self.left) | t.free(self.right)


def whole(term: Term) -> Fact:
    """The fact that a term is an integer."""
    return Fact("eq", Term("floor", (term,)), term)


def fact_from_json(data: Any) -> Fact:
    """The fact ``[rel, left, right]``."""
    relation, left, right = t.as_list(data, 3)
    require(isinstance(relation, str) and relation in RELATIONS, "not a fact:", data)
    return Fact(relation, t.from_json(left), t.from_json(right))


def fact_to_json(fact: Fact) -> list[Any]:
    """The JSON form of a fact."""
    return [fact.rel, t.to_json(fact.left), t.to_json(fact.right)]


def map_fact(fact: Fact, values: Mapping[str, Term]) -> Fact:
    """The fact with its free symbols replaced."""
    return fact.map(lambda side: t.substitute(side, values))


@dataclass(frozen=True, slots=True)
class Every:
    """For all real values of ``names``: where the hypotheses are defined and hold, the conclusion is and does too."""

    names: tuple[str, ...]
    hypotheses: tuple[Fact, ...]
    conclusion: Fact

    def map(self, function: Callable[[Term], Term]) -> Every:
        """The same with ``function``, which must leave ``names`` alone, applied to every side."""
        return Every(self.names, tuple(f.map(function) for f in self.hypotheses), self.conclusion.map(function))

    def free(self) -> frozenset[str]:
        """The symbols it is about, beside those that it binds."""
        return self.conclusion.free().union(*(f.free() for f in self.hypotheses)) - set(self.names)

    def at(self, values: Mapping[str, Term], outer: Mapping[str, Term] | None = None) -> tuple[tuple[Fact, ...], Fact]:
        """Hypotheses and conclusion for values of ``names``, and of other symbols, those in ``outer``."""
        require(set(values) == set(self.names), "values are needed for just", *self.names)
        all_values = {**(outer or {}), **values}
        return tuple(map_fact(f, all_values) for f in self.hypotheses), map_fact(self.conclusion, all_values)

    def canonical(self, outer: Mapping[str, Term] | None = None) -> Every:
        """Named by position, so that two that differ only in names are equal, after values for other symbols."""
        names = tuple(f"#{place}" for place in range(len(self.names)))
        return Every(names, *self.at({old: t.sym(new) for old, new in zip(self.names, names, strict=True)}, outer))


def every_from_json(data: Any) -> Every:
    """The quantified fact ``[names, hypotheses, conclusion]``."""
    names, hypotheses, conclusion = t.as_list(data, 3)
    found = tuple(map(t.as_name, t.as_list(names)))
    require(found and len(set(found)) == len(found), "not names of bound symbols:", names)
    return Every(found, tuple(map(fact_from_json, t.as_list(hypotheses))), fact_from_json(conclusion))


def every_to_json(every: Every) -> list[Any]:
    """The JSON form of a quantified fact."""
    return [list(every.names), list(map(fact_to_json, every.hypotheses)), fact_to_json(every.conclusion)]


def rational(term: Term) -> Fraction | None:
    """The value of a term made of literals, signs, sums, products and quotients; None for anything else."""
    if term.head == "num":
        return term.value
    values = [v for v in map(rational, term.args) if v is not None] if term.head in RATIONAL else []
    return RATIONAL[term.head](*values) if values and len(values) == len(term.args) else None


RATIONAL: dict[str, Callable[..., Fraction | None]] = {
    "neg": lambda u: -u,
    "add": lambda *terms: sum(terms, Fraction()),
    "mul": lambda *terms: prod(terms, start=Fraction(1)),
    "div": lambda top, bottom: top / bottom if bottom else None,
}

# -- sets of possible signs, as bits ------------------------------------------------------------------------------


def sign_of(value: int | Fraction) -> int:
    """The sign of a number."""
    return POS if value > 0 else NEG if value < 0 else NIL


def _for_sets(operation: Callable[[int, int], int]) -> Callable[[int, int], int]:
    """An operation on sets of signs, from the set it gives for each two of the signs -1, 0 and 1."""
    singles = ((NEG, -1), (NIL, 0), (POS, 1))
    table = [[0] * 8 for _ in range(8)]
    for left, right, (a, u), (b, v) in product(range(8), range(8), singles, singles):
        table[left][right] |= operation(u, v) if left & a and right & b else 0
    return lambda left, right: table[left][right]


times = _for_sets(lambda u, v: sign_of(u * v))
plus = _for_sets(lambda u, v: ANY if u * v < 0 else sign_of(u + v))
least = _for_sets(lambda u, v: sign_of(min(u, v)))
greatest = _for_sets(lambda u, v: sign_of(max(u, v)))


def size_sign(sign: int) -> int:
    """The possible signs of the absolute value."""
    return (sign & NIL) | (POS if sign & ~NIL else 0)


def power_sign(base: int, exponent: int | Fraction) -> int:
    """The possible signs of ``base ** exponent`` for a rational exponent; ANY where it may be undefined."""
    if (base & NIL and exponent <= 0) or (base & NEG and exponent.denominator > 1):
        return ANY
    return size_sign(base) if exponent % 2 == 0 else base


SIGNS: dict[str, Callable[..., int]] = {
    "add": lambda *signs: reduce(plus, signs),
    "mul": lambda *signs: reduce(times, signs),
    "min": lambda *signs: reduce(least, signs),
    "max": lambda *signs: reduce(greatest, signs),
    "neg": lambda sign: times(NEG, sign),
    "abs": size_sign,
    "exp": lambda _: POS,
    "pi": lambda: POS,
    "euler": lambda: POS,
    "gamma": lambda sign: POS if not sign & ~POS else ANY,
    **dict.fromkeys(("asin", "atan", "asinh", "erf", "sign"), lambda sign: sign),
    "div": lambda top, bottom: ANY if bottom & NIL else times(top, bottom),
    "pow": lambda base, by: POS if not base & ~POS else ANY if base & NEG or by & ~POS else base,
}
"""The possible signs of a term, from those of its arguments."""
