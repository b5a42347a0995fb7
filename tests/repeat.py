"""``python -m tests.repeat FOLDER JOBS``: decide the same claims and the same small paper, and write all that is found.

Of two runs every file has to have the same bytes; see tests/test_repeat.py.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from symcheck.batch import Batch, Options
from symcheck.claim import Claim
from symcheck.files import canonical_json
from tests.small import book, decide, scope

LIMIT = 300.0
"""Seconds, so that no share of them ends a search on a slow machine."""
CLAIMS: list[tuple[str, list[str], dict[str, str]]] = [
    ("(x + y)**3 == x**3 + 3*x**2*y + 3*x*y**2 + y**3", [], {}),
    ("sqrt(x**2) == x", [], {}),
    ("x**a*x**b == x**(a + b)", ["x > 0"], {}),
    ("a/b + b/a >= 2", ["a > 0", "b > 0"], {}),
    ("x*y <= (x**2 + y**2)/2", [], {}),
    ("log(x) <= x - 1", ["x > 0"], {}),
    ("Derivative(x**x, x) == x**x*(1 + log(x))", ["x > 0"], {}),
    ("Integral(exp(-a*x), (x, 0, oo)) == 1/a", ["a > 0"], {}),
    ("Limit(sin(x)/x, x, 0) == 1", [], {}),
    ("Sum(k, (k, 1, n)) == n*(n + 1)/2", [], {"n": "positive integer"}),
    ("factorial(n + 1) == (n + 1)*factorial(n)", [], {"n": "natural"}),
    ("x**2 + y**2 == 25", ["x*y == 12"], {}),
    ("x*exp(-x) < exp(-1)", [], {}),
    ("n**2 + n + 41 != 1681", [], {"n": "natural"}),
    ("Limit(Abs(x)/x, x, 0) == 1", [], {}),
    ("sin(x + y) == sin(x)*cos(y) + cos(x)*sin(y)", [], {}),
    ("Max(x, y) >= x", [], {}),
    ("(x + y + z)**2 <= 3*(x**2 + y**2 + z**2)", [], {}),
    ("x**4 + y**4 >= x**3*y + x*y**3", [], {}),
    ("Integral(x*exp(-x), (x, 0, oo)) == 1", [], {}),
    ("Limit((1 + a/x)**x, x, oo) == exp(a)", [], {}),
    ("exp(x) >= 1 + x", [], {}),
    ("x**2/y + y**2/x >= x + y", ["x > 0", "y > 0"], {}),
    ("x**2 < 10**11", ["1000 < y < x"], {}),
    ("erf(x) >= 0", ["x > 0"], {}),
    ("2x == 1", [], {}),
]
PAPER = {
    "eq:square": "(x+1)^{2}=x^{2}+2x+1",
    "eq:wrong": "(x+t)^{2}=x^{2}+2xt+2t^{2}",
    "eq:mean": r"\frac{a+b}{2}\geq\sqrt{ab}",
    "eq:slope": r"\frac{\partial x^{a}}{\partial x}=ax^{a-1}",
    "eq:area": r"\int_{0}^{1}x^{2}\,\mathrm{d}x=\frac{1}{3}",
    "eq:root": r"\sqrt{x^{2}}=x",
    "eq:value": r"\ln 2\approx .693",
}


def main(folder: Path, jobs: int) -> None:
    """Write answers, certificates and the findings of the paper to a folder."""
    folder.mkdir(parents=True)
    rows = [{"claim": claim, "given": given, "symbols": symbols} for claim, given, symbols in CLAIMS]
    (folder / "claims.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    out = folder / "answers.jsonl"
    Batch(folder / "claims.jsonl", out, Options(LIMIT, jobs=jobs), str).run()
    answers = [json.loads(line) | {"seconds": 0} for line in out.read_text().splitlines()]
    out.write_text("".join(json.dumps(answer) + "\n" for answer in answers))
    given = scope("x>0", "t>0", "a>0", "b>0")
    made = book(folder / "paper", PAPER, (given, [Claim(label) for label in PAPER]))
    found = decide(made, jobs=jobs, limit=LIMIT)
    (folder / "paper.json").write_text(
        canonical_json([
            [v.obligation.name, v.outcome, v.certificate, v.digest, v.reason, v.sides]
            for f in found.values() for v in f.verdicts
        ])
    )  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
