"""Appendix B: the elasticity of substitution of the Chinchilla law."""

from __future__ import annotations

from derivations.profit_optimal.scopes import POSITIVE
from symcheck import Claim, Section

DEFINED = {0: "definition"}
CHINCHILLA = POSITIVE.extend(varying=("n", "d"), functions=())
ON_THE_CURVE = ("eq:iso-quality",)

SECTIONS = (
    Section(
        CHINCHILLA,
        (
            Claim("eq:loss", roles=DEFINED),
            Claim("eq:chinchilla", roles=DEFINED, define=("eq:loss",), derive="chinchilla_quality"),
            Claim("eq:elasticity", roles=DEFINED),
            Claim("eq:mrts", roles=DEFINED),
            Claim("eq:iso-quality", roles={0: "premise"}, derive="iso_quality"),
            Claim("eq:dln-ratio", given=ON_THE_CURVE, derive="log_ratio_differential"),
            Claim("eq:dq-dn", define=("eq:chinchilla", "eq:loss"), derive="quality_slope_n"),
            Claim("eq:dq-dd", define=("eq:chinchilla", "eq:loss"), derive="quality_slope_d"),
            Claim("eq:mrts-value", define=("eq:mrts", "eq:chinchilla", "eq:loss"), derive="substitution_rate"),
            Claim(
                "eq:dln-mrts",
                define=("eq:mrts-value",),
                given=ON_THE_CURVE,
                derive="log_mrts_differential",
            ),
            Claim(
                "eq:sigma",
                define=("eq:mrts-value", "eq:elasticity"),
                given=(*ON_THE_CURVE, r"\mathrm{d}n\neq 0"),
                derive="elasticity",
            ),
            Claim("eq:sigma-equal", define=("eq:sigma@-1",), given=(r"\alpha=\beta",), derive="elasticity_equal"),
            Claim("eq:reported-alpha", roles=DEFINED),
            Claim("eq:reported-beta", roles=DEFINED),
            Claim(
                "eq:average",
                roles=DEFINED,
                define=("eq:reported-alpha", "eq:reported-beta"),
                says=(r"\frac{\alpha+\beta}{2}=.31205",),
                derive="average",
            ),
            Claim("eq:sigma-value", define=("eq:sigma-equal", "eq:average"), derive="elasticity_value"),
            Claim("eq:sigma-rounded", define=("eq:sigma-equal", "eq:average"), derive="elasticity_value"),
        ),
    ),
)
