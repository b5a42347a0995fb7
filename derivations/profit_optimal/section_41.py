"""Section 4.1: Theorem 1, of the solution of the problem itself, and what the paper says of it."""

from __future__ import annotations

from derivations.profit_optimal.optimum import (
    ARGMAX,
    LOG_SOLUTION,
    NEGATIVE,
    POSITIVE,
    RANGE,
    SMALL_NEGATIVE,
    SMALL_POSITIVE,
)
from derivations.profit_optimal.theorem_1 import (
    ABOVE_ONE,
    CITED,
    DATA,
    DATA_FALLS,
    DATA_LIMIT,
    DATA_RHO,
    DEFINED,
    ESTIMATED,
    FACTOR,
    LINEAR,
    LITTLE_SPENT,
    MORE_LOG,
    MORE_NEGATIVE,
    MORE_PARAMETERS,
    MORE_POSITIVE,
    MUCH_HARDWARE,
    MUCH_QUALITY,
    ONCE,
    PREMISE,
    RANGED,
    ROOT,
    SAME,
    SHOWN,
    SINCE_ONE,
    SIZE,
    SIZE_RHO,
    SLOWER_LOG,
    SLOWER_NEGATIVE,
    SLOWER_POSITIVE,
    SOLUTION,
    SOLVED,
    SPENDING_DATA,
    SPENDING_GROWS,
    SPENT,
    SQUARE,
    SQUARED,
    START,
    THEOREM,
    TWICE,
    TWO_SOLUTIONS,
    power_of,
    spending_falls,
)
from symcheck import Bound, Claim, Cut, Finding, Section, Split

RANGE_OF_GAMMA = Section(
    SOLVED,
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
    THEOREM,
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
            bounds=ONCE,
            via={
                "1a": (
                    Cut(LINEAR, (Split(r"\gamma", "0", less=(*NEGATIVE, *SQUARED), more=(*POSITIVE, ABOVE_ONE)),)),
                    ROOT,
                ),
            },
            note=f"{SOLUTION} Its proof needs neither n* ≥ 1 nor γ > 0; that of Appendix C does.",
        ),
        Claim("eq:thm1-data", uses=CITED, bounds=ONCE, via={"1a": (SHOWN,)}, note=SOLUTION),
        Claim(
            "eq:thm1-size-ab",
            uses=CITED,
            bounds=ONCE,
            says=(rf"{DEFINED}\implies {SIZE_RHO}={SIZE}",),
            via={"1a": (SHOWN,)},
            note=SOLUTION,
        ),
        Claim(
            "eq:thm1-data-ab",
            uses=CITED,
            bounds=ONCE,
            says=(rf"{DEFINED}\implies {DATA_RHO}={DATA}",),
            via={"1a": (SHOWN,)},
            note=SOLUTION,
        ),
        Claim(
            "eq:thm1-expenditure",
            uses=CITED,
            bounds={0: Bound(TWICE, start=START), 1: SAME},
            via={"1a": (SHOWN, SQUARE)},
            note=SOLUTION,
        ),
    ),
)

DISCUSSION = Section(
    RANGED,
    (
        Claim(
            "text:thm1-increase",
            uses=("eq:thm1-range",),
            says=tuple(rf"\frac{{\partial {x}}}{{\partial E}}>0" for x in (SIZE, DATA, SPENT)),
            unless=(r"\alpha\gamma<1",),
            denies=(rf"K>0,\gamma>0,{MUCH_HARDWARE}\implies {LITTLE_SPENT}",),
            via={"denied_1": spending_falls(MUCH_HARDWARE, r"K^{2+\alpha\gamma}E^{-\alpha\gamma}")},
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
            denies=(rf"\kappa>0,-\frac{{1}}{{2}}<\alpha\gamma,\gamma<0,{MORE_NEGATIVE}\implies n^{{*}}<\kappa E",),
            via={"denied_1": SLOWER_NEGATIVE},
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
                rf"\kappa>0,\gamma>0,{MORE_POSITIVE}\implies n^{{*}}<\kappa E",
            ),
            via={"says_3": SLOWER_POSITIVE},
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
            denies=(rf"\kappa>0,{MORE_LOG}\implies n^{{*}}<\kappa E",),
            via={"denied_1": SLOWER_LOG},
            note="The first statements are about the exponents of Theorem 1's bound, which is stated for γ ≠ 0. The "
            "contrary is about the solution for the logarithmic link: its n* is less than any fraction κ of E "
            "for all large E.",
        ),
    ),
)

RATES = Section(
    ESTIMATED,
    (
        Claim("eq:alpha-estimate", roles=PREMISE, note="An estimate, taken as data."),
        Claim("text:exponents", says=(r"\frac{1}{1-.3}\approx 1.43", r"\frac{1+.3}{1-.3}\approx 1.86")),
        Claim(
            "eq:size-exponent",
            uses=CITED,
            bounds={
                0: Bound(rf"{FACTOR}(\rho a^{{\gamma}})^{{-1/(1+\alpha\gamma)}}", start=SINCE_ONE),
                1: Bound(rf"{FACTOR}\rho(\rho a^{{\gamma}})^{{-1/(1+\alpha\gamma)}}", start=SINCE_ONE),
            },
            via={"": (SHOWN, *power_of(r"\frac{1}{1+\alpha\gamma}", "1.43"))},
            note=f"{SOLUTION} The constants depend on a and b as well; α = 0.3 and γ ≥ -1.",
        ),
        Claim(
            "eq:expenditure-exponent",
            uses=(*CITED, "eq:thm1-expenditure"),
            bounds={
                0: Bound(
                    rf"{TWICE}a^{{-\frac{{2\gamma}}{{1+\alpha\gamma}}}}"
                    r"\rho^{-\frac{1-\alpha\gamma}{1+\alpha\gamma}}",
                    start=SINCE_ONE,
                )
            },
            via={"": power_of(r"\frac{1-\alpha\gamma}{1+\alpha\gamma}", "1.86")},
            note=f"{SOLUTION} The constant depends on a and b as well; α = 0.3 and γ ≥ -1.",
        ),
    ),
)

TRADEOFFS = Section(
    RANGED,
    (
        Claim(
            "text:parameter-efficiency",
            says=(rf"\frac{{\partial {SIZE}}}{{\partial a}}<0", rf"\frac{{\partial {SPENT}}}{{\partial a}}<0"),
            denies=(rf"K>0,\gamma<0,{MUCH_QUALITY}\implies C^{{*}}_{{\operatorname{{train}}}}>K",),
            via={"denied_1": SPENDING_GROWS},
            note="The first statements are about the printed bound: it decreases in a. The contrary is about the "
            "solution: for γ < 0 its C* exceeds any amount K for all large a, as ρ = (a/b)^{1/α} and the quality "
            "√(ab) grow with a.",
        ),
        Claim(
            "text:data-efficiency-data",
            uses=("eq:thm1-range",),
            says=(rf"\gamma>0\implies\frac{{\partial {DATA}}}{{\partial b}}>0",),
            denies=(rf"B>0,\gamma>0,{DATA_LIMIT}\implies d^{{*}}<B",),
            via={"denied_1": DATA_FALLS},
            note="The first statement is about the printed bound, which decreases in b for γ > 0 and increases for γ "
            "< 0. The contrary is about the solution: for γ > 0 its d* is less than any amount B for all large "
            "b.",
        ),
    ),
)

BEYOND = Section(
    SOLVED,
    (
        Claim(
            "text:data-efficiency-expenditure",
            uses=("eq:thm1-range",),
            given=(r"\gamma>1/\alpha", r"\gamma>0"),
            says=(rf"\frac{{\partial {SPENT}}}{{\partial b}}>0",),
            denies=(rf"K>0,{SPENDING_DATA}\implies {LITTLE_SPENT}",),
            via={"denied_1": spending_falls(SPENDING_DATA, r"K^{2+\alpha\gamma}b^{-\gamma}")},
            note="The first statement is about the printed bound, the contrary about the solution: its C* is less "
            "than any amount K for all large b. Theorem 1's assumption αγ ≤ 1 is left out, since it excludes γ > "
            "1/α.",
        ),
    ),
)

DATA_SIZE = Section(
    TWO_SOLUTIONS,
    (
        Claim(
            "text:data-efficiency-size",
            says=(rf"\frac{{\partial {SIZE}}}{{\partial b}}>0", r"n^{*}<n_{1}"),
            given=(ARGMAX,),
            via={"says_2": MORE_PARAMETERS},
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
