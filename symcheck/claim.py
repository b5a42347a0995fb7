"""What an author of a derivation writes down: scopes, claims, papers.  Immutable values; nothing is decided here."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from symcheck.hints import Hints
from symcheck.latex.notation import Notation


@dataclass(frozen=True, slots=True)
class Example:
    r"""A point that satisfies assumptions which the search can't satisfy by itself: values for symbols, in LaTeX.

    ``shows`` are hints that show at it, in turn, the quantified assumptions of a statement.  ``functions`` says what an
    unspecified function is there: ``{"f(q)": "q-1"}``.
    """

    values: Mapping[str, str]
    shows: tuple[Hints, ...] = ()
    functions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scope:
    r"""What a stretch of the paper takes for granted.

    ``define`` lists definitions: a label (the formula's first link is the definition), ``label@-1`` (its first
    expression is defined to be its last), ``label#T_{1}`` (the part under the brace of that name), ``\mu names label``
    (a symbol for an expression), or LaTeX such as ``f(q) \triangleq \ln(q)``.  ``given`` are the standing
    assumptions in LaTeX; those about symbols that a statement does not contain are left out of it.  ``functions``
    are the unspecified functions and how often they may be differentiated; ``varying`` the symbols that have
    differentials.  ``constants`` are the symbols on which what an O(...) hides may depend, ``growing`` those that are
    large where it is said.

    An assumption may be quantified: ``x^{*}=\operatorname*{argmax}_{x}f(x)\mathrel{\text{subject to}}x\geq 0``, or
    ``every x, y: x<y\implies f(x)<f(y)``.
    """

    notation: Notation
    define: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    functions: tuple[tuple[str, int], ...] = ()
    varying: tuple[str, ...] = ()
    constants: tuple[str, ...] = ()
    growing: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()

    def __post_init__(self) -> None:
        _check_tuples(self, "define", "given", "varying", "constants", "growing")

    def extend(
        self,
        *,
        define: tuple[str, ...] = (),
        given: tuple[str, ...] = (),
        without: tuple[str, ...] = (),
        functions: tuple[tuple[str, int], ...] | None = None,
        varying: tuple[str, ...] | None = None,
        constants: tuple[str, ...] | None = None,
        growing: tuple[str, ...] | None = None,
        examples: tuple[Example, ...] | None = None,
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
            constants=self.constants if constants is None else constants,
            growing=self.growing if growing is None else growing,
            examples=self.examples if examples is None else examples,
        )


@dataclass(frozen=True, slots=True)
class Bound:
    r"""What ``A = O(B)``, ``A = \Theta(B)``, ``A \lesssim B`` or ``A \propto B`` leaves open.

    ``constant`` is the factor, ``lower`` that of the lower bound of a Theta; both may depend on the scope's constants
    alone.  ``start`` says from where on, each as ``E\geq ...`` with a symbol that grows on its left.  ``given`` are
    assumptions beyond those of the claim.
    """

    constant: str
    lower: str = ""
    start: tuple[str, ...] = ()
    given: tuple[str, ...] = ()


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

    ``bounds`` are what the asymptotic links leave open, by number.  ``denies`` are formal statements that the claim
    contradicts: where one is proved, the claim fails; where it supposes that one of ``unless`` does not hold, it fails
    only there.  ``via`` are hints for the proof of an obligation, by the end of
    its name (``1``, ``says_2``, ``denied_1``, ``derived``); those under the empty name are for all others.

    ``status`` is for a sentence about which nothing is owed: an ``assumption`` of the model, or ``informal``, with the
    reason in ``note`` why it has no formal statement; such a claim stays open.

    >>> from symcheck import Claim
    >>> definition = Claim("eq:height", roles={0: "definition"}, derive="height")
    >>> peak = Claim("eq:peak", given=("v>0",), uses=("eq:height",))
    >>> peak.label, peak.uses, definition.roles
    ('eq:peak', ('eq:height',), {0: 'definition'})
    >>> Claim("eq:peak", given="v>0")
    Traceback (most recent call last):
    TypeError: given: expected a tuple of texts, such as ('v>0',)
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
    bounds: Mapping[int, Bound] = field(default_factory=dict)
    denies: tuple[str, ...] = ()
    via: Mapping[str, Hints] = field(default_factory=dict)
    status: str = ""
    note: str = ""
    source: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        _check_tuples(self, "says", "given", "define", "uses", "unless", "denies")
        if not all(isinstance(bound, Bound) for bound in self.bounds.values()):
            raise TypeError("bounds: expected a Bound for each number")
        caller = sys._getframe(2)  # where the claim is written, for error messages
        object.__setattr__(self, "source", caller.f_code.co_filename)
        object.__setattr__(self, "line", caller.f_lineno)


def _check_tuples(made: object, *names: str) -> None:
    """A lost comma makes a text of a tuple, and Python would take it for its letters."""
    for name in names:
        value = getattr(made, name)
        if not isinstance(value, tuple) or not all(isinstance(item, str) for item in value):
            raise TypeError(f"{name}: expected a tuple of texts, such as ({value!r},)")


@dataclass(frozen=True, slots=True)
class Section:
    """Claims that share a scope."""

    scope: Scope
    claims: tuple[Claim, ...]


CONSEQUENCES = {
    "headline": "what a reader takes away is not so: the abstract, the introduction, the conclusions",
    "theorem": "a lemma or theorem is not true as it is stated, or a result that is applied elsewhere",
    "step": "a line of a derivation, or a remark, is not true; what it leads to may be",
    "slip": "a slip of the pen: the right text can be seen from what stands around it",
}


@dataclass(frozen=True)
class Finding:
    """Claims that are one finding, the one that shows it best first; ``title`` says it in plain language.

    A verdict is not part of it: it is shown only if one of the claims fails, or holds only under a condition, in the
    run that is reported, and a finding all of whose claims hold is an error.  ``so`` says what is so; empty, the report
    gives the condition, the proved contrary or the suggestion.  ``contradiction`` says that the claims can't all hold,
    ``units`` that what is wrong is what they compare: then one of them must not be consistent in its units.
    ``title`` and ``so`` may have formulas between dollar signs, in the notation of the first claim.
    """

    title: str
    claims: tuple[str, ...]
    consequence: str
    so: str = ""
    contradiction: bool = False
    units: bool = False
    source: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        _check_tuples(self, "claims")
        caller = sys._getframe(2)
        object.__setattr__(self, "source", caller.f_code.co_filename)
        object.__setattr__(self, "line", caller.f_lineno)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper written down for symcheck; ``model`` and ``units`` are dotted names of modules, imported when needed."""

    key: str
    title: str
    authors: tuple[str, ...]
    source: str
    folder: Path
    model: str
    sections: tuple[Section, ...]
    findings: tuple[Finding, ...] = ()
    units: str = ""
