"""Files of claims: every line has its answer, in order, in time; a run can be interrupted and continued."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from symcheck.batch import Batch, Options, tally
from symcheck.errors import InputError
from symcheck.files import write_atomically
from symcheck.kernel.__main__ import replay

ROOT = Path(__file__).parent.parent
CLAIMS = [
    '{"id": "proved", "lhs": "x/x", "relation": "==", "rhs": 1.0}',
    '{"id": "refuted", "symbols": {"n": "positive integer"}, "lhs": "n**2", "relation": "!=", "rhs": "4"}',
    "",
    '{"id": "open", "lhs": "zeta(x)", "relation": "<", "rhs": "2"}',
    "no JSON",
    '{"id": "column", "lhs": "1 + 2x", "relation": "==", "rhs": "1"}',
    '{"lhs": "x**2 + 1", "relation": "O", "rhs": "x**2", "as": "x -> oo"}',
    '{"id": "proved", "syntax": "latex", "lhs": "e^{x}", "relation": ">=", "rhs": "0"}',
    '{"id": "a/../b", "lhs": "x", "relation": "==", "rhs": "x"}',
    '{"id": "twice", "lhs": "x", "lhs": "y", "relation": "==", "rhs": "x"}',
]


def run(folder: Path, lines: list[str], **options: Any) -> tuple[list[dict[str, Any]], list[str]]:
    """The answers to some lines, and what was said meanwhile."""
    source, out, said = folder / "claims.jsonl", folder / "out.jsonl", list[str]()
    source.write_text("\n".join(lines) + "\n", "utf-8")
    Batch(source, out, Options(**{"limit": 10.0, "jobs": 2, **options}), said.append).run()
    return answers(out), said


def answers(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, Any]]]:
    folder = tmp_path_factory.mktemp("batch")
    return folder, run(folder, CLAIMS)[0]


def test_every_line_has_its_answer_in_order(done: tuple[Path, list[dict[str, Any]]]) -> None:
    _, found = done
    assert [a["id"] for a in found] == ["proved", "refuted", "open", 5, "column", 7, "proved", "a/../b", 10]
    verdicts = ["proved", "refuted", "open", "error", "error", "proved", "proved", "proved", "error"]
    assert [a["verdict"] for a in found] == verdicts
    assert len({tuple(a) for a in found}) == 1, "all answers have the same keys"


def test_answers_say_why(done: tuple[Path, list[dict[str, Any]]]) -> None:
    _, found = done
    assert found[0]["conditions"] == ["x != 0"]
    assert (found[1]["witness"], found[1]["sides"]) == ({"n": "2"}, ["4", "4"])
    assert found[2]["reason"] == "not supported yet: zeta"
    assert found[3]["reason"] == "line 5: column 1: not JSON: Expecting value"
    assert found[4]["reason"] == "lhs:1:5: 2x: write 2*x"
    assert found[5]["reason"] == "left/right tends to 1"
    assert found[8]["reason"] == "line 10: the key 'lhs' is there twice"
    assert all(a["seconds"] < 10 for a in found)


def test_the_kernel_replays_the_folder(done: tuple[Path, list[dict[str, Any]]]) -> None:
    folder, found = done
    assert replay(folder / "out.certificates", False) == (5, [])
    paths = [a["certificate"] for a in found]
    names = ["proved", "refuted", "line-7", "proved-8", "line-9"]
    assert [p for p in paths if p] == [f"out.certificates/{name}.certificate.json" for name in names]
    assert all((folder / p).is_file() for p in paths if p)


def test_one_worker_gives_the_same_answers(done: tuple[Path, list[dict[str, Any]]], tmp_path: Path) -> None:
    folder, found = done
    again, _ = run(tmp_path, CLAIMS, jobs=1)
    assert [{**a, "seconds": 0} for a in again] == [{**a, "seconds": 0} for a in found]
    for path in (folder / "out.certificates").iterdir():
        assert path.read_bytes() == (tmp_path / "out.certificates" / path.name).read_bytes()


def test_strict_is_another_question(tmp_path: Path) -> None:
    assert [a["verdict"] for a in run(tmp_path, CLAIMS[:1])[0]] == ["proved"]
    found, _ = run(tmp_path, CLAIMS[:1], strict=True)
    assert (found[0]["verdict"], found[0]["witness"]) == ("refuted", {"x": "0"})
    assert replay(tmp_path / "out.certificates", False) == (1, [])


# -- a search that hangs, interruption and continuation -------------------------------------------------------------


def stubborn(folder: Path, *does: str) -> list[str]:
    """Lines for the worker of the tests, which counts in a file each how often it was asked."""
    return [
        json.dumps({"id": f"{i}", "lhs": do, "relation": "==", "rhs": str(folder / f"asked-{i}")})
        for i, do in enumerate(does)
    ]


def asked(folder: Path, number: int) -> int:
    path = folder / f"asked-{number}"
    return len(path.read_text()) if path.is_file() else 0


def test_the_time_limit_holds_whatever_the_search_does(tmp_path: Path) -> None:
    start = time.monotonic()
    found, _ = run(tmp_path, stubborn(tmp_path, "hang", "a", "hang", "b"), limit=1.0, function="tests.stubborn:answer")
    assert time.monotonic() - start < 8
    assert [a["reason"] for a in found] == ["stopped after 1 s", "not tried"] * 2
    assert [a["seconds"] for a in found] == [1.0, 0.0] * 2


def test_a_finished_run_asks_nothing_again(tmp_path: Path) -> None:
    lines = stubborn(tmp_path, "a", "b")
    first, _ = run(tmp_path, lines, function="tests.stubborn:answer")
    second, said = run(tmp_path, lines, function="tests.stubborn:answer")
    assert first == second and [asked(tmp_path, i) for i in (0, 1)] == [1, 1]
    assert said[0] == "2 claims, 2 answered before"
    changed, _ = run(tmp_path, [lines[0], lines[1].replace('"b"', '"c"')], function="tests.stubborn:answer")
    assert changed[0] == first[0] and changed[1]["read"] == "c"
    assert [asked(tmp_path, i) for i in (0, 1)] == [1, 2]


def test_more_time_is_another_search_for_open_claims(tmp_path: Path) -> None:
    lines = stubborn(tmp_path, "a")
    run(tmp_path, lines, function="tests.stubborn:answer")
    run(tmp_path, lines, function="tests.stubborn:answer", limit=11.0)
    assert asked(tmp_path, 0) == 2


def test_an_interrupted_run_leaves_whole_answers_and_goes_on(tmp_path: Path) -> None:
    lines = stubborn(tmp_path, "a", "b", "hang", "c")
    (tmp_path / "claims.jsonl").write_text("\n".join(lines))
    code = (
        "import signal, sys; from symcheck import batch, cli\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's background jobs ignore it
        "batch.Options.__init__.__defaults__ = (False, 1, 'tests.stubborn:answer')\n"
        f"sys.exit(cli.main(['check', '--batch', {str(tmp_path / 'claims.jsonl')!r}, '--jobs', '1', "
        f"'--json', {str(tmp_path / 'out.jsonl')!r}, '--timeout', '600']))"
    )
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 30
    while not asked(tmp_path, 2) and time.monotonic() < deadline:
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130 and errors.splitlines()[-1] == "symcheck: interrupted"
    assert [a["read"] for a in answers(tmp_path / "out.jsonl")] == ["a", "b"]
    lines[2] = lines[2].replace("hang", "no longer")
    found, said = run(tmp_path, lines, function="tests.stubborn:answer", jobs=1, limit=600.0)
    assert said[0] == "4 claims, 2 answered before"
    assert [a["read"] for a in found] == ["a", "b", "no longer", "c"]
    assert [asked(tmp_path, i) for i in range(4)] == [1, 1, 2, 1]


VARIED = [
    '{"lhs": "Derivative(x**x, x)", "relation": "==", "rhs": "x**x*(1 + log(x))", "given": ["x > 0"]}',
    '{"lhs": "sqrt(x*y)", "relation": "<=", "rhs": "(x + y)/2", "given": ["x > 0", "y > 0"]}',
    '{"lhs": "sqrt(x*y)", "relation": "==", "rhs": "sqrt(x)*sqrt(y)"}',
    '{"lhs": "n**3", "relation": ">=", "rhs": "n", "symbols": {"n": "integer"}}',
    '{"lhs": "Limit(sin(x)/x, x, 0)", "relation": "==", "rhs": "1"}',
    '{"lhs": "Sum(k, (k, 1, n))", "relation": "==", "rhs": "n*(n + 1)/2", "symbols": {"n": "positive integer"}}',
    '{"lhs": "Integral(1/x, (x, 1, a))", "relation": "==", "rhs": "log(a)", "given": ["a > 1"]}',
    '{"lhs": "atan(p) + atan(1/p)", "relation": "==", "rhs": "pi/2"}',
    '{"lhs": "x**2 + y**2", "relation": "==", "rhs": "25", "given": ["x*y == 12"]}',
    '{"lhs": "x**2/y + y**2/x", "relation": ">=", "rhs": "x + y", "given": ["x > 0", "y > 0"]}',
    '{"lhs": "(x + y + z)**2", "relation": "<=", "rhs": "3*(x**2 + y**2 + z**2)"}',
    '{"lhs": "Limit((1 + a/x)**x, x, oo)", "relation": "==", "rhs": "exp(a)"}',
    '{"lhs": "Limit(Abs(x)/x, x, 0)", "relation": "==", "rhs": "1"}',
    '{"lhs": "Integral(exp(-a*x), (x, 0, oo))", "relation": "==", "rhs": "1/a", "given": ["a > 0"]}',
    '{"lhs": "n**2 + n + 41", "relation": "!=", "rhs": "1681", "symbols": {"n": "natural"}}',
    '{"lhs": "x**2", "relation": "<", "rhs": "10**11", "given": ["1000 < y < x"]}',
]


def test_the_same_answers_and_bytes_under_ten_hash_seeds_and_any_number_of_workers(tmp_path: Path) -> None:
    found = []
    for seed in range(10):
        folder = tmp_path / str(seed)
        folder.mkdir()
        (folder / "claims.jsonl").write_text("\n".join(VARIED))
        options = ("--json", str(folder / "out.jsonl"), "--jobs", str((1, 2, 5)[seed % 3]), "--timeout", "60")
        subprocess.run(
            [sys.executable, "-m", "symcheck", "check", "--batch", str(folder / "claims.jsonl"), *options],
            cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": str(seed)}, check=True, capture_output=True,
        )  # fmt: skip
        said = [a | {"seconds": 0, "certificate": Path(a["certificate"]).name} for a in answers(folder / "out.jsonl")]
        files = sorted((folder / "out.certificates").iterdir())
        found.append((said, {file.name: file.read_bytes() for file in files}))
    verdicts = [a["verdict"][0] for a in found[0][0]]
    assert "".join(verdicts) == "ppprppprrppprprr"
    assert len(found[0][1]) >= len(VARIED)
    assert all(other == found[0] for other in found[1:])


def test_answers_that_wait_for_their_confirmation_are_not_lost(tmp_path: Path) -> None:
    first, _ = run(tmp_path, CLAIMS)
    batch = Batch(tmp_path / "claims.jsonl", tmp_path / "out.jsonl", Options(10.0), str)

    def stop(_text: str) -> None:
        raise KeyboardInterrupt

    batch.say = stop
    with pytest.raises(KeyboardInterrupt):
        batch.run()
    assert answers(tmp_path / "out.jsonl") == first


@pytest.mark.parametrize("what", ["point", "claim", "missing", "verdict"])
def test_answers_of_before_are_not_believed(tmp_path: Path, what: str) -> None:
    lines = [CLAIMS[0], '{"id": "b", "lhs": "sqrt(x**2)", "relation": "==", "rhs": "x"}']
    first, _ = run(tmp_path, lines)
    path = tmp_path / "out.certificates" / "b.certificate.json"
    if what == "point":
        write_atomically(path, path.read_text().replace('"-1"', '"1"'))
    elif what == "missing":
        path.unlink()
    elif what == "verdict":
        out = tmp_path / "out.jsonl"
        write_atomically(out, out.read_text().replace('"refuted"', '"proved"'))
    else:
        write_atomically(path, (tmp_path / "out.certificates" / "proved.certificate.json").read_text())
    again, _ = run(tmp_path, lines)
    assert [{**a, "seconds": 0} for a in again] == [{**a, "seconds": 0} for a in first]
    assert replay(tmp_path / "out.certificates", False) == (2, [])


def test_an_output_of_something_else_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text('no JSON\n[]\n{"input": []}\n{"a": 1}\n')
    assert [a["verdict"] for a in run(tmp_path, CLAIMS[:2])[0]] == ["proved", "refuted"]


def test_certificates_of_claims_that_are_gone_are_removed(tmp_path: Path) -> None:
    run(tmp_path, CLAIMS[:2])
    run(tmp_path, CLAIMS[1:2])
    assert {p.name for p in (tmp_path / "out.certificates").iterdir()} == {
        "refuted.statement.json", "refuted.certificate.json", "index.json",
    }  # fmt: skip


def test_nothing_to_answer(tmp_path: Path) -> None:
    assert run(tmp_path, [])[0] == []
    with pytest.raises(InputError, match="can't be read"):
        Batch(tmp_path / "none.jsonl", tmp_path / "out.jsonl", Options(10.0), str)


def test_a_tally_is_in_words() -> None:
    assert tally({"open": 2, "proved": 1, "refuted": 0, "error": 3}) == "1 proved, 2 open, 3 error"
