"""Instances of textbook laws about the functions that occur in a goal, as facts for the search to look at."""

from __future__ import annotations

from functools import partial
from itertools import permutations, product

from symcheck.kernel.facts import Fact, rational, whole
from symcheck.kernel.laws import LAWS
from symcheck.kernel.term import BINDERS, ONE, ZERO, Term, div, free, neg, num, rewrite, sub, to_json
from symcheck.procedures.builder import Builder

ABOUT: dict[str, tuple[str, ...]] = {
    "sin": ("sin most", "sin least", "sin positive"),
    "cos": ("cos most", "cos least", "cos positive"),
    "atan": ("atan most", "atan least"),
    "asin": ("asin most", "asin least"),
    "erf": ("erf most", "erf least", "erf tail"),
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
MOST, MOST_POWERS = 12, 4
WITHIN = ("sin positive", "cos positive")
"""Laws whose hypotheses are bounds by numbers."""


def consequences(builder: Builder, *facts: Fact) -> bool:
    """Add what laws say of the functions in some facts to the facts that are looked at; whether there was anything."""
    found = False
    places = [t for fact in facts for side in (fact.left, fact.right) for t in outside(side)]
    places = [t for t in dict.fromkeys(places) if t.head in ABOUT or t.head == "pow"]
    for place in places[:MOST]:
        for name in ABOUT.get(place.head, ()):
            if name in WITHIN:
                for hypothesis in LAWS[name].at({"x": place.args[0]})[0]:
                    stretched(builder, hypothesis)
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


def stretched(builder: Builder, claim: Fact) -> bool:
    """A bound of a term by a number from a better one."""
    if builder.known(claim):
        return True
    for fact in [f for f in builder.context.facts if f.rel in ("lt", "le")]:
        for same, ours, theirs in (
            (claim.left == fact.left, claim.right, fact.right), (claim.right == fact.right, fact.left, claim.left)
        ):  # fmt: skip
            if not same or free(ours) or free(theirs):
                continue
            room = Fact("le" if fact.rel == "lt" else claim.rel, ZERO, sub(ours, theirs))
            if (builder.combine(room) or builder.enclose(room)) and builder.combine(claim, [(fact, ONE), (room, ONE)]):
                return True
    return False


def further(builder: Builder, goal: Fact) -> bool:
    """Add what laws say of several of the functions in a goal together, or of the integers in it."""
    before = len(builder.context.facts)
    places = list(dict.fromkeys(t for side in (goal.left, goal.right) for t in outside(side)))
    _at_integers(builder, {t.head for t in places})
    arcs = [t.args[0] for t in places if t.head == "atan"]
    for x, y in product(arcs[:4], repeat=2):
        instance(builder, "atan sum", {"x": x, "y": y})
    for x in arcs[:4]:
        for u in (x, neg(x)):
            instance(builder, "atan inverse", {"x": u})
    powers = [t.args for t in places if t.head == "pow" and rational(t.args[1]) is None][:4]
    ratios = [(div(b, c), e) for b, e in powers for c, _ in powers if b != c]
    for base, exponent in dict.fromkeys([*powers, *ratios]):
        for name in ("power above", "power below"):
            instance(builder, name, {"x": base, "p": exponent})
    for (base, low), (other, high) in permutations([t.args for t in places if t.head == "pow"][:4], 2):
        if base == other:
            instance(builder, "exponent rises", {"p": base, "x": low, "y": high})
    return len(builder.context.facts) > before


def powers(builder: Builder, goal: Fact) -> bool:
    """Add the order of powers with symbols in the exponent, by that of their bases; whether there was anything."""
    before = len(builder.context.facts)
    places = dict.fromkeys(t for side in (goal.left, goal.right) for t in outside(side) if t.head == "pow")
    found = [t.args for t in places if rational(t.args[1]) is None][:MOST]
    for base, exponent in found:
        facts = [f for f in builder.context.facts if f.rel in ("lt", "le") and base in (f.left, f.right)]
        pairs = [(ONE, base), (base, ONE), *((f.left, f.right) for f in facts[-MOST_POWERS:])]
        pairs += [(b, base) for b, e in found if b != base and builder.context.equal(e, exponent)]
        for low, high in dict.fromkeys(pairs):
            order = Fact("le", low, high)
            if builder.known(order) or builder.known(Fact("lt", low, high)) or builder.combine(order):
                for name in ("power rises", "power falls"):
                    instance(builder, name, {"x": low, "y": high, "p": exponent})
    return len(builder.context.facts) > before


def _at_integers(builder: Builder, heads: set[str]) -> None:
    """What sine and cosine are at multiples of pi by the integers that are known."""
    if not heads & {"sin", "cos"}:
        return
    for fact in [f for f in builder.context.facts if f.rel == "eq" and f.left.head == "floor"]:
        n, turned = fact.right, Fact("eq", fact.right, fact.left)
        if fact != whole(n) or not builder.combine(turned, [(fact, num(-1))]):
            continue
        for name, values in (
            ("sin whole", {"x": n}), ("cos whole", {"x": n}),
            ("sin turns", {"x": ZERO, "y": n}), ("cos turns", {"x": ZERO, "y": n}),
        ):  # fmt: skip
            found = instance(builder, name, values)
            plain = found and found.map(partial(rewrite, old=fact.left, new=n))
            if found and plain and builder.combine(plain, [(found, ONE)], rewrite=[turned]):
                builder.given += (plain,)


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


def outside(term: Term) -> list[Term]:
    """A term and its parts that are below no binder."""
    inner = term.args[1:] if term.head in BINDERS else term.args
    return [term, *(t for arg in inner for t in outside(arg))]
