"""Appendix C: the derivative of profit for the power link, and Equation (1)."""

from __future__ import annotations

from derivations.profit_optimal.scopes import POSITIVE
from symcheck import Claim, Section

POWER_LINK = POSITIVE.extend(
    define=(r"f(q)\triangleq f_{\gamma}(q)", "eq:linking-function", "eq:profit-equal-exponents@-1"),
    given=(r"\rho>0", r"\gamma\neq 0", r"n^{*}>0"),
    functions=(),
)
TERMS = tuple(f"eq:first-order#T_{{{i}}}" for i in range(1, 6))

SECTIONS = (
    Section(
        POWER_LINK,
        (
            Claim("eq:profit-derivative", derive="profit_derivative"),
            Claim("eq:condition-n", roles={0: "premise"}),
            Claim(
                "eq:multiplier",
                define=(*TERMS, r"\mu names eq:multiplier"),
                says=(r"T_{1}+T_{2}+T_{3}+T_{4}+T_{5}=\mu\pi^{\prime}(n^{*})",),
            ),
            Claim(
                "eq:first-order",
                define=(*TERMS, r"\mu names eq:multiplier"),
                given=("eq:condition-n",),
                by="eq:multiplier",
                uses=("eq:profit-derivative",),
                says=(
                    r"T_{1}=\mu\frac{\alpha\omega^{2}{n^{*}}^{-\alpha\gamma-1}}{2a^{\gamma}\gamma\delta}",
                    r"T_{2}=-\mu\frac{\alpha\omega^{2}{n^{*}}^{-2\alpha\gamma-1}}{2a^{2\gamma}\gamma\delta}",
                    r"T_{3}=\mu\left(\frac{1}{\gamma}-\alpha\right)\frac{\omega{n^{*}}^{-\alpha\gamma}}{a^{\gamma}E\delta}",
                    r"T_{4}=\mu\left(\frac{1}{E\delta}-6\rho\right)\frac{2n^{*}}{E}",
                    r"T_{5}=-\mu\frac{\omega}{E\gamma\delta}",
                ),
                derive="first_order",
            ),
            Claim("eq:signs", define=("eq:first-order#T_{2}", "eq:first-order#T_{5}")),
        ),
    ),
)
