"""Tokens of the plain syntax, each with its column; what is not known is an error, never skipped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from symcheck.errors import InputError

MAX_TEXT = 20_000
MAX_DIGITS = 400
NUMBER, NAME, STRING, END = "number", "name", "string", "end"
HINTS = {
    "^": "write ** for a power", "//": "write floor(a/b)",
    "%": "write a - b*floor(a/b)", "!": "write factorial(n), or != for a relation", "&": "write 'and'",
    "|": "write Abs(x)", "<>": "write !=", "\\": "this looks like LaTeX", "≤": "write <=", "≥": "write >=",
    "≠": "write !=",
}  # fmt: skip

_TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n]+)
    |(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+(?![A-Za-z0-9_.]))?)
    |(?P<name>[A-Za-z_][A-Za-z0-9_]*)
    |(?P<string>'[^'\n]*'|"[^"\n]*")
    |(?P<sign>\*\*|->|==|!=|<=|>=|(?!//|<>)[-+*/()<>,~=\[\]])""",
    re.VERBOSE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token, its text, and the place where it begins."""

    text: str
    kind: str
    line: int
    column: int
    end: int

    def __str__(self) -> str:
        return "the end" if self.kind == END else repr(self.text)


def tokenize(text: str, where: str = "") -> list[Token]:
    """The tokens of ``text``, found in the field or file ``where``; the last one is the end."""
    if len(text) > MAX_TEXT:
        raise InputError(f"a text of {len(text)} characters; at most {MAX_TEXT} are read", where, 1, 1)
    tokens: list[Token] = []
    position, line, start = 0, 1, 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        column = position - start + 1
        if match is None:
            _unknown(text, position, where, line, column)
        kind, found = str(match.lastgroup), match[0]
        if kind != "space":
            tokens.append(Token(found, kind, line, column, match.end()))
            _check(tokens, position, where)
        if "\n" in found:
            line, start = line + found.count("\n"), position + found.rindex("\n") + 1
        position = match.end()
    return [*tokens, Token("", END, line, position - start + 1, position)]


def reject(message: str, token: Token, where: str) -> NoReturn:
    """Raise the error at ``token``."""
    raise InputError(message, where, token.line, token.column)


def _unknown(text: str, position: int, where: str, line: int, column: int) -> NoReturn:
    sign = next((s for s in sorted(HINTS, key=len, reverse=True) if text.startswith(s, position)), text[position])
    hint = f": {HINTS[sign]}" if sign in HINTS else ""
    raise InputError(f"unknown character {sign!r}{hint}", where, line, column)


def _check(tokens: list[Token], start: int, where: str) -> None:
    """Refuse ``2x``, ``007``, ``1.2.3``, names that begin with ``_``, and numbers without end."""
    token, before = tokens[-1], tokens[-2] if len(tokens) > 1 else None
    if before is not None and before.kind == NUMBER and before.end == start and token.kind in (NUMBER, NAME):
        what = f"write {before.text}*{token.text}" if token.kind == NAME else "not a number"
        reject(f"{before.text}{token.text}: {what}", before, where)
    if token.kind == NAME and (token.text.startswith("_") or len(token.text) > 60):
        reject(f"{token} can't be a name: it begins with a letter and has at most 60", token, where)
    if token.kind == NUMBER:
        digits, _, exponent = token.text.lower().partition("e")
        if len(digits) > MAX_DIGITS or (exponent and abs(int(exponent[:9])) > MAX_DIGITS):
            reject(f"a number of more than {MAX_DIGITS} digits", token, where)
        if len(digits) > 1 and digits[0] == "0" and digits[1] != ".":
            reject(f"the number {token} begins with 0", token, where)
