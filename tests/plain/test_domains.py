"""What words say of a symbol."""

from __future__ import annotations

import pytest

from symcheck.errors import InputError
from symcheck.plain.domains import DOMAINS, read_domains
from symcheck.plain.printer import fact_text


@pytest.mark.parametrize(
    ("words", "facts", "whole", "witness"),
    [
        ("real", [], False, []),
        ("positive integer", ["0 < n", "floor(n) == n"], True, []),
        ("Positive real number", ["0 < n"], False, []),
        ("non-negative", ["0 <= n"], False, []),
        ("nonzero, real", ["n != 0"], False, []),
        ("negative", ["n < 0"], False, []),
        ("nonpositive integer", ["n <= 0", "floor(n) == n"], True, []),
        ("natural number", ["0 <= n", "floor(n) == n"], True, ["1 <= n"]),
        ("", [], False, []),
    ],
)
def test_words(words: str, facts: list[str], whole: bool, witness: list[str]) -> None:
    known = read_domains({"n": words})
    assert list(map(fact_text, known.facts)) == facts
    assert known.whole == ({"n"} if whole else set())
    assert list(map(fact_text, known.witness)) == witness


@pytest.mark.parametrize("words", ["complex", "even integer", "> 0", "positiv", "integer in [0, 1]", "not real"])
def test_an_unknown_word_is_an_error(words: str) -> None:
    with pytest.raises(InputError, match=r"symbols: n: .* is none of real, "):
        read_domains({"n": words})


def test_every_row_is_tested() -> None:
    assert set(DOMAINS) == {
        "real", "integer", "positive", "negative", "nonnegative", "nonpositive", "nonzero", "natural",
    }  # fmt: skip
