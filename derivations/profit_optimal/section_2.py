"""Sections 2 and 2.1: quality and demand, inverse demand, its linking function and where it is said to come from."""

from __future__ import annotations

from derivations.profit_optimal.scopes import DEFINED, INCREASING, LINKING, LOSS, PREMISE, SCALING
from derivations.profit_optimal.statements import larger
from symcheck import Claim, Finding, Rise, Section, Use

DEARER = r"q<q_{1}\implies p(t,q)<p(t,q_{1})"
BETTER = (Use({"q": "q", "q_{1}": "q_{1}"}),)
"""Buyers pay more for the better model, as the linking function increases."""
CURVATURE = r"\frac{\partial\frac{\partial f_{\gamma}(q)}{\partial q}}{\partial q}"

SETUP = Section(
    SCALING,
    (
        Claim("text:monopoly", status="assumption"),
        larger(
            "text:investment-quality",
            "Of a greater investment in both factors; where an^α ≠ bd^β, one of them alone may leave quality "
            "as it is (last paragraph of 2.2).",
        ),
    ),
)

DEMAND = Section(
    INCREASING,
    (
        Claim(
            "text:investment-demand",
            says=(DEARER,),
            via={"": BETTER},
            note="For any increasing linking function: at every quantity, buyers pay more for the better model.",
        ),
        Claim(
            "eq:figure-2-highest",
            says=(r"\max_{t\geq 0}p(t,q)=\omega f(q)",),
            note="The label is where the black line meets the price axis.",
        ),
        Claim(
            "text:figure-2-shift",
            says=(
                r"\max_{t\geq 0}p(t,q_{1})=\omega f(q_{1})",
                r"q<q_{1}\implies\omega f(q)<\omega f(q_{1})",
            ),
            via={"says_2": BETTER},
            note="q + Δq is written q_1: where the red line meets the price axis, above the black one.",
        ),
        Claim("text:figure-2-linear", says=(r"\frac{\partial\frac{\partial p(t,q)}{\partial t}}{\partial t}=0",)),
        Claim(
            "text:figure-2-price",
            says=(r"\max_{t\geq 0}p(t,q)=\omega\ln(q)",),
            unless=(r"f(q)=\ln(q)",),
            note="The axis of the same figure says ωf(q); ω ln(q) is that only for the logarithmic link, γ = 0.",
        ),
        Claim(
            "text:figure-2-better",
            says=(
                DEARER,
                r"q<q_{1}\implies\frac{\omega f(q)-p}{\delta}<\frac{\omega f(q_{1})-p}{\delta}",
            ),
            via={"": BETTER},
            note="Of inverse demand, and of the quantity demanded at a price p.",
        ),
        Claim("text:price-decreases", says=(r"\frac{\partial p(t,q)}{\partial t}<0",)),
        Claim(
            "text:price-increases",
            says=(DEARER,),
            via={"": BETTER},
            note="This needs f to increase; the next paragraph asks only that f be strictly monotonic.",
        ),
        Claim("eq:inverse-demand", roles=DEFINED),
    ),
)

QUALITY = Section(
    LOSS.extend(given=(r"\ell>\ell_{*}",)),
    (
        Claim(
            "text:quality-measure",
            says=(r"\frac{\partial\frac{1}{\ell-\ell_{*}}}{\partial\ell}<0",),
            note="Appendix B measures quality by the inverse of the loss above the irreducible one, not of the loss; "
            "shown is that it falls where the loss rises.",
        ),
    ),
)

CONSUMERS = Section(
    LINKING,
    (
        Claim(
            "text:monotonic",
            says=(r"\frac{\partial f_{\gamma}(q)}{\partial q}>0", r"\frac{\partial\ln(q)}{\partial q}>0"),
            note="Stated for f_γ with γ of either sign, and for ln; shown as a positive slope.",
        ),
        Claim("eq:option-log", roles=DEFINED, says=(r"\frac{\partial\ln(q)}{\partial q}>0",)),
        Claim("text:option-positive", says=(r"\frac{\partial f_{\gamma}(q)}{\partial q}>0",), given=(r"\gamma>0",)),
        Claim("text:option-negative", says=(r"\frac{\partial f_{\gamma}(q)}{\partial q}>0",), given=(r"\gamma<0",)),
        Claim("eq:linking-function", roles=DEFINED, derive="power_integral"),
        Claim(
            "text:diminishing",
            says=(
                f"{CURVATURE}<0",
                r"\frac{\partial\frac{\partial\ln(q)}{\partial q}}{\partial q}<0",
            ),
            given=(r"\gamma>-1",),
        ),
        Claim(
            "eq:diminishing-range",
            roles=PREMISE,
            says=(rf"\gamma\leq-1\implies{CURVATURE}\geq 0",),
            note="Outside this range returns do not diminish.",
        ),
        Claim("text:linear-case", says=(r"f_{\gamma}(q)=q-1",), given=(r"\gamma=-1",)),
        Claim(
            "text:special-cases",
            says=(
                r"\frac{\partial f_{\gamma}(q)}{\partial q}=\frac{1}{q^{1+\gamma}}",
                r"\frac{\partial\ln(q)}{\partial q}=\frac{1}{q^{1+0}}",
            ),
            note="All three have the density of the framework as their slope; the integral in display 1 of the "
            "derivation, from 0, gives none of them, and its assumption 2 leaves out γ = -1.",
        ),
        Claim(
            "text:figure-3",
            says=(
                (
                    f"-q{CURVATURE}"
                    r"=(1+\gamma)\frac{\partial f_{\gamma}(q)}{\partial q}"
                ),
                (
                    r"-q\frac{\partial\frac{\partial\ln(q)}{\partial q}}{\partial q}"
                    r"=(1+0)\frac{\partial\ln(q)}{\partial q}"
                ),
            ),
            note="The relative curvature of f_γ is 1 + γ at every quality.",
        ),
    ),
)

DERIVATION = Section(
    LINKING.extend(given=(r"\gamma>-1",)),
    (
        Claim("eq:reservation-positive", roles=PREMISE),
        Claim("text:reservation", status="assumption"),
        Claim(
            "text:density",
            says=(r"\frac{\partial f_{\gamma}(q)}{\partial q}=\frac{1}{q^{1+\gamma}}",),
            note="The rate at which f_γ grows with quality is the density that is named.",
        ),
        Claim(
            "eq:density-law",
            says=(r"1/q_{*}^{1+\gamma}>0",),
            given=(r"q_{*}>0",),
            note="A density of tasks, not of probability: over all q_* > 0 its integral is infinite for every γ.",
        ),
        Claim("eq:density-exponent", roles=PREMISE, note="This excludes γ = -1, the linear case of the text above."),
        Claim(
            "text:price-proportional",
            define=("eq:inverse-demand-gamma",),
            says=(
                r"\max_{t\geq 0}p(t,q)=\omega\int_{1}^{q}\frac{1}{q_{*}^{1+\gamma}}\,\mathrm{d}q_{*}",
                r"\int_{1}^{q}\frac{1}{q_{*}^{1+\gamma}}\,\mathrm{d}q_{*}\geq 0",
            ),
            unless=(r"q\geq 1",),
            via={"says_2": (Rise(r"f_{\gamma}(q_{*})", "q_{*}", "1", "q"),)},
            note="The number of consumers is read as in Appendix A, those with a reservation quality from 1 to q.",
        ),
        Claim("eq:inverse-demand-gamma", roles=DEFINED),
        Claim(
            "eq:linking-integral",
            define=("eq:inverse-demand-gamma",),
            note="Appendix A evaluates the same integral from 1.",
        ),
        Claim(
            "text:integral-recovers",
            says=(r"f_{\gamma}(q)=\int_{0}^{q}\frac{1}{q_{*}^{1+\gamma}}\,\mathrm{d}q_{*}",),
            note="This formula is the integral from 0. It is infinite for γ ≥ 0, and too large by -1/γ for γ < 0.",
        ),
    ),
)

SECTIONS = (SETUP, DEMAND, QUALITY, CONSUMERS, DERIVATION)

FINDINGS = (
    Finding(
        "The integral that is to define the linking functions starts at 0 where it must start at 1",
        ("eq:linking-integral", "text:integral-recovers", "text:same-integral"),
        "step",
        so=r"Appendix A takes the integral from 1, which does give $f_{\gamma}(q)$ and $\ln(q)$",
        contradiction=True,
    ),
    Finding(
        "The caption of Figure 2 calls $\\omega\\ln(q)$ the highest price; the figure's own axis says $\\omega f(q)$",
        ("text:figure-2-price", "eq:figure-2-highest"),
        "slip",
        contradiction=True,
    ),
    Finding(
        "The number of consumers to which the price is proportional is negative for a quality below 1",
        ("text:price-proportional",),
        "step",
        so=r"the linking functions measure quality against that of a model which nobody pays for, $q=1$",
    ),
)
