"""Terms and formulas as Typst mathematics: the same brackets as ``printer`` writes, in Typst's words."""

from __future__ import annotations

from symcheck.kernel.term import Term
from symcheck.latex.notation import Notation
from symcheck.latex.nucleus import Key, Spelling, key_of
from symcheck.latex.tokens import ACCENTS
from symcheck.latex.tree import Formula
from symcheck.latex.writer import Markup, Writer

#: Commands that Typst calls otherwise.
_COMMANDS = {
    r"\epsilon": "epsilon.alt", r"\varepsilon": "epsilon", r"\phi": "phi.alt", r"\varphi": "phi", r"\prime": "prime",
    r"\inf": '"inf"', r"\sup": '"sup"', r"\min": '"min"', r"\max": '"max"',
}  # fmt: skip
_ACCENTS = {r"\hat": "hat", r"\bar": "macron", r"\tilde": "tilde"}
_RELATIONS = {
    "eq": "=", "def": "eq.delta", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">=",
    "approx": "approx", "propto": "prop", "lesssim": "lt.tilde",
}  # fmt: skip
_CONNECTIVES = {"implies": "==>", "iff": "<==>", "and": ", quad", "subject": 'quad "subject to" quad'}


def to_typst(item: Term | Formula, notation: Notation) -> str:
    """``item`` as the content of a Typst equation, without the dollar signs."""
    writer = Writer(TypstMarkup(notation))
    return writer.formula(item) if isinstance(item, Formula) else writer.sum(item)


def _word(token: str, *, operator: bool = False) -> str:
    """One LaTeX token of a symbol."""
    if token.startswith((r"\operatorname{", r"\mathrm{", r"\text{")):
        text = '"' + token[token.index("{") + 1 : -1].replace('"', r"\"") + '"'
        return f"op({text})" if operator else text
    return _COMMANDS.get(token, token.removeprefix("\\"))


def _words(spelling: Spelling) -> str:
    return " ".join(_word(t) for t in spelling if t not in ("{", "}"))


def _decorated(key: Key) -> str:
    """A symbol from its LaTeX spelling."""
    base = _word(key.base[0], operator=True)
    if key.base[0] in ACCENTS:
        base = f"{_ACCENTS[key.base[0]]}({_words(key.base[1:])})"
    sub = f"_({_words(key.sub)})" if key.sub else ""
    return base + sub + (f"^({_words(key.sup)})" if key.sup else "")


class TypstMarkup(Markup):
    """Typst, whose brackets grow by themselves."""

    def symbol(self, name: str) -> str:
        declared = self.notation.symbol(name)
        return (declared and declared.typst) or _decorated(key_of(self.symbol_latex(name)))

    def function(self, name: str, index: str, primes: int) -> str:
        declared = self.notation.function(name)
        key = key_of(self.function_latex(name))
        text = (declared and declared.typst) or _decorated(key)
        if index:
            text = f"{text}_({index})"
        if not primes:
            return text
        return f"{_closed(text) if key.sup else text}^({' '.join(['prime'] * primes)})"

    def number(self, digits: str) -> str:
        return digits

    def brackets(self, inside: str) -> str:
        return f"({inside})"

    def is_bracketed(self, text: str) -> bool:
        return text.startswith("(")

    def join(self, parts: list[str]) -> str:
        return " ".join(parts)

    def dot(self) -> str:
        return "dot.op"

    def slash(self, top: str, bottom: str) -> str:
        return f"{top} slash {bottom}"

    def fraction(self, top: str, bottom: str) -> str:
        return f"frac({top}, {bottom})"

    def power(self, base: str, exponent: str, symbol: str) -> str:
        decorated = bool(symbol and key_of(self.symbol_latex(symbol)).sup)
        return f"{_closed(base) if decorated else base}^({exponent})"

    def root(self, inside: str) -> str:
        return f"sqrt({inside})"

    def absolute(self, inside: str) -> str:
        return f"abs({inside})"

    def operator(self, name: str, arguments: str) -> str:
        return f"{name} {arguments}"

    def extremum(self, name: str, arguments: list[str]) -> str:
        return f"{name} {{{', '.join(arguments)}}}"

    def maximum_over(self, variable: str, low: str, body: str) -> str:
        return f"max_({variable} >= {low}) {body}"

    def argmax(self, variables: list[str], body: str) -> str:
        return f'op("argmax", limits: #true)_({", ".join(variables)}) {body}'

    def integral(self, body: str, low: str, high: str, variable: str) -> str:
        return f"integral_({low})^({high}) {body} dif {variable}"

    def evaluated(self, body: str, variable: str, low: str, high: str) -> str:
        return f"lr([{body}])_({variable} = {low})^({high})"

    def differential(self, operand: str) -> str:
        return f"dif {operand}"

    def partial(self, body: str, variable: str) -> str:
        return f"frac(partial {body}, partial {variable})"

    def derivative(self, body: str, variable: str, point: str) -> str:
        applied = f"frac(partial, partial {variable}) {body}"
        return f"lr({applied} |)_({variable} = {point})" if point else applied

    def label(self, body: str, label: str, *, signed: bool) -> str:
        inside = 'class("binary", -)' + body[1:] if signed else body
        return f"underbrace({inside}, {self.label_text(label)})"

    def label_text(self, label: str) -> str:
        """The symbol or words under a brace."""
        key = key_of(label)
        entry = self.notation.find(key)
        return self.symbol(entry.symbol.name) if entry and entry.symbol else _decorated(key)

    def composition(self, names: list[str], primes: int) -> str:
        inside = " compose ".join(self.function(name, "", 0) for name in names)
        return f"({inside})" + (f"^({' '.join(['prime'] * primes)})" if primes else "")

    def relation(self, name: str) -> str:
        return _RELATIONS[name]

    def connective(self, name: str) -> str:
        return _CONNECTIVES[name]


def _closed(base: str) -> str:
    """A decorated base that takes one more superscript, without brackets that print."""
    return f'class("normal", {base})'
