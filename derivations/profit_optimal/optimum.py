"""The solution n*, d*, t* of the profit maximization problem, as an assumption, and what it says at first order.

By Lemma 2 a solution that sells tokens has d* = rho n*, which is written into the assumption; f(0) is undefined for
gamma >= 0, so the maximum is taken over positive n and d.
"""

from __future__ import annotations

from derivations.profit_optimal.notation import NOTATION
from derivations.profit_optimal.scopes import PROFIT
from symcheck import Combine, Cut, Example, Hints, Rise, Scope, Split, Stationary, Use

ARGMAX = r"n^{*},d^{*},t^{*}=\operatorname*{argmax}_{n,d,t}\pi(n,d,t)\mathrel{\text{subject to}}n>0,d>0,t\geq 0"
SPENDING = r"C^{*}_{\operatorname{train}}\triangleq\frac{6n^{*}d^{*}}{E}"
PROBLEM = (*PROFIT, "eq:leontief", "eq:rho", r"\beta\triangleq\alpha", r"d^{*}\triangleq\rho n^{*}")


def below(gap: str, *before: str) -> Split:
    """The profit at n, d, t is at most the best one: ``gap`` is the rest where M, the lesser of n and d, binds both."""
    less: Hints = (Rise(r"x^{\alpha}", "x", "n", "d", strict=True), *_cuts("n", before))
    more: Hints = (Rise(r"x^{\alpha}", "x", "d", "n", strict=True), *_cuts("d", before))
    n, d = gap.replace("M", "n"), gap.replace("M", "d")
    return Split(
        "n",
        "d",
        less=(*less, Combine(gap=rf"{n}+\frac{{6}}{{E}}n(d-n)")),
        equal=(*_cuts("d", before), Combine(gap=d, rewrite=("n=d",))),
        more=(*more, Combine(gap=rf"{d}+\frac{{6}}{{E}}d(n-d)+\frac{{2}}{{E}}(n-d)t")),
    )


def _cuts(name: str, facts: tuple[str, ...]) -> tuple[Cut, ...]:
    """Facts about M, for n or d, by the tangent to the logarithm at the square of e."""
    rising, falling = r"\ln(x)-\frac{x}{e^{2}}", r"\frac{x}{e^{2}}-\ln(x)"
    tangent = Split(name, "e^{2}", less=(Rise(rising, "x", name, "e^{2}"),), more=(Rise(falling, "x", "e^{2}", name),))
    return tuple(Cut(fact.replace("M", name), (tangent,)) for fact in facts)


def example(values: dict[str, str], gap: str, *before: str) -> Example:
    """Numbers for which n*, d*, t* are the solution: no other choice earns more."""
    return Example(values, shows=((below(gap, *before),),))


def below_other(gap: str, b: str) -> Split:
    """What ``below`` says, of a problem with another data efficiency: its square is ``b``; alpha = 1/2, E = 6."""
    n, d = gap.replace("M", "n"), gap.replace("M", f"{b}d")
    return Split(
        "n",
        f"{b}d",
        less=(Rise("x^{1/2}", "x", "n", f"{b}d", strict=True), Combine(gap=rf"{n}+n\left(d-\frac{{n}}{{{b}}}\right)")),
        equal=(Combine(gap=d, rewrite=(f"n={b}d",)),),
        more=(
            Rise("x^{1/2}", "x", f"{b}d", "n", strict=True),
            Combine(gap=rf"{d}+(n-{b}d)d+\frac{{1}}{{3}}(n-{b}d)t"),
        ),
    )


RISING = example(
    {
        r"\alpha": "1/2", r"\gamma": "-1", "a": "1", "b": "1", "E": "6", r"\omega": "5", r"\delta": "7/72",
        "n^{*}": "9", "t^{*}": "36",
    },
    r"\frac{t}{3}(\sqrt{M}-3)^{2}+(\sqrt{M}-3)^{2}(M+6\sqrt{M})"
    r"+\frac{7}{72}\left(t-\frac{36}{7}(3\sqrt{M}-2)\right)^{2}+\frac{27}{7}(\sqrt{M}-3)^{2}",
)  # fmt: skip
"""gamma < 0: a firm that sells 36 tokens of a model with 9 parameters at a profit of 45."""

DIMINISHING = example(
    {
        r"\alpha": "1", r"\gamma": "1", "a": "1", "b": "1", "E": "6", r"\omega": "9", r"\delta": "5/18",
        "n^{*}": "3", "t^{*}": "9", "K": "100", r"\kappa": "100", "B": "100",
    },
    r"\frac{5}{18}\left(t-\frac{27}{5}-\frac{6}{5}M\right)^{2}+\frac{3}{5}(M-3)^{2}+\frac{t(M-3)^{2}}{M}",
)  # fmt: skip
"""gamma > 0: 9 tokens of a model with 3 parameters, at a profit of 13.5."""

CONCAVE = example(
    {
        r"\alpha": "1/3", r"\gamma": "-1", "a": "1", "b": "1", "E": "6", r"\omega": "8", r"\delta": "1/18",
        "n^{*}": "8", "t^{*}": "48", "K": "100", r"\kappa": "100", "B": "100",
    },
    r"\frac{t}{3}(M^{1/3}-2)^{2}(M^{1/3}+4)+\frac{1}{18}\left(t-36M^{1/3}+24\right)^{2}"
    r"+(M^{1/3}-2)^{2}\left(M^{4/3}+4M+12M^{2/3}+32M^{1/3}+8\right)",
)  # fmt: skip
"""-1/2 < alpha*gamma < 0: 48 tokens of a model with 8 parameters, at a profit of 64."""

CAPABLE = example(
    {
        r"\alpha": "1/3", r"\gamma": "-1", "a": "2", "b": "2", "E": "3/32", r"\omega": "64", r"\delta": "32/9",
        "n^{*}": "1", "t^{*}": "6", "K": "1",
    },
    r"\frac{64t}{3}(M^{1/3}-1)^{2}(M^{1/3}+2)+\frac{32}{9}\left(t-9M^{1/3}+3\right)^{2}"
    r"+32(M^{1/3}-1)^{2}\left(2M^{4/3}+4M+6M^{2/3}+8M^{1/3}+1\right)",
)  # fmt: skip
"""The same, with parameters and tokens counted in eights, so that a and b are greater than 1."""

ESTIMATED = example(
    {
        r"\alpha": "3/10", r"\gamma": "-1", "a": "2", "b": "2", "E": "6", r"\omega": "35/9", r"\delta": "16/9",
        "n^{*}": "1", "t^{*}": "1",
    },
    r"\frac{7t}{9}(M^{1/10}-1)^{2}\left(3M^{8/10}+6M^{7/10}+9M^{6/10}+12M^{5/10}+15M^{4/10}+18M^{3/10}"
    r"+21M^{2/10}+14M^{1/10}+7\right)"
    r"+\frac{16}{9}\left(t-\frac{7+9M}{16}\right)^{2}+\frac{7}{16}(M-1)^{2}",
)  # fmt: skip
"""alpha = 0.3, linear demand: one token of a model with one parameter, at a profit of 7/9."""

STEEP = example(
    {
        r"\alpha": "1", r"\gamma": "2", "a": "1", "b": "1", "E": "6", r"\omega": "8", r"\delta": "7/36",
        "n^{*}": "2", "t^{*}": "6", "K": "100", r"\kappa": "100", "B": "100",
    },
    r"\frac{t(M-2)^{2}(M+1)}{M^{2}}+\frac{7}{36}\left(t-\frac{18+12M}{7}\right)^{2}+\frac{3}{7}(M-2)^{2}",
)  # fmt: skip
"""alpha*gamma > 1: 6 tokens of a model with 2 parameters, at a profit of 3."""

LOGARITHMIC = example(
    {
        r"\alpha": "1", "a": "1", "b": "1", "E": "2e^{2}", r"\omega": "2", r"\delta": r"\frac{1}{4e^{2}}",
        "n^{*}": "e^{2}", "t^{*}": "6e^{2}", r"\kappa": "100",
    },
    r"2t\left(1+\frac{M}{e^{2}}-\ln(M)\right)"
    r"+e^{2}\left(\frac{1}{4}\left(\frac{t}{e^{2}}-4-\frac{2M}{e^{2}}\right)^{2}"
    r"+2\left(\frac{M}{e^{2}}-1\right)^{2}\right)",
    r"\ln(M)\leq 1+\frac{M}{e^{2}}",
)  # fmt: skip
"""gamma = 0: a model with e**2 parameters, at a profit of 6 e**2."""

OTHER = (
    r"n_{1},d_{1},t_{1}=\operatorname*{argmax}_{n,d,t}\left(\omega t f_{\gamma}(\min\{an^{\alpha},b_{1}d^{\alpha}\})"
    r"-\delta t^{2}-\frac{6nd+2nt}{E}\right)\mathrel{\text{subject to}}n>0,d>0,t\geq 0"
)
"""A solution of the same problem with another data efficiency."""
TWO = Example(
    {**RISING.values, "b_{1}": r"5^{1/2}", "n_{1}": "25", "t_{1}": "60"},
    shows=(
        *RISING.shows,
        (
            below_other(
                r"\frac{t}{3}(\sqrt{M}-5)^{2}+\frac{7}{72}\left(t-\frac{60}{7}(\sqrt{M}+2)\right)^{2}"
                r"+(\sqrt{M}-5)^{2}\left(\frac{M}{5}+2\sqrt{M}+\frac{55}{7}\right)",
                "5",
            ),
        ),
    ),
)
"""The problem of RISING, and the same with greater data efficiency: 60 tokens of a model with 25 parameters."""

SOLUTION = Scope(
    NOTATION,
    given=(r"\omega>0", r"\delta>0", "E>0", "a>0", "b>0", r"0<\alpha\leq 1", ARGMAX, "t^{*}>0"),
    constants=(r"\alpha", r"\gamma", r"\omega", r"\delta"),
    growing=("E",),
)
POWER_SOLUTION = SOLUTION.extend(
    define=(*PROBLEM, r"f(q)\triangleq f_{\gamma}(q)", "eq:linking-function"),
    examples=(RISING, DIMINISHING, CONCAVE, CAPABLE, ESTIMATED, STEEP),
)
"""The solution for the power link; it sells tokens."""
LOG_SOLUTION = SOLUTION.extend(define=(*PROBLEM, r"f(q)\triangleq\ln(q)"), examples=(LOGARITHMIC,))
"""The solution for the logarithmic link; it sells tokens."""

TOKENS = Stationary(
    r"\pi(n^{*},d^{*},t)", "t", "t^{*}", "0", "2t^{*}", by=(Use({"n": "n^{*}", "d": "d^{*}", "t": "t"}),)
)  # fmt: skip
"""The derivative of profit in t is 0 at t*."""


def size(link: str) -> Stationary:
    """The derivative of profit in n along d = rho n is 0 at n*; ``link`` is the linked quality in n."""
    along = rf"\omega t^{{*}}{link}-\delta {{t^{{*}}}}^{{2}}-\frac{{6\rho n^{{2}}+2nt^{{*}}}}{{E}}"
    return Stationary(along, "n", "n^{*}", "0", "2n^{*}", by=(Use({"n": "n", "d": r"\rho n", "t": "t^{*}"}),))


POWER_CONDITIONS = (
    TOKENS,
    Cut(r"\frac{\omega}{\gamma}\left(1-a^{-\gamma}{n^{*}}^{-\alpha\gamma}\right)=2\delta t^{*}+\frac{2n^{*}}{E}"),
    size(r"f_{\gamma}(an^{\alpha})"),
    Cut(r"\omega t^{*}\frac{\alpha {n^{*}}^{-\alpha\gamma-1}}{a^{\gamma}}=\frac{12\rho n^{*}+2t^{*}}{E}"),
)
"""The two first-order conditions of the solution, for the power link."""
LOG_CONDITIONS = (
    TOKENS,
    Cut(r"\omega\ln(a{n^{*}}^{\alpha})=2\delta t^{*}+\frac{2n^{*}}{E}"),
    size(r"\ln(an^{\alpha})"),
    Cut(r"\omega t^{*}\frac{\alpha}{n^{*}}=\frac{12\rho n^{*}+2t^{*}}{E}"),
)
"""The two first-order conditions of the solution, for the logarithmic link."""

BALANCE = (
    r"t^{*}\left(-\alpha\gamma\left(2\delta t^{*}+\frac{2n^{*}}{E}\right)+\alpha\omega\right)"
    r"=\frac{12\rho {n^{*}}^{2}+2n^{*}t^{*}}{E}"
)
"""The second of them, times n*, with what the first says of quality."""
_MARGINS = r"\left(2\delta {t^{*}}^{2}+\frac{2n^{*}t^{*}}{E}\right)"
RANGE = (
    *POWER_CONDITIONS,
    Cut(BALANCE),
    Use({"n": r"\frac{E\alpha\omega t^{*}}{24}", "d": "1", "t": "0"}),
    Cut(r"-\frac{\alpha\omega t^{*}}{4}\leq\delta {t^{*}}^{2}-\frac{6\rho {n^{*}}^{2}}{E}"),
    Cut(rf"0<(1+\alpha\gamma){_MARGINS}"),
    Combine(((rf"0<(1+\alpha\gamma){_MARGINS}", rf"{_MARGINS}^{{-1}}"),)),
)
"""alpha*gamma > -1 for gamma < 0: else the best profit would be less than that of a model as good as free."""

SCALE = r"\frac{\omega^{2}\alpha}{24\delta\left|\gamma\right|}"
"""The constant of the bounds on the solution, for the power link."""
HIGHEST_POSITIVE = rf"{SCALE}\cdot\frac{{E}}{{\rho a^{{\gamma}}}}"
HIGHEST_NEGATIVE = rf"{SCALE}\cdot\frac{{E}}{{\rho a^{{2\gamma}}}}"
SMALL_POSITIVE = rf"{{n^{{*}}}}^{{2+\alpha\gamma}}\leq {HIGHEST_POSITIVE}"
SMALL_NEGATIVE = rf"{{n^{{*}}}}^{{2+2\alpha\gamma}}\leq {HIGHEST_NEGATIVE}"
"""What both conditions say of n*, for gamma > 0 and for gamma < 0: less than what Theorem 1 says."""
POSITIVE = (*POWER_CONDITIONS, Cut(r"t^{*}<\frac{\omega}{2\delta\gamma}"), Cut(SMALL_POSITIVE))
NEGATIVE = (
    *POWER_CONDITIONS,
    Cut(r"t^{*}<-\frac{\omega}{2\delta\gamma}a^{-\gamma}{n^{*}}^{-\alpha\gamma}"),
    Cut(SMALL_NEGATIVE),
)


def earned(n: str, t: str, b: str) -> str:
    """The profit of n parameters and the data that match them."""
    return (
        rf"\left(\omega {t}f_{{\gamma}}(a{{{n}}}^{{\alpha}})-\delta {{{t}}}^{{2}}"
        rf"-\frac{{6(a/{b})^{{1/\alpha}}{{{n}}}^{{2}}+2{n}{t}}}{{E}}\right)"
    )


_FIRST = rf"{earned('n_{1}', 't_{1}', 'b')}\leq {earned('n^{*}', 't^{*}', 'b')}"
_SECOND = rf"{earned('n^{*}', 't^{*}', 'b_{1}')}\leq {earned('n_{1}', 't_{1}', 'b_{1}')}"
_DIFFERENCE = r"0\leq\left(b^{-1/\alpha}-b_{1}^{-1/\alpha}\right)\left({n_{1}}^{2}-{n^{*}}^{2}\right)"
_SCALED = r"\frac{E}{6a^{1/\alpha}}"
LESS_DATA = (
    Rise(r"-x^{-1/\alpha}", "x", "b", "b_{1}", strict=True),
    Use({"n": "n_{1}", "d": r"\rho n_{1}", "t": "t_{1}"}, 0),
    Use({"n": "n^{*}", "d": r"\left(\frac{a}{b_{1}}\right)^{1/\alpha}n^{*}", "t": "t^{*}"}, 1),
    Cut(_FIRST),
    Cut(_SECOND),
    Cut(_DIFFERENCE, (Combine(((_FIRST, _SCALED), (_SECOND, _SCALED))),)),
    Cut(
        r"{n^{*}}^{2}\leq {n_{1}}^{2}",
        (Combine(((_DIFFERENCE, r"\left(b^{-1/\alpha}-b_{1}^{-1/\alpha}\right)^{-1}"),)),),
    ),
    Rise("x^{1/2}", "x", r"{n^{*}}^{2}", r"{n_{1}}^{2}"),
)
"""n* does not fall when b rises: each solution is at least as good as the other in its own problem."""
