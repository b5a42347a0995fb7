r"""Assumptions about all values of a symbol, and relations up to a constant factor, as facts for the kernel.

- ``x^{*}=\operatorname*{argmax}_{x}f(x)\mathrel{\text{subject to}}x\geq 0`` says that x* >= 0 and that f(x) <= f(x*)
  for every x >= 0;
- ``every x, y: A\implies B`` says that A implies B for all values of x and y;
- ``A = O(B)`` and ``A \lesssim B`` say, with an explicit constant K and start, that |A| <= K B (for the latter,
  A <= K B); ``A = \Theta(B)`` adds k B <= A; ``A \propto B`` says that A = K B.  A left side O(A) stands for A.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from symcheck.claim import Bound
from symcheck.elaborate import Meaning, chain_links
from symcheck.errors import InputError
from symcheck.kernel.facts import Every, Fact, map_fact
from symcheck.kernel.term import ZERO, Term, free, mul, neg, walk
from symcheck.latex.tree import Chain, Formula

EVERY = "every "
ORDERS = frozenset({"O", "Theta"})


def quantified(text: str) -> tuple[tuple[str, ...], str] | None:
    """The symbols' LaTeX and the rest of a text that begins with ``every x, y:``."""
    names, colon, rest = text.removeprefix(EVERY).partition(":")
    return (tuple(n.strip() for n in names.split(",")), rest) if text.startswith(EVERY) and colon else None


def for_every(names: tuple[str, ...], formula: Formula, meaning: Meaning) -> tuple[Every, ...]:
    """One quantified fact for each fact after the last ``implies``; all facts before it are hypotheses."""
    bound = frozenset(names)
    turns = [i for i, c in enumerate(formula.connectives) if c == "implies"]
    if set(formula.connectives) - {"and", "implies"} or len(turns) > 1:
        raise InputError("after `every …:` stands A, or A \\implies B")
    split = turns[0] + 1 if turns else 0
    before = _facts(formula.parts[:split], meaning, bound)
    return tuple(Every(names, before, fact) for fact in _facts(formula.parts[split:], meaning, bound))


def best(formula: Formula, meaning: Meaning) -> tuple[Every, tuple[Fact, ...]]:
    """What an argmax says: no admissible point is better, and the one named is admissible."""
    chain, constraints = formula.parts[0], formula.parts[1:]
    if chain.relations != ("eq",) or set(formula.connectives) - {"subject", "and"} or chain.terms[1].head != "argmax":
        raise InputError("an argmax stands alone on the right of =, before `subject to`")
    left, right = chain.terms
    names = tuple(right.name.split())
    chosen = left.args if left.head == "tuple" else (left,)
    if len(chosen) != len(names):
        raise InputError("an argmax has another number of symbols than its left side")
    bound = frozenset(names)
    values = dict(zip(names, map(meaning.term, chosen), strict=True))
    hypotheses = _facts(constraints, meaning, bound)
    body = meaning.term(right.args[0], bound)
    top = map_fact(Fact("eq", body, body), values).left
    return Every(names, hypotheses, Fact("le", body, top)), tuple(map_fact(h, values) for h in hypotheses)


def _facts(parts: Iterable[Chain], meaning: Meaning, bound: frozenset[str]) -> tuple[Fact, ...]:
    return tuple(fact for part in parts for link in chain_links(part) for fact in meaning.facts(*link, bound))


# -- up to a constant factor --------------------------------------------------------------------------------------


def order_of(link: tuple[str, Term, Term]) -> str:
    """O, Theta, lesssim or propto where a link is such a relation; empty elsewhere."""
    relation, left, right = link
    for side in (right, left):
        if relation == "eq" and side.head == "call" and side.name in ORDERS:
            return side.name
    return relation if relation in ("lesssim", "propto") else ""


def bounded(link: tuple[str, Term, Term], bound: Bound, factors: tuple[Term, ...], meaning: Meaning) -> Iterator[Fact]:
    """What a link up to a constant owes; ``factors`` are the constant and, for a Theta, that of the lower bound."""
    left, right = (meaning.term(_inside(side)) for side in link[1:])
    kind, upper = order_of(link), factors[0]
    if kind == "propto":
        yield Fact("eq", left, mul(upper, right))
        return
    yield Fact("le", left, mul(upper, right))
    if kind == "O":
        yield Fact("le", neg(mul(upper, right)), left)
    if kind == "Theta":
        if not bound.lower:
            raise InputError("a Theta needs a constant for its lower bound")
        yield Fact("le", mul(factors[1], right), left)
        yield Fact("lt", ZERO, factors[1])
        yield Fact("le", ZERO, right)


def _inside(term: Term) -> Term:
    return term.args[0] if term.head == "call" and term.name in ORDERS else term


def check_constant(term: Term, allowed: frozenset[str], meaning: Meaning) -> None:
    """A constant of an O(...) may depend on the scope's constants alone."""
    opened = meaning.opened(term)
    called = {t.name for t in walk(opened) if t.head == "call"}
    if stray := sorted((free(opened) | called) - allowed):
        raise InputError(f"the constant depends on {', '.join(stray)}, which the scope does not call constant")


def check_start(facts: Iterable[Fact], growing: frozenset[str], meaning: Meaning) -> None:
    """A start is ``E >= t`` or ``E > t`` for a symbol E that grows, on which t does not depend."""
    for fact in facts:
        large = fact.right
        fine = fact.rel in ("le", "lt") and large.head == "sym" and large.name in growing
        if not fine or large.name in free(meaning.opened(fact.left)):
            raise InputError(f"{fact} is no start: on its left must stand a symbol that grows, and only there")
