"""Near-misses of the normal forms of the functions of circles, sign, floor and gamma."""

from __future__ import annotations

import pytest

from symcheck.kernel.facts import Fact
from tests.kernel.helpers import (
    EULER,
    PI,
    E,
    asin,
    asinh,
    atan,
    context,
    cos,
    erf,
    floor,
    fn,
    gamma,
    log,
    q,
    sign,
    sin,
    sqrt,
    symbols,
    whole,
)

m, n, x, y, z = symbols("m n x y z")
SIN, COS = sin(x), cos(x)

TABLE: list[tuple[tuple[Fact, ...], E, E]] = [
    ((), SIN**2 - COS**2, q(1)),
    ((), SIN**2 + cos(y) ** 2, q(1)),
    ((), SIN, COS),
    ((), sin(x + y), SIN + sin(y)),
    ((), sin(x + y), SIN * cos(y) - COS * sin(y)),
    ((), cos(x + y), COS * cos(y) + SIN * sin(y)),
    ((), sin(2 * x), 2 * SIN),
    ((), cos(2 * x), 2 * SIN**2 - 1),
    ((), sin(3 * x), 3 * SIN - 4 * COS**3),
    ((), sin(13 * x), SIN),
    ((), sin(x**2), SIN**2),
    ((), sin(x * y), SIN * sin(y)),
    ((), sin(x / 2), SIN / 2),
    ((), cos(-x), -COS),
    ((), sin(x + PI), SIN),
    ((), sin(x + PI / 2), -COS),
    ((), cos(x + 2 * PI / 3), COS),
    ((), sin(x + 3), SIN),
    ((), sin(x + PI * y), -SIN),
    ((), sin(PI * n), q(0)),
    ((whole(n),), sin(PI * n / 2), q(0)),
    ((), sin(PI / 3), q("1/2")),
    ((), cos(PI / 6), q("1/2")),
    ((), cos(PI / 4), q("1/2")),
    ((), sin(PI / 12), (sqrt(6) + sqrt(2)) / 4),
    ((), sin(PI / 5), sin(2 * PI / 5)),
    ((), PI, q("22/7")),
    ((), sin("22/7"), q(0)),
    # roots of squares, and division by what may be 0
    ((), sqrt(1 - COS**2), SIN),
    ((), sqrt(SIN**2), SIN),
    ((SIN <= 0,), sqrt(SIN**2), SIN),
    ((SIN < 0,), sqrt(1 - COS**2), SIN),
    ((), SIN / SIN, q(1)),
    ((x.ne(0),), SIN / SIN, q(1)),
    ((SIN >= 0,), SIN / SIN, q(1)),
    ((COS.ne(0),), SIN / SIN, q(1)),
    ((), (1 - COS**2) / SIN, SIN),
    ((x > 0,), SIN**-1 * SIN, q(1)),
    ((), (SIN / COS) ** 2, 1 / COS**2 - 1),
    ((sin(y) > 0,), log(SIN**2), 2 * log(SIN)),
    ((SIN.ne(0),), log(SIN**2), 2 * log(SIN)),
    ((SIN.ne(0),), (SIN**3) ** "1/3", SIN),
    ((SIN < 0,), SIN ** "1/2" * SIN ** "1/2", SIN),
    # arcs
    ((), atan(1), PI / 2),
    ((), asin("1/2"), PI / 3),
    ((), asin(2), PI / 2),
    ((), asinh(1), PI / 4),
    ((), asin(SIN), x),
    ((), atan(SIN / COS), x),
    ((), atan(x) + atan(1 / x), PI / 2),
    ((), atan(x), asin(x)),
    ((), sin(atan(x)), x),
    ((), cos(atan(x)), sqrt(1 + x**2)),
    ((), sin(asin(x)), x),
    ((x <= 1,), sin(asin(x)), x),
    ((x >= -1,), sin(asin(x)), x),
    ((x >= -1, x <= 2), sin(asin(x)), x),
    ((x >= -1, x <= 1), sin(asin(2 * x)), 2 * x),
    ((y >= -1, y <= 1), sin(asin(x)), x),
    ((), cos(asin(x)), sqrt(1 - x**2)),
    ((x >= -1, x <= 1), cos(asin(x)), 1 - x**2),
    ((x >= -1, x <= 1), cos(asin(x)), -sqrt(1 - x**2)),
    ((), sin(asinh(x)), x),
    ((), erf(1), PI / 4),
    ((), erf(-x), erf(x)),
    ((), erf(x + y), erf(x) + erf(y)),
    ((), EULER, q("1/2")),
    ((), EULER, x),
    ((), EULER, fn("euler")),
    ((), atan(-x), atan(x)),
    # sign and floor
    ((), sign(x) ** 2, q(1)),
    ((x >= 0,), sign(x), q(1)),
    ((x.ne(0),), sign(x), q(1)),
    ((), sign(-x), sign(x)),
    ((), sign(x), x),
    ((), sign(2 * x), 2 * sign(x)),
    ((), floor("-1/2"), q(0)),
    ((), floor("7/2"), q(4)),
    ((), floor(x), x),
    ((), floor(-x), -floor(x)),
    ((), floor(x + y), floor(x) + floor(y)),
    ((), floor(2 * x), 2 * floor(x)),
    ((whole(n),), floor(n / 2), n / 2),
    # gamma
    ((), gamma(5), q(120)),
    ((), gamma(0), q(1)),
    ((), gamma(-1), q(-1)),
    ((), gamma("3/2"), sqrt(PI)),
    ((), gamma("-1/2"), -2 * sqrt(PI)),
    ((), gamma(x + 1), x * gamma(x)),
    ((x.ne(0),), gamma(x + 1), x * gamma(x)),
    ((x >= 0,), gamma(x + 1), x * gamma(x)),
    ((x > -1,), gamma(x + 1), x * gamma(x)),
    ((x > 0,), gamma(x + 1), (x + 1) * gamma(x)),
    ((x > 0,), gamma(x + 2), x * gamma(x + 1)),
    ((x > 0,), gamma(x), (x - 1) * gamma(x - 1)),
    ((x > 0,), gamma(2 * x), 2 * gamma(x)),
    ((x > 0, y > 0), gamma(x + y), gamma(x) * gamma(y)),
    ((), gamma(x), fn("gamma", x)),
]


@pytest.mark.parametrize(("given", "left", "right"), TABLE)
def test_not_equal(given: tuple[Fact, ...], left: E, right: E) -> None:
    assert not context(*given).equal(left.t, right.t)


SIGNS: list[tuple[tuple[Fact, ...], Fact]] = [
    ((), SIN >= 0),
    ((), COS >= 0),
    ((x > 0,), SIN > 0),
    ((x > 0, x < PI), COS > 0),
    ((), SIN**2 > 0),
    ((), SIN**3 >= 0),
    ((), SIN <= 1),
    ((SIN > 0,), COS > 0),
    ((SIN > 0,), sin(2 * x) > 0),
    ((SIN > 0,), sin(x + PI) > 0),
    ((), PI > 4),
    ((), EULER < 0),
    ((), EULER > 1),
    ((), log(EULER) > 0),
    ((x >= 0,), erf(x) > 0),
    ((), erf(x) < 1),
    ((), PI < 0),
    ((), gamma(x) > 0),
    ((), gamma(0) > 0),
    ((), gamma("-1/2") < 0),
    ((x >= 0,), gamma(x) > 0),
    ((x.ne(0),), gamma(x) > 0),
    ((x > -1,), gamma(x) > 0),
    ((x > 0,), gamma(x) > 1),
    ((x < 0,), gamma(x) < 0),
    ((x >= 0,), atan(x) > 0),
    ((x >= 0,), asin(x) > 0),
    ((x < 0,), asinh(x) > 0),
    ((x >= 0,), sign(x) > 0),
    ((x >= 0,), floor(x) > 0),
    ((x < 1,), floor(x) <= 0),
    ((x > 0,), floor(x) > 0),
    ((), log(SIN**2) <= 0),
]


@pytest.mark.parametrize(("given", "fact"), SIGNS)
def test_sign_unknown(given: tuple[Fact, ...], fact: Fact) -> None:
    assert not context(*given).holds(fact)


NO_INTEGERS: list[E] = [x, n / 2, n / m, q(2) ** n, n * x, n + "1/2", PI, sin(n), fn("f", n), 1 / q(0), n ** q(-1)]


@pytest.mark.parametrize("term", NO_INTEGERS)
def test_not_whole(term: E) -> None:
    assert not context(whole(n), whole(m), x > 0, floor(y).eq(x)).whole(term.t)
