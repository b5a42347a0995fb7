"""Section 4.1: Theorem 1, of the solution of the problem itself, and what the paper says of it."""

from __future__ import annotations

from derivations.profit_optimal.optimum import (
    ARGMAX,
    NEGATIVE,
    POSITIVE,
    POWER_SOLUTION,
    RANGE,
    SCALE,
    SMALL_NEGATIVE,
    SMALL_POSITIVE,
)
from derivations.profit_optimal.scopes import FORMS
from symcheck import Bound, Claim, Cut, Rise, Section, Split

SPENT = r"C^{*}_{\operatorname{train}}\triangleq\frac{6n^{*}d^{*}}{E}"
THEOREM = POWER_SOLUTION.extend(
    define=(SPENT,), given=(r"\gamma\neq 0", r"\alpha\gamma\leq 1", r"E>1/(6\delta\rho)")
)
"""The assumptions of Theorem 1; the solution is one that sells tokens."""
START = (r"E\geq\rho", r"E\geq\rho a^{\gamma}")
SIZE_ROOT = r"\left(\frac{E}{\rho a^{\gamma}}\right)^{1/(1+\alpha\gamma)}"
FACTOR = rf"\left(1+{SCALE}\right)^{{1/(1+\alpha\gamma)}}"
"""The constant of Theorem 1."""
BOUND = rf"\left(1+{SCALE}\right)\frac{{E}}{{\rho a^{{\gamma}}}}"
LINEAR = rf"{{n^{{*}}}}^{{1+\alpha\gamma}}\leq {BOUND}"
ROOT = Rise(r"x^{1/(1+\alpha\gamma)}", "x", r"{n^{*}}^{1+\alpha\gamma}", BOUND)
LARGE = (Cut(r"1\leq\frac{E}{\rho a^{\gamma}}"), Cut(rf"{SCALE}\cdot\frac{{E}}{{\rho a^{{\gamma}}}}\leq {BOUND}"))
ABOVE_ONE = Split(
    "n^{*}",
    "1",
    less=(Rise(r"x^{1+\alpha\gamma}", "x", "n^{*}", "1"), *LARGE, Cut(rf"1\leq {BOUND}")),
    equal=(*LARGE, Cut(rf"1\leq {BOUND}")),
    more=(*LARGE, Cut(r"{n^{*}}^{1+\alpha\gamma}\leq {n^{*}}^{2+\alpha\gamma}")),
)
SQUARED = (
    Cut(rf"{SCALE}\cdot\frac{{E}}{{\rho a^{{2\gamma}}}}\leq {SCALE}\cdot\frac{{E^{{2}}}}{{\rho^{{2}}a^{{2\gamma}}}}"),
    Cut(rf"\left({{n^{{*}}}}^{{1+\alpha\gamma}}\right)^{{2}}\leq\left({BOUND}\right)^{{2}}"),
    Rise(r"x^{1/2}", "x", r"\left({n^{*}}^{1+\alpha\gamma}\right)^{2}", rf"\left({BOUND}\right)^{{2}}"),
)

SECTIONS = (
    Section(
        THEOREM,
        (
            Claim(
                "eq:thm1-range",
                roles={0: "premise"},
                given=(ARGMAX,),
                says=(r"-\alpha\gamma<1",),
                via={"": (Split(r"\gamma", "0", less=RANGE),)},
            ),
            Claim(
                "eq:thm1-size",
                uses=("eq:thm1-range",),
                bounds={0: Bound(FACTOR, start=START)},
                says=(rf"\gamma>0\implies {SMALL_POSITIVE}", rf"\gamma<0\implies {SMALL_NEGATIVE}"),
                via={
                    "says_1": POSITIVE,
                    "says_2": NEGATIVE,
                    "1a": (Cut(LINEAR, (Split(r"\gamma", "0", less=(*NEGATIVE, *SQUARED), more=(*POSITIVE, ABOVE_ONE)),)), ROOT),
                },
            ),
        ),
    ),
)
