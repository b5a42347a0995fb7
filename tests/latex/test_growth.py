"""How growth is written in LaTeX."""

from __future__ import annotations

import pytest

from symcheck.latex.growth import approach, split_growth
from symcheck.plain.printer import to_plain

SPLIT = {
    r"f = O(g)": ("O", "f", "g"),
    r"f=\mathcal{O}\left(x(1+x)\right)": ("O", "f", "x(1+x)"),
    r"f=\Theta (g).": ("Theta", "f", "g"),
    r"f\sim g": ("~", "f", "g"),
    r"f\simeq g": None,
    r"f=O(g)+O(h)": None,
    r"f=\Theta": None,
    r"f=2": None,
}


@pytest.mark.parametrize("text", SPLIT)
def test_split(text: str) -> None:
    found = split_growth(text, ())
    assert (found and tuple(part.strip() for part in found)) == SPLIT[text]
    assert found is None or text[len(found[2]) - len(found[2].lstrip()) :].startswith(found[2].strip())


def test_a_declared_letter_is_no_order() -> None:
    assert split_growth("f = O(g)", ["O"]) is None


PLACES = {
    "x -> oo": ("x", "oo", 0), r"x \to \infty": ("x", "oo", 0), r"x\to -\infty": ("x", "-oo", 0),
    r"x \to 0^{+}": ("x", "0", 1), r"x\rightarrow a^-": ("x", "a", -1), r"\alpha \to \pi": ("alpha", "pi", 0),
}  # fmt: skip


@pytest.mark.parametrize("text", PLACES)
def test_approach(text: str) -> None:
    found = approach(text, "as", ())
    assert (found.name, to_plain(found.place), found.side) == PLACES[text]
