"""Sections 7.1 to 7.3: other narratives, the assumptions once more, and what could be refined."""

from __future__ import annotations

from derivations.profit_optimal import rates, trends
from derivations.profit_optimal import theorem_1 as poly
from derivations.profit_optimal.optimum import (
    HIGHEST_NEGATIVE,
    POWER_CONDITIONS,
    POWER_SOLUTION,
    RISING,
    SCALE,
    SMALL_NEGATIVE,
    SMALL_POSITIVE,
    SPENDING,
)
from derivations.profit_optimal.rates import DOLLARS
from derivations.profit_optimal.scopes import LINKING, LOSS, PREMISE
from derivations.profit_optimal.section_2 import CURVATURE
from derivations.profit_optimal.section_5 import moves
from derivations.profit_optimal.section_7 import MUCH_DATA
from derivations.profit_optimal.tangents import below_itself
from symcheck import Bound, Claim, Combine, Cut, Rise, Section, Split

SOLUTION = poly.SOLUTION

# -- growth that goes on ----------------------------------------------------------------------------------------------

QUALITY = r"a{n^{*}}^{\alpha}"
_CHEAP = rf"\frac{{4n^{{*}}}}{{E}}\leq\alpha\omega {QUALITY}"
SERIOUS = rf"{QUALITY}\geq 3,{_CHEAP}"
"""Quality is at least 3, and the cost of inference does not bind."""
COST = r"\left(\frac{6\rho {n^{*}}^{2}}{E}\right)"
AT_LEAST = r"\frac{\alpha\omega^{2}}{48\delta}\left(\frac{E}{6}\right)^{\alpha}ab"
GROWS = rf"{SERIOUS}\implies\left(C^{{*}}_{{\operatorname{{train}}}}\right)^{{1-\alpha}}\geq {AT_LEAST}"
_SOLD = rf"\frac{{\omega {QUALITY}}}{{12\delta}}\leq t^{{*}}"
_TWICE = rf"2{COST}=t^{{*}}\left(\alpha\omega {QUALITY}-\frac{{2n^{{*}}}}{{E}}\right)"
_HALF = rf"t^{{*}}\frac{{\alpha\omega {QUALITY}}}{{4}}\leq {COST}"
_LOW = rf"\frac{{\alpha\omega^{{2}}}}{{48\delta}}\left({QUALITY}\right)^{{2}}\leq {COST}"
_SAME = rf"\left({QUALITY}\right)^{{2}}=ab\left(\frac{{E}}{{6}}\right)^{{\alpha}}{COST}^{{\alpha}}"
GROWING = (
    *POWER_CONDITIONS,
    Cut(
        _SOLD,
        (
            Combine(
                (
                    (POWER_CONDITIONS[1].fact, r"\frac{1}{2\delta}"),
                    (_CHEAP, r"\frac{1}{4\delta}"),
                    (rf"{QUALITY}\geq 3", r"\frac{\omega}{6\delta}"),
                    (r"\alpha\leq 1", rf"\frac{{\omega {QUALITY}}}{{4\delta}}"),
                )
            ),
        ),
    ),
    Cut(_TWICE),
    Cut(_HALF, (Combine(((_TWICE, r"-\frac{1}{2}"), (_CHEAP, r"\frac{t^{*}}{4}"))),)),
    Cut(_LOW),
    Cut(_SAME),
    Combine(((_LOW, rf"{COST}^{{-\alpha}}"),)),
)
IN_REGIME = "For γ = -1, where quality is at least 3 and 4n*/E at most αω times it."
LINEAR = Section(
    POWER_SOLUTION.extend(define=(SPENDING, r"\gamma\triangleq -1"), examples=(RISING,)),
    (
        Claim(
            "text:exponential-hardware",
            says=(GROWS,),
            via={"says_1": GROWING},
            note=f"{SOLUTION} {IN_REGIME} Expenditure grows at least as E^(α/(1-α)); not so for γ = 0 (text:too-fast).",
        ),
        Claim(
            "text:exponential-parameter",
            uses=("text:exponential-hardware",),
            says=(GROWS,),
            note=f"{SOLUTION} {IN_REGIME} Expenditure grows at least as a^(1/(1-α)). The printed bound shrinks with a "
            "for every γ, unless b grows with it.",
        ),
        Claim(
            "text:stalled-possible",
            uses=("text:exponential-hardware",),
            says=(GROWS, r"3^{\frac{1}{1-\alpha}}>1"),
            given=(r"\alpha<1",),
            via={"says_2": (Rise("3^{x}", "x", "0", r"\frac{1}{1-\alpha}", strict=True),)},
            note=f"{SOLUTION} {IN_REGIME} Where E stays the same, expenditure grows at least as (ab)^(1/(1-α)).",
        ),
    ),
)
SINGLE = Section(
    poly.RANGED,
    (
        Claim(
            "text:exponential-data",
            says=(rf"\alpha\gamma<1\implies {moves('>', poly.SPENT, 'b')}",),
            denies=(rf"K>0,{MUCH_DATA}\implies {poly.LITTLE_SPENT}",),
            uses=("text:summary-data-efficiency-expenditure",),
            note="If data efficiency alone grows. The bound grows with it; the contrary is of the solution, whose "
            "expenditure falls below every K, for every γ.",
        ),
        Claim("text:exponential-data-bound", status="assumption"),
        Claim("text:quoted-cost", status="assumption", note="A statement of fact about prices, quoted."),
        Claim(
            "text:tighter-bounds",
            uses=("eq:thm1-size", "eq:thm1-range"),
            given=(r"E>1/(6\delta\rho)",),
            says=(
                rf"\gamma>0\implies {SMALL_POSITIVE}",
                rf"\gamma<0\implies {SMALL_NEGATIVE}",
                r"\gamma>0\implies\frac{1}{2+\alpha\gamma}<1",
                r"\gamma<0\implies\frac{1}{2+2\alpha\gamma}<\frac{1}{1+\alpha\gamma}",
            ),
            note=f"{SOLUTION} It is so: n* is at most of the order E^(1/(2+αγ)) for γ > 0, sublinear, and "
            "E^(1/(2+2αγ)) for γ < 0, sublinear if αγ > -1/2; training cost at most 6ρ/E times their squares.",
        ),
    ),
)

# -- hardware that stalls ---------------------------------------------------------------------------------------------

ALIKE = (r"a=\sqrt{3^{t}}", "b=a", r"E\leq E_{0}", "E_{0}>0")
CONSTANT = rf"6\left({SCALE}\right)^{{10/7}}"
_INNER = rf"\frac{{6\rho}}{{E}}\left({HIGHEST_NEGATIVE}\right)^{{1/(1+\alpha\gamma)}}"
_STALLED = r"\left(3^{\frac{1}{1-\alpha}}\right)^{t}"
_FIRST = rf"{COST}\leq {_INNER}"
_EQUAL = rf"{_INNER}={CONSTANT}E^{{3/7}}{_STALLED}"
STALLED = (
    Cut(SMALL_NEGATIVE),
    Rise(r"x^{1/(1+\alpha\gamma)}", "x", r"{n^{*}}^{2+2\alpha\gamma}", HIGHEST_NEGATIVE),
    Cut(_FIRST),
    Cut(_EQUAL, (Combine(rewrite=("b=a", ALIKE[0], r"\gamma=-1", r"\alpha=.3")),)),
    Rise("x^{3/7}", "x", "E", "E_{0}"),
    Combine(((_FIRST, "1"), (_EQUAL, "1"), (r"E^{3/7}\leq E_{0}^{3/7}", f"{CONSTANT}{_STALLED}"))),
)
POWER = Section(
    trends.POWER.extend(
        given=(r"\gamma\neq 0", r"\alpha\gamma\leq 1", r"E>1/(6\delta\rho)", r"\alpha\gamma>-1"),
        constants=(r"\alpha", r"\gamma", r"\omega", r"\delta", "E_{0}"),
    ),
    (
        Claim("eq:stalled-hardware", roles=PREMISE),
        Claim(
            "eq:stalled-linear",
            uses=("eq:thm1-size", "eq:thm1-range"),
            given=(*ALIKE, r"\gamma=-1", r"\gamma<0", r"\alpha=.3"),
            bounds={0: Bound(rf"{CONSTANT}E_{{0}}^{{3/7}}")},
            via={"1": STALLED},
            note=SOLUTION,
        ),
    ),
)
_COST_RATE = r"\frac{\alpha\omega E}{2}"
_RATE_AT_END = r"1+\frac{\alpha\omega E_{0}}{2}"
_SCALE = r"\frac{\alpha\omega^{2}}{4\delta}"
_LOGGED = rf"\ln\left({rates.INSIDE}\right)\leq {rates.INSIDE}"
_ROOT = rf"\left({_COST_RATE}\right)^{{\alpha}}\leq {_RATE_AT_END}"
STALLED_LOG = (
    Cut(rates.SPENT_AT_MOST),
    Cut(_LOGGED, (below_itself(rates.INSIDE),)),
    Cut(
        _ROOT,
        (
            Split(
                _COST_RATE,
                "1",
                less=(Rise(r"x^{\alpha}", "x", _COST_RATE, "1"),),
                equal=(Rise(r"x^{\alpha}", "x", _COST_RATE, "1"),),
                more=(
                    Rise(rf"\left({_COST_RATE}\right)^{{x}}", "x", r"\alpha", "1"),
                    Combine(
                        (
                            (rf"\left({_COST_RATE}\right)^{{\alpha}}\leq\left({_COST_RATE}\right)^{{1}}", "1"),
                            ("E\\leq E_{0}", r"\frac{\alpha\omega}{2}"),
                        ),
                        gap="1",
                    ),
                ),
            ),
        ),
    ),
    Rise("3^{x}", "x", r"\frac{t}{2}", "t"),
    Cut(r"a\leq 3^{t}", (Combine(((r"3^{\frac{t}{2}}\leq 3^{t}", "1"),), rewrite=(ALIKE[0],)),)),
    Combine(
        (
            (rates.SPENT_AT_MOST, "1"),
            (_LOGGED, _SCALE),
            (_ROOT, f"{_SCALE}a"),
            (r"a\leq 3^{t}", rf"{_SCALE}\left({_RATE_AT_END}\right)"),
        )
    ),
)
LOG = Section(
    trends.LOG.extend(constants=(r"\alpha", r"\omega", r"\delta", "E_{0}")),
    (
        Claim(
            "eq:stalled-log",
            uses=("text:too-fast",),
            given=(*ALIKE, r"t\geq 0"),
            bounds={0: Bound(rf"{_SCALE}\left({_RATE_AT_END}\right)")},
            via={"": STALLED_LOG},
            note=SOLUTION,
        ),
    ),
)
TRENDS = Section(
    trends.TIME.extend(define=(r"\alpha\triangleq .3",)),
    (
        Claim("eq:stalled-trend", roles=PREMISE),
        Claim(
            "text:stalled-exceeds",
            says=(
                r"5>3^{\frac{1}{1-\alpha}}",
                "5>3",
                rf"{DOLLARS}>3^{{\frac{{1}}{{1-\alpha}}}}",
                rf"{DOLLARS}>3",
            ),
            note="The first two statements take 5 as it is printed; the others have expenditure in dollars.",
        ),
        Claim(
            "text:stalled-conclusion",
            says=(r"5>3^{\frac{1}{1-\alpha}}", rf"{DOLLARS}>3^{{\frac{{\alpha}}{{1-\alpha}}}}"),
            note="The first statement takes the inputs as printed; the second, which is what shows it, has expenditure "
            "in dollars and compute efficiency as the model makes it, (ab)^(1/α): a bound of 1.60-fold growth. With "
            "dollars alone, 3.65 is less than the bound's 4.80.",
        ),
    ),
)

# -- assumptions ------------------------------------------------------------------------------------------------------

ASSUMPTIONS = Section(
    LINKING,
    (
        Claim("text:assumed-monopoly", status="assumption"),
        Claim("text:assumed-diminishing", given=(r"\gamma>-1",), says=(f"{CURVATURE}<0",)),
        Claim(
            "eq:assumed-gamma-range",
            roles=PREMISE,
            note="Against γ < -1 in the introduction; γ = -1, as in Section 6 and Figure 1, is left out here.",
        ),
        Claim("text:assumed-superlinear", given=(r"\gamma<-1",), says=(f"{CURVATURE}>0",)),
    ),
)
PARTS = {"n": (r"\frac{a}{n^{\alpha}}", r"\alpha"), "d": (r"\frac{b}{d^{\beta}}", r"\beta")}


def curved(name: str) -> tuple[Cut, ...]:
    """The second derivative of Chinchilla quality in n or d is minus what is visibly positive."""
    (own, power), (other, _) = PARTS[name], PARTS["d" if name == "n" else "n"]
    value = (
        rf"\frac{{{power}{own}\left((1-{power}){own}+(1+{power}){other}\right)}}"
        rf"{{{name}^{{2}}\left({own}+{other}\right)^{{3}}}}"
    )
    second = rf"\frac{{\partial\frac{{\partial q(n,d)}}{{\partial {name}}}}}{{\partial {name}}}"
    return Cut(f"0<{value}"), Cut(f"{second}=-{value}")


COMPLEMENTS = Section(
    LOSS,
    (
        Claim(
            "text:assumed-complements",
            define=("eq:chinchilla@-1",),
            says=(
                r"q(n,d)<\frac{n^{\alpha}}{a}",
                r"q(n,d)<\frac{d^{\beta}}{b}",
                r"\frac{\partial\frac{\partial q(n,d)}{\partial n}}{\partial n}<0",
                r"\frac{\partial\frac{\partial q(n,d)}{\partial d}}{\partial d}<0",
            ),
            via={"says_3": curved("n"), "says_4": curved("d")},
            note="Of the Chinchilla law: returns to one of n and d diminish, and stay below what the other allows.",
        ),
    ),
)

SECTIONS = (LINEAR, SINGLE, POWER, LOG, TRENDS, ASSUMPTIONS, COMPLEMENTS)
