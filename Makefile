# One word for everything one does here, from a fresh clone with nothing but make and Python.
# Each target installs by itself what it needs, once, and again when the lock has changed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -q
RUNTIME := $(VENV)/.installed
EVERYTHING := $(VENV)/.installed-dev
OTHERS := .venv-bench/.installed
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links --group build $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check check-format check-style check-types check-rooms check-flows bench faults lock

help:
	@echo "make demo    the playground: phones side by side in your browser, no token, no network"
	@echo "make test    all tests                  (ARGS='-k quiet' for some)"
	@echo "make check   style, types, rooms, flows and texts"
	@echo "make bench   how fast it is, as a table"
	@echo "make faults  a thousand kills under load (ARGS='--kills 100 --seed 7' for fewer, or for the same again)"
	@echo "make lock    fix what is installed      (UPGRADE=1 for newer versions)"

demo: $(RUNTIME)
	@$(BIN)/python -m bot demo $(ARGS)

test: $(EVERYTHING)
	$(BIN)/python -m pytest -n auto $(ARGS)

check: check-format check-style check-types check-rooms check-flows

check-format: $(EVERYTHING)
	$(BIN)/ruff format --check --output-format concise .

check-style: $(EVERYTHING)
	$(BIN)/ruff check .

check-types: $(EVERYTHING)
	$(BIN)/mypy

check-rooms: $(EVERYTHING)
	$(BIN)/lint-imports --no-logo

check-flows: $(EVERYTHING)
	$(BIN)/python -m bot check

# The bots we are measured beside want other versions than we do: they live in an environment of their own.
bench: $(EVERYTHING) $(OTHERS)
	$(BIN)/python -m tests.bench $(ARGS)

faults: $(EVERYTHING)
	$(BIN)/python -m tests.faults $(ARGS)

# The second lock holds the first one, with the same versions: what is tested is what runs.
lock: $(EVERYTHING)
	$(LOCK) --output-file requirements.txt
	$(LOCK) --group dev --constraint requirements.txt --output-file requirements-dev.txt
	$(subst pyproject.toml,,$(subst --group build,--group bench,$(LOCK))) --output-file requirements-bench.txt

$(RUNTIME): requirements.txt pyproject.toml
	$(call install,requirements.txt)
	@touch $@

$(EVERYTHING): requirements-dev.txt pyproject.toml
	$(call install,requirements-dev.txt)
	@touch $@ $(RUNTIME)

$(OTHERS): requirements-bench.txt $(EVERYTHING)
	@$(BIN)/python -m venv --clear .venv-bench
	@echo "Installing requirements-bench.txt into .venv-bench: about a minute, once."
	@.venv-bench/bin/python -m pip --disable-pip-version-check --no-input -q install --require-hashes -r requirements-bench.txt
	@touch $@

# A virtual environment that has no working pip (half made, or of a Python that is gone) is made anew.
define install
@$(BIN)/python -m pip --version >/dev/null 2>&1 || { \
	$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Rakezet needs Python 3.11 or newer with venv: on Debian, 'apt install python3 python3-venv'; elsewhere, 'make PYTHON=/path/to/python3'." >&2; exit 2; }; \
	$(PYTHON) -m venv --clear $(VENV); }
@echo "Installing $(1) into $(VENV): about a minute, once."
@$(PIP) install --require-hashes -r $(1)
@$(PIP) install --no-deps --no-build-isolation -e .
endef
