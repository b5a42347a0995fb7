r"""Tokens of LaTeX mathematics, each with its place in the file; what is not known is an error, never skipped.

White space, comments and thin spaces (``\,`` ``\;`` ``\:`` ``\!`` ``~``) separate tokens and have no meaning.
``\quad`` and ``\qquad`` are kept, because between two relations they separate statements.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from symcheck.errors import InputError

MAX_DIGITS = 60
NUMBER, NAME, SIGN, END = "number", "name", "sign", "end"

#: Spellings that mean the same token.
SYNONYMS = {
    r"\Rightarrow": r"\implies", r"\Longrightarrow": r"\implies",
    r"\Leftrightarrow": r"\iff", r"\Longleftrightarrow": r"\iff",
    r"\ne": r"\neq", r"\le": r"\leq", r"\leqslant": r"\leq", r"\ge": r"\geq", r"\geqslant": r"\geq",
    r"\lt": "<", r"\gt": ">", ":=": r"\triangleq", r"\dfrac": r"\frac", r"\tfrac": r"\frac",
    r"\lbrace": r"\{", r"\rbrace": r"\}", r"\mathrel{-}": "-", r"\times": r"\cdot", r"\qquad": r"\quad",
    r"\mathrel{\text{and}}": r"\text{and}", r"\mathrel{\text{subject to}}": r"\text{subject to}",
}  # fmt: skip

#: Commands with a meaning of their own; every other command can only be (part of) a declared symbol.
STRUCTURE = frozenset((
    r"\implies", r"\iff", r"\neq", r"\leq", r"\geq", r"\triangleq", r"\approx", r"\propto", r"\lesssim", r"\frac",
    r"\sqrt", r"\{", r"\}", r"\cdot", r"\quad", r"\ln", r"\exp", r"\min", r"\max", r"\underbrace", r"\int",
    r"\partial", r"\circ", r"\qed", r"\displaystyle", r"\lvert", r"\rvert", r"\prime", r"\left", r"\right",
    r"\begin", r"\end", r"\mathrm{d}", r"\mathrel", r"\operatorname", r"\operatorname*{argmax}", r"\mathrm",
    r"\text",
))  # fmt: skip
OPENERS = {"(": ")", "[": "]", r"\{": r"\}", r"\lvert": r"\rvert", "{": "}"}
CLOSERS = frozenset(OPENERS.values())
ACCENTS = frozenset((r"\hat", r"\bar", r"\tilde"))

_TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n]+|%[^\n]*|\\[,;:!\ ]|~)
    |(?P<row>\\\\(?:\[-?[0-9]*\.?[0-9]+(?:pt|em|ex|mm|cm)\])?)
    |(?P<number>[0-9]+\.[0-9]+|\.[0-9]+|[0-9]+)
    |(?P<argument>\\(?:operatorname\*?|mathrm|text|begin|end)[ \t\n]*\{[^{}\\$%&\#]*\})
    |(?P<mathrel>\\mathrel[ \t\n]*\{[ \t\n]*(?:-|\\text[ \t\n]*\{[^{}\\$%&\#]*\})[ \t\n]*\})
    |(?P<sized>\\(?P<size>left|right|[bB]igg?[lr]?)(?![A-Za-z])[ \t\n]*(?P<fence>[()\[\]|]|\\[{}]|\\[lr](?:vert|brace)))
    |(?P<primes>'+)
    |(?P<command>\\[A-Za-z]+|\\[{}])
    |(?P<letter>[A-Za-z])
    |(?P<sign>:=|[-(){}\[\]+=<>^_/,.&*])""",
    re.VERBOSE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Token:
    r"""One token: its canonical ``text``, the ``source`` it was written as, and where that begins.

    ``size`` is ``left`` or ``right`` for a delimiter written with ``\left`` or ``\right``, ``big`` for ``\bigg``
    and its kin, and empty otherwise.
    """

    text: str
    kind: str
    source: str
    line: int
    column: int
    size: str = ""

    def __str__(self) -> str:
        return "the end of the formula" if self.kind == END else repr(self.source).replace("\\\\", "\\")


def reject(message: str, token: Token, file: str) -> NoReturn:
    """Raise the error at ``token``."""
    raise InputError(message, file, token.line, token.column)


def tokenize(latex: str, file: str = "", line: int = 1, column: int = 1) -> list[Token]:
    """The tokens of ``latex``, which begins at the given place of ``file``; the last one is the end."""
    tokens: list[Token] = []
    position = 0
    while position < len(latex):
        match = _TOKEN.match(latex, position)
        if match is None:
            raise InputError(f"unknown character {_shown(latex, position)}", file, line, column)
        if match.lastgroup != "space":
            tokens.extend(_read(match, file, line, column))
        line, column = _advance(match[0], line, column)
        position = match.end()
    return [*tokens, Token("", END, "", line, column)]


def _shown(latex: str, position: int) -> str:
    return repr(latex[position : position + (2 if latex[position] == "\\" else 1)]).replace("\\\\", "\\")


def _advance(text: str, line: int, column: int) -> tuple[int, int]:
    newlines = text.count("\n")
    return (line + newlines, len(text) - text.rindex("\n")) if newlines else (line, column + len(text))


def _read(match: re.Match[str], file: str, line: int, column: int) -> list[Token]:
    """The tokens of one match: one, or the superscript that an apostrophe abbreviates."""
    source = match[0]
    if match["primes"]:
        spelled = ["^", "{", *[r"\prime"] * len(source), "}"]
        return [Token(text, SIGN, source, line, column) for text in spelled]
    if match["sized"]:
        return [_delimiter(match, file, line, column)]
    text = SYNONYMS.get(_canonical(match), _canonical(match))
    kind = SIGN if match["sign"] or match["row"] or match["mathrel"] or text in STRUCTURE or text in "<>" else NAME
    if match["number"]:
        kind = NUMBER
        _check_number(source, file, line, column)
    if text.startswith((r"\begin", r"\end")) or text in (r"\text{and}", r"\text{subject to}"):
        kind = SIGN
    token = Token(text, kind, source, line, column)
    if match["mathrel"] and text not in SYNONYMS.values():
        reject(rf"unknown relation {token}: \mathrel takes '-', \text{{and}} or \text{{subject to}}", token, file)
    return [token]


def _canonical(match: re.Match[str]) -> str:
    """The spelling without the white space and the options that do not matter."""
    if match["row"]:
        return r"\\"
    if match["mathrel"] or match["argument"]:
        return re.sub(r"\s*\{\s*", "{", re.sub(r"\s*\}\s*", "}", " ".join(match[0].split())))
    return match[0]


def _check_number(digits: str, file: str, line: int, column: int) -> None:
    token = Token(digits, NUMBER, digits, line, column)
    if len(digits) > MAX_DIGITS:
        reject(f"a number of {len(digits)} digits; at most {MAX_DIGITS} are read", token, file)
    if len(digits) > 1 and digits[0] == "0" and digits[1] != ".":
        reject(f"the number {token} begins with 0", token, file)


def _delimiter(match: re.Match[str], file: str, line: int, column: int) -> Token:
    fence, size = SYNONYMS.get(match["fence"], match["fence"]), match["size"]
    if fence == "|":
        side = {"t": "r", "l": "l", "r": "r"}.get(size[-1]) if size != "left" else "l"
        fence = {"l": r"\lvert", "r": r"\rvert"}.get(side or "", "|")
    token = Token(fence, SIGN, match[0], line, column, size if size in ("left", "right") else "big")
    wrong = {"left": CLOSERS, "right": frozenset(OPENERS)}.get(size, frozenset())
    if fence == "|" or fence in wrong:
        reject(f"{token} does not say on which side it stands", token, file)
    return token
