"""Where an integrand has kinks, jumps and poles, and what it is between them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from symcheck import bridge
from symcheck.bridge import floating
from symcheck.kernel.facts import Fact, rational
from symcheck.kernel.term import BINDERS, ONE, ZERO, Term, add, free, map_args, mul, neg, num, sub, sym
from symcheck.procedures.laws import outside
from symcheck.procedures.ranges import Range

KINKS = frozenset({"abs", "sign", "max", "min", "floor"})
MOST, MOST_STEPS = 12, 12
CLOSE = 1e-12


def cuts(body: Term, span: Range) -> list[Term]:
    """Places strictly between the ends at which a part of a body has a kink, a jump or a pole, in rising order."""
    if span.ends is None:
        return []
    low, high = min(span.ends), max(span.ends)
    found: list[tuple[Any, Term]] = []
    for place in dict.fromkeys(p for u in outside(body) if span.name in free(u) for p in _breaks(u, span)):
        at = span.number(place)
        apart = at is not None and all(abs(at - other) > CLOSE for other in (low, high, *(v for v, _ in found)))
        if apart and low < at < high:
            found.append((at, place))
    return [place for _, place in sorted(found, key=lambda pair: pair[0])][:MOST]


def _breaks(part: Term, span: Range) -> Iterator[Term]:
    """Where the outermost function of a term changes its form or is not defined."""
    head, args = part.head, part.args
    if head in ("abs", "sign", "log") or (head == "pow" and _singular(args[1])):
        yield from _zeros(args[0], span)
    elif head in ("max", "min"):
        yield from (z for other in args[1:] for z in _zeros(sub(args[0], other), span))
    elif head == "div":
        yield from _zeros(args[1], span)
    elif head == "floor":
        ends = [span.at(args[0], end) for end in (span.low, span.high)]
        if None not in ends:
            first, last = int(floating().ceil(min(ends))), int(floating().floor(max(ends)))
            for step in range(first, min(first + MOST_STEPS, last + 1)):
                yield from _zeros(sub(args[0], num(step)), span)


def _singular(exponent: Term) -> bool:
    value = rational(exponent)
    return value is None or value < 0 or value.denominator > 1


def _zeros(term: Term, span: Range) -> Iterator[Term]:
    """Where a term may be zero; of a sine or cosine of the symbol itself, in some turns."""
    if span.name not in free(term):
        return
    if term.head in ("mul", "div", "neg", "pow", "abs"):
        for arg in term.args if term.head == "mul" else term.args[:1]:
            yield from _zeros(arg, span)
        return
    x = sym(span.name)
    found = [ZERO] if term == x else _solutions(term, span.name)
    yield from found
    if any(u.head in ("sin", "cos") and u.args[0] == x for u in outside(term)):
        for value in found:
            yield from (add(value, mul(num(turns), Term("pi"))) for turns in (-2, -1, 1, 2))


@lru_cache(maxsize=256)
def _solutions(term: Term, name: str) -> tuple[Term, ...]:
    return tuple(bridge.zeros(term, name))


def chosen(term: Term, span: Range) -> Term:
    """The term with absolute values, maxima, minima, signs and floors replaced by what they are inside."""
    if term.head in BINDERS or span.name not in free(term):
        return term
    term = map_args(term, lambda arg: chosen(arg, span))
    if term.head in ("abs", "sign"):
        size = span.inside(term.args[0])
        if size:
            one, same = (ONE, term.args[0]) if size > 0 else (neg(ONE), neg(term.args[0]))
            return one if term.head == "sign" else same
    elif term.head in ("max", "min"):
        values = [span.inside(arg) for arg in term.args]
        if None not in values:
            return term.args[values.index(max(values) if term.head == "max" else min(values))]
    elif term.head == "floor":
        size = span.inside(term.args[0])
        return term if size is None else num(int(floating().floor(size)))
    return term


def sized(term: Term, span: Range) -> Term:
    """A term with the logarithms of what is negative inside replaced by those of its size."""
    if term.head in BINDERS or span.name not in free(term):
        return term
    term = map_args(term, lambda arg: sized(arg, span))
    size = span.inside(term.args[0]) if term.head == "log" else None
    return Term("log", (neg(term.args[0]),)) if size is not None and size < 0 else term


def grounds(term: Term, span: Range) -> Iterator[Fact]:
    """Facts inside that tell what ``chosen`` chooses."""
    for part in outside(term):
        if span.name not in free(part):
            continue
        if part.head in ("abs", "sign"):
            size = span.inside(part.args[0])
            if size:
                yield Fact("lt", ZERO, part.args[0]) if size > 0 else Fact("lt", part.args[0], ZERO)
        elif part.head in ("max", "min"):
            best = chosen(part, span)
            for other in part.args:
                if other != best:
                    yield Fact("le", other, best) if part.head == "max" else Fact("le", best, other)
