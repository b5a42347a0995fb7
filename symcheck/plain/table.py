"""What the names of the plain syntax mean: one row a function, an operator or a constant.

The parser keeps most functions by name, in terms with the head ``named``, so that a claim is shown as it was written;
``limits.Meaning`` replaces them by kernel terms.  What the kernel can't say yet has a row without a meaning: a claim
that has it is open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import ONE, ZERO, Term, add, deriv, div, mul, neg, num, power, sub, sym

NAMED = "named"
HALF = num("1/2")
PI = Term("pi")
BEYOND_REALS = frozenset(("I", "zoo", "nan", "inf", "infinity", "True", "False", "None"))
"""Names that mean something which is no real number; they can be used only for declared symbols."""


@dataclass(frozen=True)
class Function:
    """From ``low`` to ``high`` arguments, of which ``meaning`` makes a kernel term; None if there is none yet.

    ``direct``: the parser makes that term at once.  ``whole``: defined for integers only, so that a counterexample has
    to have integers there.  ``inside``: what has to be known of the arguments for the meaning to be right.
    """

    low: int
    high: int
    meaning: Callable[..., Term] | None = None
    direct: bool = False
    whole: bool = False
    inside: Callable[..., tuple[Fact, ...]] = lambda *_: ()


@dataclass(frozen=True)
class Range:
    """What stands behind the body of an operator: a symbol, and in a tuple a number of times, or two ends."""

    name: str
    ends: tuple[Term, ...] = ()


@dataclass(frozen=True)
class Operator:
    """Binds the symbol of each range; ``make`` is called for one range after another, the innermost first.

    ``shape`` is how a range is written: ``count`` x or (x, 2); ``ends`` (x, a, b); ``point`` x, a and a direction.
    """

    shape: str
    make: Callable[[Term, Range], Term]


def named(name: str, *args: Term) -> Term:
    """What is kept by its name."""
    return Term(NAMED, args, name)


def apply(name: str, *args: Term) -> Term:
    """The term of a function in FUNCTIONS with the right number of arguments."""
    row = FUNCTIONS[name]
    return row.meaning(*args) if row.meaning and row.direct else named(name, *args)


def meaning(term: Term) -> Term:
    """The kernel term that a function of such terms means; what has no meaning yet stays."""
    row = FUNCTIONS.get(term.name) if term.head == NAMED else None
    return row.meaning(*term.args) if row and row.meaning else term


def unsupported(term: Term) -> str:
    """The name of the first thing in a term that has no meaning yet; empty if all of it has one."""
    if term.head == NAMED and not (term.name in FUNCTIONS and FUNCTIONS[term.name].meaning):
        return term.name
    return next((name for name in map(unsupported, term.args) if name), "")


def _head(head: str) -> Function:
    return Function(1, 1, lambda x: Term(head, (x,)), direct=True)


def _choice(head: str) -> Function:
    return Function(1, 100, lambda *args: Term(head, args) if len(args) > 1 else args[0], direct=True)


def _log(x: Term, base: Term | None = None) -> Term:
    natural = Term("log", (x,))
    return natural if base is None else div(natural, Term("log", (base,)))


def _derivative(body: Term, place: Range) -> Term:
    return deriv(body, place.name, sym(place.name))


def _integral(body: Term, place: Range) -> Term:
    return Term("integral", (body, *place.ends), place.name)


def _named_operator(name: str) -> Callable[[Term, Range], Term]:
    return lambda body, place: named(name, body, sym(place.name), *place.ends)


def _exp(x: Term) -> Term:
    return Term("exp", (x,))


def _tan(x: Term) -> Term:
    return div(Term("sin", (x,)), Term("cos", (x,)))


def _cot(x: Term) -> Term:
    return div(Term("cos", (x,)), Term("sin", (x,)))


def _sec(x: Term) -> Term:
    return div(ONE, Term("cos", (x,)))


def _csc(x: Term) -> Term:
    return div(ONE, Term("sin", (x,)))


def _acos(x: Term) -> Term:
    return sub(div(PI, num(2)), Term("asin", (x,)))


def _ceiling(x: Term) -> Term:
    return neg(Term("floor", (neg(x),)))


def _sinh(x: Term) -> Term:
    return div(sub(_exp(x), _exp(neg(x))), num(2))


def _cosh(x: Term) -> Term:
    return div(add(_exp(x), _exp(neg(x))), num(2))


def _tanh(x: Term) -> Term:
    return div(sub(_exp(x), _exp(neg(x))), add(_exp(x), _exp(neg(x))))


def _acosh(x: Term) -> Term:
    return _log(add(x, mul(power(sub(x, ONE), HALF), power(add(x, ONE), HALF))))


def _atanh(x: Term) -> Term:
    return div(_log(div(add(ONE, x), sub(ONE, x))), num(2))


def _factorial(n: Term) -> Term:
    return Term("gamma", (add(n, ONE),))


def _binomial(n: Term, k: Term) -> Term:
    return div(_factorial(n), mul(_factorial(k), _factorial(sub(n, k))))


FUNCTIONS: dict[str, Function] = {
    "sqrt": Function(1, 1, lambda x: power(x, HALF), direct=True),
    "exp": _head("exp"), "log": Function(1, 2, _log, direct=True), "ln": Function(1, 1, _log, direct=True),
    "Abs": _head("abs"), "Min": _choice("min"), "Max": _choice("max"),
    "sin": _head("sin"), "cos": _head("cos"), "tan": Function(1, 1, _tan),
    "cot": Function(1, 1, _cot), "sec": Function(1, 1, _sec), "csc": Function(1, 1, _csc),
    "asin": _head("asin"), "acos": Function(1, 1, _acos), "atan": _head("atan"),
    "sinh": Function(1, 1, _sinh), "cosh": Function(1, 1, _cosh), "tanh": Function(1, 1, _tanh),
    "asinh": _head("asinh"), "acosh": Function(1, 1, _acosh), "atanh": Function(1, 1, _atanh),
    "sign": _head("sign"), "floor": _head("floor"), "ceiling": Function(1, 1, _ceiling),
    "factorial": Function(1, 1, _factorial, whole=True),
    # Outside of 0 <= k <= n it is 0, which the quotient of factorials is not.
    "binomial": Function(2, 2, _binomial, whole=True, inside=lambda n, k: (Fact("le", ZERO, k), Fact("le", k, n))),
    "gamma": _head("gamma"), "erf": _head("erf"), "erfc": Function(1, 1, lambda x: sub(ONE, Term("erf", (x,)))),
    **{name: Function(1, 1) for name in ("zeta", "digamma", "LambertW")},
}  # fmt: skip
OPERATORS: dict[str, Operator] = {
    "Derivative": Operator("count", _derivative),
    "Integral": Operator("ends", _integral),
    "Sum": Operator("ends", lambda body, place: Term("sum", (body, *place.ends), place.name)),
    "Limit": Operator("point", _named_operator("Limit")),
}
CONSTANTS: dict[str, Term] = {"E": _exp(ONE), "pi": PI, "oo": named("oo"), "EulerGamma": Term("euler")}
RELATIONS = {"==": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge", "O": "O", "Theta": "Theta", "~": "~"}
"""Each relation as it is written, and what it is called; ``O``, ``Theta`` and ``~`` say how something grows."""
GROWTH = frozenset(("O", "Theta", "~"))
