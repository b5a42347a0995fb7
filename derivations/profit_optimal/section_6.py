"""Sections 6 and 7.1: annual growth rates, recomputed from the paper's own formulas and inputs."""

from __future__ import annotations

from derivations.profit_optimal.notation import NOTATION
from symcheck import Claim, Scope, Section

GROWTH = Scope(NOTATION, define=(r"\alpha\triangleq .3",))
EXPONENT = r"\frac{1-\alpha\gamma}{1+\alpha\gamma}"
PRINTED = (
    rf"\left(\frac{{1.37^{{t}}}}{{1}}\right)^{{{EXPONENT}}}\cdot"
    r"\left(\sqrt{3^{t}}\right)^{-\frac{2\gamma}{1+\alpha\gamma}}"
)
COLLECTED = rf"\left(1.37^{{{EXPONENT}}}\cdot 3^{{-\frac{{\gamma}}{{1+\alpha\gamma}}}}\right)^{{t}}"
RATE = r"1.37^{\frac{1-\alpha\hat{\gamma}}{1+\alpha\hat{\gamma}}}\cdot 3^{-\frac{\hat{\gamma}}{1+\alpha\hat{\gamma}}}"

SECTIONS = (
    Section(
        Scope(NOTATION, given=(r"\alpha\gamma>-1",)),
        (
            Claim(
                "text:growth-rates",
                says=(f"{PRINTED}={COLLECTED}",),
            ),
        ),
    ),
    Section(
        GROWTH,
        (
            Claim(
                "text:permissive-growth",
                says=(r"1.37^{\frac{1+\alpha}{1-\alpha}}\cdot 3^{\frac{1}{1-\alpha}}\approx 7.59",),
            ),
            Claim("text:log-growth", says=(r"3\cdot 1.37\approx 4.11",)),
            Claim(
                "text:break-even",
                says=(rf"\hat{{\gamma}}=-.775\implies {RATE}>5", rf"\hat{{\gamma}}=-.765\implies {RATE}<5"),
                note="The rate passes 5 between the two ends of what rounds to -0.77; it is continuous in between.",
            ),
            Claim("text:stalled-growth", says=(r"3^{\frac{1}{1-\alpha}}\approx 4.66",)),
        ),
    ),
)
