"""What is printed is read back as the same term."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symcheck.kernel.facts import Fact
from symcheck.kernel.term import ONE, Term, add, call, deriv, div, mul, neg, num, power, sym
from symcheck.plain.parser import expression
from symcheck.plain.printer import fact_text, relation_text, to_plain
from symcheck.plain.table import NAMED, named

NAMES = st.sampled_from(["x", "y", "alpha_1", "gamma"])
Terms = st.SearchStrategy[Term]
ATOMS: Terms = st.one_of(
    NAMES.map(sym),
    st.fractions(-20, 20, max_denominator=9).map(num),
    st.sampled_from([Term("exp", (ONE,)), Term("pi"), named("oo")]),
)


def is_number(term: Term) -> bool:
    return term.head == "num"


def extend(terms: Terms) -> Terms:
    """Terms one level above; numbers are joined by the parser, so that some shapes are never read."""
    some = st.lists(terms, min_size=2, max_size=4).map(tuple)
    return st.one_of(
        some.map(lambda a: add(*a)),
        some.filter(lambda a: not all(map(is_number, a))).map(lambda a: mul(*a)),
        st.tuples(terms, terms)
        .filter(lambda a: not (is_number(a[0]) and is_number(a[1]) and a[1].value))
        .map(lambda a: div(*a)),
        st.tuples(terms, terms).map(lambda a: power(*a)),
        terms.filter(lambda a: not is_number(a)).map(neg),
        terms.map(lambda a: Term("log", (a,))),
        terms.map(lambda a: Term("abs", (a,))),
        some.map(lambda a: Term("max", a)),
        terms.map(lambda a: named("tan", a)),
        st.tuples(terms, NAMES).map(lambda a: deriv(a[0], a[1], sym(a[1]))),
        st.tuples(terms, terms, terms, NAMES).map(lambda a: Term("integral", a[:3], a[3])),
        st.tuples(terms, terms, terms, NAMES).map(lambda a: Term("sum", a[:3], a[3])),
        st.tuples(terms, NAMES.map(sym), terms, st.sampled_from([-1, 0, 1]).map(num)).map(
            lambda a: Term(NAMED, a, "Limit")
        ),
    )


@given(st.recursive(ATOMS, extend, max_leaves=10))
def test_round_trip(term: Term) -> None:
    assert expression(to_plain(term)) == term


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x**(1/2)", "sqrt(x)"),
        ("exp(1)**x", "E**x"),
        ("x - 2 - y", "x - 2 - y"),
        ("x**(y+1)", "x**(y + 1)"),
        ("-(x*y)", "-(x*y)"),
        ("x/(y*z)", "x/(y*z)"),
        ("(x/y)**2", "(x/y)**2"),
        ("log(x, 2)", "log(x)/log(2)"),
    ],
)
def test_as_a_person_would_write_it(text: str, shown: str) -> None:
    assert to_plain(expression(text)) == shown


def test_what_has_no_plain_syntax_is_shown_all_the_same() -> None:
    x = sym("x")
    assert to_plain(deriv(x, "x", num(1))) == "Subs(Derivative(x, x), x, 1)"
    assert to_plain(Term("sup", (x, num(0)), "x")) == "Maximum(x, (x, 0))"
    assert to_plain(call("f", x, ONE)) == "f(x, 1)"


def test_relations() -> None:
    x = sym("x")
    assert fact_text(Fact("le", num(0), x)) == "0 <= x"
    assert relation_text("gt", x, ONE) == "x > 1"
    assert relation_text("~", x, ONE) == "x ~ 1"
