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
    front,
    lemma_2,
    page,
    section_2,
    section_3,
    section_4,
    section_5,
    section_6,
    section_7,
    section_22,
    section_41,
    section_42,
    section_71,
)
from symcheck import Paper

MODULES = (
    front,
    section_2,
    section_22,
    section_3,
    lemma_2,
    balanced,
    existence,
    section_4,
    section_41,
    section_42,
    section_5,
    section_6,
    section_7,
    section_71,
    appendix_a,
    appendix_b,
    appendix_c,
    appendix_d,
    page,
)
"""What has been written down, in the paper's order; a finding stands beside a claim that it is about."""

PAPER = Paper(
    key="profit_optimal",
    title="A Theory of Training Profit-Optimal LLMs",
    authors=("Sophie Hao", "William Merrill"),
    source="arXiv:2605.16430v3",
    folder=Path(__file__).parent,
    model="derivations.profit_optimal.model",
    units="derivations.profit_optimal.units",
    sections=tuple(section for module in MODULES for section in getattr(module, "SECTIONS", ())),
    findings=tuple(finding for module in MODULES for finding in getattr(module, "FINDINGS", ())),
)
