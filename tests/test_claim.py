"""Claims and scopes are immutable values that know where they were written."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from symcheck.claim import Claim
from tests.small import scope


def test_a_claim_knows_where_it_is_written_but_is_equal_without() -> None:
    first = Claim("eq:a", note="n")
    second = Claim("eq:a", note="n")
    assert first.source == __file__
    assert second.line == first.line + 1
    assert first == second


def test_claims_and_scopes_are_immutable() -> None:
    with pytest.raises(FrozenInstanceError):
        Claim("eq:a").note = "other"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        scope().given = ("x>0",)  # type: ignore[misc]


def test_a_scope_is_extended_and_restricted() -> None:
    base = scope("x>0", "n>0", define=["eq:a", "eq:b"], functions={"f": 1}, varying=["n"])
    other = base.extend(define=("eq:c",), given=("d>0",), without=("x>0", "eq:a"))
    assert other.define == ("eq:b", "eq:c")
    assert other.given == ("n>0", "d>0")
    assert (other.functions, other.varying) == (base.functions, base.varying)
    assert base.given == ("x>0", "n>0")


def test_functions_and_what_varies_are_replaced_not_added_to() -> None:
    base = scope(functions={"f": 1}, varying=["n"])
    assert base.extend(functions=(), varying=()) == scope()
    assert base.extend(functions=(("q", 2),)).functions == (("q", 2),)
