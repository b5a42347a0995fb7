"""Section 3: the optimal number of tokens, and profit as a function of size and data, then of size alone."""

from __future__ import annotations

from derivations.profit_optimal.lemma_2 import BOTH, SMALLER
from derivations.profit_optimal.scopes import DEFINED, MODEL, PREMISE, PROFIT
from symcheck import Claim, Combine, Cut, Example, Finding, Rise, Section, Split, Use

WORTH_SELLING = r"\omega f(q(n,d))\geq\frac{2n}{E}"
"""The best price of a token covers what it costs to produce one."""
MARGIN = r"\omega f(q(n,d))-\frac{2n}{E}"

UNSOLD = Example(
    {r"\omega": "1", r"\delta": "1", "E": "1", "n": "1", "d": "1", "t^{*}": "0"},
    functions={"f(q)": "q", "q(n,d)": "n"},
)
"""A token would cost 2 to produce and bring at most 1."""
SOLD = Example(
    {r"\omega": "1", r"\delta": "1", "E": "4", "n": "1", "d": "1", "t^{*}": "1/4"},
    functions={"f(q)": "q", "q(n,d)": "n"},
)
HIGHEST = Combine(gap=r"\delta(t-t^{*}(n,d))^{2}")
"""Profit falls short of its maximum in t by a square."""
BEST_T = "t^{*}(n,d)"


def equal(tokens: str) -> tuple[Cut | Split, ...]:
    """``tokens`` is the best number, since the square of their distance is at most 0."""
    apart = Split(tokens, BEST_T)
    square = rf"({tokens}-{BEST_T})^{{2}}\leq 0"
    below = Cut(rf"{BEST_T}\leq {tokens}", (Combine(((square, rf"\frac{{1}}{{{BEST_T}-{tokens}}}"),)),))
    above = Cut(rf"{tokens}\leq {BEST_T}", (Combine(((square, rf"\frac{{1}}{{{tokens}-{BEST_T}}}"),)),))
    return (Cut(f"{tokens}={BEST_T}", (Split(tokens, BEST_T, less=(below, apart), more=(above, apart)),)),)


SAME_TOKENS = (
    Use({"t": BEST_T}),
    Cut(
        rf"(t^{{*}}-{BEST_T})^{{2}}\leq 0",
        (Combine(((r"\pi(n,d,t^{*}(n,d))\leq\pi(n,d,t^{*})", r"\frac{1}{\delta}"),)),),
    ),
    *equal("t^{*}"),
)
ONLY_THERE = (
    Cut(
        rf"(t-{BEST_T})^{{2}}\leq 0",
        (Combine(((r"\pi(n,d,t)=\pi(n,d,t^{*}(n,d))", r"-\frac{1}{\delta}"),)),),
    ),
    *equal("t"),
)

TOKENS = Section(
    MODEL.extend(define=PROFIT),
    (
        Claim(
            "text:local-maxima",
            define=("eq:optimal-tokens",),
            says=(
                r"\pi(n,d,t)\leq\pi(n,d,t^{*}(n,d))",
                r"\pi(n,d,t)=\pi(n,d,t^{*}(n,d))\implies t=t^{*}(n,d)",
            ),
            via={"says_1": (HIGHEST,), "says_2": ONLY_THERE},
            note="Of the maximum in t: it is the only one, and the greatest value of profit. In n a stationary "
            "point may be a minimum.",
        ),
        Claim(
            "text:agnostic",
            define=("eq:optimal-tokens",),
            says=(
                r"\pi(n,d,t)\leq\pi(n,d,t^{*}(n,d))",
                (
                    r"n^{\prime}\leq n,d^{\prime}\leq d,q(n^{\prime},d^{\prime})=q(n,d)"
                    r"\implies\pi(n^{\prime},d^{\prime},t)\geq\pi(n,d,t)"
                ),
            ),
            given=(r"n^{\prime}\geq 0", r"d^{\prime}\geq 0", r"t\geq 0"),
            via={"says_1": (HIGHEST,), "says_2": (BOTH,)},
            note="For every f, monotonic or not: the steps of Lemmas 1 and 2 that speak of f.",
        ),
        Claim(
            "text:concave",
            says=(
                r"\frac{\partial\frac{\partial\pi(n,d,t)}{\partial t}}{\partial t}=-2\delta",
                r"\frac{\partial\frac{\partial\pi(n,d,t)}{\partial t}}{\partial t}<0",
            ),
        ),
        Claim(
            "eq:condition-t",
            roles=PREMISE,
            unless=(r"t=t^{*}",),
            derive="condition_t",
            note="The left side is taken at t*, the right side is written with t; they agree where t = t*.",
        ),
        Claim(
            "text:lemma-1",
            define=("eq:optimal-tokens",),
            says=(
                r"\pi(n,d,t)\leq\pi(n,d,t^{*}(n,d))",
                r"t=t^{*}(n,d)\implies\frac{\partial\pi(n,d,t)}{\partial t}=0",
                r"\frac{\partial\frac{\partial\pi(n,d,t)}{\partial t}}{\partial t}<0",
            ),
            via={"says_1": (HIGHEST,)},
            note="Over all real t the maximum is global. The constraint t ≥ 0 is not part of the lemma.",
        ),
        Claim(
            "eq:optimal-tokens",
            roles=DEFINED,
            define=("eq:optimal-tokens",),
            says=(r"0=\frac{\partial\pi(n,d,t)}{\partial t}\implies t=t^{*}(n,d)",),
            derive="optimal_tokens",
        ),
        Claim(
            "eq:tokens-substituted",
            roles=PREMISE,
            define=("eq:optimal-tokens",),
            says=(r"t^{*}(n,d)\geq 0",),
            unless=(WORTH_SELLING,),
            note="A number of tokens is not negative. Where this one would be, the square in the display that "
            "follows counts it as if it were sold; the most profit is then that of t = 0.",
        ),
        Claim("eq:reduced-profit", roles=DEFINED, define=("eq:optimal-tokens",), derive="reduced_profit"),
    ),
)

FIRST_ORDER = Section(
    MODEL.extend(
        define=(*PROFIT, "eq:optimal-tokens"),
        given=(r"t^{*}=\operatorname*{argmax}_{t}\pi(n,d,t)\mathrel{\text{subject to}}t\geq 0",),
        examples=(UNSOLD, SOLD),
    ),
    (
        Claim(
            "text:first-order-tokens",
            says=(r"0=\omega f(q(n,d))-2\delta t^{*}-\frac{2n}{E}",),
            unless=(WORTH_SELLING,),
            via={"": SAME_TOKENS},
            note="Of the best t ≥ 0 for given n and d. Where a token costs more to produce than anyone pays, it is "
            "0 and the derivative there is negative.",
        ),
    ),
)

SCALED = Split("n", "0", more=(Split("d", "0", more=(Split(r"an^{\alpha}", r"bd^{\beta}"),)),))

LEONTIEF = MODEL.extend(define=("eq:leontief", "eq:rho"), functions=(("f", 0),))
REDUCED = (*PROFIT, "eq:reduced-profit", "eq:optimal-tokens")

SIZE = Section(
    LEONTIEF,
    (
        Claim(
            "text:eliminate-data",
            define=REDUCED,
            given=SMALLER,
            says=(
                r"t\geq 0\implies\pi(n^{\prime},d^{\prime},t)\geq\pi(n,d,t)",
                rf"{WORTH_SELLING}\implies\pi(n^{{\prime}},d^{{\prime}})\geq\pi(n,d)",
            ),
            via={
                "says_1": (BOTH,),
                "says_2": (
                    Combine(
                        (
                            (r"n^{\prime}\leq n", rf"\frac{{1}}{{\delta E}}({MARGIN})+\frac{{6d}}{{E}}"),
                            (r"d^{\prime}\leq d", r"\frac{6n^{\prime}}{E}"),
                        ),
                        gap=r"\frac{1}{\delta E^{2}}(n-n^{\prime})^{2}",
                        rewrite=(r"q(n^{\prime},d^{\prime})=q(n,d)",),
                    ),
                ),
            },
            note="By Lemma 2 there are such n' and d' for every n and d. Second, the same of profit with the tokens "
            "eliminated, which needs that tokens are worth selling.",
        ),
        Claim("eq:balanced", roles=PREMISE),
        Claim(
            "text:no-improvement",
            given=("eq:balanced",),
            says=(r"d<d^{\prime}\implies q(n,d^{\prime})=q(n,d)",),
            via={"": (Rise(r"bx^{\beta}", "x", "d", r"d^{\prime}"), Cut(r"an^{\alpha}\leq b{d^{\prime}}^{\beta}"))},
            note="Further training is training on more data.",
        ),
        Claim("eq:data-from-size", given=("eq:balanced",), derive="data_from_size"),
        Claim("eq:rho", roles=DEFINED),
        Claim(
            "text:rho-meaning",
            says=(r"\frac{\partial\rho}{\partial a}>0", r"\frac{\partial\rho}{\partial b}<0"),
            note="It rises with the efficiency of parameters and falls with that of data.",
        ),
        Claim("eq:profit-of-size", roles=DEFINED, define=REDUCED, derive="profit_of_size"),
        Claim(
            "eq:similar-exponents",
            roles=PREMISE,
            says=(
                r"\lvert.34-.28\rvert\leq.06",
                r"\lvert.35-.37\rvert\leq.06",
                r"\lvert.25-.21\rvert\leq.06",
                r"\lvert.23-.22\rvert\leq.06",
                r"\lvert.18-.23\rvert\leq.06",
            ),
            note="The estimates of footnote 2: α and β differ by at most .06, α/β lies between .78 and 1.22.",
        ),
        Claim("eq:hoffmann-alpha", roles=DEFINED, says=(r".3392\approx.34",), note="Appendix B has .3392."),
        Claim("eq:hoffmann-beta", roles=DEFINED, says=(r".2849\approx.28",), note="Appendix B has .2849."),
        *(
            Claim(f"eq:{estimate}-{exponent}", roles=DEFINED)
            for estimate in ("besiroglu", "merrill-first", "merrill-second", "merrill-third")
            for exponent in ("alpha", "beta")
        ),
        Claim(
            "text:homogeneous",
            define=(r"\beta\triangleq\alpha",),
            given=(r"\lambda>0",),
            says=(r"q(\lambda n,\lambda d)=\lambda^{\alpha}q(n,d)",),
            via={"": (SCALED,)},
            note="For α = β, of which the sentence before speaks.",
        ),
        Claim(
            "eq:profit-equal-exponents",
            define=(*REDUCED, "eq:profit-of-size"),
            given=("eq:equal-exponents",),
            derive="profit_equal_exponents",
        ),
    ),
)

SECTIONS = (TOKENS, FIRST_ORDER, SIZE)

FINDINGS = (
    Finding(
        "Equation (t) has $t$ where the optimum is meant",
        ("eq:condition-t",),
        "slip",
        so="the last expression is the derivative at $t^{*}$ only if $t$ in it is $t^{*}$",
    ),
)
