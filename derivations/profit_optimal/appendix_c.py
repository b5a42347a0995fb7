"""Appendix C: the derivative of profit for the power link, and Equation (1)."""

from __future__ import annotations

from derivations.profit_optimal.scopes import POSITIVE
from symcheck import Claim, Section

POWER_LINK = POSITIVE.extend(
    define=(r"f(q)\triangleq f_{\gamma}(q)", "eq:linking-function", "eq:profit-equal-exponents@-1"),
    given=(r"\rho>0", r"\gamma\neq 0", r"n^{*}>0"),
    functions=(),
)
BOUNDED = POWER_LINK.extend(given=(r"\alpha\gamma\leq 1", r"\gamma>-1", r"E>1/(6\delta\rho)"))
"""The assumptions of Theorem 1."""
SCALE = r"\left(\frac{\alpha\omega}{2a^{\gamma}\delta}+\frac{1-\alpha\gamma}{a^{\gamma}E\delta}\right)"
"""What multiplies the power of n* in the bound."""
SHARE = r"^{\frac{1-\alpha\gamma}{1+\alpha\gamma}}"
WITH_RHO = r"a^{-\frac{2\gamma}{1+\alpha\gamma}}\left(\frac{E}{\rho}\right)" + SHARE
WITHOUT_RHO = r"a^{-1/\alpha}\left(\frac{E}{b^{1/\alpha}}\right)" + SHARE
FACTOR = r"\left(6\rho-\frac{1}{E\delta}\right)\frac{2\gamma}{\omega E}"
INVERTED = rf"{{n^{{*}}}}^{{\alpha\gamma+1}}\left({FACTOR}\right)^{{-1}}{SCALE}"
"""What turns the bound on the inverse power of n* into one on the power."""
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
    Section(
        BOUNDED,
        (
            Claim(
                "eq:upper-bound",
                given=("eq:first-order",),
                unless=(r"n^{*}\geq 1",),
                note="The second line needs n* ≥ 1, which the appendix does not assume.",
            ),
            Claim("eq:solve-1", given=("eq:upper-bound@-1",), by=rf"{SCALE}^{{-1}}"),
            Claim(
                "eq:solve-2",
                given=("eq:solve-1",),
                by=INVERTED,
                unless=(r"\gamma>0",),
                note="Both sides are inverted and divided by γ, whose sign the theorem leaves open.",
            ),
        ),
    ),
)
