r"""How a symbol is written: a base with a subscript and a superscript, compared token by token.

``n^*``, ``n^{*}`` and ``{n^{*}}`` are one spelling; so are ``C^{*}_{\inf}`` and ``C_{\inf}^{*}``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from symcheck.latex.tokens import ACCENTS, END, NAME, NUMBER, Token, reject, tokenize

MAX_BRACES = 8
Spelling = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """The spelling by which a symbol or function is declared and found."""

    base: Spelling
    sub: Spelling = ()
    sup: Spelling = ()


@dataclass(frozen=True, slots=True)
class Script:
    """A subscript or superscript: the tokens from ``start`` (after ``^`` or ``_``) to ``end``."""

    start: int
    end: int
    spelling: Spelling


@dataclass(frozen=True, slots=True)
class Nucleus:
    """A base with its scripts.  ``closed``: these stand in braces, and ``outer`` is a superscript on the braces."""

    base: Spelling
    sub: Script | None
    sup: Script | None
    end: int
    closed: bool = False
    outer: Script | None = None

    @property
    def key(self) -> Key:
        """The key under which the whole would be declared."""
        return Key(self.base, self.sub.spelling if self.sub else (), self.sup.spelling if self.sup else ())


def key_of(latex: str) -> Key:
    """The key of one symbol written in LaTeX; InputError if it is not one."""
    tokens = tokenize(latex)
    found = read(tokens, 0)
    if tokens[found.end].kind != END or found.outer:
        reject("more than one symbol with its scripts", tokens[found.end], "")
    return found.key


def spelling(tokens: Sequence[Token]) -> Spelling:
    """The texts of ``tokens`` without braces around the whole."""
    texts = tuple(t.text for t in tokens)
    while len(texts) >= 2 and texts[0] == "{" and _closing(tokens, 0) == len(tokens) - 1:
        tokens, texts = tokens[1:-1], texts[1:-1]
    return texts


def _closing(tokens: Sequence[Token], opening: int) -> int:
    """The index of the brace that closes ``opening``; -1 if there is none."""
    depth = 0
    for index in range(opening, len(tokens)):
        text = tokens[index].text
        depth += (text == "{") - (text == "}")
        if depth == 0:
            return index
    return -1


def read(tokens: Sequence[Token], start: int, file: str = "", depth: int = 0) -> Nucleus:
    """The symbol, possibly decorated, that begins at ``start``."""
    if tokens[start].text == "{":
        return _read_braced(tokens, start, file, depth)
    base, position = _read_base(tokens, start, file)
    sub, sup, end = _read_scripts(tokens, position, file)
    return Nucleus(base, sub, sup, end)


def _read_braced(tokens: Sequence[Token], start: int, file: str, depth: int) -> Nucleus:
    inside = tokens[start + 1]
    if depth >= MAX_BRACES:
        reject("too many braces inside each other", tokens[start], file)
    if inside.text == "}":
        reject("empty group: expected an expression between the braces", inside, file)
    if inside.kind != NAME and inside.text != "{":
        reject(f"braces do not print: expected one symbol inside them, found {inside}; use ( )", inside, file)
    inner = read(tokens, start + 1, file, depth + 1)
    if tokens[inner.end].text != "}" or inner.outer:
        reject(f"braces do not print: expected '}}' after one symbol, found {tokens[inner.end]}; use ( )",
               tokens[inner.end], file)  # fmt: skip
    sub, sup, end = _read_scripts(tokens, inner.end + 1, file)
    if not inner.sub and not inner.sup:
        return Nucleus(inner.base, sub, sup, end)
    if sub:
        reject("a subscript on a symbol that has its scripts inside braces", tokens[sub.start - 1], file)
    return Nucleus(inner.base, inner.sub, inner.sup, end, True, sup)


def _read_base(tokens: Sequence[Token], start: int, file: str) -> tuple[Spelling, int]:
    token = tokens[start]
    if token.kind != NAME:
        reject(f"expected a symbol, found {token}", token, file)
    if token.text not in ACCENTS:
        return (token.text,), start + 1
    end = script_end(tokens, start + 1, file)
    return (token.text, *spelling(tokens[start + 1 : end])), end


def _read_scripts(tokens: Sequence[Token], start: int, file: str) -> tuple[Script | None, Script | None, int]:
    found: dict[str, Script] = {}
    position = start
    while tokens[position].text in ("^", "_"):
        mark = tokens[position]
        if mark.text in found:
            reject("double superscript" if mark.text == "^" else "double subscript", mark, file)
        end = script_end(tokens, position + 1, file)
        found[mark.text] = Script(position + 1, end, spelling(tokens[position + 1 : end]))
        position = end
    return found.get("_"), found.get("^"), position


def script_end(tokens: Sequence[Token], start: int, file: str) -> int:
    """The end of the braced group, or single token, at ``start``."""
    token = tokens[start]
    if token.text == "{":
        end = _closing(tokens, start)
        if end < 0:
            reject("'{' is never closed", token, file)
        if end == start + 1:
            reject("empty group: expected an expression between the braces", tokens[end], file)
        return end + 1
    if token.kind == END or token.text == "}":
        reject(f"expected a script, found {token}", token, file)
    if token.kind == NUMBER and len(token.text) > 1:
        reject(f"LaTeX sets only the first character of {token} here; put it in braces", token, file)
    if token.kind not in (NAME, NUMBER) and token.text not in ("*", r"\prime"):
        reject(f"expected a script, found {token}; put it in braces", token, file)
    if token.text.endswith("}") or token.text in ACCENTS:
        reject(f"put {token} in braces", token, file)
    return start + 1
