"""The command line parses, dispatches, and ends every failure with one line and its own exit code."""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from symcheck import cli, errors
from symcheck.errors import InputError


def outcome(monkeypatch: pytest.MonkeyPatch, error: BaseException | int) -> int:
    def command(args: argparse.Namespace) -> int:
        if isinstance(error, int):
            return error
        raise error

    monkeypatch.setattr(cli, "dispatch", command)
    return cli.main(["verify"])


def refuse(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    with pytest.raises(SystemExit) as caught:
        cli.parser().parse_args(argv)
    assert caught.value.code == errors.EXIT_BAD_INPUT
    return capsys.readouterr().err


@pytest.mark.parametrize("command", cli.COMMANDS)
def test_defaults(command: str) -> None:
    args = cli.parser().parse_args([command])
    expected = {"command": command, "paper": "profit_optimal", "jobs": None, "cache": True, "colour": False}
    assert vars(args) == expected | ({"all": False} if command == "verify" else {})


def test_options() -> None:
    args = cli.parser().parse_args(["verify", "other", "--jobs", "3", "--no-cache", "--no-colour"])
    assert (args.paper, args.jobs, args.cache, args.colour) == ("other", 3, False, False)


@pytest.mark.parametrize("jobs", ["0", "-1", "257", "2.5", "two", "", "²", "1e1", "0" * 5000 + "1"])
def test_a_bad_number_of_jobs(jobs: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "--jobs: expected a whole number from 1 to 256" in refuse(capsys, "verify", f"--jobs={jobs}")


def test_a_bad_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert "required: COMMAND" in refuse(capsys)
    assert "invalid choice: 'prove'" in refuse(capsys, "prove")
    assert "unrecognized arguments: --fast" in refuse(capsys, "verify", "--fast")


def test_colour_needs_a_terminal_that_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(sys, "stdout", os.fdopen(os.openpty()[1], "w"))
    assert cli.parser().parse_args(["verify"]).colour
    assert not cli.parser().parse_args(["verify", "--no-color"]).colour
    monkeypatch.setenv("TERM", "dumb")
    assert not cli.parser().parse_args(["verify"]).colour
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not cli.parser().parse_args(["verify"]).colour


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_is_for_a_terminal_that_can_and_may_show_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert cli._colour(Screen())
    assert not cli._colour(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not cli._colour(Screen())
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not cli._colour(Screen())


@pytest.mark.parametrize("code", [errors.EXIT_OK, errors.EXIT_REGRESSED])
def test_the_command_decides_the_exit_code(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    assert outcome(monkeypatch, code) == code


def test_bad_input_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(monkeypatch, InputError("not\nunderstood", "paper.tex", 3, 7)) == errors.EXIT_BAD_INPUT
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "paper.tex:3:7: not understood\n")


def test_an_interrupt_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(monkeypatch, KeyboardInterrupt()) == errors.EXIT_INTERRUPTED
    assert capsys.readouterr().err == "symcheck: interrupted\n"


def test_every_exit_code_is_explained() -> None:
    codes = {value for name, value in vars(errors).items() if name.startswith("EXIT_")}
    assert codes <= set(cli.EXIT_CODES)
    help_text = cli.parser().format_help()
    assert all(meaning in help_text for meaning in cli.EXIT_CODES.values())


def run(code: str, **kwargs: object) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).parent.parent
    return subprocess.run([sys.executable, "-c", code], cwd=root, text=True, check=False, **kwargs)  # type: ignore[call-overload,no-any-return]


def test_nothing_heavy_is_imported_before_the_command_is_known() -> None:
    done = run("import sys; from symcheck import cli; cli.parser(); print(*sys.modules)", capture_output=True)
    assert done.returncode == 0, done.stderr
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert not loaded & {"sympy", "mpmath", "flint", "jinja2", "typst", "derivations", "multiprocessing"}
    assert {name for name in done.stdout.split() if name.startswith("symcheck")} <= {
        "symcheck", "symcheck.cli", "symcheck.errors",
    }  # fmt: skip


PRINTING = """
import sys
from symcheck import cli
cli.dispatch = lambda args: print({what}) or 0
sys.exit(cli.main(["verify"]))
"""


def test_a_closed_pipe_ends_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run(PRINTING.format(what="'x' * 10**6"), stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (cli.EXIT_BROKEN_PIPE, "")


def test_a_terminal_without_unicode_is_no_reason_to_stop() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = run(PRINTING.format(what=r"'\u2713 holds'"), capture_output=True, env=environment)
    assert (done.returncode, done.stdout, done.stderr) == (0, "? holds\n", "")
