"""What belongs to the page is dropped from a formula, and nothing else."""

from __future__ import annotations

import pytest

from symcheck.report.formulas import display, github, same_print


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("x = 1", "x = 1"),
        ("  x\n =  1 ", "x = 1"),
        (r"x = 1 \label{eq:x} \tag{1}", "x = 1"),
        ("x = 50\\% % half\n + 1", r"x = 50\% + 1"),
        ("a \\\\% comment\n b", r"\begin{aligned}a \\ b\end{aligned}"),
        (r"\[x\]", "x"),
        ("$$x$$", "x"),
        ("$", "$"),
        (r"\begin{equation}x\end{equation}", "x"),
        (r"\begin{align*}x &= 1 \\ &= 2\end{align*}", r"\begin{aligned}x &= 1 \\ &= 2\end{aligned}"),
        (r"x &= 1", r"\begin{aligned}x &= 1\end{aligned}"),
        (r"\begin{cases}1 & x\\2 & y\end{cases}", r"\begin{cases}1 & x\\2 & y\end{cases}"),
        (
            r"f = \begin{cases}1 & x\end{cases} \\ g",
            r"\begin{aligned}f = \begin{cases}1 & x\end{cases} \\ g\end{aligned}",
        ),
        (r"a \qed", "a"),
        (r"a \qedx", r"a \qedx"),
        (r"A \& B", r"A \& B"),
    ],
)
def test_display(latex: str, expected: str) -> None:
    assert display(latex) == expected


def test_github_refuses_operatorname() -> None:
    assert github(r"C_{\operatorname{train}}") == r"C_{\mathrm{train}}"
    assert github(r"\operatorname*{argmax}_{n}") == r"\mathop{\mathrm{argmax}}_{n}"


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (r"a\left(x\right)", "a (x)", True),
        ("x^{2}", "x^2", True),
        (r"x\,y", "x y", True),
        ("x", "y", False),
        (r"\leftarrow", "arrow", False),
        (r"\begin{aligned} x&=y\\ &=z \end{aligned}", "x=y=z.", True),
        (r"\omega\cdot f(x)", r"\omega f(x)", True),
        (r"2\cdot 3", "23", False),
        ("x^{ab}", "x^ab", False),
    ],
)
def test_same_print(left: str, right: str, same: bool) -> None:
    assert same_print(left, right) is same
