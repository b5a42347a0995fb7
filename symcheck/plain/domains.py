"""What is said of a symbol in words: ``positive integer``, ``nonzero real``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from symcheck.errors import InputError
from symcheck.kernel.facts import Fact
from symcheck.kernel.facts import whole as integral
from symcheck.kernel.term import ONE, ZERO, Term, sym


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
