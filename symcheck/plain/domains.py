"""What is said of a symbol in words: ``positive integer``, ``nonzero real``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from symcheck.errors import InputError
from symcheck.kernel.facts import Fact
from symcheck.kernel.facts import whole as integral
from symcheck.kernel.term import BINDERS, ONE, ZERO, Term, free, require, sym
from symcheck.plain.limits import INFINITE, Meaning, is_limit
from symcheck.plain.table import FUNCTIONS, NAMED


@dataclass(frozen=True)
class Domain:
    """One word: the facts it states; whether it asks for integers; what a counterexample has to satisfy as well."""

    facts: Callable[[Term], tuple[Fact, ...]]
    whole: bool = False
    witness: Callable[[Term], tuple[Fact, ...]] = lambda _: ()


@dataclass(frozen=True)
class Known:
    """What the words say of all symbols: facts, further facts that a counterexample has to satisfy, integers."""

    facts: tuple[Fact, ...] = ()
    witness: tuple[Fact, ...] = ()
    whole: frozenset[str] = frozenset()


DOMAINS: dict[str, Domain] = {
    "real": Domain(lambda _: ()),
    "integer": Domain(lambda _: (), whole=True),
    "positive": Domain(lambda x: (Fact("lt", ZERO, x),)),
    "negative": Domain(lambda x: (Fact("lt", x, ZERO),)),
    "nonnegative": Domain(lambda x: (Fact("le", ZERO, x),)),
    "nonpositive": Domain(lambda x: (Fact("le", x, ZERO),)),
    "nonzero": Domain(lambda x: (Fact("ne", x, ZERO),)),
    # Some count 0 among the natural numbers, some don't: what is proved holds for it, what refutes is another one.
    "natural": Domain(lambda x: (Fact("le", ZERO, x),), whole=True, witness=lambda x: (Fact("le", ONE, x),)),
}
FILLERS = frozenset(("number", "numbers"))


def read_domains(symbols: Mapping[str, str]) -> Known:
    """What ``symbols``, from name to words, says; a word that is not known is an error."""
    facts: list[Fact] = []
    witness: list[Fact] = []
    whole: set[str] = set()
    for name, words in symbols.items():
        found = words.lower().replace("non-", "non").replace(",", " ").split()
        for word in found:
            if word not in DOMAINS and word not in FILLERS:
                raise InputError(f"symbols: {name}: {word!r} is none of {', '.join(DOMAINS)}")
        for row in [DOMAINS[word] for word in found if word in DOMAINS]:
            facts += row.facts(sym(name)) + ((integral(sym(name)),) if row.whole else ())
            witness += row.witness(sym(name))
            whole |= {name} if row.whole else set()
    return Known(tuple(facts), tuple(witness), frozenset(whole))


def functions_of_integers(term: Term, integers: frozenset[str], bound: frozenset[str] = frozenset()) -> Iterator[Term]:
    """The functions of integers in a term; of ``bound`` symbols only those that are integers wherever they stand.

    There the kernel sees to it that a factorial is of what is not negative; ``integers`` are symbols known as such.
    """
    name, counted = term.name, False
    if is_limit(term):
        name = term.args[1].name
        counted = name in integers and term.args[2] in INFINITE
    elif term.head == "sum":
        counted = True
    inner = bound | {name} if term.head in BINDERS or is_limit(term) else bound
    rest = integers | {name} if counted else integers - {name} if inner != bound else integers
    for number, arg in enumerate(term.args):
        yield from functions_of_integers(arg, *((rest, inner) if number == 0 else (integers, bound)))
    if term.head == NAMED and term.name in FUNCTIONS and FUNCTIONS[term.name].whole:
        used = free(Meaning().term(term))
        if not used & bound:
            yield term
        else:
            fine = used <= integers and all(map(_integral, term.args))
            require(fine, "not supported yet:", term.name, "of what is bound")


def _integral(term: Term) -> bool:
    """Whether a term is visibly an integer if its symbols are."""
    if term.head == "num":
        return term.value.denominator == 1
    return term.head == "sym" or (term.head in ("add", "mul", "neg") and all(map(_integral, term.args)))
