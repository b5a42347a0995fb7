"""What a terminal shows of a run: three short things a finding, counts, coverage, units."""

from __future__ import annotations

import dataclasses
import re

import pytest

from symcheck.report import Coverage, Finding, Paper, Record, Report, Witness, render_summary
from symcheck.report.columns import clip, display_width
from symcheck.report.readable import readable
from tests.report.sample import FAILING, SAMPLE

ANSI = re.compile("\x1b\\[[0-9]+m")
WIDE = Record(
    "eq:字字字字字字字字字字",
    "第一节 e\u0301",
    "1",
    "x" * 300,
    "x",
    "x",
    "equality",
    "fails",
    how="字" * 60 + "\x1b[2J",
)


def with_wide() -> Report:
    findings = (*SAMPLE.findings, Finding((WIDE.label,), (WIDE.label,), "slip", ("字" * 200,), ("字 " * 200,)))
    return dataclasses.replace(SAMPLE, claims=(WIDE, *SAMPLE.claims), findings=findings)


@pytest.mark.parametrize("width", [40, 57, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = render_summary(with_wide(), width)
    assert max(map(display_width, text.splitlines())) <= width
    assert "\x1b" not in text


def test_colour_changes_nothing_but_colour() -> None:
    coloured = render_summary(SAMPLE, 90, colour=True)
    assert ANSI.sub("", coloured) == render_summary(SAMPLE, 90)
    assert ANSI.search(coloured)


def test_a_run_in_short() -> None:
    blocks = render_summary(SAMPLE, 120).rstrip("\n").split("\n\n")
    assert blocks[0] == (
        "Headline: what a reader takes away is not so: the abstract, the introduction, the conclusions"
    )
    assert blocks[1].splitlines() == [
        "✗ 1 · Abstract, sentence 4 ↔ §2.1, display 2 · The exponent of E passes 1, which the abstract denies",
        "    the contrary is proved: (1/(1+αγ)) > 1",
        "    so: it is below 1 only for γ > 0",
    ]
    assert blocks[3].splitlines() == [
        "✗ 2 · Appendix C, Eq. (1) · Equation (1) adds parameters to tokens",
        "    n^* carries parameters, ρ tokens",
        "    so: they can be added once ρ is 1",
    ]
    assert blocks[5].splitlines() == [
        "✗ 3 · §2.1, display 3 · f_γ(q) = ∫_0^q (1/q_*^(1+γ)) dq_*",
        "    says 2 = 4 at γ = -1/2, q = 4",
        "    so: f_γ(q) = ∫_1^q (1/q_*^(1+γ)) dq_*",
    ]
    assert blocks[6].splitlines() == [
        "◐ 4 · Lemma 1 · t^*(n, d) = (1/(2 δ)) (ω f(q(n, d)) - (2 n/E))",
        "    says [-1.66667, -1.66666] ≥ 0 at ω = 1, δ = 1/2, E = 1, f = 1/3, n = 1",
        "    so: it holds if ω f(q(n,d)) ≥ (2n/E)",
    ]
    assert blocks[7].splitlines() == [
        "14 claims · fails 2 · conditional 2 · open 1 · holds 7 · definition 2",
        "units: 9 formulas checked, 2 not consistent, 1 not checked",
        "coverage 92.8 %: 13 of 14 formulas and sentences; no claim about Abstract, sentence 5 (text:near-quadratic)",
    ]


def test_a_finding_of_several_claims_names_how_many_more() -> None:
    other, both = dataclasses.replace(FAILING, label="eq:other"), (FAILING.label, "eq:other")
    report = Report(Paper("T"), (FAILING, other), (Finding(both, both, "slip", ("Slips",)),))
    assert "§2.1, display 3 and 1 more · Slips" in render_summary(report, 100)


def test_long_things_are_cut_to_two_lines_and_titles_are_not() -> None:
    fault = render_summary(with_wide(), 60).split("\n\n")[-2]
    assert fault.count("字" * 20) >= 7
    assert len(fault[fault.index("so:") :].splitlines()) == 2
    assert fault.endswith("…")


@pytest.mark.parametrize("missing", [0, 1, 5, 6, 300])
def test_what_has_no_claim_is_named_if_it_is_little(missing: int) -> None:
    row = Coverage("1", 400, 400 - missing, 0, tuple(f"§1, line {number}" for number in range(missing)))
    text = render_summary(Report(Paper("T"), (), (), (row,)), 100)
    assert text.count("§1, line") == (missing if missing <= 5 else 0)
    assert ("the report lists" in text) == (missing > 5)
    assert ("coverage 100 %" in text) == (missing == 0)


def test_a_share_is_never_rounded_up() -> None:
    row = Coverage("1", 100_000, 99_999, 0, ("§1, line 7",))
    assert "coverage 99.9 %" in render_summary(Report(Paper("T"), (), (), (row,)), 100)


def test_nothing_to_say() -> None:
    assert render_summary(Report(Paper("T"), ()), 80) == "0 claims\n"


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("8.62008239759", "7.59", "8.62008 = 7.59"),
        ("0.333333333333", "0.333333333334", "0.333333333333 = 0.333333333334"),
        ("1", "-0.000000012", "1 = -1.2e-8"),
        (r"\frac{1}{2}", "2", r"\frac{1}{2} = 2"),
        (None, "2", ""),
        ("1", None, ""),
    ],
)
def test_what_a_claim_says_at_a_point(left: str | None, right: str | None, said: str) -> None:
    assert Witness((), left, right, "=").said == said
    assert Witness((), left, right).said == ""


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [("a b", 1, "a b"), ("aaaa bbbb cccc", 1, "aaaa …"), ("aaaa bbbb cccc", 2, "aaaa\n bbbb …"), ("a", 2, "a")],
)
def test_clip(text: str, most: int, expected: str) -> None:
    assert clip(text, 7, " ", most) == expected


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"\frac{1}{2}x", "(1/2)x"),
        (r"\frac{a+b}{\frac{c}{2d}}", "((a+b)/(c/(2d)))"),
        (r"\left(\frac{a}{b}\right)^{2}", "(a/b)^2"),
        (r"((a)(b))", "((a)(b))"),
        (r"(a)(b)", "(a)(b)"),
        (r"((a)", "((a)"),
        (r"{n^{*}}^{2}", "(n^*)^2"),
        (r"\begin{aligned}x&=1\\&=y\end{aligned}", "x = 1 = y"),
        (r"x^{10} \leq \unknown{y}", r"x^10 ≤ \unknown{y}"),
        (r"\alphabet", r"\alphabet"),
    ],
)
def test_readable(latex: str, expected: str) -> None:
    assert readable(latex) == expected
