# One word for each chore. Each sets up what it needs into .venv, from the hashed locks.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LEDGER := build/demo.ledger
UV_COMPILE := $(BIN)/uv pip compile --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-header --quiet --upgrade

# Stamps: what the program needs is installed; what its developers need is installed too.
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev

.PHONY: help demo test postgresql chromium bench bench-speed bench-desk screenshots bench-resolve bench-follow floors train lint format docs lock clean

help:  ## say what each word does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 13

demo: $(READY)  ## read the samples into a ledger and print a brief on Japan and Belarus
	@mkdir -p build && rm -f $(LEDGER) $(LEDGER)-wal $(LEDGER)-shm
	$(BIN)/dragoman read samples/*/ --ledger $(LEDGER)
	$(BIN)/dragoman brief JPN BLR --ledger $(LEDGER)

test: $(READY_DEV) postgresql chromium  ## run the tests, the fast ones first
	$(BIN)/pytest -n 2

bench: $(READY_DEV)  ## read the development sets, score the reading, compare it with its floors
	$(BIN)/python -m bench.run

bench-speed: $(READY_DEV)  ## measure tokens a second beside spaCy's full pipeline, on one core
	$(BIN)/python -m bench.speed

bench-resolve: $(READY_DEV)  ## measure how long 50,000, 100,000 and 200,000 entries take to become records
	$(BIN)/python -m bench.resolve

bench-follow: $(READY_DEV)  ## measure how long promises and findings of 25,000, 50,000 and 100,000 entries take
	$(BIN)/python -m bench.follow

bench-desk: $(READY_DEV)  ## measure the pages of the desk on a ledger of 100,000 entries
	$(BIN)/python -m bench.desk

screenshots: $(READY_DEV) chromium  ## take pictures of every page of the demo ledger into build/screenshots
	@[ -e $(LEDGER) ] || $(MAKE) demo
	$(BIN)/python -m bench.screenshots --ledger $(LEDGER)

floors: $(READY_DEV)  ## pin the floors (and docs/figures.md) at what is measured now, up or down
	$(BIN)/python -m bench.run --set-floors

train: $(READY_DEV)  ## train the models of the reading anew on the development sets (../shared); needs PyTorch
	@$(BIN)/python -c "import torch" 2> /dev/null || { echo "PyTorch is needed: $(PIP) torch"; exit 1; }
	PYTHONPATH=. $(BIN)/python scripts/train_home.py --write
	PYTHONPATH=. $(BIN)/python scripts/train_context.py
	PYTHONPATH=. $(BIN)/python scripts/train_acts.py
	PYTHONPATH=. $(BIN)/python scripts/train_figures.py --write
	PYTHONPATH=. $(BIN)/python scripts/train_frames.py --write
	PYTHONPATH=. $(BIN)/python scripts/train_aid.py
	PYTHONPATH=. $(BIN)/python scripts/train_calibration.py --write

lint: $(READY_DEV)  ## check style, types and the one-way order of the rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy bench
	$(BIN)/lint-imports

format: $(READY_DEV)  ## put the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(READY_DEV)  ## write the generated pages of docs/ anew
	$(BIN)/python -m dragoman.exchange.schema > docs/entry.schema.json
	$(BIN)/typer dragoman.commands utils docs --name dragoman --title "The commands" --output docs/commands.md

lock: $(READY_DEV)  ## resolve the dependencies anew
	printf 'hatchling\neditables\n' | $(UV_COMPILE) pyproject.toml - --output-file requirements.lock
	$(UV_COMPILE) pyproject.toml --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean:  ## remove what was built, the environment too
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The tests run on PostgreSQL too. Where it cannot be had they leave that out and say so, but fail in CI.
postgresql:
	@sh scripts/need-postgresql > /dev/null || [ "$$CI" != true ]

# The tests look at the desk with a real browser, under the same rule.
chromium:
	@sh scripts/need-chromium > /dev/null || [ "$$CI" != true ]

$(BIN)/python:
	@python=$$(sh scripts/find-python) && echo "Setting up $(VENV) with $$python" && "$$python" -m venv $(VENV)

# The locks are complete: nothing is fetched without a hash, nor what they leave out (see pyproject.toml). hatchling and
# editables, which build the package itself, are in them.
$(READY): requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) --no-deps --require-hashes --requirement requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(READY_DEV): requirements-dev.lock $(READY)
	$(PIP) --no-deps --require-hashes --requirement requirements-dev.lock
	@touch $@
