"""The units of a whole paper: nothing is left out, and each entry says what was found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from symcheck.claim import Claim, Paper, Scope, Section
from symcheck.errors import InputError
from symcheck.latex.notation import Function, Notation, Symbol
from symcheck.reading import Reading
from symcheck.units.table import Comparison, Measured, Passage, UnitTable
from symcheck.units.verdicts import OUTCOMES, UnitVerdict, check_units, distinct, units_of
from tests.small import paper_tex

NOTATION = Notation(
    [
        Symbol("v", "v", unit="m/s"),
        Symbol("t", "t", unit="s"),
        Symbol("h", "h", unit="m"),
        Symbol("q", "q", unit="quality"),
    ],
    [Function("f", "f")],
)
OTHER = NOTATION.scoped([Symbol("t", "t", unit="m", meaning="thickness")])
TABLE = UnitTable(NOTATION, ("m", "s", "quality"), free=("quality",), functions={"f": (("quality",), "")})


def reading(folder: Path, formulas: dict[str, str], claims: tuple[Claim, ...] = ()) -> Reading:
    (folder / "paper.tex").write_text(paper_tex(formulas))
    section = Section(Scope(NOTATION), claims)
    return Reading(Paper("small", "A Small Paper", ("Nobody",), "nowhere", folder, "", (section,)))


def verdicts(folder: Path, table: UnitTable = TABLE, **formulas: str) -> list[UnitVerdict]:
    return check_units(
        reading(folder, {f"eq:{k}" if k[0] != "s" else f"text:{k}": v for k, v in formulas.items()}), table
    )


def test_every_entry_has_its_outcome(tmp_path: Path) -> None:
    found = verdicts(
        tmp_path,
        a="h=vt",
        b="h=v",
        c="f(q)=1-q",
        d="h=z",
        s1="the sentence $h=vt$, and $h=v$",
        s2="no formula, and $h$",
        s3=r"what can't be read: $h\in z$, and $\zeta$",
    )
    assert [(v.label, v.outcome) for v in found] == [
        ("eq:a", "consistent"), ("eq:b", "finding"), ("eq:c", "fixes"), ("eq:d", "unchecked"),
        ("text:s1", "consistent"), ("text:s1", "finding"), ("text:s2", "silent"), ("text:s3", "unchecked"),
    ]  # fmt: skip
    assert {v.outcome for v in found} == set(OUTCOMES)
    assert found[1].text == "The two sides of $=$ differ: $h$ carries m; $v$ carries m/s."
    assert found[2].text == (
        "Consistent only where quality is a pure number. The summands differ: $1$ carries a pure number; "
        "$-q$ carries quality."
    )
    assert "paper.tex:" in found[3].text and "z" in found[3].text


def test_what_cannot_be_read_is_checked_by_what_renders_it(tmp_path: Path) -> None:
    formulas = {"text:a": r"the height $h\in z$ [...] of which $h=vt$", "text:b": r"the height $h\in z$"}
    claims = (Claim("text:a", says=("h=v", "0<t")), Claim("text:b", status="informal", note="Vague."))
    found = check_units(reading(tmp_path, formulas, claims), TABLE)
    assert [(v.label, v.outcome) for v in found] == [
        ("text:a", "consistent"), ("text:a", "finding"), ("text:a", "consistent"), ("text:b", "unchecked"),
    ]  # fmt: skip


def test_a_finding_is_one_wherever_it_stands(tmp_path: Path) -> None:
    found = distinct(verdicts(tmp_path, a="h=v", b="h=t", s1="again $h=v$"), "finding")
    assert [(v.label, v.also) for v in found] == [("eq:a", ("text:s1",)), ("eq:b", ())]


def test_a_formula_with_a_claim_is_the_one_that_was_read(tmp_path: Path) -> None:
    book = reading(tmp_path, {"eq:a": "h=v"}, (Claim("eq:a"),))
    assert [v.outcome for v in check_units(book, TABLE)] == ["finding"]


def test_a_passage_counts_where_it_is_named(tmp_path: Path) -> None:
    for where, outcome in (("1", "consistent"), ("eq:b", "finding"), ("2", "finding"), ("1.1", "finding")):
        table = replace(TABLE, passages=(Passage((where,), OTHER),))
        assert verdicts(tmp_path, table, a="h=t", b="h=vt")[0].outcome == outcome
    assert Passage(("1",)) == replace(TABLE, passages=(Passage(("1",)),)).passage("1.2 Flight", "eq:a")
    assert replace(TABLE, passages=(Passage(("1",)),)).passage("11 Flight", "eq:a") == Passage(())


def test_a_letter_with_two_units_is_a_finding_at_its_first_formula(tmp_path: Path) -> None:
    table = replace(TABLE, passages=(Passage(("1",), OTHER),))
    found = verdicts(tmp_path, table, a="h=h", b="h=t")
    assert [v.outcome for v in found] == ["consistent", "consistent", "finding"]
    assert found[2].label == "eq:b"
    assert found[2].text == "$t$ (thickness) carries m; elsewhere () it carries s."
    assert len(verdicts(tmp_path, table, a="h=h")) == 1


def test_comparisons_come_with_their_entry(tmp_path: Path) -> None:
    table = replace(TABLE, comparisons=(Comparison("eq:a", Measured("speed", "m/s"), Measured("height", "m")),))
    assert [(v.label, v.outcome) for v in verdicts(tmp_path, table, a="h=vt")] == [
        ("eq:a", "consistent"), ("eq:a", "finding"),
    ]  # fmt: skip
    with pytest.raises(InputError, match="eq:a, which is not in"):
        verdicts(tmp_path, table, b="h=vt")


def test_a_formula_whose_symbols_have_no_unit_is_not_passed(tmp_path: Path) -> None:
    table = replace(TABLE, functions={})
    assert [(v.outcome, v.text) for v in verdicts(tmp_path, table, a="f(q)=1")] == [
        ("unchecked", "no units are declared for the function f")
    ]


@pytest.mark.parametrize("unit", ["metres", "m^t", "m^x", "m/"])
def test_a_unit_that_is_none_is_an_error(tmp_path: Path, unit: str) -> None:
    table = replace(TABLE, notation=NOTATION.scoped([Symbol("h", "h", unit=unit)]))
    with pytest.raises(InputError):
        verdicts(tmp_path, table, a="h=h")


def test_a_paper_names_the_module_of_its_units(tmp_path: Path) -> None:
    paper = reading(tmp_path, {}).paper
    assert units_of(paper) is None
    assert isinstance(units_of(replace(paper, units="derivations.profit_optimal.units")), UnitTable)
    with pytest.raises(InputError, match="UNITS"):
        units_of(replace(paper, units="derivations.profit_optimal.notation"))
