"""``python -m tests.fuzz``: random claims, true and false, through the same workers as ``symcheck check --batch``.

It ends after a time, or with exit code 1 at the first verdict that is wrong, whose claim is printed and written to a
file.  A claim that is true by construction may be proved or open, one that is certainly false refuted or open; every
certificate is looked at by the second opinion too.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from symcheck.checking import WORK
from symcheck.kernel.check import check as replay
from symcheck.kernel.statement import statement_from_json
from symcheck.workers import Pool, Stopped
from tests.fuzz.made import Made, false_claim, true_claim
from tests.second.opinion import CONTRADICTS, opinion

ROUND = 60
"""Claims that are made, decided and counted together."""
WRONG = {"true": "refuted", "false": "proved"}


@dataclass
class Run:
    """Claims of one seed, decided by some workers with a time limit each; what came of them so far."""

    seed: int
    jobs: int
    limit: float
    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[dict[str, Any]] = field(default_factory=list)

    def round(self, number: int, size: int = ROUND) -> None:
        """Make, decide and judge some claims, which depend on the seed and the number of the round only."""
        rng = random.Random(f"{self.seed} {number}")
        made = [("true", true_claim(rng)) if i % 2 else ("false", false_claim(rng)) for i in range(size)]
        tasks = [(i, {"query": m.query(), "limit": self.limit, "strict": False}) for i, (_, m) in enumerate(made)]
        for i, answer in sorted(Pool(WORK, self.jobs).run(tasks), key=lambda pair: pair[0]):
            self._judge(*made[i], answer)

    def _judge(self, truth: str, made: Made, answer: Any) -> None:
        if isinstance(answer, Stopped):
            answer = {"verdict": "open", "reason": str(answer)}
        verdict = answer["verdict"]
        self.counts[f"{truth} {verdict}"] += 1
        self.counts[f"{made.kind} {verdict}"] += 1
        reasons = list(_reasons(truth, made, answer))
        if reasons:
            row = {
                "truth": truth,
                "kind": made.kind,
                "edit": made.edit,
                **made.query(),
                "why": reasons,
                "answer": answer,
            }
            self.wrong.append(row)

    def summary(self) -> str:
        """How many claims of each truth have which verdict."""
        words = ("proved", "refuted", "open", "error")
        rows = [[self.counts[f"{truth} {word}"] for word in words] for truth in ("true", "false")]
        shown = [
            f"{sum(row)} {truth}: {', '.join(f'{n} {word}' for n, word in zip(row, words, strict=True) if n)}"
            for truth, row in zip(("true", "false"), rows, strict=True)
        ]
        decided = sum(n for row in rows for n in row[:2])
        total = sum(map(sum, rows))
        return (
            f"{total} claims, {decided} decided, {total - decided} open, {len(self.wrong)} wrong ({'; '.join(shown)})"
        )


def _reasons(truth: str, made: Made, answer: dict[str, Any]) -> Iterator[str]:
    """What is wrong with an answer."""
    verdict = answer["verdict"]
    if verdict == WRONG[truth]:
        yield f"it is {truth}"
    if verdict == "error":
        yield f"it can be read: {answer['reason']}"
    if truth == "true" and (found := made.second(0)).word == CONTRADICTS:
        yield f"the fuzzer's own mistake, it is not true: {found.why}"
    if verdict in ("proved", "refuted"):
        statement, certificate = answer["statement"], answer["certificate"]
        if replay(statement_from_json(statement), certificate, {}).outcome != verdict:
            yield "the kernel does not replay its certificate"
        found = opinion(statement, verdict, certificate, wanted=3)
        if found.word == CONTRADICTS:
            yield f"the second opinion: {found.why}"


def main(arguments: list[str]) -> int:
    """Run; see the module's description."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seconds", type=float, default=600, help="how long (default: 600)")
    parser.add_argument(
        "--seed", type=int, default=time.time_ns() % 10**6, help="of the first round (default: another)"
    )
    parser.add_argument("--timeout", type=float, default=5, help="seconds for a claim (default: 5)")
    parser.add_argument("--jobs", type=int, default=2, help="worker processes (default: 2)")
    parser.add_argument("--wrong", type=Path, default=Path("build/fuzz-wrong.jsonl"), help="where a wrong verdict goes")
    args = parser.parse_args(arguments)
    run, end, number = Run(args.seed, args.jobs, args.timeout), time.monotonic() + args.seconds, 0
    print(f"seed {args.seed}", flush=True)
    while time.monotonic() < end and not run.wrong:
        run.round(number)
        number += 1
        print(f"  {run.summary()}", flush=True)
    kinds = sorted({key.split()[0] for key in run.counts} - {"true", "false"})
    for kind in kinds:
        print(f"  {kind:11} " + ", ".join(f"{run.counts[f'{kind} {w}']} {w}" for w in ("proved", "refuted", "open")))
    print(f"fuzz: {run.summary()}")
    if run.wrong:
        args.wrong.parent.mkdir(parents=True, exist_ok=True)
        args.wrong.write_text("".join(json.dumps(row) + "\n" for row in run.wrong), "utf-8")
        print(json.dumps(run.wrong[0], indent=1)[:3_000])
        print(f"WRONG: {run.wrong[0]['claim']}  given {run.wrong[0]['given']}: {run.wrong[0]['why']}; see {args.wrong}")
    return 1 if run.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
