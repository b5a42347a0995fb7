"""The problem with limited data: where d = D is enforced, where 0 <= d <= D is allowed, and with hardware of two kinds.

f(0) is undefined for gamma >= 0, so the maxima are taken over positive n and d.
"""

from __future__ import annotations

from derivations.profit_optimal.notation import NOTATION
from derivations.profit_optimal.scopes import PROFIT
from symcheck import Combine, Cut, Example, Rise, Scope, Split

MODEL = (*PROFIT, "eq:leontief", "eq:rho")
STANDING = (
    r"\omega>0", r"\delta>0", "E>0", "a>0", "b>0", "D>0", r"0<\alpha\leq 1", r"0<\beta\leq 1", r"\gamma\neq 0",
    r"\alpha\gamma>-1",
)  # fmt: skip
ENFORCED = r"n^{*},t^{*}=\operatorname*{argmax}_{n,t}\pi(n,D,t)\mathrel{\text{subject to}}n>0,t\geq 0"
"""Theorem 3: all D tokens are used, whether they pay or not."""
OTHER = (
    r"n_{1},t_{1}=\operatorname*{argmax}_{n,t}\left((\omega f(q(n,D))-\delta t)t-\frac{6nD+2nt}{E_{1}}\right)"
    r"\mathrel{\text{subject to}}n>0,t\geq 0"
)
"""The same with another hardware efficiency."""
ALLOWED = (
    r"n^{*},d^{*},t^{*}=\operatorname*{argmax}_{n,d,t}\pi(n,d,t)"
    r"\mathrel{\text{subject to}}n>0,d>0,d\leq D,t\geq 0"
)
"""The regime as Section 5 introduces it."""
SIZE = r"\left(\frac{D}{\rho}\right)^{\beta/\alpha}"
"""The size that Theorem 3 gives."""

# -- examples, all for gamma = -1 and alpha = beta = 1/2 ------------------------------------------------------------


def _enforced(within: str, beyond: str) -> Split:
    """Profit at n, t is at most the best one: by how much less, for n <= D and for more."""
    at_end = within.replace("n", "D")
    return Split(
        "n",
        "D",
        less=(*_below("n"), Combine(gap=within)),
        equal=(Combine(gap=at_end, rewrite=("n=D",)),),
        more=(_root("D", "n"), Combine(gap=beyond)),
    )


def _allowed(gap: str) -> Split:
    """Profit at n, d, t is at most the best one: by how much less for M, the lesser of n and d."""
    n, d, end = (gap.replace("M", name) for name in "ndD")
    less = (Cut("n<D"), _root("n", "d"), *_below("n"), Combine(gap=rf"{n}+n(d-n)"))
    equal = Split(
        "d",
        "D",
        less=(*_below("d"), Combine(gap=d, rewrite=("n=d",))),
        equal=(Combine(gap=end, rewrite=("n=D", "d=D")),),
    )
    more = Split(
        "d",
        "D",
        less=(*_below("d"), Combine(gap=rf"{d}+d(n-d)+\frac{{1}}{{3}}(n-d)t")),
        equal=(
            Cut("D<n"),
            _root("D", "n"),
            Combine(gap=rf"{end}+D(n-D)+\frac{{1}}{{3}}(n-D)t", rewrite=("d=D",)),
        ),
    )
    return Split("n", "d", less=less, equal=(equal,), more=(_root("d", "n"), more))


def _root(low: str, high: str) -> Rise:
    return Rise(r"x^{1/2}", "x", low, high, strict=True)


def _below(name: str) -> tuple[Rise, Cut]:
    return _root(name, "D"), Cut(rf"\sqrt{{{name}}}<\sqrt{{D}}")


SMALL = _enforced(
    r"\frac{t}{3}(\sqrt{n}-3)^{2}+\frac{1}{432}\left(t-108(\sqrt{n}+1)\right)^{2}+9(\sqrt{n}-3)^{2}",
    r"3t+\frac{1}{432}(t-756)^{2}+81+36(n-36)+\frac{t}{3}(n-36)",
)
INSIDE = Example(
    {
        r"\alpha": "1/2", r"\beta": "1/2", r"\gamma": "-1", "a": "1", "b": "1", "E": "6", r"\omega": "5/2",
        r"\delta": "1/432", "D": "36", "n^{*}": "9", "t^{*}": "432",
    },
    shows=((SMALL,),),
)  # fmt: skip
"""A quarter of the size that Theorem 3 gives, at a profit of 108."""
TANGENT = r"\frac{1}{432}\left(t-108(\sqrt{n}+1)\right)^{2}"
AT_END = Example(
    {**INSIDE.values, "D": "9"},
    shows=(
        (
            _enforced(
                rf"\frac{{t}}{{3}}(\sqrt{{n}}-3)^{{2}}+{TANGENT}+18(3-\sqrt{{n}})(6+\sqrt{{n}})",
                r"\frac{1}{432}(t-432)^{2}+9(n-9)+\frac{t}{3}(n-9)",
            ),
        ),
    ),
)
"""The size that Theorem 3 gives, at a profit of 351."""
ALL_USED = Example(
    {**AT_END.values, "d^{*}": "9"},
    shows=(
        (
            _allowed(
                rf"\frac{{t}}{{3}}(\sqrt{{M}}-3)^{{2}}+{TANGENT.replace('n', 'M')}"
                r"+(3-\sqrt{M})(108+\sqrt{M}(3-\sqrt{M})(6+\sqrt{M}))"
            ),
        ),
    ),
    functions={"f(q)": "q-1"},
)
"""Nine tokens are allowed, and all are used."""
LARGE = _enforced(
    r"\frac{t}{36}(6-\sqrt{n})^{2}+3(6-\sqrt{n})^{2}+\frac{384+\sqrt{n}}{168480}(t-2484)^{2}"
    r"+(6-\sqrt{n})\left(\frac{1667}{780}t+\frac{81}{130}+\frac{t^{2}}{168480}\right)",
    r"\frac{1}{432}(t-2484)^{2}+3(n-36)+\frac{t}{36}(n-36)",
)
TWO_KINDS = Example(
    {**INSIDE.values, "E_{1}": "72", "n_{1}": "36", "t_{1}": "2484"}, shows=((SMALL,), (LARGE,))
)  # fmt: skip
"""9 parameters with hardware of 6 FLOPs a dollar, 36 with hardware of 72."""
SAME_KIND = Example(
    {**AT_END.values, "E_{1}": "6", "n_{1}": "9", "t_{1}": "432"}, shows=(AT_END.shows[0], AT_END.shows[0])
)  # fmt: skip

# -- scopes ---------------------------------------------------------------------------------------------------------

POWER = (*MODEL, r"f(q)\triangleq f_{\gamma}(q)", "eq:linking-function")
MUST_USE = Scope(NOTATION, define=POWER, given=(*STANDING, ENFORCED, "t^{*}>0"), examples=(INSIDE, AT_END))
"""The solution where d = D is enforced, for the power link; it sells tokens."""
TWO = MUST_USE.extend(given=(OTHER, "E_{1}>0", "t_{1}>0"), examples=(TWO_KINDS, SAME_KIND))
"""The solutions for two hardware efficiencies."""
MAY_USE = Scope(
    NOTATION,
    define=MODEL,
    given=(*STANDING, ALLOWED, "t^{*}>0"),
    functions=(("f", 0),),
    examples=(ALL_USED,),
)
"""The solution where at most D tokens can be used, for any link; it sells tokens."""
PRINTED = Scope(
    NOTATION,
    define=("eq:rho", "eq:data-bound-size"),
    given=STANDING,
    constants=(r"\alpha", r"\beta"),
    growing=("D",),
)
"""What Theorem 3 gives."""
