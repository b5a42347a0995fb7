"""What the names of the plain syntax mean: one row a function, an operator or a constant.

A row makes a kernel term.  What the kernel has no head for yet has a row that makes a term with the head ``later``; it
never reaches the kernel, and a claim that has one in it is open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from symcheck.kernel.term import ONE, Term, deriv, div, num, power, sym

LATER = "later"
HALF = num("1/2")
BEYOND_REALS = frozenset(("I", "zoo", "nan", "inf", "infinity", "True", "False", "None"))
"""Names that mean something which is no real number; they can be used only for declared symbols."""


@dataclass(frozen=True)
class Function:
    """From ``low`` to ``high`` arguments, of which ``make`` makes a term."""

    low: int
    high: int
    make: Callable[..., Term]


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


def later(name: str, *args: Term) -> Term:
    """A term that the kernel does not know yet."""
    return Term(LATER, args, name)


def unsupported(term: Term) -> str:
    """The name of the first thing in a term that the kernel does not know yet; empty if it knows all."""
    if term.head == LATER:
        return term.name
    return next((name for name in map(unsupported, term.args) if name), "")


def _head(name: str) -> Function:
    return Function(1, 1, lambda x: Term(name, (x,)))


def _later(name: str, low: int = 1, high: int | None = None) -> Function:
    return Function(low, high or low, lambda *args: later(name, *args))


def _choice(head: str) -> Function:
    return Function(1, 100, lambda *args: Term(head, args) if len(args) > 1 else args[0])


def _log(x: Term, base: Term | None = None) -> Term:
    natural = Term("log", (x,))
    return natural if base is None else div(natural, Term("log", (base,)))


def _derivative(body: Term, place: Range) -> Term:
    return deriv(body, place.name, sym(place.name))


def _integral(body: Term, place: Range) -> Term:
    return Term("integral", (body, *place.ends), place.name)


def _later_operator(name: str) -> Callable[[Term, Range], Term]:
    return lambda body, place: later(name, body, sym(place.name), *place.ends)


FUNCTIONS: dict[str, Function] = {
    "sqrt": Function(1, 1, lambda x: power(x, HALF)),
    "exp": _head("exp"), "log": Function(1, 2, _log), "ln": Function(1, 1, _log), "Abs": _head("abs"),
    "Min": _choice("min"), "Max": _choice("max"),
    "sin": _later("sin"), "cos": _later("cos"), "tan": _later("tan"),
    "asin": _later("asin"), "acos": _later("acos"), "atan": _later("atan"),
    "sinh": _later("sinh"), "cosh": _later("cosh"), "tanh": _later("tanh"),
    "asinh": _later("asinh"), "acosh": _later("acosh"), "atanh": _later("atanh"),
    "sign": _later("sign"), "floor": _later("floor"), "ceiling": _later("ceiling"),
    "factorial": _later("factorial"), "binomial": _later("binomial", 2), "gamma": _later("gamma"), "erf": _later("erf"),
}  # fmt: skip
OPERATORS: dict[str, Operator] = {
    "Derivative": Operator("count", _derivative),
    "Integral": Operator("ends", _integral),
    "Sum": Operator("ends", _later_operator("Sum")),
    "Limit": Operator("point", _later_operator("Limit")),
}
CONSTANTS: dict[str, Term] = {
    "E": Term("exp", (ONE,)), "pi": later("pi"), "oo": later("oo"), "EulerGamma": later("EulerGamma"),
}  # fmt: skip
RELATIONS = {"==": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge", "O": "O", "Theta": "Theta", "~": "~"}
"""Each relation as it is written, and what it is called; ``O``, ``Theta`` and ``~`` say how something grows."""
GROWTH = frozenset(("O", "Theta", "~"))
