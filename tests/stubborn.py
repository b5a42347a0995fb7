"""What a worker may have to do with: functions that hang, die, print, or answer at length."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def work(task: Mapping[str, Any]) -> Any:
    """Do what the task says."""
    do = task["do"]
    if "note" in task:
        Path(task["note"]).write_text(str(os.getpid()))
    if do == "hang":  # and listen to no signal that can be caught
        signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals))
        while True:
            pass
    if do == "die":
        os._exit(1)
    if do == "raise":
        raise ValueError("no")
    if do == "sleep":
        time.sleep(0.3)
    if do == "print":
        sys.stdout.write("noise\n")
        os.write(1, b"more noise\n")
    return {
        "did": do,
        "at length": "x" * task.get("length", 0),
        "pid": os.getpid(),
        "seed": os.environ["PYTHONHASHSEED"],
    }


def answer(task: Mapping[str, Any]) -> Any:
    """An answer to a claim, after what its left side says; counted in the file that the right side names."""
    query = task["query"]
    with Path(query["rhs"]).open("a") as file:
        file.write("x")
    if query["lhs"] == "hang":
        work({"do": "hang"})
    time.sleep(0.05)
    return {"verdict": "open", "read": query["lhs"], "reason": "not tried", "seconds": 0.0}


def hang(_task: Mapping[str, Any]) -> Any:
    """Never answer."""
    return work({"do": "hang"})
