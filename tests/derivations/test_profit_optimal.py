"""The paper written down: quoted verbatim, fully claimed, decided, and derived without looking at what is printed."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from derivations.profit_optimal import PAPER
from derivations.profit_optimal.notation import NOTATION
from symcheck.conditions import repair
from symcheck.derivation import Derivation
from symcheck.engine import Engine, Findings
from symcheck.kernel.check import check
from symcheck.kernel.statement import Statement
from symcheck.lock import read_lock
from symcheck.obligations import Book
from symcheck.outcomes import outcomes, refutations
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
    assert set(BOOK.claims) == set(BOOK.entries)


NOT_SO = {
    "eq:linking-integral": "fails", "text:integral-recovers": "fails", "eq:condition-t": "conditional",
    "eq:upper-bound": "conditional", "eq:solve-2": "conditional", "text:lemma-2-analogous": "conditional",
    "text:data-efficiency-data": "fails", "text:thm1-increase": "fails", "eq:expenditure-order": "fails",
    "text:compare-growth": "fails", "eq:trend-algorithms": "fails", "eq:log-crude-bound": "conditional",
    "eq:data-bound-size": "conditional", "text:intro-diminishing-demand": "fails",
}  # fmt: skip
"""Some lines of the paper that are not so; `make verify` compares all outcomes with those that are recorded."""


def needed(labels: list[str]) -> list[str]:
    """The claims with those that they cite, in the paper's order."""
    wanted, waiting = set(labels), list(labels)
    while waiting:
        more = [u for u in BOOK.claims[waiting.pop()].uses if u not in wanted]
        wanted |= set(more)
        waiting += more
    return [label for label in BOOK.order() if label in wanted]


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Findings]:
    """What is found of the claims that are derived forwards, and of those that are not so."""
    labels = needed([*NOT_SO, *(label for label, claim in BOOK.claims.items() if claim.derive)])
    engine = Engine(BOOK, Store(tmp_path_factory.mktemp("store")), 2)
    found = engine.run(labels)
    repair(engine, [label for label in labels if refutations(found[label])])
    return {label: found[label] for label in labels}


def test_only_what_has_no_formal_statement_is_open() -> None:
    recorded = read_lock(PAPER.folder / "verdicts.lock")
    informal = {label for label, claim in BOOK.claims.items() if claim.status == "informal"}
    assert {label for label, line in recorded.items() if line.outcome == "open"} == informal
    assert all(BOOK.claims[label].note for label in informal)


@pytest.fixture(scope="module")
def decided(findings: Mapping[str, Findings]) -> Mapping[str, str]:
    """The outcomes, as far as they don't hang on claims that are not decided here."""
    others = {label: Findings(label) for label in BOOK.claims if label not in findings}
    found = outcomes(BOOK, {**others, **findings})
    return {label: found[label] for label in findings}


def relied(label: str) -> set[str]:
    """What a claim takes for true, and what that takes for true."""
    return {other for below in BOOK.relied_on(label) for other in (below, *relied(below))}


def test_what_is_found_is_what_is_recorded(decided: Mapping[str, str]) -> None:
    recorded = {label: line.outcome for label, line in read_lock(PAPER.folder / "verdicts.lock").items()}
    assert set(recorded) == set(BOOK.claims)
    other = {label: (outcome, recorded[label]) for label, outcome in decided.items() if outcome != recorded[label]}
    assert set(other.values()) <= {("holds", "conditional")}  # through a claim that is not decided here
    known = [label for label in decided if relied(label) <= set(decided)]
    assert {label: decided[label] for label in known} == {label: recorded[label] for label in known}
    assert {recorded[label] for label in known} >= {"holds", "conditional", "fails"}


def test_the_lines_of_the_paper_that_do_not_hold(decided: Mapping[str, str]) -> None:
    assert {label: decided[label] for label in NOT_SO} == NOT_SO


def test_every_certificate_replays_in_order(findings: Mapping[str, Findings]) -> None:
    judged: dict[str, Statement] = {}
    waiting = [v for f in findings.values() for v in [*f.verdicts, *f.repaired] if v.certificate]
    done: set[str] = set()
    while waiting:
        ready = [v for v in waiting if all(u in done for u in BOOK.claims[v.obligation.label].uses)]
        assert ready
        for verdict in ready:
            statement = verdict.obligation.statement
            assert check(statement, verdict.certificate, judged).outcome == verdict.outcome
            if verdict.outcome == "proved":
                judged[statement.digest()] = statement
        waiting = [v for v in waiting if v not in ready]
        done |= {label for label in findings if not any(v.obligation.label == label for v in waiting)}


def test_every_derived_expression_agrees_with_the_printed_one_or_the_claim_fails(
    findings: Mapping[str, Findings], decided: Mapping[str, str]
) -> None:
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
