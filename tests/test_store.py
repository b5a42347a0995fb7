"""The store gives back what was put in, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from symcheck.files import canonical_json, digest
from symcheck.store import PACKAGE, SEARCH, Store, code_digest, files_digest

KEY = "0123456789abcdef"


def entry(folder: Path) -> Path:
    (found,) = folder.rglob("*.json")
    return found


def test_what_is_put_is_got(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.get(KEY) is None
    store.put(KEY, {"b": [1, None], "a": "x"})
    assert Store(tmp_path).get(KEY) == {"a": "x", "b": [1, None]}
    store.put(KEY, "other")
    assert store.get(KEY) == "other"


def test_without_a_folder_nothing_is_kept() -> None:
    store = Store(None)
    store.put(KEY, 1)
    assert store.get(KEY) is None


def test_a_disabled_store_is_written_but_not_read(tmp_path: Path) -> None:
    store = Store(tmp_path, enabled=False)
    store.put(KEY, 1)
    assert store.get(KEY) is None
    assert Store(tmp_path).get(KEY) == 1


@pytest.mark.parametrize(
    "damage",
    [
        b"", b"{", b"null", b"[]", b"5", b"{}", b'{"value":1}', b'{"digest":"x","value":1}', b"\xff\xfe",
        b'{"digest":1,"value":NaN}', canonical_json({"digest": digest(2), "value": 1}).encode(),
    ],
)  # fmt: skip
def test_a_damaged_entry_counts_as_missing(tmp_path: Path, damage: bytes) -> None:
    store = Store(tmp_path)
    store.put(KEY, 1)
    entry(tmp_path).write_bytes(damage)
    assert store.get(KEY) is None
    store.put(KEY, 1)
    assert store.get(KEY) == 1


def test_a_folder_in_place_of_an_entry_counts_as_missing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(KEY, 1)
    path = entry(tmp_path)
    path.unlink()
    path.mkdir()
    assert store.get(KEY) is None


def test_a_digest_of_files_depends_on_names_and_contents(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    a.write_text("1")
    b.write_text("1")
    digests = [files_digest([a], tmp_path), files_digest([b], tmp_path), files_digest([a, b], tmp_path)]
    a.write_text("2")
    digests.append(files_digest([a], tmp_path))
    assert len(set(digests)) == 4
    assert files_digest([a, b], tmp_path) == files_digest([b, a], tmp_path)


def test_the_code_that_decides_is_in_the_digest() -> None:
    assert all((PACKAGE / name).exists() for name in SEARCH)
    assert code_digest() == code_digest(SEARCH) != code_digest(("kernel",))
