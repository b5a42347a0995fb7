"""The abstract, the introduction and Figure 1."""

from __future__ import annotations

from derivations.profit_optimal import compute_bound as cb
from derivations.profit_optimal import introduction
from derivations.profit_optimal import statements as st
from derivations.profit_optimal.notation import NOTATION
from derivations.profit_optimal.scopes import INCREASING, LINKING, MODEL, PREMISE, PROFIT
from derivations.profit_optimal.section_2 import BETTER, CURVATURE, DEARER
from derivations.profit_optimal.section_6 import HAT
from symcheck import Claim, Combine, Finding, Scope, Section

ABSTRACT = (
    Section(st.QUALITY, (st.larger("text:abstract-quality"),)),
    Section(st.ADOPTION, (st.adoption("text:abstract-adoption"),)),
    Section(st.COSTS, (st.costs("text:abstract-costs"),)),
    Section(cb.SOLVED, (st.near_linear("text:abstract-near-linear"), st.sub_quadratic("text:abstract-sub-quadratic"))),
    Section(
        cb.TWO_SOLUTIONS,
        (
            st.larger_models("text:abstract-data-efficiency-size"),
            st.more_spending("text:abstract-data-efficiency-expenditure"),
        ),
    ),
    Section(
        st.LIMITED,
        (
            st.scales_as("text:abstract-data-bound"),
            st.spending_moves("text:abstract-data-bound-data", ">", "D"),
            st.spending_moves("text:abstract-data-bound-hardware", "<", "E"),
            st.falls_with_data_efficiency("text:abstract-data-bound-data-efficiency"),
        ),
    ),
    Section(st.EITHER_POWER, (st.permissive("text:abstract-trends-permissive"),)),
    Section(st.ROUNDED, (st.not_data_bound("text:abstract-trends-data-bound"),)),
    Section(st.ROUNDED_ALPHA, (st.stalled("text:abstract-trends-stalled"),)),
)

SCALING = Section(
    st.QUALITY,
    (
        st.larger("text:intro-monotonic"),
        Claim(
            "text:intro-quality-monotonic",
            says=(r"n<n^{\prime},d<d^{\prime}\implies q(n,d)<q(n^{\prime},d^{\prime})",),
            uses=("text:intro-monotonic",),
        ),
        Claim(
            "text:intro-quality-diminishing",
            given=("n>0", "d>0"),
            says=(
                r"\frac{\partial\frac{\partial(an^{\alpha})}{\partial n}}{\partial n}<0",
                r"\frac{\partial\frac{\partial(bd^{\beta})}{\partial d}}{\partial d}<0",
            ),
            unless=(r"\alpha<1", r"\beta<1"),
            note="Of either term of the quality in Section 2.2, which allows α = 1 and β = 1.",
        ),
        st.larger("text:intro-larger-quality"),
    ),
)
COSTS = Section(
    st.COSTS,
    (
        Claim(
            "text:intro-compute",
            says=(
                r"6(\lambda n)d=\lambda c_{\operatorname{train}}",
                r"6n(\lambda d)=\lambda c_{\operatorname{train}}",
            ),
        ),
        Claim(
            "text:intro-quadratic",
            says=(r"6(\lambda n)(\lambda d)=\lambda^{2}c_{\operatorname{train}}",),
            note="Both scaled by the same factor λ.",
        ),
        Claim(
            "text:intro-inference",
            says=(r"2(\lambda n)t=\lambda c_{\inf}", r"\frac{\partial c_{\inf}}{\partial d}=0"),
        ),
        Claim(
            "text:intro-costs",
            says=(
                r"\frac{\partial C_{\operatorname{train}}}{\partial n}>0",
                r"\frac{\partial C_{\operatorname{train}}}{\partial d}>0",
                r"\frac{\partial C_{\inf}}{\partial n}>0",
            ),
            note="Inference costs more with more parameters alone.",
        ),
    ),
)
PRICE = Section(
    INCREASING,
    (
        Claim(
            "text:intro-price",
            says=(DEARER,),
            via={"": BETTER},
            note="At every quantity of tokens, for any increasing linking function.",
        ),
    ),
)

CORNER = (r"\alpha\triangleq 1", r"\beta\triangleq 1", r"\gamma\triangleq -1")
"""Linear demand, and the greatest exponents that the model allows."""
MARGIN = r"\left(\omega a-\frac{2}{E}\right)"
GAIN = rf"\left(\frac{{{MARGIN}^{{2}}}}{{4\delta}}-\frac{{6\rho}}{{E}}\right)"
BEYOND = rf"n{GAIN}\geq M+\frac{{\omega}}{{2\delta}}{MARGIN}"
UNBOUNDED = Section(
    MODEL.extend(
        define=("eq:leontief", "eq:rho", *PROFIT, "eq:linking-function", r"f(q)\triangleq f_{\gamma}(q)", *CORNER),
        functions=(),
    ),
    (
        Claim(
            "text:intro-existence",
            denies=(
                (
                    rf"M>0,{MARGIN}>0,{GAIN}>0,n\geq 1,{BEYOND}\implies\pi\left(n,\rho "
                    rf"n,\frac{{n}}{{2\delta}}{MARGIN}\right)"
                    r"\geq M"
                ),
            ),
            via={"denied_1": (Combine(((BEYOND, "n"), (r"n\geq 1", "M"))),)},
            note="The contrary is about linear demand, γ = -1, and α = β = 1, which the model allows: where E is "
            "large, profit exceeds every amount M. For γ > 0, for γ = 0, and for γ > -1 it is bounded (Section 2.3).",
        ),
    ),
)

DEMAND = Section(
    LINKING,
    (
        Claim(
            "text:intro-power-law",
            says=(r"\gamma f_{\gamma}(q)=1-q^{-\gamma}", r"\frac{\partial f_{\gamma}(q)}{\partial q}>0"),
            note="The factor of proportionality is 1/γ, as in Section 2.1, and negative for γ < 0. It is the linking "
            "function that is so; the density of the thresholds is its slope.",
        ),
        Claim(
            "text:intro-gamma-controls",
            says=(rf"-q{CURVATURE}=(1+\gamma)\frac{{\partial f_{{\gamma}}(q)}}{{\partial q}}",),
            note="The relative curvature of f_γ is 1 + γ at every quality.",
        ),
        Claim(
            "text:intro-diminishing-demand",
            given=(r"\gamma<-1",),
            says=(rf"{CURVATURE}\leq 0",),
            denies=(f"{CURVATURE}>0",),
            note="It is γ ≥ -1 that makes demand diminishing or linear.",
        ),
        Claim(
            "eq:intro-gamma-range",
            roles=PREMISE,
            denies=(rf"\gamma<-1\implies {CURVATURE}>0",),
            note="Contradicts what it is said to mean: demand that is diminishing or at most linear.",
        ),
        Claim(
            "text:intro-barely",
            says=(rf"{HAT}\geq -.775\implies 0<1+{HAT}", rf"{HAT}\leq -.765\implies 1+{HAT}<\frac{{1}}{{4}}"),
            note="1 + γ is the relative curvature: 0 for linear demand, 1 for logarithmic demand.",
        ),
    ),
)
SUFFICES = Section(
    Scope(NOTATION, given=(r"0<\alpha\leq 1",)),
    (
        Claim("eq:figure-1-gamma", roles=PREMISE),
        Claim("eq:intro-prior", roles=PREMISE),
        Claim(
            "text:intro-suffices",
            says=(
                r"\gamma\geq -1\implies\alpha\gamma\leq 1",
                r"\gamma\geq -1\implies\alpha\gamma>-1",
                r"\gamma<-1\implies\alpha\gamma>-1",
            ),
            note="With γ ≥ -1 as must be meant, with γ < -1 as printed: neither gives αγ > -1, without which the "
            "exponents of Theorem 1 are undefined or negative; nor does γ ≥ -1 give αγ ≤ 1, which Theorem 1 assumes.",
        ),
        Claim(
            "text:figure-1-axis",
            given=("n>0", "a>0"),
            says=(r"\frac{an^{\alpha}}{n}=a",),
            unless=(r"\alpha=1",),
            note="Quality per parameter is parameter efficiency a for α = 1 alone; a is quality per parameter^α.",
        ),
    ),
)

SECTIONS = (*ABSTRACT, SCALING, COSTS, PRICE, UNBOUNDED, DEMAND, SUFFICES, *introduction.SECTIONS)
FINDINGS = (
    Finding(
        "Optimal model size and data budget do not track hardware efficiency at a near-linear rate; an upper bound "
        "does",
        (
            "text:abstract-near-linear",
            "text:thm1-linear",
            "text:intro-size-rate",
            "text:intro-data-rate",
            "text:intro-expenditure-rate",
            "text:page-near-linear",
            "text:page-abstract-near-linear",
        ),
        "headline",
        so=r"they grow at most like $E^{1/(2+2\alpha\gamma)}$ for $\gamma<0$, half the printed exponent, and at most "
        r"like $E^{1/(2+\alpha\gamma)}$ for $\gamma>0$, where $C^{*}_{\operatorname{train}}$ tends to zero",
    ),
    Finding(
        r"Training cost is said to be sub-quadratic in $E$; the bound is so for $\alpha\gamma>-\frac{1}{3}$ alone",
        ("text:abstract-sub-quadratic", "text:page-sub-quadratic"),
        "headline",
        so=r"with $\alpha=.34$ or $.35$, which the paper reports, the bound's exponent for $\gamma=-1$ exceeds 2; "
        r"optimal training cost itself is sub-quadratic for $\alpha\gamma>-\frac{2}{3}$",
    ),
    Finding(
        "With more efficient data, a firm can spend less on training, not more",
        (
            "text:abstract-data-efficiency-expenditure",
            "text:page-data-efficiency-expenditure",
            "text:thm2-data-efficiency-expenditure",
            "text:summary-data-efficiency-expenditure",
            "text:exponential-data",
        ),
        "headline",
        so=r"the bound on $C^{*}_{\operatorname{train}}$ increases with $b$ for $\alpha\gamma<1$; optimal expenditure "
        "itself can fall, from 16 dollars to 4.18 while size grows from 4 to 9 parameters, and tends to zero as $b$ "
        "grows, since optimal size stays below a limit that the cost of inference sets",
    ),
    Finding(
        r"That current trends are too fast for stalled hardware hangs on $\alpha=.3$",
        ("text:abstract-trends-stalled", "text:page-trends-stalled", "text:page-trends-not-optimal"),
        "step",
        so=r"the bound grows $3^{\frac{1}{1-\alpha}}$-fold: 4.80 for $\alpha=.3$, but 5.28 for $\alpha=.34$ and 5.42 "
        r"for $\alpha=.35$, which the paper reports too",
    ),
    Finding(
        r"The introduction assumes $\gamma<-1$ for demand that is diminishing or at most linear",
        ("text:intro-diminishing-demand", "eq:intro-gamma-range", "text:diminishing", "eq:assumed-gamma-range"),
        "slip",
        so=r"demand is diminishing for $\gamma>-1$, as Sections 2.1 and 7.2 have it, and linear for $\gamma=-1$",
        contradiction=True,
    ),
    Finding(
        r"That demand diminishes or is linear does not suffice for the main results",
        ("text:intro-suffices",),
        "theorem",
        so=r"Theorem 1 assumes $\alpha\gamma\leq 1$ besides, and its exponents need $\alpha\gamma>-1$, which "
        r"$\gamma\geq -1$ does not give where $\alpha=1$",
    ),
    Finding(
        "There need not be any profit-optimal choice of size and data",
        ("text:intro-existence",),
        "theorem",
        so=r"for linear demand and $\alpha=\beta=1$, which the model allows, profit exceeds every amount where $E$ is "
        r"large; for $\gamma>-1$ it is bounded",
    ),
    Finding(
        r"Expenditure scales as $D^{2}/E$ only for $\alpha=\beta$",
        ("text:abstract-data-bound", "text:page-data-bound"),
        "step",
        so=r"as $D^{1+\beta/\alpha}/E$; the exponent is between 1.8 and 2.3 for the paper's estimates",
    ),
    Finding(
        r"Quality per parameter, the axis of Figure 1, is parameter efficiency for $\alpha=1$ only",
        ("text:figure-1-axis",),
        "slip",
        so=r"$a$ is quality per parameter to the power $\alpha$",
    ),
    Finding(
        r"Quality improvements need not diminish where $\alpha=1$ or $\beta=1$ is allowed",
        ("text:intro-quality-diminishing",),
        "slip",
        so=r"they do for $\alpha<1$ and $\beta<1$",
    ),
    *introduction.FINDINGS,
)
