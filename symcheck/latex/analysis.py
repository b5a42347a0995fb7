r"""Constructs of analysis for claims from anywhere: derivatives by Leibniz, named functions, limits, sums, n-th roots.

Where LaTeX leaves an extent open, an error instead of a guess: what ``\frac{d}{dx}`` applies to is
one pair of brackets or all the rest of the expression; the argument of ``\sin`` without brackets is made of numbers and
symbols, and ends at the next named function or with the term.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from symcheck.kernel.term import ONE, Term, div, mul, num, power
from symcheck.latex import constructs as basic
from symcheck.latex import nucleus
from symcheck.latex.constructs import CONSTRUCTS, PARTIAL, Constructs, nested_operand
from symcheck.latex.expression import DIFFERENTIAL, ExpressionParser
from symcheck.latex.nucleus import Key
from symcheck.latex.tokens import NAME, NUMBER, OPENERS
from symcheck.plain.table import CONSTANTS, OPERATORS, Range, apply

MAX_ORDER = 10
SIDES = {"+": 1, "-": -1}

#: Commands of LaTeX for functions of the plain syntax.
COMMANDS = {
    r"\sin": "sin", r"\cos": "cos", r"\tan": "tan", r"\arcsin": "asin", r"\arccos": "acos", r"\arctan": "atan",
    r"\sinh": "sinh", r"\cosh": "cosh", r"\tanh": "tanh", r"\operatorname{arsinh}": "asinh",
    r"\operatorname{arcosh}": "acosh", r"\operatorname{artanh}": "atanh", r"\operatorname{erf}": "erf",
    r"\operatorname{sgn}": "sign", r"\operatorname{sign}": "sign",
}  # fmt: skip


def fraction(parser: ExpressionParser) -> Term:
    r"""``\frac{d}{dx} f``, ``\frac{d^{2}f}{dx^{2}}``, the same with ``\partial``, or a quotient."""
    below = parser.partners.get(parser.position + 1, -1) + 1
    first = parser.tokens[parser.position + 2].text if parser.follows("{") else ""
    marks = [t.text for t in parser.tokens[below : below + 2]]
    if first not in (DIFFERENTIAL, PARTIAL) or marks != ["{", first]:
        return basic.fraction(parser)
    start = parser.token
    parser.position += 3
    order = _order(parser, parser.script() if parser.accept("^") else ONE)
    body = None if parser.text == "}" else nested_operand(parser)
    parser.expect("}", "after the numerator of a derivative")
    parser.position += 2
    name = _variable(parser, order)
    parser.expect("}", "after the variable of a derivative")
    body = _operand(parser) if body is None else body
    if body.head == "sym" and body.name != name:
        parser.fail(f"{body.name} does not depend on {name} as it is written; write out what it stands for", start)
    for _ in range(order):
        body = Term("partial", (body,), name)
    return body


def _order(parser: ExpressionParser, times: Term) -> int:
    if times.head != "num" or times.value.denominator != 1 or not 1 <= times.value <= MAX_ORDER:
        parser.fail(f"expected a whole number from 1 to {MAX_ORDER} as the order of a derivative before {parser.token}")
    return int(times.value)


def _variable(parser: ExpressionParser, order: int) -> str:
    """The symbol in the denominator of a derivative, with its order."""
    first = parser.token
    found = nucleus.read(parser.tokens, parser.position, parser.file)
    parser.position = found.end
    written = found.sup.spelling if found.sup else ("1",)
    if written != (str(order),):
        parser.fail(f"the order of the derivative is {order} above and {''.join(written)} below", first)
    return parser.bare_symbol(Key(found.base, found.key.sub), first).name


def _operand(parser: ExpressionParser) -> Term:
    r"""What ``\frac{d}{dx}`` applies to: one pair of brackets, or the product that is the rest of the expression."""
    bracketed = parser.text in ("(", "[")
    term = parser.operand() if bracketed else parser.product()
    parser.end_term("after what is derived, summed or goes to a limit", of_sum=not bracketed)
    return term


def function(name: str) -> Callable[[ExpressionParser], Term]:
    r"""``\sin(x)``, ``\sin^{2}x``: the construct of a function of one argument."""

    def read(parser: ExpressionParser) -> Term:
        token = parser.advance()
        exponent = parser.script() if parser.accept("^") else None
        if exponent is not None and not (exponent.head == "num" and exponent.value > 0):
            parser.fail(f"is a power or an inverse of {token} meant?", token)
        term = apply(name, _argument(parser))
        return term if exponent is None else power(term, exponent)

    return read


def _argument(parser: ExpressionParser) -> Term:
    """An argument in brackets, or numbers and symbols side by side."""
    first = parser.token
    if parser.text in ("(", "["):
        term = parser.enclosed(OPENERS[parser.advance().text])
        if parser.text in ("^", "_"):
            parser.fail(f"does {parser.token} belong to the function or to its argument? use ( )")
        return term
    factors = [parser.operand()]
    while parser.token.kind in (NAME, NUMBER) and parser.text not in parser.constructs:
        parser.check_juxtaposed(first, factors[-1])
        factors.append(parser.factor())
    if parser.text not in COMMANDS:
        parser.end_term("after a function without brackets")
    return mul(*factors)


def logarithm(parser: ExpressionParser) -> Term:
    r"""``\log x``, the natural one, or ``\log_{b}x``."""
    token = parser.advance()
    base = parser.script() if parser.accept("_") else None
    if parser.text == "^":
        parser.fail(f"write the power of {token} after its argument in ( )")
    inside = _argument(parser)
    return apply("log", inside) if base is None else apply("log", inside, base)


def root(parser: ExpressionParser) -> Term:
    r"""``\sqrt{x}`` or ``\sqrt[n]{x}``, the principal one."""
    if not parser.follows("["):
        return basic.root(parser)
    parser.position += 2
    degree = parser.enclosed("]")
    inverse = num(1 / degree.value) if degree.head == "num" and degree.value else div(ONE, degree)
    return parser.exponent(power(parser.group(), inverse))


def binomial(parser: ExpressionParser) -> Term:
    r"""``\binom{n}{k}``."""
    parser.advance()
    return apply("binomial", parser.group(), parser.group())


def limit(parser: ExpressionParser) -> Term:
    r"""``\lim_{x\to a}f``, ``\lim_{x\to a^{+}}f``."""
    parser.advance()
    parser.expect("_", r"after \lim")
    end = parser.partners.get(parser.position, 0)
    parser.expect("{", "before what a limit approaches")
    side = _side(parser, end)
    name = parser.declared_symbol().name
    parser.expect(r"\to", "in a limit")
    place = parser.enclosed("}")
    parser.position = end + 1
    return OPERATORS["Limit"].make(_operand(parser), Range(name, (place, num(side))))


def _side(parser: ExpressionParser, end: int) -> int:
    """The side told by ``^{+}`` or ``^-`` before the closing brace, which then closes the expression before it."""
    for sign, side in SIDES.items():
        for tail in ["^", sign], ["^", "{", sign, "}"]:
            start = end - len(tail)
            if [t.text for t in parser.tokens[start:end]] == tail:
                parser.tokens[start] = replace(parser.tokens[start], text="}")
                return side
    return 0


def total(parser: ExpressionParser) -> Term:
    r"""``\sum_{k=a}^{b}f``."""
    token = parser.advance()
    name, low, high = parser.limits(named=True)
    if not name:
        parser.fail(f"{token} has no index; write it as {{k=...}}", token)
    return OPERATORS["Sum"].make(_operand(parser), Range(name, (low, high)))


def infinity(parser: ExpressionParser) -> Term:
    r"""``\infty``, which is no number; only an end of a range."""
    parser.advance()
    return CONSTANTS["oo"]


ANALYSIS: Constructs = {
    **CONSTRUCTS, r"\frac": fraction, r"\sqrt": root, r"\log": logarithm, r"\binom": binomial, r"\lim": limit,
    r"\sum": total, r"\infty": infinity, **{command: function(name) for command, name in COMMANDS.items()},
}  # fmt: skip
