r"""Brackets are paired and the layout of a display is reduced to what it says, before anything is parsed.

After ``arrange`` the tokens are flat: the environment, ``&`` and ``\displaystyle`` are gone, rows end in ``\\``, a
``\quad`` that is left stands between two statements, and an evaluation bar ``F\bigg]^{b}_{a}`` is a token ``BAR``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from symcheck.latex.tokens import CLOSERS, END, OPENERS, SIGN, Token, reject
from symcheck.latex.tree import RELATIONS

MAX_NESTING = 40
BAR = "evaluation bar"
ROW, QUAD = r"\\", r"\quad"
ENVIRONMENTS = frozenset(("aligned", "align", "align*", "split", "gather", "gather*", "gathered"))
RELATION_OF = {latex: name for name, latex in RELATIONS.items()}
CONNECTIVE_OF = {
    r"\implies": "implies", r"\iff": "iff", r"\text{and}": "and", r"\text{subject to}": "subject",
}  # fmt: skip
_JOINTS = frozenset((*RELATION_OF, *CONNECTIVE_OF, ",", ROW, ""))
_BEFORE_SPACE = _JOINTS | {"+", "-", r"\cdot", "/", "&"} | frozenset(OPENERS)
_AFTER_SPACE = _JOINTS | {"&", ".", r"\qed"} | CLOSERS


def arrange(tokens: Sequence[Token], file: str) -> tuple[list[Token], dict[int, int]]:
    """The tokens without layout, and the index of each bracket's partner."""
    rows, in_rows = _without_environment(tokens, file)
    rows, _, depths = _pair(rows, file)
    _check_rows(rows, depths, in_rows, file)
    flat = _drop_spaces([t for t in rows if t.text not in ("&", r"\displaystyle")], file)
    flat, partners, _ = _pair(flat, file)
    return flat, partners


def _without_environment(tokens: Sequence[Token], file: str) -> tuple[list[Token], bool]:
    r"""The tokens inside the one environment that may enclose the formula, and whether there is one."""
    first = tokens[0]
    rows = list(tokens)
    enclosed = first.text.startswith(r"\begin")
    if enclosed:
        name = first.text[len(r"\begin{") : -1]
        if name not in ENVIRONMENTS:
            reject(f"unknown environment {first}", first, file)
        ends = [i for i, t in enumerate(tokens) if t.text == rf"\end{{{name}}}"]
        if not ends:
            reject(f"{first} has no end", first, file)
        rows = [*tokens[1 : ends[0]], *tokens[ends[0] + 1 :]]
        after = next((t for t in tokens[ends[0] + 1 :] if t.text not in (",", ".", r"\qed", "")), None)
        if after:
            reject(f"expected the end of the formula after its environment, found {after}", after, file)
    stray = next((t for t in rows if t.text.startswith((r"\begin", r"\end"))), None)
    if stray:
        reject(f"{stray}: an environment has to enclose the whole formula, once", stray, file)
    return rows, enclosed


def _check_rows(tokens: Sequence[Token], depths: Sequence[int], in_rows: bool, file: str) -> None:
    r"""``&``, ``\\`` and ``\displaystyle`` stand where they cannot change the meaning."""
    for index, token in enumerate(tokens):
        if token.text not in ("&", ROW, r"\displaystyle"):
            continue
        if not in_rows:
            reject(f"{token} outside an environment such as aligned", token, file)
        if depths[index] and token.text != r"\displaystyle":
            reject(f"{token} inside brackets", token, file)
        if token.text == "&":
            before = tokens[index - 1].text if index else ""
            after = next(t.text for t in tokens[index + 1 :] if t.text != r"\displaystyle")
            if before not in _JOINTS and after not in _JOINTS:
                reject("an alignment mark has to stand beside a relation", token, file)


def _drop_spaces(tokens: list[Token], file: str) -> list[Token]:
    r"""Without the ``\quad`` beside relations, operators and brackets; one is left where statements meet."""
    kept: list[Token] = []
    for index, token in enumerate(tokens):
        if token.text != QUAD:
            kept.append(token)
            continue
        before = kept[-1].text if kept else ""
        after = tokens[index + 1].text
        if before in _BEFORE_SPACE or before == QUAD or after in _AFTER_SPACE or after == QUAD:
            continue
        if after in ("+", "-"):
            reject(f"{token} before a sign: it is not clear whether a new statement begins", token, file)
        kept.append(token)
    return kept


def _pair(tokens: Sequence[Token], file: str) -> tuple[list[Token], dict[int, int], list[int]]:
    """The tokens with evaluation bars marked, the partner of each bracket, and the depth of each token."""
    marked, partners, depths = list(tokens), {}, []
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token.text in CLOSERS and token.kind == SIGN:
            if opened and _fits(tokens[opened[-1]], token):
                partners[index], partners[opened[-1]] = opened[-1], index
                opened.pop()
            elif token.text == "]" and tokens[index + 1].text in ("^", "_") and token.size != "right":
                marked[index] = replace(token, text=BAR)
            else:
                _reject_closer(token, tokens[opened[-1]] if opened else None, file)
        depths.append(len(opened))
        if token.text in OPENERS and token.kind == SIGN:
            opened.append(index)
            if len(opened) > MAX_NESTING:
                reject(f"more than {MAX_NESTING} brackets inside each other", token, file)
        if token.kind == END and opened:
            reject(f"{tokens[opened[-1]]} is never closed", tokens[opened[-1]], file)
    return marked, partners, depths


def _fits(opener: Token, closer: Token) -> bool:
    r"""Whether the two delimit one group: of one kind, and both or neither with ``\left``, ``\right``."""
    return OPENERS[opener.text] == closer.text and (opener.size == "left") == (closer.size == "right")


def _reject_closer(closer: Token, opener: Token | None, file: str) -> None:
    if opener is None:
        reject(f"{closer} closes nothing", closer, file)
    reject(f"{closer} does not close {opener} of line {opener.line}, column {opener.column}", closer, file)
