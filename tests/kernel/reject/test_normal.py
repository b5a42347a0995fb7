"""Near-misses of the normal form: false, or true only under a condition that isn't there."""

from __future__ import annotations

import pytest

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import Reject
from tests.kernel.helpers import (
    D,
    E,
    absolute,
    context,
    exp,
    fn,
    greatest,
    integral,
    least,
    log,
    q,
    sqrt,
    sup,
    symbols,
    whole,
)

n, a, b, al, x, y, z = symbols("n a b alpha x y z")
WHOLE: tuple[Fact, ...] = (whole(n),)

TABLE: list[tuple[tuple[Fact, ...], E, E]] = [
    # integer powers
    ((), (q(-1) ** n) ** 2, q(1)),
    ((n > 0,), q(-1) ** (2 * n), q(1)),
    (WHOLE, q(-1) ** n, q(1)),
    (WHOLE, q(-1) ** (n + 1), q(-1) ** n),
    (WHOLE, q(-1) ** (2 * n + 1), q(1)),
    (WHOLE, q(-1) ** (n / 2), q(-1) ** (-n / 2)),
    (WHOLE, q(-1) ** (n * (n + 1) / 2), q(1)),
    (WHOLE, q(-1) ** (n * al) * q(-1) ** (n * al), q(1)),
    ((*WHOLE, whole(n * al)), q(-1) ** (2 * n * al), q(1)),
    ((*WHOLE, whole(al)), q(-1) ** (n / al) * q(-1) ** (n / al), q(1)),
    ((*WHOLE, whole(al)), q(-1) ** (n * al), q(-1) ** n),
    (WHOLE, x ** (n + 1), x * x**n),
    ((*WHOLE, n > 0), x**n * x**-n, q(1)),
    ((*WHOLE, x.ne(0)), (x * y) ** n, x**n * y**n),
    ((*WHOLE, x.ne(0)), (-x) ** n, x**n),
    ((*WHOLE, x.ne(0)), (x**2) ** n, x**n),
    ((*WHOLE, x.ne(0)), absolute(x) ** n, x**n),
    ((*WHOLE, x.ne(0)), x ** (n / 2), sqrt(x**n)),
    ((x.ne(0), y.ne(0), (x + y).ne(0), *WHOLE), (x + y) ** n, x**n + y**n),
    ((x.ne(0),), x ** (al + 1), x * x**al),
    # false everywhere or almost
    ((), (x + y) ** 2, x**2 + y**2),
    ((), (x + y) ** 3, x**3 + 3 * x**2 * y + 3 * x * y**2 - y**3),
    ((), sqrt(x + y), sqrt(x) + sqrt(y)),
    ((), sqrt(8), 2 * sqrt(3)),
    ((), q(8) ** "1/3", q(3)),
    ((), sqrt(2), q("707/500")),
    ((), log(8), 3 * log(3)),
    ((), log(x + y), log(x) + log(y)),
    ((), exp(x + y), exp(x) + exp(y)),
    ((), exp(x * y), exp(x) * exp(y)),
    ((), exp(x) ** y, exp(x**y)),
    ((), absolute(x + y), absolute(x) + absolute(y)),
    ((), least(x, y), greatest(x, y)),
    ((), fn("f", x + y), fn("f", x) + fn("f", y)),
    ((), fn("f", x), fn("g", x)),
    ((), fn("f", x, y), fn("f", y, x)),
    ((), fn("f", x), fn("f", x, x)),
    ((), (-x) ** 3, x**3),
    ((n > 0,), n**al * n**2, n ** (2 * al)),
    ((n > 0,), (n**al) ** 2, n ** (al**2)),
    ((n > 0,), log(n) ** 2, 2 * log(n)),
    ((n > 0,), log(n + 1), log(n)),
    ((n > 0,), exp(log(n) ** 2), n**2),
    ((n > 0, a > 0), n**al * a**al, (n + a) ** al),
    # exponents with logarithms
    ((), q(3) ** log(2), q(2) ** (1 / log(3))),
    ((), q(3) ** log(2), q(2) ** (log(3) * q("1001/1000"))),
    ((), q(2) ** (log(3) / log(5)), q(3)),
    ((), q(2) ** (log(3) / log(2) ** 2), q(3)),
    ((n > 0, a > 0), n ** log(a), a ** (-log(n))),
    ((n > 0, a > 0), n ** (log(a) ** 2), a ** log(n)),
    ((n > 0,), n ** log(a), a ** log(n)),
    ((n > 0, a >= 0), n ** log(a), a ** log(n)),
    ((n > 0, a > 0), a ** (log(n) / log(a)), n),  # log a may be 0
    ((), log(exp(x) + 1), x),
    # merging powers of what may be <= 0
    ((), n**al * n**2, n ** (al + 2)),
    ((n >= 0,), n**al * n**2, n ** (al + 2)),
    ((n.ne(0),), n**al * n**2, n ** (al + 2)),
    ((), n**a * n**b, n ** (a + b)),
    ((n < 0,), n**a * n**b, n ** (a + b)),
    ((), n**al * n ** (-al), q(1)),
    ((), ((n - 1) ** 3) ** al, (n - 1) ** (3 * al)),
    ((n > 0,), ((n - 1) ** 3) ** al, (n - 1) ** (3 * al)),
    ((n >= 1,), ((n - 1) ** 3) ** al, (n - 1) ** (3 * al)),
    ((n.ne(1),), ((n - 1) ** 2) ** al, (n - 1) ** (2 * al)),
    ((n < 1,), ((n - 1) ** 2) ** al, (n - 1) ** (2 * al)),
    ((), (a * n) ** al, a**al * n**al),
    ((a * n > 0,), (a * n) ** al, a**al * n**al),
    ((a < 0, n < 0), (a * n) ** al, a**al * n**al),
    ((a > 0,), (a * n) ** al, a**al * n**al),
    ((a >= 0, n >= 0), (a / n) ** "1/2", sqrt(a) / sqrt(n)),
    # even roots
    ((), sqrt(x**2), x),
    ((x < 0,), sqrt(x**2), x),
    ((x <= 0,), sqrt(x**2), x),
    ((x.ne(0),), sqrt(x**2), x),
    ((), sqrt(x) ** 2, x),
    ((), (x**4) ** "1/4", x),
    ((), (x**2) ** "3/2", x**3),
    ((), (x**3) ** "1/3", x),
    ((x < 0,), (x**3) ** "1/3", x),
    ((), sqrt(x) * sqrt(y), sqrt(x * y)),
    ((x * y >= 0,), sqrt(x) * sqrt(y), sqrt(x * y)),
    ((x >= 0, x * y >= 0, z.ne(0)), sqrt(x * y) * z, sqrt(x) * sqrt(-y) * z),
    # cancelling what may be 0
    ((), x / x, q(1)),
    ((x >= 0,), x / x, q(1)),
    ((), x**0, q(1)),
    ((x >= 0,), x**0, q(1)),
    ((), q(0) ** 0, q(1)),
    ((), q(0) ** al, q(0)),
    ((al >= 0,), q(0) ** al, q(0)),
    ((), q(0) ** -1, q(0)),
    ((), 1 / q(0), q(0)),
    ((), x**2 / x, x),
    ((), (x - 1) / (1 - x), q(-1)),
    ((x.ne(0),), (x - 1) / (1 - x), q(-1)),
    ((x.ne(-1),), (x**2 - 1) / (x - 1), x + 1),
    ((), 1 / x + 1 / y, (x + y) / (x * y)),
    ((x.ne(0),), 1 / x + 1 / y, (x + y) / (x * y)),
    ((), 1 / (1 / x), x),
    ((x > 0,), x / (x - y) - y / (x - y), q(1)),
    # logarithms without signs
    ((), log(a * b), log(a) + log(b)),
    ((a > 0,), log(a * b), log(a) + log(b)),
    ((a * b > 0,), log(a * b), log(a) + log(b)),
    ((a < 0, b < 0), log(a * b), log(a) + log(b)),
    ((), log(a / b), log(a) - log(b)),
    ((), log(x**2), 2 * log(x)),
    ((x.ne(0),), log(x**2), 2 * log(x)),
    ((x < 0,), log(x**2), 2 * log(x)),
    ((), exp(log(x)), x),
    ((x >= 0,), exp(log(x)), x),
    ((), exp(al * log(n)), n**al),
    ((n > 0,), n ** (1 / log(n)), exp(1)),
    ((n > 1, n > 0, a > 1, a > 0), n ** (1 / log(a)), exp(1)),
    ((n > 1, n > 0), n ** (1 / log(n) ** 2), exp(1)),
    ((n > 1, n > 0), n ** (-1 / log(n)), exp(1)),
    ((n > 1, n > 0), (n + 1) ** (1 / log(n)), exp(1)),
    ((n > 0,), log(n**2 - n), log(n) + log(n - 1)),
    ((x.ne(1),), log((x - 1) ** 2), 2 * log(x - 1)),
    # absolute values, minima, maxima
    ((), absolute(x), x),
    ((x.ne(0),), absolute(x), x),
    ((x >= -1,), absolute(x), x),
    ((), least(x, y), x),
    ((x.ne(y),), least(x, y), x),
    ((x < y,), least(x, y), y),
    ((x < y,), greatest(x, y, z), y),
    ((x <= y, x <= z), greatest(x, y, z), y),
    # facts do not reach below a binder, and different bodies are different
    ((x.eq(1),), D(x**2, "x", a), D(x, "x", a)),
    ((x > 0,), D(absolute(x), "x", a), D(x, "x", a)),
    ((), D(x * y, "x", a), D(x * y, "y", a)),
    ((), D(x, "x", a), D(x, "x", b)),
    ((), integral(x, "x", 0, 1), integral(x, "x", 1, 0)),
    ((), integral(y, "x", 0, 1), integral(z, "x", 0, 1)),
    ((x > 0,), sup(absolute(x), "x", a), sup(x, "x", a)),
    ((), sup(x, "x", 0), D(x, "x", 0)),
    # names that look like products
    ((), absolute(E(symbols("a*b")[0].t)), absolute(a * b)),
    ((), log(symbols("a**b")[0]), log(symbols("a*")[0] * b)),
    ((), fn("f", symbols("n*1")[0]), fn("f", n)),
]


@pytest.mark.parametrize(("given", "left", "right"), TABLE)
def test_not_equal(given: tuple[Fact, ...], left: E, right: E) -> None:
    assert not context(*given).equal(left.t, right.t)


SIGNS: list[tuple[tuple[Fact, ...], Fact]] = [
    ((), x > 0),
    ((), x >= 0),
    ((), x.ne(0)),
    ((), x**2 > 0),
    ((), x**2 <= 0),
    ((), absolute(x) > 0),
    ((), x**3 >= 0),
    ((), x**2 - 1 > 0),
    ((), x**al > 0),
    ((), sqrt(x) > 0),
    ((), sqrt(x) >= 0),
    ((), log(x) > 0),
    ((), exp(x) < 1),
    ((), exp(x) > 1),
    ((), log(2) < 0),
    ((), 1 / x >= 0),
    ((x >= 0,), x > 0),
    ((x >= 0,), 1 / x > 0),
    ((x >= 0,), sqrt(x) > 0),
    ((x >= 0,), x**al > 0),
    ((x >= 0,), x**-1 >= 0),
    ((x >= 0,), x**al >= 0),
    ((x <= 0,), x**3 < 0),
    ((x < 0,), x**3 > 0),
    ((x < 0,), x**2 < 0),
    ((x < 0,), x**-2 < 0),
    ((x < 0,), x ** "1/3" < 0),
    ((x < 0,), x ** "2/3" > 0),
    ((x < 0,), x**al > 0),
    ((x.ne(0),), x > 0),
    ((x.ne(0),), x**3 > 0),
    ((x.ne(0), y.ne(0)), (x + y).ne(0)),
    ((x.ne(0), y.ne(0)), x * y > 0),
    ((x > 0, y < 0), x + y > 0),
    ((x > 0, y < 0), x * y > 0),
    ((x > 0, y > 0), x - y > 0),
    ((x < y,), x - y > 0),
    ((x <= y,), x < y),
    ((x < y,), x**2 < y**2),
    ((x < y,), x * y > 0),
    ((x > 0,), log(x) > 0),
    ((x >= 1,), log(x) > 0),
    ((x > 0,), least(x, y) > 0),
    ((x < 0,), greatest(x, y) < 0),
    ((x > 0,), greatest(x, y) < 0),
    ((x >= 0,), greatest(x, y) > 0),
    ((x * y > 0,), x > 0),
    ((x / y > 0,), x * y > 0),
    ((D(x, "x", a) > 0,), a > 0),
]


@pytest.mark.parametrize(("given", "fact"), SIGNS)
def test_sign_unknown(given: tuple[Fact, ...], fact: Fact) -> None:
    assert not context(*given).holds(fact)


@pytest.mark.parametrize(
    "big",
    [(x + y + z + 1) ** 64, q(2) ** 65, q(2) ** 10**9, exp(10**6 * log(2)), q(10**900) ** 50],
    ids=["sum", "65", "1e9", "exp", "coefficient"],
)
def test_too_large(big: E) -> None:
    with pytest.raises(Reject):
        context().normal(big.t)


def test_an_empty_denominator() -> None:
    with pytest.raises(Reject, match="denominator"):
        context().inverse(context().normal((x - x).t))


def test_a_fact_too_large_says_nothing() -> None:
    """It doesn't keep the other facts from being read, and it isn't taken for another one."""
    known = context(x > 0, q(2) ** 65 * y > 0)
    assert known.holds(x > 0) and not known.holds(y > 0)


def test_a_factor_that_may_be_0_is_not_taken_out() -> None:
    """At x = 0, y = -2 the root of x * (1 + y) is 0, but 1 + y is negative and has none."""
    known = context(q(0) <= x, q(0) <= x * (y + 1))
    assert "(1*1 + 1*y)" not in known.key(sqrt(x * (y + 1)).t)
