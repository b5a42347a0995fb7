"""Polynomial inequalities as sums of squares, times what is known to be positive: facts, and products of generators.

The polynomial is that of the kernel's normal form: its variables are the generators, be they symbols, roots of them,
exponentials or sines, as far as they are written back as terms.  Where no sum is found, the polynomial is multiplied by
a positive one first.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from math import ceil, floor, isfinite, lcm

from symcheck.kernel import poly as p
from symcheck.kernel.facts import NEG, POS, Fact
from symcheck.kernel.poly import UNITY, Frac, Mono, Poly
from symcheck.kernel.term import ONE, ZERO, Reject, Term, add, mul, num, power, rewrite, sub, sym
from symcheck.procedures import floats
from symcheck.procedures.builder import Builder
from symcheck.procedures.forms import written
from symcheck.procedures.gram import Block, Search, Square

MOST_TERMS, MOST_NAMES, MOST_FACTS, MOST_BASIS, MOST_TRIED, MOST_PAIRS = 60, 8, 6, 36, 4000, 3
POINTS = 90
ROOM = 1e-9


def positive(builder: Builder, goal: Fact) -> bool:
    """An inequality whose difference of sides, or a positive multiple of it, is a sum of squares and facts."""
    if goal.rel not in ("lt", "le"):
        return False
    try:
        form = builder.normal(sub(goal.right, goal.left))
        if not 1 < len(form.num) <= MOST_TERMS:
            return False
        return Certifier(builder, goal, form).run()
    except (Reject, RecursionError, ArithmeticError):
        return False


class Certifier:
    """The search for one goal, whose difference of sides is ``scale`` times the target."""

    def __init__(self, builder: Builder, goal: Fact, form: Frac) -> None:
        self.builder, self.context, self.goal = builder, builder.context, goal
        outside = self._outside(form.num)
        self.target = p.poly_mul(form.num, {p.mono_inverse(outside): 1})
        self.scale = self.context.mul(Frac({outside: 1}), self.context.inverse(Frac(form.den)))
        self.facts: list[tuple[Fact, Frac]] = self._facts()
        polys = [self.target, *(f.num for _, f in self.facts)]
        self.names = self._closed_names(polys)
        self.terms = {n: written(self.context, Frac({((n, 1),): 1})) for n in self.names}
        self.folded = bool(set(self.names) & (self.context.relations.keys() | self.context.squares.keys()))
        self.steps = {n: self._step(n, polys) for n in self.names}
        self.degrees = {n: self._degree(n) for n in self.names}

    def _closed_names(self, polys: list[Poly]) -> list[str]:
        """The generators of polynomials, and those that their products may bring."""
        names: set[str] = set()
        waiting = list(polys)
        while waiting:
            new = {n for m in waiting.pop() for n, _ in m} - names
            names |= new
            for table in (self.context.relations, self.context.squares):
                waiting += [part for n in new if n in table for part in table[n]]
        return sorted(names)

    def _outside(self, poly: Poly) -> Mono:
        """The common monomial, as far as it is not negative."""
        taken = []
        for name, exponent in self.context.content(poly):
            exponent = exponent if not self.context.gen_sign(name) & NEG else 2 * floor(exponent / Fraction(2))
            if exponent:
                taken.append((name, p.simple(exponent)))
        return tuple(taken)

    def _facts(self) -> list[tuple[Fact, Frac]]:
        """Facts that are more than the sign of a generator, about the symbols of the goal."""
        found: list[tuple[Fact, Frac]] = []
        for fact in dict.fromkeys(reversed(self.builder.given)):
            if fact.rel not in ("lt", "le") or not fact.free() <= self.goal.free():
                continue
            form = self.context.normal(sub(fact.right, fact.left))
            known = fact in self.context.facts and not self.context.sign(written(self.context, Frac(form.den))) & ~POS
            if known and 1 < len(form.num) <= 8 and all(e > 0 for m in form.num for _, e in m):
                found.append((fact, form))
        return found[:MOST_FACTS]

    def _step(self, name: str, polys: list[Poly]) -> Fraction:
        """The number of which all exponents of a generator are multiples."""
        exponents = [Fraction(e) for q in polys for m in q for n, e in m if n == name]
        return Fraction(1, lcm(*(e.denominator for e in exponents)))

    def _degree(self, name: str) -> Fraction:
        form = self.context.relations.get(name)
        return max(self._size(m) for m in form.num) if form and form.den == UNITY else Fraction(1)

    def _size(self, mono: Mono) -> Fraction:
        """The degree of a monomial."""
        degrees = getattr(self, "degrees", {})
        return sum((Fraction(e) * degrees.get(n, 1) for n, e in mono), Fraction(0))

    def product(self, left: Poly, right: Poly) -> Poly:
        """The product of two polynomials in the kernel's algebra."""
        found = p.poly_mul(left, right)
        if self.folded:
            form = self.context.fold(found)
            if form.den != UNITY:
                raise Reject("a quotient")
            return form.num
        return found

    # -- the search ---------------------------------------------------------------------------------------------

    def run(self) -> bool:
        """Steps that end in the goal."""
        if len(self.names) > MOST_NAMES or any(e < 0 for m in self.target for _, e in m):
            return False
        symbols = sorted(frozenset[str]().union(*(fact.free() for fact in self._closed())))
        inequalities = [f for f in self.context.facts if f.rel != "eq" and f.free() <= set(symbols)]
        points = floats.sample(symbols, list(dict.fromkeys(inequalities)), POINTS)
        values = [{n: floats.value(t, point) for n, t in self.terms.items()} for point in points]
        self.points = [v for v in values if all(map(isfinite, v.values()))]
        if len(self.points) < POINTS // 3 or self._negative():
            return False
        if any(len({v[n] for v in self.points}) == 1 for n in self.names):
            return False  # a constant is no variable
        return any(self._times(factor) for factor in self._factors())

    def _closed(self) -> list[Fact]:
        return [self.goal, *(f for f, _ in self.facts)]

    def _negative(self) -> bool:
        for point in self.points:
            parts = [float(c) * self._at(m, point) for m, c in self.target.items()]
            if sum(parts) < -ROOM * max(map(abs, parts)):
                return True
        return False

    @staticmethod
    def _at(mono: Mono, point: dict[str, float]) -> float:
        result = 1.0
        for name, exponent in mono:
            result *= point[name] ** (exponent if type(exponent) is int else float(exponent))
        return result

    def moments(self, monos: set[Mono]) -> dict[Mono, float]:
        """The mean values of monomials over the points."""
        return {m: sum(self._at(m, v) for v in self.points) / len(self.points) for m in monos}

    def _factors(self) -> Iterator[Poly]:
        """Multipliers: none, and the sum of all variables, or of their squares where one may be negative."""
        yield UNITY
        sizes = {self._size(m) for m in self.target}
        once: Poly = {} if len(sizes) == 1 else dict(UNITY)
        for name in self.names:
            if name in self.context.relations or name in self.context.squares:
                return
            step = self.steps[name]
            signed = bool(self.context.gen_sign(name) & NEG)
            once[((name, p.simple(step * 2 if signed else step)),)] = 1
        yield once

    def _times(self, factor: Poly) -> bool:
        """Squares for the target times a factor, and the step that they make."""
        target = self.product(self.target, factor)
        blocks = [Block(w, b, fact) for w, fact in self._weights(target) if (b := self._basis(target, w))]
        found = Search(target, self.product, self.moments).run(blocks) if blocks else None
        return found is not None and self._step_from(found, factor)

    def _weights(self, target: Poly) -> Iterator[tuple[Poly, Fact | None]]:
        """Polynomials that are >= 0: products of generators, facts, products of two facts."""
        high = self._highest(target)
        loose = [n for n in self.names if not self.context.gen_sign(n) & NEG and n not in self.context.squares]
        singles: list[Mono] = [
            tuple((n, p.simple(self.steps[n])) for n in subset)
            for size in range(len(loose) + 1)
            for subset in combinations(loose, size)
        ]
        for mono in singles[:40]:
            if self._size(mono) <= high:
                yield {mono: 1}, None
        for fact, form in self.facts:
            for mono in singles[:8]:
                weight = self.product(form.num, {mono: 1})
                if self._highest(weight) <= high:
                    yield weight, fact
        for (one, left), (_, right) in list(combinations(self.facts, 2))[:MOST_PAIRS]:
            weight = self.product(left.num, right.num)
            if self._highest(weight) <= high:
                yield weight, one

    def _highest(self, poly: Poly) -> Fraction:
        return max(map(self._size, poly))

    def _basis(self, target: Poly, weight: Poly) -> tuple[Poly, ...]:
        """Monomials whose squares times the weight are of no higher and no lower degree than the target."""
        sizes, mine = [self._size(m) for m in target], [self._size(m) for m in weight]
        low, high = (min(sizes) - min(mine)) / 2, (max(sizes) - max(mine)) / 2
        if self.folded:  # a product of high degree may be a polynomial of a low one
            low, high = Fraction(0), Fraction(ceil(high))
        caps = {}
        for n in self.names:
            tops = [
                max((Fraction(e) for m in q for k, e in m if k == n), default=Fraction(0)) for q in (target, weight)
            ]
            others = (Fraction(e) for _, f in self.facts for m in f.num for k, e in m if k == n)
            wanted = max([tops[0], *others])
            cap = (wanted - tops[1]) / 2 if not self.folded else Fraction(ceil((wanted - tops[1]) / 2))
            if n in self.context.relations:
                cap = min(max(cap, self.steps[n]), 1 - self.steps[n])
            elif n in self.context.squares:
                cap = Fraction(1)
            caps[n] = cap
        found = [m for m in self._monomials(self.names, caps, high) if self._size(m) >= low]
        if not 0 < len(found) <= MOST_BASIS:
            return ()
        return tuple({m: 1} for m in sorted(found, key=self._rank))

    def _rank(self, mono: Mono) -> tuple[bool, Fraction, Mono]:
        """Those that are known to be positive last: then their squares stand alone."""
        plain = all(not self.context.gen_sign(n) & ~POS for n, _ in mono)
        return plain, -self._size(mono), mono

    def _monomials(self, names: list[str], caps: dict[str, Fraction], high: Fraction) -> Iterator[Mono]:
        if high < 0:
            return
        if not names:
            yield ()
            return
        name, step = names[0], self.steps[names[0]]
        for k in range(floor(caps[name] / step) + 1 if caps[name] >= 0 else 0):
            left = high - k * step * self.degrees[name]
            head: Mono = ((name, p.simple(k * step)),) if k else ()
            for rest in self._monomials(names[1:], caps, left):
                yield head + rest

    # -- the answer ---------------------------------------------------------------------------------------------

    def _step_from(self, found: list[Square], factor: Poly) -> bool:
        """The goal by one step, after the factor has been seen to be positive."""
        below = self.context.mul(self.scale, self.context.inverse(Frac(factor))) if factor != UNITY else self.scale
        if factor != UNITY and self.context.sign(written(self.context, Frac(factor))) & ~POS:
            return self._split(factor)
        outer = written(self.context, below)
        gap: list[Term] = []
        premises: dict[Fact, list[Term]] = {}
        forms = dict(self.facts)
        for block, value, form in found:
            weight, fact = block.weight, block.fact
            square = mul(num(value), power(written(self.context, Frac(form)), num(2)))
            if fact is None:
                gap.append(mul(written(self.context, Frac(weight)), square) if weight != UNITY else square)
                continue
            rest = self.context.mul(Frac(weight), self.context.inverse(forms[fact]))
            premises.setdefault(fact, []).append(mul(written(self.context, rest), square))
        scaled = None if not gap else mul(outer, add(*gap))
        pairs = [(f, mul(outer, add(*parts))) for f, parts in premises.items()]
        return self.builder.combine(self.goal, pairs, gap=scaled)

    def _split(self, factor: Poly) -> bool:
        """The goal where a symbol of the factor is not zero, which makes the factor positive, and where it is."""
        names = (n for m in factor for n, _ in m if self.terms[n] == sym(n))
        name = next(names, None)
        return name is not None and self.builder.split(self.goal, sym(name), ZERO, self._case)

    def _case(self, branch: Builder, case: Fact) -> bool:
        if case.rel != "eq":
            return positive(branch, self.goal)
        plain = self.goal.map(lambda side: rewrite(side, case.left, ZERO))
        if not (branch.combine(plain) or positive(branch, plain)):
            return False
        return branch.combine(self.goal, [(plain, ONE)], rewrite=[case])
