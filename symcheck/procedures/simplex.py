"""Exact linear programming: a non-negative solution of linear equations, with some of its entries positive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

Row = list[Fraction]
MOST_PIVOTS = 400
CLOSE, NEAR = 1e-9, 1e-6


def solve(columns: Sequence[dict[int, Fraction]], target: dict[int, Fraction], wanted: set[int]) -> Row | None:
    """Coefficients >= 0 with sum(coefficient * column) = target; None if there are none or none is found soon.

    If ``wanted`` is not empty, the sum of the coefficients of these columns is positive.
    """
    keys = sorted({k for c in (*columns, target) for k in c})
    if not _likely(columns, target, keys):
        return None
    rows: list[Row] = []
    for key in keys:
        row = [c.get(key, Fraction(0)) for c in columns] + [target.get(key, Fraction(0))]
        rows.append([-x for x in row] if row[-1] < 0 else row)
    width, height = len(columns), len(rows)
    for number, row in enumerate(rows):
        row[width:width] = [Fraction(number == i) for i in range(height)]
    basis = [width + i for i in range(height)]
    short = [sum((r[j] for r in rows), Fraction(0)) if not width <= j < width + height else Fraction(0)
             for j in range(width + height + 1)]  # fmt: skip
    if not _pivot(rows, basis, short, width, lambda: short[-1] == 0) or short[-1] != 0:
        return None
    if wanted:
        gain = [Fraction(j in wanted) for j in range(width)] + [Fraction(0)] * (height + 1)
        for row, place in zip(rows, basis, strict=True):
            if place in wanted:
                gain = [g - x for g, x in zip(gain, row, strict=True)]
        ray = _pivot(rows, basis, gain, width, lambda: gain[-1] < 0)
        if not ray or gain[-1] >= 0:
            return None
    found = [Fraction(0)] * width
    for row, place in zip(rows, basis, strict=True):
        if place < width:
            found[place] = row[-1]
    return found


def _likely(columns: Sequence[dict[int, Fraction]], target: dict[int, Fraction], keys: Sequence[int]) -> bool:
    """Whether there seems to be a solution, by the same in floats: where there is none, that is found much sooner."""
    rows = []
    for key in keys:
        row = [float(c.get(key, 0)) for c in columns] + [float(target.get(key, 0))]
        size = max(map(abs, row)) * (-1 if row[-1] < 0 else 1)
        rows.append([x / size for x in row])
    short = [sum(parts) for parts in zip(*rows, strict=True)]
    for _ in range(MOST_PIVOTS):
        gain, enter = max((x, -j) for j, x in enumerate(short[:-1]))
        ratios = [(row[-1] / row[-enter], i) for i, row in enumerate(rows) if row[-enter] > CLOSE]
        if short[-1] < CLOSE or gain < CLOSE or not ratios:
            break
        leave = rows[min(ratios)[1]]
        by = 1 / leave[-enter]
        leave[:] = [x * by for x in leave]
        for row in (*rows, short):
            if row is not leave and (factor := row[-enter]):
                row[:] = [x - factor * y for x, y in zip(row, leave, strict=True)]
    return bool(short[-1] < NEAR)


def _pivot(rows: list[Row], basis: list[int], cost: Row, width: int, done: Callable[[], bool]) -> bool:
    """Bland's rule on the first ``width`` columns until ``done`` or no column improves; False if there is no end."""
    for _ in range(MOST_PIVOTS):
        if done():
            return True
        enter = next((j for j in range(width) if cost[j] > 0), None)
        if enter is None:
            return True
        ratios = [(row[-1] / row[enter], basis[i], i) for i, row in enumerate(rows) if row[enter] > 0]
        if not ratios:
            return False
        leave = min(ratios)[2]
        factor = rows[leave][enter]
        rows[leave] = [x / factor if x else x for x in rows[leave]]
        filled = [(j, y) for j, y in enumerate(rows[leave]) if y]
        for row in [*rows[:leave], *rows[leave + 1 :], cost]:
            if by := row[enter]:
                for j, y in filled:
                    row[j] -= by * y
        basis[leave] = enter
    return False
