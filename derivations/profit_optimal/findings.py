"""What is wrong in the paper, in plain language: which claims are one finding, what follows, and what is so.

Findings that stand beside the claims of one section are in that section's module.

No verdict stands here: a finding is shown only if the run bears it out, and if its claims all hold the run says so.
"""

from __future__ import annotations

from symcheck import Finding

FINDINGS = (
    Finding(
        r"With more data efficiency, $d^{*}$ and $C^{*}_{\mathrm{train}}$ grow on the other side of the two thresholds",
        ("text:data-efficiency-data", "text:data-efficiency-expenditure"),
        "theorem",
        so=r"the bound on $d^{*}$ grows with $b$ if $\gamma<0$, that on $C^{*}_{\mathrm{train}}$ if $\gamma<1/\alpha$",
    ),
    Finding(
        r"The bound of Appendix C takes $n^{*}\geq 1$ and $\gamma>0$ for granted",
        ("eq:upper-bound", "eq:solve-2"),
        "step",
        so=r"the chain holds if $n^{*}\geq 1$ and $\gamma>0$; Theorem 1 is stated without either",
    ),
    Finding(
        r"Two annual growth rates are not what their own formulas give at $\alpha=.3$",
        ("eq:growth-linear",),
        "step",
        so="8.62 in place of 7.59, and 4.80 in place of 4.66",
    ),
    Finding(
        r"The last line of Appendix C divides by $b^{1/\alpha}$ where Theorem 1 multiplies by it",
        ("text:last-line",),
        "slip",
        so=r"$Eb^{1/\alpha}$ belongs in place of $\frac{E}{b^{1/\alpha}}$, as in Theorem 1",
    ),
    Finding(
        "Equation (t) has $t$ where the optimum is meant",
        ("eq:condition-t",),
        "slip",
        so="the last expression is the derivative at $t^{*}$ only if $t$ in it is $t^{*}$",
    ),
)
