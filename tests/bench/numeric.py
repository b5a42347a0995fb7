"""A second opinion on the corpus, which shares nothing with symcheck: Python's parser and mpmath at 40 digits."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Any

import mpmath
from mpmath import mp, mpf

from bench.corpus import Entry
from bench.spelling import OPERATORS, call, comparisons, direction, names, parse, ranges

DIGITS = 40
CLOSE, CLOSE_CALCULUS = mpf(10) ** -33, mpf(10) ** -12
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "sqrt": lambda x: x ** mpf("0.5"), "exp": mp.exp, "log": mp.log, "Abs": abs, "sign": mp.sign, "sin": mp.sin,
    "cos": mp.cos, "tan": mp.tan, "asin": mp.asin, "acos": mp.acos, "atan": mp.atan, "sinh": mp.sinh, "cosh": mp.cosh,
    "tanh": mp.tanh, "asinh": mp.asinh, "acosh": mp.acosh, "atanh": mp.atanh, "floor": mp.floor, "ceiling": mp.ceil,
    "factorial": mp.factorial, "binomial": mp.binomial, "gamma": mp.gamma, "erf": mp.erf, "Min": min, "Max": max,
}  # fmt: skip
CONSTANTS = {"pi": lambda: +mp.pi, "E": lambda: +mp.e, "oo": lambda: mp.inf, "EulerGamma": lambda: +mp.euler}
OPERATIONS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: lambda x, y: x + y, ast.Sub: lambda x, y: x - y, ast.Mult: lambda x, y: x * y, ast.Div: lambda x, y: x / y,
    ast.Pow: lambda x, y: mp.power(x, y),
}  # fmt: skip
Point = Mapping[str, Any]


class Undefined(Exception):
    """Not a real number."""


def value(node: ast.expr, point: Point) -> Any:
    """The real number that an expression is at a point; Undefined if it is none."""
    try:
        found = _value(node, point)
    except (ZeroDivisionError, ValueError):
        raise Undefined from None
    if isinstance(found, mpmath.mpc):
        if abs(found.imag) > CLOSE * max(1, abs(found)):
            raise Undefined
        return found.real
    if mp.isnan(found):
        raise Undefined
    return found


def _value(node: ast.expr, point: Point) -> Any:
    match node:
        case ast.Constant(value=int() as number):
            return mpf(number)
        case ast.Name(id=name):
            return point[name] if name in point else CONSTANTS[name]()
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -value(inner, point)
        case ast.BinOp(left=left, op=op, right=right):
            return OPERATIONS[type(op)](value(left, point), value(right, point))
        case ast.Call():
            name, arguments = call(node)
            if name in OPERATORS:
                return _operator(name, arguments, point)
            return FUNCTIONS[name](*(value(argument, point) for argument in arguments))
    raise AssertionError(ast.dump(node))


def _operator(name: str, arguments: list[ast.expr], point: Point) -> Any:
    """A derivative, integral or sum; the last range is the outermost."""
    *inner, (symbol, *ends) = list(ranges(arguments))
    assert isinstance(symbol, ast.Name)
    assert name != "Limit"

    def body(x: Any) -> Any:
        here = {**point, symbol.id: x}
        return _operator(name, [arguments[0], *map(_tuple, inner)], here) if inner else value(arguments[0], here)

    places = [value(end, point) for end in ends]
    if name == "Derivative":
        return mp.diff(body, point[symbol.id], int(places[0]) if places else 1)
    if name == "Sum":
        low, high = places
        return mp.nsum(body, [low, mp.inf]) if high == mp.inf else mp.fsum(map(body, range(int(low), int(high) + 1)))
    return _integral(body, *places, waves=any(f in ast.unparse(arguments[0]) for f in ("sin", "cos")))


def _tuple(parts: list[ast.expr]) -> ast.expr:
    return ast.Tuple(parts) if len(parts) > 1 else parts[0]


def _integral(body: Callable[[Any], Any], low: Any, high: Any, waves: bool) -> Any:
    if high == mp.inf and waves:
        return mp.quadosc(body, [low, high], omega=1)
    infinite = mp.isinf(low) or mp.isinf(high)
    return mp.quad(body, [low, 0, high] if mp.isinf(low) else [low, high] if infinite else mp.linspace(low, high, 5))


# -- where ----------------------------------------------------------------------------------------------------------


def points(entry: Entry, wanted: int, tries: int = 3000) -> Iterator[Point]:
    """Points at which what is given holds, the same every time."""
    random = Random(entry.id)
    given = [relation for text in entry.given for relation in comparisons(text)]
    defined = {left.id: right for left, sign, right in given if sign == "==" and isinstance(left, ast.Name)}
    free = sorted(set[str]().union(*map(names, (entry.lhs, entry.rhs, *entry.given))) - bound(entry) - defined.keys())
    for _ in range(tries if free else 1):
        point = {name: _number(random, entry.symbols.get(name, ""), "oo)" in entry.lhs) for name in free}
        point |= {name: value(right, point) for name, right in defined.items()}
        if all(_holds(value(left, point), sign, value(right, point)) for left, sign, right in given):
            yield point
            wanted -= 1
        if not wanted:
            return


def bound(entry: Entry) -> set[str]:
    """Symbols that are only bound: those of integrals, sums and limits."""
    found = set[str]()
    for node in (n for text in (entry.lhs, entry.rhs) for n in ast.walk(parse(text)) if isinstance(n, ast.Call)):
        name, arguments = call(node)
        if name == "Limit":
            found |= {ast.unparse(arguments[1])}
        elif name in ("Integral", "Sum"):
            found |= {ast.unparse(parts[0]) for parts in ranges(arguments)}
    return found


def _number(random: Random, words: str, improper: bool) -> Any:
    """Of any size, but where an integral to infinity has to converge fast."""
    if "integer" in words or "natural" in words:
        low = 1 if "positive" in words else 0 if "non" in words or "natural" in words else -12
        return mpf(random.randint(low, 15))
    sign = -1 if "positive" not in words and random.random() < 0.4 else 1
    if improper:
        return sign * mpf(random.randint(1, 12)) / 2
    size = random.choice((random.random(), random.random() * 4, math.exp(random.gauss(0, 1.5))))
    return sign * mpf(round(size * 997) + 1) / 997


def _holds(left: Any, sign: str, right: Any) -> bool:
    """Exactly, since a point is what it is."""
    return bool({"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right,
                 "==": left == right, "!=": left != right}[sign])  # fmt: skip


# -- what is so -----------------------------------------------------------------------------------------------------


def calculus(entry: Entry) -> bool:
    """Whether a side is found by approximation."""
    return any(f"{name}(" in entry.lhs + entry.rhs for name in OPERATORS)


def violated(entry: Entry, point: Point) -> bool:
    """Whether the claim fails at a point; a true one has to hold by more than the error, or be an equality."""
    left, right = (settled(parse(side), point, calculus(entry)) for side in (entry.lhs, entry.rhs))
    error = CLOSE_CALCULUS * max(1, abs(left), abs(right)) if calculus(entry) else CLOSE * max(abs(left), abs(right))
    gap = left - right
    return bool({"==": abs(gap) > error, "!=": abs(gap) <= error, "<": gap >= -error, "<=": gap > error,
                 ">": gap <= error, ">=": gap < -error}[entry.relation])  # fmt: skip


def settled(node: ast.expr, point: Point, approximate: bool) -> Any:
    """The value, with so many digits that more of them change nothing; 0 if it has none in the end."""
    found = value(node, point)
    if approximate:
        return found
    for factor in (3, 10, 100, 1000):
        before = found
        with mp.workdps(factor * DIGITS):
            found = value(node, point)
            if found and abs(found - before) <= CLOSE * abs(found):
                return found
    return mpf(0)


def at(entry: Entry) -> Point:
    """The counterexample."""
    assert entry.counterexample is not None
    return {name: value(parse(text), {}) for name, text in entry.counterexample.items()}


def satisfies(entry: Entry, point: Point) -> bool:
    """Whether what is given holds at a point, and symbols for integers are integers."""
    relations = [relation for text in entry.given for relation in comparisons(text)]
    whole = [
        point[n] for n, words in entry.symbols.items() if n in point and ("integer" in words or "natural" in words)
    ]
    words = [w for name, w in entry.symbols.items() if "positive" in w.split() and point[name] <= 0]
    return (
        not words
        and all(mp.isint(n) for n in whole)
        and all(_holds(value(left, point), sign, value(right, point)) for left, sign, right in relations)
    )


def limit_samples(node: ast.Call, point: Point) -> list[Any]:
    """What the body of a limit is near the place, on each side that is asked for."""
    _, (body, symbol, place, *side) = call(node)
    assert isinstance(symbol, ast.Name)
    steps = [mpf(10) ** -8 * factor for factor in (1, mpf("0.7"), mpf("0.37"))]
    there = value(place, point)
    if mp.isinf(there):
        near = [mp.sign(there) / step for step in steps]
    else:
        ways = {"+": (1,), "-": (-1,), "+-": (1, -1)}[direction(side[0]) if side else "+-"]
        near = [there + way * step for way in ways for step in steps]
    return [value(body, {**point, symbol.id: x}) for x in near]


def growth(entry: Entry, point: Point) -> bool:
    """Whether the ratio of both sides does, on two scales, what the relation says."""
    symbol, _, place = (part.strip() for part in entry.approach.partition("->"))
    ratios = [[abs(_ratio(entry, {**point, symbol: x})) for x in _scale(place, exponent)] for exponent in (4, 8)]
    mid, far = ratios
    if entry.relation == "~":
        signed = [_ratio(entry, {**point, symbol: x}) for x in _scale(place, 8)]
        return all(abs(ratio - 1) < mpf("0.01") for ratio in signed)
    below = max(far) <= max(mid) * mpf("1.5")
    above = min(far) >= min(mid) / mpf("1.5") and min(far) > CLOSE_CALCULUS
    return below if entry.relation == "O" else below and above


def _ratio(entry: Entry, point: Point) -> Any:
    return value(parse(entry.lhs), point) / value(parse(entry.rhs), point)


def _scale(place: str, exponent: int) -> list[Any]:
    """Points at a scale, multiples of pi among them."""
    far = [mpf(10) ** exponent * (1 + mpf(step) / 7) for step in range(13)] + [mp.pi * 10**exponent]
    if place == "oo":
        return far
    return [sign / x for x in far for sign in ((1,) if place == "0+" else (1, -1))]
