"""A content-addressed store of results: the name of an entry is the digest of everything it was computed from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from symcheck.files import canonical_json, digest, write_atomically

PACKAGE = Path(__file__).parent
SEARCH = ("kernel", "procedures", "bridge.py")
"""What decides obligations; a change there makes every stored decision void."""


@cache
def code_digest(names: tuple[str, ...] = SEARCH) -> str:
    """The digest of some of this package's source files."""
    paths = [PACKAGE / name for name in names]
    files = [f for p in paths for f in (sorted(p.rglob("*.py")) if p.is_dir() else [p])]
    return files_digest(files, PACKAGE)


def files_digest(files: Iterable[Path], root: Path) -> str:
    """The digest of some files' names and contents."""
    return digest({str(f.relative_to(root)): digest(f.read_bytes()) for f in files})


class Store:
    """A folder of JSON entries; an entry that can't be read, or is not what was written, counts as missing."""

    def __init__(self, folder: Path | None, enabled: bool = True) -> None:
        """Without a folder nothing is kept; not ``enabled``, nothing is read."""
        self.folder, self.enabled = folder, enabled

    def _path(self, folder: Path, key: str) -> Path:
        return folder / key[:2] / f"{key[2:]}.json"

    def get(self, key: str) -> Any:
        """The value stored under ``key``, or None."""
        if not self.enabled or self.folder is None:
            return None
        try:
            entry = json.loads(self._path(self.folder, key).read_text("utf-8"))
            return entry["value"] if entry["digest"] == digest(entry["value"]) else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, key: str, value: Any) -> None:
        """Store a JSON value."""
        if self.folder is not None:
            write_atomically(self._path(self.folder, key), canonical_json({"digest": digest(value), "value": value}))
