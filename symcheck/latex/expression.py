r"""Recursive descent from tokens to one expression; where LaTeX leaves the reading open, an error instead of a guess.

    expression := ["-"] product { ("+" | "-") product }      a signed \underbrace begins a product without "+"
    product    := factor { ["\cdot"] factor } ["/" operand]
    factor     := number | name | construct                   (``constructs.CONSTRUCTS``)

Sums and products are flat as far as they are written without brackets.  Refused, since they can be read in two ways:
``a/bc``, ``a/b/c``, ``\ln ab``, ``2\frac{1}{2}``, ``f^{2}(x)``, ``\frac{a}{b}^{2}``, a number after a factor without
``\cdot``, a factor after ``\mathrm{d}x``.  An evaluation bar applies to the summand before it with its sign, which
has to be the first one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from symcheck.kernel.term import Term, add, div, mul, neg, num
from symcheck.latex import tree
from symcheck.latex.layout import BAR, MAX_NESTING
from symcheck.latex.names import NameParser
from symcheck.latex.notation import Notation
from symcheck.latex.tokens import NAME, NUMBER, Token

INFINITY = r"\infty"
DIFFERENTIAL = r"\mathrm{d}"
UNDERBRACE = r"\underbrace"


class ExpressionParser(NameParser):
    """A parser of expressions; ``integrand`` is set while an open integral waits for its differential."""

    def __init__(
        self,
        tokens: list[Token],
        partners: dict[int, int],
        notation: Notation,
        file: str,
        constructs: Mapping[str, Callable[[ExpressionParser], Term]],
    ) -> None:
        super().__init__(tokens, partners, notation, file)
        self.constructs = constructs
        self.depth = 0
        self.unnamed: list[Token] = []

    def expression(self) -> Term:
        """A sum."""
        term = self.summand()
        terms = [self.bar(term) if self.text == BAR else term]
        while self.text in ("+", "-") or self.at_signed_label():
            self.accept("+")
            terms.append(self.summand())
            if self.text == BAR:
                self.fail("an evaluation bar after a sum; put the sum into [ ]")
        return add(*terms)

    def summand(self) -> Term:
        """A product, perhaps with a minus sign."""
        negative = self.accept("-")
        first = self.token
        term = self.product()
        if negative:
            self.check_label(first, term)
        return neg(term) if negative else term

    def check_label(self, first: Token, term: Term) -> None:
        r"""Refuse ``c\underbrace{a+b}``: the brackets of its reading do not print."""
        if first.text == UNDERBRACE and term.head == "label" and term.args[0].head in ("add", "neg"):
            self.fail("a sum under a brace as a factor; put it into ( )", first)

    def at_signed_label(self) -> bool:
        r"""Whether ``\underbrace{-…}`` is next, which is a new summand."""
        return self.text == UNDERBRACE and self.follows("{", "-")

    def product(self) -> Term:
        """Factors side by side, perhaps over one more after a slash."""
        starts, factors = [self.token], [self.factor()]
        while self.text == r"\cdot" or self.starts_factor():
            if not self.accept(r"\cdot"):
                self.check_juxtaposed(starts[-1], factors[-1])
            starts.append(self.token)
            factors.append(self.factor())
        if len(factors) > 1 or self.text == "/":
            for start, factor in zip(starts, factors, strict=True):
                self.check_label(start, factor)
        top = mul(*factors)
        return self.quotient(top) if self.accept("/") else top

    def quotient(self, top: Term) -> Term:
        """``top/bottom``, after which the term has to end."""
        bottom = self.operand()
        self.end_term("after a/b, since a/bc and a/b/c can be read in two ways")
        return div(top, bottom)

    def check_juxtaposed(self, before: Token, factor: Term) -> None:
        """The next factor may follow ``factor`` without a sign of multiplication."""
        if self.token.kind == NUMBER:
            self.fail(rf"a number after a factor; write \cdot before {self.token}")
        if before.kind == NUMBER and factor.head == "num" and self.text == r"\frac" and self.at_numeric_fraction():
            self.fail(rf"a mixed number or a product? write \cdot before {self.token}")
        if before.text == DIFFERENTIAL and self.text != DIFFERENTIAL:
            self.fail(rf"a factor after a differential; write it before, or \cdot before {self.token}")

    def at_numeric_fraction(self) -> bool:
        """Whether both parts of the fraction that is next are plain numbers."""
        parts = self.tokens[self.position + 1 : self.position + 7]
        return ["0" if t.kind == NUMBER else t.text for t in parts] == ["{", "0", "}", "{", "0", "}"]

    def starts_factor(self) -> bool:
        """Whether a factor of the same product is next."""
        if self.text in self.constructs:
            return not (self.at_signed_label() or (self.integrand and self.text == DIFFERENTIAL))
        return self.token.kind in (NAME, NUMBER) or self.text == "{"

    def end_term(self, where: str, *, of_sum: bool = False) -> None:
        """Refuse anything that would go on with the term (``of_sum``: or with the sum)."""
        signs = (r"\cdot", "/", "^", "_", *(("+", "-") if of_sum else ()))
        if self.starts_factor() or self.text in signs or (of_sum and self.at_signed_label()):
            what = "expression" if of_sum else "term"
            self.fail(f"expected the end of the {what} {where}, found {self.token}; use ( )")

    def factor(self) -> Term:
        """One factor with its exponent."""
        self.depth += 1
        if self.depth > MAX_NESTING:
            self.fail(f"more than {MAX_NESTING} expressions inside each other")
        term = self.undecorated()
        self.depth -= 1
        return term

    def script(self) -> Term:
        r"""What stands in a superscript or subscript; ``\infty`` is one token, too."""
        if self.text == INFINITY and self.text in self.constructs:
            return self.constructs[self.text](self)
        return super().script()

    def undecorated(self) -> Term:
        """The factor that is next, by its first token."""
        if self.integrand and self.text == DIFFERENTIAL:
            self.fail(f"expected the integrand, found {self.token}")
        if self.text in self.constructs:
            return self.constructs[self.text](self)
        if self.token.kind == NUMBER:
            text = self.advance().text
            return self.exponent(tree.decimal(text) if "." in text else num(text))
        if self.token.kind != NAME and self.text != "{":
            self.fail(f"expected an expression, found {self.token}")
        return self.name()

    def operand(self) -> Term:
        """A factor that something without brackets applies to."""
        first = self.token
        term = self.factor()
        self.check_label(first, term)
        return term

    def bar(self, body: Term) -> Term:
        """``body]^{b}_{a}``; without a variable before ``a`` the chain's integral has to tell it."""
        term = self.evaluated(body, self.advance())
        self.end_term("after an evaluation bar")
        return term

    def evaluated(self, body: Term, token: Token) -> Term:
        """``body`` between the limits that are next."""
        name, low, high = self.limits(named=True)
        if not name:
            self.unnamed.append(token)
        return Term("bracket", (body, low, high), name)

    def limits(self, *, named: bool) -> tuple[str, Term, Term]:
        """The lower and upper limit, in either order; ``named``: the lower one may be ``v=a``."""
        found: dict[str, Term] = {}
        name = ""
        while self.text in ("_", "^"):
            mark = self.advance()
            if mark.text in found:
                self.fail("double superscript" if mark.text == "^" else "double subscript", mark)
            if mark.text == "_" and named and self.names_variable():
                self.advance()
                name = self.declared_symbol().name
                self.expect("=", "after the variable")
                found["_"] = self.enclosed("}")
            else:
                found[mark.text] = self.script()
        if len(found) != 2:
            self.fail(f"expected {'an upper' if '_' in found else 'a lower'} limit, found {self.token}")
        return name, found["_"], found["^"]

    def names_variable(self) -> bool:
        """Whether the limit that is next is ``{v=a}``."""
        return self.text == "{" and any(
            t.text == "=" for t in self.tokens[self.position : self.partners[self.position]]
        )
