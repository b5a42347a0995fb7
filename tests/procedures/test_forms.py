"""Terms read back from normal forms have those normal forms; antiderivatives have the integrand as derivative."""

from __future__ import annotations

import pytest

from symcheck.kernel.context import Context
from symcheck.kernel.facts import Fact
from symcheck.kernel.rules import RULES
from symcheck.kernel.step import Proof
from symcheck.kernel.term import ONE, ZERO, Term, sym
from symcheck.latex.parser import parse
from symcheck.procedures.antiderivative import antiderivatives
from symcheck.procedures.builder import Builder
from symcheck.procedures.forms import factored, quotient, term_of
from tests.latex.paper_notation import NOTATION

POSITIVE = tuple(Fact("lt", ZERO, sym(name)) for name in ("n", "d", "a", "x"))


def term(latex: str) -> Term:
    return parse(latex, NOTATION).term()


def positive() -> Context:
    context = Context()
    context.assume(POSITIVE)
    return context


@pytest.mark.parametrize(
    "latex",
    [
        "n+d", "2nd-3", r"\frac{n}{d}", "n^{a}", "n^{-2}", "n^{2a}d", r"\ln n", r"a\ln(nd)", "2^{a}", "(n+d)^{a}", "-n",
        r"\frac{n+1}{d+2}",
    ],
)  # fmt: skip
def test_a_term_is_read_back(latex: str) -> None:
    context, whole = positive(), term(latex)
    found = term_of(context, context.normal(whole))
    assert found is not None
    assert context.equal(found, whole)


def test_what_has_no_term_is_not_read_back() -> None:
    context = Context()
    assert term_of(context, context.normal(term(r"\ln(x)"))) is None
    assert term_of(context, context.normal(term("q(n,d)"))) is None


def test_a_quotient_and_a_factored_sum() -> None:
    context = positive()
    half = quotient(context, context.normal(term("nd+n")), context.normal(term("2d+2")))
    assert half is not None
    assert context.equal(half, term(r"\frac{n}{2}"))
    product = factored(context, term("n^{2}d+n"))
    assert product is not None
    assert product.head == "mul"
    assert context.equal(product, term("n^{2}d+n"))
    assert factored(context, term("n+d")) is None


@pytest.mark.parametrize(
    "latex", ["x", "x^{2}", "x^{-1}", r"\frac{1}{x}", "x^{a}", r"\frac{1}{x^{1+a}}", r"\ln(x)", "x^{2}+ax"]
)
def test_one_of_the_antiderivatives_is_right(latex: str) -> None:
    found = []
    for candidate in antiderivatives(term(latex), "x"):
        builder = Builder({}, {}, (*POSITIVE, Fact("ne", sym("a"), ONE)))
        claim = Fact("eq", Term("deriv", (candidate, sym("x")), "x"), term(latex))
        found.append(builder.step(claim, "derivative"))
    assert any(found)


def test_an_integrand_without_elementary_antiderivative_gives_none_or_stops() -> None:
    assert list(antiderivatives(term("q(x,n)"), "x")) == []


def test_a_step_that_the_kernel_rejects_is_not_kept() -> None:
    builder = Builder({}, {}, POSITIVE)
    assert not builder.combine(Fact("lt", sym("n"), ZERO))
    assert builder.combine(Fact("lt", ZERO, term("n+d")))
    assert not builder.enclose(Fact("lt", term("2"), term("1")))
    last = Fact("lt", term("1"), term("2^{1/2}"))
    assert builder.enclose(last)
    assert [step["by"] for step in builder.steps] == ["combine", "enclose"]
    assert Proof(RULES, {}, {}).run(builder.steps, positive()) == last


def test_a_child_knows_its_parents_facts_but_not_the_reverse() -> None:
    builder = Builder({}, {}, POSITIVE)
    child = builder.child([Fact("lt", sym("n"), sym("d"))])
    assert child.holds(Fact("lt", ZERO, sym("n")))
    assert child.holds(Fact("lt", sym("n"), sym("d")))
    assert not builder.holds(Fact("lt", sym("n"), sym("d")))
    assert child.index(Fact("lt", sym("n"), sym("d"))) == len(POSITIVE)
    assert child.given == (*POSITIVE, Fact("lt", sym("n"), sym("d")))


def test_what_is_missing_for_a_term_to_be_defined() -> None:
    builder = Builder({"f": 0}, {}, POSITIVE)
    assert builder.defined(term(r"\frac{1}{n}+\ln d+f(x)")) == []
    assert len(builder.defined(term(r"\frac{1}{n-d}"), term(r"\ln(n-d)"), term("q(n,d)"))) == 3
