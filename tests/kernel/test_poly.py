"""Division of generalised polynomials: whatever it finds, top = quotient * bottom + remainder."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from symcheck.kernel.poly import Poly, divide, mono_mul, poly_add, poly_mul

EXPONENTS = st.one_of(st.integers(-2, 3), st.sampled_from([Fraction(1, 2), Fraction(-1, 3)]))
MONOMIALS = st.dictionaries(st.sampled_from("abg"), EXPONENTS, max_size=3).map(
    lambda powers: mono_mul((), tuple(sorted((n, e) for n, e in powers.items() if e)))
)
COEFFICIENTS = st.integers(-4, 4).filter(bool)
POLYNOMIALS = st.dictionaries(MONOMIALS, COEFFICIENTS, min_size=1, max_size=4)


@given(POLYNOMIALS, POLYNOMIALS)
def test_quotient_and_remainder_make_up_the_whole(top: Poly, bottom: Poly) -> None:
    parts = divide(top, bottom)
    if parts is not None:
        quotient, remainder = parts
        assert poly_add(poly_mul(quotient, bottom), remainder) == top


@given(POLYNOMIALS, POLYNOMIALS)
def test_a_product_is_made_up_again(left: Poly, right: Poly) -> None:
    product = poly_mul(left, right)
    parts = divide(product, right) if product else None
    if parts is not None:
        assert poly_add(poly_mul(parts[0], right), parts[1]) == product


def test_a_remainder_met_twice_is_added_up() -> None:
    one_over_a, g, ag = (("a", -1),), (("g", 1),), (("a", 1), ("g", 1))
    parts = divide({one_over_a: 1, g: -1}, {(): 1, ag: 1})
    assert parts == ({one_over_a: 1}, {g: -2})
