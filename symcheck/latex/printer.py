r"""Terms and formulas as LaTeX: ``parse(to_latex(x))`` is ``x`` for every tree the reader can produce.

For terms from elsewhere, a negative number is written as the negative of a number and a fraction with ``\frac``;
``deriv`` and ``sup`` are written but have no LaTeX of their own to be read from.  Names that the notation does not
declare are spelled by ``spelling``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import ClassVar

from symcheck.kernel.term import Term
from symcheck.latex import nucleus
from symcheck.latex.markup import Markup
from symcheck.latex.notation import Notation
from symcheck.latex.nucleus import Key
from symcheck.latex.tokens import tokenize
from symcheck.latex.tree import CONNECTIVES, RELATIONS, Formula
from symcheck.latex.writer import Writer

_TALL = re.compile(r"\\(frac|int|underbrace|left|sqrt)(?![A-Za-z])")
_WORD = re.compile(r"\\[A-Za-z]+\Z")


def to_latex(item: Term | Formula, notation: Notation, *, rows: bool = False) -> str:
    """``item`` in one line of LaTeX; with ``rows`` a formula has a row for each relation."""
    return Writer(LatexMarkup(notation)).write(item, rows=rows)


class LatexMarkup(Markup):
    r"""LaTeX, with ``\left`` and ``\right`` around what is tall."""

    templates: ClassVar[Mapping[str, str]] = {
        "dot": r"\cdot", "fraction": r"\frac{%s}{%s}", "slash": "%s/%s", "power": "%s^{%s}",
        "sqrt": r"\sqrt{%s}", "abs": r"\left|%s\right|", "log": r"\ln%s", "exp": r"\exp%s",
        "sin": r"\sin%s", "cos": r"\cos%s", "asin": r"\arcsin%s", "atan": r"\arctan%s",
        "asinh": r"\operatorname{arsinh}%s", "sign": r"\operatorname{sgn}%s", "gamma": r"\Gamma%s",
        "erf": r"\operatorname{erf}%s", "pi": r"\pi", "euler": r"\gamma_{\mathrm{E}}",
        "floor": r"\lfloor %s\rfloor", "sum": r"\sum_{%s=%s}^{%s}%s", "limit": r"\lim_{%s\downarrow 0}%s",
        "every": r"\forall %s\colon\quad",
        "min": r"\min\{%s\}", "max": r"\max\{%s\}", "maxover": r"\max_{%s\geq %s}%s",
        "argmax": r"\operatorname*{argmax}_{%s}%s", "integral": r"\int_{%s}^{%s}%s\,\mathrm{d}%s",
        "bracket": r"\left[%s\right]_{%s=%s}^{%s}", "differential": r"\mathrm{d}%s",
        "partial": r"\frac{\partial %s}{\partial %s}", "deriv": r"\frac{\partial}{\partial %s}%s",
        "deriv at": r"\left.\frac{\partial}{\partial %s}%s\right|_{%s=%s}",
        "label": r"\underbrace{%s}_{%s}", "signed label": r"\underbrace{\mathrel{-}%s}_{%s}",
        **RELATIONS, **CONNECTIVES,
    }  # fmt: skip

    def piece(self, name: str, *parts: str) -> str:
        """The piece, with braces as tall as a minimum needs them."""
        text = super().piece(name, *parts)
        if name in ("min", "max") and _TALL.search(parts[0]):
            return text.replace(r"\{", r"\left\{", 1)[:-2] + r"\right\}"
        return text

    def symbol(self, name: str) -> str:
        """The declared LaTeX, or a derived one."""
        return self.symbol_latex(name)

    def function(self, name: str, index: str, primes: int) -> str:
        """The declared LaTeX with index and primes."""
        declared = self.notation.function(name)
        latex = self.function_latex(name)
        if index and declared:
            latex = self._indexed(latex, declared.key, index)
        if not primes:
            return latex
        decorated = declared is not None and bool(declared.key.sup)
        return (f"{{{latex}}}" if decorated else latex) + _primes(primes)

    def _indexed(self, latex: str, key: Key, index: str) -> str:
        """A member of a family, in a way that is not the spelling of a function of its own."""
        sub = nucleus.spelling(tokenize(index)[:-1])
        taken = any(self.notation.find(Key(key.base, sub, sup)) for sup in (key.sup, ()))
        return f"{latex}_{{({index})}}" if taken else f"{latex}_{{{index}}}"

    def composition(self, names: Sequence[str], primes: int) -> str:
        r"""``(f\circ g)``."""
        parts = [part for name in names for part in (r"\circ", self.function(name, "", 0))]
        return f"({self.join(parts[1:])})" + (_primes(primes) if primes else "")

    def clashes(self, base: Term, exponent: str) -> bool:
        """Whether a symbol with this very superscript is declared."""
        declared = self.notation.symbol(base.name) if base.head == "sym" else None
        if declared is None or declared.key.sup:
            return False
        sup = nucleus.spelling(tokenize(exponent)[:-1])
        return self.notation.find(Key(declared.key.base, declared.key.sub, sup)) is not None

    def brackets(self, inside: str) -> str:
        """Round brackets."""
        return rf"\left({inside}\right)" if _TALL.search(inside) else f"({inside})"

    def is_bracketed(self, text: str) -> bool:
        """Whether ``text`` begins with a round bracket."""
        return text.startswith(("(", r"\left("))

    def label(self, label: str) -> str:
        """The label as it was declared."""
        return label

    def join(self, parts: Sequence[str]) -> str:
        """The parts with a space only where two tokens would grow together."""
        text = ""
        for part in parts:
            text += " " + part if part[:1].isalpha() and _WORD.search(text) else part
        return text

    def rows(self, rows: Sequence[tuple[str, str]]) -> str:
        """An ``aligned`` environment."""
        lines = [f"{left}&{right}" if right else left for left, right in rows]
        return "\\begin{aligned}\n" + "\\\\\n".join(lines) + "\n\\end{aligned}"


def _primes(count: int) -> str:
    return "^{" + r"\prime" * count + "}"
