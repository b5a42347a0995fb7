"""Section 6: annual growth rates of the bound and of the solution, from the paper's own formulas and inputs."""

from __future__ import annotations

from derivations.profit_optimal import rates, trends
from derivations.profit_optimal.optimum import SMALL_NEGATIVE, SMALL_POSITIVE
from derivations.profit_optimal.rates import (
    DOLLARS,
    HARDWARE,
    LINEAR_RATE,
    OWN_RATE,
    PARAMETERS,
    RATE,
    at,
    slope,
    slower,
)
from derivations.profit_optimal.scopes import PREMISE
from derivations.profit_optimal.theorem_1 import CITED, SOLUTION, START, TWICE
from symcheck import Bound, Claim, Combine, Cut, Finding, Rise, Section

SPENT = (
    r"c_{\operatorname{train}}=5^{t},E=1.37^{t},C_{\operatorname{train}}=\frac{c_{\operatorname{train}}}{E}"
    r"\implies C_{\operatorname{train}}"
)
HAT = r"\hat{\gamma}"
FOR_QUALITY = (
    r"n=\left(\frac{q}{a}\right)^{1/\alpha},d=\left(\frac{q}{b}\right)^{1/\alpha},"
    r"d^{\prime}=\left(\frac{q}{b_{1}}\right)^{1/\alpha}\implies "
)

_DATA, _MORE = r"q^{1/\alpha}b^{1-1/\alpha}", r"q^{1/\alpha}b_{1}^{1-1/\alpha}"
LESS_WITH_MORE = (
    Cut(rf"{_MORE}<{_DATA}", (Combine(((r"-b^{1-1/\alpha}<-b_{1}^{1-1/\alpha}", r"q^{1/\alpha}"),)),)),
    Cut(rf"d^{{\prime}}b_{{1}}={_MORE}"),
    Cut(rf"db={_DATA}"),
    Cut(r"d^{\prime}b_{1}<db"),
    Combine(((r"d^{\prime}b_{1}<db", "na"),)),
)
"""With more data efficiency, compute times ab falls for one quality: compute falls faster than ab rises."""

AS_PRINTED = (
    r"5>3\cdot 1.37",
    rf"\alpha=.3\implies {DOLLARS}>3^{{\alpha}}\cdot 1.37",
    rf"{rates.C_LOG}\leq {rates.LOG_SPENT}",
)
"""For gamma = 0: with the inputs as printed; in dollars and with compute efficiency (ab)^(1/alpha); of the solution."""

POWER = Section(
    trends.POWER.extend(given=(r"\gamma\neq 0", r"\alpha\gamma\leq 1", r"E>1/(6\delta\rho)", r"\alpha\gamma>-1")),
    (
        Claim(
            "eq:growth",
            uses=("eq:thm1-expenditure", *CITED),
            given=trends.GROWING,
            bounds={0: Bound(TWICE, start=START)},
            says=(
                rf"\gamma<0\implies C^{{*}}_{{\operatorname{{train}}}}(\gamma)\leq {rates.NEGATIVE_BOUND}",
                rf"\gamma>0\implies C^{{*}}_{{\operatorname{{train}}}}(\gamma)\leq {rates.POSITIVE_BOUND}",
            ),
            via={
                "2": (rates.REWRITE,),
                "says_1": rates.spending(SMALL_NEGATIVE, rates.NEGATIVE_BOUND),
                "says_2": rates.spending(SMALL_POSITIVE, rates.POSITIVE_BOUND),
            },
            note=f"{SOLUTION} What is proportional to 1.37^t is taken to be 1.37^t. The formal statements are smaller "
            "bounds on the solution, which hold as well: for γ > 0 its expenditure shrinks.",
        ),
        Claim(
            "eq:growth-linear",
            uses=("eq:growth", "eq:thm1-expenditure", *CITED),
            given=(*trends.GROWING, r"\gamma=-1", r"\alpha=.3"),
            bounds={0: Bound(TWICE, start=START)},
            via={"1": rates.LINEAR_SPENDING},
            note=SOLUTION,
        ),
    ),
)

LOG = Section(
    trends.LOG,
    (
        Claim(
            "text:too-fast",
            says=AS_PRINTED,
            via={"says_3": rates.LOGARITHMIC_SPENDING},
            note="True of the solution: its expenditure grows no faster than ln(aE), so not exponentially at all. The "
            "paper's comparison, 5 > 4.11, sets FLOPs against dollars; in dollars alone, 3.65 < 4.11 shows nothing. If "
            "compute efficiency is (ab)^(1/α) too, the bound grows 1.90-fold.",
        ),
        Claim(
            "eq:growth-log",
            uses=("text:too-fast",),
            bounds={
                0: Bound(rf"\frac{{\alpha\omega^{{2}}}}{{4\delta}}{rates.FACTOR}", start=(r"E\geq 1", r"a\geq 1")),
                1: Bound("1", given=trends.GROWING[:2]),
            },
            via={"1": (Cut(rf"{rates.C_LOG}\leq {rates.LOG_SPENT}"), *rates.BELOW_LINE)},
            note=f"{SOLUTION} It holds for every ρ.",
        ),
    ),
)

EFFICIENCY = Section(
    trends.TIME.extend(given=("a>0", "b>0", "q>0", "b_{1}>0", "n>0", "d>0"), define=(r"\alpha\triangleq .3",)),
    (
        Claim("eq:trend-compute", roles=PREMISE, note="The paper calls it training compute, which is in FLOPs."),
        Claim("eq:trend-hardware", roles=PREMISE),
        Claim(
            "eq:trend-algorithms",
            roles=PREMISE,
            says=(
                f"{FOR_QUALITY}ndab=nd^{{\\prime}}ab_{{1}}",
                f"{FOR_QUALITY}nd(ab)^{{1/\\alpha}}=nd^{{\\prime}}(ab_{{1}})^{{1/\\alpha}}",
            ),
            denies=(f"b<b_{{1}},{FOR_QUALITY}nd^{{\\prime}}ab_{{1}}<ndab",),
            via={"denied_1": (Rise(r"-x^{1-1/\alpha}", "x", "b", "b_{1}", strict=True), *LESS_WITH_MORE)},
            note="Compute efficiency is the inverse of the compute that one quality takes. d and d' are the data for "
            "quality q with data efficiencies b and b_1, n is its size. Compute times ab would be the same for both; "
            "it falls as b rises. The second statement is what is so: compute efficiency is (ab)^(1/α), and where it "
            "grows threefold, ab grows 3^α-fold.",
        ),
        Claim("text:trend-time", status="assumption"),
        Claim("text:trend-equally", status="assumption"),
        Claim(
            "eq:trend-efficiencies",
            roles={0: "premise", 1: "premise"},
            says=(r"a=b,ab=3^{t}\implies a^{2}=3^{t}",),
        ),
        Claim(
            "text:compare-growth",
            says=(
                rf"{SPENT}=5^{{t}}",
                rf"{SPENT}=\left({DOLLARS}\right)^{{t}}",
                rf"{DOLLARS}\approx 3.65",
                rf"{DOLLARS}<3\cdot 1.37",
                rf"{DOLLARS}<3^{{\frac{{1}}{{1-\alpha}}}}",
            ),
            note="What is reported to grow fivefold is compute, c_train, in FLOPs; the bound is on expenditure,"
            " C_train = c_train/E, in dollars. Expenditure grows 5/1.37-fold, less than the bounds 4.11^t of γ = 0 and "
            "4.80^t of stalled hardware.",
        ),
    ),
)

RANGE = trends.TIME.extend(given=(r"\alpha>0", r"\alpha<1", r"\gamma\geq -1", r"\alpha\gamma>-1"))
EXPONENTS = Section(
    RANGE,
    (
        Claim("eq:trend-exponents", roles={0: "premise", 1: "premise"}),
        Claim(
            "text:hardware-exponent-decreases",
            says=(rf"\frac{{\partial {HARDWARE}}}{{\partial\gamma}}<0", rf"\gamma<0\implies {HARDWARE}>1"),
            via={"says_1": slope(HARDWARE, r"2\alpha")},
            note="Of the bound. The second statement compares with γ = 0, where the exponent is 1.",
        ),
        Claim(
            "text:parameter-exponent-decreases",
            says=(
                rf"\frac{{\partial\left({PARAMETERS}\right)}}{{\partial\gamma}}<0",
                rf"\gamma<0\implies {PARAMETERS}\geq 2",
            ),
            unless=(r"\gamma\leq -\frac{1}{1+\alpha}",),
            via={"says_1": slope(rf"\left({PARAMETERS}\right)", "2")},
            note="Of the bound. The second statement compares with γ = 0, where Theorem 2's exponent of a is 2.",
        ),
        Claim(
            "text:largest-at-linear",
            says=(rf"{RATE}\leq {LINEAR_RATE}", rf"1.37\cdot 3\leq {LINEAR_RATE}"),
            via={"says_1": slower("-1", r"\gamma"), "says_2": rates.FASTEST},
            note="Of the bound's rate of growth, over all γ that the model allows, γ = 0 and Theorem 2 included.",
        ),
    ),
)

CLOSED = Section(
    RANGE.extend(
        define=(r"\alpha\triangleq .3",),
        given=(rf"\alpha{HAT}>-1",),
        without=(r"\alpha>0", r"\alpha<1", r"\alpha\gamma>-1"),
    ),
    (
        Claim("eq:break-even-condition", roles=PREMISE),
        Claim(
            "eq:break-even-value",
            roles=PREMISE,
            says=(
                rf"{HAT}\leq -.775\implies {at(RATE, HAT)}>5",
                rf"{HAT}\geq -.765\implies {at(RATE, HAT)}<5",
            ),
            via={"says_1": slower(HAT, "-.775", end=">5"), "says_2": slower("-.765", HAT, end="<5")},
            note="The rate of growth passes 5 between the ends of what rounds to -0.77, and nowhere else.",
        ),
        Claim(
            "text:most-choices",
            says=(rf"\gamma\geq -.765\implies {RATE}<5", rf"{OWN_RATE}<{DOLLARS}"),
            via={
                "says_1": slower("-.765", r"\gamma", end="<5"),
                "says_2": slower("-1", r"\gamma", OWN_RATE, f"<{DOLLARS}"),
            },
            note="Of the bound: with the inputs as printed; and in dollars, with compute efficiency as the model makes "
            "it, for every γ.",
        ),
    ),
)
EITHER = Section(
    CLOSED.scope.extend(
        given=(r"\eta(1-\eta)=0",),
    ),
    (
        Claim(
            "text:within-bounds",
            says=(f"5<{LINEAR_RATE}", rf"{DOLLARS}<{rates.EITHER_LINEAR_RATE}"),
            unless=(rates.PLAIN_POWER,),
            note=rates.EITHER,
        ),
        Claim(
            "text:some-choices",
            says=(rf"\gamma\leq -.775\implies {RATE}>5", rf"{DOLLARS}<{rates.EITHER_LINEAR_RATE}"),
            unless=(rates.PLAIN_POWER,),
            via={"says_1": slower(r"\gamma", "-.775", end=">5")},
            note=f"{rates.EITHER} With η = 0 no γ that the model allows would do (text:most-choices).",
        ),
    ),
)
"""What grows threefold a year is ab, as Section 6 prints (eta = 1), or (ab)^(1/alpha), as in the model (eta = 0)."""
SECTIONS = (POWER, LOG, EFFICIENCY, EXPONENTS, CLOSED, EITHER)
FINDINGS = (
    Finding(
        "What grows fivefold a year is compute, in FLOPs; what it is compared with is expenditure, in dollars",
        ("text:compare-growth", "text:stalled-exceeds"),
        "headline",
        so="expenditure grows $\\frac{5}{1.37}\\approx 3.65$-fold a year, less than bounds that it is said to exceed: "
        "4.11 for $\\gamma=0$, and 4.80 for $\\gamma=-1$ with stalled hardware",
    ),
    Finding(
        r"Compute efficiency is $(ab)^{1/\alpha}$ in the model, not $ab$; then no $\gamma$ fits current trends",
        ("eq:trend-algorithms",),
        "headline",
        so=r"where compute efficiency grows threefold a year, the bound for $\gamma=-1$ grows 2.87-fold, for greater "
        "$\\gamma$ less: slower than observed expenditure, 3.65-fold",
    ),
    Finding(
        r"The exponent of $a$ does not fall all the way as $\gamma$ increases: it leaps up at $\gamma=0$",
        ("text:parameter-exponent-decreases",),
        "step",
        so=r"it falls on both sides of $\gamma=0$, where it is 2 (Theorem 2); for $-1/(1+\alpha)<\gamma<0$ it is less",
    ),
    Finding(
        r"Two annual growth rates are not what their own formulas give at $\alpha=.3$",
        ("eq:growth-linear", "eq:stalled-linear"),
        "step",
        so="8.62 in place of 7.59, and 4.80 in place of 4.66",
    ),
)
