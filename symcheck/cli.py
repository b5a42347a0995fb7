"""The command line: parses, dispatches, and turns what went wrong into one line and an exit code.

Nothing heavy is imported before the command is known, so ``--help`` and a mistyped option answer at once.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Sequence
from typing import TextIO

from symcheck.errors import EXIT_BAD_INPUT, EXIT_INTERRUPTED, EXIT_OK, EXIT_OPEN, EXIT_REGRESSED, InputError

DEFAULT_PAPER = "profit_optimal"
MAX_JOBS = 256
MAX_SECONDS = 86_400
EXIT_BROKEN_PIPE = 141  # what a shell reports for a program ended by SIGPIPE
EXIT_CODES = {
    EXIT_OK: "every claim is as recorded; check: proved, or a batch is answered",
    EXIT_REGRESSED: "a recorded verdict or a listed finding no longer stands; check: refuted",
    EXIT_BAD_INPUT: "the command, the paper or a file can't be used as it is",
    EXIT_OPEN: "check: open",
    EXIT_INTERRUPTED: "interrupted",
    EXIT_BROKEN_PIPE: "nobody reads the output any more",
}
COMMANDS = {
    "verify": "derive and decide every claim, write the report, compare with the recorded verdicts",
    "lock": "verify, then record the verdicts found in verdicts.lock",
    "pdf": "verify, then set the report as a PDF",
    "mutants": "plant errors in the paper's formulas and count how many are noticed",
}
CHECK = "decide one claim, or a file of claims: proved, refuted with a witness, or open"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")  # a terminal without ✓ is no reason to stop
        code = dispatch(parser().parse_args(argv))
        sys.stdout.flush()  # a closed pipe shows here, not in the interpreter's last moments
        return code
    except InputError as error:
        return _stop(" ".join(str(error).split("\n")), EXIT_BAD_INPUT)
    except KeyboardInterrupt:
        return _stop("symcheck: interrupted", EXIT_INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_BROKEN_PIPE
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _stop(f"symcheck: {error}", EXIT_BAD_INPUT)


def dispatch(args: argparse.Namespace) -> int:
    """Hand the parsed arguments to the command's function in ``symcheck.run``."""
    from symcheck.run import COMMANDS as RUN

    return RUN[args.command](args)


def parser() -> argparse.ArgumentParser:
    """The parser of the command line; each command but ``check`` takes a paper and the same options."""
    top = argparse.ArgumentParser(
        prog="symcheck",
        description="Check the mathematics of a paper: each printed line holds, fails, or is open.",
        epilog="exit codes:\n" + "\n".join(f"  {code:<4} {meaning}" for code, meaning in EXIT_CODES.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, purpose in COMMANDS.items():
        _add_options(commands.add_parser(name, help=purpose, description=purpose[0].upper() + purpose[1:] + "."))
    _add_check(commands.add_parser("check", help=CHECK, description=CHECK[0].upper() + CHECK[1:] + "."))
    all_help = "print every claim, not only the findings"
    commands.choices["verify"].add_argument("--all", action="store_true", help=all_help)
    return top


def _add_options(command: argparse.ArgumentParser) -> None:
    paper_help = f"a package in derivations (default: {DEFAULT_PAPER})"
    command.add_argument("paper", nargs="?", default=DEFAULT_PAPER, type=_paper, metavar="PAPER", help=paper_help)
    command.add_argument("--jobs", type=_jobs, metavar="N", help="worker processes (default: one a processor)")
    command.add_argument("--no-cache", dest="cache", action="store_false", help="decide every claim anew")
    command.add_argument(
        "--no-colour",
        "--no-color",
        dest="colour",
        action="store_false",
        default=_colour(sys.stdout),
        help="plain output",
    )


def _add_check(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("claim", nargs="?", metavar="CLAIM", help="a relation in LaTeX or plain syntax, such as 'x**2 >= 0'")
    add("--given", action="append", default=[], metavar="RELATION", help="what is assumed, such as 'x > 0'; repeatable")
    add("--symbols", action="append", default=[], metavar="NAME: WORDS", help="such as 'n: positive integer'")
    add("--syntax", choices=("plain", "latex", "auto"), default="auto", help="of the claim (default: told by it)")
    add(
        "--as",
        dest="approach",
        default="",
        metavar="APPROACH",
        help=(
            "where a claim 'f = O(g)', 'f = Theta(g)' or 'f ~ g' is about, such as 'x -> oo', 'x -> 0+': f = O(g) is "
            "|f| <= C |g| near there, Theta that both ways, f ~ g that f/g tends to 1, for all fixed other symbols"
        ),
    )
    add("--strict", action="store_true", help="a point at which a side is undefined refutes the claim")
    add("--timeout", type=_seconds, default=10.0, metavar="S", help="seconds for a claim (default: 10)")
    add("--json", nargs="?", const="-", metavar="FILE", help="the answer as JSON, in a file or on standard output")
    add("--certificate", metavar="FILE", help="write what `python -m symcheck.kernel FILE` replays")
    add("--batch", metavar="FILE", help="one JSON object a line; the answers go to the file of --json")
    add("--jobs", type=_jobs, metavar="N", help="worker processes of a batch (default: one a processor)")


def _seconds(text: str) -> float:
    if not re.fullmatch(r"[0-9]{1,5}(\.[0-9]{1,6})?", text) or not 0 < float(text) <= MAX_SECONDS:
        raise argparse.ArgumentTypeError(f"expected a number of seconds up to {MAX_SECONDS}, got {text!r}")
    return float(text)


def _colour(stream: TextIO) -> bool:
    """Colour by default only where a person looks at a terminal that has it and did not decline."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _paper(text: str) -> str:
    if not re.fullmatch("[a-z][a-z0-9_]*", text):
        raise argparse.ArgumentTypeError(f"expected the name of a package in derivations, got {text!r}")
    return text


def _jobs(text: str) -> int:
    if not re.fullmatch("[0-9]{1,3}", text) or not 1 <= int(text) <= MAX_JOBS:
        raise argparse.ArgumentTypeError(f"expected a whole number from 1 to {MAX_JOBS}, got {text!r}")
    return int(text)


def _stop(message: str, code: int) -> int:
    print(message, file=sys.stderr)
    return code
