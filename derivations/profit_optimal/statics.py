r"""Two solutions for the logarithmic link, side by side: with another parameter efficiency, or another data efficiency.

For this link, whatever meets both first-order conditions at a profit that is not negative is the maximum: ``ln`` lies
below its tangent, and what remains is a square.  That shows the examples.
"""

from __future__ import annotations

from derivations.profit_optimal.optimum import LOG_CONDITIONS, LOG_SOLUTION
from derivations.profit_optimal.tangents import tangent, tangent_above
from symcheck import Combine, Cut, Example, Hints, Rise, Split, Stationary, Use

SPENT = r"C^{*}_{\operatorname{train}}\triangleq\frac{6n^{*}d^{*}}{E}"


CLOSED = (Cut(r"0<\ln(2)"), Cut(r"0<\delta"))
"""What the search must know of the numbers in the examples."""


def ratio(a: str, b: str) -> str:
    """How many tokens match a parameter."""
    return rf"\left(\frac{{{a}}}{{{b}}}\right)^{{1/\alpha}}"


def other(a: str, b: str) -> str:
    """The problem with other efficiencies."""
    return (
        rf"n_{{1}},d_{{1}},t_{{1}}=\operatorname*{{argmax}}_{{n,d,t}}\left((\omega\ln(\min\{{{a}n^{{\alpha}},{b}d^{{\alpha}}\}})"
        r"-\delta t)t-\frac{6nd+2nt}{E}\right)\mathrel{\text{subject to}}n>0,d>0,t\geq 0"
    )


def stationary(a: str = "a", b: str = "b", n: str = "n^{*}", t: str = "t^{*}") -> tuple[str, str, str]:
    """Both first-order conditions at n, t, and that the profit there is not negative."""
    rho = ratio(a, b)
    return (
        rf"\omega\ln({a}{{{n}}}^{{\alpha}})=2\delta {t}+\frac{{2{n}}}{{E}}",
        rf"\omega\alpha {t}=\frac{{12{rho}{{{n}}}^{{2}}+2{n}{t}}}{{E}}",
        rf"\frac{{6{rho}{{{n}}}^{{2}}}}{{E}}\leq\delta {{{t}}}^{{2}}",
    )


def greatest(a: str = "a", b: str = "b", n: str = "n^{*}", t: str = "t^{*}") -> Hints:
    """No n, d, t earn more than a stationary point whose profit is not negative."""
    rho = ratio(a, b)
    match = rf"\frac{{d}}{{{rho}}}"
    few, little = tangent("n", n), tangent("d", rf"{rho}{n}")
    level, slope, earns = stationary(a, b, n, t)

    def case(size: str, below: Cut, wasted: str = "", same: tuple[str, ...] = ()) -> Combine:
        more = rf"({size}-{n})"
        facts = (
            (below.fact, r"\omega\alpha t"),
            (level, f"t-{t}"),
            (slope, rf"\frac{{t{more}}}{{{n}{t}}}"),
            (earns, rf"\left(\frac{{t-{t}}}{{{t}}}\right)^{{2}}"),
        )
        return Combine(
            facts, rf"\frac{{6{rho}}}{{E}}\left(\frac{{{n}(t-{t})}}{{{t}}}-{more}\right)^{{2}}{wasted}", same
        )

    def lower(low: str, high: str, first: str, second: str) -> Hints:
        """Which of the two that quality is the least of."""
        power = rf"\left({low}\right)^{{\alpha}}<\left({high}\right)^{{\alpha}}"
        return (
            Rise(r"x^{\alpha}", "x", low, high, strict=True),
            Cut(rf"{first}^{{\alpha}}<{second}^{{\alpha}}", (Combine(((power, a),)),)),
        )

    return (
        *map(Cut, (level, slope, earns)),
        *few,
        *little,
        Split(
            "n",
            match,
            less=(
                *lower("n", match, f"{a}n", f"{b}d"),
                Cut(f"{rho}n<d", (Combine(((f"n<{match}", rho),)),)),
                case("n", *few, rf"+\frac{{6}}{{E}}n(d-{rho}n)"),
            ),
            equal=(case("n", *few, same=(f"d={rho}n",)),),
            more=(
                *lower(match, "n", f"{b}d", f"{a}n"),
                case(match, *little, rf"+\frac{{6}}{{E}}d(n-{match})+\frac{{2}}{{E}}t(n-{match})"),
            ),
        ),
    )


def pair(values: dict[str, str], a: str = "a", b: str = "b") -> Example:
    """An example of two solutions, for one of the efficiencies changed."""
    return Example(values, shows=((*CLOSED, *greatest()), (*CLOSED, *greatest(a, b, "n_{1}", "t_{1}"))))


QUARTER = {r"\alpha": "1/4", "E": "2", "n^{*}": "1"}
SMALLER = pair(
    {
        **QUARTER, r"\omega": "8", r"\delta": r"\ln(2)+\frac{1}{8}", "t^{*}": "6", "a": "2^{3/2}e^{5/16}",
        "b": "2^{3/2}e^{5/16}", "a_{1}": "2^{9/4}e^{5/16}", "n_{1}": "1/2", "t_{1}": "8",
    },
    a="a_{1}",
)  # fmt: skip
"""With more efficient parameters, a model half the size sells 8 tokens in place of 6."""
LARGER = pair(
    {
        **QUARTER, r"\omega": "8", r"\delta": r"\frac{19}{87}\left(2\ln(5/4)-\frac{1}{20}\right)", "t^{*}": "6",
        "a": r"e^{63/580}(5/4)^{19/29}", "b": r"e^{63/580}(5/4)^{19/29}",
        "a_{1}": r"e^{63/580}(5/4)^{19/29}(25/21)^{1/4}", "n_{1}": "21/20", "t_{1}": "315/38",
    },
    a="a_{1}",
)  # fmt: skip
"""With little profit, more efficient parameters go with a larger model: 21/20 in place of 1."""
SAVING = pair(
    {
        **QUARTER, r"\omega": "16", r"\delta": "1/2", "t^{*}": "8", "a": "e^{9/16}", "b": r"2^{-1/2}e^{9/16}",
        "b_{1}": r"e^{9/16}\left(\frac{7+4\ln(2)}{12}\right)^{-1/4}", "n_{1}": "2", "t_{1}": r"7+4\ln(2)",
    },
    b="b_{1}",
)  # fmt: skip
"""With more efficient data, a model twice the size, whose training costs 9.8 in place of 12."""

TWO = LOG_SOLUTION.extend(define=(SPENT,), given=("t_{1}>0",))
PARAMETERS = TWO.extend(
    define=(r"d_{1}\triangleq\left(\frac{a_{1}}{b}\right)^{1/\alpha}n_{1}",),
    given=(other("a_{1}", "b"), "a<a_{1}"),
    examples=(SMALLER, LARGER),
)
"""Two solutions, the second with more efficient parameters."""
DATA = TWO.extend(
    define=(r"d_{1}\triangleq\left(\frac{a}{b_{1}}\right)^{1/\alpha}n_{1}",),
    given=(other("a", "b_{1}"), "b<b_{1}"),
    examples=(SAVING,),
)
"""Two solutions, the second with more efficient data."""


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
DATA_RISES = (
    Rise(r"x^{1/\alpha}", "x", r"\frac{a}{b}", r"\frac{a_{1}}{b}", strict=True),
    Cut(rf"0<{SPARED}"),
    Split(
        r"\rho n^{*}",
        rf"{RHO_1}n_{{1}}",
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
SIZE_RISES = (
    Rise(r"x^{1/\alpha}", "x", r"\frac{a}{b_{1}}", r"\frac{a}{b}", strict=True),
    Cut(rf"{RHO_2}<\rho"),
    Use({"n": "n_{1}", "d": r"\rho n_{1}", "t": "t_{1}"}),
    Use({"n": "n^{*}", "d": rf"{RHO_2}n^{{*}}", "t": "t^{*}"}, every=1),
    Cut(UNMOVED),
    Cut(MOVED),
    Cut(CHEAP, (Combine(((UNMOVED, r"\frac{E}{6}"), (MOVED, r"\frac{E}{6}"))),)),
    Cut(r"{n^{*}}^{2}\leq {n_{1}}^{2}", (Combine(((CHEAP, rf"\left(\rho-{RHO_2}\right)^{{-1}}"),)),)),
    Rise("x^{1/2}", "x", r"{n^{*}}^{2}", r"{n_{1}}^{2}"),
)

# -- more efficient parameters: a smaller model, where demand is great ----------------------------------------------

GREAT = r"2\delta t^{*}\geq\alpha\omega"
"""The condition under which the model gets smaller."""
RISE = r"\left(\ln(a_{1})-\ln(a)\right)"
W = rf"\frac{{\omega {RISE}}}{{2\delta}}"
QUALITY = r"\omega\ln(a_{1}{n_{1}}^{\alpha})=2\delta t_{1}+\frac{2n_{1}}{E}"
TOKENS_1 = (
    Stationary(
        r"(\omega\ln(a_{1}{n_{1}}^{\alpha})-\delta t)t-\frac{6n_{1}d_{1}+2n_{1}t}{E}",
        "t",
        "t_{1}",
        "0",
        "2t_{1}",
        by=(Use({"n": "n_{1}", "d": "d_{1}", "t": "t"}, every=1),),
    ),
    Cut(QUALITY),
)
MORE, LESS = rf"\left(t^{{*}}+{W}\right)", rf"\left(t_{{1}}-{W}\right)"
STAYING = (
    rf"\delta {MORE}^{{2}}-\frac{{6{RHO_1}{{n^{{*}}}}^{{2}}}}{{E}}"
    rf"\leq\delta {{t_{{1}}}}^{{2}}-\frac{{6{RHO_1}{{n_{{1}}}}^{{2}}}}{{E}}"
)
GROWING = (
    rf"\delta {LESS}^{{2}}-\frac{{6\rho {{n_{{1}}}}^{{2}}}}{{E}}"
    rf"\leq\delta {{t^{{*}}}}^{{2}}-\frac{{6\rho {{n^{{*}}}}^{{2}}}}{{E}}"
)
FIRST = r"\omega\ln(a{n^{*}}^{\alpha})=2\delta t^{*}+\frac{2n^{*}}{E}"


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
LATER, STEEPER = tangent_above("n_{1}", "n^{*}"), tangent_above(r"\left(\frac{a_{1}}{a}\right)^{1/\alpha}", "1")
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
