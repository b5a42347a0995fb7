"""The enclosures contain the truth, are tight, stay exact where promised, and reject what they must."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction as F
from typing import Any

import mpmath
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from symcheck.kernel import circular, interval
from symcheck.kernel.interval import MAX_SIZE, Arithmetic, Interval, point
from symcheck.kernel.term import Reject

BITS = st.sampled_from([32, 64, 200])
TRUTH = mpmath.MPContext()
TRUTH.prec = 1500

SMALL = st.fractions(min_value=-50, max_value=50, max_denominator=10**6)
TINY = st.builds(lambda s, k, n: F(s * n, 10**k), st.sampled_from([-1, 1]), st.integers(5, 60), st.integers(1, 99))
REALS = st.one_of(SMALL, TINY, st.sampled_from([F(0), F(1), F(-1), F(1, 3), F(2)]))
POSITIVE = st.one_of(
    st.fractions(min_value=F(1, 10**6), max_value=10**6),
    TINY.map(lambda x: 1 + x),
    st.integers(-300, 300).map(lambda k: F(2) ** k),
    st.integers(1, 40).map(lambda k: F(10) ** (3 * k)),
)


@st.composite
def pairs(draw: Any, numbers: st.SearchStrategy[F]) -> tuple[Interval, F]:
    """An interval and a rational inside it."""
    lo, hi = sorted((draw(numbers), draw(numbers)))
    weight = draw(st.fractions(min_value=0, max_value=1, max_denominator=64))
    return Interval(lo, hi), lo + weight * (hi - lo)


def real(x: F) -> Any:
    """``x`` as an mpmath number at the high precision."""
    return TRUTH.mpf(x.numerator) / x.denominator


def assert_contains(found: Interval, truth: Any) -> None:
    """``truth`` is a Fraction (compared exactly) or an mpmath number (correct to about 1400 bits)."""
    if isinstance(truth, F):
        assert found.lo <= truth <= found.hi
    else:
        slack = abs(truth) * TRUTH.mpf(2) ** -1400
        assert real(found.lo) <= truth + slack and truth - slack <= real(found.hi)


def assert_tight(found: Interval, bits: int) -> None:
    """The width is at most 2**(12 - bits) of the magnitude."""
    assert found.hi - found.lo <= max(abs(found.lo), abs(found.hi)) * F(2) ** (12 - bits)


@given(BITS, pairs(REALS), pairs(REALS))
def test_field_operations_contain_the_exact_value(
    bits: int, left: tuple[Interval, F], right: tuple[Interval, F]
) -> None:
    a, (x, p), (y, q) = Arithmetic(bits), left, right
    assert_contains(a.add(x, y), p + q)
    assert_contains(a.add(x, y, x), p + q + p)
    assert_contains(a.mul(x, y), p * q)
    assert_contains(a.neg(x), -p)
    assert_contains(a.abs(x), abs(p))
    assert_contains(a.min(x, y), min(p, q))
    assert_contains(a.max(x, y), max(p, q))
    if not y.lo <= 0 <= y.hi:
        assert_contains(a.div(x, y), p / q)


@given(BITS, pairs(REALS))
def test_exact_operations_have_the_exact_range(bits: int, pair: tuple[Interval, F]) -> None:
    a, (x, _) = Arithmetic(bits), pair
    ends = (abs(x.lo), abs(x.hi))
    assert a.abs(x) == Interval(F(0) if x.lo <= 0 <= x.hi else min(ends), max(ends))
    assert a.neg(a.neg(x)) == x
    assert a.min(x) == a.max(x) == x


@given(BITS, pairs(REALS))
def test_exp_contains_the_true_value(bits: int, pair: tuple[Interval, F]) -> None:
    x, p = pair
    assert_contains(Arithmetic(bits).exp(x), TRUTH.exp(real(p)))


@given(BITS, pairs(POSITIVE))
def test_log_contains_the_true_value(bits: int, pair: tuple[Interval, F]) -> None:
    x, p = pair
    assert_contains(Arithmetic(bits).log(x), TRUTH.log(real(p)))


@given(BITS, pairs(POSITIVE), pairs(REALS))
def test_power_contains_the_true_value(bits: int, base: tuple[Interval, F], exponent: tuple[Interval, F]) -> None:
    (x, p), (y, q) = base, exponent
    assert_contains(Arithmetic(bits).power(x, y), TRUTH.power(real(p), real(q)))


@given(BITS, pairs(REALS), st.integers(-40, 40))
def test_power_int_contains_the_exact_value(bits: int, pair: tuple[Interval, F], n: int) -> None:
    x, p = pair
    assume(n > 0 or not x.lo <= 0 <= x.hi)
    found = Arithmetic(bits).power_int(x, n)
    assert_contains(found, p**n)
    assert found == Arithmetic(bits).power(x, point(n))
    if n % 2 == 0:
        assert found.lo >= 0


@given(BITS, st.one_of(SMALL, TINY), POSITIVE)
def test_points_give_tight_results(bits: int, x: F, base: F) -> None:
    a = Arithmetic(bits)
    assert_tight(a.exp(point(x)), bits)
    assert_tight(a.log(point(base)), bits)
    assert_tight(a.power(point(base), point(x)), bits)
    assert_tight(a.mul(point(x), point(base)), bits)
    if x != 0:
        assert_tight(a.power_int(point(x), -17), bits)


@settings(max_examples=30)
@given(BITS, st.integers(-(10**5), 10**5))
def test_large_arguments_of_exp(bits: int, x: int) -> None:
    found = Arithmetic(bits).exp(point(x))
    assert_contains(found, TRUTH.exp(x))
    assert_tight(found, bits)


@given(BITS, st.fractions(max_denominator=10**9), st.integers(-3000, 3000))
def test_rounding_is_outward_and_close(bits: int, x: F, scale: int) -> None:
    x = x * F(3) ** scale
    low, high = interval._down(x, bits), interval._up(x, bits)
    assert low <= x <= high
    assert high - low <= abs(x) * F(2) ** (2 - bits)
    if x.numerator.bit_length() > 4 * bits or x.denominator.bit_length() > 4 * bits:
        assert all(end.numerator.bit_length() <= bits + 1 or end.denominator == 1 for end in (low, high))
    else:
        assert low == x == high


ANGLES = st.one_of(
    REALS,
    st.integers(-(10**12), 10**12).map(F),
    st.builds(lambda k, e: F(k * 355, 226) + e, st.integers(-40, 40), TINY),  # near multiples of pi / 2
)
MONOTONE: dict[str, Callable[[Any], Any]] = {"atan": TRUTH.atan, "asinh": TRUTH.asinh, "erf": TRUTH.erf}


@given(BITS, pairs(ANGLES))
def test_circular_functions_contain_the_true_value(bits: int, pair: tuple[Interval, F]) -> None:
    a, (x, p) = Arithmetic(bits), pair
    assert_contains(a.sin(x), TRUTH.sin(real(p)))
    assert_contains(a.cos(x), TRUTH.cos(real(p)))
    assert all(-1 <= found.lo <= found.hi <= 1 for found in (a.sin(x), a.cos(x)))


@given(BITS, pairs(st.one_of(ANGLES, POSITIVE, st.integers(-80, 80).map(lambda k: F(-3) ** k))))
def test_arcs_contain_the_true_value(bits: int, pair: tuple[Interval, F]) -> None:
    x, p = pair
    for name, truth in MONOTONE.items():
        found = getattr(Arithmetic(bits), name)(x)
        assert_contains(found, truth(real(p)))
        for end in (x.lo, x.hi):
            assert_contains(found, truth(real(end)))


UNITS = st.one_of(
    st.fractions(min_value=-1, max_value=1, max_denominator=10**6),
    TINY,
    TINY.filter(lambda e: e > 0).map(lambda e: 1 - min(e, F(1))),
    st.sampled_from([F(1), F(-1), F(0), F(1, 2)]),
)


@given(BITS, pairs(UNITS))
def test_arc_sine_contains_the_true_value(bits: int, pair: tuple[Interval, F]) -> None:
    x, p = pair
    assert_contains(Arithmetic(bits).asin(x), TRUTH.asin(real(p)))


@given(BITS, ANGLES)
def test_circular_functions_of_points_are_tight(bits: int, x: F) -> None:
    a = Arithmetic(bits)
    assert_tight(a.atan(point(x)), bits)
    for found in (a.sin(point(x)), a.cos(point(x))):
        assert found.hi - found.lo <= F(2) ** (8 - bits)


@pytest.mark.parametrize("name", ["pi", "euler"])
def test_constants(name: str) -> None:
    for bits in (16, 64, 1000, 4096):
        found = getattr(Arithmetic(bits), name)()
        with mpmath.workprec(5_000):
            low, high = (mpmath.mpf(end.numerator) / end.denominator for end in (found.lo, found.hi))
            assert low < getattr(mpmath, name) < high
        assert_tight(found, bits)


@pytest.mark.parametrize("twice", range(1, 60))
def test_gamma(twice: int) -> None:
    """At halves of integers; exact at integers."""
    found = Arithmetic(64).gamma(point(F(twice, 2)))
    assert_contains(found, TRUTH.gamma(TRUTH.mpf(twice) / 2))
    assert found.is_point == (twice % 2 == 0)
    assert_tight(found, 64)


@given(pairs(REALS))
def test_steps_have_the_exact_range(pair: tuple[Interval, F]) -> None:
    a, (x, p) = Arithmetic(32), pair
    assert_contains(a.floor(x), F(p.numerator // p.denominator))
    assert a.floor(x) == Interval(F(x.lo.numerator // x.lo.denominator), F(x.hi.numerator // x.hi.denominator))
    assert a.sign(x) == Interval(*(F((end > 0) - (end < 0)) for end in (x.lo, x.hi)))


SHORT = st.integers(1, 12)  # at so few bits nearly every inner rounding shows


@given(SHORT, ANGLES)
def test_inner_circular_functions_are_directed(bits: int, x: F) -> None:
    cos, sin = circular.cos_sin(x, bits)
    assert_contains(Interval(*cos), TRUTH.cos(real(x)))
    assert_contains(Interval(*sin), TRUTH.sin(real(x)))
    assert_contains(Interval(*circular.atan(x, bits)), TRUTH.atan(real(x)))


@given(SHORT, st.one_of(SMALL, TINY), POSITIVE)
def test_inner_exp_and_log_are_directed(bits: int, x: F, base: F) -> None:
    assert_contains(Interval(*interval._exp(x, bits)), TRUTH.exp(real(x)))
    assert_contains(Interval(*interval._log(base, bits)), TRUTH.log(real(base)))
    assert_contains(Interval(*interval._power(base, x, bits)), TRUTH.power(real(base), real(x)))


@given(SHORT, SMALL, st.integers(-99, 99))
def test_inner_power_is_directed(bits: int, x: F, n: int) -> None:
    assume(x != 0)
    assert_contains(Interval(*interval._power_int(x, n, bits)), x**n)


def test_a_long_result_is_really_rounded() -> None:
    third = point(F(1, 3**200))
    found = Arithmetic(32).mul(third, third)
    assert found.lo < F(1, 3**400) < found.hi


@given(BITS, st.fractions(min_value=F(1, 30), max_value=30, max_denominator=30), st.integers(1, 6), st.integers(-5, 5))
def test_rational_roots_are_exact(bits: int, root: F, n: int, k: int) -> None:
    exact, found = root**k, Arithmetic(bits).power(point(root**n), point(F(k, n)))
    if max(exact.numerator, exact.denominator).bit_length() <= 4 * bits:
        assert found == point(exact)
    assert_contains(found, exact)


EXACT: list[tuple[Callable[[Arithmetic], Interval], F | int]] = [
    (lambda a: a.exp(point(0)), 1),
    (lambda a: a.log(point(1)), 0),
    (lambda a: a.add(point(F(1, 3)), point(F(1, 6))), F(1, 2)),
    (lambda a: a.div(point(1), point(3)), F(1, 3)),
    (lambda a: a.power(point(4), point(F(1, 2))), 2),
    (lambda a: a.power(point(F(8, 27)), point(F(2, 3))), F(4, 9)),
    (lambda a: a.power(point(F(8, 27)), point(F(-2, 3))), F(9, 4)),
    (lambda a: a.power(point(1), point(F(10**9, 7))), 1),
    (lambda a: a.power(point(1), Interval(F(-5), F(5))), 1),
    (lambda a: a.power(point(1), point(10**6)), 1),
    (lambda a: a.power(point(7), point(0)), 1),
    (lambda a: a.power(Interval(F(2), F(3)), point(0)), 1),
    (lambda a: a.power(point(-7), point(0)), 1),
    (lambda a: a.power(point(0), point(F(1, 3))), 0),
    (lambda a: a.power(point(0), Interval(F(1, 3), F(9))), 0),
    (lambda a: a.power(point(0), point(3)), 0),
    (lambda a: a.power(point(-2), point(3)), -8),
    (lambda a: a.power(point(-2), point(-2)), F(1, 4)),
    (lambda a: a.power(point(F(2) ** 40), point(F(1, 40))), 2),
    (lambda a: a.sign(point(F(-1, 7))), -1),
    (lambda a: a.sign(point(0)), 0),
    (lambda a: a.floor(point(F(-1, 2))), -1),
    (lambda a: a.floor(a.pi()), 3),
    (lambda a: a.gamma(point(1)), 1),
    (lambda a: a.gamma(point(6)), 120),
    (lambda a: a.asinh(point(0)), 0),
    (lambda a: a.erf(point(0)), 0),
    (lambda a: a.sin(point(0)), 0),
    (lambda a: a.cos(point(0)), 1),
    (lambda a: a.atan(point(0)), 0),
    (lambda a: a.asin(point(0)), 0),
]


@pytest.mark.parametrize("case", range(len(EXACT)))
@pytest.mark.parametrize("bits", [16, 64, 4096])
def test_exact_results(case: int, bits: int) -> None:
    compute, value = EXACT[case]
    assert compute(Arithmetic(bits)) == point(value)


def test_irrational_results_are_not_points() -> None:
    a = Arithmetic(64)
    roots = [a.power(point(2), point(F(1, 2))), a.power(point(4), point(F(1, 3)))]
    assert all(found.lo < found.hi for found in (a.exp(point(1)), a.log(point(2)), *roots))


RANGES: list[tuple[Callable[[Arithmetic], Interval], Interval]] = [
    (lambda a: a.mul(Interval(F(-2), F(3)), Interval(F(-5), F(7))), Interval(F(-15), F(21))),
    (lambda a: a.mul(Interval(F(-3), F(-2)), Interval(F(-7), F(-5))), Interval(F(10), F(21))),
    (lambda a: a.div(Interval(F(-1), F(2)), Interval(F(-4), F(-1))), Interval(F(-2), F(1))),
    (lambda a: a.power_int(Interval(F(-2), F(3)), 2), Interval(F(0), F(9))),
    (lambda a: a.power_int(Interval(F(-3), F(2)), 3), Interval(F(-27), F(8))),
    (lambda a: a.power_int(Interval(F(-3), F(-2)), -3), Interval(F(-1, 8), F(-1, 27))),
    (lambda a: a.power_int(Interval(F(-3), F(-2)), 2), Interval(F(4), F(9))),
    (lambda a: a.power(Interval(F(1, 4), F(4)), Interval(F(-1, 2), F(1, 2))), Interval(F(1, 2), F(2))),
    (lambda a: a.power(Interval(F(1, 9), F(1, 4)), Interval(F(-1, 2), F(-1, 2))), Interval(F(2), F(3))),
    (lambda a: a.power(Interval(F(1, 9), F(1, 4)), Interval(F(1, 2), F(2))), Interval(F(1, 81), F(1, 2))),
    (lambda a: a.power(Interval(F(0), F(4)), point(F(3, 2))), Interval(F(0), F(8))),
    (lambda a: a.power(Interval(F(0), F(1, 4)), Interval(F(1, 2), F(3, 2))), Interval(F(0), F(1, 2))),
    (lambda a: a.sin(Interval(F(0), F(7))), Interval(F(-1), F(1))),
    (lambda a: a.cos(Interval(F(-(10**9)), F(10**9))), Interval(F(-1), F(1))),
    (lambda a: a.sign(Interval(F(-1), F(2))), Interval(F(-1), F(1))),
    (lambda a: a.sign(Interval(F(0), F(2))), Interval(F(0), F(1))),
    (lambda a: a.floor(Interval(F(-1, 2), F(2))), Interval(F(-1), F(2))),
]


@pytest.mark.parametrize("case", range(len(RANGES)))
def test_ranges_in_every_sign_case(case: int) -> None:
    compute, expected = RANGES[case]
    assert compute(Arithmetic(64)) == expected


HUGE = point(F(2) ** (MAX_SIZE - 1))
REJECTED: list[tuple[str, Callable[[Arithmetic], object]]] = [
    ("contains 0", lambda a: a.div(point(1), point(0))),
    ("contains 0", lambda a: a.div(point(1), Interval(F(0), F(1)))),
    ("contains 0", lambda a: a.div(point(1), Interval(F(-1), F(0)))),
    ("contains 0", lambda a: a.div(point(0), Interval(F(-1), F(1)))),
    ("not entirely positive", lambda a: a.log(point(0))),
    ("not entirely positive", lambda a: a.log(Interval(F(0), F(1)))),
    ("not entirely positive", lambda a: a.log(Interval(F(-1), F(1)))),
    ("not entirely positive", lambda a: a.log(point(-1))),
    ("not entirely positive", lambda a: a.power(point(-8), point(F(1, 3)))),
    ("not entirely positive", lambda a: a.power(Interval(F(-1, 10**9), F(1)), point(F(1, 2)))),
    ("not entirely positive", lambda a: a.power(point(-2), Interval(F(2), F(3)))),
    ("not entirely positive", lambda a: a.power(point(-1), point(20_000))),
    ("not entirely positive", lambda a: a.power(point(0), point(F(-1, 2)))),
    ("not entirely positive", lambda a: a.power(point(0), Interval(F(0), F(1)))),
    ("not entirely positive", lambda a: a.power(Interval(F(0), F(1)), Interval(F(-1), F(1)))),
    ("contains 0", lambda a: a.power(point(0), point(0))),
    ("contains 0", lambda a: a.power(Interval(F(0), F(1)), point(0))),
    ("contains 0", lambda a: a.power(Interval(F(-1), F(1)), point(-2))),
    ("integer exponent", lambda a: a.power_int(point(1), 10_001)),
    ("integer exponent", lambda a: a.power_int(point(2), -10_001)),
    ("exponential of", lambda a: a.exp(point(10**5 + 1))),
    ("exponential of", lambda a: a.exp(point(-(10**5) - F(1, 2)))),
    ("exponential of", lambda a: a.power(point(10), point(10**5))),
    ("more than", lambda a: a.mul(HUGE, HUGE)),
    ("more than", lambda a: a.power_int(HUGE, -2)),
    ("more than", lambda a: a.power_int(point(2**100), 10_000)),
    ("more than", lambda a: point(F(2) ** -MAX_SIZE)),
    ("more than", lambda a: Interval(F(-(10**100_000)), F(0))),
    ("circular function of a number above", lambda a: a.sin(point(10**12 + 1))),
    ("circular function of a number above", lambda a: a.cos(point(-(10**12) - F(1, 2)))),
    ("not inside", lambda a: a.asin(point(F(10**9 + 1, 10**9)))),
    ("not inside", lambda a: a.asin(Interval(F(-2), F(0)))),
    ("gamma function is known", lambda a: a.gamma(point(0))),
    ("gamma function is known", lambda a: a.gamma(point(F(-1, 2)))),
    ("gamma function is known", lambda a: a.gamma(point(-1))),
    ("gamma function is known", lambda a: a.gamma(point(F(1, 3)))),
    ("gamma function is known", lambda a: a.gamma(point(1_001))),
    ("gamma function is known", lambda a: a.gamma(Interval(F(1), F(2)))),
    ("arc tangent", lambda a: a.atan(point(10**400))),
    ("precision", lambda a: Arithmetic(15)),
    ("precision", lambda a: Arithmetic(4097)),
    ("precision", lambda a: Arithmetic(10**5000)),
    ("lower end", lambda a: Interval(F(1), F(0))),
    ("not a Fraction", lambda a: Interval(F(0), 1)),  # type: ignore[arg-type]
    ("float", lambda a: Interval(0.0, F(1))),  # type: ignore[arg-type]
    ("float", lambda a: point(0.1)),  # type: ignore[arg-type]
]


@pytest.mark.parametrize("case", range(len(REJECTED)))
def test_rejects(case: int) -> None:
    message, compute = REJECTED[case]
    with pytest.raises(Reject, match=message):
        compute(Arithmetic(64))


ACCEPTED_AT_THE_LIMIT: list[Callable[[Arithmetic], Interval]] = [
    lambda a: a.exp(point(10**5)),
    lambda a: a.exp(point(-(10**5))),
    lambda a: a.power_int(point(F(3, 2)), 10_000),
    lambda a: a.power_int(point(F(3, 2)), -10_000),
    lambda a: a.power(point(F(3, 2)), point(20_000)),
    lambda a: a.power(point(2), point(F(10**4, 3))),
    lambda a: a.div(point(1), point(F(1, 10**9))),
    lambda a: a.log(point(F(1, 10**50))),
    lambda a: a.log(HUGE),
]


@pytest.mark.parametrize("case", range(len(ACCEPTED_AT_THE_LIMIT)))
@pytest.mark.parametrize("bits", [16, 4096])
def test_accepts_just_inside_the_limits(case: int, bits: int) -> None:
    assert_tight(ACCEPTED_AT_THE_LIMIT[case](Arithmetic(bits)), bits)


def test_large_integer_powers_contain_the_exact_value() -> None:
    for exponent in (10_000, 10_001):
        found = Arithmetic(64).power(point(F(3, 2)), point(exponent))
        assert_contains(found, F(3, 2) ** exponent)
        assert_tight(found, 64)


def test_intervals_are_immutable() -> None:
    with pytest.raises(AttributeError):
        point(1).lo = F(0)  # type: ignore[misc]
