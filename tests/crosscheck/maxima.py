"""What Maxima's ``radcan`` makes of the difference of both sides of an equation: 0, another number, or neither."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

INFIX = {"add": "+", "mul": "*", "div": "/", "pow": "^"}
FUNCTIONS = {"exp", "log", "abs", "sin", "cos", "asin", "atan", "asinh", "floor", "gamma", "min", "max"}
NAMES = {"sign": "signum"}
SECONDS = 240
ZERO, NUMBER, OTHER = "zero", "number", "other"
WORD = (
    'if ans = [] then "error" else if is(ans[1] = 0) = true then "zero"'
    ' else if numberp(float(ans[1])) and abs(float(ans[1])) > 1.0e-6 then "number" else "other"'
)
"""Maxima's name for the answer in ``ans``."""
Bodies = Mapping[tuple[str, int], tuple[Sequence[str], Any]]


class Unwritable(Exception):
    """Maxima is not asked about such a term."""


def there() -> bool:
    """Whether Maxima is installed."""
    return shutil.which("maxima") is not None


class Writer:
    """Terms in Maxima's syntax; the names of symbols and functions are replaced by numbered ones."""

    def __init__(self, statement: Mapping[str, Any]) -> None:
        self.bodies: Bodies = {(name, len(p)): (p, body) for name, p, body in statement["definitions"]}
        self.names: dict[str, str] = {}

    def name(self, name: str) -> str:
        return self.names.setdefault(name, f"v{len(self.names)}")

    def text(self, term: Any, env: Mapping[str, str]) -> str:
        """The text of a term in brackets, symbols of ``env`` replaced by what they stand for."""
        if isinstance(term, str):
            if not term[:1].isalpha():
                return f"({Fraction(term)})"
            return env.get(term) or self.name(term)
        head, *rest = term
        if head in INFIX:
            return f"({INFIX[head].join(self.text(u, env) for u in rest)})"
        if head == "neg":
            return f"(-{self.text(rest[0], env)})"
        if head == "pi":
            return "%pi"
        if head in FUNCTIONS or head in NAMES:
            return f"{NAMES.get(head, head)}({', '.join(self.text(u, env) for u in rest)})"
        if head == "call":
            return self._call(*rest, env=env)
        if head == "deriv":
            name, body, point = rest
            bound = f"b{len(env)}"
            inside = self.text(body, {**env, name: bound})
            return f"subst({self.text(point, env)}, {bound}, diff({inside}, {bound}))"
        raise Unwritable(head)

    def _call(self, name: str, *args: Any, env: Mapping[str, str]) -> str:
        if (name, len(args)) not in self.bodies:
            raise Unwritable("a function that is not specified")
        params, body = self.bodies[name, len(args)]
        values = {p: self.text(u, env) for p, u in zip(params, args, strict=True)}
        return self.text(body, {**env, **values})


def question(statement: Mapping[str, Any]) -> str:
    """The expression that has to be 0, after assumptions on signs; Unwritable if it can't be asked."""
    relation, left, right = statement["goal"]
    if relation != "eq":
        raise Unwritable("no equation")
    writer = Writer(statement)
    difference = f"({writer.text(left, {})}) - ({writer.text(right, {})})"
    assumed, equations = list[str](), list[str]()
    for rel, low, high in (*statement["given"], *statement["where"]):
        try:
            if rel == "lt" and isinstance(low, str) and isinstance(high, str):
                assumed.append(f"{writer.text(low, {})} < {writer.text(high, {})}")
            if rel == "eq" and isinstance(low, str) and low[:1].isalpha():
                equations.append(f"{writer.text(low, {})} = {writer.text(high, {})}")
        except Unwritable:
            continue
    return f"block([], assume({', '.join(assumed)}), radcan(subst([{', '.join(equations)}], radcan({difference}))))"


def ask(questions: Iterable[str]) -> list[str]:
    """``zero``, ``number`` (which is not 0) or ``other`` for each question, by one process of Maxima."""
    listed = list(questions)
    lines = ["display2d: false$", "linel: 100000$"]
    for number, text in enumerate(listed):
        lines += [f"ans: errcatch({text})$", f'print("ANSWER", {number}, {WORD})$', "forget(facts())$"]
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "ask.mac"
        script.write_text("\n".join(lines) + "\n", "ascii")
        command = ["maxima", "--very-quiet", f'--batch-string=batchload("{script}")$']
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, check=False, timeout=SECONDS, stdin=subprocess.DEVNULL
            )
            said = done.stdout
        except subprocess.TimeoutExpired as stopped:
            said = stopped.stdout.decode() if isinstance(stopped.stdout, bytes) else stopped.stdout or ""
    found = dict(re.findall(r"ANSWER (\d+) (\w+)", said))
    return [found.get(str(number), OTHER) for number in range(len(listed))]
