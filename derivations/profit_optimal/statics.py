r"""Two solutions for the logarithmic link, side by side: with another parameter efficiency, or another data efficiency.

For this link, whatever meets both first-order conditions at a profit that is not negative is the maximum: ``ln`` lies
below its tangent, and what remains is a square.  That shows the examples.
"""

from __future__ import annotations

from derivations.profit_optimal.optimum import LOG_SOLUTION, SPENDING
from derivations.profit_optimal.tangents import tangent
from symcheck import Combine, Cut, Example, Hints, Rise, Split, Stationary, Use

CLOSED = (Cut(r"0<\ln(2)"), Cut(r"0<\delta"))
"""What the search must know of the numbers in the examples."""


def ratio(a: str, b: str) -> str:
    """How many tokens match a parameter."""
    return rf"\left(\frac{{{a}}}{{{b}}}\right)^{{1/\alpha}}"


def other(a: str, b: str) -> str:
    """The problem with other efficiencies."""
    return (
        rf"n_{{1}},d_{{1}},t_{{1}}=\operatorname*{{argmax}}_{{n,d,t}}\left((\omega\ln(\min\{{{a}n^{{\alpha}},{b}d^{{\alpha}}\}})"
        r"-\delta t)t-\frac{6nd+2nt}{E}\right)\mathrel{\text{subject to}}n>0,d>0,t\geq 0"
    )


def stationary(a: str = "a", b: str = "b", n: str = "n^{*}", t: str = "t^{*}") -> tuple[str, str, str]:
    """Both first-order conditions at n, t, and that the profit there is not negative."""
    rho = ratio(a, b)
    return (
        rf"\omega\ln({a}{{{n}}}^{{\alpha}})=2\delta {t}+\frac{{2{n}}}{{E}}",
        rf"\omega\alpha {t}=\frac{{12{rho}{{{n}}}^{{2}}+2{n}{t}}}{{E}}",
        rf"\frac{{6{rho}{{{n}}}^{{2}}}}{{E}}\leq\delta {{{t}}}^{{2}}",
    )


def first_order(a: str = "a", b: str = "b", n: str = "n^{*}", t: str = "t^{*}", every: int = 0) -> Hints:
    """Both conditions of a solution, which quantified assumption number ``every`` says to be one."""
    rho = ratio(a, b)
    level, slope, _ = stationary(a, b, n, t)
    sold = rf"(\omega\ln({a}{{{n}}}^{{\alpha}})-\delta t)t-\frac{{6{rho}{{{n}}}^{{2}}+2{n}t}}{{E}}"
    sized = rf"(\omega\ln({a}n^{{\alpha}})-\delta {t}){t}-\frac{{6{rho}n^{{2}}+2n{t}}}{{E}}"
    return (
        Stationary(sold, "t", t, "0", f"2{t}", by=(Use({"n": n, "d": f"{rho}{n}", "t": "t"}, every),)),
        Cut(level),
        Stationary(sized, "n", n, "0", f"2{n}", by=(Use({"n": "n", "d": f"{rho}n", "t": t}, every),)),
        Cut(slope),
    )


def greatest(a: str = "a", b: str = "b", n: str = "n^{*}", t: str = "t^{*}") -> Hints:
    """No n, d, t earn more than a stationary point whose profit is not negative."""
    rho = ratio(a, b)
    match = rf"\frac{{d}}{{{rho}}}"
    few, little = tangent("n", n), tangent("d", rf"{rho}{n}")
    level, slope, earns = stationary(a, b, n, t)

    def case(size: str, below: Cut, wasted: str = "", same: tuple[str, ...] = ()) -> Combine:
        more = rf"({size}-{n})"
        facts = (
            (below.fact, r"\omega\alpha t"),
            (level, f"t-{t}"),
            (slope, rf"\frac{{t{more}}}{{{n}{t}}}"),
            (earns, rf"\left(\frac{{t-{t}}}{{{t}}}\right)^{{2}}"),
        )
        return Combine(
            facts, rf"\frac{{6{rho}}}{{E}}\left(\frac{{{n}(t-{t})}}{{{t}}}-{more}\right)^{{2}}{wasted}", same
        )

    def lower(low: str, high: str, first: str, second: str) -> Hints:
        """Which of the two that quality is the least of."""
        power = rf"\left({low}\right)^{{\alpha}}<\left({high}\right)^{{\alpha}}"
        return (
            Rise(r"x^{\alpha}", "x", low, high, strict=True),
            Cut(rf"{first}^{{\alpha}}<{second}^{{\alpha}}", (Combine(((power, a),)),)),
        )

    return (
        *map(Cut, (level, slope, earns)),
        few,
        little,
        Split(
            "n",
            match,
            less=(
                *lower("n", match, f"{a}n", f"{b}d"),
                Cut(f"{rho}n<d", (Combine(((f"n<{match}", rho),)),)),
                case("n", few, rf"+\frac{{6}}{{E}}n(d-{rho}n)"),
            ),
            equal=(case("n", few, same=(f"d={rho}n",)),),
            more=(
                *lower(match, "n", f"{b}d", f"{a}n"),
                case(match, little, rf"+\frac{{6}}{{E}}d(n-{match})+\frac{{2}}{{E}}t(n-{match})"),
            ),
        ),
    )


def pair(values: dict[str, str], a: str = "a", b: str = "b") -> Example:
    """An example of two solutions, for one of the efficiencies changed."""
    return Example(values, shows=((*CLOSED, *greatest()), (*CLOSED, *greatest(a, b, "n_{1}", "t_{1}"))))


QUARTER = {r"\alpha": "1/4", "E": "2", "n^{*}": "1"}
SMALLER = pair(
    {
        **QUARTER, r"\omega": "8", r"\delta": r"\ln(2)+\frac{1}{8}", "t^{*}": "6", "a": "2^{3/2}e^{5/16}",
        "b": "2^{3/2}e^{5/16}", "a_{1}": "2^{9/4}e^{5/16}", "n_{1}": "1/2", "t_{1}": "8",
    },
    a="a_{1}",
)  # fmt: skip
"""With more efficient parameters, a model half the size sells 8 tokens in place of 6."""
LARGER = pair(
    {
        **QUARTER, r"\omega": "8", r"\delta": r"\frac{19}{87}\left(2\ln(5/4)-\frac{1}{20}\right)", "t^{*}": "6",
        "a": r"e^{63/580}(5/4)^{19/29}", "b": r"e^{63/580}(5/4)^{19/29}",
        "a_{1}": r"e^{63/580}(5/4)^{19/29}(25/21)^{1/4}", "n_{1}": "21/20", "t_{1}": "315/38",
    },
    a="a_{1}",
)  # fmt: skip
"""With little profit, more efficient parameters go with a larger model: 21/20 in place of 1."""
SAVING = pair(
    {
        **QUARTER, r"\omega": "16", r"\delta": "1/2", "t^{*}": "8", "a": "e^{9/16}", "b": r"2^{-1/2}e^{9/16}",
        "b_{1}": r"e^{9/16}\left(\frac{7+4\ln(2)}{12}\right)^{-1/4}", "n_{1}": "2", "t_{1}": r"7+4\ln(2)",
    },
    b="b_{1}",
)  # fmt: skip
"""With more efficient data, a model twice the size, whose training costs 9.8 in place of 12."""

TWO = LOG_SOLUTION.extend(define=(SPENDING,), given=("t_{1}>0", r"E>1/(6\delta\rho)"))
PARAMETERS = TWO.extend(
    define=(r"d_{1}\triangleq\left(\frac{a_{1}}{b}\right)^{1/\alpha}n_{1}",),
    given=(other("a_{1}", "b"), "a<a_{1}", rf"E>\frac{{1}}{{6\delta {ratio('a_{1}', 'b')}}}"),
    examples=(LARGER, SMALLER),
)
"""Two solutions, the second with more efficient parameters."""
DATA = TWO.extend(
    define=(r"d_{1}\triangleq\left(\frac{a}{b_{1}}\right)^{1/\alpha}n_{1}",),
    given=(other("a", "b_{1}"), "b<b_{1}", rf"E>\frac{{1}}{{6\delta {ratio('a', 'b_{1}')}}}"),
    examples=(SAVING,),
)
"""Two solutions, the second with more efficient data."""
