r"""The unit of a term, and where the parts of a formula do not fit together.

What must agree: summands, the terms of min and max, both sides of =, <, ≤, ≈, an argument and what its function takes,
the limits and the variable of an integral.  Exponents and the argument of exp are pure numbers.  0 has every unit.
Exponents of units are compared for all values of the symbols in them.

``\ln`` of a quantity with a unit is a pure number whose value changes with the unit by a constant.  This constant is
followed: it goes away in a derivative, in a difference such as ln(d) - ln(n), where it becomes that of ln(d/n), and in
exp; anywhere else (as a factor beside a quantity with a unit, in a power, as an argument) it is an issue.

The factor hidden in O(...) and Theta(...) depends on the setting's constants alone, so its unit is a product of powers
of theirs; sides may differ by such a product and no more.  The factor hidden in ∝ and ≲ may depend on everything that
is held fixed, so it may have any unit: nothing is asked of the two sides but that each is consistent in itself.
"""

from __future__ import annotations

from collections.abc import Callable

from symcheck.elaborate import CONSTANTS
from symcheck.errors import InputError
from symcheck.kernel.poly import Frac, const
from symcheck.kernel.term import Term
from symcheck.latex.parser import parse
from symcheck.latex.tree import RELATIONS, Chain, Formula
from symcheck.quantified import ORDERS
from symcheck.units.agree import NUMBER, Agreement, Found, Issue, Quantity, carries, is_zero
from symcheck.units.exponent import exponent_of
from symcheck.units.setting import Unchecked
from symcheck.units.unit import FIELD, ONE, Unit, prose, rational

HALF = FIELD.inverse(const(2))
UP_TO_A_FACTOR = frozenset(("propto", "lesssim"))


class Checker(Agreement):
    """Units of formulas and terms in one setting."""

    def formula(self, formula: Formula) -> None:
        """Check all chains of a formula."""
        for part in formula.parts:
            self.chain(part)

    def chain(self, chain: Chain) -> None:
        """Check every term, and every relation between neighbours."""
        sides = [self._listed(term) for term in chain.terms]
        for relation, left, right in zip(chain.relations, sides[:-1], sides[1:], strict=True):
            if len({len(left), len(right)} - {1}) > 1:
                raise Unchecked("two lists of different lengths are compared")
            length = max(len(left), len(right))
            for pair in zip(*(side * (length // len(side)) for side in (left, right)), strict=True):
                self._relation(relation, *pair)

    def _listed(self, term: Term) -> list[tuple[Term, Found]]:
        if term.head == "tuple":
            return [(part, self.of(part)) for part in term.args]
        if term.head == "argmax":
            self.of(term.args[0])
            return [(Term("sym", name=name), Quantity(self.setting.symbol(name))) for name in term.name.split()]
        return [(term, self.of(term))]

    def _relation(self, relation: str, left: tuple[Term, Found], right: tuple[Term, Found]) -> None:
        (first, one), (second, other) = left, right
        if relation not in UP_TO_A_FACTOR:
            self._agree(f"The two sides of {_sign(relation)} differ", [left, right])
            return
        one, other = self._plain(first, one), self._plain(second, other)
        if one and other and not (ratio := one.unit.over(other.unit)).one:
            self.hidden.append(f"the factor hidden in {_sign(relation)} carries {prose(ratio)}")

    # -- rules, one for each head -----------------------------------------------------------------------------------

    def of(self, term: Term) -> Found:
        """What a term carries."""
        rule = RULES.get(term.head)
        if rule is None:
            raise Unchecked(f"there is no rule for {term.head}")
        return rule(self, term)

    def number(self, term: Term) -> Found:
        """A number is pure, but 0 has every unit."""
        return None if is_zero(term) else NUMBER

    def symbol(self, term: Term) -> Found:
        """As declared."""
        return Quantity(self.setting.symbol(term.name))

    def total(self, term: Term) -> Found:
        """Summands agree; constants in logarithms add up."""
        parts = [(arg, self.of(arg)) for arg in term.args if not is_zero(arg)]
        units = [(arg, found and Quantity(found.unit, ONE, found.loose)) for arg, found in parts]
        common = self._agree("The summands differ", units)
        if common is None or any(found is None for _, found in parts):
            return None
        log = ONE
        for _, found in parts:
            log = log.times(found.log) if found else log
        return Quantity(common.unit, log, any(found.loose for _, found in parts if found))

    def choice(self, term: Term) -> Found:
        """Terms of a minimum or maximum agree."""
        return self._agree(f"The terms of the {term.head}imum differ", [(arg, self.of(arg)) for arg in term.args])

    def negative(self, term: Term) -> Found:
        """The same unit."""
        found = self.of(term.args[0])
        return found and Quantity(found.unit, found.log.to(const(-1)), found.loose)

    def size(self, term: Term) -> Found:
        """The same unit."""
        return self._plain(term.args[0], self.of(term.args[0]))

    def product(self, term: Term) -> Found:
        """Units multiply."""
        return self._product([(arg, const(1)) for arg in term.args])

    def quotient(self, term: Term) -> Found:
        """Units divide."""
        return self._product([(term.args[0], const(1)), (term.args[1], const(-1))])

    def _product(self, factors: list[tuple[Term, Frac]]) -> Found:
        found = [(arg, power, self.of(arg)) for arg, power in factors]
        known = [(arg, power, part) for arg, power, part in found if part]
        if len(known) < len(found):
            return None
        loose = any(part.loose for _, _, part in known)
        moving = [factor for factor in known if not factor[2].log.one]
        if len(moving) == 1 and rational(moving[0][1]) == 1:
            by = self._coefficient([factor for factor in known if factor is not moving[0]])
            if by is not None:
                return Quantity(ONE, moving[0][2].log.to(by), loose)
        if any(self._plain(arg, part) is None for arg, _, part in moving):
            return None
        unit = ONE
        for _, power, part in known:
            unit = unit.times(part.unit, power)
        return Quantity(unit, ONE, loose)

    def _coefficient(self, factors: list[tuple[Term, Frac, Quantity]]) -> Frac | None:
        """The product of factors that are pure numbers, if it can be an exponent."""
        total = const(1)
        for arg, power, found in factors:
            value = exponent_of(arg, self.setting) if found.unit.one else None
            if value is None or not value.num:
                return None
            total = FIELD.mul(total, value if rational(power) == 1 else FIELD.inverse(value))
        return total

    def power(self, term: Term) -> Found:
        """The unit to the power, which has to be a pure number; where the unit is none, its value may be any."""
        base, exponent = term.args
        if base.head == "sym" and base.name in CONSTANTS:
            return self._exponential(exponent)
        below, above = self._plain(base, self.of(base)), self._pure("An exponent carries a unit", exponent)
        if below is None or (above is None and not is_zero(exponent)):
            return None
        if below.unit.one:
            return below
        value = exponent_of(exponent, self.setting)
        if value is None:
            raise Unchecked("the unit of a power depends on the value of its exponent")
        return Quantity(below.unit.to(value), ONE, below.loose)

    def root(self, term: Term) -> Found:
        """The unit to the power 1/2."""
        found = self._plain(term.args[0], self.of(term.args[0]))
        return found and Quantity(found.unit.to(HALF), ONE, found.loose)

    def exponential(self, term: Term) -> Found:
        """A pure number; of a logarithm with a unit, that unit."""
        return self._exponential(term.args[0])

    def _exponential(self, exponent: Term) -> Found:
        found = self.of(exponent)
        if found and not found.unit.one:
            self.issues.append(Issue("An exponent carries a unit", ((exponent, prose(found.unit)),)))
            return None
        return Quantity(found.log, ONE, found.loose) if found else NUMBER if is_zero(exponent) else None

    def logarithm(self, term: Term) -> Found:
        """A pure number that changes with the unit of the argument."""
        found = self._plain(term.args[0], self.of(term.args[0]))
        return found and Quantity(ONE, found.unit, found.loose)

    def pure_function(self, term: Term) -> Found:
        """A pure number of a pure number."""
        found = self._pure(f"The argument of {term.head} carries a unit", term.args[0])
        return NUMBER if found or is_zero(term.args[0]) else None

    def sign(self, term: Term) -> Found:
        """A pure number, whatever the unit is."""
        return NUMBER if self._plain(term.args[0], self.of(term.args[0])) else None

    def call(self, term: Term) -> Found:
        """As declared, of arguments as declared; O and Theta hide a factor."""
        if term.name in ORDERS:
            found = self._plain(term.args[0], self.of(term.args[0]))
            return found and Quantity(found.unit, ONE, loose=True)
        return self._called(term.name, [(arg, self.of(arg)) for arg in term.args])

    def _called(self, name: str, args: list[tuple[Term, Found]]) -> Found:
        places, value = self.setting.function(name, len(args))
        for (arg, found), place in zip(args, places, strict=True):
            if found and not self._same(found, Quantity(place), found.loose):
                what = f"The function {self._function(name)} takes {prose(place)}"
                self.issues.append(Issue(what, ((arg, carries(found)),)))
        return Quantity(value)

    def _function(self, name: str) -> str:
        declared = self.setting.notation.function(name)
        return f"${declared.latex}$" if declared else name

    def composite(self, term: Term) -> Found:
        """One function after another."""
        found, argument = self.of(term.args[0]), term.args[0]
        for name in reversed(term.name.split()):
            found = self._called(name, [(argument, found)])
        return found

    def prime(self, term: Term) -> Found:
        """The unit of the value over that of the last argument, once for each prime."""
        found, argument = self.of(term.args[0]), self.of(term.args[0].args[-1])
        if found is None or argument is None:
            return None
        return Quantity(found.unit.times(argument.unit, const(-int(term.name))))

    def partial(self, term: Term) -> Found:
        """The unit over that of the variable; a constant in a logarithm goes away."""
        found, variable = self.of(term.args[0]), self.setting.symbol(term.name)
        if found and any(term.name in dict(m) for e in found.log.powers.values() for p in e for m in p):
            raise Unchecked(f"the unit in a logarithm depends on {term.name}")
        return found and Quantity(found.unit.over(variable), ONE, found.loose)

    def differential(self, term: Term) -> Found:
        """The same unit; a constant in a logarithm goes away, exponents of units being constants."""
        found = self.of(term.args[0])
        return found and Quantity(found.unit, ONE, found.loose)

    def integral(self, term: Term) -> Found:
        """The unit of the integrand times that of the variable, which the limits have too."""
        body = self._plain(term.args[0], self.of(term.args[0]))
        variable = self._limits("The limits of the integral and its variable differ", term)
        return body and Quantity(body.unit.times(variable), ONE, body.loose)

    def bracket(self, term: Term) -> Found:
        """The same unit; a constant in a logarithm goes away in the difference."""
        self._limits("The limits and the variable of the evaluation differ", term)
        return self.differential(term)

    def maximum_over(self, term: Term) -> Found:
        """The same unit."""
        self._limits("The range and the variable of the maximum differ", term)
        return self.of(term.args[0])

    def _limits(self, what: str, term: Term) -> Unit:
        variable = Term("sym", name=term.name)
        self._agree(what, [(part, self.of(part)) for part in (variable, *term.args[1:])])
        return self.setting.symbol(term.name)

    def label(self, term: Term) -> Found:
        """What stands over the brace agrees with a symbol under it."""
        found = self.of(term.args[0])
        try:
            symbol = parse(term.name, self.setting.notation).term()
        except (InputError, ValueError):
            return found  # a name in words
        self._agree(
            "What is over the brace and what is under it differ", [(term.args[0], found), (symbol, self.of(symbol))]
        )
        return found


RULES: dict[str, Callable[[Checker, Term], Found]] = {
    "num": Checker.number, "decimal": Checker.number, "sym": Checker.symbol, "add": Checker.total,
    "pi": Checker.number, "euler": Checker.number,
    "min": Checker.choice, "max": Checker.choice, "neg": Checker.negative, "abs": Checker.size,
    "mul": Checker.product, "div": Checker.quotient, "pow": Checker.power, "sqrt": Checker.root,
    "exp": Checker.exponential, "log": Checker.logarithm, "call": Checker.call, "composite": Checker.composite,
    "prime": Checker.prime, "partial": Checker.partial, "differential": Checker.differential,
    "integral": Checker.integral, "bracket": Checker.bracket, "maxover": Checker.maximum_over, "label": Checker.label,
    "sign": Checker.sign,
    **dict.fromkeys(("sin", "cos", "asin", "atan", "asinh", "gamma", "floor", "erf"), Checker.pure_function),
}  # fmt: skip
"""The rule for every head of a printed term; lists and argmax stand only on a side of a relation."""


def _sign(relation: str) -> str:
    return f"${RELATIONS[relation]}$"
