"""The command check: one claim, answered in words or as JSON, or a file of claims."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from symcheck.errors import EXIT_OK, EXIT_OPEN, EXIT_REGRESSED, InputError
from symcheck.files import write_atomically

EXIT_OF = {"proved": EXIT_OK, "refuted": EXIT_REGRESSED, "open": EXIT_OPEN}


def run_check(args: argparse.Namespace) -> int:
    """Decide what the command line asks for; the exit code is the answer to one claim, and 0 for a file of claims."""
    if args.batch is not None:
        return _run_batch(args)
    if args.claim is None:
        raise InputError("check needs a claim, or a file of claims after --batch; write --json after the claim")
    return _run_one(args)


def _run_one(args: argparse.Namespace) -> int:
    from symcheck.checking import check

    found = check(
        args.claim, args.given, symbols(args.symbols), syntax=args.syntax, approach=args.approach,
        timeout=args.timeout, strict=args.strict,
    )  # fmt: skip
    if args.certificate and found.certificate is not None:
        found.save(args.certificate)
    if args.json is None:
        sys.stdout.write(f"{found}\n")
    else:
        data = {k: v for k, v in found.to_json().items() if k not in ("statement", "certificate")}
        data["certificate"] = args.certificate if found.certificate is not None else None
        text = json.dumps(data, indent=2) + "\n"
        if args.json == "-":
            sys.stdout.write(text)
        else:
            write_atomically(args.json, text)
    return EXIT_OF[found.verdict]


def symbols(entries: Sequence[str]) -> dict[str, str]:
    """What ``n: positive integer; x: real`` says of each symbol; ``n, m: integer`` says it of both."""
    found: dict[str, str] = {}
    for entry in (part for text in entries for part in text.split(";") if part.strip()):
        names, colon, told = entry.partition(":")
        if not colon or not told.strip():
            raise InputError(f"--symbols: expected 'name: words', found {entry.strip()!r}")
        found |= {name.strip(): told.strip() for name in names.split(",")}
    return found


def _run_batch(args: argparse.Namespace) -> int:
    from symcheck.batch import Batch, Options, tally

    single = {
        "CLAIM": args.claim, "--given": args.given, "--symbols": args.symbols, "--certificate": args.certificate,
        "--as": args.approach,
    }  # fmt: skip
    for name in [name for name, value in single.items() if value]:
        raise InputError(f"--batch: {name} belongs into the file of claims")
    if args.json in (None, "-"):
        raise InputError("--batch needs a file for the answers: --json FILE")
    options = Options(args.timeout, args.strict, args.jobs or os.cpu_count() or 1)
    batch = Batch(Path(args.batch), Path(args.json), options, _say)
    counts = batch.run()
    _say(f"{sum(counts.values())} answers in {args.json}: {tally(counts)}; certificates in {batch.folder}")
    return EXIT_OK


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
