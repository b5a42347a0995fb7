"""Comparisons in words: the unit of what grows, and its growth in another unit."""

from __future__ import annotations

import pytest

from symcheck.errors import InputError
from symcheck.latex.notation import Notation, Symbol
from symcheck.units.compare import compared
from symcheck.units.setting import Setting
from symcheck.units.table import Comparison, Measured, Passage, UnitTable

NOTATION = Notation([Symbol(r"\alpha", "alpha")])
SETTING = Setting(UnitTable(NOTATION, ("FLOPs", "$"), {"FLOP": "FLOPs"}), Passage(()), NOTATION)
COMPUTE = Measured("compute", "FLOPs", "5")
EFFICIENCY = Measured("efficiency", "FLOPs/$", "1.37")


def text(left: Measured, right: Measured, by: Measured | None = None) -> str:
    outcome, found = compared(Comparison("text:x", left, right, by), SETTING)
    assert outcome == "finding"
    return found


def test_one_unit_is_consistent() -> None:
    assert compared(Comparison("text:x", COMPUTE, Measured("work", "FLOP*$^0")), SETTING)[0] == "consistent"
    assert compared(Comparison("text:x", COMPUTE, Measured("work", "FLOP^2")), SETTING)[0] == "finding"


def test_a_growth_is_divided_exactly() -> None:
    found = text(COMPUTE, Measured("cost", "$"), EFFICIENCY)
    assert found == (
        r"Compute is in FLOPs, cost in \$. Divided by efficiency (FLOPs/\$), the first is in the second's unit, "
        "and grows 5/1.37 = 500/137 ≈ 3.65-fold a year."
    )


@pytest.mark.parametrize(
    ("growth", "said"),
    [
        ("4.11", "As printed 5 > 4.11, but in one unit 3.65 < 4.11."),
        ("3", "As printed 5 > 3, in one unit 3.65 > 3."),
        ("7.59", "As printed 5 < 7.59, in one unit 3.65 < 7.59."),
        ("5", "As printed 5 = 5, but in one unit 3.65 < 5."),
    ],
)
def test_whether_a_comparison_turns_round(growth: str, said: str) -> None:
    assert text(COMPUTE, Measured("cost", "$", growth), EFFICIENCY).endswith(said)


def test_without_growths_only_the_unit_is_said() -> None:
    assert text(Measured("compute", "FLOPs"), Measured("cost", "$"), EFFICIENCY).endswith("in the second's unit.")


def test_what_does_not_lead_from_one_to_the_other_is_an_error() -> None:
    with pytest.raises(InputError, match="does not carry"):
        text(COMPUTE, Measured("cost", "$"), Measured("price", "$/FLOP"))


def test_a_power_is_named_and_its_growth() -> None:
    found = text(Measured("efficiency", "1/FLOPs", "3"), Measured("product", "FLOPs^(-alpha)"))
    assert "in FLOPs^(−α)" in found
    assert found.endswith("The second to the power (1/α) is of the first's unit: if the first grows 3-fold, "
                          "the second grows 3^α-fold.")  # fmt: skip


def test_units_without_relation_have_no_power() -> None:
    assert text(COMPUTE, Measured("cost", "$")) == r"Compute is in FLOPs, cost in \$."
    assert text(COMPUTE, Measured("share", "")) == "Compute is in FLOPs, share in a pure number."
