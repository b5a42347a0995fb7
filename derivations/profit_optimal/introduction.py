"""The introduction's last paragraphs, and Figure 1: what is optimal, and what current trends are."""

from __future__ import annotations

from derivations.profit_optimal import compute_bound as cb
from derivations.profit_optimal import data_bound as db
from derivations.profit_optimal import section_6, trends
from derivations.profit_optimal import statements as st
from derivations.profit_optimal.optimum import ARGMAX
from derivations.profit_optimal.rates import (
    C_LOG,
    DOLLARS,
    EITHER,
    EITHER_LINEAR_RATE,
    LEAST_RATE,
    LOG_SPENT,
    PLAIN_POWER,
    RATE,
    at,
    slower,
)
from derivations.profit_optimal.scopes import PREMISE
from derivations.profit_optimal.section_5 import NEAR_LINEAR, NEAR_QUADRATIC, OF_THEOREM_3, SPENT, moves, said
from derivations.profit_optimal.section_6 import HAT
from derivations.profit_optimal.theorem_1 import DATA, SIZE, SPENDING_GROWS
from derivations.profit_optimal.theorem_1 import SPENT as PRINTED_SPENT
from symcheck import Claim, Finding, Section

OPTIMAL = Section(
    cb.SOLVED,
    (
        Claim(
            "text:figure-1-hardware",
            uses=cb.CITED,
            given=(r"\gamma=-1",),
            says=(cb.CHEAPER_THAN_LINE,),
            denies=(cb.STEEPER_THAN_LINE,),
            unless=(r"\alpha<\frac{1}{2}",),
            via={"says_1": cb.LINE, "denied_1": cb.STEEPENING},
            note="True of the solution for γ = -1 and α < 1/2, as Section 4.2 says of α in practice; for α ≥ 1/2 it "
            "spends at least a fixed multiple of E. The bound of Theorem 1 is superlinear: its exponent is "
            "(1+α)/(1-α) > 1.",
        ),
        Claim(
            "text:figure-1-parameter",
            uses=(*cb.CITED, "text:intro-parameter-efficiency"),
            given=(r"\gamma=-1",),
            says=(rf"\frac{{\partial {PRINTED_SPENT}}}{{\partial a}}<0",),
            denies=(cb.GROWS,),
            note=f"{cb.BOTH} For γ = -1, optimal expenditure exceeds every amount when a is large enough.",
        ),
        Claim(
            "text:intro-size-rate",
            uses=cb.CITED,
            says=(f"{cb.elasticity(SIZE)}={cb.SIZE_RATE}",),
            denies=(cb.BELOW_RATE, cb.BELOW_ROOT),
            via={"denied_1": cb.RATE, "denied_2": cb.ROOT},
            note=f"{cb.BOTH} For γ < 0, n* is from some E on less than any fraction of what is printed; its exponent "
            "is at most half of that. For γ > 0, it is less than any fraction of the square root of E.",
        ),
        Claim(
            "text:intro-data-rate",
            uses=(*cb.CITED, "text:intro-size-rate"),
            says=(f"{cb.elasticity(DATA)}={cb.SIZE_RATE}",),
            denies=(cb.BELOW_RATE_DATA,),
            via={"denied_1": cb.RATE},
            note=f"{cb.BOTH} As for n*, since d* = ρn*.",
        ),
        Claim(
            "text:intro-expenditure-rate",
            uses=cb.CITED,
            says=(f"{cb.elasticity(PRINTED_SPENT)}={cb.SPENT_RATE}",),
            denies=(cb.FALLS, cb.BELOW_PRINTED),
            via={"denied_1": cb.FALLING, "denied_2": cb.PRINTED},
            note=f"{cb.BOTH} For γ > 0, C* tends to 0 as E grows; for γ < 0 it is from some E on less than any "
            "fraction of what is printed. It is a cost, in dollars; compute is what it buys.",
        ),
        Claim(
            "text:intro-parameter-efficiency",
            uses=cb.CITED,
            says=(cb.GROWS, cb.FALLS_WITH_SIZE),
            via={"says_1": SPENDING_GROWS, "says_2": cb.FALLING_WITH_SIZE},
            note="Said of the solution: as a grows, C* exceeds every amount for γ < 0, and tends to 0 for γ > 0. The "
            "bound of Theorem 1 has a^(-1/α), which decreases whatever the sign of γ.",
        ),
    ),
)
DATA_EFFICIENCY = Section(
    cb.TWO_SOLUTIONS,
    (
        Claim(
            "text:intro-data-efficiency-size",
            given=(ARGMAX,),
            uses=("text:data-efficiency-size",),
            says=(rf"\frac{{\partial {SIZE}}}{{\partial b}}<0", "n_{1}<n^{*}"),
            denies=("n^{*}<n_{1}",),
            note="Neither of the printed bound nor of the solutions n* and n_1 for data efficiencies b and b_1 > b.",
        ),
        Claim(
            "text:intro-data-efficiency-expenditure",
            given=(ARGMAX,),
            says=(rf"\frac{{\partial {PRINTED_SPENT}}}{{\partial b}}=0", f"{cb.SPENT_HERE}={cb.SPENT_THERE}"),
            note="Neither of the printed bound (but for αγ = 1) nor of the solutions for data efficiencies b and b_1 "
            "> b.",
        ),
    ),
)

ALL_USED = Section(
    db.MAY_USE,
    (
        Claim(
            "text:intro-data-bound-size",
            uses=("text:all-data-used",),
            says=(rf"d^{{*}}=D\implies n^{{*}}={db.SIZE}", *NEAR_LINEAR),
            note="Of the solution where at most D tokens can be used and all are: the exponent of D is β/α, and "
            "between .8 and 1.3 for the estimates of the second footnote.",
        ),
        Claim(
            "text:intro-data-bound-independent",
            uses=("text:all-data-used",),
            says=(rf"d^{{*}}=D\implies n^{{*}}={db.SIZE}", rf"\frac{{\partial {db.SIZE}}}{{\partial E}}=0"),
            note="Of the solution where at most D tokens can be used and all are. Where d = D is enforced, as in "
            "Theorem 3, the optimal size can depend on E.",
        ),
    ),
)
LIMITED = Section(
    st.LIMITED,
    (
        Claim(
            "text:intro-data-bound-quadratic",
            says=NEAR_QUADRATIC,
            note=f"{OF_THEOREM_3} The exponent is 2 for α = β, and between 1.8 and 2.3 for the paper's estimates.",
        ),
        st.spending_moves("text:intro-data-bound-hardware", "<", "E"),
        Claim(
            "text:intro-data-bound-data-efficiency",
            says=(moves(">", "n^{*}", "b"), moves(">", SPENT, "b")),
            note=f"{OF_THEOREM_3} To improve is read as to increase.",
        ),
        said("text:intro-data-bound-parameter-efficiency", moves("<", "n^{*}", "a"), moves("<", SPENT, "a")),
    ),
)
LOG_TREND = Section(
    trends.LOG,
    (
        Claim(
            "text:intro-exceeds",
            uses=("text:too-fast",),
            says=(
                r"5>3\cdot 1.37",
                rf"\alpha=.3\implies {DOLLARS}>3^{{\alpha}}\cdot 1.37",
                rf"{C_LOG}\leq {LOG_SPENT}",
            ),
            note="Read as of growth, which is all that is compared in Section 6. True of the solution, whose "
            "expenditure does not grow exponentially at all. The paper's comparison, 5 > 4.11, sets FLOPs against "
            "dollars.",
        ),
    ),
)
BREAK_EVEN = Section(
    section_6.CLOSED.scope,
    (
        Claim(
            "eq:intro-break-even",
            roles=PREMISE,
            uses=("eq:break-even-value",),
            says=(
                rf"{HAT}\leq -.775\implies {at(RATE, HAT)}>5",
                rf"{HAT}\geq -.765\implies {at(RATE, HAT)}<5",
            ),
            denies=(rf"{HAT}\geq -.775\implies {at(LEAST_RATE, HAT)}<{DOLLARS}",),
            via={"denied_1": slower("-.775", HAT, LEAST_RATE, f"<{DOLLARS}")},
            note="The sentence is about the value that makes current trends profit-optimal. The rate of growth of the "
            "bound passes 5 between the ends of what rounds to -0.77; the solution's expenditure grows no faster than "
            "the left side of the contrary, which is less than observed growth in dollars.",
        ),
    ),
)
CONSISTENT = Section(
    section_6.EITHER.scope,
    (
        Claim(
            "text:intro-consistent",
            uses=("eq:break-even-value",),
            says=(rf"{HAT}\leq -.775\implies {at(RATE, HAT)}>5", rf"{DOLLARS}<{EITHER_LINEAR_RATE}"),
            unless=(PLAIN_POWER,),
            note=f"{EITHER} With η = 0 no γ that the model allows would do (text:most-choices).",
        ),
    ),
)

SECTIONS = (OPTIMAL, DATA_EFFICIENCY, ALL_USED, LIMITED, LOG_TREND, BREAK_EVEN, CONSISTENT)
FINDINGS = (
    Finding(
        "The introduction says that data efficiency shrinks the optimal model and leaves training expenditure as it is",
        (
            "text:intro-data-efficiency-size",
            "text:intro-data-efficiency-expenditure",
            "text:abstract-data-efficiency-size",
        ),
        "headline",
        so=r"the abstract says the opposite; $n^{*}$ increases with $b$, and expenditure changes",
        contradiction=True,
    ),
    Finding(
        "With limited data, training expenditure is said to decrease with data efficiency, and to increase with it",
        (
            "text:abstract-data-bound-data-efficiency",
            "text:page-data-bound-data-efficiency",
            "text:intro-data-bound-data-efficiency",
            "text:thm3-data-efficiency",
            "text:thread-data-bound-spend",
        ),
        "headline",
        so=r"it increases: Theorem 3 has $b^{1/\alpha}$ above the fraction bar",
        contradiction=True,
    ),
    Finding(
        r"Figure 1 and the thread disagree on whether expenditure is sublinear in hardware efficiency at $\gamma=-1$",
        ("text:thread-linear-demand", "text:figure-1-hardware", "text:thm1-superlinear"),
        "headline",
        so=r"Theorem 1's bound is superlinear; optimal expenditure itself is sublinear for $\alpha<\frac{1}{2}$, as "
        "Figure 1 says",
        contradiction=True,
    ),
    Finding(
        "Figure 1 and the thread have training expenditure fall with parameter efficiency; for linear demand it rises",
        (
            "text:figure-1-parameter",
            "text:thread-parameter-expenditure",
            "text:parameter-efficiency",
            "text:intro-parameter-efficiency",
        ),
        "headline",
        so=r"Theorem 1's bound falls with $a$ for every $\gamma$; optimal expenditure exceeds every amount for large "
        r"$a$ if $\gamma<0$, and tends to zero if $\gamma>0$, as the introduction says",
        contradiction=True,
    ),
    Finding(
        r"At $\hat{\gamma}\approx -0.77$ current trends are not profit-optimal: FLOPs are set against dollars, an "
        "upper bound against what is optimal",
        ("eq:intro-break-even", "eq:summary-break-even"),
        "headline",
        so=r"the bound grows fivefold there, optimal expenditure at most $1.37^{-\frac{\alpha\gamma}{1+\alpha\gamma}}"
        r"\cdot 3^{-\frac{\gamma}{1+\alpha\gamma}}$-fold, which is less than observed expenditure, "
        r"$\frac{5}{1.37}\approx 3.65$-fold",
    ),
    Finding(
        r"Current trends are within the bound for $\gamma=-1$ only if compute efficiency is $ab$, which in the model "
        "it is not",
        (
            "text:abstract-trends-permissive",
            "text:intro-consistent",
            "text:within-bounds",
            "text:some-choices",
            "text:page-trends-permissive",
            "text:page-trends-compute-bound",
        ),
        "headline",
        so=r"if compute efficiency is $(ab)^{1/\alpha}$, as the model makes it, the bound grows 2.87-fold for "
        r"$\gamma=-1$ and less for greater $\gamma$: observed expenditure, 3.65-fold, is within none; if it is $ab$, "
        r"as Section 6 has it, it is within the bound, in FLOPs and in dollars",
    ),
)
