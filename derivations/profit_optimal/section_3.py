"""Section 3: the optimal number of tokens, and profit as a function of size and data, then of size alone."""

from __future__ import annotations

from derivations.profit_optimal.scopes import MODEL, PROFIT
from symcheck import Claim, Section

DEFINED = {0: "definition"}

TOKENS = Section(
    MODEL.extend(define=PROFIT),
    (
        Claim(
            "text:concave",
            says=(
                r"\frac{\partial\frac{\partial\pi(n,d,t)}{\partial t}}{\partial t}=-2\delta",
                r"\frac{\partial\frac{\partial\pi(n,d,t)}{\partial t}}{\partial t}<0",
            ),
        ),
        Claim(
            "eq:condition-t",
            roles={0: "premise"},
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
            note="Over all real t the maximum is global. The constraint t ≥ 0 is not part of the lemma.",
        ),
        Claim(
            "eq:optimal-tokens",
            roles=DEFINED,
            define=("eq:optimal-tokens",),
            says=(r"0=\frac{\partial\pi(n,d,t)}{\partial t}\implies t=t^{*}(n,d)",),
            derive="optimal_tokens",
        ),
        Claim("eq:reduced-profit", roles=DEFINED, define=("eq:optimal-tokens",), derive="reduced_profit"),
    ),
)

SIZE = Section(
    MODEL.extend(define=("eq:leontief", "eq:rho"), functions=(("f", 1),)),
    (
        Claim("eq:rho", roles=DEFINED),
        Claim("eq:data-from-size", given=(r"an^{\alpha}=bd^{\beta}",), derive="data_from_size"),
        Claim(
            "eq:profit-of-size",
            roles=DEFINED,
            define=(*PROFIT, "eq:reduced-profit", "eq:optimal-tokens"),
            derive="profit_of_size",
        ),
        Claim(
            "eq:profit-equal-exponents",
            define=(*PROFIT, "eq:reduced-profit", "eq:optimal-tokens", "eq:profit-of-size"),
            given=(r"\alpha=\beta",),
            derive="profit_equal_exponents",
        ),
    ),
)

SECTIONS = (TOKENS, SIZE)
