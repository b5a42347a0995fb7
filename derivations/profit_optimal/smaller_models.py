"""With more efficient parameters the profit-optimal model gets smaller, where demand is great (logarithmic link).

``STAYING`` says that the solution for a_1 is no worse there than the size of that for a, ``GROWING`` the converse.
"""

from __future__ import annotations

from derivations.profit_optimal.comparisons import RHO_1
from derivations.profit_optimal.optimum import LOG_CONDITIONS
from derivations.profit_optimal.statics import first_order, stationary
from derivations.profit_optimal.tangents import tangent
from symcheck import Combine, Cut, Rise, Split, Use

GREAT = r"2\delta t^{*}\geq\alpha\omega"
"""The condition under which the model gets smaller."""
RISE = r"\left(\ln(a_{1})-\ln(a)\right)"
W = rf"\frac{{\omega {RISE}}}{{2\delta}}"
FIRST, QUALITY = stationary()[0], stationary(a="a_{1}", n="n_{1}", t="t_{1}")[0]
TOKENS_1 = first_order("a_{1}", "b", "n_{1}", "t_{1}", every=1)[:2]
MORE, LESS = rf"\left(t^{{*}}+{W}\right)", rf"\left(t_{{1}}-{W}\right)"
STAYING = (
    rf"\delta {MORE}^{{2}}-\frac{{6{RHO_1}{{n^{{*}}}}^{{2}}}}{{E}}"
    rf"\leq\delta {{t_{{1}}}}^{{2}}-\frac{{6{RHO_1}{{n_{{1}}}}^{{2}}}}{{E}}"
)
GROWING = (
    rf"\delta {LESS}^{{2}}-\frac{{6\rho {{n_{{1}}}}^{{2}}}}{{E}}"
    rf"\leq\delta {{t^{{*}}}}^{{2}}-\frac{{6\rho {{n^{{*}}}}^{{2}}}}{{E}}"
)


def brought(a: str, n: str, t: str, rho: str) -> str:
    """What n parameters and t tokens sold earn, of any parameter efficiency."""
    return rf"\omega {t}\ln({a}({n})^{{\alpha}})-\delta ({t})^{{2}}-\frac{{6{rho}({n})^{{2}}+2{n}{t}}}{{E}}"


STAY = brought("a_{1}", "n^{*}", MORE, RHO_1) + r"\leq " + brought("a_{1}", "n_{1}", "t_{1}", RHO_1)
GROW = brought("a", "n_{1}", LESS, r"\rho") + r"\leq " + brought("a", "n^{*}", "t^{*}", r"\rho")
GROWTH = r"\left(n_{1}-n^{*}\right)"
DEARER = rf"\frac{{6}}{{E}}\left({RHO_1}-\rho\right)\left({{n_{{1}}}}^{{2}}-{{n^{{*}}}}^{{2}}\right)"
BRINGS = rf"{W}\left(\omega\alpha\left(\ln(n_{{1}})-\ln(n^{{*}})\right)-\frac{{2}}{{E}}{GROWTH}\right)"
SOLD = r"\omega\alpha=\frac{n^{*}}{t^{*}}\cdot\frac{12\rho n^{*}+2t^{*}}{E}"
AT_MOST = rf"{W}{GROWTH}\frac{{12\rho n^{{*}}}}{{Et^{{*}}}}"
FASTER = rf"\rho\frac{{{RISE}}}{{\alpha}}\leq {RHO_1}-\rho"
EVEN = (
    rf"\frac{{6}}{{E}}\cdot\frac{{\rho {RISE}}}{{\alpha}}\left({{n_{{1}}}}^{{2}}-{{n^{{*}}}}^{{2}}\right)\leq {AT_MOST}"
)
TWICE = r"n_{1}+n^{*}\leq\frac{\alpha\omega}{\delta t^{*}}n^{*}"
LATER, STEEPER = tangent("n_{1}", "n^{*}"), tangent(r"\left(\frac{a_{1}}{a}\right)^{1/\alpha}", "1")
SIZE_FALLS = (
    Cut(
        r"\frac{\alpha\omega}{\delta t^{*}}\leq 2",
        (Combine(((r"\alpha\omega\leq 2\delta t^{*}", r"\frac{1}{\delta t^{*}}"),)),),
    ),
    Rise(r"\ln(x)", "x", "a", "a_{1}", strict=True),
    Cut(r"1<\frac{a_{1}}{a}"),
    Rise(r"x^{1/\alpha}", "x", "1", r"\frac{a_{1}}{a}", strict=True),
    STEEPER,
    Split(
        "n^{*}",
        "n_{1}",
        less=(
            LATER,
            *LOG_CONDITIONS,
            *TOKENS_1,
            Use({"n": "n^{*}", "d": rf"{RHO_1}n^{{*}}", "t": rf"t^{{*}}+{W}"}, every=1),
            Cut(STAY),
            Cut(STAYING, (Combine(((STAY, "1"), (FIRST, f"-{MORE}"), (QUALITY, "t_{1}"))),)),
            Rise("x^{2}", "x", "n^{*}", "n_{1}", strict=True),
            Cut(
                rf"{MORE}^{{2}}\leq {{t_{{1}}}}^{{2}}",
                (
                    Combine(
                        ((STAYING, r"\frac{1}{\delta}"),),
                        rf"\frac{{6{RHO_1}}}{{\delta E}}({{n_{{1}}}}^{{2}}-{{n^{{*}}}}^{{2}})",
                    ),
                ),
            ),
            Rise("x^{1/2}", "x", rf"{MORE}^{{2}}", "{t_{1}}^{2}"),
            Cut(f"{W}<t_{{1}}"),
            Use({"n": "n_{1}", "d": r"\rho n_{1}", "t": rf"t_{{1}}-{W}"}),
            Cut(GROW),
            Cut(GROWING, (Combine(((GROW, "1"), (QUALITY, f"-{LESS}"), (FIRST, "t^{*}"))),)),
            Cut(
                rf"{DEARER}\leq {BRINGS}", (Combine(((STAYING, "1"), (GROWING, "1"), (QUALITY, f"-{W}"), (FIRST, W))),)
            ),
            Cut(SOLD),
            Cut(
                rf"{BRINGS}\leq {AT_MOST}",
                (Combine(((LATER.fact, rf"{W}\omega\alpha"), (SOLD, rf"{W}{GROWTH}\frac{{1}}{{n^{{*}}}}"))),),
            ),
            Cut(FASTER, (Combine(((STEEPER.fact, r"\rho"),)),)),
            Cut(
                EVEN,
                (
                    Combine(
                        (
                            (rf"{DEARER}\leq {BRINGS}", "1"),
                            (rf"{BRINGS}\leq {AT_MOST}", "1"),
                            (FASTER, r"\frac{6}{E}({n_{1}}^{2}-{n^{*}}^{2})"),
                        )
                    ),
                ),
            ),
            Cut(TWICE, (Combine(((EVEN, rf"\frac{{\alpha E}}{{6\rho {RISE}{GROWTH}}}"),)),)),
            Combine(((TWICE, "1"), (r"\frac{\alpha\omega}{\delta t^{*}}\leq 2", "n^{*}"))),
        ),
    ),
)
