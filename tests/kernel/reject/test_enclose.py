"""Near-misses of ``enclose``: wrong digits, undefined values, terms that are not closed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.kernel.helpers import (
    D,
    absolute,
    exp,
    fn,
    integral,
    log,
    q,
    step,
    symbols,
)
from tests.kernel.reject.row import Row, rejected

n, a, b, c, x, y, z, w = symbols("n a b c x y z w")
NOT_SHOWN = "not shown"


def enclosed(goal: Any, bits: Any = 64) -> dict[str, Any]:
    return {"goal": goal, "steps": [step("enclose", goal, bits=bits)]}


UNDECIDED = "do not decide"

ENCLOSE: dict[str, Row] = {
    "wrong last digit": (UNDECIDED, enclosed(log(2) < q("6931/10000"))),
    "wrong rounding interval": (UNDECIDED, enclosed(q("69315/100000") <= log(2) - q("1/100000"))),
    "equation of an irrational": (UNDECIDED, enclosed(log(2).eq(q("6931471805599453/10000000000000000")))),
    "irrational equal to itself": (UNDECIDED, enclosed(exp(1).eq(exp(1)))),
    "too few bits": (
        UNDECIDED,
        enclosed(q("27182818284590452353602874713526624977/10000000000000000000000000000000000000") < exp(1), 16),
    ),
    "ne of equals": (UNDECIDED, enclosed((q(8) ** "2/3").ne(4))),
    "lt of equals": (UNDECIDED, enclosed((q(8) ** "2/3") < 4)),
    "a symbol": ("not closed", enclosed(x <= x)),
    "a function": ("cannot evaluate", enclosed(fn("f", 1) <= 2)),
    "an integral": ("cannot evaluate", enclosed(integral(x, "x", 0, 1) <= 2)),
    "division by 0": ("contains 0", enclosed(1 / q(0) <= 2)),
    "logarithm of 0": ("positive", enclosed(log(0) <= 2)),
    "logarithm of a negative": ("positive", enclosed(log(-1) <= 2)),
    "root of a negative": ("positive", enclosed(q(-8) ** "1/3" <= 2)),
    "0**0": ("contains 0", enclosed(q(0) ** 0 <= 2)),
    "0**-1": ("contains 0", enclosed(q(0) ** -1 <= 2)),
    "derivative at a kink": (NOT_SHOWN, enclosed(D(absolute(x), "x", 0) <= 2)),
    "derivative at an undefined point": ("contains 0", enclosed(D(x, "x", 1 / q(0)) <= 2)),
    "no bits": ("precision", enclosed(q(1) <= 2, None)),
    "bits true": ("precision", enclosed(q(1) <= 2, True)),
    "0 bits": ("precision", enclosed(q(1) <= 2, 0)),
    "a million bits": ("precision", enclosed(q(1) <= 2, 10**6)),
}


@pytest.mark.parametrize("key", ENCLOSE)
def test_rejected(key: str) -> None:
    rejected(ENCLOSE[key])
