"""Units: what is the same, what can be read, how it is written."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symcheck.errors import InputError
from symcheck.kernel.poly import Frac, const, gen
from symcheck.units.unit import FIELD, ONE, Span, Unit, parse_unit

BASES = {name: Unit({name: const(1)}) for name in ("m", "s", "$", "kg")}


def unit(text: str) -> Unit:
    return parse_unit(text, BASES, gen)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("m/s^2", "m*s^(-2)"),
        ("m/s/s", "m/s^2"),
        ("m^(alpha*(1/alpha) - 1)", ""),
        ("m^(alpha/beta)*m^(-alpha/beta)", "1"),
        ("m^((1 - alpha*alpha)/(1 - alpha))", "m^(1 + alpha)"),
        ("(m*s)^(1/(1 + alpha))", "m^(1/(1 + alpha))*s^(1/(alpha + 1))"),
        ("m^(1/(1 - alpha))*m^(1/(1 + alpha))", "m^(2/(1 - alpha*alpha))"),
        ("$/m", "m^(-1)*$"),
    ],
)
def test_same(left: str, right: str) -> None:
    assert unit(left).same(unit(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("m/s^2", "m/s"),
        ("$/m", "m/$"),
        ("m^alpha", "m"),
        ("m^alpha", "m^beta"),
        ("m^(alpha*beta)", "m^(alpha + beta)"),
        ("m^(2 - alpha)", "m"),
        ("m^(1/(1 + alpha))", "m^(1/(2 + alpha))"),
        ("m", ""),
    ],
)
def test_not_same(left: str, right: str) -> None:
    assert not unit(left).same(unit(right))


@pytest.mark.parametrize(
    "text",
    ["x", "2*m", "m + s", "m^m.s", "m^(1/0)", "m^(1/(alpha - alpha))", "m^1.5", "m(s)", "m^True", "(", "m s", "m-"],
)
def test_what_is_no_unit(text: str) -> None:
    with pytest.raises(InputError):
        unit(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", "a pure number"),
        ("m/s^2", "m/s^2"),
        ("1/(m*s)", "1/(m·s)"),
        ("m^(-alpha)", "m^(−α)"),
        ("m^(alpha/beta)", "m^(α/β)"),
        ("m^((2 + alpha)/(1 + alpha))", "m^((2 + α)/(1 + α))"),
        ("m^(-1/(alpha - 2))", "m^(1/(2 − α))"),
        ("m^((alpha - 1)/(3*beta))", "m^(α/(3β) − 1/(3β))"),
        ("m^(1/2)", "m^(1/2)"),
        ("m^beta", "m^β"),
    ],
)
def test_written(text: str, written: str) -> None:
    assert str(unit(text)) == written


def test_a_ratio_is_found_exactly_where_there_is_one() -> None:
    found = unit("m*s^2").ratio(unit("m^alpha*s^(2*alpha)"))
    assert found is not None and not FIELD.sub(found, FIELD.inverse(gen("alpha"))).num
    assert unit("m*s").ratio(unit("m*s^2")) is None
    assert unit("m").ratio(ONE) is None
    assert unit("m").ratio(unit("s")) is None


def test_a_span_knows_its_products_and_no_others() -> None:
    span = Span((unit("$/m"), unit("$/m^2"), unit("$/m^3")))
    assert span.rest(unit("$^alpha*m^(1/beta)")).one
    assert str(span.rest(unit("$*s^alpha/m"))) == "s^α"
    assert not Span((unit("m^alpha*s"),)).rest(unit("m*s")).one
    assert not Span(()).rest(unit("m")).one


EXPONENTS = st.builds(
    lambda number, name, power: FIELD.mul(const(number), FIELD.power(gen(name), power)),
    st.fractions(min_value=-3, max_value=3, max_denominator=4).filter(bool),
    st.sampled_from(["alpha", "beta", "gamma"]),
    st.integers(-2, 2),
)
UNITS = st.dictionaries(st.sampled_from(list(BASES)), EXPONENTS, max_size=3).map(Unit)


@given(UNITS, UNITS, EXPONENTS)
def test_powers_distribute_and_undo(one: Unit, other: Unit, exponent: Frac) -> None:
    assert one.times(other).to(exponent).same(one.to(exponent).times(other.to(exponent)))
    assert one.to(exponent).to(FIELD.inverse(exponent)).same(one)
    assert one.over(other).times(other).same(one)


@given(st.lists(UNITS, max_size=3), st.lists(EXPONENTS, min_size=3, max_size=3), UNITS)
def test_products_of_powers_do_not_change_what_is_left(units: list[Unit], exponents: list[Frac], other: Unit) -> None:
    span, made = Span(tuple(units)), other
    for one, exponent in zip(units, exponents, strict=False):
        made = made.times(one, exponent)
    assert span.rest(made).same(span.rest(other))


def test_numbers_are_exact() -> None:
    assert unit("m^(1/3)").to(const(Fraction(3))).same(unit("m"))
