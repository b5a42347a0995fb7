"""A condition that is missing is found, as weak as possible, and never one that says nothing."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from symcheck import conditions
from symcheck.claim import Claim
from symcheck.conditions import families, repair
from symcheck.engine import Engine
from symcheck.kernel.check import check
from symcheck.kernel.facts import Fact
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import mul, num, sym
from symcheck.latex.parser import parse
from symcheck.latex.printer import to_latex
from symcheck.outcomes import outcomes
from symcheck.screen import Place, counterexample, places
from symcheck.store import Store
from symcheck.weakest import weakest
from tests.latex.paper_notation import NOTATION
from tests.small import book, scope


def repaired(folder: Path, formula: str, *given: str, **options: Any) -> tuple[Engine, list[str]]:
    """An engine that looked for conditions of one formula, and those it found."""
    claim = Claim("eq:a", **options)
    engine = Engine(book(folder, {"eq:a": formula}, (scope(*given), [claim])), Store(None), 1)
    engine.run()
    repair(engine, ["eq:a"])
    return engine, [to_latex(c, NOTATION) for c in engine.findings["eq:a"].conditions]


# formula, what is assumed, the condition that is missing
MISSING = [
    (r"\sqrt{x^{2}}=x", (), r"x\geq 0"),
    (r"x^{3}\leq 0", (), r"x\leq 0"),
    (r"\frac{n}{\gamma}>0", ("n>0",), r"\gamma>0"),
    (r"\frac{n}{\gamma}<0", ("n>0",), r"\gamma<0"),
    (r"n^{2}\geq n", ("n>0",), r"n\geq 1"),
    (r"n^{2}\leq n", ("n>0",), r"n\leq 1"),
    (r"n^{2}<n", ("n>0",), "n<1"),
    (r"n^{2}\geq 7", ("n>0",), r"n\geq 3"),
    (r"n^{2}\geq 5n", ("n>0",), r"n\geq 5"),
    (r"dn(1-2\alpha)>0", ("n>0", "d>0"), r"\alpha<\frac{1}{2}"),
    (r"n(1-\alpha\gamma)>0", ("n>0",), r"\alpha\gamma<1"),
    (r"nt=nt^{*}", ("n>0",), "t=t^{*}"),
    (r"\frac{\partial n^{\gamma}}{\partial n}>0", ("n>0", r"\gamma>-1"), r"\gamma>0"),
]


@pytest.mark.parametrize(("formula", "given", "missing"), MISSING)
def test_the_weakest_simple_condition_is_found(
    tmp_path: Path, formula: str, given: tuple[str, ...], missing: str
) -> None:
    engine, found = repaired(tmp_path, formula, *given)
    assert [parse(text, NOTATION) for text in found] == [parse(missing, NOTATION)]
    findings = engine.findings["eq:a"]
    assert outcomes(engine.book, engine.findings) == {"eq:a": "conditional"}
    (refuted,), (proved,) = findings.verdicts, findings.repaired
    assert check(proved.obligation.statement, proved.certificate, {}).outcome == "proved"
    assert proved.obligation.statement.goal == refuted.obligation.statement.goal
    (condition,) = set(proved.obligation.statement.given) - set(refuted.obligation.statement.given)
    values = {name: num(Fraction(value)) for name, value in refuted.certificate["point"].items()}
    assert Place(values, {}).denies(condition)


# formula, what is assumed, why nothing can be missing from it
NOTHING = [
    ("x=x+1", (), "no condition helps"),
    (r"x\geq 0", (), "the condition would be what is claimed"),
    ("2x>3", (), "it would say more of the same"),
    (r"1+\alpha\gamma>0", (), "the same, of a product"),
    ("t=t^{*}", (), "the same, of an equation"),
    (r"\frac{n}{\gamma}>0", ("n>0", r"\gamma<0"), "it would contradict what is assumed"),
    (r"n^{2}\leq 0", (r"n\geq 0",), "it would leave one point"),
    (r"n^{1-\alpha\gamma}=1", ("n>0", r"\alpha\gamma\leq 1", r"\alpha>0"), "it would leave a curve"),
    ("n+d=n-d", ("d>0",), "it would leave nothing"),
    (r"\ln 2\approx .694", (), "there is nothing that could vary"),
]


@pytest.mark.parametrize(("formula", "given", "why"), NOTHING)
def test_no_condition_is_better_than_one_that_says_nothing(
    tmp_path: Path, formula: str, given: tuple[str, ...], why: str
) -> None:
    engine, found = repaired(tmp_path, formula, *given)
    assert found == [], why
    assert engine.findings["eq:a"].repaired == []
    assert outcomes(engine.book, engine.findings) == {"eq:a": "fails"}


def test_a_bound_that_is_excluded_anyway_is_strict(tmp_path: Path) -> None:
    formula = r"n^{2}\gamma\geq 0"
    assert repaired(tmp_path / "a", formula, "n>0")[1] == [r"\gamma\geq0"]
    assert repaired(tmp_path / "b", formula, "n>0", r"\gamma\neq 0")[1] == [r"\gamma>0"]


def test_what_the_author_names_comes_first(tmp_path: Path) -> None:
    engine, found = repaired(tmp_path, r"\sqrt{x^{2}}=x", unless=("x>1",))
    assert found == ["x>1"]
    assert len(engine.findings["eq:a"].repaired) == 1


def test_what_the_author_names_and_does_not_suffice_is_replaced(tmp_path: Path) -> None:
    engine, found = repaired(tmp_path, r"\sqrt{x^{2}}=x", unless=("x<1",))
    assert outcomes(engine.book, engine.findings) == {"eq:a": "conditional"}
    assert found == [r"x\geq0"]


def test_a_condition_that_no_witness_needs_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conditions, "_needed", lambda *_: False)
    monkeypatch.setattr(conditions, "families", lambda *_: [])
    engine, _ = repaired(tmp_path, r"\sqrt{x^{2}}=x", unless=(r"x\geq 0",))
    assert outcomes(engine.book, engine.findings) == {"eq:a": "fails"}


@pytest.mark.parametrize(
    ("denied", "outcome"),
    [
        (r"x>1\implies x^{2}>x", "conditional"),
        (r"x>2\implies x^{2}>x", "fails"),  # not the contrary of the condition: it may deny the claim under it too
        (r"x\geq 1\implies x^{2}>x", "holds"),  # not true
    ],
)
def test_what_is_denied_only_without_the_condition(tmp_path: Path, denied: str, outcome: str) -> None:
    said = r"0<x,x\leq 1\implies x^{2}\leq x"
    engine, found = repaired(tmp_path, "x^{2}=xx", says=(said,), denies=(denied,), unless=(r"x\leq 1",))
    assert outcomes(engine.book, engine.findings) == {"eq:a": outcome}
    assert found == ([r"x\leq1"] if outcome == "conditional" else [])


def test_all_that_fails_must_be_saved(tmp_path: Path) -> None:
    engine, found = repaired(tmp_path, r"\sqrt{x^{2}}=x=x+1")
    assert (found, engine.findings["eq:a"].repaired) == ([], [])
    engine, found = repaired(tmp_path, r"\sqrt{x^{2}}=x=\sqrt{x^{2}}")
    assert found == [r"x\geq0"]
    assert len(engine.findings["eq:a"].repaired) == 2


def test_of_two_conditions_the_stronger_is_shown(tmp_path: Path) -> None:
    claim = Claim("text:a", says=(r"n^{2}\geq n", r"n^{2}\geq 3n", r"n(1-\gamma)>0"))
    engine = Engine(book(tmp_path, {"text:a": "it grows"}, (scope("n>0"), [claim])), Store(None), 1)
    engine.run()
    repair(engine, ["text:a"])
    found = engine.findings["text:a"]
    assert [to_latex(c, NOTATION) for c in found.conditions] == [r"n\geq3", r"\gamma<1"]
    assert [v.outcome for v in found.repaired] == ["proved"] * 3


def test_a_worker_that_answers_nonsense_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for answer in (None, 7, [99, 0], [0, 99], [-1, -1], ["0", 0], [True, "x"]):
        monkeypatch.setattr(Engine, "ask", lambda _self, _f, tasks, *_: [{"chosen": answer} for _ in tasks])  # noqa: B023
        engine, found = repaired(tmp_path, "x=x+1")
        assert (found, engine.findings["eq:a"].repaired) == ([], []), answer
    assert weakest({})["chosen"] is None


def test_families_go_from_weak_to_strong() -> None:
    statement = Statement(Fact("lt", sym("n"), sym("d")))
    (shown,) = parse("n<d", NOTATION).parts
    rows = [[to_latex(parse_of(chain), NOTATION) for chain in row] for row in families(statement, shown, NOTATION)]
    assert len(rows) == 4
    lower, upper = rows[0], rows[1]
    assert lower.index(r"n\geq0") < lower.index("n>0") < lower.index(r"n\geq1") < lower.index(r"n\geq2")
    assert upper.index(r"n\leq1") < upper.index("n<1") < upper.index(r"n\leq0") < upper.index("n<0")


def parse_of(chain: Any) -> Any:
    from symcheck.latex.tree import Formula

    return Formula((chain,))


# -- tests at points ---------------------------------------------------------------------------------------------------


def test_places_satisfy_equations_nearly_and_deny_only_clearly() -> None:
    root = Fact("eq", mul(sym("x"), sym("y")), mul(num("2"), Fact("eq", sym("y"), sym("y")).left))
    statement = Statement(Fact("lt", sym("x"), num(3)), (root, Fact("lt", num(0), sym("y"))))
    found = list(places(statement, 20))
    assert found
    assert all(place.value(sym("x")) == 2 for place in found)
    assert not any(place.denies(Fact("eq", sym("x"), num(2))) for place in found if place.near)
    assert any(place.denies(Fact("eq", sym("x"), num(3))) for place in found)


def test_a_counterexample_lies_inside_the_assumptions() -> None:
    inside = (Fact("lt", num(1), sym("x")),)
    assert counterexample(Statement(Fact("lt", sym("x"), num(3)), inside), 60) is not None
    assert counterexample(Statement(Fact("lt", num(0), sym("x")), inside), 60) is None
