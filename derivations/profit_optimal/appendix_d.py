"""Appendix D: the derivative of profit for any link, and the proof of Theorem 2, line by line."""

from __future__ import annotations

from derivations.profit_optimal.optimum import LOG_CONDITIONS, LOG_SOLUTION, SPENDING
from derivations.profit_optimal.scopes import DEFINED, POSITIVE, PREMISE
from derivations.profit_optimal.section_42 import CITED, FAR, SLOW, THEOREM
from derivations.profit_optimal.tangents import strict_tangent, tangent
from symcheck import Bound, Claim, Combine, Cut, Finding, Hints, Rise, Section

TWO = r"0<\alpha\leq 2"
ANY_LINK = POSITIVE.extend(
    define=("eq:composite", "eq:composite-slope", "eq:quality-of-size", "eq:profit-equal-exponents@-1"),
    without=(r"0<\alpha\leq 1",),
    given=(TWO, r"\rho>0"),
    functions=(("f", 1),),
)
"""Theorem 2 lets alpha be up to 2, where Section 2.2 has 0 < alpha <= 1."""
LOG_LINK = ANY_LINK.extend(define=(r"f(q)\triangleq\ln(q)",), functions=())
ORDERED = LOG_LINK.extend(
    without=("eq:quality-of-size", "eq:rho"),
    define=(
        r"\rho\triangleq\left(\frac{a}{b}\right)^{1/\alpha}",
        SPENDING,
    ),
    given=("n^{*}>0", "d^{*}>0", r"E>1/(6\delta\rho)"),
    constants=(r"\alpha", r"\omega", r"\delta"),
    growing=("E",),
)
"""What is left of the proof once the bound on the size is there."""

SLACK = r"\left(6\delta\rho-\frac{1}{E}\right)"
LAST = rf"{SLACK}n^{{*}}\leq\frac{{\alpha\omega^{{2}}aE}}{{4e}}-\frac{{\omega(\ln(a)+\alpha)}}{{2}}"
"""The last line of the chain of bounds."""
CONSTANT = r"\left(\frac{\alpha\omega^{2}}{12e\delta}+\frac{\omega}{6\delta}\right)"
START = (r"E\geq\frac{1}{3\delta\rho}", r"E\geq\frac{1}{a^{2}}")
SHARE = r"\left(\frac{\alpha\omega^{2}}{4e}+\frac{\omega}{2}\right)aE"
LARGE = (
    Cut(
        rf"\frac{{1}}{{{SLACK}}}\leq\frac{{1}}{{3\delta\rho}}",
        (Combine(((r"\frac{1}{E}\leq 3\delta\rho", rf"\frac{{1}}{{3\delta\rho {SLACK}}}"),)),),
    ),
    tangent(r"\frac{1}{a}", "1"),
    Cut(r"-(\ln(a)+\alpha)\leq aE"),
    Cut(rf"n^{{*}}\leq\frac{{1}}{{{SLACK}}}{SHARE}"),
    Cut(
        rf"n^{{*}}\leq {CONSTANT}\frac{{aE}}{{\rho}}",
        (
            Combine(
                (
                    (rf"n^{{*}}\leq\frac{{1}}{{{SLACK}}}{SHARE}", "1"),
                    (rf"\frac{{1}}{{{SLACK}}}\leq\frac{{1}}{{3\delta\rho}}", SHARE),
                )
            ),
        ),
    ),
)
BALANCED = r"a(n^{*})^{\alpha}=b(d^{*})^{\alpha}"


FIRST_ORDER = (
    Section(
        ANY_LINK,
        (
            Claim("eq:composite", roles=DEFINED),
            Claim("eq:composite-slope", roles=DEFINED),
            Claim("eq:quality-of-size", roles=DEFINED),
            Claim("eq:profit-slope-general", derive="profit_slope_general"),
        ),
    ),
    Section(
        LOG_LINK,
        (
            Claim("eq:log-gamma", roles=PREMISE),
            Claim("eq:log-composite", derive="log_link"),
            Claim("eq:log-slope", derive="log_link_slope"),
            Claim("eq:log-conditions", roles=PREMISE, derive="log_conditions"),
        ),
    ),
)

CHAIN = Section(
    LOG_LINK,
    (
        Claim("eq:log-ratio-domain", roles=PREMISE),
        Claim(
            "text:log-ratio-maximum",
            given=("x>0",),
            says=(
                r"\frac{\ln(ax)}{x}\leq\frac{a}{e}",
                r"\frac{\ln(a\frac{e}{a})}{\frac{e}{a}}=\frac{a}{e}",
                r"x<\frac{e}{a}\implies\frac{\ln(ax)}{x}<\frac{a}{e}",
                r"x>\frac{e}{a}\implies\frac{\ln(ax)}{x}<\frac{a}{e}",
            ),
            via={
                "says_1": (tangent("ax"),),
                "says_3": (Cut("ax<e"), strict_tangent("ax")),
                "says_4": (Cut("e<ax"), strict_tangent("ax")),
            },
        ),
        Claim("eq:log-ratio-maximizer", roles=PREMISE),
        Claim("eq:log-ratio-substitution", roles=PREMISE),
        Claim("eq:log-ratio-bound", via={"": (tangent(r"an^{\alpha}"),)}),
        Claim("eq:log-first-bound", given=("eq:log-conditions",), via={"": (tangent(r"an^{\alpha}"),)}),
        Claim(
            "eq:size-at-least-one",
            roles=PREMISE,
            note="Assumed here, without a word in Theorem 2; Section 2.3 has n ≥ 0. The unit in which parameters are "
            "counted then matters.",
        ),
        Claim("eq:exponent-at-most-two", roles=PREMISE),
        Claim(
            "text:log-crude-reason",
            given=(r"n\geq 1",),
            says=(r"\frac{1}{n^{2-\alpha}}\leq\frac{1}{n}", r"\ln(a)\leq\ln(an^{\alpha})"),
            unless=(r"\alpha\leq 1",),
            note="What the next line needs of n and α.",
        ),
        Claim(
            "eq:log-crude-bound",
            given=("eq:log-first-bound", r"n\geq 1"),
            unless=(r"\alpha\leq 1",),
            via={
                "": (
                    Rise(r"x^{1-\alpha}", "x", "1", "n"),
                    Cut(
                        r"\frac{1}{n^{2-\alpha}}\leq\frac{1}{n}",
                        (Combine((("1\\leq n^{1-\\alpha}", r"\frac{1}{n^{2-\alpha}}"),)),),
                    ),
                    Cut(r"\ln(a)\leq\ln(an^{\alpha})"),
                )
            },
            note="Under n ≥ 1 and α ≤ 2, as is said there. Section 2.2 has α ≤ 1, where it holds.",
        ),
        Claim("eq:log-bound", roles=PREMISE),
        Claim("eq:log-efficiency", roles=PREMISE),
        Claim("text:log-divide", says=(rf"E>1/(6\delta\rho)\implies{SLACK}>0",)),
        Claim("eq:log-size", given=(LAST, r"E>1/(6\delta\rho)")),
    ),
)

ORDERS = Section(
    ORDERED,
    (
        Claim(
            "text:log-absorbing",
            given=("eq:log-size", *START),
            says=(rf"n^{{*}}\leq {CONSTANT}\frac{{aE}}{{\rho}}",),
            via={"": LARGE},
        ),
        Claim("eq:log-size-order", given=("eq:log-size",), bounds={0: Bound(CONSTANT, start=START)}, via={"1a": LARGE}),
        Claim("eq:log-equal-exponents", roles=PREMISE),
        Claim(
            "eq:log-data-order",
            given=("eq:log-size", BALANCED),
            bounds={1: Bound(CONSTANT, start=START)},
            via={"2a": LARGE},
        ),
        Claim(
            "eq:log-expenditure-order",
            given=("eq:log-size", r"d^{*}=\rho n^{*}"),
            bounds={1: Bound(rf"6{CONSTANT}^{{2}}", start=START), 2: Bound("1")},
            via={"2a": (*LARGE, Cut(rf"{{n^{{*}}}}^{{2}}\leq\left({CONSTANT}\frac{{aE}}{{\rho}}\right)^{{2}}"))},
        ),
    ),
)

SOLVED = LOG_SOLUTION.extend(
    define=("eq:profit-equal-exponents@-1",),
    without=(r"0<\alpha\leq 1",),
    given=(TWO,),
)
"""The solution of the problem itself."""


POSITIVE_RHO = (Cut(r"0<4\ln(2)-1"),)


def slope(n: str) -> str:
    """The derivative of the printed profit."""
    margin = rf"\left(\omega\ln(a({n})^{{\alpha}})-\frac{{2\cdot {n}}}{{E}}\right)"
    gain = rf"\left(\frac{{\omega\alpha}}{{{n}}}-\frac{{2}}{{E}}\right)"
    return rf"\pi^{{\prime}}({n})=\frac{{1}}{{2\delta}}{margin}{gain}-\frac{{12\rho\cdot {n}}}{{E}}"


def zero(n: str) -> Hints:
    """The printed profit has the slope 0 at a number."""
    return *POSITIVE_RHO, Cut(slope(n)), Combine(rewrite=(slope(n),))


QUALITY, GAIN = LOG_CONDITIONS[1].fact, LOG_CONDITIONS[3].fact
SLOPE = slope("n^{*}")
LEVEL = r"\frac{1}{2\delta}\left(\frac{\omega\alpha}{n^{*}}-\frac{2}{E}\right)"
SMALLER = r"a^{-1/\alpha}e^{-\lambda/\alpha}"
"""A size that is ever smaller, the greater lambda is."""
TWICE = (
    r"\alpha\triangleq\frac{1}{4}",
    r"\omega\triangleq 16",
    r"E\triangleq 2",
    r"\delta\triangleq\frac{1}{2}",
    r"\rho\triangleq\frac{4\ln(2)-1}{10}",
    r"a\triangleq(2e)^{1/20}",
)
"""Numbers for which the first-order condition has two solutions, with t* > 0 at both."""

UNBOUNDED = (
    *POSITIVE_RHO,
    Rise("e^{x}", "x", r"-2\lambda/\alpha", "0"),
    Combine(
        ((r"e^{-2\lambda/\alpha}\leq e^{0}", r"\frac{6\rho}{E}a^{-2/\alpha}"),),
        rf"\frac{{\omega\lambda}}{{\delta E}}{SMALLER}+\frac{{1}}{{\delta E^{{2}}}}\left({SMALLER}\right)^{{2}}",
    ),
)
"""The square of a negative number of tokens outgrows the cost."""

DETERMINED = Section(
    SOLVED,
    (
        Claim(
            "eq:log-condition",
            via={"": (*LOG_CONDITIONS, Cut(SLOPE), Combine(((QUALITY, LEVEL), (GAIN, "1")), rewrite=(SLOPE,)))},
            note="Of the solution of the problem itself (one that sells tokens).",
        ),
    ),
)
ASSUMPTION = Section(
    LOG_LINK,
    (
        Claim(
            "text:log-determined",
            define=TWICE,
            denies=(
                r"E>\frac{1}{6\delta\rho},\pi^{\prime}(1)=0,\pi^{\prime}(2)=0,\pi(1)<0,0<\pi(2)",
                rf"\lambda>0\implies\pi({SMALLER})>\frac{{\omega^{{2}}\lambda^{{2}}}}{{4\delta}}-\frac{{6\rho}}{{E}}a^{{-2/\alpha}}",
            ),
            via={
                "denied_1": POSITIVE_RHO,
                "denied_1_2": zero("1"),
                "denied_1_3": zero("2"),
                "denied_2": UNBOUNDED,
            },
            note="The condition holds of the solution, but does not determine it: at these numbers it holds at n = 1 "
            "and at n = 2, and the profit of 1 parameter is negative. Nor does the printed π(n) have a maximum: it "
            "grows beyond all bounds as n goes to 0, where t*(n) < 0.",
        ),
    ),
)

COMPARED = Section(
    THEOREM,
    (
        Claim(
            "text:log-comparable",
            uses=CITED,
            says=(r"\frac{a^{2}E}{\rho}=\frac{a}{\rho}\cdot aE",),
            denies=(rf"{FAR}C^{{*}}_{{\operatorname{{train}}}}<6\kappa d^{{*}}",),
            via={"denied_1": SLOW},
            note="The bound on C* is a/ρ times that on d*. The contrary is of the solution: C* = 6n*d*/E falls below "
            "every positive share of d*, as n*/E falls to 0.",
        ),
    ),
)

SECTIONS = (ASSUMPTION, DETERMINED, *FIRST_ORDER, CHAIN, ORDERS, COMPARED)

FINDINGS = (
    Finding(
        r"The proof of Theorem 2 needs $\alpha\leq 1$ where it says $\alpha\leq 2$",
        ("eq:log-crude-bound", "text:log-crude-reason"),
        "step",
        so=r"$n^{2-\alpha}\geq n$ for $n\geq 1$ needs $\alpha\leq 1$, as in Section 2.2; Theorem 2 allows "
        r"$\alpha\leq 2$, and says nothing of $n\geq 1$: it is true there, and without that, by another proof",
    ),
    Finding(
        r"The first-order condition does not determine $n^{*}$ for $\gamma=0$",
        ("text:log-determined",),
        "step",
        so=r"the solution satisfies it, but it can have another solution, at a loss, and the printed $\pi(n)$ has no "
        r"maximum: it grows beyond all bounds as $n$ goes to 0, where the $t^{*}(n)$ put in is negative. What is "
        r"stationary in $n$ and $t>0$ at a profit that is not negative is the maximum",
    ),
)
