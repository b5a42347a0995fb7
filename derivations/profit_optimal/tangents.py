"""Hints for bounds on the logarithm by its tangents."""

from __future__ import annotations

from symcheck import Cut, Law, Rise, Split


def tangent(of: str, at: str = "e") -> Cut:
    """ln(of) <= ln(at) + (of - at)/at, for positive ``of`` and ``at``."""
    law = Law("log tangent", {"x": rf"\frac{{{of}}}{{{at}}}"})
    return Cut(rf"\ln({of})\leq\ln({at})+\frac{{{of}-({at})}}{{{at}}}", (law,))


def strict_tangent(of: str) -> Cut:
    """The same at e with <, where it is known that of != e."""
    up = Rise(r"\ln(D)-\frac{D}{e}", "D", of, "e", strict=True)
    down = Rise(r"\frac{D}{e}-\ln(D)", "D", "e", of, strict=True)
    cases = Split(of, "e", less=(up,), more=(down,))
    return Cut(rf"\ln({of})<\ln(e)+\frac{{{of}-(e)}}{{e}}", (cases,))


def below_itself(of: str) -> Split:
    """ln(of) <= of, for positive ``of``."""
    return Split(of, "1", less=(Rise(r"\ln(x)-x", "x", of, "1"),), more=(Rise(r"x-\ln(x)", "x", "1", of),))
