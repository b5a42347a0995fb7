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
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from symcheck.errors import InputError
from symcheck.files import digest
from symcheck.kernel.check import check
from symcheck.kernel.statement import Statement, statement_from_json
from symcheck.kernel.term import Reject, Term, from_json, to_json
from symcheck.latex.tree import Formula
from symcheck.obligations import Book, Obligation
from symcheck.procedures import refute
from symcheck.procedures.follow import HintFailed
from symcheck.store import SEARCH, Store, code_digest, files_digest
from symcheck.worker import end_with_parent

TIME_LIMIT = 60.0
ORDER = ("prove", "refute", "prove hard")
PROOF = ("prove", "prove hard")
"""What is tried: what is quick first, since most statements need no more."""
DERIVATION_CODE = ("bridge.py", "derivation.py", "kernel/term.py")
STOPPED = "the search was stopped"
DIED = "a worker process died"
Work = Callable[[Any], dict[str, Any]]


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


@dataclass(frozen=True)
class Suggestion:
    """What a line should have said: ``formula``, which differs by ``what``, and the proofs of all that it owes."""

    what: str
    formula: Formula
    verdicts: tuple[Verdict, ...]


@dataclass
class Findings:
    """Everything that was found out about one claim.

    ``repaired`` are the verdicts of what was refuted, tried again under ``conditions`` that the paper does not state.
    """

    label: str
    verdicts: list[Verdict] = field(default_factory=list)
    repaired: list[Verdict] = field(default_factory=list)
    conditions: tuple[Formula, ...] = ()
    steps: list[tuple[str, Term]] = field(default_factory=list)
    suggestion: Suggestion | None = None


class TimeUp(Exception):
    """The search took longer than it may."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeUp in the body after some seconds."""

    def stop(_signal: int, _frame: Any) -> None:
        raise TimeUp

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)  # again, should a library swallow it
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def search(task: Mapping[str, Any]) -> dict[str, Any]:
    """Look for a proof and a refutation in the order asked for; runs in a worker and returns JSON values only."""
    from symcheck.procedures.prove import prove

    start, found, reason = time.perf_counter(), None, "neither a proof nor a counterexample was found"
    try:
        statement = statement_from_json(task["statement"])
        judged = {key: statement_from_json(value) for key, value in task["judged"].items()}
        with time_limit(task["limit"]):
            for look in task["order"]:
                try:
                    if look == "refute":
                        found = refute.refute(statement, task["examples"])
                    else:
                        by, hard = tuple(map(from_json, task["by"])), look == "prove hard"
                        found = prove(statement, judged, tuple(judged), by, task["via"], task["examples"], hard)
                except HintFailed as failed:  # what a hint can't show may be false, or true only under a condition
                    reason = f"the search failed: {failed}"
                if found is not None:
                    break
    except TimeUp:
        found, reason = None, f"{STOPPED} after {task['limit']:g} s"
    except Exception as error:
        found, reason = None, f"the search failed: {type(error).__name__} {error}".strip()
    seconds = round(time.perf_counter() - start, 3)
    return {"certificate": found, "reason": "" if found else reason, "seconds": seconds}


def derive(task: Mapping[str, str]) -> dict[str, Any]:
    """Run one forward derivation of the model; runs in a worker."""
    try:
        model = importlib.import_module(task["model"])
        steps = getattr(model, task["name"])().steps
        if not steps:
            return {"error": "it has no step"}
        return {"steps": [[text, to_json(term)] for text, term in steps]}
    except Exception as error:
        return {"error": f"{type(error).__name__} {error}".strip()}


class Engine:
    """Decides everything a book owes."""

    def __init__(
        self,
        book: Book,
        store: Store,
        jobs: int | None = None,
        say: Callable[[str], object] = str,
        limit: float = TIME_LIMIT,
        order: Sequence[str] = ORDER,
    ) -> None:
        self.book, self.store, self.say, self.limit, self.order = book, store, say, limit, order
        self.jobs = jobs or os.cpu_count() or 1
        self.judged: dict[str, Statement] = {}
        self.findings = {label: Findings(label) for label in book.order()}

    def run(
        self, labels: Sequence[str] | None = None, until: Callable[[Verdict], bool] | None = None
    ) -> dict[str, Findings]:
        """Decide the claims with the given labels (all of them), in waves: what is cited before what cites it.

        With ``until`` obligations are decided one by one, and no more after the first verdict of that kind.
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
                raise InputError(f"claims cite each other in a circle: {', '.join(waiting)}")
            owed = [o for label in ready for o in waiting[label]]
            for batch in [[o] for o in owed] if until else [owed]:
                for verdict in self.decide(batch):
                    self.findings[verdict.obligation.label].verdicts.append(verdict)
                    if until and until(verdict):
                        return self.findings
            for label in ready:
                del waiting[label]
        return self.findings

    def repair(self, labels: Iterable[str]) -> None:
        """Try claims that are refuted, or contradicted outside them, under the conditions that their authors name."""
        owed = [o for label in labels if self.book.claims[label].unless for o in self.book.owed(label, unless=True)]
        verdicts = [v for f in self.findings.values() for v in f.verdicts]
        refuted = {v.obligation.name for v in verdicts if v.outcome == "refuted"}
        denied = {v.obligation.label for v in verdicts if v.outcome == "proved" and v.obligation.role == "outside"}
        wanted = [o for o in owed if o.name in refuted or (o.label in denied and o.role != "denied")]
        for verdict in self.decide(wanted):
            found, claim = self.findings[verdict.obligation.label], self.book.claims[verdict.obligation.label]
            found.repaired.append(verdict)
            if verdict.outcome == "proved":
                found.conditions = tuple(self.book.parse(claim.label, text) for text in claim.unless)

    # -- obligations --------------------------------------------------------------------------------------------

    def decide(self, obligations: Sequence[Obligation], order: Sequence[str] | None = None) -> list[Verdict]:
        """A verdict for each obligation, in order."""
        tasks = [self.task(o, order or self.order) for o in obligations]
        keys = [digest([t, code_digest()]) for t in tasks]
        results = self._work(search, tasks, keys, "obligations")
        return [self._verdict(o, r, t["judged"]) for o, r, t in zip(obligations, results, tasks, strict=True)]

    def ask(self, function: Work, tasks: Sequence[Any], code: Sequence[str], what: str) -> list[dict[str, Any]]:
        """The results of another search of the form of ``search``; ``code`` are the source files that it is made of."""
        keys = [digest([function.__name__, t, code_digest((*SEARCH, *code))]) for t in tasks]
        return list(self._work(function, tasks, keys, what))

    def task(self, obligation: Obligation, order: Sequence[str]) -> dict[str, Any]:
        """What a worker needs to know of an obligation, as JSON."""
        cited = [v for u in obligation.uses for v in self.findings[u].verdicts if v.outcome == "proved"]
        judged = {v.obligation.statement.digest(): v.obligation.statement.to_json() for v in cited}
        by = [to_json(t) for t in obligation.by]
        statement = obligation.statement.to_json()
        return {
            "statement": statement,
            "judged": judged,
            "by": by,
            "via": list(obligation.via),
            "examples": list(obligation.examples),
            "limit": self.limit,
            "order": list(order),
        }

    def _verdict(self, obligation: Obligation, result: Mapping[str, Any], judged: Iterable[str]) -> Verdict:
        """What the kernel makes of a result, wherever it came from."""
        certificate, reason, seconds = result["certificate"], result["reason"], result["seconds"]
        if certificate is None:
            return Verdict(obligation, "open", reason=reason, seconds=seconds)
        try:
            known = {key: self.judged[key] for key in judged}
            judgement = check(obligation.statement, certificate, known)
        except (Reject, RecursionError, KeyError) as error:
            reason = f"the kernel rejects the certificate that was found: {error}"
            return Verdict(obligation, "open", reason=reason, seconds=seconds)
        if judgement.outcome == "proved":
            self.judged[obligation.statement.digest()] = obligation.statement
        values = refute.sides(obligation.statement, certificate) if judgement.outcome == "refuted" else None
        return Verdict(obligation, judgement.outcome, certificate, digest(certificate), "", values, seconds)

    def _derive(self, labels: Sequence[str]) -> dict[str, list[tuple[str, Term]]]:
        claims = [self.book.claims[label] for label in labels if self.book.claims[label].derive]
        paper = self.book.paper
        sources = files_digest(sorted(paper.folder.rglob("*.py")), paper.folder)
        tasks = [{"model": paper.model, "name": claim.derive} for claim in claims]
        keys = [digest([t, sources, code_digest(DERIVATION_CODE)]) for t in tasks]
        derived: dict[str, list[tuple[str, Term]]] = {}
        for claim, found in zip(claims, self._work(derive, tasks, keys, "derivations"), strict=True):
            if "steps" not in found:
                reason = found.get("error") or found.get("reason", "")
                raise InputError(
                    f"{claim.label}: the derivation {claim.derive} failed: {reason}", paper.folder / "model.py"
                )
            try:
                derived[claim.label] = [(text, from_json(term)) for text, term in found["steps"]]
            except Reject as reason:
                raise InputError(f"{claim.label}: the derivation {claim.derive} gives no term: {reason}") from None
        return derived

    def _work(self, function: Work, tasks: Sequence[Any], keys: Sequence[str], what: str) -> Iterator[dict[str, Any]]:
        """The results of a function on tasks, in order, from the store or from workers, started only if needed.

        While they are consumed the workers go on.
        """
        known = {key: found for key in keys if _shaped(found := self.store.get(key), function)}
        missing = {key: task for key, task in zip(keys, tasks, strict=True) if key not in known}
        if len(missing) > 1:
            self.say(f"{len(missing)} {what} to work out, {len(tasks) - len(missing)} known")
        if len(missing) <= 1 or self.jobs == 1:
            yield from self._collect(keys, known, lambda key: function(missing[key]), what)
            return
        with ProcessPoolExecutor(min(self.jobs, len(missing)), initializer=_quiet) as pool:
            futures = {key: pool.submit(function, task) for key, task in missing.items()}
            try:
                yield from self._collect(keys, known, lambda key: _result(futures[key]), what)
            except BaseException:  # nobody wants the rest: an interrupt, or an error where the results are used
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _collect(
        self, keys: Sequence[str], known: dict[str, dict[str, Any]], get: Callable[[str], dict[str, Any]], what: str
    ) -> Iterator[dict[str, Any]]:
        total, done = len(set(keys) - known.keys()), 0
        for key in keys:
            if key not in known:
                known[key] = value = get(key)
                unlucky = "error" in value or str(value.get("reason", "")).startswith((STOPPED, DIED))
                if not unlucky:  # another run may have more luck
                    self.store.put(key, value)
                done += 1
                if done % 10 == 0 or done == total > 1:
                    self.say(f"  {done} of {total} {what}")
            yield known[key]


def _shaped(value: Any, function: Work) -> bool:
    """Whether a stored value has the form of a result of ``function``; its content is never believed."""
    if not isinstance(value, dict):
        return False
    if function is derive:
        steps = value.get("steps")
        return isinstance(steps, list) and bool(steps) and all(isinstance(s, list) and len(s) == 2 for s in steps)
    timed = isinstance(value.get("seconds"), int | float)
    return timed and (function is not search or value.keys() == {"certificate", "reason", "seconds"})


def _result(future: Future[dict[str, Any]]) -> dict[str, Any]:
    try:
        return future.result()
    except BrokenExecutor as error:
        return {"certificate": None, "reason": f"{DIED}: {error}", "seconds": 0.0}


def _quiet() -> None:
    """In a worker: leave Ctrl-C to the parent, and do not outlive it."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
