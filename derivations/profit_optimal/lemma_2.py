"""Lemma 2: a profitable model has just the data that its size can use; what the proof shows, and at the edges."""

from __future__ import annotations

from derivations.profit_optimal.scopes import DEFINED, MODEL, PREMISE, PROFIT
from symcheck import Claim, Combine, Cut, Finding, Hint, Rise, Section, Split

EXCESS, DEFICIT = "eq:lemma-2-excess", "eq:lemma-2-deficit"
SIZE, DATA = r"an^{\alpha}", r"bd^{\beta}"

LEMMA = MODEL.extend(define=("eq:lemma-2-law", *PROFIT), functions=(("f", 0),))
CHOSEN = (
    r"n^{\prime}\triangleq\left(\frac{q(n,d)}{a}\right)^{1/\alpha}",
    r"d^{\prime}\triangleq\left(\frac{q(n,d)}{b}\right)^{1/\beta}",
)
"""What exists, named: the least size and the least data with the quality of n and d."""
SMALLER = (r"0\leq n^{\prime}\leq n", r"0\leq d^{\prime}\leq d", "eq:lemma-2-balanced", "eq:lemma-2-quality")
MATCHING_DATA = r"d^{\prime}\triangleq\left(\frac{a}{b}\right)^{1/\beta}n^{\alpha/\beta}"


def by_quality(*inner: Hint) -> tuple[Hint, ...]:
    """The edges n = 0 and d = 0, and within them the three cases of the minimum, with hints for these."""
    return (Split("n", "0", more=(Split("d", "0", more=(Split(SIZE, DATA, inner, inner, inner),)),)),)


EXISTENCE = Section(
    LEMMA,
    (
        Claim("eq:lemma-2-law", roles=DEFINED),
        Claim("eq:lemma-2-domain", roles={0: "premise", 1: "premise"}),
        Claim(
            "text:lemma-2-existence",
            define=CHOSEN,
            says=(
                r"0\leq n^{\prime}",
                r"n^{\prime}\leq n",
                r"0\leq d^{\prime}",
                r"d^{\prime}\leq d",
                r"a(n^{\prime})^{\alpha}=b(d^{\prime})^{\beta}",
            ),
            via={
                "": by_quality(),
                "says_2": by_quality(Rise(r"x^{1/\alpha}", "x", r"\frac{q(n,d)}{a}", r"n^{\alpha}")),
                "says_4": by_quality(Rise(r"x^{1/\beta}", "x", r"\frac{q(n,d)}{b}", r"d^{\beta}")),
            },
            note="With n' = (q/a)^(1/α) and d' = (q/b)^(1/β), where q is the quality of n and d.",
        ),
        Claim("eq:lemma-2-balanced", define=CHOSEN, via={"": by_quality()}),
        Claim("eq:lemma-2-quality", define=CHOSEN, via={"": by_quality()}),
    ),
)
QUALITY_KEPT = (r"q(n^{\prime},d^{\prime})=q(n,d)",)
BOTH = Combine(
    ((r"n^{\prime}\leq n", r"\frac{6d+2t}{E}"), (r"d^{\prime}\leq d", r"\frac{6n^{\prime}}{E}")), rewrite=QUALITY_KEPT
)
"""Profit rises by what is saved in parameters and in data."""
SAME_PROFIT = r"\pi(n^{\prime},d^{\prime},t)=\pi(n,d,t)"
SAVED = r"6d(n-n^{\prime})+6n^{\prime}(d-d^{\prime})+2t(n-n^{\prime})"
WHAT_IS_SAVED = rf"\pi(n^{{\prime}},d^{{\prime}},t)-\pi(n,d,t)=\frac{{{SAVED}}}{{E}}"
NOTHING_SAVED = (
    Cut(WHAT_IS_SAVED, (Combine(rewrite=QUALITY_KEPT),)),
    Cut(rf"{SAVED}=0", (Combine(((WHAT_IS_SAVED, "-E"), (SAME_PROFIT, "E"))),)),
    Cut(
        r"t(n-n^{\prime})\leq 0",
        (
            Combine(
                ((rf"{SAVED}=0", r"\frac{1}{2}"), (r"n^{\prime}\leq n", "3d"), (r"d^{\prime}\leq d", r"3n^{\prime}"))
            ),
        ),
    ),
    Cut(r"n\leq n^{\prime}"),
)
"""Where profit is the same, no parameter is saved."""
FEWER = Split(
    "d",
    "0",
    equal=(Split("n", "0", equal=(Combine(((r"bd^{\beta}<an^{\alpha}", "1"),), rewrite=("n=0",)),)),),
    more=(
        Split(
            "n",
            "0",
            equal=(Split(DATA, "0"),),
            more=(Rise(r"x^{1/\alpha}", "x", r"\frac{bd^{\beta}}{a}", r"n^{\alpha}", strict=True),),
        ),
    ),
)
"""n' < n for the choice of the proof."""

CHEAPER = (Cut(r"n^{\prime}<n", (FEWER,)), Combine(((r"n^{\prime}<n", r"\frac{6d+2t}{E}"),)))
BETTER = (
    Cut(r"n^{\prime}<n", (FEWER,)),
    Cut(r"q(n^{\prime},d)=q(n,d)", (Split("d", "0"),)),
    Combine(((r"n^{\prime}<n", r"\frac{6d+2t}{E}"),), rewrite=(r"q(n^{\prime},d)=q(n,d)",)),
)
LESS_DATA = Split(
    "d",
    "0",
    equal=(Split(SIZE, "0"),),
    more=(Rise(r"x^{1/\beta}", "x", r"\frac{an^{\alpha}}{b}", r"d^{\beta}", strict=True),),
)

PROFITABLE = Section(
    LEMMA.extend(given=("t>0",)),
    (
        Claim(
            "text:lemma-2-all-tokens",
            given=SMALLER,
            says=(r"\pi(n^{\prime},d^{\prime},t)\geq\pi(n,d,t)",),
            via={"": (BOTH,)},
            note="For all n' ≤ n and d' ≤ d of the same quality.",
        ),
        Claim("eq:lemma-2-profit", given=SMALLER, via={"": (BOTH,)}),
        Claim(
            "text:lemma-2-equality",
            given=SMALLER,
            says=(
                r"n^{\prime}=n,d^{\prime}=d\implies\pi(n^{\prime},d^{\prime},t)=\pi(n,d,t)",
                r"\pi(n^{\prime},d^{\prime},t)=\pi(n,d,t)\implies n^{\prime}=n",
                r"\pi(n^{\prime},d^{\prime},t)=\pi(n,d,t),n^{\prime}=n\implies d^{\prime}=d",
            ),
            unless=("n>0",),
            via={
                "says_2": (*NOTHING_SAVED, Split(r"n^{\prime}", "n")),
                "says_3": (
                    *NOTHING_SAVED,
                    Cut(
                        r"n^{\prime}(d-d^{\prime})\leq 0",
                        (Combine(((rf"{SAVED}=0", r"\frac{1}{6}"), (r"n^{\prime}\leq n", r"d+\frac{t}{3}"))),),
                    ),
                    Cut(r"0<n^{\prime}"),
                    Cut(
                        r"d\leq d^{\prime}", (Combine(((r"n^{\prime}(d-d^{\prime})\leq 0", r"\frac{1}{n^{\prime}}"),)),)
                    ),
                    Split(r"d^{\prime}", "d"),
                ),
            },
            note="Data for a model without parameters cost nothing, so profit is the same for every d where n = 0.",
        ),
    ),
)

PROOF = Section(
    LEMMA.extend(define=("eq:lemma-2-choice",)),
    (
        Claim("eq:lemma-2-excess", roles=PREMISE),
        Claim("eq:lemma-2-deficit", roles=PREMISE),
        Claim(
            "eq:lemma-2-choice",
            roles=DEFINED,
            says=(r"a(n^{\prime})^{\alpha}=bd^{\beta}",),
        ),
        Claim("text:lemma-2-same-quality", given=(EXCESS,), says=(r"q(n^{\prime},d)=q(n,d)",)),
        Claim(
            "text:lemma-2-same-revenue",
            given=(EXCESS,),
            says=(r"R(n^{\prime},d,t)=R(n,d,t)",),
            note="For any f; that it is monotonic is not needed.",
        ),
        Claim("eq:lemma-2-smaller", given=(EXCESS,), via={"": (FEWER,)}),
        Claim(
            "text:lemma-2-lower-cost", given=(EXCESS, "t>0"), says=(r"C(n^{\prime},d,t)<C(n,d,t)",), via={"": CHEAPER}
        ),
        Claim("eq:lemma-2-strict", given=(EXCESS, "t>0"), via={"": BETTER}),
        Claim(
            "text:lemma-2-any-tokens",
            given=(EXCESS, r"t\geq 0"),
            says=(r"\pi(n^{\prime},d,t)>\pi(n,d,t)",),
            unless=("t>0",),
            via={"": BETTER},
            note="The sentence before assumes t > 0; at t = 0 a model that has no data costs nothing, of any size.",
        ),
    ),
)

ANALOGOUS = Section(
    LEMMA.extend(define=(MATCHING_DATA,), given=("t>0",)),
    (
        Claim(
            "text:lemma-2-analogous",
            given=(DEFICIT,),
            says=(r"q(n,d^{\prime})=q(n,d)", r"\pi(n,d^{\prime},t)>\pi(n,d,t)"),
            unless=("n>0",),
            via={
                "says_2": (
                    Cut(r"d^{\prime}<d", (LESS_DATA,)),
                    Cut(r"q(n,d^{\prime})=q(n,d)"),
                    Combine(((r"d^{\prime}<d", r"\frac{6n}{E}"),), rewrite=(r"q(n,d^{\prime})=q(n,d)",)),
                )
            },
            note="With d' = (a/b)^(1/β) n^(α/β). Less data saves 6n(d-d')/E, which is nothing where n = 0; t > 0 "
            "plays no part here.",
        ),
    ),
)

SECTIONS = (EXISTENCE, PROFITABLE, PROOF, ANALOGOUS)

FINDINGS = (
    Finding(
        "Lemma 2 leaves out that a model of no size costs nothing to train on any amount of data",
        ("text:lemma-2-conclusion", "text:lemma-2-equality", "text:lemma-2-analogous"),
        "theorem",
        so="the last sentence, the clause on equality and the analogous case hold for $n>0$",
    ),
    Finding(
        "Lemma 2's proof ends with “for any $t$”, though it has just assumed $t>0$",
        ("text:lemma-2-any-tokens",),
        "slip",
        so="at $t=0$ a model without data costs nothing, of whatever size",
    ),
)
