"""Claims from anywhere, each decided in a process of its own with a time limit that holds."""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from symcheck.answer import OPEN, Answer, answer_from_json
from symcheck.decision import TIME_LIMIT, unreadable
from symcheck.errors import InputError
from symcheck.kernel.term import num
from symcheck.query import query_from_json, read
from symcheck.verdict import confirm, decide
from symcheck.workers import Stopped, Worker

SOFT = 0.9  # of the time limit is for the search; after all of it the process is killed
_LOCK = threading.Lock()


def prepare() -> None:
    """Import what the search needs, before the first task's time begins to run."""
    from symcheck import bridge
    from symcheck.procedures import prove, refute

    bridge.to_sympy(num(1))
    assert prove and refute


def work(task: Mapping[str, Any]) -> dict[str, Any]:
    """A worker's answer to a task: ``query``, a JSON object, ``limit``, ``strict``, and perhaps ``known``.

    ``known`` is an earlier verdict with statement, certificate and seconds; it is kept if the kernel confirms it.
    """
    try:
        query = query_from_json(task["query"])
        kept = confirm(query, task["strict"], *task["known"]) if task.get("known") else None
        return (kept or decide(query, task["limit"] * SOFT, task["strict"])).to_json()
    except InputError as error:
        return unreadable(error).to_json()


WORK = f"{__name__}:{work.__name__}"


def check(
    claim: str,
    given: Sequence[str] | str = (),
    symbols: Mapping[str, str] | None = None,
    *,
    syntax: str = "auto",
    approach: str = "",
    timeout: float = TIME_LIMIT,
    strict: bool = False,
) -> Answer:
    r"""Whether a claim holds wherever what is given does and both sides are defined.

    >>> from symcheck import check
    >>> check("sqrt(x**2) == Abs(x)", given=["x > 0"]).verdict
    'proved'
    >>> answer = check("sqrt(x**2) == x")
    >>> answer.verdict, answer.witness, answer.sides
    ('refuted', {'x': '-1'}, ('1', '-1'))
    >>> check(r"\frac{d}{dx} x^x = x^x (1+\ln x)", given=["x > 0"]).verdict
    'proved'
    >>> check("x/x == 1").conditions
    ('x != 0',)
    >>> check("x/x == 1", strict=True).reason
    'not defined there: x != 0 does not hold'
    >>> check("n**2 != 4", symbols={"n": "positive integer"}).witness
    {'n': '2'}

    How one side grows beside the other is asked with ``approach``; ``symcheck.plain.growth`` says what it means.

    >>> check("x*(2 + sin(x)) = Theta(x)", approach="x -> oo").reason
    'Abs(x) <= Abs(x*(2 + sin(x))) <= 3*Abs(x) for 1 <= x'
    >>> check("x**a = O(x)", given="a > 0", approach="x -> oo").witness
    {'a': '2'}

    The search runs in a process of its own, killed after ``timeout`` seconds.  InputError for what can't be read.
    """
    data: dict[str, Any] = {"claim": claim, "given": [given] if isinstance(given, str) else list(given)}
    data |= {"symbols": dict(symbols or {}), "syntax": syntax} | ({"as": approach} if approach else {})
    text = read(query_from_json(data)).text
    with _LOCK:
        worker = shared(os.getpid())
        worker.give(claim, {"query": data, "limit": timeout, "strict": strict})
        try:
            return answer_from_json(worker.wait())
        except BaseException as error:
            worker.kill()
            shared.cache_clear()
            if isinstance(error, Stopped):
                return Answer(OPEN, text, reason=str(error), seconds=timeout)
            raise


@cache
def shared(_process: int) -> Worker:
    """The worker of this process, which has begun to listen."""
    worker = Worker(WORK)
    atexit.register(worker.kill)
    worker.wait()
    return worker
