"""Section 4.2: Theorem 2, of the solution of the problem itself, and what the paper says of it."""

from __future__ import annotations

from derivations.profit_optimal.optimum import LOG_CONDITIONS, LOG_SOLUTION
from derivations.profit_optimal.tangents import tangent
from symcheck import Bound, Claim, Combine, Cut, Rise, Section

PREMISE = {0: "premise"}
SPENT = r"C^{*}_{\operatorname{train}}\triangleq\frac{6n^{*}d^{*}}{E}"
SOLVED = LOG_SOLUTION.extend(define=(SPENT,), without=(r"0<\alpha\leq 1",), given=(r"0<\alpha\leq 2",))
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
    *tangent(ROOT),
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

STATEMENT = Section(
    SOLVED,
    (
        Claim("eq:logarithmic-demand", roles={0: "definition"}),
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
    *tangent(r"a^{1/\alpha}n^{*}"),
    Cut(rf"n^{{*}}\leq {TAIL}b^{{1/\alpha}}E"),
    Rise(r"\ln(x)", "x", "n^{*}", rf"{TAIL}b^{{1/\alpha}}E"),
    Cut(r"\frac{6\rho {n^{*}}^{2}}{E}\leq\frac{\omega^{2}\alpha}{4\delta}\ln(a{n^{*}}^{\alpha})"),
)

DISCUSSION = Section(
    THEOREM,
    (
        Claim(
            "text:thm2-linear",
            uses=CITED,
            says=(
                r"\frac{\partial\frac{aE}{\rho}}{\partial E}=\frac{a}{\rho}",
                r"\frac{\partial(aE)}{\partial E}=a",
                r"\frac{\partial\frac{a^{2}E}{\rho}}{\partial E}=\frac{a^{2}}{\rho}",
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
        ),
    ),
)

SECTIONS = (STATEMENT, ORDERS, DISCUSSION)
