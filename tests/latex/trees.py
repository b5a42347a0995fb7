"""Random trees of every kind the reader can produce."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from symcheck.kernel.term import Term, call, num, sym
from symcheck.latex.tree import RELATIONS, Chain, Formula, decimal
from tests.latex.paper_notation import NOTATION

NAMES = st.sampled_from([s.name for s in NOTATION.symbols])
CALLS = [(f.name, n + f.subscript) for f in NOTATION.functions for n in f.arity]
UNARY = [f.name for f in NOTATION.functions if 1 in f.arity and not f.subscript]
ATOMS = st.one_of(
    NAMES.map(sym),
    st.integers(0, 10**12).map(num),
    st.sampled_from([".7622", "0.30", "1.37", "0.0", "12.50"]).map(decimal),
)
LABELS = st.sampled_from(["T_{1}", "T_{5}", r"\text{cost of it}"])
NAMELESS = st.just("")
Terms = st.SearchStrategy[Term]


def node(head: str, *args: Terms, name: st.SearchStrategy[str] = NAMELESS) -> Terms:
    """Nodes of one head with a fixed number of arguments."""
    return st.builds(lambda a, n: Term(head, a, n), st.tuples(*args), name)


def flat(head: str, terms: Terms) -> Terms:
    """Nodes with two or more arguments."""
    return st.lists(terms, min_size=2, max_size=4).map(lambda a: Term(head, tuple(a)))


def calls(terms: Terms) -> Terms:
    """Calls of declared functions, derivatives and compositions."""
    plain = st.one_of([st.tuples(*[terms] * n).map(lambda a, f=name: call(f, *a)) for name, n in CALLS])
    single = st.one_of(
        node("call", terms, name=st.sampled_from(UNARY)), node("call", terms, terms, name=st.just("f_gamma"))
    )
    composite = node("composite", terms, name=st.lists(st.sampled_from(UNARY), min_size=2, max_size=3).map(" ".join))
    prime = node("prime", single | composite, name=st.sampled_from(["1", "2", "3"]))
    return plain | composite | prime


def extend(terms: Terms) -> Terms:
    """Trees one level above ``terms``."""
    unary = [node(head, terms) for head in ("neg", "sqrt", "abs", "log", "exp", "differential")]
    argmax = node("argmax", terms, name=st.lists(NAMES, min_size=1, max_size=3).map(" ".join))
    return st.one_of(
        *unary,
        *[flat(head, terms) for head in ("add", "mul", "min", "max")],
        node("div", terms, terms),
        node("pow", terms, terms),
        node("label", terms, name=LABELS),
        node("partial", terms, name=NAMES),
        node("maxover", terms, terms, name=NAMES),
        node("bracket", terms, terms, terms, name=NAMES),
        node("integral", terms, terms, terms, name=NAMES),
        argmax,
        calls(terms),
    )


TERMS = st.recursive(ATOMS, extend, max_leaves=12)
NO_NUMBERS: Callable[[Term], bool] = lambda term: term.head not in ("num", "decimal")  # noqa: E731
LISTS = st.lists(TERMS.filter(NO_NUMBERS), min_size=2, max_size=3).map(lambda a: Term("tuple", tuple(a)))


@st.composite
def chains(draw: st.DrawFn) -> Chain:
    """Chains with one relation or more."""
    relations = draw(st.lists(st.sampled_from(sorted(RELATIONS)), min_size=1, max_size=3))
    terms = draw(st.tuples(TERMS | LISTS, *[TERMS] * len(relations)))
    return Chain(terms, tuple(relations))


@st.composite
def formulas(draw: st.DrawFn) -> Formula:
    """Formulas with one chain or more."""
    connectives = draw(st.lists(st.sampled_from(["implies", "iff", "and", "subject"]), max_size=2))
    parts = draw(st.tuples(*[chains()] * (len(connectives) + 1)))
    return Formula(parts, tuple(connectives))
