"""Sections 2.2 and 2.3: the scaling law and its elasticity of substitution; revenue, cost and profit."""

from __future__ import annotations

from derivations.profit_optimal.scopes import MODEL
from symcheck import Claim, Section

DEFINED = {0: "definition"}

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

SECTIONS = (FIRM,)
