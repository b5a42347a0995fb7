"""What the user did that we can't work with, said once and clearly, and the exit codes."""

from __future__ import annotations

from pathlib import Path

EXIT_OK = 0
EXIT_REGRESSED = 1
EXIT_BAD_INPUT = 2
EXIT_OPEN = 3
EXIT_INTERRUPTED = 130


class InputError(Exception):
    """Bad input: one message with the place where it stands; ends the program with exit code 2."""

    def __init__(self, message: str, file: str | Path = "", line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message, self.file, self.line, self.column = message, str(file), line, column

    def __str__(self) -> str:
        place = ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)]) if self.file else ""
        if not place and self.line:
            place = f"line {self.line}, column {self.column}"
        return f"{place}: {self.message}" if place else self.message
