"""Terms and facts in the plain syntax: the parser reads back what is printed of whatever it has made."""

from __future__ import annotations

from collections.abc import Callable

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import ONE, Term, num
from symcheck.plain.table import HALF, NAMED

RELATIONS = {"eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
SUM, PRODUCT, SIGNED, ATOM = range(4)
"""How tightly a text binds, from the loosest."""
SIDES = {1: ", '+'", -1: ", '-'", 0: ""}
NAMES = {"abs": "Abs", "min": "Min", "max": "Max", "euler": "EulerGamma"}


def fact_text(fact: Fact) -> str:
    """A fact as a relation."""
    return relation_text(fact.rel, fact.left, fact.right)


def relation_text(name: str, left: Term, right: Term) -> str:
    """A relation, its name one of ``table.RELATIONS``' values."""
    if name in ("O", "Theta"):
        return f"{to_plain(left)} = {name}({to_plain(right)})"
    return f"{to_plain(left)} {RELATIONS.get(name, name)} {to_plain(right)}"


def to_plain(term: Term) -> str:
    """The term in one line."""
    return _text(term, SUM)


def _text(term: Term, need: int) -> str:
    """The text of a term, in brackets unless it binds as tightly as needed."""
    text, has = _WRITERS.get(term.head, _function)(term)
    return text if has >= need else f"({text})"


def _number(term: Term) -> tuple[str, int]:
    binds = ATOM if term.value.denominator == 1 else PRODUCT
    return str(term.value), binds if term.value >= 0 or binds == PRODUCT else SIGNED


def _sum(term: Term) -> tuple[str, int]:
    text = _text(term.args[0], PRODUCT)
    for part in term.args[1:]:
        if part.head == "neg":
            text += f" - {_text(part.args[0], PRODUCT)}"
        elif part.head == "num" and part.value < 0:
            text += f" - {_text(num(-part.value), PRODUCT)}"
        else:
            text += f" + {_text(part, PRODUCT)}"
    return text, SUM


def _product(term: Term) -> tuple[str, int]:
    first = term.args[0]
    loose = first.head == "div" or (first.head == "num" and first.value.denominator != 1)
    return "*".join([_text(first, PRODUCT if loose else SIGNED), *(_text(a, SIGNED) for a in term.args[1:])]), PRODUCT


def _quotient(term: Term) -> tuple[str, int]:
    return f"{_text(term.args[0], PRODUCT)}/{_text(term.args[1], SIGNED)}", PRODUCT


def _power(term: Term) -> tuple[str, int]:
    base, exponent = term.args
    if exponent == HALF:
        return f"sqrt({to_plain(base)})", ATOM
    return f"{_text(base, ATOM)}**{_text(exponent, ATOM)}", SIGNED


def _exp(term: Term) -> tuple[str, int]:
    return ("E", ATOM) if term.args[0] == ONE else _function(term)


def _derivative(term: Term) -> tuple[str, int]:
    body, point = term.args
    text = f"Derivative({to_plain(body)}, {term.name})"
    at_itself = point.head == "sym" and point.name == term.name
    return (text if at_itself else f"Subs({text}, {term.name}, {to_plain(point)})"), ATOM


def _range(kind: str) -> Callable[[Term], tuple[str, int]]:
    def write(term: Term) -> tuple[str, int]:
        body, *ends = map(to_plain, term.args)
        return f"{kind}({body}, ({', '.join([term.name, *ends])}))", ATOM

    return write


def _limit(term: Term) -> tuple[str, int]:
    return f"Limit({to_plain(term.args[0])}, {term.name}, 0, '+')", ATOM


def _named(term: Term) -> tuple[str, int]:
    if term.name == "Limit":
        approach = ", ".join(map(to_plain, term.args[:3]))
        return f"Limit({approach}{SIDES[int(term.args[3].value)]})", ATOM
    return _function(term)


def _function(term: Term) -> tuple[str, int]:
    name = term.name or NAMES.get(term.head, term.head)
    return f"{name}({', '.join(map(to_plain, term.args))})" if term.args else name, ATOM


_WRITERS: dict[str, Callable[[Term], tuple[str, int]]] = {
    "num": _number, "sym": lambda term: (term.name, ATOM), "add": _sum, "mul": _product, "div": _quotient,
    "neg": lambda term: (f"-{_text(term.args[0], SIGNED)}", SIGNED), "pow": _power, "exp": _exp,
    "deriv": _derivative, "integral": _range("Integral"), "sum": _range("Sum"),
    "sup": _range("Maximum"), "limit": _limit, NAMED: _named,
}  # fmt: skip
