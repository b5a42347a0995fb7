"""How a term is bracketed when it is written out, whatever the markup.

The rules mirror ``expression`` and ``constructs``: what is written without brackets is what the reader takes the same
way.  ``Writer.heads`` is the table of all heads.
"""

from __future__ import annotations

from collections.abc import Callable

from symcheck.kernel.term import Term, num, sym
from symcheck.latex import nucleus
from symcheck.latex.markup import Markup
from symcheck.latex.tree import Chain, Formula

#: Heads that need brackets as a factor.
LOOSE = frozenset(("add", "neg", "mul", "tuple"))
#: Heads that are read on to the end of a product or, of what they apply to, beyond.
UNCLOSED = frozenset(("maxover", "sup", "argmax", "deriv", "sum", "limit"))
#: Functions that stand before their argument in brackets.
APPLIED = ("log", "exp", "sin", "cos", "asin", "atan", "asinh", "sign", "gamma", "erf")


class Writer:
    """Writes terms with the brackets they need and, as far as that is safe, no others."""

    def __init__(self, markup: Markup) -> None:
        self.markup = markup
        self.heads: dict[str, Callable[[Term], str]] = {
            "num": lambda t: str(t.value),
            "decimal": lambda t: t.name,
            "sym": lambda t: markup.symbol(t.name),
            "div": lambda t: markup.piece("fraction", self.sum(t.args[0]), self.sum(t.args[1])),
            "pow": self.power,
            "sqrt": self.around,
            "abs": self.around,
            **dict.fromkeys(APPLIED, lambda t: markup.piece(t.head, self.bracketed(t.args))),
            **dict.fromkeys(("pi", "euler"), lambda t: markup.piece(t.head)),
            "floor": self.around,
            "min": lambda t: markup.piece("min", self.listed(t.args)),
            "max": lambda t: markup.piece("max", self.listed(t.args)),
            "call": lambda t: self.call(t, 0),
            "composite": lambda t: self.call(t, 0),
            "prime": lambda t: self.call(t.args[0], int(t.name)),
            "label": lambda t: markup.piece("label", self.sum(t.args[0]), markup.label(t.name)),
            "integral": self.integral,
            "bracket": self.evaluated,
            "maxover": self.maximum_over,
            "sup": self.maximum_over,
            "argmax": self.argmax,
            "differential": lambda t: markup.piece("differential", self.operand(t.args[0])),
            "partial": lambda t: markup.piece("partial", self.operand(t.args[0]), markup.symbol(t.name)),
            "deriv": self.derivative,
            "sum": self.total,
            "limit": lambda t: markup.piece("limit", markup.symbol(t.name), self.single(t.args[0])),
        }

    def write(self, item: Term | Formula, *, rows: bool = False) -> str:
        """A term; or a formula, in one line or with a row for each relation."""
        if isinstance(item, Term):
            return self.sum(item)
        return self.display(item) if rows else self.formula(item)

    def formula(self, formula: Formula) -> str:
        """The whole formula in one line."""
        parts = [*self.quantifier(formula), self.chain(formula.parts[0])]
        for connective, part in zip(formula.connectives, formula.parts[1:], strict=True):
            parts += [self.markup.piece(connective), self.chain(part)]
        return self.markup.join(parts)

    def quantifier(self, formula: Formula) -> list[str]:
        """The symbols for all values of which the formula is meant."""
        names = ", ".join(map(self.markup.symbol, formula.every))
        return [self.markup.piece("every", names)] if names else []

    def display(self, formula: Formula) -> str:
        """The formula with a row for each relation, aligned at the relations."""
        rows: list[tuple[str, str]] = []
        for connective, part in zip(("", *formula.connectives), formula.parts, strict=True):
            first = self.markup.join([*(self.quantifier(formula) if not rows else []), self.sum(part.terms[0])])
            if connective not in ("", "and"):
                first = self.markup.join([self.markup.piece(connective), first])
            right = [
                self.markup.join([self.markup.piece(relation), self.sum(term)])
                for relation, term in zip(part.relations, part.terms[1:], strict=True)
            ]
            rows += [(first if index == 0 else "", text) for index, text in enumerate(right or [""])]
        return self.markup.rows(rows)

    def chain(self, chain: Chain) -> str:
        """Terms and relations."""
        parts = [self.sum(chain.terms[0])]
        for relation, term in zip(chain.relations, chain.terms[1:], strict=True):
            parts += [self.markup.piece(relation), self.sum(term)]
        return self.markup.join(parts)

    def sum(self, term: Term, *, script: bool = False) -> str:
        """A term where a sum may stand; in a ``script`` short quotients take a slash."""
        term = _plain(term)
        if term.head == "tuple":
            return self.listed(term.args)
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
            rest = self.sum(body.args[0]).removeprefix("-").lstrip()
            return [self.markup.piece("signed label", rest, self.markup.label(body.name))]
        closed = (_reads_on(body) and not alone) or (negative and _hides_sum(body))
        sign = "-" if negative else "" if first else "+"
        written = self.markup.brackets(self.sum(body)) if closed else self.product(body, script=script)
        return [sign, written] if sign else [written]

    def product(self, term: Term, *, script: bool = False) -> str:
        """A term where a product may stand."""
        term = _plain(term)
        if script and _takes_slash(term):
            return self.markup.piece("slash", self.product(term.args[0]), self.factor(term.args[1]))
        if term.head in ("integral", "label") or _reads_on(term):
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
                parts.append(self.markup.piece("dot"))
            parts.append(text)
        return self.markup.join(parts)

    def factor(self, term: Term, *, bare_integral: bool = False) -> str:
        """A term where one factor has to stand."""
        term = _plain(term)
        loose = term.head in LOOSE or (term.head == "integral" and not bare_integral)
        if loose or _reads_on(term) or _hides_sum(term):
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
        """Whether an exponent may follow ``term`` directly; after another superscript it would be hard to read."""
        if term.head == "sym" and nucleus.key_of(self.markup.symbol_latex(term.name)).sup:
            return False
        return term.head in ("num", "decimal", "sym", "call", "prime", "composite", "abs")

    def power(self, term: Term) -> str:
        """A power."""
        base, exponent = _plain(term.args[0]), self.sum(term.args[1], script=True)
        bare = self.bare_base(base) and not self.markup.clashes(base, exponent)
        written = self.heads[base.head](base) if bare else self.markup.brackets(self.sum(base))
        return self.markup.piece("power", written, exponent)

    def bracketed(self, args: tuple[Term, ...]) -> str:
        """The arguments of a function."""
        return self.markup.brackets(self.listed(args))

    def listed(self, args: tuple[Term, ...]) -> str:
        """Terms with commas."""
        return ", ".join(self.sum(a) for a in args)

    def around(self, term: Term) -> str:
        """A construct that encloses its one argument."""
        return self.markup.piece(term.head, self.sum(term.args[0]))

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
        risky = body.head in ("add", "neg") or any(p.head == "differential" or _reads_on(p) for p in parts)
        written = self.markup.brackets(self.sum(body)) if risky else self.product(body)
        return self.markup.piece("integral", self.sum(low), self.sum(high), written, self.markup.symbol(term.name))

    def evaluated(self, term: Term) -> str:
        """A difference of values at two limits."""
        body, low, high = map(self.sum, term.args)
        return self.markup.piece("bracket", body, self.markup.symbol(term.name), low, high)

    def total(self, term: Term) -> str:
        """A finite sum."""
        body, low, high = term.args
        return self.markup.piece("sum", self.markup.symbol(term.name), self.sum(low), self.sum(high), self.single(body))

    def maximum_over(self, term: Term) -> str:
        """A maximum over a half line."""
        low, body = self.sum(term.args[1]), self.single(term.args[0])
        return self.markup.piece("maxover", self.markup.symbol(term.name), low, body)

    def argmax(self, term: Term) -> str:
        """The place of a maximum."""
        names = ", ".join(map(self.markup.symbol, term.name.split()))
        return self.markup.piece("argmax", names, self.single(term.args[0]))

    def single(self, term: Term) -> str:
        """The operand of an operator that takes the whole product."""
        term = _plain(term)
        loose = term.head in ("add", "neg") or _reads_on(term)
        return self.markup.brackets(self.sum(term)) if loose else self.product(term)

    def derivative(self, term: Term) -> str:
        """A derivative at a point."""
        variable, body, point = self.markup.symbol(term.name), self.operand(term.args[0]), term.args[1]
        if point == sym(term.name):
            return self.markup.piece("deriv", variable, body)
        return self.markup.piece("deriv at", variable, body, variable, self.sum(point))


def _plain(term: Term) -> Term:
    """Negative and fractional numbers as the terms they are written as."""
    if term.head != "num" or (term.value >= 0 and term.value.denominator == 1):
        return term
    if term.value < 0:
        return Term("neg", (num(-term.value),))
    return Term("div", (num(term.value.numerator), num(term.value.denominator)))


def _reads_on(term: Term) -> bool:
    """Whether what follows ``term`` would seem to belong to it; an evaluated derivative has a bar at its end."""
    return term.head in UNCLOSED and not (term.head == "deriv" and term.args[1] != sym(term.name))


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
    summands = bottom.args if bottom.head == "add" else ()
    flat = [factor for a in summands for factor in (a.args if a.head == "mul" else (a,))]
    return _is_atom(bottom) or (bool(flat) and all(map(_is_atom, flat)))
