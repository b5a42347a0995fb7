# `make verify` on a fresh clone needs only make and Python 3.11 or newer: it makes .venv and installs into it.

PYTHON ?= python3
PAPER ?= profit_optimal
SECONDS := 600

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PEERS := $(VENV)/.peers
REPORTS := reports/$(PAPER)
INSTALL_HINT := (on Debian or Ubuntu: apt-get install python3-venv)

.SUFFIXES:
.PHONY: help setup verify pdf pdf-latex test lint lock mutants fuzz crosscheck bench clean

help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name text; do \
	    printf '%-18s %s\n' "$$name" "$$text"; done

setup: $(READY) ## Make the environment in .venv, unless it is there and current

verify: $(READY) ## Decide every claim of the paper, write the report, compare with the recorded verdicts
	@$(BIN)/python -m symcheck verify $(PAPER)

pdf: $(READY) ## Verify, and set the report as a PDF
	@$(BIN)/python -m symcheck pdf $(PAPER)

pdf-latex: $(READY) ## Verify, and set the report with LaTeX; needs latexmk
	@command -v latexmk >/dev/null || { echo "latexmk is missing; \`make pdf\` needs no LaTeX" >&2; exit 1; }
	@$(BIN)/python -m symcheck verify $(PAPER) || [ $$? -eq 1 ] # like `make pdf`, it sets what is no longer as recorded
	@echo "Setting $(REPORTS)/report-latex.pdf"
	@cd $(REPORTS) && latexmk -silent -pdf -halt-on-error -interaction=nonstopmode -jobname=report-latex report.tex

test: $(READY) ## Run the tests
	@$(BIN)/python -m pytest -q -n auto --dist loadfile

lint: $(READY) ## Check style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

lock: $(READY) ## Record the verdicts found now as those to rely on
	@$(BIN)/python -m symcheck lock $(PAPER)

fuzz: $(READY) ## Decide random claims that are true or false by how they are made, for SECONDS=600
	@$(BIN)/python -m tests.fuzz --seconds $(SECONDS)

crosscheck: $(READY) ## Ask python-flint, and Maxima where it is installed, about every verdict of the paper and of the tests
	@$(BIN)/python -m symcheck verify $(PAPER) >/dev/null || [ $$? -eq 1 ] # what is no longer as recorded is looked at too
	@$(BIN)/python -m tests.crosscheck $(REPORTS)/certificates

mutants: $(READY) ## Plant errors in the paper's formulas and count how many are noticed
	@$(BIN)/python -m symcheck mutants $(PAPER)

bench: $(PEERS) ## Compare with other programs on the claims of bench/corpus.jsonl, write bench/RESULTS.md
	@$(BIN)/python -m bench

clean: ## Remove all that was made, .venv included; the committed report stays
	rm -rf $(VENV) .symcheck-cache build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find symcheck derivations bench tests -name __pycache__ -type d -prune -exec rm -rf {} +
	if [ -d reports ]; then find reports -type f ! -name report.md -delete; find reports -type d -empty -delete; fi

# The stamp is made last: an environment that was not finished is not taken for one, and is made anew.
$(READY): pyproject.toml
	@command -v "$(PYTHON)" >/dev/null || { \
	    echo "$(PYTHON) is not there; name a Python 3.11 or newer: make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "$(PYTHON) is older than Python 3.11; name a newer one: make PYTHON=python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo "$(PYTHON) has no venv module $(INSTALL_HINT)" >&2; exit 1; }
	@echo "Making the environment in $(VENV) (once; it takes a minute)"
	@"$(PYTHON)" -m venv --clear $(VENV)
	@echo "Installing symcheck and what it needs"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --editable '.[dev]' || { \
	    echo "The installation failed; nothing is set up" >&2; exit 1; }
	@echo "Compiling the installed modules"
	@$(BIN)/python -m compileall -qq -j 0 $(VENV)/lib || true
	@touch $(READY)

$(PEERS): $(READY)
	@echo "Installing the programs to compare with (once; Maxima is not among them: apt-get install maxima)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $(PEERS)
