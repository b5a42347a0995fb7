"""What an author of a derivation writes down: scopes, claims, papers.  Immutable values; nothing is decided here."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from symcheck.latex.notation import Notation


@dataclass(frozen=True, slots=True)
class Scope:
    r"""What a stretch of the paper takes for granted.

    ``define`` lists definitions: a label (the formula's first link is the definition), ``label@-1`` (its first
    expression is defined to be its last), ``label#T_{1}`` (the part under the brace of that name), ``\mu names label``
    (a symbol for an expression), or LaTeX such as ``f(q) \triangleq \ln(q)``.  ``given`` are the standing
    assumptions in LaTeX; those about symbols that a statement does not contain are left out of it.  ``functions``
    are the unspecified functions and how often they may be differentiated; ``varying`` the symbols that have
    differentials.
    """

    notation: Notation
    define: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    functions: tuple[tuple[str, int], ...] = ()
    varying: tuple[str, ...] = ()

    def extend(
        self,
        *,
        define: tuple[str, ...] = (),
        given: tuple[str, ...] = (),
        without: tuple[str, ...] = (),
        functions: tuple[tuple[str, int], ...] | None = None,
        varying: tuple[str, ...] | None = None,
    ) -> Scope:
        """A scope with more definitions and assumptions, and ``without`` some of its own."""
        kept = tuple(d for d in self.define if d not in without) + define
        assumed = tuple(g for g in self.given if g not in without) + given
        return replace(
            self,
            define=kept,
            given=assumed,
            functions=self.functions if functions is None else functions,
            varying=self.varying if varying is None else varying,
        )


@dataclass(frozen=True)
class Claim:
    r"""What the paper says at ``label``, and hints for checking it.

    Links of the formula are numbered from 0 in reading order; ``roles`` says which are a ``definition`` and which a
    ``premise`` (assumed for what follows).  All others are owed.  ``says`` are formal statements that render a
    sentence, or what is said about a formula beside it.  ``given`` are assumptions beyond the scope's, in LaTeX or as a
    label, whose last relation is then assumed with the premises it was concluded from.  ``derive`` names a function of
    the model module that derives the right-hand side without looking at it.  ``by`` is a multiplier for a premise, in
    LaTeX or as a label; like all hints it is only tried.  ``uses`` are claims that may be cited.  ``unless`` are
    conditions, not stated in the paper, under which a link that fails is to be tried again.
    """

    label: str
    roles: Mapping[int, str] = field(default_factory=dict)
    says: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    define: tuple[str, ...] = ()
    derive: str = ""
    by: str = ""
    uses: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    note: str = ""
    source: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        caller = sys._getframe(2)  # where the claim is written, for error messages
        object.__setattr__(self, "source", caller.f_code.co_filename)
        object.__setattr__(self, "line", caller.f_lineno)


@dataclass(frozen=True, slots=True)
class Section:
    """Claims that share a scope."""

    scope: Scope
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper written down for symcheck; ``model`` is the dotted name of its model module, imported when needed."""

    key: str
    title: str
    authors: tuple[str, ...]
    source: str
    folder: Path
    model: str
    sections: tuple[Section, ...]
