"""Many claims: one JSON object a line in, one answer a line out, in the same order.

The answers and their certificates are written every few seconds, each file whole or not at all, so that an interrupted
run can be continued: an answer of before is kept if its line is the same, and if the kernel replays its certificate.
``python -m symcheck.kernel`` replays the folder of certificates.
"""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from symcheck.answer import ERROR, OPEN, PROVED, REFUTED, VERDICTS
from symcheck.errors import InputError
from symcheck.files import digest, read_json, read_text, replayable, write_atomically
from symcheck.store import SEARCH, code_digest
from symcheck.workers import Pool, Stopped

# The function of symcheck.checking, which only the workers load.
WORK = "symcheck.checking:work"
CODE = (*SEARCH, "decision.py", "growing.py", "verdict.py", "query.py", "plain", "latex", "elaborate.py")
FLUSH = 2.0
PLAIN_NAME = re.compile(r"[A-Za-z0-9_-]{1,80}\Z", re.ASCII)
SHOWN: dict[str, Any] = {
    "read": "",
    "witness": None,
    "sides": None,
    "conditions": [],
    "reason": "",
    "certificate": None,
    "seconds": 0.0,
}
"""What a line of the output has beside id and verdict, and what stands there if nothing is known."""


@dataclass(frozen=True)
class Options:
    """How claims are decided: seconds for each, strictly or not, by how many processes, by which function."""

    limit: float
    strict: bool = False
    jobs: int = 1
    function: str = WORK

    def search(self) -> str:
        """The digest of what decides whether a search finds something."""
        return digest([self.limit, self.function, code_digest(CODE)])[:16]


@dataclass
class Entry:
    """One line of the input, and what is known of its answer; ``evidence`` are statement and certificate."""

    number: int
    data: Any
    name: str
    key: str
    answer: dict[str, Any] | None = None
    evidence: tuple[Any, Any] | None = None
    fresh: bool = field(default=False)

    @property
    def shown_id(self) -> Any:
        """The ``id`` of the claim, or the number of its line."""
        return self.data.get("id", self.number) if isinstance(self.data, dict) else self.number


def tally(counts: Mapping[str, int]) -> str:
    """How many claims have which verdict."""
    return ", ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICTS if counts[verdict])


class Batch:
    """The claims of a file, and their answers."""

    def __init__(self, source: Path, out: Path, options: Options, say: Callable[[str], object]) -> None:
        self.out, self.options, self.say = out, options, say
        self.folder = out.with_name(out.stem + ".certificates")
        self.entries = list(self._entries(source))
        self.written: dict[str, str] = {}

    def run(self) -> Counter[str]:
        """Answer every line; how many have each verdict.  What is known is written, however it ends."""
        kept = self._continue()
        tasks = [(i, self._task(e)) for i, e in enumerate(self.entries) if not e.fresh]
        self.say(f"{len(self.entries)} claims, {kept} answered before" if kept else f"{len(self.entries)} claims")
        flushed, done = time.monotonic(), 0
        results = Pool(self.options.function, self.options.jobs).run(tasks)
        try:
            for index, result in results:
                self._take(self.entries[index], result)
                done += 1
                if time.monotonic() - flushed > FLUSH:
                    self._write()
                    self.say(f"  {done} of {len(tasks)}: {tally(self._counts())}")
                    flushed = time.monotonic()
        finally:
            results.close()
            self._write()
        return self._counts()

    # -- what goes in ---------------------------------------------------------------------------------------------

    def _entries(self, source: Path) -> Iterator[Entry]:
        """One entry a line that isn't blank; a line that is no JSON has its answer already."""
        names: set[str] = set()
        for number, line in enumerate(read_text(source).split("\n"), 1):
            if not line.strip():
                continue
            try:
                data, error = _parse(line), ""
            except ValueError as reason:
                data, error = line, f"line {number}: {reason}"
            entry = Entry(number, data, _name(data, number, names), digest([data, self.options.strict]))
            if error:
                entry.answer, entry.fresh = self._line(entry, {"verdict": ERROR, "reason": error}), True
            yield entry

    def _task(self, entry: Entry) -> dict[str, Any]:
        known = None
        if entry.answer is not None and entry.evidence is not None:
            known = [entry.answer["verdict"], *entry.evidence, entry.answer["seconds"]]
        return {"query": entry.data, "limit": self.options.limit, "strict": self.options.strict, "known": known}

    def _continue(self) -> int:
        """Take over answers of an earlier run: open ones of the same search, decided ones until they are confirmed."""
        before: dict[str, dict[str, Any]] = {}
        for line in read_text(self.out).split("\n") if self.out.is_file() else []:
            try:
                answer = json.loads(line)
                before[answer["input"]] = answer
            except (ValueError, TypeError, LookupError, RecursionError):  # a line of something else
                continue
        for entry in [e for e in self.entries if e.key in before and not e.fresh]:
            answer = before[entry.key]
            if answer.get("verdict") == OPEN and answer.get("search") == self.options.search():
                entry.answer, entry.fresh = {**answer, "id": entry.shown_id}, True
            elif answer.get("verdict") in (PROVED, REFUTED):
                entry.evidence = self._evidence(answer)
                entry.answer = self._line(entry, answer) if entry.evidence else None
        return sum(e.key in before and e.answer is not None for e in self.entries)

    def _evidence(self, answer: Mapping[str, Any]) -> tuple[Any, Any] | None:
        """The statement and certificate on disk of an earlier answer."""
        path = self.out.parent / str(answer.get("certificate"))
        if path.parent != self.folder or not path.name.endswith(".certificate.json"):
            return None
        try:
            statement = path.with_name(path.name.replace(".certificate.json", ".statement.json"))
            return read_json(statement), read_json(path)
        except InputError:
            return None

    # -- what comes out -------------------------------------------------------------------------------------------

    def _take(self, entry: Entry, result: Any) -> None:
        """A worker's result, or the reason why there is none."""
        if isinstance(result, Stopped):
            result = {"verdict": OPEN, "reason": str(result), "seconds": self.options.limit}
        decided = result["verdict"] in (PROVED, REFUTED)
        entry.evidence = (result["statement"], result["certificate"]) if decided else None
        entry.answer, entry.fresh = self._line(entry, result), True

    def _line(self, entry: Entry, found: Mapping[str, Any]) -> dict[str, Any]:
        """The line of the output for an answer; all keys are there in every line."""
        shown = {key: found.get(key, usual) for key, usual in SHOWN.items()}
        shown["certificate"] = f"{self.folder.name}/{entry.name}.certificate.json" if entry.evidence else None
        return {
            "id": entry.shown_id, "verdict": found["verdict"], **shown, "input": entry.key,
            "search": self.options.search(),
        }  # fmt: skip

    def _write(self) -> None:
        """The answers so far, and their certificates with an index for the kernel."""
        contents = replayable(
            (e.name, e.answer["verdict"], *e.evidence) for e in self.entries if e.answer is not None and e.evidence
        )
        for name, text in contents.items():
            if self.written.get(name) != text:
                write_atomically(self.folder / name, text)
        self.written = contents
        for pattern in ("*.statement.json", "*.certificate.json"):
            for stale in self.folder.glob(pattern):
                if stale.name not in contents:
                    stale.unlink()
        answers = [e.answer for e in self.entries if e.answer is not None]
        write_atomically(self.out, "".join(json.dumps(a) + "\n" for a in answers))

    def _counts(self) -> Counter[str]:
        return Counter(e.answer["verdict"] for e in self.entries if e.answer is not None)


def _parse(line: str) -> Any:
    """The JSON value in a line, its decimals as they are written; ValueError says what is wrong with it."""

    def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        twice = [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]
        if twice:
            raise ValueError(f"the key {twice[0]!r} is there twice")
        return dict(pairs)

    def refuse(name: str) -> Any:
        raise ValueError(f"{name} is not a number")

    try:
        return json.loads(line, object_pairs_hook=table, parse_float=str, parse_constant=refuse)
    except json.JSONDecodeError as error:
        raise ValueError(f"column {error.colno}: not JSON: {error.msg}") from None
    except RecursionError:
        raise ValueError("not JSON that can be read: too deep") from None


def _name(data: Any, number: int, taken: set[str]) -> str:
    """A plain file name for a claim, which no other has: its id if that is one."""
    wanted = str(data.get("id", "")) if isinstance(data, dict) else ""
    name = wanted if PLAIN_NAME.match(wanted) else f"line-{number}"
    while name.lower() in taken:
        name = f"{name}-{number}"
    taken.add(name.lower())
    return name
