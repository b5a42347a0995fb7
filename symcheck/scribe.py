"""Prints what was found in the notation of the paper: terms, formulas, witnesses and sentences, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from symcheck.engine import Verdict
from symcheck.errors import InputError
from symcheck.kernel.term import Term, call, from_json, map_args, sym
from symcheck.latex.notation import Notation
from symcheck.latex.parser import parse
from symcheck.latex.printer import to_latex
from symcheck.latex.spelling import GREEK
from symcheck.latex.tree import RELATIONS, Chain, Formula
from symcheck.latex.typst import TypstMarkup, to_typst
from symcheck.paper import INLINE
from symcheck.report import Coordinate, Math, Witness

SIGNS = {"eq": "=", "ne": "≠", "lt": "<", "le": "≤", "gt": ">", "ge": "≥", "approx": "≈"}
ALONE = {latex: TypstMarkup.templates[name] for name, latex in RELATIONS.items()}
ESCAPED = re.compile(r"\\([$%&#_])")


class Scribe:
    """Prints terms and formulas in the notation of one claim."""

    def __init__(self, notation: Notation) -> None:
        self.notation = notation

    def math(self, item: Term | Formula) -> Math:
        """The item in LaTeX and Typst."""
        shown = _formula(item) if isinstance(item, Formula) else _surface(item)
        return Math(to_latex(shown, self.notation), to_typst(shown, self.notation))

    def display(self, formula: Formula) -> Math:
        """A formula with a row for each relation."""
        return Math(to_latex(formula, self.notation, rows=True), to_typst(formula, self.notation, rows=True))

    def witness(self, verdict: Verdict) -> Witness | None:
        """The point of a refutation."""
        if verdict.outcome != "refuted":
            return None
        point = [self._coordinate(name, value) for name, value in sorted(verdict.certificate["point"].items())]
        for name, (params, body) in verdict.certificate["functions"].items():
            point.append(self._function(name, params, body))
        left, right = verdict.sides or (None, None)
        shown = verdict.obligation.shown
        relation = shown.relations[0] if len(shown.relations) == 1 else ""
        if relation in ("gt", "ge"):  # the kernel knows only < and <=, and turned the statement round
            left, right = right, left
        if relation == "approx":  # the value, and what is printed, instead of the end of what rounds to it
            value = right if verdict.obligation.statement.goal.left.head == "add" else left
            left, right = value, to_latex(shown.terms[1], self.notation)
        return Witness(tuple(point), left, right, SIGNS.get(relation, ""))

    def _coordinate(self, name: str, value: Any) -> Coordinate:
        latex, typst = self.math(Term("sym", name=name))
        term = from_json(value)
        if (exact := _exact(term)) is not None:
            return Coordinate(latex, typst, str(exact))
        body = self.math(term)
        return Coordinate(latex, typst, body.latex, body)

    def _function(self, name: str, params: list[str], body: Any) -> Coordinate:
        latex, typst = self.math(call(name, *map(sym, params)))
        value = self.math(from_json(body))
        return Coordinate(latex, typst, value.latex, value)


def _exact(term: Term) -> Fraction | None:
    """The value of a number written as a negative or a quotient; None for anything else."""
    if term.head == "num":
        return term.value
    parts = [_exact(arg) for arg in term.args] if term.head in ("neg", "div") else [None]
    values = [part for part in parts if part is not None]
    if len(values) < len(parts) or (term.head == "div" and not values[1]):
        return None
    return -values[0] if term.head == "neg" else values[0] / values[1]


def _surface(term: Term) -> Term:
    """Kernel names of differentials back to what is printed."""
    if term.head == "sym" and term.name.startswith("d'") and len(term.name) > 2:
        return Term("differential", (Term("sym", name=term.name[2:]),))
    return map_args(term, _surface) if term.args else term


def _formula(formula: Formula) -> Formula:
    parts = tuple(Chain(tuple(map(_surface, p.terms)), p.relations) for p in formula.parts)
    return Formula(parts, formula.connectives, formula.every)


def prose(notation: Notation, text: str) -> tuple[str | Math, ...]:
    """A text, its formulas set where they can be read in a notation; Typst source is missing where they can't."""
    return tuple(part for part in _parts(notation, text) if part)


def _parts(notation: Notation, text: str) -> Iterator[str | Math]:
    scribe = Scribe(notation)
    for index, part in enumerate(INLINE.split(text)):
        if index % 2 == 0:
            yield ESCAPED.sub(r"\1", part)
            continue
        try:
            yield Math(part, scribe.math(parse(part, notation)).typst)
        except InputError:
            yield Math(part, _alone(part.strip()))


def _alone(latex: str) -> str:
    """The Typst of a relation or of the name of a function, which alone are no expression; empty for anything else."""
    name = latex.removeprefix("\\")
    return ALONE.get(latex) or (name if name in GREEK or (len(name) == 1 and name.isalpha()) else "")
