"""Appendix D: the derivative of profit for any link, and the first-order conditions for the logarithmic one."""

from __future__ import annotations

from derivations.profit_optimal.scopes import POSITIVE
from symcheck import Claim, Section

DEFINED = {0: "definition"}
ANY_LINK = POSITIVE.extend(
    define=("eq:composite", "eq:composite-slope", "eq:quality-of-size", "eq:profit-equal-exponents@-1"),
    given=(r"\rho>0",),
    functions=(("f", 1),),
)
LOG_LINK = ANY_LINK.extend(define=(r"f(q)\triangleq\ln(q)",), functions=())

SECTIONS = (
    Section(
        ANY_LINK,
        (
            Claim("eq:composite", roles=DEFINED),
            Claim("eq:composite-slope", roles=DEFINED),
            Claim("eq:quality-of-size", roles=DEFINED),
            Claim("eq:profit-slope-general", derive="profit_slope_general"),
        ),
    ),
    Section(
        LOG_LINK,
        (
            Claim("eq:log-composite", derive="log_link"),
            Claim("eq:log-slope", derive="log_link_slope"),
            Claim("eq:log-conditions", roles={0: "premise"}, derive="log_conditions"),
            Claim("eq:log-bound", roles={0: "premise"}),
            Claim(
                "eq:log-size",
                given=(
                    r"\left(6\delta\rho-\frac{1}{E}\right)n^{*}\leq\frac{\alpha\omega^{2}aE}{4e}-\frac{\omega(\ln(a)+\alpha)}{2}",
                    r"E>1/(6\delta\rho)",
                ),
            ),
        ),
    ),
)
