"""From claims to sequents: roles, premises, definitions by label, relevance, and errors with file and line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from symcheck.claim import Claim, Scope
from symcheck.errors import InputError
from symcheck.kernel.term import num, sym
from symcheck.obligations import Book, Obligation
from tests.small import book, decide, outcomes, scope

OPEN = scope()


def small(folder: Path, formulas: Mapping[str, str], claims: Sequence[Claim], where: Scope = OPEN) -> Book:
    return book(folder, formulas, (where, claims))


def owed(folder: Path, formula: str, where: Scope = OPEN, **claim: object) -> list[Obligation]:
    label = "eq:a" if claim.get("says") is None else "text:a"
    return small(folder, {label: formula}, [Claim(label, **claim)], where).owed(label)  # type: ignore[arg-type]


def sequents(obligations: Sequence[Obligation]) -> list[str]:
    """Each obligation as ``given, given |- goal``."""
    return [
        f"{', '.join(map(str, o.statement.given))} |- {o.statement.goal!s}".lstrip() for o in obligations
    ]  # fmt: skip


# -- links, roles, premises --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("formula", "roles", "expected"),
    [
        ("x=n=d", {}, ["|- x = n", "|- n = d"]),
        ("x=n<d", {0: "definition"}, ["|- n < d", "|- n = n"]),
        ("x=n", {0: "definition"}, ["|- n = n"]),
        ("x=n", {0: "premise"}, []),
        ("n,d>x", {}, ["|- x < n", "|- x < d"]),
        (r"x=n,\quad n=d", {}, ["|- x = n", "|- n = d"]),
        (r"x=n,\quad n=d", {0: "premise"}, ["|- n = d"]),
        (r"x=n\implies n=d", {0: "premise"}, ["x = n |- n = d"]),
        (r"x=n=a\implies n=d", {0: "premise"}, ["|- n = a", "x = n |- n = d"]),
        (r"x=n\iff n=d", {0: "premise"}, ["n = d |- x = n", "x = n |- n = d"]),
        (r"x=n=a\iff n=d", {0: "premise"}, ["|- n = a", "n = d |- x = n", "x = n |- n = d"]),
        (r"n,d>x\implies n=d", {0: "premise", 1: "premise"}, ["x < n, x < d |- n = d"]),
    ],
)
def test_links_are_owed_by_their_roles(
    tmp_path: Path, formula: str, roles: dict[int, str], expected: list[str]
) -> None:
    assert sorted(sequents(owed(tmp_path, formula, roles=roles))) == sorted(expected)


def test_an_approximation_owes_two_facts(tmp_path: Path) -> None:
    found = owed(tmp_path, r"x\approx .50")
    assert [o.name for o in found] == ["a_1a", "a_1b"]
    assert found[0].statement.goal.right == found[1].statement.goal.left
    assert found[0].statement.goal.left.args[1].args[0] == num("1/200")


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ("x=n", ["|- x = n"]),
        ("x=n=d", ["|- x = n", "|- n = d"]),
        (r"x=n\implies n=d", ["x = n |- n = d"]),
        (r"x=n\implies n=d,\quad x=d", ["x = n |- n = d", "x = n |- x = d"]),
        (r"x=n\implies n=d\implies x=d", ["x = n |- n = d", "x = n, n = d |- x = d"]),
        (r"x=n\iff n=d", ["n = d |- x = n", "x = n |- n = d"]),
        (r"x=n,\quad n=d\implies x=d", ["x = n, n = d |- x = d"]),
        (r"x=n=d\implies x=d", ["x = n, n = d |- x = d"]),
    ],
)
def test_what_is_said_is_owed(tmp_path: Path, says: str, expected: list[str]) -> None:
    found = owed(tmp_path, "words", says=(says,))
    assert sequents(found) == expected
    assert {o.role for o in found} == {"says"}


def test_names_of_obligations(tmp_path: Path) -> None:
    made = small(tmp_path, {"eq:a": "x=n=d"}, [Claim("eq:a", says=("x=d", r"x\approx .5", "x=n=d"))])
    expected = ["a_1", "a_2", "a_says_1", "a_says_2a", "a_says_2b", "a_says_3", "a_says_3_2"]
    assert [o.name for o in made.owed("eq:a")] == expected


def test_names_of_obligations_are_unique(tmp_path: Path) -> None:
    claims = [Claim("eq:a", says=("x=x",)), Claim("eq:a-says", roles={}), Claim("eq:a-says-1", says=("x=x=x",))]
    formulas = {"eq:a": r"x\approx .5", "eq:a-says": "x=x=x", "eq:a-says-1": "x=x"}
    made = small(tmp_path / "1", formulas, claims)
    names = [o.name for label in made.order() for o in made.owed(label)]
    assert len(set(names)) == len(names)
    with pytest.raises(InputError, match="a second claim about a"):
        small(tmp_path / "2", {"eq:a": "x=x", "text:a": "words"}, [Claim("eq:a"), Claim("text:a", says=("x=x",))])


def test_unless_adds_conditions(tmp_path: Path) -> None:
    made = small(tmp_path, {"eq:a": "x=n"}, [Claim("eq:a", given=("x>0",), unless=("n>0",))])
    assert sequents(made.owed("eq:a")) == ["0 < x |- x = n"]
    assert sequents(made.owed("eq:a", unless=True)) == ["0 < x, 0 < n |- x = n"]


# -- definitions -------------------------------------------------------------------------------------------------------

FORMULAS = {"eq:a": "x=n+1=d", "eq:b": r"0=\underbrace{n}_{T_{1}}+\underbrace{2}_{T_{2}}", "eq:c": "n+3", "eq:d": "R=1"}
EXPRESSION = Claim("eq:c", says=("n=n",))


@pytest.mark.parametrize(
    ("define", "goal", "defined"),
    [
        ("eq:a", "x=d", "x = (n + 1)"),
        ("eq:a@-1", "x=d", "x = d"),
        ("eq:b#T_{1}", "T_{1}=d", "T_1 = n"),
        ("eq:b#T_{2}", "T_{2}=d", "T_2 = 2"),
        (r"p names eq:c", "p=d", "p = (n + 3)"),
        (r"f(q)\triangleq q", "f(n)=d", "f = q"),
        ("p=4", "p=d", "p = 4"),
    ],
)
def test_what_a_definition_may_be(tmp_path: Path, define: str, goal: str, defined: str) -> None:
    claims = [Claim("eq:a"), Claim("eq:b"), EXPRESSION, Claim("eq:z", define=(define,))]
    made = small(tmp_path, {**FORMULAS, "eq:z": goal}, claims)
    (found,) = made.owed("eq:z")
    (definition,) = found.statement.definitions
    assert f"{definition.name} = {definition.body!s}" == defined


def test_only_definitions_in_use_are_stated_in_their_order(tmp_path: Path) -> None:
    where = scope(define=["R=p+1", "C=1", "p=x+1"])
    (found,) = owed(tmp_path, "R=n", where)
    assert [d.name for d in found.statement.definitions] == ["p", "R"]


@pytest.mark.parametrize(
    ("define", "message"),
    [
        ("eq:b#T_{3}", "no part of eq:b is named T_{3}"),
        ("eq:nothing", "eq:nothing is no claim"),
        ("eq:a@1", "only @-1 can follow a label"),
        ("eq:c", "'eq:c' is no equation, and defines nothing"),
        ("x<5", "'x<5' is no equation, and defines nothing"),
        ("x", "'x' is no equation, and defines nothing"),
        (r"x=1 names eq:c", "a relation stands where an expression is needed"),
        (r"x names eq:a", "a relation stands where an expression is needed"),
        ("n+1=2", "a definition has a symbol, or a function of distinct symbols, on its left"),
        ("text:w", "text:w is no formula with a claim"),
    ],
)
def test_a_definition_that_is_none_is_an_error_with_file_and_line(tmp_path: Path, define: str, message: str) -> None:
    claim = Claim("eq:d", define=(define,))
    claims = [Claim("eq:a"), Claim("eq:b"), EXPRESSION, Claim("text:w", says=("n=n",)), claim]
    with pytest.raises(InputError) as caught:
        small(tmp_path, {**FORMULAS, "text:w": "words"}, claims).owed("eq:d")
    assert str(caught.value) == f"{__file__}:{claim.line}: eq:d: {caught.value.message.removeprefix('eq:d: ')}"
    assert message in str(caught.value)


# -- assumptions -------------------------------------------------------------------------------------------------------


def test_standing_assumptions_about_other_symbols_are_left_out(tmp_path: Path) -> None:
    (found,) = owed(tmp_path, "x=n", scope("x>0", "d>0", "a<d"))
    assert sequents([found]) == ["0 < x |- x = n"]
    assert len(found.assumed) == 1


def test_standing_assumptions_about_symbols_of_a_premise_or_a_definition_are_kept(tmp_path: Path) -> None:
    where = scope("d>0", "a>0", define=["x=d"])
    assert sequents(owed(tmp_path / "1", "n=n", where, given=("a<n",))) == ["a < n, 0 < a |- n = n"]
    (found,) = owed(tmp_path / "2", "x=n", where)
    assert [str(f) for f in found.statement.given] == ["0 < d"]


def test_a_chain_of_assumptions_is_one_fact_a_link(tmp_path: Path) -> None:
    (found,) = owed(tmp_path, "x=1", scope(r"0<x\leq 1"))
    assert sequents([found]) == ["0 < x, x ≤ 1 |- x = 1"]


def test_an_assumption_by_label_is_what_stands_there(tmp_path: Path) -> None:
    made = small(tmp_path, {"eq:a": "n=x=d", "eq:b": "n=d"}, [Claim("eq:a"), Claim("eq:b", given=("eq:a",))])
    assert sequents(made.owed("eq:b")) == ["n = x, x = d |- n = d"]
    assert made.rests_on("eq:b") == ["eq:a"]


def test_functions_are_declared_if_they_are_called(tmp_path: Path) -> None:
    (found,) = owed(tmp_path, "f(n)=x", scope(functions={"q": 0, "f": 2}))
    assert found.statement.functions == (("f", 2),)


def test_contradictory_assumptions_prove_nothing(tmp_path: Path) -> None:
    for number, given in enumerate([("x>0", "x<0"), ("x=1", "x=2"), ("x^{2}<0",), ("1=2",)]):
        made = small(tmp_path / str(number), {"eq:a": "x=x+1"}, [Claim("eq:a", given=given)])
        assert outcomes(decide(made)) == {"eq:a": ["open"]}


def test_a_definition_that_shadows_an_assumed_symbol_proves_nothing(tmp_path: Path) -> None:
    made = small(tmp_path, {"eq:a": "x=x"}, [Claim("eq:a", define=(r"x\triangleq -n",))], scope("x>0", "n>0"))
    assert outcomes(decide(made)) == {"eq:a": ["open"]}


def test_assumptions_linked_through_another_symbol_are_kept(tmp_path: Path) -> None:
    assert sequents(owed(tmp_path, "a>0", scope("d>0", "b>0", "b>x", "a>b"))) == ["0 < b, x < b, b < a |- 0 < a"]


@pytest.mark.parametrize(
    ("formula", "where"),
    [("f(1)=0", scope("f(1)=0", functions={"f": 0})), ("x=n", scope("x>0", define=["x=-1"]))],
)
def test_assumptions_without_free_symbols_are_kept(tmp_path: Path, formula: str, where: Scope) -> None:
    (found,) = owed(tmp_path, formula, where)
    assert len(found.statement.given) == 1


# -- who reads a claim ought to be able to rely on it ------------------------------------------------------------------


def refused(folder: Path, formulas: Mapping[str, str], claims: Sequence[Claim], where: Scope = OPEN) -> bool:
    """Whether the input is refused, or nothing in it is proved."""
    try:
        found = outcomes(decide(small(folder, formulas, claims, where)))
    except InputError:
        return True
    return not any("proved" in outcome for outcome in found.values())


FIVE = {"eq:a": "x=5", "eq:b": "x=5"}


@pytest.mark.parametrize(
    "claims",
    [
        lambda: [Claim("eq:a", given=("eq:a",))],
        lambda: [Claim("eq:a", given=("eq:b",)), Claim("eq:b", given=("eq:a",))],
        lambda: [Claim("eq:a", define=("eq:a",))],
        lambda: [Claim("eq:a", define=("eq:b",)), Claim("eq:b", define=("eq:a",))],
    ],
    ids=["assumes itself", "assume each other", "defines itself", "define each other"],
)
def test_no_claim_is_its_own_reason(tmp_path: Path, claims) -> None:  # type: ignore[no-untyped-def]
    assert refused(tmp_path, FIVE, claims())


def test_no_claim_is_a_standing_assumption_for_itself(tmp_path: Path) -> None:
    assert refused(tmp_path, {"eq:a": "x=5"}, [Claim("eq:a")], scope("eq:a"))


@pytest.mark.parametrize("relation", ["<", ">", r"\leq", r"\neq", r"\approx"])
def test_only_an_equation_defines(tmp_path: Path, relation: str) -> None:
    claims = [Claim("eq:a", roles={0: "premise"}), Claim("eq:b", define=("eq:a",))]
    assert refused(tmp_path, {"eq:a": f"x{relation} 5", "eq:b": "x^{2}=25"}, claims)


@pytest.mark.parametrize("says", [r"x>0\implies x>5,\quad x>4", r"x>0\implies x>5\implies x>4"])
def test_everything_after_an_implication_is_owed(tmp_path: Path, says: str) -> None:
    made = small(tmp_path, {"text:a": "words"}, [Claim("text:a", says=(says,))])
    assert "refuted" in outcomes(decide(made))["text:a"]


def test_an_assumed_implication_is_not_its_two_sides(tmp_path: Path) -> None:
    assert refused(tmp_path, {"eq:a": "x>4"}, [Claim("eq:a", given=(r"x>1\implies x>5",))])


def test_a_claim_rests_on_the_standing_assumptions(tmp_path: Path) -> None:
    formulas = {"eq:a": "x=5", "eq:b": "x^{2}=25"}
    made = book(tmp_path, formulas, (OPEN, [Claim("eq:a")]), (scope("eq:a"), [Claim("eq:b")]))
    assert made.rests_on("eq:b") == ["eq:a"]


@pytest.mark.parametrize("roles", [{0: "defn"}, {1: "premise"}, {-1: "definition"}])
def test_a_role_that_is_none_is_an_error(tmp_path: Path, roles: dict[int, str]) -> None:
    with pytest.raises(InputError):
        owed(tmp_path, "x=x+1", roles=roles)


@pytest.mark.parametrize("formula", [r"x=0\iff 2x=0", r"x>1\implies x>0"])
def test_what_is_assumed_before_an_implication_has_to_be_said(tmp_path: Path, formula: str) -> None:
    with pytest.raises(InputError, match="say by the role premise what is assumed"):
        small(tmp_path / "1", {"eq:a": formula}, [Claim("eq:a")])
    made = small(tmp_path / "2", {"eq:a": formula}, [Claim("eq:a", roles={0: "premise"})])
    assert set(outcomes(decide(made))["eq:a"]) == {"proved"}


def test_a_premise_after_an_implication_is_no_premise(tmp_path: Path) -> None:
    claim = Claim("eq:a", roles={0: "premise", 1: "premise"})
    assert refused(tmp_path, {"eq:a": r"x>1\implies x>5\implies x>4"}, [claim])


@pytest.mark.parametrize(("formula", "roles"), [("x+1=x", [0]), ("x=n=n+1", [0, 1])])
def test_a_definition_is_one(tmp_path: Path, formula: str, roles: list[int]) -> None:
    with pytest.raises(InputError):
        owed(tmp_path, formula, roles=dict.fromkeys(roles, "definition"))


def test_an_equivalence_after_an_implication_has_its_premises(tmp_path: Path) -> None:
    said = small(tmp_path, {"text:a": "words"}, [Claim("text:a", says=(r"x<0\implies x<1\iff x^{2}>0",))])
    assert "refuted" not in outcomes(decide(said))["text:a"]


def test_a_conclusion_is_assumed_with_its_premises(tmp_path: Path) -> None:
    claims = [Claim("eq:a", roles={0: "premise"}), Claim("eq:b", given=("eq:a",))]
    made = small(tmp_path, {"eq:a": r"x>1\implies x>0", "eq:b": "x>0"}, claims)
    assert "1 < x" in sequents(made.owed("eq:b"))[0]


def test_a_derived_expression_does_not_name_what_is_derived(tmp_path: Path) -> None:
    claim = Claim("eq:a", roles={0: "definition"}, define=("eq:a",))
    made = small(tmp_path, {"eq:a": "x=n^{2}"}, [claim])
    with pytest.raises(InputError):
        list(made.derived("eq:a", sym("x")))


# -- errors ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        (lambda: Claim("eq:nothing"), "no formula with the label eq:nothing in paper.tex"),
        (lambda: Claim("eq:b", given=("eq:nothing",)), "eq:b: eq:nothing is no claim"),
        (lambda: Claim("eq:b", uses=("text:nothing",)), "eq:b: text:nothing is no claim"),
        (lambda: Claim("eq:b", by="eq:nothing"), "eq:b: eq:nothing is no claim"),
        (lambda: Claim("eq:b", unless=("eq:nothing",)), "eq:b: eq:nothing is no claim"),
        (lambda: Claim("eq:b", says=("eq:a",)), "`says` holds formulas, not labels"),
        (lambda: Claim("eq:b", define=("eq:c#T_{1}",)), "eq:b: eq:c is no claim"),
        (lambda: Claim("eq:b", uses=("eq:b",)), "eq:b rests on itself: eq:b -> eq:b"),
        (lambda: Claim("eq:b", roles={0: "defn"}), "roles are definition or premise, of links 0 to 0"),
        (lambda: Claim("eq:b", by="x=1"), "a relation stands where an expression is needed"),
        (lambda: Claim("eq:a"), "a second claim about a"),
        (lambda: Claim("eq:b", given=("x>",)), "eq:b: in 'x>': "),
        (lambda: Claim("eq:b", given=("unknown>0",)), "eq:b: in 'unknown>0': "),
        (lambda: Claim("eq:b", says=("x=(1",)), "eq:b: in 'x=(1': "),
        (lambda: Claim("eq:b", define=("eq:a#T_{1}",)), "no part of eq:a is named T_{1}"),
        (lambda: Claim("eq:b", define=("x=1", "x=2")), "eq:b: x is defined twice"),
        (lambda: Claim("eq:b", define=("x=p", "p=x")), "eq:b: the definition of x is circular"),
        (lambda: Claim("eq:b", given=(r"x\propto 1",)), "the relation propto has no formal meaning"),
        (lambda: Claim("eq:b", given=("text:w",)), "text:w is no formula with a claim"),
    ],
)
def test_an_error_names_the_claim_its_file_and_line(tmp_path: Path, claim, message: str) -> None:  # type: ignore[no-untyped-def]
    formulas = {"eq:a": "x=n", "eq:b": "x=n", "eq:c": "x=n", "text:w": "words"}
    made = claim()
    with pytest.raises(InputError) as caught:
        small(tmp_path, formulas, [Claim("eq:a"), Claim("text:w", says=("n=n",)), made]).owed("eq:b")
    assert (caught.value.file, caught.value.line) == (__file__, made.line)
    assert message in str(caught.value)


def test_an_error_in_a_printed_formula_is_at_its_line_and_column(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        owed(tmp_path, "x=\n  (n+1")
    assert str(caught.value).startswith(f"{tmp_path / 'paper.tex'}:6:3: ")


def test_uncovered_formulas_are_known(tmp_path: Path) -> None:
    made = small(tmp_path, {"eq:a": "x=1", "eq:b": "x=2", "text:c": "words"}, [Claim("eq:b")])
    assert [label for label in made.entries if label not in made.claims] == ["eq:a", "text:c"]
    assert made.order() == ["eq:b"]


# -- derived expressions and variants ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("formula", "names", "goals"),
    [
        ("x=n=d", ["a_derived"], ["7 = d"]),
        (r"x=n,\quad 0=d", ["a_derived"], ["7 = d"]),
        (r"x\approx .5", ["a_deriveda", "a_derivedb"], ["(1/2 + -1/20) ≤ 7", "7 ≤ (1/2 + 1/20)"]),
    ],
)
def test_a_derived_expression_is_compared_with_the_last_one_printed(
    tmp_path: Path, formula: str, names: list[str], goals: list[str]
) -> None:
    found = list(small(tmp_path, {"eq:a": formula}, [Claim("eq:a")]).derived("eq:a", num(7)))
    assert [o.name for o in found] == names
    assert [str(o.statement.goal) for o in found] == goals


def test_a_sentence_has_nothing_to_compare_with(tmp_path: Path) -> None:
    made = small(tmp_path, {"text:a": "words"}, [Claim("text:a", says=("n=n",))])
    with pytest.raises(InputError, match="text:a has no formula to compare with"):
        list(made.derived("text:a", num(7)))


def test_a_variant_keeps_the_assumptions(tmp_path: Path) -> None:
    made = small(tmp_path, {"eq:a": "x=n"}, [Claim("eq:a", given=("d>0",))])
    (found,) = made.owed("eq:a")
    (changed,) = made.variant(found, Book.formula(small(tmp_path, {"eq:a": "x=d"}, [Claim("eq:a")]), "eq:a").parts[0])  # type: ignore[union-attr]
    assert sequents([changed]) == ["0 < d |- x = d"]
