"""The Typst of every kind of tree is what Typst takes."""

from __future__ import annotations

import pytest
import typst

from symcheck.kernel.term import ARITY, Term, call, deriv, num, power, sym, walk
from symcheck.latex.markup import PIECES
from symcheck.latex.notation import Function, Notation, Symbol
from symcheck.latex.parser import parse
from symcheck.latex.printer import LatexMarkup
from symcheck.latex.tree import SURFACE
from symcheck.latex.typst import TypstMarkup, to_typst
from symcheck.latex.writer import APPLIED
from tests.latex.paper import SAMPLES
from tests.latex.paper_notation import NOTATION
from tests.latex.test_parser import TREES

WRITTEN = [
    (r"{n^{*}}^{-\alpha\gamma-2}", "(n^(*))^(- alpha gamma - 2)"),
    (r"\frac{a}{n^{\alpha}}", "frac(a, n^(alpha))"),
    (r"C^{*}_{\operatorname{train}}\approx.5", 'C_("train")^(*) approx .5'),
    (r"\operatorname{MRTS}", 'op("MRTS")'),
    (r"\hat{C}_{\operatorname{train}}", 'hat(C)_("train")'),
    (r"c_{\inf}", 'c_("inf")'),
    (r"f_{\gamma}(q)", "f_(gamma) (q)"),
    (r"\pi^{\prime}(n)", "pi^(prime) (n)"),
    (r"\int_{0}^{q}x\,\mathrm{d}x", "integral_(0)^(q) x dif x"),
    (r"a\underbrace{-b}_{T_{2}}", 'a underbrace(class("binary", -) b, T_(2))'),
    (r"n^{\alpha/\beta}", "n^(alpha slash beta)"),
]


def compiled(*sources: str) -> bytes:
    """The equations set by Typst."""
    page = "#set page(height: auto)\n" + "\n\n".join(f"$ {source} $" for source in sources)
    return bytes(typst.compile(page.encode(), format="pdf"))


@pytest.mark.parametrize(("latex", "expected"), WRITTEN)
def test_written(latex: str, expected: str) -> None:
    formula = parse(latex, NOTATION)
    assert to_typst(formula, NOTATION) == expected


def test_paper_compiles() -> None:
    formulas = [parse(s.latex, NOTATION) for s in SAMPLES]
    lines = [to_typst(f, NOTATION) for f in formulas] + [to_typst(f, NOTATION, rows=True) for f in formulas]
    assert compiled(*lines).startswith(b"%PDF")


def test_every_head_compiles() -> None:
    terms = [parse(latex, NOTATION).term() for latex, _ in TREES]
    n = sym("n")
    terms += [deriv(call("pi", n), "n", n), deriv(call("pi", n), "n", sym("n*")), power(sym("K1"), num("3/4"))]
    x = sym("x")
    terms += [Term(head, (x,)) for head in APPLIED] + [
        Term("pi"),
        Term("euler"),
        Term("floor", (x,)),
        Term("limit", (x,), "x"),
    ]
    terms += [Term("sum", (x, num(1), n), "x")]
    heads = {s.head for term in terms for s in walk(term)}
    assert SURFACE - {"tuple", "argmax"} | ARITY.keys() - {"sup"} <= heads
    assert compiled(*(to_typst(term, NOTATION) for term in terms)).startswith(b"%PDF")


def test_templates_are_complete() -> None:
    for markup in (LatexMarkup, TypstMarkup):
        assert set(markup.templates) == PIECES


def test_override() -> None:
    notation = Notation([Symbol(r"\ell", "ell", typst="cal(L)")], [Function("q", "q", typst="bold(q)")])
    assert to_typst(call("q", sym("ell")), notation) == "bold(q) (cal(L))"
