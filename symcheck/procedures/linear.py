"""An inequality as a combination of facts: multipliers and a gap found by linear programming over monomials."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from symcheck.kernel import poly as p
from symcheck.kernel.facts import NEG, NIL, POS, Fact, rational
from symcheck.kernel.poly import UNITY, Frac, Mono, Poly, const
from symcheck.kernel.term import ONE, ZERO, Reject, Term, add, div, mul, num, power, sub, sym
from symcheck.procedures.builder import Builder
from symcheck.procedures.forms import term_of
from symcheck.procedures.simplex import solve

MOST_FACTS, MOST_COLUMNS, MOST_MONOMIALS, MOST_CLEARS = 14, 400, 60, 3
UNIT: Mono = ()


@dataclass(frozen=True)
class Column:
    """A fact times a multiplier (``factor``, as a normal form), or a monomial of known sign (no ``fact``)."""

    poly: Poly
    factor: Frac
    fact: Fact | None
    strict: bool


@dataclass(frozen=True)
class _Row:
    """A fact times a positive ``factor``, as a polynomial."""

    fact: Fact
    poly: Poly
    factor: Frac


def linear(builder: Builder, goal: Fact, simple: bool = False) -> bool:
    """The goal from the facts that the search looks at, times monomials or each other, and a gap of visible sign.

    With ``simple`` only from short facts times numbers.
    """
    if goal.rel not in ("lt", "le", "eq"):
        return False
    try:
        target = builder.normal(sub(goal.right, goal.left))
        if not target.num or len(target.num) > MOST_MONOMIALS or _sign(builder, Frac(target.den)) & ~POS:
            return False
        facts = _facts(builder, goal.rel == "eq")
        clears = {p.poly_key(f.den): Frac(f.den) for _, f in facts if f.den != UNITY}
        options = [const(1), *([] if simple else clears.values())]
        return any(_cleared(builder, goal, target, facts, clear, simple) for clear in options[:MOST_CLEARS])
    except (Reject, RecursionError, ArithmeticError):
        return False


def _cleared(
    builder: Builder, goal: Fact, target: Frac, facts: list[tuple[Fact, Frac]], clear: Frac, simple: bool
) -> bool:  # fmt: skip
    """The same with everything times a denominator that occurs."""
    mul_by = builder.context.mul
    whole = mul_by(target, clear)
    rows = []
    for fact, form in facts:
        product = mul_by(form, clear)
        rows.append(_Row(fact, product.num, mul_by(clear, Frac(product.den))))
    columns = _columns(builder, whole.num, rows, goal.rel == "eq", simple)
    scale = builder.context.inverse(mul_by(clear, Frac(whole.den)))
    return 0 < len(columns) <= MOST_COLUMNS and _solved(builder, goal, whole.num, columns, scale)


def _solved(builder: Builder, goal: Fact, target: Poly, columns: list[Column], scale: Frac) -> bool:
    places: dict[Mono, int] = {}
    vectors = [{places.setdefault(m, len(places)): Fraction(c) for m, c in col.poly.items()} for col in columns]
    wanted = {places.setdefault(m, len(places)): Fraction(c) for m, c in target.items()}
    strict = {i for i, col in enumerate(columns) if col.strict} if goal.rel == "lt" else set()
    if goal.rel == "lt" and not strict:
        return False
    found = solve(vectors, wanted, strict)
    if found is None:
        return False
    premises: list[tuple[Fact, Term]] = []
    gap: list[Term] = []
    for value, column in zip(found, columns, strict=True):
        if not value:
            continue
        factor = term_of(builder.context, builder.context.mul(column.factor, scale))
        if factor is None:
            return False
        term = factor if value == 1 else mul(num(value), factor)
        if column.fact is None:
            gap.append(term)
        else:
            premises.append((column.fact, term))
    return builder.combine(goal, premises, gap=add(*gap) if gap else None)


def _columns(builder: Builder, target: Poly, rows: list[_Row], equation: bool, simple: bool) -> list[Column]:
    """What the target may be a sum of: facts times positive monomials, products of facts, monomials that are >= 0."""
    rows = [row for row in rows if not simple or len(row.poly) <= 3]
    columns = [c for row in rows for mono in ([UNIT] if simple else _multipliers(target, row.poly))
               for c in _multiples(builder, row, mono)]  # fmt: skip
    if equation:
        return columns
    unequal = [] if simple else [row for row in rows if row.fact.rel in ("lt", "le")][:6]
    for place, left in enumerate(unequal):
        for right in unequal[place:]:
            factor = builder.context.mul(left.factor, Frac(right.poly))
            columns.append(Column(p.poly_mul(left.poly, right.poly), factor, left.fact, False))
    monomials = dict.fromkeys([*target, UNIT, *(m for c in columns for m in c.poly)])
    for mono in monomials:
        sign = _sign(builder, Frac({mono: 1}))
        if sign and (not sign & NEG or not sign & POS):
            value = 1 if not sign & NEG else -1
            columns.append(Column({mono: value}, Frac({mono: value}), None, not sign & NIL))
    return columns


def _multiples(builder: Builder, row: _Row, mono: Mono) -> Iterator[Column]:
    """A fact times a monomial, in the direction in which it helps; an equation in both."""
    context, sign = builder.context, _sign(builder, Frac({mono: 1}))
    factor, column = context.mul(Frac({mono: 1}), row.factor), p.poly_mul({mono: 1}, row.poly)
    strict = row.fact.rel == "lt" and not sign & NIL
    if row.fact.rel == "eq" or not sign & NEG:
        yield Column(column, factor, row.fact, strict)
    if row.fact.rel == "eq" or not sign & POS:
        yield Column({m: -c for m, c in column.items()}, context.neg(factor), row.fact, strict)


def _facts(builder: Builder, equation: bool) -> list[tuple[Fact, Frac]]:
    """The facts that the search looks at, as right - left over a positive denominator, the newest first."""
    found: list[tuple[Fact, Frac]] = []
    for fact in dict.fromkeys(reversed(builder.given)):
        if fact.rel == "ne" or (equation and fact.rel != "eq") or fact not in builder.context.facts:
            continue
        form = builder.normal(sub(fact.right, fact.left))
        if form.num and len(form.num) <= 20 and not _sign(builder, Frac(form.den)) & ~POS:
            found.append((fact, form))
    return found[:MOST_FACTS]


def _multipliers(target: Poly, fact: Poly) -> list[Mono]:
    """The monomials that bring a monomial of the fact to one of the target; 1 first."""
    ratios = (p.mono_mul(t, p.mono_inverse(f)) for t in target for f in fact)
    return list(dict.fromkeys([UNIT, *ratios]))[:12]


def _sign(builder: Builder, form: Frac) -> int:
    if form.num == UNITY and form.den == UNITY:
        return POS
    term = term_of(builder.context, form)
    return builder.context.sign(term) if term is not None else NEG | NIL | POS


def domains(builder: Builder) -> None:
    """What conditions say in other words: 0 < u if u**(1/2) != 0; 0 < p q if 0 < p/q; -1 < x < 1 if 0 < 1 - x**2."""
    for fact in builder.context.facts.copy():
        base = fact.left.args[0] if fact.left.head == "pow" else None
        if fact.rel == "ne" and fact.right == ZERO and base is not None and builder.holds(Fact("le", ZERO, base)):
            positive = Fact("lt", ZERO, base)

            def show(branch: Builder, case: Fact, claim: Fact = positive, ne: Fact = fact) -> bool:
                return case == claim or branch.step(claim, "absurd", fact=branch.index(ne))

            if not builder.holds(positive) and builder.split(positive, base, ZERO, show):
                builder.given += (positive,)
        if fact.rel == "lt" and fact.left == ZERO and fact.right.head == "div":
            top, bottom = fact.right.args
            builder.learn(Fact("lt", ZERO, mul(top, bottom)), fact, power(bottom, num(2)))
    for fact in builder.context.facts.copy():
        names = sorted(fact.free()) if fact.rel in ("lt", "le") else []
        for x in map(sym, names if len(names) == 1 and "sym" not in (fact.left.head, fact.right.head) else []):
            for claim in (Fact(fact.rel, x, ONE), Fact(fact.rel, num(-1), x)):
                gap = div(power(sub(claim.right, claim.left), num(2)), num(2))
                builder.learn(claim, fact, num("1/2"), gap)


def signs(builder: Builder) -> None:
    """Signs of symbols that are bounded by numbers: 0 < x from 1 < x, x < 0 from x < -2."""
    for fact in builder.given:
        for rising in (True, False):
            bound, symbol = (fact.left, fact.right) if rising else (fact.right, fact.left)
            value = rational(bound)
            if fact.rel not in ("lt", "le") or symbol.head != "sym" or not value or (value > 0) != rising:
                continue
            claim = Fact("lt", ZERO, symbol) if rising else Fact("lt", symbol, ZERO)
            if not builder.holds(claim):
                builder.combine(claim, [(fact, ONE)], gap=num(abs(value)))
    for name in sorted(frozenset().union(*(f.free() for f in builder.given))):
        symbol = sym(name)
        for claim in (Fact("lt", ZERO, symbol), Fact("lt", symbol, ZERO), Fact("le", ZERO, symbol)):
            sign = builder.context.sign(symbol)
            if sign & NEG and sign & POS:
                linear(builder, claim, simple=True)
