"""What limits and improper integrals of the plain syntax mean in the kernel's terms."""

from __future__ import annotations

import pytest

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import ZERO, sym
from symcheck.plain.limits import Meaning, meant
from symcheck.plain.parser import claim, expression
from symcheck.plain.printer import to_plain

POSITIVE = Fact("lt", ZERO, sym("x"))
BOTH = "Limit({}, s, 0, '+') + sqrt(-(Limit({}, s, 0, '+') - Limit({}, s, 0, '+'))**2)"


def both(right: str, left: str) -> str:
    return BOTH.format(right, right, left)


MEANINGS: dict[str, str] = {
    "Limit(f*x, x, 0, '+')": "Limit(f*s, s, 0, '+')",
    "Limit(f*x, x, 0, '-')": "Limit(f*-s, s, 0, '+')",
    "Limit(f*x, x, a, '+')": "Limit(f*(a + s), s, 0, '+')",
    "Limit(f*x, x, a, '-')": "Limit(f*(a - s), s, 0, '+')",
    "Limit(s*x, x, s, '+')": "Limit(s*(s + s1), s1, 0, '+')",
    "Limit(x, x, x, '+')": "Limit(x + s, s, 0, '+')",
    "Limit(x, x, oo)": "Limit(1/s, s, 0, '+')",
    "Limit(x, x, -oo)": "Limit(-1/s, s, 0, '+')",
    "Limit(x, x, oo + 1, '+')": "Limit((oo + 1) + s, s, 0, '+')",
    "Limit(1/x, x, 0)": both("1/s", "1/-s"),
    "Limit(x**a, x, 0)": both("s**a", "(-s)**a"),
    "Limit(x**(x - x), x, 0)": both("s**(s - s)", "(-s)**(-s - -s)"),
    "Limit(x*log(x), x, 0)": "Limit(s*log(s), s, 0, '+')",
    "Limit(sqrt(x - a), x, a)": "Limit(sqrt((a + s) - a), s, 0, '+')",
    "Limit(log(1 - x), x, 1)": "Limit(log(1 - (1 - s)), s, 0, '+')",
    "Limit(x**x, x, 0)": "Limit(s**s, s, 0, '+')",
    "Integral(x, (x, 1, oo))": "Limit(Integral(x, (x, 1, 1/s)), s, 0, '+')",
    "Integral(x, (x, -oo, b))": "Limit(Integral(x, (x, -1/s, b)), s, 0, '+')",
    "Integral(x, (x, -oo, oo))": (
        "Limit(Integral(x, (x, -1/s, 0)), s, 0, '+') + Limit(Integral(x, (x, 0, 1/s)), s, 0, '+')"
    ),
    "Integral(tan(x), (x, 0, 1))": "Integral(sin(x)/cos(x), (x, 0, 1))",
}


@pytest.mark.parametrize("text", MEANINGS)
def test_meaning(text: str) -> None:
    assert to_plain(Meaning().term(expression(text))) == MEANINGS[text]


def test_what_is_known_of_the_symbol_leaves_one_side() -> None:
    assert to_plain(Meaning((POSITIVE,)).term(expression("Limit(Abs(x), x, 0)"))) == "Limit(Abs(s), s, 0, '+')"
    assert "sqrt" in to_plain(Meaning((POSITIVE,)).term(expression("Limit(Abs(x), x, 1)")))


IMPLIED: dict[str, list[str]] = {
    "Limit(1/x, x, 0) == 2": ["Limit(1/s, s, 0, '+')", "Limit(1/-s, s, 0, '+')"],
    "2 == Limit(1/x, x, 0)": ["2", "2"],
    "Limit(1/x, x, 0, '+') == 2": [],
    "Limit(1/x, x, 0) <= 2": [],
    "1 + Limit(1/x, x, 0) == 2": [],
    "Limit(1/x, x, 0) == Limit(x, x, 0)": [],
    "Limit(sqrt(-x), x, 0) == 0": [],
    "Integral(x, (x, -oo, oo)) == 0": [
        "Limit(Integral(x, (x, -1/s, 1/s)), s, 0, '+')",
        "Limit(Integral(x, (x, -1/s, 2/s)), s, 0, '+')",
    ],
}


@pytest.mark.parametrize("text", IMPLIED)
def test_implied(text: str) -> None:
    assert [to_plain(r.left) for r in meant(claim(text), ())[1]] == IMPLIED[text]


INFINITE: dict[str, tuple[str, str]] = {
    "Limit(x, x, oo) == oo": ("Limit(exp(-(1/s)), s, 0, '+')", "0"),
    "-oo == Limit(log(x), x, 0, '+')": ("Limit(exp(log(s)), s, 0, '+')", "0"),
    "Integral(1/x, (x, 1, oo)) == oo": ("Limit(exp(-Integral(1/x, (x, 1, 1/s1))), s1, 0, '+')", "0"),
    "x == oo": ("x", "oo"),
    "Limit(x, x, oo) <= oo": ("Limit(1/s, s, 0, '+')", "oo"),
}


@pytest.mark.parametrize("text", INFINITE)
def test_infinite(text: str) -> None:
    goal, _ = meant(claim(text), ())
    assert (to_plain(goal.left), to_plain(goal.right)) == INFINITE[text]
