"""``python -m symcheck.worker MODULE:FUNCTION``: a process that applies a function to one JSON task a line.

It answers each task with one line, after a first line that says that it is ready.  Nothing that a library prints gets
between the answers.  When its parent is gone the process ends within seconds, or, inside a call that lets no other
thread run, when its time is up.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Sequence

MAX_BYTES = 4 << 30
SPARE = 30.0
LOOK = 1.0
READY = json.dumps("ready")


def main(arguments: Sequence[str]) -> int:
    """Work until the input ends."""
    module, _, name = arguments[0].partition(":")
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    end_with_parent()
    _limit_memory()
    sys.setrecursionlimit(5_000)
    found = importlib.import_module(module)
    function = getattr(found, name)
    getattr(found, "prepare", int)()
    print(READY, file=answers, flush=True)
    for line in sys.stdin:
        task = json.loads(line)
        signal.setitimer(signal.ITIMER_PROF, task["limit"] + SPARE)  # its signal ends the process, whatever runs
        print(json.dumps(function(task)), file=answers, flush=True)
        signal.setitimer(signal.ITIMER_PROF, 0)
    return 0


def end_with_parent() -> None:
    """From now on this process ends soon after its parent has, even if the parent was killed."""
    threading.Thread(target=_watch, args=(os.getppid(),), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK)
    os._exit(1)


def _limit_memory() -> None:
    """A library that wants more memory than a machine may have gets a MemoryError."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_BYTES, resource.getrlimit(resource.RLIMIT_AS)[1]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
