"""The state of one parse: arranged tokens, a position, and errors at tokens."""

from __future__ import annotations

from typing import NoReturn

from symcheck.latex.notation import Notation
from symcheck.latex.tokens import Token, reject


class Reader:
    """Arranged tokens (see ``layout``) and the next of them."""

    def __init__(self, tokens: list[Token], partners: dict[int, int], notation: Notation, file: str) -> None:
        self.tokens, self.partners, self.notation, self.file = tokens, partners, notation, file
        self.position = 0

    @property
    def token(self) -> Token:
        """The next token."""
        return self.tokens[self.position]

    @property
    def text(self) -> str:
        """The canonical text of the next token."""
        return self.tokens[self.position].text

    def follows(self, *texts: str) -> bool:
        """Whether the tokens after the next one begin with ``texts``."""
        start = self.position + 1
        return tuple(t.text for t in self.tokens[start : start + len(texts)]) == texts

    def advance(self) -> Token:
        """The next token, which is then behind us."""
        self.position += 1
        return self.tokens[self.position - 1]

    def accept(self, text: str) -> bool:
        """Step over ``text`` if it is next."""
        found = self.text == text
        self.position += found
        return found

    def expect(self, text: str, where: str) -> Token:
        """Step over ``text``, or fail."""
        if self.text != text:
            self.fail(f"expected '{text}' {where}, found {self.token}")
        return self.advance()

    def fail(self, message: str, token: Token | None = None) -> NoReturn:
        """Raise the error at ``token``, the next one if none is given."""
        reject(message, token or self.token, self.file)

    def shown(self, start: int, end: int) -> str:
        """The source of the tokens between two positions, in quotation marks."""
        return "'" + "".join(t.source for t in self.tokens[start:end]) + "'"
