"""Sections 6 and 7.1: the solution of the problem while hardware and training get better with time t, in years.

What is proportional to 1.37^t is taken to be 1.37^t: units are chosen such that its value at t = 0 is 1.
"""

from __future__ import annotations

from dataclasses import replace

from derivations.profit_optimal import optimum
from derivations.profit_optimal.notation import TRENDS
from symcheck import Combine, Cut, Example, Rise, Scope, Split

GROWING = (r"E=1.37^{t}", r"a=\sqrt{3^{t}}", "b=a")
"""Hardware efficiency grows as is reported, parameter and data efficiency alike, so that rho is 1."""
SPENDING = r"C^{*}_{\operatorname{train}}(\gamma)\triangleq\frac{6n^{*}d^{*}}{E}"

START = optimum.example(
    {
        r"\alpha": "1/2", r"\gamma": "-1", "a": "1", "b": "1", "E": "1", "t": "0", r"\omega": "30", r"\delta": "7/12",
        "n^{*}": "9", "t^{*}": "36", "E_{0}": "1",
    },
    r"2t(\sqrt{M}-3)^{2}+6(\sqrt{M}-3)^{2}(M+6\sqrt{M})"
    r"+\frac{7}{12}\left(t-\frac{36}{7}(3\sqrt{M}-2)\right)^{2}+\frac{162}{7}(\sqrt{M}-3)^{2}",
)  # fmt: skip
"""36 tokens of a model with 9 parameters, at a profit of 270."""
DIMINISHING = optimum.example(
    {
        r"\alpha": "1", r"\gamma": "1", "a": "1", "b": "1", "E": "1", "t": "0", r"\omega": "54", r"\delta": "5/3",
        "n^{*}": "3", "t^{*}": "9", "E_{0}": "1",
    },
    r"\frac{5}{3}\left(t-\frac{27}{5}-\frac{6}{5}M\right)^{2}+\frac{18}{5}(M-3)^{2}+\frac{6t(M-3)^{2}}{M}",
)  # fmt: skip
"""9 tokens of a model with 3 parameters, at a profit of 81."""


def _tangent(name: str) -> Cut:
    """The power .3 lies below its tangent at 1024."""
    rising, falling = r"x^{3/10}-\frac{3}{1280}x", r"\frac{3}{1280}x-x^{3/10}"
    return Cut(
        rf"{name}^{{3/10}}\leq 8+\frac{{3}}{{1280}}({name}-1024)",
        (
            Split(
                name,
                "1024",
                less=(Rise(rising, "x", name, "1024", slope=(Rise("N^{7/10}", "N", "x", "1024"),)),),
                more=(Rise(falling, "x", "1024", name, slope=(Rise("N^{7/10}", "N", "1024", "x"),)),),
            ),
        ),
    )


def _paper() -> Split:
    gap = (
        r"\frac{1280}{3}\cdot 4t\left(8+\frac{3}{1280}(M-1024)-M^{3/10}\right)"
        r"+6\left(M-1024-\frac{t-6144}{6}\right)^{2}+\frac{23}{36}(t-6144)^{2}"
    )
    n, d = gap.replace("M", "n"), gap.replace("M", "d")
    return Split(
        "n",
        "d",
        less=(Rise("x^{3/10}", "x", "n", "d", strict=True), _tangent("n"), Combine(gap=rf"{n}+6n(d-n)")),
        equal=(_tangent("d"), Combine(gap=d, rewrite=("n=d",))),
        more=(
            Rise("x^{3/10}", "x", "d", "n", strict=True),
            _tangent("d"),
            Combine(gap=rf"{d}+6d(n-d)+2(n-d)t"),
        ),
    )


PAPER = Example(
    {
        r"\alpha": "3/10", r"\gamma": "-1", "a": "1", "b": "1", "E": "1", "t": "0", r"\omega": "5120/3",
        r"\delta": "29/36", "n^{*}": "1024", "t^{*}": "6144", "E_{0}": "1",
    },
    shows=((_paper(),),),
)  # fmt: skip
"""The paper's own exponents: 6144 tokens of a model with 1024 parameters."""

TIME = Scope(TRENDS)
POWER = replace(optimum.POWER_SOLUTION, notation=TRENDS, examples=(START, DIMINISHING, PAPER)).extend(
    define=(SPENDING,)
)
"""The solution for the power link."""

LOG_START = optimum.example(
    {
        r"\alpha": "1", "a": "1", "b": "1", "E": "1", "t": "0", r"\omega": "4e^{2}", r"\delta": "1/2", "n^{*}": "e^{2}",
        "t^{*}": "6e^{2}", "E_{0}": "1",
    },
    r"4e^{2}t\left(1+\frac{M}{e^{2}}-\ln(M)\right)"
    r"+2e^{4}\left(\frac{1}{4}\left(\frac{t}{e^{2}}-4-\frac{2M}{e^{2}}\right)^{2}"
    r"+2\left(\frac{M}{e^{2}}-1\right)^{2}\right)",
    r"\ln(M)\leq 1+\frac{M}{e^{2}}",
)  # fmt: skip
"""A model with e**2 parameters, at a profit of 12 e**4."""
LOG = replace(optimum.LOG_SOLUTION, notation=TRENDS, examples=(LOG_START,), growing=("E", "a")).extend(
    define=(SPENDING,)
)
"""The solution for the logarithmic link."""
