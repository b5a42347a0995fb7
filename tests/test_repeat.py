"""The same verdicts, witnesses and certificates, byte for byte, under ten hash seeds and any number of workers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from symcheck.kernel.__main__ import replay
from tests.repeat import CLAIMS, PAPER

ROOT = Path(__file__).parent.parent
JOBS = (1, 2, 5)


def contents(folder: Path, seed: int, jobs: int) -> dict[str, bytes]:
    """Every file that a run writes, by its path; the run is a process of its own with this hash seed."""
    command = [sys.executable, "-m", "tests.repeat", str(folder), str(jobs)]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("repeat") / "run"
    return folder, contents(folder, 0, JOBS[0])


def test_the_run_decides_something(first: tuple[Path, dict[str, bytes]]) -> None:
    folder, found = first
    good, rejected = replay(folder / "answers.certificates", False)
    assert (good, rejected) == (len(CLAIMS) - 2, []), "one claim is not supported, one is not readable"
    assert sum(found["paper.json"].count(word) for word in (b'"proved"', b'"refuted"')) > len(PAPER)


@pytest.mark.parametrize("seed", range(1, 10))
def test_another_hash_seed_and_number_of_workers(
    seed: int, first: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> None:
    found = contents(tmp_path / "run", seed, JOBS[seed % len(JOBS)])
    assert found.keys() == first[1].keys()
    assert [name for name in found if found[name] != first[1][name]] == []
