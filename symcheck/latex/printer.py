r"""Terms and formulas as LaTeX: ``parse(to_latex(x))`` is ``x`` for every tree the reader can produce.

For terms from elsewhere, a negative number is written as the negative of a number and a fraction with ``\frac``;
``deriv`` and ``sup`` are written but have no LaTeX of their own to be read from.  Names that the notation does not
declare are spelled by ``spelling``.
"""

from __future__ import annotations

import re

from symcheck.kernel.term import Term
from symcheck.latex import nucleus
from symcheck.latex.notation import Notation
from symcheck.latex.nucleus import Key
from symcheck.latex.tokens import tokenize
from symcheck.latex.tree import CONNECTIVES, RELATIONS, Formula
from symcheck.latex.writer import Markup, Writer

_TALL = re.compile(r"\\(frac|int|underbrace|left|sqrt)(?![A-Za-z])")
_WORD = re.compile(r"\\[A-Za-z]+\Z")


def to_latex(item: Term | Formula, notation: Notation) -> str:
    """``item`` in one line of LaTeX."""
    writer = Writer(LatexMarkup(notation))
    return writer.formula(item) if isinstance(item, Formula) else writer.sum(item)


def join(parts: list[str]) -> str:
    """The parts side by side, with a space only where two tokens would grow together."""
    text = ""
    for part in parts:
        text += " " + part if part[:1].isalpha() and _WORD.search(text) else part
    return text


class LatexMarkup(Markup):
    """LaTeX, with ``\\left`` and ``\\right`` around what is tall."""

    def symbol(self, name: str) -> str:
        return self.symbol_latex(name)

    def function(self, name: str, index: str, primes: int) -> str:
        declared = self.notation.function(name)
        latex = self.function_latex(name)
        if index and declared:
            latex = self.indexed(latex, declared.key, index)
        if not primes:
            return latex
        decorated = declared is not None and bool(declared.key.sup)
        return (f"{{{latex}}}" if decorated else latex) + "^{" + r"\prime" * primes + "}"

    def indexed(self, latex: str, key: Key, index: str) -> str:
        """A member of a family, in a way that is not the spelling of a function of its own."""
        sub = nucleus.spelling(tokenize(index)[:-1])
        taken = any(self.notation.find(Key(key.base, sub, sup)) for sup in {key.sup, ()})
        return f"{latex}_{{({index})}}" if taken else f"{latex}_{{{index}}}"

    def clashes(self, base: Term, exponent: str) -> bool:
        declared = self.notation.symbol(base.name) if base.head == "sym" else None
        if declared is None or declared.key.sup:
            return False
        sup = nucleus.spelling(tokenize(exponent)[:-1])
        return self.notation.find(Key(declared.key.base, declared.key.sub, sup)) is not None

    def number(self, digits: str) -> str:
        return digits

    def brackets(self, inside: str) -> str:
        return rf"\left({inside}\right)" if _TALL.search(inside) else f"({inside})"

    def is_bracketed(self, text: str) -> bool:
        return text.startswith(("(", r"\left("))

    def join(self, parts: list[str]) -> str:
        return join(parts)

    def dot(self) -> str:
        return r"\cdot"

    def slash(self, top: str, bottom: str) -> str:
        return f"{top}/{bottom}"

    def fraction(self, top: str, bottom: str) -> str:
        return rf"\frac{{{top}}}{{{bottom}}}"

    def power(self, base: str, exponent: str, symbol: str) -> str:
        decorated = bool(symbol and nucleus.key_of(base).sup)
        return f"{{{base}}}^{{{exponent}}}" if decorated else f"{base}^{{{exponent}}}"

    def root(self, inside: str) -> str:
        return rf"\sqrt{{{inside}}}"

    def absolute(self, inside: str) -> str:
        return rf"\left|{inside}\right|"

    def operator(self, name: str, arguments: str) -> str:
        return rf"\{name}{arguments}"

    def extremum(self, name: str, arguments: list[str]) -> str:
        inside = ", ".join(arguments)
        tall = _TALL.search(inside)
        return rf"\{name}\left\{{{inside}\right\}}" if tall else rf"\{name}\{{{inside}\}}"

    def maximum_over(self, variable: str, low: str, body: str) -> str:
        return join([join([rf"\max_{{{variable}\geq", low]) + "}", body])

    def argmax(self, variables: list[str], body: str) -> str:
        return rf"\operatorname*{{argmax}}_{{{','.join(variables)}}}{body}"

    def integral(self, body: str, low: str, high: str, variable: str) -> str:
        return rf"\int_{{{low}}}^{{{high}}}{body}\,\mathrm{{d}}{variable}"

    def evaluated(self, body: str, variable: str, low: str, high: str) -> str:
        return rf"\left[{body}\right]_{{{variable}={low}}}^{{{high}}}"

    def differential(self, operand: str) -> str:
        return rf"\mathrm{{d}}{operand}"

    def partial(self, body: str, variable: str) -> str:
        return self.fraction(join([r"\partial", body]), join([r"\partial", variable]))

    def derivative(self, body: str, variable: str, point: str) -> str:
        applied = join([r"\frac{\partial}{" + join([r"\partial", variable]) + "}", body])
        return rf"\left.{applied}\right|_{{{variable}={point}}}" if point else applied

    def label(self, body: str, label: str, *, signed: bool) -> str:
        inside = r"\mathrel{-}" + body[1:] if signed else body
        return rf"\underbrace{{{inside}}}_{{{label}}}"

    def composition(self, names: list[str], primes: int) -> str:
        inside = join([part for name in names for part in (r"\circ", self.function(name, "", 0))][1:])
        return f"({inside})" + ("^{" + r"\prime" * primes + "}" if primes else "")

    def relation(self, name: str) -> str:
        return RELATIONS[name]

    def connective(self, name: str) -> str:
        return CONNECTIVES[name]
