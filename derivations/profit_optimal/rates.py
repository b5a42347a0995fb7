"""Annual growth rates of Sections 6 and 7.1: what they are, and hints for bounds that grow with time."""

from __future__ import annotations

from derivations.profit_optimal import trends
from derivations.profit_optimal.optimum import (
    HIGHEST_NEGATIVE,
    HIGHEST_POSITIVE,
    LOG_CONDITIONS,
    SCALE,
    SMALL_NEGATIVE,
    SMALL_POSITIVE,
)
from derivations.profit_optimal.tangents import below_itself
from derivations.profit_optimal.theorem_1 import TWICE
from symcheck import Combine, Cut, Rise

HARDWARE = r"\frac{1-\alpha\gamma}{1+\alpha\gamma}"
PARAMETERS = r"-\frac{2\gamma}{1+\alpha\gamma}"
"""The exponents of E and a in Theorem 1."""
RATE = rf"1.37^{{{HARDWARE}}}\cdot 3^{{-\frac{{\gamma}}{{1+\alpha\gamma}}}}"
"""By what the paper's bound grows in a year."""
OWN_RATE = rf"1.37^{{{HARDWARE}}}\cdot 3^{{-\frac{{\alpha\gamma}}{{1+\alpha\gamma}}}}"
"""The same, where compute efficiency is (ab)^(1/alpha), as the model makes it."""
LEAST_RATE = r"1.37^{-\frac{\alpha\gamma}{1+\alpha\gamma}}\cdot 3^{-\frac{\gamma}{1+\alpha\gamma}}"
"""By what the bound on the solution grows, for gamma < 0."""
LINEAR_RATE = r"1.37^{\frac{1+\alpha}{1-\alpha}}\cdot 3^{\frac{1}{1-\alpha}}"
"""By what the paper's bound grows for gamma = -1."""
PLAIN_POWER = r"\eta=1"
EITHER_LINEAR_RATE = r"1.37^{\frac{1+\alpha}{1-\alpha}}\cdot 3^{\frac{\alpha+(1-\alpha)\eta}{1-\alpha}}"
"""By what the bound grows for gamma = -1 where ab (eta = 1) or (ab)^(1/alpha) (eta = 0) grows threefold a year."""
EITHER = (
    "The first statement takes the inputs as they are printed. The second has expenditure in dollars, and what grows "
    "threefold a year: ab for η = 1, as Section 6 prints; for η = 0 (ab)^(1/α), which is the inverse of the compute "
    "that a quality takes in the model. That observed growth is less than an upper bound does not show that it is "
    "profit-optimal."
)
DOLLARS = r"\frac{5}{1.37}"
"""By what expenditure grows where compute grows fivefold and hardware efficiency by 1.37."""


def at(text: str, gamma: str) -> str:
    """The same for another gamma."""
    return text.replace(r"\gamma", gamma)


PARTS = {
    RATE: ((HARDWARE, r"2\alpha"), (r"-\frac{\gamma}{1+\alpha\gamma}", "1")),
    OWN_RATE: ((HARDWARE, r"2\alpha"), (r"-\frac{\alpha\gamma}{1+\alpha\gamma}", r"\alpha")),
    LEAST_RATE: ((r"-\frac{\alpha\gamma}{1+\alpha\gamma}", r"\alpha"), (r"-\frac{\gamma}{1+\alpha\gamma}", "1")),
}
"""The exponents of 1.37 and of 3, and minus their derivatives in gamma, times (1+alpha*gamma)**2."""


def slower(low: str, high: str, rate: str = RATE, end: str = "") -> tuple[Cut | Rise, ...]:
    """The rate is no more at the higher gamma; ``end`` is a relation that it has to a number at the end that is one."""
    apart = rf"\left((1+\alpha({low}))(1+\alpha({high}))\right)^{{-1}}"
    found: list[Cut | Rise] = [Cut(rf"0<1+\alpha({low})"), Cut(rf"0<1+\alpha({high})")]
    powers = []
    for base, (exponent, fall) in zip(("1.37", "3"), PARTS[rate], strict=True):
        ends = [at(exponent, f"({gamma})") for gamma in (high, low)]
        found.append(Cut(rf"{ends[0]}\leq {ends[1]}", (Combine(((rf"{low}\leq {high}", rf"{fall}{apart}"),)),)))
        found.append(Rise(rf"{base}^{{x}}", "x", ends[0], ends[1]))
        powers.append([rf"{base}^{{{exponent}}}" for exponent in ends])
    (least, most), (less, more) = powers
    product = Combine(((rf"{least}\leq {most}", less), (rf"{less}\leq {more}", most)))
    found.append(Cut(rf"{least}\cdot {less}\leq {most}\cdot {more}", (product,)))
    closed = rf"{most}\cdot {more}{end}" if end.startswith("<") else rf"{least}\cdot {less}{end}"
    return (*found, Cut(closed)) if end else tuple(found)


FASTEST = (
    Cut(r"1\leq\frac{1+\alpha}{1-\alpha}", (Combine(gap=r"\frac{2\alpha}{1-\alpha}"),)),
    Rise("1.37^{x}", "x", "1", r"\frac{1+\alpha}{1-\alpha}"),
    Cut(r"1\leq\frac{1}{1-\alpha}", (Combine(gap=r"\frac{\alpha}{1-\alpha}"),)),
    Rise("3^{x}", "x", "1", r"\frac{1}{1-\alpha}"),
    Combine(
        (
            (r"1.37^{1}\leq 1.37^{\frac{1+\alpha}{1-\alpha}}", "3"),
            (r"3^{1}\leq 3^{\frac{1}{1-\alpha}}", r"1.37^{\frac{1+\alpha}{1-\alpha}}"),
        )
    ),
)
"""The bound for gamma = 0 grows less than that for gamma = -1."""


def slope(exponent: str, factor: str) -> tuple[Cut, ...]:
    """The derivative of an exponent in gamma is -factor/(1+alpha*gamma)**2."""
    value = rf"\frac{{{factor}}}{{(1+\alpha\gamma)^{{2}}}}"
    return (
        Cut(r"0<1+\alpha\gamma"),
        Cut(rf"0<{value}"),
        Cut(rf"\frac{{\partial {exponent}}}{{\partial\gamma}}=-{value}"),
    )


# -- the solution ---------------------------------------------------------------------------------------------------

ROOTS = {
    SMALL_NEGATIVE: (r"2+2\alpha\gamma", r"1+\alpha\gamma", HIGHEST_NEGATIVE),
    SMALL_POSITIVE: (r"2+\alpha\gamma", r"\frac{2+\alpha\gamma}{2}", HIGHEST_POSITIVE),
}


FALLING_RATE = r"1.37^{-\frac{\alpha\gamma}{2+\alpha\gamma}}\cdot 3^{-\frac{\gamma}{2+\alpha\gamma}}"
NEGATIVE_BOUND = rf"6\left({SCALE}\right)^{{1/(1+\alpha\gamma)}}\left({LEAST_RATE}\right)^{{t}}"
POSITIVE_BOUND = rf"6\left({SCALE}\right)^{{2/(2+\alpha\gamma)}}\left({FALLING_RATE}\right)^{{t}}"
REWRITE = Combine(rewrite=("b=a", *trends.GROWING[:2]))


def spending(small: str, bound: str) -> tuple[Cut | Rise | Combine, ...]:
    """A bound on C* from one on n*."""
    power, half, most = ROOTS[small]
    inner = rf"\frac{{6\rho}}{{E}}\left({most}\right)^{{1/({half})}}"
    first, same = rf"\frac{{6\rho {{n^{{*}}}}^{{2}}}}{{E}}\leq {inner}", rf"{inner}={bound}"
    return (
        Cut(small),
        Rise(rf"x^{{1/({half})}}", "x", rf"{{n^{{*}}}}^{{{power}}}", most),
        Cut(first),
        Cut(same, (REWRITE,)),
        Combine(((first, "1"), (same, "1"))),
    )


_PRINTED = rf"{TWICE}\left(\frac{{E}}{{\rho}}\right)^{{{HARDWARE}}}a^{{{PARAMETERS}}}"
_FIRST, _SAME = r"\frac{6n^{*}\rho n^{*}}{E}\leq " + _PRINTED, rf"{_PRINTED}={TWICE}\left({LINEAR_RATE}\right)^{{t}}"
LINEAR_SPENDING = (
    Cut(_FIRST),
    Cut(_SAME, (Combine(rewrite=("b=a", *trends.GROWING[:2], r"\gamma=-1", r"\alpha=.3")),)),
    Combine(((_FIRST, "1"), (_SAME, "1"))),
)

LOG_SPENT = r"\frac{\alpha\omega^{2}}{4\delta}\ln\left(a\left(\frac{\alpha\omega E}{2}\right)^{\alpha}\right)"
"""A bound on C* that grows like time: n* is at most alpha*omega*E/2, because of the cost of inference alone."""
C_LOG = r"C^{*}_{\operatorname{train}}(0)"
LOGARITHMIC_SPENDING = (
    *LOG_CONDITIONS,
    Cut(r"n^{*}\leq\frac{\alpha\omega E}{2}"),
    Rise(r"\ln(ax^{\alpha})", "x", "n^{*}", r"\frac{\alpha\omega E}{2}"),
    Cut(r"t^{*}\leq\frac{\omega}{2\delta}\ln(a{n^{*}}^{\alpha})"),
    Cut(r"\frac{12\rho {n^{*}}^{2}}{E}\leq\alpha\omega t^{*}"),
)
SPENT_AT_MOST = rf"{C_LOG}\leq {LOG_SPENT}"
INSIDE = r"a\left(\frac{\alpha\omega E}{2}\right)^{\alpha}"
FACTOR = r"\left(\frac{\alpha\omega}{2}\right)^{\alpha}"
_STEPS = (
    rf"\ln\left({INSIDE}\right)\leq {INSIDE}",
    rf"{INSIDE}\leq {FACTOR}aE",
    rf"{FACTOR}aE\leq {FACTOR}a^{{2}}E",
)
BELOW_LINE = (
    Cut(_STEPS[0], (below_itself(INSIDE),)),
    Rise("E^{x}", "x", r"\alpha", "1"),
    Cut(_STEPS[1]),
    Cut(_STEPS[2]),
    Combine(((SPENT_AT_MOST, "1"), *((step, r"\frac{\alpha\omega^{2}}{4\delta}") for step in _STEPS))),
)
