"""Section 4.1: Theorem 1, of the solution of the problem itself, and what the paper says of it."""

from __future__ import annotations

from derivations.profit_optimal.optimum import (
    ARGMAX,
    LOG_CONDITIONS,
    LOG_SOLUTION,
    LESS_DATA,
    NEGATIVE,
    OTHER,
    POSITIVE,
    POWER_CONDITIONS,
    POWER_SOLUTION,
    RANGE,
    SCALE,
    SMALL_NEGATIVE,
    SMALL_POSITIVE,
    TWO,
)
from derivations.profit_optimal.scopes import FORMS
from symcheck import Bound, Claim, Combine, Cut, Rise, Section, Split, Use
from symcheck.hints import Hints

SPENDING = r"C^{*}_{\operatorname{train}}\triangleq\frac{6n^{*}d^{*}}{E}"
SOLVED = POWER_SOLUTION.extend(define=(SPENDING,), given=(r"\gamma\neq 0",))
THEOREM = SOLVED.extend(given=(r"\alpha\gamma\leq 1", r"E>1/(6\delta\rho)"))
"""The assumptions of Theorem 1; the solution is one that sells tokens."""
PREMISE = {0: "premise"}

# What stands inside O(...).
SIZE_RHO = r"\left(\frac{E}{\rho a^{\gamma}}\right)^{1/(1+\alpha\gamma)}"
DATA_RHO = r"\left(\frac{\rho^{\alpha\gamma}E}{a^{\gamma}}\right)^{1/(1+\alpha\gamma)}"
SIZE = r"\frac{(Eb^{1/\alpha})^{1/(1+\alpha\gamma)}}{a^{1/\alpha}}"
DATA = r"\left(\frac{E}{b^{\gamma}}\right)^{1/(1+\alpha\gamma)}"
SPENT = r"\frac{(Eb^{1/\alpha})^{\frac{1-\alpha\gamma}{1+\alpha\gamma}}}{a^{1/\alpha}}"

START = (r"E\geq\rho", r"E\geq\rho a^{\gamma}")
FACTOR = rf"\left(1+{SCALE}\right)^{{1/(1+\alpha\gamma)}}"
ONCE, TWICE = {0: Bound(FACTOR, start=START)}, rf"6\left(1+{SCALE}\right)^{{2/(1+\alpha\gamma)}}"
CITED = ("eq:thm1-range", "eq:thm1-size")
DEFINED = r"\alpha\gamma\neq -1"
"""Where the exponents are defined."""
"""The constants of Theorem 1, and from where on they do."""
BOUND = rf"\left(1+{SCALE}\right)\frac{{E}}{{\rho a^{{\gamma}}}}"
LINEAR = rf"{{n^{{*}}}}^{{1+\alpha\gamma}}\leq {BOUND}"
ROOT = Rise(r"x^{1/(1+\alpha\gamma)}", "x", r"{n^{*}}^{1+\alpha\gamma}", BOUND)
LARGE = (Cut(r"1\leq\frac{E}{\rho a^{\gamma}}"), Cut(rf"{SCALE}\cdot\frac{{E}}{{\rho a^{{\gamma}}}}\leq {BOUND}"))
ABOVE_ONE = Split(
    "n^{*}",
    "1",
    less=(Rise(r"x^{1+\alpha\gamma}", "x", "n^{*}", "1"), *LARGE, Cut(rf"1\leq {BOUND}")),
    equal=(*LARGE, Cut(rf"1\leq {BOUND}")),
    more=(*LARGE, Cut(r"{n^{*}}^{1+\alpha\gamma}\leq {n^{*}}^{2+\alpha\gamma}")),
)
SQUARED = (
    Cut(rf"{SCALE}\cdot\frac{{E}}{{\rho a^{{2\gamma}}}}\leq {SCALE}\cdot\frac{{E^{{2}}}}{{\rho^{{2}}a^{{2\gamma}}}}"),
    Cut(rf"\left({{n^{{*}}}}^{{1+\alpha\gamma}}\right)^{{2}}\leq\left({BOUND}\right)^{{2}}"),
    Rise(r"x^{1/2}", "x", r"\left({n^{*}}^{1+\alpha\gamma}\right)^{2}", rf"\left({BOUND}\right)^{{2}}"),
)

SHOWN = Cut(rf"n^{{*}}\leq {FACTOR}{SIZE_RHO}")
"""Theorem 1's bound on n*, cited."""
SOLUTION = "Said of the solution of the problem (one that sells tokens)."

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
            note="The exponents need αγ > -1 as well, which Theorem 1 doesn't state; a solution that sells tokens exists "
            "only there. The other formal statements are smaller bounds on n*, for which αγ ≤ 1 is not needed.",
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
            bounds={0: Bound(TWICE, start=START), 1: Bound("1", given=(DEFINED,))},
            via={"1a": (SHOWN, Rise("x^{2}", "x", "n^{*}", FACTOR + SIZE_RHO))},
            note=SOLUTION,
        ),
    ),
)

BOUNDS = "The derivatives are of the printed bound"
RANGED = SOLVED.extend(given=(r"\alpha\gamma\leq 1", r"\alpha\gamma>-1"))
"""Theorem 1's assumptions, and where its exponents are defined."""

HIGHEST = rf"{SCALE}\cdot\frac{{E}}{{\rho a^{{\gamma}}}}"
LITTLE_SPENT = r"C^{*}_{\operatorname{train}}<K"
SPENDING_LIMIT = (
    rf"\left(\frac{{6\rho}}{{K}}\right)^{{2+\alpha\gamma}}\left({SCALE}\cdot\frac{{1}}{{\rho a^{{\gamma}}}}\right)^{{2}}"
)
MUCH_HARDWARE = rf"E^{{\alpha\gamma}}>{SPENDING_LIMIT}"


def spending_falls(start: str, factor: str) -> Hints:
    """C* < K from the bound on n* for gamma > 0, which is cited, and ``factor`` times ``start``."""
    low, high = r"\left(\frac{6\rho {n^{*}}^{2}}{E}\right)^{2+\alpha\gamma}", r"K^{2+\alpha\gamma}"
    middle = rf"\left(\frac{{6\rho}}{{E}}\right)^{{2+\alpha\gamma}}\left({HIGHEST}\right)^{{2}}"
    return (
        Rise("x^{2}", "x", r"{n^{*}}^{2+\alpha\gamma}", HIGHEST),
        Cut(rf"{low}\leq {middle}"),
        Cut(f"{middle}<{high}", (Combine(((start, factor),)),)),
        Cut(f"{low}<{high}"),
        Rise(r"x^{1/(2+\alpha\gamma)}", "x", low, high, strict=True),
    )



def slower(exponent: str, highest: str) -> tuple[str, Hints]:
    """What makes n* < kappa E follow from a bound on a power of n*, which is cited; and how it does."""
    low, high = rf"{{n^{{*}}}}^{{{exponent}}}", rf"(\kappa E)^{{{exponent}}}"
    start = rf"E^{{{exponent}-1}}>{highest}\cdot\frac{{1}}{{E\kappa^{{{exponent}}}}}"
    return start, (
        Cut(f"{highest}<{high}", (Combine(((start, rf"E\kappa^{{{exponent}}}"),)),)),
        Cut(f"{low}<{high}"),
        Rise(rf"x^{{1/({exponent})}}", "x", low, high, strict=True),
    )


LOG_HIGHEST = r"\frac{\alpha^{2}\omega^{2}a^{1/(2\alpha)}E}{12\delta\rho}"
LOG_MIDDLE = r"a^{1/(2\alpha)}{n^{*}}^{1/2}"
LOG_TANGENT = Split(
    LOG_MIDDLE,
    "1",
    less=(Rise(r"\ln(x)-x", "x", LOG_MIDDLE, "1"),),
    more=(Rise(r"x-\ln(x)", "x", "1", LOG_MIDDLE),),
)
MORE_LOG, LOG_ENDS = slower("3/2", LOG_HIGHEST)
SLOWER_LOG = (
    *LOG_CONDITIONS,
    Cut(rf"\ln({LOG_MIDDLE})\leq {LOG_MIDDLE}", (LOG_TANGENT,)),
    Cut(rf"\ln(a{{n^{{*}}}}^{{\alpha}})\leq 2\alpha {LOG_MIDDLE}"),
    Cut(rf"2\delta t^{{*}}\leq 2\alpha\omega {LOG_MIDDLE}"),
    Cut(r"\omega t^{*}\alpha\geq\frac{12\rho {n^{*}}^{2}}{E}"),
    Cut(rf"{{n^{{*}}}}^{{3/2}}\leq {LOG_HIGHEST}"),
    *LOG_ENDS,
)
MORE_NEGATIVE, SLOWER_NEGATIVE = slower(r"2+2\alpha\gamma", rf"{SCALE}\cdot\frac{{E}}{{\rho a^{{2\gamma}}}}")
MORE_POSITIVE, SLOWER_POSITIVE = slower(r"2+\alpha\gamma", HIGHEST)

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
        ),
    ),
)

ESTIMATED = THEOREM.extend(
    given=(r"\alpha=.3", r"\gamma\geq -1"), constants=(r"\alpha", r"\gamma", r"\omega", r"\delta", "a", "b")
)
"""Demand is diminishing or at most linear in quality."""
SINCE_ONE = (*START, r"E\geq 1")


def power_of(exponent: str, printed: str) -> Hints:
    """A power of E >= 1 is at most the printed one, whose exponent is greater."""
    return (
        Cut(r"-.3\leq\alpha\gamma"),
        Cut(rf"{exponent}\leq {printed}"),
        Rise("E^{x}", "x", exponent, printed),
    )


RATES = Section(
    ESTIMATED,
    (
        Claim("eq:alpha-estimate", roles=PREMISE),
        Claim("text:exponents", says=(r"\frac{1}{1-.3}\approx 1.43", r"\frac{1+.3}{1-.3}\approx 1.86")),
        Claim(
            "eq:size-exponent",
            uses=CITED,
            bounds={
                0: Bound(rf"{FACTOR}(\rho a^{{\gamma}})^{{-1/(1+\alpha\gamma)}}", start=SINCE_ONE),
                1: Bound(rf"{FACTOR}\rho(\rho a^{{\gamma}})^{{-1/(1+\alpha\gamma)}}", start=SINCE_ONE),
            },
            via={"": (SHOWN, *power_of(r"\frac{1}{1+\alpha\gamma}", "1.43"))},
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
        ),
    ),
)

GREAT = r"\frac{1}{4\delta}\left(\omega f_{\gamma}((ab)^{1/2})-\frac{2}{E\rho^{1/2}}\right)^{2}"
"""What n = 1/sqrt(rho) parameters and d = sqrt(rho) tokens earn, of quality sqrt(ab), before the cost of training."""
BEST = (
    r"t^{*}\left(\frac{\omega}{\gamma}\left(1-a^{-\gamma}{n^{*}}^{-\alpha\gamma}\right)-\delta t^{*}\right)"
    r"-\frac{6\rho {n^{*}}^{2}+2n^{*}t^{*}}{E}"
)
BALANCE = (
    r"t^{*}\left(-\alpha\gamma\left(2\delta t^{*}+\frac{2n^{*}}{E}\right)+\alpha\omega\right)"
    r"=\frac{12\rho {n^{*}}^{2}+2n^{*}t^{*}}{E}"
)
EARNED = rf"{GREAT}-\frac{{6}}{{E}}\leq\delta {{t^{{*}}}}^{{2}}-\frac{{6\rho {{n^{{*}}}}^{{2}}}}{{E}}"
INNER = (
    r"\frac{2(1+\alpha\gamma)n^{*}t^{*}}{E}\leq-\alpha\gamma\delta {t^{*}}^{2}+\frac{6\rho {n^{*}}^{2}}{E}"
)
SPENDING_GROWS = (
    *POWER_CONDITIONS,
    Cut(BALANCE),
    Use(
        {
            "n": r"\rho^{-1/2}",
            "d": r"\rho^{1/2}",
            "t": r"\frac{1}{2\delta}\left(\omega f_{\gamma}((ab)^{1/2})-\frac{2}{E\rho^{1/2}}\right)",
        }
    ),
    Cut(rf"{GREAT}-\frac{{6}}{{E}}\leq {BEST}"),
    Cut(rf"{BEST}=\delta {{t^{{*}}}}^{{2}}-\frac{{6\rho {{n^{{*}}}}^{{2}}}}{{E}}"),
    Cut(EARNED),
    Cut(
        r"\frac{2(1+\alpha\gamma)n^{*}t^{*}}{E}\leq-\alpha\gamma\delta {t^{*}}^{2}"
        r"+\frac{(1+\alpha\gamma)^{2}{n^{*}}^{2}}{-\alpha\gamma\delta E^{2}}",
        (Combine(gap=r"-\alpha\gamma\delta\left(t^{*}-\frac{(1+\alpha\gamma)n^{*}}{-\alpha\gamma\delta E}\right)^{2}"),),
    ),
    Cut(
        r"\frac{(1+\alpha\gamma)^{2}{n^{*}}^{2}}{-\alpha\gamma\delta E^{2}}\leq\frac{6\rho {n^{*}}^{2}}{E}",
        (
            Combine(
                ((r"(1+\alpha\gamma)^{2}\leq-6\alpha\gamma\delta\rho E", r"\frac{{n^{*}}^{2}}{-\alpha\gamma\delta E^{2}}"),)
            ),
        ),
    ),
    Cut(INNER),
    Cut(
        r"-\alpha\gamma\delta {t^{*}}^{2}\leq\frac{18\rho {n^{*}}^{2}}{E}",
        (Combine(((BALANCE, "1"), (INNER, "1")), gap=r"\alpha\omega t^{*}"),),
    ),
    Cut(
        rf"-\alpha\gamma\left({GREAT}-\frac{{6}}{{E}}\right)\leq-\alpha\gamma\delta {{t^{{*}}}}^{{2}}",
        (Combine(((EARNED, r"-\alpha\gamma"),), gap=r"-\alpha\gamma\frac{6\rho {n^{*}}^{2}}{E}"),),
    ),
    Cut(r"3K<-\alpha\gamma\delta {t^{*}}^{2}"),
    Cut(r"3K<\frac{18\rho {n^{*}}^{2}}{E}"),
)
MUCH_QUALITY = (
    r"(1+\alpha\gamma)^{2}\leq-6\alpha\gamma\delta\rho E,"
    r"\omega f_{\gamma}((ab)^{1/2})>\frac{2}{E\rho^{1/2}},"
    rf"-\alpha\gamma\left({GREAT}-\frac{{6}}{{E}}\right)>3K"
)

DATA_LIMIT = rf"b^{{(1+\alpha\gamma)/\alpha}}>{SCALE}\cdot\frac{{Ea^{{1/\alpha}}}}{{B^{{2+\alpha\gamma}}}}"
DATA_FALLS = (
    Cut(rf"\left(\rho n^{{*}}\right)^{{2+\alpha\gamma}}\leq\rho^{{2+\alpha\gamma}}{HIGHEST}"),
    Cut(
        rf"\rho^{{2+\alpha\gamma}}{HIGHEST}<B^{{2+\alpha\gamma}}",
        (Combine(((DATA_LIMIT, r"B^{2+\alpha\gamma}b^{-(1+\alpha\gamma)/\alpha}"),)),),
    ),
    Cut(r"\left(\rho n^{*}\right)^{2+\alpha\gamma}<B^{2+\alpha\gamma}"),
    Rise(r"x^{1/(2+\alpha\gamma)}", "x", r"\left(\rho n^{*}\right)^{2+\alpha\gamma}", r"B^{2+\alpha\gamma}", strict=True),
)
SPENDING_DATA = rf"b^{{\gamma}}>\left(\frac{{6}}{{KE}}\right)^{{2+\alpha\gamma}}\left({SCALE}\cdot E\right)^{{2}}a^{{-\gamma}}"

TRADEOFFS = Section(
    RANGED,
    (
        Claim(
            "text:parameter-efficiency",
            says=(rf"\frac{{\partial {SIZE}}}{{\partial a}}<0", rf"\frac{{\partial {SPENT}}}{{\partial a}}<0"),
            denies=(rf"K>0,\gamma<0,{MUCH_QUALITY}\implies C^{{*}}_{{\operatorname{{train}}}}>K",),
            via={"denied_1": SPENDING_GROWS},
        ),
        Claim(
            "text:data-efficiency-data",
            uses=("eq:thm1-range",),
            says=(rf"\gamma>0\implies\frac{{\partial {DATA}}}{{\partial b}}>0",),
            denies=(rf"B>0,\gamma>0,{DATA_LIMIT}\implies d^{{*}}<B",),
            via={"denied_1": DATA_FALLS},
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
        ),
    ),
)

TWO_SOLUTIONS = SOLVED.extend(
    define=(r"d_{1}\triangleq\left(\frac{a}{b_{1}}\right)^{1/\alpha}n_{1}",),
    given=(r"\alpha\gamma\leq 1", r"\alpha\gamma>-1", OTHER, "t_{1}>0", "b_{1}>b"),
    examples=(TWO,),
)
DATA_SIZE = Section(
    TWO_SOLUTIONS,
    (
        Claim(
            "text:data-efficiency-size",
            says=(rf"\frac{{\partial {SIZE}}}{{\partial b}}>0", r"n^{*}\leq n_{1}"),
            given=(ARGMAX,),
            via={"says_2": LESS_DATA},
        ),
    ),
)

SECTIONS = (RANGE_OF_GAMMA, STATEMENT, DISCUSSION, LOG_LINEAR, RATES, TRADEOFFS, BEYOND, DATA_SIZE)
