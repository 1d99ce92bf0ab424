# infoview, from a fresh clone: `make app` opens it, `make test` checks everything.
# Only Python 3.11 or newer, git and make are needed; the rest goes into .venv when it is first asked for.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
# The browser tests drive a Chromium that is already on the machine: this one, or the first that is found.
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
export CHROMIUM

# What checks JavaScript and CSS, from npm; it needs no more than node.
BIOME := 2.6.8
WEB := $(VENV)/biome-$(BIOME)

# How many files of tests run at once.
WORKERS ?= 2
PYTEST := $(BIN)/pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder
NBVAL := --nbval-lax --nbval-current-env

.DEFAULT_GOAL := help
STATIC ?= build/static

.PHONY: help app lab static test test-long check web format unit pages coverage notebooks browser browser-static bench-static bench docs pictures wheel clean chromium bring-chromium

help: ## say what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	touch $@

app: $(INSTALLED) ## open the guided app
	$(BIN)/infoview app

lab: $(INSTALLED) ## open the notebooks in JupyterLab
	$(BIN)/infoview lab

static: $(INSTALLED) ## the workbook in the browser alone, as a folder for any web host
	$(BIN)/infoview static $(STATIC)

test: check chromium ## everything: style, types, layers, and every test
	$(PYTEST) $(NBVAL) --ignore=tests/bench tests notebooks

test-long: check chromium ## the same, with more kills and more examples tried out
	$(PYTEST) $(NBVAL) --ignore=tests/bench --long tests notebooks

check: $(INSTALLED) web ## style, types and layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

web: $(INSTALLED) ## the style of JavaScript and CSS, where there is node
	@test -d $(WEB) || ! command -v npm >/dev/null || npm install --prefix $(WEB) --no-save --no-package-lock \
	  --no-audit --no-fund --loglevel=error @biomejs/biome@$(BIOME) >/dev/null || rm -rf $(WEB)
	@test ! -d $(WEB) || $(WEB)/node_modules/.bin/biome lint --error-on-warnings
	@test -d $(WEB) || echo "There is no node here that has Biome $(BIOME), so JavaScript and CSS are not checked."

format: $(INSTALLED) ## put the code into its usual form
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

unit: $(INSTALLED) ## the fast tests
	$(PYTEST) tests/unit

pages: $(INSTALLED) ## the pages, without a browser
	$(PYTEST) tests/pages

coverage: $(INSTALLED) ## how much of infoview the tests of the library and the pages run through
	$(PYTEST) --cov --cov-report=term tests/unit tests/pages

notebooks: $(INSTALLED) ## the notebooks, run from top to bottom
	$(PYTEST) $(NBVAL) notebooks

browser: $(INSTALLED) chromium ## the app and the notebooks in a real browser
	$(PYTEST) tests/browser

browser-static: $(INSTALLED) chromium ## the static edition in a real browser: the folder in $(STATIC), made if there is none
	test -e $(STATIC)/index.html || $(BIN)/infoview static $(STATIC)
	INFOVIEW_STATIC=$(abspath $(STATIC)) $(PYTEST) tests/browser/test_static.py

bench-static: $(INSTALLED) chromium ## how fast the static edition in $(STATIC) opens, and how much it loads
	$(BIN)/python tests/bench/static_opens.py $(STATIC)

bench: $(INSTALLED) chromium ## how fast people are imported and searched, and how fast the app opens and answers
	PYTHONPATH=tests $(BIN)/python tests/bench/imports.py
	PYTHONPATH=tests $(BIN)/python tests/bench/duplicates.py
	PYTHONPATH=tests $(BIN)/python tests/bench/hostile.py
	PYTHONPATH=tests $(BIN)/python tests/bench/frames.py
	$(BIN)/python tests/bench/coach.py
	$(BIN)/python tests/bench/first_control.py
	$(BIN)/python tests/bench/keystroke.py
	$(BIN)/python tests/bench/pages.py

docs: $(INSTALLED) ## the documentation, into docs/_built
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[docs]'
	$(BIN)/sphinx-build --quiet --fail-on-warning --fresh-env docs docs/_built
	@echo "Open docs/_built/index.html."

pictures: $(INSTALLED) chromium ## the pictures in the documentation, taken anew
	$(BIN)/python docs/pictures.py

wheel: $(INSTALLED) ## the package, as it is published
	$(BIN)/python -m build --wheel --no-isolation --outdir dist

bring-chromium:
	@test -n "$(CHROMIUM)" || test "$$(id -u)" != 0 || ! command -v apt-get >/dev/null || { \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	  apt-get install -qq -y --no-install-recommends chromium >/dev/null; }

chromium: bring-chromium
	@test -n "$(CHROMIUM)" -a -x "$(CHROMIUM)" || { \
	  echo "The browser tests need Chromium: install it (Debian and Ubuntu: apt-get install chromium),"; \
	  echo "or name one: make CHROMIUM=/path/to/chromium test"; exit 1; }

clean: ## take away what was made here
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage
