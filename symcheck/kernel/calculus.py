"""The derivative table, where a term is defined and continuous, and rigorous evaluation of closed terms."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

from symcheck.kernel.context import NEG, NIL, POS, Context, Fact, map_fact, rational
from symcheck.kernel.interval import Arithmetic, Interval, point
from symcheck.kernel.term import ONE, ZERO, Reject, Term, add, call, deriv, div, free, fresh, mul, neg, num, power
from symcheck.kernel.term import sub, substitute, sym

Functions = Mapping[str, int]
"""Each unspecified function and how often it may be differentiated, for which it has one argument."""
Conditions = list[Fact | Term]
"""Facts that must hold, and terms that must be defined."""
Derive = Callable[[Term], Term]
MINUS_ONE = num(-1)


def differentiate(term: Term, name: str, functions: Functions, needs: Conditions) -> Term:
    """The derivative of ``term`` in ``name``, valid wherever ``needs``, which is extended, are met.

    The needs are strict inequalities between continuous terms, so they are met near the point too and the result may
    be differentiated again.
    """
    if name not in free(term):
        needs.append(term)
        return ZERO
    if term.head in DERIVATIVES:
        return DERIVATIVES[term.head](term.args, lambda t: differentiate(t, name, functions, needs), needs)
    order = unspecified(term)
    if order:
        if functions.get(order[0], 0) <= order[1]:
            raise Reject(f"{order[0]} is not declared differentiable {order[1] + 1} times")
        inner = differentiate(order[2], name, functions, needs)
        return mul(function_derivative(order[0], order[1] + 1, order[2]), inner)
    if term.head == "deriv":
        inside: Conditions = []
        at = {term.name: term.args[1]}
        value = substitute(differentiate(term.args[0], term.name, functions, inside), at)
        for need in inside:  # must be met near the point as well, hence be differentiable there
            shifted = map_fact(need, at) if isinstance(need, Fact) else substitute(need, at)
            needs.append(shifted)
            for part in (shifted.left, shifted.right) if isinstance(shifted, Fact) else (shifted,):
                differentiate(part, name, functions, needs)
        return differentiate(value, name, functions, needs)
    raise Reject(f"no derivative rule for {term.head}")


def unspecified(term: Term) -> tuple[str, int, Term] | None:
    """(f, k, u) when ``term`` is the k-th derivative of a function f of one argument, at u."""
    if term.head == "call" and len(term.args) == 1:
        return term.name, 0, term.args[0]
    if term.head == "deriv":
        inner = unspecified(term.args[0])
        if inner and inner[2] == sym(term.name):
            return inner[0], inner[1] + 1, term.args[1]
    return None


def function_derivative(name: str, order: int, point_: Term) -> Term:
    """The term for the ``order``-th derivative of the function ``name`` at a point."""
    bound = fresh("z", free(point_))
    return deriv(function_derivative(name, order - 1, sym(bound)), bound, point_) if order else call(name, point_)


def _sum(parts: list[Term]) -> Term:
    return add(*(p for p in parts if p != ZERO))


def _product_term(args: tuple[Term, ...], place: int, slope: Term) -> Term:
    """One summand of the product rule: the factor at ``place`` replaced by its derivative."""
    others = (*args[:place], *args[place + 1 :])
    return ZERO if slope == ZERO else mul(*others) if slope == ONE else mul(*args[:place], slope, *args[place + 1 :])


def _power_rule(args: tuple[Term, ...], d: Derive, needs: Conditions) -> Term:
    base, exponent = args
    value = rational(exponent)
    if value is not None and value.denominator == 1 and value != 0:
        if value < 0:
            needs.append(Fact("ne", base, ZERO))
        return _product_term((exponent, power(base, num(value - 1)), ONE), 2, d(base)) if value != 1 else d(base)
    needs.append(Fact("lt", ZERO, base))
    inner, change = d(base), d(exponent)
    slope = (exponent, power(base, add(exponent, MINUS_ONE)), ONE)
    growth = (power(base, exponent), Term("log", (base,)), ONE)
    return _sum([_product_term(slope, 2, inner), _product_term(growth, 2, change)])


def _quotient_rule(args: tuple[Term, ...], d: Derive, needs: Conditions) -> Term:
    top, bottom = args
    needs.append(Fact("ne", bottom, ZERO))
    above, below = d(top), d(bottom)
    second = neg(div(_product_term((top, bottom), 1, below), power(bottom, num(2))))
    return _sum([div(above, bottom) if above != ZERO else ZERO, second if below != ZERO else ZERO])


def _log_rule(args: tuple[Term, ...], d: Derive, needs: Conditions) -> Term:
    needs.append(Fact("lt", ZERO, args[0]))
    return div(d(args[0]), args[0])


def _abs_rule(args: tuple[Term, ...], d: Derive, needs: Conditions) -> Term:
    needs.append(Fact("ne", args[0], ZERO))
    return div(mul(args[0], d(args[0])), Term("abs", args))


DERIVATIVES: dict[str, Callable[[tuple[Term, ...], Derive, Conditions], Term]] = {
    "sym": lambda args, d, needs: ONE,
    "add": lambda args, d, needs: _sum([d(a) for a in args]),
    "neg": lambda args, d, needs: neg(d(args[0])),
    "mul": lambda args, d, needs: _sum([_product_term(args, i, d(a)) for i, a in enumerate(args)]),
    "div": _quotient_rule,
    "pow": _power_rule,
    "exp": lambda args, d, needs: mul(Term("exp", args), d(args[0])),
    "log": _log_rule,
    "abs": _abs_rule,
}
"""One row an operation; nothing else is differentiated."""


def met(context: Context, needs: Conditions, functions: Functions) -> None:
    """Reject unless the facts of ``context`` show every need."""
    for need in needs:
        if isinstance(need, Fact):
            if not context.holds(need):
                raise Reject(f"not shown: {show(need)}")
        else:
            for missing in unmet(context, need, functions, ()):
                raise Reject(f"not shown: {missing}")


def unmet(context: Context, term: Term, functions: Functions, existing: Container[Term]) -> list[str]:
    """What is missing for ``term`` to be defined, and continuous in its symbols, wherever the facts hold.

    ``existing`` are the derivatives, integrals and maxima whose existence a step of the proof has shown.
    """
    head, args = term.head, term.args
    order = unspecified(term)
    if order:
        enough = functions.get(order[0], -1) >= order[1]
        return unmet(context, order[2], functions, existing) + ([] if enough else [f"{order[0]} is not declared"])
    if head in ("deriv", "integral", "sup"):
        lost = [] if term in existing else [f"no step shows that {show(term)} exists"]
        return lost + [m for a in args[1:] for m in unmet(context, a, functions, existing)]
    if head == "call" and term.name not in functions:
        return [f"{term.name} is not declared"]
    missing = [m for a in args for m in unmet(context, a, functions, existing)]
    if missing:
        return missing
    if head == "div" and context.sign(args[1]) & NIL:
        return [show(Fact("ne", args[1], ZERO))]
    if head == "log" and context.sign(args[0]) & ~POS:
        return [show(Fact("lt", ZERO, args[0]))]
    return [show(Fact("lt", ZERO, args[0]))] if head == "pow" and not _power_defined(context, *args) else []


def _power_defined(context: Context, base: Term, exponent: Term) -> bool:
    sign, value = context.sign(base), rational(exponent)
    if value is not None and value.denominator == 1 and (value > 0 or not sign & NIL):
        return True
    return not sign & ~POS or (not sign & NEG and not context.sign(exponent) & ~POS)


def evaluate(term: Term, arithmetic: Arithmetic) -> Interval:
    """An enclosure of a term without free symbols; rejected where the term is not seen to be defined."""
    head, args = term.head, term.args
    if head == "num":
        return point(term.value)
    if head == "deriv":
        evaluate(args[1], arithmetic)  # the point itself must be defined
        needs: Conditions = []
        at = {term.name: args[1]}
        value = substitute(differentiate(args[0], term.name, {}, needs), at)
        for need in needs:
            if not isinstance(need, Fact):
                evaluate(substitute(need, at), arithmetic)
            elif not decide(map_fact(need, at), arithmetic):
                raise Reject(f"not shown: {show(need)}")
        return evaluate(value, arithmetic)
    if head not in EVALUATIONS:
        raise Reject(f"cannot evaluate {head} {term.name}")
    return EVALUATIONS[head](arithmetic, [evaluate(a, arithmetic) for a in args])


def _product(arithmetic: Arithmetic, values: list[Interval]) -> Interval:
    total = values[0]
    for value in values[1:]:
        total = arithmetic.mul(total, value)
    return total


EVALUATIONS: dict[str, Callable[[Arithmetic, list[Interval]], Interval]] = {
    "add": lambda a, v: a.add(*v),
    "mul": _product,
    "neg": lambda a, v: a.neg(*v),
    "div": lambda a, v: a.div(*v),
    "pow": lambda a, v: a.power(*v),
    "exp": lambda a, v: a.exp(*v),
    "log": lambda a, v: a.log(*v),
    "abs": lambda a, v: a.abs(*v),
    "min": lambda a, v: a.min(*v),
    "max": lambda a, v: a.max(*v),
}
"""One row an operation; nothing else is evaluated."""


def decide(fact: Fact, arithmetic: Arithmetic) -> bool:
    """Whether enclosures show a fact without free symbols; False says only that they don't."""
    left, right = evaluate(fact.left, arithmetic), evaluate(fact.right, arithmetic)
    if fact.rel == "eq":
        return left.is_point and left == right
    if fact.rel == "ne":
        return left.hi < right.lo or right.hi < left.lo
    return left.hi < right.lo if fact.rel == "lt" else left.hi <= right.lo


SIGNS = {"eq": "=", "ne": "≠", "lt": "<", "le": "≤", "add": " + ", "mul": "*", "div": "/", "pow": "^"}


def show(item: Fact | Term) -> str:
    """A fact or term for the reader."""
    if isinstance(item, Fact):
        return f"{show(item.left)} {SIGNS[item.rel]} {show(item.right)}"
    if item.head in ("num", "sym"):
        return item.name or str(item.value)
    if item.head in SIGNS:
        return f"({SIGNS[item.head].join(map(show, item.args))})"
    if item.head == "neg":
        return f"-{show(item.args[0])}"
    return (
        f"{item.head if item.head != 'call' else ''}{' ' if item.head != 'call' and item.name else ''}{item.name}"
        + (f"({', '.join(map(show, item.args))})")
    )
