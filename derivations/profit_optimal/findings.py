"""What is wrong in the paper, in plain language: which claims are one finding, what follows, and what is so.

Findings that stand beside the claims of one section are in that section's module.

No verdict stands here: a finding is shown only if the run bears it out, and if its claims all hold the run says so.
"""

from __future__ import annotations

from symcheck import Finding

FINDINGS = (
    Finding(
        r"Two annual growth rates are not what their own formulas give at $\alpha=.3$",
        ("eq:growth-linear", "eq:stalled-linear"),
        "step",
        so="8.62 in place of 7.59, and 4.80 in place of 4.66",
    ),
    Finding(
        "Equation (t) has $t$ where the optimum is meant",
        ("eq:condition-t",),
        "slip",
        so="the last expression is the derivative at $t^{*}$ only if $t$ in it is $t^{*}$",
    ),
)
