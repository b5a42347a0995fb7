"""Verdicts come from the kernel alone, whatever the search, a worker or the store says."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from symcheck import engine
from symcheck.claim import Claim
from symcheck.engine import Engine, Findings, TimeUp, Verdict, time_limit
from symcheck.errors import InputError
from symcheck.files import canonical_json, digest, read_json
from symcheck.obligations import Book
from symcheck.store import Store
from tests.small import book, decide, outcomes, scope

FORMULAS = {
    "eq:sum": "(x+1)^{2}=x^{2}+2x+1",
    "eq:wrong": "(x+1)^{2}=x^{2}+2x+2",
    "eq:root": r"\sqrt{x^{2}}=x",
    "eq:area": r"\int_{0}^{1}x\,\mathrm{d}x=\frac{1}{2}",
    "eq:tower": r"(n^{2})^{n^{2}}\geq\frac{1}{2}",
    "eq:value": r"\ln 2\approx .693",
}
EXPECTED = {
    "eq:sum": ["proved"], "eq:wrong": ["refuted"], "eq:root": ["refuted"], "eq:area": ["proved"],
    "eq:tower": ["open"], "eq:value": ["proved", "proved"],
}  # fmt: skip
FALSE = {"eq:false": "x=x+1"}


def several(folder: Path, formulas: Mapping[str, str] = FORMULAS, **claim: Any) -> Book:
    return book(folder, formulas, (scope(), [Claim(label, **claim) for label in formulas]))


def known(findings: Mapping[str, Findings]) -> list[tuple[str, str, Any, str, str, Any]]:
    """Everything about verdicts but the time they took."""
    verdicts = [v for f in findings.values() for v in f.verdicts]
    return [(v.obligation.name, v.outcome, v.certificate, v.digest, v.reason, v.sides) for v in verdicts]


def no_search(task: object) -> dict[str, Any]:
    raise AssertionError("searched again")


# -- the store ---------------------------------------------------------------------------------------------------------


def test_a_hit_gives_the_same_verdicts_without_a_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = decide(several(tmp_path / "paper"), tmp_path / "store")
    assert outcomes(first) == EXPECTED
    monkeypatch.setattr(engine, "search", no_search)
    again = decide(several(tmp_path / "paper"), tmp_path / "store")
    assert known(again) == known(first)
    assert [v.seconds for f in again.values() for v in f.verdicts] == [
        v.seconds for f in first.values() for v in f.verdicts
    ]


def test_a_damaged_entry_is_searched_again(tmp_path: Path) -> None:
    first = decide(several(tmp_path / "paper"), tmp_path / "store")
    for number, path in enumerate(sorted((tmp_path / "store").rglob("*.json"))):
        path.write_text(
            ["", "{}", path.read_text()[:-9], path.read_text().replace('"proof"', '"refutation"')][number % 4]
        )
    assert known(decide(several(tmp_path / "paper"), tmp_path / "store")) == known(first)


@pytest.fixture
def forge(tmp_path: Path) -> Iterator[Any]:
    """Puts another result, with its digest, in place of the only one in the store; the verdict that comes of it."""
    decide(several(tmp_path / "paper", FALSE), tmp_path / "store")
    (path,) = (tmp_path / "store").rglob("*.json")

    def verdict(value: Any) -> Verdict:
        path.write_text(canonical_json({"digest": digest(value), "value": value}))
        (found,) = decide(several(tmp_path / "paper", FALSE), tmp_path / "store")["eq:false"].verdicts
        return found

    yield verdict


STEP = {"claim": ["eq", "x", ["add", "x", "1"]], "by": "combine"}
PROOF = {"kind": "proof", "point": {"x": "1"}, "functions": {}, "bits": 64, "every": [], "steps": [STEP]}
ENCLOSED = {"claim": ["eq", "1", "2"], "by": "enclose", "bits": 64}


@pytest.mark.parametrize(
    "certificate",
    [
        PROOF,
        {**PROOF, "steps": []},
        {**PROOF, "steps": [ENCLOSED]},
        {**PROOF, "steps": [{**STEP, "by": "absurd", "fact": 0}]},
        {**PROOF, "steps": [{**STEP, "by": "cite", "statement": "0" * 64}]},
        {**PROOF, "steps": [{**STEP, "with": [[0, "1"]]}]},
        {**PROOF, "steps": [{"claim": ["eq", "x", "x"], "by": "combine"}]},
        {**PROOF, "point": {"x": "1/0"}},
        {**PROOF, "bits": 10**9},
        {**PROOF, "outcome": "proved"},
        {**PROOF, "kind": "refutation", "point": {"x": "1"}, "steps": [{**ENCLOSED, "claim": ["lt", "2", "1"]}]},
        {"kind": "proof"},
        [PROOF],
        "proved",
        7,
    ],
    ids=lambda c: str(c)[-60:],
)
def test_a_forged_certificate_never_becomes_a_verdict(forge: Any, certificate: Any) -> None:
    found = forge({"certificate": certificate, "reason": "", "seconds": 0.0})
    assert (found.outcome, found.certificate) == ("open", None)
    assert "the kernel rejects the certificate" in found.reason


@pytest.mark.parametrize(
    "value",
    [
        5, [], {}, "proved", None, {"certificate": PROOF}, {"certificate": None, "reason": "", "seconds": "0"},
        {"steps": 5}, {"error": "x"},
    ],
    ids=str,
)  # fmt: skip
def test_an_entry_of_another_form_counts_as_missing(forge: Any, value: Any) -> None:
    assert forge(value).outcome == "refuted"


def test_what_the_reader_sees_of_a_witness_is_computed_from_the_certificate(tmp_path: Path) -> None:
    (found,) = decide(several(tmp_path, FALSE))["eq:false"].verdicts
    assert found.certificate["point"] == {"x": "1"}
    assert list(found.sides or ()) == ["1", "2"]


# -- searches that go wrong --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "error", [ValueError, ZeroDivisionError, KeyError, MemoryError, RecursionError, AssertionError]
)
def test_a_search_that_raises_leaves_the_obligation_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def prove(*_: object) -> None:
        raise error("in a library")

    monkeypatch.setattr("symcheck.procedures.prove.prove", prove)
    (found,) = decide(several(tmp_path, {"eq:sum": FORMULAS["eq:sum"]}))["eq:sum"].verdicts
    assert (found.outcome, found.reason[: found.reason.index(":")]) == ("open", "the search failed")


def slow(*_: object) -> None:
    while True:
        time.sleep(0.01)


def test_a_search_that_takes_too_long_is_open_and_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = several(tmp_path / "paper", {"eq:sum": FORMULAS["eq:sum"]})
    with monkeypatch.context() as patched:
        patched.setattr("symcheck.procedures.prove.prove", slow)
        (found,) = decide(made, tmp_path / "store", limit=0.1)["eq:sum"].verdicts
    assert (found.outcome, found.reason) == ("open", "the search was stopped after 0.1 s")
    assert outcomes(decide(made, tmp_path / "store", limit=0.1)) == {"eq:sum": ["proved"]}


def test_the_time_limit_ends_with_its_block() -> None:
    with pytest.raises(TimeUp), time_limit(0.02):
        time.sleep(5)
    with time_limit(0.05):
        pass
    time.sleep(0.1)


def test_the_time_limit_strikes_again_if_it_is_swallowed() -> None:
    start = time.perf_counter()
    with pytest.raises(TimeUp), time_limit(0.02):
        try:
            time.sleep(5)
        except TimeUp:
            time.sleep(5)
    assert time.perf_counter() - start < 4


def test_an_interrupt_ends_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(task: object) -> dict[str, Any]:
        raise KeyboardInterrupt

    monkeypatch.setattr(engine, "search", interrupt)
    with pytest.raises(KeyboardInterrupt):
        decide(several(tmp_path / "paper"), tmp_path / "store")
    assert not list((tmp_path / "store").rglob("*"))


# -- workers, waves, citations -----------------------------------------------------------------------------------------


def test_workers_change_nothing(tmp_path: Path) -> None:
    said: list[str] = []
    alone = decide(several(tmp_path))
    assert known(decide(several(tmp_path), jobs=2, say=said.append)) == known(alone)
    assert said[0] == "7 obligations to work out, 0 known"
    assert said[-1] == "  7 of 7 obligations"


def searched(monkeypatch: pytest.MonkeyPatch) -> list[Mapping[str, Any]]:
    """The tasks that are searched for from now on, in order."""
    tasks: list[Mapping[str, Any]] = []
    real = engine.search

    def search(task: Mapping[str, Any]) -> dict[str, Any]:
        tasks.append(task)
        return real(task)

    monkeypatch.setattr(engine, "search", search)
    return tasks


def test_what_is_cited_is_decided_first_and_only_what_was_proved_is_cited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    formulas = {"eq:first": "x+d=d+x", "eq:middle": "x+2=2+x=x", "eq:last": "x+1=1+x"}
    claims = [Claim("eq:first", uses=("eq:middle",)), Claim("eq:middle", uses=("eq:last",)), Claim("eq:last")]
    tasks = searched(monkeypatch)
    decide(book(tmp_path, formulas, (scope(), claims)))
    rights = [task["statement"]["goal"][2] for task in tasks]
    assert rights == [["add", "1", "x"], ["add", "2", "x"], "x", ["add", "d", "x"]]
    assert [len(task["judged"]) for task in tasks] == [0, 1, 1, 1]


def test_a_claim_is_proved_by_citing_another(tmp_path: Path) -> None:
    formulas = {
        "eq:area": r"\int_{0}^{n}x\,\mathrm{d}x=\frac{n^{2}}{2}",
        "eq:twice": r"2\int_{0}^{n}x\,\mathrm{d}x=n^{2}",
    }
    claims = [Claim("eq:area"), Claim("eq:twice", uses=("eq:area",))]
    found = decide(book(tmp_path, formulas, (scope("n>0"), claims)))
    assert outcomes(found) == {"eq:area": ["proved"], "eq:twice": ["proved"]}
    assert found["eq:twice"].verdicts[0].certificate["steps"][0]["by"] == "cite"


def test_a_certificate_that_cites_what_was_not_proved_is_rejected(tmp_path: Path) -> None:
    formulas = {
        "eq:area": r"\int_{0}^{n}x\,\mathrm{d}x=\frac{n^{2}}{2}",
        "eq:twice": r"2\int_{0}^{n}x\,\mathrm{d}x=n^{2}",
    }
    claims = [Claim("eq:area"), Claim("eq:twice", uses=("eq:area",))]
    made = book(tmp_path, formulas, (scope("n>0"), claims))
    (found,) = decide(made)["eq:twice"].verdicts
    fresh = Engine(made, Store(None), 1)
    result = {"certificate": found.certificate, "reason": "", "seconds": 0.0}
    for judged in ((), (made.owed("eq:area")[0].statement.digest(),)):
        assert fresh._verdict(found.obligation, result, judged).outcome == "open"


def test_a_run_may_stop_at_the_first_outcome_of_a_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = searched(monkeypatch)
    made = Engine(several(tmp_path), Store(None), 1)
    assert [v.outcome for f in made.run(until=lambda v: v.outcome == "refuted").values() for v in f.verdicts] == [
        "proved",
        "refuted",
    ]
    assert len(tasks) == 2


def test_only_the_claims_asked_for_are_decided(tmp_path: Path) -> None:
    found = Engine(several(tmp_path), Store(None), 1).run(["eq:root"])
    assert [label for label, finding in found.items() if finding.verdicts] == ["eq:root"]


def test_refuted_links_are_tried_again_under_the_condition_that_is_named(tmp_path: Path) -> None:
    formulas = {"eq:root": r"\sqrt{x^{2}}=x", "eq:never": "x=x+1", "eq:empty": r"\sqrt{x^{2}}=x"}
    unless = {"eq:root": (r"x\geq 0",), "eq:never": ("x>0",), "eq:empty": ("x>0", "x<0")}
    made = book(tmp_path, formulas, (scope(), [Claim(label, unless=unless[label]) for label in formulas]))
    owner = Engine(made, Store(None), 1)
    owner.run()
    owner.repair(list(formulas))
    repaired = {label: [v.outcome for v in f.repaired] for label, f in owner.findings.items()}
    assert repaired == {"eq:root": ["proved"], "eq:never": ["refuted"], "eq:empty": ["open"]}


# -- derivations -------------------------------------------------------------------------------------------------------

MODEL = """
import sympy as sp
from symcheck.derivation import Derivation

x = sp.Symbol("x", real=True)

def square():
    return Derivation().then("expanded", sp.expand((x + 1) ** 2))

def raises():
    raise ValueError("no solution")

def nothing():
    return None

def empty():
    return Derivation()

def foreign():
    return Derivation().then("no kernel head", sp.zeta(x))
"""


@pytest.fixture
def derived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Decides one claim with a derivation of a model module of its own."""
    name = f"model_{digest(str(tmp_path))[:8]}"
    (tmp_path / f"{name}.py").write_text(MODEL)
    monkeypatch.syspath_prepend(tmp_path)

    def run(formula: str, function: str) -> Findings:
        made = book(tmp_path, {"eq:a": formula}, (scope(), [Claim("eq:a", derive=function)]), model=name)
        return decide(made, tmp_path / "store")["eq:a"]

    return run


def test_a_derived_expression_is_compared_with_the_printed_one(derived: Any) -> None:
    assert [v.outcome for v in derived("(x+1)^{2}=x^{2}+2x+1", "square").verdicts] == ["proved", "proved"]
    found = derived("(x+1)^{2}=x^{2}+2x+2", "square")
    assert [(v.obligation.role, v.outcome) for v in found.verdicts] == [("link", "refuted"), ("derived", "refuted")]
    assert [text for text, _ in found.steps] == ["expanded"]


@pytest.mark.parametrize(
    "function",
    [
        "raises", "nothing", "foreign", "missing",
        "empty",
    ],
)  # fmt: skip
def test_a_derivation_that_fails_is_bad_input(derived: Any, function: str) -> None:
    with pytest.raises(InputError, match=f"eq:a: the derivation {function} failed"):
        derived("x=x", function)


def test_results_in_the_store_have_the_form_they_are_read_in(tmp_path: Path) -> None:
    decide(several(tmp_path / "paper"), tmp_path / "store")
    for path in (tmp_path / "store").rglob("*.json"):
        assert engine._shaped(read_json(path)["value"], engine.search)
