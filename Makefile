# The only door: what a person, a commit hook and the test machine call is the same.
PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
STAMP_DEV := .venv/.installed-dev

.PHONY: help setup run test test-full check fix bench lock clean-state
.DEFAULT_GOAL := help

help: ## what there is
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(STAMP) ## install the program, nothing else

$(BIN)/uv:
	@echo "Menyiapkan lingkungan Python ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

$(STAMP): requirements.lock pyproject.toml | $(BIN)/uv
	@echo "Memasang pustaka ..."
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@

$(STAMP_DEV): requirements-dev.lock $(STAMP) | $(BIN)/uv
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.lock
	@touch $@

run: $(STAMP) ## install, make the demo city, serve it: http://127.0.0.1:$(PORT)
	@$(BIN)/jenjang setup --if-needed
	@$(BIN)/jenjang demo load --if-empty
	@exec $(BIN)/jenjang serve --port $(PORT)

test: $(STAMP_DEV) ## every test that fits in half an hour
	@$(BIN)/python -m tests.run

test-full: $(STAMP_DEV) ## all pages in all variants, 100,000 employees
	@$(BIN)/python -m tests.run --full

check: $(STAMP_DEV) ## format, lint, types, import contracts, templates
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --check --quiet jenjang || $(BIN)/djlint --lint --quiet jenjang

fix: $(STAMP_DEV) ## let the tools mend what they can
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: $(STAMP_DEV) ## measure the bars, as ratios inside one run
	@$(BIN)/python -m benchmarks

lock: | $(BIN)/uv ## pin every dependency by hash, without any registry's address
	$(BIN)/uv pip compile -q pyproject.toml --generate-hashes --no-annotate --no-header --no-emit-index-url --python-version 3.11 -o requirements.lock
	$(BIN)/uv pip compile -q pyproject.toml --group dev --generate-hashes --no-annotate --no-header --no-emit-index-url --python-version 3.11 -o requirements-dev.lock
