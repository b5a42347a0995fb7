"""Appendix D: the derivative of profit for any link, and the proof of Theorem 2, line by line."""

from __future__ import annotations

from derivations.profit_optimal.scopes import POSITIVE
from derivations.profit_optimal.tangents import tangent
from symcheck import Bound, Claim, Combine, Cut, Rise, Section

DEFINED = {0: "definition"}
ASSUMED = {0: "premise"}
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
        r"C^{*}_{\operatorname{train}}\triangleq\frac{6n^{*}d^{*}}{E}",
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
    *tangent(r"\frac{1}{a}", "1"),
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
            Claim("eq:log-gamma", roles=ASSUMED),
            Claim("eq:log-composite", derive="log_link"),
            Claim("eq:log-slope", derive="log_link_slope"),
            Claim("eq:log-conditions", roles=ASSUMED, derive="log_conditions"),
        ),
    ),
)

CHAIN = Section(
    LOG_LINK,
    (
        Claim("eq:log-ratio-domain", roles=ASSUMED),
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
                "says_1": tangent("ax"),
                "says_3": (Cut("ax<e"), *tangent("ax", strict=True)),
                "says_4": (Cut("e<ax"), *tangent("ax", strict=True)),
            },
        ),
        Claim("eq:log-ratio-maximizer", roles=ASSUMED),
        Claim("eq:log-ratio-substitution", roles=ASSUMED),
        Claim("eq:log-ratio-bound", via={"": tangent(r"an^{\alpha}")}),
        Claim("eq:log-first-bound", given=("eq:log-conditions",), via={"": tangent(r"an^{\alpha}")}),
        Claim(
            "eq:size-at-least-one",
            roles=ASSUMED,
            note="Assumed here, without a word in Theorem 2; Section 2.3 has n ≥ 0. The unit in which parameters are "
            "counted then matters.",
        ),
        Claim("eq:exponent-at-most-two", roles=ASSUMED),
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
        Claim("eq:log-bound", roles=ASSUMED),
        Claim("eq:log-efficiency", roles=ASSUMED),
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
        Claim("eq:log-equal-exponents", roles=ASSUMED),
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

SECTIONS = (*FIRST_ORDER, CHAIN, ORDERS)
