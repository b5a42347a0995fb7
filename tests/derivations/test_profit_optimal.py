"""The paper written down: quoted verbatim, fully claimed, decided, and derived without looking at what is printed."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from derivations.profit_optimal import PAPER
from derivations.profit_optimal.notation import NOTATION
from symcheck import ledger
from symcheck.conditions import repair
from symcheck.derivation import Derivation
from symcheck.engine import Engine, Findings
from symcheck.kernel.check import check
from symcheck.kernel.statement import Statement
from symcheck.lock import read_lock
from symcheck.obligations import Book
from symcheck.outcomes import refutations
from symcheck.store import Store

ROOT = Path(__file__).parent.parent.parent
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("00[0-2]_*.txt"))
BOOK = Book(PAPER)
DERIVED = sorted({claim.derive for claim in BOOK.claims.values() if claim.derive})
LAYOUT = re.compile(r"\s+|\\displaystyle(?![A-Za-z])|&|\\\\|\\(begin|end)\{aligned\}")
ROWS = re.compile(r"&|\\\\")


def plain(latex: str) -> str:
    """LaTeX without layout."""
    return LAYOUT.sub("", latex)


@pytest.fixture(scope="module")
def sources() -> Mapping[str, str]:
    """What is quoted, by the section it is quoted in; the paper itself under the empty name."""
    if len(SEEDS) != 3:
        pytest.skip("the paper's source text, ../shared/seeds/00[0-2]_*.txt, is not on this machine")
    page, thread, paper = (path.read_text("utf-8") for path in SEEDS)
    return {"": paper, "Abstract page": page, "Author's thread": thread}


def quoted(sources: Mapping[str, str], label: str) -> str:
    """The text that the entry is quoted from."""
    return sources.get(BOOK.entries[label].section, sources[""])


@pytest.mark.parametrize("label", [e.label for e in BOOK.entries.values() if e.kind == "equation"])
def test_formulas_are_quoted_verbatim(sources: Mapping[str, str], label: str) -> None:
    whole = plain(quoted(sources, label))
    for part in map(plain, ROWS.split(BOOK.entries[label].text)):
        assert part in whole


@pytest.mark.parametrize("label", [e.label for e in BOOK.entries.values() if e.kind == "sentence"])
def test_sentences_are_quoted_verbatim(sources: Mapping[str, str], label: str) -> None:
    """Words are compared; a formula in a sentence stands in the source as text and LaTeX, glued together."""
    whole = re.sub(r"\s+", " ", quoted(sources, label))
    for piece in re.split(r"\$[^$]*\$|\[\.\.\.\]", BOOK.entries[label].text):
        words = re.sub(r"\s+", " ", piece).strip()
        assert words.strip(" ,.") in whole, words


def test_places_are_sections_of_the_source(sources: Mapping[str, str]) -> None:
    titles = {re.sub(r"^\S+ ", "", e.section) for e in BOOK.entries.values() if e.section not in sources}
    assert all(title in sources[""] for title in titles), [t for t in titles if t not in sources[""]]


def test_every_formula_in_the_source_is_quoted(sources: Mapping[str, str]) -> None:
    """From each backslash on to the next blank, the source's LaTeX stands in some entry; references are left out."""
    before, rest = sources[""].split("\nReferences\n")
    after = rest[rest.index("\nAppendix A ") :]
    whole = "".join(plain(e.text) for e in BOOK.entries.values())
    words = [word.rstrip(".,;:)") for word in (before + after).replace(r"\displaystyle", " ").split()]
    pieces = {re.sub(r"(\\quad)+$", "", word[word.index("\\") :]) for word in words if "\\" in word}
    assert sorted(piece for piece in pieces if piece not in whole) == []


def test_every_formula_has_its_claim_and_every_claim_its_formula() -> None:
    assert BOOK.uncovered == ()
    assert set(BOOK.claims) == set(BOOK.entries)


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Findings]:
    engine = Engine(BOOK, Store(tmp_path_factory.mktemp("store")), 2)
    found = engine.run()
    repair(engine, [label for label, f in found.items() if refutations(f)])
    return found


def test_no_claim_is_open(findings: Mapping[str, Findings]) -> None:
    assert [label for label, outcome in ledger.outcomes(BOOK, findings).items() if outcome == "open"] == []


def test_what_is_found_is_what_is_recorded(findings: Mapping[str, Findings]) -> None:
    lock = read_lock(PAPER.folder / "verdicts.lock")
    if not lock:
        pytest.skip("no verdicts are recorded yet")
    assert {label: line.outcome for label, line in lock.items()} == ledger.outcomes(BOOK, findings)


def test_the_lines_of_the_paper_that_do_not_hold(findings: Mapping[str, Findings]) -> None:
    decided = ledger.outcomes(BOOK, findings)
    assert {label: o for label, o in decided.items() if o in ("fails", "conditional")} == {
        "eq:linking-integral": "fails", "eq:condition-t": "conditional", "eq:upper-bound": "conditional",
        "eq:solve-1": "conditional", "eq:solve-2": "conditional", "eq:solve": "conditional",
        "eq:expenditure-order": "fails", "text:thm1-increase": "fails", "text:thm1-superlinear": "fails",
        "text:thm1-linear": "fails", "text:parameter-efficiency": "fails",
        "text:data-efficiency-data": "fails", "text:data-efficiency-expenditure": "fails",
        "eq:growth-linear": "fails", "eq:stalled-linear": "fails",
    }  # fmt: skip


def test_every_certificate_replays_in_order(findings: Mapping[str, Findings]) -> None:
    judged: dict[str, Statement] = {}
    verdicts = [v for f in findings.values() for v in [*f.verdicts, *f.repaired]]
    for verdict in sorted(verdicts, key=lambda v: bool(v.obligation.uses)):
        statement = verdict.obligation.statement
        assert check(statement, verdict.certificate, judged).outcome == verdict.outcome
        if verdict.outcome == "proved":
            judged[statement.digest()] = statement


def test_every_derived_expression_agrees_with_the_printed_one_or_the_claim_fails(
    findings: Mapping[str, Findings],
) -> None:
    decided = ledger.outcomes(BOOK, findings)
    for label, found in findings.items():
        derived = [v for v in found.verdicts if v.obligation.role == "derived"]
        assert bool(derived) == bool(BOOK.claims[label].derive)
        assert decided[label] == "fails" or all(v.outcome == "proved" for v in derived), label


# -- the model ---------------------------------------------------------------------------------------------------------

MODEL = ast.parse((PAPER.folder / "model.py").read_text("utf-8"))


@pytest.mark.parametrize("name", DERIVED)
def test_each_derivation_is_there_and_has_steps(name: str) -> None:
    from derivations.profit_optimal import model

    found = getattr(model, name)()
    assert isinstance(found, Derivation)
    assert len(found.steps) >= 1
    assert all(text for text, _ in found.steps)
    assert getattr(model, name).__doc__


def test_no_derivation_is_left_unused() -> None:
    functions = [node for node in MODEL.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]
    returned = {f.name for f in functions if isinstance(f.returns, ast.Name) and f.returns.id == "Derivation"}
    assert returned == set(DERIVED)


def test_the_model_reads_no_file_and_imports_no_claims() -> None:
    names = {node.id for node in ast.walk(MODEL) if isinstance(node, ast.Name)}
    names |= {node.attr for node in ast.walk(MODEL) if isinstance(node, ast.Attribute)}
    assert not names & {
        "open",
        "read_text",
        "read_bytes",
        "Path",
        "read_paper",
        "parse",
        "eval",
        "exec",
        "import_module",
    }
    imported = {a.name for n in ast.walk(MODEL) if isinstance(n, ast.Import) for a in n.names}
    imported |= {str(n.module) for n in ast.walk(MODEL) if isinstance(n, ast.ImportFrom)}
    assert imported <= {"__future__", "sympy", "symcheck", "symcheck.derivation"}
    texts = [n.value for n in ast.walk(MODEL) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    assert not any("paper.tex" in text or "eq:" in text for text in texts)


def test_symbols_of_the_model_are_those_of_the_notation() -> None:
    import sympy as sp

    from derivations.profit_optimal import model

    known = {symbol.name for symbol in NOTATION.symbols}
    derived = [getattr(model, name)() for name in DERIVED]
    used = {t for d in derived for _, term in d.steps for t in _symbols(term)}
    assert {name.removeprefix("d'") for name in used} <= known | {"x"}
    assert isinstance(model.n, sp.Symbol)


def _symbols(term: object) -> set[str]:
    from symcheck.kernel.term import free

    return set(free(term))  # type: ignore[arg-type]


def test_every_symbol_says_what_it_is() -> None:
    assert all(symbol.meaning for symbol in NOTATION.symbols)
    assert all(function.meaning for function in NOTATION.functions)
