"""Certificates written by hand to tire the kernel out, to go round in a circle, or to prove what is false."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any

import pytest

from symcheck.kernel.__main__ import replay, replay_one
from symcheck.kernel.rules import RULES
from symcheck.kernel.statement import digest, statement_from_json
from symcheck.kernel.term import Reject
from tests.kernel.attack.corpus import Case, cases
from tests.kernel.attack.test_attack import REJECTED, named, outcome

FALSE: Any = ["eq", "0", "1"]


def sequent(goal: Any, **rest: Any) -> dict[str, Any]:
    return {"goal": goal, "given": [], "where": [], "every": [], "functions": {}, "definitions": []} | rest


def proof(*steps: Any, **rest: Any) -> dict[str, Any]:
    return {"kind": "proof", "point": {}, "functions": {}, "bits": 64, "every": [], "steps": list(steps)} | rest


def by(rule: str, claim: Any, **rest: Any) -> dict[str, Any]:
    return {"by": rule, "claim": claim, **rest}


# -- what is false has no proof, whatever the rule says ---------------------------------------------------------------


@pytest.mark.parametrize(
    "goal", [FALSE, ["lt", "1", "0"], ["ne", "x", "x"], ["lt", "x", "x"], ["eq", "x", "y"]], ids=str
)
@pytest.mark.parametrize("rule", [*RULES, "axiom", "", "sorry", "Combine", "combine "])
def test_a_bare_rule_proves_nothing_false(rule: str, goal: Any) -> None:
    point = {"x": "1", "y": "1"}
    assert outcome(sequent(goal), proof(by(rule, goal), point=point), {}) == REJECTED
    arguments: dict[str, Any] = {key: [] for key in (RULES[rule][0] if rule in RULES else ())}
    assert outcome(sequent(goal), proof(by(rule, goal, **arguments), point=point), {}) == REJECTED


@pytest.mark.parametrize("goal", [FALSE, ["lt", "x", "x"], ["le", ["add", "x", "1"], "x"]], ids=str)
def test_a_step_does_not_rest_on_itself(goal: Any) -> None:
    """Nor on a later one, nor on the statement that is to be proved."""
    for steps in (
        [by("combine", goal, **{"with": [[0, "1"]]})],
        [by("combine", goal, **{"with": [[1, "1"]]}), by("combine", goal, **{"with": [[0, "1"]]})],
        [by("combine", goal, rewrite=[0])],
        [by("absurd", goal, fact=0)],
        [by("cases", goal, pivot=["x", "0"], branches=[[by("combine", goal, **{"with": [[1, "1"]]})]] * 3)],
    ):
        assert outcome(sequent(goal), proof(*steps, point={"x": "1"}), {}) == REJECTED
    own = digest(sequent(goal))
    cited = proof(by("cite", goal, statement=own, values={}), point={"x": "1"})
    assert outcome(sequent(goal), cited, {}) == REJECTED


def test_statements_that_cite_each_other(tmp_path: Path) -> None:
    """In a folder, in both orders: neither is judged, nor one that cites itself."""
    first, second = sequent(FALSE), sequent(["eq", "1", "0"], given=[["le", "0", "0"]])
    own = sequent(["lt", "1", "0"])
    files = {
        "a": (first, proof(by("cite", ["eq", "1", "0"], statement=digest(second), values={}), by("combine", FALSE))),
        "b": (second, proof(by("cite", FALSE, statement=digest(first), values={}), by("combine", ["eq", "1", "0"]))),
        "c": (own, proof(by("cite", own["goal"], statement=digest(own), values={}))),
    }
    for order in ("abc", "bac", "cba"):
        index = []
        for name in order:
            for kind, data in zip(("statement", "certificate"), files[name], strict=True):
                (tmp_path / f"{name}.{kind}.json").write_text(json.dumps(data))
            statement, certificate = map(digest, files[name])
            index.append({"name": name, "outcome": "proved", "statement": statement, "certificate": certificate})
        (tmp_path / "index.json").write_text(json.dumps(index))
        good, rejected = replay(tmp_path, False)
        assert good == 0 and len(rejected) == 3


# -- files ------------------------------------------------------------------------------------------------------------

TEXTS: dict[str, Callable[[str], str]] = {
    "cut in half": lambda s: s[: len(s) // 2],
    "without its end": lambda s: s[:-1],
    "empty": lambda s: "",
    "a number for the bits that is none": lambda s: s.replace('"bits": ', '"bits": NaN, "bits": '),
    "infinite bits": lambda s: s.replace('"bits": 128', '"bits": Infinity').replace('"bits": 64', '"bits": -Infinity'),
    "bits with a fraction": lambda s: s.replace('"bits": 128', '"bits": 128.0').replace('"bits": 64', '"bits": 64.0'),
    "the outcome twice": lambda s: '{"outcome": "proved", ' + s[1:],
    "the goal twice": lambda s: s.replace('"goal": ', '"goal": ["eq", "0", "0"], "goal": ', 1),
    "the steps twice": lambda s: s.replace('"steps": ', '"steps": [], "steps": ', 1),
    "one key more": lambda s: s[:-1] + ', "note": ""}',
    "the other outcome": lambda s: s.replace('"outcome": "proved"', '"outcome": "open"').replace("refuted", "proved"),
    "in a list": lambda s: f"[{s}]",
    "nested deeply": lambda s: "[" * 50_000 + s + "]" * 50_000,
    "a deep point": lambda s: s.replace(
        '"point": {', '"point": {"zz": ' + '["neg",' * 4_000 + '"1"' + "]" * 4_000 + ",", 1
    ),
}


@pytest.mark.parametrize("what", TEXTS)
def test_files(what: str, tmp_path: Path) -> None:
    path = tmp_path / "answer.json"
    for case in [c for c in cases() if not c.judged]:
        whole = {"outcome": case.outcome, "statement": case.statement, "certificate": case.certificate}
        text = json.dumps(whole)
        path.write_text(text)
        assert replay_one(path, False) == (1, [])
        path.write_text(TEXTS[what](text))
        good, reasons = replay_one_or_refuse(path)
        assert good == 0 and reasons, case.name


def replay_one_or_refuse(path: Path) -> tuple[int, list[str]]:
    """What ``main`` makes of a file: a reason, or the refusal to read it."""
    try:
        return replay_one(path, False)
    except (Reject, RecursionError, ValueError) as reason:
        return 0, [str(reason) or "too deep"]


# -- tiresome ones ----------------------------------------------------------------------------------------------------


def nested(depth: int, inner: Any, wrap: Callable[[Any], Any]) -> Any:
    return reduce(lambda found, _: wrap(found), range(depth), inner)


def sums(depth: int) -> Any:
    return nested(depth, "1", lambda u: ["sum", "k", u, "1", "400"])


TOWER = nested(6, "9", lambda u: ["pow", "9", u])
WIDE = ["add", *[f"x{i}" for i in range(40)]]
SQUARE = ["le", "0", ["pow", "x", "2"]]
TIRESOME: dict[str, tuple[Any, Any]] = {
    "a tower of powers": (["lt", "0", TOWER], by("enclose", ["lt", "0", TOWER], bits=64)),
    "a tower in normal form": (["eq", TOWER, TOWER], by("combine", ["eq", TOWER, TOWER])),
    "exp of exp of exp": (FALSE, by("enclose", ["lt", "0", nested(9, "9", lambda u: ["exp", u])], bits=4096)),
    "a huge root": (FALSE, by("enclose", ["lt", "1", ["pow", "9" * 900, f"1/{'7' * 900}"]], bits=4096)),
    "a huge power": (FALSE, by("enclose", ["lt", "1", ["pow", "3/2", "9" * 900]], bits=4096)),
    "a huge angle": (FALSE, by("enclose", ["lt", ["sin", "9" * 900], "1"], bits=4096)),
    "a huge factorial": (FALSE, by("enclose", ["lt", "1", ["gamma", "9" * 900]], bits=4096)),
    "gamma a thousand times": (FALSE, by("combine", ["eq", ["gamma", "1000"], ["gamma", "999"]])),
    "a wide power": (FALSE, by("combine", ["eq", ["pow", WIDE, "64"], "0"])),
    "a power of a power": (FALSE, by("combine", ["eq", nested(9, ["add", "x", "1"], lambda u: ["pow", u, "64"]), "0"])),
    "many angles": (FALSE, by("combine", ["eq", ["sin", ["mul", "12", ["add", *"abcdef"]]], "0"])),
    "powers of many angles": (FALSE, by("combine", ["eq", ["pow", ["sin", ["add", *"abcdef"]], "63"], "0"])),
    "a sum in a sum": (FALSE, by("enclose", ["lt", "0", sums(2)], bits=16)),
    "sums in sums": (FALSE, by("enclose", ["lt", "0", sums(5)], bits=16)),
    "sums in sums written out": (FALSE, by("expand", ["eq", sums(5), "1"])),
    "derivatives of derivatives": (
        FALSE, by("derivative", ["eq", nested(14, ["pow", "x", "x"], lambda u: ["deriv", "x", u, "x"]), "0"]),
    ),
    "a box of many dimensions": (
        ["lt", "0", ["add", "1/1000000", ["mul", *[f"x{i}" for i in range(9)]]]],
        by("box", ["lt", "0", ["mul", *[f"x{i}" for i in range(9)]]], ranges={f"x{i}": ["0", "1"] for i in range(9)}),
    ),
    "a long box": (SQUARE, by("box", ["lt", "0", ["pow", "x", "2"]], ranges={"x": ["0", "1"]}, bits=4096)),
    "a hard box": (
        FALSE,
        by("box", ["lt", "0", nested(12, "x", lambda u: ["exp", ["sin", u]])], ranges={"x": ["0", "1"]}, bits=4096),
    ),
    "cases in cases": (
        SQUARE,
        nested(14, by("combine", SQUARE), lambda s: by("cases", SQUARE, pivot=["x", "0"], branches=[[s], [s], [s]])),
    ),
    "a deep claim": (FALSE, by("combine", ["eq", nested(50_000, "x", lambda u: ["neg", u]), "x"])),
    "deep steps": (FALSE, nested(2_000, by("combine", FALSE), lambda s: by("near", FALSE, steps=[s]))),
    "a long polynomial": (FALSE, by("combine", ["eq", ["add", *[["pow", f"x{i}", "2"] for i in range(800)]], "0"])),
    "many numbers": (FALSE, by("combine", ["eq", ["mul", *[["pow", str(i), "1/2"] for i in range(2, 700)]], "0"])),
}  # fmt: skip
GIVEN = [fact for i in range(9) for fact in (["le", "0", f"x{i}"], ["le", f"x{i}", "1"])]
POINT = {"x": "1", **{f"x{i}": "1" for i in range(9)}}


@pytest.mark.parametrize("what", TIRESOME)
def test_tiresome_ones_are_rejected_soon(what: str) -> None:
    goal, step = TIRESOME[what]
    given = [["le", "0", "x"], ["le", "x", "1"], *GIVEN]
    found = outcome(sequent(goal, given=given), proof(step, point=POINT), {})
    assert found == REJECTED or what in ("a tower in normal form", "cases in cases")


POINTS = {
    "a large number": ["exp", "99999"], "a tower": TOWER, "sums in sums": sums(5), "a sum in a sum": sums(2),
    "deep": nested(2_000, "x", lambda u: ["neg", u]), "a huge factorial": ["gamma", "9" * 99],
}  # fmt: skip


@pytest.mark.parametrize("what", POINTS)
def test_tiresome_points(what: str) -> None:
    found = outcome(sequent(SQUARE), proof(by("combine", SQUARE), point={"x": POINTS[what]}), {})
    assert found in (REJECTED, "proved")


@pytest.mark.parametrize("case", cases(), ids=named)
def test_bits(case: Case) -> None:
    """A precision that is none is rejected; a poor one may not be enough, and never proves the contrary."""
    for bits in (0, -1, 15, 4097, 10**9, 10**400, "64", None, True, [], 64.0):
        assert outcome(case.statement, case.certificate | {"bits": bits}, case.judged) == REJECTED
    assert outcome(case.statement, case.certificate | {"bits": 16}, case.judged) in (REJECTED, case.outcome)


def test_statements_can_be_tiresome_too() -> None:
    deep = nested(50_000, "x", lambda u: ["neg", u])
    with pytest.raises((Reject, RecursionError)):
        statement_from_json(sequent(["eq", deep, deep]))


def test_a_sum_in_a_sum_is_evaluated_if_it_is_no_longer_than_it_may_be() -> None:
    def claim(rows: str) -> Any:
        inner = ["sum", "j", ["mul", "i", "j"], "1", "i"]
        return ["lt", "0", ["sum", "i", inner, "1", rows]]

    for rows, expected in (("20", "proved"), ("500", REJECTED)):
        goal = claim(rows)
        assert outcome(sequent(goal), proof(by("enclose", goal, bits=64)), {}) == expected
