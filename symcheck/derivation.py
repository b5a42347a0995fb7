"""A forward derivation: expressions computed one from the other, with what was done at each step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from symcheck import bridge
from symcheck.kernel.term import Term


@dataclass(frozen=True, slots=True)
class Derivation:
    """Steps (what was done, the expression it gave); the last expression is the result."""

    steps: tuple[tuple[str, Term], ...] = ()

    def then(self, text: str, expression: Any) -> Derivation:
        """A derivation with one more step; ``expression`` is sympy's."""
        return Derivation((*self.steps, (text, bridge.from_sympy(expression))))

    @property
    def result(self) -> Term:
        """The derived expression."""
        return self.steps[-1][1]
