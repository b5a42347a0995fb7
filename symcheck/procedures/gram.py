"""A polynomial as a sum of weights times squares: guessed in floats, rounded, and exact where it is returned.

With a basis v of polynomials and a weight g >= 0, all of g * v^T Q v for positive semidefinite Q is >= 0.  Matrices Q
that sum to a target are found as the inverses of moment matrices M(y) where b.y - sum(log det M(y)) is least, for b
the coefficients of the target.  Where the target has zeros that y runs away to, the bases lose what is not zero there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations_with_replacement
from math import log, sqrt

from symcheck.kernel.facts import Fact
from symcheck.kernel.poly import Mono, Poly
from symcheck.procedures import matrices
from symcheck.procedures.matrices import Matrix

STEPS, ROUNDS = 60, 4
DENOMINATORS = (1, 2, 4, 6, 12, 24, 60, 120, 840, 5040, 2**16, 2**24, 2**32)
FAR, SMALL = 1e6, 1e-7
MOST_UNKNOWNS, MOST_EQUATIONS = 1200, 240
Product = Callable[[Poly, Poly], Poly]


@dataclass(frozen=True)
class Block:
    """A weight that is >= 0, because of a fact where there is one, and the polynomials whose squares it multiplies."""

    weight: Poly
    basis: tuple[Poly, ...]
    fact: Fact | None = None


Square = tuple[Block, Fraction, Poly]
"""A block, a positive coefficient, and what is squared."""


Moments = dict[Mono, float]


class Search:
    """One search: a target, what products are in the algebra at hand, moments of points where all weights are > 0."""

    def __init__(self, target: Poly, product: Product, moments: Callable[[set[Mono]], Moments]) -> None:
        self.target, self.product, self.moments = target, product, moments

    def run(self, blocks: Sequence[Block]) -> list[Square] | None:
        """Squares that sum to the target."""
        for _ in range(ROUNDS):
            problem = Problem.of(self.target, blocks, self.product)
            if problem is None:
                return None
            found = problem.solved(self.moments(set(problem.places)))
            if found is None:
                return None
            values, settled = found
            if settled and (squares := problem.rounded(values)) is not None:
                return squares
            blocks = problem.faces(values)
            if blocks == problem.blocks:
                return None
        return None


@dataclass
class Problem:
    """Equations between the entries of the matrices and the coefficients of the target."""

    target: Poly
    blocks: Sequence[Block]
    places: dict[Mono, int]
    entries: list[list[tuple[int, int, list[tuple[int, Fraction]]]]]

    @staticmethod
    def of(target: Poly, blocks: Sequence[Block], product: Product) -> Problem | None:
        """The equations, without what they say is zero; None if they have no solution or are too many."""
        blocks = [b for b in blocks if b.basis]
        products: list[dict[tuple[int, int], Poly]] = []
        for block in blocks:
            weighted = [product(block.weight, v) for v in block.basis]
            pairs = combinations_with_replacement(range(len(block.basis)), 2)
            products.append({(i, j): product(weighted[i], block.basis[j]) for i, j in pairs})
        if not _pruned(target, products):
            return None
        kept = [sorted({i for i, _ in p}) for p in products]
        seen = [m for p in products for poly in p.values() for m in poly]
        places = {m: n for n, m in enumerate(dict.fromkeys(seen))}
        unknowns = sum(map(len, products))
        if not places or any(m not in places for m in target):
            return None
        if unknowns > MOST_UNKNOWNS or len(places) > MOST_EQUATIONS:
            return None
        entries = [
            [
                (k.index(i), k.index(j), [(places[m], Fraction(c)) for m, c in poly.items()])
                for (i, j), poly in p.items()
            ]
            for p, k in zip(products, kept, strict=True)
            if k
        ]
        left = [replace(b, basis=tuple(b.basis[i] for i in k)) for b, k in zip(blocks, kept, strict=True) if k]
        return Problem(target, left, places, entries)

    def solved(self, moments: Moments) -> tuple[list[Matrix], bool] | None:
        """Inverses of the matrices of the least value, and whether it was reached; None if there is a proof of none."""
        wanted = [float(self.target.get(m, 0)) for m in self.places]
        size = max(map(abs, wanted))
        wanted = [x / size for x in wanted]
        y = [moments[m] for m in self.places]
        inverses = self._inverses(y)
        if inverses is None:
            return None
        first = max(map(abs, y))
        for _ in range(STEPS):
            if sum(map(float.__mul__, wanted, y)) < -SMALL * max(map(abs, y)):
                return None
            gradient, hessian = self._derivatives(wanted, inverses)
            step = matrices.solve(hessian, [-g for g in gradient])
            decrement = sqrt(max(0.0, -sum(map(float.__mul__, gradient, step))))
            if decrement < SMALL:
                return self._scaled(inverses, size), True
            by = 1.0 if decrement < 0.25 else 1 / (1 + decrement)
            moved = None
            while by > 1e-9:
                longer = self._longest(y, step, by) if decrement >= 0.25 else by
                moved = [a + longer * s for a, s in zip(y, step, strict=True)]
                new = self._inverses(moved)
                if new is not None:
                    break
                by /= 2
            else:
                return None
            y, inverses = moved, new
            if max(map(abs, y)) > FAR * first:
                break
        return self._scaled(inverses, size), False

    def _longest(self, y: list[float], step: list[float], by: float) -> float:
        """A longer step in a direction, if it stays where the matrices are positive, with room to spare."""
        best = by
        for _ in range(6):
            longer = best * 2
            if longer > 1.0 or self._inverses([a + 1.3 * longer * s for a, s in zip(y, step, strict=True)]) is None:
                break
            best = longer
        return best

    @staticmethod
    def _scaled(inverses: list[Matrix], by: float) -> list[Matrix]:
        return [[[x * by for x in row] for row in matrix] for matrix in inverses]

    def _inverses(self, y: list[float]) -> list[Matrix] | None:
        found: list[Matrix] = []
        for block, entries in zip(self.blocks, self._floats(), strict=True):
            matrix = [[0.0] * len(block.basis) for _ in block.basis]
            for i, j, poly in entries:
                matrix[i][j] = matrix[j][i] = sum(c * y[at] for at, c in poly)
            scale = [1 / sqrt(row[i]) if row[i] > 0 else 0.0 for i, row in enumerate(matrix)]
            if not all(scale):
                return None
            lower = matrices.cholesky(
                [[x * scale[i] * scale[j] for j, x in enumerate(row)] for i, row in enumerate(matrix)], 1e-14
            )
            if lower is None:
                return None
            inverse = matrices.inverse(lower)
            found.append([[x * scale[i] * scale[j] for j, x in enumerate(row)] for i, row in enumerate(inverse)])
        return found

    def _floats(self) -> list[list[tuple[int, int, list[tuple[int, float]]]]]:
        if not hasattr(self, "_as_floats"):
            self._as_floats = [
                [(i, j, [(at, float(c)) for at, c in poly]) for i, j, poly in block] for block in self.entries
            ]
        return self._as_floats

    def _derivatives(self, wanted: list[float], inverses: list[Matrix]) -> tuple[list[float], Matrix]:
        count = len(wanted)
        gradient, hessian = list(wanted), [[0.0] * count for _ in range(count)]
        for w, entries in zip(inverses, self._floats(), strict=True):
            flat = [(i, j, at, c if i == j else 2 * c) for i, j, poly in entries for at, c in poly]
            for number, (i, j, at, c) in enumerate(flat):
                gradient[at] -= c * w[i][j]
                wi, wj, row = w[i], w[j], hessian[at]
                for k, m, other, d in flat[:number]:
                    value = c * d * (wi[k] * wj[m] + wi[m] * wj[k]) / 2
                    row[other] += value
                    hessian[other][at] += value
                row[at] += c * c * (wi[i] * wj[j] + wi[j] * wj[i]) / 2
        return gradient, hessian

    # -- exact answers ------------------------------------------------------------------------------------------

    def rounded(self, values: list[Matrix]) -> list[Square] | None:
        """Squares from matrices near these that satisfy the equations exactly, with denominators as small as can be."""
        numbers: dict[tuple[int, int, int], int] = {}
        floats: list[float] = []
        rows: list[dict[int, Fraction]] = [
            {-1: Fraction(self.target[m])} if m in self.target else {} for m in self.places
        ]
        for b, entries in enumerate(self.entries):
            for i, j, poly in entries:
                n = numbers[b, i, j] = len(numbers)
                floats.append(values[b][i][j])
                for at, c in poly:
                    rows[at][n] = c if i == j else 2 * c
        solved = matrices.parametrised(rows)
        if solved is None:
            return None
        for denominator in DENOMINATORS:
            exact = [Fraction(round(x * denominator), denominator) for x in floats]
            for n, value in solved.items():
                exact[n] = sum((c * (exact[k] if k >= 0 else 1) for k, c in value.items()), Fraction(0))
            squares = self._squares(lambda key, e=exact: e[numbers[key]])  # type: ignore[misc]
            if squares is not None:
                return squares
        return None

    def _squares(self, entry: Callable[[tuple[int, int, int]], Fraction]) -> list[Square] | None:
        found: list[Square] = []
        for b, block in enumerate(self.blocks):
            size = range(len(block.basis))
            parts = matrices.pivoted([[entry((b, min(i, j), max(i, j))) for j in size] for i in size])
            if parts is None:
                return None
            for value, vector in parts:
                form: Poly = {}
                for x, v in zip(vector, block.basis, strict=True):
                    for m, c in v.items():
                        form[m] = form.get(m, 0) + x * c
                found.append((block, value, {m: c for m, c in form.items() if c}))
        return found

    def faces(self, values: list[Matrix]) -> list[Block]:
        """The blocks without the directions in which these matrices vanish, as far as those are seen to be rational."""
        return [replace(b, basis=_complement(b.basis, q)) for b, q in zip(self.blocks, values, strict=True)]


def _pruned(target: Poly, products: list[dict[tuple[int, int], Poly]]) -> bool:
    """Remove polynomials whose square would bring a monomial that nothing cancels; False if the target has it."""
    while True:
        counts: dict[Mono, list[tuple[int, int, int]]] = {}
        for b, table in enumerate(products):
            for (i, j), poly in table.items():
                for m in poly:
                    counts.setdefault(m, []).append((b, i, j))
        if any(m not in counts for m in target):
            return False
        gone = set()
        for m, users in counts.items():
            b, i, j = users[0]
            if len(users) == 1 and i == j and m not in target:
                gone.add((b, i))
        if not gone:
            return True
        for b, table in enumerate(products):
            products[b] = {(i, j): q for (i, j), q in table.items() if (b, i) not in gone and (b, j) not in gone}


def _complement(basis: tuple[Poly, ...], matrix: Matrix) -> tuple[Poly, ...]:
    """Polynomials that span those at right angles to the null vectors of a matrix, which are guessed from its size."""
    values = matrices.eigen(matrix)[::-1]
    sizes = [max(v, 1e-300) for v, _ in values]
    gaps = [(log(sizes[k] / sizes[k - 1]), k) for k in range(1, len(sizes))]
    gap, count = max(gaps, default=(0.0, 0))
    if len(basis) == 1 and sizes[0] < 1e-4:
        return ()
    if gap < log(30) or sizes[count - 1] > 1e-2:
        return basis if sizes[-1] > 1e-4 else ()
    return combined(basis, [v for _, v in values[:count]])


def combined(basis: tuple[Poly, ...], null: Sequence[Sequence[float]]) -> tuple[Poly, ...]:
    """The combinations of a basis at right angles to vectors, whose entries are taken to be simple numbers."""
    pivots = matrices.reduced(null)
    taken = {place for place, _ in pivots}
    found: list[Poly] = []
    for j, v in enumerate(basis):
        if j in taken:
            continue
        total: Poly = dict(v)
        for place, row in pivots:
            by = Fraction(row[j]).limit_denominator(60)
            if abs(float(by) - row[j]) > 1e-2:
                return basis
            for m, c in basis[place].items():
                total[m] = total.get(m, 0) - by * c
        found.append({m: c for m, c in total.items() if c})
    return tuple(found)
