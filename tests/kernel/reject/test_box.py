"""Near-misses of ``box``: ranges that are not shown, edges, values that are undefined somewhere, too many parts."""

from __future__ import annotations

from typing import Any

import pytest

from symcheck.kernel import logic
from symcheck.kernel.facts import Fact
from tests.kernel.helpers import (
    D,
    absolute,
    combine,
    exp,
    fn,
    greatest,
    integral,
    log,
    q,
    sqrt,
    step,
    sup,
    symbols,
)
from tests.kernel.reject.row import Row, rejected

x, y, z = symbols("x y z")
UNIT = (x >= 0, x <= 1)
BOTH = (*UNIT, y >= 0, y <= 1)
AROUND = (x >= -1, x <= 1)
NOT_SHOWN = "not shown"
PARTS = "more than 200 parts"
CORNER = "where all ranges are points"


def boxed(claim: Fact, *given: Fact, goal: Fact | None = None, bits: Any = 64, **ranges: Any) -> dict[str, Any]:
    """A proof of the claim in one step; each range is two texts in one."""
    ends = {name: value.split() if isinstance(value, str) else value for name, value in ranges.items()}
    steps = [step("box", claim, ranges=ends, bits=bits)]
    return {"goal": goal or claim, "steps": steps, "given": given, "point": {"x": "1/2", "y": "1/2", "z": "1/2"}}


def in_unit(claim: Fact, low: str = "0 1", **rest: Any) -> dict[str, Any]:
    return boxed(claim, *UNIT, x=low, **rest)


BOX: dict[str, Row] = {
    "no range": ("a symbol has no range", boxed(x < 2, *UNIT)),
    "a range for another symbol": ("a symbol has no range", boxed(x * y < 2, *BOTH, x="0 1")),
    "a range for a bound symbol": (
        PARTS,
        boxed(D(absolute(z), "z", x) >= 0, *AROUND, z >= 1, z <= 2, x="-1 1", z="1 2")
        | {"point": {"x": "1", "z": "1"}},
    ),
    "range not given": ("not shown: 0 ≤ x", boxed(x < 2, x <= 1, x="0 1")),
    "upper end not given": ("not shown: x ≤ 1", boxed(x < 2, x >= 0, x="0 1")),
    "range too short": ("not shown: x ≤ 1/2", in_unit(x < "3/4", "0 1/2")),
    "range of the other sign": ("not shown: 0 ≤ x", boxed(x > -2, *AROUND, x="0 1")),
    "range reversed": (NOT_SHOWN, in_unit(x < 2, "1 0")),
    "range reversed outside": ("not shown: 2 ≤ x", in_unit(x < -7, "2 -2")),
    "range of another symbol, not given": (NOT_SHOWN, boxed(x < 2, *UNIT, x="0 1", y="0 1")),
    "one end": ("not a list of 2", in_unit(x < 2, "0")),
    "three ends": ("not a list of 2", in_unit(x < 2, "0 1 2")),
    "end that is a symbol": ("not rational", boxed(x <= y, x >= 0, x <= y, x="0 y")),
    "end that is a term": ("not rational", in_unit(x < 2, ["0", ["add", "1", "1"]])),
    "end not in lowest terms": ("lowest terms", in_unit(x < 2, "0 2/2")),
    "end a number": ("not a term", in_unit(x < 2, [0, 1])),
    "ranges a list": ("not a table", {"goal": q(1) < 2, "steps": [step("box", q(1) < 2, ranges=[], bits=64)]}),
    "no ranges": ("not a table", {"goal": q(1) < 2, "steps": [step("box", q(1) < 2)]}),
    "too few bits": ("precision", in_unit(x < 2, bits=8)),
    "bits a text": ("precision", in_unit(x < 2, bits="64")),
    "bits null": ("precision", in_unit(x < 2, bits=None)),
    "false without symbols": (CORNER, {"goal": q(2) < 1, "steps": [step("box", q(2) < 1, ranges={})]}),
    "undefined without symbols": (CORNER, {"goal": 1 / q(0) < 1, "steps": [step("box", 1 / q(0) < 1, ranges={})]}),
    "false at the lower end": (PARTS, in_unit(x > 0)),
    "false at the upper end": (PARTS, in_unit(x < 1)),
    "false inside": (PARTS, in_unit((3 * x - 1) ** 2 > 0)),
    "false inside by little": (PARTS, in_unit((3 * x - 1) ** 2 > "1/1000000000")),
    "true, touching inside": (PARTS, in_unit((3 * x - 1) ** 2 * (x + 1) - (3 * x - 1) ** 2 * x >= 0)),
    "ne that fails": (PARTS, in_unit(x.ne("1/3"))),
    "an equation of a symbol": (PARTS, in_unit(x.eq(x))),
    "an equation at some points": (PARTS, in_unit(x.eq(0))),
    "a false equation on a range of no length": (CORNER, boxed(x.eq("1/3"), x.eq("1/2"), x="1/2 1/2")),
    "false on a range of no length": (CORNER, boxed(x < "1/2", x.eq("1/2"), x="1/2 1/2")),
    "false at a corner": (PARTS, boxed(x + y < 2, *BOTH, x="0 1", y="0 1")),
    "false on an edge": (PARTS, boxed(x * y > -y, *BOTH, x="0 1", y="0 1")),
    "pole at the end": (PARTS, in_unit(1 / x > 0)),
    "pole inside": (PARTS, boxed(1 / x**2 > 0, *AROUND, x="-1 1")),
    "pole at a point of halving": (PARTS, boxed(1 / x**2 >= 1, *AROUND, x="-1 1")),
    "0/x": (PARTS, boxed(0 / x <= 0, *AROUND, x="-1 1")),
    "logarithm at 0": (PARTS, in_unit(log(x) < 1)),
    "logarithm of a negative number": (PARTS, boxed(0 * log(x) <= 0, *AROUND, x="-1 1")),
    "root of a negative number": (PARTS, boxed(sqrt(x) <= 2, *AROUND, x="-1 1")),
    "square of a root": (PARTS, boxed(sqrt(x) ** 2 <= 2, *AROUND, x="-1 1")),
    "cube root of a negative number": (PARTS, boxed(x ** "1/3" <= 2, *AROUND, x="-1 1")),
    "negative power at 0": (PARTS, in_unit(x**-2 > 0)),
    "negative root at 0": (PARTS, in_unit(x ** "-1/2" > 0)),
    "power 0 at 0": (PARTS, in_unit(x**0 <= 1)),
    "0 to the 0": (PARTS, boxed(x**y <= 1, *BOTH, x="0 1", y="0 1")),
    "negative base to a symbol": (
        PARTS,
        boxed(x**y <= 2, *AROUND, y >= 1, y <= 2, x="-1 1", y="1 2") | {"point": {"x": "1", "y": "1"}},
    ),
    "negative base to a symbol between even numbers": (
        PARTS,
        boxed(x**y >= 0, x >= -1, x <= "-1/2", y >= 2, y <= 4, x="-1 -1/2", y="2 4") | {"point": {"x": "-1", "y": "2"}},
    ),
    "an odd power of a negative base": (PARTS, boxed(x**3 >= 0, *AROUND, x="-1 1")),
    "a large power of a negative base": (PARTS, boxed(x**10001 >= -1, *AROUND, x="-1 1")),
    "huge": (PARTS, in_unit(exp(1000000 * x) > 0)),
    "derivative at a kink": (PARTS, boxed(D(absolute(z), "z", x) <= 1, *AROUND, x="-1 1")),
    "derivative at an end": (PARTS, in_unit(D(sqrt(z), "z", x) >= 0)),
    "derivative of an undefined constant": (PARTS, in_unit(D(1 / q(0), "z", x) <= 0)),
    "derivative of a maximum": (PARTS, in_unit(D(greatest(z, 0), "z", x) <= 1)),
    "derivative without a value for a symbol": ("a symbol has no range", in_unit(D(0 * y * z, "z", x) <= 0)),
    "an integral": (PARTS, in_unit(integral(z, "z", 0, x) <= 1)),
    "a maximum": (PARTS, in_unit(sup(-z, "z", x) <= 1)),
    "a function": (PARTS, in_unit(fn("f", x).eq(fn("f", x))) | {"functions": {"f": 3}}),
    "a definition": (PARTS, in_unit(fn("F", x) <= 1) | {"definitions": [("F", "x", x)]}),
    "undefined part, though shown": (
        NOT_SHOWN,
        {
            "goal": 0 * D(absolute(z), "z", x) <= 0,
            "given": (x >= 1, x <= 2),
            "point": {"x": "1"},
            "steps": [step("box", 0 * D(absolute(z), "z", x) <= 0, ranges={"x": ["1", "2"]})],
        },
    ),
    "ranges from a sub-proof": (
        NOT_SHOWN,
        {
            "goal": x < 2,
            "steps": [
                step(
                    "cases",
                    x < 2,
                    pivot=[x, q(1)],
                    branches=[[step("box", x < 2, ranges={"x": ["0", "1"]})], [], []],
                )
            ],
        },
    ),
    "in a refutation": (
        "not shown: 0 ≤ x",
        {
            "goal": x >= 2,
            "kind": "refutation",
            "point": {"x": "1"},
            "steps": [step("box", x < 2, ranges={"x": ["0", "1"]}), combine(q(1) < 2)],
        },
    ),
}


@pytest.mark.parametrize("key", BOX)
def test_rejected(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logic, "MAX_PARTS", 200)
    rejected(BOX[key])
