"""Theorem 1: its assumptions, what stands inside its O(...), and what follows from the bounds on the solution."""

from __future__ import annotations

from derivations.profit_optimal.optimum import (
    BALANCE,
    HIGHEST_NEGATIVE,
    HIGHEST_POSITIVE,
    LESS_DATA,
    LOG_CONDITIONS,
    OTHER,
    POWER_CONDITIONS,
    POWER_SOLUTION,
    SCALE,
    SMALL_NEGATIVE,
    SMALL_POSITIVE,
    SPENDING,
    TWO,
    earned,
)
from derivations.profit_optimal.tangents import below_itself
from symcheck import Bound, Claim, Combine, Cut, Hints, Rise, Split, Stationary, Use

SOLVED = POWER_SOLUTION.extend(define=(SPENDING,), given=(r"\gamma\neq 0",))
THEOREM = SOLVED.extend(given=(r"\alpha\gamma\leq 1", r"E>1/(6\delta\rho)"))
"""The assumptions of Theorem 1; the solution is one that sells tokens."""

# What stands inside O(...).
SIZE_RHO = r"\left(\frac{E}{\rho a^{\gamma}}\right)^{1/(1+\alpha\gamma)}"
DATA_RHO = r"\left(\frac{\rho^{\alpha\gamma}E}{a^{\gamma}}\right)^{1/(1+\alpha\gamma)}"
SIZE = r"\frac{(Eb^{1/\alpha})^{1/(1+\alpha\gamma)}}{a^{1/\alpha}}"
DATA = r"\left(\frac{E}{b^{\gamma}}\right)^{1/(1+\alpha\gamma)}"
SPENT = r"\frac{(Eb^{1/\alpha})^{\frac{1-\alpha\gamma}{1+\alpha\gamma}}}{a^{1/\alpha}}"

START = (r"E\geq\rho", r"E\geq\rho a^{\gamma}")
FACTOR = rf"\left(1+{SCALE}\right)^{{1/(1+\alpha\gamma)}}"
ONCE, TWICE = {0: Bound(FACTOR, start=START)}, rf"6\left(1+{SCALE}\right)^{{2/(1+\alpha\gamma)}}"
"""The constants of Theorem 1, and from where on they do."""
CITED = ("eq:thm1-range", "eq:thm1-size")
DEFINED = r"\alpha\gamma\neq -1"
"""Where the exponents are defined."""
RATIO = r"\frac{E}{\rho a^{\gamma}}"
BOUND = rf"\left(1+{SCALE}\right){RATIO}"
POWER = r"{n^{*}}^{1+\alpha\gamma}"
LINEAR = rf"{POWER}\leq {BOUND}"
ROOT = Rise(r"x^{1/(1+\alpha\gamma)}", "x", POWER, BOUND)
LARGE = (
    Cut(rf"1\leq {RATIO}", (Combine(((r"E\geq\rho a^{\gamma}", r"\frac{1}{\rho a^{\gamma}}"),)),)),
    Cut(rf"1\leq {BOUND}", (Combine(((rf"1\leq {RATIO}", "1"),), gap=rf"{SCALE}{RATIO}"),)),
)
ABOVE_ONE = Split(
    "n^{*}",
    "1",
    less=(
        Rise(r"x^{1+\alpha\gamma}", "x", "n^{*}", "1"),
        *LARGE,
        Combine(((rf"{POWER}\leq 1^{{1+\alpha\gamma}}", "1"), (rf"1\leq {BOUND}", "1"))),
    ),
    equal=(*LARGE, Combine(((rf"1\leq {BOUND}", "1"),), rewrite=("n^{*}=1",))),
    more=(Combine((("1<n^{*}", POWER), (SMALL_POSITIVE, "1")), gap=RATIO),),
)
"""From the bound for gamma > 0 to that of Theorem 1, whether or not n* >= 1."""
SQUARED = (
    Cut(
        rf"\left({POWER}\right)^{{2}}\leq\left({BOUND}\right)^{{2}}",
        (
            Combine(
                ((SMALL_NEGATIVE, "1"), (r"E\geq\rho", rf"{SCALE}\cdot\frac{{E}}{{\rho^{{2}}a^{{2\gamma}}}}")),
                gap=rf"\left(1+{SCALE}+\left({SCALE}\right)^{{2}}\right)\left({RATIO}\right)^{{2}}",
            ),
        ),
    ),
    Rise(r"x^{1/2}", "x", rf"\left({POWER}\right)^{{2}}", rf"\left({BOUND}\right)^{{2}}"),
)
"""The same for gamma < 0."""
SHOWN = Cut(rf"n^{{*}}\leq {FACTOR}{SIZE_RHO}")
"""Theorem 1's bound on n*, cited."""
SQUARE = Rise("x^{2}", "x", "n^{*}", FACTOR + SIZE_RHO)
SAME = Bound("1", given=(DEFINED,))
"""Two forms of the same."""
SOLUTION = "Said of the solution of the problem (one that sells tokens)."


def cited(label: str, *says: str) -> Claim:
    """A bound of the order that Theorem 1 has for n*, by that bound."""
    return Claim(label, uses=CITED, bounds=ONCE, says=says, via={"1a": (SHOWN,)}, note=SOLUTION)


RANGED = SOLVED.extend(given=(r"\alpha\gamma\leq 1", r"\alpha\gamma>-1"))
"""Theorem 1's assumptions but for that on E, and where its exponents are defined."""

LITTLE_SPENT = r"C^{*}_{\operatorname{train}}<K"
SPENDING_LIMIT = (
    rf"\left(\frac{{6\rho}}{{K}}\right)^{{2+\alpha\gamma}}"
    rf"\left({SCALE}\cdot\frac{{1}}{{\rho a^{{\gamma}}}}\right)^{{2}}"
)
MUCH_HARDWARE = rf"E^{{\alpha\gamma}}>{SPENDING_LIMIT}"


def spending_falls(start: str, factor: str) -> Hints:
    """C* < K from the bound on n* for gamma > 0, which is cited, and ``factor`` times ``start``."""
    low, high = r"\left(\frac{6\rho {n^{*}}^{2}}{E}\right)^{2+\alpha\gamma}", r"K^{2+\alpha\gamma}"
    middle = rf"\left(\frac{{6\rho}}{{E}}\right)^{{2+\alpha\gamma}}\left({HIGHEST_POSITIVE}\right)^{{2}}"
    return (
        Rise("x^{2}", "x", r"{n^{*}}^{2+\alpha\gamma}", HIGHEST_POSITIVE),
        Cut(rf"{low}\leq {middle}"),
        Cut(f"{middle}<{high}", (Combine(((start, factor),)),)),
        Cut(f"{low}<{high}"),
        Rise(r"x^{1/(2+\alpha\gamma)}", "x", low, high, strict=True),
    )


def slower(exponent: str, highest: str) -> tuple[str, Hints]:
    """What makes n* < kappa E follow from a bound on a power of n*, which is cited; and how it does."""
    low, high = rf"{{n^{{*}}}}^{{{exponent}}}", rf"(\kappa E)^{{{exponent}}}"
    start = rf"E^{{{exponent}-1}}>{highest}\cdot\frac{{1}}{{E\kappa^{{{exponent}}}}}"
    return start, (
        Cut(f"{highest}<{high}", (Combine(((start, rf"E\kappa^{{{exponent}}}"),)),)),
        Cut(f"{low}<{high}"),
        Rise(rf"x^{{1/({exponent})}}", "x", low, high, strict=True),
    )


LOG_HIGHEST = r"\frac{\alpha^{2}\omega^{2}a^{1/(2\alpha)}E}{12\delta\rho}"
LOG_MIDDLE = r"a^{1/(2\alpha)}{n^{*}}^{1/2}"
MORE_LOG, LOG_ENDS = slower("3/2", LOG_HIGHEST)
SLOWER_LOG = (
    *LOG_CONDITIONS,
    Cut(rf"\ln({LOG_MIDDLE})\leq {LOG_MIDDLE}", (below_itself(LOG_MIDDLE),)),
    Cut(rf"\ln(a{{n^{{*}}}}^{{\alpha}})\leq 2\alpha {LOG_MIDDLE}"),
    Cut(rf"2\delta t^{{*}}\leq 2\alpha\omega {LOG_MIDDLE}"),
    Cut(r"\omega t^{*}\alpha\geq\frac{12\rho {n^{*}}^{2}}{E}"),
    Cut(rf"{{n^{{*}}}}^{{3/2}}\leq {LOG_HIGHEST}"),
    *LOG_ENDS,
)
MORE_NEGATIVE, SLOWER_NEGATIVE = slower(r"2+2\alpha\gamma", HIGHEST_NEGATIVE)
MORE_POSITIVE, SLOWER_POSITIVE = slower(r"2+\alpha\gamma", HIGHEST_POSITIVE)

ESTIMATED = THEOREM.extend(
    given=(r"\alpha=.3", r"\gamma\geq -1"), constants=(r"\alpha", r"\gamma", r"\omega", r"\delta", "a", "b")
)
"""Demand is diminishing or at most linear in quality, and alpha is the paper's estimate, .3."""
SINCE_ONE = (*START, r"E\geq 1")


def power_of(exponent: str, printed: str) -> Hints:
    """A power of E >= 1 is at most the printed one, whose exponent is greater."""
    return (
        Cut(r"-.3\leq\alpha\gamma"),
        Cut(rf"{exponent}\leq {printed}"),
        Rise("E^{x}", "x", exponent, printed),
    )


GREAT = r"\frac{1}{4\delta}\left(\omega f_{\gamma}((ab)^{1/2})-\frac{2}{E\rho^{1/2}}\right)^{2}"
"""What n = 1/sqrt(rho) parameters and d = sqrt(rho) tokens earn, of quality sqrt(ab), before the cost of training."""
BEST = (
    r"t^{*}\left(\frac{\omega}{\gamma}\left(1-a^{-\gamma}{n^{*}}^{-\alpha\gamma}\right)-\delta t^{*}\right)"
    r"-\frac{6\rho {n^{*}}^{2}+2n^{*}t^{*}}{E}"
)
INNER = r"\frac{2(1+\alpha\gamma)n^{*}t^{*}}{E}\leq-\alpha\gamma\delta {t^{*}}^{2}+\frac{6\rho {n^{*}}^{2}}{E}"


def at_most_best(profit: str) -> str:
    """Some profit is at most the best one, which is this by the first-order condition for t."""
    return rf"{profit}\leq\delta {{t^{{*}}}}^{{2}}-\frac{{6\rho {{n^{{*}}}}^{{2}}}}{{E}}"


def spends(profit: str) -> Hints:
    """For gamma < 0, a share of a profit that can be made is spent on training: -alpha*gamma/3 of it."""
    return (
        Cut(
            r"\frac{2(1+\alpha\gamma)n^{*}t^{*}}{E}\leq-\alpha\gamma\delta {t^{*}}^{2}"
            r"+\frac{(1+\alpha\gamma)^{2}{n^{*}}^{2}}{-\alpha\gamma\delta E^{2}}",
            (
                Combine(
                    gap=r"-\alpha\gamma\delta\left(t^{*}-\frac{(1+\alpha\gamma)n^{*}}{-\alpha\gamma\delta E}\right)^{2}"
                ),
            ),
        ),
        Cut(
            r"\frac{(1+\alpha\gamma)^{2}{n^{*}}^{2}}{-\alpha\gamma\delta E^{2}}\leq\frac{6\rho {n^{*}}^{2}}{E}",
            (
                Combine(
                    (
                        (
                            r"(1+\alpha\gamma)^{2}\leq-6\alpha\gamma\delta\rho E",
                            r"\frac{{n^{*}}^{2}}{-\alpha\gamma\delta E^{2}}",
                        ),
                    )
                ),
            ),
        ),
        Cut(INNER),
        Cut(
            r"-\alpha\gamma\delta {t^{*}}^{2}\leq\frac{18\rho {n^{*}}^{2}}{E}",
            (Combine(((BALANCE, "1"), (INNER, "1")), gap=r"\alpha\omega t^{*}"),),
        ),
        Cut(
            rf"-\alpha\gamma\left({profit}\right)\leq-\alpha\gamma\delta {{t^{{*}}}}^{{2}}",
            (Combine(((at_most_best(profit), r"-\alpha\gamma"),), gap=r"-\alpha\gamma\frac{6\rho {n^{*}}^{2}}{E}"),),
        ),
    )


_PROFIT = rf"{GREAT}-\frac{{6}}{{E}}"
SPENDING_GROWS = (
    *POWER_CONDITIONS,
    Cut(BALANCE),
    Use(
        {
            "n": r"\rho^{-1/2}",
            "d": r"\rho^{1/2}",
            "t": r"\frac{1}{2\delta}\left(\omega f_{\gamma}((ab)^{1/2})-\frac{2}{E\rho^{1/2}}\right)",
        }
    ),
    Cut(rf"{_PROFIT}\leq {BEST}"),
    Cut(rf"{BEST}=\delta {{t^{{*}}}}^{{2}}-\frac{{6\rho {{n^{{*}}}}^{{2}}}}{{E}}"),
    Cut(at_most_best(_PROFIT)),
    *spends(_PROFIT),
    Cut(r"3K<-\alpha\gamma\delta {t^{*}}^{2}"),
    Cut(r"3K<\frac{18\rho {n^{*}}^{2}}{E}"),
)
MUCH_QUALITY = (
    r"(1+\alpha\gamma)^{2}\leq-6\alpha\gamma\delta\rho E,"
    r"\omega f_{\gamma}((ab)^{1/2})>\frac{2}{E\rho^{1/2}},"
    rf"-\alpha\gamma\left({GREAT}-\frac{{6}}{{E}}\right)>3K"
)

DATA_LIMIT = rf"b^{{(1+\alpha\gamma)/\alpha}}>{SCALE}\cdot\frac{{Ea^{{1/\alpha}}}}{{B^{{2+\alpha\gamma}}}}"
DATA_FALLS = (
    Cut(rf"\left(\rho n^{{*}}\right)^{{2+\alpha\gamma}}\leq\rho^{{2+\alpha\gamma}}{HIGHEST_POSITIVE}"),
    Cut(
        rf"\rho^{{2+\alpha\gamma}}{HIGHEST_POSITIVE}<B^{{2+\alpha\gamma}}",
        (Combine(((DATA_LIMIT, r"B^{2+\alpha\gamma}b^{-(1+\alpha\gamma)/\alpha}"),)),),
    ),
    Cut(r"\left(\rho n^{*}\right)^{2+\alpha\gamma}<B^{2+\alpha\gamma}"),
    Rise(
        r"x^{1/(2+\alpha\gamma)}", "x", r"\left(\rho n^{*}\right)^{2+\alpha\gamma}", r"B^{2+\alpha\gamma}", strict=True
    ),
)
SPENDING_DATA = (
    rf"b^{{\gamma}}>\left(\frac{{6}}{{KE}}\right)^{{2+\alpha\gamma}}\left({SCALE}\cdot E\right)^{{2}}a^{{-\gamma}}"
)

TWO_SOLUTIONS = SOLVED.extend(
    define=(r"d_{1}\triangleq\left(\frac{a}{b_{1}}\right)^{1/\alpha}n_{1}",),
    given=(r"\alpha\gamma\leq 1", r"\alpha\gamma>-1", OTHER, "t_{1}>0", "b_{1}>b"),
    examples=(TWO,),
)

_AT = r"\left(\frac{a}{b_{1}}\right)^{1/\alpha}"
_TOKENS, _SLOPE = (
    r"\frac{\omega}{\gamma}\left(1-a^{-\gamma}{N}^{-\alpha\gamma}\right)=2\delta T+\frac{2N}{E}",
    r"\omega T\frac{\alpha {N}^{-\alpha\gamma-1}}{a^{\gamma}}=\frac{12R N+2T}{E}",
)


def _at(condition: str, n: str, t: str, rho: str = r"\rho ") -> str:
    """A first-order condition at n and t."""
    return condition.replace("N", n).replace("T", t).replace("R", rho)


def _instead(condition: str, n: str, t: str, by: str, of: str) -> Cut:
    """The condition at n and t, from that with ``of`` in place of ``by``."""
    goal = _at(condition, n, t)
    return Cut(goal, (Combine(((goal.replace(by, of), "1"),), rewrite=(f"{by}={of}",)),))


OTHER_CONDITIONS = (
    Stationary(
        earned("n_{1}", "t", "b_{1}"), "t", "t_{1}", "0", "2t_{1}",
        by=(Use({"n": "n_{1}", "d": rf"{_AT}n_{{1}}", "t": "t"}, 1),),
    ),
    Cut(_at(_TOKENS, "n_{1}", "t_{1}")),
    Stationary(
        earned("n", "t_{1}", "b_{1}"), "n", "n_{1}", "0", "2n_{1}",
        by=(Use({"n": "n", "d": rf"{_AT}n", "t": "t_{1}"}, 1),),
    ),
    Cut(_at(_SLOPE, "n_{1}", "t_{1}", _AT)),
)  # fmt: skip
MORE_PARAMETERS = (
    *LESS_DATA,
    Split(
        "n^{*}",
        "n_{1}",
        equal=(
            *POWER_CONDITIONS,
            *OTHER_CONDITIONS,
            Cut("n_{1}=n^{*}"),
            _instead(_TOKENS, "n_{1}", "t^{*}", "n_{1}", "n^{*}"),
            _instead(_SLOPE, "n_{1}", "t^{*}", "n_{1}", "n^{*}"),
            Cut(
                "t_{1}=t^{*}",
                (
                    Combine(
                        (
                            (_at(_TOKENS, "n_{1}", "t^{*}"), r"\frac{1}{2\delta}"),
                            (_at(_TOKENS, "n_{1}", "t_{1}"), r"-\frac{1}{2\delta}"),
                        )
                    ),
                ),
            ),
            _instead(_SLOPE, "n_{1}", "t_{1}", "t_{1}", "t^{*}"),
            Cut(
                r"b^{-1/\alpha}=b_{1}^{-1/\alpha}",
                (
                    Combine(
                        (
                            (_at(_SLOPE, "n_{1}", "t_{1}"), r"-\frac{E}{12a^{1/\alpha}n_{1}}"),
                            (_at(_SLOPE, "n_{1}", "t_{1}", _AT), r"\frac{E}{12a^{1/\alpha}n_{1}}"),
                        )
                    ),
                ),
            ),
            Cut("1<0"),
        ),
    ),
)
"""n* < n_1: were they the same, so would be the tokens sold, and with them the data efficiencies."""
