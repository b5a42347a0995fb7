"""The kernel against arithmetic: normal forms, signs and derivatives never contradict a numerical evaluation."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from fractions import Fraction
from itertools import product
from unittest.mock import patch

import mpmath
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from symcheck.kernel import logic
from symcheck.kernel.calculus import Conditions, differentiate, evaluate, rational
from symcheck.kernel.context import Context
from symcheck.kernel.facts import NEG, NIL, POS, Every, Fact
from symcheck.kernel.interval import Arithmetic, Interval
from symcheck.kernel.logic import box
from symcheck.kernel.rules import RULES
from symcheck.kernel.step import Proof, Step
from symcheck.kernel.term import (
    Reject,
    Term,
    add,
    deriv,
    from_json,
    mul,
    neg,
    num,
    power,
    sub,
    substitute,
    sym,
    to_json,
)
from tests.kernel.helpers import E, context, symbols

DIGITS = 50
TINY = mpmath.mpf(10) ** -30
Point = dict[str, Fraction]


class Undefined(Exception):
    """The term has no value at the point, or none that 50 digits tell from 0."""


def real(value: Fraction) -> mpmath.mpf:
    return mpmath.mpf(value.numerator) / value.denominator


def apart(value: mpmath.mpf) -> mpmath.mpf:
    """``value``, if it is certainly not 0."""
    if abs(value) < TINY:
        raise Undefined
    return value


def positive(value: mpmath.mpf) -> mpmath.mpf:
    if apart(value) < 0:
        raise Undefined
    return value


def powered(base: mpmath.mpf, exponent: mpmath.mpf, literal: Fraction | None) -> mpmath.mpf:
    if abs(exponent) > 200:
        raise Undefined
    if literal is not None and literal.denominator == 1:
        return (apart(base) if literal <= 0 else base) ** int(literal)
    if base == 0 and exponent > TINY:
        return base
    return positive(base) ** exponent


def small_exp(value: mpmath.mpf) -> mpmath.mpf:
    if abs(value) > 1_000:
        raise Undefined
    return mpmath.exp(value)


def rounded(value: mpmath.mpf) -> mpmath.mpf:
    if not mpmath.isint(value):
        apart(value - mpmath.nint(value))
    return mpmath.floor(value)


def factorial_like(value: mpmath.mpf) -> mpmath.mpf:
    if not 0 < apart(value) < 12:
        raise Undefined
    return mpmath.gamma(value)


def arc(value: mpmath.mpf) -> mpmath.mpf:
    if abs(value) > 1:
        raise Undefined
    return mpmath.asin(value)


def bell(v: mpmath.mpf) -> mpmath.mpf:
    """The error function, where rounding tells it from 1 and -1."""
    if abs(v) > 8:
        raise Undefined
    return mpmath.erf(v)


OPERATIONS: dict[str, Callable[..., mpmath.mpf]] = {
    "add": lambda *v: mpmath.fsum(v),
    "mul": lambda *v: mpmath.fprod(v),
    "neg": lambda v: -v,
    "abs": abs,
    "min": min,
    "max": max,
    "div": lambda u, v: u / apart(v),
    "log": lambda v: mpmath.log(positive(v)),
    "exp": small_exp,
    "sin": mpmath.sin,
    "cos": mpmath.cos,
    "atan": mpmath.atan,
    "asin": arc,
    "asinh": mpmath.asinh,
    "sign": lambda v: mpmath.sign(v and apart(v)),
    "floor": rounded,
    "gamma": factorial_like,
    "pi": lambda: +mpmath.pi,
    "erf": bell,
    "euler": lambda: +mpmath.euler,
}


def value(term: Term, at: Point) -> mpmath.mpf:
    if term.head == "num":
        return real(term.value)
    if term.head == "sym":
        return real(at[term.name])
    if term.head == "sum":
        return summed(*term.args, term.name, at)
    if term.head not in {*OPERATIONS, "pow"}:
        raise Undefined
    parts = [value(a, at) for a in term.args]
    if term.head == "pow":
        exact = Fraction(int(parts[1])) if term.args[1].head == "floor" else rational(term.args[1])
        return powered(*parts, exact)
    return OPERATIONS[term.head](*parts)


def summed(body: Term, low: Term, high: Term, name: str, at: Point) -> mpmath.mpf:
    first, last = value(low, at), value(high, at)
    if not (mpmath.isint(first) and mpmath.isint(last) and -1 <= last - first < 40):
        raise Undefined
    return mpmath.fsum(value(body, at | {name: Fraction(k)}) for k in range(int(first), int(last) + 1))


def holds(fact: Fact, at: Point) -> bool:
    left, right = value(fact.left, at), value(fact.right, at)
    return {"eq": left == right, "ne": left != right, "lt": left < right, "le": left <= right}[fact.rel]


# -- random terms: few symbols and short, so that equal values are frequent --------------------------------------------

NAMES = ("x", "y", "z")
NUMBERS = ("0", "1", "-1", "2", "1/2", "-1/2", "3", "4", "8", "1/3")
EXPONENTS = ("2", "3", "-1", "1/2", "1/3", "-1/2", "0", "3/2", "2/3", "-2", "4")
HEADS = ("add", "mul", "mul", "div", "pow", "pow", "pow", "neg", "exp", "log", "abs", "min", "max")
CIRCULAR = ("sin", "cos", "asin", "atan", "asinh", "sign", "floor", "gamma", "erf")
ONE_ARGUMENT = ("neg", "exp", "log", "abs", *CIRCULAR)


def random_term(rng: random.Random, depth: int) -> Term:
    """Of all operations; those of circles in a third of the terms, or they would leave little of the others."""
    return _random_term(rng, depth, HEADS + CIRCULAR if rng.random() < 1 / 3 else HEADS)


def _random_term(rng: random.Random, depth: int, heads: tuple[str, ...]) -> Term:
    if depth == 0 or rng.random() < 0.15:
        if rng.random() < 0.1 and "sin" in heads:
            return Term("mul", (num(rng.choice(NUMBERS)), Term(rng.choice(("pi", "pi", "euler")))))
        return sym(rng.choice(NAMES)) if rng.random() < 0.7 else num(rng.choice(NUMBERS))
    head = rng.choice(heads)
    if head == "pow":
        exponent = num(rng.choice(EXPONENTS)) if rng.random() < 0.7 else _random_term(rng, min(depth - 1, 1), heads)
        return Term(head, (_random_term(rng, depth - 1, heads), exponent))
    return Term(head, tuple(_random_term(rng, depth - 1, heads) for _ in range(1 if head in ONE_ARGUMENT else 2)))


x, y, z = symbols("x y z")
GIVEN: list[tuple[Fact, ...]] = [
    (),
    (x > 0, y > 0, z > 0),
    (x >= 0, y >= 0),
    (x >= 0, x * y >= 0),
    (x < 0, y > 0),
    (x.ne(0),),
    (x > 1, x > 0, y > 0, y < 1),
    (x < y, z >= 0),
    (x * y * z >= 0, x >= 0, y >= 0),
    (x * y > 0,),
    (x >= 0, x * y >= 0, x * z >= 0),
    (x.ne(y), z > 0),
    (x <= 0, y <= 0),
    (x > y, y > z, z > 0),
    (x**2 - y > 0, y > 0),
    (x / y > 0, y.ne(0)),
]


def points(rng: random.Random, facts: tuple[Fact, ...], names: Iterable[str] = NAMES) -> Iterator[Point]:
    for _ in range(400):
        at = {
            n: Fraction(rng.choice((0, 0, 1, -1, 2, -2, 3, -3, 4, 9, -5)), rng.choice((1, 1, 1, 2, 3, 4, 7)))
            for n in names
        }
        try:
            if all(holds(f, at) for f in facts):
                yield at
        except Undefined:
            continue


def values(term: Term, places: list[Point]) -> list[mpmath.mpf | None]:
    found: list[mpmath.mpf | None] = []
    for at in places:
        try:
            found.append(value(term, at))
        except Undefined:
            found.append(None)
    return found


def check_sign(possible: int, numbers: list[mpmath.mpf | None]) -> None:
    for number in numbers:
        if number == 0:
            assert possible & NIL
        elif number is not None and abs(number) > TINY:
            assert possible & (POS if number > 0 else NEG)


@pytest.mark.parametrize("seed", range(60))
def test_signs_and_equal_keys(seed: int) -> None:
    """Terms that share a key share their values, and no sign is contradicted, wherever the facts hold."""
    rng = random.Random(seed)
    facts = GIVEN[seed % len(GIVEN)] + ((Fact("le", num(0), random_term(rng, 2)),) if seed % 3 == 0 else ())
    with mpmath.workdps(DIGITS):
        places = list(points(rng, facts))[:8]
        if len(places) < 3:
            pytest.skip("the random fact holds almost nowhere")
        known, seen = context(*facts), dict[str, tuple[Term, list[mpmath.mpf | None]]]()
        for _ in range(150):
            term = random_term(rng, rng.choice((1, 2, 2, 3, 3)))
            try:
                possible, key = known.sign(term), known.key(term)
            except Reject:
                continue
            numbers = values(term, places)
            check_sign(possible, numbers)
            other, same = seen.setdefault(key, (term, numbers))
            for mine, theirs in zip(numbers, same, strict=True):
                if mine is not None and theirs is not None:
                    assert abs(mine - theirs) <= TINY**0.5 * (1 + abs(mine)), (facts, term, other)


@pytest.mark.parametrize("seed", range(40))
def test_facts_that_come_one_by_one(seed: int) -> None:
    """Signs and keys are right too where questions are asked between the facts, here and in contexts below."""
    rng = random.Random(3_000 + seed)
    facts = [*GIVEN[seed % len(GIVEN)], *rng.choice(GIVEN), Fact("le", num(0), random_term(rng, 2))]
    rng.shuffle(facts)
    with mpmath.workdps(DIGITS):
        places, known = list(points(rng, tuple(facts)))[:6], Context()
        asked = [random_term(rng, 2) for _ in range(12)]
        while places and facts:
            known = Context(known) if rng.random() < 0.4 else known
            known.assume([facts.pop()])
            seen: dict[str, list[mpmath.mpf | None]] = {}
            for term in (*asked, *(random_term(rng, 2) for _ in range(6))):
                with suppress(Reject):
                    possible, key = known.sign(term), known.key(term)
                    numbers = values(term, places)
                    check_sign(possible, numbers)
                    for mine, theirs in zip(numbers, seen.setdefault(key, numbers), strict=True):
                        if mine is not None and theirs is not None:
                            assert abs(mine - theirs) <= TINY**0.5 * (1 + abs(mine))


# -- rewriting: what a reader may do to a term of positive symbols ----------------------------------------------------

Move = Callable[[Term], Term]
MOVES: list[Move] = [
    lambda t: neg(neg(t)),
    lambda t: Term("log", (Term("exp", (t,)),)),
    lambda t: Term("div", (Term("mul", (t, sym("x"))), sym("x"))),
    lambda t: sub(Term("add", (sym("y"), t)), sym("y")),
    lambda t: Term(t.head, t.args[::-1]) if t.head in ("add", "mul", "min", "max") else t,
    lambda t: Term("mul", (t.args[0], Term("pow", (t.args[1], num(-1))))) if t.head == "div" else t,
    lambda t: (
        Term("exp", (Term("mul", (t.args[1], Term("log", (t.args[0],)))),))
        if t.head == "pow" and t.args[0].head == "sym"
        else t
    ),
]


def rewritten(rng: random.Random, term: Term) -> Term:
    moved = Term(term.head, tuple(rewritten(rng, a) for a in term.args), term.name, term.value)
    return rng.choice(MOVES)(moved) if rng.random() < 0.4 else moved


@pytest.mark.parametrize("seed", range(60))
def test_rewritten_terms(seed: int) -> None:
    """Rewritings keep the value, so the normal form may call them equal; a changed term it may not."""
    rng = random.Random(1_000 + seed)
    with mpmath.workdps(DIGITS):
        places = list(points(rng, GIVEN[1]))[:6]
        known, equal = context(*GIVEN[1]), 0
        for _ in range(30):
            term = random_term(rng, 3)
            other = rewritten(rng, term)
            changed = Term("add", (other, random_term(rng, 1)))
            try:
                equal += known.equal(term, other)
                differs = [
                    u is not None and v is not None and abs(u - v) > TINY**0.5 * (1 + abs(u))
                    for u, v in zip(values(term, places), values(changed, places), strict=True)
                ]
                assert not (any(differs) and known.equal(term, changed))
            except Reject:
                continue
        assert equal > 15


# -- derivatives and enclosures ---


@pytest.mark.parametrize("seed", range(80))
def test_differentiate(seed: int) -> None:
    rng = random.Random(2_000 + seed)
    with mpmath.workdps(DIGITS):
        for _ in range(6):
            term = random_term(rng, 3)
            needs: Conditions = []
            try:
                slope = differentiate(term, "x", {}, needs)
            except Reject:
                continue
            for at in list(points(rng, ()))[:4]:
                compare_slope(term, slope, needs, at)


def compare_slope(term: Term, slope: Term, needs: Conditions, at: Point) -> None:
    def along(step: mpmath.mpf) -> mpmath.mpf:
        return value(substitute(term, {"x": Term("add", (sym("x"), sym("h")))}), at | {"h": step})

    try:
        if not all(holds(n, at) if isinstance(n, Fact) else value(n, at) is not None for n in needs):
            return
        expected = value(slope, at)
        h = Fraction(1, 10**12)
        found = (along(h) - along(-h)) / (2 * real(h))
    except Undefined:
        return
    assert abs(found - expected) <= mpmath.mpf(10) ** -8 * (1 + abs(expected)) or abs(expected) > 10**6


@given(st.randoms(use_true_random=False), st.integers(16, 200))
def test_evaluate_contains_the_value(rng: random.Random, bits: int) -> None:
    term = substitute(random_term(rng, 3), {n: num(rng.choice(NUMBERS)) for n in NAMES})
    with mpmath.workdps(DIGITS):
        try:
            found, expected = evaluate(term, Arithmetic(bits)), value(term, {})
        except (Reject, Undefined):
            assume(False)
        slack = TINY * (1 + abs(expected))
        assert real(found.lo) - slack <= expected <= real(found.hi) + slack


@given(st.randoms(use_true_random=False), st.integers(16, 100))
def test_evaluate_on_a_part_contains_the_values_there(rng: random.Random, bits: int) -> None:
    term = random_term(rng, 3)
    ends = {name: sorted(Fraction(rng.randint(-9, 9), rng.choice((1, 2, 3))) for _ in range(2)) for name in NAMES}
    try:
        found = evaluate(term, Arithmetic(bits), {name: Interval(*pair) for name, pair in ends.items()})
    except Reject:
        assume(False)
    with mpmath.workdps(DIGITS):
        for at in corners(ends) + [inside(rng, ends) for _ in range(8)]:
            try:
                expected = value(term, at)
            except Undefined:  # not by 50 digits
                continue
            slack = TINY * (1 + abs(expected))
            assert real(found.lo) - slack <= expected <= real(found.hi) + slack


def corners(ends: dict[str, list[Fraction]]) -> list[Point]:
    return [dict(zip(ends, corner, strict=True)) for corner in product(*ends.values())]


def inside(rng: random.Random, ends: dict[str, list[Fraction]]) -> Point:
    return {name: low + (high - low) * Fraction(rng.randint(0, 12), 12) for name, (low, high) in ends.items()}


# -- boxes, against exact arithmetic ----------------------------------------------------------------------------------


def random_polynomial(rng: random.Random) -> dict[tuple[int, int], Fraction]:
    """Coefficients by the exponents of x and y."""
    return {(rng.randint(0, 3), rng.randint(0, 2)): Fraction(rng.randint(-5, 5), rng.randint(1, 3)) for _ in range(4)}


def exact(polynomial: dict[tuple[int, int], Fraction], at: Point) -> Fraction:
    return sum((c * at["x"] ** i * at["y"] ** j for (i, j), c in polynomial.items()), Fraction())


def as_term(polynomial: dict[tuple[int, int], Fraction]) -> Term:
    """A power 0 is left out, since 0 has none."""
    powers = {es: [power(sym(n), num(e)) for n, e in zip("xy", es, strict=True) if e] for es in polynomial}
    return add(*(mul(num(c), *powers[es]) for es, c in polynomial.items()))


def box_shows(claim: Fact, ends: dict[str, list[Fraction]], parts: int = 40) -> bool:
    """Whether the rule does, within that many parts."""
    facts = [f for n, (low, high) in ends.items() for f in (E(num(low)) <= sym(n), E(sym(n)) <= num(high))]
    data = {"ranges": {name: [str(end) for end in pair] for name, pair in ends.items()}}
    with patch.object(logic, "MAX_PARTS", parts):
        try:
            box(Step(claim, data, context(*facts), Proof(RULES, {}, {})))
        except Reject:
            return False
    return True


@settings(max_examples=40)
@given(st.randoms(use_true_random=False))
def test_box(rng: random.Random) -> None:
    """What is shown holds; what is false at a point of the box isn't shown; what holds by far is."""
    polynomial = random_polynomial(rng)
    ends = {name: sorted(Fraction(rng.randint(-6, 6), rng.choice((1, 2, 3))) for _ in range(2)) for name in "xy"}
    places = corners(ends) + [inside(rng, ends) for _ in range(20)]
    values = [exact(polynomial, at) for at in places]
    left, least = as_term(polynomial), min(values)
    assert not box_shows(Fact("lt", num(rng.choice(values)), left), ends)
    assert not box_shows(Fact("le", num(least + Fraction(1, 10**9)), left), ends)
    assert not box_shows(Fact("ne", num(rng.choice(values)), left), ends)
    largest = exact({es: abs(c) for es, c in polynomial.items()}, {n: max(map(abs, e)) for n, e in ends.items()})
    assert box_shows(Fact("lt", num(-largest - 1), left), ends)
    guess = least - Fraction(rng.randint(0, 8), 4)
    if box_shows(Fact("le", num(guess), left), ends):
        assert all(exact(polynomial, inside(rng, ends)) >= guess for _ in range(60))


# -- quantified facts -------------------------------------------------------------------------------------------------


def random_every(rng: random.Random) -> Every:
    """Of the bound x and y, and the free z; each side may have its own bound symbol, named as any of them."""

    def side() -> Term:
        term, bound = random_term(rng, 2), rng.choice(NAMES)
        return deriv(Term("mul", (term, sym(bound))), bound, random_term(rng, 1)) if rng.random() < 0.4 else term

    facts = [Fact(rng.choice(("eq", "ne", "lt", "le")), side(), side()) for _ in range(rng.randint(1, 3))]
    return Every(("x", "y"), tuple(facts[1:]), facts[0])


def renamed(every: Every, *names: str) -> Every:
    return Every(names, *every.at({old: sym(new) for old, new in zip(every.names, names, strict=True)}))


def same(every: Every) -> Every:
    """With the names that derivatives bind replaced by their depth."""
    return every.map(by_depth)


def by_depth(term: Term, depth: int = 0) -> Term:
    if term.head != "deriv":
        return Term(term.head, tuple(by_depth(a, depth) for a in term.args), term.name, term.value)
    body, name = substitute(term.args[0], {term.name: sym(f"#bound{depth}")}), f"#bound{depth}"
    return deriv(by_depth(body, depth + 1), name, by_depth(term.args[1], depth))


@given(st.randoms(use_true_random=False))
def test_renamed_quantified_facts(rng: random.Random) -> None:
    """Other bound names make no difference, whatever the derivatives inside bind; exchanged ones do."""
    every = random_every(rng)
    other = renamed(every, *rng.choice([("y", "x"), ("n", "m"), ("x", "n"), ("y", "n")]))
    outer = {"z": random_term(rng, 1)}
    assert other.free() == every.free() <= {"z"}
    assert same(other.canonical()) == same(every.canonical())
    assert same(other.canonical(outer)) == same(every.canonical(outer))
    values = [random_term(rng, 2) for _ in range(2)]
    first, *rest = (instance(form, values, outer) for form in (every, other, every.canonical()))
    assert rest == [first, first]
    crossed = Every(("y", "x"), every.hypotheses, every.conclusion)
    there, back = ([sym(name) for name in names] for names in (("x", "y"), ("y", "x")))
    symmetric = instance(every, there, {}) == instance(every, back, {})
    assert symmetric == (same(crossed.canonical()) == same(every.canonical()))


def instance(every: Every, values: list[Term], outer: dict[str, Term]) -> Every:
    return same(Every(("x",), *every.at(dict(zip(every.names, values, strict=True)), outer)))


@given(st.randoms(use_true_random=False))
def test_instances_mean_the_values(rng: random.Random) -> None:
    """A conclusion for terms is at any point what it is for the values of these terms there."""
    every = Every(("x", "y"), (), Fact("lt", random_term(rng, 3), random_term(rng, 3)))
    terms = {name: random_term(rng, 1) for name in every.names}
    at = {name: Fraction(rng.randint(-3, 3)) for name in NAMES}
    _, conclusion = every.at(terms)
    with mpmath.workdps(DIGITS):
        try:
            closed = {name: substitute(u, {n: num(v) for n, v in at.items()}) for name, u in terms.items()}
            inner = {name: evaluate(u, Arithmetic(64)) for name, u in closed.items()}
            assume(all(found.is_point for found in inner.values()))
            there = at | {name: found.lo for name, found in inner.items()}
            expected, found = value(every.conclusion.left, there), value(conclusion.left, at)
        except (Reject, Undefined):
            assume(False)
        assert abs(expected - found) <= TINY * (1 + abs(expected))


@given(st.randoms(use_true_random=False))
def test_json_round_trip(rng: random.Random) -> None:
    term = random_term(rng, 4)
    assert from_json(to_json(term)) == term


def test_operations_are_complete() -> None:
    assert set(OPERATIONS) | {"pow"} == set(HEADS) | set(CIRCULAR) | {"pi", "euler"}
