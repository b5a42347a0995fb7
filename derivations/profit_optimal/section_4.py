"""Section 4, before Theorem 1: the two cases."""

from __future__ import annotations

from derivations.profit_optimal.scopes import LINKING, PREMISE
from symcheck import Claim, Section

SECTIONS = (
    Section(
        LINKING,
        (
            Claim(
                "text:no-closed-form",
                status="informal",
                note="What is tractable, and what counts as a closed form, is not said; for γ = -1 and α = 1/2 the "
                "first-order condition is a cubic equation in √n*.",
            ),
            Claim("eq:polynomial-case", roles=PREMISE),
            Claim(
                "eq:logarithmic-case",
                define=("eq:log-integral",),
                note="Given that f_0 is the integral of Appendix A; f_γ itself is undefined at γ = 0.",
            ),
            Claim("eq:polynomial-demand", note="As in Section 2.1."),
        ),
    ),
)
