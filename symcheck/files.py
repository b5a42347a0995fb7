"""Reading and writing files: whole or not at all, and every failure names the file and the reason."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from symcheck.errors import InputError


def write_atomically(path: str | Path, data: str | bytes) -> None:
    """Make ``path`` hold ``data``: whoever reads it sees the old bytes or all of the new ones, also after a crash.

    Missing folders are made.  A file that holds ``data`` already is left untouched.
    """
    path, content = Path(path), data.encode() if isinstance(data, str) else data
    try:
        if path.is_file() and path.read_bytes() == content:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content)
    except OSError as error:
        raise InputError(f"can't be written: {error.strerror or error}", path) from error


def _replace(path: Path, content: bytes) -> None:
    """Write a new file down to the disk and rename it to ``path``; nothing is left of it if that is interrupted."""
    temporary = path.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def replayable(rows: Iterable[tuple[str, str, Any, Any]]) -> dict[str, str]:
    """The files that the kernel replays, by name; a row is a name, an outcome, a statement and a certificate.

    A certificate of None is none, and has no file.
    """
    index: list[str] = []
    contents: dict[str, str] = {}
    for name, outcome, statement, certificate in rows:
        row = {"name": name, "outcome": outcome, "statement": digest(statement), "certificate": ""}
        contents[f"{name}.statement.json"] = canonical_json(statement) + "\n"
        if certificate is not None:
            row["certificate"] = digest(certificate)
            contents[f"{name}.certificate.json"] = canonical_json(certificate) + "\n"
        index.append(canonical_json(row))
    contents["index.json"] = "[\n" + ",\n".join(index) + "\n]\n"
    return contents


def read_text(path: str | Path) -> str:
    """The UTF-8 text of a file."""
    try:
        return Path(path).read_bytes().decode()
    except OSError as error:
        raise InputError(f"can't be read: {error.strerror or error}", path) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise InputError("not UTF-8 text", path, line) from error


def read_json(path: str | Path) -> Any:
    """The JSON value in a file; a corrupt one is reported with line and column."""
    text = read_text(path)
    try:
        return json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg}", path, error.lineno, error.colno) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"not usable JSON: {error}", path) from error


def _no_constant(name: str) -> None:
    """NaN and the infinities are no JSON and no numbers of ours."""
    raise ValueError(f"{name} is not a number")


def canonical_json(value: Any) -> str:
    """The one ASCII text for a JSON value: keys sorted, no spaces; equal values give equal texts."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def digest(data: Any) -> str:
    """The SHA-256, in hex, of bytes as they are, or of the canonical JSON of anything else."""
    return hashlib.sha256(data if isinstance(data, bytes) else canonical_json(data).encode()).hexdigest()
