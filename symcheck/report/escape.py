"""Plain text into Markdown, LaTeX and Typst, so that no character of it acts as markup."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterable

from symcheck.errors import InputError
from symcheck.report.formulas import github

WIDTH = 110

MARKDOWN_INLINE = re.compile(r"[\\`*_\[\]|~]")
MARKDOWN_START = re.compile(r"\A(?:(\d+)(?=[.)](?:\s|\Z))|(?=(?:#{1,6}|[+=-]+)(?:\s|\Z)))")
MARKDOWN_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "<span>$</span>"}
TICKS = re.compile(r"`+")

LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}", ">": r"\textgreater{}",
    "|": r"\textbar{}", '"': r"\textquotedbl{}", "`": r"\textasciigrave{}", "'": r"\textquotesingle{}", "-": "{-}",
    "‘": "`", "’": "'", "“": "``", "”": "''", "–": "--", "—": "---", "…": r"\dots{}", "§": r"\S{}",
}  # fmt: skip
LATEX_SYMBOLS = {
    "≤": r"\le", "≥": r"\ge", "≠": r"\ne", "≈": r"\approx", "≡": r"\equiv", "≔": r"\mathrel{:=}", "→": r"\to",
    "⇒": r"\Rightarrow", "↦": r"\mapsto", "⊢": r"\vdash", "∈": r"\in", "∀": r"\forall", "∃": r"\exists", "∧": r"\land",
    "∨": r"\lor", "¬": r"\neg", "∞": r"\infty", "∫": r"\int", "√": r"\surd", "∂": r"\partial", "∑": r"\sum",
    "∏": r"\prod", "−": "-", "±": r"\pm", "×": r"\times", "·": r"\cdot", "∘": r"\circ", "′": "'", "²": "^2", "³": "^3",
    "₀": "_0", "₁": "_1", "½": r"\tfrac12", "°": r"^\circ", "✓": r"\checkmark", "✗": r"\times", "○": r"\circ",
    "◐": r"\bullet", "∎": r"\square",
}  # fmt: skip
GREEK = re.compile(r"GREEK (SMALL|CAPITAL) LETTER (\w+)\Z")
GREEK_CAPITALS = frozenset({"Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega"})
LATIN = 0x180  # T1 fonts have the Latin letters below this code

TYPST_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|\\.', re.DOTALL)
TYPST_LIMITS = re.compile(r"limits: #true(?=\))")  # how an operator says where its script stands
TYPST_ESCAPES = {"\\": "\\\\", '"': '\\"'}


def one_line(text: str) -> str:
    """``text`` without control characters, its whitespace folded into single spaces."""
    return " ".join("".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text).split())


def _prose(parts: Iterable[str | tuple[str, str]], text: Callable[[str], str], math: Callable[[str, str], str]) -> str:
    """Text and formulas in turn; a blank at either end of a text stays, so that no words grow together."""
    found = []
    for part in parts:
        if isinstance(part, str):
            before, after = " " * part[:1].isspace(), " " * (part[-1:].isspace() and len(part) > 1)
            found.append(before + text(part) + after)
        else:
            found.append(math(*part))
    return "".join(found)


def markdown(text: str) -> str:
    """Plain text for GitHub Markdown, on one line; good in a table cell and at the start of a line."""
    escaped = MARKDOWN_INLINE.sub(r"\\\g<0>", one_line(text))
    escaped = "".join(MARKDOWN_ENTITIES.get(c, c) for c in escaped)
    return MARKDOWN_START.sub(lambda m: f"{m[1] or ''}\\", escaped)


def markdown_code(text: str) -> str:
    """A code span; the bar is escaped because a table cell ends at it even inside code."""
    line = one_line(text) or " "
    ticks = "`" * (max((len(run) for run in TICKS.findall(line)), default=0) + 1)
    pad = " " if line[0] == "`" or line[-1] == "`" else ""
    return f"{ticks}{pad}{line}{pad}{ticks}".replace("|", "\\|")


def markdown_math(latex: str) -> str:
    r"""Inline math; bars become ``\vert`` and backticks quotes, which would end a cell or the formula."""
    text = github(latex).replace("\\|", "\\Vert ").replace("|", "\\vert ").replace("`", "‘")
    return f"$`{' '.join(text.split())}`$"


def markdown_prose(parts: Iterable[str | tuple[str, str]]) -> str:
    """A sentence with formulas in it, on one line."""
    return _prose(parts, markdown, lambda latex, _: markdown_math(latex))


def markdown_display(latex: str, indent: int = 0) -> str:
    """A ```math block wrapped at spaces; its fence is longer than any run of backticks inside."""
    fence = "`" * max(3, *(len(run) + 1 for run in TICKS.findall(latex)), 3)
    lines = textwrap.wrap(github(latex), WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return textwrap.indent("\n".join([f"{fence}math", *lines, fence]), " " * indent)


def latex(text: str) -> str:
    """Plain text for LaTeX (T1, inputenc utf8); a character that no font there has is given by its name."""
    return "".join(map(_latex_character, unicodedata.normalize("NFC", one_line(text))))


def latex_prose(parts: Iterable[str | tuple[str, str]]) -> str:
    """A sentence with formulas in it."""
    return _prose(parts, latex, lambda source, _: f"${source}$")


def latex_code(text: str) -> str:
    """Typewriter text that may break after punctuation."""
    parts = re.split(r"(?<=[:/._-])", one_line(text))
    return r"\texttt{" + r"\allowbreak{}".join(latex(part) for part in parts if part) + "}"


def _latex_character(character: str) -> str:
    if character in LATEX:
        return LATEX[character]
    if character in LATEX_SYMBOLS:
        return f"${LATEX_SYMBOLS[character]}$"
    name = unicodedata.name(character, "")
    if greek := GREEK.match(name):
        word = greek[2].lower().replace("lamda", "lambda")
        if greek[1] == "SMALL" and word != "omicron":
            return f"$\\{word}$"
        if word.capitalize() in GREEK_CAPITALS:
            return f"$\\{word.capitalize()}$"
    if ord(character) < LATIN and (character.isascii() or character.isalpha()):
        return character
    return f"[{latex(name.lower()) or f'U+{ord(character):04X}'}]"


def typst(text: str) -> str:
    """A Typst string literal; nothing in it is markup."""
    return '"' + "".join(TYPST_ESCAPES.get(c, c) for c in one_line(text)) + '"'


def typst_flag(value: object) -> str:
    """A Typst boolean: whether ``value`` is something."""
    return "true" if value else "false"


def typst_math(source: str) -> str:
    """Typst math source, refused if it could leave math mode, start a comment or run code."""
    bare = TYPST_LIMITS.sub("", TYPST_STRING.sub("", source))
    for sign in ("$", "#", "//", "/*", '"'):
        if sign in bare:
            raise InputError(f"not a Typst formula ({sign} in it): {source[:80]}")
    return " ".join(source.split())


def typst_prose(parts: Iterable[str | tuple[str, str]]) -> str:
    """A sentence with formulas in it, as Typst content; a formula without Typst source is shown as its LaTeX."""
    return "[" + _prose(parts, lambda t: f"#{typst(t)};", _typst_inline) + "]"


def _typst_inline(latex: str, source: str) -> str:
    return f"${typst_math(source)}$" if source else f"#code({typst(latex)});"
