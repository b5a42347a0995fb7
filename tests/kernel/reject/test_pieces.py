"""Near-misses of ``pieces``, ``improper``, ``leibniz`` and of an integrand in other words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.kernel.accept.integrals import (
    BELL,
    BOTH,
    HALF,
    LEFT,
    RIGHT,
    SIZE_LEFT,
    SIZE_RIGHT,
    TENDS,
    line,
    over,
    tending,
)
from tests.kernel.helpers import (
    D,
    absolute,
    combine,
    cos,
    exp,
    floor,
    fn,
    integral,
    limit,
    log,
    q,
    sign,
    sin,
    sqrt,
    step,
    symbols,
    using,
)  # fmt: skip
from tests.kernel.reject.row import Row, rejected

a, s, u, x, z = symbols("a s u x z")
NOT_SHOWN, DIFFERS = "not shown", "is "
JUMP = "not seen to be continuous"


def shown(claim: Any, *steps: dict[str, Any], **rest: Any) -> dict[str, Any]:
    """A statement that is the claim of the last of these steps."""
    return {"goal": claim, "steps": list(steps), **rest}


def piece(whole: Any, first: Any, second: Any, cut: Any, *before: dict[str, Any], **rest: Any) -> dict[str, Any]:
    claim = whole.eq(first + second)
    data = {key: rest.pop(key) for key in ("flip",) if key in rest}
    return shown(claim, *before, step("pieces", claim, cut=cut, **data), **rest)


def pole(low: Any, high: Any) -> Any:
    return integral(1 / x, "x", low, high)


ONE_OF_TWO = "both parts exist"
POLE = {"kind": "refutation"}
PIECES: dict[str, Row] = {
    "no part shown": (ONE_OF_TWO, piece(BOTH, LEFT, RIGHT, q(0))),
    "the first part shown": (ONE_OF_TWO, piece(BOTH, LEFT, RIGHT, q(0), SIZE_LEFT)),
    "the second part shown": (ONE_OF_TWO, piece(BOTH, LEFT, RIGHT, q(0), SIZE_RIGHT)),
    "other parts shown": (ONE_OF_TWO, piece(line(0, 2), line(0, 1), line(1, 2), q(1), over(0, 1, HALF))),
    "cut elsewhere": ("the pieces is", piece(line(0, 2), line(0, 1), line(1, 2), HALF, over(0, 2, q(2)))),
    "cut above a whole that exists": (
        NOT_SHOWN,
        piece(line(0, 1), line(0, 2), line(2, 1), q(2), over(0, 1, HALF)),
    ),
    "cut below a whole that exists": (
        NOT_SHOWN,
        piece(line(0, 1), line(0, -1), line(-1, 1), q(-1), over(0, 1, HALF)),
    ),
    "cut that may lie outside": (NOT_SHOWN, piece(line(0, 1), line(0, a), line(a, 1), a, over(0, 1, HALF))),
    "flip of ordered ends": (
        NOT_SHOWN,
        piece(line(0, 1), line(0, HALF), line(HALF, 1), HALF, over(0, 1, HALF), flip=True),
    ),
    "difference of the parts": (
        "the pieces is",
        shown(BOTH.eq(LEFT - RIGHT), SIZE_LEFT, SIZE_RIGHT, step("pieces", BOTH.eq(LEFT - RIGHT), cut=q(0))),
    ),
    "no integral": ("an integral on the left", shown(x.eq(x), step("pieces", x.eq(x), cut=q(0)))),
    "a pole": (ONE_OF_TWO, piece(pole(-1, 1), pole(-1, 0), pole(0, 1), q(0))),
    "the other equation is refuted": (
        ONE_OF_TWO,
        {
            "goal": pole(0, 1).eq(3),
            "kind": "refutation",
            "steps": [step("pieces", pole(-1, 1).eq(pole(-1, 0) + pole(0, 1)), cut=q(0))],
        },
    ),
    "in an inequality that is refuted": (
        ONE_OF_TWO,
        {
            "goal": pole(-1, 1) <= 3,
            "kind": "refutation",
            "steps": [step("pieces", pole(-1, 1).eq(pole(-1, 0) + pole(0, 1)), cut=q(0))],
        },
    ),
    "the body says another": (
        ONE_OF_TWO,
        piece(
            line(0, 1), integral(2 * x, "x", 0, HALF), integral(2 * x, "x", HALF, 1), HALF,
            step("integral", integral(2 * x, "x", 0, HALF).eq(q("1/4")), antiderivative=x**2),
            step("integral", integral(2 * x, "x", HALF, 1).eq(q("3/4")), antiderivative=x**2),
        ),
    ),
}  # fmt: skip


def near(body: Any, low: Any, high: Any, whole: Any, *before: dict[str, Any], **rest: Any) -> dict[str, Any]:
    claim = limit(integral(body, "x", low, high), "s").eq(whole)
    return shown(claim, *before, step("improper", claim), **rest)


NOWHERE = 0 * log(q(-1))
FROM_NOWHERE, NOWHERE_ON = integral(q(1), "x", NOWHERE, 1), integral(q(1), "x", NOWHERE + s, 1)
TO_NOWHERE, SLOPE = integral(u, "u", 0, 1 + NOWHERE), D(integral(x * u, "u", 0, 1 + NOWHERE), "x", 2)
ONE_EXISTS = "no step shows that one of them exists"
NOT_THAT = "the limit is not that of"
IMPROPER: dict[str, Row] = {
    "neither shown": (ONE_EXISTS, near(x, q(0) + s, 1, line(0, 1))),
    "a pole, neither shown": (ONE_EXISTS, near(1 / x, q(0) + s, 1, pole(0, 1))),
    "both ends at once": (NOT_THAT, near(x, q(0) + s, q(1) - s, line(0, 1), over(0, 1, HALF))),
    "twice as fast": (NOT_THAT, near(x, q(0) + 2 * s, 1, line(0, 1), over(0, 1, HALF))),
    "from outside": (NOT_THAT, near(x, q(0) - s, 1, line(0, 1), over(0, 1, HALF))),
    "another body": (NOT_THAT, near(2 * x, q(0) + s, 1, line(0, 1), over(0, 1, HALF))),
    "another end": (NOT_THAT, near(x, q(0) + s, 2, line(0, 1), over(0, 1, HALF))),
    "ends not ordered": (NOT_SHOWN, near(x, q(1) + s, 0, line(1, 0), over(1, 0, -HALF, flip=True))),
    "equal ends": (NOT_SHOWN, near(x, q(0) + s, 0, line(0, 0), over(0, 0, q(0)))),
    "order unknown": (
        NOT_SHOWN, near(x, q(0) + s, a, line(0, a), over(0, a, a**2 / 2), given=[a >= 0], point={"a": "1"})
    ),
    "bound symbol in the whole": (
        "used twice",
        near(x * s, q(0) + s, 1, integral(x * s, "x", 0, 1), given=[s > 0], point={"s": "1"}),
    ),
    "an end that is not defined": (
        NOT_SHOWN,
        shown(
            limit(NOWHERE_ON, "s").eq(1),
            step("integral", FROM_NOWHERE.eq(1), antiderivative=x),
            step("improper", limit(NOWHERE_ON, "s").eq(FROM_NOWHERE)),
            combine(limit(NOWHERE_ON, "s").eq(1), **using((0, q(1)), (1, q(1)))),
        ),
    ),
    "no limit": ("a limit on the left", shown(x.eq(x), step("improper", x.eq(x)))),
    "no integral": ("an integral on the right", shown(TENDS.eq(HALF), *tending(), step("improper", TENDS.eq(HALF)))),
}  # fmt: skip


def slope(body: Any, low: Any, high: Any, at: Any, value: Any, **rest: Any) -> dict[str, Any]:
    claim = D(integral(body, "u", low, high), "x", at).eq(value)
    data = {key: rest.pop(key) for key in ("flip", "closed") if key in rest}
    return shown(claim, step("leibniz", claim, **data), **rest)


POSITIVE = {"given": [x > 0], "point": {"x": "1"}}
LEIBNIZ: dict[str, Row] = {
    "order of the ends unknown": (NOT_SHOWN, slope(exp(-(u**2)), 0, x, x, exp(-(x**2)))),
    "order of the ends at the point": (NOT_SHOWN, slope(exp(-(u**2)), 0, x, -1, exp(-1), **POSITIVE)),
    "wrong sign of the lower end": ("the leibniz is", slope(exp(u), x, 1, 0, q(1))),
    "an end that is not defined": (
        NOT_SHOWN,
        shown(
            SLOPE.eq(HALF),
            step("leibniz", SLOPE.eq(TO_NOWHERE)),
            step("integral", TO_NOWHERE.eq(HALF), antiderivative=u**2 / 2),
            combine(SLOPE.eq(HALF), **using((0, q(1)), (1, q(1)))),
        ),
    ),
    "without the speed of the end": ("the leibniz is", slope(exp(u), 0, x**2, 1, exp(1))),
    "a pole between the ends": (NOT_SHOWN, slope(1 / u, -1, x, x, 1 / x, **POSITIVE)),
    "a pole at the lower end": (NOT_SHOWN, slope(1 / u, 0, x, x, 1 / x, **POSITIVE)),
    "a root at the moving end": (NOT_SHOWN, slope(sqrt(u), 0, x, 0, sqrt(0))),
    "a root where the other is fixed": (NOT_SHOWN, slope(sqrt(u), x, 1, 0, -sqrt(0))),
    "a kink at the moving end": (NOT_SHOWN, slope(absolute(u), -1, x, 0, absolute(0))),
    "a jump of the body": (JUMP, slope(sign(u), -1, x, 1, sign(1))),
    "a jump where the body begins": (JUMP, slope(sign(u), 0, x, 1, sign(1))),
    "a floor": (JUMP, slope(floor(u), 0, x, 1, floor(1))),
    "a kink in the parameter": (NOT_SHOWN, slope(absolute(u - x), 0, 1, HALF, q(0))),
    "a kink in the parameter at an end": (NOT_SHOWN, slope(absolute(u - x), 0, 1, 0, q(-1))),
    "a root in the parameter at an end": (NOT_SHOWN, slope(sqrt(u - x), 0, 1, 0, q(-1))),
    "body not defined for the parameter": (NOT_SHOWN, slope(log(x - u), 0, 1, 1, q(0))),
    "a floor of the parameter": ("no derivative rule", slope(floor(x) * u, 0, 1, HALF, q(0))),
    "slope of something else": ("the leibniz is", slope(sin(x * u), 0, 1, x, integral(cos(x * u), "u", 0, 1))),
    "without the integral of the slope": ("the leibniz is", slope(exp(x * u), 0, x, 1, exp(1))),
    "the parameter is the bound symbol": (
        "the leibniz is",
        shown(D(integral(x, "x", 0, 1), "x", x).eq(integral(q(1), "x", 0, 1)),
              step("leibniz", D(integral(x, "x", 0, 1), "x", x).eq(integral(q(1), "x", 0, 1)))),
    ),
    "a function that is not continuous": (
        "not declared", slope(fn("f", u), 0, x, x, fn("f", x), functions={"f": 0}, **POSITIVE)
    ),
    "a derivative under the sign that is not continuous": (
        NOT_SHOWN,
        slope(D(fn("f", z), "z", u), 0, 1, x, q(0), functions={"f": 1}),
    ),
    "of no integral": ("derivative of an integral", shown(D(x, "x", x).eq(1), step("leibniz", D(x, "x", x).eq(1)))),
    "an integral in the body": (
        NOT_SHOWN, slope(integral(1 / z, "z", 0, 1) * u, 0, x, x, integral(1 / z, "z", 0, 1) * x, **POSITIVE)
    ),
    "of no derivative": ("a derivative on the left", shown(BELL.eq(BELL), step("leibniz", BELL.eq(BELL)))),
}  # fmt: skip


def written(body: Any, other: Any, primitive: Any, low: Any, high: Any, value: Any, **rest: Any) -> dict[str, Any]:
    claim = integral(body, "x", low, high).eq(value)
    data = {key: rest.pop(key) for key in ("open", "closed") if key in rest}
    return shown(claim, step("integral", claim, antiderivative=primitive, integrand=other, **data), **rest)


INTEGRAND: dict[str, Row] = {
    "equal on one half only": ("not shown to be equal", written(absolute(x), x, x**2 / 2, -1, 1, q(0))),
    "equal on the other side": ("not shown to be equal", written(absolute(x), x, x**2 / 2, -1, 0, -HALF)),
    "another body": ("not shown to be equal", written(x, 2 * x, x**2, 0, 1, q(1))),
    "equal at the ends": ("not shown to be equal", written(x**2, x, x**2 / 2, 0, 1, HALF)),
    "a pole that cancels": (NOT_SHOWN, written(0 * (1 / x), q(0), q(0), -1, 1, q(0))),
    "an undefined part": (NOT_SHOWN, written(x + 0 * log(x), x, x**2 / 2, -1, 1, q(0))),
    "a jump on both sides": (JUMP, written(1 + 0 * sign(x), 1 + 0 * sign(x), x, -1, 1, q(2))),
    "a bound symbol that means another": (
        "not shown to be equal", written(x, a, a * x, 0, 1, a, given=[a.eq(x)], point={"a": "1", "x": "1"})
    ),
    "the whole is not differentiated": ("antiderivative has", written(x, x + 0, x**2, 0, 1, q(1))),
}  # fmt: skip


def tends(body: Any, value: Any, *before: dict[str, Any], **rest: Any) -> dict[str, Any]:
    claim = limit(body, "s").eq(value)
    return shown(claim, *before, step("approach", claim, until=q(1)), **rest)


FIXED: dict[str, Row] = {
    "not shown to exist": (NOT_SHOWN, tends(s + line(0, 1), 0 + line(0, 1))),
    "a pole": (NOT_SHOWN, tends(s + pole(0, 1), 0 + pole(0, 1))),
    "shown where the symbol is another": (
        NOT_SHOWN,
        tends(
            line(0, s), line(0, 0), over(0, s, s**2 / 2), given=[s > 0], point={"s": "1"}
        ),
    ),
}  # fmt: skip
ROWS = {
    f"{rule}: {name}": row
    for rule, table in (
        ("pieces", PIECES),
        ("improper", IMPROPER),
        ("leibniz", LEIBNIZ),
        ("integrand", INTEGRAND),
        ("fixed", FIXED),
    )
    for name, row in table.items()
}


@pytest.mark.parametrize("key", ROWS)
def test_pieces(key: str) -> None:
    rejected(ROWS[key])
