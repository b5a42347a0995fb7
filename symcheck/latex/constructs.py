r"""The commands and brackets that begin a factor, one function each; ``CONSTRUCTS`` is the table of all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from symcheck.kernel.term import Term, div
from symcheck.latex import nucleus
from symcheck.latex.expression import DIFFERENTIAL, UNDERBRACE, ExpressionParser
from symcheck.latex.tokens import OPENERS

ARGMAX = r"\operatorname*{argmax}"
PARTIAL = r"\partial"


def bracketed(parser: ExpressionParser) -> Term:
    r"""``(x)`` or ``[x]`` with an exponent, ``[F]_{a}^{b}``, ``(f\circ g)(x)``."""
    if _holds(parser, r"\circ"):
        return composite(parser)
    opener = parser.advance()
    inside = parser.enclosed(OPENERS[opener.text])
    if opener.text == "[" and _has_lower_limit(parser):
        return parser.evaluated(inside, opener)
    return parser.exponent(inside)


def _holds(parser: ExpressionParser, text: str) -> bool:
    """Whether ``text`` stands directly inside the brackets that are next."""
    position, end = parser.position + 1, parser.partners[parser.position]
    while position < end:
        if parser.tokens[position].text == text:
            return True
        position = parser.partners[position] if parser.tokens[position].text in OPENERS else position
        position += 1
    return False


def _has_lower_limit(parser: ExpressionParser) -> bool:
    if parser.text != "^":
        return parser.text == "_"
    end = nucleus.script_end(parser.tokens, parser.position + 1, parser.file)
    return parser.tokens[end].text == "_"


def composite(parser: ExpressionParser) -> Term:
    r"""``(f\circ g)(x)`` or its derivative ``(f\circ g)^{\prime}(x)``."""
    parser.expect("(", "before a composition")
    names = [_function(parser)]
    while parser.accept(r"\circ"):
        names.append(_function(parser))
    parser.expect(")", "after a composition")
    primes = 0
    if parser.accept("^"):
        first, start = parser.token, parser.position
        parser.position = nucleus.script_end(parser.tokens, start, parser.file)
        script = nucleus.spelling(parser.tokens[start : parser.position])
        primes = len(script)
        if set(script) != {r"\prime"}:
            parser.fail("expected a prime; an exponent goes after the argument", first)
    parser.expect("(", "with the argument of a composition")
    result = Term("composite", (parser.enclosed(")"),), " ".join(names))
    return parser.exponent(Term("prime", (result,), str(primes)) if primes else result)


def _function(parser: ExpressionParser) -> str:
    """The name of a declared function of one argument."""
    first, start = parser.token, parser.position
    found = nucleus.read(parser.tokens, start, parser.file)
    entry = parser.notation.find(found.key)
    if found.outer or entry is None or entry.function is None or 1 not in entry.function.arity:
        parser.fail(f"expected a function of one argument, found {parser.shown(start, found.end)}", first)
    parser.position = found.end
    return entry.function.name


def absolute(parser: ExpressionParser) -> Term:
    r"""``\left|x\right|`` or ``\lvert x\rvert``."""
    parser.advance()
    return parser.exponent(Term("abs", (parser.enclosed(r"\rvert"),)))


def fraction(parser: ExpressionParser) -> Term:
    r"""``\frac{a}{b}``, which is a partial derivative if both parts begin with ``\partial``."""
    parser.advance()
    if parser.text != "{" or not parser.follows(PARTIAL) or _holds(parser, "/"):
        return div(parser.group(), parser.group())
    parser.position += 2
    body = nested_operand(parser)
    parser.expect("}", "after the numerator of a partial derivative")
    parser.expect("{", "before the denominator of a partial derivative")
    variable = _partial_variable(parser)
    parser.expect("}", "after the variable of a partial derivative")
    return Term("partial", (body,), variable)


def nested_operand(parser: ExpressionParser) -> Term:
    """An operand inside braces, where an open integral outside does not end."""
    outer, parser.integrand = parser.integrand, False
    term = parser.operand()
    parser.integrand = outer
    return term


def _partial_variable(parser: ExpressionParser) -> str:
    parser.expect(PARTIAL, "in the denominator of a partial derivative")
    return parser.declared_symbol().name


def partial(parser: ExpressionParser) -> Term:
    r"""``\partial f(x)/\partial x``."""
    parser.advance()
    body = parser.operand()
    parser.expect("/", "in a partial derivative")
    variable = _partial_variable(parser)
    parser.end_term("after a partial derivative with a slash")
    return Term("partial", (body,), variable)


def differential(parser: ExpressionParser) -> Term:
    r"""``\mathrm{d}`` of the next factor."""
    parser.advance()
    return Term("differential", (parser.operand(),))


def root(parser: ExpressionParser) -> Term:
    r"""``\sqrt{x}``."""
    parser.advance()
    return Term("sqrt", (parser.group(),))


def logarithm(parser: ExpressionParser) -> Term:
    r"""``\ln(x)``, or ``\ln`` of one factor at the end of a term."""
    return _applied(parser, "log")


def exponential(parser: ExpressionParser) -> Term:
    r"""``\exp(x)``, or ``\exp`` of one factor at the end of a term."""
    return _applied(parser, "exp")


def _applied(parser: ExpressionParser, head: str) -> Term:
    token = parser.advance()
    if parser.text in ("(", "[") and not _holds(parser, r"\circ"):
        opener = parser.advance()
        term = Term(head, (parser.enclosed(OPENERS[opener.text]),))
        if parser.text in ("^", "_"):
            parser.fail(f"does {parser.token} belong to {token} or to its argument? use ( )")
        return term
    term = Term(head, (parser.operand(),))
    parser.end_term(f"after {token} of one factor without brackets")
    return term


def minimum(parser: ExpressionParser) -> Term:
    r"""``\min\{a,b\}`` or ``\min(a,b)``."""
    return _extremum(parser, "min")


def maximum(parser: ExpressionParser) -> Term:
    r"""``\max\{a,b\}``, ``\max(a,b)`` or ``\max_{t\geq 0}`` of the product after it."""
    return maximum_over(parser) if parser.follows("_") else _extremum(parser, "max")


def _extremum(parser: ExpressionParser, head: str) -> Term:
    token = parser.advance()
    if parser.text not in ("(", r"\{"):
        parser.fail(rf"expected '\{{' or '(' after {token}, found {parser.token}")
    opener = parser.advance()
    terms = parser.listed(OPENERS[opener.text])
    if len(terms) < 2:
        parser.fail(f"{token} needs two or more expressions, found one", token)
    return Term(head, terms)


def maximum_over(parser: ExpressionParser) -> Term:
    r"""``\max_{t\geq a} f``."""
    token = parser.advance()
    parser.expect("_", f"after {token}")
    parser.expect("{", "before the range of a maximum")
    name = parser.declared_symbol().name
    parser.expect(r"\geq", "in the range of a maximum")
    low = parser.enclosed("}")
    return Term("maxover", (_body(parser, f"under {token}"), low), name)


def argmax(parser: ExpressionParser) -> Term:
    r"""``\operatorname*{argmax}_{n,d} f``."""
    token = parser.advance()
    parser.expect("_", f"after {token}")
    parser.expect("{", "before the variables")
    names = [parser.declared_symbol().name]
    while parser.accept(","):
        names.append(parser.declared_symbol().name)
    parser.expect("}", "after the variables")
    return Term("argmax", (_body(parser, f"under {token}"),), " ".join(names))


def _body(parser: ExpressionParser, where: str) -> Term:
    """The product that an operator without brackets applies to; a sum would leave its extent open."""
    term = parser.product()
    parser.end_term(where, of_sum=True)
    return term


def underbrace(parser: ExpressionParser) -> Term:
    r"""``\underbrace{x}_{T_{1}}``; the label is a declared symbol or a ``\text{…}``."""
    parser.advance()
    inside = parser.group()
    parser.expect("_", "with the label of an underbrace")
    parser.expect("{", "before the label of an underbrace")
    if parser.text.startswith(r"\text{"):
        label = parser.advance().text
    else:
        start = parser.position
        label = parser.declared_symbol().latex
        if parser.text != "}":
            parser.fail(f"expected '}}' after the label {parser.shown(start, parser.position)}, found {parser.token}")
    parser.expect("}", "after the label of an underbrace")
    return Term("label", (inside,), label)


def integral(parser: ExpressionParser) -> Term:
    r"""``\int_{a}^{b} f\,\mathrm{d}x``; everything up to the differential is integrated."""
    token = parser.advance()
    _, low, high = parser.limits(named=False)
    outer, parser.integrand = parser.integrand, True
    body = parser.expression()
    if parser.text != DIFFERENTIAL:
        parser.fail(rf"expected '\mathrm{{d}}' to end {token} of column {token.column}, found {parser.token}")
    parser.advance()
    parser.integrand = outer
    name = parser.declared_symbol().name
    parser.end_term("after an integral")
    return Term("integral", (body, low, high), name)


Constructs = Mapping[str, Callable[[ExpressionParser], Term]]
CONSTRUCTS: Constructs = {
    "(": bracketed, "[": bracketed, r"\lvert": absolute, r"\frac": fraction, r"\sqrt": root,
    r"\ln": logarithm, r"\exp": exponential, r"\min": minimum, r"\max": maximum, ARGMAX: argmax,
    UNDERBRACE: underbrace, r"\int": integral, PARTIAL: partial, DIFFERENTIAL: differential,
}  # fmt: skip
