"""Candidates for an antiderivative: powers by hand, everything else by sympy.  The kernel differentiates them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from symcheck.kernel.term import ONE, Term, add, div, free, neg, power, sym


def antiderivatives(body: Term, name: str, positive: frozenset[str] = frozenset()) -> Iterator[Term]:
    """Terms whose derivative in ``name`` may be ``body`` where some symbols are positive, the cheapest first."""
    found = _power(body, name)
    if found is not None:
        yield from found
    yield from _by_sympy(body, name, positive & free(body))


@lru_cache(maxsize=256)
def _by_sympy(body: Term, name: str, positive: frozenset[str]) -> tuple[Term, ...]:
    from symcheck import bridge

    return tuple(bridge.integrate(body, name, sorted(positive)))


def _power(body: Term, name: str) -> list[Term] | None:
    """For x**e and 1/x**e: x**(e+1)/(e+1), and the logarithm for e = -1."""
    x = sym(name)
    exponent = _exponent(body, x)
    if exponent is None or name in free(exponent):
        return None
    raised = add(exponent, ONE)
    return [Term("log", (x,)), div(power(x, raised), raised)]


def _exponent(body: Term, x: Term) -> Term | None:
    if body == x:
        return ONE
    if body.head == "pow" and body.args[0] == x:
        return body.args[1]
    if body.head == "div" and body.args[0] == ONE:
        inner = _exponent(body.args[1], x)
        return None if inner is None else neg(inner)
    return None
