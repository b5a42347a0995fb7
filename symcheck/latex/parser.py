"""The strict LaTeX reader: a formula as printed becomes chains of relations, or an error at the token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from symcheck.kernel.term import Term, map_args, walk
from symcheck.latex import layout
from symcheck.latex.constructs import CONSTRUCTS, Constructs
from symcheck.latex.expression import ExpressionParser
from symcheck.latex.layout import CONNECTIVE_OF, QUAD, RELATION_OF, ROW
from symcheck.latex.notation import Notation
from symcheck.latex.tokens import END, Token, tokenize
from symcheck.latex.tree import Chain, Formula


def parse(latex: str, notation: Notation, *, file: str = "", line: int = 1, column: int = 1) -> Formula:
    """The formula that ``latex`` states, which begins at the given place of ``file``.

    Every token is read or is an error: InputError, with the place, is the only exception that input can cause.
    """
    return parse_tokens(tokenize(latex, file, line, column), notation, file)


def parse_tokens(
    tokens: Sequence[Token], notation: Notation, file: str = "", constructs: Constructs = CONSTRUCTS
) -> Formula:
    """The formula that ``tokens`` state, with a meaning for each token that begins a construct."""
    arranged, partners = layout.arrange(tokens, file)
    return _FormulaParser(arranged, partners, notation, file, constructs).formula()


@dataclass(slots=True)
class _Open:
    """A chain that is being read, and where it began."""

    first: Token
    terms: list[Term] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    unnamed: list[Token] = field(default_factory=list)


class _FormulaParser(ExpressionParser):
    """Chains of relations, and what connects them."""

    def formula(self) -> Formula:
        """The whole input."""
        chains, connectives = [self.chain()], []
        while not self.ended():
            connective = self.connective()
            if connective is None:
                self.relations(chains[-1])
                continue
            if not chains[-1].relations:
                self.fail(f"expected a relation before {self.tokens[self.position - 1]}", chains[-1].first)
            connectives.append(connective)
            chains.append(self.chain())
            if not chains[-1].relations:
                self.fail(f"expected a relation, found {self.token}")
        return Formula(tuple(map(self.closed, chains)), tuple(connectives))

    def chain(self) -> _Open:
        """A term or list of terms, and the relations after it."""
        found = _Open(self.token)
        self.unnamed = found.unnamed
        found.terms.append(self.listed_terms())
        self.relations(found)
        return found

    def relations(self, chain: _Open) -> None:
        """Go on with ``chain``."""
        while self.text in RELATION_OF:
            chain.relations.append(RELATION_OF[self.advance().text])
            chain.terms.append(self.expression())

    def listed_terms(self) -> Term:
        """``n`` or ``n,d``: a list in front of a relation is about each of its terms."""
        first = self.token
        terms = [self.expression()]
        while self.text == "," and not self.at_punctuation():
            self.advance()
            terms.append(self.expression())
        if len(terms) > 1 and any(t.head in ("num", "decimal") for t in terms):
            self.fail("a list with a number in it; is the comma inside a number?", first)
        return Term("tuple", tuple(terms)) if len(terms) > 1 else terms[0]

    def at_punctuation(self) -> bool:
        """Whether only punctuation is left."""
        return all(t.text in (",", ".", r"\qed", "") for t in self.tokens[self.position :])

    def ended(self) -> bool:
        r"""Whether the formula is over, with at most one ``,`` or ``.`` and a ``\qed`` at its end."""
        if not self.at_punctuation():
            return False
        for texts in ((",", "."), (r"\qed",)):
            self.position += self.text in texts
        if self.token.kind != END:
            self.fail(f"expected the end of the formula, found {self.token}")
        return True

    def connective(self) -> str | None:
        """What connects the chain before with the one that is next; None if the relation goes on in a new row."""
        first = self.token
        comma = self.accept(",")
        row = self.accept(ROW)
        if self.text in CONNECTIVE_OF:
            name = CONNECTIVE_OF[self.advance().text]
            if not row:
                self.accept(ROW)
            return name
        if self.text in RELATION_OF and row and not comma:
            return None
        quad = not row and self.accept(QUAD)
        if not (comma or row or quad):
            self.fail(f"expected a relation, a connective or the end of the formula, found {self.token}")
        if self.text in ("", ROW):
            self.fail(f"expected a formula after {first}, found {self.token}")
        return "and"

    def closed(self, chain: _Open) -> Chain:
        """The finished chain; an evaluation bar that names no variable takes that of the chain's one integral."""
        terms = chain.terms
        if chain.unnamed:
            names = sorted({t.name for term in terms for t in walk(term) if t.head == "integral"})
            if len(names) != 1:
                found = "none" if not names else "those in " + ", ".join(names)
                self.fail(f"limits without a variable need one integral in the same chain, found {found}; "
                          "write the lower limit as {x=...}", chain.unnamed[0])  # fmt: skip
            terms = [_named(term, names[0]) for term in terms]
        return Chain(tuple(terms), tuple(chain.relations))


def _named(term: Term, name: str) -> Term:
    """``term`` with ``name`` as the variable of every evaluation bar that has none."""
    term = map_args(term, lambda arg: _named(arg, name))
    return replace(term, name=name) if term.head == "bracket" and not term.name else term
