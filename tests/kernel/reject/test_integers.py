"""Near-misses of the rules about integers: ends that are none, ranges the wrong way round, terms that are undefined."""

from __future__ import annotations

from typing import Any

import pytest

from symcheck.kernel.facts import Fact
from tests.kernel.helpers import E, combine, every, floor, fn, limit, log, q, step, symbols, total, using, whole
from tests.kernel.reject.row import Row, rejected

a, b, i, k, m, n, x = symbols("a b i k m n x")
NATURAL = (whole(n), n >= 0)
POINT: dict[str, Any] = {"n": "2", "a": "1", "b": "1", "m": "1", "x": "1", "k": "1"}
NO_INTEGERS, NOT_SHOWN = "not seen to be integers", "not shown"


def row(by: str, goal: Fact, *given: Fact, functions: dict[str, int] | None = None, **data: Any) -> dict[str, Any]:
    return {"goal": goal, "given": given, "point": POINT, "functions": functions, "steps": [step(by, goal, **data)]}


def expand(goal: Fact, *given: Fact) -> dict[str, Any]:
    return row("expand", goal, *given)


EXPAND: dict[str, Row] = {
    "another value": ("the expand is", expand(total(k, "k", 1, 3).eq(5))),
    "one term too few": ("the expand is", expand(total(x**k, "k", 1, 2).eq(x))),
    "the bound symbol outside": ("the expand is", expand(total(k, "k", 1, 2).eq(k + 2))),
    "what is known of a symbol of that name": ("the expand is", expand(total(k, "k", 1, 2).eq(2), k.eq(1))),
    "half an integer": ("not integers", expand(total(k, "k", "1/2", "3/2").eq(2))),
    "a whole number of steps between ends that are none": ("not integers", expand(total(1, "k", "1/2", "1/2").eq(1))),
    "an end that is no number": ("cannot evaluate", expand(total(1, "k", n, n).eq(1), whole(n))),
    "end that is undefined": ("contains 0", expand(total(1, "k", 1 / q(0), 1 / q(0)).eq(1))),
    "end that is irrational": ("not exact", expand(total(1, "k", log(2), log(2)).eq(1))),
    "end before the start": ("before its start", expand(total(k, "k", 1, -1).eq(0))),
    "Karr's value of a reversed sum": ("before its start", expand(total(k, "k", 1, -2).eq(1))),
    "too many terms": ("too many", expand(total(0 * k, "k", 1, 501).eq(0))),
    "a term that is undefined": (NOT_SHOWN, expand(total(0 * (1 / k), "k", 0, 1).eq(0))),
    "a term that cancels": (NOT_SHOWN, expand(total(k / k, "k", -1, 1).eq(3))),
    "no sum": ("a sum on the left", expand(x.eq(x))),
    "an inequality": ("a sum on the left", expand(total(k, "k", 1, 2) <= 3)),
    "sum on the right": ("a sum on the left", expand(q(3).eq(total(k, "k", 1, 2)))),
}


def telescope(value: Any, given: tuple[Fact, ...], body: E = k, low: Any = 1, high: E = n, **data: Any) -> Any:
    return row("telescope", total(body, "k", low, high).eq(value), *given, **data)


TRIANGLE, ANTI = n * (n + 1) / 2, k * (k - 1) / 2
TELESCOPE: dict[str, Row] = {
    "end that is no integer": (NO_INTEGERS, telescope(TRIANGLE, (n >= 0,), antidifference=ANTI)),
    "start that is no integer": (
        NO_INTEGERS,
        telescope(n + "1/2", NATURAL, q(1), "1/2", antidifference=k),
    ),
    "end that may lie far below the start": (NOT_SHOWN, telescope(TRIANGLE, (whole(n),), antidifference=ANTI)),
    "end two below the start": (NOT_SHOWN, telescope(q(0), (whole(n), n >= 0), q(1), n + 2, antidifference=k)),
    "ends reversed": (NOT_SHOWN, telescope(q(-1), NATURAL, q(1), n + 2, n, antidifference=k)),
    "antidifference, one late": ("the difference of", telescope(TRIANGLE, NATURAL, antidifference=k * (k + 1) / 2)),
    "derivative in place of the difference": ("the difference of", telescope(n**2, NATURAL, antidifference=k**2 / 2)),
    "another value": ("the telescope is", telescope(n * (n - 1) / 2, NATURAL, antidifference=ANTI)),
    "the bound symbol in the value": ("the telescope is", telescope(k * (k - 1) / 2, NATURAL, antidifference=ANTI)),
    "a fact about a symbol with the bound name": (
        "the difference of",
        telescope(n, (*NATURAL, k.eq(1)), antidifference=k),
    ),
    "antidifference undefined inside": (
        NOT_SHOWN,
        telescope(n, NATURAL, q(1), antidifference=k + 0 * (1 / (k - 2))),
    ),
    "antidifference undefined at the end": (
        NOT_SHOWN,
        telescope(n, NATURAL, q(1), antidifference=k + 0 * (1 / (k - n - 1))),
    ),
    "term undefined inside": (
        NOT_SHOWN,
        telescope(n, NATURAL, (k - 2) ** 0, antidifference=k),
    ),
    "integers in place of all numbers": (
        "the difference of",
        telescope(q(0), NATURAL, floor(k) - k + floor(x) - x, antidifference=q(0)),
    ),
}

DIFFERS, NOT_AS_MANY, MULTIPLES = "not shown: ", "not as many terms", "shows multiples of sums"
s, j = symbols("s j")


def termwise(right: E, *given: Fact, left: E | None = None, **data: Any) -> dict[str, Any]:
    return row("termwise", (total(k, "k", 1, n) if left is None else left).eq(right), *given, **data)


TERMWISE: dict[str, Row] = {
    "another factor": (DIFFERS, termwise(2 * total(k, "k", 1, n), *NATURAL)),
    "one term too many": (NOT_AS_MANY, termwise(total(k, "k", 0, n), *NATURAL)),
    "one term late": (DIFFERS, termwise(total(k, "k", 2, n + 1), *NATURAL)),
    "a factor with the bound symbol": (DIFFERS, termwise(k * total(1, "k", 1, n), *NATURAL)),
    "no integers": (NO_INTEGERS, termwise(total(k, "k", 1, n), n >= 0)),
    "ends in unknown order": (NOT_SHOWN, termwise(total(k, "k", 1, n), whole(n))),
    "a start that is no integer": (NO_INTEGERS, termwise(total(k - "1/2", "k", "3/2", n + "1/2"), *NATURAL)),
    "a term that is undefined": (
        NOT_SHOWN,
        termwise(total(0 * log(-k), "k", 1, n), *NATURAL, left=total(0 * k, "k", 1, n)),
    ),
    "a number beside the sum": (MULTIPLES, termwise(total(k, "k", 1, n) + 0, *NATURAL)),
    "below, the wrong way": (
        DIFFERS,
        row("termwise", total(k, "k", 1, n) <= total(k - 1, "k", 1, n), *NATURAL),
    ),
    "strictly": ("on the left of", row("termwise", total(k, "k", 1, n) < total(k + 1, "k", 1, n), *NATURAL)),
    "a fact about a symbol of that name": (DIFFERS, termwise(total(1, "k", 1, n), *NATURAL, k.eq(1))),
}


def series(body: Any, low: Any = 1, high: Any = None) -> E:
    return limit(total(body, "k", low, floor(1 / s) if high is None else high), "s")


def vanish(whole_sum: E, last: Any, assumed: bool = True) -> dict[str, Any]:
    claim = limit(q(last) ** 2 if not isinstance(last, E) else last**2, "s").eq(0)
    goal = whole_sum.eq(5)
    steps = [step("vanishing", claim, of=whole_sum)]
    return {"goal": goal, "steps": steps, **({"kind": "refutation"} if assumed else {})}


VANISHING: dict[str, Row] = {
    "not known to exist": ("not shown or assumed to exist", vanish(series(q(1)), 1, assumed=False)),
    "another term": ("is about the square", vanish(series(q(1)), 2)),
    "the first term": ("is about the square", vanish(series(1 / k), 1)),
    "no series": ("the limit of a sum", vanish(limit(s, "s"), 1)),
    "a sum that does not end at 1/s": ("not the sum up to", vanish(series(q(1), high=floor(2 / s)), 1)),
    "a sum that begins later and later": ("not the sum up to", vanish(series(q(1), low=floor(1 / s)), 1)),
    "terms that depend on the end": ("depend on where", vanish(series(s), s)),
}

TERMS = {"functions": {"f": 0}}


def last(left: E, right: E, *given: Fact) -> dict[str, Any]:
    return row("last", left.eq(right), *given, **TERMS)


def terms(high: Any, low: Any = 1) -> E:
    return total(fn("f", k), "k", low, high)


NOT_IT = "not the shorter sum and the term"
LAST: dict[str, Row] = {
    "may lie below the start": (NOT_SHOWN, last(terms(n + 1), terms(n) + fn("f", n + 1), whole(n))),
    "may lie one below the start": (NOT_SHOWN, last(terms(n + 1), terms(n) + fn("f", n + 1), whole(n), n >= -1)),
    "below the start": ("not shown: 3 ≤ 1", last(total(k, "k", 3, 1), total(k, "k", 3, 0) + 1)),
    "no integer": (NO_INTEGERS, last(terms(n + 1), terms(n) + fn("f", n + 1), n >= 0)),
    "start that is no integer": (NO_INTEGERS, last(terms(n + 1, x), terms(n, x) + fn("f", n + 1), *NATURAL)),
    "two more": ("is not the next after", last(terms(n + 2), terms(n) + fn("f", n + 2), *NATURAL)),
    "none more": ("is not the next after", last(terms(n), terms(n) + fn("f", n), *NATURAL)),
    "another term": (NOT_IT, last(terms(n + 1), terms(n) + fn("f", n), *NATURAL)),
    "another start": (NOT_IT, last(terms(n + 1), terms(n, 2) + fn("f", n + 1), *NATURAL)),
    "another body": (NOT_IT, last(terms(n + 1), total(k, "k", 1, n) + fn("f", n + 1), *NATURAL)),
    "no sum": ("shows sum", last(terms(n + 1), x + fn("f", n + 1), *NATURAL)),
}


def induction(goal: Fact, given: tuple[Fact, ...], low: Any = 0, **data: Any) -> dict[str, Any]:
    return row("induction", goal, *given, on=data.pop("on", "n"), low=q(low) if low == 0 else low, **data)


m1 = symbols("m1")[0]
INDUCTION: dict[str, Row] = {
    "not over integers": ("not over integers", induction(n >= 0, (n >= 0,))),
    "start that is no integer": ("not over integers", induction(n >= "1/2", (whole(n), n >= "1/2"), q("1/2"))),
    "start not known to lie below": (NOT_SHOWN, induction(n >= 0, (whole(n),))),
    "start above": (NOT_SHOWN, induction(n >= 1, NATURAL, q(1))),
    "start that depends": ("depends on", induction(n >= n, NATURAL, n)),
    "over no symbol": ("not a name", induction(n >= 0, NATURAL, on="0")),
    "over another symbol": ("not over integers", induction(n >= 0, NATURAL, on="x")),
    "false at the start": (NOT_SHOWN, induction(n >= 1, NATURAL, step=[combine(m + 1 >= 1, **using((1, q(1))))])),
    "the step fails": (NOT_SHOWN, induction(n <= 0, NATURAL)),
    "the step shown for what is next but one": (NOT_SHOWN, induction(n <= 1, NATURAL, step=[combine(m <= m + 2)])),
    "a fact about n in the step": (NOT_SHOWN, induction(n <= 3, (*NATURAL, n <= 3))),
    "an equation for n in the step": (
        NOT_SHOWN,
        induction(fn("f", n) <= fn("f", 0), (*NATURAL, n.eq(0)), **TERMS)
        | {"point": {"n": "0"}, "examples": {"f": [["t"], symbols("t")[0]]}},
    ),
    "the number of a fact about n": (
        "no fact number",
        induction(n <= 3, (*NATURAL, n <= 3), step=[combine(m + 1 <= 3, **using((4, q(1))))]),
    ),
    "a fact about n at the start": (
        NOT_SHOWN,
        induction(fn("f", n) >= 0, (*NATURAL, fn("f", n) >= 0), **TERMS)
        | {"examples": {"f": [["t"], symbols("t")[0]]}},
    ),
    "m is taken": (
        NOT_SHOWN,
        induction(n <= m + 5, (*NATURAL, m >= 0), step=[combine(m + 1 <= m + 5, gap=q(4))]),
    ),
    "m is taken by the claim": (NOT_SHOWN, induction(n <= m + 5, NATURAL, base=[], step=[combine(m + 1 <= m + 5)])),
    "m is taken by a quantified fact": (
        NOT_SHOWN,
        induction(n <= 3, NATURAL, base=[], step=[step("use", m + 1 <= 3, every=0, values={"x": q(0)})])
        | {
            "assumed": [every("x", x.eq(1), then=m + x <= 3)],
            "every": [[combine(q(1) + x <= 3, **using((0, q(1))), gap=q(1))]],
        },
    ),
    "a quantified fact about n": (
        "no quantified fact",
        induction(n <= 3, NATURAL, step=[step("use", m + 1 <= 3, every=0, values={"x": m + 1})])
        | {"assumed": [every("x", x <= n, then=x <= 3)], "every": [[combine(x <= 3, **using((0, q(1))), gap=q(1))]]},
    ),
    "under another bound symbol": (NOT_SHOWN, induction(total(n, "n", 1, n) <= 1, NATURAL)),
}

NEXT: dict[str, Row] = {
    "left is no integer": (NO_INTEGERS, row("next", a + 1 <= b, whole(b), a < b)),
    "right is no integer": (NO_INTEGERS, row("next", a + 1 <= b, whole(a), a < b)),
    "half": (NO_INTEGERS, row("next", q("1/2") + 1 <= n, whole(n), n > "1/2")),
    "a quotient of integers": (NO_INTEGERS, row("next", a / 2 + 1 <= b, whole(a), whole(b), a / 2 < b)),
    "a power of integers": (NO_INTEGERS, row("next", q(2) ** n + 1 <= b, whole(n), whole(b), q(2) ** n < b)),
    "of a function": (NO_INTEGERS, row("next", fn("f", n) + 1 <= b, whole(n), whole(b), fn("f", n) < b, **TERMS)),
    "only <=": (NOT_SHOWN, row("next", a + 1 <= b, whole(a), whole(b), a <= b)),
    "two apart": ("shows a", row("next", a + 2 <= b, whole(a), whole(b), a < b)),
    "strictly": ("shows a", row("next", a + 1 < b, whole(a), whole(b), a < b)),
    "in another order": ("shows a", row("next", 1 + a <= b, whole(a), whole(b), a < b)),
    "three terms": ("shows a", row("next", E(a.t) + 1 + 0 <= b, whole(a), whole(b), a < b)),
}
for _reason, _row in NEXT.values():
    _row["point"] = {"a": "1", "b": "2", "n": "1"}
NEXT["only <="][1]["point"] = {"a": "1", "b": "1"}
for _key in ("a quotient of integers", "a power of integers"):
    NEXT[_key][1]["point"] = {"a": "1", "b": "4", "n": "1"}
NEXT["of a function"][1]["examples"] = {"f": [["t"], q(0)]}
NEXT["two apart"][1]["point"] = {"a": "1", "b": "3"}


def same(term: E, *given: Fact, **rest: Any) -> dict[str, Any]:
    return {"goal": term.eq(term), "given": given, "point": POINT} | rest


ENDS = "not further apart"
UNDEFINED: dict[str, Row] = {
    "a term that is undefined at the start": (NOT_SHOWN, same(total(1 / log(k), "k", 1, 3))),
    "a term that is undefined at 0": (NOT_SHOWN, same(total(1 / k, "k", 0, n), *NATURAL)),
    "a term that is undefined at the end": (NOT_SHOWN, same(total(1 / (n - k), "k", 1, n), *NATURAL)),
    "a term that is undefined somewhere": (NOT_SHOWN, same(total(log(k), "k", -1, 3))),
    "the inner of two symbols of one name": (NOT_SHOWN, same(total(total(1 / k, "k", 0, 1), "k", 1, 2))),
    "the outer of two symbols": (NOT_SHOWN, same(total(total(1 / k, "i", 1, 2), "k", 0, 1))),
    "a fact about a symbol of that name": (NOT_SHOWN, same(total(1 / k, "k", 0, 3), k > 0)),
    "an end that is no integer": (ENDS, same(total(k, "k", 1, x), x >= 1)),
    "half an integer": (ENDS, same(total(k, "k", "1/2", 3))),
    "ends too far apart the wrong way": (ENDS, same(total(k, "k", 1, -1))),
    "ends in unknown order": (ENDS, same(total(k, "k", 1, n), whole(n))),
    "an inner end that depends on the outer symbol": (ENDS, same(total(total(i, "i", 1, -k), "k", 0, n), *NATURAL)),
    "a function that is not declared": ("not declared", same(total(fn("f", k), "k", 1, 2))),
}
TABLE = {
    f"{name}: {key}": entry
    for name, rows in {
        "expand": EXPAND,
        "telescope": TELESCOPE,
        "termwise": TERMWISE,
        "vanishing": VANISHING,
        "last": LAST,
        "induction": INDUCTION,
        "next": NEXT,
        "undefined": UNDEFINED,
    }.items()
    for key, entry in rows.items()
}


@pytest.mark.parametrize("key", TABLE)
def test_rejected(key: str) -> None:
    rejected(TABLE[key])
