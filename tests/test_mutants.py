"""Planted errors are noticed: none is proved, and what notices them is not what was wrong before."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from symcheck import mutants
from symcheck.edits import KINDS, formula_edits
from symcheck.errors import EXIT_OK, EXIT_REGRESSED
from symcheck.latex.parser import parse
from symcheck.latex.printer import to_latex
from symcheck.mutants import EACH, NOTICED, dependants, examine, planted
from symcheck.obligations import Book
from symcheck.store import Store
from tests.latex.paper_notation import NOTATION
from tests.small import paper_tex

PAPER = """
from pathlib import Path
from symcheck.claim import Claim, Paper, Section
from tests.small import scope

SECTION = Section(scope("n>0", "a>0"), {claims})
PAPER = Paper("planted", "Planted", (), "", Path(__file__).parent, "{name}.model", (SECTION,))
"""
FORMULAS = {
    "eq:size": "q(n)=an^{2}+3",
    "eq:slope": r"\frac{\partial q(n)}{\partial n}=2an",
    "eq:area": r"\int_{0}^{n}x\,\mathrm{d}x=\frac{n^{2}}{2}",
    "eq:value": r"\ln 2\approx .693",
    "eq:least": r"n+a=\max\{n,n+a\}",
}
CLAIMS = """(
    Claim("eq:size", roles={0: "definition"}, says=(r"q(1)=a+3",), define=("eq:size",)),
    Claim("eq:slope", define=("eq:size",)),
    Claim("eq:area"),
    Claim("eq:value"),
    Claim("eq:least"),
)"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Writes a paper as an importable package; its name."""
    names: list[str] = []

    def write(formulas: dict[str, str], claims: str) -> str:
        name = f"planted_{tmp_path.name}_{len(names)}".replace("-", "_")
        folder = tmp_path / name
        folder.mkdir()
        (folder / "paper.tex").write_text(paper_tex(formulas))
        (folder / "__init__.py").write_text(PAPER.format(name=name, claims=claims))
        (folder / "model.py").touch()
        monkeypatch.syspath_prepend(tmp_path)
        names.append(name)
        return name

    yield write
    for name in names:
        sys.modules.pop(name, None)


def fates(module: str, label: str) -> list[list[str]]:
    return examine({"module": module, "label": label, "store": ""})


def load(name: str) -> Book:
    return Book(importlib.import_module(name).PAPER)


def test_every_error_planted_in_a_small_paper_is_noticed(package: Any) -> None:
    name = package(FORMULAS, CLAIMS)
    for label in FORMULAS:
        found = fates(name, label)
        assert {fate for *_, fate in found} <= NOTICED | {"unchanged"}, (label, found)
        assert sum(fate != "unchanged" for *_, fate in found) == EACH, (label, found)
        assert all(latex != FORMULAS[label] for _, latex, _ in found)


def test_an_edit_that_changes_no_value_is_no_error(package: Any) -> None:
    name = package({"eq:a": "n+n=n+n"}, '(Claim("eq:a"),)')
    assert ("sign of a summand", "refuted") in [(what, fate) for what, _, fate in fates(name, "eq:a")]
    name = package({"eq:b": r"\max\{n,n\}=\min\{n,n\}"}, '(Claim("eq:b"),)')
    assert [(what, fate) for what, _, fate in fates(name, "eq:b") if what == "max for min"] == [
        ("max for min", "unchanged")
    ]


def test_an_error_that_nobody_notices_is_told(package: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    name = package({"eq:a": "2n=n+n", "eq:b": "n=n"}, '(Claim("eq:a"), Claim("eq:b"))')
    monkeypatch.setattr(mutants, "_fate", lambda *_: "open")  # worker processes are forks, and have it too
    said: list[str] = []
    code, lines = mutants.plant(load(name), Store(None), 1, said.append)
    assert code == EXIT_REGRESSED
    assert any(line.startswith("OPEN: eq:a") for line in lines)
    assert lines[-1] == "some errors were not noticed"


@pytest.mark.parametrize(
    ("formulas", "claims", "fate"),
    [
        ({"eq:a": "q(n)=n^{2}", "eq:b": "n=n"}, 'Claim("eq:a", roles={0: "definition"}), Claim("eq:b")', "free"),
        ({"eq:a": "n^{2}", "eq:b": "n=n"}, 'Claim("eq:a", says=("n=n",)), Claim("eq:b")', "free"),
        ({"eq:a": r"n\leq n+7"}, 'Claim("eq:a"),', "true"),
    ],
)
def test_what_is_no_error_is_not_counted_as_one(package: Any, formulas: dict[str, str], claims: str, fate: str) -> None:
    name = package(formulas, f"({claims})")
    assert fate in {found for *_, found in fates(name, "eq:a")}
    assert mutants.plant(load(name), Store(None), 1, str)[0] == EXIT_OK


def test_no_error_is_planted_in_what_is_assumed_or_said_up_to_a_constant() -> None:
    assumed = parse(r"n>0\implies n+1>0", NOTATION)
    touched = [kinds for _, _, kinds in planted(assumed, {0: "premise"}, ())]
    assert touched
    assert all(kinds == {"bound"} for kinds in touched)
    assert not list(planted(parse("n=O(d^{2})", NOTATION), {}, ()))


def test_planting_in_the_whole_paper(package: Any, tmp_path: Path) -> None:
    name = package(FORMULAS, CLAIMS)
    said: list[str] = []
    code, lines = mutants.plant(load(name), Store(tmp_path / "store"), 2, said.append)
    assert (code, lines[-1]) == (EXIT_OK, "every planted error was noticed; none was proved")
    assert said[0] == "planting errors in 5 formulas, 0 known"
    again: list[str] = []
    assert mutants.plant(load(name), Store(tmp_path / "store"), 2, again.append) == (code, lines)
    assert again[0] == "planting errors in 0 formulas, 5 known"


def test_what_was_refuted_before_notices_nothing(package: Any) -> None:
    formulas = {"eq:a": "q(n)=n^{2}", "eq:b": "n=n+1"}
    name = package(formulas, '(Claim("eq:a", roles={0: "definition"}), Claim("eq:b", define=("eq:a",)))')
    assert not {fate for *_, fate in fates(name, "eq:a")} & NOTICED


def test_dependants_are_direct_and_indirect_in_order(package: Any) -> None:
    formulas = {"eq:c": "x=q(n)", "eq:a": "q(n)=n", "eq:b": "p=q(n)", "eq:d": "n=n", "eq:e": "p=n"}
    claims = """(Claim("eq:c", define=("eq:b",), given=("eq:e",)), Claim("eq:a", roles={0: "definition"}),
        Claim("eq:b", roles={0: "definition"}), Claim("eq:d"), Claim("eq:e", roles={0: "premise"}, define=("eq:a",)))"""
    made = load(package(formulas, claims))
    assert dependants(made, "eq:a") == ["eq:c", "eq:e"]
    assert dependants(made, "eq:b") == ["eq:c"]
    assert dependants(made, "eq:d") == []


def test_kinds_take_turns_and_the_same_errors_are_planted_every_time() -> None:
    formula = parse(r"x=\frac{2n^{3}-d}{n+a}", NOTATION)
    found = [what for what, *_ in planted(formula, {}, ())]
    kinds = [next(k for k in KINDS if any(w == what for w, _ in formula_edits(formula, [k]))) for what in found[:6]]
    assert len(set(kinds)) == 6
    assert [to_latex(f, NOTATION) for _, f, _ in planted(formula, {}, ())] == [
        to_latex(f, NOTATION) for _, f, _ in planted(formula, {}, ())
    ]


REAL = ["eq:leontief", "eq:chinchilla", "eq:dq-dn", "eq:sigma-value", "eq:log-slope", "eq:signs"]


@pytest.mark.parametrize("label", REAL)
def test_no_error_planted_in_the_real_paper_is_proved(label: str) -> None:
    found = fates("derivations.profit_optimal", label)
    assert len(found) >= EACH
    assert {fate for *_, fate in found} <= NOTICED | {"unchanged"}, found
