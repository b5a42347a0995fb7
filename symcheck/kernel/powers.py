"""Positive terms as products of powers, and back: what makes n**a * n**b = n**(a+b), for n > 0, a matter of adding."""

from __future__ import annotations

from fractions import Fraction

from symcheck.kernel import poly as p
from symcheck.kernel.facts import NEG, NIL, POS, whole
from symcheck.kernel.poly import UNIT, UNITY, Exponent, Frac, Mono, Poly, const, gen
from symcheck.kernel.signs import Signs
from symcheck.kernel.term import Term, require, sym

EULER = "#e"
Product = dict[str, Frac]
"""A product of generators to exponents."""


class Powers(Signs):
    """``bases`` say of which power a generator is the value, ``logs`` of which generator one is the logarithm.

    ``raised`` are the integer powers of what may be negative.
    """

    def __init__(self, parent: Powers | None) -> None:
        super().__init__(parent)
        self.bases: dict[str, tuple[str, Frac]] = dict(parent.bases) if parent else {}
        self.raised: dict[str, tuple[str, Mono]] = dict(parent.raised) if parent else {}
        self.logs: dict[str, str] = dict(parent.logs) if parent else {}

    def _whole_power(self, base: Frac, exponent: Frac) -> Frac | None:
        """A monomial, not 0 and not all of it positive, to an integer; None if either is not seen to be of this kind.

        What is added in the exponent is a product of integers each time, so that each power is one to an integer again;
        that of -1 has the square 1, and the same exponent to any power > 0 is as odd as it is.
        """
        plain = len(base.num) == 1 and base.den == exponent.den == UNITY
        if not plain or not all(self._is_whole(mono, by) for mono, by in exponent.num.items()):
            return None
        ((content, number),) = base.num.items()
        if any(Fraction(e).denominator != 1 or self.gen_sign(name) & NIL for name, e in content):
            return None
        if number > 0 and not any(self.gen_sign(name) & NEG for name, _ in content):
            return None
        total = self._build(self._product((self._number_factors(abs(Fraction(number))), exponent)))
        for mono, by in exponent.num.items():
            if number < 0:
                total = self.mul(total, self._parity(mono, int(by)))
            for name, e in content:
                total = self.mul(total, self._to_integer(name, mono, int(e * by)))
        return total

    def _is_whole(self, mono: Mono, by: Exponent) -> bool:
        """Whether a monomial is a product of integers."""
        return Fraction(by).denominator == 1 and all(
            Fraction(e).denominator == 1 and e > 0 and self._whole_name(name) for name, e in mono
        )

    def _whole_name(self, name: str) -> bool:
        """Whether a generator is known to be an integer."""
        return self.places.get(name, ("",))[0] == "floor" or whole(sym(name)) in self.facts

    def _parity(self, mono: Mono, by: int) -> Frac:
        """(-1) ** (by * mono)."""
        if by % 2 == 0:
            return const(1)
        if mono == UNIT:
            return const(-1)
        name = self._raised("-1", tuple((n, 1) for n, _ in mono))
        self.squares[name] = const(1)
        return gen(name)

    def _to_integer(self, name: str, mono: Mono, by: int) -> Frac:
        """``name ** (by * mono)`` for a generator other than 0."""
        if mono == UNIT or not self.gen_sign(name) & ~POS:
            return self._build({name: Frac({mono: by})}) if mono != UNIT else gen(name, by)
        return gen(self._raised(name, mono), by)

    def _raised(self, name: str, mono: Mono) -> str:
        """The generator for an integer power of what may be negative; its own name, since its sign is not known."""
        full = f"{name}^whole[{p.mono_key(mono)}]"
        self.raised[full], self.built[full] = (name, mono), NEG | POS
        return full

    def _number_factors(self, value: Fraction) -> Product:
        return self._product((self._number(value.numerator), const(1)), (self._number(value.denominator), const(-1)))

    def _factors(self, term: Term) -> Product:
        """``term``, known to be >= 0, as a product of generators to exponents.  The product equals the term."""
        head, args = term.head, term.args
        if head in ("mul", "div") and all(not self.sign(a) & ~POS for a in args):
            below = const(-1 if head == "div" else 1)
            return self._product((self._factors(args[0]), const(1)), *((self._factors(a), below) for a in args[1:]))
        if head == "pow" and not self.sign(args[0]) & ~POS:
            return self._product((self._factors(args[0]), self.normal(args[1])))
        if head == "exp":
            return self._product(({EULER: self.normal(args[0])}, const(1)))
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
        number, content, rest = Fraction(1), UNIT, poly
        for bad in (NEG, NEG | NIL):  # a factor that may be 0 is taken out only if no other factor is left
            taken = ((n, e) for n, e in self.content(poly) if not self.gen_sign(n) & (bad if e > 0 else NEG | NIL))
            content = tuple(taken)
            rest = p.poly_mul(poly, {p.mono_inverse(content): 1})
            require(rest, "0 is claimed to have a sign")
            number = abs(Fraction(p.lead(rest)))
            rest = p.monic(rest, number)
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
            self.relations[name] = const(found)
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
        """``name ** (coefficient * mono)``; as e**(log(g) * log(h) * m), g**(log(h) * m) is h**(log(g) * m)."""
        if name != EULER and any(log in self.logs for log, _ in mono):
            self.logs[f"log[{name}]"] = name
            name, mono = EULER, p.mono_mul(mono, ((f"log[{name}]", 1),))
        first = next((log for log, power in mono if name == EULER and power == 1 and log in self.logs), None)
        if first is not None:
            name, mono = self.logs[first], p.mono_mul(mono, ((first, -1),))
        if mono == UNIT:
            return self.fold({((name, coefficient),): 1})
        return self._to_symbol(name, Frac({mono: 1}), coefficient)

    def _to_symbol(self, name: str, exponent: Frac, coefficient: Exponent) -> Frac:
        """``name ** exponent``, a generator of its own, to the number ``coefficient``."""
        full = f"{name}^[{p.key(exponent)}]"
        self.bases[full], self.built[full] = (name, exponent), POS
        return gen(full, coefficient)
