"""Builders for terms, statements and certificates, so that a table row reads like the formula it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Union

from symcheck.kernel.check import Judgement, check
from symcheck.kernel.context import Context
from symcheck.kernel.facts import Every, Fact, fact_to_json
from symcheck.kernel.statement import Definition, Statement, statement_from_json
from symcheck.kernel.term import Term, num, sym, to_json

Operand = Union["E", Term, int, str, Fraction]


@dataclass(frozen=True, eq=False)
class E:
    """A term with Python's operators; ``<`` and ``<=`` make facts, ``eq`` and ``ne`` are methods."""

    t: Term

    def __add__(self, other: Operand) -> E:
        return E(Term("add", (self.t, term(other))))

    def __radd__(self, other: Operand) -> E:
        return E(Term("add", (term(other), self.t)))

    def __sub__(self, other: Operand) -> E:
        return self + -E(term(other))

    def __rsub__(self, other: Operand) -> E:
        return E(term(other)) + -self

    def __mul__(self, other: Operand) -> E:
        return E(Term("mul", (self.t, term(other))))

    def __rmul__(self, other: Operand) -> E:
        return E(Term("mul", (term(other), self.t)))

    def __truediv__(self, other: Operand) -> E:
        return E(Term("div", (self.t, term(other))))

    def __rtruediv__(self, other: Operand) -> E:
        return E(Term("div", (term(other), self.t)))

    def __pow__(self, other: Operand) -> E:
        return E(Term("pow", (self.t, term(other))))

    def __rpow__(self, other: Operand) -> E:
        return E(Term("pow", (term(other), self.t)))

    def __neg__(self) -> E:
        return E(Term("neg", (self.t,)))

    def __lt__(self, other: Operand) -> Fact:
        return Fact("lt", self.t, term(other))

    def __le__(self, other: Operand) -> Fact:
        return Fact("le", self.t, term(other))

    def __gt__(self, other: Operand) -> Fact:
        return Fact("lt", term(other), self.t)

    def __ge__(self, other: Operand) -> Fact:
        return Fact("le", term(other), self.t)

    def eq(self, other: Operand) -> Fact:
        return Fact("eq", self.t, term(other))

    def ne(self, other: Operand) -> Fact:
        return Fact("ne", self.t, term(other))


def term(value: Operand) -> Term:
    """The term of an operand; a string is a rational."""
    return value.t if isinstance(value, E) else value if isinstance(value, Term) else num(value)


def symbols(names: str) -> list[E]:
    """One symbol a word."""
    return [E(sym(name)) for name in names.split()]


def node(head: str, *args: Operand, name: str = "") -> E:
    """Any node."""
    return E(Term(head, tuple(map(term, args)), name))


def q(value: str | int) -> E:
    """A rational."""
    return E(num(value))


def log(x: Operand) -> E:
    return node("log", x)


def exp(x: Operand) -> E:
    return node("exp", x)


def absolute(x: Operand) -> E:
    return node("abs", x)


def least(*xs: Operand) -> E:
    return node("min", *xs)


def greatest(*xs: Operand) -> E:
    return node("max", *xs)


def sin(x: Operand) -> E:
    return node("sin", x)


def cos(x: Operand) -> E:
    return node("cos", x)


def atan(x: Operand) -> E:
    return node("atan", x)


def asin(x: Operand) -> E:
    return node("asin", x)


def asinh(x: Operand) -> E:
    return node("asinh", x)


def sign(x: Operand) -> E:
    return node("sign", x)


def floor(x: Operand) -> E:
    return node("floor", x)


def gamma(x: Operand) -> E:
    return node("gamma", x)


def erf(x: Operand) -> E:
    return node("erf", x)


PI, EULER = E(Term("pi")), E(Term("euler"))


def whole(x: E) -> Fact:
    """That x is an integer."""
    return floor(x).eq(x)


def sqrt(x: Operand) -> E:
    return E(term(x)) ** "1/2"


def fn(name: str, *args: Operand) -> E:
    return node("call", *args, name=name)


def D(body: Operand, name: str, point: Operand) -> E:
    return node("deriv", body, point, name=name)


def integral(body: Operand, name: str, low: Operand, high: Operand) -> E:
    return node("integral", body, low, high, name=name)


def total(body: Operand, name: str, low: Operand, high: Operand) -> E:
    """The sum over the integers from low to high."""
    return node("sum", body, low, high, name=name)


def limit(body: Operand, name: str) -> E:
    """The limit as the symbol falls to 0."""
    return node("limit", body, name=name)


def sup(body: Operand, name: str, low: Operand) -> E:
    return node("sup", body, low, name=name)


def data(value: Any) -> Any:
    """JSON of whatever a step may hold; a string stays one."""
    if isinstance(value, E | Term):
        return to_json(term(value))
    if isinstance(value, Fact):
        return fact_to_json(value)
    if isinstance(value, dict):
        return {k: data(v) for k, v in value.items()}
    return [data(v) for v in value] if isinstance(value, list | tuple) else value


def step(by: str, claim: Fact, **rest: Any) -> dict[str, Any]:
    """One step of a certificate."""
    return {"claim": fact_to_json(claim), "by": by, **data(rest)}


def combine(claim: Fact, **rest: Any) -> dict[str, Any]:
    return step("combine", claim, **rest)


def statement(
    goal: Fact,
    given: Iterable[Fact] = (),
    where: Iterable[Fact] = (),
    functions: Mapping[str, int] | None = None,
    definitions: Iterable[tuple[str, str, E]] = (),
    every: Iterable[Every] = (),
) -> Statement:
    """A statement as it comes back from its JSON form."""
    entries = tuple(Definition(name, tuple(params.split()), body.t) for name, params, body in definitions)
    pairs = tuple((functions or {}).items())
    return statement_from_json(Statement(goal, tuple(given), tuple(where), entries, pairs, tuple(every)).to_json())


def certificate(steps: list[Any], kind: str = "proof", **rest: Any) -> dict[str, Any]:
    """A certificate; ``point`` and ``functions`` default to nothing."""
    return {"kind": kind, "point": {}, "functions": {}, "bits": 64, "every": [], "steps": steps} | data(rest)


def prove(
    goal: Fact,
    *steps: dict[str, Any],
    given: Iterable[Fact] = (),
    where: Iterable[Fact] = (),
    functions: Mapping[str, int] | None = None,
    definitions: Iterable[tuple[str, str, E]] = (),
    judged: Iterable[Statement] = (),
    examples: Mapping[str, Any] | None = None,
    assumed: Iterable[Every] = (),
    **rest: Any,
) -> Judgement:
    """Check a certificate of these steps; none: one ``combine`` of the goal.

    ``assumed`` are quantified facts; ``every`` in ``rest`` shows them at the point.
    """
    sequent = statement(goal, given, where, functions, definitions, assumed)
    earlier = {s.digest(): s for s in judged}
    return check(sequent, certificate(list(steps) or [combine(goal)], functions=dict(examples or {}), **rest), earlier)


def every(names: str, *hypotheses: Fact, then: Fact) -> Every:
    """For all values of ``names``: the hypotheses imply ``then``."""
    return Every(tuple(names.split()), hypotheses, then)


def using(*pairs: tuple[int, E]) -> dict[str, Any]:
    """The argument of ``combine`` that says which facts are used, and the multiplier of each."""
    return {"with": [list(p) for p in pairs]}


def context(*facts: Fact) -> Context:
    """A context with these facts."""
    found = Context()
    found.assume(facts)
    return found
