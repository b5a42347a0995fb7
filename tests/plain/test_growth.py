"""Which statements of the kernel decide a claim about growth."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import ZERO, num, sym
from symcheck.plain.growth import Growth, growth
from symcheck.plain.parser import approach, claim
from symcheck.plain.printer import fact_text


def stated(text: str, place: str, *facts: Fact) -> Growth:
    return growth(claim(text), approach(place), facts, False)


ENOUGH = {
    ("f = O(g)", "x -> oo"): "Limit(f/g, s, 0, '+') == Limit(f/g, s, 0, '+')",
    ("x = Theta(g)", "x -> -oo"): "Limit(-1/s/g, s, 0, '+') != 0",
    ("x ~ g", "x -> a-"): "Limit((a - s)/g, s, 0, '+') == 1",
    ("x ~ s", "x -> 0"): "(Limit(s1/s, s1, 0, '+') - 1)**2 + (Limit(-s1/s, s1, 0, '+') - 1)**2 == 0",
    ("x = O(log(x))", "x -> 0"): "Limit(s/log(s), s, 0, '+') == Limit(s/log(s), s, 0, '+')",
}


@pytest.mark.parametrize("text,place", ENOUGH)
def test_what_is_enough(text: str, place: str) -> None:
    assert fact_text(stated(text, place).enough().goal) == ENOUGH[text, place]


def test_only_its_own_statements_prove_a_claim() -> None:
    one = stated("sin(x) = O(a)", "x -> oo")
    good = one.explicit(sym("a"), Fraction(1, 10))
    assert one.proves(good) and one.proves(one.enough())
    assert not one.proves(one.explicit(sym("x"), Fraction(1, 10))), "the constant depends on x"
    assert not one.proves(one.explicit(sym("a"), Fraction(1, 7))), "not one of the radii"
    assert not one.proves(replace(good, given=(*good.given, Fact("lt", sym("x"), num(100)))))
    assert not one.proves(replace(good, where=(Fact("le", ZERO, sym("x")),)))
    assert not stated("sin(x) = O(a)", "x -> -oo").proves(good)
    assert not stated("sin(x) = Theta(a)", "x -> oo").proves(good)
    assert not stated("sin(x) ~ a", "x -> oo").proves(good)


def test_the_constants_of_theta_are_positive_and_in_order() -> None:
    one = stated("x = Theta(1)", "x -> 1+")
    assert one.proves(one.explicit(num(2), Fraction(1), Fraction(1)))
    assert not one.proves(one.explicit(num(2), Fraction(1), Fraction(0)))
    assert not one.proves(one.explicit(num(1), Fraction(1), Fraction(1)))


def test_what_is_given_of_the_symbol_is_apart() -> None:
    about, other = Fact("lt", sym("y"), sym("x")), Fact("lt", ZERO, sym("y"))
    one = stated("x = O(y)", "x -> oo", about, other)
    assert (one.given, one.about) == ((other,), (about,))
