"""Statements: what a certificate is checked against.

A statement says: for all real values of its free symbols, and all functions named in ``functions`` that may be
differentiated as often as stated, the facts ``given`` and the quantified facts ``every`` (such as: no n >= 0 has a
higher profit than n*) imply the fact ``goal``.  ``where`` may hold only conditions that the goal itself needs in order
to be defined; the verdict then reads "wherever both sides are defined".

Definitions are abbreviations: what a body mentions beside its parameters is read where the abbreviation stands, so
with F() := f(q(n)) the derivative of F() in n is that of f(q(n)).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from symcheck.kernel import term as t
from symcheck.kernel.facts import Every, Fact, every_from_json, every_to_json, fact_from_json, fact_to_json
from symcheck.kernel.term import Bodies, Term, as_list, as_name, as_table, require

KEYS = ("functions", "definitions", "given", "every", "where", "goal")


@dataclass(frozen=True, slots=True)
class Definition:
    """``name(params) := body``."""

    name: str
    params: tuple[str, ...]
    body: Term

    def __post_init__(self) -> None:
        require(len(set(self.params)) == len(self.params), "not parameters of", self.name, ":", *self.params)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sequent with the definitions it is written in.  Definitions may use only those before them."""

    goal: Fact
    given: tuple[Fact, ...] = ()
    where: tuple[Fact, ...] = ()
    definitions: tuple[Definition, ...] = ()
    functions: tuple[tuple[str, int], ...] = ()
    every: tuple[Every, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The JSON form, from which ``statement_from_json`` makes an equal statement."""
        return {
            "functions": dict(self.functions),
            "definitions": [[d.name, list(d.params), t.to_json(d.body)] for d in self.definitions],
            "given": list(map(fact_to_json, self.given)),
            "every": list(map(every_to_json, self.every)),
            "where": list(map(fact_to_json, self.where)),
            "goal": fact_to_json(self.goal),
        }

    def digest(self) -> str:
        """The name under which a certificate refers to this statement."""
        return digest(self.to_json())

    def unfolded(self) -> Statement:
        """The same statement with every definition replaced by what it stands for."""
        bodies = unfolded_definitions(self.definitions)
        goal, *given = (f.map(lambda side: t.unfold(side, bodies)) for f in (self.goal, *self.given, *self.where))
        split = len(self.given)
        every = tuple(e.map(lambda side: t.unfold(side, bodies)) for e in self.every)
        return Statement(goal, tuple(given[:split]), tuple(given[split:]), (), self.functions, every)


def unfolded_definitions(definitions: tuple[Definition, ...]) -> Bodies:
    """Bodies free of defined names; a definition that uses itself or a later one is rejected."""
    waiting = {(d.name, len(d.params)) for d in definitions}
    bodies: dict[tuple[str, int], tuple[tuple[str, ...], Term]] = {}
    for entry in definitions:
        name, body = (entry.name, len(entry.params)), t.unfold(entry.body, bodies)
        calls = {(u.name, len(u.args)) for u in t.walk(body) if u.head == "call"}
        require(name not in bodies, entry.name, "is defined twice")
        require(not calls & waiting, "the definition of", entry.name, "is circular or out of order")
        bodies[name] = (entry.params, body)
        waiting.remove(name)
    return bodies


def digest(data: Any) -> str:
    """SHA-256 of the canonical JSON text of ``data``."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


def statement_from_json(data: Any) -> Statement:
    """The statement that ``data`` encodes; anything unexpected is rejected."""
    table = as_table(data, KEYS)
    functions = as_table(table["functions"])
    for name, order in functions.items():
        require(type(order) is int and 0 <= order <= 10, name, "can't be declared differentiable", order, "times")
    definitions = tuple(map(definition_from_json, as_list(table["definitions"])))
    require(not {d.name for d in definitions} & functions.keys(), "a function is both declared and defined")
    given, where = (tuple(map(fact_from_json, as_list(table[key]))) for key in ("given", "where"))
    every = tuple(map(every_from_json, as_list(table["every"])))
    return Statement(fact_from_json(table["goal"]), given, where, definitions, tuple(sorted(functions.items())), every)


def definition_from_json(data: Any) -> Definition:
    """The definition ``[name, parameters, body]``."""
    name, params, body = as_list(data, 3)
    return Definition(as_name(name), tuple(map(as_name, as_list(params))), t.from_json(body))
