"""How a term is bracketed when it is written out, whatever the markup.

The rules mirror ``expression`` and ``constructs``: what is written without brackets is what the reader takes the same
way.  Each head is one method; a ``Markup`` turns the pieces into LaTeX or Typst.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from fractions import Fraction

from symcheck.kernel.term import Term, num
from symcheck.latex import nucleus, spelling
from symcheck.latex.notation import Notation
from symcheck.latex.tree import Chain, Formula

#: Heads that are read on to the end of a product, so that nothing may follow them in it.
OPEN_ENDED = frozenset(("integral", "maxover", "sup", "argmax", "deriv"))
#: Heads that need brackets as a factor.
LOOSE = frozenset(("add", "neg", "mul", "tuple", "maxover", "sup", "argmax", "deriv"))


class Markup(ABC):
    """The pieces of written mathematics in one language."""

    def __init__(self, notation: Notation) -> None:
        self.notation = notation

    def symbol_latex(self, name: str) -> str:
        """The LaTeX of the symbol ``name``, declared or not."""
        declared = self.notation.symbol(name)
        return declared.latex if declared else self._undeclared(name)

    def function_latex(self, name: str) -> str:
        """The LaTeX of the function ``name``, declared or not."""
        declared = self.notation.function(name)
        return declared.latex if declared else self._undeclared(name)

    def _undeclared(self, name: str) -> str:
        latex = spelling.derived(name)
        return spelling.upright(name) if self.notation.find(nucleus.key_of(latex)) else latex

    @abstractmethod
    def symbol(self, name: str) -> str: ...
    @abstractmethod
    def function(self, name: str, index: str, primes: int) -> str:
        """The function ``name`` without its arguments; ``index`` belongs to a family."""

    @abstractmethod
    def number(self, digits: str) -> str: ...
    @abstractmethod
    def brackets(self, inside: str) -> str: ...
    @abstractmethod
    def join(self, parts: list[str]) -> str:
        """The parts side by side."""

    @abstractmethod
    def dot(self) -> str:
        """The sign of multiplication."""

    @abstractmethod
    def slash(self, top: str, bottom: str) -> str: ...
    @abstractmethod
    def fraction(self, top: str, bottom: str) -> str: ...
    @abstractmethod
    def power(self, base: str, exponent: str, symbol: str) -> str:
        """A power; ``symbol`` is the name of the base if that is a symbol."""

    @abstractmethod
    def root(self, inside: str) -> str: ...
    @abstractmethod
    def absolute(self, inside: str) -> str: ...
    @abstractmethod
    def operator(self, name: str, arguments: str) -> str:
        """``ln`` or ``exp`` of bracketed arguments."""

    @abstractmethod
    def extremum(self, name: str, arguments: list[str]) -> str: ...
    @abstractmethod
    def maximum_over(self, variable: str, low: str, body: str) -> str: ...
    @abstractmethod
    def argmax(self, variables: list[str], body: str) -> str: ...
    @abstractmethod
    def integral(self, body: str, low: str, high: str, variable: str) -> str: ...
    @abstractmethod
    def evaluated(self, body: str, variable: str, low: str, high: str) -> str: ...
    @abstractmethod
    def differential(self, operand: str) -> str: ...
    @abstractmethod
    def partial(self, body: str, variable: str) -> str: ...
    @abstractmethod
    def derivative(self, body: str, variable: str, point: str) -> str:
        """The derivative in ``variable`` at ``point``; at the variable itself if that is empty."""

    @abstractmethod
    def label(self, body: str, label: str, *, signed: bool) -> str:
        """A brace under ``body``; ``signed``: its minus sign connects it with the summand before."""

    @abstractmethod
    def composition(self, names: list[str], primes: int) -> str: ...
    @abstractmethod
    def relation(self, name: str) -> str: ...
    @abstractmethod
    def connective(self, name: str) -> str: ...

    @abstractmethod
    def is_bracketed(self, text: str) -> bool:
        """Whether ``text`` begins with a round bracket."""

    def clashes(self, base: Term, exponent: str) -> bool:
        """Whether ``base`` with this exponent would be read as another symbol."""
        return False


class Writer:
    """Writes terms with the brackets they need and, as far as that is safe, no others."""

    def __init__(self, markup: Markup) -> None:
        self.markup = markup
        self.heads: dict[str, Callable[[Term], str]] = {
            "num": lambda t: markup.number(str(t.value)),
            "decimal": lambda t: markup.number(t.name),
            "sym": lambda t: markup.symbol(t.name),
            "div": lambda t: markup.fraction(self.sum(t.args[0]), self.sum(t.args[1])),
            "pow": self.power,
            "sqrt": lambda t: markup.root(self.sum(t.args[0])),
            "abs": lambda t: markup.absolute(self.sum(t.args[0])),
            "log": lambda t: markup.operator("ln", self.bracketed(t.args)),
            "exp": lambda t: markup.operator("exp", self.bracketed(t.args)),
            "min": lambda t: markup.extremum("min", [self.sum(a) for a in t.args]),
            "max": lambda t: markup.extremum("max", [self.sum(a) for a in t.args]),
            "call": lambda t: self.call(t, 0),
            "prime": lambda t: self.call(t.args[0], int(t.name)),
            "composite": lambda t: self.call(t, 0),
            "label": lambda t: markup.label(self.sum(t.args[0]), t.name, signed=False),
            "integral": self.integral,
            "bracket": lambda t: markup.evaluated(
                self.sum(t.args[0]), markup.symbol(t.name), self.sum(t.args[1]), self.sum(t.args[2])
            ),
            "maxover": self.maximum_over,
            "sup": self.maximum_over,
            "argmax": lambda t: markup.argmax([markup.symbol(n) for n in t.name.split()], self.single(t.args[0])),
            "differential": lambda t: markup.differential(self.operand(t.args[0])),
            "partial": lambda t: markup.partial(self.operand(t.args[0]), markup.symbol(t.name)),
            "deriv": self.derivative,
        }

    def formula(self, formula: Formula) -> str:
        """The whole formula in one line."""
        parts = [self.chain(formula.parts[0])]
        for connective, part in zip(formula.connectives, formula.parts[1:], strict=True):
            parts += [self.markup.connective(connective), self.chain(part)]
        return self.markup.join(parts)

    def chain(self, chain: Chain) -> str:
        """Terms and relations."""
        parts = [self.sum(chain.terms[0])]
        for relation, term in zip(chain.relations, chain.terms[1:], strict=True):
            parts += [self.markup.relation(relation), self.sum(term)]
        return self.markup.join(parts)

    def sum(self, term: Term, *, script: bool = False) -> str:
        """A term where a sum may stand; in a ``script`` short quotients take a slash."""
        term = _plain(term)
        if term.head == "tuple":
            return ", ".join(self.sum(a) for a in term.args)
        summands = [_plain(a) for a in (term.args if term.head == "add" else (term,))]
        parts: list[str] = []
        for summand in summands:
            parts += self.summand(summand, first=not parts, alone=len(summands) == 1, script=script)
        return self.markup.join(parts)

    def summand(self, term: Term, *, first: bool, alone: bool, script: bool) -> list[str]:
        """One summand with the sign before it; what is open at its end needs to be ``alone``."""
        negative = term.head == "neg"
        body = _plain(term.args[0]) if negative else term
        if not first and not negative and body.head == "label" and _signed(body.args[0]):
            return [self.markup.label(self.sum(body.args[0]), body.name, signed=True)]
        closed = (body.head in OPEN_ENDED - {"integral"} and not alone) or (negative and _hides_sum(body))
        sign = "-" if negative else "" if first else "+"
        written = self.markup.brackets(self.sum(body)) if closed else self.product(body, script=script)
        return [sign, written] if sign else [written]

    def product(self, term: Term, *, script: bool = False) -> str:
        """A term where a product may stand."""
        term = _plain(term)
        if script and _takes_slash(term):
            return self.markup.slash(self.product(term.args[0]), self.factor(term.args[1]))
        if term.head in OPEN_ENDED or term.head == "label":
            return self.heads[term.head](term)
        return self.factors(term.args) if term.head == "mul" else self.factor(term)

    def factors(self, args: tuple[Term, ...]) -> str:
        """Factors side by side, with a dot where the reader needs one."""
        terms = [_plain(a) for a in args]
        parts: list[str] = []
        for index, term in enumerate(terms):
            last = index == len(terms) - 1
            text = self.factor(term, bare_integral=last)
            if index and self.needs_dot(terms[index - 1], term, text):
                parts.append(self.markup.dot())
            parts.append(text)
        return self.markup.join(parts)

    def factor(self, term: Term, *, bare_integral: bool = False) -> str:
        """A term where one factor has to stand."""
        term = _plain(term)
        loose = term.head in LOOSE or (term.head == "integral" and not bare_integral)
        if loose or _hides_sum(term):
            return self.markup.brackets(self.sum(term))
        return self.heads[term.head](term)

    def needs_dot(self, left: Term, right: Term, text: str) -> bool:
        """Whether ``left right`` side by side, ``right`` written as ``text``, would be something else."""
        if _leading(right).head in ("num", "decimal"):
            return True
        if left.head == "num" and right.head == "div" and {_plain(a).head for a in right.args} <= {"num", "decimal"}:
            return True
        if left.head == "differential" and right.head != "differential":
            return True
        name = _leading(left).name if _leading(left).head == "sym" else ""
        return bool(name) and self.markup.notation.is_applied(name) and self.markup.is_bracketed(text)

    def operand(self, term: Term) -> str:
        """The operand of a differential operator."""
        term = _plain(term)
        bare = term.head in ("sym", "call", "prime", "log", "exp")
        return self.heads[term.head](term) if bare else self.markup.brackets(self.sum(term))

    def bare_base(self, term: Term) -> bool:
        """Whether an exponent may follow ``term`` directly."""
        return term.head in ("num", "decimal", "sym", "call", "prime", "composite", "abs")

    def power(self, term: Term) -> str:
        """A power."""
        base, exponent = _plain(term.args[0]), self.sum(term.args[1], script=True)
        bare = self.bare_base(base) and not self.markup.clashes(base, exponent)
        written = self.heads[base.head](base) if bare else self.markup.brackets(self.sum(base))
        return self.markup.power(written, exponent, base.name if base.head == "sym" else "")

    def bracketed(self, args: tuple[Term, ...]) -> str:
        """The arguments of a function."""
        return self.markup.brackets(", ".join(self.sum(a) for a in args))

    def call(self, term: Term, primes: int) -> str:
        """A function, or a composition, with its arguments."""
        if term.head == "composite":
            head = self.markup.composition(term.name.split(), primes)
            return self.markup.join([head, self.bracketed(term.args)])
        family = self.markup.notation.is_family(term.name) and len(term.args) > 1
        index = self.sum(term.args[0], script=True) if family else ""
        head = self.markup.function(term.name, index, primes)
        args = term.args[1:] if family else term.args
        return self.markup.join([head, self.bracketed(args)]) if args else head

    def integral(self, term: Term) -> str:
        """An integral; its body is bracketed if it could be taken to end early."""
        body, low, high = (_plain(a) for a in term.args)
        parts = body.args if body.head == "mul" else (body,)
        risky = body.head in ("add", "neg") or any(p.head in ("differential", *OPEN_ENDED - {"integral"}) for p in parts)
        written = self.markup.brackets(self.sum(body)) if risky else self.product(body)
        return self.markup.integral(written, self.sum(low), self.sum(high), self.markup.symbol(term.name))

    def maximum_over(self, term: Term) -> str:
        """A maximum over a half line."""
        return self.markup.maximum_over(
            self.markup.symbol(term.name), self.sum(term.args[1]), self.single(term.args[0])
        )

    def single(self, term: Term) -> str:
        """The operand of an operator that takes the whole product."""
        term = _plain(term)
        return self.markup.brackets(self.sum(term)) if term.head in LOOSE - {"mul"} else self.product(term)

    def derivative(self, term: Term) -> str:
        """A derivative at a point."""
        body, point = term.args
        at = "" if point == Term("sym", name=term.name) else self.sum(point)
        return self.markup.derivative(self.operand(body), self.markup.symbol(term.name), at)


def _plain(term: Term) -> Term:
    """Negative and fractional numbers as the terms they are written as."""
    if term.head != "num" or (term.value >= 0 and term.value.denominator == 1):
        return term
    if term.value < 0:
        return Term("neg", (num(-term.value),))
    value: Fraction = term.value
    return Term("div", (num(value.numerator), num(value.denominator)))


def _hides_sum(term: Term) -> bool:
    """Whether ``term`` is a brace under a sum or negative, which is not a factor without brackets."""
    return term.head == "label" and _plain(term.args[0]).head in ("add", "neg")


def _signed(term: Term) -> bool:
    """Whether ``term`` begins with a minus sign when it is written."""
    term = _plain(term)
    return term.head == "neg" or (term.head == "add" and _plain(term.args[0]).head == "neg")


def _leading(term: Term) -> Term:
    """The base of a power, or the term itself."""
    return _plain(term.args[0]) if term.head == "pow" else term


def _is_atom(term: Term) -> bool:
    return term.head in ("sym", "decimal") or (term.head == "num" and term.value.denominator == 1 and term.value >= 0)


def _takes_slash(term: Term) -> bool:
    """Whether ``term`` is a quotient that reads well as ``a/b`` or ``a/(1+b)`` in an exponent."""
    if term.head != "div" or not _is_atom(term.args[0]):
        return False
    bottom = term.args[1]
    return _is_atom(bottom) or (
        bottom.head == "add" and all(a.head in ("sym", "num", "mul") and all(map(_is_atom, a.args)) for a in bottom.args)
    )
