"""Where an integrand has kinks, jumps and poles, and what it is between them."""

from __future__ import annotations

from collections.abc import Iterator

from symcheck import bridge
from symcheck.bridge import floating
from symcheck.kernel.facts import Fact, rational
from symcheck.kernel.term import ONE, ZERO, Term, add, div, free, map_args, mul, neg, num, sub, sym
from symcheck.procedures.laws import outside
from symcheck.procedures.ranges import Range

MOST, MOST_STEPS = 12, 12
CLOSE = 1e-12


def cuts(body: Term, span: Range) -> list[Term]:
    """Places strictly between the ends at which a part of a body has a kink, a jump or a pole, in their order."""
    if span.ends is None:
        return []
    low, high = min(span.ends), max(span.ends)
    found = []
    for place in dict.fromkeys(p for u in outside(body) for p in _breaks(u, span)):
        at = span.number(place)
        apart = at is not None and all(abs(at - other) > CLOSE for other in (low, high, *(v for v, _ in found)))
        if apart and low < at < high and free(place) <= free(span.low) | free(span.high) | free(body) - {span.name}:
            found.append((at, place))
    places = [place for _, place in sorted(found, key=lambda pair: pair[0])][:MOST]
    return places if span.ends[0] <= span.ends[1] else places[::-1]


def _breaks(part: Term, span: Range) -> Iterator[Term]:
    """Where the outermost function of a term changes its form or is not defined."""
    if span.name not in free(part):
        return
    if part.head in ("abs", "sign"):
        yield from zeros(part.args[0], span)
    elif part.head in ("max", "min"):
        yield from (z for other in part.args[1:] for z in zeros(sub(part.args[0], other), span))
    elif part.head == "floor":
        ends = [span.at(part.args[0], end) for end in (span.low, span.high)]
        if None not in ends:
            first = int(floating().ceil(min(ends)))
            for step in range(first, min(first + MOST_STEPS, int(floating().floor(max(ends))) + 1)):
                yield from zeros(sub(part.args[0], num(step)), span)
    elif part.head == "div":
        yield from zeros(part.args[1], span)
    elif part.head == "log" or (part.head == "pow" and _singular(part)):
        yield from zeros(part.args[0], span)


def _singular(part: Term) -> bool:
    exponent = rational(part.args[1])
    return exponent is not None and (exponent < 0 or exponent.denominator > 1)


def zeros(term: Term, span: Range) -> Iterator[Term]:
    """Where a term may be zero; of a sine or cosine of what is linear, in some turns."""
    if term.head in ("mul", "div", "neg", "pow", "abs"):
        for arg in term.args if term.head == "mul" else term.args[:1]:
            yield from zeros(arg, span) if span.name in free(arg) else ()
        return
    x = sym(span.name)
    if term == x:
        yield ZERO
        return
    found = list(bridge.zeros(term, span.name))
    yield from found
    waves = {u.args[0] for u in outside(term) if u.head in ("sin", "cos") and span.name in free(u)}
    if x in waves:
        for value in found:
            yield from (add(value, mul(num(turns), Term("pi"))) for turns in (-2, -1, 1, 2))


def chosen(term: Term, span: Range) -> Term:
    """The term with absolute values, maxima, minima, signs and floors replaced by what they are inside."""
    term = map_args(term, lambda arg: chosen(arg, span)) if term.head not in ("integral", "sum", "deriv", "limit") else term
    if span.name not in free(term):
        return term
    if term.head in ("abs", "sign"):
        sign = span.inside(term.args[0])
        if sign:
            up = sign > 0
            return num(1 if up else -1) if term.head == "sign" else term.args[0] if up else neg(term.args[0])
    elif term.head in ("max", "min"):
        values = [span.inside(arg) for arg in term.args]
        if None not in values:
            return term.args[values.index(max(values) if term.head == "max" else min(values))]
    elif term.head == "floor":
        inside = span.inside(term.args[0])
        if inside is not None:
            return num(int(floating().floor(inside)))
    return term


def grounds(term: Term, span: Range) -> Iterator[Fact]:
    """Facts inside that tell what ``chosen`` chooses."""
    for part in outside(term):
        if span.name not in free(part):
            continue
        if part.head in ("abs", "sign"):
            sign = span.inside(part.args[0])
            if sign:
                yield Fact("lt", ZERO, part.args[0]) if sign > 0 else Fact("lt", part.args[0], ZERO)
        elif part.head in ("max", "min"):
            best = chosen(part, span)
            for other in part.args:
                if other != best:
                    yield Fact("le", other, best) if part.head == "max" else Fact("le", best, other)
