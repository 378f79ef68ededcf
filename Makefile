# Writers need `make site`. Engineers need `make test`. Everything they install stays in .venv and node_modules.

PYTHON ?= python3
# Where the site will stand, when that is not what content/site.yml says: make site ADDRESS=https://example.org/suluh
ADDRESS ?=
# Where readers with an account can say that something is wrong: make site REPOSITORY=https://example.org/somebody/suluh
REPOSITORY ?=
# More words for pytest or for the check: make fast ARGS='-k wages', make check ARGS=--strict
ARGS ?=

PY := .venv/bin/python
# -qq: the index may be a mirror that knows some packages only. What is locked comes as wheels: nothing is built.
INSTALL := $(PY) -m pip --disable-pip-version-check install -qq --require-hashes --only-binary :all:

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install site serve check test bench-check bench fast lint format lock system clean

help: ## say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 16

# --- what has to be there ------------------------------------------------------------------------------------------------

# An environment whose Python has gone, or is another one now, is made anew.
ifneq ($(shell $(PY) -c 'import pip; print("well")' 2>/dev/null),well)
.PHONY: .venv/pyvenv.cfg
endif

.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit("Suluh needs Python 3.11 or newer. Name one: make PYTHON=python3.13" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv --clear .venv || { echo 'Python cannot make environments here. On Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }

.venv/site.stamp: requirements.txt .venv/pyvenv.cfg
	$(INSTALL) -r requirements.txt
	@touch $@

.venv/test.stamp: requirements-test.txt .venv/pyvenv.cfg
	$(INSTALL) -r requirements-test.txt
	@touch $@ .venv/site.stamp  # the tests' lock holds the site's

node_modules/.stamp: package.json package-lock.json .npmrc
	npm ci --loglevel=error
	@touch $@

system:
	@sh tests/system-packages

install: .venv/site.stamp ## install what the site needs into .venv

# --- for writers -----------------------------------------------------------------------------------------------------------

site: .venv/site.stamp ## build the site into site/
	@$(PY) build.py build $(if $(ADDRESS),--address '$(ADDRESS)') $(if $(REPOSITORY),--repository '$(REPOSITORY)')
	@echo 'Look at it: make serve, or python3 -m http.server -d site -b 127.0.0.1 8000'

serve: .venv/site.stamp ## show the site, and build again what you change
	@$(PY) build.py serve

check: .venv/site.stamp ## check what is written, and build nothing
	@$(PY) build.py check $(ARGS)

# --- for engineers -----------------------------------------------------------------------------------------------------------

# First what needs no browser, then what looks at the real site as a phone would. What is marked `alone` waits for the rest.
test: lint node_modules/.stamp system ## every check and every test, as in CI
ifeq ($(ARGS),)
	$(PY) -m pytest -n auto --dist worksteal --ignore=tests/browser --ignore=tests/test_budgets.py
	$(PY) -m pytest -n auto --dist worksteal tests/browser tests/test_budgets.py
else
	$(PY) -m pytest $(ARGS)
endif

bench-check: .venv/test.stamp ## the ratios of build times that must hold, on a small site
	$(PY) benchmarks/check.py

bench: .venv/test.stamp ## builds beside those of other programs, into benchmarks/results.md
	$(PY) benchmarks/run.py $(ARGS)

fast: .venv/test.stamp ## the tests that need no browser and nothing slow
	$(PY) -m pytest -m 'not browser and not slow' --ignore=tests/browser $(ARGS)

lint: .venv/test.stamp ## format, rules, types, layers
	$(PY) -m ruff format --check
	$(PY) -m ruff check
	$(PY) -m mypy
	PYTHONPATH=src .venv/bin/lint-imports --no-cache

format: .venv/test.stamp ## put the code in form
	$(PY) -m ruff check --fix-only --quiet
	$(PY) -m ruff format

# -P: `build` is a package that pip-tools needs, not our build.py.
COMPILE := CUSTOM_COMPILE_COMMAND='make lock' $(PY) -P -m piptools compile --quiet --upgrade --generate-hashes --strip-extras \
	--allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

lock: .venv/test.stamp ## renew the locks, with the oldest Python that we support
	@$(PY) -c 'import sys; sys.exit("Make the locks with Python 3.11: make clean lock PYTHON=python3.11" if sys.version_info[:2] != (3, 11) else 0)'
	$(COMPILE) --output-file requirements.txt pyproject.toml
	$(COMPILE) --extra test --extra cluster --constraint requirements.txt --output-file requirements-test.txt pyproject.toml
	npm install --package-lock-only --loglevel=error

clean: ## remove all that was built or installed here
	rm -rf site .suluh .venv node_modules build dist test-results
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find build.py src tests -name __pycache__ -prune -exec rm -rf {} +
