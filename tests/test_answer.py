"""What became of a claim, as a text, as JSON and as a file for the kernel."""

from __future__ import annotations

from pathlib import Path

import pytest

from symcheck.answer import VERDICTS, Answer, answer_from_json
from symcheck.kernel.__main__ import replay_one

PROVED = Answer(
    "proved",
    "x == x",
    conditions=("0 < x",),
    statement={"definitions": [], "every": [], "functions": {}, "given": [], "goal": ["eq", "x", "x"], "where": []},
    certificate={
        "bits": 64, "every": [], "functions": {}, "kind": "proof", "point": {},
        "steps": [{"by": "combine", "claim": ["eq", "x", "x"]}],
    },
)  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "last"),
    [
        (PROVED, "proved, wherever 0 < x"),
        (Answer("proved"), "proved"),
        (Answer("refuted", "1 == 2", {}, ("1", "2")), "refuted: left 1, right 2"),
        (Answer("refuted", "x", {"x": "1", "y": "2"}, reason="why"), "refuted at x = 1, y = 2: why"),
        (Answer("refuted", "x", {"x": "1"}), "refuted at x = 1"),
        (Answer("open", "x", conditions=("0 < x",), reason="why"), "open, wherever 0 < x: why"),
        (Answer("error", reason="why"), "error: why"),
    ],
)
def test_as_a_text(answer: Answer, last: str) -> None:
    first, second = str(answer).split("\n")
    assert (first, second) == (f"read as: {answer.read}", last)
    assert answer.verdict in VERDICTS


def test_as_a_file_for_the_kernel(tmp_path: Path) -> None:
    PROVED.save(tmp_path / "new" / "c.json")
    assert replay_one(tmp_path / "new" / "c.json", False) == (1, [])
    with pytest.raises(ValueError, match="what is open has no certificate"):
        Answer("open").save(tmp_path / "none.json")
    assert not (tmp_path / "none.json").exists()


def test_as_json_and_back() -> None:
    refuted = Answer("refuted", "x", {"x": "1"}, ("1", "2"), ("0 < x",), "", {}, {}, 0.5)
    for answer in (PROVED, refuted, Answer("open")):
        assert answer_from_json(answer.to_json()) == answer
