"""Textbook laws that the kernel takes as known, one row a law: the conclusion first, then the hypotheses.

A law holds for all values of its symbols that satisfy the hypotheses; both sides of its conclusion are defined there.
"""

from __future__ import annotations

from symcheck.kernel import term as t
from symcheck.kernel.facts import Every, Fact, whole
from symcheck.kernel.term import ONE, ZERO, Term, add, div, mul, neg, num, power, sub, sym

X, Y, P, N, R = sym("x"), sym("y"), sym("p"), sym("n"), sym("r")
PI, HALF_PI = Term("pi"), div(Term("pi"), num(2))


def _of(head: str, *args: Term) -> Term:
    return Term(head, args or (X,))


def _lt(left: Term, right: Term) -> Fact:
    return Fact("lt", left, right)


def _le(left: Term, right: Term) -> Fact:
    return Fact("le", left, right)


def _eq(left: Term, right: Term) -> Fact:
    return Fact("eq", left, right)


def _sum(body: Term, low: Term, high: Term) -> Term:
    return Term("sum", (body, low, high), "k")


def _series(body: Term, low: Term) -> Term:
    """The sum of infinitely many terms: the limit of those up to the greatest integer in 1/s, as s falls to 0."""
    return t.limit(_sum(body, low, _of("floor", div(ONE, sym("s")))), "s")


def _factorial(n: Term) -> Term:
    return _of("gamma", add(n, ONE))


def _choose(n: Term, k: Term) -> Term:
    """The binomial coefficient, for integers 0 <= k <= n."""
    return div(_factorial(n), mul(_factorial(k), _factorial(sub(n, k))))


def _law(conclusion: Fact, *hypotheses: Fact) -> Every:
    names = t.free(conclusion.left) | t.free(conclusion.right)
    names |= frozenset().union(*(t.free(f.left) | t.free(f.right) for f in hypotheses))
    return Every(tuple(sorted(names)), hypotheses, conclusion)


SIN, COS, ABS, EXP, LOG, FLOOR, ERF = (_of(head) for head in ("sin", "cos", "abs", "exp", "log", "floor", "erf"))
K = sym("k")
TERM = mul(_choose(N, K), power(X, K), power(Y, sub(N, K)))
NATURAL = (whole(N), _le(ZERO, N))
NONZERO = (Fact("ne", X, ZERO), Fact("ne", Y, ZERO), Fact("ne", add(X, Y), ZERO))
HARMONIC = _sum(div(ONE, K), ONE, N)
LAWS: dict[str, Every] = {
    "sin most": _law(_le(SIN, ONE)),
    "sin least": _law(_le(num(-1), SIN)),
    "cos most": _law(_le(COS, ONE)),
    "cos least": _law(_le(num(-1), COS)),
    "sin positive": _law(_lt(ZERO, SIN), _lt(ZERO, X), _lt(X, PI)),
    "cos positive": _law(_lt(ZERO, COS), _lt(neg(HALF_PI), X), _lt(X, HALF_PI)),
    "sin turns": _law(_eq(_of("sin", add(X, mul(num(2), PI, _of("floor", Y)))), SIN)),
    "cos turns": _law(_eq(_of("cos", add(X, mul(num(2), PI, _of("floor", Y)))), COS)),
    "sin sum": _law(
        _eq(_of("sin", add(X, Y)), add(mul(SIN, _of("cos", Y)), mul(COS, _of("sin", Y)))),
    ),
    "cos sum": _law(
        _eq(_of("cos", add(X, Y)), sub(mul(COS, _of("cos", Y)), mul(SIN, _of("sin", Y)))),
    ),
    "sin whole": _law(_eq(_of("sin", mul(Term("pi"), FLOOR)), ZERO)),
    "cos whole": _law(_eq(_of("cos", mul(Term("pi"), FLOOR)), power(num(-1), FLOOR))),
    "atan most": _law(_lt(_of("atan"), HALF_PI)),
    "atan least": _law(_lt(neg(HALF_PI), _of("atan"))),
    "atan inverse": _law(_eq(add(_of("atan"), _of("atan", div(ONE, X))), HALF_PI), _lt(ZERO, X)),
    "atan sum": _law(
        _eq(add(_of("atan"), _of("atan", Y)), _of("atan", div(add(X, Y), sub(ONE, mul(X, Y))))), _lt(mul(X, Y), ONE)
    ),
    "asin most": _law(_le(_of("asin"), HALF_PI), _le(num(-1), X), _le(X, ONE)),
    "asin least": _law(_le(neg(HALF_PI), _of("asin")), _le(num(-1), X), _le(X, ONE)),
    "asinh": _law(_eq(_of("asinh"), _of("log", add(X, power(add(ONE, power(X, num(2))), num("1/2")))))),
    "asinh exp": _law(_eq(_of("exp", _of("asinh")), add(X, power(add(ONE, power(X, num(2))), num("1/2"))))),
    "erf most": _law(_lt(ERF, ONE)),
    "erf least": _law(_lt(num(-1), ERF)),
    "erf tail": _law(_le(sub(ONE, _of("exp", neg(power(X, num(2))))), ERF), _le(ZERO, X)),
    "erf rises": _law(_le(ERF, _of("erf", Y)), _le(X, Y)),
    "abs": _law(_le(X, ABS)),
    "abs negative": _law(_le(neg(X), ABS)),
    "abs square": _law(_eq(power(ABS, num(2)), power(X, num(2)))),
    "abs product": _law(_eq(_of("abs", mul(X, Y)), mul(ABS, _of("abs", Y)))),
    "abs sum": _law(_le(_of("abs", add(X, Y)), add(ABS, _of("abs", Y)))),
    "sign": _law(_eq(mul(_of("sign"), ABS), X)),
    "sign square": _law(_eq(power(_of("sign"), num(2)), ONE), Fact("ne", X, ZERO)),
    "max first": _law(_le(X, _of("max", X, Y))),
    "max second": _law(_le(Y, _of("max", X, Y))),
    "min first": _law(_le(_of("min", X, Y), X)),
    "min second": _law(_le(_of("min", X, Y), Y)),
    "min max": _law(_eq(add(_of("min", X, Y), _of("max", X, Y)), add(X, Y))),
    "floor": _law(_le(FLOOR, X)),
    "floor next": _law(_lt(X, add(FLOOR, ONE))),
    "exp tangent": _law(_le(add(ONE, X), EXP)),
    "log tangent": _law(_le(LOG, sub(X, ONE)), _lt(ZERO, X)),
    "log below": _law(_le(sub(ONE, div(ONE, X)), LOG), _lt(ZERO, X)),
    "exp rises": _law(_le(EXP, _of("exp", Y)), _le(X, Y)),
    "log rises": _law(_le(LOG, _of("log", Y)), _lt(ZERO, X), _le(X, Y)),
    "power rises": _law(_le(power(X, P), power(Y, P)), _lt(ZERO, X), _le(X, Y), _le(ZERO, P)),
    "power falls": _law(_le(power(Y, P), power(X, P)), _lt(ZERO, X), _le(X, Y), _le(P, ZERO)),
    "power above": _law(_le(add(ONE, mul(P, sub(X, ONE))), power(X, P)), _lt(ZERO, X), _le(ONE, P)),
    "power below": _law(_le(power(X, P), add(ONE, mul(P, sub(X, ONE)))), _lt(ZERO, X), _le(ZERO, P), _le(P, ONE)),
    "exponent rises": _law(_le(power(P, X), power(P, Y)), _le(ONE, P), _le(X, Y)),
    "exponent falls": _law(_le(power(P, Y), power(P, X)), _lt(ZERO, P), _le(P, ONE), _le(X, Y)),
    "exponential series": _law(_eq(_series(div(power(X, K), _factorial(K)), ZERO), EXP), Fact("ne", X, ZERO)),
    "logarithmic series": _law(
        _eq(_series(div(power(X, K), K), ONE), neg(_of("log", sub(ONE, X)))),
        Fact("ne", X, ZERO),
        _le(num(-1), X),
        _lt(X, ONE),
    ),
    "Basel": _law(_eq(_series(div(ONE, power(K, num(2))), ONE), div(power(PI, num(2)), num(6)))),
    "harmonic least": _law(
        _le(add(_of("log", N), Term("euler"), div(ONE, mul(num(2), add(N, ONE)))), HARMONIC), whole(N), _le(ONE, N)
    ),
    "harmonic most": _law(
        _le(HARMONIC, add(_of("log", N), Term("euler"), div(ONE, mul(num(2), N)))), whole(N), _le(ONE, N)
    ),
    "binomial theorem": _law(_eq(_sum(TERM, ZERO, N), power(add(X, Y), N)), *NATURAL, *NONZERO),
    "binomial mean": _law(
        _eq(_sum(mul(K, TERM), ZERO, N), mul(N, X, power(add(X, Y), sub(N, ONE)))), *NATURAL, *NONZERO
    ),
    "binomial alternates": _law(_eq(_sum(mul(_choose(N, K), power(num(-1), K)), ZERO, N), ZERO), whole(N), _le(ONE, N)),
    "Vandermonde": _law(
        _eq(_sum(mul(_choose(P, K), _choose(N, sub(R, K))), ZERO, R), _choose(add(P, N), R)),
        whole(P),
        whole(N),
        whole(R),
        _le(ZERO, R),
        _le(R, P),
        _le(R, N),
    ),
    "Stirling least": _law(
        _le(mul(power(mul(num(2), PI, X), num("1/2")), power(div(X, _of("exp", ONE)), X)), _factorial(X)), _lt(ZERO, X)
    ),
    "Stirling most": _law(
        _le(
            _factorial(X),
            mul(
                power(mul(num(2), PI, X), num("1/2")),
                power(div(X, _of("exp", ONE)), X),
                _of("exp", div(ONE, mul(num(12), X))),
            ),
        ),
        _lt(ZERO, X),
    ),
    "gamma doubles": _law(
        _eq(
            mul(_of("gamma"), _of("gamma", add(X, num("1/2")))),
            mul(power(num(2), sub(ONE, mul(num(2), X))), power(PI, num("1/2")), _of("gamma", mul(num(2), X))),
        ),
        _lt(ZERO, X),
    ),
}
