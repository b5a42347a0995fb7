"""From claims to sequents: roles, premises, definitions by label, relevance, and errors with file and line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from symcheck.claim import Claim, Scope
from symcheck.errors import InputError
from symcheck.kernel.calculus import show
from symcheck.kernel.term import num
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
        f"{', '.join(map(show, o.statement.given))} |- {show(o.statement.goal)}".lstrip() for o in obligations
    ]  # fmt: skip


# -- links, roles, premises --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("formula", "roles", "expected"),
    [
        ("x=n=d", {}, ["|- x = n", "|- n = d"]),
        ("x=n<d", {0: "definition"}, ["|- n < d"]),
        ("x=n", {0: "definition"}, []),
        ("x=n", {0: "premise"}, []),
        ("n,d>x", {}, ["|- x < n", "|- x < d"]),
        (r"x=n,\quad n=d", {}, ["|- x = n", "|- n = d"]),
        (r"x=n,\quad n=d", {0: "premise"}, ["x = n |- n = d"]),
        (r"x=n\implies n=d", {0: "premise"}, ["x = n |- n = d"]),
        (r"x=n=a\implies n=d", {0: "premise"}, ["|- n = a", "x = n |- n = d"]),
        (r"x=n\iff n=d", {0: "premise"}, ["n = d |- x = n", "x = n |- n = d"]),
        (r"x=n=a\iff n=d", {0: "premise"}, ["|- n = a", "n = d |- x = n", "x = n |- n = d"]),
        (r"n,d>x\implies n=d", {0: "premise", 1: "premise"}, ["x < n, x < d |- n = d"]),
        ("x+1", {}, []),
    ],
)
def test_links_are_owed_by_their_roles(
    tmp_path: Path, formula: str, roles: dict[int, str], expected: list[str]
) -> None:
    assert sorted(sequents(owed(tmp_path, formula, roles=roles))) == sorted(expected)


def test_an_approximation_owes_two_facts(tmp_path: Path) -> None:
    found = owed(tmp_path, r"x\approx .50")
    assert [o.name for o in found] == ["a-1a", "a-1b"]
    assert found[0].statement.goal.right == found[1].statement.goal.left
    assert found[0].statement.goal.left.args[1].args[0] == num("1/200")


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ("x=n", ["|- x = n"]),
        ("x=n=d", ["|- x = n", "|- n = d"]),
        (r"x=n\implies n=d", ["x = n |- n = d"]),
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
    expected = ["a-1", "a-2", "a-says-1", "a-says-2a", "a-says-2b", "a-says-3", "a-says-3-2"]
    assert [o.name for o in made.owed("eq:a")] == expected


@pytest.mark.xfail(strict=True, reason="D1: obligations of eq:a and text:a have the same names")
def test_names_of_obligations_are_unique(tmp_path: Path) -> None:
    claims = [Claim("eq:a", says=("x=x",)), Claim("text:a", says=("x=x",))]
    made = small(tmp_path, {"eq:a": "x=x", "text:a": "words"}, claims)
    names = [o.name for label in made.order() for o in made.owed(label)]
    assert len(set(names)) == len(names)


def test_unless_adds_conditions(tmp_path: Path) -> None:
    made = small(tmp_path, {"eq:a": "x=n"}, [Claim("eq:a", given=("x>0",), unless=("n>0",))])
    assert sequents(made.owed("eq:a")) == ["0 < x |- x = n"]
    assert sequents(made.owed("eq:a", unless=True)) == ["0 < x, 0 < n |- x = n"]


# -- definitions -------------------------------------------------------------------------------------------------------

FORMULAS = {"eq:a": "x=n+1=d", "eq:b": r"0=\underbrace{n}_{T_{1}}+\underbrace{2}_{T_{2}}", "eq:c": "n+3", "eq:d": "R=1"}


@pytest.mark.parametrize(
    ("define", "goal", "defined"),
    [
        ("eq:a", "x=d", "x = (n + 1)"),
        ("eq:a@-1", "x=d", "x = d"),
        ("eq:a@2", "x=d", "x = d"),
        ("eq:b#T_{1}", "T_{1}=d", "T_1 = n"),
        ("eq:b#T_{2}", "T_{2}=d", "T_2 = 2"),
        (r"p names eq:c", "p=d", "p = (n + 3)"),
        (r"f(q)\triangleq q", "f(n)=d", "f = q"),
        ("p=4", "p=d", "p = 4"),
    ],
)
def test_what_a_definition_may_be(tmp_path: Path, define: str, goal: str, defined: str) -> None:
    claims = [Claim("eq:a"), Claim("eq:b"), Claim("eq:c"), Claim("eq:z", define=(define,))]
    made = small(tmp_path, {**FORMULAS, "eq:z": goal}, claims)
    (found,) = made.owed("eq:z")
    (definition,) = found.statement.definitions
    assert f"{definition.name} = {show(definition.body)}" == defined


def test_only_definitions_in_use_are_stated_in_their_order(tmp_path: Path) -> None:
    where = scope(define=["R=p+1", "C=1", "p=x+1"])
    (found,) = owed(tmp_path, "R=n", where)
    assert [d.name for d in found.statement.definitions] == ["p", "R"]


@pytest.mark.parametrize(
    "define",
    ["eq:b#T_{3}", "eq:z", "eq:nothing", "n+1=2", "q(2)=1", "2=n"],
)  # fmt: skip
def test_a_definition_that_is_none_is_an_error_with_file_and_line(tmp_path: Path, define: str) -> None:
    if define == "eq:z":
        define = "text:z names eq:z"
    with pytest.raises(InputError) as caught:
        made = small(tmp_path, FORMULAS, [Claim("eq:a"), Claim("eq:b"), Claim("eq:d", define=(define,))])
        made.owed("eq:d")
    assert caught.value.file
    assert caught.value.line or "text:z" in str(caught.value)


# -- assumptions -------------------------------------------------------------------------------------------------------


def test_standing_assumptions_about_other_symbols_are_left_out(tmp_path: Path) -> None:
    (found,) = owed(tmp_path, "x=n", scope("x>0", "d>0", "n<d"))
    assert sequents([found]) == ["0 < x |- x = n"]
    assert len(found.assumed) == 1


def test_standing_assumptions_about_symbols_of_a_premise_or_a_definition_are_kept(tmp_path: Path) -> None:
    where = scope("d>0", "a>0", define=["x=d"])
    assert sequents(owed(tmp_path / "1", "n=n", where, given=("a<n",))) == ["a < n, 0 < a |- n = n"]
    (found,) = owed(tmp_path / "2", "x=n", where)
    assert [show(f) for f in found.statement.given] == ["0 < d"]


def test_a_chain_of_assumptions_is_one_fact_a_link(tmp_path: Path) -> None:
    (found,) = owed(tmp_path, "x=1", scope(r"0<x\leq 1"))
    assert sequents([found]) == ["0 < x, x ≤ 1 |- x = 1"]


def test_an_assumption_by_label_is_the_last_part_of_that_formula(tmp_path: Path) -> None:
    claims = [Claim("eq:a", roles={0: "premise"}), Claim("eq:b", given=("eq:a",))]
    made = small(tmp_path, {"eq:a": r"x=n\implies n=d", "eq:b": "n=d"}, claims)
    assert sequents(made.owed("eq:b")) == ["n = d |- n = d"]
    assert made.rests_on("eq:b") == ["eq:a"]


def test_functions_are_declared_if_they_are_called(tmp_path: Path) -> None:
    (found,) = owed(tmp_path, "f(n)=x", scope(functions={"q": 0, "f": 2}))
    assert found.statement.functions == (("f", 2),)


def test_contradictory_assumptions_prove_nothing(tmp_path: Path) -> None:
    for number, given in enumerate([("x>0", "x<0"), ("x=1", "x=2"), ("x^{2}<0",), ("1=2",)]):
        made = small(tmp_path / str(number), {"eq:a": "x=x+1"}, [Claim("eq:a", given=given)])
        assert outcomes(decide(made)) == {"eq:a": ["open"]}


def test_a_definition_that_shadows_an_assumed_symbol_proves_nothing(tmp_path: Path) -> None:
    made = small(tmp_path, {"eq:a": "x=n"}, [Claim("eq:a", define=(r"x\triangleq -1",))], scope("x>0"))
    assert outcomes(decide(made)) == {"eq:a": ["open"]}


@pytest.mark.xfail(strict=True, reason="B1: an assumption linked through another symbol is left out")
def test_assumptions_linked_through_another_symbol_are_kept(tmp_path: Path) -> None:
    made = small(tmp_path, {"eq:a": "a>0"}, [Claim("eq:a")], scope("a>b", "b>0"))
    assert outcomes(decide(made)) != {"eq:a": ["refuted"]}


# -- who reads a claim ought to be able to rely on it ------------------------------------------------------------------


def refused(folder: Path, formulas: Mapping[str, str], claims: Sequence[Claim], where: Scope = OPEN) -> bool:
    """Whether the input is refused, or nothing in it is proved."""
    try:
        found = outcomes(decide(small(folder, formulas, claims, where)))
    except InputError:
        return True
    return not any("proved" in outcome for outcome in found.values())


FIVE = {"eq:a": "x=5", "eq:b": "x=5"}


@pytest.mark.xfail(strict=True, reason="A1: a claim may assume or define itself")
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


@pytest.mark.xfail(strict=True, reason="A1: a scope's assumption may be the claim itself")
def test_no_claim_is_a_standing_assumption_for_itself(tmp_path: Path) -> None:
    assert refused(tmp_path, {"eq:a": "x=5"}, [Claim("eq:a")], scope("eq:a"))


@pytest.mark.xfail(strict=True, reason="A2: an inequality or approximation is taken for a definition")
@pytest.mark.parametrize("relation", ["<", ">", r"\leq", r"\neq", r"\approx"])
def test_only_an_equation_defines(tmp_path: Path, relation: str) -> None:
    claims = [Claim("eq:a", roles={0: "premise"}), Claim("eq:b", define=("eq:a",))]
    assert refused(tmp_path, {"eq:a": f"x{relation} 5", "eq:b": "x^{2}=25"}, claims)


@pytest.mark.xfail(strict=True, reason="A3: what is said after the first implication is assumed, not owed")
@pytest.mark.parametrize("says", [r"x>0\implies x>5,\quad x>4", r"x>0\implies x>5\implies x>4"])
def test_everything_after_an_implication_is_owed(tmp_path: Path, says: str) -> None:
    assert outcomes(decide(small(tmp_path, {"text:a": "words"}, [Claim("text:a", says=(says,))])))["text:a"] != ["proved"]


@pytest.mark.xfail(strict=True, reason="A4: an implication that is assumed is read as both of its sides")
def test_an_assumed_implication_is_not_its_two_sides(tmp_path: Path) -> None:
    assert refused(tmp_path, {"eq:a": "x>4"}, [Claim("eq:a", given=(r"x>1\implies x>5",))])


@pytest.mark.xfail(strict=True, reason="A5: labels among a scope's assumptions are left out of what a claim rests on")
def test_a_claim_rests_on_the_standing_assumptions(tmp_path: Path) -> None:
    formulas = {"eq:a": "x=5", "eq:b": "x^{2}=25"}
    made = book(tmp_path, formulas, (OPEN, [Claim("eq:a")]), (scope("eq:a"), [Claim("eq:b")]))
    assert made.rests_on("eq:b") == ["eq:a"]


@pytest.mark.xfail(strict=True, reason="A9: roles are not checked")
@pytest.mark.parametrize("roles", [{0: "defn"}, {1: "premise"}, {-1: "definition"}])
def test_a_role_that_is_none_is_an_error(tmp_path: Path, roles: dict[int, str]) -> None:
    with pytest.raises(InputError):
        owed(tmp_path, "x=x+1", roles=roles)


@pytest.mark.xfail(strict=True, reason="B2: the sides of an equivalence or implication are owed by themselves")
@pytest.mark.parametrize("formula", [r"x=0\iff 2x=0", r"x>1\implies x>0"])
def test_a_true_equivalence_is_not_refuted(tmp_path: Path, formula: str) -> None:
    made = small(tmp_path / "1", {"eq:a": formula}, [Claim("eq:a")])
    said = small(tmp_path / "2", {"text:a": "words"}, [Claim("text:a", says=(formula,))])
    assert "refuted" not in [*outcomes(decide(made))["eq:a"], *outcomes(decide(said))["text:a"]]


# -- errors --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        (lambda: Claim("eq:nothing"), "no formula with the label eq:nothing in paper.tex"),
        (lambda: Claim("eq:b", given=("eq:nothing",)), "eq:b refers to eq:nothing, which is no claim"),
        (lambda: Claim("eq:b", uses=("eq:nothing",)), "eq:b refers to eq:nothing, which is no claim"),
        (lambda: Claim("eq:b", by="eq:nothing"), "eq:b refers to eq:nothing, which is no claim"),
        (lambda: Claim("eq:b", define=("eq:c#T_{1}",)), "eq:b refers to eq:c, which is no claim"),
        (lambda: Claim("eq:a"), "a second claim about eq:a"),
        (lambda: Claim("eq:b", given=("x>",)), "eq:b: in 'x>': "),
        (lambda: Claim("eq:b", given=("unknown>0",)), "eq:b: in 'unknown>0': "),
        (lambda: Claim("eq:b", says=("x=(1",)), "eq:b: in 'x=(1': "),
        (lambda: Claim("eq:b", define=("eq:a#T_{1}",)), "no part is named T_{1}"),
        (lambda: Claim("eq:b", define=("x=1", "x=2")), "eq:b: x is defined twice"),
        (lambda: Claim("eq:b", define=("x=p", "p=x")), "eq:b: the definition of x is circular"),
        (lambda: Claim("eq:b", given=(r"x\propto 1",)), "the relation propto has no formal meaning"),
        (lambda: Claim("eq:b", given=("text:w",)), "eq:b"),
    ],
)
def test_an_error_names_the_claim_its_file_and_line(tmp_path: Path, claim, message: str) -> None:  # type: ignore[no-untyped-def]
    formulas = {"eq:a": "x=n", "eq:b": "x=n", "eq:c": "x=n", "text:w": "words"}
    made = claim()
    with pytest.raises(InputError) as caught:
        small(tmp_path, formulas, [Claim("eq:a"), Claim("text:w"), made]).owed("eq:b")
    assert (caught.value.file, caught.value.line) == (__file__, made.line)
    assert message in str(caught.value)


def test_an_error_in_a_printed_formula_is_at_its_line_and_column(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        owed(tmp_path, "x=\n  (n+1")
    assert str(caught.value).startswith(f"{tmp_path / 'paper.tex'}:6:3: ")


@pytest.mark.xfail(strict=True, reason="C1, C2: tracebacks for bad input")
@pytest.mark.parametrize(
    "options",
    [
        {"define": ("eq:c",)}, {"define": ("eq:a@9",)}, {"define": ("eq:a@x",)}, {"define": ("x",)},
        {"define": ("x=1 names eq:c",)}, {"define": ("d names eq:a",)}, {"by": "x=1"}, {"says": ("eq:nothing",)},
        {"uses": ("text:nothing",)}, {"uses": ("eq:b",)},
    ],
    ids=str,
)  # fmt: skip
def test_bad_input_is_an_error_of_ours(tmp_path: Path, options: dict[str, tuple[str, ...]]) -> None:
    formulas = {"eq:a": "x=n", "eq:b": "x=n", "eq:c": "x+1"}
    with pytest.raises(InputError):
        decide(small(tmp_path, formulas, [Claim("eq:a"), Claim("eq:c"), Claim("eq:b", **options)]))  # type: ignore[arg-type]


def test_uncovered_formulas_are_known(tmp_path: Path) -> None:
    made = small(tmp_path, {"eq:a": "x=1", "eq:b": "x=2", "text:c": "words"}, [Claim("eq:b")])
    assert [e.label for e in made.uncovered] == ["eq:a", "text:c"]
    assert made.order() == ["eq:b"]


# -- derived expressions and variants ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("formula", "names", "goals"),
    [
        ("x=n=d", ["a-derived"], ["7 = d"]),
        (r"x=n\iff 0=d", ["a-derived"], ["7 = d"]),
        (r"x\approx .5", ["a-deriveda", "a-derivedb"], ["(1/2 + -1/20) ≤ 7", "7 ≤ (1/2 + 1/20)"]),
    ],
)
def test_a_derived_expression_is_compared_with_the_last_one_printed(
    tmp_path: Path, formula: str, names: list[str], goals: list[str]
) -> None:
    found = list(small(tmp_path, {"eq:a": formula}, [Claim("eq:a")]).derived("eq:a", num(7)))
    assert [o.name for o in found] == names
    assert [show(o.statement.goal) for o in found] == goals


def test_a_sentence_has_nothing_to_compare_with(tmp_path: Path) -> None:
    made = small(tmp_path, {"text:a": "words"}, [Claim("text:a")])
    with pytest.raises(InputError, match="text:a has no formula to compare with"):
        list(made.derived("text:a", num(7)))


def test_a_variant_keeps_the_assumptions(tmp_path: Path) -> None:
    made = small(tmp_path, {"eq:a": "x=n"}, [Claim("eq:a", given=("d>0",))])
    (found,) = made.owed("eq:a")
    (changed,) = made.variant(found, Book.formula(small(tmp_path, {"eq:a": "x=d"}, [Claim("eq:a")]), "eq:a").parts[0])  # type: ignore[union-attr]
    assert sequents([changed]) == ["0 < d |- x = d"]
