"""A claim as sympy's user would write it down: symbols with the assumptions that follow from what is given."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

import sympy as sp

from bench.peers.common import Query
from bench.spelling import FLIPPED, comparisons, names

WORDS: dict[str, dict[str, bool]] = {
    "natural": {"integer": True, "nonnegative": True}, "number": {}, "numbers": {},
}  # fmt: skip
RELATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "==": sp.Eq, "!=": sp.Ne, "<": sp.Lt, "<=": sp.Le, ">": sp.Gt, ">=": sp.Ge,
}  # fmt: skip


def sides(query: Query) -> tuple[Any, Any]:
    """Both sides for sympy; a symbol that is given as equal to an expression is replaced by it."""
    texts = [query["lhs"], query["rhs"], *query["given"]]
    symbols = {name: sp.Symbol(name, **flags) for name, flags in assumptions(query).items()}
    symbols |= {name: sp.Symbol(name, real=True) for text in texts for name in names(text) - symbols.keys()}
    symbols["Limit"] = _limit
    defined = {
        symbols[left.id]: sp.sympify(ast.unparse(right), locals=symbols, rational=True)
        for text in query["given"] for left, sign, right in comparisons(text)
        if sign == "==" and isinstance(left, ast.Name)
    }  # fmt: skip
    left, right = (sp.sympify(query[side], locals=symbols, rational=True) for side in ("lhs", "rhs"))
    return left.subs(defined), right.subs(defined)


def _limit(body: Any, symbol: Any, place: Any, side: str = "+-") -> Any:
    """From both sides unless one is named; sympy's own usual side is the right one."""
    return sp.Limit(body, symbol, place, side)


def assumptions(query: Query) -> dict[str, dict[str, bool]]:
    """For each symbol of which something is said, sympy's words for it."""
    found: dict[str, dict[str, bool]] = {}
    for name, words in query["symbols"].items():
        found[name] = {"real": True}
        for word in words.lower().replace("non-", "non").replace(",", " ").split():
            found[name] |= WORDS.get(word, {word: True})
    for _ in range(2):  # what is known of one symbol can bound another
        for text in query["given"]:
            for left, sign, right in comparisons(text):
                _bound(found, left, sign, right)
                _bound(found, right, FLIPPED[sign], left)
    return found


def _bound(found: dict[str, dict[str, bool]], node: ast.expr, sign: str, bound: ast.expr) -> None:
    """Take note of ``node sign bound`` if it says on which side of zero a symbol is."""
    if not isinstance(node, ast.Name) or sign == "==":
        return
    symbols = {name: sp.Symbol(name, **found.get(name, {"real": True})) for name in names(ast.unparse(bound))}
    value = sp.sympify(ast.unparse(bound), locals=symbols, rational=True)
    flags = found.setdefault(node.id, {"real": True})
    if sign == "!=" and value.is_zero:
        flags["nonzero"] = True
    if sign in (">", ">=") and value.is_nonnegative:
        flags["positive" if sign == ">" or value.is_positive else "nonnegative"] = True
    if sign in ("<", "<=") and value.is_nonpositive:
        flags["negative" if sign == "<" or value.is_negative else "nonpositive"] = True
