"""Random claims that are true by how they are made, and claims that one edit made false.

That a claim is false is believed only when python-flint's balls separate both sides at a point inside ``given``; one
that is true by construction must not be contradicted by any.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from symcheck.edits import term_edits
from symcheck.kernel.facts import Fact, fact_to_json, whole
from symcheck.kernel.term import Reject, Term, add, div, mul, neg, num, power, sub, substitute, sym
from symcheck.plain.printer import fact_text, relation_text, to_plain
from tests.fuzz import terms as t
from tests.fuzz.terms import ONE, f, smooth
from tests.second.opinion import CONTRADICTS, Opinion, opinion

X, Y, N, K = map(sym, "xynk")
EDITS = ("digit", "sign", "exponent", "factor", "quotient", "symbol", "choice", "whole")
MAX_SIZE = 60


@dataclass(frozen=True)
class Made:
    """A claim; ``shown`` is what is evaluated in place of its left side, if that has a limit at infinity."""

    kind: str
    left: Term
    relation: str
    right: Term
    given: tuple[Fact, ...] = ()
    symbols: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    shown: Term | None = None
    edit: str = ""

    def query(self) -> dict[str, Any]:
        """The claim as it stands on a line of a batch."""
        claim = relation_text(self.relation, self.left, self.right)
        if self.text:
            claim = f"{self.text} {claim[len(to_plain(self.left)) :].strip()}"
        return {"claim": claim, "given": list(map(fact_text, self.given)), "symbols": dict(self.symbols)}

    def second(self, seed: int, wanted: int = 4) -> Opinion:
        """What balls say to the claim at points inside given."""
        given = [
            *self.given,
            *(whole(sym(n)) for n in self.symbols),
            *(Fact("lt", num(0), sym(n)) for n in self.symbols),
        ]
        statement = {
            "goal": fact_to_json(Fact(self.relation, self.shown or self.left, self.right)), "where": [], "every": [],
            "given": list(map(fact_to_json, given)), "definitions": [], "functions": {},
        }  # fmt: skip
        return opinion(statement, "proved", {"functions": {}, "point": {}}, seed, wanted, undefined=False)


def identity(rng: random.Random) -> Made:
    """A term, and the same rewritten."""
    make = t.rough if rng.random() < 0.6 else smooth
    left = make(rng, "xy", rng.choice((1, 2, 2, 3)))
    given = (Fact("lt", num(0), X), Fact("lt", num(0), Y)) if rng.random() < 0.5 else ()
    return Made("identity", left, "eq", t.rewritten(rng, left, rng.choice((1, 2, 3))), given)


def powers(rng: random.Random) -> Made:
    """Rules of powers of a positive number."""
    a, b = (t.rough(rng, "ay", 1) for _ in range(2))
    left, right = rng.choice(
        (
            (mul(power(X, a), power(X, b)), power(X, add(a, b))),
            (power(power(X, a), b), power(X, mul(a, b))),
            (div(power(X, a), power(X, b)), power(X, sub(a, b))),
            (power(X, a), f("exp", mul(a, f("log", X)))),
            (f("log", power(X, a)), mul(a, f("log", X))),
            (mul(power(X, a), power(Y, a)), power(mul(X, Y), a)),
        )
    )
    return Made("powers", left, "eq", right, (Fact("lt", num(0), X), Fact("lt", num(0), Y)))


def inequality(rng: random.Random) -> Made:
    """A known inequality, or a sum of squares, after steps that keep it."""
    u, v = (smooth(rng, "xy", rng.choice((0, 0, 1))) for _ in range(2))
    low, high = rng.choice(
        (
            (mul(t.TWO, u, v), add(t.square(u), t.square(v))),
            (f("log", u), sub(u, ONE)),
            (add(ONE, u), f("exp", u)),
            (f("sin", u), ONE),
            (u, f("abs", u)),
            (f("abs", add(u, v)), add(f("abs", u), f("abs", v))),
            (u, f("max", u, v)),
            (f("floor", u), u),
            (mul(t.sqrt(u), t.sqrt(v)), div(add(u, v), t.TWO)),
            (f("tanh", u), ONE),
            (num(0), add(t.square(u), mul(num(rng.choice((1, 2, 3))), t.square(sub(u, v))))),
            (add(ONE, mul(num(3), u)), power(add(ONE, u), num(3))),
        )
    )
    given: tuple[Fact, ...] = ()
    if low.head == "add" and high.head == "pow":  # Bernoulli
        given = (Fact("le", num(0), u),)
    for _ in range(rng.choice((0, 0, 1, 1, 2))):
        low, high = rng.choice(STEPS)(rng, low, high)
    return Made("inequality", low, "le", high, given)


Step = Callable[[random.Random, Term, Term], tuple[Term, Term]]


def _both(change: Callable[[Term], Term]) -> Step:
    return lambda _rng, low, high: (change(low), change(high))


def _added(rng: random.Random, low: Term, high: Term) -> tuple[Term, Term]:
    w = smooth(rng, "xy", 1)
    return add(low, w), add(high, w)


def _times(rng: random.Random, low: Term, high: Term) -> tuple[Term, Term]:
    w = rng.choice((f("exp", X), add(ONE, t.square(Y)), num(3), f("cosh", Y)))
    return mul(w, low), mul(w, high)


STEPS: list[Step] = [
    _added, _times, lambda _, low, high: (neg(high), neg(low)), _both(lambda u: f("exp", u)),
    _both(lambda u: f("atan", u)), _both(lambda u: power(u, num(3))), _both(lambda u: f("log", u)), _both(t.sqrt),
]  # fmt: skip


def derivative(rng: random.Random) -> Made:
    """A derivative by the rules of a first course."""
    u = smooth(rng, "xy", rng.choice((1, 2, 2)))
    return Made("derivative", t.derivative(u, "x"), "eq", t.slope(u, "x"))


def integral(rng: random.Random) -> Made:
    """The integral of a derivative, between numbers or symbols."""
    u = smooth(rng, "xa", rng.choice((1, 2)))
    low, high = (rng.choice((num(0), ONE, num(2), sym("b"), num(-1))) for _ in range(2))
    body = t.slope(u, "x")
    right = sub(substitute(u, {"x": high}), substitute(u, {"x": low}))
    return Made("integral", Term("integral", (body, low, high), "x"), "eq", right)


def limit(rng: random.Random) -> Made:
    """A limit of a continuous function, of a difference quotient, of a quotient at infinity."""
    u, a = smooth(rng, "x", rng.choice((1, 2))), num(rng.choice((0, 1, -1, 2)))
    at = {"x": a}
    kind = rng.randrange(3)
    if kind == 0:
        body, value, where = u, substitute(u, at), to_plain(a)
    elif kind == 1:
        body, where = div(sub(u, substitute(u, at)), sub(X, a)), to_plain(a)
        value = substitute(t.slope(u, "x"), at)
    else:
        p, q, r = (num(rng.randint(1, 5)) for _ in range(3))
        body = div(add(mul(p, t.square(X)), f("sin", X)), add(mul(q, t.square(X)), mul(r, X)))
        value, where = div(p, q), "oo"
    text = f"Limit({to_plain(body)}, x, {where})"
    place = div(ONE, sym("h")) if where == "oo" else add(a, sym("h"))
    shown = Term("limit", (substitute(body, {"x": place}),), "h")
    return Made("limit", sym("z"), "eq", value, text=text, shown=shown)


def total(rng: random.Random) -> Made:
    """A sum of differences."""
    u = rng.choice(
        (
            power(K, num(rng.choice((2, 3)))),
            power(num(rng.choice((2, 3))), K),
            div(ONE, add(K, ONE)),
            mul(K, power(t.TWO, K)),
            mul(sym("a"), t.square(K)),
        )
    )
    step = sub(substitute(u, {"k": add(K, ONE)}), u)
    left = Term("sum", (step, ONE, N), "k")
    right = sub(substitute(u, {"k": add(N, ONE)}), substitute(u, {"k": ONE}))
    return Made("total", left, "eq", right, symbols={"n": "positive integer"})


def factorial(rng: random.Random) -> Made:
    """Factorials of integers."""
    n1 = f("factorial", add(N, ONE))
    left, right = rng.choice(
        (
            (n1, mul(add(N, ONE), f("factorial", N))),
            (div(n1, f("factorial", N)), add(N, ONE)),
            (div(f("factorial", add(N, t.TWO)), n1), add(N, t.TWO)),
        )
    )
    return Made("factorial", left, "eq", t.rewritten(rng, right, 1), symbols={"n": "positive integer"})


def kinked(rng: random.Random) -> Made:
    """Derivatives and integrals of sizes, signs and integer parts."""
    c, low, high = (num(rng.randint(-3, 4)) for _ in range(3))
    u, ends = sub(X, c), [sub(end, c) for end in (low, high)]
    size = [div(mul(end, f("abs", end)), t.TWO) for end in ends]
    v = smooth(rng, "xy", 1)
    left, right = rng.choice(
        (
            (Term("integral", (f("abs", u), low, high), "x"), sub(size[1], size[0])),
            (Term("integral", (f("sign", u), low, high), "x"), sub(f("abs", ends[1]), f("abs", ends[0]))),
            (Term("integral", (f("floor", X), num(0), num(3)), "x"), num(3)),
            (t.derivative(f("abs", v), "x"), mul(f("sign", v), t.slope(v, "x"))),
            (t.derivative(mul(u, f("abs", u)), "x"), mul(t.TWO, f("abs", u))),
        )
    )
    return Made("kinked", left, "eq", right)


def improper(rng: random.Random) -> Made:
    """Integrals up to infinity; what balls are asked is the same after a substitution, with an end that is finite."""
    a, k, p = sym("a"), rng.randrange(4), num(rng.choice(("2", "3", "3/2", "5/2")))
    gamma = mul(power(X, num(k)) if k else ONE, f("exp", neg(mul(a, X))))
    around = add(mul(t.square(a), t.square(f("cos", X))), t.square(f("sin", X)))
    body, low, value, shown = rng.choice(
        (
            (gamma, 0, div(f("factorial", num(k)), power(a, num(k + 1))),
             Term("limit", (Term("integral", (gamma, num(0), div(ONE, sym("h"))), "x"),), "h")),
            (power(X, neg(p)), 1, div(ONE, sub(p, ONE)),
             Term("integral", (mul(t.TWO, power(X, sub(mul(t.TWO, p), num(3)))), num(0), ONE), "x")),
            (div(ONE, add(t.square(a), t.square(X))), 0, div(f("pi"), mul(t.TWO, a)),
             Term("integral", (div(ONE, around), num(0), div(f("pi"), t.TWO)), "x")),
        )
    )  # fmt: skip
    text = f"Integral({to_plain(body)}, (x, {low}, oo))"
    return Made("improper", sym("z"), "eq", value, (Fact("lt", num(0), a),), text=text, shown=shown)


def sided(rng: random.Random) -> Made:
    """Limits from one side, of what differs on the other."""
    a, side = num(rng.randint(-2, 2)), rng.choice((1, -1))
    u = sub(X, a)
    body, value = rng.choice(
        (
            (div(f("abs", u), u), num(side)),
            (f("atan", div(ONE, u)), div(mul(num(side), f("pi")), t.TWO)),
            (f("floor", X), a if side > 0 else sub(a, ONE)),
            (f("exp", div(num(-side), u)), num(0)),
            (f("max", u, mul(t.TWO, u)), num(0)),
        )
    )
    text = f"Limit({to_plain(body)}, x, {to_plain(a)}, '{'+' if side > 0 else '-'}')"
    shown = Term("limit", (substitute(body, {"x": add(a, mul(num(side), sym("h")))}),), "h")
    return Made("sided", sym("z"), "eq", value, text=text, shown=shown)


def divergent(rng: random.Random) -> Made:
    """What the fundamental theorem gives across a pole, or a limit that is another one from the other side: false."""
    c = num(rng.randint(-1, 1))
    u = sub(X, c)
    low, high = sub(c, num(rng.choice((1, 2)))), add(c, num(rng.choice((1, 2, 3))))
    made = [
        (f"Integral({to_plain(body)}, (x, {to_plain(low)}, {to_plain(high)}))", sub(at(high), at(low)))
        for body, at in (
            (div(ONE, t.square(u)), lambda x: neg(div(ONE, sub(x, c)))),
            (div(ONE, u), lambda x: f("log", f("abs", sub(x, c)))),
            (div(ONE, power(u, num(3))), lambda x: neg(div(ONE, mul(t.TWO, t.square(sub(x, c)))))),
        )
    ]
    made += [(f"Limit({to_plain(div(f('abs', u), u))}, x, {to_plain(c)})", num(rng.choice((1, -1, 0))))]
    made += [("Integral(1/x, (x, 1, oo))", num(rng.randint(1, 9))), ("Limit(sin(x), x, oo)", num(rng.randint(-1, 1)))]
    text, value = rng.choice(made)
    return Made("divergent", sym("z"), "eq", value, text=text, edit="it does not exist")


def touching(rng: random.Random) -> Made:
    """A strict inequality between what is equal at some point: false."""
    c = num(rng.choice((0, 1, -1, 2, 3)))
    u, v = sub(X, c), sub(t.square(X), mul(c, Y))
    low, high = rng.choice(
        (
            (num(0), t.square(u)),
            (mul(t.TWO, u, v), add(t.square(u), t.square(v))),
            (add(ONE, u), f("exp", u)),
            (f("log", add(ONE, u)), u),
            (u, f("abs", u)),
            (u, f("max", u, v)),
            (f("floor", X), X),
            (f("tanh", f("abs", u)), f("abs", u)),
        )
    )
    for _ in range(rng.choice((0, 1, 2))):
        low, high = rng.choice(STEPS[:5])(rng, low, high)
    return Made("touching", low, "lt", high, edit="strict")


KINDS = (
    identity, identity, identity, powers, inequality, inequality, derivative, integral, limit, total, factorial,
    kinked, improper, sided,
)  # fmt: skip
FALSE_KINDS = (divergent, touching)


def true_claim(rng: random.Random) -> Made:
    """A claim that is true by how it is made."""
    while True:
        try:
            found = rng.choice(KINDS)(rng)
        except (Reject, ZeroDivisionError):
            continue
        if found.left.size + found.right.size <= MAX_SIZE and found.left != found.right:
            return found


def false_claim(rng: random.Random) -> Made:
    """A claim that is false: one edit of the right side, or of the relation, has made it so, or its kind."""
    while True:
        if rng.random() < 0.2:
            return rng.choice(FALSE_KINDS)(rng)
        made = true_claim(rng)
        found = list(term_edits(made.right, EDITS))
        edited = [replace(made, right=right, edit=what) for what, right in found]
        if made.relation == "le":
            edited.append(replace(made, left=made.right, right=made.left, edit="turned round"))
        for candidate in rng.sample(edited, min(3, len(edited))):
            if candidate.second(rng.randrange(10**6)).word == CONTRADICTS:
                return candidate
