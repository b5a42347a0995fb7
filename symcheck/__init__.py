"""symcheck: a verifier for the mathematics of a paper.

The names that a derivation uses are here.  They are imported on first use, so that the kernel, which lives in this
package, runs without any of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from symcheck.checking import check
    from symcheck.claim import Bound, Claim, Example, Finding, Paper, Scope, Section
    from symcheck.decision import Answer
    from symcheck.derivation import Derivation
    from symcheck.errors import InputError
    from symcheck.hints import Attained, Beneath, Box, Combine, Cut, Hint, Hints, Law, Rise, Split, Stationary, Use
    from symcheck.latex.notation import Function, Notation, Symbol
    from symcheck.units.table import Comparison, Measured, Passage, UnitTable

__version__ = "0.1.0"
__all__ = [
    "Answer",
    "Attained",
    "Beneath",
    "Bound",
    "Box",
    "Claim",
    "Combine",
    "Comparison",
    "Cut",
    "Derivation",
    "Example",
    "Finding",
    "Function",
    "Hint",
    "Hints",
    "InputError",
    "Law",
    "Measured",
    "Notation",
    "Paper",
    "Passage",
    "Rise",
    "Scope",
    "Section",
    "Split",
    "Stationary",
    "Symbol",
    "UnitTable",
    "Use",
    "check",
]

_HOMES = {
    "Answer": "decision",
    "Attained": "hints",
    "Beneath": "hints",
    "Bound": "claim",
    "Box": "hints",
    "Claim": "claim",
    "Combine": "hints",
    "Comparison": "units.table",
    "Cut": "hints",
    "Derivation": "derivation",
    "Example": "claim",
    "Finding": "claim",
    "Function": "latex.notation",
    "Hint": "hints",
    "Hints": "hints",
    "InputError": "errors",
    "Law": "hints",
    "Measured": "units.table",
    "Notation": "latex.notation",
    "Paper": "claim",
    "Passage": "units.table",
    "Rise": "hints",
    "Scope": "claim",
    "Section": "claim",
    "Split": "hints",
    "Stationary": "hints",
    "Symbol": "latex.notation",
    "UnitTable": "units.table",
    "Use": "hints",
    "check": "checking",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"symcheck has no {name}")
    return getattr(import_module(f"symcheck.{_HOMES[name]}"), name)
