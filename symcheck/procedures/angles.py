"""Closed equations about angles: sines and cosines of parts of pi as polynomials in one cosine, and sums of arcs."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import gcd, lcm

from symcheck import bridge
from symcheck.kernel import poly as p
from symcheck.kernel.angle import PI_MONO
from symcheck.kernel.facts import Fact
from symcheck.kernel.laws import LAWS, PI
from symcheck.kernel.poly import UNITY, Frac, Poly
from symcheck.kernel.term import ONE, ZERO, Term, add, div, mul, neg, num, sub, to_json
from symcheck.procedures.builder import Builder
from symcheck.procedures.forms import written
from symcheck.procedures.numeric import rewritten, seems_zero, signed

ARCS = ("asin", "atan")
MOST_PARTS = 96
Show = Callable[[Fact], bool]


def law(builder: Builder, name: str, **values: Term) -> Fact | None:
    """A step for the instance of a law; unlike ``laws.instance`` it adds nothing to what the search looks at."""
    claim = LAWS[name].at(values)[1]
    data = {key: to_json(value) for key, value in values.items()}
    return claim if builder.step(claim, "law", law=name, values=data) else None


# -- parts of pi --------------------------------------------------------------------------------------------------


def part_of_pi(builder: Builder, name: str) -> Fraction | None:
    """The multiple of pi whose cosine or sine a generator is."""
    head, form = builder.context.places.get(name, ("", p.const(0)))
    if head not in ("sin", "cos") or form.den != UNITY or set(form.num) != {PI_MONO}:
        return None
    return Fraction(form.num[PI_MONO])


class OneAngle:
    """Cosine and sine of multiples of pi / ``parts``, an even number, by those of this angle."""

    def __init__(self, builder: Builder, parts: int) -> None:
        self.builder, self.parts = builder, parts
        self.known: dict[int, tuple[Fact, Fact]] = {}

    def angle(self, k: int) -> Term:
        """k times the angle."""
        return mul(num(Fraction(k, self.parts)), PI)

    def multiple(self, k: int) -> tuple[Fact, Fact] | None:
        """Steps for the cosine and sine of k times the angle, from those for two halves of k."""
        if k not in self.known:
            found = self._plain(k) if k == 1 else self._sum(k // 2, k - k // 2)
            if found is None:
                return None
            self.known[k] = found
        return self.known[k]

    def _plain(self, k: int) -> tuple[Fact, Fact] | None:
        terms = [Term(head, (self.angle(k),)) for head in ("cos", "sin")]
        cos, sin = [Fact("eq", t, written(self.builder.context, self.builder.normal(t))) for t in terms]
        return (cos, sin) if self.builder.combine(cos) and self.builder.combine(sin) else None

    def _sum(self, j: int, k: int) -> tuple[Fact, Fact] | None:
        builder, halves = self.builder, (self.multiple(j), self.multiple(k))
        if halves[0] is None or halves[1] is None:
            return None
        cx, sx = halves[0]
        cy, sy = halves[1]
        found = []
        for head, value, parts in (
            ("cos", sub(mul(cx.right, cy.right), mul(sx.right, sy.right)),
             [(cx, cy.left), (cy, cx.right), (sx, neg(sy.left)), (sy, neg(sx.right))]),
            ("sin", add(mul(sx.right, cy.right), mul(cx.right, sy.right)),
             [(sx, cy.left), (cy, sx.right), (cx, sy.left), (sy, cx.right)]),
        ):  # fmt: skip
            instance = law(builder, f"{head} sum", x=self.angle(j), y=self.angle(k))
            right = written(builder.context, builder.normal(value))
            claim = Fact("eq", Term(head, (self.angle(j + k),)), right)
            if instance is None or not builder.combine(claim, [(instance, ONE), *parts]):
                return None
            found.append(claim)
        return found[0], found[1]

    def sine(self) -> Fact | None:
        """The sine as a polynomial in the cosine, since it is the cosine of what is missing to a right angle."""
        builder, rest = self.builder, self.parts // 2 - 1
        found, first = self.multiple(rest), self.multiple(1)
        laws = [law(builder, f"{head} sum", x=self.angle(rest), y=self.angle(1)) for head in ("sin", "cos")]
        if found is None or first is None or laws[0] is None or laws[1] is None:
            return None
        cos, sin = found
        claim = Fact("eq", first[1].right, cos.right)
        parts = [(cos, ONE), (laws[0], neg(cos.left)), (laws[1], sin.left)]
        return claim if builder.combine(claim, parts) else None

    def minimal(self) -> tuple[Fact, Poly] | None:
        """A polynomial equation that the cosine satisfies, of the least degree."""
        builder, last = self.builder, self.parts // (3 if self.parts % 3 == 0 else 2)
        found = self.multiple(last)
        form = builder.normal(sub(found[0].right, found[0].left)).num if found else {}
        names = sorted({n for mono in form for n, _ in mono})
        factors = bridge.factors(form, names[0]) if len(names) == 1 else []
        factor = next((f for f in factors if seems_zero(written(builder.context, Frac(f)))), None)
        rest = p.exact_quotient(form, factor) if factor else None
        if found is None or factor is None or rest is None:
            return None
        claim, other = Fact("eq", written(builder.context, Frac(factor)), ZERO), written(builder.context, Frac(rest))
        fine = signed(builder, other) and builder.combine(claim, [(found[0], neg(div(ONE, other)))])
        return (claim, factor) if fine else None


def in_one_angle(builder: Builder, plain: Fact, poly: Poly, show: Show) -> bool | None:
    """A polynomial is 0 that has cosines and sines of parts of pi in it, after each has been brought to one cosine.

    None if it has none of them, or only one cosine, beside other parts that have to go first.
    """
    names = {n for mono in poly for n, _ in mono}
    places = {n: part for n in sorted(names) if (part := part_of_pi(builder, n)) is not None}
    parts = lcm(2, *(v.denominator for v in places.values()))
    if not places or parts > MOST_PARTS:
        return False if places else None
    one, angle = OneAngle(builder, parts), p.key(Frac({PI_MONO: Fraction(1, parts)}))
    if set(places) == {f"cos[{angle}]"}:
        return _divided(builder, plain, poly, one) if len(names) == 1 else None
    sine, equations = one.sine(), list[Fact]()
    for name, value in places.items():
        found = one.multiple(int(value * parts))
        if found is None or sine is None:
            return False
        known = found[name.startswith("sin")]
        claim = Fact("eq", written(builder.context, p.gen(name)), known.right)
        if claim.left != claim.right and builder.combine(claim, [(known, ONE)]):
            equations.append(claim)
    if sine is not None:
        equations.append(sine)
    changed = plain.map(lambda side: rewritten(side, equations))
    return show(changed) and builder.combine(plain, [(changed, ONE)], rewrite=equations)


def _divided(builder: Builder, plain: Fact, poly: Poly, one: OneAngle) -> bool:
    """A polynomial in the cosine of one angle is a multiple of its minimal polynomial."""
    minimal = one.minimal()
    quotient = p.exact_quotient(poly, minimal[1]) if minimal else None
    if minimal is None or quotient is None:
        return False
    return builder.combine(plain, [(minimal[0], written(builder.context, Frac(quotient)))])


# -- sums of arcs -------------------------------------------------------------------------------------------------


def sum_of_arcs(builder: Builder, plain: Fact, poly: Poly, show: Show) -> bool:
    """A sum of multiples of arcs and an angle is 0, since its sine is, and it lies between -pi and pi."""
    arcs = {m: c for m, c in poly.items() if any(builder.context.places.get(n, ("",))[0] in ARCS for n, _ in m)}
    if not arcs or any(len(m) != 1 or m[0][1] != 1 for m in arcs):
        return False
    values = [Fraction(c) for c in arcs.values()]
    scale = Fraction(lcm(*(v.denominator for v in values)), 1)
    scale /= gcd(*(int(v * scale) for v in values))
    angle = written(builder.context, Frac({m: scale * c for m, c in poly.items()}))
    flat = Fact("eq", Term("sin", (angle,)), ZERO)
    inside = (Fact("lt", angle, PI), Fact("lt", neg(PI), angle))
    claim = Fact("eq", angle, ZERO)
    if not (all(map(builder.enclose, inside)) and show(flat)):
        return False

    def contradiction(branch: Builder, case: Fact) -> bool:
        if case.rel == "eq":
            return True
        up, never = case.left == ZERO, Fact("lt", ZERO, ZERO)
        positive = law(branch, "sin positive", x=angle if up else add(PI, angle))
        if positive is None or not branch.combine(never, [(positive, ONE), (flat, num(1 if up else -1))]):
            return False
        return branch.step(claim, "absurd", fact=branch.index(never))

    return builder.split(claim, angle, ZERO, contradiction) and builder.combine(plain, [(claim, num(1 / scale))])
