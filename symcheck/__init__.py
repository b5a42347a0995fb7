r"""symcheck: a verifier for the mathematics of a paper, and of single claims.

>>> from symcheck import Answer, InputError, check
>>> print(check(r"\frac{d}{dx} x^x = x^x (1+\ln x)", given="x>0"))
read as: Derivative(x**x, x) == x**x*(1 + log(x))  given  x > 0
proved
>>> print(check("sqrt(x*y) == sqrt(x)*sqrt(y)"))
read as: sqrt(x*y) == sqrt(x)*sqrt(y)
proved, wherever 0 <= x, 0 <= y
>>> answer = check("n**2 >= 2*n", symbols={"n": "integer"})
>>> answer.verdict, answer.witness, answer.sides
('refuted', {'n': '1'}, ('1', '2'))
>>> answer.save("certificate.json")  # for python -m symcheck.kernel certificate.json
>>> check("zeta(x) >= 0", given=["x > 1"], timeout=5).reason
'not supported yet: zeta'
>>> try:
...     check("2x == x + x")
... except InputError as error:
...     print(error)
claim:1:1: 2x: write 2*x

``check`` says what a claim is taken to say; ``Answer`` what comes back.  All other names are those with which a paper
is written down: ``Claim`` and what stands around it.

The names are imported on first use, so that the kernel, which lives in this package, runs without any of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from symcheck.answer import Answer
    from symcheck.checking import check
    from symcheck.claim import Bound, Claim, Example, Finding, Paper, Scope, Section
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
    "Answer": "answer",
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
