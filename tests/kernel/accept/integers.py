"""Rows of the rules about integers and sums, for test_rules.py."""

from __future__ import annotations

from typing import Any

from tests.kernel.helpers import combine, floor, fn, limit, q, step, symbols, total, using, whole

a, b, i, k, m, n, x = symbols("a b i k m n x")
NATURAL = (whole(n), n >= 0)
TWO = {"n": "2"}

EXPAND: dict[str, dict[str, Any]] = {
    "three terms": {"goal": total(k**2, "k", 1, 3).eq(14)},
    "one term": {"goal": total(x * k, "k", 2, 2).eq(2 * x)},
    "no term": {"goal": total(1 / k, "k", 1, 0).eq(0)},
    "from below 0": {"goal": total(k, "k", -2, 1).eq(-2)},
    "ends that are computed": {"goal": total(k, "k", floor("3/2"), q(4) / 2).eq(3)},
    "bound name also free": {"goal": (total(k, "k", 1, 2) + k).eq(3 + k), "given": [k > 5], "point": {"k": "6"}},
    "a sum in a sum": {"goal": total(total(i * k, "i", 1, 2), "k", 0, 1).eq(total(0 * i, "i", 1, 2) + 3)},
}
EXPAND["bound name also free"]["steps"] = [
    step("expand", total(k, "k", 1, 2).eq(3)),
    combine((total(k, "k", 1, 2) + k).eq(3 + k), **using((1, q(1)))),
]
EXPAND["a sum in a sum"]["steps"] = [
    step("expand", total(i * 1, "i", 1, 2).eq(3)),
    step(
        "expand",
        total(total(i * k, "i", 1, 2), "k", 0, 1).eq(total(i * 0, "i", 1, 2) + total(i * 1, "i", 1, 2)),
    ),
    step("expand", total(i * 0, "i", 1, 2).eq(0)),
    step("expand", total(0 * i, "i", 1, 2).eq(0)),
    combine(
        total(total(i * k, "i", 1, 2), "k", 0, 1).eq(total(0 * i, "i", 1, 2) + 3),
        **using((0, q(1)), (1, q(1)), (2, q(1)), (3, q(-1))),
    ),
]

TRIANGLE = total(k, "k", 1, n)
UNIT_FRACTIONS = total(1 / (k * (k + 1)), "k", 1, n)
TELESCOPE: dict[str, dict[str, Any]] = {
    "triangular numbers, and none": {
        "goal": TRIANGLE.eq(n * (n + 1) / 2),
        "given": NATURAL,
        "point": {"n": "0"},
        "steps": [step("telescope", TRIANGLE.eq(n * (n + 1) / 2), antidifference=k * (k - 1) / 2)],
    },
    "with steps inside": {
        "goal": UNIT_FRACTIONS.eq(1 - 1 / (n + 1)),
        "given": NATURAL,
        "point": TWO,
        "steps": [
            step(
                "telescope",
                UNIT_FRACTIONS.eq(1 - 1 / (n + 1)),
                antidifference=-1 / k,
                steps=[combine(k > 0, **using((3, q(1))), gap=q(1))],
            )
        ],
    },
    "both ends symbols": {
        "goal": total(1, "k", a, b).eq(b - a + 1),
        "given": [whole(a), whole(b), a <= b + 1],
        "point": {"a": "3", "b": "2"},
        "steps": [step("telescope", total(1, "k", a, b).eq(b - a + 1), antidifference=k)],
    },
    "end named as the bound symbol": {
        "goal": total(1, "n", 1, n).eq(n),
        "given": NATURAL,
        "point": TWO,
        "steps": [step("telescope", total(1, "n", 1, n).eq(n), antidifference=n)],
    },
}

TERMS = fn("f", k)
LAST: dict[str, dict[str, Any]] = {
    "one more": {
        "goal": total(TERMS, "k", 1, n + 1).eq(total(TERMS, "k", 1, n) + fn("f", n + 1)),
        "given": NATURAL,
        "functions": {"f": 0},
        "point": TWO,
        "steps": [step("last", total(TERMS, "k", 1, n + 1).eq(total(TERMS, "k", 1, n) + fn("f", n + 1)))],
    },
    "the first": {
        "goal": total(TERMS, "k", n, n).eq(total(TERMS, "k", n, n - 1) + fn("f", n)),
        "given": [whole(n)],
        "functions": {"f": 0},
        "point": TWO,
        "steps": [step("last", total(TERMS, "k", n, n).eq(total(TERMS, "k", n, n - 1) + fn("f", n)))],
    },
}

ODD = 2 * k - 1


def odd(end: Any) -> Any:
    return total(ODD, "k", 1, end)


INDUCTION: dict[str, dict[str, Any]] = {
    "odd numbers": {
        "goal": odd(n).eq(n**2),
        "given": [whole(n), n >= 1],
        "point": TWO,
        "steps": [
            combine(n >= 0, **using((1, q(1))), gap=q(1)),
            step(
                "induction",
                odd(n).eq(n**2),
                on="n",
                low=q(1),
                base=[step("expand", odd(1).eq(q(1) ** 2))],
                step=[
                    combine(m + 1 >= 1, **using((1, q(1))), gap=q(1)),
                    step("last", odd(m + 1).eq(odd(m) + (2 * (m + 1) - 1))),
                    combine(odd(m + 1).eq((m + 1) ** 2), **using((2, q(1)), (4, q(1)))),
                ],
            ),
        ],
    },
    "powers of 2": {
        "goal": n + 1 <= q(2) ** n,
        "given": NATURAL,
        "point": TWO,
        "steps": [
            step(
                "induction",
                n + 1 <= q(2) ** n,
                on="n",
                low=q(0),
                base=[combine(q(0) + 1 <= q(2) ** q(0))],
                step=[combine(m + 1 + 1 <= q(2) ** (m + 1), **using((2, q(2))), gap=m)],
            )
        ],
    },
    "facts that do not speak of n are kept": {
        "goal": a**n >= 1,
        "given": [*NATURAL, a >= 1],
        "point": {"n": "2", "a": "1"},
        "steps": [
            combine(a > 0, **using((2, q(1))), gap=q(1)),
            step(
                "induction",
                a**n >= 1,
                on="n",
                low=q(0),
                base=[combine(a ** q(0) >= 1)],
                step=[combine(a ** (m + 1) >= 1, **using((0, a**m), (4, q(1))))],
            ),
        ],
    },
    "m is taken": {
        "goal": n + m >= 0,
        "given": [*NATURAL, m >= 0],
        "point": {"n": "2", "m": "1"},
        "steps": [
            step(
                "induction",
                n + m >= 0,
                on="n",
                low=q(0),
                base=[combine(q(0) + m >= 0)],
                step=[combine(symbols("m1")[0] + 1 + m >= 0, **using((3, q(1))), gap=q(1))],
            )
        ],
    },
}

NEXT: dict[str, dict[str, Any]] = {
    "symbols": {"goal": a + 1 <= b, "given": [whole(a), whole(b), a < b], "point": {"a": "1", "b": "2"}},
    "a number": {"goal": q(0) + 1 <= n, "given": [whole(n), n > 0], "point": TWO},
    "made of integers": {
        "goal": n * 2 - 3 + 1 <= n,
        "given": [whole(n), n * 2 - 3 < n],
        "point": TWO,
    },
}
for _row in NEXT.values():
    _row["steps"] = [step("next", _row["goal"])]
for _row in EXPAND.values():
    _row.setdefault("steps", [step("expand", _row["goal"])])

s, j = symbols("s j")
TERMWISE: dict[str, dict[str, Any]] = {
    "a multiple": {
        "goal": total(2 * k, "k", 1, n).eq(2 * total(k, "k", 1, n)),
        "given": NATURAL,
        "point": TWO,
    },
    "a sum of two, from another start": {
        "goal": total(k + x, "k", 1, n).eq(total(j, "j", 2, n + 1) + (x - 1) * total(1, "k", 1, n)),
        "given": NATURAL,
        "point": {"n": "2", "x": "3"},
    },
    "at most": {"goal": total(k, "k", 1, n) <= total(k + 1, "k", 1, n), "given": NATURAL, "point": TWO},
}
for _row in TERMWISE.values():
    _row["steps"] = [step("termwise", _row["goal"])]


def series(body: Any, low: Any = 1) -> Any:
    return limit(total(body, "k", low, floor(1 / s)), "s")


def one_square() -> dict[str, Any]:
    return step("vanishing", limit(q(1) ** 2, "s").eq(0), of=series(q(1)))


VANISHING: dict[str, dict[str, Any]] = {
    "ones": {
        "goal": series(q(1)).eq(5),
        "kind": "refutation",
        "steps": [
            step("approach", limit(q(1) ** 2, "s").eq(1), until=q(1)),
            one_square(),
            combine(q(0).eq(1), **using((1, q(-1)), (0, q(1)))),
            step("absurd", series(q(1)) < 5, fact=2),
        ],
    },
}
