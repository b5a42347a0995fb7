"""Hints for bounds on the logarithm by its tangents."""

from __future__ import annotations

from symcheck import Cut, Rise, Split

NAME = "D"
"""What the argument is called on the way; it must be used nowhere else."""


def tangent(of: str, at: str = "e", strict: bool = False) -> tuple[Cut, ...]:
    """ln(of) <= ln(at) + (of - at)/at, for positive ``of``; ``strict``: <, where it is known that of != at."""
    up = Rise(rf"\ln({NAME})-\frac{{{NAME}}}{{{at}}}", NAME, of, at, strict)
    cases = Split(of, at, less=(up,), equal=() if strict else (up,), more=(_down(of, at, strict),))
    return (_below(of, at, (cases,), strict),)


def tangent_above(of: str, at: str) -> Cut:
    """The same where it is known that at < of."""
    return _below(of, at, (_down(of, at, False),), False)


def _down(of: str, at: str, strict: bool) -> Rise:
    return Rise(rf"\frac{{{NAME}}}{{{at}}}-\ln({NAME})", NAME, at, of, strict)


def _below(of: str, at: str, by: tuple[Rise | Split, ...], strict: bool) -> Cut:
    relation = "<" if strict else r"\leq"
    return Cut(rf"\ln({of}){relation}\ln({at})+\frac{{{of}-({at})}}{{{at}}}", by)
