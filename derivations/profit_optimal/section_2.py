"""Section 2: inverse demand and its linking function; revenue, cost and profit."""

from __future__ import annotations

from derivations.profit_optimal.scopes import LINKING, MODEL
from symcheck import Claim, Section

DEFINED = {0: "definition"}

CONSUMERS = Section(
    LINKING,
    (
        Claim("eq:inverse-demand", roles=DEFINED),
        Claim("eq:linking-function", roles=DEFINED, derive="power_integral"),
        Claim(
            "text:monotonic",
            says=(r"\frac{\partial f_{\gamma}(q)}{\partial q}>0", r"\frac{\partial\ln(q)}{\partial q}>0"),
            note="Stated for f_γ with γ of either sign, and for ln; shown as a positive slope.",
        ),
        Claim(
            "text:diminishing",
            says=(
                r"\frac{\partial\frac{\partial f_{\gamma}(q)}{\partial q}}{\partial q}<0",
                r"\frac{\partial\frac{\partial\ln(q)}{\partial q}}{\partial q}<0",
            ),
            given=(r"\gamma>-1",),
        ),
        Claim("text:linear-case", says=(r"f_{\gamma}(q)=q-1",), given=(r"\gamma=-1",)),
        Claim(
            "eq:linking-integral",
            define=(r"p(t,q)\triangleq\omega f_{\gamma}(q)-\delta t",),
            given=(r"\gamma>-1",),
            note="Appendix A evaluates the same integral from 1.",
        ),
    ),
)

FIRM = Section(
    MODEL,
    (
        Claim("eq:leontief", roles=DEFINED),
        Claim("eq:revenue", roles=DEFINED, define=("eq:inverse-demand",), derive="revenue"),
        Claim("eq:compute-price", roles=DEFINED),
        Claim("eq:training-flops", roles=DEFINED),
        Claim("eq:inference-flops", roles=DEFINED),
        Claim(
            "eq:training-cost",
            roles=DEFINED,
            define=("eq:training-cost", "eq:compute-price", "eq:training-flops"),
            says=(r"C_{\operatorname{train}}=p_{c}c_{\operatorname{train}}",),
        ),
        Claim(
            "eq:inference-cost",
            roles=DEFINED,
            define=("eq:inference-cost", "eq:compute-price", "eq:inference-flops"),
            says=(r"C_{\inf}=p_{c}c_{\inf}",),
        ),
        Claim("eq:cost", roles=DEFINED, define=("eq:training-cost", "eq:inference-cost"), derive="cost"),
        Claim(
            "eq:profit",
            roles=DEFINED,
            define=("eq:revenue", "eq:cost", "eq:inverse-demand", "eq:training-cost", "eq:inference-cost"),
            derive="profit",
        ),
    ),
)

SECTIONS = (CONSUMERS, FIRM)
