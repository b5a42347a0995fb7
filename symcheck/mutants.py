"""Planted errors: every formula with one edit must be noticed, by a refutation or as bad input.

A formula that defines something is noticed through the claims that rest on it.  An edit that the kernel proves to
change nothing is no error, and another is planted in its place.
"""

from __future__ import annotations

import importlib
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

from symcheck.claim import Paper
from symcheck.edits import KINDS, formula_edits
from symcheck.elaborate import chain_links
from symcheck.engine import PROOF, Engine, Verdict
from symcheck.errors import EXIT_OK, EXIT_REGRESSED, InputError
from symcheck.files import digest
from symcheck.kernel.term import Reject
from symcheck.latex.printer import to_latex
from symcheck.latex.tree import Chain, Formula
from symcheck.obligations import Book, Obligation
from symcheck.quantified import order_of
from symcheck.reading import above
from symcheck.screen import counterexample
from symcheck.store import PACKAGE, Store, files_digest

EACH = 3
TRIED = 12
NOTICED = frozenset({"refuted", "rejected"})
IDLE = frozenset({"unchanged", "true", "free"})
"""Edits that are no errors: they change no value; a bound is proved that is another one; a definition is another one,
of which nothing else is said."""
BOUNDS = frozenset({"lt", "le", "gt", "ge", "ne"})
QUIET = NOTICED | IDLE
TRIES = 40
"""Points at which an edited statement is tried before it is searched for a proof."""
WIDE, DEEP = 30, 4
"""How many of the claims that rest on a formula are tried at points, and how many are searched."""
LIMIT = 20.0


def planted(
    formula: Formula, roles: Mapping[int, str], symbols: tuple[str, ...]
) -> Iterator[tuple[str, Formula, frozenset[str]]]:
    """Edits of a formula, with what they touch; the first few are of different kinds.

    What is only assumed, or said up to a constant, is left alone: it may be as true after an edit.
    """
    first = 0 if roles.get(0) == "premise" else 1
    rows = [list(formula_edits(formula, [kind], first, symbols)) for kind in KINDS]
    for column in zip_longest(*(_spread(row) for row in rows if row)):
        for what, changed in (edit for edit in column if edit is not None):
            touched = _touched(formula, changed, roles)
            if touched & {"equation", "bound", "definition"}:
                yield what, changed, touched


def _touched(formula: Formula, changed: Formula, roles: Mapping[int, str]) -> frozenset[str]:
    """What the links are that an edit changes: equation, bound, order (up to a constant), definition, premise."""
    found, number = set(), 0
    for before, after in zip(formula.parts, changed.parts, strict=True):
        if not before.relations and before != after:
            found.add("definition")
        for old, new in zip(_steps(before), _steps(after), strict=True):
            for link, edited in zip(chain_links(old), chain_links(new), strict=True):
                if link != edited:
                    owed = "order" if order_of(link) else "bound" if link[0] in BOUNDS else "equation"
                    found.add(roles.get(number) or owed)
                number += 1
    return frozenset(found)


def _steps(chain: Chain) -> list[Chain]:
    pairs = zip(chain.terms[:-1], chain.terms[1:], chain.relations, strict=True)
    return [Chain((left, right), (relation,)) for left, right, relation in pairs]


def _spread(row: list[tuple[str, Formula]]) -> list[tuple[str, Formula]]:
    """The same edits, those of the middle first: an edit deep in a formula is harder to notice."""
    middle = len(row) // 2
    return row[middle:] + row[:middle][::-1]


def examine(task: dict[str, Any]) -> list[list[str]]:
    """The fate of each error planted in one formula: what was edited, the edited LaTeX, and what became of it."""
    paper: Paper = importlib.import_module(task["module"]).PAPER
    book, label = Book(paper), task["label"]
    store = Store(Path(task["store"]) if task["store"] else None)
    formula = book.formula(label)
    if formula is None:
        return []
    notation = book.scopes[label].notation
    found: list[list[str]] = []
    for what, changed, touched in islice(planted(formula, book.claims[label].roles, book.symbols(label)), TRIED):
        fate = _fate(paper, book, store, label, changed)
        if fate not in NOTICED and _same(book, store, label, formula, changed):
            fate = "unchanged"
        elif fate == "proved" and "bound" in touched and "equation" not in touched:
            fate = "true"
        elif fate not in NOTICED and touched <= {"definition", "premise"}:
            fate = "free"
        found.append([what, to_latex(changed, notation), fate])
        if sum(f not in IDLE for _, _, f in found) == EACH:
            break
    return found


def _fate(paper: Paper, book: Book, store: Store, label: str, changed: Formula) -> str:
    """refuted, rejected, or what is wrong: proved or open."""
    try:
        edited = Book(paper, {label: changed})
        resting = dependants(book, label)
        news = {c: _changed(book, edited, c) for c in [label, *resting[:WIDE]]}
        if any(_quickly_refuted(Engine(edited, store, 1), owed) for row in news.values() for owed in row):
            return "refuted"
        worst = ""
        for concerned in [label, *[c for c in resting if news.get(c)][:DEEP]]:
            engine = Engine(edited, store, 1, limit=LIMIT)
            needed = [u for u in book.claims[concerned].uses if u != concerned]
            before = _statements(book, [*needed, concerned])
            found = engine.run([*needed, concerned], partial(_news, before))
            verdicts = [v for f in found.values() for v in f.verdicts]
            if any(_news(before, v) for v in verdicts):
                return "refuted"
            outcomes = {v.outcome for v in verdicts}
            worst = "open" if "open" in outcomes else worst or ("proved" if outcomes else "")
    except (InputError, Reject):
        return "rejected"
    return worst or "open"


def _changed(book: Book, edited: Book, label: str) -> list[Obligation]:
    """What a claim owes after an edit and did not owe before."""
    before = _statements(book, [label])
    return [owed for owed in edited.owed(label) if owed.statement.digest() not in before]


def _quickly_refuted(engine: Engine, owed: Obligation) -> bool:
    """Whether the kernel refutes what is seen to fail at a point."""
    if counterexample(owed.statement.unfolded(), TRIES) is None:
        return False
    return engine.decide([owed], ["refute"])[0].outcome == "refuted"


def _statements(book: Book, labels: list[str]) -> frozenset[str]:
    """The digests of what the unedited paper owes: a refutation of one of these notices no edit."""
    return frozenset(o.statement.digest() for label in labels for o in book.owed(label))


def _news(before: frozenset[str], verdict: Verdict) -> bool:
    return verdict.outcome == "refuted" and verdict.obligation.statement.digest() not in before


def dependants(book: Book, label: str) -> list[str]:
    """The claims that rest on a claim, directly or through others, in the paper's order."""
    reached = above([label], {other: book.rests_on(other) for other in book.claims})
    return [other for other in book.order() if other in reached and other != label]


def _same(book: Book, store: Store, label: str, formula: Formula, changed: Formula) -> bool:
    """Whether the kernel proves that the edit changed no value."""
    engine = Engine(book, store, 1, limit=LIMIT)
    for before, after in zip(formula.terms(), changed.terms(), strict=True):
        if before != after:
            try:
                owed = list(book.compare(label, Chain((before, after), ("eq",)), "comparison", "says"))
            except (InputError, Reject):
                return False
            return all(v.outcome == "proved" for v in engine.decide(owed, PROOF))
    return False


def plant(book: Book, store: Store, jobs: int | None, say: Callable[[str], None]) -> tuple[int, list[str]]:
    """Plant errors in every formula; an exit code, 0 if all were noticed, and what became of them."""
    paper = book.paper
    labels = [label for label in book.order() if book.formula(label) is not None]
    module = paper.model.rpartition(".")[0]
    kept = str(store.folder) if store.folder and store.enabled else ""
    tasks = [{"module": module, "label": label, "store": kept} for label in labels]
    sources = digest([files_digest(sorted(d.rglob("*.[pt][ye]*")), d) for d in (PACKAGE, paper.folder)])
    keys = [digest([label, sources]) for label in labels]
    results = {key: store.get(key) for key in keys}
    missing = [(k, t) for k, t in zip(keys, tasks, strict=True) if results[k] is None]
    say(f"planting errors in {len(missing)} formulas, {len(tasks) - len(missing)} known")
    with ProcessPoolExecutor(jobs or os.cpu_count() or 1) as pool:
        found = pool.map(examine, [task for _, task in missing])
        for number, ((key, _), value) in enumerate(zip(missing, found, strict=True), 1):
            results[key] = value
            store.put(key, value)
            say(f"  {number} of {len(missing)} formulas")
    return _tell(labels, [results[key] for key in keys])


def _tell(labels: list[str], results: list[list[list[str]]]) -> tuple[int, list[str]]:
    counts = Counter(fate for found in results for *_, fate in found)
    rows = [(label, *row) for label, found in zip(labels, results, strict=True) for row in found]
    lines = [f"{fate.upper()}: {label}, {what}: {latex}" for label, what, latex, fate in rows if fate not in QUIET]
    errors = sum(n for fate, n in counts.items() if fate not in IDLE)
    kinds = ", ".join(f"{n} {fate}" for fate, n in sorted(counts.items()))
    lines.append(f"{errors} errors planted in {len(labels)} formulas ({kinds})")
    few = sum(sum(fate not in IDLE for *_, fate in found) < EACH for found in results)
    if few:
        lines.append(f"in {few} formulas fewer than {EACH} edits are errors: what they say is assumed or defined")
    noticed = set(counts) <= QUIET
    lines.append("every planted error was noticed; none was proved" if noticed else "some errors were not noticed")
    return EXIT_OK if noticed else EXIT_REGRESSED, lines
