"""Whole files or none: a reader never meets half a report."""

from __future__ import annotations

import os
from pathlib import Path

from symcheck.errors import InputError


def write(path: Path, content: str | bytes) -> Path:
    """Write ``content`` to ``path`` in one step, making its folder; InputError if that isn't possible."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            temporary.write_bytes(data)
            os.replace(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(f"cannot write: {error.strerror or error}", path) from error
    return path
