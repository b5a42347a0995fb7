"""The abstract page and the author's thread."""

from __future__ import annotations

from derivations.profit_optimal import compute_bound as cb
from derivations.profit_optimal import statements as st
from derivations.profit_optimal import thread
from derivations.profit_optimal.rates import (
    DOLLARS,
    EITHER,
    EITHER_LINEAR_RATE,
    PLAIN_POWER,
    RATE,
    slower,
)
from derivations.profit_optimal.section_5 import OF_THEOREM_3
from symcheck import Claim, Section

PAGE = (
    Section(
        st.EITHER_POWER,
        (
            Claim(
                "text:page-trends-compute-bound",
                says=(rf"\gamma\leq -.775\implies {RATE}>5", rf"{DOLLARS}<{EITHER_LINEAR_RATE}"),
                unless=(PLAIN_POWER,),
                via={"says_1": slower(r"\gamma", "-.775", end=">5")},
                note=f"The abstract says so of its most permissive variants alone. {EITHER}",
            ),
            st.permissive("text:page-trends-permissive"),
        ),
    ),
    Section(
        st.ROUNDED,
        (
            Claim(
                "text:page-trends-not-optimal",
                says=(*st.FIXED_DATA, *st.STALLED),
                unless=(st.CRITICAL,),
                via={"says_3": st.EXPONENTS, "says_4": st.OWN_EXPONENTS},
                note=f"The first two statements are about a fixed limit on data. {OF_THEOREM_3} {st.IF_STALLED}",
            ),
            st.not_data_bound("text:page-trends-data-bound"),
        ),
    ),
    Section(st.ROUNDED_ALPHA, (st.stalled("text:page-trends-stalled"),)),
    Section(st.QUALITY, (st.larger("text:page-quality"),)),
    Section(st.ADOPTION, (st.adoption("text:page-adoption"),)),
    Section(st.COSTS, (st.costs("text:page-costs"),)),
    Section(
        cb.SOLVED,
        (
            st.near_linear("text:page-near-linear", "text:abstract-near-linear"),
            st.near_linear("text:page-abstract-near-linear", "text:abstract-near-linear"),
            st.sub_quadratic("text:page-sub-quadratic", "text:abstract-sub-quadratic"),
        ),
    ),
    Section(
        cb.TWO_SOLUTIONS,
        (
            st.larger_models("text:page-data-efficiency-size"),
            st.more_spending("text:page-data-efficiency-expenditure"),
        ),
    ),
    Section(
        st.LIMITED,
        (
            st.scales_as("text:page-data-bound"),
            st.spending_moves("text:page-data-bound-data", ">", "D"),
            st.spending_moves("text:page-data-bound-hardware", "<", "E"),
            st.falls_with_data_efficiency("text:page-data-bound-data-efficiency"),
        ),
    ),
)

SECTIONS = (*PAGE, *thread.SECTIONS)
FINDINGS = thread.FINDINGS
