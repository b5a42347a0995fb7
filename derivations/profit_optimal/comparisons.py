"""How two solutions for the logarithmic link compare: each is at least as good as the other in its own problem.

``RHO_1`` and ``RHO_2`` are rho with the other parameter efficiency, and with the other data efficiency.
"""

from __future__ import annotations

from derivations.profit_optimal.statics import first_order, ratio, stationary
from symcheck import Combine, Cut, Hints, Rise, Split, Use

# -- more efficient parameters: more spent on training --------------------------------------------------------------

RATIO = r"\left(\frac{a_{1}}{a}\right)^{\frac{1}{2\alpha}}"
RHO_1 = ratio("a_{1}", "b")
AS_DEAR = rf"{RATIO}n_{{1}}"
"""The size whose training costs in the first problem what that of n_1 costs in the second."""
CHEAPER = rf"\frac{{n^{{*}}}}{{{RATIO}}}"
SHARE = rf"\left(1-\frac{{1}}{{{RATIO}}}\right)"
EXCESS = rf"\left(n^{{*}}-{AS_DEAR}\right)"
COST = rf"\frac{{6\rho\left({{n^{{*}}}}^{{2}}-\left({AS_DEAR}\right)^{{2}}\right)}}{{E}}"
WORTH = rf"\omega\alpha\left(\ln(n^{{*}})-\ln({AS_DEAR})\right)"


def swapped(first: str, second: str) -> tuple[Use, Use]:
    """Each problem at the other's training cost, with so many tokens sold."""
    return (
        Use({"n": AS_DEAR, "d": rf"\rho {AS_DEAR}", "t": first}),
        Use({"n": CHEAPER, "d": rf"{RHO_1}{CHEAPER}", "t": second}, every=1),
    )


LOW, HIGH = (
    rf"{COST}\cdot\frac{{1}}{{t^{{*}}}}+\frac{{2}}{{E}}{EXCESS}\leq {WORTH}",
    rf"{WORTH}\leq {COST}\cdot\frac{{1}}{{t_{{1}}}}+\frac{{2}}{{E}}\cdot\frac{{1}}{{{RATIO}}}{EXCESS}",
)
NONE = rf"\frac{{2}}{{E}}{SHARE}{EXCESS}\leq 0"
IMPOSSIBLE = (
    Cut(rf"n^{{*}}\leq {AS_DEAR}", (Combine(((NONE, rf"\frac{{E}}{{2}}{SHARE}^{{-1}}"),)),)),
    Split("n^{*}", AS_DEAR),
)
SOLD_MORE = (
    *swapped("t^{*}", "t_{1}"),
    Cut(LOW),
    Cut(HIGH),
    Cut(rf"0\leq {COST}"),
    Cut(rf"0\leq {COST}\left(\frac{{1}}{{t^{{*}}}}-\frac{{1}}{{t_{{1}}}}\right)"),
    Cut(
        NONE,
        (
            Combine(
                (
                    (LOW, "1"),
                    (HIGH, "1"),
                    (rf"0\leq {COST}\left(\frac{{1}}{{t^{{*}}}}-\frac{{1}}{{t_{{1}}}}\right)", "1"),
                )
            ),
        ),
    ),
    *IMPOSSIBLE,
)
SERVED = rf"\frac{{2}}{{E}}{SHARE}\left(n^{{*}}t^{{*}}-{AS_DEAR}t_{{1}}\right)"
BETTER = r"\frac{\omega}{2}\left(\ln(a_{1})-\ln(a)\right)(t^{*}-t_{1})"
SOLD_LESS = (
    *swapped("t_{1}", "t^{*}"),
    Cut(rf"{SERVED}+{BETTER}\leq 0"),
    Cut(rf"{SERVED}\leq 0", (Combine(((rf"{SERVED}+{BETTER}\leq 0", "1"),), BETTER),)),
    Cut(
        NONE,
        (
            Combine(
                ((rf"{SERVED}\leq 0", r"\frac{1}{t^{*}}"),),
                rf"\frac{{2}}{{E}}{SHARE}{AS_DEAR}\frac{{t^{{*}}-t_{{1}}}}{{t^{{*}}}}",
            ),
        ),
    ),
    *IMPOSSIBLE,
)
SPENT_MORE = (
    Cut(r"1<\frac{a_{1}}{a}"),
    Rise(r"x^{\frac{1}{2\alpha}}", "x", "1", r"\frac{a_{1}}{a}", strict=True),
    Rise(r"\ln(x)", "x", "a", "a_{1}", strict=True),
    Split(
        "n^{*}",
        AS_DEAR,
        less=(Rise("x^{2}", "x", "n^{*}", AS_DEAR),),
        equal=(Rise("x^{2}", "x", "n^{*}", AS_DEAR),),
        more=(Split("t^{*}", "t_{1}", less=SOLD_MORE, equal=SOLD_MORE, more=SOLD_LESS),),
    ),
)


# -- more efficient parameters: more data ---------------------------------------------------------------------------


def traded(first: str, second: str) -> Hints:
    """Each problem at the other's data, with so many tokens sold."""
    return (
        Use({"n": rf"\frac{{{RHO_1}n_{{1}}}}{{\rho}}", "d": rf"{RHO_1}n_{{1}}", "t": first}),
        Use({"n": rf"\frac{{\rho n^{{*}}}}{{{RHO_1}}}", "d": r"\rho n^{*}", "t": second}, every=1),
    )


SPARED = rf"\left(\frac{{1}}{{\rho}}-\frac{{1}}{{{RHO_1}}}\right)"
BEYOND = rf"\left(\rho n^{{*}}-{RHO_1}n_{{1}}\right)"
SQUARES = rf"6\left(\left(\rho n^{{*}}\right)^{{2}}-\left({RHO_1}n_{{1}}\right)^{{2}}\right)"
GAINED = rf"\omega\alpha E\left(\ln(\rho n^{{*}})-\ln({RHO_1}n_{{1}})\right)"
DATA_LOW = rf"\frac{{1}}{{\rho}}\left({SQUARES}\cdot\frac{{1}}{{t^{{*}}}}+2{BEYOND}\right)\leq {GAINED}"
DATA_HIGH = rf"{GAINED}\leq\frac{{1}}{{{RHO_1}}}\left({SQUARES}\cdot\frac{{1}}{{t_{{1}}}}+2{BEYOND}\right)"
FEWER = rf"\frac{{1}}{{{RHO_1}t_{{1}}}}\leq\frac{{1}}{{\rho t^{{*}}}}"
NOTHING = rf"{SPARED}{BEYOND}\leq 0"
ABSURD = (
    Cut(rf"\rho n^{{*}}\leq {RHO_1}n_{{1}}", (Combine(((NOTHING, rf"{SPARED}^{{-1}}"),)),)),
    Split(r"\rho n^{*}", rf"{RHO_1}n_{{1}}"),
)
CHARGED = rf"{SPARED}\left({SQUARES}+2\rho n^{{*}}t^{{*}}-2{RHO_1}n_{{1}}t_{{1}}\right)\leq 0"
LESS_SOLD = (
    *traded("t^{*}", "t_{1}"),
    Cut(DATA_LOW),
    Cut(DATA_HIGH),
    Cut(rf"0\leq {SQUARES}"),
    Cut(
        FEWER,
        (
            Combine(
                gap=rf"\frac{{1}}{{{RHO_1}}}\cdot\frac{{t_{{1}}-t^{{*}}}}{{t^{{*}}t_{{1}}}}+{SPARED}\frac{{1}}{{t^{{*}}}}"
            ),
        ),
    ),
    Cut(
        NOTHING,
        (
            Combine(
                ((DATA_LOW, r"\frac{1}{2}"), (DATA_HIGH, r"\frac{1}{2}"), (FEWER, rf"\frac{{1}}{{2}}\cdot {SQUARES}"))
            ),
        ),
    ),
    *ABSURD,
)


def earned(d: str, t: str, rho: str) -> str:
    """What d tokens of training and t tokens sold earn, with the parameters that match the data."""
    return rf"\omega {t}\ln(b({d})^{{\alpha}})-\delta {{{t}}}^{{2}}-\frac{{6({d})^{{2}}+2{d}{t}}}{{{rho} E}}"


HERE, THERE = (r"\rho n^{*}", "t^{*}"), (rf"{RHO_1}n_{{1}}", "t_{1}")
KEPT = earned(*THERE, r"\rho") + r"\leq " + earned(*HERE, r"\rho")
CHANGED = earned(*HERE, RHO_1) + r"\leq " + earned(*THERE, RHO_1)
MORE_SOLD = (
    *traded("t_{1}", "t^{*}"),
    Cut(KEPT),
    Cut(CHANGED),
    Cut(CHARGED, (Combine(((KEPT, "E"), (CHANGED, "E"))),)),
    Cut(rf"0\leq {SQUARES}"),
    Cut(
        NOTHING,
        (
            Combine(
                ((CHARGED, r"\frac{1}{2t^{*}}"), (rf"0\leq {SQUARES}", rf"\frac{{1}}{{2t^{{*}}}}{SPARED}")),
                rf"{SPARED}{RHO_1}n_{{1}}\frac{{t^{{*}}-t_{{1}}}}{{t^{{*}}}}",
            ),
        ),
    ),
    *ABSURD,
)
SCALED = r"\left(\frac{a_{1}}{a}\right)^{1/\alpha}"
SHRUNK = rf"\frac{{n^{{*}}}}{{{SCALED}}}"
"""The size that needs as much data as n*, where parameters are more efficient."""
AS_MUCH = rf"n^{{*}}={SCALED}n_{{1}}"
LEVEL, SLOPE, _ = stationary()
LEVEL_1, SLOPE_1, _ = stationary("a_{1}", "b", "n_{1}", "t_{1}")
LEVEL_2 = rf"\omega\ln(a_{{1}}\left({SHRUNK}\right)^{{\alpha}})=2\delta t_{{1}}+\frac{{2}}{{E}}{SHRUNK}"
SLOPE_2 = rf"\omega\alpha t_{{1}}=\frac{{12{RHO_1}\left({SHRUNK}\right)^{{2}}+2{SHRUNK}t_{{1}}}}{{E}}"
FALL = rf"\left(1-\frac{{1}}{{{SCALED}}}\right)"
VOID = rf"\frac{{12\rho {{n^{{*}}}}^{{2}}}}{{E}}{FALL}\leq 0"
MARGIN = r"\frac{2n^{*}}{E}<\omega\alpha"
SAME_DATA = (
    Cut(AS_MUCH, (Combine(((rf"\rho n^{{*}}={RHO_1}n_{{1}}", r"\frac{1}{\rho}"),)),)),
    *first_order(),
    *first_order("a_{1}", "b", "n_{1}", "t_{1}", every=1),
    Cut(LEVEL_2, (Combine(((LEVEL_1, "1"),), rewrite=(AS_MUCH,)),)),
    Cut(SLOPE_2, (Combine(((SLOPE_1, "1"),), rewrite=(AS_MUCH,)),)),
    Cut(
        "t^{*}<t_{1}",
        (
            Combine(
                ((LEVEL, r"-\frac{1}{2\delta}"), (LEVEL_2, r"\frac{1}{2\delta}")),
                rf"\frac{{n^{{*}}}}{{\delta E}}{FALL}",
            ),
        ),
    ),
    Cut(MARGIN, (Combine(((SLOPE, r"-\frac{1}{t^{*}}"),), r"\frac{12\rho {n^{*}}^{2}}{Et^{*}}"),)),
    Cut(
        VOID,
        (
            Combine(
                ((SLOPE, "-1"), (SLOPE_2, "1"), (MARGIN, "t_{1}-t^{*}")),
                rf"\frac{{2n^{{*}}}}{{E}}{FALL}t_{{1}}",
            ),
        ),
    ),
    Cut(rf"{FALL}\leq 0", (Combine(((VOID, r"\frac{E}{12\rho {n^{*}}^{2}}"),)),)),
    Split("0", FALL),
)
DATA_RISES = (
    Cut(r"1<\frac{a_{1}}{a}"),
    Rise(r"x^{1/\alpha}", "x", "1", r"\frac{a_{1}}{a}", strict=True),
    Rise(r"x^{1/\alpha}", "x", r"\frac{a}{b}", r"\frac{a_{1}}{b}", strict=True),
    Cut(rf"0<{SPARED}"),
    Cut(rf"0<{FALL}"),
    Split(
        r"\rho n^{*}",
        rf"{RHO_1}n_{{1}}",
        equal=SAME_DATA,
        more=(Split("t^{*}", "t_{1}", less=LESS_SOLD, equal=LESS_SOLD, more=MORE_SOLD),),
    ),
)


# -- more efficient data: a larger model ----------------------------------------------------------------------------

RHO_2 = ratio("a", "b_{1}")


def net(n: str, t: str, rho: str) -> str:
    """What n parameters and t tokens sold earn, with the data that match the parameters."""
    return rf"\omega {t}\ln(a{{{n}}}^{{\alpha}})-\delta {{{t}}}^{{2}}-\frac{{6{rho}{{{n}}}^{{2}}+2{n}{t}}}{{E}}"


UNMOVED = net("n_{1}", "t_{1}", r"\rho") + r"\leq " + net("n^{*}", "t^{*}", r"\rho")
MOVED = net("n^{*}", "t^{*}", RHO_2) + r"\leq " + net("n_{1}", "t_{1}", RHO_2)
CHEAP = rf"0\leq\left(\rho-{RHO_2}\right)\left({{n_{{1}}}}^{{2}}-{{n^{{*}}}}^{{2}}\right)"
LARGER = (
    Use({"n": "n_{1}", "d": r"\rho n_{1}", "t": "t_{1}"}),
    Use({"n": "n^{*}", "d": rf"{RHO_2}n^{{*}}", "t": "t^{*}"}, every=1),
    Cut(UNMOVED),
    Cut(MOVED),
    Cut(CHEAP, (Combine(((UNMOVED, r"\frac{E}{6}"), (MOVED, r"\frac{E}{6}"))),)),
    Cut(r"{n^{*}}^{2}\leq {n_{1}}^{2}", (Combine(((CHEAP, rf"\left(\rho-{RHO_2}\right)^{{-1}}"),)),)),
    Rise("x^{1/2}", "x", r"{n^{*}}^{2}", r"{n_{1}}^{2}"),
    Split("n^{*}", "n_{1}"),
)
LEVEL_DATA, SLOPE_DATA, _ = stationary("a", "b_{1}", "n_{1}", "t_{1}")
LEVEL_SAME, SLOPE_SAME = stationary("a", "b_{1}", "n^{*}", "t_{1}")[0], stationary("a", "b_{1}")[1]
SAME_SIZE = (
    *first_order(),
    *first_order("a", "b_{1}", "n_{1}", "t_{1}", every=1),
    Cut(LEVEL_SAME, (Combine(((LEVEL_DATA, "1"),), rewrite=("n^{*}=n_{1}",)),)),
    Cut(
        "t^{*}=t_{1}",
        (
            Combine(
                (
                    (LEVEL, r"-\frac{1}{2\delta}"),
                    (LEVEL_SAME, r"\frac{1}{2\delta}"),
                )
            ),
        ),
    ),
    Cut(SLOPE_SAME, (Combine(((SLOPE_DATA, "1"),), rewrite=("n^{*}=n_{1}", "t^{*}=t_{1}")),)),
    Cut(
        rf"\rho={RHO_2}",
        (Combine(((SLOPE, r"-\frac{E}{12{n^{*}}^{2}}"), (SLOPE_SAME, r"\frac{E}{12{n^{*}}^{2}}"))),),
    ),
    Split(RHO_2, r"\rho"),
)
SIZE_RISES = (
    Rise(r"x^{1/\alpha}", "x", r"\frac{a}{b_{1}}", r"\frac{a}{b}", strict=True),
    Cut(rf"{RHO_2}<\rho"),
    Split("n^{*}", "n_{1}", equal=SAME_SIZE, more=LARGER),
)
