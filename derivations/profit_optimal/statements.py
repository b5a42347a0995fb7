"""What the paper says in more than one place: the abstract, the introduction, the abstract page, the thread."""

from __future__ import annotations

from dataclasses import replace

from derivations.profit_optimal import compute_bound as cb
from derivations.profit_optimal import data_bound as db
from derivations.profit_optimal import section_6
from derivations.profit_optimal.notation import TRENDS
from derivations.profit_optimal.optimum import ARGMAX
from derivations.profit_optimal.rates import DOLLARS, EITHER, EITHER_LINEAR_RATE, LINEAR_RATE, PLAIN_POWER
from derivations.profit_optimal.scopes import LINKING, POSITIVE, SCALING
from derivations.profit_optimal.section_5 import OF_THEOREM_3, SPENT, moves, said
from derivations.profit_optimal.theorem_1 import DATA, SIZE
from derivations.profit_optimal.theorem_1 import SPENT as PRINTED_SPENT
from symcheck import Claim, Combine, Cut, Rise, Scope, Split

# -- quality and cost -----------------------------------------------------------------------------------------------

COSTS = POSITIVE.extend(
    define=("eq:cost", "eq:training-cost", "eq:inference-cost", "eq:training-flops", "eq:inference-flops"),
    given=("t>0",),
    functions=(),
)
"""What a model costs that has parameters, was trained on data, and sells tokens."""
BETTER = Split(
    r"a{n^{\prime}}^{\alpha}",
    r"b{d^{\prime}}^{\beta}",
    less=(Split(r"an^{\alpha}", r"bd^{\beta}"),),
    equal=(Split(r"an^{\alpha}", r"bd^{\beta}"),),
    more=(Split(r"an^{\alpha}", r"bd^{\beta}"),),
)


MORE_OF_BOTH = (
    "Of more parameters and more tokens together; where an^α ≠ bd^β, one of them alone may leave quality as it is."
)


def larger(label: str, note: str = MORE_OF_BOTH) -> Claim:
    """Larger models, trained on more data, are better."""
    return Claim(
        label,
        says=(r"n<n^{\prime},d<d^{\prime}\implies q(n,d)<q(n^{\prime},d^{\prime})",),
        via={
            "": (
                Rise(r"ax^{\alpha}", "x", "n", r"n^{\prime}", strict=True),
                Rise(r"bx^{\beta}", "x", "d", r"d^{\prime}", strict=True),
                BETTER,
            )
        },
        note=note,
    )


def adoption(label: str) -> Claim:
    """Better models are of use to more consumers."""
    more = r"\int_{q}^{q_{1}}\frac{1}{q_{*}^{1+\gamma}}\,\mathrm{d}q_{*}"
    return Claim(
        label,
        says=(rf"q<q_{{1}}\implies {more}>0", rf"q<q_{{1}}\implies {more}=f_{{\gamma}}(q_{{1}})-f_{{\gamma}}(q)"),
        via={"says_1": (Rise(r"f_{\gamma}(q_{*})", "q_{*}", "q", "q_{1}", strict=True),)},
        note="The integral counts the consumers with a threshold between the qualities q and q_1.",
    )


def costs(label: str) -> Claim:
    """More parameters and more tokens cost more."""
    return Claim(
        label,
        says=(r"\frac{\partial C(n,d,t)}{\partial n}>0", r"\frac{\partial C(n,d,t)}{\partial d}>0"),
        note="For n > 0 and d > 0: at n = 0 data cost nothing.",
    )


# -- the compute-bound regime; ``cited`` are claims that say the same --------------------------------------------------


def near_linear(label: str, *cited: str) -> Claim:
    """Size and data track hardware efficiency near-linearly."""
    return Claim(
        label,
        uses=(*cb.CITED, *cited),
        says=(
            f"{cb.elasticity(SIZE)}={cb.SIZE_RATE}",
            f"{cb.elasticity(DATA)}={cb.SIZE_RATE}",
            rf"\alpha=.3,\gamma\geq -1\implies\frac{{1}}{{2}}\leq {cb.SIZE_RATE}",
            rf"\alpha=.3,\gamma\geq -1\implies {cb.SIZE_RATE}\leq 1.43",
        ),
        denies=(cb.BELOW_ROOT,),
        via={} if cited else {"denied_1": cb.ROOT},
        note=f"{cb.BOTH} The exponent of the bound is between 1/2 and 1.43. The solution grows more slowly: for γ > 0, "
        "n* is from some E on less than any fraction of the square root of E, and d* = ρn* with it; for γ < 0 its "
        "exponent is at most half of the printed one.",
    )


def sub_quadratic(label: str, *cited: str) -> Claim:
    """Training cost scales sub-quadratically."""
    return Claim(
        label,
        uses=(*cb.CITED, *cited),
        says=(
            f"{cb.elasticity(PRINTED_SPENT)}={cb.SPENT_RATE}",
            rf"\gamma\geq -1\implies {cb.SPENT_RATE}<2",
            cb.BELOW_SQUARE,
            cb.FALLS,
        ),
        unless=(r"\alpha\gamma>-\frac{1}{3}",),
        via={} if cited else {"says_3": cb.SQUARE, "says_4": cb.FALLING},
        note="The first two statements are about the printed bound: with α = .34 or .35 of the second footnote, its "
        "exponent for γ = -1 is 2.03 or 2.08. The others are about the solution itself, whose cost is sub-quadratic "
        "for αγ > -2/3, and tends to 0 for γ > 0.",
    )


def larger_models(label: str) -> Claim:
    """More data efficiency, larger models."""
    return Claim(
        label,
        given=(ARGMAX,),
        uses=("text:data-efficiency-size",),
        says=(rf"\frac{{\partial {SIZE}}}{{\partial b}}>0", "n^{*}<n_{1}"),
        note="Of the printed bound, and of the solution itself: n_1 is the optimal size for a greater data efficiency.",
    )


def more_spending(label: str) -> Claim:
    """More data efficiency, more expenditure."""
    return Claim(
        label,
        given=(ARGMAX,),
        says=(
            rf"\alpha\gamma<1\implies\frac{{\partial {PRINTED_SPENT}}}{{\partial b}}>0",
            rf"{cb.SPENT_HERE}\leq {cb.SPENT_THERE}",
        ),
        note="The first statement is about the printed bound, where αγ < 1; the second about the solutions for data "
        "efficiencies b and b_1 > b. At the witness, γ = 1, the larger model is trained on so much less data that it "
        "costs less.",
    )


# -- the data-bound regime ------------------------------------------------------------------------------------------


def scales_as(label: str) -> Claim:
    """Expenditure scales as the square of data, by hardware efficiency."""
    return Claim(
        label,
        says=(rf"{SPENT}=\frac{{6b^{{1/\alpha}}}}{{a^{{1/\alpha}}}}\cdot\frac{{D^{{2}}}}{{E}}",),
        unless=(r"\alpha=\beta",),
        note=f"{OF_THEOREM_3} The exponent of D is 1 + β/α: between 1.8 and 2.3 for the estimates of the second "
        "footnote.",
    )


def spending_moves(label: str, direction: str, symbol: str) -> Claim:
    """Expenditure rises or falls with a quantity, as it does."""
    return said(label, moves(direction, SPENT, symbol))


def falls_with_data_efficiency(label: str) -> Claim:
    """Expenditure falls with data efficiency."""
    return Claim(
        label,
        says=(moves("<", SPENT, "b"),),
        denies=(moves(">", SPENT, "b"),),
        note=f"{OF_THEOREM_3} It has b^(1/α) above the fraction bar.",
    )


# -- trends ---------------------------------------------------------------------------------------------------------

PAPER_ALPHA, EITHER_POWER = section_6.CLOSED.scope, section_6.EITHER.scope
ROUNDED = replace(db.PRINTED, notation=TRENDS).extend(given=(r".25\leq\alpha\leq .35", r"\beta=\alpha"))
"""What Theorem 3 gives, and exponents that round to .3."""
ROUNDED_ALPHA = Scope(TRENDS, given=(r".25\leq\alpha\leq .35",))
FIXED_DATA = (
    rf"E=1.37^{{t}},a=b\implies {SPENT}=6D^{{2}}\left(\frac{{1}}{{1.37}}\right)^{{t}}",
    rf"\frac{{1}}{{1.37}}<{DOLLARS}",
)
"""While a limit on data stays where it is, and parameter and data efficiency grow alike."""
STALLED = (r"3^{\frac{1}{1-\alpha}}<5", rf"3^{{\frac{{\alpha}}{{1-\alpha}}}}<{DOLLARS}")
CRITICAL = r"\alpha\leq .31"
EXPONENTS = (
    Cut(r"0<1-\alpha"),
    Cut(
        r"\frac{1}{1-\alpha}\leq\frac{1}{.69}",
        (Combine(((CRITICAL, r"\frac{1}{.69(1-\alpha)}"),)),),
    ),
    Rise("3^{x}", "x", r"\frac{1}{1-\alpha}", r"\frac{1}{.69}"),
    Cut(r"3^{\frac{1}{.69}}<5"),
)
OWN_EXPONENTS = (
    Cut(r"0<1-\alpha"),
    Cut(
        r"\frac{\alpha}{1-\alpha}\leq\frac{.35}{.65}",
        (Combine(((r"\alpha\leq .35", r"\frac{1}{.65(1-\alpha)}"),)),),
    ),
    Rise("3^{x}", "x", r"\frac{\alpha}{1-\alpha}", r"\frac{.35}{.65}"),
    Cut(rf"3^{{\frac{{.35}}{{.65}}}}<{DOLLARS}"),
)
IF_STALLED = (
    "With stalled hardware, the bound for γ = -1 is said to grow less than fivefold: true for α ≤ .31, not for .34 or "
    ".35 of the second footnote. The last statement has expenditure in dollars and compute efficiency as the model "
    "makes it, (ab)^(1/α); with dollars alone, 3.65 is less than the bound's 4.80 for α = .3."
)


def permissive(label: str) -> Claim:
    """Current trends are within the bound for linear demand."""
    return Claim(
        label,
        says=(f"5<{LINEAR_RATE}", rf"{DOLLARS}<{EITHER_LINEAR_RATE}"),
        unless=(PLAIN_POWER,),
        note=f"The most permissive variant is γ = -1, with α = .3. {EITHER}",
    )


def not_data_bound(label: str) -> Claim:
    """Current trends are too fast for a limit on data."""
    return Claim(
        label,
        says=FIXED_DATA,
        note=f"{OF_THEOREM_3} With a limit on data that stays where it is; expenditure is counted in dollars, "
        "5/1.37 = 3.65-fold a year.",
    )


def stalled(label: str) -> Claim:
    """Current trends are too fast for stalled hardware."""
    return Claim(
        label, says=STALLED, unless=(CRITICAL,), via={"says_1": EXPONENTS, "says_2": OWN_EXPONENTS}, note=IF_STALLED
    )


# -- scopes ---------------------------------------------------------------------------------------------------------

QUALITY: Scope = SCALING
ADOPTION: Scope = LINKING
LIMITED: Scope = db.PRINTED
