"""Each edit changes one place of one formula, and what it makes can be printed and read."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest

from derivations.profit_optimal import PAPER
from symcheck.edits import KINDS, TURNED, formula_edits, term_edits
from symcheck.kernel.term import Term, walk
from symcheck.latex.parser import parse
from symcheck.latex.printer import to_latex
from symcheck.latex.tree import Chain, Formula
from symcheck.obligations import Book
from tests.latex.paper_notation import NOTATION

REACHES = [
    "limit", "digit", "sign", "exponent", "factor", "quotient", "symbol", "choice", "calculus", "whole", "exchange",
]  # fmt: skip
BOOK = Book(PAPER)
STEP = 7  # of the edits of a formula every seventh is printed and read back
EQUATIONS = [label for label in BOOK.order() if BOOK.formula(label) is not None]

# formula, kind, what comes of it
EXAMPLES = [
    ("x=n+d", "sign", ["-n+d", "n-d"]),
    ("x=n-d", "sign", ["-n-d", "n+d", "n+d"]),
    ("x=-n", "sign", ["n"]),
    ("x=n^{a}", "exponent", ["n^{-a}", "n^{a+1}", "n^{a-1}"]),
    ("x=n^{-a}", "exponent", ["n^{a}", "n^{-a+1}", "n^{-a-1}"]),
    ("x=n^{3}", "exponent", ["n^{-3}", "n^{4}", "n^{2}"]),
    ("x=n^{2}", "exponent", ["n^{-2}", "n^{3}", "n"]),
    ("x=n^{-2}", "exponent", ["n^{2}", "n^{-1}", "n^{-3}"]),
    ("x=n^{-1}", "exponent", ["n^{1}", "n^{-2}"]),
    ("x=n^{-a-2}", "exponent", ["n^{-(-a-2)}", "n^{-a-1}", "n^{-a-3}"]),
    ("x=n^{a-1}", "exponent", ["n^{-(a-1)}", "n^{a}", "n^{a-2}"]),
    ("x=nda", "factor", ["da", "na", "nd"]),
    ("x=n+d", "factor", ["2n+d", "n+2d", "d", "n"]),
    ("x=-3n+d", "factor", ["-6n+d", "-3n+2d", "d", "-3n", "-n+d", "-3+d"]),
    (r"x=\frac{n}{d}", "quotient", [r"\frac{d}{n}", "nd"]),
    (r"x=\frac{1}{d}", "quotient", [r"\frac{d}{1}", "d"]),
    (r"x=\frac{n}{d}", "factor", ["n"]),
    (r"x=nd", "quotient", [r"\frac{d}{n}", r"\frac{n}{d}"]),
    ("x=n", "symbol", ["x"]),
    ("x=5", "digit", ["6", "4"]),
    ("x=0", "digit", ["1"]),
    ("x=.79", "digit", [".70", ".78", ".89"]),
    (r"x=\min\{n,d\}", "choice", [r"\max\{n,d\}"]),
    (r"x=f^{\prime}(n)", "calculus", [r"f^{\prime\prime}(n)", "f(n)"]),
    (r"x=(f\circ q)(n)", "calculus", [r"(q\circ f)(n)"]),
    ("x=nd", "whole", ["-nd", "2nd", r"\frac{nd}{2}"]),
    ("x=-n", "whole", ["-2n", r"\frac{-n}{2}"]),
    ("x=n+d", "whole", []),
    ("x=.79", "whole", []),
    ("x=n^{a}d-n", "exchange", ["n^{d}a-n", "a^{n}d-a", "d^{a}n-d"]),
]


def edits(latex: str, kind: str) -> list[Term]:
    return [f.parts[0].terms[1] for _, f in formula_edits(parse(latex, NOTATION), [kind])]


@pytest.mark.parametrize(("latex", "kind", "expected"), EXAMPLES)
def test_what_each_kind_does(latex: str, kind: str, expected: list[str]) -> None:
    assert edits(latex, kind) == [parse(f"x={e}", NOTATION).parts[0].terms[1] for e in expected]


def test_limits() -> None:
    found = edits(r"x=\int_{1}^{n}x\,\mathrm{d}x", "limit")
    ends = [(t.args[1].value or t.args[1].name, t.args[2].value or t.args[2].name) for t in found]
    assert ends == [("", "n"), (2, "n"), ("n", 1)]


def test_every_kind_is_in_the_table_and_has_an_example() -> None:
    assert list(KINDS) == REACHES
    assert {kind for _, kind, _ in EXAMPLES} | {"limit"} == set(KINDS)
    assert all(TURNED[TURNED[relation]] == relation for relation in TURNED)


@pytest.mark.parametrize("relation", ["<", ">", r"\leq", r"\geq"])
def test_a_relation_is_turned_round(relation: str) -> None:
    formula = parse(f"x{relation} 0", NOTATION)
    found = [f for what, f in formula_edits(formula) if what == "relation turned round"]
    assert [f.parts[0].relations[0] for f in found] == [TURNED[formula.parts[0].relations[0]]]
    assert found[0].parts[0].terms == formula.parts[0].terms


def test_what_is_defined_is_left_alone() -> None:
    formula = parse("x+n=n", NOTATION)
    assert all(f.parts[0].terms[0] == formula.parts[0].terms[0] for _, f in formula_edits(formula))
    assert any(f.parts[0].terms[0] != formula.parts[0].terms[0] for _, f in formula_edits(formula, first=0))


def test_an_expression_is_edited_as_a_whole() -> None:
    assert [to_latex(f, NOTATION) for _, f in formula_edits(parse("n+d", NOTATION), ["sign"])] == ["-n+d", "n-d"]


def test_bound_symbols_are_no_candidates_and_others_can_be_given() -> None:
    names = {t.name for _, t in term_edits(parse(r"\int_{0}^{n}x\,\mathrm{d}x", NOTATION).term(), ["symbol"])}
    assert names == {"x"}  # the integral's own variable: nothing was replaced
    found = [f for _, f in formula_edits(parse("x=n", NOTATION), ["symbol"], symbols=["a"])]
    assert sorted(f.parts[0].terms[1].name for f in found) == ["a", "x"]


def nodes(term: Term) -> Counter[tuple[str, str, object]]:
    """The nodes of a term without their order."""
    return Counter((t.head, t.name, t.value) for t in walk(term))


def is_small(before: Term, after: Term, new: int) -> bool:
    """Whether the difference lies below one node, and at most so many nodes are new."""
    changed = [(b, a) for b, a in zip(before.args, after.args, strict=False) if b != a]
    if (before.head, len(before.args)) == (after.head, len(after.args)) and len(changed) == 1:
        return is_small(*changed[0], new)
    return (nodes(after) - nodes(before)).total() <= new


def shape(term: Term) -> list[tuple[str, object]]:
    """The nodes of a term in order, all symbols alike."""
    return [(t.head, t.value if t.head == "sym" else (t.name, t.value)) for t in walk(term)]


@pytest.mark.parametrize("label", EQUATIONS)
def test_every_edit_of_the_paper_changes_one_place(label: str) -> None:
    formula = BOOK.formula(label)
    assert formula is not None
    seen: Counter[str] = Counter()
    for what, changed in formula_edits(formula):
        seen[what] += 1
        assert changed != formula, what
        assert changed.connectives == formula.connectives
        parts = [(b, a) for b, a in zip(formula.parts, changed.parts, strict=True) if b != a]
        assert len(parts) == 1
        ((before, after),) = parts
        terms = [(b, a) for b, a in zip(before.terms, after.terms, strict=True) if b != a]
        turned = sum(b != a for b, a in zip(before.relations, after.relations, strict=True))
        assert len(terms) + turned == 1
        if " and " in what:
            assert all(shape(b) == shape(a) for b, a in terms), what
        else:
            new = 3 if what == "exponent one lower" else 2
            assert all(is_small(b, a, new) for b, a in terms), what
    assert seen


def read_back(formula: Formula, label: str) -> Formula:
    notation = BOOK.scopes[label].notation
    return parse(to_latex(formula, notation), notation)


@pytest.mark.parametrize("label", EQUATIONS)
def test_what_an_edit_makes_is_printed_and_read_back(label: str) -> None:
    formula = BOOK.formula(label)
    assert formula is not None
    for what, changed in islice(formula_edits(formula), 0, None, STEP):
        again = read_back(changed, label)
        assert read_back(again, label) == again, what
        assert [c.relations for c in again.parts] == [c.relations for c in changed.parts]


def test_a_chain_keeps_its_length() -> None:
    chain = Chain(tuple(parse(t, NOTATION).term() for t in ("x", "n+d", "d+n")), ("eq", "eq"))
    assert all(len(f.parts[0].terms) == 3 for _, f in formula_edits(Formula((chain,))))
