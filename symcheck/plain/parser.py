"""The plain syntax: Python's arithmetic with sympy's names, read by recursive descent and never evaluated.

    claim      := sum relation sum | sum "=" ("O" | "Theta") "(" sum ")"
    conditions := chain { "and" chain }        chain := sum relation sum { relation sum }
    sum        := product { ("+" | "-") product }
    product    := signed { ("*" | "/") signed }
    signed     := ("-" | "+") signed | atom [ "**" signed ]
    atom       := number | name | name "(" arguments ")" | "(" sum ")"

A quotient or product of numbers, and a number with a sign, becomes one exact number: 1/3, -0.25, 2*3.  Sums and
products are flat as far as they are written without brackets.  InputError with the column is all that input can cause.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction
from typing import NoReturn, TypeVar

from symcheck.kernel.term import Term, add, div, mul, neg, num, power, sym
from symcheck.plain import table
from symcheck.plain.table import Operator, Range
from symcheck.plain.tokens import END, NAME, NUMBER, STRING, Token, reject, tokenize

MAX_NESTING = 40
MAX_TIMES = 10
T = TypeVar("T")
SIDES = {"+": 1, "-": -1, "+-": 0}
ORDERS = frozenset(("O", "Theta"))
WORDS = ORDERS | {"and"}


@dataclass(frozen=True)
class Relation:
    """``left name right``, for a name among the values of ``table.RELATIONS``."""

    name: str
    left: Term
    right: Term


@dataclass(frozen=True)
class Approach:
    """``name -> place``, from above (side 1), from below (-1) or from both sides (0)."""

    name: str
    place: Term
    side: int


def expression(text: str, where: str = "", declared: Collection[str] = ()) -> Term:
    """The term that ``text`` is; ``declared`` names are symbols whatever else they mean."""
    parser = _Parser(text, where, declared)
    return parser.finished(parser.sum())


def claim(text: str, where: str = "", declared: Collection[str] = ()) -> Relation:
    """The one relation that ``text`` states."""
    parser = _Parser(text, where, declared)
    found = parser.chain()
    if len(found) > 1:
        parser.fail("a claim has one relation; check the parts one by one", parser.relations[1])
    return parser.finished(found[0])


def conditions(text: str, where: str = "", declared: Collection[str] = ()) -> list[Relation]:
    """The relations that ``text`` states, in order: chains such as ``0 < a < 1``, connected by ``and``."""
    parser = _Parser(text, where, declared)
    found = parser.chain()
    while parser.accept("and"):
        found += parser.chain()
    growth = next((t for t in parser.relations if t.text in table.GROWTH), None)
    if growth:
        parser.fail(f"{growth} is no condition on numbers", growth)
    return parser.finished(found)


def approach(text: str, where: str = "", declared: Collection[str] = ()) -> Approach:
    """What ``x -> oo``, ``x -> a``, ``x -> 0+`` or ``x -> 0-`` says."""
    parser = _Parser(text, where, declared)
    name = parser.symbol()
    parser.expect("->", "after the symbol")
    last = parser.tokens[-2].text
    side = SIDES.get(last, 0)
    if side:
        del parser.tokens[-2]
    return parser.finished(Approach(name, parser.sum(), side))


class _Parser:
    """Tokens and the number of the next one."""

    def __init__(self, text: str, where: str, declared: Collection[str]) -> None:
        self.tokens, self.where, self.declared = tokenize(text, where), where, declared
        self.position = self.depth = 0
        self.relations: list[Token] = []

    @property
    def token(self) -> Token:
        return self.tokens[self.position]

    def advance(self) -> Token:
        self.position += 1
        return self.tokens[self.position - 1]

    def at(self, *texts: str) -> bool:
        """Whether the next token is one of these signs or words."""
        return self.token.kind not in (STRING, END) and self.token.text in texts

    def accept(self, text: str) -> bool:
        found = self.at(text)
        self.position += found
        return found

    def expect(self, text: str, where: str) -> None:
        if not self.accept(text):
            self.fail(f"expected {text!r} {where}, found {self.token}")

    def fail(self, message: str, token: Token | None = None) -> NoReturn:
        reject(message, token or self.token, self.where)

    def finished(self, result: T) -> T:
        """``result``, if nothing is left."""
        if self.token.kind != END:
            hint = "; a product needs *" if self.token.kind in (NAME, NUMBER) or self.at("(") else ""
            hint = "; write == for an equation" if self.at("=") else hint
            self.fail(f"expected the end, or an operator, found {self.token}{hint}")
        return result

    # -- relations ----------------------------------------------------------------------------------------------

    def chain(self) -> list[Relation]:
        """One relation or more, each between two neighbours."""
        terms, names = [self.sum()], []
        while self.at("=", *table.RELATIONS):
            order = self.tokens[self.position + 1]
            written = self.at("=") and order.text in ORDERS and order.text not in self.declared
            if not written and self.at("="):
                self.fail("write == for an equation")
            self.position += written
            self.relations.append(self.token)
            names.append(table.RELATIONS[self.advance().text])
            terms.append(self.bracketed(order) if written else self.sum())
        if not names:
            self.fail(f"expected a relation such as == or <, found {self.token}")
        return [Relation(*parts) for parts in zip(names, terms[:-1], terms[1:], strict=True)]

    def bracketed(self, before: Token) -> Term:
        """``(sum)``."""
        self.expect("(", f"after {before}")
        inside = self.sum()
        self.expect(")", f"after what is in {before}")
        return inside

    # -- arithmetic ---------------------------------------------------------------------------------------------

    def sum(self) -> Term:
        terms = [self.product()]
        while self.at("+", "-"):
            minus = self.advance().text == "-"
            terms.append(_negative(self.product()) if minus else self.product())
        return add(*terms)

    def product(self) -> Term:
        factors = [self.signed()]
        while self.at("*", "/"):
            if self.advance().text == "*":
                factors.append(self.signed())
            else:
                factors = [_quotient(_product(factors), self.signed())]
        return _product(factors)

    def signed(self) -> Term:
        self.depth += 1
        if self.depth > MAX_NESTING:
            self.fail(f"more than {MAX_NESTING} expressions inside each other")
        if self.at("+", "-"):
            minus = self.advance().text == "-"
            term = _negative(self.signed()) if minus else self.signed()
        else:
            term = self.atom()
            if self.accept("**"):
                term = power(term, self.signed())
        self.depth -= 1
        return term

    def atom(self) -> Term:
        token = self.token
        if self.accept("("):
            inside = self.sum()
            if self.at(","):
                self.fail("a list is no number")
            self.expect(")", f"to close the bracket of column {token.column}")
            return inside
        if token.kind == NUMBER:
            return num(Fraction(self.advance().text))
        if token.kind != NAME or token.text in WORDS - set(self.declared):
            self.fail(f"expected an expression, found {token}")
        self.advance()
        return self.applied(token) if self.at("(") else self.named(token)

    def named(self, token: Token) -> Term:
        """A constant or a symbol."""
        name = token.text
        if name in self.declared:
            return sym(name)
        if name in table.BEYOND_REALS:
            self.fail(f"{name} is no real number; declare it to use it as a symbol", token)
        if name in table.OPERATORS or (name in table.FUNCTIONS and name != "gamma"):
            self.fail(f"{name} needs arguments in ( )", token)
        return table.CONSTANTS.get(name, sym(name))

    def symbol(self) -> str:
        """The name of the symbol that is next."""
        token = self.advance() if self.token.kind == NAME else self.token
        if token.kind != NAME or self.named(token).head != "sym" or token.text in WORDS - set(self.declared):
            self.fail(f"expected a symbol, found {token}", token)
        return token.text

    # -- functions and operators --------------------------------------------------------------------------------

    def applied(self, token: Token) -> Term:
        """A function or operator with the arguments that are next."""
        name = token.text
        if name in self.declared:
            self.fail(f"{name} is a symbol; write {name}*(...) for a product", token)
        if name in table.OPERATORS:
            return self.operator(table.OPERATORS[name], token)
        if name not in table.FUNCTIONS:
            known = [*table.FUNCTIONS, *table.OPERATORS]
            close = [k for k in known if k.lower() == name.lower()] or difflib.get_close_matches(name, known, 1, 0.75)
            hint = f"is {close[0]} meant?" if close else f"write {name}*(...) for a product"
            self.fail(f"unknown function {name}; {hint}", token)
        self.advance()
        arguments = [self.sum()]
        while self.accept(","):
            arguments.append(self.sum())
        self.expect(")", f"after the arguments of {name}")
        row = table.FUNCTIONS[name]
        if not row.low <= len(arguments) <= row.high:
            wanted = str(row.low) if row.low == row.high else f"{row.low} to {row.high}"
            plural = "s" if wanted != "1" else ""
            self.fail(f"{name} takes {wanted} argument{plural}, found {len(arguments)}", token)
        return table.apply(name, *arguments)

    def operator(self, row: Operator, token: Token) -> Term:
        """``Derivative``, ``Integral``, ``Sum`` or ``Limit`` with body and ranges."""
        self.advance()
        body, ranges = self.sum(), list[Range]()
        while self.accept(","):
            ranges += {"count": self.counted, "ends": self.ended, "point": self.directed}[row.shape]()
        if not ranges:
            self.fail(f"{token.text} needs a symbol after its first argument, found {self.token}")
        self.expect(")", f"after the arguments of {token.text}")
        if len(ranges) > MAX_TIMES or (row.shape == "point" and len(ranges) > 1):
            self.fail(f"{token.text} has too many ranges", token)
        for place in ranges:
            body = row.make(body, place)
        return body

    def counted(self) -> list[Range]:
        """``x``, ``x, 2`` or ``(x, 2)``: a symbol, as often as is said."""
        bracket = self.accept("(")
        name, times = self.symbol(), 1
        if self.at(",") and (bracket or self.tokens[self.position + 1].kind == NUMBER):
            self.advance()
            times = self.count()
        if bracket:
            self.expect(")", "after a symbol and a number of times")
        return [Range(name)] * times

    def count(self) -> int:
        token = self.token
        if token.kind != NUMBER or not token.text.isdigit() or not 1 <= int(token.text) <= MAX_TIMES:
            self.fail(f"expected a whole number from 1 to {MAX_TIMES}, found {token}")
        return int(self.advance().text)

    def ended(self) -> list[Range]:
        """``(x, a, b)``."""
        self.expect("(", "before a symbol and its two ends")
        name = self.symbol()
        self.expect(",", f"after {name}")
        low = self.sum()
        self.expect(",", "between the two ends")
        high = self.sum()
        self.expect(")", "after the two ends")
        return [Range(name, (low, high))]

    def directed(self) -> list[Range]:
        """``x, a`` or ``x, a, '+'``."""
        name, side = self.symbol(), 0
        self.expect(",", f"after {name}")
        place = self.sum()
        if self.accept(","):
            token = self.advance()
            if token.kind != STRING or token.text[1:-1] not in SIDES:
                self.fail(f"expected a direction '+', '-' or '+-', found {token}", token)
            side = SIDES[token.text[1:-1]]
        return [Range(name, (place, num(side)))]


def _negative(term: Term) -> Term:
    return num(-term.value) if term.head == "num" else neg(term)


def _product(factors: list[Term]) -> Term:
    if all(f.head == "num" for f in factors):
        value = Fraction(1)
        for factor in factors:
            value *= factor.value
        return num(value)
    return mul(*factors)


def _quotient(top: Term, bottom: Term) -> Term:
    both = top.head == bottom.head == "num" and bottom.value != 0
    return num(top.value / bottom.value) if both else div(top, bottom)
