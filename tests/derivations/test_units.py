"""The units of the paper: what has to be found, and what must not be."""

from __future__ import annotations

import pytest

from derivations.profit_optimal import PAPER
from symcheck.reading import Reading
from symcheck.units.verdicts import UnitVerdict, check_units, units_of


@pytest.fixture(scope="module")
def verdicts() -> dict[str, list[UnitVerdict]]:
    table = units_of(PAPER)
    assert table is not None
    found: dict[str, list[UnitVerdict]] = {}
    for verdict in check_units(Reading(PAPER), table):
        found.setdefault(verdict.label, []).append(verdict)
    return found


@pytest.mark.parametrize(
    "label",
    ["eq:inverse-demand", "eq:leontief", "eq:revenue", "eq:cost", "eq:profit", "eq:condition-t", "eq:reduced-profit",
     "eq:rho", "eq:profit-of-size", "eq:profit-equal-exponents", "eq:thm3-expenditure", "eq:data-bound-size",
     "eq:sigma", "eq:dln-mrts", "eq:thm1-efficiency", "eq:profit-slope-general", "eq:iso-quality", "eq:chinchilla"],
)  # fmt: skip
def test_consistent(verdicts: dict[str, list[UnitVerdict]], label: str) -> None:
    assert verdicts[label][0].outcome == "consistent", verdicts[label][0].text


@pytest.mark.parametrize(
    "label", ["eq:linking-function", "eq:power-integral", "eq:profit-derivative", "eq:first-order", "eq:log-composite"]
)
def test_quality_has_to_be_a_pure_number(verdicts: dict[str, list[UnitVerdict]], label: str) -> None:
    assert verdicts[label][0].outcome == "fixes"


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("eq:thm1-size", "only that to ((1 + αγ)/(2 + αγ)) fits"),
        ("eq:thm1-expenditure", "parameters^(−2/(1 + αγ)) is left over"),
        ("eq:thm2-size", "only that to (1/(2 − α)) fits"),
        ("eq:upper-bound", "tokens/parameters^2"),
        ("eq:log-crude-bound", "ln of parameters^(−α)"),
        ("eq:size-at-least-one", "$n$ carries parameters; $1$ carries a pure number"),
        ("text:too-fast", "As printed 5 > 4.11, but in one unit 3.65 < 4.11"),
        ("text:stalled-exceeds", "As printed 5 > 4.66, but in one unit 3.65 < 4.66"),
        ("eq:trend-algorithms", "the second grows 3^α-fold"),
    ],
)
def test_found(verdicts: dict[str, list[UnitVerdict]], label: str, text: str) -> None:
    assert any(v.outcome == "finding" and text in v.text for v in verdicts[label])


def test_no_formula_is_left_out(verdicts: dict[str, list[UnitVerdict]]) -> None:
    assert verdicts.keys() == Reading(PAPER).entries.keys()
