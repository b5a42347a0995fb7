"""Statements: what a certificate is checked against.

A statement says: for all real values of its free symbols, and all functions named in ``functions`` that may be
differentiated as often as stated, the facts ``given`` imply the fact ``goal``.  ``where`` may hold only conditions
that the goal itself needs in order to be defined; the verdict then reads "wherever both sides are defined".

Definitions are abbreviations: what a body mentions beside its parameters is read where the abbreviation stands, so
with F() := f(q(n)) the derivative of F() in n is that of f(q(n)).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from symcheck.kernel.context import Fact, fact_from_json, fact_to_json
from symcheck.kernel.term import NAME, Reject, Term, from_json, to_json, unfold, walk

KEYS = {"functions", "definitions", "given", "where", "goal"}


@dataclass(frozen=True, slots=True)
class Definition:
    """``name(params) := body``."""

    name: str
    params: tuple[str, ...]
    body: Term


@dataclass(frozen=True, slots=True)
class Statement:
    """A sequent with the definitions it is written in.  Definitions may use only those before them."""

    goal: Fact
    given: tuple[Fact, ...] = ()
    where: tuple[Fact, ...] = ()
    definitions: tuple[Definition, ...] = ()
    functions: tuple[tuple[str, int], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The JSON form, from which ``statement_from_json`` makes an equal statement."""
        return {
            "functions": dict(self.functions),
            "definitions": [[d.name, list(d.params), to_json(d.body)] for d in self.definitions],
            "given": list(map(fact_to_json, self.given)),
            "where": list(map(fact_to_json, self.where)),
            "goal": fact_to_json(self.goal),
        }

    def digest(self) -> str:
        """The name under which a certificate refers to this statement."""
        return digest(self.to_json())

    def unfolded(self) -> Statement:
        """The same statement with every definition replaced by what it stands for."""
        table = unfolded_definitions(self.definitions)

        def open_(fact: Fact) -> Fact:
            return Fact(fact.rel, unfold(fact.left, table), unfold(fact.right, table))

        given, where = tuple(map(open_, self.given)), tuple(map(open_, self.where))
        return Statement(open_(self.goal), given, where, (), self.functions)


def unfolded_definitions(definitions: tuple[Definition, ...]) -> dict[tuple[str, int], tuple[tuple[str, ...], Term]]:
    """Bodies free of defined names; a definition that uses itself or a later one is rejected."""
    names = {(d.name, len(d.params)) for d in definitions}
    table: dict[tuple[str, int], tuple[tuple[str, ...], Term]] = {}
    for entry in definitions:
        key, body = (entry.name, len(entry.params)), unfold(entry.body, table)
        if key in table:
            raise Reject(f"{entry.name} is defined twice")
        if len(set(entry.params)) != len(entry.params):
            raise Reject(f"{entry.name} has a parameter twice")
        if any(t.head == "call" and (t.name, len(t.args)) in names - table.keys() for t in walk(body)):
            raise Reject(f"the definition of {entry.name} is circular or out of order")
        table[key] = (entry.params, body)
    return table


def digest(data: Any) -> str:
    """SHA-256 of the canonical JSON text of ``data``."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


def statement_from_json(data: Any) -> Statement:
    """The statement that ``data`` encodes; anything unexpected is rejected."""
    if not isinstance(data, dict) or set(data) != KEYS:
        raise Reject(f"a statement has the keys {', '.join(sorted(KEYS))}")
    functions = data["functions"]
    if not isinstance(functions, dict):
        raise Reject("functions must be a table of names and numbers")
    for name, order in functions.items():
        if not NAME.match(name) or type(order) is not int or not 0 <= order <= 10:
            raise Reject(f"not a declaration of a function: {name!r}: {order!r}")
    entries = [_definition(entry) for entry in _list(data["definitions"])]
    if {d.name for d in entries} & functions.keys():
        raise Reject("a function is both declared and defined")
    given = tuple(map(fact_from_json, _list(data["given"])))
    where = tuple(map(fact_from_json, _list(data["where"])))
    pairs = tuple(sorted(functions.items()))
    return Statement(fact_from_json(data["goal"]), given, where, tuple(entries), pairs)


def _list(data: Any) -> list[Any]:
    if not isinstance(data, list):
        raise Reject(f"not a list: {str(data)[:80]}")
    return data


def _definition(data: Any) -> Definition:
    if not isinstance(data, list) or len(data) != 3 or not isinstance(data[0], str) or not NAME.match(data[0]):
        raise Reject(f"not a definition: {str(data)[:80]}")
    params = _list(data[1])
    if not all(isinstance(p, str) and NAME.match(p) for p in params):
        raise Reject(f"not parameters: {str(params)[:80]}")
    return Definition(data[0], tuple(params), from_json(data[2]))
