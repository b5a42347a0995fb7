"""The value of a limit: continuity, limits of parts, simpler forms, dominant terms, bounds on both sides, L'Hôpital."""

from __future__ import annotations

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import Term
from symcheck.procedures.builder import Builder, Prove
from symcheck.procedures.limit_scales import slow
from symcheck.procedures.limit_search import Establish, Search
from symcheck.procedures.limit_tactics import TACTICS, WHOLE
from symcheck.procedures.rounding import between, level

ALL = (*TACTICS, slow, level, between)


def searching(builder: Builder, name: str, prove: Prove, establish: Establish) -> Search:
    """A search for limits as a symbol falls to 0."""
    return Search(
        builder,
        name,
        prove,
        establish,
        lambda body: WHOLE if body.head == "integral" else (*TACTICS, slow, level, between),
    )


def limit_value(builder: Builder, term: Term, prove: Prove, establish: Establish) -> Fact | None:
    """An equation for a limit, with steps for it; None if none is found."""
    return searching(builder, term.name, prove, establish).value(term.args[0])
