"""Equalities and signs that normal forms see of the functions of circles, sign, floor and gamma."""

from __future__ import annotations

import pytest

from symcheck.kernel.context import Context
from symcheck.kernel.facts import Fact
from tests.kernel.helpers import (
    EULER,
    PI,
    E,
    absolute,
    asin,
    asinh,
    atan,
    context,
    cos,
    erf,
    floor,
    gamma,
    greatest,
    log,
    q,
    sign,
    sin,
    sqrt,
    symbols,
    whole,
)

m, n, x, y, z = symbols("m n x y z")
INSIDE = (x >= -1, x <= 1)
ROOT = sqrt(x**2 + 1)

TABLE: list[tuple[tuple[Fact, ...], E, E]] = [
    ((), sin(x) ** 2 + cos(x) ** 2, q(1)),
    ((), sin(x) ** 4, (1 - cos(x) ** 2) ** 2),
    ((), sin(x + y), sin(x) * cos(y) + cos(x) * sin(y)),
    ((), cos(x - y), cos(x) * cos(y) + sin(x) * sin(y)),
    ((), sin(2 * x), 2 * sin(x) * cos(x)),
    ((), cos(2 * x), 1 - 2 * sin(x) ** 2),
    ((), sin(3 * x), 3 * sin(x) - 4 * sin(x) ** 3),
    ((), sin(q("3/2") * x), 3 * sin(x / 2) - 4 * sin(x / 2) ** 3),
    ((), sin(-x), -sin(x)),
    ((), cos(y - x), cos(x - y)),
    ((), sin(x + y - x), sin(y)),
    ((), sin(0), q(0)),
    ((), cos(0), q(1)),
    ((), sin(PI), q(0)),
    ((), sin(x + PI), -sin(x)),
    ((), sin(PI / 2 - x), cos(x)),
    ((), cos(x - 3 * PI / 2), -sin(x)),
    ((), cos(x + 1000 * PI), cos(x)),
    ((), cos(-101 * PI), q(-1)),
    ((), sin(PI / 6), q("1/2")),
    ((), cos(PI / 6), sqrt(3) / 2),
    ((), sin(PI / 4), 1 / sqrt(2)),
    ((), cos(PI / 3), q("1/2")),
    ((), sin(5 * PI / 6), q("1/2")),
    ((), cos(-7 * PI / 3), q("1/2")),
    ((), sin(4 * PI / 3), -sqrt(3) / 2),
    ((), sin(2 * PI / 5), sin(-8 * PI / 5)),
    ((), sin(x + PI / 6), (sqrt(3) * sin(x) + cos(x)) / 2),
    ((), atan(1), PI / 4),
    ((), atan(-1), -PI / 4),
    ((), asin(1), PI / 2),
    ((), asin("-1/2"), -PI / 6),
    ((), atan(0) + asin(0) + asinh(0), q(0)),
    ((), atan(-x), -atan(x)),
    ((), asin(-x), -asin(x)),
    ((), asinh(x - y), -asinh(y - x)),
    ((), erf(0), q(0)),
    ((), erf(x - y), -erf(y - x)),
    ((), EULER + EULER, 2 * EULER),
    ((), sin(atan(x)), x / ROOT),
    ((), cos(atan(x)), 1 / ROOT),
    ((), sin(atan(x)) / cos(atan(x)), x),
    ((), sin(2 * atan(x)), 2 * x / (x**2 + 1)),
    ((), sin(atan(x) + PI / 2), 1 / ROOT),
    ((), sin(-atan(y)), -y / sqrt(y**2 + 1)),
    (INSIDE, sin(asin(x)), x),
    (INSIDE, cos(asin(x)), sqrt(1 - x**2)),
    ((*INSIDE, x**2 <= 1), cos(2 * asin(x)), 1 - 2 * x**2),
    ((cos(x).ne(0),), (sin(x) / cos(x)) ** 2, 1 / cos(x) ** 2 - 1),
    ((sin(x).ne(0),), (1 - cos(x) ** 2) / sin(x), sin(x)),
    ((sin(x).ne(0), cos(x) ** 2 < 1), sin(x) / (1 - cos(x) ** 2), 1 / sin(x)),
    ((sin(x).ne(0),), sin(x) ** -3 * sin(x) ** 3, q(1)),
    ((sin(x) > 0,), log(sin(x) ** 3), 3 * log(sin(x))),
    ((sin(x) > 0,), sin(x) ** "5/2" / sqrt(sin(x)), 1 - cos(x) ** 2),
    ((sin(x) > 0,), sin(x) ** "-3/2" * sin(x) ** "3/2", q(1)),
    ((sin(x) >= 0,), sqrt(sin(x)) ** 2, sin(x)),
    ((), sign(-x), -sign(x)),
    ((), sign("-3/2"), q(-1)),
    ((), sign(0), q(0)),
    ((x < 0,), sign(x), q(-1)),
    ((), sign(x**2 + 1), q(1)),
    ((), floor("7/2"), q(3)),
    ((), floor("-1/2"), q(-1)),
    ((), floor(x + y), floor(y + x)),
    ((), gamma(1), q(1)),
    ((), gamma(5), q(24)),
    ((), gamma("1/2"), sqrt(PI)),
    ((), gamma("7/2"), 15 * sqrt(PI) / 8),
    ((), gamma("1/3") / 3, gamma("4/3")),
    ((x > 0,), gamma(x + 1), x * gamma(x)),
    ((x > 0,), gamma(x + 3), x * (x + 1) * (x + 2) * gamma(x)),
    ((x > 0,), gamma(x), gamma(x + 1) / x),
    ((x > -1,), gamma(x + 3), (x + 1) * (x + 2) * gamma(x + 1)),
    ((x > 1, x > 0), gamma(x), (x - 1) * gamma(x - 1)),
    ((x > 0,), gamma(x + "1/2") / gamma(x + "5/2"), 1 / ((x + "1/2") * (x + "3/2"))),
    ((), sin(q(2) ** "1/2") ** 2, 1 - cos(sqrt(2)) ** 2),
]


@pytest.mark.parametrize(("given", "left", "right"), TABLE)
def test_equal(given: tuple[Fact, ...], left: E, right: E) -> None:
    assert context(*given).equal(left.t, right.t)


SIGNS: list[tuple[tuple[Fact, ...], Fact]] = [
    ((), PI > 0),
    ((), EULER > 0),
    ((x > 0,), erf(x) > 0),
    ((x <= 0,), erf(2 * x) <= 0),
    ((), log(PI) > 0),
    ((), sin(x) ** 2 >= 0),
    ((), sin(PI / 5) ** 2 + 1 > 0),
    ((x > 0,), gamma(x) > 0),
    ((x > 0,), gamma(x + 1) - x * gamma(x) >= 0),
    ((x > 0,), atan(x) > 0),
    ((x >= 0,), asinh(x) >= 0),
    ((x < 0,), asin(x) < 0),
    ((x.ne(0),), sign(x) ** 2 > 0),
    ((x <= 0,), sign(x) <= 0),
    ((sin(x) > 0, cos(x) > 0), sin(2 * x) > 0),
    ((sin(x) > 0,), sin(x + 2 * PI) > 0),
    ((sin(x) > 0,), sin(x + PI) < 0),
]


@pytest.mark.parametrize(("given", "fact"), SIGNS)
def test_sign(given: tuple[Fact, ...], fact: Fact) -> None:
    assert context(*given).holds(fact)


INTEGERS: list[E] = [q(-3), q(6) / 2, n, n * m + 2, -n, absolute(n), greatest(n, m, 4), n - m - 1]


@pytest.mark.parametrize("term", INTEGERS)
def test_whole(term: E) -> None:
    assert context(whole(n), whole(m)).whole(term.t)


def test_a_normal_form_is_better_where_more_is_known() -> None:
    """What is recorded of an arc in a context serves in the contexts below it, and not the other way round."""
    outer = context()
    outer.normal(asin(x).t)
    inner = Context(outer)
    inner.assume(INSIDE)
    assert inner.equal(sin(asin(x)).t, x.t)
    assert not outer.equal(sin(asin(x)).t, x.t)
