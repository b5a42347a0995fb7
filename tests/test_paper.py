"""paper.tex is read whole or not at all; every error has its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from symcheck.errors import InputError
from symcheck.paper import Entry, read_paper

HEAD = "\\section{1 Results}\n\\place{display 1}\n"


def equation(label: str = "eq:a", body: str = "x=1") -> str:
    return f"\\begin{{equation}}\\label{{{label}}}\n{body}\n\\end{{equation}}\n"


def read(folder: Path, text: str) -> dict[str, Entry]:
    (folder / "paper.tex").write_text(text)
    return dict(read_paper(folder / "paper.tex"))


def test_entries_with_their_places_in_order(tmp_path: Path) -> None:
    text = (
        "% a remark\n\n\\section{2.1 Demand}\n\\place{display 1}\n"
        "\\begin{equation}\\label{eq:b}\nx\n=1\n\\end{equation}\n\n"
        "\\section{3 Firms}\n  % indented\n\\place{first sentence}\n"
        "\\begin{sentence}\\label{text:a}\nProfit is % not a comment here\nconcave.\n\\end{sentence}\n"
    )
    assert list(read(tmp_path, text).values()) == [
        Entry("eq:b", "equation", "2.1 Demand", "display 1", "x\n=1", 6),
        Entry("text:a", "sentence", "3 Firms", "first sentence", "Profit is % not a comment here\nconcave.", 14),
    ]


def test_an_empty_paper_has_no_entries(tmp_path: Path) -> None:
    assert read(tmp_path, "% nothing\n") == {}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("x=1\n", 1, "expected \\section, \\place, or"),
        (HEAD + equation() + "stray\n", 6, "expected \\section, \\place, or"),
        (HEAD + "\\begin{align}\\label{eq:a}\nx\n\\end{align}\n", 3, "expected \\section"),
        (HEAD + "\\begin{equation}\nx\n\\end{equation}\n", 3, "expected \\section"),
        (HEAD + "\\begin{equation}\\label{eq:a} x=1\n\\end{equation}\n", 3, "expected \\section"),
        (HEAD + equation("eq:A"), 3, "expected \\section"),
        (HEAD + equation("fig:a"), 3, "fig:a is not eq:… or text:…"),
        (HEAD + equation("eq:a--b"), 3, "eq:a--b is not"),
        (HEAD + equation("eq:"), 3, "eq: is not"),
        (HEAD + equation() + "\\place{again}\n" + equation(), 7, "the label eq:a stands twice"),
        (equation(), 1, "eq:a has no \\section and \\place"),
        ("\\section{1 Results}\n" + equation(), 2, "eq:a has no \\section and \\place"),
        ("\\place{display}\n" + equation(), 2, "eq:a has no \\section and \\place"),
        (HEAD + equation() + equation("eq:b"), 6, "eq:b has no \\section and \\place"),
        (HEAD + "\\section{2 More}\n" + equation(), 4, "eq:a has no \\section and \\place"),
        (HEAD + "\\begin{equation}\\label{eq:a}\nx=1\n", 3, "eq:a has no \\end{equation}"),
        (HEAD + "\\begin{equation}\\label{eq:a}\nx=1\n" + equation("eq:b"), 3, "eq:a has no \\end{equation}"),
        (HEAD + "\\begin{equation}\\label{eq:a}\nx=1\n\\end{sentence}\n", 3, "eq:a has no \\end{equation}"),
    ],
)
def test_an_error_has_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'paper.tex'}:{line}:1: {message}")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can't be read"):
        read_paper(tmp_path / "paper.tex")
