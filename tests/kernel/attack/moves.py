"""What an attacker does to a statement, a certificate, or both at once; every move comes from a seeded generator."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from tests.kernel.test_corruption import LEAVES, corrupt, places

Data = dict[str, Any]
ABSURD: list[Any] = [
    None, True, 0, -1, 10**30, "", [], {}, [[]], "NaN", "1/0", "9" * 999, ["exp", ["exp", ["exp", "99"]]], ["neg"],
    ["pow", "10", "999999999999"], ["div", "1", "0"], ["log", "-1"], ["log", "0"], ["gamma", "-1"], "nobody",
]  # fmt: skip
TURNED = {"lt": ("le", "eq", "ne"), "le": ("lt", "eq", "ne"), "eq": ("ne", "lt", "le"), "ne": ("eq", "lt", "le")}


def steps_of(certificate: Data) -> Iterator[list[Any]]:
    """Every list of steps, those of sub-proofs included."""
    for container, key in places({"": certificate}):
        found = container[key]
        if isinstance(found, list) and found and all(isinstance(s, dict) and "by" in s for s in found):
            yield found


# -- the certificate alone: the statement stays what it was, so only its own outcome may come out ---------------------


def spoilt(rng: random.Random, certificate: Data) -> None:
    """One to three random changes anywhere."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        corrupt(rng, certificate)


def cut(rng: random.Random, certificate: Data) -> None:
    """The end of a list of steps is missing, or one step, or one key of a step."""
    found = rng.choice(list(steps_of(certificate)) or [[{}]])
    kind = rng.randrange(3)
    if kind == 0:
        del found[rng.randrange(len(found)) :]
    elif kind == 1:
        del found[rng.randrange(len(found))]
    else:
        step = rng.choice(found)
        step.pop(rng.choice(sorted(step) or [""]), None)


def shuffled(rng: random.Random, certificate: Data) -> None:
    """The steps in another order: reversed, or two exchanged, or one twice."""
    found = rng.choice(list(steps_of(certificate)) or [[{}]])
    i, j = rng.randrange(len(found)), rng.randrange(len(found))
    kind = rng.randrange(3)
    if kind == 0:
        found.reverse()
    elif kind == 1:
        found[i], found[j] = found[j], found[i]
    else:
        found.insert(i, copy.deepcopy(found[j]))


def renamed(rng: random.Random, certificate: Data) -> None:
    """A step says that it is by another rule, or a proof that it is a refutation."""
    step = rng.choice(rng.choice(list(steps_of(certificate)) or [[certificate]]))
    if rng.random() < 0.1 or "by" not in step:
        certificate["kind"] = rng.choice(("proof", "refutation", "", None))
        return
    step["by"] = rng.choice(sorted({s["by"] for found in steps_of(certificate) for s in found}) + RULE_NAMES)


def absurd(rng: random.Random, certificate: Data) -> None:
    """An absurd value somewhere, of the point, of the bits or of a step."""
    spots = places(certificate)
    container, key = rng.choice([p for p in spots if p[1] in ("bits", "point", "functions", "every")] + spots[-40:])
    container[key] = copy.deepcopy(rng.choice(ABSURD))


def elsewhere(rng: random.Random, certificate: Data) -> None:
    """Another point: a coordinate moved, left out, or one more."""
    point = certificate["point"]
    name = rng.choice(sorted(point) or ["x"])
    value = rng.choice(["0", "-1", "-7/3", "1000000", "1/1000000", ["log", "0"], ["add", "1", name], ...])
    if value is ...:
        point.pop(name, None)
    else:
        point[name] = value


RULE_NAMES = ["combine", "enclose", "law", "integral", "order", "derivative", "use", "cite", "absurd", "box", "next"]
ON_CERTIFICATE: list[Callable[[random.Random, Data], None]] = [spoilt, cut, shuffled, renamed, absurd, elsewhere]

# -- the statement, and the certificate as it was or changed in the same way ------------------------------------------


def _sides(statement: Data) -> tuple[str, Any, Any]:
    relation, left, right = statement["goal"]
    return relation, left, right


def turned(rng: random.Random, statement: Data) -> None:
    """The goal with another relation, or its sides exchanged."""
    relation, left, right = _sides(statement)
    other = rng.choice(TURNED[relation])
    statement["goal"] = rng.choice(([other, left, right], [relation, right, left], [other, right, left]))


def shifted(rng: random.Random, statement: Data) -> None:
    """A side of the goal with another sign, a constant more, or a factor."""
    relation, left, right = _sides(statement)
    by = rng.choice(("1", "-1", "1/1000", "-1/1000000"))
    changed = rng.choice((["neg", right], ["add", right, by], ["mul", "2", right], ["mul", right, "999/1000"]))
    statement["goal"] = [relation, left, changed] if rng.random() < 0.5 else [relation, changed, left]


def edited(rng: random.Random, statement: Data) -> None:
    """One leaf of the goal, of what is given or of a definition is another."""
    inside = places({k: statement[k] for k in ("goal", "given", "where", "definitions", "every")})
    leaves = [(c, k) for c, k in inside if isinstance(c[k], str) and not isinstance(c, dict)]
    container, key = rng.choice(leaves)
    old = container[key]
    number = old[:1].isdigit() or old[:1] == "-"
    shift = rng.choice((1, -1, Fraction(1, 2), Fraction(-1, 1000)))
    container[key] = str(Fraction(old) + shift) if number else rng.choice(LEAVES[:12])


def freed(rng: random.Random, statement: Data) -> None:
    """Something given, a condition, a definition or a function is dropped; or its relation is another."""
    key = rng.choice([k for k in ("given", "where", "every", "definitions") if statement[k]] or ["goal"])
    if key == "goal":
        return turned(rng, statement)
    place = rng.randrange(len(statement[key]))
    if key in ("given", "where") and rng.random() < 0.5:
        fact = statement[key][place]
        fact[0], fact[1], fact[2] = rng.choice(
            ((rng.choice(TURNED[fact[0]]), fact[1], fact[2]), (*fact[:1], *fact[:0:-1]))
        )
    else:
        del statement[key][place]
    return None


ON_STATEMENT: list[Callable[[random.Random, Data], None]] = [turned, shifted, edited, edited, freed]


def follow(certificate: Data, before: Any, after: Any) -> None:
    """Every place of the certificate that is the old goal becomes the new one, and so its sides."""
    pairs = [(before, after), *((b, a) for b, a in zip(before[1:], after[1:], strict=True) if b != a)]
    for container, key in places({"": certificate}):
        for old, new in pairs:
            if isinstance(container[key] if key in _keys(container) else None, list) and container[key] == old:
                container[key] = copy.deepcopy(new)
                break


def _keys(container: Any) -> Any:
    return container if isinstance(container, dict) else range(len(container))
