"""Hints for bounds on the logarithm."""

from __future__ import annotations

from symcheck import Cut, Rise, Split


def tangent(of: str, at: str = "e", name: str = "D", strict: bool = False) -> tuple[Cut, ...]:
    """ln(of) <= ln(at) + (of - at)/at, for positive ``of``; ``strict``: <, where it is known that of != at.

    ``name`` must be used nowhere else.
    """
    up = Rise(rf"\ln({name})-\frac{{{name}}}{{{at}}}", name, of, at, strict)
    down = Rise(rf"\frac{{{name}}}{{{at}}}-\ln({name})", name, at, of, strict)
    cases = Split(of, at, less=(up,), equal=() if strict else (up,), more=(down,))
    relation = "<" if strict else r"\leq"
    return (Cut(rf"\ln({of}){relation}\ln({at})+\frac{{{of}-({at})}}{{{at}}}", (cases,)),)
