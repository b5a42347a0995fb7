"""Section 4.1: Theorem 1, of the solution of the problem itself, and what the paper says of it."""

from __future__ import annotations

from derivations.profit_optimal import compute_bound as cb
from derivations.profit_optimal import theorem_1 as poly
from derivations.profit_optimal.optimum import (
    ARGMAX,
    LOG_SOLUTION,
    NEGATIVE,
    POSITIVE,
    RANGE,
    SMALL_NEGATIVE,
    SMALL_POSITIVE,
)
from derivations.profit_optimal.scopes import PREMISE
from symcheck import Bound, Claim, Cut, Finding, Section, Split

RANGE_OF_GAMMA = Section(
    poly.SOLVED,
    (
        Claim(
            "eq:thm1-range",
            roles=PREMISE,
            given=(ARGMAX,),
            says=(
                r"-\alpha\gamma<1",
                rf"\gamma>0\implies {SMALL_POSITIVE}",
                rf"\gamma<0\implies {SMALL_NEGATIVE}",
            ),
            via={"says_1": (Split(r"\gamma", "0", less=RANGE),), "says_2": POSITIVE, "says_3": NEGATIVE},
            note="The exponents need αγ > -1 as well, which Theorem 1 doesn't state; a solution that sells tokens "
            "exists only there. The other formal statements are smaller bounds on n*, for which αγ ≤ 1 is not "
            "needed.",
        ),
    ),
)

STATEMENT = Section(
    poly.THEOREM,
    (
        Claim("eq:thm1-exponents", roles=PREMISE),
        Claim("eq:thm1-gamma", roles=PREMISE),
        Claim(
            "eq:thm1-efficiency",
            roles=PREMISE,
            note="Used only for the sign of 6ρ - 1/(Eδ) in Appendix C; the bounds on the solution hold without it.",
        ),
        Claim(
            "eq:thm1-size",
            uses=("eq:thm1-range",),
            bounds=poly.ONCE,
            via={
                "1a": (
                    Cut(
                        poly.LINEAR,
                        (Split(r"\gamma", "0", less=(*NEGATIVE, *poly.SQUARED), more=(*POSITIVE, poly.ABOVE_ONE)),),
                    ),
                    poly.ROOT,
                ),
            },
            note=f"{poly.SOLUTION} Its proof needs neither n* ≥ 1 nor γ > 0; that of Appendix C does.",
        ),
        poly.cited("eq:thm1-data"),
        poly.cited("eq:thm1-size-ab", rf"{poly.DEFINED}\implies {poly.SIZE_RHO}={poly.SIZE}"),
        poly.cited("eq:thm1-data-ab", rf"{poly.DEFINED}\implies {poly.DATA_RHO}={poly.DATA}"),
        Claim(
            "eq:thm1-expenditure",
            uses=poly.CITED,
            bounds={0: Bound(poly.TWICE, start=poly.START), 1: poly.SAME},
            via={"1a": (poly.SHOWN, poly.SQUARE)},
            note=poly.SOLUTION,
        ),
    ),
)

DISCUSSION = Section(
    poly.RANGED,
    (
        Claim(
            "text:thm1-increase",
            uses=("eq:thm1-range",),
            says=tuple(rf"\frac{{\partial {x}}}{{\partial E}}>0" for x in (poly.SIZE, poly.DATA, poly.SPENT)),
            unless=(r"\alpha\gamma<1",),
            denies=(cb.FALLS,),
            via={"denied_1": poly.spending_falls(poly.MUCH_HARDWARE, r"K^{2+\alpha\gamma}E^{-\alpha\gamma}")},
            note="The first statements are about the printed bound: it increases with E, that on C* only if αγ < 1. "
            "The contrary is about the solution: for γ > 0 its C* is less than any amount K for all large E, so "
            "it can't increase with E.",
        ),
        Claim(
            "text:thm1-superlinear",
            uses=("eq:thm1-range",),
            says=(
                r"\gamma<0\implies\frac{1}{1+\alpha\gamma}>1",
                r"\gamma<0\implies\frac{1-\alpha\gamma}{1+\alpha\gamma}>1",
            ),
            denies=(rf"\kappa>0,-\frac{{1}}{{2}}<\alpha\gamma,\gamma<0,{poly.MORE_NEGATIVE}\implies n^{{*}}<\kappa E",),
            via={"denied_1": poly.SLOWER_NEGATIVE},
            note="The first statements are about the exponents of the printed bound. The contrary is about the "
            "solution: for -1/2 < αγ < 0 its n* is less than any fraction κ of E for all large E, so it grows "
            "more slowly than E.",
        ),
        Claim(
            "text:thm1-sublinear",
            uses=("eq:thm1-range",),
            says=(
                r"\gamma>0\implies\frac{1}{1+\alpha\gamma}<1",
                r"\gamma>0\implies\frac{1-\alpha\gamma}{1+\alpha\gamma}<1",
                rf"\kappa>0,\gamma>0,{poly.MORE_POSITIVE}\implies n^{{*}}<\kappa E",
            ),
            via={"says_3": poly.SLOWER_POSITIVE},
            note="The first two statements are about the exponents of the printed bound, the last about the solution: "
            "its n* is less than any fraction κ of E for all large E. Its C* even falls (see the first clause of "
            "the sentence).",
        ),
    ),
)

LOG_LINEAR = Section(
    LOG_SOLUTION,
    (
        Claim(
            "text:thm1-linear",
            says=(
                r"\gamma=0\implies\frac{1}{1+\alpha\gamma}=1",
                r"\gamma=0\implies\frac{1-\alpha\gamma}{1+\alpha\gamma}=1",
            ),
            denies=(rf"\kappa>0,{poly.MORE_LOG}\implies n^{{*}}<\kappa E",),
            via={"denied_1": poly.SLOWER_LOG},
            note="The first statements are about the exponents of Theorem 1's bound, which is stated for γ ≠ 0. The "
            "contrary is about the solution for the logarithmic link: its n* is less than any fraction κ of E "
            "for all large E.",
        ),
    ),
)

RATES = Section(
    poly.ESTIMATED,
    (
        Claim("eq:alpha-estimate", roles=PREMISE, note="An estimate, taken as data."),
        Claim("text:exponents", says=(r"\frac{1}{1-.3}\approx 1.43", r"\frac{1+.3}{1-.3}\approx 1.86")),
        Claim(
            "eq:size-exponent",
            uses=poly.CITED,
            bounds={
                0: Bound(rf"{poly.FACTOR}(\rho a^{{\gamma}})^{{-1/(1+\alpha\gamma)}}", start=poly.SINCE_ONE),
                1: Bound(rf"{poly.FACTOR}\rho(\rho a^{{\gamma}})^{{-1/(1+\alpha\gamma)}}", start=poly.SINCE_ONE),
            },
            via={"": (poly.SHOWN, *poly.power_of(r"\frac{1}{1+\alpha\gamma}", "1.43"))},
            note=f"{poly.SOLUTION} The constants depend on a and b as well; α = 0.3 and γ ≥ -1.",
        ),
        Claim(
            "eq:expenditure-exponent",
            uses=(*poly.CITED, "eq:thm1-expenditure"),
            bounds={
                0: Bound(
                    rf"{poly.TWICE}a^{{-\frac{{2\gamma}}{{1+\alpha\gamma}}}}"
                    r"\rho^{-\frac{1-\alpha\gamma}{1+\alpha\gamma}}",
                    start=poly.SINCE_ONE,
                )
            },
            via={"": poly.power_of(r"\frac{1-\alpha\gamma}{1+\alpha\gamma}", "1.86")},
            note=f"{poly.SOLUTION} The constant depends on a and b as well; α = 0.3 and γ ≥ -1.",
        ),
    ),
)

TRADEOFFS = Section(
    poly.RANGED,
    (
        Claim(
            "text:parameter-efficiency",
            says=(
                rf"\frac{{\partial {poly.SIZE}}}{{\partial a}}<0",
                rf"\frac{{\partial {poly.SPENT}}}{{\partial a}}<0",
            ),
            denies=(cb.GROWS,),
            via={"denied_1": poly.SPENDING_GROWS},
            note="The first statements are about the printed bound: it decreases in a. The contrary is about the "
            "solution: for γ < 0 its C* exceeds any amount K for all large a, as ρ = (a/b)^{1/α} and the quality "
            "√(ab) grow with a.",
        ),
        Claim(
            "text:data-efficiency-data",
            uses=("eq:thm1-range",),
            says=(rf"\gamma>0\implies\frac{{\partial {poly.DATA}}}{{\partial b}}>0",),
            denies=(rf"B>0,\gamma>0,{poly.DATA_LIMIT}\implies d^{{*}}<B",),
            via={"denied_1": poly.DATA_FALLS},
            note="The first statement is about the printed bound, which decreases in b for γ > 0 and increases for γ "
            "< 0. The contrary is about the solution: for γ > 0 its d* is less than any amount B for all large "
            "b.",
        ),
    ),
)

BEYOND = Section(
    poly.SOLVED,
    (
        Claim(
            "text:data-efficiency-expenditure",
            uses=("eq:thm1-range",),
            given=(r"\gamma>1/\alpha", r"\gamma>0"),
            says=(rf"\frac{{\partial {poly.SPENT}}}{{\partial b}}>0",),
            denies=(rf"K>0,{poly.SPENDING_DATA}\implies {poly.LITTLE_SPENT}",),
            via={"denied_1": poly.spending_falls(poly.SPENDING_DATA, r"K^{2+\alpha\gamma}b^{-\gamma}")},
            note="The first statement is about the printed bound, the contrary about the solution: its C* is less "
            "than any amount K for all large b. Theorem 1's assumption αγ ≤ 1 is left out, since it excludes γ > "
            "1/α.",
        ),
    ),
)

DATA_SIZE = Section(
    poly.TWO_SOLUTIONS,
    (
        Claim(
            "text:data-efficiency-size",
            says=(rf"\frac{{\partial {poly.SIZE}}}{{\partial b}}>0", r"n^{*}<n_{1}"),
            given=(ARGMAX,),
            via={"says_2": poly.MORE_PARAMETERS},
            note="The first statement is about the printed bound, the second about the solutions n* and n_1 of two "
            "problems that differ in data efficiency alone.",
        ),
    ),
)

SECTIONS = (RANGE_OF_GAMMA, STATEMENT, DISCUSSION, LOG_LINEAR, RATES, TRADEOFFS, BEYOND, DATA_SIZE)

FINDINGS = (
    Finding(
        r"For $\gamma>0$ optimal training expenditure tends to zero as hardware improves",
        ("text:thm1-increase", "text:summary-growth"),
        "headline",
        so=r"for $\gamma>0$ the bound on $C^{*}_{\operatorname{train}}$ increases with $E$, "
        r"$C^{*}_{\operatorname{train}}$ itself tends to zero",
    ),
    Finding(
        r"With more data efficiency, $d^{*}$ and $C^{*}_{\operatorname{train}}$ grow on the other side of the two "
        "thresholds",
        ("text:data-efficiency-data", "text:data-efficiency-expenditure"),
        "theorem",
        so=r"for $\gamma>0$ the solution's $d^{*}$ and $C^{*}_{\operatorname{train}}$ tend to zero as $b$ grows; the "
        r"bound on $d^{*}$ increases with $b$ if $\gamma<0$, that on $C^{*}_{\operatorname{train}}$ if "
        r"$\gamma<1/\alpha$, which is all that Theorem 1 covers",
    ),
)
