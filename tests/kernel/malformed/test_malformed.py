"""Bad certificates, statements and folders: always ``Reject``, or an exit code with a reason; never a traceback."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from symcheck.kernel.__main__ import FORBIDDEN, main
from symcheck.kernel.check import check
from symcheck.kernel.rules import RULES
from symcheck.kernel.statement import digest, statement_from_json
from symcheck.kernel.term import Reject, from_json
from tests.kernel.accept.test_rules import ROWS, accepted
from tests.kernel.helpers import certificate, combine, statement, symbols

x, y = symbols("x y")
TRUE = statement((x + y).eq(y + x))
TRUE_CERTIFICATE = certificate([combine((x + y).eq(y + x))])

TERMS: dict[str, Any] = {
    "number": 1,
    "float": 1.5,
    "true": True,
    "null": None,
    "table": {},
    "empty": [],
    "decimal": "0.5",
    "exponent": "1e5",
    "leading zero": "01",
    "plus": "+1",
    "minus zero": "-0",
    "not lowest": "2/4",
    "over one": "2/1",
    "over zero": "1/0",
    "negative denominator": "1/-2",
    "no digits": "",
    "space": " x",
    "line end": "x\n",
    "number and line end": "1\n",
    "arabic digit": "١",
    "greek letter": "α",
    "fullwidth": "ｘ",
    "underscore first": "_x",
    "digit first": "2x",
    "hash": "#e",
    "bracket": "log[x]",
    "caret": "x^2",
    "slash": "a/b",
    "dot": "a·b",
    "surrogate": "\ud800",
    "unknown head": ["cosec", "x"],
    "head alone": ["x"],
    "num as head": ["num", "1"],
    "sym as head": ["sym", "x"],
    "head a list": [["add"], "x", "x"],
    "head a number": [1, "x"],
    "add of one": ["add", "x"],
    "add of none": ["add"],
    "neg of two": ["neg", "x", "x"],
    "div of three": ["div", "x", "x", "x"],
    "pow of one": ["pow", "x"],
    "min of one": ["min", "x"],
    "call without a name": ["call"],
    "call of a number": ["call", "1", "x"],
    "call of a list": ["call", ["f"], "x"],
    "deriv without a point": ["deriv", "x", "x"],
    "deriv by a term": ["deriv", ["add", "x", "x"], "x", "x"],
    "integral of two": ["integral", "x", "x", "0"],
    "sup of three": ["sup", "x", "x", "0", "1"],
    "pi of one": ["pi", "x"],
    "pi named": ["pi", "x", "x"],
    "sin of two": ["sin", "x", "x"],
    "cos of none": ["cos"],
    "gamma named": ["gamma", "x", "x"],
    "floor of a list": ["floor", []],
    "atan of two": ["atan", "x", "x"],
    "sum of two": ["sum", "k", "k", "1"],
    "sum of four": ["sum", "k", "k", "1", "2", "3"],
    "sum by a number": ["sum", "1", "k", "1", "2"],
    "sum without a name": ["sum", ["add", "k", "k"], "1", "2"],
    "limit at a point": ["limit", "x", "x", "0"],
    "limit of none": ["limit", "x"],
    "below": ["add", "x", ["neg"]],
    "long number": "9" * 5000,
}


@pytest.mark.parametrize("key", TERMS)
def test_terms(key: str) -> None:
    with pytest.raises(Reject):
        from_json(TERMS[key])


X_IS_X = ["eq", "x", "x"]
STATEMENTS: dict[str, Any] = {
    "no goal": {"goal": ...},
    "unknown key": {"note": []},
    "functions a list": {"functions": []},
    "order true": {"functions": {"f": True}},
    "order negative": {"functions": {"f": -1}},
    "order 11": {"functions": {"f": 11}},
    "order text": {"functions": {"f": "1"}},
    "function name": {"functions": {"1": 1}},
    "given a table": {"given": {}},
    "given a fact": {"given": ["eq", "x", "x"]},
    "relation": {"goal": ["gt", "x", "x"]},
    "relation a list": {"goal": [["eq"], "x", "x"]},
    "relation null": {"goal": [None, "x", "x"]},
    "fact of two": {"goal": ["eq", "x"]},
    "goal text": {"goal": "eq"},
    "definition of two": {"definitions": [["F", []]]},
    "definition name": {"definitions": [["1", [], "x"]]},
    "parameter": {"definitions": [["F", ["1"], "x"]]},
    "parameter a list": {"definitions": [["F", [["x"]], "x"]]},
    "parameters text": {"definitions": [["F", "x", "x"]]},
    "no quantified facts": {"every": ...},
    "quantified facts null": {"every": None},
    "quantified facts a table": {"every": {}},
    "quantified fact a fact": {"every": ["eq", "x", "x"]},
    "quantified fact of two": {"every": [[["x"], X_IS_X]]},
    "quantified fact of four": {"every": [[["x"], [], X_IS_X, []]]},
    "no bound names": {"every": [[[], [], X_IS_X]]},
    "bound name twice": {"every": [[["x", "y", "x"], [], X_IS_X]]},
    "bound name a text": {"every": [["x", [], X_IS_X]]},
    "bound name a number": {"every": [[["1"], [], X_IS_X]]},
    "bound name by place": {"every": [[["#0"], [], X_IS_X]]},
    "bound name null": {"every": [[[None], [], X_IS_X]]},
    "bound name a list": {"every": [[[["x"]], [], X_IS_X]]},
    "hypotheses a fact": {"every": [[["x"], X_IS_X, X_IS_X]]},
    "hypotheses a table": {"every": [[["x"], {}, X_IS_X]]},
    "hypotheses null": {"every": [[["x"], None, X_IS_X]]},
    "hypothesis of two": {"every": [[["x"], [["eq", "x"]], X_IS_X]]},
    "conclusions": {"every": [[["x"], [], [X_IS_X]]]},
    "conclusion null": {"every": [[["x"], [], None]]},
    "quantified fact in a quantified fact": {"every": [[["x"], [], [["y"], [], X_IS_X]]]},
    "both declared and defined": {"functions": {"F": 1}, "definitions": [["F", [], "x"]]},
}


@pytest.mark.parametrize("key", STATEMENTS)
def test_statements(key: str) -> None:
    data = {k: v for k, v in (TRUE.to_json() | STATEMENTS[key]).items() if v is not ...}
    with pytest.raises(Reject):
        statement_from_json(data)


DEFINITIONS: dict[str, Any] = {
    "itself": [["F", ["x"], ["call", "F", "x"]]],
    "a later one": [["F", [], ["call", "G"]], ["G", [], "x"]],
    "each other": [["F", [], ["call", "G"]], ["G", [], ["call", "F"]]],
    "twice": [["F", [], "x"], ["F", [], "y"]],
    "parameter twice": [["F", ["x", "x"], "x"]],
}


@pytest.mark.parametrize("key", DEFINITIONS)
def test_definitions(key: str) -> None:
    with pytest.raises(Reject):
        check(statement_from_json(TRUE.to_json() | {"definitions": DEFINITIONS[key]}), TRUE_CERTIFICATE, {})


def test_definitions_in_quantified_facts_are_opened() -> None:
    """One that is longer than a term may be is rejected there too."""
    long = ["add", *["x"] * 400]
    data = {"definitions": [["F", ["x"], long]], "every": [[["x"], [], ["eq", ["call", "F", long], "0"]]]}
    with pytest.raises(Reject, match="nodes"):
        check(statement_from_json(TRUE.to_json() | data), TRUE_CERTIFICATE, {})


def test_definitions_that_double(levels: int = 60) -> None:
    """A body that is short as a graph and astronomical as a tree is rejected, and soon."""
    doubled = [[f"F{i + 1}", [], ["add", ["call", f"F{i}"], ["call", f"F{i}"]]] for i in range(levels)]
    with pytest.raises(Reject, match="nodes"):
        check(statement_from_json(TRUE.to_json() | {"definitions": [["F0", [], "x"], *doubled]}), TRUE_CERTIFICATE, {})


CERTIFICATES: dict[str, Any] = {
    "bits beyond printing": {"bits": 10**9_000},
    "steps beyond printing": {"steps": 10**9_000},
    "rule beyond printing": {"steps": [{"claim": ["eq", "x", "x"], "by": 10**9_000}]},
    "relation beyond printing": {"steps": [{"claim": [10**9_000, "x", "x"], "by": "combine"}]},
    "key of another type": {"steps": [{1: 2}]},
    "kind": {"kind": "axiom"},
    "kind a list": {"kind": ["proof"]},
    "kind null": {"kind": None},
    "no steps": {"steps": []},
    "steps a table": {"steps": {}},
    "steps null": {"steps": None},
    "a step a list": {"steps": [["combine"]]},
    "bits text": {"bits": "64"},
    "bits true": {"bits": True},
    "bits 15": {"bits": 15},
    "bits null": {"bits": None},
    "point a list": {"point": []},
    "point name": {"point": {"1": "1"}},
    "point huge": {"point": {"x": "9" * 5000}},
    "point a table": {"point": {"x": {}}},
    "point a head alone": {"point": {"x": ["add"]}},
    "point a number": {"point": {"x": 1}},
    "point null": {"point": {"x": None}},
    "no steps for quantified facts": {"every": ...},
    "steps for quantified facts null": {"every": None},
    "steps for quantified facts a table": {"every": {}},
    "steps for a quantified fact that is not given": {"every": [[]]},
    "functions a list": {"functions": []},
    "functions text": {"functions": {"f": "x"}},
    "unknown key": {"note": ""},
    "missing key": {"bits": ...},
    "the other kind": {"kind": "refutation", "point": {"x": "1", "y": "1"}},
}


@pytest.mark.parametrize("key", CERTIFICATES)
def test_certificates(key: str) -> None:
    data = {k: v for k, v in (TRUE_CERTIFICATE | CERTIFICATES[key]).items() if v is not ...}
    with pytest.raises(Reject):
        check(TRUE, data, {})


QUANTIFIED = TRUE.to_json() | {"every": [[["x"], [], ["eq", "x", "x"]]]}


@pytest.mark.parametrize("shown", [None, {}, "combine", 1, [[]], [{}], [None], [{"by": "combine"}], ["combine"]])
def test_steps_that_show_a_quantified_fact(shown: Any) -> None:
    good = [{"claim": ["eq", "x", "x"], "by": "combine"}]
    check(statement_from_json(QUANTIFIED), TRUE_CERTIFICATE | {"every": [good]}, {})
    with pytest.raises(Reject):
        check(statement_from_json(QUANTIFIED), TRUE_CERTIFICATE | {"every": [shown]}, {})


CHECKED = (
    "rising", "stationary", "box", "use", "law", "telescope", "induction", "near", "squeeze", "compose", "order",
    "definition", "along",
)  # fmt: skip
WRONG = [None, True, 1, -1, 1.5, 10**9_000, "", "1/0", ["add"], [[]], [None], {"x": None}, {"": "1"}, {"x": ["0"]}]
ARGUMENTS = [(rule, key) for rule in CHECKED for key in RULES[rule][0]]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda value: str(value)[:12] if value != 10**9_000 else "huge")
@pytest.mark.parametrize(("rule", "key"), ARGUMENTS)
def test_arguments(rule: str, key: str, wrong: Any) -> None:
    """A row that is accepted is rejected with an argument of another type."""
    data, earlier = accepted(next(name for name, (by, _) in ROWS.items() if by == rule))
    place = next(step for step in data["certificate"]["steps"] if step["by"] == rule)
    check(statement_from_json(data["statement"]), data["certificate"], earlier)
    place[key] = wrong
    with pytest.raises(Reject):
        check(statement_from_json(data["statement"]), data["certificate"], earlier)


@pytest.mark.parametrize("data", [None, [], "proof", 1, True])
def test_certificate_of_another_type(data: Any) -> None:
    with pytest.raises(Reject):
        check(TRUE, data, {})


# -- folders ------------------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    """``main`` forbids imports and raises the recursion limit for its own process; undo both for the other tests."""
    modules, limit = {name: sys.modules.get(name) for name in FORBIDDEN}, sys.getrecursionlimit()
    yield
    sys.setrecursionlimit(limit)
    for name, module in modules.items():
        sys.modules.pop(name, None)
        if module is not None:
            sys.modules[name] = module


def entry(name: str, data: Any = None, proof: Any = None, outcome: Any = "proved") -> dict[str, Any]:
    return {
        "name": name,
        "outcome": outcome,
        "statement": digest(TRUE.to_json() if data is None else data),
        "certificate": digest(TRUE_CERTIFICATE if proof is None else proof),
    }


def write(folder: Path, index: Any, **files: Any) -> Path:
    """A folder with an index and, unless given otherwise, the true statement as ``a``."""
    texts = {"index.json": index, "a.statement.json": TRUE.to_json(), "a.certificate.json": TRUE_CERTIFICATE}
    for name, content in (texts | files).items():
        if content is not None:
            (folder / name).write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return folder


def test_good_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(write(tmp_path, [entry("a")])), "-v"]) == 0
    assert "1 certificates replayed, 0 rejected" in capsys.readouterr().out


def test_open_entry_needs_no_certificate(tmp_path: Path) -> None:
    assert main([str(write(tmp_path, [entry("a", outcome="open")], **{"a.certificate.json": None}))]) == 0


def test_earlier_entry_is_cited(tmp_path: Path) -> None:
    steps = [
        {"claim": ["eq", ["add", "x", "y"], ["add", "y", "x"]], "by": "cite", "statement": TRUE.digest(), "values": {}}
    ]
    data, proof = TRUE.to_json() | {"given": [["eq", "1", "1"]]}, certificate(steps)
    files = {"b.statement.json": data, "b.certificate.json": proof}
    later = entry("b", data, proof)
    assert main([str(write(tmp_path, [entry("a"), later], **files))]) == 0
    assert main([str(write(tmp_path, [later, entry("a")], **files))]) == 1


FALSE = statement(x.eq(y)).to_json()
BAD_FOLDERS: dict[str, tuple[int, Any, dict[str, Any]]] = {
    "no index": (2, None, {}),
    "index empty": (2, "", {}),
    "index a table": (2, {}, {}),
    "index of texts": (2, ["a"], {}),
    "name missing": (2, [{"outcome": "proved"}], {}),
    "name twice": (2, [entry("a"), entry("a")], {}),
    "name leaves the folder": (2, [entry("../a")], {}),
    "name empty": (2, [entry("")], {}),
    "name a number": (2, [entry("a") | {"name": 1}], {}),
    "key missing": (1, [{"name": "a", "outcome": "proved"}], {}),
    "key unknown": (1, [entry("a") | {"note": ""}], {}),
    "outcome unknown": (1, [entry("a", outcome="true")], {}),
    "outcome null": (1, [entry("a", outcome=None)], {}),
    "outcome a list": (1, [entry("a", outcome=["proved"])], {}),
    "outcome other": (1, [entry("a", outcome="refuted")], {}),
    "statement missing": (1, [entry("a")], {"a.statement.json": None}),
    "certificate missing": (1, [entry("a")], {"a.certificate.json": None}),
    "statement exchanged": (1, [entry("a")], {"a.statement.json": FALSE}),
    "certificate exchanged": (1, [entry("a")], {"a.certificate.json": TRUE_CERTIFICATE | {"bits": 65}}),
    "certificate of another statement": (1, [entry("a", FALSE)], {"a.statement.json": FALSE}),
    "statement no JSON": (1, [entry("a")], {"a.statement.json": "{"}),
    "certificate not UTF-8 JSON": (1, [entry("a")], {"a.certificate.json": "\ufeff{}"}),
    "certificate with a float": (
        1,
        [entry("a")],
        {"a.certificate.json": json.dumps(TRUE_CERTIFICATE | {"bits": 64.0})},
    ),
    "certificate with NaN": (1, [entry("a")], {"a.certificate.json": '{"bits": NaN}'}),
    "key twice": (1, [entry("a")], {"a.certificate.json": json.dumps(TRUE_CERTIFICATE)[:-1] + ', "bits": 64}'}),
    "deep": (1, [entry("a")], {"a.certificate.json": "[" * 100_000}),
    "deep index": (2, "[" * 100_000, {}),
    "certificate that the index does not name": (1, [entry("a")], {"b.certificate.json": TRUE_CERTIFICATE}),
    "open with a certificate": (1, [entry("a", outcome="open")], {}),
    "digest null": (1, [entry("a") | {"statement": None}], {}),
    "huge integer": (1, [entry("a")], {"a.certificate.json": '{"bits": ' + "9" * 10_000 + "}"}),
}


@pytest.mark.parametrize("key", BAD_FOLDERS)
def test_bad_folder(key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, index, files = BAD_FOLDERS[key]
    assert main([str(write(tmp_path, index, **files))]) == code
    assert capsys.readouterr().err


def test_deep_but_correct(tmp_path: Path) -> None:
    """A term nested a thousand deep is either replayed or rejected with a reason."""
    sys.setrecursionlimit(5_000)
    deep: Any = "x"
    for _ in range(1_000):
        deep = ["neg", deep]
    data = TRUE.to_json() | {"goal": ["eq", deep, "x"]}
    proof = certificate([{"claim": ["eq", deep, "x"], "by": "combine"}])
    files = {"a.statement.json": data, "a.certificate.json": proof}
    assert main([str(write(tmp_path, [entry("a", data, proof)], **files))]) in (0, 1)


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["--help"]])
def test_usage(arguments: list[str]) -> None:
    assert main(arguments) == 2


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("")
    assert main([str(tmp_path / "f")]) == 2
