"""Appendix A: the linking functions as integrals of the density of reservation qualities."""

from __future__ import annotations

from derivations.profit_optimal.scopes import LINKING
from symcheck import Claim, Rise, Section, Split


def tangent(power: str) -> Split:
    """The logarithm of a power of q is at most the power less 1."""
    low = (Rise(r"\ln(x)-x", "x", power, "1"),)
    return Split(power, "1", less=low, equal=low, more=(Rise(r"x-\ln(x)", "x", "1", power),))


SECTIONS = (
    Section(
        LINKING,
        (
            Claim(
                "text:same-integral",
                given=(r"\gamma>-1",),
                says=(
                    (
                        r"\int_{1}^{q}\frac{1}{q_{*}^{1+\gamma}}\,\mathrm{d}q_{*}"
                        r"=\int_{0}^{q}\frac{1}{q_{*}^{1+\gamma}}\,\mathrm{d}q_{*}"
                    ),
                ),
                note="The integral of Subsection 2.1 begins at 0; what is evaluated here begins at 1.",
            ),
            Claim(
                "eq:log-integral",
                define=(r"f_{0}(q)\triangleq\ln(q)",),
                says=(
                    r"\gamma>0\implies f_{\gamma}(q)\leq f_{0}(q)",
                    r"\gamma>0\implies f_{0}(q)\leq q^{\gamma}f_{\gamma}(q)",
                ),
                via={"says_1": (tangent(r"q^{-\gamma}"),), "says_2": (tangent(r"q^{\gamma}"),)},
                derive="log_integral",
                note="f_γ is not defined at γ = 0; f_0 is its limit, since it lies between f_γ and q^γ f_γ.",
            ),
            Claim("eq:power-integral", derive="power_integral"),
        ),
    ),
)
