"""What the answers come to, and what the command ends with."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable
from pathlib import Path

import pytest

from bench import __main__ as command
from bench.corpus import Entry
from bench.results import Answer, class_table, markdown, peer_table, speed, wrongly
from symcheck.workers import Pool, Stopped, Task

ENTRIES = [
    Entry("a", "s", "rational", True, "x", "==", "x"),
    Entry("b", "s", "rational", False, "x", "==", "y", counterexample={"x": "1", "y": "2"}),
    Entry("c", "s", "limit", True, "x", "<=", "x"),
    Entry("d", "s", "limit", True, "2*x", "==", "x + x"),
]
GOOD = {
    "a": Answer("proved", 1.0), "b": Answer("refuted", 2.0), "c": Answer("open", 4.0, "?"), "d": Answer("proved", 1.0),
}  # fmt: skip
BAD = {
    "a": Answer("refuted", 10.0), "b": Answer("proved", 2.0), "c": Answer("open", 0.0), "d": Answer("proved", 4.0),
}  # fmt: skip


def test_what_is_wrong() -> None:
    assert wrongly(ENTRIES, GOOD) == ([], [])
    assert wrongly(ENTRIES, BAD) == (["b"], ["a"])


def test_one_row_a_peer() -> None:
    rows = peer_table(ENTRIES, {"us": GOOD, "them": BAD, "nobody": None})
    assert rows[1:] == [
        ["us", "2", "1", "1", "0", "0", "1.500", "8"],
        ["them", "2", "1", "1", "1", "1", "3.000", "16"],
        ["nobody", "not installed", *[""] * 6],
    ]


def test_one_row_a_class() -> None:
    assert class_table(ENTRIES, GOOD)[1:] == [
        ["rational", "2", "1", "1", "1", "1", "0", "0"],
        ["limit", "2", "2", "1", "0", "0", "1", "0"],
        ["all", "4", "3", "2", "1", "1", "1", "0"],
    ]
    assert class_table(ENTRIES, BAD)[-1] == ["all", "4", "3", "1", "1", "0", "1", "2"]


def test_times_are_compared_for_true_equations() -> None:
    assert speed(ENTRIES, GOOD, BAD)[1:] == [["are there", "2", "7.0", "7.0"], ["both prove", "1", "4.0", "4.0"]]


def test_a_table_is_aligned() -> None:
    assert markdown([["", "n"], ["long name", "10"]]) == "|           |   n |\n| :-------- | --: |\n| long name |  10 |"


@pytest.fixture
def results(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(command, "RESULTS", tmp_path / "RESULTS.md")
    monkeypatch.setattr(command, "read_corpus", lambda: ENTRIES)
    monkeypatch.setattr(command, "_version", lambda peer: "" if peer == "Maxima" else f"{peer} 1.0")
    return tmp_path / "RESULTS.md"


def test_all_peers(results: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(command, "ask", lambda peer, *_: GOOD if peer == "symcheck" else BAD)
    assert command.main([]) == 0
    text = results.read_text("utf-8")
    assert "| Maxima         | not installed |" in text
    assert "symcheck 1.0, sympy simplify 1.0" in text
    assert "Left open by symcheck: c" in text
    assert "Math-Verify, wrongly refused: a; wrongly accepted: b\n\n- `x == y`\n" in text
    assert text.endswith(capsys.readouterr().out)


def test_exit_code_if_symcheck_is_wrong(results: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "ask", lambda *_: BAD)
    assert command.main(["--only", "symcheck"]) == 1
    assert command.main(["--only", "Math-Verify"]) == 0
    assert not results.exists()


def test_one_class_and_every_answer(results: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[Entry] = []
    monkeypatch.setattr(command, "ask", lambda _, entries, *__: asked.extend(entries) or GOOD)
    assert command.main(["--only", "symcheck", "--class", "limit", "--json", str(tmp_path / "all.json")]) == 0
    assert [entry.id for entry in asked] == ["c", "d"]
    answers = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert answers["symcheck"]["c"] == {"verdict": "open", "seconds": 4.0, "reason": "?"}
    assert not results.exists()


def test_an_interrupted_run_writes_nothing(results: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "ask", stop)
    assert command.main([]) == command.INTERRUPTED
    assert not results.exists()


def test_a_killed_process_leaves_its_claim_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(_: Pool, tasks: Iterable[Task]) -> Generator[tuple[str, object], None, None]:
        for name, task in tasks:
            yield name, Stopped("stopped") if name == "a" else {"verdict": "proved", "seconds": 0.5, "reason": ""}
            assert task["query"]["lhs"]

    monkeypatch.setattr(Pool, "run", run)
    found = command.ask("symcheck", ENTRIES, 1, 7.0)
    assert found["a"] == Answer("open", 7.0, "stopped")
    assert found["b"] == Answer("proved", 0.5)


def test_symcheck_is_asked() -> None:
    assert command.ask("symcheck", ENTRIES[:2], 1, 60.0)["b"].verdict == "refuted"
