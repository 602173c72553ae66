# Gyda. Needs Python 3.11 (with venv) and make, nothing else.
# `make run` opens a living hub; `make test` checks everything; `make help` says the rest.
# SPDX-License-Identifier: AGPL-3.0-or-later

PYTHON ?= python3
BIN := .venv/bin
# A file's tests share a world that takes minutes to walk through: they stay together, the longest first.
BY_FILE := -q -n 2 --dist loadfile --no-loadscope-reorder -m "not browser"
KERNEL := $(wildcard src/gyda/methods/budgets/kernel/*.[ch])

.PHONY: run demo setup test check sqlite postgres browser bench help lock words clean
.DEFAULT_GOAL := help

run: setup ## Set up, migrate, make a demo hub if there is none, and serve it
	GYDA_DEMO=1 $(BIN)/gyda run

demo: setup ## Throw the local database away and make the demo hubs anew
	GYDA_DEMO=1 $(BIN)/gyda demo --anew

SET ?= run
setup: .venv/$(SET).stamp front ## Install what is needed, and build (SET=postgres adds its driver)

test: check ## Everything: checks, tests on SQLite and on PostgreSQL, a real browser
	+@$(MAKE) --no-print-directory --keep-going --jobs=1 sqlite postgres browser

sqlite: .venv/test.stamp front ## Tests on SQLite
	$(BIN)/python -m pytest $(BY_FILE)

postgres: .venv/test.stamp front ## Tests on PostgreSQL
	$(BIN)/python -m tests.on_postgres $(BY_FILE)

browser: .venv/test.stamp front ## Tests in a real browser: journeys, and every page by axe
	$(BIN)/python -m pytest -q -n 2 -m browser

check: .venv/test.stamp front ## Lint, types, import contracts, templates, migrations, translations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy bench
	$(BIN)/lint-imports
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files '*.html')
	$(BIN)/gyda check
	$(BIN)/gyda makemigrations --check
	$(BIN)/gyda words --check

bench: .venv/test.stamp .venv-peers/stamp front ## Measure against the named peers, in one run, with ratios
	$(BIN)/python -m bench

words: .venv/test.stamp ## Gather every string for the translators, in locale/cy
	$(BIN)/gyda words

help: ## Say what each command does
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

lock: .venv/uv.stamp ## Lock the dependencies anew, with hashes
	for set in uv run postgres test areas peers; do \
	  $(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --no-annotate \
	    --python-version 3.11 requirements/$$set.in -o requirements/$$set.txt || exit 1; done

clean: ## Remove what set-up made (never your data in var/)
	rm -rf .venv .venv-peers build node_modules src/gyda/web/static/built

.PHONY: front
front:
	@$(BIN)/python -m gyda.web.build
	@$(BIN)/gyda words --compile

.venv/uv.stamp: requirements/uv.txt
	@echo "— A Python environment in .venv"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

.venv-peers/stamp: requirements/peers.txt .venv/uv.stamp
	@echo "— The peers to measure against, in an environment of their own"
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-peers
	$(BIN)/uv pip install --quiet --python .venv-peers --require-hashes -r requirements/peers.txt
	@touch $@

.venv/%.stamp: requirements/%.txt pyproject.toml setup.py $(KERNEL) .venv/uv.stamp
	@echo "— Packages, locked and hashed ($*)"
	$(BIN)/uv pip install --python .venv --require-hashes -r requirements/$*.txt
	$(BIN)/uv pip install --quiet --python .venv --no-deps --no-build-isolation --editable .
	@touch $@
