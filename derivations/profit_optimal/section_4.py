"""Section 4: the two forms of each bound, and what the paper says of them."""

from __future__ import annotations

from derivations.profit_optimal.scopes import FORMS
from symcheck import Claim, Section

SIZE = r"\frac{(Eb^{1/\alpha})^{1/(1+\alpha\gamma)}}{a^{1/\alpha}}"
DATA = r"\left(\frac{E}{b^{\gamma}}\right)^{1/(1+\alpha\gamma)}"
SPENT = r"\frac{(Eb^{1/\alpha})^{\frac{1-\alpha\gamma}{1+\alpha\gamma}}}{a^{1/\alpha}}"
INSIDE = "Said of what stands inside O(…)."
BOUND = "Said of the bound, not of the maximiser."

POLYNOMIAL = Section(
    FORMS.extend(given=(r"\gamma\neq 0",)),
    (
        Claim(
            "text:theorem-1-forms",
            says=(rf"\left(\frac{{E}}{{\rho a^{{\gamma}}}}\right)^{{1/(1+\alpha\gamma)}}={SIZE}",),
            note=INSIDE,
        ),
        Claim(
            "text:theorem-1-data",
            says=(rf"\left(\frac{{\rho^{{\alpha\gamma}}E}}{{a^{{\gamma}}}}\right)^{{1/(1+\alpha\gamma)}}={DATA}",),
            note=INSIDE,
        ),
        Claim(
            "text:theorem-1-expenditure",
            says=(
                r"a^{-\frac{2\gamma}{1+\alpha\gamma}}\left(\frac{E}{\rho}\right)^{\frac{1-\alpha\gamma}{1+\alpha\gamma}}="
                + SPENT,
            ),
            note=INSIDE,
        ),
        Claim("text:exponents", says=(r"\frac{1}{1-.3}\approx 1.43", r"\frac{1+.3}{1-.3}\approx 1.86")),
        Claim(
            "text:parameter-efficiency",
            says=(rf"\frac{{\partial {SIZE}}}{{\partial a}}<0", rf"\frac{{\partial {SPENT}}}{{\partial a}}<0"),
            note=BOUND,
        ),
        Claim("text:data-efficiency-size", says=(rf"\frac{{\partial {SIZE}}}{{\partial b}}>0",), note=BOUND),
        Claim(
            "text:data-efficiency-data",
            says=(rf"\gamma>0\implies\frac{{\partial {DATA}}}{{\partial b}}>0",),
            note=f"{BOUND} It increases in b if γ < 0.",
        ),
    ),
)

BEYOND = Section(
    FORMS.extend(without=(r"\alpha\gamma\leq 1",)),
    (
        Claim(
            "text:data-efficiency-expenditure",
            says=(rf"\frac{{\partial {SPENT}}}{{\partial b}}>0",),
            given=(r"\gamma>1/\alpha",),
            note=f"{BOUND} The assumption αγ ≤ 1 of Theorem 1 is left out, since it excludes γ > 1/α.",
        ),
    ),
)

LOGARITHMIC = Section(
    FORMS,
    (
        Claim("text:theorem-2-size", says=(r"\frac{aE}{\rho}=\frac{b^{1/\alpha}E}{a^{1/\alpha-1}}",), note=INSIDE),
        Claim(
            "text:theorem-2-expenditure",
            says=(r"\frac{a^{2}E}{\rho}=\frac{b^{1/\alpha}E}{a^{1/\alpha-2}}",),
            note=INSIDE,
        ),
    ),
)

SECTIONS = (POLYNOMIAL, BEYOND, LOGARITHMIC)
