"""Normal forms under the facts that are known at one point of a proof.

A law that needs a side condition (n**a * n**b = n**(a+b) needs n > 0) is used only where the facts show the
condition; otherwise the sub-term becomes an opaque generator, about which nothing is assumed.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial, reduce
from math import ceil, floor

from symcheck.kernel import angle
from symcheck.kernel import poly as p
from symcheck.kernel import term as t
from symcheck.kernel.facts import ANY, NEG, NIL, POS, rational
from symcheck.kernel.poly import UNIT, UNITY, Frac, const, gen
from symcheck.kernel.powers import EULER, Powers
from symcheck.kernel.term import Term

ARCS: dict[tuple[str, Fraction], Fraction] = {
    **{(head, Fraction(0)): Fraction(0) for head in ("asin", "atan", "asinh", "erf")},
    ("atan", Fraction(1)): Fraction(1, 4),
    ("asin", Fraction(1)): Fraction(1, 2),
    ("asin", Fraction(1, 2)): Fraction(1, 6),
}
"""Values as multiples of pi."""
CONSTANT = "euler[]"
"""The generator for Euler's constant; those whose names begin with # are greater than 1."""
GAMMAS: dict[Fraction | None, Frac] = {Fraction(1): const(1), Fraction(1, 2): gen(angle.PI, Fraction(1, 2))}


def constant(form: Frac) -> Fraction | None:
    """The value of a normal form that is a number."""
    return Fraction(form.num.get(UNIT, 0)) if form.den == UNITY and form.num.keys() <= {UNIT} else None


class Context(Powers):
    """Facts, and everything that is read off them.  ``arcs`` are the arguments of generators that are arcs."""

    def __init__(self, parent: Context | None = None) -> None:
        super().__init__(parent)
        self.arcs: dict[str, Term] = dict(parent.arcs) if parent else {}

    def equal(self, left: Term, right: Term) -> bool:
        """Whether both sides have the same normal form."""
        return not self.sub(self.normal(left), self.normal(right)).num

    def key(self, *terms: Term) -> str:
        """A string shared only by terms of equal values."""
        return "; ".join(p.key(self.normal(term)) for term in terms)

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
            return const(floor(value)) if value is not None else gen(self._place(head, form))
        if value is not None and (head, abs(value)) in ARCS:
            return Frac({angle.PI_MONO: ARCS[head, abs(value)] * (1 if value > 0 else -1)} if value else {})
        if form.num and p.lead(form.num) < 0:
            return self.neg(self._normal_function(head, t.neg(arg)))
        name = self._place(head, form, sign)
        if head in ("asin", "atan"):
            self.arcs[name] = arg
        return gen(name)

    def _euler(self) -> Frac:
        self.built[CONSTANT] = POS
        return gen(CONSTANT)

    def _place(self, head: str, form: Frac, sign: int = ANY) -> str:
        """The generator for the value of a function at an argument, whose sign is known to be one of these."""
        name = f"{head}[{p.key(form)}]"
        self.places[name], self.built[name] = (head, form), self.built.get(name, ANY) & sign
        return name

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
            return gen(self._place("gamma", form))
        base, factor = self.sub(form, const(shift)), const(1)
        for step in range(low, max(shift, 0)):
            factor = self.mul(factor, self.add(base, const(step)))
        found = GAMMAS.get(constant(base)) or gen(self._place("gamma", base, POS))
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
        if not sign & NIL and (found := self._whole_power(self.normal(base), form)):
            return found
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


NORMAL: dict[str, Callable[..., Frac]] = {
    "neg": lambda c, u: c.neg(c.normal(u)),
    "add": lambda c, *terms: reduce(c.add, map(c.normal, terms)),
    "mul": lambda c, *terms: reduce(c.mul, map(c.normal, terms)),
    "div": Context._normal_quotient,
    "pow": Context._normal_power,
    "exp": lambda c, u: c._build({EULER: c.normal(u)}),
    "log": Context._normal_log,
    "pi": lambda _: gen(angle.PI),
    "euler": lambda c: c._euler(),
    "gamma": Context._normal_gamma,
    **{head: partial(lambda h, c, u: c._normal_circular(h, u), head) for head in ("sin", "cos")},
    **{head: partial(lambda h, c, *u: c._normal_choice(h, *u), head) for head in ("abs", "min", "max")},
}
"""One row an operation that has more than a generator for a normal form."""
