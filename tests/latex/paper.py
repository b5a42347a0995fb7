"""``paper.txt``: formulas as the paper prints them, each with its tree, and the form in which trees are written."""

from pathlib import Path
from typing import NamedTuple

from symcheck.kernel.term import Term
from symcheck.latex.tree import Formula


class Sample(NamedTuple):
    """One formula of the paper."""

    place: str
    latex: str
    tree: str


def written(term: Term) -> str:
    """``(head:name arg …)``; symbols and numbers as they are."""
    if term.head in ("sym", "decimal"):
        return term.name
    if term.head == "num":
        return str(term.value)
    return f"({' '.join([term.head + (term.name and ':' + term.name), *map(written, term.args)])})"


def outline(formula: Formula) -> str:
    """A line for each term with the relation before it; a line for each connective."""
    lines = []
    for connective, part in zip(("", *formula.connectives), formula.parts, strict=True):
        lines += [connective] if connective else []
        lines.append(written(part.terms[0]))
        lines += [f"  {r} {written(t)}" for r, t in zip(part.relations, part.terms[1:], strict=True)]
    return "\n".join(lines)


def _read() -> list[Sample]:
    text = (Path(__file__).parent / "paper.txt").read_text(encoding="utf-8")
    samples = []
    for block in text.strip().split("\n\n"):
        head, tree = block.split("\n--\n")
        place, latex = head.split("\n", 1)
        samples.append(Sample(place.removeprefix("== "), latex, tree))
    return samples


SAMPLES = _read()
