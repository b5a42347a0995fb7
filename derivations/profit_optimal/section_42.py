"""Section 4.2: Theorem 2, of the solution of the problem itself, and what the paper says of it."""

from __future__ import annotations

from derivations.profit_optimal.comparisons import DATA_RISES, SIZE_RISES, SPENT_MORE
from derivations.profit_optimal.compute_bound import SPENT_THERE
from derivations.profit_optimal.optimum import LOG_CONDITIONS, LOG_SOLUTION, SPENDING
from derivations.profit_optimal.scopes import DEFINED, PREMISE
from derivations.profit_optimal.section_5 import moves
from derivations.profit_optimal.smaller_models import GREAT, SIZE_FALLS
from derivations.profit_optimal.statics import DATA as OTHER_DATA
from derivations.profit_optimal.statics import PARAMETERS, greatest, stationary
from derivations.profit_optimal.tangents import tangent
from symcheck import Bound, Claim, Combine, Cut, Finding, Rise, Section

SOLVED = LOG_SOLUTION.extend(define=(SPENDING,), without=(r"0<\alpha\leq 1",), given=(r"0<\alpha\leq 2",))
THEOREM = SOLVED.extend(given=(r"E>1/(6\delta\rho)",))
"""The assumptions of Theorem 2; the solution is one that sells tokens."""

SQUARE = r"{n^{*}}^{2}\leq\frac{\omega^{2}\alpha}{24\delta}\cdot\frac{E}{\rho}\ln(a{n^{*}}^{\alpha})"
"""What both first-order conditions say of the solution."""
CONDITIONS = (
    *LOG_CONDITIONS,
    Cut(
        r"12\rho{n^{*}}^{2}\leq\omega\alpha Et^{*}",
        (Combine(((r"\omega t^{*}\frac{\alpha}{n^{*}}=\frac{12\rho n^{*}+2t^{*}}{E}", "-En^{*}"),), "2n^{*}t^{*}"),),
    ),
    Cut(
        r"2\delta t^{*}\leq\omega\ln(a{n^{*}}^{\alpha})",
        (Combine(((r"\omega\ln(a{n^{*}}^{\alpha})=2\delta t^{*}+\frac{2n^{*}}{E}", "-1"),), r"\frac{2n^{*}}{E}"),),
    ),
    Combine(
        (
            (r"12\rho{n^{*}}^{2}\leq\omega\alpha Et^{*}", r"\frac{1}{12\rho}"),
            (r"2\delta t^{*}\leq\omega\ln(a{n^{*}}^{\alpha})", r"\frac{\omega\alpha E}{24\delta\rho}"),
        )
    ),
)
ROOT = r"\left(a^{1/\alpha}n^{*}\right)^{1/2}"
SCALE = r"\frac{\omega^{2}\alpha^{2}}{12e\delta}"
POWER = rf"{{n^{{*}}}}^{{3/2}}\leq {SCALE}\cdot\frac{{E}}{{\rho}}a^{{\frac{{1}}{{2\alpha}}}}"
"""The same without the logarithm, from ln(x) <= x/e at the square root of x."""
SMALL = (
    Cut(SQUARE, CONDITIONS),
    tangent(ROOT),
    Cut(rf"\ln(a{{n^{{*}}}}^{{\alpha}})\leq\frac{{2\alpha}}{{e}}{ROOT}"),
    Cut(POWER),
)

FACTOR = rf"\left({SCALE}\right)^{{2/3}}"
START = (r"E\geq\rho a^{\frac{1}{\alpha}-3}",)
FACTOR_2 = rf"6\left({SCALE}\right)^{{4/3}}"
BOUND = rf"{FACTOR}\frac{{aE}}{{\rho}}"
BOUNDED = (
    Rise("x^{1/2}", "x", r"\rho a^{\frac{1}{\alpha}-3}", "E"),
    Cut(r"a^{\frac{1}{2\alpha}}\leq a^{3/2}\left(\frac{E}{\rho}\right)^{1/2}"),
    Cut(rf"{{n^{{*}}}}^{{3/2}}\leq\left({BOUND}\right)^{{3/2}}"),
    Rise("x^{2/3}", "x", r"{n^{*}}^{3/2}", rf"\left({BOUND}\right)^{{3/2}}"),
    Cut(rf"n^{{*}}\leq {BOUND}"),
)
CITED = ("eq:thm2-efficiency",)

FOUND = stationary(n="n_{1}", t="t_{1}")
DEMANDED = r"\delta\triangleq\frac{1}{2t_{1}}\left(\omega\ln(a{n_{1}}^{\alpha})-\frac{2n_{1}}{E}\right)"
"""The first condition, that on t."""

STATEMENT = Section(
    SOLVED,
    (
        Claim(
            "eq:logarithmic-demand",
            roles=DEFINED,
            define=(DEMANDED,),
            given=("n_{1}>0", "t_{1}>0", "n>0", "d>0", r"t\geq 0", "q>0", *FOUND[1:]),
            says=(r"\pi(n,d,t)\leq\pi(n_{1},\rho n_{1},t_{1})",),
            via={"says_1": greatest(n="n_{1}", t="t_{1}")},
            note="What is said beside it: for this link n_1 parameters and t_1 > 0 tokens that meet both first-order "
            "conditions, at a profit that is not negative, are the maximum. (The first condition is put as one on δ.)",
        ),
        Claim("eq:thm2-exponents", roles={0: "premise", 1: "premise"}),
        Claim(
            "eq:thm2-efficiency",
            roles=PREMISE,
            says=(SQUARE, POWER),
            via={"says_1": CONDITIONS, "says_2": SMALL},
            note="The solution is bounded as is said here for every E. The condition is used in Appendix D alone.",
        ),
    ),
)
ORDERS = Section(
    THEOREM,
    (
        Claim("eq:thm2-size", uses=CITED, bounds={0: Bound(FACTOR, start=START), 1: Bound("1")}, via={"1a": BOUNDED}),
        Claim("eq:thm2-data", uses=CITED, bounds={0: Bound(FACTOR, start=START)}, via={"1a": BOUNDED}),
        Claim(
            "eq:thm2-expenditure",
            uses=CITED,
            bounds={0: Bound(FACTOR_2, start=START), 1: Bound("1")},
            via={"1a": (*BOUNDED, Rise("x^{2}", "x", "n^{*}", BOUND))},
        ),
    ),
)

LIMIT = rf"\left({SCALE}\right)^{{2}}\frac{{a^{{1/\alpha}}}}{{\kappa^{{3}}\rho^{{2}}}}"
FAR = rf"\kappa>0,E>{LIMIT}\implies "
"""For every rate kappa, from some E on."""
SLOW = (
    Rise("x^{1/2}", "x", LIMIT, "E", strict=True),
    Cut(r"{n^{*}}^{3/2}<\left(\kappa E\right)^{3/2}"),
    Rise("x^{2/3}", "x", r"{n^{*}}^{3/2}", r"\left(\kappa E\right)^{3/2}", strict=True),
    Cut(r"n^{*}<\kappa E"),
)
TAIL = r"\frac{\omega^{2}\alpha^{2}}{24e\delta}"
LOGARITHM = rf"\frac{{\omega^{{2}}\alpha}}{{4\delta}}\ln\left(ab\left({TAIL}E\right)^{{\alpha}}\right)"
LOGARITHMIC = (
    tangent(r"a^{1/\alpha}n^{*}"),
    Cut(rf"n^{{*}}\leq {TAIL}b^{{1/\alpha}}E"),
    Rise(r"\ln(x)", "x", "n^{*}", rf"{TAIL}b^{{1/\alpha}}E"),
    Cut(r"\frac{6\rho {n^{*}}^{2}}{E}\leq\frac{\omega^{2}\alpha}{4\delta}\ln(a{n^{*}}^{\alpha})"),
)

SIZE, COST = r"\frac{b^{1/\alpha}E}{a^{1/\alpha-1}}", r"\frac{b^{1/\alpha}E}{a^{1/\alpha-2}}"
"""What stands inside O(...)."""
SMALL_EXPONENT = r"\alpha<\frac{1}{2}"
HALVED = Combine(((SMALL_EXPONENT, r"\frac{1}{\alpha}"),), r"\frac{1}{2\alpha}")
OF_BOUND = "The derivative is of the printed bound."
ESTIMATES = (".34", ".35", ".25", ".23", ".18")


DISCUSSION = Section(
    THEOREM,
    (
        Claim(
            "text:thm2-linear",
            uses=CITED,
            says=tuple(
                rf"\frac{{\partial {bound}}}{{\partial E}}={slope}"
                for bound, slope in (
                    (r"\frac{aE}{\rho}", r"\frac{a}{\rho}"),
                    ("(aE)", "a"),
                    (r"\frac{a^{2}E}{\rho}", r"\frac{a^{2}}{\rho}"),
                )
            ),
            denies=(
                rf"C^{{*}}_{{\operatorname{{train}}}}\leq {LOGARITHM}",
                rf"{FAR}n^{{*}}<\kappa E",
                rf"{FAR}d^{{*}}<\kappa\rho E",
                rf"{FAR}C^{{*}}_{{\operatorname{{train}}}}<6\kappa^{{2}}\rho E",
            ),
            via={
                "denied_1": LOGARITHMIC,
                "denied_2": SLOW,
                "denied_3": SLOW,
                "denied_4": (*SLOW, Rise("x^{2}", "x", "n^{*}", r"\kappa E", strict=True)),
            },
            note="The bounds are linear in E. The solution is not: C* grows at most like the logarithm of E, and n*/E, "
            "d*/E and C*/E fall below every positive number.",
        ),
        Claim("text:thm2-practice", says=tuple(rf"{x}<\frac{{1}}{{2}}" for x in ESTIMATES), note="Of footnote 2."),
    ),
)
MORE_EFFICIENT_PARAMETERS = Section(
    PARAMETERS,
    (
        Claim(
            "text:thm2-parameter-data",
            says=(moves(">", "(aE)", "a"), "d^{*}<d_{1}"),
            via={"says_2": DATA_RISES},
            note=f"{OF_BOUND} The other statement is of the solutions for a and a_1 > a.",
        ),
        Claim(
            "text:thm2-parameter-size",
            given=(SMALL_EXPONENT,),
            says=(moves("<", SIZE, "a"), r"n_{1}\leq n^{*}"),
            unless=(GREAT,),
            via={"says_1": (Cut(r"1<\frac{1}{\alpha}", (HALVED,)),), "says_2": SIZE_FALLS},
            note=f"{OF_BOUND} The other statement is of the solutions for a and a_1 > a: n* does not increase if the "
            "price of the first token, less what it costs, is at least αω.",
        ),
        Claim(
            "text:thm2-parameter-expenditure",
            says=(rf"{SMALL_EXPONENT}\implies {moves('<', COST, 'a')}",),
            denies=(rf"C^{{*}}_{{\operatorname{{train}}}}\leq {SPENT_THERE}",),
            via={"denied_1": SPENT_MORE},
            note=f"{OF_BOUND} The contrary is of the solutions for a and a_1 > a: what training costs never decreases "
            "as parameters get more efficient, for any α ≤ 1.",
        ),
    ),
)
MORE_EFFICIENT_DATA = Section(
    OTHER_DATA,
    (
        Claim(
            "text:thm2-data-efficiency-size",
            says=(moves(">", SIZE, "b"), "n^{*}<n_{1}"),
            via={"says_2": SIZE_RISES},
            note=f"{OF_BOUND} The other statement is of the solutions for b and b_1 > b.",
        ),
        Claim(
            "text:thm2-data-efficiency-expenditure",
            says=(moves(">", COST, "b"), rf"C^{{*}}_{{\operatorname{{train}}}}\leq {SPENT_THERE}"),
            note=f"{OF_BOUND} The other statement is of the solutions for b and b_1 > b. It fails where inference "
            "costs much: the larger model that more efficient data call for is dearer to run.",
        ),
    ),
)

SECTIONS = (STATEMENT, ORDERS, DISCUSSION, MORE_EFFICIENT_PARAMETERS, MORE_EFFICIENT_DATA)

FINDINGS = (
    Finding(
        r"For $\gamma=0$ training expenditure grows at most like the logarithm of hardware efficiency, not linearly",
        ("text:thm2-linear", "text:log-comparable"),
        "headline",
        so=r"Theorem 2 is true, but its bounds are far too large: $C^{*}_{\operatorname{train}}\leq "
        rf"{LOGARITHM}$, and $n^{{*}}/E$ and $d^{{*}}/E$ tend to 0",
    ),
    Finding(
        r"For $\gamma=0$ more efficient parameters never lower training expenditure",
        ("text:thm2-parameter-expenditure",),
        "headline",
        so=r"the bound on $C^{*}_{\operatorname{train}}$ decreases with $a$ if $\alpha<\frac{1}{2}$; "
        r"$C^{*}_{\operatorname{train}}$ itself never does, for any $\alpha\leq 1$",
    ),
    Finding(
        r"For $\gamma=0$ more efficient parameters can go with a larger model",
        ("text:thm2-parameter-size",),
        "step",
        so=r"$n^{*}$ does not increase with $a$ if $2\delta t^{*}\geq\alpha\omega$",
    ),
)
