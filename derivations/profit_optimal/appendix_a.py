"""Appendix A: the linking functions as integrals of the density of reservation qualities."""

from __future__ import annotations

from derivations.profit_optimal.scopes import LINKING
from symcheck import Claim, Section

SECTIONS = (
    Section(
        LINKING,
        (
            Claim("eq:log-integral", define=(r"f_{0}(q)\triangleq\ln(q)",), derive="log_integral"),
            Claim("eq:power-integral", derive="power_integral"),
        ),
    ),
)
