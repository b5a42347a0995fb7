"""Random terms and what may be done to them without changing their value; written down here, not taken from symcheck.

Terms are trees of the kernel's kind, with more heads (``tan``, ``cosh``, …) that are printed by their names.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from symcheck.kernel.term import Term, add, deriv, div, mul, neg, num, power, sub, sym
from tests.second.numbers import FUNCTIONS

ONE, TWO, HALF = num(1), num(2), num("1/2")
TOTAL = ("exp", "sin", "cos", "atan", "asinh", "cosh", "sinh", "tanh")
"""Functions that are smooth on the whole line."""
PARTIAL = ("log", "tan", "asin", "acos", "acosh", "atanh")
KINKED = ("abs", "sign", "floor", "ceiling")
Rewrite = Callable[[random.Random, Term], Term | None]


def f(head: str, *args: Term) -> Term:
    return Term(head, args)


def sqrt(u: Term) -> Term:
    return power(u, HALF)


def square(u: Term) -> Term:
    return power(u, TWO)


def number(rng: random.Random) -> Term:
    return num(rng.choice(("1", "2", "3", "1/2", "2/3", "5", "-1", "-2", "3/2")))


def smooth(rng: random.Random, names: str, depth: int) -> Term:
    """A term that is defined, and smooth, for all real values of its symbols."""
    if depth == 0 or rng.random() < 0.15:
        return sym(rng.choice(names)) if rng.random() < 0.75 else number(rng)
    kind, u = rng.randrange(8), smooth(rng, names, depth - 1)
    if kind < 2:
        return add(u, smooth(rng, names, depth - 1))
    if kind < 4:
        return mul(u, smooth(rng, names, depth - 1))
    if kind == 4:
        return power(u, num(rng.choice((2, 3))))
    if kind == 5:
        return div(u, add(ONE, square(smooth(rng, names, depth - 1))))
    if kind == 6:
        return rng.choice((sqrt, lambda v: f("log", v)))(add(num(rng.choice((1, 2))), square(u)))
    return f(rng.choice(TOTAL), u)


def rough(rng: random.Random, names: str, depth: int) -> Term:
    """A term that need not be defined everywhere."""
    if depth == 0 or rng.random() < 0.1:
        return sym(rng.choice(names)) if rng.random() < 0.75 else number(rng)
    kind, u = rng.randrange(9), rough(rng, names, depth - 1)
    if kind < 2:
        return add(u, rough(rng, names, depth - 1))
    if kind < 4:
        return mul(u, rough(rng, names, depth - 1))
    if kind == 4:
        return div(u, rough(rng, names, depth - 1))
    if kind == 5:
        return power(u, num(rng.choice(("2", "1/2", "-1", "1/3", "3/2", "-1/2"))))
    if kind == 6:
        return power(sym(rng.choice(names)), rough(rng, names, 1))
    if kind == 7:
        return f(rng.choice(PARTIAL + TOTAL), u)
    return f(rng.choice(KINKED), u) if rng.random() < 0.6 else f(rng.choice(("min", "max")), u, rough(rng, names, 1))


# -- rewriting: both sides are equal wherever both are defined --------------------------------------------------------


def _by_head(rng: random.Random, u: Term) -> Term | None:
    """By an identity for the outermost operation."""
    a = u.args[0] if u.args else u
    b = u.args[1] if len(u.args) > 1 else a
    exp_a, exp_minus = f("exp", a), f("exp", neg(a))
    rules: dict[str, list[Callable[[], Term]]] = {
        "add": [lambda: add(*reversed(u.args)), lambda: sub(u.args[0], neg(add(*u.args[1:])))],
        "mul": [
            lambda: mul(*reversed(u.args)),
            lambda: div(sub(square(add(a, b)), square(sub(a, b))), num(4)) if len(u.args) == 2 else u,
            lambda: div(a, div(ONE, mul(*u.args[1:]))),
        ],
        "div": [lambda: mul(a, power(b, num(-1))), lambda: neg(div(neg(a), b)), lambda: div(mul(a, b), square(b))],
        "exp": [
            lambda: square(f("exp", div(a, TWO))),
            lambda: div(ONE, exp_minus),
            lambda: add(f("cosh", a), f("sinh", a)),
        ],
        "log": [
            lambda: neg(f("log", div(ONE, a))),
            lambda: mul(TWO, f("log", sqrt(a))),
            lambda: f("asinh", div(sub(a, div(ONE, a)), TWO)),
        ],
        "sin": [
            lambda: mul(TWO, f("sin", div(a, TWO)), f("cos", div(a, TWO))),
            lambda: neg(f("sin", neg(a))),
            lambda: mul(f("tan", a), f("cos", a)),
        ],
        "cos": [
            lambda: sub(ONE, mul(TWO, square(f("sin", div(a, TWO))))),
            lambda: f("cos", neg(a)),
            lambda: f("sin", add(a, div(f("pi"), TWO))),
        ],
        "tan": [
            lambda: div(f("sin", a), f("cos", a)),
            lambda: div(f("sin", mul(TWO, a)), add(ONE, f("cos", mul(TWO, a)))),
        ],
        "sinh": [lambda: div(sub(exp_a, exp_minus), TWO), lambda: mul(f("tanh", a), f("cosh", a))],
        "cosh": [lambda: div(add(exp_a, exp_minus), TWO), lambda: sqrt(add(ONE, square(f("sinh", a))))],
        "tanh": [lambda: sub(ONE, div(TWO, add(ONE, f("exp", mul(TWO, a)))))],
        "asin": [lambda: sub(div(f("pi"), TWO), f("acos", a)), lambda: neg(f("asin", neg(a)))],
        "acos": [lambda: sub(f("pi"), f("acos", neg(a)))],
        "atan": [lambda: neg(f("atan", neg(a))), lambda: f("asin", div(a, sqrt(add(ONE, square(a)))))],
        "asinh": [lambda: f("log", add(a, sqrt(add(ONE, square(a))))), lambda: neg(f("asinh", neg(a)))],
        "acosh": [lambda: f("log", add(a, sqrt(sub(square(a), ONE))))],
        "atanh": [lambda: div(f("log", div(add(ONE, a), sub(ONE, a))), TWO)],
        "abs": [lambda: sqrt(square(a)), lambda: f("max", a, neg(a)), lambda: mul(a, f("sign", a))],
        "min": [lambda: div(sub(add(a, b), f("abs", sub(a, b))), TWO), lambda: neg(f("max", neg(a), neg(b)))],
        "max": [lambda: div(add(a, b, f("abs", sub(a, b))), TWO), lambda: sub(add(a, b), f("min", a, b))],
        "floor": [lambda: sub(f("floor", add(a, ONE)), ONE), lambda: neg(f("ceiling", neg(a)))],
        "ceiling": [lambda: neg(f("floor", neg(a)))],
        "sign": [lambda: neg(f("sign", neg(a)))],
        "gamma": [lambda: mul(sub(a, ONE), f("gamma", sub(a, ONE)))],
    }
    return rng.choice(rules[u.head])() if u.head in rules else None


def _whole_square(rng: random.Random, u: Term) -> Term | None:
    if u.head == "pow" and u.args[1] == TWO:
        base = u.args[0]
        if base.head == "add" and len(base.args) == 2:
            a, b = base.args
            return add(square(a), mul(TWO, a, b), square(b))
        return mul(base, base)
    return None


def _added(rng: random.Random, u: Term) -> Term:
    v = smooth(rng, "xy", 1)
    return sub(add(u, v), v)


def _multiplied(rng: random.Random, u: Term) -> Term:
    v = smooth(rng, "xy", 1)
    return div(mul(u, v), v)


REWRITES: list[Rewrite] = [
    _by_head, _by_head, _by_head, _by_head, _whole_square, _added, _multiplied,
    lambda _, u: square(sqrt(u)),
    lambda _, u: f("exp", f("log", u)),
    lambda _, u: f("log", f("exp", u)),
    lambda _, u: f("tan", f("atan", u)),
    lambda _, u: f("sin", f("asin", u)),
    lambda _, u: neg(neg(u)),
    lambda _, u: mul(u, add(square(f("sin", sym("x"))), square(f("cos", sym("x"))))),
]  # fmt: skip


def rewritten(rng: random.Random, u: Term, times: int) -> Term:
    """The term after some rewritings, each of one place."""
    for _ in range(times):
        u = _somewhere(rng, u, rng.choice(REWRITES))
    return u


def _somewhere(rng: random.Random, u: Term, rewrite: Rewrite) -> Term:
    inner = [i for i, a in enumerate(u.args) if a.head not in ("num", "sym") and not (u.head == "pow" and i == 1)]
    if inner and rng.random() < 0.6:
        i = rng.choice(inner)
        changed = _somewhere(rng, u.args[i], rewrite)
        return Term(u.head, (*u.args[:i], changed, *u.args[i + 1 :]), u.name, u.value)
    return rewrite(rng, u) or u


# -- derivatives of smooth terms, by the rules of a first course ------------------------------------------------------


def slope(u: Term, x: str) -> Term:
    """The derivative of a term of ``smooth``."""
    if u.head in ("num", "sym", "pi"):
        return ONE if u.name == x else num(0)
    d = [slope(a, x) for a in u.args]
    if u.head == "add":
        return add(*d)
    if u.head == "neg":
        return neg(d[0])
    if u.head == "mul":
        return add(*(mul(*u.args[:i], d[i], *u.args[i + 1 :]) for i in range(len(d))))
    a = u.args[0]
    if u.head == "div":
        return div(sub(mul(d[0], u.args[1]), mul(a, d[1])), square(u.args[1]))
    if u.head == "pow":
        return mul(u.args[1], power(a, num(u.args[1].value - 1)), d[0])
    outer = {
        "exp": lambda: u, "log": lambda: div(ONE, a), "sin": lambda: f("cos", a), "cos": lambda: neg(f("sin", a)),
        "atan": lambda: div(ONE, add(ONE, square(a))), "asinh": lambda: div(ONE, sqrt(add(ONE, square(a)))),
        "cosh": lambda: f("sinh", a), "sinh": lambda: f("cosh", a), "tanh": lambda: sub(ONE, square(u)),
    }[u.head]()  # fmt: skip
    return mul(outer, d[0])


def derivative(u: Term, x: str) -> Term:
    return deriv(u, x, sym(x))


assert {*TOTAL, *PARTIAL, *KINKED, "gamma"} <= FUNCTIONS.keys()
