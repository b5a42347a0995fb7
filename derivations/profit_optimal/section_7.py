"""Section 7: the summary of the findings."""

from __future__ import annotations

from derivations.profit_optimal import compute_bound as cb
from derivations.profit_optimal import data_bound, rates, section_5, trends
from derivations.profit_optimal import theorem_1 as poly
from derivations.profit_optimal.optimum import ARGMAX, POWER_CONDITIONS
from derivations.profit_optimal.rates import DOLLARS, HARDWARE
from derivations.profit_optimal.scopes import PREMISE
from derivations.profit_optimal.section_5 import moves, said
from derivations.profit_optimal.section_6 import AS_PRINTED, HAT
from derivations.profit_optimal.section_42 import COST as LOG_SPENT
from symcheck import Claim, Combine, Cut, Finding, Rise, Section

OF_BOUND = "The derivatives are of the printed bound."


# -- compute-bound --------------------------------------------------------------------------------------------------

CHEAP_INFERENCE = r"{n^{*}}^{1+\alpha\gamma}\leq\frac{\alpha\omega E}{2a^{\gamma}}"
LARGEST = r"\left(\frac{\alpha\omega E}{2a^{\gamma}}\right)^{2/(1+\alpha\gamma)}"
MUCH_DATA = rf"b^{{1/\alpha}}>\frac{{6a^{{1/\alpha}}}}{{EK}}{LARGEST}"
LITTLE_DATA = (
    *POWER_CONDITIONS,
    Cut(
        CHEAP_INFERENCE,
        (
            Combine(
                ((POWER_CONDITIONS[3].fact, r"-\frac{E{n^{*}}^{1+\alpha\gamma}}{2t^{*}}"),),
                gap=r"\frac{6\rho n^{*}{n^{*}}^{1+\alpha\gamma}}{t^{*}}",
            ),
        ),
    ),
    Rise(r"x^{2/(1+\alpha\gamma)}", "x", r"{n^{*}}^{1+\alpha\gamma}", r"\frac{\alpha\omega E}{2a^{\gamma}}"),
    Cut(
        rf"\frac{{6\rho}}{{E}}{LARGEST}<K",
        (Combine(((MUCH_DATA, r"Kb^{-1/\alpha}"),)),),
    ),
)
COMPUTE = Section(
    poly.RANGED,
    (
        Claim(
            "text:summary-growth",
            uses=("text:thm1-increase", "eq:thm1-range"),
            says=tuple(moves(">", of, "E") for of in (poly.SIZE, poly.DATA, poly.SPENT)),
            unless=(r"\alpha\gamma<1",),
            denies=(cb.FALLS,),
            note=f"{OF_BOUND} The contrary is of the solution: for γ > 0 its expenditure falls below every K.",
        ),
        Claim(
            "text:summary-data-efficiency-expenditure",
            says=(rf"\alpha\gamma<1\implies {moves('>', poly.SPENT, 'b')}",),
            denies=(rf"K>0,{MUCH_DATA}\implies {poly.LITTLE_SPENT}",),
            via={"denied_1": LITTLE_DATA},
            note=f"{OF_BOUND} The contrary is of the solution, for every γ: the cost of inference bounds its size "
            "whatever b is, so the data it needs, and with them expenditure, fall to nothing.",
        ),
    ),
)
TWO_SOLUTIONS = Section(
    poly.TWO_SOLUTIONS,
    (
        Claim(
            "text:summary-data-efficiency-size",
            uses=("text:data-efficiency-size",),
            says=(moves(">", poly.SIZE, "b"), r"n^{*}\leq n_{1}"),
            given=(ARGMAX,),
            note="The second statement is of the solutions for data efficiencies b and b_1 > b.",
        ),
    ),
)
EXPONENTS = Section(
    trends.TIME.extend(given=(r"\alpha>0", r"\alpha<1", "a>0", "b>0", "E>0", r"\alpha\gamma>-1")),
    (
        Claim(
            "text:summary-subquadratic",
            says=(r"\frac{1+\alpha}{1-\alpha}<2", r"\frac{1}{1-\alpha}<2"),
            unless=(r"\alpha<\frac{1}{3}",),
            via={"says_2": (Cut(r"\alpha<\frac{1}{2}"),)},
            note="Of the bound. With α = .34 or .35, among the paper's own estimates, the exponent of training "
            "cost exceeds 2. That of the bound on the solution is α/(1-α) (eq:growth), less than 2 for α < 2/3.",
        ),
        Claim(
            "text:summary-shrink",
            says=(
                rf"\frac{{\partial {HARDWARE}}}{{\partial\gamma}}<0",
                r"\frac{\partial\frac{1}{1+\alpha\gamma}}{\partial\gamma}<0",
            ),
            via={
                "says_1": rates.slope(HARDWARE, r"2\alpha"),
                "says_2": rates.slope(r"\frac{1}{1+\alpha\gamma}", r"\alpha"),
            },
            note="Of the exponents of E in Theorem 1.",
        ),
        Claim(
            "text:summary-parameter-efficiency",
            says=(
                moves("<", poly.SPENT, "a"),
                rf"\alpha<\frac{{1}}{{2}}\implies {moves('<', LOG_SPENT, 'a')}",
                rf"\alpha>\frac{{1}}{{2}}\implies {moves('>', LOG_SPENT, 'a')}",
            ),
            note="Of the bounds of Theorems 1 and 2. The solution's expenditure increases with a for γ < 0, against "
            "the bound (text:parameter-efficiency).",
        ),
    ),
)

# -- data-bound -----------------------------------------------------------------------------------------------------

SPENT = section_5.SPENT
FASTER_DATA = r"\theta^{2}<5"
DATA = Section(
    data_bound.PRINTED,
    (
        Claim(
            "text:summary-data-bound-size",
            says=(moves(">", "n^{*}", "D"), *section_5.NEAR_LINEAR),
            note=f"{section_5.OF_THEOREM_3} The exponent β/α lies between .8 and 1.3 for the paper's estimates.",
        ),
        said("text:summary-data-bound-compute", *section_5.NEAR_QUADRATIC),
        said("text:summary-data-bound-data-efficiency-size", moves(">", "n^{*}", "b")),
        said("text:summary-data-bound-data-efficiency-compute", moves(">", "(6n^{*}D)", "b"), moves(">", SPENT, "b")),
        said("text:summary-data-bound-parameter-efficiency-size", moves("<", "n^{*}", "a")),
        said(
            "text:summary-data-bound-parameter-efficiency-compute", moves("<", "(6n^{*}D)", "a"), moves("<", SPENT, "a")
        ),
        Claim(
            "text:summary-data-bound-hardware-size",
            denies=(moves("=", "n^{*}", "E"),),
            note="Of what Theorem 3 gives, which does not depend on E, as the paper says there.",
        ),
        said("text:summary-data-bound-hardware-expenditure", moves("<", SPENT, "E")),
        Claim(
            "text:summary-unequivocally",
            given=(r"\theta\geq 1",),
            says=(
                rf"\alpha=\beta,D=\theta\implies\frac{{{SPENT}}}{{\theta^{{2}}}}=\frac{{6}}{{\rho E}}",
                rf"{DOLLARS}>\frac{{\theta^{{2}}}}{{1.37}}",
            ),
            unless=(FASTER_DATA,),
            note="θ is the factor by which the available data grow in a year, of which nothing is said. Expenditure in "
            "dollars grows 5/1.37-fold, what Theorem 3 gives for α = β grows by θ²/1.37.",
        ),
    ),
)

# -- trends ---------------------------------------------------------------------------------------------------------

LOG = Section(
    trends.LOG,
    (
        Claim(
            "text:summary-exceeds",
            uses=("text:too-fast",),
            says=AS_PRINTED,
            note="As text:too-fast: true of the solution, though the paper's comparison does not show it.",
        ),
    ),
)
BREAK_EVEN = Section(
    trends.TIME.extend(define=(r"\alpha\triangleq .3",), given=(rf"\alpha{HAT}>-1",)),
    (
        Claim(
            "eq:summary-break-even",
            roles=PREMISE,
            denies=(rf"{HAT}\geq -.775\implies {rates.at(rates.LEAST_RATE, HAT)}<{DOLLARS}",),
            via={"denied_1": rates.slower("-.775", HAT, rates.LEAST_RATE, f"<{DOLLARS}")},
            note="The sentence is about the growth that is profit-optimal. -0.77 is where the bound of Theorem 1 grows "
            "fivefold; the solution's expenditure grows no faster than the left side here (eq:growth), which is less "
            "than observed growth in dollars, and in FLOPs too.",
        ),
        Claim(
            "text:summary-range",
            says=(rf"-.775\leq {HAT}\implies {HAT}>-1",),
            note="The range is γ > -1 of Sections 2.1 and 7.2. By the introduction's γ < -1 it would not be.",
        ),
        Claim(
            "text:summary-lower-end",
            says=(rf"{HAT}\leq -.765\implies {HAT}-(-1)<0-{HAT}",),
            note="It is closer to -1 than to 0.",
        ),
    ),
)

SECTIONS = (COMPUTE, TWO_SOLUTIONS, EXPONENTS, DATA, LOG, BREAK_EVEN)
FINDINGS = (
    Finding(
        "With limited data, better hardware is said to reduce model size, and not to affect it",
        ("text:summary-data-bound-hardware-size", "text:thm3-independent"),
        "step",
        so="what Theorem 3 gives does not depend on $E$; its training cost falls as $\\frac{1}{E}$",
        contradiction=True,
    ),
    Finding(
        r"The bound on training cost for $\gamma=-1$ is subquadratic only for $\alpha<1/3$",
        ("text:summary-subquadratic",),
        "step",
        so=r"with $\alpha=.34$ or $.35$, which the paper reports, the exponent $\frac{1+\alpha}{1-\alpha}$ exceeds 2",
    ),
    Finding(
        "Limited data rule current growth out only if the amount of data hardly grows",
        ("text:summary-unequivocally",),
        "step",
        so=r"if available data grow by $\theta$ a year, the comparison needs $\theta^{2}<5$",
    ),
)
