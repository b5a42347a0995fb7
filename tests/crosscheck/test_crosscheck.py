"""A small crosscheck, and that a disagreement is noticed, by balls and by Maxima."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from symcheck.batch import Batch, Options
from symcheck.files import replayable
from tests.crosscheck import maxima
from tests.crosscheck.__main__ import BENCH, CLAIMS, PROVED, REFUTED, by_maxima, claims, compare, from_folder, main

LINES: list[dict[str, Any]] = [
    {"id": "slope", "claim": "Derivative(x**x, x) == x**x*(1 + log(x))", "given": ["x > 0"]},
    {"id": "square", "claim": "(x + y)**2 == x**2 + 2*x*y + y**2"},
    {"id": "mean", "claim": "(x + y)/2 >= sqrt(x*y)", "given": ["x > 0", "y > 0"]},
    {"id": "area", "claim": "Integral(x**2, (x, 0, t)) == t**3/3"},
    {"id": "root", "claim": "sqrt(x**2) == x"},
    {"id": "whole", "claim": "n**2 != 4", "symbols": {"n": "integer"}},
]
with_maxima = pytest.mark.skipif(not maxima.there(), reason="Maxima is not installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("crosscheck")
    (made / "claims.jsonl").write_text("".join(json.dumps(line) + "\n" for line in LINES))
    Batch(made / "claims.jsonl", made / "answers.jsonl", Options(60.0), str).run()
    return made / "answers.certificates"


def falsified(folder: Path, to: Path, name: str) -> Path:
    """A folder in which the statement of one proof says more than is true."""
    found = [(v.name, v.outcome, v.statement, v.certificate) for v in from_folder(folder)]
    for entry, _, statement, _ in found:
        if entry == name:
            relation, left, right = statement["goal"]
            statement["goal"] = [relation, ["add", left, "1/100"], right]
    for file, text in replayable(found).items():
        (to / file).write_text(text)
    return to


def test_nothing_disagrees(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--no-claims"]) == 0
    said = capsys.readouterr().out
    assert f"balls: {len(LINES)} agree" in said and f"crosscheck: {len(LINES)} verdicts, 0 disagreements" in said
    assert ("Maxima: the difference of 2 equations" if maxima.there() else "Maxima is not installed: skipped") in said


@pytest.mark.parametrize("name", ["slope", "square", "mean", "area"])
def test_a_false_proof_disagrees(name: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(falsified(folder, tmp_path, name)), "--no-claims"]) == 1
    said = capsys.readouterr().out
    assert f"DISAGREES proved {name}: the goal fails at" in said and ", 0 disagreements" not in said


def test_why_something_could_not_be_looked_at(folder: Path) -> None:
    verdict = next(from_folder(folder))
    verdict.statement["goal"] = ["eq", ["sup", "n", "n", "0"], "1"]
    words, reasons, against = compare([verdict], 3)
    assert (dict(words), dict(reasons), against) == ({"unknown": 1, "points": 0}, {"no method for sup": 1}, [])


def test_all_claims_of_the_tables_are_there() -> None:
    rows = list(claims())
    bench = BENCH.read_text("utf-8").count("\n") if BENCH.is_file() else 0
    assert len(PROVED) + len(REFUTED) + len(CLAIMS) <= len(rows) <= len(PROVED) + len(REFUTED) + len(CLAIMS) + bench


# -- Maxima -----------------------------------------------------------------------------------------------------------


def equation(left: Any, right: Any, **rest: Any) -> dict[str, Any]:
    return {"goal": ["eq", left, right], "given": [], "where": [], "definitions": [], **rest}


@with_maxima
def test_what_maxima_answers() -> None:
    square = ["deriv", "n*", ["pow", "n*", "2"], "n*"]
    power = ["mul", ["pow", "x", "a"], ["pow", "x", "b"]]
    opened = {"definitions": [["F", ["x"], ["add", "x", "y"]]]}
    questions = [
        (equation(square, ["mul", "2", "n*"]), "zero"),
        (equation(square, ["add", ["mul", "2", "n*"], "1"]), "number"),
        (equation(power, ["pow", "x", ["add", "a", "b"]]), "zero"),
        (equation(["call", "F", "2"], ["add", "y", "2"], **opened), "zero"),
        (equation("x", "y"), "other"),
        (equation("x", "1/3", given=[["eq", "x", "1/3"]]), "zero"),
        (equation(["div", "x", ["add", "x", ["neg", "x"]]], "1"), "error"),
    ]
    assert maxima.ask(maxima.question(q) for q, _ in questions) == [word for _, word in questions]


@with_maxima
def test_maxima_disagrees_with_a_false_equation(folder: Path, tmp_path: Path) -> None:
    _, against = by_maxima(from_folder(falsified(folder, tmp_path, "square")))
    assert against == ["proved square: Maxima has another number than 0 for the difference"]


@pytest.mark.parametrize(
    "statement",
    [
        equation("x", "y", goal=["lt", "x", "y"]),
        equation(["sup", "n", "n", "0"], "1"),
        equation(["call", "g", "x"], "1"),
    ],
)
def test_what_maxima_is_not_asked(statement: dict[str, Any]) -> None:
    with pytest.raises(maxima.Unwritable):
        maxima.question(statement)
