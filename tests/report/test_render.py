"""The written reports: deterministic, complete, safe, and accepted by the tools that read them."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from symcheck.errors import InputError
from symcheck.report import Coordinate, Math, Paper, Report, Witness, write_pdf, write_reports
from symcheck.report.outline import outline
from symcheck.report.pdf import compile_pdf
from symcheck.report.render import FORMATS, render
from tests.report.sample import BARE, FAILING, SAMPLE, hostile


def balanced(source: str) -> bool:
    """Whether braces and environments of LaTeX ``source`` nest."""
    text = re.sub(r"\\\\|\\[{}%]|%.*", "", source)
    depth, open_environments = 0, []
    for match in re.finditer(r"\\(begin|end)\{([^{}]*)\}|[{}]", text):
        if match[1] == "begin":
            open_environments.append(match[2])
        elif match[1] == "end":
            if not open_environments or open_environments.pop() != match[2]:
                return False
        else:
            depth += 1 if match[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0 and not open_environments


@pytest.mark.parametrize("name", FORMATS)
def test_findings_come_before_the_ledger(name: str) -> None:
    source = render(outline(SAMPLE), name)
    places = [source.index(word) for word in ("Findings", "claim-eq-linking-integral", "claim-eq-leontief")]
    assert places == sorted(places)


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_without_findings_says_so(name: str) -> None:
    report = Report(Paper("T"), (dataclasses.replace(BARE, outcome="holds"),))
    assert "No claim was refuted" in render(outline(report), name)
    assert "Still open" not in render(outline(report), name)


@pytest.mark.parametrize("name", FORMATS)
def test_a_finding_says_what_is_printed_why_it_is_not_so_and_what_is_so(name: str) -> None:
    source = render(outline(SAMPLE), name)
    said = [
        "passes 1, which the abstract denies", "Abstract, sentence 4", "is proved", "it is below 1 only for",
        "says", "2 = 4", "it holds if", "§3, display 7" if name != "latex" else r"\S{}3, display 7",
    ]  # fmt: skip
    told = source[source.rindex("Headline", 0, source.index("at most linearly")) :].replace("It holds", "it holds")
    if name == "typst":  # there the words and their order are the design's
        assert all(word in told for word in said if word not in ("is proved", "says", "it holds if"))
    else:
        places = [told.index(word) for word in said]
        assert places == sorted(places)


@pytest.mark.parametrize("name", FORMATS)
def test_units_open_claims_and_coverage_are_told(name: str) -> None:
    source = render(outline(SAMPLE), name)
    for word in (
        "they can be added once", "quality is a number", "hides has no unit",
        "the constant that was tried does not do", "The paper gives no constant.", "92.8", "Abstract, sentence 5",
        "used in no claim", "eq:spare",
    ):  # fmt: skip
        assert word in source


@pytest.mark.parametrize("name", FORMATS)
def test_no_optional_part_is_needed(name: str) -> None:
    for report in (Report(Paper("T"), ()), Report(Paper("T"), (BARE,))):
        source = render(outline(report), name)
        assert "None" not in source
        assert "Undefined" not in source


@pytest.mark.parametrize("name", ["markdown", "latex"])
def test_committed_formats_have_neither_timings_nor_versions(name: str) -> None:
    other = tuple(dataclasses.replace(record, seconds=record.seconds + 1) for record in SAMPLE.claims)
    changed = dataclasses.replace(SAMPLE, claims=other, versions={"symcheck": "9.9"})
    assert render(outline(changed), name) == render(outline(SAMPLE), name)


def test_markdown_shows_printed_understood_and_derived() -> None:
    source = render(outline(SAMPLE), "markdown")
    printed = r"f_{\gamma}(q)=\max_{t\geq 0}\frac{p(t,q)}{\omega}=\int_{0}^{q}"
    assert printed in source
    assert "Read as:" in source
    assert "Derived from the model" in source
    assert "| -1/2 | 4 | **2** | **4** |" in source


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("markdown", "> Setting $`\\gamma=-1`$ makes it linear in $`\\pi`$."),
        ("latex", r"\quoted{Setting $\gamma=-1$ makes it linear in $\pi$.}"),
        ("typst", r'[#"Setting"; $gamma = - 1$ #"makes it linear in"; #code("\\pi");#".";]'),
    ],
)
def test_a_sentence_is_set_as_text_with_formulas(name: str, expected: str) -> None:
    quote = ("Setting ", Math(r"\gamma=-1", "gamma = - 1"), " makes it linear in ", Math(r"\pi", ""), ".")
    record = dataclasses.replace(BARE, understood="", quote=quote)
    assert expected in render(outline(Report(Paper("T"), (record,))), name)


@pytest.mark.parametrize(("name", "expected"), [("markdown", "$`z^{2}`$ |"), ("latex", "$z^{2}$"), ("typst", "$z^2$")])
def test_a_function_in_a_witness_is_set_as_a_formula(name: str, expected: str) -> None:
    witness = Witness((Coordinate("f(z)", "f(z)", "z^{2}", Math("z^{2}", "z^2")),))
    record = dataclasses.replace(BARE, outcome="fails", witness=witness)
    assert expected in render(outline(Report(Paper("T"), (record,))), name)


def test_markdown_is_well_formed() -> None:
    for report in (SAMPLE, hostile()):
        source = render(outline(report), "markdown")
        fences = re.findall(r"^ *(`{3,})(?:math)?$", source, re.MULTILINE)
        assert len(fences) % 2 == 0
        bars = {
            len(re.findall(r"(?<!\\)\|", row.replace("\\\\", "")))
            for row in source[source.index("| Place |") :].split("\n\n")[0].splitlines()
        }
        assert bars == {5}
        assert "\n\n\n" not in source
        assert not re.search(r"[ \t]$", source, re.MULTILINE)


def test_every_link_of_markdown_has_its_anchor() -> None:
    source = render(outline(SAMPLE), "markdown")
    assert set(re.findall(r"\]\(#([^)]*)\)", source)) <= set(re.findall(r'<a id="([^"]*)">', source))


def test_latex_is_balanced_and_runs_nothing_it_was_given() -> None:
    for report in (SAMPLE, hostile()):
        source = render(outline(report), "latex")
        assert balanced(source)
        assert r"\input{" not in source
        assert "{{ 7" not in source


def test_balanced_can_fail() -> None:
    assert not balanced("{")
    assert not balanced("}{")
    assert not balanced(r"\begin{a}\end{b}")


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (write_reports(SAMPLE, tmp_path / name) for name in ("a", "b"))
    assert [path.name for path in first] == ["report.md", "report.tex", "verdicts.json"]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_bytes_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    code = (
        "import sys; from tests.report.sample import SAMPLE; from symcheck.report import write_reports;"
        "write_reports(SAMPLE, sys.argv[1])"
    )
    root = Path(__file__).parents[2]
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
        subprocess.run([sys.executable, "-c", code, str(tmp_path / seed)], env=environment, cwd=root, check=True)
    for name in ("report.md", "report.tex", "verdicts.json"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_verdicts_json_is_json(tmp_path: Path) -> None:
    written = write_reports(SAMPLE, tmp_path)[2]
    data = json.loads(written.read_text("utf-8"))
    assert [claim["label"] for claim in data["claims"]] == [record.label for record in SAMPLE.claims]


def test_pdf_is_reproducible(tmp_path: Path) -> None:
    first, second = (write_pdf(SAMPLE, tmp_path / name) for name in ("a", "b"))
    assert [path.name for path in first] == ["report.typ", "report.pdf"]
    assert first[1].read_bytes() == second[1].read_bytes()
    assert first[1].read_bytes().startswith(b"%PDF")


def test_typst_sets_whatever_it_is_given() -> None:
    for report in (hostile(), Report(Paper("T"), ()), Report(Paper("T"), (BARE,))):
        assert compile_pdf(render(outline(report), "typst")).startswith(b"%PDF")


def test_a_formula_that_typst_cannot_read_is_an_input_error(tmp_path: Path) -> None:
    broken = dataclasses.replace(FAILING, understood_typst="frac(a, b")
    with pytest.raises(InputError, match="Typst can't set the report"):
        write_pdf(Report(Paper("T"), (broken,)), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["report.typ"]


@pytest.mark.parametrize("writer", [write_reports, write_pdf])
def test_a_folder_that_cannot_be_written_is_an_input_error(writer: object, tmp_path: Path) -> None:
    assert callable(writer)
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="file"):
        writer(SAMPLE, tmp_path / "file")


def test_importing_the_report_loads_neither_jinja2_nor_typst() -> None:
    code = "import sys, symcheck.report; sys.exit(any(m in sys.modules for m in ('jinja2', 'typst', 'sympy')))"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2]).returncode == 0


@pytest.mark.parametrize("name", ["markdown", "latex", "typst"])
def test_a_failure_between_numbers_alone_shows_both_sides(name: str) -> None:
    record = dataclasses.replace(BARE, outcome="fails", witness=Witness((), left="8.62", right="7.59"))
    text = render(outline(Report(Paper("T"), (record,))), name)
    assert "8.62" in text
    assert "7.59" in text
