"""Plain text on a terminal: how wide it is, where its lines end, its colour."""

from __future__ import annotations

import shutil
import unicodedata

FALLBACK = (100, 24)  # where there is no terminal
NARROWEST = 40
FIXED = "\N{NO-BREAK SPACE}"


def terminal_width(width: int = 0) -> int:
    """``width``, or where it is 0 that of the terminal; never less than what a line of a finding needs."""
    return max(NARROWEST, width or shutil.get_terminal_size(FALLBACK).columns)


def display_width(text: str) -> int:
    """The number of terminal columns that ``text`` takes."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("F", "W") else 1


def wrap(text: str, columns: int, indent: str) -> str:
    """``text`` in lines of at most ``columns``, broken at spaces; a longer word is broken anywhere."""
    lines, used = [""], 0
    for number, word in enumerate(text.split(" ")):
        if used > len(indent) and used + 1 + display_width(word) > columns:
            lines.append(indent)
            used = len(indent)
        elif number:
            lines[-1] += " "
            used += 1
        for character in word:
            if used + _width(character) > columns:
                lines.append(indent)
                used = len(indent)
            lines[-1] += character
            used += _width(character)
    return "\n".join(lines).replace(FIXED, " ")


def clip(text: str, columns: int, indent: str, most: int) -> str:
    """The first ``most`` lines of the wrapped text; an ellipsis says that there is more."""
    lines = wrap(text, columns, indent).split("\n")
    if len(lines) <= most:
        return "\n".join(lines)
    last = lines[most - 1]
    while display_width(last) > columns - 2:
        last = last[:-1]
    return "\n".join([*lines[: most - 1], f"{last.rstrip(' ,;:')} …"])


def paint(text: str, code: str, colour: bool = True) -> str:
    """``text`` in the colour of an ANSI code, if colour is wanted."""
    return f"\033[{code}m{text}\033[0m" if colour else text
