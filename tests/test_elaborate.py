r"""What printed notation is taken to mean: primes, partials, differentials, brackets, approximations, definitions."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symcheck.elaborate import Meaning, chain_links, differential, meaning_of
from symcheck.errors import InputError
from symcheck.kernel.facts import Fact
from symcheck.kernel.statement import Statement
from symcheck.kernel.term import Term, call, deriv, mul, num, power, sub, sym, walk
from symcheck.latex.parser import parse
from symcheck.latex.tree import SURFACE, Chain
from tests.latex.paper_notation import NOTATION

N, X, T, Q = sym("n"), sym("x"), sym("t"), sym("q")


def surface(latex: str) -> Term:
    return parse(latex, NOTATION).term()


def definitions(*texts: str, varying: tuple[str, ...] = ()) -> Meaning:
    chains = [parse(text, NOTATION).parts[0] for text in texts]
    return meaning_of([(chain.terms[0], chain.terms[1]) for chain in chains], varying)


def facts(latex: str, meaning: Meaning | None = None) -> list[Fact]:
    links = chain_links(parse(latex, NOTATION).parts[0])
    return [fact for link in links for fact in (meaning or Meaning()).facts(*link)]


def of_statement(meaning: Meaning, latex: str) -> Term:
    """The term as the kernel reads it, every definition replaced."""
    goal = Fact("eq", meaning.term(surface(latex)), num(0))
    return Statement(goal, definitions=meaning.definitions).unfolded().goal.left


@pytest.mark.parametrize(
    ("latex", "term"),
    [
        (".25", num(Fraction(1, 4))),
        (r"\sqrt{n}", power(N, num("1/2"))),
        (r"\underbrace{n}_{T_{1}}", N),
        (r"(f\circ q)(n)", call("f", call("q", N))),
        (r"f^{\prime}(n)", deriv(call("f", X), "x", N)),
        (r"f^{\prime}(x)", deriv(call("f", sym("x1")), "x1", X)),
        (r"f^{\prime\prime}(n)", deriv(deriv(call("f", X), "x", X), "x", N)),
        (r"f^{\prime}(q(n))", deriv(call("f", X), "x", call("q", N))),
        (r"(f\circ q)^{\prime}(n)", deriv(call("f", call("q", X)), "x", N)),
        (r"\frac{\partial n^{2}}{\partial n}", deriv(power(N, num(2)), "n", N)),
        (r"\partial n^{2}/\partial n", deriv(power(N, num(2)), "n", N)),
        (r"\frac{\partial f(n)}{\partial n}", deriv(call("f", N), "n", N)),
        (r"\frac{\partial\frac{\partial R(n,d,t)}{\partial t}}{\partial t}",
         deriv(deriv(call("R", N, sym("d"), T), "t", T), "t", T)),
        (r"\max_{t\geq 0}(1-t)", Term("sup", (sub(num(1), T), num(0)), "t")),
        (r"\int_{0}^{n}x\,\mathrm{d}x", Term("integral", (X, num(0), N), "x")),
        (r"x^{2}\bigg]_{x=1}^{n}", sub(power(N, num(2)), power(num(1), num(2)))),
    ],
)  # fmt: skip
def test_each_notation_has_one_meaning(latex: str, term: Term) -> None:
    assert Meaning().term(surface(latex)) == term


def test_no_surface_head_is_left() -> None:
    latex = r"\sqrt{\underbrace{.5}_{T_{1}}}+f^{\prime}(n)+(f\circ q)(n)+\frac{\partial n}{\partial n}"
    assert {t.head for t in walk(surface(latex))} >= {"sqrt", "label", "decimal", "prime", "composite", "partial"}
    assert not {t.head for t in walk(Meaning().term(surface(latex)))} & SURFACE


@pytest.mark.parametrize("latex", ["n,d=1", r"\operatorname*{argmax}_{n}n^{2}=1"])
def test_what_is_no_number_is_an_error(latex: str) -> None:
    with pytest.raises(InputError, match="is no number"):
        Meaning().term(parse(latex, NOTATION).parts[0].terms[0])


# -- partial derivatives in the place of a parameter -----------------------------------------------------------------

PROFIT = r"\pi(n,d,t)=nt^{2}+d"


def test_a_partial_is_taken_in_the_place_of_the_parameter() -> None:
    meaning = definitions(PROFIT)
    expected = deriv(call("pi", N, sym("d"), T), "t", sym("t*"))
    assert meaning.term(surface(r"\frac{\partial\pi(n,d,t^{*})}{\partial t}")) == expected


def test_a_partial_of_a_composition_is_taken_at_the_inner_value() -> None:
    meaning = definitions(r"f(q)=q^{2}", r"q(n,d)=nd")
    expected = deriv(call("f", Q), "q", call("q", N, sym("d")))
    assert meaning.term(surface(r"\frac{\partial f(q(n,d))}{\partial q}")) == expected


def test_a_partial_in_a_symbol_that_occurs_is_total_in_it() -> None:
    meaning = definitions(PROFIT)
    assert meaning.term(surface(r"\frac{\partial\pi(n,d,t)}{\partial t}")) == deriv(call("pi", N, sym("d"), T), "t", T)
    assert meaning.term(surface(r"\frac{\partial\pi(n,t,d)}{\partial t}")) == deriv(call("pi", N, T, sym("d")), "t", T)


def test_a_partial_of_a_function_without_that_parameter_is_as_written() -> None:
    assert definitions(PROFIT).term(surface(r"\frac{\partial\pi(n,d)}{\partial t}")).args[1] == T


# -- differentials -----------------------------------------------------------------------------------------------------


def test_a_differential_is_the_sum_over_what_varies() -> None:
    meaning = Meaning(varying=("n", "d"))
    total = meaning.term(surface(r"\mathrm{d}(nd)"))
    body = mul(N, sym("d"))
    parts = [mul(deriv(body, v, sym(v)), sym(differential(v))) for v in ("n", "d")]
    assert total == Term("add", tuple(parts))
    assert meaning.term(surface(r"\mathrm{d}n")) == sym("d'n")
    assert meaning.term(surface(r"\mathrm{d}(a+1)")) == num(0)


def test_a_differential_sees_through_definitions() -> None:
    meaning = definitions(r"F\triangleq n^{2}", varying=("n", "d"))
    assert meaning.term(surface(r"\mathrm{d}\ln(F)")).args[0].name == "n"


def test_the_differential_of_a_constant_symbol_is_an_error() -> None:
    with pytest.raises(InputError, match="differential of a, which is not among what varies"):
        Meaning(varying=("n",)).term(surface(r"\mathrm{d}a"))


# -- relations ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("n=d", [("eq", "n", "d")]),
        (r"n\triangleq d", [("eq", "n", "d")]),
        (r"n\neq d", [("ne", "n", "d")]),
        ("n<d", [("lt", "n", "d")]),
        ("n>d", [("lt", "d", "n")]),
        (r"n\leq d", [("le", "n", "d")]),
        (r"n\geq d", [("le", "d", "n")]),
        ("a<n<d", [("lt", "a", "n"), ("lt", "n", "d")]),
        ("n,d>a", [("lt", "a", "n"), ("lt", "a", "d")]),
    ],
)
def test_relations(latex: str, expected: list[tuple[str, str, str]]) -> None:
    assert facts(latex) == [Fact(rel, sym(left), sym(right)) for rel, left, right in expected]


@pytest.mark.parametrize(
    ("printed", "half"), [("3", "1/2"), ("3.0", "1/20"), (".76", "1/200"), (".760", "1/2000"), ("12.50", "1/200")]
)
def test_approximately_is_within_half_a_unit_of_the_last_digit_printed(printed: str, half: str) -> None:
    value = num(Fraction(printed))
    low, high = Fact("le", sub(value, num(half)), N), Fact("le", N, Term("add", (value, num(half))))
    assert facts(rf"n\approx {printed}") == [low, high]


@pytest.mark.parametrize("latex", [r"n\approx d", r".5\approx n", r"n\propto d", r"n\lesssim d"])
def test_a_relation_without_formal_meaning_is_an_error(latex: str) -> None:
    with pytest.raises(InputError, match="has no formal meaning"):
        facts(latex)


def test_approximately_a_negative_number() -> None:
    low, high = facts(r"n\approx -.25")
    assert low.left.args[1].args[0] == num("1/200")
    assert (low.right, high.left) == (N, N)


def test_links_of_a_chain_and_of_a_list() -> None:
    links = chain_links(parse("n,d=a<b", NOTATION).parts[0])
    assert links == [("eq", N, sym("a")), ("eq", sym("d"), sym("a")), ("lt", sym("a"), sym("b"))]
    assert chain_links(Chain((N,))) == []


# -- definitions -------------------------------------------------------------------------------------------------------


def test_definitions_are_ordered_so_that_each_uses_earlier_ones() -> None:
    meaning = definitions("R=p+n", "p=a+x", "x=d+1")
    assert [d.name for d in meaning.definitions] == ["x", "p", "R"]
    assert of_statement(meaning, "R") == of_statement(Meaning(), "(a+(d+1))+n")


@pytest.mark.parametrize(
    "texts", [("x=p", "p=x"), ("f(x)=q(x)", "q(n)=f(n)+1"), ("f(x)=f(x)+1",), ("p=R", "R=C", "C=p")]
)
def test_circular_definitions_are_an_error(texts: tuple[str, ...]) -> None:
    with pytest.raises(InputError, match="circular"):
        definitions(*texts)


def test_a_quantity_defined_by_itself_is_circular() -> None:
    with pytest.raises(InputError, match="circular"):
        definitions("x=x^{2}")


@pytest.mark.parametrize("texts", [("x=1", "x=2"), ("f(x)=1", "f(n)=2"), ("q(n,d)=n", "q(d,n)=d")])
def test_a_second_definition_is_an_error(texts: tuple[str, ...]) -> None:
    with pytest.raises(InputError, match="defined twice"):
        definitions(*texts)


def test_functions_of_other_arity_are_other_functions() -> None:
    meaning = definitions("q(n,d)=nd", "q(n)=q(n,a)", "q=3")
    assert of_statement(meaning, "q(n)+q") == of_statement(Meaning(), "na+3")


@pytest.mark.parametrize("text", ["n+d=1", "q(n,n)=1", "f(2)=1", "q(n,n+1)=1", "2=n"])
def test_only_a_symbol_or_a_function_of_distinct_symbols_is_defined(text: str) -> None:
    with pytest.raises(InputError, match="has a symbol, or a function of distinct symbols, on its left"):
        definitions(text)


def test_a_defined_symbol_stands_for_its_definition_but_not_where_it_is_bound() -> None:
    meaning = definitions("x=n^{2}")
    assert meaning.term(surface("x")) == call("x")
    assert meaning.term(surface(r"\int_{0}^{x}x\,\mathrm{d}x")) == Term("integral", (X, num(0), call("x")), "x")
    assert meaning.term(surface(r"\max_{x\geq 0}x")) == Term("sup", (X, num(0)), "x")
    with pytest.raises(InputError, match="a derivative in x, which stands for something else"):
        meaning.term(surface(r"\frac{\partial x}{\partial x}"))


def test_a_parameter_hides_a_quantity_of_the_same_name() -> None:
    meaning = definitions("x=5", "f(x)=x+1")
    assert of_statement(meaning, "f(n)") == of_statement(Meaning(), "n+1")
    assert of_statement(meaning, "f(x)") == of_statement(Meaning(), "5+1")


def test_an_argument_is_not_captured_by_a_binder_of_the_definition() -> None:
    meaning = definitions(r"f(q)=\int_{0}^{1}qx\,\mathrm{d}x")
    opened = of_statement(meaning, "f(x)")
    assert opened.name != "x"
    assert opened.args[0] == mul(X, sym(opened.name))


@pytest.mark.parametrize("latex", [r"f^{\prime}(n)", r"(f\circ q)^{\prime}(n)"])
def test_a_prime_does_not_capture_a_free_symbol_of_the_definition(latex: str) -> None:
    opened = of_statement(definitions("f(q)=xq", "q(n)=n"), latex)
    assert opened.name != "x"


@pytest.mark.parametrize(("text", "latex"), [(r"F\triangleq n^{2}", "F"), ("f(q)=n^{2}q", "f(1)")])
def test_an_evaluation_bar_reaches_into_definitions(text: str, latex: str) -> None:
    opened = of_statement(definitions(text), rf"{latex}\bigg]_{{n=0}}^{{1}}")
    assert opened.args[0] != opened.args[1].args[0]


@pytest.mark.parametrize("latex", [r"(nd)^{\prime}", r"2^{\prime}"])
def test_a_prime_on_what_is_no_function_is_an_error(latex: str) -> None:
    with pytest.raises(InputError):
        Meaning().term(surface(latex))
