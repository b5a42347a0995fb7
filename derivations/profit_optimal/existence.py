"""What Sections 2.3 and 3 take for granted: that profit has a maximum; that profit as a function of size has it too."""

from __future__ import annotations

from derivations.profit_optimal.attainment import ATTAINED, LOG_PROFIT, STEADY
from derivations.profit_optimal.lemma_2 import DATA, SIZE
from derivations.profit_optimal.scopes import MODEL, PREMISE, PROFIT
from symcheck import Claim, Combine, Cut, Finding, Rise, Section, Split

POWER = ("eq:linking-function", r"f(q)\triangleq f_{\gamma}(q)")

# gamma > 0: the price is below omega/gamma.
CAPPED = r"\frac{\omega^{2}}{4\delta\gamma^{2}}"
UNDER_THE_CAP = Combine(
    gap=r"\delta\left(t-\frac{\omega}{2\delta\gamma}\right)^{2}"
    r"+\frac{\omega t}{\gamma}(q(n,d))^{-\gamma}+\frac{6nd+2nt}{E}"
)

# gamma = 0: ln(n) is below its tangent at omega alpha E / 2.
TOUCH = r"\frac{\omega\alpha E}{2}"
LOG_MARGIN = rf"\left(\omega\ln(a)+\omega\alpha\left(\ln\left({TOUCH}\right)-1\right)\right)"
LOG_RISING, LOG_FALLING = r"\ln(x)-\frac{2x}{\omega\alpha E}", r"\frac{2x}{\omega\alpha E}-\ln(x)"
LOG_TANGENT = Cut(
    rf"\ln(n)\leq\frac{{2n}}{{\omega\alpha E}}+\ln\left({TOUCH}\right)-1",
    (
        Split(
            "n",
            TOUCH,
            less=(Rise(LOG_RISING, "x", "n", TOUCH),),
            equal=(Rise(LOG_RISING, "x", "n", TOUCH),),
            more=(Rise(LOG_FALLING, "x", TOUCH, "n"),),
        ),
    ),
)
LOG_BOUND = (
    LOG_TANGENT,
    Cut(rf"q(n,d)\leq {SIZE}", (Split(SIZE, DATA),)),
    Rise(r"\ln(x)", "x", "q(n,d)", SIZE),
    Cut(rf"\omega\ln(q(n,d))-\frac{{2n}}{{E}}\leq {LOG_MARGIN}"),
    Combine(
        ((rf"\omega\ln(q(n,d))-\frac{{2n}}{{E}}\leq {LOG_MARGIN}", "t"),),
        gap=rf"\frac{{1}}{{4\delta}}\left(2\delta t-{LOG_MARGIN}\right)^{{2}}+\frac{{6nd}}{{E}}",
    ),
)

# gamma < 0: a power of n below 1 is at most that of a size, and what lies above it in proportion.
FLAT = rf"n^{{-\alpha\gamma}}\leq\left({STEADY}\right)^{{-\alpha\gamma}}+n\left({STEADY}\right)^{{-\alpha\gamma-1}}"
BELOW, ABOVE = Rise(r"x^{-\alpha\gamma}", "x", "n", STEADY), Rise(r"-x^{-\alpha\gamma-1}", "x", STEADY, "n")
POWER_MARGIN = rf"\omega f(q(n,d))-\frac{{2n}}{{E}}\leq\frac{{2}}{{E}}{STEADY}"
POWER_BOUND = (
    Cut(r"0<1+\alpha\gamma"),
    Cut(FLAT, (Split("n", STEADY, less=(BELOW,), equal=(BELOW,), more=(ABOVE,)),)),
    Cut(rf"q(n,d)\leq {SIZE}", (Split(SIZE, DATA),)),
    Rise(r"f_{\gamma}(x)", "x", "q(n,d)", SIZE),
    Cut(POWER_MARGIN),
    Combine(
        ((POWER_MARGIN, "t"),),
        gap=rf"\delta\left(t-\frac{{1}}{{\delta E}}{STEADY}\right)^{{2}}+\frac{{6nd}}{{E}}",
    ),
)

# alpha gamma < -1: revenue outgrows cost.
ROOM = r"\sqrt{\frac{48\delta\rho}{E}}"
LARGE = (
    rf"\left(a^{{\gamma}}\left(1-\frac{{\gamma}}{{\omega}}\left(\frac{{2}}{{E}}+{ROOM}\right)\right)\right)"
    r"^{1/(-\alpha\gamma-1)}"
)
OUTGROWN = rf"{ROOM}n\leq\omega f(q(n,\rho n))-\frac{{2n}}{{E}}"
UNBOUNDED = (
    Cut(r"\gamma<0", (Combine(((r"\alpha\gamma<-1", r"\frac{1}{\alpha}"),), gap=r"\frac{1}{\alpha}"),)),
    Cut(r"0<-\alpha\gamma-1"),
    Rise(r"x^{-\alpha\gamma-1}", "x", LARGE, "n"),
    Cut(OUTGROWN),
    Rise("x^{2}", "x", rf"{ROOM}n", r"\omega f(q(n,\rho n))-\frac{2n}{E}"),
)

PROBLEM = Section(
    MODEL.extend(
        define=("eq:leontief", *PROFIT, *POWER),
        given=("n>0", "d>0", r"t\geq 0"),
        without=(r"n\geq 0", r"d\geq 0"),
        functions=(),
    ),
    (
        Claim(
            "eq:problem",
            roles=dict.fromkeys(range(6), "premise"),
            says=(
                rf"\gamma>0\implies\pi(n,d,t)\leq {CAPPED}",
                rf"{LOG_PROFIT}\leq\frac{{1}}{{4\delta}}{LOG_MARGIN}^{{2}}",
                rf"-1<\gamma<0\implies\pi(n,d,t)\leq\frac{{1}}{{\delta E^{{2}}}}\left({STEADY}\right)^{{2}}",
                *(statement for statement, _ in ATTAINED),
            ),
            via={
                "says_1": (UNDER_THE_CAP,),
                "says_2": LOG_BOUND,
                "says_3": POWER_BOUND,
                **{f"says_{number}": hints for number, (_, hints) in enumerate(ATTAINED, 4)},
            },
            note="That the maximum exists is taken for granted. Profit is bounded, with f_γ for -1 < γ and with "
            "ln. Where some size does not make a loss, the maximum exists: it is that of what a size earns at best, "
            "from the size of quality 1 on. The constraints admit n = 0 and d = 0, where ln(q) and, for γ > 0, f_γ(q) "
            "have no value.",
        ),
    ),
)

EQUAL = Section(
    MODEL.extend(
        define=("eq:leontief", "eq:rho", "eq:optimal-tokens", r"\beta\triangleq\alpha", *PROFIT, *POWER),
        given=("n>0",),
        without=(r"n\geq 0",),
        functions=(),
    ),
    (
        Claim(
            "eq:equal-exponents",
            roles=PREMISE,
            says=(
                (
                    rf"\alpha\gamma<-1,n\geq 1,n\geq {LARGE}"
                    r"\implies\pi(n,\rho n,t^{*}(n,\rho n))\geq\frac{6\rho n^{2}}{E}"
                ),
                rf"\alpha\gamma<-1,n\geq 1,n\geq {LARGE}\implies t^{{*}}(n,\rho n)\geq 0",
            ),
            via={"": UNBOUNDED},
            note="The limits of what is taken for granted: with equal exponents and αγ < -1, which Section 2.1 "
            "excludes by γ > -1 and the introduction's γ < -1 does not, profit grows without bound in n.",
        ),
    ),
)

# The printed profit of n alone squares what is negative where n is small.
SHORT = r"\sqrt{\delta\left(M+\frac{6\rho}{E}\right)}"
TINY = rf"\left(a^{{\gamma}}\left(1+\frac{{2\gamma}}{{\omega}}{SHORT}\right)\right)^{{-1/(\alpha\gamma)}}"
LOG_TINY = rf"\left(\frac{{1}}{{a}}\exp\left(-\frac{{2}}{{\omega}}{SHORT}\right)\right)^{{1/\alpha}}"
LOG_OF_SIZE = (
    r"\frac{1}{4\delta}\left(\omega\ln(an^{\alpha})-\frac{2n}{E}\right)^{2}-\frac{6\rho n^{1+\alpha/\beta}}{E}"
)


def squared(link: str) -> tuple[Cut | Rise | Combine, ...]:
    """The square is large because the best price is far below cost, and training costs at most 6 rho/E."""
    missing = rf"\frac{{2n}}{{E}}-\omega {link}"
    return (
        Cut(rf"2{SHORT}\leq {missing}"),
        Rise("x^{2}", "x", f"2{SHORT}", missing),
        Rise(r"x^{1+\alpha/\beta}", "x", "n", "1"),
        Combine(
            (
                (rf"\left(2{SHORT}\right)^{{2}}\leq\left({missing}\right)^{{2}}", r"\frac{1}{4\delta}"),
                (r"n^{1+\alpha/\beta}\leq 1^{1+\alpha/\beta}", r"\frac{6\rho}{E}"),
            )
        ),
    )


ONE_VARIABLE = Section(
    MODEL.extend(
        define=(
            "eq:leontief",
            "eq:rho",
            "eq:profit-of-size",
            "eq:reduced-profit",
            "eq:optimal-tokens",
            *PROFIT,
            *POWER,
        ),
        given=("n>0", "M>0"),
        without=(r"n\geq 0",),
        functions=(),
    ),
    (
        Claim(
            "eq:data-substituted",
            roles=PREMISE,
            says=(
                rf"\gamma>0\implies\pi(n)\leq {CAPPED}",
                rf"\gamma>0,n\leq 1,n\leq {TINY}\implies\pi(n)\geq M",
                rf"n\leq 1,n\leq {LOG_TINY}\implies {LOG_OF_SIZE}\geq M",
            ),
            unless=(r"\omega f(an^{\alpha})\geq\frac{2n}{E}",),
            via={
                "says_1": (),
                "says_2": (Rise(r"-x^{-\alpha\gamma}", "x", "n", TINY), *squared(r"f(an^{\alpha})")),
                "says_3": (Rise(r"\ln(ax^{\alpha})", "x", "n", LOG_TINY), *squared(r"\ln(an^{\alpha})")),
            },
            note="No choice of n, d and t ≥ 0 brings more than ω²/(4δγ²) where γ > 0; the single-variable function "
            "does, for small n. Second and third: with f_γ, γ > 0, and with ln it exceeds every M for all small n. "
            "The number of tokens that it stands for is negative there.",
        ),
    ),
)

SECTIONS = (PROBLEM, EQUAL, ONE_VARIABLE)
FINDINGS = (
    Finding(
        r"The single-variable profit has no maximum for $\gamma\geq 0$: it counts negative sales, squared, as profit",
        ("eq:data-substituted", "eq:tokens-substituted", "text:first-order-tokens"),
        "theorem",
        so=r"$\pi(n)$ is profit only where $\omega f(an^{\alpha})\geq\frac{2n}{E}$; elsewhere the best $t\geq 0$ "
        r"is $0$. The printed $\pi(n)$ exceeds every $M$ for small $n$, so its maximum is not the $n^{*}$ that is "
        r"meant",
    ),
)
