"""Declared symbols and functions in an expression: the longest declared spelling, arguments, primes, exponents."""

from __future__ import annotations

from abc import abstractmethod

from symcheck.kernel.term import Term, call, num, power, sym
from symcheck.latex import nucleus
from symcheck.latex.notation import Entry, Symbol
from symcheck.latex.nucleus import Key, Nucleus, Script
from symcheck.latex.reader import Reader
from symcheck.latex.tokens import NAME, NUMBER, OPENERS, Token


class NameParser(Reader):
    """What begins with a declared name, given a parser of expressions."""

    integrand = False

    @abstractmethod
    def expression(self) -> Term:
        """A sum."""

    def enclosed(self, closer: str) -> Term:
        """The expression up to ``closer``."""
        return self.listed(closer, most=1)[0]

    def listed(self, closer: str, most: int = 100) -> tuple[Term, ...]:
        """The expressions up to ``closer``, separated by commas; an integral outside does not end in here."""
        if self.text == closer:
            self.fail(f"empty group: expected an expression, found {self.token}")
        outer, self.integrand = self.integrand, False
        terms = [self.expression()]
        while len(terms) < most and self.accept(","):
            terms.append(self.expression())
        self.integrand = outer
        self.expect(closer, "after the expression")
        return tuple(terms)

    def group(self) -> Term:
        """The braced argument of a command."""
        self.expect("{", "before an argument")
        return self.enclosed("}")

    def script(self) -> Term:
        """What stands in a superscript or subscript: a group, or one character."""
        nucleus.script_end(self.tokens, self.position, self.file)
        if self.text == "{":
            return self.group()
        token = self.advance()
        if token.kind not in (NAME, NUMBER):
            self.fail(f"expected an expression as a script, found {token}", token)
        return num(token.text) if token.kind == NUMBER else sym(self.bare_symbol(Key((token.text,)), token).name)

    def exponent(self, base: Term) -> Term:
        """``base``, or the power of it that is written."""
        if not self.accept("^"):
            return base
        script = self.script()
        if self.text == "^":
            self.fail("double superscript")
        return power(base, script)

    def name(self) -> Term:
        """A declared symbol with its exponent, or a declared function with its arguments."""
        first = self.token
        found = nucleus.read(self.tokens, self.position, self.file)
        entry, index, script = self.resolve(found, first)
        self.position = found.end
        indices = (self.at(index),) if index else ()
        if script is None:
            return self.apply(entry, indices, first, 0)
        if set(script.spelling) == {r"\prime"}:
            return self.apply(entry, indices, first, len(script.spelling))
        if entry.symbol is None or (entry.function and self.text == "("):
            self.fail("an exponent between a function and its arguments; write it after them", first)
        return power(sym(entry.symbol.name), self.at(script))

    def at(self, script: Script) -> Term:
        """The expression in ``script``, read without moving on."""
        back, self.position = self.position, script.start
        term = self.script()
        self.position = back
        return term

    def resolve(self, found: Nucleus, first: Token) -> tuple[Entry, Script | None, Script | None]:
        """The longest declared spelling, the index of a family, and the superscript that is not part of the name."""
        ways = [(found.sup, found.outer)]
        if found.sup and not found.closed and found.sup.spelling[0] != "*":
            ways.append((None, found.sup))
        for sup, rest in ways:
            key = Key(found.base, found.key.sub, sup.spelling if sup else ())
            entry = self.notation.find(key)
            if entry:
                return entry, None, rest
            family = self.notation.family(Key(key.base, (), key.sup)) if found.sub else None
            if family:
                return Entry(function=family), found.sub, rest
        return self.fail(f"undeclared symbol {self.shown(self.position, found.end)}", first)

    def bare_symbol(self, key: Key, first: Token) -> Symbol:
        """The declared symbol that is written so."""
        entry = self.notation.find(key)
        if entry is None or entry.symbol is None:
            self.fail(f"expected a declared symbol, found {first}", first)
        return entry.symbol

    def declared_symbol(self) -> Symbol:
        """The symbol that is next, to the end of its scripts."""
        first, start = self.token, self.position
        found = nucleus.read(self.tokens, start, self.file)
        if found.outer:
            self.fail(f"expected a symbol, found {self.shown(start, found.end)}", first)
        self.position = found.end
        return self.bare_symbol(found.key, first)

    def apply(self, entry: Entry, indices: tuple[Term, ...], first: Token, primes: int) -> Term:
        """A call if brackets with a declared number of arguments follow, else the symbol."""
        function = entry.function
        count = self.count_arguments() if self.text == "(" else 0
        if function and count in function.arity and not (primes and count != 1):
            self.advance()
            result = call(function.name, *indices, *self.listed(")"))
            return self.exponent(Term("prime", (result,), str(primes)) if primes else result)
        if primes:
            self.fail("a prime has to stand on a function with one argument, or be declared with its symbol", first)
        if entry.symbol is None or count > 1:
            wanted = " or ".join(map(str, function.arity)) if function else "0"
            self.fail(f"{first}: expected {wanted} argument{'s' * (wanted != '1')} in ( ), found {count}", first)
        return sym(entry.symbol.name)

    def count_arguments(self) -> int:
        """How many arguments the brackets that are next have."""
        position, end, count = self.position + 1, self.partners[self.position], 1
        while position < end:
            count += self.tokens[position].text == ","
            position = self.partners[position] if self.tokens[position].text in OPENERS else position
            position += 1
        return count
