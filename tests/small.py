"""Small papers for tests: formulas and claims in a folder of their own, decided without worker processes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from symcheck.claim import Claim, Paper, Scope, Section
from symcheck.engine import Engine, Findings
from symcheck.obligations import Book
from symcheck.store import Store
from tests.latex.paper_notation import NOTATION

NOTHING: Mapping[str, str] = MappingProxyType({})


def scope(*given: str, define: Sequence[str] = (), functions: Mapping[str, int] = MappingProxyType({}),
          varying: Sequence[str] = ()) -> Scope:  # fmt: skip
    """A scope in the notation of the tests of the reader."""
    return Scope(NOTATION, tuple(define), given, tuple(functions.items()), tuple(varying))


def paper_tex(formulas: Mapping[str, str]) -> str:
    """The text of a paper.tex: ``eq:`` labels are equations, the others sentences."""
    rows = [r"\section{1 Results}"]
    for label, text in formulas.items():
        kind = "equation" if label.startswith("eq:") else "sentence"
        rows += ["", rf"\place{{line {label[-1]}}}", rf"\begin{{{kind}}}\label{{{label}}}", text, rf"\end{{{kind}}}"]
    return "\n".join(rows) + "\n"


def book(folder: Path, formulas: Mapping[str, str], *sections: tuple[Scope, Sequence[Claim]], model: str = "") -> Book:
    """The book of a paper that is written to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "paper.tex").write_text(paper_tex(formulas))
    (folder / "model.py").touch()
    made = tuple(Section(scope, tuple(claims)) for scope, claims in sections)
    return Book(Paper("small", "A Small Paper", ("Nobody",), "nowhere", folder, model, made))


def decide(made: Book, store: Path | None = None, jobs: int = 1, **options: Any) -> dict[str, Findings]:
    """What is found out about every claim of a book."""
    return Engine(made, Store(store), jobs, **options).run()


def outcomes(found: Mapping[str, Findings]) -> dict[str, list[str]]:
    """The outcomes of the obligations of each claim."""
    return {label: [v.outcome for v in f.verdicts] for label, f in found.items()}


def fate(folder: Path, formula: str, *given: str, define: Sequence[str] = (), **options: Any) -> list[str]:
    """What becomes of the links of one formula under some assumptions."""
    made = book(folder, {"eq:claim": formula}, (scope(*given, define=define, **options), [Claim("eq:claim")]))
    return [v.outcome for v in decide(made)["eq:claim"].verdicts]
