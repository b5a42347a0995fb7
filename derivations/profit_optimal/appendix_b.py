"""Appendix B: the elasticity of substitution of the Chinchilla law."""

from __future__ import annotations

from derivations.profit_optimal.scopes import DEFINED, LOSS, PREMISE
from symcheck import Claim, Combine, Cut, Rise, Section

ON_THE_CURVE = ("eq:iso-quality",)
LARGE = r"\left(\frac{2a}{\ell-\ell_{*}}\right)^{1/\alpha}"
RICH = r"\left(\frac{2b}{\ell-\ell_{*}}\right)^{1/\beta}"

SCALING = Section(
    LOSS,
    (
        Claim("eq:loss", roles=DEFINED),
        Claim(
            "text:irreducible-loss",
            define=("eq:loss",),
            given=(r"\ell>\ell_{*}",),
            says=(
                r"\ell_{*}<\ell(n,d)",
                rf"n\geq{LARGE},d\geq{RICH}\implies\ell(n,d)\leq\ell",
            ),
            via={
                "says_2": (
                    Rise(r"x^{\alpha}", "x", LARGE, "n"),
                    Rise(r"x^{\beta}", "x", RICH, "d"),
                    Cut(
                        r"\frac{a}{n^{\alpha}}\leq\frac{\ell-\ell_{*}}{2}",
                        (
                            Combine(
                                ((r"\frac{2a}{\ell-\ell_{*}}\leq n^{\alpha}", r"\frac{\ell-\ell_{*}}{2n^{\alpha}}"),)
                            ),
                        ),
                    ),
                    Cut(
                        r"\frac{b}{d^{\beta}}\leq\frac{\ell-\ell_{*}}{2}",
                        (Combine(((r"\frac{2b}{\ell-\ell_{*}}\leq d^{\beta}", r"\frac{\ell-\ell_{*}}{2d^{\beta}}"),)),),
                    ),
                )
            },
            note="Every loss above it can be reached, it itself can't.",
        ),
        Claim(
            "text:inverse-loss",
            define=("eq:chinchilla", "eq:loss"),
            says=(r"q(n,d)(\ell(n,d)-\ell_{*})=1",),
            note="The factor of proportionality is 1.",
        ),
        Claim("eq:chinchilla", roles=DEFINED, define=("eq:loss",), derive="chinchilla_quality"),
    ),
)

ELASTICITY = Section(
    LOSS,
    (
        Claim("eq:elasticity", roles=DEFINED, define=("eq:mrts-value",), given=(*ON_THE_CURVE, r"\mathrm{d}n\neq 0")),
        Claim("eq:mrts", roles=DEFINED, define=("eq:chinchilla", "eq:loss")),
        Claim("eq:iso-quality", roles=PREMISE, derive="iso_quality"),
        Claim("eq:dln-ratio", given=ON_THE_CURVE, derive="log_ratio_differential"),
        Claim("eq:dq-dn", define=("eq:chinchilla", "eq:loss"), derive="quality_slope_n"),
        Claim("eq:dq-dd", define=("eq:chinchilla", "eq:loss"), derive="quality_slope_d"),
        Claim("eq:mrts-value", define=("eq:mrts", "eq:chinchilla", "eq:loss"), derive="substitution_rate"),
        Claim("eq:dln-mrts", define=("eq:mrts-value",), given=ON_THE_CURVE, derive="log_mrts_differential"),
        Claim(
            "eq:sigma",
            define=("eq:mrts-value", "eq:elasticity"),
            given=(*ON_THE_CURVE, r"\mathrm{d}n\neq 0"),
            derive="elasticity",
        ),
        Claim("eq:sigma-equal-exponents", roles=PREMISE),
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
)

SECTIONS = (SCALING, ELASTICITY)
