"""The command check as its user meets it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from symcheck import cli
from symcheck.ask import symbols
from symcheck.errors import InputError
from symcheck.kernel.__main__ import main

LEIBNIZ = r"\frac{d}{dx} x^x = x^x (1+\ln x)"


def kernel(arguments: list[str]) -> int:
    """The exit code of the kernel's program, which forbids imports for as long as it runs."""
    with patch.dict(sys.modules):
        return main(arguments)


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = cli.main(["check", *argv])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_proved(capsys: pytest.CaptureFixture[str]) -> None:
    expected = "read as: Derivative(x**x, x) == x**x*(1 + log(x))  given  x > 0\nproved\n"
    assert run(capsys, LEIBNIZ, "--given", "x>0") == (0, expected, "")


def test_refuted(capsys: pytest.CaptureFixture[str]) -> None:
    expected = "read as: sqrt(x**2) == x\nrefuted at x = -1: left 1, right -1\n"
    assert run(capsys, "sqrt(x**2) == x") == (1, expected, "")


def test_open(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "zeta(n) >= 0", "--symbols", "n: natural")
    assert (code, out.splitlines()[1]) == (3, "open: not supported yet: zeta")


def test_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "foo(x) == 1") == (2, "", "claim:1:1: unknown function foo; is floor meant?\n")
    assert run(capsys, "x > 0", "--given", "x >") == (2, "", "given[0]:1:4: expected an expression, found the end\n")
    assert "--symbols: expected 'name: words'" in run(capsys, "x > 0", "--symbols", "x")[2]
    assert "check needs a claim" in run(capsys)[2]
    assert "check needs a claim" in run(capsys, "--json", "x > 0")[2]


def test_conditions_strictness_and_growth(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "x/x == 1")[1].endswith("proved, wherever x != 0\n")
    out = run(capsys, "x/x == 1", "--strict")[1]
    assert out.endswith("refuted at x = 0: not defined there: x != 0 does not hold\n")
    assert "as x -> oo" in run(capsys, "x ~ x + 1", "--as", "x -> oo")[1]


def test_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, _ = run(capsys, "sqrt(x**2) == x", "--json")
    found = json.loads(out)
    assert (code, found["verdict"], found["witness"]) == (1, "refuted", {"x": "-1"})
    assert "statement" not in found and found["certificate"] is None
    path = tmp_path / "answer.json"
    assert run(capsys, "sqrt(x**2) == x", "--json", str(path))[1] == ""
    assert {**json.loads(path.read_text()), "seconds": 0} == {**found, "seconds": 0}


def test_the_kernel_replays_the_certificate(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "certificate.json"
    assert run(capsys, "x/x == 1", "--certificate", str(path))[0] == 0
    assert kernel([str(path)]) == 0
    path.write_text(path.read_text().replace("proved", "refuted"))
    assert kernel([str(path)]) == 1
    path.write_text(path.read_text().replace('"outcome"', '"verdict"'))
    assert kernel([str(path)]) == 2
    captured = capsys.readouterr()
    assert "1 certificates replayed, 0 rejected" in captured.out
    assert "REJECTED certificate.json: proved but the file says refuted" in captured.err


def test_batch(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source, out = tmp_path / "claims.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"lhs": "x", "relation": "==", "rhs": "x"}\n{}\n')
    code, printed, said = run(capsys, "--batch", str(source), "--json", str(out), "--jobs", "1")
    assert (code, printed) == (0, "")
    assert f"2 answers in {out}: 1 proved, 1 error; certificates in {tmp_path / 'out.certificates'}" in said
    assert kernel([str(tmp_path / "out.certificates")]) == 0


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["x > 0"], "CLAIM belongs into the file"),
        (["--given", "x > 0"], "--given belongs into the file"),
        (["--symbols", "x: real"], "--symbols belongs into the file"),
        (["--certificate", "c"], "--certificate belongs into the file"),
        (["--as", "x -> oo"], "--as belongs into the file"),
        ([], "--batch needs a file for the answers"),
        (["--json"], "--batch needs a file for the answers"),
        (["--json", "out.jsonl"], "none.jsonl: can't be read"),
    ],
)
def test_a_bad_batch(capsys: pytest.CaptureFixture[str], argv: list[str], message: str) -> None:
    code, _, errors = run(capsys, "--batch", "none.jsonl", *argv)
    assert code == 2 and message in errors


@pytest.mark.parametrize("seconds", ["0", "-1", "1e3", "ten", "", "1000000", "nan"])
def test_a_bad_time_limit(capsys: pytest.CaptureFixture[str], seconds: str) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.parser().parse_args(["check", "x > 0", f"--timeout={seconds}"])
    assert caught.value.code == 2
    assert "--timeout: expected a number of seconds up to 86400" in capsys.readouterr().err


def test_symbols_in_words() -> None:
    assert symbols(["n, m: positive integer; x: real", "y:nonzero"]) == {
        "n": "positive integer", "m": "positive integer", "x": "real", "y": "nonzero",
    }  # fmt: skip
    for bad in ("n", "n:", ":"):
        with pytest.raises(InputError):
            symbols([bad])
