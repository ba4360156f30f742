# Parallax: `make help` lists the targets.
PYTHON ?= python3
CORPUS ?= embedded
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# Python keeps compiled modules, also where the surroundings ask it not to: every process of a test or
# notebook would compile pandas and the rest again, for seconds.
unexport PYTHONDONTWRITEBYTECODE
# Corpora and hand labels that are not part of the project are used where they lie beside it.
ifneq ($(wildcard ../shared/corpora),)
export PARALLAX_CORPORA ?= $(abspath ../shared/corpora)
endif
ifneq ($(wildcard ../shared/gold),)
export PARALLAX_GOLD ?= $(abspath ../shared/gold)
endif

.DEFAULT_GOAL := help
.PHONY: help setup report gallery extract lab test attack test-browser test-corpus lint measure-code mutants pins benchmarks clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(READY)  ## make the environment in .venv, every package pinned and checked by its hash

# uv installs in seconds where pip takes a minute or more; both check the hashes.
$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Parallax needs Python 3.11 or newer, but $(PYTHON) is `$(PYTHON) --version`. Try: make setup PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@awk '/^uv==/ {p=1; print; next} /^[^ ]/ {p=0} p' requirements.txt > $(VENV)/uv.txt
	@if $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r $(VENV)/uv.txt; then \
	  echo "installing with uv"; $(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements.txt; \
	else \
	  echo "uv is not available; installing with pip"; $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt; \
	fi
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

report: $(READY)  ## run all notebooks and write reports/CORPUS/index.html (CORPUS=fa-kes, or a path; ARGS="--limit 100 --out reports/some")
	$(BIN)/python -m analysis report "$(CORPUS)" $(ARGS)

gallery: report  ## write docs/gallery.md and its pictures from the report of the embedded corpus
	$(BIN)/python -m analysis.report.gallery reports/embedded docs

extract: $(READY)  ## write the tables of CORPUS only
	$(BIN)/python -m analysis extract "$(CORPUS)" $(ARGS)

# JupyterLab refuses to run as root, and says so only after a page of its log.
lab: $(READY)  ## open JupyterLab on the notebooks
	@if [ "$$(id -u)" = 0 ] && [ -z "$(findstring --allow-root,$(ARGS))" ]; then \
	  echo 'JupyterLab does not run as root. Log in as another user and type: make lab'; \
	  echo 'Where root is the only user, as in a container, type: make lab ARGS="--allow-root --no-browser"'; \
	  exit 1; \
	fi
	$(BIN)/jupyter lab notebooks $(ARGS)

# Each of the two takes one half of the tests, in their order, so that few fixtures are made twice.
test: $(READY)  ## run the tests that need no network, browser or outside corpus
	$(BIN)/python -m pytest -q -n 2 --dist worksteal $(ARGS)
	@echo "Not among these: hostile inputs (make attack), the tests in a browser (make test-browser) and on the real corpus (make test-corpus)."

# A test that hangs prints where it stands and ends the run, so that this always ends.
ATTACK_SECONDS ?= 300
attack: $(READY)  ## run the collection of bad and hostile inputs; a test that takes longer than ATTACK_SECONDS ends the run
	$(BIN)/python -m pytest -q -n 2 --dist worksteal -m attack -o faulthandler_timeout=$(ATTACK_SECONDS) -o faulthandler_exit_on_timeout=true tests/attack $(ARGS)

test-browser: $(READY)  ## open the report and JupyterLab in Chromium and check them (needs apt or a Chromium, pip, npm)
	@sh tests/browser/prepare.sh $(BIN)/python
	PYTHONPATH=build/browser/python $(BIN)/python -m pytest -q -m browser tests/browser $(ARGS)

test-corpus: $(READY)  ## run the tests on the real corpus and the hand labels beside the project
	$(BIN)/python -m pytest -q -n 2 --dist worksteal -m corpus $(ARGS)

lint: $(READY)  ## check style, layout and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check analysis tests benchmarks
	$(BIN)/basedpyright

measure-code: $(READY)  ## print how the code is written, next to the aims that it names
	$(BIN)/python benchmarks/measure_code.py $(ARGS)

mutants: $(READY)  ## change lines of the code at random and print the changes that no test notices (ARGS="--sample 50 --folders analysis/load")
	$(BIN)/python benchmarks/mutants.py $(ARGS)

pins: $(READY)  ## compile requirements.txt from pyproject.toml again
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url -q -o requirements.txt

benchmarks: $(READY)  ## measure speed, memory, growth, long articles, and peers (half an hour; ARGS="--articles 200 --peers PYTHON"), and fill docs/scale.md
	$(BIN)/python benchmarks/speed.py $(ARGS)
	$(BIN)/python benchmarks/long_articles.py
	$(BIN)/python benchmarks/scale.py

clean:  ## remove reports and the environment
	rm -rf reports build $(VENV)
