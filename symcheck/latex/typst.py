"""Terms and formulas as Typst mathematics: the same brackets as ``printer`` writes, in Typst's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from symcheck.kernel.term import Term
from symcheck.latex.markup import Markup
from symcheck.latex.notation import Notation
from symcheck.latex.nucleus import Key, Spelling, key_of
from symcheck.latex.tokens import ACCENTS
from symcheck.latex.tree import Formula
from symcheck.latex.writer import Writer

#: Commands that Typst calls otherwise.
_COMMANDS = {
    r"\epsilon": "epsilon.alt", r"\varepsilon": "epsilon", r"\phi": "phi.alt", r"\varphi": "phi",
    r"\inf": '"inf"', r"\sup": '"sup"', r"\min": '"min"', r"\max": '"max"',
}  # fmt: skip
_ACCENTS = {r"\hat": "hat", r"\bar": "macron", r"\tilde": "tilde"}


def to_typst(item: Term | Formula, notation: Notation, *, rows: bool = False) -> str:
    """``item`` as the content of a Typst equation, without the dollar signs; ``rows``: one for each relation."""
    return Writer(TypstMarkup(notation)).write(item, rows=rows)


class TypstMarkup(Markup):
    """Typst, whose brackets grow by themselves."""

    templates: ClassVar[Mapping[str, str]] = {
        "dot": "dot.op", "fraction": "frac(%s, %s)", "slash": "%s slash %s", "power": "%s^(%s)",
        "sqrt": "sqrt(%s)", "abs": "abs(%s)", "log": "ln %s", "exp": "exp %s",
        "sin": "sin %s", "cos": "cos %s", "asin": "arcsin %s", "atan": "arctan %s", "asinh": 'op("arsinh") %s',
        "sign": 'op("sgn") %s', "gamma": "Gamma %s", "erf": 'op("erf") %s', "pi": "pi",
        "euler": 'gamma_("E")', "floor": "floor(%s)",
        "sum": "sum_(%s = %s)^(%s) %s", "limit": "lim_(%s arrow.b 0) %s", "every": "forall %s: quad",
        "min": "min {%s}", "max": "max {%s}", "maxover": "max_(%s >= %s) %s",
        "argmax": 'op("argmax", limits: #true)_(%s) %s', "integral": "integral_(%s)^(%s) %s dif %s",
        "bracket": "lr([%s])_(%s = %s)^(%s)", "differential": "dif %s",
        "partial": "frac(partial %s, partial %s)", "deriv": "frac(partial, partial %s) %s",
        "deriv at": "lr(frac(partial, partial %s) %s |)_(%s = %s)",
        "label": "underbrace(%s, %s)", "signed label": 'underbrace(class("binary", -) %s, %s)',
        "eq": "=", "def": "eq.delta", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">=",
        "approx": "approx", "propto": "prop", "lesssim": "lt.tilde",
        "implies": "==>", "iff": "<==>", "and": ", quad", "subject": 'quad "subject to" quad',
    }  # fmt: skip

    def symbol(self, name: str) -> str:
        """The declared Typst, or what follows from the LaTeX."""
        declared = self.notation.symbol(name)
        return (declared and declared.typst) or _decorated(key_of(self.symbol_latex(name)))

    def function(self, name: str, index: str, primes: int) -> str:
        """The declared Typst, or what follows from the LaTeX, with index and primes."""
        declared = self.notation.function(name)
        key = key_of(self.function_latex(name))
        text = (declared and declared.typst) or _decorated(key)
        if index:
            text = f"{text}_({index})"
        if not primes:
            return text
        return (f'class("normal", {text})' if key.sup else text) + _primes(primes)

    def composition(self, names: Sequence[str], primes: int) -> str:
        """``(f compose g)``."""
        inside = " compose ".join(self.function(name, "", 0) for name in names)
        return f"({inside})" + (_primes(primes) if primes else "")

    def brackets(self, inside: str) -> str:
        """Round brackets."""
        return f"({inside})"

    def is_bracketed(self, text: str) -> bool:
        """Whether ``text`` begins with a round bracket."""
        return text.startswith("(")

    def label(self, label: str) -> str:
        """The symbol or words under a brace."""
        key = key_of(label)
        entry = self.notation.find(key)
        return self.symbol(entry.symbol.name) if entry and entry.symbol else _decorated(key)

    def join(self, parts: Sequence[str]) -> str:
        """The parts with spaces, which Typst needs between letters and does not print."""
        return " ".join(parts)

    def rows(self, rows: Sequence[tuple[str, str]]) -> str:
        """Rows of an equation."""
        return " \\\n".join(f"{left} & {right}".strip() for left, right in rows)


def _primes(count: int) -> str:
    return f"^({' '.join(['prime'] * count)})"


def _decorated(key: Key) -> str:
    """A symbol from its LaTeX spelling."""
    base = _word(key.base[0], operator=True)
    if key.base[0] in ACCENTS:
        base = f"{_ACCENTS[key.base[0]]}({_words(key.base[1:])})"
    sub = f"_({_words(key.sub)})" if key.sub else ""
    return base + sub + (f"^({_words(key.sup)})" if key.sup else "")


def _words(spelling: Spelling) -> str:
    return " ".join(_word(token) for token in spelling if token not in ("{", "}"))


def _word(token: str, *, operator: bool = False) -> str:
    """One LaTeX token of a symbol."""
    if token.startswith((r"\operatorname{", r"\mathrm{", r"\text{")):
        text = '"' + token[token.index("{") + 1 : -1].replace('"', r"\"") + '"'
        return f"op({text})" if operator else text
    return _COMMANDS.get(token, token.removeprefix("\\"))
