"""What the paper's functions carry, how many FLOPs a parameter and a token cost, and what is compared with what.

The paper takes 6 FLOPs for each parameter and token of training and 2 for each of inference.  Its formulas multiply
these numbers out (2·2/4 is 1 in Equation (1)), so no numeral can be told to be one of them; a FLOP is therefore counted
as one parameter times one token, and 6 and 2 are pure numbers.
"""

from __future__ import annotations

from derivations.profit_optimal.notation import CHINCHILLA, NOTATION, TRENDS
from symcheck import Comparison, Measured, Passage, UnitTable

FIRM = ("parameters", "tokens", "tokens")

OBSERVED = Measured("observed training compute (Epoch's series)", "FLOPs", growth="5")
"""Section 6 calls it training compute, and Section 2.3 measures compute in FLOPs; Section 7.1 calls it expenditure."""
CALLED_COMPUTE = Measured("training compute, as the sentence calls it,", "FLOPs")
COST = Measured(r"$C^{*}_{\operatorname{train}}$", "$")
HARDWARE = Measured("hardware efficiency", "FLOPs/$", growth="1.37")


def growing(label: str, words: str, growth: str = "") -> Comparison:
    """The observed growth against one of cost."""
    return Comparison(label, OBSERVED, Measured(words, "$", growth), by=HARDWARE)


COMPARISONS = (
    Comparison(
        "text:figure-1-parameter",
        Measured("parameter efficiency, on the axis of Figure 1,", "quality/parameter"),
        Measured("$a$ of Section 2.2", "quality*parameters^(-alpha)"),
    ),
    Comparison("text:intro-expenditure-rate", CALLED_COMPUTE, COST, by=HARDWARE),
    growing("text:compare-growth", "the bound on optimal training cost"),
    Comparison(
        "eq:trend-algorithms",
        Measured("compute efficiency (the inverse of the compute for a given quality)", "1/FLOPs", growth="3"),
        Measured("$ab$ (quality counted as a pure number)", "parameters^(-alpha)*tokens^(-alpha)"),
    ),
    growing("text:within-bounds", r"the bound for $\gamma=-1$", "7.59"),
    growing("text:too-fast", r"the bound for $\gamma=0$", "4.11"),
    growing("eq:break-even-condition", "the left side, a growth of cost,"),
    growing("text:most-choices", "profit-optimal scaling"),
    growing("eq:stalled-trend", "training expenditure, as it is called here,"),
    growing("text:stalled-exceeds", r"the bound for $\gamma=-1$", "4.66"),
    growing("text:stalled-exceeds", r"the bound for $\gamma=0$", "3"),
    Comparison("text:log-comparable", CALLED_COMPUTE, COST, by=HARDWARE),
)

UNITS = UnitTable(
    NOTATION,
    bases=("parameters", "tokens", "$", "quality", "nats"),
    names={
        "parameter": "parameters",
        "token": "tokens",
        "nat": "nats",
        "FLOPs": "parameters*tokens",
        "FLOP": "FLOPs",
    },
    free=("quality",),
    functions={
        "p": (("tokens", "quality"), "$/token"),
        "f": (("quality",), ""),
        "f_gamma": (("", "quality"), ""),
        "f_0": (("quality",), ""),
        "f_1": (("quality",), ""),
        "f_m1": (("quality",), ""),
        "q": (FIRM, "quality"),
        "ell": (FIRM, "nats/token"),
        "R": (FIRM, "$"),
        "C": (FIRM, "$"),
        "pi": (FIRM, "$"),
        "t*": (FIRM, "tokens"),
        "C*_train": (("",), "$"),
    },
    constants=("omega", "delta"),
    passages=(
        Passage(("4", "C", "D", "eq:equal-exponents", "eq:profit-equal-exponents"), equal=(("beta", "alpha"),)),
        Passage(("6",), TRENDS, equal=(("beta", "alpha"),)),
        Passage(("7.1",), TRENDS, equal=(("beta", "alpha"),), constants=("E",)),
        Passage(("B",), CHINCHILLA, functions={"q": (FIRM, "tokens/nat")}),
    ),
    comparisons=COMPARISONS,
)
"""In Section 7.1 an O(...) is about time, over which E is bounded.  Theorems 1 and 2 suppose equal exponents."""
