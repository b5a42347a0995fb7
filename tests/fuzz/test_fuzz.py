"""A short run of the fuzzer, and that it notices what is wrong."""

from __future__ import annotations

import json
import random
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from symcheck.query import query_from_json
from symcheck.verdict import decide
from tests.fuzz.__main__ import Run, main
from tests.fuzz.made import KINDS, Made, false_claim, true_claim
from tests.second.opinion import CONTRADICTS


def test_a_short_run_finds_nothing_wrong() -> None:
    run = Run(seed=20, jobs=2, limit=8.0)
    run.round(0)
    assert run.wrong == []
    assert run.counts["true proved"] and run.counts["false refuted"], run.summary()


def test_what_is_made_is_true_or_false_as_it_is_said() -> None:
    kinds: Counter[str] = Counter()
    rng = random.Random(5)
    for seed in range(150):
        made = true_claim(rng)
        assert made.second(seed).word != CONTRADICTS, made.query()
        kinds[made.kind] += 1
        made = false_claim(rng)
        assert made.edit and made.query()
    assert set(kinds) == {kind.__name__ for kind in KINDS}


def test_a_round_depends_on_its_seed_only() -> None:
    def claims(seed: str) -> list[Any]:
        rng = random.Random(seed)
        return [make(rng).query() for make in (true_claim, false_claim) * 10]

    assert claims("1 0") == claims("1 0") != claims("1 1")


@cache
def made(truth: str) -> tuple[Made, dict[str, Any]]:
    """A claim of the fuzzer that symcheck decides, with its answer."""
    rng = random.Random(8)
    while True:
        found = (true_claim if truth == "true" else false_claim)(rng)
        if found.kind != "total":
            continue
        answer = json.loads(json.dumps(decide(query_from_json(found.query()), 20.0).to_json()))
        if answer["verdict"] in ("proved", "refuted"):
            return found, answer


@pytest.mark.parametrize("truth", ["true", "false"])
def test_a_wrong_verdict_is_noticed(truth: str) -> None:
    claim, answer = made(truth)
    run = Run(0, 1, 1.0)
    run._judge(truth, claim, answer)
    assert run.wrong == []
    other = {"true": "refuted", "false": "proved"}[truth]
    run._judge(truth, claim, {**answer, "verdict": other})
    run._judge({"true": "false", "false": "true"}[truth], claim, answer)
    run._judge(truth, claim, {"verdict": "error", "reason": "no"})
    assert [len(row["why"]) > 0 for row in run.wrong] == [True, True, True]
    assert f"it is {truth}" in run.wrong[0]["why"]


def test_a_wrong_verdict_ends_the_run_and_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(self: Run, number: int, size: int = 1) -> None:
        self._judge("false", *made("true"))

    monkeypatch.setattr(Run, "round", broken)
    path = tmp_path / "deep" / "wrong.jsonl"
    assert main(["--seconds", "60", "--seed", "1", "--wrong", str(path)]) == 1
    assert json.loads(path.read_text())["why"] == ["it is false"]
    assert "WRONG: " in capsys.readouterr().out


def test_the_end_of_a_run_that_finds_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Run, "round", lambda self, number: self._judge("true", *made("true")))
    assert main(["--seconds", "0.01"]) == 0
    assert "1 claims, 1 decided, 0 open, 0 wrong" in capsys.readouterr().out
