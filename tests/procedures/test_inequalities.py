"""Inequalities: weighted squares, slopes, logarithms of both sides, roots.  Near misses are refuted, never proved."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symcheck.kernel.poly import Poly, poly_add, poly_mul
from symcheck.procedures.gram import Block, Search
from symcheck.query import Query
from symcheck.verdict import decide

LIMIT = 120.0
ABC = ("a > 0", "b > 0", "c > 0")
XY = ("x > 0", "y > 0")
PROVED: dict[str, tuple[str, ...]] = {
    # weighted squares
    "(a + b + c + d)**4 >= 256*a*b*c*d": (*ABC, "d > 0"),
    "a*(a - b)*(a - c) + b*(b - a)*(b - c) + c*(c - a)*(c - b) >= 0": ("a >= 0", "b >= 0", "c >= 0"),
    "x**4*y**2 + x**2*y**4 + 1 >= 3*x**2*y**2": (),
    "(1 + a)*(1 + b)*(1 + c) >= (1 + (a*b*c)**(1/3))**3": ABC,
    "a/(b + c) + b/(c + a) + c/(a + b) < 2": (*ABC, "a < b + c", "b < c + a", "c < a + b"),
    "x/(y + z) + y/(z + w) + z/(w + x) + w/(x + y) >= 2": (*XY, "z > 0", "w > 0"),
    "x**6 - x**5 + x**4 - x**3 + x**2 - x + 1 > 0": (),
    "sin(x)**4 + cos(x)**4 >= 1/2": (),
    "a*b + b*c + c*a <= 1/3": ("a + b + c == 1",),
    "a + b + c >= 3": (*ABC, "a*b*c == 1"),
    # slopes
    "x*log(x) >= -1/E": ("x > 0",),
    "2*x/pi <= sin(x)": ("0 <= x", "x <= pi/2"),
    "exp(x) <= 1 + x + x**2": ("x <= 1",),
    "sin(x) <= x - x**3/6 + x**5/120": ("x >= 0",),
    "sin(x) < x": ("x > 0",),
    "tan(x) > x": ("0 < x", "x < pi/2"),
    "log(1 + x) <= x/sqrt(1 + x)": ("x >= 0",),
    "asin(x) >= x": ("0 <= x", "x <= 1"),
    "(1 + x)**n >= 1 + n*x": ("x >= -1", "n >= 1"),
    "2**x <= 1 + x": ("0 <= x", "x <= 1"),
    "Abs(sin(x)) <= Abs(x)": (),
    # logarithms and exponentials of both sides
    "exp(x) >= x**E": ("x > 0",),
    "x**x >= exp(-1/E)": ("x > 0",),
    "(1 + 1/x)**x < E": ("x > 0",),
    "(1 + 1/x)**(x + 1) > E": ("x > 0",),
    "log(1 + exp(x)) > x": (),
    "log((exp(x) + exp(y))/2) >= (x + y)/2": (),
    # roots
    "sqrt(x + 1) - sqrt(x) < 1/(2*sqrt(x))": ("x > 0",),
    "sqrt(x**2 + x + 1) >= x + 1/2": (),
}
REFUTED: dict[str, tuple[str, ...]] = {
    "(a + b + c + d)**4 > 256*a*b*c*d": (*ABC, "d > 0"),
    "a*(a - b)*(a - c) + b*(b - a)*(b - c) + c*(c - a)*(c - b) >= 0": (),
    "a*(a - b)*(a - c) + b*(b - a)*(b - c) + c*(c - a)*(c - b) > 0": ABC,
    "x**4*y**2 + x**2*y**4 + 999/1000 >= 3*x**2*y**2": (),
    "a/(b + c) + b/(c + a) + c/(a + b) < 2": ABC,
    "x**4 + x**3 + 1/10 > 0": (),
    "sin(x)**4 + cos(x)**4 >= 1/2 + 1/10**4": (),
    "a*b + b*c + c*a <= 1/3 - 1/10**4": ("a + b + c == 1",),
    "a + b + c > 3": (*ABC, "a*b*c == 1"),
    "x*log(x) > -1/E": ("x > 0",),
    "x*log(x) >= -0.36787": ("x > 0",),
    "2*x/pi <= sin(x)": ("0 <= x", "x <= 2"),
    "exp(x) <= 1 + x + x**2": ("x <= 2",),
    "sin(x) <= x - x**3/6 + x**5/121": ("x >= 0",),
    "sin(x) < x": ("x >= 0",),
    "tan(x) > x + x**3/2": ("0 < x", "x < pi/2"),
    "(1 + x)**n >= 1 + n*x": ("x >= -1", "n >= 1/2"),
    "2**x <= 1 + x": ("0 <= x", "x <= 1.001"),
    "exp(x) > x**E": ("x > 0",),
    "x**x > exp(-1/E)": ("x > 0",),
    "(1 + 1/x)**x < 2.718": ("x > 0",),
    "log(1 + exp(x)) > x + 1/10**9": (),
    "sqrt(x**2 + x + 1) > x + 1": (),
    "x**100 < exp(x)": ("x > 0",),
}


@pytest.mark.parametrize("claim", PROVED)
def test_proved(claim: str) -> None:
    assert decide(Query(claim, given=PROVED[claim]), LIMIT).verdict == "proved"


@pytest.mark.parametrize("claim", REFUTED)
def test_refuted(claim: str) -> None:
    found = decide(Query(claim, given=REFUTED[claim]), LIMIT)
    assert (found.verdict, bool(found.witness)) == ("refuted", True)


# -- squares ------------------------------------------------------------------------------------------------------

X, ONE = (("x", 1),), ()
POINTS = [k / 8 + 0.05 for k in range(-16, 16)]


def squares(target: Poly, degree: int) -> list[tuple[Block, Fraction, Poly]] | None:
    """Squares of polynomials in x that sum to a target."""

    def moments(monos: set[tuple[tuple[str, int], ...]]) -> dict[tuple[tuple[str, int], ...], float]:
        return {m: sum(x ** (m[0][1] if m else 0) for x in POINTS) / len(POINTS) for m in monos}

    basis: tuple[Poly, ...] = ({ONE: 1}, *({(("x", k),): 1} for k in range(1, degree + 1)))
    return Search(target, poly_mul, moments).run([Block({ONE: 1}, basis)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "target",
    [
        {ONE: 1, X: 1, (("x", 2),): 1},
        {ONE: 1, X: -2, (("x", 2),): 1},  # a zero at 1
        {ONE: 4, (("x", 2),): -4, (("x", 4),): 1},  # zeros at two irrational numbers
    ],
)
def test_squares_sum_to_the_target_exactly(target: Poly) -> None:
    found = squares(target, 2)
    assert found is not None
    total: Poly = {}
    for _, value, form in found:
        assert value > 0
        total = poly_add(total, poly_mul(form, form), value)
    assert total == target


@pytest.mark.parametrize(
    "target",
    [
        {ONE: 1, X: -2, (("x", 2),): Fraction(999, 1000)},
        {ONE: -1, (("x", 2),): 1},
        {ONE: 1, X: 1},
    ],
)
def test_no_squares_for_what_is_negative_somewhere(target: Poly) -> None:
    assert squares(target, 2) is None
