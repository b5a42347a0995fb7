"""Standing assumptions: what the paper says of its symbols, and what its formulas need in order to be defined."""

from __future__ import annotations

from derivations.profit_optimal.notation import CHINCHILLA, NOTATION
from symcheck import Example, Scope

PROFIT = ("eq:profit", "eq:revenue", "eq:cost", "eq:inverse-demand", "eq:training-cost", "eq:inference-cost")
"""Profit, and what it is made of."""

DEFINED, PREMISE = {0: "definition"}, {0: "premise"}
"""Roles of a display of one formula: it says what a symbol means, or is assumed."""

MODEL = Scope(
    NOTATION,
    given=(
        r"\omega>0",
        r"\delta>0",
        r"E>0",
        r"a>0",
        r"b>0",
        r"0<\alpha\leq 1",
        r"0<\beta\leq 1",
        r"n\geq 0",
        r"d\geq 0",
    ),
    functions=(("f", 1), ("q", 0)),
)
"""Sections 2 and 3: demand falls in t (delta > 0) and rises in quality (omega > 0); f and q are left open."""
SCALING = MODEL.extend(define=("eq:leontief",), functions=())
"""The same with the scaling law, of which the link plays no part."""

LINKING = Scope(
    NOTATION,
    define=("eq:linking-function",),
    given=(r"\omega>0", r"\delta>0", r"q>0", r"\gamma\neq 0"),
)
"""The linking functions, for positive quality."""

BUYERS = {r"\omega": "1", r"\delta": "1", "q": "1", "q_{1}": "2", "t": "1", "p": "1"}
INCREASING = Scope(
    NOTATION,
    define=("eq:inverse-demand",),
    given=(r"\omega>0", r"\delta>0", "q>0", r"every q, q_{1}: q>0,q<q_{1}\implies f(q)<f(q_{1})"),
    functions=(("f", 0),),
    examples=(
        Example(BUYERS, functions={"f(q)": "q"}),
        Example(BUYERS, functions={"f(q)": "q-1"}),
    ),
)
"""Demand with any increasing linking function."""

POSITIVE = MODEL.extend(without=(r"n\geq 0", r"d\geq 0"), given=(r"n>0", r"d>0"))
"""Where n and d have negative exponents, which are undefined at 0."""

LOSS = Scope(
    CHINCHILLA,
    given=(
        "a>0",
        "b>0",
        r"0<\alpha\leq 1",
        r"0<\beta\leq 1",
        "n>0",
        "d>0",
    ),
    varying=("n", "d"),
)
"""The Chinchilla law, whose terms are undefined at 0."""

FORMS = Scope(
    NOTATION,
    define=(r"\rho\triangleq\left(\frac{a}{b}\right)^{1/\alpha}",),
    given=(r"a>0", r"b>0", r"E>0", r"0<\alpha\leq 1", r"\gamma>-1", r"\alpha\gamma>-1", r"\alpha\gamma\leq 1"),
)
"""Lemma 2 as Appendix C uses it: for equal exponents, and for the gamma of Theorem 1 and Section 2.1."""
