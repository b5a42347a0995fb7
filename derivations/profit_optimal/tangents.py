"""Hints for bounds on the logarithm by its tangents."""

from __future__ import annotations

from symcheck import Cut, Law, Rise, Split


def tangent(of: str, at: str = "e") -> Cut:
    """ln(of) <= ln(at) + (of - at)/at, for positive ``of`` and ``at``."""
    law = Law("log tangent", {"x": rf"\frac{{{of}}}{{{at}}}"})
    return Cut(rf"\ln({of})\leq\ln({at})+\frac{{{of}-({at})}}{{{at}}}", (law,))


def strict_tangent(of: str, at: str = "e", name: str = "D") -> Cut:
    """The same with <, where it is known that of != at; ``name`` must be used nowhere else."""
    up = Rise(rf"\ln({name})-\frac{{{name}}}{{{at}}}", name, of, at, strict=True)
    down = Rise(rf"\frac{{{name}}}{{{at}}}-\ln({name})", name, at, of, strict=True)
    cases = Split(of, at, less=(up,), more=(down,))
    return Cut(rf"\ln({of})<\ln({at})+\frac{{{of}-({at})}}{{{at}}}", (cases,))


def below_itself(of: str) -> Split:
    """ln(of) <= of, for positive ``of``."""
    return Split(of, "1", less=(Rise(r"\ln(x)-x", "x", of, "1"),), more=(Rise(r"x-\ln(x)", "x", "1", of),))
