"""The derivative table, where a term is defined and continuous, and rigorous evaluation of closed terms."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from types import MappingProxyType

from symcheck.kernel import term as t
from symcheck.kernel.context import Context
from symcheck.kernel.facts import NEG, NIL, POS, Fact, map_fact, rational, whole
from symcheck.kernel.interval import Arithmetic, Interval, point
from symcheck.kernel.term import BINDERS, ONE, ZERO, Term, neg, num, require

MAX_SUMMANDS = 500
MAX_WRITTEN_OUT = 10**6  # nodes of all terms of a sum, when each sum in it has as many as it may
Functions = Mapping[str, int]
"""Each unspecified function and how often it may be differentiated, for which it has one argument."""
Conditions = list[Fact]
"""Facts that must hold; an equation ``u = u`` says that the term u must be defined."""


def defined(term: Term) -> Fact:
    """The condition that ``term`` is defined."""
    return Fact("eq", term, term)


def conditions(term: Term) -> Conditions:
    """What the outermost operation needs to be defined; of a power, only if its exponent is a number."""
    if term.head == "div":
        return [Fact("ne", term.args[1], ZERO)]
    if term.head == "log":
        return [Fact("lt", ZERO, term.args[0])]
    if term.head == "asin":
        return [Fact("le", num(-1), term.args[0]), Fact("le", term.args[0], ONE)]
    value = rational(term.args[1]) if term.head == "pow" else None
    if value is None or (value.denominator == 1 and value > 0):
        return []
    if value.denominator == 1:
        return [Fact("ne", term.args[0], ZERO)]
    return [Fact("lt" if value < 0 else "le", ZERO, term.args[0])]


# -- derivatives --------------------------------------------------------------------------------------------------


def differentiate(term: Term, name: str, functions: Functions, needs: Conditions) -> Term:
    """The derivative of ``term`` in ``name``, valid wherever ``needs``, which is extended, are met.

    The needs are strict inequalities between continuous terms, so they are met near the point too and the result may
    be differentiated again.
    """
    if name not in t.free(term):
        needs.append(defined(term))
        return ZERO
    if order := unspecified(term):
        function, times, argument = order
        require(functions.get(function, 0) > times, function, "is not declared differentiable", times + 1, "times")
        slope = function_derivative(function, times + 1, argument)
        return t.mul(slope, differentiate(argument, name, functions, needs))
    if term.head == "deriv":
        value, inside = derivative_at(term, functions)
        for need in inside:  # must be met near the point as well, hence be differentiable there
            needs.append(need)
            differentiate(need.left, name, functions, needs)
            differentiate(need.right, name, functions, needs)
        return differentiate(value, name, functions, needs)
    if term.head in ("max", "min"):
        return differentiate(_by_size(term), name, functions, needs)
    require(term.head in DERIVATIVES, "no derivative rule for", term.head)
    if term.head in ("abs", "sign"):
        needs.append(Fact("ne", term.args[0], ZERO))
    elif term.head == "asin":
        needs.extend((Fact("lt", num(-1), term.args[0]), Fact("lt", term.args[0], ONE)))
    elif term.head == "pow" and not _whole_power(term):
        needs.append(Fact("lt", ZERO, term.args[0]))
    else:
        needs.extend(conditions(term))
    return DERIVATIVES[term.head](term, [differentiate(a, name, functions, needs) for a in term.args])


def _by_size(term: Term) -> Term:
    """max(a, b) as (a + b + |a - b|)/2, min(a, b) as (a + b - |a - b|)/2; of more terms, b is that of the others."""
    first, *rest = term.args
    other = Term(term.head, tuple(rest)) if len(rest) > 1 else rest[0]
    size = Term("abs", (t.sub(first, other),))
    return t.mul(num("1/2"), t.add(first, other, size if term.head == "max" else neg(size)))


def derivative_at(term: Term, functions: Functions) -> tuple[Term, Conditions]:
    """The value of a term with the head ``deriv``, and what it needs at its point."""
    needs: Conditions = []
    at = {term.name: term.args[1]}
    value = t.substitute(differentiate(term.args[0], term.name, functions, needs), at)
    return value, [map_fact(need, at) for need in needs]


def unspecified(term: Term) -> tuple[str, int, Term] | None:
    """(f, k, u) when ``term`` is the k-th derivative of a function f of one argument, at u."""
    if term.head == "call" and len(term.args) == 1:
        return term.name, 0, term.args[0]
    inner = unspecified(term.args[0]) if term.head == "deriv" else None
    return (inner[0], inner[1] + 1, term.args[1]) if inner and inner[2] == t.sym(term.name) else None


def function_derivative(name: str, order: int, place: Term) -> Term:
    """The term for the ``order``-th derivative of the function ``name`` at a point."""
    bound = t.fresh("z", t.free(place))
    return t.deriv(function_derivative(name, order - 1, t.sym(bound)), bound, place) if order else t.call(name, place)


def _sum(*parts: Term) -> Term:
    return t.add(*(p for p in parts if p != ZERO))


def _product(*parts: Term) -> Term:
    return ZERO if ZERO in parts else t.mul(*(p for p in parts if p != ONE))


def _whole_power(term: Term) -> bool:
    value = rational(term.args[1])
    return value is not None and value.denominator == 1 and value != 0


def _power_rule(term: Term, slopes: list[Term]) -> Term:
    base, exponent = term.args
    value = rational(exponent)
    if value is not None and _whole_power(term):
        return _product(exponent, t.power(base, num(value - 1)), slopes[0]) if value != 1 else slopes[0]
    inner = _product(exponent, t.power(base, t.add(exponent, num(-1))), slopes[0])
    return _sum(inner, _product(term, Term("log", (base,)), slopes[1]))


def _quotient_rule(term: Term, slopes: list[Term]) -> Term:
    (top, bottom), (above, below) = term.args, slopes
    first = t.div(above, bottom) if above != ZERO else ZERO
    return _sum(first, neg(t.div(_product(top, below), t.power(bottom, num(2)))) if below != ZERO else ZERO)


DERIVATIVES: dict[str, Callable[[Term, list[Term]], Term]] = {
    "sym": lambda *_: ONE,
    "add": lambda _, slopes: _sum(*slopes),
    "neg": lambda _, slopes: neg(*slopes),
    "mul": lambda u, slopes: _sum(*(_product(*u.args[:i], s, *u.args[i + 1 :]) for i, s in enumerate(slopes))),
    "div": _quotient_rule,
    "pow": _power_rule,
    "exp": lambda u, slopes: t.mul(u, *slopes),
    "log": lambda u, slopes: t.div(*slopes, *u.args),
    "abs": lambda u, slopes: t.div(t.mul(*u.args, *slopes), u),
    "sign": lambda *_: ZERO,
    "pi": lambda *_: ZERO,
    "euler": lambda *_: ZERO,
    "sin": lambda u, slopes: t.mul(Term("cos", u.args), *slopes),
    "cos": lambda u, slopes: neg(t.mul(Term("sin", u.args), *slopes)),
    "atan": lambda u, slopes: t.div(slopes[0], t.add(ONE, t.power(u.args[0], num(2)))),
    "erf": lambda u, slopes: t.div(
        t.mul(num(2), Term("exp", (neg(t.power(u.args[0], num(2))),)), *slopes), t.power(Term("pi"), num("1/2"))
    ),
    "asin": lambda u, slopes: t.div(slopes[0], t.power(t.sub(ONE, t.power(u.args[0], num(2))), num("1/2"))),
    "asinh": lambda u, slopes: t.div(slopes[0], t.power(t.add(ONE, t.power(u.args[0], num(2))), num("1/2"))),
}
"""One row an operation, from the derivatives of its arguments; nothing else is differentiated."""

# -- where a term is defined --------------------------------------------------------------------------------------


def met(context: Context, needs: Iterable[Fact], functions: Functions, existing: Container[Term] = ()) -> None:
    """Reject unless the facts of ``context`` show every need."""
    for need in needs:
        if need.rel == "eq":
            missing = unmet(context, need.left, functions, existing)
            require(not missing, "not shown:", *missing[:1])
        else:
            require(context.holds(need), "not shown:", need)


def unmet(context: Context, term: Term, functions: Functions, existing: Container[Term]) -> list[str]:
    """What is missing for ``term`` to be defined, and continuous in its symbols, wherever the facts hold.

    ``existing`` are the derivatives, integrals and maxima whose existence a step of the proof has shown.
    """
    head, args, missing = term.head, term.args, list[str]()
    if order := unspecified(term):
        args = (order[2],)
        missing = [] if functions.get(order[0], -1) >= order[1] else [f"{order[0]} is not declared"]
    elif head == "sum" and term not in existing:
        return _unmet_sum(context, term, functions, existing)
    elif head in BINDERS:
        args = args[1:]
        missing = [] if term in existing else [f"no step shows that {term} exists"]
    elif head == "call" and functions.get(term.name, -1) < 0:
        return [f"{term.name} is not declared"]
    missing += [m for a in args for m in unmet(context, a, functions, existing)]
    if missing:
        return missing
    if head == "gamma" and context.sign(args[0]) & ~POS:
        return [str(Fact("lt", ZERO, args[0]))]
    if head == "pow" and rational(args[1]) is None:
        base = context.sign(args[0])
        fine = not base & ~POS or not (base & NEG or context.sign(args[1]) & ~POS)
        fine = fine or (not base & NIL and context.whole(args[1]))
        return [] if fine else [str(Fact("lt", ZERO, args[0]))]
    return [str(need) for need in conditions(term) if not context.holds(need)]


def _unmet_sum(context: Context, term: Term, functions: Functions, existing: Container[Term]) -> list[str]:
    """What is missing for a sum to be defined: ends that are integers in order, and each of its terms."""
    body, low, high = term.args
    fine = context.whole(low) and context.whole(high) and context.holds(Fact("le", low, t.add(high, ONE)))
    if not fine:
        return [f"integers {low} and {high}, not further apart than 1 the wrong way"]
    taken = t.free(term).union(*(fact.free() for fact in context.facts))
    k = t.sym(t.fresh(f"_{term.name}", taken))  # no symbol of a statement is named so, nor any number
    inside = Context(context)
    inside.assume([whole(k), Fact("le", low, k), Fact("le", k, high)])
    for least in (ZERO, ONE):  # the signs do not add up two facts
        inside.assume(Fact(rel, least, k) for rel in ("le", "lt") if context.holds(Fact(rel, least, low)))
    parts = (t.substitute(body, {term.name: k}), low, high)
    return [m for part in parts for m in unmet(inside, part, functions, existing)]


# -- evaluation ---------------------------------------------------------------------------------------------------


def evaluate(term: Term, arithmetic: Arithmetic, part: Mapping[str, Interval] = MappingProxyType({})) -> Interval:
    """An enclosure of a term for all values of its symbols in ``part``; rejected where it is not seen to be defined."""
    if term.head == "num":
        return point(term.value)
    if term.head == "deriv":
        evaluate(term.args[1], arithmetic, part)  # the point itself must be defined
        value, needs = derivative_at(term, {})
        for need in needs:
            require(decide(need, arithmetic, part) or need.rel == "eq", "not shown:", need)
        return evaluate(value, arithmetic, part)
    if term.head == "sym" and term.name in part:
        return part[term.name]
    if term.head == "sum":
        return arithmetic.add(*(evaluate(u, arithmetic, part) for u in summands(term, arithmetic)))
    require(term.head in EVALUATIONS, "cannot evaluate", term)
    return EVALUATIONS[term.head](arithmetic, *(evaluate(a, arithmetic, part) for a in term.args))


def summands(term: Term, arithmetic: Arithmetic) -> list[Term]:
    """The terms of a sum whose ends are integers without symbols, in order, and not too far apart."""
    body, *ends = term.args
    low, high = (evaluate(end, arithmetic) for end in ends)
    require(low.is_point and high.is_point, "the ends of the sum are not exact")
    first, last = low.lo, high.lo
    require(first.denominator == last.denominator == 1, "the ends of the sum are not integers")
    require(-1 <= last - first < MAX_SUMMANDS, "too many terms, or a sum whose end lies before its start")
    weight = body.size * MAX_SUMMANDS ** sum(u.head == "sum" for u in t.walk(body))
    require((last - first + 1) * weight <= MAX_WRITTEN_OUT, "too many terms of sums in a sum")
    return [t.substitute(body, {term.name: num(first + k)}) for k in range(int(last - first) + 1)]


EVALUATIONS: dict[str, Callable[..., Interval]] = {
    "add": Arithmetic.add, "mul": Arithmetic.mul, "neg": Arithmetic.neg, "div": Arithmetic.div, "pow": Arithmetic.power,
    "exp": Arithmetic.exp, "log": Arithmetic.log, "abs": Arithmetic.abs, "min": Arithmetic.min, "max": Arithmetic.max,
    "sin": Arithmetic.sin, "cos": Arithmetic.cos, "asin": Arithmetic.asin, "atan": Arithmetic.atan,
    "asinh": Arithmetic.asinh, "sign": Arithmetic.sign, "floor": Arithmetic.floor, "gamma": Arithmetic.gamma,
    "erf": Arithmetic.erf, "pi": Arithmetic.pi, "euler": Arithmetic.euler,
}  # fmt: skip
"""One row an operation; nothing else is evaluated."""


def decide(fact: Fact, arithmetic: Arithmetic, part: Mapping[str, Interval] = MappingProxyType({})) -> bool:
    """Whether enclosures show a fact for all values of its symbols in ``part``; False says only that they don't."""
    left, right = evaluate(fact.left, arithmetic, part), evaluate(fact.right, arithmetic, part)
    if fact.rel == "eq":
        return left.is_point and left == right
    if fact.rel == "ne":
        return left.hi < right.lo or right.hi < left.lo
    return left.hi < right.lo if fact.rel == "lt" else left.hi <= right.lo
