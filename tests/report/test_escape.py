"""Plain text never acts as markup, whatever it contains."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symcheck.errors import InputError
from symcheck.report import escape
from tests.report.sample import HOSTILE

SPECIAL_IN_LATEX = re.compile(r"(?<!\\)[#$&%_^~]")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# title", r"\# title"),
        ("#1 of 2", "#1 of 2"),
        ("a|b", r"a\|b"),
        ("x_1*y", r"x\_1\*y"),
        ("costs $5", "costs <span>$</span>5"),
        ("`tick`", r"\`tick\`"),
        (r"\input{x}", r"\\input{x}"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("[l](u)", r"\[l\](u)"),
        ("2.1 Consumers", "2.1 Consumers"),
        ("2. item", r"2\. item"),
        ("- item", r"\- item"),
        ("-1/2", "-1/2"),
        ("=== ", r"\==="),
        ("two\nlines", "two lines"),
    ],
)
def test_markdown(text: str, expected: str) -> None:
    assert escape.markdown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("eq:a", "`eq:a`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("a|b", r"`a\|b`"), ("", "` `")],
)
def test_markdown_code(text: str, expected: str) -> None:
    assert escape.markdown_code(text) == expected


def test_markdown_math_has_nothing_that_ends_a_cell_or_the_formula() -> None:
    shown = escape.markdown_math(r"|x| + \|y\| ` \operatorname{train}")
    assert "|" not in shown
    assert shown.count("`") == 2
    assert "operatorname" not in shown


def test_markdown_display_is_wrapped_and_its_fence_is_longer_than_any_inside() -> None:
    lines = escape.markdown_display("a " * 200 + "```` b", indent=4).splitlines()
    assert lines[0] == "    `````math"
    assert lines[-1] == "    `````"
    assert max(map(len, lines)) <= escape.WIDTH


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\input{x}", r"\textbackslash{}input\{x\}"),
        ("50% of #1 & a_b", r"50\% of \#1 \& a\_b"),
        ("γ ≠ 0", r"$\gamma$ $\ne$ 0"),
        ("Ω Α ο", r"$\Omega$ [greek capital letter alpha] [greek small letter omicron]"),
        ("é ü ł", "é ü ł"),
        ("e\u0301", "é"),
        ("字", "[cjk unified ideograph{-}5b57]"),
        ("\ue000", "[U+E000]"),
        ("a\x00b", "a b"),
    ],
)
def test_latex(text: str, expected: str) -> None:
    assert escape.latex(text) == expected


@given(st.text())
def test_latex_is_balanced_and_has_no_bare_special_character(text: str) -> None:
    shown = escape.latex(text)
    plain = re.sub(r"\$[^$]*\$", "", shown.replace(r"\$", ""))
    assert not SPECIAL_IN_LATEX.search(plain)
    bare = plain.replace("\\{", "").replace("\\}", "")
    assert bare.count("{") == bare.count("}")
    assert "\n" not in shown


@given(st.text())
def test_typst_is_one_string_literal_with_the_text_in_it(text: str) -> None:
    shown = escape.typst(text)
    assert json.loads(shown) == escape.one_line(text)


@given(st.text())
def test_markdown_stays_on_one_line_and_in_its_cell(text: str) -> None:
    for shown in (escape.markdown(text), escape.markdown_code(text)):
        assert len(shown.splitlines()) <= 1
        assert not re.search(r"(?<!\\)\|", shown.replace("\\\\", ""))


@pytest.mark.parametrize(
    "source", ["$", '#import "x"', "a // b", "a /* b", 'a "b', "x$y", "limits: #true.x", "limits: #truex"]
)
def test_typst_math_that_could_leave_math_is_refused(source: str) -> None:
    with pytest.raises(InputError, match="not a Typst formula"):
        escape.typst_math(source)


@pytest.mark.parametrize(
    "source", ['C_"train // #1 $"', r"\$ + \#", "a / b", "x slash y", 'op("m", limits: #true)_x', r'"a\"b"']
)
def test_typst_math_that_only_looks_dangerous_is_kept(source: str) -> None:
    assert escape.typst_math(source) == source


def test_hostile_text_is_harmless_everywhere() -> None:
    assert "\x1b" not in escape.markdown(HOSTILE) + escape.latex(HOSTILE) + escape.typst(HOSTILE)
    assert r"\input" not in escape.latex(HOSTILE)
