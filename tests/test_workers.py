"""Tasks end in time whatever runs in them."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from symcheck import workers
from symcheck.workers import DIED, Pool, Stopped, Worker

STUBBORN = "tests.stubborn:work"


def run(*tasks: dict[str, Any], jobs: int = 2) -> dict[Any, Any]:
    return dict(Pool(STUBBORN, jobs).run([(i, {"limit": 20, **t}) for i, t in enumerate(tasks)]))


def alive(pid: int) -> bool:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def test_results_come_with_their_keys() -> None:
    found = run({"do": "sleep"}, {"do": "a"}, {"do": "b"})
    assert {key: value["did"] for key, value in found.items()} == {0: "sleep", 1: "a", 2: "b"}
    assert all(value["seed"] == "0" for value in found.values())


def test_a_task_that_hangs_is_stopped_and_the_others_go_on() -> None:
    start = time.monotonic()
    found = run({"do": "hang", "limit": 0.5}, {"do": "a"}, {"do": "hang", "limit": 0.5}, {"do": "b"}, jobs=1)
    assert time.monotonic() - start < 10
    assert [str(found[i]) for i in (0, 2)] == ["stopped after 0.5 s"] * 2
    assert [found[i]["did"] for i in (1, 3)] == ["a", "b"]


@pytest.mark.parametrize("do", ["die", "raise"])
def test_a_process_that_dies_costs_one_task(do: str) -> None:
    found = run({"do": do}, {"do": "a"}, jobs=1)
    assert isinstance(found[0], Stopped) and str(found[0]) == DIED
    assert found[1]["did"] == "a"


def test_what_is_printed_is_no_answer() -> None:
    assert run({"do": "print"})[0]["did"] == "print"


def test_a_long_answer_arrives_whole() -> None:
    assert len(run({"do": "a", "length": 3_000_000})[0]["at length"]) == 3_000_000


def test_nothing_to_do() -> None:
    assert run() == {}


def test_workers_are_replaced_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "MAX_TASKS", 2)
    found = run(*[{"do": "a"}] * 5, jobs=1)
    pids = [found[i]["pid"] for i in range(5)]
    assert pids[0] == pids[1] != pids[2] == pids[3] != pids[4]


def test_no_process_is_left() -> None:
    results = Pool(STUBBORN, 2).run([(i, {"do": "hang" if i else "a", "limit": 60}) for i in range(3)])
    pid = next(results)[1]["pid"]
    results.close()
    assert not alive(pid)


def test_a_worker_ends_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    script = (
        "from symcheck.workers import Worker; worker = Worker('tests.stubborn:work'); worker.wait();"
        f"worker.give('key', {{'do': 'hang', 'limit': 1000, 'note': {str(note)!r}}}); worker.wait()"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], cwd=workers.ROOT)
    while not (note.exists() and note.read_text()):
        time.sleep(0.05)
    pid = int(note.read_text())
    assert alive(pid)
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 60
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    left = alive(pid)
    if left:
        os.kill(pid, signal.SIGKILL)
    assert not left


def test_a_function_that_is_not_there() -> None:
    with pytest.raises(RuntimeError, match="worker processes don't start"):
        list(Pool("tests.stubborn:nothing", 1).run([(0, {"limit": 1})]))


def test_one_worker() -> None:
    worker = Worker(STUBBORN)
    try:
        assert worker.wait() == "ready"
        worker.give("key", {"do": "a", "limit": 20})
        assert worker.wait()["did"] == "a"
        worker.give("key", {"do": "hang", "limit": 0.2})
        with pytest.raises(Stopped, match=r"stopped after 0\.2 s"):
            worker.wait()
    finally:
        worker.kill()
