"""One-way matching: the values of a pattern's free symbols that make it a given term."""

from __future__ import annotations

from symcheck.kernel.term import BINDERS, Term, free, substitute


def instance(pattern: Term, term: Term) -> dict[str, Term] | None:
    """Values with ``substitute(pattern, values) == term``; None if there are none."""
    if pattern.head == "sym":
        return None  # a bare symbol matches anything and says nothing
    values: dict[str, Term] = {}
    if not _match(pattern, term, frozenset(), values) or substitute(pattern, values) != term:
        return None
    return values if free(pattern) <= values.keys() else None


def _match(pattern: Term, term: Term, bound: frozenset[str], values: dict[str, Term]) -> bool:
    if pattern.head == "sym" and pattern.name not in bound:
        if values.setdefault(pattern.name, term) != term:
            return False
        return not free(term) & bound
    if (pattern.head, pattern.name, pattern.value) != (term.head, term.name, term.value):
        return False
    if len(pattern.args) != len(term.args):
        return False
    for place, (p, t) in enumerate(zip(pattern.args, term.args, strict=True)):
        inner = bound | {pattern.name} if pattern.head in BINDERS and place == 0 else bound
        if not _match(p, t, inner, values):
            return False
    return True
