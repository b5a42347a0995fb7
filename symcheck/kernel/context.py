"""What is known at one point of a proof: facts, the signs that follow from them, and normal forms under them.

A law that needs a side condition (n**a * n**b = n**(a+b) needs n > 0) is used only where the facts show the
condition; otherwise the sub-term becomes an opaque generator, about which nothing is assumed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from symcheck.kernel.poly import (
    UNIT,
    UNITY,
    Algebra,
    Exponent,
    Frac,
    Mono,
    Poly,
    const,
    divide,
    gen,
    monic,
    mono_inverse,
    mono_key,
    mono_mul,
    poly_mul,
    poly_key,
)
from symcheck.kernel.term import BINDERS, ONE, Reject, Term, from_json, rewrite, sub, substitute, sym, to_json

NEG, NIL, POS = 1, 2, 4
ANY = NEG | NIL | POS
EULER = "#e"
SIGN_OF_DIFFERENCE = {"eq": NIL, "ne": NEG | POS, "lt": POS, "le": NIL | POS}
"""What a relation ``left rel right`` says of the sign of right - left."""


@dataclass(frozen=True, slots=True)
class Fact:
    """``left rel right`` for rel one of eq, ne, lt, le."""

    rel: str
    left: Term
    right: Term


def fact_from_json(data: Any) -> Fact:
    """The fact ``[rel, left, right]``."""
    if not isinstance(data, list) or len(data) != 3 or str(data[0]) not in SIGN_OF_DIFFERENCE:
        raise Reject(f"not a fact: {str(data)[:80]}")
    return Fact(data[0], from_json(data[1]), from_json(data[2]))


def fact_to_json(fact: Fact) -> list[Any]:
    """The JSON form of a fact."""
    return [fact.rel, to_json(fact.left), to_json(fact.right)]


def map_fact(fact: Fact, values: dict[str, Term]) -> Fact:
    """The fact with its free symbols replaced."""
    return Fact(fact.rel, substitute(fact.left, values), substitute(fact.right, values))


def rational(term: Term) -> Fraction | None:
    """The value of a term made of literals, signs, sums and quotients; None for anything else."""
    if term.head == "num":
        return term.value
    if term.head not in ("neg", "div", "add"):
        return None
    values = [v for v in map(rational, term.args) if v is not None]
    if len(values) != len(term.args) or (term.head == "div" and not values[1]):
        return None
    return (
        -values[0] if term.head == "neg" else values[0] / values[1] if term.head == "div" else sum(values, Fraction(0))
    )


def flip(sign: int) -> int:
    """The possible signs of the negative."""
    return (NEG if sign & POS else 0) | (sign & NIL) | (POS if sign & NEG else 0)


def sign_of(value: Exponent) -> int:
    """The sign of a number."""
    return POS if value > 0 else NEG if value < 0 else NIL


def sign_mul(left: int, right: int) -> int:
    """The possible signs of a product."""
    nil = NIL if (left & NIL and right) or (right & NIL and left) else 0
    pos = POS if (left & POS and right & POS) or (left & NEG and right & NEG) else 0
    return nil | pos | (NEG if (left & POS and right & NEG) or (left & NEG and right & POS) else 0)


def sign_add(left: int, right: int) -> int:
    """The possible signs of a sum."""
    if not left or not right:
        return 0
    both, mixed = left | right, (left & POS and right & NEG) or (left & NEG and right & POS)
    return ANY if mixed else (both & (NEG | POS)) | (left & right & NIL)


def sign_power(base: int, exponent: Fraction) -> int:
    """The possible signs of ``base ** exponent`` for a rational exponent; ANY where it may be undefined."""
    if not base & ~POS:
        return base
    if exponent.denominator > 1 or exponent <= 0:
        defined = base & NIL == 0 if exponent.denominator == 1 else exponent > 0 and not base & NEG
        if not defined:
            return ANY
    if exponent.denominator == 1 and exponent % 2 == 0:
        return (base & NIL) | (POS if base & (NEG | POS) else 0)
    return base


class Context(Algebra):
    """Facts, and everything that is read off them.  ``functions`` are the declared unspecified functions."""

    def __init__(self, parent: Context | None = None) -> None:
        super().__init__(parent.relations if parent else {})
        self.facts: list[Fact] = list(parent.facts) if parent else []
        self.bases: dict[str, tuple[str, Frac]] = dict(parent.bases) if parent else {}
        self.logs: dict[str, str] = dict(parent.logs) if parent else {}
        self.built: dict[str, int] = dict(parent.built) if parent else {EULER: POS}
        self._known: dict[str, int] = {}
        self._signs: dict[Term, int] = {}
        self._forms: dict[Term, Frac] = {}
        self._stale = True

    def assume(self, facts: Iterable[Fact]) -> None:
        """Add facts; the caller answers for them."""
        self.facts.extend(facts)
        self._stale = True

    def holds(self, fact: Fact) -> bool:
        """Whether the signs show ``fact``."""
        return not self.sign(sub(fact.right, fact.left)) & ~SIGN_OF_DIFFERENCE[fact.rel]

    # -- signs ------------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        """Read the facts again, twice, since a sign found late may bring an earlier fact into a better form."""
        if not self._stale:
            return
        self._stale, self._known = False, {}
        for _ in range(2):
            self._signs, self._forms, found = {}, {}, dict[str, int]()
            for fact in self.facts:
                form = self.normal(sub(fact.right, fact.left))
                if not form.num:
                    continue
                key, lead = self._monic(form)
                sign = SIGN_OF_DIFFERENCE[fact.rel]
                found[key] = found.get(key, ANY) & (sign if lead > 0 else flip(sign))
            self._known = found
        self._signs, self._forms = {}, {}

    @staticmethod
    def _monic(form: Frac) -> tuple[str, Exponent]:
        lead = form.num[max(form.num)]
        scaled = monic(form.num, lead)
        return (poly_key(scaled) if form.den == UNITY else f"({poly_key(scaled)})/({poly_key(form.den)})"), lead

    def sign(self, term: Term) -> int:
        """The possible signs of ``term`` as bits NEG, NIL, POS; 0 when the facts contradict each other."""
        self._refresh()
        if term not in self._signs:
            sign = self._shape_sign(term)
            if sign not in (NEG, NIL, POS):
                sign &= self._form_sign(self.normal(term))
            self._signs[term] = sign
        return self._signs[term]

    def _shape_sign(self, term: Term) -> int:
        """What the outermost operation says; a square is seen here, before it is multiplied out."""
        head, args = term.head, term.args
        if head == "num":
            return sign_of(term.value)
        if head not in ("add", "mul", "div", "neg", "pow", "exp", "log", "abs", "min", "max"):
            return ANY
        signs = [self.sign(a) for a in args]
        if head in ("add", "mul"):
            total = signs[0]
            for sign in signs[1:]:
                total = sign_add(total, sign) if head == "add" else sign_mul(total, sign)
            return total
        if head == "neg":
            return flip(signs[0])
        if head == "exp":
            return POS
        if head == "abs":
            return (signs[0] & NIL) | (POS if signs[0] & (NEG | POS) else 0)
        if head == "div":
            return ANY if signs[1] & NIL else sign_mul(*signs)
        if head == "log":
            return ANY if signs[0] & ~POS else self.sign(sub(args[0], ONE))
        if head == "pow":
            exponent = rational(args[1])
            if exponent is not None:
                return sign_power(signs[0], exponent)
            return POS if not signs[0] & ~POS else ANY if signs[0] & NEG or signs[1] & ~POS else signs[0]
        low = NEG if head == "min" else POS
        if any(not s & ~low for s in signs):
            return low
        bound = NIL | low if any(not s & ~(NIL | low) for s in signs) else ANY
        return bound & (signs[0] | signs[1] if len(signs) == 2 else ANY)

    def _form_sign(self, form: Frac) -> int:
        """What the normal form says: a recorded fact, or the signs of its monomials."""
        if not form.num:
            return NIL
        sign = sign_mul(self._poly_sign(form.num), self._poly_sign(form.den) & ~NIL)
        key, lead = self._monic(form)
        known = self._known.get(key, ANY)
        return sign & (known if lead > 0 else flip(known))

    def _poly_sign(self, poly: Poly) -> int:
        """The sign of the common monomial times that of the rest, each as far as the facts tell."""
        content = self.content(poly)
        rest, total = poly_mul(poly, {mono_inverse(content): 1}), NIL
        for mono, coefficient in rest.items():
            total = sign_add(total, sign_mul(sign_of(coefficient), self._mono_sign(mono)))
        return self._recorded(poly) & sign_mul(self._mono_sign(content), total & self._recorded(rest))

    def _recorded(self, poly: Poly) -> int:
        """What a fact says about just this polynomial."""
        lead = poly[max(poly)]
        known = self._known.get(poly_key(monic(poly, lead)), ANY)
        return known if lead > 0 else flip(known)

    def _mono_sign(self, mono: Mono) -> int:
        sign = POS
        for name, exponent in mono:
            sign = sign_mul(sign, sign_power(self.gen_sign(name), Fraction(exponent)))
        return sign

    def gen_sign(self, name: str) -> int:
        """The possible signs of a generator."""
        return self.built.get(name, ANY) & self._known.get(poly_key({((name, 1),): 1}), ANY)

    # -- normal forms -----------------------------------------------------------------------------------------

    def equal(self, left: Term, right: Term) -> bool:
        """Whether both sides have the same normal form."""
        return not self.sub(self.normal(left), self.normal(right)).num

    def key(self, term: Term) -> str:
        """A string shared only by terms of equal value."""
        form = self.normal(term)
        return poly_key(form.num) if form.den == UNITY else f"({poly_key(form.num)})/({poly_key(form.den)})"

    def normal(self, term: Term) -> Frac:
        """The normal form: equal to ``term`` wherever the facts hold."""
        self._refresh()
        if term not in self._forms:
            self._forms[term] = self._normal(term)
        return self._forms[term]

    def _normal(self, term: Term) -> Frac:
        head, args = term.head, term.args
        if head == "num":
            return const(term.value)
        if head == "sym":
            return gen(term.name)
        if head == "neg":
            return self.neg(self.normal(args[0]))
        if head in ("add", "mul"):
            total = self.normal(args[0])
            for arg in args[1:]:
                total = self.add(total, self.normal(arg)) if head == "add" else self.mul(total, self.normal(arg))
            return total
        if head == "div":
            top, bottom = self.normal(args[0]), self.normal(args[1])
            if bottom.num and not self.sign(args[1]) & NIL:
                return self.mul(top, self.inverse(bottom))
            return self.mul(top, gen(f"inv[{self.key(args[1])}]"))
        if head == "pow":
            return self._normal_power(*args)
        if head == "exp":
            return self._build({EULER: self.normal(args[0])})
        if head == "log":
            return self._normal_log(args[0])
        if head in ("abs", "min", "max"):
            return self._normal_choice(term)
        return gen(self._opaque(term))

    def _opaque(self, term: Term) -> str:
        """A name for an application or a binder; under a binder nothing is normalised, facts may not hold there."""
        if term.head not in BINDERS:
            return f"call {term.name}[{'; '.join(map(self.key, term.args))}]"
        body = substitute(term.args[0], {term.name: sym("#bound")})
        return f"{term.head}[{to_json(body)}; {'; '.join(map(self.key, term.args[1:]))}]"

    def _normal_choice(self, term: Term) -> Frac:
        if term.head == "abs":
            sign = self.sign(term.args[0])
            if not sign & NEG or not sign & POS:
                value = self.normal(term.args[0])
                return self.neg(value) if sign & NEG else value
            name = f"abs[{self.key(term.args[0])}]"
            self.built[name] = NIL | POS
            return gen(name)
        worse = POS if term.head == "min" else NEG
        for best in term.args:
            if all(not self.sign(sub(other, best)) & ~(NIL | worse) for other in term.args):
                return self.normal(best)
        return gen(f"{term.head}[{'; '.join(sorted(map(self.key, term.args)))}]")

    def _normal_power(self, base: Term, exponent: Term) -> Frac:
        value, form = rational(exponent), self.normal(exponent)
        sign = self.sign(base)
        if value is not None and value.denominator == 1 and (value > 0 or not sign & NIL) and abs(value) <= 64:
            return self.power(self.normal(base), int(value))
        if not sign & ~NIL and not self.sign(exponent) & ~POS:
            return const(0)
        if not sign & ~POS or (not sign & NEG and value is not None and value > 0):
            factors = self._factors(base)
            if all(self._raisable(g, e, value) for g, e in factors.items()):
                return self._build({g: self.mul(e, form) for g, e in factors.items()})
        return gen(f"pow[{self.key(base)}; {self.key(exponent)}]")

    def _raisable(self, name: str, exponent: Frac, by: Fraction | None) -> bool:
        """(g**e)**by = g**(e*by) for g > 0, and for g >= 0 when both exponents are positive rationals."""
        if not self.gen_sign(name) & ~POS:
            return True
        plain = exponent.num.get(UNIT) if len(exponent.num) == 1 and exponent.den == UNITY else None
        return not self.gen_sign(name) & NEG and plain is not None and plain > 0 and by is not None and by > 0

    def _normal_log(self, arg: Term) -> Frac:
        if not self.sign(arg) & ~POS:
            factors = self._factors(arg)
            if all(not self.gen_sign(g) & ~POS for g in factors):
                total = const(0)
                for name, exponent in factors.items():
                    total = self.add(total, self.mul(exponent, self._log_gen(name)))
                return total
        return gen(f"log[{self.key(arg)}]")

    def _log_gen(self, name: str) -> Frac:
        if name == EULER:
            return const(1)
        log = f"log[{name}]"
        self.logs[log] = name
        if name.startswith("#"):
            self.built[log] = POS
        return gen(log)

    # -- positive terms as products of powers -----------------------------------------------------------------

    def _factors(self, term: Term) -> dict[str, Frac]:
        """``term``, known to be >= 0, as a product of generators to exponents.  The product equals the term."""
        head, args = term.head, term.args
        if head in ("mul", "div") and all(not self.sign(a) & ~POS for a in args):
            return self._merge([(self._factors(a), -1 if head == "div" and i else 1) for i, a in enumerate(args)])
        if head == "pow" and not self.sign(args[0]) & ~POS:
            exponent = self.normal(args[1])
            return {g: self.mul(e, exponent) for g, e in self._factors(args[0]).items()}
        form, positive = self.normal(term), not self.sign(term) & ~POS
        if form.den == UNITY:
            return self._split(form.num, positive)
        if positive and not self._poly_sign(form.num) & ~POS:
            return self._merge([(self._split(form.num, True), 1), (self._split(form.den, True), -1)])
        return {self._root_base(form, positive): const(1)}

    def _merge(self, parts: list[tuple[dict[str, Frac], int]]) -> dict[str, Frac]:
        total: dict[str, Frac] = {}
        for factors, sign in parts:
            for name, exponent in factors.items():
                total[name] = self.add(total.get(name, const(0)), self.mul(const(sign), exponent))
        return {g: e for g, e in total.items() if e.num}

    def _split(self, poly: Poly, positive: bool) -> dict[str, Frac]:
        """A polynomial >= 0 as number * monomial * rest; only what is known to be positive is taken out."""
        powers = [dict(m) for m in poly]
        names = {n for p in powers for n in p if not self.gen_sign(n) & ~POS and n not in self.relations}
        if len(poly) == 1:
            names = {n for n, e in powers[0].items() if not self.gen_sign(n) & (NEG if e > 0 else NEG | NIL)}
        content = {n: low for n in sorted(names) if (low := min(p.get(n, 0) for p in powers))}
        lead = abs(Fraction(poly[max(poly)]))
        shift = mono_inverse(tuple(content.items()))
        rest: Poly = {mono_mul(m, shift): Fraction(c) / lead for m, c in poly.items()}
        parts = [(self._number(lead.numerator), 1), (self._number(lead.denominator), -1)]
        for name, exponent in content.items():
            base, by = self.bases.get(name, (name, const(1)))
            parts.append(({base: self.mul(by, const(exponent))}, 1))
        if rest != UNITY:
            parts.append(({self._root_base(Frac(rest, UNITY), positive): const(1)}, 1))
        return self._merge(parts)

    def _number(self, value: int) -> dict[str, Frac]:
        """A positive integer as a product of primes, as far as trial division finds them."""
        factors: dict[str, Frac] = {}
        prime = 2
        while value > 1:
            while value % prime and prime < 2_000 and prime * prime <= value:
                prime += 1
            found = prime if value % prime == 0 else value
            value //= found
            name = f"#{found}"
            self.relations[name], self.built[name] = const(found), POS
            factors[name] = self.add(factors.get(name, const(0)), const(1))
        return factors

    def _root_base(self, form: Frac, positive: bool) -> str:
        """A generator for a value >= 0 that is no monomial; its first power is that value."""
        if form.num.keys() == {UNIT}:
            raise Reject("a number is claimed to have the other sign")
        name = f"({poly_key(form.num)})" if form.den == UNITY else f"({poly_key(form.num)})/({poly_key(form.den)})"
        self.built[name] = POS if positive else NIL | POS
        self.relations[name] = form
        return name

    def _build(self, factors: dict[str, Frac]) -> Frac:
        """The product of generators to exponents, back as a fraction."""
        total = const(1)
        for name, exponent in factors.items():
            total = self.mul(total, self._gen_power(name, exponent))
        return total

    def _gen_power(self, name: str, exponent: Frac) -> Frac:
        """A generator to an exponent: g**(c*m + ...) is the product of the generators g^[m] to the numbers c."""
        parts = ({}, exponent.num) if exponent.den != UNITY else (exponent.num, {})
        if exponent.den != UNITY:
            parts = divide(exponent.num, exponent.den) or parts
        total = const(1)
        for mono, coefficient in parts[0].items():
            total = self.mul(total, self._gen_monomial(name, mono, coefficient))
        for mono, coefficient in parts[1].items():
            over = Frac({mono: 1}, exponent.den)
            key = f"{mono_key(mono)}/({poly_key(exponent.den)})"
            total = self.mul(total, self._symbolic(name, key, over, coefficient))
        return total

    def _gen_monomial(self, name: str, mono: Mono, coefficient: Exponent) -> Frac:
        if mono == UNIT:
            return self.fold({((name, coefficient),): 1})
        if name == EULER:
            for log, power in mono:
                if power == 1 and log in self.logs:
                    rest = tuple(p for p in mono if p[0] != log)
                    return self._gen_monomial(self.logs[log], rest, coefficient)
        return self._symbolic(name, mono_key(mono), Frac({mono: 1}, UNITY), coefficient)

    def _symbolic(self, name: str, key: str, exponent: Frac, coefficient: Exponent) -> Frac:
        """``name ** exponent``, a generator of its own, to the number ``coefficient``."""
        full = f"{name}^[{key}]"
        self.built[full] = POS
        self.bases[full] = (name, exponent)
        return gen(full, coefficient)


def rewritten(term: Term, equations: Iterable[Fact]) -> Term:
    """``term`` with the left side of each equation replaced by its right side, one equation after the other."""
    for fact in equations:
        if fact.rel != "eq":
            raise Reject("only an equation can be used to rewrite")
        term = rewrite(term, fact.left, fact.right)
    return term
