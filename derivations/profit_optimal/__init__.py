"""A Theory of Training Profit-Optimal LLMs, written down for symcheck, in the paper's order."""

from __future__ import annotations

from pathlib import Path

from derivations.profit_optimal import (
    appendix_a,
    appendix_b,
    appendix_c,
    appendix_d,
    balanced,
    existence,
    findings,
    front,
    lemma_2,
    page,
    section_2,
    section_22,
    section_3,
    section_4,
    section_41,
    section_42,
    section_5,
    section_6,
    section_7,
    section_71,
)
from symcheck import Paper

PAPER = Paper(
    key="profit_optimal",
    title="A Theory of Training Profit-Optimal LLMs",
    authors=("Sophie Hao", "William Merrill"),
    source="arXiv:2605.16430v3",
    folder=Path(__file__).parent,
    model="derivations.profit_optimal.model",
    units="derivations.profit_optimal.units",
    sections=(
        *front.SECTIONS,
        *section_2.SECTIONS,
        *section_22.SECTIONS,
        *section_3.SECTIONS,
        *lemma_2.SECTIONS,
        *balanced.SECTIONS,
        *existence.SECTIONS,
        *section_4.SECTIONS,
        *section_41.SECTIONS,
        *section_42.SECTIONS,
        *section_5.SECTIONS,
        *section_6.SECTIONS,
        *section_7.SECTIONS,
        *section_71.SECTIONS,
        *appendix_a.SECTIONS,
        *appendix_b.SECTIONS,
        *appendix_c.SECTIONS,
        *appendix_d.SECTIONS,
        *page.SECTIONS,
    ),
    findings=findings.FINDINGS,
)
