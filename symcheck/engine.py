"""Discharges obligations: from the store, or by search in worker processes; the kernel replays every certificate.

A verdict is made only from a judgement of ``kernel.check``.  A search that fails, crashes or takes too long leaves its
obligation open, with the reason.
"""

from __future__ import annotations

import importlib
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from symcheck.files import digest
from symcheck.kernel.check import check
from symcheck.kernel.statement import Statement, statement_from_json
from symcheck.kernel.term import Reject, Term, from_json, to_json
from symcheck.obligations import Book, Obligation
from symcheck.store import Store, code_digest

TIME_LIMIT = 60.0
DERIVATION_CODE = ("bridge.py", "derivation.py")


@dataclass(frozen=True)
class Verdict:
    """What became of one obligation: proved, refuted or open, with certificate or reason."""

    obligation: Obligation
    outcome: str
    certificate: Any = None
    digest: str = ""
    reason: str = ""
    sides: tuple[str, str] | None = None
    seconds: float = 0.0


@dataclass
class Findings:
    """Everything that was found out about one claim."""

    label: str
    verdicts: list[Verdict] = field(default_factory=list)
    repaired: list[Verdict] = field(default_factory=list)
    steps: list[tuple[str, Term]] = field(default_factory=list)
    suggestion: tuple[str, Verdict] | None = None


class TimeUp(Exception):
    """The search took longer than it may."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeUp in the body after some seconds."""

    def stop(_signal: int, _frame: Any) -> None:
        raise TimeUp

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def search(task: Mapping[str, Any]) -> dict[str, Any]:
    """Look for a proof and a refutation in the order asked for; runs in a worker and returns JSON values only."""
    from symcheck.procedures.prove import prove
    from symcheck.procedures.refute import refute, sides

    statement = statement_from_json(task["statement"])
    judged = {key: statement_from_json(value) for key, value in task["judged"].items()}
    start, found, reason, values = time.perf_counter(), None, "neither a proof nor a counterexample was found", None
    try:
        with time_limit(task["limit"]):
            for look in task["order"]:
                if look == "prove":
                    found = prove(statement, judged, tuple(judged), tuple(map(from_json, task["by"])))
                else:
                    found = refute(statement)
                    values = sides(statement, found) if found else None
                if found is not None:
                    break
    except TimeUp:
        found, reason = None, f"the search was stopped after {task['limit']:g} s"
    except (Reject, RecursionError) as error:
        found, reason = None, f"the search failed: {error or type(error).__name__}"
    seconds = time.perf_counter() - start
    return {"certificate": found, "reason": "" if found else reason, "sides": values, "seconds": round(seconds, 3)}


def derive(task: Mapping[str, str]) -> list[Any]:
    """Run one forward derivation of the model; runs in a worker."""
    model = importlib.import_module(task["model"])
    return [[text, to_json(term)] for text, term in getattr(model, task["name"])().steps]


class Engine:
    """Decides everything a book owes."""

    def __init__(
        self,
        book: Book,
        store: Store,
        jobs: int | None = None,
        say: Callable[[str], object] = str,
        limit: float = TIME_LIMIT,
        order: Sequence[str] = ("prove", "refute"),
    ) -> None:
        self.book, self.store, self.say, self.limit, self.order = book, store, say, limit, order
        self.jobs = jobs or os.cpu_count() or 1
        self.judged: dict[str, Statement] = {}
        self.findings = {label: Findings(label) for label in book.order()}

    def run(self, labels: Sequence[str] | None = None, until: str = "") -> dict[str, Findings]:
        """Decide the claims with the given labels (all of them), in waves: what is cited before what cites it.

        With ``until`` obligations are decided one by one and no more after the first with that outcome.
        """
        chosen = list(labels if labels is not None else self.book.order())
        derived = self._derive(chosen)
        waiting: dict[str, list[Obligation]] = {}
        for label in chosen:
            waiting[label] = self.book.owed(label)
            if label in derived:
                self.findings[label].steps = derived[label]
                waiting[label] += self.book.derived(label, derived[label][-1][1])
        while waiting:
            ready = [n for n, owed in waiting.items() if not any(u in waiting for o in owed for u in o.uses)]
            if not ready:
                raise Reject(f"claims cite each other in a circle: {', '.join(waiting)}")
            owed = [o for label in ready for o in waiting[label]]
            for batch in [[o] for o in owed] if until else [owed]:
                for verdict in self.decide(batch):
                    self.findings[verdict.obligation.label].verdicts.append(verdict)
                    if verdict.outcome == until:
                        return self.findings
            for label in ready:
                del waiting[label]
        return self.findings

    def repair(self, labels: Iterable[str]) -> None:
        """Try refuted claims again under the additional conditions that their authors name."""
        owed = [o for label in labels if self.book.claims[label].unless for o in self.book.owed(label, unless=True)]
        refuted = {v.obligation.name for f in self.findings.values() for v in f.verdicts if v.outcome == "refuted"}
        for verdict in self.decide([o for o in owed if o.name in refuted]):
            self.findings[verdict.obligation.label].repaired.append(verdict)

    # -- obligations --------------------------------------------------------------------------------------------

    def decide(self, obligations: Sequence[Obligation], order: Sequence[str] | None = None) -> list[Verdict]:
        """A verdict for each obligation, in order."""
        tasks = [self._task(o, list(order or self.order)) for o in obligations]
        keys = [digest([t, code_digest()]) for t in tasks]
        results = self._work(search, tasks, keys, "obligations")
        return [self._verdict(o, r, t["judged"]) for o, r, t in zip(obligations, results, tasks, strict=True)]

    def _task(self, obligation: Obligation, order: list[str]) -> dict[str, Any]:
        cited = [v for u in obligation.uses for v in self.findings[u].verdicts if v.outcome == "proved"]
        judged = {v.obligation.statement.digest(): v.obligation.statement.to_json() for v in cited}
        by = [to_json(t) for t in obligation.by]
        statement = obligation.statement.to_json()
        return {"statement": statement, "judged": judged, "by": by, "limit": self.limit, "order": order}

    def _verdict(self, obligation: Obligation, result: Mapping[str, Any], judged: Iterable[str]) -> Verdict:
        certificate, reason = result["certificate"], result["reason"]
        if certificate is not None:
            try:
                known = {key: self.judged[key] for key in judged}
                judgement = check(obligation.statement, certificate, known)
                if judgement.outcome == "proved":
                    self.judged[obligation.statement.digest()] = obligation.statement
                sides = tuple(result["sides"]) if result["sides"] else None
                named = digest(certificate)
                return Verdict(obligation, judgement.outcome, certificate, named, "", sides, result["seconds"])
            except (Reject, RecursionError, KeyError) as error:
                reason = f"the kernel rejects the certificate that was found: {error}"
        return Verdict(obligation, "open", reason=reason, seconds=result["seconds"])

    def _derive(self, labels: Sequence[str]) -> dict[str, list[tuple[str, Term]]]:
        claims = [self.book.claims[label] for label in labels if self.book.claims[label].derive]
        paper = self.book.paper
        source = (paper.folder / "model.py").read_bytes()
        tasks = [{"model": paper.model, "name": claim.derive} for claim in claims]
        keys = [digest([t, digest(source), code_digest(DERIVATION_CODE)]) for t in tasks]
        found = self._work(derive, tasks, keys, "derivations")
        return {
            claim.label: [(text, from_json(term)) for text, term in steps]
            for claim, steps in zip(claims, found, strict=True)
        }

    def _work(self, function: Callable[[Any], Any], tasks: Sequence[Any], keys: Sequence[str], what: str) -> list[Any]:
        """The results of a function on tasks, from the store or by the workers, which are started only if needed."""
        results = {key: self.store.get(key) for key in keys}
        missing = {key: task for key, task in zip(keys, tasks, strict=True) if results[key] is None}
        if missing:
            self.say(f"{len(missing)} {what} to work out, {len(tasks) - len(missing)} known")
        if len(missing) <= 1 or self.jobs == 1:
            fresh: Iterable[Any] = map(function, missing.values())
            self._collect(missing, fresh, results, what)
        else:
            with ProcessPoolExecutor(min(self.jobs, len(missing)), initializer=_quiet) as pool:
                try:
                    self._collect(missing, pool.map(function, missing.values()), results, what)
                except KeyboardInterrupt:
                    pool.shutdown(wait=False, cancel_futures=True)
                    raise
        return [results[key] for key in keys]

    def _collect(self, missing: Iterable[str], values: Iterable[Any], results: dict[str, Any], what: str) -> None:
        keys = list(missing)
        for number, (key, value) in enumerate(zip(keys, values, strict=True), 1):
            results[key] = value
            self.store.put(key, value)
            if number % 10 == 0 or number == len(keys):
                self.say(f"  {number} of {len(keys)} {what}")


def _quiet() -> None:
    """In a worker: leave Ctrl-C to the parent, and keep set iteration from mattering."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
