"""Who may import whom, how long a module may be, and that each has its tests."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import symcheck

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "symcheck"
LIBRARIES = {"sympy", "mpmath", "flint", "jinja2", "typst", "numpy", "z3"}
#: From the bottom up; a module imports only from its own layer and those before it.
LAYERS = [
    {"errors"},
    {"files"},
    {"kernel"},
    {"latex", "plain"},
    {"hints"},
    {
        "claim",
        "paper",
        "elaborate",
        "assumptions",
        "quantified",
        "reading",
        "obligations",
        "store",
        "lock",
        "gate",
        "edits",
        "bridge",
        "query",
        "answer",
    },
    {"units"},
    {"derivation", "procedures"},
    {"engine", "worker", "workers", "decision", "growing", "verdict", "checking", "batch"},
    {"outcomes", "screen"},
    {"weakest"},
    {"report", "conditions", "suggest", "mutants"},
    {"findings", "scribe", "ledger"},
    {"ask", "run"},
    {"cli"},
    {"__main__"},
]
LENGTH = 320
#: Modules without a test file of their own name, and where they are tested instead.
ELSEWHERE = {
    "__main__": "tests/test_run.py runs the program",
    "errors": "tests/test_cli.py, and the error cases of every module",
    "assumptions": "tests/test_obligations.py and tests/test_quantified.py: by what is assumed where",
    "reading": "tests/test_obligations.py: readings are seen through what is owed",
    "decision": "tests/test_checking.py: by what becomes of claims",
    "verdict": "tests/test_checking.py: by what becomes of claims",
    "query": "tests/test_checking.py: by how claims are read",
    "worker": "tests/test_workers.py",
    "kernel/*": "tests/kernel: accept, reject and malformed, by rule",
    "latex/*": "tests/latex: by what is read and printed",
    "plain/*": "tests/plain",
    "procedures/*": "tests/procedures: by statements that are proved or refuted",
    "report/*": "tests/report",
    "units/*": "tests/units: by what fits together and what does not",
    "screen": "tests/test_conditions.py: by the conditions that are found",
    "weakest": "tests/test_conditions.py: by the conditions that are found",
    "scribe": "tests/test_ledger.py: by what a report prints",
}
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.name != "__init__.py" or p.parent.name == "report")
DERIVATIONS = sorted((ROOT / "derivations").rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def imports(path: Path) -> Iterator[str]:
    """The full names of the modules that a file imports, wherever in it; names out of packages included."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer(module: str) -> int:
    """The place of a module of symcheck in LAYERS."""
    top = module.split(".")[1]
    return next(i for i, names in enumerate(LAYERS) if top in names)


def tops(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)}


def test_every_module_has_a_layer() -> None:
    known = {top for names in LAYERS for top in names}
    assert {p.stem if p.parent == PACKAGE else p.relative_to(PACKAGE).parts[0] for p in MODULES} == known


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down(path: Path) -> None:
    own = layer(name_of(path))
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "symcheck" and len(parts) > 1 and any(parts[1] in names for names in LAYERS):
            assert layer(name) <= own, f"{name_of(path)} imports {name}"


def test_modules_of_one_layer_do_not_import_each_other_in_a_circle() -> None:
    edges = {
        name_of(p): {
            n for n in imports(p) if n.startswith("symcheck.") and (ROOT / f"{n.replace('.', '/')}.py").is_file()
        }
        for p in MODULES
    }
    done: set[str] = set()

    def visit(module: str, above: tuple[str, ...]) -> None:
        assert module not in above, " -> ".join((*above, module))
        if module not in done:
            for other in sorted(edges.get(module, ())):
                visit(other, (*above, module))
            done.add(module)

    for module in sorted(edges):
        visit(module, ())


@pytest.mark.parametrize("path", sorted((PACKAGE / "kernel").rglob("*.py")), ids=name_of)
def test_the_kernel_imports_itself_and_the_standard_library(path: Path) -> None:
    for name in imports(path):
        top = name.split(".")[0]
        assert top in sys.stdlib_module_names or name.startswith("symcheck.kernel"), name


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_libraries_are_behind_their_doors(path: Path) -> None:
    found = tops(path) & LIBRARIES
    allowed = {"symcheck.bridge": {"sympy", "mpmath", "flint"}}.get(name_of(path), set())
    if name_of(path).startswith("symcheck.report"):
        allowed = {"jinja2", "typst"}
    assert found <= allowed


@pytest.mark.parametrize("path", DERIVATIONS, ids=name_of)
def test_derivations_import_only_public_names_and_sympy(path: Path) -> None:
    for name in imports(path):
        top = name.split(".")[0]
        if top == "symcheck":
            assert name == "symcheck" or name.removeprefix("symcheck.") in symcheck.__all__, name
        elif top == "sympy":
            assert path.stem == "model", "only the model is written in sympy"
        else:
            assert top in {"derivations", "__future__"} or top in sys.stdlib_module_names, name


def test_every_public_name_is_there() -> None:
    assert all(getattr(symcheck, name) for name in symcheck.__all__)
    with pytest.raises(AttributeError):
        _ = symcheck.nothing


@pytest.mark.parametrize(
    "module", ["symcheck.cli", "symcheck.run", "symcheck.claim", "symcheck.obligations", "derivations.profit_optimal"]
)
def test_importing_does_not_import_sympy(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not {name.split(".")[0] for name in done.stdout.split()} & LIBRARIES


@pytest.mark.parametrize("path", [*MODULES, *DERIVATIONS], ids=name_of)
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LENGTH


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_has_its_tests(path: Path) -> None:
    place = path.relative_to(PACKAGE).with_suffix("")
    mirrored = ROOT / "tests" / place.parent / f"test_{place.name}.py"
    listed = str(place) in ELSEWHERE or (len(place.parts) > 1 and f"{place.parts[0]}/*" in ELSEWHERE)
    assert mirrored.is_file() or listed, f"no {mirrored.relative_to(ROOT)}"


def test_what_is_tested_elsewhere_is_there() -> None:
    for place in ELSEWHERE:
        assert (PACKAGE / f"{place}.py").is_file() if "/" not in place else any((ROOT / "tests" / place[:-2]).iterdir())
        assert not (ROOT / "tests" / f"test_{place}.py").is_file()
