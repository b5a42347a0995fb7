"""Declarations that contradict each other are refused; spellings and names are found."""

from __future__ import annotations

import pytest

from symcheck.errors import InputError
from symcheck.latex.notation import Function, Notation, Symbol
from symcheck.latex.parser import parse
from tests.latex.paper import written


def test_found_by_spelling_and_by_name() -> None:
    star = Symbol("n^*", "n*", "positive", "parameters", "profit-optimal model size")
    notation = Notation([star], [Function("t^{*}", "t*", (2,)), Function("f", "f_gamma", subscript=True)])
    assert notation.find(Symbol("{n^{*}}", "other").key).symbol is star  # type: ignore[union-attr]
    assert notation.symbol("n*") is star
    assert notation.symbol("t*") is None
    assert notation.function("t*") is not None
    assert notation.is_family("f_gamma")
    assert not notation.is_family("t*")


@pytest.mark.parametrize(
    ("symbols", "functions", "reason"),
    [
        ([("n^*", "n*"), ("{n^{*}}", "m")], [], "two symbols are written alike"),
        ([("n", "n"), ("m", "n")], [], "two symbols are named alike"),
        ([], [("f", "f", (1,)), ("f", "g", (2,))], "two functions are written alike"),
        ([], [("f", "f", (1,)), ("g", "f", (1,))], "two functions are named alike"),
        ([(r"f^{\prime}", "f'")], [("f", "f", (1,))], "is a symbol and the derivative of a declared function"),
    ],
)
def test_conflicts(
    symbols: list[tuple[str, str]], functions: list[tuple[str, str, tuple[int, ...]]], reason: str
) -> None:
    with pytest.raises(InputError, match=reason):
        Notation([Symbol(*s) for s in symbols], [Function(*f) for f in functions])


@pytest.mark.parametrize(
    ("latex", "name", "reason"),
    [
        ("n", "2n", "'2n' is not a name"),
        ("n", "", "'' is not a name"),
        ("nm", "n", "more than one symbol"),
        ("{n^*}^*", "n", "more than one symbol"),
        (r"\frac{a}{b}", "n", "expected a symbol"),
        (r"\mathrm{d}", "n", "expected a symbol"),
        ("2", "n", "expected a symbol"),
        ("n^", "n", "expected a script"),
        ("n_{a", "n", "never closed"),
        ("", "n", "expected a symbol"),
        ("é", "n", "unknown character"),
    ],
)
def test_bad_declarations(latex: str, name: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        Symbol(latex, name)


def test_bad_domain_arity_and_family() -> None:
    with pytest.raises(InputError, match="domain 'integer'"):
        Symbol("n", "n", "integer")
    with pytest.raises(InputError, match="numbers of arguments"):
        Function("f", "f", ())
    with pytest.raises(InputError, match="numbers of arguments"):
        Function("f", "f", (0,))
    with pytest.raises(InputError, match="without its subscript"):
        Function("f_{0}", "f", subscript=True)


def test_extend_refuses_and_scoped_replaces() -> None:
    notation = Notation([Symbol("n", "n"), Symbol("F", "F")], [Function("q", "q", (2,))])
    with pytest.raises(InputError, match="two symbols are written alike"):
        notation.extend([Symbol("n", "m")])
    wider = notation.extend([Symbol("m", "m")])
    assert wider.symbol("m")
    assert notation.symbol("m") is None
    local = notation.scoped([Symbol("n", "size")], [Function("q", "quality")])
    assert local.symbol("n") is None
    assert written(parse("Fq(n)", local).term()) == "(mul F (call:quality size))"


def test_nothing_undeclared() -> None:
    with pytest.raises(InputError, match="undeclared symbol 'n'"):
        parse("n", Notation())
