"""Whole runs on a small paper: exit codes, the lock, the cache, what is written, and that it replays."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import derivations
from symcheck import cli, engine, run
from symcheck.errors import EXIT_BAD_INPUT, EXIT_OK, EXIT_REGRESSED
from symcheck.files import canonical_json, digest
from symcheck.kernel.__main__ import replay
from tests.small import paper_tex

REPOSITORY = Path(__file__).parent.parent
FORMULAS = {
    "eq:size": "q(n)=n^{2}",
    "eq:sum": "(n+1)^{2}=q(n)+2n+1",
    "eq:wrong": "(n+1)^{2}=q(n)+2n+2",
    "eq:root": r"\sqrt{x^{2}}=x",
    "eq:slope": r"\frac{\partial q(n)}{\partial n}=2n",
    "eq:twice": r"2\frac{\partial q(n)}{\partial n}=4n",
    "eq:area": r"\int_{0}^{n}x\,\mathrm{d}x=\frac{n^{2}}{2}",
    "eq:tower": r"n^{n^{n^{n}}}\geq\frac{1}{100}",
    "eq:value": r"\ln 2\approx .693",
}
OUTCOMES = {
    "eq:size": "definition", "eq:sum": "holds", "eq:wrong": "fails", "eq:root": "conditional", "eq:slope": "holds",
    "eq:twice": "holds", "eq:area": "holds", "eq:tower": "open", "eq:value": "holds",
}  # fmt: skip
PACKAGE = '''"""A small paper."""

from pathlib import Path

from symcheck.claim import Claim, Paper, Scope, Section
from symcheck.latex.notation import Function, Notation, Symbol

SCOPE = Scope(Notation([Symbol("n", "n"), Symbol("x", "x")], [Function("q", "q")]), given=("n>0",))
SIZE = ("eq:size",)
CLAIMS = (
    Claim("eq:size", roles={0: "definition"}),
    Claim("eq:sum", define=SIZE),
    Claim("eq:wrong", define=SIZE),
    Claim("eq:root", unless=(r"x\\geq 0",)),
    Claim("eq:slope", define=SIZE, derive="slope"),
    Claim("eq:twice", define=SIZE, uses=("eq:slope",)),
    Claim("eq:area"),
    Claim("eq:tower"),
    Claim("eq:value"),
)
PAPER = Paper(
    "small", "A Small Paper", ("Nobody",), "nowhere", Path(__file__).parent, "derivations.small.model",
    (Section(SCOPE, CLAIMS),),
)
'''
MODEL = '''"""Its model."""

import sympy as sp

from symcheck.derivation import Derivation

n = sp.Symbol("n", positive=True)


def slope() -> Derivation:
    """The derivative of the square."""
    return Derivation().then("differentiate in n", sp.diff(n**2, n))
'''


def write_paper(root: Path, formulas: Mapping[str, str] = FORMULAS) -> Path:
    """The small paper as a package of derivations below ``root``."""
    folder = root / "derivations" / "small"
    folder.mkdir(parents=True)
    (root / "derivations" / "__init__.py").write_text('"""Papers."""\n')
    (folder / "paper.tex").write_text(paper_tex(formulas))
    (folder / "__init__.py").write_text(PACKAGE)
    (folder / "model.py").write_text(MODEL)
    return folder


class Home:
    """A folder with the small paper in which commands are run in this process."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self.capsys = root, capsys
        self.paper = write_paper(root)
        self.reports = root / "reports" / "small"

    def command(self, *argv: str) -> tuple[int, str, str]:
        """Exit code and output of one command, its modules imported anew."""
        for name in [m for m in sys.modules if m.startswith("derivations.small")]:
            del sys.modules[name]
        self.capsys.readouterr()
        code = cli.main([argv[0], "small", "--jobs=1", *argv[1:]])
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def replace(self, file: str, old: str, new: str) -> None:
        """Change one place of one file of the paper."""
        path = self.paper / file
        assert path.read_text().count(old) == 1
        path.write_text(path.read_text().replace(old, new))

    def written(self) -> dict[str, bytes]:
        """Everything below reports."""
        return {str(p.relative_to(self.root)): p.read_bytes() for p in sorted(self.reports.rglob("*")) if p.is_file()}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Home]:
    made = Home(tmp_path, capsys)
    shutil.copytree(run.PACKAGE, tmp_path / "symcheck", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "PACKAGE", tmp_path / "symcheck")
    monkeypatch.setattr(derivations, "__path__", [str(tmp_path / "derivations")])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.chdir(tmp_path)
    yield made
    for name in [m for m in sys.modules if m.startswith("derivations.small")]:
        del sys.modules[name]


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The goals that are searched for, in order."""
    goals: list[str] = []
    real = engine.search

    def search(task: Mapping[str, Any]) -> dict[str, Any]:
        goals.append(canonical_json(task["statement"]["goal"]))
        return real(task)

    monkeypatch.setattr(engine, "search", search)
    return goals


def recorded(home: Home) -> dict[str, str]:
    rows = [
        line.split() for line in (home.paper / "verdicts.lock").read_text().split("\n") if line[:1] not in ("", "#")
    ]
    return {row[0]: row[1] for row in rows}


# -- verify and lock ---------------------------------------------------------------------------------------------------


def test_the_first_run_records_nothing_and_passes(home: Home) -> None:
    code, out, err = home.command("verify")
    assert code == EXIT_OK
    assert "no verdicts are recorded yet" in out
    assert "took" in err
    assert not (home.paper / "verdicts.lock").exists()


def test_lock_records_every_outcome_and_verify_then_agrees(home: Home) -> None:
    code, out, _ = home.command("lock")
    assert (code, recorded(home)) == (EXIT_OK, OUTCOMES)
    assert "recorded 9 verdicts" in out
    before = (home.paper / "verdicts.lock").read_bytes()
    assert home.command("verify")[0] == EXIT_OK
    assert "nothing changed" in home.command("lock")[1]
    assert (home.paper / "verdicts.lock").read_bytes() == before


def test_everything_written_replays_and_nothing_stale_is_left(home: Home) -> None:
    home.command("verify")
    folder = home.reports / "certificates"
    entries = json.loads((folder / "index.json").read_text())
    assert replay(folder, say=False)[1] == []
    names = {e["name"] for e in entries}
    assert {"root_1", "root_1-repaired", "wrong_1-suggested", "slope_derived", "value_1a", "value_1b"} <= names
    assert {e["outcome"] for e in entries} == {"proved", "refuted", "open"}
    files = {p.name for p in folder.iterdir()}
    decided = {f"{e['name']}.certificate.json" for e in entries if e["outcome"] != "open"}
    assert files == {f"{n}.statement.json" for n in names} | decided | {"index.json"}
    (folder / "stale.certificate.json").write_text("{}")
    (folder / "stale.statement.json").write_text("{}")
    home.replace("paper.tex", r"\approx .693", r"\approx .69")
    home.command("verify")
    assert {p.name for p in folder.iterdir()} == files
    assert replay(folder, say=False)[1] == []


def test_a_chain_of_citations_replays(home: Home) -> None:
    home.replace("__init__.py", 'Claim("eq:sum", define=SIZE)', 'Claim("eq:sum", define=SIZE, uses=("eq:twice",))')
    home.replace("paper.tex", "(n+1)^{2}=q(n)+2n+1", r"4\frac{\partial q(n)}{\partial n}=8n")
    home.replace("paper.tex", r"2\frac{\partial q(n)}{\partial n}=4n", r"1\cdot\frac{\partial q(n)}{\partial n}=2n")
    home.command("verify")
    index = json.loads((home.reports / "certificates" / "index.json").read_text())
    names = [e["name"] for e in index]
    assert names.index("twice_1") < names.index("sum_1")


def test_a_changed_certificate_does_not_replay(home: Home) -> None:
    home.command("verify")
    path = home.reports / "certificates" / "wrong_1.statement.json"
    path.write_text(path.read_text().replace('"eq"', '"ne"', 1))
    reasons = replay(home.reports / "certificates", say=False)[1]
    assert reasons == ["wrong_1: the statement is not the one that index.json names"]


@pytest.mark.parametrize(
    ("label", "old", "new", "said"),
    [
        ("eq:wrong", "fails", "holds", "regressed: eq:wrong was holds, is now fails"),
        ("eq:sum", "holds", "fails", "regressed: eq:sum was fails, is now holds"),
        ("eq:root", "conditional", "holds", "regressed: eq:root was holds, is now conditional"),
        ("eq:tower", "open", "holds", "regressed: eq:tower was holds, is now open"),
    ],
)
def test_a_verdict_that_no_longer_stands_is_a_regression(home: Home, label: str, old: str, new: str, said: str) -> None:
    home.command("lock")
    lock = home.paper / "verdicts.lock"
    rows = lock.read_text().split("\n")
    place = next(i for i, row in enumerate(rows) if row.startswith(f"{label} "))
    row = rows[place].split()
    assert row[1] == old
    rows[place] = "  ".join([label, new, row[2], row[3] if row[3] != "-" else "0" * 16])
    lock.write_text("\n".join(rows))
    code, out, _ = home.command("verify")
    assert code == EXIT_REGRESSED
    assert said in out
    assert home.command("verify")[:2] == (code, out)  # from the cache as well


def test_a_changed_statement_is_a_regression_also_where_it_only_defines(home: Home) -> None:
    home.command("lock")
    home.replace("paper.tex", "q(n)=n^{2}", "q(n)=n^{2}+0")
    code, out, _ = home.command("verify")
    assert code == EXIT_REGRESSED
    assert "restated: eq:size" in out
    assert "restated: eq:sum" in out
    assert "eq:area" not in [line.split()[1] for line in out.split("\n") if line.startswith("restated")]


def test_another_condition_is_a_regression(home: Home) -> None:
    home.command("lock")
    home.replace("__init__.py", r"x\geq 0", "x>0")
    code, out, _ = home.command("verify")
    assert (code, "restated: eq:root" in out) == (EXIT_REGRESSED, True)


def test_a_removed_claim_is_a_regression_and_a_new_one_is_not(home: Home) -> None:
    home.command("lock")
    home.replace("__init__.py", '    Claim("eq:value"),\n', "")
    code, out, _ = home.command("verify")
    assert code == EXIT_REGRESSED
    assert "removed: eq:value" in out
    assert "no claim about §1, line e (eq:value)" in " ".join(out.split())  # it may be wrapped
    home.command("lock")
    home.replace("__init__.py", '    Claim("eq:tower"),\n', '    Claim("eq:tower"),\n    Claim("eq:value"),\n')
    code, out, _ = home.command("verify")
    assert (code, "new: eq:value" in out) == (EXIT_OK, True)


@pytest.fixture
def listed(home: Home) -> Home:
    """The small paper with a finding that its author lists."""
    home.replace("__init__.py", "import Claim, Paper, Scope, Section", "import Claim, Finding, Paper, Scope, Section")
    home.replace("__init__.py", "(Section(SCOPE, CLAIMS),),", "(Section(SCOPE, CLAIMS),), (Finding(*FINDING),),")
    home.replace(
        "__init__.py", "PAPER = Paper(", 'FINDING = ("A wrong square", ("eq:wrong",), "headline")\nPAPER = Paper('
    )
    return home


def test_findings_come_first_and_the_whole_table_only_on_request(listed: Home) -> None:
    _, out, _ = listed.command("verify")
    assert out.startswith("Headline: ")
    assert "✗ 1 · §1, line g · A wrong square" in out
    assert "Known" not in out
    code, every, _ = listed.command("verify", "--all")
    assert (code, every.split()[0]) == (EXIT_OK, "Place")
    assert every.endswith(out)
    assert listed.command("verify")[1] == out


def test_a_finding_that_is_no_longer_one_is_a_regression(listed: Home) -> None:
    listed.replace("__init__.py", '("eq:wrong",)', '("eq:sum", "eq:size")')
    code, out, _ = listed.command("verify")
    assert code == EXIT_REGRESSED
    assert "finding “A wrong square” is no longer one: eq:sum holds, eq:size definition" in out
    assert listed.command("verify")[:2] == (code, out)


def test_a_finding_about_nothing_is_bad_input(listed: Home) -> None:
    listed.replace("__init__.py", '("eq:wrong",)', '("eq:nothing",)')
    code, _, err = listed.command("verify")
    assert code == EXIT_BAD_INPUT
    assert re.search(r"__init__\.py:\d+: finding “A wrong square”: no claim is about eq:nothing", err)


# -- bad input ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "message"),
    [
        ("paper.tex", "(n+1)^{2}=q(n)+2n+1", "(n+1^{2}=q(n)", ":10:1", ""),
        ("paper.tex", "\\label{eq:sum}", "\\label{eq:SUM}", ":9:1", "expected"),
        ("__init__.py", '("eq:size",)', '("eq:none",)', ":12", "eq:none is no claim"),
        ("model.py", "def slope()", "def slop()", "", "the derivation slope failed"),
        ("__init__.py", 'Claim("eq:area")', 'Claim("eq:area", given=("n>",))', ":17", "in 'n>'"),
    ],
)
def test_bad_input_is_one_line_with_its_place(
    home: Home, file: str, old: str, new: str, line: str, message: str
) -> None:
    home.replace(file, old, new)
    code, out, err = home.command("verify")
    last = err.strip().split("\n")[-1]
    assert (code, out) == (EXIT_BAD_INPUT, "")
    assert last.startswith(f"{home.paper / file}{line}: "), last
    assert message in last
    assert not home.reports.exists()


@pytest.mark.parametrize("damage", ["", "nonsense\n", "# symcheck verdicts, format 99\n"])
def test_a_corrupt_lock_is_bad_input(home: Home, damage: str) -> None:
    (home.paper / "verdicts.lock").write_text(damage)
    for command in ("verify", "lock"):
        code, _, err = home.command(command)
        assert code == EXIT_BAD_INPUT
        assert err.strip().split("\n")[-1].startswith(f"{home.paper / 'verdicts.lock'}:1: ")
    assert (home.paper / "verdicts.lock").read_text() == damage


def test_a_corrupt_line_of_the_lock_has_its_number(home: Home) -> None:
    home.command("lock")
    lock = home.paper / "verdicts.lock"
    lock.write_text(lock.read_text().replace("eq:area", "eq:area extra"))
    code, _, err = home.command("verify")
    assert code == EXIT_BAD_INPUT
    assert "verdicts.lock:9: " in err


def test_a_paper_that_is_not_there(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", "nothing", "--jobs=1"]) == EXIT_BAD_INPUT
    assert "no paper named 'nothing' in derivations; there are: small" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["", ".", "..", "../derivations/small", "small/", "a b"])
def test_what_is_no_name_of_a_paper(home: Home, name: str) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["verify", name])
    assert caught.value.code == EXIT_BAD_INPUT


# -- the cache ---------------------------------------------------------------------------------------------------------


def test_an_unchanged_paper_is_answered_at_once(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    first = home.command("verify")
    monkeypatch.setattr(run, "_decide", lambda args: pytest.fail("decided again"))
    assert home.command("verify")[:2] == first[:2]


@pytest.mark.parametrize("damage", ["change", "delete", "record", "list", "empty"])
def test_damage_to_what_a_run_left_is_repaired(home: Home, damage: str) -> None:
    first = home.command("verify")
    before = home.written()
    record = next((home.root / run.CACHE).glob("run-*.json"))
    if damage == "change":
        (home.reports / "report.md").write_text("all holds")
    elif damage == "delete":
        (home.reports / "certificates" / "sum_1.certificate.json").unlink()
    else:
        record.write_text({"record": "{", "list": "[]", "empty": "{}"}[damage])
    assert home.command("verify")[:2] == first[:2]
    assert home.written() == before


def test_a_changed_claim_and_those_that_use_it_are_decided_again_and_no_others(home: Home, searched: list[str]) -> None:
    home.command("verify")
    assert len(searched) > len(FORMULAS)
    searched.clear()
    home.replace("paper.tex", r"=\frac{n^{2}}{2}", r"=\frac{nn}{2}")
    home.command("verify")
    assert len(searched) == 1
    searched.clear()
    home.replace("__init__.py", 'Claim("eq:value")', 'Claim("eq:value", note="a remark")')
    home.command("verify")
    assert searched == []
    home.replace(
        "paper.tex", r"\frac{\partial q(n)}{\partial n}=2n" + "\n", r"\frac{\partial q(n)}{\partial n}=n+n" + "\n"
    )
    home.command("verify")
    assert len(searched) == 3  # the link, the derived one, and the claim that cites them


def test_without_the_cache_everything_is_decided_again(home: Home, searched: list[str]) -> None:
    first = home.command("verify")
    count = len(searched)
    again = home.command("verify", "--no-cache")
    assert len(searched) == 2 * count
    assert again[:2] == first[:2]


def test_a_forged_result_in_the_cache_proves_nothing(home: Home) -> None:
    home.command("lock")
    results = home.root / run.CACHE / "results"
    proof = {"kind": "proof", "point": {}, "functions": {}, "bits": 64, "every": [], "steps": []}
    value = {"certificate": proof, "reason": "", "seconds": 0.0}
    for path in results.rglob("*.json"):
        if "steps" not in json.loads(path.read_text())["value"]:
            path.write_text(canonical_json({"digest": digest(value), "value": value}))
    next((home.root / run.CACHE).glob("run-*.json"), Path("none")).unlink(missing_ok=True)
    code, out, _ = home.command("verify")
    assert code == EXIT_REGRESSED
    assert "regressed: eq:sum was holds, is now open" in out


# -- separate processes ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the small paper, as a user has it."""
    root = tmp_path_factory.mktemp("clone")
    shutil.copytree(REPOSITORY / "symcheck", root / "symcheck", ignore=shutil.ignore_patterns("__pycache__"))
    write_paper(root)
    return root


def program(root: Path, *argv: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *argv], cwd=root, env={**os.environ, "PYTHONPATH": str(root), **environment},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def bytes_of(root: Path) -> dict[str, bytes]:
    reports = root / "reports" / "small"
    return {str(p.relative_to(reports)): p.read_bytes() for p in sorted(reports.rglob("*")) if p.is_file()}


TIMED = {"verdicts.json"}  # says how long each claim took
FAST = """
import sys
from symcheck.cli import main
code = main(["verify", "small", "--no-colour"])
print(*sys.modules, file=sys.stderr)
sys.exit(code)
"""
ALONE = """
import runpy, sys
sys.path.insert(0, ".")
sys.argv = ["kernel", "reports/small/certificates"]
runpy.run_module("symcheck.kernel", run_name="__main__")
"""
INTERRUPTED = """
import sys
from symcheck import cli, engine

def stop(*_):
    raise KeyboardInterrupt

engine.check = stop
sys.exit(cli.main(["verify", "small", "--no-cache", "--jobs=2"]))
"""
HEAVY = {"sympy", "mpmath", "jinja2", "typst", "derivations.small", "symcheck.engine", "multiprocessing"}


def test_the_same_bytes_under_ten_hash_seeds_and_any_number_of_workers(clone: Path) -> None:
    found = []
    for seed in range(10):
        jobs = (1, 2, 5)[seed % 3]
        options = ("--no-cache", f"--jobs={jobs}")
        done = program(clone, "-m", "symcheck", "verify", "small", *options, PYTHONHASHSEED=str(seed))
        assert done.returncode == EXIT_OK, done.stderr
        found.append((done.stdout, {file: data for file, data in bytes_of(clone).items() if file not in TIMED}))
    assert "report.md" in found[0][1]
    assert any(file.endswith(".certificate.json") for file in found[0][1])
    for other in found[1:]:
        assert other == found[0]


def test_the_fast_path_imports_nothing_heavy(clone: Path) -> None:
    first = program(clone, "-m", "symcheck", "verify", "small", "--no-colour")
    again = program(clone, "-c", FAST)
    assert (again.returncode, again.stdout) == (first.returncode, first.stdout)
    loaded = set(again.stderr.split())
    assert not loaded & {
        "sympy",
        "mpmath",
        "jinja2",
        "typst",
        "derivations.small",
        "symcheck.engine",
        "multiprocessing",
    }


def test_the_kernel_alone_replays_what_was_written(clone: Path) -> None:
    program(clone, "-m", "symcheck", "verify", "small")
    done = program(clone, "-I", "-c", ALONE)
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 rejected" in done.stdout


def test_an_interrupt_ends_the_program_at_once_and_the_next_run_goes_on(clone: Path) -> None:
    done = program(clone, "-c", INTERRUPTED)
    assert (done.returncode, done.stderr.strip().split("\n")[-1]) == (130, "symcheck: interrupted")
    assert program(clone, "-m", "symcheck", "verify", "small").returncode == EXIT_OK


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("PAPER = Paper(", "OTHER = Paper(", "__init__.py:1: expected PAPER = Paper(…)"),
        ("PAPER = Paper(", "PAPER == Paper(", "NameError: name 'PAPER' is not defined"),
        ("PAPER = Paper(", "PAPER = = Paper(", "Python can't read it: invalid syntax"),
        ('Claim("eq:value")', 'Claim("eq:value", sayz=())', "TypeError: Claim.__init__() got an unexpected keyword"),
        ('Claim("eq:value")', 'Claim("eq:value", given="n>0")', "TypeError: given: expected a tuple of texts"),
        ('Claim("eq:value")', 'Claim("eq:value", bounds={0: 3})', "TypeError: bounds: expected a Bound"),
    ],
)
def test_an_error_of_pythons_in_a_paper_names_its_line(home: Home, old: str, new: str, message: str) -> None:
    home.replace("__init__.py", old, new)
    code, out, err = home.command("verify")
    assert (code, out) == (EXIT_BAD_INPUT, "")
    assert message in err and "__init__.py:" in err and "Traceback" not in err
