r"""``f(x) = O(g(x))``, ``f = \Theta(g)``, ``f \sim g`` and ``x \to \infty`` in LaTeX, each part read as elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection

from symcheck.latex.loose import name_of
from symcheck.plain import parser as plain
from symcheck.plain.parser import Approach

ORDERS = re.compile(r"=\s*(?:(?P<O>\\mathcal\{O\}|\\mathrm\{O\}|O)|(?P<Theta>\\Theta))\s*(?P<open>\\left\s*\(|\()")
CLOSING = re.compile(r"(?:\\right\s*)?\)\s*\.?\s*\Z")
TO = re.compile(r"\\(?:to|rightarrow)(?![A-Za-z])")
SIDE = re.compile(r"\^\s*(?:\{\s*([+-])\s*\}|([+-]))\s*\Z")
WORDS = ((re.compile(r"\\infty(?![A-Za-z])"), "oo"), (re.compile(r"\\pi(?![A-Za-z])"), "pi"))


def split_growth(latex: str, declared: Collection[str]) -> tuple[str, str, str] | None:
    r"""The relation and its two sides; None if the claim is none of these.

    The right side is padded, so that what is wrong in it is found at its column in the claim.
    """
    found, closing = ORDERS.search(latex), CLOSING.search(latex)
    if found and closing and closing.start() >= found.end() and not (found["O"] == "O" and "O" in declared):
        inside = latex[found.end() : closing.start()]
        if _balanced(inside):
            return "O" if found["O"] else "Theta", latex[: found.start()], " " * found.end() + inside
    left, sign, right = latex.partition(r"\sim")
    if sign and not right[:1].isalpha():
        return "~", left, " " * len(left + sign) + right
    return None


def approach(text: str, where: str, declared: Collection[str]) -> Approach:
    r"""``x -> oo``, or ``x \to \infty`` with the side as in ``x \to 0^{+}``; what else is approached is plain."""
    if TO.search(text):
        name, place = TO.split(text, 1)
        name = name_of(name.strip())
        for pattern, word in WORDS:
            place = pattern.sub(word, place)
        place = SIDE.sub(lambda m: m[1] or m[2], place)
        text = f"{name} -> {place.replace('{', '(').replace('}', ')').strip()}"
    return plain.approach(text, where, declared)


def _balanced(text: str) -> bool:
    """Whether no bracket closes before it opens."""
    depth = 0
    for char in text:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return False
    return depth == 0
