r"""Claims in LaTeX without a notation of their own: every letter is a real symbol, and what could be more is an error.

A symbol is a Latin or Greek letter, accented or with a subscript, or a word in ``\mathrm`` or
``\operatorname``; its kernel name is its spelling without signs (``\alpha_{1}`` is alpha_1).  Unless they are declared,

- ``e`` is Euler's number, ``\pi`` is pi, and ``i`` outside a sum is an error, since it may be the imaginary unit;
- ``d`` is a differential in a formula with ``\int`` or ``\frac{d…}{d…}``;
- a letter before brackets is a factor, but an error if what is in them, or the letter itself, suggests a function;
- a prime is an error, and so is a word in ``\operatorname``, or the name of a function in ``\mathrm``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from symcheck.errors import InputError
from symcheck.kernel.term import NAME as KERNEL_NAME
from symcheck.kernel.term import Term, free, substitute
from symcheck.latex import nucleus
from symcheck.latex.analysis import ANALYSIS, COMMANDS
from symcheck.latex.expression import DIFFERENTIAL
from symcheck.latex.notation import Notation, Symbol
from symcheck.latex.nucleus import Nucleus, Spelling
from symcheck.latex.parser import parse_tokens
from symcheck.latex.spelling import GREEK
from symcheck.latex.tokens import ACCENTS, CLOSERS, NAME, NUMBER, OPENERS, SIGN, Token, reject, tokenize
from symcheck.latex.tree import Formula
from symcheck.plain.table import CONSTANTS, FUNCTIONS

FUNCTION_LETTERS = frozenset(("f", "g", "h", "F", "G", "H", r"\Gamma", r"\zeta", r"\phi", r"\Phi", r"\psi", r"\Psi"))
ARGUMENTS = {r"\frac": 2, r"\binom": 2, r"\sqrt": 1}
WORDS = (r"\mathrm{", r"\operatorname{")
FUNCTION_WORDS = frozenset((
    *FUNCTIONS, *(command.strip("\\{}").removeprefix("operatorname{") for command in COMMANDS),
    "ln", "lg", "ld", "lim", "max", "min", "sup", "inf", "det", "tr", "arg", "sgn", "cot", "sec", "csc",
    "arcsinh", "arccosh", "arctanh", "gcd", "lcm", "mod", "var", "cov",
))  # fmt: skip
r"""Words in ``\mathrm`` that are the name of a function rather than of a quantity."""
LETTER_CONSTANTS = {"e": CONSTANTS["E"], "pi": CONSTANTS["pi"]}


def parse_loose(latex: str, where: str, declared: Collection[str] = ()) -> Formula:
    """The formula that ``latex``, from the field or file ``where``, states; ``declared`` are names of symbols."""
    tokens = _with_differentials(_with_groups(tokenize(latex, where), where), declared)
    symbols: dict[nucleus.Key, Symbol] = {}
    for start, found in _symbols(tokens, where):
        symbol = _symbol(tokens, start, found, where, declared)
        symbols.setdefault(symbol.key, symbol)
    return parse_tokens(tokens, Notation(symbols.values()), where, ANALYSIS)


def with_constants(term: Term, declared: Collection[str]) -> Term:
    """The term with the letters that stand for numbers replaced by them."""
    return substitute(term, {name: value for name, value in LETTER_CONSTANTS.items() if name not in declared})


def as_in_latex(term: Term, where: str, declared: Collection[str], printed: Collection[str]) -> Term:
    """A term in the plain syntax beside LaTeX with the symbols ``printed``: a letter means the same in both."""
    for name in sorted(free(term) - {*printed}):
        if len(name) > 1 and name.isalpha() and name not in GREEK:
            raise InputError(f"{name}: a product or a symbol? write {'*'.join(name)}, or declare the symbol", where)
        if name == "i":
            raise InputError("i may be the imaginary unit; declare it to use it as a symbol", where)
    return with_constants(term, declared)


def name_of(latex: str) -> str:
    r"""The kernel name of one symbol in LaTeX; a name without a backslash is taken as it is."""
    if KERNEL_NAME.match(latex):
        return latex
    key = nucleus.key_of(latex)
    return "_".join([*map(_plain, key.base), *([_subscript(key.sub)] if key.sub else [])]) + "".join(
        "*" if mark == "*" else "'" for mark in key.sup
    )


def _with_groups(tokens: Sequence[Token], where: str) -> list[Token]:
    r"""The tokens with braces around single digits and letters after ``\frac``, ``\binom`` and ``\sqrt``.

    That is how TeX takes them: ``\frac12`` is one half.  More digits than there are arguments stay as they are, and are
    refused: ``\frac123`` looks like more than one thing.
    """
    found: list[Token] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        found.append(token)
        position += 1
        left = ARGUMENTS.get(token.text, 0)
        while left and position < len(tokens):
            taken = _single(tokens[position], left)
            if taken:
                for part in taken:
                    brace = replace(part, kind=SIGN, size="")
                    found += [replace(brace, text="{", source="{"), part, replace(brace, text="}", source="}")]
                position, left = position + 1, left - len(taken)
            elif tokens[position].text == "{" and left > 1:
                end = nucleus.script_end(tokens, position, where)
                found += _with_groups(tokens[position:end], where)
                position, left = end, left - 1
            else:
                break
    return found


def _single(token: Token, most: int) -> list[Token]:
    """The arguments that a token without braces is: a letter, or so many digits."""
    if token.kind == NUMBER and token.text.isdigit() and len(token.text) <= most:
        return [replace(token, text=d, source=d, column=token.column + i) for i, d in enumerate(token.text)]
    letter = token.kind == NAME and (len(token.text) == 1 or token.text[1:] in GREEK)
    return [token] if letter else []


def _with_differentials(tokens: Sequence[Token], declared: Collection[str]) -> list[Token]:
    """The tokens with every d as a differential, where the formula uses it so."""
    texts = [t.text for t in tokens]
    if "d" in declared or not (r"\int" in texts or any(_at_derivative(texts, i) for i in range(len(texts)))):
        return list(tokens)
    return [replace(t, text=DIFFERENTIAL, kind=SIGN) if t.text == "d" else t for t in tokens]


def _at_derivative(texts: Sequence[str], start: int) -> bool:
    r"""Whether ``\frac{d…}{d…}`` begins there."""
    if texts[start : start + 3] != [r"\frac", "{", "d"]:
        return False
    depth, end = 0, start + 1
    while end < len(texts):
        depth += (texts[end] == "{") - (texts[end] == "}")
        end += 1
        if depth == 0:
            break
    return texts[end : end + 2] == ["{", "d"]


def _symbols(tokens: Sequence[Token], where: str) -> Iterator[tuple[int, Nucleus]]:
    """Where symbols begin, and what they are; a subscript is part of its symbol."""
    position, skipped = 0, set[int]()
    while position < len(tokens):
        token = tokens[position]
        if position not in skipped and token.kind == NAME and token.text not in ANALYSIS and token.text != r"\to":
            found = nucleus.read(tokens, position, where)
            if found.sub:
                skipped |= set(range(found.sub.start, found.sub.end))
            if token.text in ACCENTS:
                skipped |= set(range(position, nucleus.script_end(tokens, position + 1, where)))
            yield position, found
        position += 1


def _symbol(
    tokens: Sequence[Token], start: int, found: Nucleus, where: str, declared: Collection[str]
) -> Symbol:  # fmt: skip
    token, base = tokens[start], found.base
    if not _is_letter(base):
        known = ", ".join(sorted(COMMANDS))
        reject(f"unknown command {token}; functions are {known}", token, where)
    marks = found.sup.spelling if found.sup and set(found.sup.spelling) <= {"*", r"\prime"} else ()
    sub = found.sub.spelling if found.sub else ()
    latex = _written(base) + (f"_{{{''.join(sub)}}}" if sub else "") + (f"^{{{''.join(marks)}}}" if marks else "")
    name = name_of(latex)
    if not KERNEL_NAME.match(name):
        reject(f"the symbol {latex} can't be read", token, where)
    if name not in declared:
        if _is_function(base):
            reject(f"{latex}: a function or a symbol? write \\{_plain(base[0])}, or declare the symbol", token, where)
        if marks and r"\prime" in marks:
            reject(f"{latex}: a derivative? write \\frac{{d}}{{dx}}, or declare the symbol", token, where)
        if name == "i" and not any(t.text == r"\sum" for t in tokens):
            reject("i may be the imaginary unit; declare it to use it as a symbol", token, where)
        _check_factor(tokens, found, base, where, token)
    return Symbol(latex, name)


def _check_factor(tokens: Sequence[Token], found: Nucleus, base: Spelling, where: str, token: Token) -> None:
    """Refuse ``f(x)``, ``x(a,b)`` and ``x(y)``, which look like functions."""
    if tokens[found.end].text not in ("(", "["):
        return
    inside: list[Token] = []
    depth = 0
    for after in tokens[found.end :]:
        depth += (after.text in OPENERS) - (after.text in CLOSERS)
        inside.append(after)
        if depth == 0:
            break
    single = len(inside) == 3 and inside[1].kind in (NAME, NUMBER)
    if single or base[0] in FUNCTION_LETTERS or any(t.text == "," for t in inside):
        reject(f"{token} before brackets: a function or a factor? write \\cdot, or declare the symbol", token, where)


def _is_letter(base: Spelling) -> bool:
    first = base[-1] if base[0] in ACCENTS else base[0]
    return len(first) == 1 or first[1:] in GREEK or first.startswith(WORDS)


def _is_function(base: Spelling) -> bool:
    """Whether a word is set as the names of functions are, or is one."""
    word = _plain(base[0]).lower()
    return base[0].startswith(WORDS[1]) or (base[0].startswith(WORDS[0]) and word in FUNCTION_WORDS)


def _written(base: Spelling) -> str:
    return f"{base[0]}{{{''.join(base[1:])}}}" if base[0] in ACCENTS else base[0]


def _plain(text: str) -> str:
    word = text[text.index("{") + 1 : -1] if text.startswith((*WORDS, r"\text{")) else text
    return "".join(c for c in word if c.isalnum())


def _subscript(sub: Spelling) -> str:
    return "".join(map(_plain, sub)) if all(t.isalnum() or t.startswith("\\") for t in sub) else "?"
