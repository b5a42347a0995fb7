"""Equalities that the normal form sees, each under the weakest facts that make it true."""

from __future__ import annotations

import pytest

from symcheck.kernel.facts import Fact
from tests.kernel.helpers import E, absolute, context, exp, floor, fn, greatest, least, log, q, sqrt, symbols, whole

n, a, b, al, x, y, z = symbols("n a b alpha x y z")
N: tuple[Fact, ...] = (n > 0,)
WHOLE: tuple[Fact, ...] = (whole(n),)

TABLE: list[tuple[tuple[Fact, ...], E, E]] = [
    ((), (x + y) ** 3, x**3 + 3 * x**2 * y + 3 * x * y**2 + y**3),
    ((), x * (y + z) - y * x, x * z),
    ((), 0 - (0 - x), x),
    ((), (x - 1) * (x + 1), x**2 - 1),
    ((), x / 2 + x / 3, q("5/6") * x),
    ((), q(8) ** "1/3", q(2)),
    ((), sqrt(8), 2 * sqrt(2)),
    ((), sqrt(2) * sqrt(3), sqrt(6)),
    ((), 1 / sqrt(2), sqrt(2) / 2),
    ((), sqrt("9/4"), q("3/2")),
    ((), log(8), 3 * log(2)),
    ((), log("3/4"), log(3) - 2 * log(2)),
    ((), exp(log(3)), q(3)),
    ((), log(exp(x)), x),
    ((), exp(x) * exp(y), exp(x + y)),
    ((), exp(x) ** 2, exp(2 * x)),
    ((), exp(x) ** y, exp(x * y)),
    ((), 1 / exp(x), exp(-x)),
    ((), sqrt(x**2 + 1) ** 2, x**2 + 1),
    ((), (x**2 + 1) / (x**2 + 1), q(1)),
    ((), absolute(-2), q(2)),
    ((), absolute(x**2), x**2),
    ((), greatest(2, 3), q(3)),
    ((), least(x, x), x),
    ((), fn("f", x + y), fn("f", y + x)),
    ((), q(0) ** 3, q(0)),
    ((), (-x) ** 2, x**2),
    ((), (-x) ** 3, -(x**3)),
    (WHOLE, (q(-1) ** n) ** 2, q(1)),
    (WHOLE, q(-1) ** (2 * n), q(1)),
    (WHOLE, q(-1) ** (n + 1), -(q(-1) ** n)),
    (WHOLE, q(-1) ** (-n), q(-1) ** n),
    (WHOLE, q(-1) ** (n * (n + 1)), q(1)),
    (WHOLE, q(-1) ** (n**3 - 2), q(-1) ** n),
    (WHOLE, q("-1/2") ** n, q(-1) ** n / q(2) ** n),
    (WHOLE, q(-1) ** (n / 2 + n / 2), q(-1) ** n),
    ((), q(-1) ** floor(x) * q(-1) ** (-floor(x)), q(1)),
    ((*WHOLE, x.ne(0)), x ** (n + 1), x * x**n),
    ((*WHOLE, x.ne(0)), x ** (2 * n), (x**n) ** 2),
    ((*WHOLE, x.ne(0), y.ne(0)), (x * y) ** n, x**n * y**n),
    ((*WHOLE, x.ne(0), y > 0), (-x * y) ** n, q(-1) ** n * x**n * y**n),
    ((*WHOLE, x < 0), (-x) ** n, q(-1) ** n * x**n),
    ((*WHOLE, x.ne(0)), (x**2) ** n, x ** (2 * n)),
    ((*WHOLE, x.ne(0)), x**-n * x**n, q(1)),
    (N, n**al * n**2, n ** (al + 2)),
    (N, n**al / n, n ** (al - 1)),
    (N, (n**3) ** al, n ** (3 * al)),
    (N, n**al * n ** (-al), q(1)),
    (N, sqrt(n) * sqrt(n), n),
    (N, n / sqrt(n), sqrt(n)),
    (N, log(n**al), al * log(n)),
    (N, exp(al * log(n)), n**al),
    (N, log(8 * n**al), 3 * log(2) + al * log(n)),
    (N, log(1 + 4 / n**2), log(n**2 / 4 + 1) + 2 * log(2) - 2 * log(n)),
    (N, (4 * n) ** "1/2", 2 * sqrt(n)),
    (N, absolute(n), n),
    (N, n**200 / n**199, n),
    ((n > 1, n > 0), n ** (1 / log(n)), exp(1)),
    ((n > 1, n > 0, a > 0), n ** (x * log(a) / log(n)), a**x),
    ((n > 0, n < 1), sqrt(n) ** (y / log(n)), exp(y / 2)),
    ((), q(3) ** log(2), q(2) ** log(3)),
    ((), q(2) ** (log(3) / log(2)), q(3)),
    ((), q(2) ** (x * log(3)) - q(3) ** (log(2) * x), q(0)),
    ((n > 0, a > 0), n ** log(a), a ** log(n)),
    ((n > 0, a > 1, a > 0), a ** (log(n) / log(a)), n),
    ((n > 0, a > 0), n ** (x * log(a)) * a ** (-(x * log(n))), q(1)),
    ((), log(exp(2 * log(x**2 + 1) - log(2))), 2 * log(x**2 + 1) - log(2)),
    ((), sqrt(exp(x) * exp(-x)), q(1)),
    ((n > 0, a > 0), log(a * n), log(a) + log(n)),
    ((n > 0, a > 0), log(a / n), log(a) - log(n)),
    ((n > 0, a > 0), (a * n) ** al, a**al * n**al),
    ((n > 1,), ((n - 1) ** 3) ** al, (n - 1) ** (3 * al)),
    ((n > 1, n > 0), log(n * (n - 1)), log(n) + log(n - 1)),
    ((x >= 0,), sqrt(x**2), x),
    ((x >= 0,), sqrt(x) ** 2, x),
    ((x >= 0,), absolute(x), x),
    ((x <= 0,), absolute(x), -x),
    ((x.ne(0),), x / x, q(1)),
    ((x.ne(0),), x**0, q(1)),
    ((x.ne(0),), x**2 / x, x),
    ((x.ne(1),), (x - 1) / (1 - x), q(-1)),
    ((x.ne(1),), (x**2 - 1) / (x - 1), x + 1),
    ((x < y,), least(x, y), x),
    ((x < y,), greatest(x, y, x), y),
    ((al > 0,), q(0) ** al, q(0)),
    ((x.ne(0), y.ne(0)), 1 / x + 1 / y, (x + y) / (x * y)),
    ((x > 0, y > 0), x / (x + y) + y / (x + y), q(1)),
]


@pytest.mark.parametrize(("given", "left", "right"), TABLE)
def test_equal(given: tuple[Fact, ...], left: E, right: E) -> None:
    assert context(*given).equal(left.t, right.t)


SIGNS: list[tuple[tuple[Fact, ...], Fact]] = [
    ((), exp(x) > 0),
    ((), x**2 >= 0),
    ((), x**2 + 1 > 0),
    ((), (x - y) ** 2 + 1 > 0),
    ((), absolute(x) >= 0),
    ((), log(2) > 0),
    ((x > 0,), x.ne(0)),
    ((x > 0, y > 0), x + y > 0),
    ((x > 0, y < 0), x * y < 0),
    ((x < 0, y < 0), x / y > 0),
    ((x < y,), y - x > 0),
    ((x < y,), 2 * y - 2 * x > 0),
    ((x < y,), x - y < 0),
    ((x > 1, x > 0), log(x) > 0),
    ((x > 0, x < 1), log(x) < 0),
    ((x < 0,), x**3 < 0),
    ((x < 0,), x**2 > 0),
    ((x < 0,), x**-1 < 0),
    ((x > 0,), x**al > 0),
    ((x > 0,), greatest(x, y) > 0),
    ((x < 0,), least(x, y) < 0),
    ((x > 0, y > 0), least(x, y) > 0),
    ((x.ne(0),), absolute(x) > 0),
    ((x.ne(0),), x**2 > 0),
]


@pytest.mark.parametrize(("given", "fact"), SIGNS)
def test_sign(given: tuple[Fact, ...], fact: Fact) -> None:
    assert context(*given).holds(fact)
