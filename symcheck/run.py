"""The commands: verify, lock, pdf, mutants; ``ask`` has check."""

from __future__ import annotations

import argparse
import importlib
import shutil
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from symcheck import __version__
from symcheck.ask import run_check
from symcheck.errors import EXIT_OK, EXIT_REGRESSED, InputError
from symcheck.files import canonical_json, digest, read_json, replayable, write_atomically
from symcheck.store import PACKAGE, Store, files_digest

if TYPE_CHECKING:
    from symcheck.claim import Paper
    from symcheck.engine import Engine
    from symcheck.obligations import Book

ROOT = PACKAGE.parent
CACHE = Path(".symcheck-cache")
REPORTS = Path("reports")


def run_verify(args: argparse.Namespace) -> int:
    """Decide every claim, write the reports, compare with the lock; 0, or 1 if something regressed."""
    key = _inputs(args)
    known = _known(args, key)
    if known is None:
        return _verify(args, key)
    sys.stdout.write(known["text"])
    return int(known["code"])


def run_lock(args: argparse.Namespace) -> int:
    """Decide every claim and record what was found; prints what changed."""
    from symcheck.gate import compare
    from symcheck.lock import read_lock, render_lock

    engine = _decide(args)
    path = engine.book.paper.folder / "verdicts.lock"
    lines = _lock_lines(engine)
    changes = compare(read_lock(path), lines)
    _write(args, engine)
    write_atomically(path, render_lock(lines))
    print("\n".join(f"  {entry}" for entry in changes.entries) or "  nothing changed")
    print(f"recorded {len(lines)} verdicts in {path.name}")
    return EXIT_OK


def run_pdf(args: argparse.Namespace) -> int:
    """Verify, then set the report as a PDF."""
    from symcheck.report import write_pdf

    engine = _decide(args)
    _, report = _write(args, engine)
    for path in write_pdf(report, _folder(args)):
        print(path)
    return EXIT_OK


def run_mutants(args: argparse.Namespace) -> int:
    """Plant errors in every formula and count how many are noticed."""
    from symcheck.mutants import plant

    code, lines = plant(_load(args.paper), _store(args), args.jobs, _say)
    print("\n".join(lines))
    return code


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "verify": run_verify,
    "lock": run_lock,
    "pdf": run_pdf,
    "mutants": run_mutants,
    "check": run_check,
}

# -- the fast path -------------------------------------------------------------------------------------------------


def _inputs(args: argparse.Namespace) -> str:
    """The digest of everything a run depends on: sources, the paper, the recorded verdicts, the options."""
    paper = ROOT / "derivations" / args.paper
    files = [f for d in (PACKAGE, paper) for f in d.rglob("*") if f.is_file() and "__pycache__" not in f.parts]
    files += [f for f in [ROOT / "pyproject.toml"] if f.is_file()]
    width = shutil.get_terminal_size((100, 24)).columns
    options = [args.paper, args.colour, args.all, width, sys.version, str(Path.cwd())]
    return digest([files_digest(sorted(files), ROOT), options])


def _known(args: argparse.Namespace, key: str) -> Any:
    """The record of the last run, if it was of the same inputs and all it wrote is as it was."""
    path = _cache() / f"run-{digest(args.paper)[:16]}.json"
    try:
        found = read_json(path) if args.cache and path.is_file() else {}
        same = found["key"] == key and isinstance(found["text"], str) and found["code"] in (EXIT_OK, EXIT_REGRESSED)
        intact = same and all(digest(Path(name).read_bytes()) == value for name, value in found["files"].items())
    except (InputError, OSError, LookupError, TypeError, AttributeError):
        return None
    return found if intact else None


def _cache() -> Path:
    return Path.cwd() / CACHE


# -- the slow path -------------------------------------------------------------------------------------------------


def _verify(args: argparse.Namespace, key: str) -> int:
    from symcheck.findings import lapsed
    from symcheck.gate import compare
    from symcheck.ledger import mixed_units
    from symcheck.lock import read_lock
    from symcheck.outcomes import outcomes
    from symcheck.report import render_summary, render_table

    start = time.perf_counter()
    engine = _decide(args)
    files, report = _write(args, engine)
    lock = engine.book.paper.folder / "verdicts.lock"
    recorded = read_lock(lock)
    changes = compare(recorded, _lock_lines(engine))
    fallen = lapsed(engine.book, outcomes(engine.book, engine.findings), mixed_units(report.units))
    lines = [render_table(report, 0, args.colour)] if args.all else []
    lines += [render_summary(report, 0, args.colour).rstrip("\n"), _tally(engine), f"reports: {_folder(args)}", *fallen]
    lines += changes.describe() if recorded else ["no verdicts are recorded yet; `make lock` records these"]
    code = EXIT_REGRESSED if changes.regressed or fallen else EXIT_OK
    text = "\n".join(lines) + "\n"
    sys.stdout.write(text)
    _say(f"took {time.perf_counter() - start:.1f} s")
    record = {"key": key, "text": text, "code": code, "files": files}
    write_atomically(_cache() / f"run-{digest(args.paper)[:16]}.json", canonical_json(record))
    return code


def _tally(engine: Engine) -> str:
    """How many statements were decided, in words."""
    verdicts = [v for f in engine.findings.values() for v in [*f.verdicts, *f.repaired]]
    verdicts += [v for f in engine.findings.values() if f.suggestion for v in f.suggestion.verdicts]
    counts = {kind: sum(v.outcome == kind for v in verdicts) for kind in ("proved", "refuted", "open")}
    decided = (
        f"{counts['proved']} statements proved, {counts['refuted']} refuted; the kernel replayed every certificate"
    )
    return decided + (f"; {counts['open']} open" if counts["open"] else "")


def _load(name: str) -> Book:
    from symcheck.obligations import Book

    if not (ROOT / "derivations" / name / "__init__.py").is_file():
        known = sorted(p.parent.name for p in (ROOT / "derivations").glob("*/__init__.py"))
        raise InputError(f"no paper named {name!r} in derivations; there are: {', '.join(known)}")
    return Book(_paper(name, ROOT / "derivations" / name))


def _paper(name: str, folder: Path) -> Paper:
    """The paper that a folder of derivations holds; what goes wrong in it is an error at its line."""
    from symcheck.claim import Paper

    place = str(folder / "__init__.py"), 1
    try:
        paper = getattr(importlib.import_module(f"derivations.{name}"), "PAPER", None)
    except InputError:
        raise
    except SyntaxError as error:
        raise InputError(f"Python can't read it: {error.msg}", error.filename or place[0], error.lineno or 1) from error
    except Exception as error:  # whatever the author's modules raise
        frames = [f for f in traceback.extract_tb(error.__traceback__) if Path(f.filename).is_relative_to(folder)]
        at = (frames[-1].filename, frames[-1].lineno or 1) if frames else place
        raise InputError(f"{type(error).__name__}: {error}", *at) from error
    if not isinstance(paper, Paper):
        raise InputError("expected PAPER = Paper(…)", *place)
    return paper


def _store(args: argparse.Namespace) -> Store:
    return Store(_cache() / "results", args.cache)


def _decide(args: argparse.Namespace) -> Engine:
    from symcheck.conditions import repair
    from symcheck.engine import Engine
    from symcheck.outcomes import contrary, outcomes, refutations
    from symcheck.suggest import suggest

    engine = Engine(_load(args.paper), _store(args), args.jobs, _say)
    findings = engine.run()
    repair(engine, [label for label, found in findings.items() if refutations(found) or contrary(found)])
    decided = outcomes(engine.book, findings)
    suggest(engine, [o for o, found in findings.items() if refutations(found) and decided[o] == "fails"])
    return engine


def _write(args: argparse.Namespace, engine: Engine) -> tuple[dict[str, str], Any]:
    """Write reports and certificates; returns the digests of what was written, and the report."""
    from symcheck.ledger import report
    from symcheck.report import write_reports

    folder = _folder(args)
    made = report(engine.book, engine.findings, _versions())
    written = [*write_reports(made, folder), *_certificates(folder / "certificates", engine)]
    return {str(path): digest(path.read_bytes()) for path in written}, made


def _certificates(folder: Path, engine: Engine) -> list[Path]:
    """Statements and certificates as the kernel replays them, in an order in which each cites only earlier ones."""
    from symcheck.ledger import stem

    findings, claims = engine.findings, engine.book.claims

    def depth(label: str) -> int:
        return 1 + max(map(depth, claims[label].uses), default=0)

    found = [(v, "") for f in findings.values() for v in f.verdicts]
    found += [(v, "repaired") for f in findings.values() for v in f.repaired]
    found.sort(key=lambda pair: depth(pair[0].obligation.label))
    found += [(v, "suggested") for f in findings.values() if f.suggestion for v in f.suggestion.verdicts]
    contents = replayable((stem(v, r), v.outcome, v.obligation.statement.to_json(), v.certificate) for v, r in found)
    for stale in folder.glob("*.json"):
        if stale.name not in contents:
            stale.unlink()
    for file, text in contents.items():
        write_atomically(folder / file, text)
    return [folder / file for file in contents]


def _lock_lines(engine: Engine) -> list[Any]:
    from symcheck.lock import LockLine
    from symcheck.outcomes import outcomes

    lines = []
    for label, outcome in outcomes(engine.book, engine.findings).items():
        found = engine.findings[label]
        statements = [v.obligation.statement.digest() for v in [*found.verdicts, *found.repaired]]
        certificates = [v.digest for v in [*found.verdicts, *found.repaired] if v.digest]
        what = statements or [digest(engine.book.entries[label].text)]
        lines.append(LockLine(label, outcome, digest(what)[:16], digest(certificates)[:16] if certificates else "-"))
    return lines


def _versions() -> dict[str, str]:
    from importlib.metadata import version

    return {"symcheck": __version__, **{name: version(name) for name in ("sympy", "typst")}}


def _folder(args: argparse.Namespace) -> Path:
    return REPORTS / str(args.paper)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
