r"""Hints for a proof, written by an author in the paper's notation; each is only tried, and the kernel decides.

A hint either shows a further fact, which later steps may use (``Cut``, ``Use``, ``Law``, ``Rise``, ``Stationary``,
``Attained``, ``Beneath``), or says how the fact in hand is shown and ends its proof (``Split``, ``Combine``, ``Box``).
What cannot be followed leaves the statement open, with the hint named as the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from symcheck.errors import InputError
from symcheck.kernel.facts import Fact, fact_to_json
from symcheck.kernel.laws import LAWS
from symcheck.kernel.term import Term, to_json

Hints = tuple["Hint", ...]


@dataclass(frozen=True)
class Cut:
    """Show ``fact`` first, by hints of its own or by the search."""

    fact: str
    by: Hints = ()


@dataclass(frozen=True)
class Use:
    """An instance of quantified assumption number ``every``: values of its symbols, both in LaTeX."""

    values: Mapping[str, str]
    every: int = 0


@dataclass(frozen=True)
class Law:
    """An instance of a textbook law, by its name in the kernel's table: values of the law's own symbols, in LaTeX."""

    name: str
    values: Mapping[str, str]


@dataclass(frozen=True)
class Rise:
    """f(low) <= f(high) (``strict``: <), since the derivative of ``of`` in ``name`` is >= 0 between.

    ``slope`` are hints for the sign of the derivative where low < name < high.  ``name`` must be used nowhere else.
    """

    of: str
    name: str
    low: str
    high: str
    strict: bool = False
    slope: Hints = ()
    closed: Hints = ()


@dataclass(frozen=True)
class Stationary:
    """The derivative of ``of`` in ``name`` is 0 at ``at``, since it is extreme there between ``low`` and ``high``.

    ``by`` are hints for f(name) <= f(at), or with ``least`` for f(at) <= f(name), where low < name < high.  ``name``
    must be used nowhere else.
    """

    of: str
    name: str
    at: str
    low: str
    high: str
    least: bool = False
    by: Hints = ()


@dataclass(frozen=True)
class Attained:
    """A maximum over a half-line exists, and is at least the value at ``at``.

    For its function is continuous up to ``cut``, and from there on no greater than at ``at``, which lies before;
    ``tail`` are hints for that.
    """

    maximum: str
    at: str
    cut: str
    tail: Hints = ()


@dataclass(frozen=True)
class Beneath:
    """The value at ``at`` is no more than a maximum over a half-line that was shown to exist."""

    maximum: str
    at: str


@dataclass(frozen=True)
class Split:
    """The three cases left < right, left = right, left > right, each with hints of its own."""

    left: str
    right: str
    less: Hints = ()
    equal: Hints = ()
    more: Hints = ()


@dataclass(frozen=True)
class Combine:
    """A sum of facts, assumed or shown before, times multipliers, and of a ``gap`` that is visibly >= 0."""

    facts: tuple[tuple[str, str], ...] = ()
    gap: str = ""
    rewrite: tuple[str, ...] = ()


@dataclass(frozen=True)
class Box:
    r"""Enclosures, for symbols between rational ends: ``{r"\alpha": ("1/10", "1")}``."""

    ranges: Mapping[str, tuple[str, str]] = field(default_factory=dict)


Hint = Cut | Use | Law | Rise | Stationary | Attained | Beneath | Split | Combine | Box


@dataclass(frozen=True)
class Reader:
    """How LaTeX is read where the hints stand: a term, the facts of a relation, the name of a symbol."""

    term: Callable[[str], Term]
    facts: Callable[[str], Iterable[Fact]]
    name: Callable[[str], str]

    def fact(self, text: str) -> Any:
        """The one fact that a relation states, as JSON."""
        found = tuple(self.facts(text))
        if len(found) != 1:
            raise InputError(f"the hint {text!r} is not one relation")
        return fact_to_json(found[0])


def compiled(hints: Hints, read: Reader) -> list[Any]:
    """The hints as JSON, with kernel terms for LaTeX."""
    return [COMPILERS[type(hint)](hint, read) for hint in hints]


def _cut(hint: Cut, read: Reader) -> Any:
    return ["cut", read.fact(hint.fact), compiled(hint.by, read)]


def _use(hint: Use, read: Reader) -> Any:
    values = {read.name(k): to_json(read.term(v)) for k, v in hint.values.items()}
    return ["use", hint.every, values]


def _law(hint: Law, read: Reader) -> Any:
    law = LAWS.get(hint.name)
    if law is None or set(law.names) != set(hint.values):
        raise InputError(f"there is no law {hint.name!r} of {', '.join(hint.values)}")
    return ["law", hint.name, {name: to_json(read.term(text)) for name, text in hint.values.items()}]


def _rise(hint: Rise, read: Reader) -> Any:
    ends = [to_json(read.term(t)) for t in (hint.of, hint.low, hint.high)]
    inner = [compiled(hint.slope, read), compiled(hint.closed, read)]
    return ["rise", "lt" if hint.strict else "le", read.name(hint.name), *ends, *inner]


def _stationary(hint: Stationary, read: Reader) -> Any:
    terms = [to_json(read.term(t)) for t in (hint.of, hint.at, hint.low, hint.high)]
    return ["stationary", read.name(hint.name), *terms, hint.least, compiled(hint.by, read)]


def _attained(hint: Attained, read: Reader) -> Any:
    terms = [to_json(read.term(text)) for text in (hint.maximum, hint.at, hint.cut)]
    return ["attained", *terms, compiled(hint.tail, read)]


def _beneath(hint: Beneath, read: Reader) -> Any:
    return ["beneath", to_json(read.term(hint.maximum)), to_json(read.term(hint.at))]


def _split(hint: Split, read: Reader) -> Any:
    cases = [compiled(h, read) for h in (hint.less, hint.equal, hint.more)]
    return ["split", to_json(read.term(hint.left)), to_json(read.term(hint.right)), *cases]


def _combine(hint: Combine, read: Reader) -> Any:
    pairs = [[read.fact(fact), to_json(read.term(by))] for fact, by in hint.facts]
    gap = to_json(read.term(hint.gap)) if hint.gap else None
    return ["combine", pairs, gap, [read.fact(r) for r in hint.rewrite]]


def _box(hint: Box, read: Reader) -> Any:
    return ["box", {read.name(k): list(ends) for k, ends in hint.ranges.items()}]


COMPILERS: dict[type, Callable[[Any, Reader], Any]] = {
    Cut: _cut,
    Use: _use,
    Law: _law,
    Rise: _rise,
    Stationary: _stationary,
    Attained: _attained,
    Beneath: _beneath,
    Split: _split,
    Combine: _combine,
    Box: _box,
}
"""One row a kind of hint."""
