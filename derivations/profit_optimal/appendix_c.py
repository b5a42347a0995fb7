"""Appendix C: the derivative of profit for the power link, Equation (1), and what is concluded from it."""

from __future__ import annotations

from derivations.profit_optimal import theorem_1 as poly
from derivations.profit_optimal.optimum import POWER_CONDITIONS
from derivations.profit_optimal.scopes import FORMS, POSITIVE, PREMISE
from symcheck import Bound, Claim, Combine, Cut, Finding, Section, Split

POWER_LINK = POSITIVE.extend(
    define=(r"f(q)\triangleq f_{\gamma}(q)", "eq:linking-function", "eq:profit-equal-exponents@-1"),
    given=(r"\rho>0", r"\gamma\neq 0", r"n^{*}>0"),
    functions=(),
    constants=(r"\alpha", r"\gamma", r"\omega", r"\delta"),
    growing=("E",),
)
BOUNDED = POWER_LINK.extend(given=(r"\alpha\gamma\leq 1", r"\gamma>-1", r"E>1/(6\delta\rho)"))
"""The assumptions of Theorem 1, and gamma > -1 (Section 2.1)."""
SCALE = r"\left(\frac{\alpha\omega}{2a^{\gamma}\delta}+\frac{1-\alpha\gamma}{a^{\gamma}E\delta}\right)"
"""What multiplies the power of n* in the bound."""
DIVISOR = r"\left(6\rho-\frac{1}{E\delta}\right)\frac{2\gamma}{\omega E}"
INVERTED = rf"{{n^{{*}}}}^{{\alpha\gamma+1}}\left({DIVISOR}\right)^{{-1}}{SCALE}"
"""What turns the bound on the inverse power of n* into one on the power."""
TERMS = tuple(f"eq:first-order#T_{{{i}}}" for i in range(1, 6))
ORDER = Bound(
    r"\frac{\omega}{6\delta\left|\gamma\right|}\left(\frac{\alpha\omega}{2}+1-\alpha\gamma\right)",
    start=(r"E\geq 1", r"E\geq\frac{1}{3\delta\rho}"),
)
"""6ρ - 1/(Eδ) is at least 3ρ from E = 1/(3δρ) on; next to the 1/(6δρ) of Theorem 1 it is as small as can be."""
_LINEAR = r"\left(6\rho-\frac{1}{E\delta}\right)"
_MOST, _PRINTED = r"\left(\frac{\alpha\omega}{2}+1-\alpha\gamma\right)", r"\frac{\alpha\omega E+2-2\alpha\gamma}{2E}"
_HALF = rf"3\rho\leq {_LINEAR}"
_SHARE = r"\frac{\omega E}{2\delta\left|\gamma\right|a^{\gamma}}"
_QUOTIENT = rf"{_PRINTED}{_LINEAR}^{{-1}}\leq {_MOST}\frac{{1}}{{3\rho}}"
_SIZE = Combine(((_QUOTIENT, _SHARE),))
ABSORBED = (
    Cut(_HALF, (Combine(((r"E\geq\frac{1}{3\delta\rho}", r"\frac{3\rho}{E}"),)),)),
    Cut(f"0<{_LINEAR}", (Combine(((_HALF, "1"),), gap=r"3\rho"),)),
    Cut(f"0<{_MOST}"),
    Cut(f"{_PRINTED}\\leq {_MOST}", (Combine(((r"E\geq 1", r"\frac{1-\alpha\gamma}{E}"),)),)),
    Cut(f"0<{_PRINTED}"),
    Cut(
        _QUOTIENT,
        (
            Combine(
                (
                    (_HALF, rf"{_MOST}\frac{{1}}{{3\rho}}{_LINEAR}^{{-1}}"),
                    (f"{_PRINTED}\\leq {_MOST}", rf"{_LINEAR}^{{-1}}"),
                )
            ),
        ),
    ),
)
UPPER = (*ABSORBED, Split(r"\gamma", "0", more=(_SIZE,)))
LOWER = (*ABSORBED, Split(r"\gamma", "0", less=(_SIZE,)))

DERIVATIVE = Section(
    POWER_LINK,
    (
        Claim("eq:profit-derivative", derive="profit_derivative"),
        Claim(
            "eq:multiplier",
            define=(*TERMS, r"\mu names eq:multiplier"),
            says=(r"T_{1}+T_{2}+T_{3}+T_{4}+T_{5}=\mu\pi^{\prime}(n^{*})",),
        ),
        Claim(
            "eq:first-order",
            define=(*TERMS, r"\mu names eq:multiplier"),
            given=("eq:condition-n",),
            by="eq:multiplier",
            uses=("eq:profit-derivative",),
            says=(
                r"T_{1}=\mu\frac{\alpha\omega^{2}{n^{*}}^{-\alpha\gamma-1}}{2a^{\gamma}\gamma\delta}",
                r"T_{2}=-\mu\frac{\alpha\omega^{2}{n^{*}}^{-2\alpha\gamma-1}}{2a^{2\gamma}\gamma\delta}",
                r"T_{3}=\mu\left(\frac{1}{\gamma}-\alpha\right)\frac{\omega{n^{*}}^{-\alpha\gamma}}{a^{\gamma}E\delta}",
                r"T_{4}=\mu\left(\frac{1}{E\delta}-6\rho\right)\frac{2n^{*}}{E}",
                r"T_{5}=-\mu\frac{\omega}{E\gamma\delta}",
            ),
            derive="first_order",
        ),
        Claim("eq:signs", define=("eq:first-order#T_{2}", "eq:first-order#T_{5}")),
        Claim(
            "text:subtracting",
            define=TERMS,
            given=("eq:first-order",),
            says=(r"T_{1}+T_{3}+T_{4}=-(T_{2}+T_{5})", r"0<T_{1}+T_{3}+T_{4}"),
        ),
    ),
)

SOLVING = Section(
    BOUNDED,
    (
        Claim(
            "eq:upper-bound",
            given=("eq:first-order",),
            unless=(r"n^{*}\geq 1",),
            note="The second line needs n* ≥ 1, which the appendix does not assume.",
        ),
        Claim("eq:solve-1", given=("eq:upper-bound@-1",), by=rf"{SCALE}^{{-1}}"),
        Claim(
            "eq:solve-2",
            given=("eq:solve-1",),
            by=INVERTED,
            unless=(r"\gamma>0",),
            note="Both sides are inverted and divided by γ, whose sign the theorem leaves open.",
        ),
        Claim(
            "eq:solve",
            roles=PREMISE,
            by=INVERTED,
            unless=(r"\gamma>0",),
            bounds={3: ORDER},
            via={"3a": UPPER, "3b": LOWER},
            note="Line 1 is assumed here, and shown by itself. Both sides are inverted and divided by γ, whose sign "
            "the theorem leaves open.",
        ),
        Claim("eq:solve-order", bounds={0: ORDER}, via={"1a": UPPER, "1b": LOWER}),
    ),
)

TANGENCY = (
    r"\frac{1}{2\delta}\left(\frac{\omega}{\gamma}\left(1-a^{-\gamma}{n^{*}}^{-\alpha\gamma}\right)-\frac{2n^{*}}{E}\right)"
    r"\left(\omega\frac{\alpha {n^{*}}^{-\alpha\gamma-1}}{a^{\gamma}}-\frac{2}{E}\right)=\frac{12\rho n^{*}}{E}"
)
RUN = r"\alpha=\frac{1}{2},\gamma=-1,a=1,b=1,E=1,\omega=\frac{1}{2},\delta=\frac{3}{16}\implies "
LOW = r"\alpha=1,\gamma=1,a=1,b=1,E=2,\omega=9,\delta=\frac{7}{64}\implies "
CONDITION = Section(
    poly.SOLVED.extend(define=("eq:profit-equal-exponents@-1", "eq:optimal-tokens")),
    (
        Claim(
            "eq:condition-n",
            roles=PREMISE,
            says=(
                r"\pi^{\prime}(n^{*})=0",
                RUN + r"\pi^{\prime}\left(\frac{1}{4}\right)=0",
                RUN + r"t^{*}\left(\frac{1}{4},\frac{1}{4}\right)=-2",
                LOW + r"\pi^{\prime}\left(\frac{6}{5}\right)=0",
                LOW + r"\pi^{\prime\prime}\left(\frac{6}{5}\right)>0",
            ),
            via={"says_1": (*POWER_CONDITIONS, Cut(TANGENCY))},
            note="The solution of the problem satisfies it. So do sizes that are no solution: one at which -2 tokens "
            "would be sold, and one of least profit, both under the assumptions of Theorem 1.",
        ),
    ),
)

SHARE = r"^{\frac{1-\alpha\gamma}{1+\alpha\gamma}}"
WITH_RHO = r"a^{-\frac{2\gamma}{1+\alpha\gamma}}\left(\frac{E}{\rho}\right)" + SHARE
WITHOUT_RHO = r"a^{-1/\alpha}\left(\frac{E}{b^{1/\alpha}}\right)" + SHARE
PRODUCT = poly.SIZE_RHO + poly.DATA_RHO
ANY_FACTOR = r"b^{\frac{2(1-\alpha\gamma)}{\alpha(1+\alpha\gamma)}}>c"
CONCLUSION = Section(
    poly.THEOREM,
    (
        poly.cited("eq:size-order"),
        Claim(
            "eq:data-order", uses=poly.CITED, bounds={1: poly.ONCE[0]}, via={"2a": (poly.SHOWN,)}, note=poly.SOLUTION
        ),
        Claim(
            "eq:expenditure-order",
            uses=poly.CITED,
            bounds={1: Bound(poly.TWICE, start=(*poly.START, r"E\geq 1")), 2: poly.SAME, 3: poly.SAME},
            says=(rf"{poly.DEFINED}\implies {WITH_RHO}={WITHOUT_RHO}",),
            denies=(
                rf"-1<\alpha\gamma,\alpha\gamma<1,c>0,{ANY_FACTOR}\implies {WITH_RHO}>c\cdot {WITHOUT_RHO}",
                rf"-1<\alpha\gamma,c>0,E>c\implies {PRODUCT}>c\cdot {WITH_RHO}",
            ),
            via={
                "2a": (
                    poly.SHOWN,
                    poly.SQUARE,
                    Cut(rf"{{n^{{*}}}}^{{2}}\leq E\left({poly.FACTOR}{poly.SIZE_RHO}\right)^{{2}}"),
                ),
                "denied_1": (Combine(((ANY_FACTOR, WITHOUT_RHO),)),),
                "denied_2": (Combine((("E>c", WITH_RHO),)),),
            },
            note="Two of the three steps between bounds fail, each by a factor that no constant covers. The last "
            "line is smaller than the third by a power of b; Theorem 1 prints E b^{1/α} in this place. The "
            "second line leaves out the division by E, so it exceeds the third by the factor E. The third line "
            f"by itself bounds C*, as in Theorem 1. {poly.SOLUTION}",
        ),
    ),
)

LEMMA = Section(
    FORMS.extend(given=("n^{*}>0", "d^{*}>0")),
    (
        Claim(
            "text:lemma-2-used",
            says=(r"a{n^{*}}^{\alpha}=b{d^{*}}^{\alpha}\implies d^{*}=\rho n^{*}",),
            note="What Lemma 2 says of a solution is assumed; α = β.",
        ),
    ),
)

SECTIONS = (DERIVATIVE, CONDITION, SOLVING, LEMMA, CONCLUSION)

FINDINGS = (
    Finding(
        r"The bound of Appendix C takes $n^{*}\geq 1$ and $\gamma>0$ for granted",
        ("eq:upper-bound", "eq:solve-2", "eq:solve"),
        "step",
        so=r"the steps hold if $n^{*}\geq 1$ and $\gamma>0$; Theorem 1's bounds hold without either, by another proof",
    ),
    Finding(
        "Two steps of the bound on training expenditure are off, by $E$ and by a power of $b$",
        ("eq:expenditure-order",),
        "step",
        so=r"the second line lacks the division by $E$, and $Eb^{1/\alpha}$ belongs in place of "
        r"$\frac{E}{b^{1/\alpha}}$ in the last, as in Theorem 1",
    ),
)
