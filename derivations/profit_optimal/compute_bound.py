"""The compute-bound regime: how the solution itself moves with hardware, parameter and data efficiency.

Statements and their hints, for what the paper says of it in several places.
"""

from __future__ import annotations

from derivations.profit_optimal import theorem_1
from derivations.profit_optimal.optimum import (
    BALANCE,
    CAPABLE,
    CONCAVE,
    DIMINISHING,
    ESTIMATED,
    HIGHEST_NEGATIVE,
    HIGHEST_POSITIVE,
    POWER_CONDITIONS,
    SCALE,
    SMALL_NEGATIVE,
    SMALL_POSITIVE,
    TWO,
    below_other,
    example,
)
from derivations.profit_optimal.rates import HARDWARE
from derivations.profit_optimal.theorem_1 import (
    BEST,
    LITTLE_SPENT,
    MUCH_HARDWARE,
    MUCH_QUALITY,
    RANGED,
    at_most_best,
    spending_falls,
    spends,
)
from symcheck import Combine, Cut, Example, Hints, Rise, Use

CITED = ("eq:thm1-range",)
"""It has the two bounds on n* that each proof here starts from."""
HIGHEST = {SMALL_POSITIVE: HIGHEST_POSITIVE, SMALL_NEGATIVE: HIGHEST_NEGATIVE}
"""What a power of n* is at most, for the bound that says so."""
SIZE_RATE, SPENT_RATE = r"\frac{1}{1+\alpha\gamma}", HARDWARE
"""The exponents of E in Theorem 1."""
BOTH = "The statements are about the printed bound; the contrary is about the solution of the problem itself."


def elasticity(of: str) -> str:
    """The rate at which a bound scales with hardware efficiency: the exponent."""
    return rf"\frac{{E}}{{{of}}}\cdot\frac{{\partial {of}}}{{\partial E}}"


# -- the solution is smaller ----------------------------------------------------------------------------------------


def smaller(small: str, target: str, start: str, factor: str, exponent: str) -> Hints:
    """n* < ``target`` from one of the bounds on a power of n*, and ``factor`` times ``start``."""
    highest, low, high = HIGHEST[small], rf"{{n^{{*}}}}^{{{exponent}}}", rf"\left({target}\right)^{{{exponent}}}"
    return (
        Cut(small),
        Cut(f"{highest}<{high}", (Combine(((start, factor),)),)),
        Cut(f"{low}<{high}"),
        Rise(rf"x^{{1/({exponent})}}", "x", low, high, strict=True),
        Cut(f"n^{{*}}<({high})^{{1/({exponent})}}"),
        Cut(f"({high})^{{1/({exponent})}}={target}"),
    )


ROOT_START = rf"E^{{\frac{{\alpha\gamma}}{{2}}}}>{SCALE}\cdot\frac{{1}}{{\rho a^{{\gamma}}\kappa^{{2+\alpha\gamma}}}}"
ROOT_TARGET = r"\kappa E^{1/2}"
BELOW_ROOT = rf"\kappa>0,\gamma>0,{ROOT_START}\implies n^{{*}}<{ROOT_TARGET}"
ROOT = smaller(SMALL_POSITIVE, ROOT_TARGET, ROOT_START, r"E\kappa^{2+\alpha\gamma}", r"2+\alpha\gamma")
"""For gamma > 0, n* is less than any fraction of the square root of E."""

RATE_TARGET = rf"\kappa E^{{{SIZE_RATE}}}"
RATE_START = rf"E>{SCALE}\cdot\frac{{1}}{{\rho a^{{2\gamma}}\kappa^{{2+2\alpha\gamma}}}}"
BELOW_RATE = rf"\kappa>0,\gamma<0,{RATE_START}\implies n^{{*}}<{RATE_TARGET}"
BELOW_RATE_DATA = BELOW_RATE.replace("n^{*}<", r"d^{*}<\rho ")
RATE = smaller(SMALL_NEGATIVE, RATE_TARGET, RATE_START, r"E\kappa^{2+2\alpha\gamma}", r"2+2\alpha\gamma")
"""For gamma < 0, n* is less than any fraction of what Theorem 1 has."""


SLOW_START = rf"E^{{1+2\alpha\gamma}}>{SCALE}\cdot\frac{{1}}{{\rho a^{{2\gamma}}\kappa^{{2+2\alpha\gamma}}}}"
SLOWER_THAN_LINE = rf"\kappa>0,\gamma<0,\alpha\gamma>-\frac{{1}}{{2}},{SLOW_START}\implies n^{{*}}<\kappa E"
SLOW = smaller(SMALL_NEGATIVE, r"\kappa E", SLOW_START, r"E\kappa^{2+2\alpha\gamma}", r"2+2\alpha\gamma")
"""For -1/2 < alpha*gamma < 0, n* is less than any fraction of E."""


def cheaper(target: str, start: str, factor: str) -> Hints:
    """C* < ``target`` for gamma < 0, and ``factor`` times ``start``."""
    low = r"\left(\frac{6\rho {n^{*}}^{2}}{E}\right)^{1+\alpha\gamma}"
    middle = rf"\left(\frac{{6\rho}}{{E}}\right)^{{1+\alpha\gamma}}{HIGHEST_NEGATIVE}"
    high = rf"\left({target}\right)^{{1+\alpha\gamma}}"
    return (
        Cut(SMALL_NEGATIVE),
        Cut(rf"{low}\leq {middle}"),
        Cut(f"{middle}<{high}", (Combine(((start, factor),)),)),
        Cut(f"{low}<{high}"),
        Rise(r"x^{1/(1+\alpha\gamma)}", "x", low, high, strict=True),
    )


SPENT_LIMIT = rf"\left(\frac{{6\rho}}{{K}}\right)^{{1+\alpha\gamma}}{SCALE}\cdot\frac{{1}}{{\rho a^{{2\gamma}}}}"
COST = r"C^{*}_{\operatorname{train}}"


def cheap(power: str, exponent: str, where: str = "") -> tuple[str, Hints]:
    """C* < K E**power for gamma < 0, from some E on; ``exponent`` is that of E there, (1+ag)*power + ag."""
    start = rf"E^{{{exponent}}}>{SPENT_LIMIT}"
    target = "KE" if power == "1" else rf"KE^{{{power}}}"
    return (
        rf"K>0,\gamma<0,{where}{start}\implies {COST}<{target}",
        cheaper(target, start, r"K^{1+\alpha\gamma}E^{-\alpha\gamma}"),
    )


STARTS = r"(ab)^{1/2}(\kappa E)^{\alpha}"
"""The quality that costs 6 kappa**2 E to train."""
_STARTS_HIGH = rf"{STARTS}\geq 2+\frac{{4\kappa}}{{\omega\rho^{{1/2}}}}"
_LINEAR = rf"({STARTS}-1)"
_LINKED = rf"f_{{\gamma}}({STARTS})"
_MARGIN = rf"\left(\omega {_LINEAR}-\frac{{2\kappa}}{{\rho^{{1/2}}}}\right)"
_GREAT_MARGIN = rf"\frac{{\omega}}{{2}}{STARTS}\leq {_MARGIN}"
_HALF = r"\frac{\omega^{2}ab}{16\delta}(\kappa E)^{2\alpha}"
_FIXED_PART = r"6\kappa^{2}E"
_MADE = rf"\frac{{\omega}}{{4\delta}}{STARTS}\cdot{_MARGIN}-{_HALF}-{_FIXED_PART}\leq {BEST}"
STEEPER_THAN_LINE = (
    r"\alpha\geq\frac{1}{2},\kappa=\frac{\omega^{2}ab}{192\delta},\kappa E\geq 1,"
    rf"{_STARTS_HIGH},(1-\alpha)^{{2}}\leq 6\alpha\delta\rho E"
    rf"\implies {COST}\geq 2\alpha\kappa^{{2}}E"
)
STEEPENING = (
    *POWER_CONDITIONS,
    Cut(BALANCE),
    Cut(r"\kappa>0"),
    Use(
        {
            "n": r"\kappa E\rho^{-1/2}",
            "d": r"\kappa E\rho^{1/2}",
            "t": rf"\frac{{\omega}}{{4\delta}}{STARTS}",
        }
    ),
    Cut(_MADE.replace(_LINEAR, _LINKED)),
    Cut(f"{_LINKED}={_LINEAR}"),
    Cut(
        _MADE,
        (
            Combine(
                (
                    (_MADE.replace(_LINEAR, _LINKED), "1"),
                    (f"{_LINKED}={_LINEAR}", rf"-\frac{{\omega^{{2}}}}{{4\delta}}{STARTS}"),
                )
            ),
        ),
    ),
    Cut(_GREAT_MARGIN, (Combine(((_STARTS_HIGH, r"\frac{\omega}{2}"),)),)),
    Cut(rf"{_HALF}-{_FIXED_PART}\leq {BEST}"),
    Cut(r"\kappa E\leq(\kappa E)^{2\alpha}", (Rise(r"(\kappa E)^{x}", "x", "1", r"2\alpha"),)),
    Cut(rf"\frac{{\omega^{{2}}ab}}{{16\delta}}\kappa E\leq {_HALF}"),
    Cut(r"\frac{\omega^{2}ab}{16\delta}\kappa E=12\kappa^{2}E"),
    Cut(rf"{_FIXED_PART}\leq {BEST}"),
    Cut(rf"{BEST}=\delta {{t^{{*}}}}^{{2}}-\frac{{6\rho {{n^{{*}}}}^{{2}}}}{{E}}"),
    Cut(at_most_best(_FIXED_PART)),
    Cut(r"\gamma<0"),
    *spends(_FIXED_PART),
    Cut(rf"6\alpha\kappa^{{2}}E=-\alpha\gamma\left({_FIXED_PART}\right)", (Combine(rewrite=(r"\gamma=-1",)),)),
    Cut(r"6\alpha\kappa^{2}E\leq-\alpha\gamma\delta {t^{*}}^{2}"),
    Cut(r"6\alpha\kappa^{2}E\leq\frac{18\rho {n^{*}}^{2}}{E}"),
)
"""For linear demand and alpha >= 1/2, C* is at least a fixed part of E: a model is as good whose training costs E."""
BELOW_SQUARE, SQUARE = cheap("2", r"2+3\alpha\gamma", r"\alpha\gamma>-\frac{2}{3},")
CHEAPER_THAN_LINE, LINE = cheap("1", r"1+2\alpha\gamma", r"\alpha\gamma>-\frac{1}{2},")
BELOW_PRINTED, PRINTED = cheap(SPENT_RATE, "1")
FALLS = rf"K>0,\gamma>0,{MUCH_HARDWARE}\implies {LITTLE_SPENT}"
FALLING = (Cut(SMALL_POSITIVE), *spending_falls(MUCH_HARDWARE, r"K^{2+\alpha\gamma}E^{-\alpha\gamma}"))
"""For gamma > 0, C* tends to 0."""

# -- efficiencies -----------------------------------------------------------------------------------------------------

GROWS = rf"K>0,\gamma<0,{MUCH_QUALITY}\implies {COST}>K"
"""For gamma < 0, C* exceeds every amount when parameters are efficient enough."""
MORE_DATA = rf"K>0,B>0,\gamma<0,{MUCH_QUALITY},\rho EK\geq 6B^{{2}}\implies d^{{*}}>B"
DATA_GROWING = (
    Cut(r"K<\frac{6\rho {n^{*}}^{2}}{E}"),
    Cut(r"6B^{2}<6\left(\rho n^{*}\right)^{2}"),
    Rise("x^{1/2}", "x", "B^{2}", r"\left(\rho n^{*}\right)^{2}", strict=True),
)
"""The same of d*."""


def vanishing(symbol: str, other: str) -> tuple[str, Hints]:
    """For gamma > 0, C* tends to 0 when one of the efficiencies grows."""
    start = (
        rf"{symbol}^{{\gamma}}>\left(\frac{{6}}{{KE}}\right)^{{2+\alpha\gamma}}"
        rf"\left({SCALE}\cdot E\right)^{{2}}{other}^{{-\gamma}}"
    )
    factor = rf"K^{{2+\alpha\gamma}}{symbol}^{{-\gamma}}"
    return rf"K>0,\gamma>0,{start}\implies {LITTLE_SPENT}", (Cut(SMALL_POSITIVE), *spending_falls(start, factor))


FALLS_WITH_SIZE, FALLING_WITH_SIZE = vanishing("a", "b")
FALLS_WITH_DATA, FALLING_WITH_DATA = vanishing("b", "a")
FEW_DATA = rf"(ab)^{{\gamma}}>\left(\frac{{6}}{{K}}\right)^{{1+\alpha\gamma}}{SCALE}E^{{-\alpha\gamma}}"
STARTS_LOW = rf"K>0,\gamma<0,{FEW_DATA}\implies {LITTLE_SPENT}"
STARTING_LOW = cheaper("K", FEW_DATA, r"K^{1+\alpha\gamma}(ab)^{-\gamma}")
"""For gamma < 0, C* is small where data are inefficient."""

DATA_START = rf"b^{{\frac{{1+2\alpha\gamma}}{{\alpha}}}}>{SCALE}\cdot\frac{{Ea^{{1/\alpha}}}}{{B^{{2+2\alpha\gamma}}}}"
FEWER_DATA = rf"B>0,\gamma<0,{DATA_START}\implies d^{{*}}<B"
_MOST_DATA = rf"\rho^{{2+2\alpha\gamma}}{HIGHEST_NEGATIVE}"
_DATA_POWER, _LIMIT_POWER = r"\left(\rho n^{*}\right)^{2+2\alpha\gamma}", r"B^{2+2\alpha\gamma}"
DATA_SHRINKING = (
    Cut(SMALL_NEGATIVE),
    Cut(rf"{_DATA_POWER}\leq {_MOST_DATA}"),
    Cut(
        f"{_MOST_DATA}<{_LIMIT_POWER}",
        (Combine(((DATA_START, r"B^{2+2\alpha\gamma}b^{-\frac{1+2\alpha\gamma}{\alpha}}"),)),),
    ),
    Cut(f"{_DATA_POWER}<{_LIMIT_POWER}"),
    Rise(r"x^{1/(2+2\alpha\gamma)}", "x", _DATA_POWER, _LIMIT_POWER, strict=True),
)
"""For gamma < 0, d* is small where data are inefficient, if alpha*gamma < -1/2, else where they are efficient."""


def few_parameters(small: str, gamma: str) -> tuple[str, Hints]:
    """n* tends to 0 when a grows."""
    exponent = rf"2+{gamma}\alpha\gamma"
    start = rf"a^{{\frac{{1}}{{\alpha}}+{gamma}\gamma}}>{SCALE}\cdot\frac{{Eb^{{1/\alpha}}}}{{N^{{{exponent}}}}}"
    factor = rf"N^{{{exponent}}}a^{{-\frac{{1}}{{\alpha}}-{gamma}\gamma}}"
    return rf"N>0,{start}\implies n^{{*}}<N", smaller(small, "N", start, factor, exponent)


SHRINKS_POSITIVE, SHRINKING_POSITIVE = few_parameters(SMALL_POSITIVE, "")
SHRINKS_NEGATIVE, SHRINKING_NEGATIVE = few_parameters(SMALL_NEGATIVE, "2")

STEEP = example(
    {
        r"\alpha": "3/4", r"\gamma": "-1", "a": "1", "b": "1", "E": "6", r"\omega": "16/9", r"\delta": "1/27",
        "n^{*}": "16", "t^{*}": "96", "B": "1000", "K": "1000", r"\kappa": "1000",
    },
    r"\frac{2t}{9}(M^{1/4}-2)^{2}(3M^{1/2}+4M^{1/4}+4)"
    r"+\frac{1}{27}\left(t-96-\frac{9}{2}(M-16)\right)^{2}+\frac{1}{4}(M-16)^{2}",
)  # fmt: skip
"""alpha*gamma < -1/2: 96 tokens of a model with 16 parameters, at a profit of 256/3."""
PROFITABLE = example(
    {
        r"\alpha": "1/2", r"\gamma": "-1", "a": "1", "b": "1", "E": "6", r"\omega": "16", r"\delta": "2/27",
        "n^{*}": "144", "t^{*}": "864", "K": "1", "B": "1", r"\kappa": "18",
    },
    r"\frac{t}{3}(\sqrt{M}-12)^{2}+\frac{2}{27}\left(t-54\sqrt{M}-216\right)^{2}"
    r"+(\sqrt{M}-12)^{2}(M+24\sqrt{M}+216)",
)  # fmt: skip
"""alpha*gamma = -1/2: 864 tokens of a model with 144 parameters, at a profit of 34560."""
AMOUNTS = {"K": "1000", "N": "1000", "B": "1000", r"\kappa": "1000"}
SOLVED = RANGED.extend(
    examples=(
        Example({**DIMINISHING.values, **AMOUNTS}, DIMINISHING.shows),
        Example({**CONCAVE.values, **AMOUNTS}, CONCAVE.shows),
        Example({**ESTIMATED.values, **AMOUNTS}, ESTIMATED.shows),
        Example({**CAPABLE.values, "B": "1/8"}, CAPABLE.shows),
        STEEP,
        PROFITABLE,
    )
)
"""The same, with examples on both sides of each amount."""

# -- two solutions --------------------------------------------------------------------------------------------------

SPENDS_LESS = Example(
    {
        r"\alpha": "1/2", r"\gamma": "1", "a": "1", "b": "1", "b_{1}": r"\left(\frac{252}{13}\right)^{1/2}", "E": "6",
        r"\omega": "24", r"\delta": "7/9", "n^{*}": "4", "t^{*}": "48/7", "n_{1}": "9", "t_{1}": "117/14",
    },
    shows=(
        (
            below_other(
                r"\frac{3t(\sqrt{M}-2)^{2}(\sqrt{M}+4)}{2\sqrt{M}}"
                r"+\frac{7}{9}\left(t-\frac{48}{7}-\frac{3}{4}(M-4)\right)^{2}+\frac{9}{16}(M-4)^{2}",
                "1",
            ),
        ),
        (
            below_other(
                r"\frac{4t(\sqrt{M}-3)^{2}(\sqrt{M}+6)}{9\sqrt{M}}"
                r"+\frac{7}{9}\left(t-\frac{117}{14}-\frac{1}{14}(M-9)\right)^{2}+\frac{1}{21}(M-9)^{2}",
                r"\frac{252}{13}",
            ),
        ),
    ),
)  # fmt: skip
"""gamma = 1: 4 parameters for 16 dollars; with greater data efficiency, 9 parameters for 117/28 dollars."""

TWO_SOLUTIONS = theorem_1.TWO_SOLUTIONS.extend(given=(r"E>1/(6\delta\rho)",), examples=(SPENDS_LESS, TWO))
"""Two solutions, the second with more efficient data."""
SPENT_HERE, SPENT_THERE = r"\frac{6n^{*}d^{*}}{E}", r"\frac{6n_{1}d_{1}}{E}"
