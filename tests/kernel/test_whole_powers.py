"""Integer powers of what may be negative: equal normal forms have equal values, at thousands of random pairs."""

from __future__ import annotations

import random
from fractions import Fraction

from symcheck.kernel.context import Context
from symcheck.kernel.facts import Fact, whole
from symcheck.kernel.term import ZERO, Term, add, div, mul, neg, num, power, sym
from tests.kernel.helpers import context

INTEGERS = ("n", "m")
BASES = ("x", "y")


def exponent(rng: random.Random, depth: int = 2) -> Term:
    """An integer, most often: a sum of products of integers; now and then a half of one."""
    if depth == 0 or rng.random() < 0.3:
        return sym(rng.choice(INTEGERS)) if rng.random() < 0.6 else num(rng.randint(-3, 3))
    args = (exponent(rng, depth - 1), exponent(rng, depth - 1))
    made = rng.choice((add, mul, lambda u, _: neg(u), lambda u, _: mul(num(2), u), lambda u, _: div(u, num(2))))
    return made(*args)


def base(rng: random.Random) -> Term:
    """Something other than 0."""
    one = rng.choice((num(-1), num(-2), num("-1/3"), num(2), sym(rng.choice(BASES)), neg(sym(rng.choice(BASES)))))
    return rng.choice((one, mul(one, sym(rng.choice(BASES))), power(sym(rng.choice(BASES)), num(2)), one))


def powers(rng: random.Random) -> Term:
    """A product of such powers, or a power of one."""
    first = power(base(rng), exponent(rng))
    if rng.random() < 0.3:
        return power(first, exponent(rng, 1))
    return first if rng.random() < 0.5 else mul(first, power(base(rng), exponent(rng, 1)))


def value(term: Term, at: dict[str, Fraction]) -> Fraction:
    """The exact value; ValueError where an exponent is no integer, or is a large one."""
    if term.head in ("num", "sym"):
        return at[term.name] if term.name else term.value
    args = [value(arg, at) for arg in term.args]
    if term.head == "pow":
        if args[1].denominator != 1 or abs(args[1]) > 60 or args[0].numerator.bit_length() > 200:
            raise ValueError
        return args[0] ** int(args[1])
    if term.head == "neg":
        return -args[0]
    return {"add": args[0] + args[-1], "mul": args[0] * args[-1], "div": args[0] / (args[1] if len(args) > 1 else 1)}[
        term.head
    ]


def settings(rng: random.Random) -> tuple[Context, list[dict[str, Fraction]]]:
    """What is known, and points at which it holds."""
    signs = {name: rng.choice((1, -1, 0)) for name in BASES}
    facts = [whole(sym(n)) for n in INTEGERS]
    for name, sign in signs.items():
        if sign:
            facts.append(Fact("lt", *((ZERO, sym(name)) if sign > 0 else (sym(name), ZERO))))
        else:
            facts.append(Fact("ne", sym(name), ZERO))
    points = []
    for _ in range(12):
        at = {n: Fraction(rng.randint(-4, 4)) for n in INTEGERS}
        for name, sign in signs.items():
            at[name] = (sign or rng.choice((1, -1))) * Fraction(rng.randint(1, 5), rng.randint(1, 3))
        points.append(at)
    return context(*facts), points


def test_equal_forms_have_equal_values() -> None:
    rng, equal = random.Random(1), 0
    for _ in range(150):
        known, points = settings(rng)
        terms = [powers(rng) for _ in range(12)]
        keys: dict[str, list[Term]] = {}
        for term in terms:
            keys.setdefault(known.key(term), []).append(term)
        for first, *others in keys.values():
            for other in others:
                equal += first != other
                for at in points:
                    try:
                        left, right = value(first, at), value(other, at)
                    except (ValueError, ZeroDivisionError):
                        continue
                    assert left == right, (str(first), str(other), at)
    assert equal > 30


def test_signs_of_powers() -> None:
    rng, told = random.Random(2), 0
    for _ in range(1_000):
        known, points = settings(rng)
        term = powers(rng)
        sign = known.sign(term)
        told += sign != 7
        for at in points:
            try:
                found = value(term, at)
            except (ValueError, ZeroDivisionError):
                continue
            assert sign & (1 if found < 0 else 4 if found > 0 else 2), (str(term), at)
    assert told > 100
