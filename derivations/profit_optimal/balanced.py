"""Lemma 2's conclusion: a choice of size and data that maximizes profit is on the curve, and best for its compute."""

from __future__ import annotations

from derivations.profit_optimal.lemma_2 import DATA, LEMMA, SIZE
from symcheck import Claim, Combine, Cut, Example, Hint, Rise, Section, Split, Use

BEST = r"n^{*},d^{*}=\operatorname*{argmax}_{n,d}\pi(n,d,t)\mathrel{\text{subject to}}n\geq 0,d\geq 0"
EVERYTHING_ONE = {r"\alpha": "1", r"\beta": "1", "a": "1", "b": "1", "E": "1", r"\delta": "1", "t": "1"}
WORTHLESS = Example(
    {**EVERYTHING_ONE, r"\omega": "1", "n^{*}": "0", "d^{*}": "1", "n": "1", "d": "1"},
    shows=((Split("n", "d"),),),
    functions={"f(q)": "q"},
)
"""Quality is worth less than what a parameter costs: no model, and any amount of data, is best."""
WORTHWHILE = Example(
    {**EVERYTHING_ONE, r"\omega": "14", "n^{*}": "1", "d^{*}": "1", "n": "1", "d": "1"},
    shows=(
        (
            Split(
                "n",
                "d",
                less=(Combine(gap="6(n-1)^{2}+6n(d-n)"),),
                equal=(Combine(gap="6(d-1)^{2}", rewrite=("n=d",)),),
                more=(Combine(gap="6(d-1)^{2}+6d(n-d)+2(n-d)"),),
            ),
        ),
    ),
    functions={"f(q)": "q"},
)
"""One parameter and one token of data are best."""
LEAST_SIZE = r"\left(\frac{b{d^{*}}^{\beta}}{a}\right)^{1/\alpha}"
LEAST_DATA = r"\left(\frac{a{n^{*}}^{\alpha}}{b}\right)^{1/\beta}"
SIZE_BEST, DATA_BEST = r"a{n^{*}}^{\alpha}", r"b{d^{*}}^{\beta}"


def impossible(n: str, d: str, least: str, best: str, fewer: Rise, price: str) -> tuple[Hint, ...]:
    """The best choice can't be made with less: ``least`` < ``best``, but profit would rise by ``price`` for each."""
    quality, profit = rf"q({n},{d})=q(n^{{*}},d^{{*}})", rf"\pi({n},{d},t)\leq\pi(n^{{*}},d^{{*}},t)"
    revenue = rf"f(q({n},{d}))=f(q(n^{{*}},d^{{*}}))"
    saved = rf"({best}-{least})({price})\leq 0"
    return (
        Cut(f"{least}<{best}", (fewer,)),
        Use({"n": n, "d": d}),
        Cut(revenue, (Cut(quality), Combine(rewrite=(quality,)))),
        Cut(saved, (Combine(((profit, "E"), (revenue, r"-\omega Et"))),)),
        Cut(rf"{best}\leq {least}", (Combine(((saved, rf"\frac{{1}}{{{price}}}"),)),)),
        Split(least, best),
    )


SURPLUS_DATA = impossible(
    "n^{*}",
    LEAST_DATA,
    LEAST_DATA,
    "d^{*}",
    Rise(r"x^{1/\beta}", "x", rf"\frac{{{SIZE_BEST}}}{{b}}", r"{d^{*}}^{\beta}", strict=True),
    "6n^{*}",
)
SURPLUS_SIZE = impossible(
    LEAST_SIZE,
    "d^{*}",
    LEAST_SIZE,
    "n^{*}",
    Rise(r"x^{1/\alpha}", "x", rf"\frac{{{DATA_BEST}}}{{a}}", r"{n^{*}}^{\alpha}", strict=True),
    "6d^{*}+2t",
)
BALANCED = (
    Split(
        SIZE_BEST,
        DATA_BEST,
        less=(Split("d^{*}", "0", equal=(Split(SIZE_BEST, "0"),), more=SURPLUS_DATA),),
        more=(Split("d^{*}", "0", equal=SURPLUS_SIZE, more=SURPLUS_SIZE),),
    ),
)

WORSE = (Split(SIZE, DATA),)
NO_BETTER = (
    Split(
        "n",
        "n^{*}",
        less=(Rise(r"ax^{\alpha}", "x", "n", "n^{*}"), *WORSE),
        equal=(Cut(rf"{SIZE}={SIZE_BEST}", (Combine(rewrite=("n=n^{*}",)),)), *WORSE),
        more=(
            Cut("0<n"),
            Cut("d\\leq d^{*}", (Combine((("nd\\leq n^{*}d^{*}", r"\frac{1}{n}"), ("n^{*}<n", r"\frac{d^{*}}{n}"))),)),
            Rise(r"bx^{\beta}", "x", "d", "d^{*}"),
            *WORSE,
        ),
    ),
)
CONCLUSION = Section(
    LEMMA.extend(given=("t>0", BEST), examples=(WORTHLESS, WORTHWHILE)),
    (
        Claim(
            "text:lemma-2-conclusion",
            says=(r"a{n^{*}}^{\alpha}=b{d^{*}}^{\beta}",),
            unless=("n^{*}>0",),
            via={"": BALANCED},
            note="Of a choice of n and d that maximizes profit at some t > 0. Where no model is best, n* = 0, it "
            "costs nothing to have data for it.",
        ),
        Claim(
            "text:quality-optimal",
            says=(r"nd\leq n^{*}d^{*}\implies q(n,d)\leq q(n^{*},d^{*})",),
            via={
                "": (
                    Split(
                        "n^{*}",
                        "0",
                        equal=(
                            Cut(r"nd\leq 0", (Combine(((r"nd\leq n^{*}d^{*}", "1"), ("n^{*}=0", "d^{*}"))),)),
                            Split("n", "0", more=(Split("d", "0", more=(Split("nd", "0"),)),)),
                        ),
                        more=(Cut(rf"{SIZE_BEST}={DATA_BEST}", BALANCED), *NO_BETTER),
                    ),
                )
            },
            note="No choice of n and d has more quality for the same training compute 6nd.",
        ),
    ),
)

SECTIONS = (CONCLUSION,)
