"""Instances of textbook laws about the functions that occur in a goal, as facts for the search to look at."""

from __future__ import annotations

from itertools import permutations

from symcheck.kernel.facts import Fact, rational
from symcheck.kernel.laws import LAWS
from symcheck.kernel.term import BINDERS, ZERO, Term, div, to_json
from symcheck.procedures.builder import Builder

ABOUT: dict[str, tuple[str, ...]] = {
    "sin": ("sin most", "sin least", "sin positive"),
    "cos": ("cos most", "cos least", "cos positive"),
    "atan": ("atan most", "atan least"),
    "asin": ("asin most", "asin least"),
    "abs": ("abs", "abs negative", "abs square"),
    "sign": ("sign", "sign square"),
    "max": ("max first", "max second"),
    "min": ("min first", "min second"),
    "floor": ("floor", "floor next"),
    "exp": ("exp tangent",),
    "log": ("log tangent", "log below"),
}
"""The laws tried for each function, whose arguments are the laws' first symbols."""
NAMES = ("x", "y")
MOST = 12


def consequences(builder: Builder, *facts: Fact) -> bool:
    """Add what laws say of the functions in some facts to the facts that are looked at; whether there was anything."""
    found = False
    places = [t for fact in facts for side in (fact.left, fact.right) for t in _outside(side)]
    for place in list(dict.fromkeys(places))[:MOST]:
        for name in ABOUT.get(place.head, ()):
            found = instance(builder, name, dict(zip(NAMES, place.args, strict=False))) is not None or found
        if place.head == "pow" and (base := rational(place.args[0])) is not None and base >= 1:
            values = {"p": place.args[0], "x": ZERO, "y": place.args[1]}
            found = instance(builder, "exponent rises", values) is not None or found
        inner = place.args[0] if place.head == "abs" else place
        if inner is not place and inner.head in ("add", "mul") and len(inner.args) == 2:
            name = "abs sum" if inner.head == "add" else "abs product"
            found = instance(builder, name, dict(zip(NAMES, inner.args, strict=True))) is not None or found
    logs = [u.args[0] for u in dict.fromkeys(places) if u.head == "log"][:3]
    for above, below in permutations(logs, 2):  # their difference is the logarithm of a quotient
        for name in ABOUT["log"]:
            found = instance(builder, name, {"x": div(above, below)}) is not None or found
    return found


def instance(builder: Builder, name: str, values: dict[str, Term]) -> Fact | None:
    """A step for the instance of a law, if its hypotheses are known."""
    law = LAWS[name]
    if set(law.names) != values.keys():
        return None
    _, conclusion = law.at(values)
    data = {key: to_json(value) for key, value in values.items()}
    if conclusion in builder.context.facts or not builder.step(conclusion, "law", law=name, values=data):
        return None
    builder.given += (conclusion,)
    return conclusion


def _outside(term: Term) -> list[Term]:
    """A term and its parts that are below no binder."""
    inner = term.args[1:] if term.head in BINDERS else term.args
    return [term, *(t for arg in inner for t in _outside(arg))]
