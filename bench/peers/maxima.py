"""Maxima, one process a claim: ``is`` of the relation under ``assume`` of what is given."""

from __future__ import annotations

import ast
import math
import resource
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from bench.peers.common import OPEN, Query, timed, truth
from bench.spelling import comparisons, maxima, parse

RELATIONS = {
    "==": "equal(u, 0)", "!=": "notequal(u, 0)", "<": "u < 0", "<=": "u <= 0", ">": "u > 0", ">=": "u >= 0",
}  # fmt: skip
WORDS = {"positive": "{} > 0", "negative": "{} < 0", "nonnegative": "{} >= 0", "nonpositive": "{} <= 0"}
WORDS |= {"natural": "{} >= 0", "nonzero": "notequal({}, 0)"}
WAYS = "[lambda([u], u), ratsimp, radcan, lambda([u], trigsimp(radcan(u))), lambda([u], minfactorial(makefact(u)))]"
MARK = "ANSWER"
NO_QUESTIONS = Path(__file__).with_name("maxima.lisp")
SAYS = {"true": True, "false": False}
MARGIN = 0.95  # of the time limit is Maxima's, so that it ends before the worker that waits for it


def work(task: Mapping[str, Any]) -> dict[str, Any]:
    """Verdict, reason and seconds; Maxima's start is part of the time."""
    return timed(lambda query: decide(query, task["limit"] * MARGIN), task)


def decide(query: Query, limit: float = 10.0) -> str:
    """Maxima's first answer that is not ``unknown`` to the relation, as it stands and simplified in several ways."""
    if query["relation"] not in RELATIONS:
        return OPEN
    done = subprocess.run(
        ["maxima", f"--preload-lisp={NO_QUESTIONS}", "--very-quiet", f"--batch-string={' '.join(program(query))}"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=limit, check=False,
        preexec_fn=partial(_end_by_itself, math.ceil(limit)),
    )  # fmt: skip
    lines = [line.split() for line in done.stdout.splitlines()]
    found = [line[1] for line in lines if len(line) == 2 and line[0] == MARK]
    return truth(SAYS.get(found[-1]) if found else None)


def _end_by_itself(seconds: int) -> None:
    """Should the process that waits for Maxima be killed, Maxima ends after so much work."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def program(query: Query) -> Iterator[str]:
    """What Maxima is told: assumptions, the difference of both sides, and the question."""
    yield "display2d: false$ simpsum: true$"
    for name, words in query["symbols"].items():
        known = words.lower().replace("non-", "non").replace(",", " ").split()
        yield from (f"assume({WORDS[word].format(name)})$" for word in known if word in WORDS)
        if {"integer", "natural"} & set(known):
            yield f"declare({name}, integer)$"
    for left, sign, right in (found for text in query["given"] for found in comparisons(text)):
        yield _assumed(left, sign, right)
    yield f"d: errcatch({maxima(parse(query['lhs']))} - {maxima(parse(query['rhs']))})$"
    yield "a: unknown$"
    asked = f"is({RELATIONS[query['relation']]})"
    yield (
        f"if d # [] then for f in {WAYS} do (w: errcatch(apply(f, d)), b: if w = [] then [] else"
        f" errcatch(block([u: w[1]], {asked})), if b = [true] or b = [false] then return(a: b[1]))$"
    )
    yield f'print("{MARK}", a)$'


def _assumed(left: ast.expr, sign: str, right: ast.expr) -> str:
    first, second = maxima(left), maxima(right)
    if sign == "==" and isinstance(left, ast.Name):
        return f"{first}: {second}$"
    if sign in ("==", "!="):
        return f"assume({'equal' if sign == '==' else 'notequal'}({first}, {second}))$"
    return f"assume({first} {sign} {second})$"


def version() -> str:
    """Its version; empty if it is not installed."""
    if shutil.which("maxima") is None:
        return ""
    return subprocess.run(["maxima", "--version"], capture_output=True, text=True, check=True).stdout.strip()
