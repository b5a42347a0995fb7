"""Files are written whole or not at all; bad ones are named with the place of the fault."""

from __future__ import annotations

import json
import os
import re
import stat
from pathlib import Path

import pytest

from symcheck.errors import InputError
from symcheck.files import canonical_json, digest, read_json, read_text, replayable, write_atomically


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_writes_text_and_bytes_and_makes_folders(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b" / "text", "≈ 7.62\n")
    write_atomically(str(tmp_path / "bytes"), b"\x00\xff")
    assert (tmp_path / "a" / "b" / "text").read_bytes() == "≈ 7.62\n".encode()
    assert (tmp_path / "bytes").read_bytes() == b"\x00\xff"
    assert names(tmp_path) == ["a", "bytes"]


def test_replaces_the_old_content_and_respects_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "file"
    old = os.umask(0o027)
    try:
        write_atomically(path, "long old content")
        write_atomically(path, "new")
    finally:
        os.umask(old)
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert names(tmp_path) == ["file"]


def test_leaves_an_unchanged_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_atomically(path, "same")
    before = path.stat()
    write_atomically(path, "same")
    after = path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device"), MemoryError()])
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_an_interrupted_write_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, step: str
) -> None:
    path = tmp_path / "file"
    path.write_text("old")

    def fail(*args: object) -> None:
        raise error

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), fail)
    expected = InputError if isinstance(error, OSError) else type(error)
    with pytest.raises(expected) as caught:
        write_atomically(path, "new")
    if isinstance(error, OSError):
        assert str(caught.value) == f"{path}: can't be written: No space left on device"
    assert path.read_text() == "old"
    assert names(tmp_path) == ["file"]


def test_a_path_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "folder", tmp_path / "file" / "below", tmp_path / ("x" * 300)):
        with pytest.raises(InputError, match=re.escape(f"{path}: can't be written: ")):
            write_atomically(path, "data")
    assert names(tmp_path) == ["file", "folder"]


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    write_atomically(tmp_path / ("x" * 255), "data")
    assert names(tmp_path) == ["x" * 255]


def test_canonical_json_is_one_text_for_equal_values() -> None:
    assert canonical_json({"b": [1, "≤"], "a": None}) == '{"a":null,"b":[1,"\\u2264"]}'
    assert canonical_json({"a": 1, "b": 2}) == canonical_json({"b": 2, "a": 1})
    with pytest.raises(ValueError):
        canonical_json(float("nan"))


def test_digest_of_bytes_and_of_json() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert digest({"b": 1, "a": 2}) == digest({"a": 2, "b": 1}) == digest(b'{"a":2,"b":1}')
    assert digest("a") == digest(b'"a"')
    assert digest([1]) != digest(["1"])


def test_what_the_kernel_replays_is_listed_in_order_and_a_certificate_only_if_there_is_one() -> None:
    made = replayable([("b", "proved", {"goal": 1}, {"steps": []}), ("a", "open", {"goal": 2}, None)])
    assert list(made) == ["b.statement.json", "b.certificate.json", "a.statement.json", "index.json"]
    assert made["b.certificate.json"] == '{"steps":[]}\n'
    first, second = json.loads(made["index.json"])
    assert first == {
        "name": "b", "outcome": "proved", "statement": digest({"goal": 1}), "certificate": digest({"steps": []}),
    }  # fmt: skip
    assert (second["name"], second["certificate"]) == ("a", "")


def test_reads_json_back(tmp_path: Path) -> None:
    value = {"certificate": ["add", "1/2", "n"], "n": [1, True, None, "≈"]}
    write_atomically(tmp_path / "c.json", canonical_json(value))
    assert read_json(tmp_path / "c.json") == value


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{\n  "a": 1,\n  "b" 2\n}', ":3:7: not JSON: Expecting ':' delimiter"),
        (b"", ":1:1: not JSON: Expecting value"),
        (b'{"a": 1} x', ":1:10: not JSON: Extra data"),
        (b'["a\nb"]', ":1:4: not JSON: Invalid control character at"),
        (b'{"a": NaN}', ": not usable JSON: NaN is not a number"),
        (b"[-Infinity]", ": not usable JSON: -Infinity is not a number"),
        (b"1" * 5000, ": not usable JSON: Exceeds the limit"),
        (b"[" * 100_000, ": not usable JSON: maximum recursion depth exceeded"),
        (b'[1,\n"\xff"]', ":2: not UTF-8 text"),
    ],
)
def test_corrupt_json_is_reported_with_its_place(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_json(path)
    assert str(caught.value).startswith(f"{path}{message}")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    for path in (tmp_path / "absent", tmp_path):
        with pytest.raises(InputError, match=re.escape(f"{path}: can't be read: ")):
            read_text(path)
