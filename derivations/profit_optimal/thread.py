"""The author's thread."""

from __future__ import annotations

from derivations.profit_optimal import compute_bound as cb
from derivations.profit_optimal import statements as st
from derivations.profit_optimal import theorem_1
from derivations.profit_optimal.optimum import SMALL_POSITIVE
from derivations.profit_optimal.rates import DOLLARS, LINEAR_RATE, OWN_RATE, RATE, slower
from derivations.profit_optimal.scopes import LINKING, POSITIVE
from derivations.profit_optimal.section_2 import CURVATURE
from derivations.profit_optimal.section_5 import moves, said
from derivations.profit_optimal.section_42 import COST as LOG_SPENT
from derivations.profit_optimal.section_42 import SIZE as LOG_SIZE
from derivations.profit_optimal.theorem_1 import DATA, SIZE
from derivations.profit_optimal.theorem_1 import SPENT as PRINTED_SPENT
from symcheck import Claim, Cut, Finding, Rise, Section

SMALLER = (
    rf"\frac{{\partial {SIZE}}}{{\partial a}}<0",
    rf"\frac{{\partial {LOG_SIZE}}}{{\partial a}}<0",
    rf"\gamma>0,{cb.SHRINKS_POSITIVE}",
    rf"\gamma<0,2\alpha\gamma>-1,{cb.SHRINKS_NEGATIVE}",
)
SHRINKING = {"says_3": cb.SHRINKING_POSITIVE, "says_4": cb.SHRINKING_NEGATIVE}
SHRINKS = (
    "The first two statements are about the bounds of Theorems 1 and 2, the others about the solution: n* tends to 0 "
    "as a grows, for γ < 0 if 2αγ > -1. For γ = 0 the bound falls for α < 1 alone."
)

HARDWARE = Section(
    cb.SOLVED,
    (
        Claim(
            "text:thread-polynomial",
            uses=(*cb.CITED, "eq:thm1-size", "eq:thm1-data", "eq:thm1-expenditure"),
            given=(*theorem_1.START, r"E>1/(6\delta\rho)"),
            says=(
                rf"n^{{*}}\leq {theorem_1.FACTOR}{theorem_1.SIZE_RHO}",
                rf"d^{{*}}\leq {theorem_1.FACTOR}{theorem_1.DATA_RHO}",
                (
                    rf"{cb.COST}\leq {theorem_1.TWICE}"
                    r"a^{-\frac{2\gamma}{1+\alpha\gamma}}\left(\frac{E}{\rho}\right)^{\frac{1-\alpha\gamma}{1+\alpha\gamma}}"
                ),
            ),
            note="Of the solution, for γ ≠ 0; Theorem 2 has it for γ = 0.",
        ),
        Claim(
            "text:thread-slightly-superlinear",
            uses=cb.CITED,
            says=(
                rf"\alpha=.3,\gamma\geq -1\implies {cb.SIZE_RATE}\leq 1.43",
                rf"\alpha=.3,\gamma\geq -1\implies {cb.SPENT_RATE}\leq 1.86",
                cb.SLOWER_THAN_LINE,
                cb.CHEAPER_THAN_LINE,
            ),
            via={
                "says_2": (Cut(r"-.3\leq\alpha\gamma"),),
                "says_3": cb.SLOW,
                "says_4": cb.LINE,
            },
            note="The first two statements are about the printed bound, for α = .3; 1.86, the exponent of C*, is "
            "nearer to quadratic. The others are about the solution, which is sublinear for -1/2 < αγ < 0.",
        ),
        Claim(
            "text:thread-linear-demand",
            uses=cb.CITED,
            given=(r"\gamma=-1",),
            says=(f"{cb.SIZE_RATE}>1", f"{cb.SPENT_RATE}>1"),
            denies=(cb.SLOWER_THAN_LINE, cb.CHEAPER_THAN_LINE),
            via={"denied_1": cb.SLOW, "denied_2": cb.LINE},
            note=f"{cb.BOTH} For γ = -1 and α < 1/2, n* and C* are from some E on less than any fraction of E.",
        ),
        Claim(
            "text:thread-diminishing-demand",
            uses=cb.CITED,
            says=(
                rf"\gamma>-1\implies {cb.SIZE_RATE}\leq 1",
                rf"\gamma>-1\implies {cb.SPENT_RATE}\leq 1",
                cb.SLOWER_THAN_LINE,
                cb.CHEAPER_THAN_LINE,
            ),
            unless=(r"\gamma>0",),
            via={"says_3": cb.SLOW, "says_4": cb.LINE},
            note="The first two statements are about the printed bound: for -1 < γ < 0 demand diminishes, but the "
            "bound is superlinear. The others are about the solution, which is sublinear there if αγ > -1/2.",
        ),
    ),
)
PARAMETERS = Section(
    cb.SOLVED,
    (
        Claim(
            "text:thread-parameter-size",
            uses=cb.CITED,
            says=SMALLER,
            unless=(r"\alpha<1",),
            via=SHRINKING,
            note=SHRINKS,
        ),
        Claim(
            "text:thread-parameter-data",
            uses=(*cb.CITED, "text:intro-parameter-efficiency"),
            says=(rf"\frac{{\partial {DATA}}}{{\partial a}}<0",),
            denies=(cb.MORE_DATA, r"\frac{\partial(aE)}{\partial a}>0"),
            via={"denied_1": cb.DATA_GROWING},
            note="The bound of Theorem 1 does not depend on a, that of Theorem 2 increases with it. The first contrary "
            "is about the solution: for γ < 0, d* exceeds every amount B when a is large enough (for any K).",
        ),
        Claim(
            "text:thread-parameter-expenditure",
            uses=(*cb.CITED, "text:intro-parameter-efficiency"),
            says=(
                rf"\frac{{\partial {PRINTED_SPENT}}}{{\partial a}}<0",
                rf"\alpha<\frac{{1}}{{2}}\implies\frac{{\partial {LOG_SPENT}}}{{\partial a}}<0",
            ),
            denies=(cb.GROWS,),
            note="The first two statements are about the bounds of Theorems 1 and 2, the latter for α < 1/2; the "
            "contrary is about the solution: for γ < 0, C* exceeds every amount when a is large enough.",
        ),
        Claim(
            "text:thread-small-models",
            uses=("text:thread-parameter-size", *cb.CITED),
            says=SMALLER,
            unless=(r"\alpha<1",),
            note=SHRINKS,
        ),
    ),
)
DATA_SIZE = Section(cb.TWO_SOLUTIONS, (st.larger_models("text:thread-data-efficiency-size"),))
DATA_EFFICIENCY = Section(
    cb.SOLVED,
    (
        Claim(
            "text:thread-data-efficiency-data",
            uses=(*cb.CITED, "text:intro-parameter-efficiency"),
            says=(
                rf"\gamma<0\implies\frac{{\partial {DATA}}}{{\partial b}}>0",
                rf"\gamma>0\implies\frac{{\partial {DATA}}}{{\partial b}}<0",
                cb.FEWER_DATA,
                cb.MORE_DATA,
                rf"B>0,\gamma>0,{theorem_1.DATA_LIMIT}\implies d^{{*}}<B",
            ),
            via={
                "says_3": cb.DATA_SHRINKING,
                "says_4": cb.DATA_GROWING,
                "says_5": (Cut(SMALL_POSITIVE), *theorem_1.DATA_FALLS),
            },
            note="The first two statements are about the printed bound, the others about the solution: for αγ < -1/2 "
            "its d* is less than any amount B for small b, and more for larger b where E is large; for greater γ it "
            "tends to 0 as b grows. With α < 1/2, as in practice, no γ of at least -1 is so small.",
        ),
        Claim(
            "text:thread-data-efficiency-expenditure",
            uses=(*cb.CITED, "text:intro-parameter-efficiency"),
            says=(cb.STARTS_LOW, cb.GROWS, cb.FALLS_WITH_DATA),
            via={"says_1": cb.STARTING_LOW, "says_3": cb.FALLING_WITH_DATA},
            note="Of the solution: for γ < 0 its C* is less than any amount K for small b, and more for larger b where "
            "E is large; it tends to 0 as b grows, here for γ > 0. The bound of Theorem 1 decreases with b for no γ "
            "that the theorem allows.",
        ),
    ),
)
DATA_BOUND = Section(
    st.LIMITED,
    (
        said("text:thread-data-bound-size", moves(">", "n^{*}", "b")),
        st.spending_moves("text:thread-data-bound-spend", ">", "b"),
        st.spending_moves("text:thread-data-bound-hardware", "<", "E"),
        st.spending_moves("text:thread-data-bound-parameter", "<", "a"),
    ),
)
FELL_SHORT = rf"\gamma\geq -.765\implies {RATE}<5"
SLOWER = slower("-.765", r"\gamma", end="<5")
TRENDS = Section(
    st.PAPER_ALPHA,
    (
        Claim(
            "text:thread-trends",
            says=(FELL_SHORT, f"{OWN_RATE}<{DOLLARS}"),
            via={"says_1": SLOWER, "says_2": slower("-1", r"\gamma", OWN_RATE, f"<{DOLLARS}")},
            note="Read as of growth, which is all that is compared in Section 6. Of the bound: with the inputs as they "
            "are printed; and, with expenditure in dollars and compute efficiency as the model makes it, for every γ "
            "that it allows, linear demand included.",
        ),
        Claim(
            "text:thread-expectations-hardware",
            says=(
                r"3^{\frac{1}{1-\alpha}}<5",
                r"1.37^{\frac{1+\alpha}{1-\alpha}}<5",
                rf"3^{{\frac{{\alpha}}{{1-\alpha}}}}<{DOLLARS}",
                rf"1.37^{{\frac{{1+\alpha}}{{1-\alpha}}}}<{DOLLARS}",
            ),
            note="Without advances in hardware, or without those in training, even the bound for γ = -1 grows more "
            "slowly than is observed: with the inputs as they are printed, and in dollars with compute efficiency as "
            "the model makes it. For α = .3.",
        ),
        Claim(
            "text:thread-expectations-demand",
            says=(FELL_SHORT, f"5<{LINEAR_RATE}"),
            via={"says_1": SLOWER},
            note="Of the bound, with the inputs as they are printed.",
        ),
    ),
)
ASSUMPTIONS = (
    Section(
        st.COSTS.extend(define=("eq:leontief",)),
        (
            Claim("text:thread-monopoly", status="assumption"),
            Claim(
                "text:thread-scaling",
                uses=("text:intro-monotonic", "text:intro-costs"),
                says=(
                    r"n<n^{\prime},d<d^{\prime}\implies q(n,d)<q(n^{\prime},d^{\prime})",
                    r"\frac{\partial C_{\operatorname{train}}}{\partial n}>0",
                    r"\frac{\partial C_{\operatorname{train}}}{\partial d}>0",
                    r"\frac{\partial C_{\inf}}{\partial n}>0",
                ),
                note="Inference costs more with more parameters alone.",
            ),
        ),
    ),
    Section(
        POSITIVE.extend(define=("eq:leontief",), functions=()),
        (
            Claim(
                "text:thread-scaled-jointly",
                says=(
                    r"n<n^{\prime}\implies q(n^{\prime},d)=q(n,d)",
                    r"d<d^{\prime}\implies q(n,d^{\prime})=q(n,d)",
                ),
                unless=(r"an^{\alpha}=bd^{\beta}",),
                via={
                    "says_1": (
                        Rise(r"ax^{\alpha}", "x", "n", r"n^{\prime}"),
                        Cut(r"bd^{\beta}\leq a{n^{\prime}}^{\alpha}"),
                    ),
                    "says_2": (
                        Rise(r"bx^{\beta}", "x", "d", r"d^{\prime}"),
                        Cut(r"an^{\alpha}\leq b{d^{\prime}}^{\beta}"),
                    ),
                },
                note="Where one of the two is too small for the other, scaling it alone improves quality. Under the "
                "Chinchilla law, either alone always does.",
            ),
        ),
    ),
    Section(
        LINKING,
        (
            Claim(
                "text:thread-diminishing-assumption",
                given=(r"\gamma\geq -1",),
                says=(
                    r"\frac{\partial f_{\gamma}(q)}{\partial q}>0",
                    rf"{CURVATURE}\leq 0",
                ),
                note="This is γ ≥ -1; the introduction prints γ < -1.",
            ),
        ),
    ),
)

SECTIONS = (HARDWARE, PARAMETERS, DATA_SIZE, DATA_EFFICIENCY, DATA_BOUND, TRENDS, *ASSUMPTIONS)
FINDINGS = (
    Finding(
        "The thread has the data budget fall with parameter efficiency; Theorem 2's bound rises with it, as does the "
        "optimum",
        ("text:thread-parameter-data", "text:thm2-parameter-data"),
        "headline",
        so=r"Theorem 1's bound on $d^{*}$ does not depend on $a$, Theorem 2's is $O(aE)$; for $\gamma<0$ the optimal "
        r"$d^{*}$ exceeds every amount for large $a$",
        contradiction=True,
    ),
    Finding(
        "That parameter efficiency makes for smaller models follows for logarithmic demand only if $\\alpha<1$",
        ("text:thread-parameter-size", "text:thread-small-models"),
        "step",
        so=r"at $\alpha=1$ Theorem 2's bound on $n^{*}$ does not depend on $a$",
    ),
    Finding(
        r"Demand that diminishes keeps the bounds linear only for $\gamma\geq 0$",
        ("text:thread-diminishing-demand",),
        "step",
        so=r"for $-1<\gamma<0$ demand diminishes and the bounds are superlinear; the optimum itself is sublinear there "
        r"if $\alpha\gamma>-\frac{1}{2}$",
    ),
    Finding(
        "Quality increases with one of size and data alone wherever it is the one in short supply",
        ("text:thread-scaled-jointly",),
        "step",
        so=r"scaling one alone is in vain where $an^{\alpha}=bd^{\beta}$; under the Chinchilla law it never is",
    ),
)
