"""Small dense matrices of floats, and exact ones where an answer must be: no guess here is believed."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt
from operator import mul

Matrix = list[list[float]]
Exact = list[list[Fraction]]


def cholesky(matrix: Matrix, least: float = 0.0) -> Matrix | None:
    """L with L L^T = matrix; None if a pivot is not above ``least`` times its diagonal entry."""
    rows: Matrix = []
    for i, row in enumerate(matrix):
        new: list[float] = []
        for j in range(i):
            other = rows[j]
            new.append((row[j] - sum(map(mul, new, other))) / other[j])
        pivot = row[i] - sum(x * x for x in new)
        if not pivot > least * abs(row[i]):
            return None
        rows.append([*new, sqrt(pivot)])
    return rows


def inverse(lower: Matrix) -> Matrix:
    """The inverse of L L^T."""
    size = len(lower)
    below: Matrix = []  # the rows of the inverse of L
    for i in range(size):
        row = [0.0] * size
        for j in range(i):
            if x := lower[i][j]:
                for k in range(j + 1):
                    row[k] -= x * below[j][k]
        row[i] = 1.0
        below.append([x / lower[i][i] for x in row])
    columns = list(zip(*below, strict=True))
    return [[sum(map(mul, columns[i], columns[j])) for j in range(size)] for i in range(size)]


def solve(matrix: Matrix, right: Sequence[float]) -> list[float]:
    """A solution of a positive semidefinite system; 0 where a pivot vanishes."""
    rows: Matrix = []
    found: list[float] = []
    for i, row in enumerate(matrix):
        new: list[float] = []
        for j in range(i):
            other = rows[j]
            new.append((row[j] - sum(map(mul, new, other))) / other[j] if other[j] else 0.0)
        pivot = row[i] - sum(x * x for x in new)
        root = sqrt(pivot) if pivot > 1e-13 * abs(row[i]) else 0.0
        rows.append([*new, root])
        found.append((right[i] - sum(map(mul, new, found))) / root if root else 0.0)
    for i in reversed(range(len(rows))):
        root = rows[i][i]
        found[i] = found[i] / root if root else 0.0
        if found[i]:
            for j in range(i):
                found[j] -= rows[i][j] * found[i]
    return found


def eigen(matrix: Matrix, sweeps: int = 12) -> list[tuple[float, list[float]]]:
    """Eigenvalues, the largest first, and their vectors, by Jacobi's rotations."""
    size = len(matrix)
    a = [list(row) for row in matrix]
    vectors = [[float(i == j) for j in range(size)] for i in range(size)]
    for _ in range(sweeps):
        if sum(a[i][j] ** 2 for i in range(size) for j in range(i)) <= 1e-28 * sum(a[i][i] ** 2 for i in range(size)):
            break
        for i in range(size):
            for j in range(i):
                if a[i][j]:
                    _rotate(a, vectors, i, j)
    order = sorted(range(size), key=lambda i: -a[i][i])
    return [(a[i][i], vectors[i]) for i in order]


def _rotate(a: Matrix, vectors: Matrix, i: int, j: int) -> None:
    theta = (a[j][j] - a[i][i]) / (2 * a[i][j])
    t = (1 if theta >= 0 else -1) / (abs(theta) + sqrt(theta * theta + 1))
    c = 1 / sqrt(t * t + 1)
    s = t * c
    for row in a:
        row[i], row[j] = c * row[i] - s * row[j], s * row[i] + c * row[j]
    for m in (a, vectors):
        m[i], m[j] = (
            [c * x - s * y for x, y in zip(m[i], m[j], strict=True)],
            [s * x + c * y for x, y in zip(m[i], m[j], strict=True)],
        )


def reduced(rows: Sequence[Sequence[float]], tolerance: float = 1e-6) -> list[tuple[int, list[float]]]:
    """The reduced row echelon form with its pivots, each the largest entry that is left."""
    waiting = [list(map(float, row)) for row in rows]
    done: list[tuple[int, list[float]]] = []
    while waiting:
        size, r, place = max((abs(x), r, -j) for r, row in enumerate(waiting) for j, x in enumerate(row))
        if size < tolerance:
            break
        pivot, place = waiting.pop(r), -place
        pivot = [x / pivot[place] for x in pivot]
        for row in [*waiting, *(row for _, row in done)]:
            if by := row[place]:
                row[:] = [x - by * y for x, y in zip(row, pivot, strict=True)]
        done.append((place, pivot))
    return done


def pivoted(matrix: Exact) -> list[tuple[Fraction, list[Fraction]]] | None:
    """Positive d and vectors l with matrix = sum of d * l l^T, exactly; None if it is not positive semidefinite."""
    rest = [list(row) for row in matrix]
    found: list[tuple[Fraction, list[Fraction]]] = []
    for i in range(len(rest)):
        pivot = rest[i][i]
        if pivot < 0 or (pivot == 0 and any(rest[i][i:])):
            return None
        if pivot == 0:
            continue
        column = [row[i] / pivot if j >= i else Fraction(0) for j, row in enumerate(rest)]
        for j in range(i, len(rest)):
            if by := column[j]:
                other = rest[i]
                rest[j] = rest[j] if j == i else [x - by * y if y else x for x, y in zip(rest[j], other, strict=True)]
        found.append((pivot, column))
    return found


def parametrised(rows: list[dict[int, Fraction]]) -> dict[int, dict[int, Fraction]] | None:
    """Linear equations sum(row[j] * x[j]) = row[-1], solved for some of the unknowns; None if they have no solution.

    The answer says of each of these unknowns what it is: a constant, under -1, and multiples of the others.
    """
    solved: dict[int, dict[int, Fraction]] = {}
    for row in rows:
        left = dict(row)
        for j in [j for j in left if j in solved]:
            _eliminate(left, j, solved[j])
        unknowns = [j for j in left if j >= 0]
        if not unknowns:
            if left.get(-1):
                return None
            continue
        chosen = max(unknowns)
        by = left.pop(chosen)
        value = {j: (x if j == -1 else -x) / by for j, x in left.items()}
        for other in solved.values():
            if chosen in other:
                factor = other.pop(chosen)
                _accumulate(other, value, factor)
        solved[chosen] = value
    return solved


def _eliminate(row: dict[int, Fraction], j: int, value: dict[int, Fraction]) -> None:
    """Replace unknown j in an equation by what it is."""
    factor = row.pop(j)
    _accumulate(row, {k: -x if k == -1 else x for k, x in value.items()}, factor)


def _accumulate(row: dict[int, Fraction], value: dict[int, Fraction], factor: Fraction) -> None:
    for k, x in value.items():
        total = row.get(k, Fraction(0)) + factor * x
        if total:
            row[k] = total
        else:
            row.pop(k, None)
