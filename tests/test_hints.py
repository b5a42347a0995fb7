"""Hints: what each leads to, and that one which can't be followed leaves the statement open, with the reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from symcheck.claim import Claim, Example
from symcheck.engine import Verdict
from symcheck.errors import InputError
from symcheck.hints import COMPILERS, Attained, Beneath, Box, Combine, Cut, Hints, Law, Rise, Split, Stationary, Use
from tests.small import book, decide, scope

ARGMAX = r"x=\operatorname*{argmax}_{n}(2nd-n^{2})\mathrel{\text{subject to}}n\geq 0"
BUMP = r"\max_{x\geq 0}\frac{x}{1+x^{2}}"
AT_ONE = Example({"d": "1", "x": "1"}, ((Combine(gap="(n-1)^{2}"),),))


def verdict(folder: Path, formula: str, hints: Hints, *given: str, examples: tuple[Example, ...] = ()) -> Verdict:
    where = replace(scope(*given), examples=examples)
    made = book(folder, {"eq:a": formula}, (where, [Claim("eq:a", via={"": hints})]))
    return decide(made, order=("prove",))["eq:a"].verdicts[-1]


FOLLOWED: dict[str, tuple[str, Hints, tuple[str, ...]]] = {
    "cut": (r"n^{3}\leq n", (Cut(r"n^{2}\leq 1"), Combine(((r"n^{2}\leq 1", "n"),))), (r"0\leq n", r"n\leq 1")),
    "rise": (
        r"\ln(n)\leq n-1",
        (Rise(r"x-\ln(x)", "x", "1", "n"), Combine(((r"1-\ln(1)\leq n-\ln(n)", "1"),))),
        (r"n\geq 1",),
    ),
    "law": (r"\ln(n)\leq\ln(d)+\frac{n-d}{d}", (Law("log tangent", {"x": r"\frac{n}{d}"}),), ("n>0", "d>0")),
    "rise strictly": (r"n^{\alpha}<d^{\alpha}", (Rise(r"x^{\alpha}", "x", "n", "d", strict=True),),
                      ("n>0", "n<d", r"\alpha>0")),
    "split": (r"n\leq n^{2}+1", (Split("n", "0", less=(Combine(gap="n^{2}+1-n"),), more=()),), ()),
    "box": (r"n(1-n)\leq\frac{3}{8}", (Box({"n": ("0", "1")}),), (r"0\leq n", r"n\leq 1")),
    "attained": (r"\frac{2}{5}\leq\max_{x\geq 0}\frac{x}{1+x^{2}}", (
        Attained(BUMP, "2", "2", (Combine(gap=r"\frac{2(x-2)^{2}+3(x-2)}{5(1+x^{2})}"),)),), ()),
    "beneath": (r"\frac{d}{1+d^{2}}\leq\max_{x\geq 0}\frac{x}{1+x^{2}}", (
        Attained(BUMP, "1", "1", (Combine(gap=r"\frac{(x-1)^{2}}{2(1+x^{2})}"),)), Beneath(BUMP, "d")), (r"d\geq 0",)),
    "combine": (r"n\leq a", (Combine(((r"n\leq d", "1"), (r"d\leq a", "1"))),), (r"n\leq d", r"d\leq a")),
}  # fmt: skip


@pytest.mark.parametrize("name", FOLLOWED)
def test_followed(tmp_path: Path, name: str) -> None:
    formula, hints, given = FOLLOWED[name]
    assert verdict(tmp_path, formula, hints, *given).outcome == "proved"


def test_first_order_condition(tmp_path: Path) -> None:
    hints = (Stationary("2nd-n^{2}", "n", "x", "0", "2x", by=(Use({"n": "n"}),)),)
    assert verdict(tmp_path, "x=d", hints, ARGMAX, "x>0", examples=(AT_ONE,)).outcome == "proved"


REFUSED: dict[str, tuple[str, Hints, tuple[str, ...], str]] = {
    "a cut that is false": (r"n\leq d", (Cut("d<n"),), (r"n\leq d",), "not shown"),
    "a function that falls": (r"n\leq d", (Rise("-x", "x", "n", "d"),), (r"n\leq d",), "not shown"),
    "a kink": (r"0\leq d", (Rise(r"\left|x\right|", "x", "-1", "d"),), ("d>0",), "not shown"),
    "no quantified assumption": (r"n\leq d", (Use({"n": "d"}),), (r"n\leq d",), "no quantified assumption"),
    "a law without its hypotheses": (r"n\leq d", (Law("log tangent", {"x": "n"}),), (r"n\leq d",), "not shown"),
    "a box without bounds": (r"n\leq d", (Box({"n": ("0", "1"), "d": ("0", "1")}),), (r"n\leq d",), "not shown"),
    "a negative multiplier": (r"d\leq n", (Combine(((r"n\leq d", "-1"),)),), (r"n\leq d",), "does not show"),
    "a case left out": ("n=0", (Split("n", "0"),), (r"n\geq 0",), "not shown"),
    "a maximum that is not attained": (
        r"0\leq\max_{x\geq 0}x", (Attained(r"\max_{x\geq 0}x", "0", "1"),), (), "not shown",
    ),
    "a maximum up to a place before its start": (
        r"0\leq\max_{x\geq 0}(-x)", (Attained(r"\max_{x\geq 0}(-x)", "0", "-1"),), (), "not shown",
    ),
    "beneath what may not exist": (
        r"d\leq\max_{x\geq 0}x", (Beneath(r"\max_{x\geq 0}x", "d"),), (r"d\geq 0",), "no step shows",
    ),
    "beneath, from outside": (
        r"0\leq\max_{x\geq 0}(-x)", (Attained(r"\max_{x\geq 0}(-x)", "0", "0"), Beneath(r"\max_{x\geq 0}(-x)", "d")),
        (), "beneath: not shown",
    ),
    "not stationary": ("x=d", (Stationary("2nd-n^{2}", "n", "x", "0", "2x"),), ("x>0",), "not shown"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused(tmp_path: Path, name: str) -> None:
    formula, hints, given, reason = REFUSED[name]
    found = verdict(tmp_path, formula, hints, *given)
    assert found.outcome == "open"
    assert reason in found.reason


def test_an_example_that_does_not_satisfy_the_assumption_is_none(tmp_path: Path) -> None:
    wrong = Example({"d": "1", "x": "2"}, ((Combine(gap="(n-1)^{2}"),),))
    hints = (Stationary("2nd-n^{2}", "n", "x", "0", "2x", by=(Use({"n": "n"}),)),)
    found = verdict(tmp_path, "x=d", hints, ARGMAX, "x>0", examples=(wrong,))
    assert found.outcome == "open"
    assert "example" in found.reason


@pytest.mark.parametrize(
    "hint",
    [
        Cut("n"),
        Cut(r"n\leq d\leq a"),
        Use({"n+1": "d"}),
        Law("no such law", {"x": "n"}),
        Law("log tangent", {"y": "n"}),
        Rise("x", "2", "n", "d"),
        Combine((("n", "1"),)),
    ],
)
def test_what_is_not_read(tmp_path: Path, hint: object) -> None:
    with pytest.raises(InputError):
        verdict(tmp_path, r"n\leq d", (hint,), r"n\leq d")  # type: ignore[arg-type]


def test_every_kind_of_hint_is_tried() -> None:
    tried = {type(h) for _, hints, *_ in (*FOLLOWED.values(), *REFUSED.values()) for h in hints}
    assert tried == COMPILERS.keys()
