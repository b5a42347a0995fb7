"""What is known at one point of a proof: facts, the signs that follow from them, and normal forms under them.

A law that needs a side condition (n**a * n**b = n**(a+b) needs n > 0) is used only where the facts show the
condition; otherwise the sub-term becomes an opaque generator, about which nothing is assumed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from fractions import Fraction
from functools import partial, reduce
from math import ceil, floor

from symcheck.kernel import angle
from symcheck.kernel import poly as p
from symcheck.kernel import term as t
from symcheck.kernel.facts import (
    ANY,
    NEG,
    NIL,
    POS,
    SIGN_OF_DIFFERENCE,
    SIGNS,
    Fact,
    plus,
    power_sign,
    rational,
    sign_of,
    times,
    whole,
)
from symcheck.kernel.poly import UNIT, UNITY, Exponent, Frac, Mono, Poly, const, gen
from symcheck.kernel.term import Reject, Term, require

EULER = "#e"
ARCS: dict[tuple[str, Fraction], Fraction] = {
    **{(head, Fraction(0)): Fraction(0) for head in ("asin", "atan", "asinh")},
    ("atan", Fraction(1)): Fraction(1, 4),
    ("asin", Fraction(1)): Fraction(1, 2),
    ("asin", Fraction(1, 2)): Fraction(1, 6),
}
"""Values as multiples of pi."""
GAMMAS: dict[Fraction | None, Frac] = {Fraction(1): const(1), Fraction(1, 2): gen(angle.PI, Fraction(1, 2))}
Product = dict[str, Frac]
"""A product of generators to exponents."""


def constant(form: Frac) -> Fraction | None:
    """The value of a normal form that is a number."""
    return Fraction(form.num.get(UNIT, 0)) if form.den == UNITY and form.num.keys() <= {UNIT} else None


class Context(p.Algebra):
    """Facts, and everything that is read off them."""

    def __init__(self, parent: Context | None = None) -> None:
        super().__init__(parent)
        self.facts: list[Fact] = list(parent.facts) if parent else []
        self.bases: dict[str, tuple[str, Frac]] = dict(parent.bases) if parent else {}
        self.logs: dict[str, str] = dict(parent.logs) if parent else {}
        self.arcs: dict[str, Term] = dict(parent.arcs) if parent else {}
        self.built: dict[str, int] = dict(parent.built) if parent else {EULER: POS, angle.PI: POS}
        self._known: dict[str, int] = {}
        self._signs: dict[Term, int] = {}
        self._forms: dict[Term, Frac] = {}
        self._stale = True

    def assume(self, facts: Iterable[Fact]) -> None:
        """Add facts; the caller answers for them."""
        for fact in facts:
            self._stale = self._stale or fact not in self.facts
            self.facts.append(fact)

    def holds(self, fact: Fact) -> bool:
        """Whether the signs show ``fact``."""
        return not self.sign(t.sub(fact.right, fact.left)) & ~SIGN_OF_DIFFERENCE[fact.rel]

    def whole(self, term: Term) -> bool:
        """Whether the facts show a term to be an integer."""
        value = rational(term)
        if value is not None:
            return value.denominator == 1
        if whole(term) in self.facts:
            return True
        return term.head in ("add", "mul", "neg", "min", "max", "abs") and all(map(self.whole, term.args))

    # -- signs ------------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        """Read the facts again, twice, since a sign found late may bring an earlier fact into a better form."""
        if not self._stale:
            return
        self._stale, self._known = False, {}
        for _ in range(2):
            self._signs, self._forms, found = {}, {}, dict[str, int]()
            for fact in self.facts:
                with suppress(Reject):  # a fact without a normal form says nothing here
                    form = self.normal(t.sub(fact.right, fact.left))
                    for part in (form, self._stripped(form)) if form.num else ():
                        name, lead = self._name(part)
                        found[name] = found.get(name, ANY) & times(lead, SIGN_OF_DIFFERENCE[fact.rel])
            self._known = found
        self._signs, self._forms = {}, {}

    @staticmethod
    def _name(form: Frac) -> tuple[str, int]:
        """The name of a fraction made monic, under which its sign is recorded, and the sign of its leading number."""
        lead = p.lead(form.num)
        return p.key(Frac(p.monic(form.num, lead), form.den)), sign_of(lead)

    def _stripped(self, form: Frac) -> Frac:
        """A fraction of the same sign: without the monomial common to its numerator, if that is positive."""
        content = self.content(form.num)
        positive = not self._mono_sign(content) & ~POS
        return Frac(p.poly_mul(form.num, {p.mono_inverse(content): 1}), form.den) if positive else form

    def _recorded(self, form: Frac) -> int:
        """What a fact says about the sign of just this fraction."""
        name, lead = self._name(form)
        return times(lead, self._known.get(name, ANY))

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
        if head == "log" and not self.sign(args[0]) & ~POS:
            return self.sign(t.sub(args[0], t.ONE))
        if head == "pow" and (exponent := rational(args[1])) is not None:
            return power_sign(self.sign(args[0]), exponent)
        return SIGNS[head](*map(self.sign, args)) if head in SIGNS else ANY

    def _form_sign(self, form: Frac) -> int:
        """What the normal form says: a recorded fact, or the signs of its monomials."""
        if not form.num:
            return NIL
        return times(self._poly_sign(form.num), self._poly_sign(form.den) & ~NIL) & self._recorded(form)

    def _poly_sign(self, poly: Poly) -> int:
        """The sign of the common monomial times that of the rest, each as far as the facts tell."""
        content = self.content(poly)
        rest = p.poly_mul(poly, {p.mono_inverse(content): 1})
        terms = (times(sign_of(coefficient), self._mono_sign(mono)) for mono, coefficient in rest.items())
        total = reduce(plus, terms) & self._recorded(Frac(rest))
        return self._recorded(Frac(poly)) & times(self._mono_sign(content), total)

    def _mono_sign(self, mono: Mono) -> int:
        signs = (power_sign(self.gen_sign(name), Fraction(exponent)) for name, exponent in mono)
        return reduce(times, signs, POS)

    def gen_sign(self, name: str) -> int:
        """The possible signs of a generator."""
        return self.built.get(name, ANY) & self._known.get(p.key(gen(name)), ANY)

    # -- normal forms -----------------------------------------------------------------------------------------

    def equal(self, left: Term, right: Term) -> bool:
        """Whether both sides have the same normal form."""
        return not self.sub(self.normal(left), self.normal(right)).num

    def key(self, *terms: Term) -> str:
        """A string shared only by terms of equal values."""
        return "; ".join(p.key(self.normal(term)) for term in terms)

    def normal(self, term: Term) -> Frac:
        """The normal form: equal to ``term`` wherever the facts hold."""
        self._refresh()
        if term not in self._forms:
            self._forms[term] = self._normal(term)
        return self._forms[term]

    def _normal(self, term: Term) -> Frac:
        if term.head in NORMAL:
            return NORMAL[term.head](self, *term.args)
        if term.head in ("num", "sym"):
            return const(term.value) if term.head == "num" else gen(term.name)
        if term.head == "call":
            return gen(f"call {term.name}[{self.key(*term.args)}]")
        if term.head in t.BINDERS:  # under a binder nothing is normalised: facts may not hold there
            body = t.substitute(term.args[0], {term.name: t.sym("#bound")})
            return gen(f"{term.head}[{t.to_json(body)}; {self.key(*term.args[1:])}]")
        return self._normal_function(term.head, *term.args)

    def _normal_quotient(self, top: Term, bottom: Term) -> Frac:
        above, below = self.normal(top), self.normal(bottom)
        known = below.num and not self.sign(bottom) & NIL
        return self.mul(above, self.inverse(below) if known else gen(f"inv[{self.key(bottom)}]"))

    def _normal_circular(self, head: str, arg: Term) -> Frac:
        form = self.normal(arg)
        found = angle.pair(self, form, self._square_root, self._of_arc) or angle.whole(self, form)
        return found[head == "sin"]

    def _normal_function(self, head: str, arg: Term) -> Frac:
        """A generator for the value; all these functions but floor are odd."""
        form, sign = self.normal(arg), self.sign(arg)
        value = constant(form)
        if head == "sign" and sign in (NEG, NIL, POS):
            return const({NEG: -1, NIL: 0, POS: 1}[sign])
        if head == "floor":
            return const(floor(value)) if value is not None else self._value(head, form)
        if value is not None and (head, abs(value)) in ARCS:
            return Frac({angle.PI_MONO: ARCS[head, abs(value)] * (1 if value > 0 else -1)} if value else {})
        if form.num and p.lead(form.num) < 0:
            return self.neg(self._normal_function(head, t.neg(arg)))
        found = self._value(head, form)
        self.built[next(iter(found.num))[0][0]] = sign
        if head in ("asin", "atan"):
            self.arcs[next(iter(found.num))[0][0]] = arg
        return found

    def _value(self, head: str, form: Frac) -> Frac:
        name = f"{head}[{p.key(form)}]"
        self.places[name] = (head, form)
        return gen(name)

    def _square_root(self, value: Fraction) -> Frac:
        return self.normal(t.power(t.num(value), t.num("1/2")))

    def _of_arc(self, name: str) -> tuple[Frac, Frac] | None:
        """Cosine and sine of a generator that is an arc tangent, or an arc sine that is known to be defined."""
        if name not in self.arcs:
            return None
        u = self.arcs[name]
        square = t.power(u, t.num(2))
        if name.startswith("atan"):
            root = t.power(t.add(t.ONE, square), t.num("1/2"))
            return self.normal(t.div(t.ONE, root)), self.normal(t.div(u, root))
        if (self.sign(t.sub(t.ONE, u)) | self.sign(t.add(t.ONE, u))) & NEG:
            return None
        return self.normal(t.power(t.sub(t.ONE, square), t.num("1/2"))), self.normal(u)

    def _normal_gamma(self, arg: Term) -> Frac:
        """gamma(u + k) = (u + k - 1) ... u * gamma(u) for u > 0, with k such that the number in u is in ]0, 1]."""
        form = self.normal(arg)
        shift = ceil(Fraction(form.num.get(UNIT, 0))) - 1 if form.den == UNITY else 0
        low = min(shift, 0)
        if abs(shift) > p.MAX_POWER or self.sign(t.sub(arg, t.num(max(shift, 0)))) & ~POS:
            return self._value("gamma", form)
        base, factor = self.sub(form, const(shift)), const(1)
        for step in range(low, max(shift, 0)):
            factor = self.mul(factor, self.add(base, const(step)))
        if constant(base) in GAMMAS:
            found = GAMMAS[constant(base)]
        else:
            found = self._value("gamma", base)
            self.built[next(iter(found.num))[0][0]] = POS
        return self.mul(factor if shift > 0 else self.inverse(factor), found)

    def _normal_choice(self, head: str, *args: Term) -> Frac:
        """The least or greatest term if the signs tell it; |x| is the greatest of x and -x."""
        options = (*args, t.neg(args[0])) if head == "abs" else args
        worse = POS if head == "min" else NEG
        for best in options:
            if all(not self.sign(t.sub(other, best)) & ~(NIL | worse) for other in options):
                return self.normal(best)
        name = f"{head}[{'; '.join(sorted(map(self.key, options)))}]"
        if head == "abs":
            self.built[name] = NIL | POS
        return gen(name)

    def _normal_power(self, base: Term, exponent: Term) -> Frac:
        value, form, sign = rational(exponent), self.normal(exponent), self.sign(base)
        whole = value is not None and value.denominator == 1 and abs(value) <= p.MAX_POWER
        if value is not None and whole and (value > 0 or not sign & NIL):
            return self.power(self.normal(base), int(value))
        if not sign & ~NIL and not self.sign(exponent) & ~POS:
            return const(0)
        if not sign & ~POS or (not sign & NEG and value is not None and value > 0):
            factors = self._factors(base)
            if all(self._raisable(g, e, value) for g, e in factors.items()):
                return self._build(self._product((factors, form)))
        return gen(f"pow[{self.key(base, exponent)}]")

    def _raisable(self, name: str, exponent: Frac, by: Fraction | None) -> bool:
        """(g**e)**by = g**(e*by) for g > 0, and for g >= 0 when both exponents are positive rationals."""
        sign = self.gen_sign(name)
        plain = exponent.num.get(UNIT, 0) if exponent == const(exponent.num.get(UNIT, 0)) else 0
        return not sign & ~POS or (not sign & NEG and plain > 0 and by is not None and by > 0)

    def _normal_log(self, arg: Term) -> Frac:
        if not self.sign(arg) & ~POS:
            factors = self._factors(arg)
            if all(not self.gen_sign(g) & ~POS for g in factors):
                logs = (self.mul(exponent, self._log(name)) for name, exponent in factors.items())
                return reduce(self.add, logs, const(0))
        return gen(f"log[{self.key(arg)}]")

    def _log(self, name: str) -> Frac:
        """The logarithm of a positive generator; the numbers among the generators are greater than 1."""
        if name == EULER:
            return const(1)
        log = f"log[{name}]"
        self.logs[log] = name
        if name.startswith("#"):
            self.built[log] = POS
        return gen(log)

    # -- positive terms as products of powers -----------------------------------------------------------------

    def _factors(self, term: Term) -> Product:
        """``term``, known to be >= 0, as a product of generators to exponents.  The product equals the term."""
        head, args = term.head, term.args
        if head in ("mul", "div") and all(not self.sign(a) & ~POS for a in args):
            below = const(-1 if head == "div" else 1)
            return self._product((self._factors(args[0]), const(1)), *((self._factors(a), below) for a in args[1:]))
        if head == "pow" and not self.sign(args[0]) & ~POS:
            return self._product((self._factors(args[0]), self.normal(args[1])))
        form, positive = self.normal(term), not self.sign(term) & ~POS
        if form.den == UNITY:
            return self._split(form.num, positive)
        if positive and not self._poly_sign(form.num) & ~POS:
            return self._product((self._split(form.num, True), const(1)), (self._split(form.den, True), const(-1)))
        return {self._root_base(form, positive): const(1)}

    def _product(self, *parts: tuple[Product, Frac]) -> Product:
        """The product of products, each of them to an exponent."""
        total: Product = {}
        for factors, by in parts:
            for name, exponent in factors.items():
                total[name] = self.add(total.get(name, const(0)), self.mul(exponent, by))
        return {g: e for g, e in total.items() if e.num}

    def _split(self, poly: Poly, positive: bool) -> Product:
        """A polynomial >= 0 as number * monomial * rest; only what is known to be positive is taken out."""
        number, content, rest = abs(Fraction(p.lead(poly))), UNIT, poly
        for bad in (NEG, NEG | NIL):  # a factor that may be 0 is taken out only if no other factor is left
            taken = ((n, e) for n, e in self.content(poly) if not self.gen_sign(n) & (bad if e > 0 else NEG | NIL))
            content = tuple(taken)
            rest = p.monic(p.poly_mul(poly, {p.mono_inverse(content): 1}), number)
            if rest == UNITY:
                break
        parts = [(self._number(number.numerator), const(1)), (self._number(number.denominator), const(-1))]
        for name, exponent in content:
            base, by = self.bases.get(name, (name, const(1)))
            parts.append(({base: by}, const(exponent)))
        if rest != UNITY:
            parts.append(({self._root_base(Frac(rest), positive): const(1)}, const(1)))
        return self._product(*parts)

    def _number(self, value: int) -> Product:
        """A positive integer as a product of primes, as far as trial division finds them."""
        factors: Product = {}
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
        require(form.num.keys() != {UNIT}, "a number is claimed to have the other sign")
        name = f"({p.key(form)})"
        self.relations[name], self.built[name] = form, POS if positive else NIL | POS
        return name

    def _build(self, factors: Product) -> Frac:
        """The product, back as a fraction: g**(c*m + ...) is the product of the generators g^[m] to the numbers c."""
        total = const(1)
        for name, exponent in factors.items():
            whole, rest = exponent.num, Poly()
            if exponent.den != UNITY:
                whole, rest = p.divide(exponent.num, exponent.den) or (rest, whole)
            for mono, coefficient in whole.items():
                total = self.mul(total, self._to_monomial(name, mono, coefficient))
            for mono, coefficient in rest.items():
                total = self.mul(total, self._to_symbol(name, Frac({mono: 1}, exponent.den), coefficient))
        return total

    def _to_monomial(self, name: str, mono: Mono, coefficient: Exponent) -> Frac:
        """``name ** (coefficient * mono)``, where e**(log(g) * m) is g**m."""
        if mono == UNIT:
            return self.fold({((name, coefficient),): 1})
        for log, power in mono:
            if name == EULER and power == 1 and log in self.logs:
                return self._to_monomial(self.logs[log], tuple(f for f in mono if f[0] != log), coefficient)
        return self._to_symbol(name, Frac({mono: 1}), coefficient)

    def _to_symbol(self, name: str, exponent: Frac, coefficient: Exponent) -> Frac:
        """``name ** exponent``, a generator of its own, to the number ``coefficient``."""
        full = f"{name}^[{p.key(exponent)}]"
        self.bases[full], self.built[full] = (name, exponent), POS
        return gen(full, coefficient)


NORMAL: dict[str, Callable[..., Frac]] = {
    "neg": lambda c, u: c.neg(c.normal(u)),
    "add": lambda c, *terms: reduce(c.add, map(c.normal, terms)),
    "mul": lambda c, *terms: reduce(c.mul, map(c.normal, terms)),
    "div": Context._normal_quotient,
    "pow": Context._normal_power,
    "exp": lambda c, u: c._build({EULER: c.normal(u)}),
    "log": Context._normal_log,
    "pi": lambda _: gen(angle.PI),
    "gamma": Context._normal_gamma,
    **{head: partial(lambda h, c, u: c._normal_circular(h, u), head) for head in ("sin", "cos")},
    **{head: partial(lambda h, c, *u: c._normal_choice(h, *u), head) for head in ("abs", "min", "max")},
}
"""One row an operation that has more than a generator for a normal form."""
