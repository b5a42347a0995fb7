"""How the maximum of profit is shown to exist: the best profit is that of one size, and is nothing beyond some size."""

from __future__ import annotations

from derivations.profit_optimal.lemma_2 import DATA, SIZE
from derivations.profit_optimal.tangents import tangent
from symcheck import Attained, Beneath, Combine, Cut, Hints, Rise, Split

LOG_PROFIT = r"\omega t\ln(q(n,d))-\delta t^{2}-\frac{6nd+2nt}{E}"
STEADY = r"\left(\frac{\omega a^{-\gamma}E}{-2\gamma}\right)^{1/(1+\alpha\gamma)}"

# The best profit is that of a size, of the least data that match it, and of the best number of tokens.
LEAST = r"a^{-1/\alpha}"
"""The size of a model for which nobody pays."""
POWER_LINK, LOG_LINK = r"f_{\gamma}(aX^{\alpha})", r"\ln(aX^{\alpha})"
"""The linked quality of X parameters."""


def of_size(link: str, x: str = "x") -> str:
    """What a size earns at best."""
    margin = rf"\omega {link}-\frac{{2X}}{{E}}"
    earned = rf"\frac{{1}}{{4\delta}}\left(\max\{{0,{margin}\}}\right)^{{2}}"
    return rf"{earned}-\frac{{6(a/b)^{{1/\beta}}X^{{1+\alpha/\beta}}}}{{E}}".replace("X", x)


def best(link: str) -> str:
    """The greatest of these."""
    return rf"\max_{{x\geq {LEAST}}}\left({of_size(link)}\right)"


def exists(link: str, profit: str, where: str = "") -> str:
    """If some size is profitable, no choice earns more than the best of one size."""
    return rf"{where}n_{{1}}\geq {LEAST},{of_size(link, '{n_{1}}')}\geq 0\implies {profit}\leq {best(link)}"


MATCHED, MATCHED_DATA = (
    r"\left(\frac{q(n,d)}{a}\right)^{1/\alpha}",
    r"\left(\frac{q(n,d)}{b}\right)^{1/\beta}",
)
BRACKETED = rf"\left({MATCHED}\right)"


def attained(link: str, profit: str, cut: str, tail: Hints) -> Hints:
    """How: beyond ``cut`` nothing is earned, as ``tail`` shows; a model of quality 1 or less earns nothing either."""
    linked = link.replace(r"aX^{\alpha}", "q(n,d)")
    margin = rf"\omega {linked}-\frac{{2}}{{E}}{MATCHED}"
    cost = rf"\frac{{6}}{{E}}{MATCHED}{MATCHED_DATA}"
    reduced = rf"t\left({margin}\right)-\delta t^{{2}}-{cost}"
    small, few = rf"{MATCHED}\leq n", rf"{MATCHED_DATA}\leq d"
    poor = (
        Rise(link.replace(r"aX^{\alpha}", "x"), "x", "q(n,d)", "1"),
        Cut(rf"{linked}\leq 0"),
        Cut(rf"{profit}\leq 0"),
        Cut(rf"0\leq {best(link)}"),
    )
    matched = of_size(link, BRACKETED)
    within = ((rf"{profit}\leq {reduced}", "1"), (rf"{matched}\leq {best(link)}", "1"))
    unsold = (Combine(within, gap=rf"-t\left({margin}\right)+\delta t^{{2}}"),)
    good = (
        Cut(rf"q(n,d)\leq {SIZE}", (Split(SIZE, DATA),)),
        Cut(rf"q(n,d)\leq {DATA}", (Split(SIZE, DATA),)),
        Rise(r"x^{1/\alpha}", "x", r"\frac{q(n,d)}{a}", r"n^{\alpha}"),
        Rise(r"x^{1/\beta}", "x", r"\frac{q(n,d)}{b}", r"d^{\beta}"),
        Cut(small),
        Cut(few),
        Cut(
            rf"{cost}\leq\frac{{6nd}}{{E}}",
            (Combine(((small, rf"\frac{{6}}{{E}}{MATCHED_DATA}"), (few, r"\frac{6n}{E}"))),),
        ),
        Cut(rf"{profit}\leq {reduced}", (Combine(((small, r"\frac{2t}{E}"), (rf"{cost}\leq\frac{{6nd}}{{E}}", "1"))),)),
        Rise(r"x^{1/\alpha}", "x", r"\frac{1}{a}", r"\frac{q(n,d)}{a}"),
        Beneath(best(link), MATCHED),
        Split(
            rf"\omega {linked}",
            rf"\frac{{2}}{{E}}{MATCHED}",
            less=unsold,
            equal=unsold,
            more=(Combine(within, gap=rf"\delta\left(t-\frac{{1}}{{2\delta}}\left({margin}\right)\right)^{{2}}"),),
        ),
    )
    return (
        Cut("n_{1}>0"),
        Attained(best(link), "n_{1}", cut, (Cut("x>0"), *tail)),
        Split("q(n,d)", "1", less=poor, equal=poor, more=good),
    )


MODEL_PROFIT = r"\pi(n,d,t)"
FLAT_BEYOND = rf"\left({STEADY}\right)^{{1+\alpha\gamma}}\leq x^{{1+\alpha\gamma}}"
TOUCHED = r"\omega\alpha E"
LOG_EXCESS = rf"\left(\omega\ln(a)+\omega\alpha\left(\ln\left({TOUCHED}\right)-1\right)\right)"
POSITIVE_EXISTS = attained(
    POWER_LINK,
    MODEL_PROFIT,
    r"n_{1}+\frac{\omega E}{2\gamma}",
    (Cut(r"f_{\gamma}(ax^{\alpha})\leq\frac{1}{\gamma}"), Cut(r"\omega f_{\gamma}(ax^{\alpha})\leq\frac{2x}{E}")),
)
NEGATIVE_EXISTS = (
    Cut(r"0<1+\alpha\gamma"),
    *attained(
        POWER_LINK,
        MODEL_PROFIT,
        rf"n_{{1}}+{STEADY}",
        (
            Cut(rf"{STEADY}\leq x"),
            Rise(r"K^{1+\alpha\gamma}", "K", STEADY, "x"),
            Cut(
                r"\omega f_{\gamma}(ax^{\alpha})\leq\frac{2x}{E}",
                (Combine(((FLAT_BEYOND, r"\frac{2}{E}x^{-\alpha\gamma}"),), gap=r"-\frac{\omega}{\gamma}"),),
            ),
        ),
    ),
)
LOG_EXISTS = attained(
    LOG_LINK,
    LOG_PROFIT,
    rf"n_{{1}}+E\left|{LOG_EXCESS}\right|",
    (
        tangent("x", TOUCHED),
        Cut(rf"{LOG_EXCESS}\leq\left|{LOG_EXCESS}\right|", (Split(LOG_EXCESS, "0"),)),
        Cut(rf"E{LOG_EXCESS}\leq x"),
        Cut(r"\omega\ln(ax^{\alpha})\leq\frac{2x}{E}"),
    ),
)
MATCHING = r"\left(\frac{a}{b}\right)^{1/\beta}n^{\alpha/\beta}"


def tokens(link: str) -> str:
    """The best number of tokens to sell of a model with n parameters."""
    return rf"\frac{{1}}{{2\delta}}\max\{{0,\omega {link}-\frac{{2X}}{{E}}\}}".replace("X", "n")


SOLD, LOG_SOLD = tokens(POWER_LINK), tokens(LOG_LINK)
EARNED = rf"\gamma\neq 0\implies\pi\left(n,{MATCHING},{SOLD}\right)={of_size(POWER_LINK, 'n')}"
LOG_EARNED = (
    rf"\omega {LOG_SOLD}\ln\left(q\left(n,{MATCHING}\right)\right)-\delta\left({LOG_SOLD}\right)^{{2}}"
    rf"-\frac{{1}}{{E}}\left(6n{MATCHING}+2n{LOG_SOLD}\right)={of_size(LOG_LINK, 'n')}"
)
"""What is earned by a size with the data that match it: the maximum is that of a choice."""


def _earning(link: str) -> Hints:
    return (Split(rf"\omega {link}".replace("X", "n"), r"\frac{2n}{E}"),)


ATTAINED: tuple[tuple[str, Hints], ...] = (
    (exists(POWER_LINK, MODEL_PROFIT, r"\gamma>0,"), POSITIVE_EXISTS),
    (exists(LOG_LINK, LOG_PROFIT), LOG_EXISTS),
    (exists(POWER_LINK, MODEL_PROFIT, r"-1<\gamma<0,"), NEGATIVE_EXISTS),
    (EARNED, _earning(POWER_LINK)),
    (LOG_EARNED, _earning(LOG_LINK)),
)
"""What says that the maximum exists, and how it is shown."""
