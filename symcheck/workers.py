"""Worker processes that are killed when a task takes too long, whatever runs in them.

A task is a JSON object; its key ``limit`` says how many seconds of wall-clock time it may take.  Workers are programs
of their own, so they can be used in any thread and script; they have a fixed hash seed.
"""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from collections import deque
from collections.abc import Generator, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

START_LIMIT = 120.0
MAX_TASKS = 200  # after which a worker is replaced: libraries keep what they have computed
ATTEMPTS = 3
DIED = "a worker process died"
ROOT = Path(__file__).parent.parent


class Stopped(Exception):
    """A task without a result; says why."""


class Worker:
    """One process, at most one task at a time."""

    def __init__(self, function: str) -> None:
        """``function`` is ``module:name``."""
        path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "symcheck.worker", function],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": path},
            start_new_session=True,  # Ctrl-C is for the parent
        )
        self._buffer = b""
        self.key: Any = None  # of the task it has; None while it starts
        self.limit, self.deadline = START_LIMIT, time.monotonic() + START_LIMIT
        self.tasks = 0

    def fileno(self) -> int:
        """Of the pipe on which answers come."""
        assert self._process.stdout is not None
        return self._process.stdout.fileno()

    def give(self, key: Any, task: Mapping[str, Any]) -> None:
        """Begin a task."""
        assert self._process.stdin is not None
        self.key, self.limit = key, float(task["limit"])
        self.deadline, self.tasks = time.monotonic() + self.limit, self.tasks + 1
        with suppress(BrokenPipeError):  # reading will tell
            self._process.stdin.write(json.dumps(task).encode() + b"\n")
            self._process.stdin.flush()

    def take(self) -> Any:
        """The next line's value, None if it isn't whole yet; Stopped if the process has died."""
        data = os.read(self.fileno(), 1 << 20)
        self._buffer += data
        if not data:
            raise Stopped(DIED)
        if not self._buffer.endswith(b"\n"):
            return None
        line, self._buffer = self._buffer, b""
        return json.loads(line)

    def wait(self) -> Any:
        """The next line's value; Stopped after the deadline or if the process dies."""
        with selectors.DefaultSelector() as selector:
            selector.register(self, selectors.EVENT_READ)
            while True:
                if not selector.select(max(self.deadline - time.monotonic(), 0)):
                    raise Stopped(self.overrun())
                value = self.take()
                if value is not None:
                    return value

    def overrun(self) -> str:
        """What to say when the deadline has passed."""
        return f"stopped after {self.limit:g} s"

    def kill(self) -> None:
        """End the process now."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()


Task = tuple[Any, Mapping[str, Any]]


class Pool:
    """Workers on a list of tasks, each a key and what a worker is given."""

    def __init__(self, function: str, jobs: int) -> None:
        """``function`` is ``module:name``; at most ``jobs`` processes."""
        self.function, self.jobs = function, jobs
        self._queue: deque[Task] = deque()
        self._workers: list[Worker] = []
        self._failures = 0

    def run(self, tasks: Iterable[Task]) -> Generator[tuple[Any, Any], None, None]:
        """Key and result of each task, in the order in which they end; without a result, a ``Stopped`` that says why.

        The processes are gone when the generator is exhausted or closed.
        """
        self._queue.extend(tasks)
        try:
            for _ in range(min(self.jobs, len(self._queue))):
                self._start()
            while self._workers:
                for worker, value in self._ended():
                    if worker.key is not None:
                        yield worker.key, value
                    self._proceed(worker, value)
        finally:
            for worker in self._workers:
                worker.kill()
            self._workers.clear()

    def _start(self) -> None:
        self._workers.append(Worker(self.function))

    def _ended(self) -> list[tuple[Worker, Any]]:
        """The workers that are ready for another task, with their answer, and those that won't be, with the reason."""
        with selectors.DefaultSelector() as selector:
            for worker in self._workers:
                selector.register(worker, selectors.EVENT_READ)
            first = min(worker.deadline for worker in self._workers)
            readable = [key.fileobj for key, _ in selector.select(max(first - time.monotonic(), 0))]
        found: list[tuple[Worker, Any]] = []
        for worker in self._workers:
            try:
                value = worker.take() if worker in readable else None
            except Stopped as reason:
                value = reason
            if value is None and time.monotonic() >= worker.deadline:
                value = Stopped(worker.overrun())
            if value is not None:
                found.append((worker, value))
        return found

    def _proceed(self, worker: Worker, value: Any) -> None:
        """Give a worker its next task, or replace it, or send it away."""
        broken = isinstance(value, Stopped)
        self._failures = self._failures + 1 if broken and worker.key is None else 0
        if self._failures >= ATTEMPTS:
            raise RuntimeError(f"worker processes don't start: {value}")
        if self._queue and not broken and worker.tasks < MAX_TASKS:
            worker.give(*self._queue.popleft())
            return
        self._workers.remove(worker)
        worker.kill()
        if self._queue:
            self._start()
