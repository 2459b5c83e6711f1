# The Park Assistant: `make run` from a fresh clone starts the demonstration.
# Needs Debian or Ubuntu (or the like) with make, python3 (3.11 or later) and python3-venv.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
COMPILE := uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --no-strip-extras --python-version 3.11

# folders beside the repository: CLINC150 as a FAQ, the park's questions with their score.py; what is not there is skipped
BENCH_DATA ?= ../shared/bench
BENCH_PARK ?= ../shared/park
# how many inputs the long run makes up, how many chats ask while it kills the process, and how often it kills it while messages and programs send
FUZZ_INPUTS ?= 20000
CRASH_CHATS ?= 100
CRASH_KILLS ?= 100

# tests are a fifth sooner where their stores lie in memory; not where there is little of it, as in most containers
IN_MEMORY := $(shell df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 && $$4 > 2000000 { print "TMPDIR=/dev/shm" }')
PYTEST := $(if $(TMPDIR),,$(IN_MEMORY)) $(BIN)/pytest

.PHONY: install run test coverage lint bench soak lock browser

install: .venv/app.stamp

run: install
	@$(BIN)/parkbot demo

test: .venv/dev.stamp browser
	$(PYTEST) -n 3 --dist worksteal

# the same, twice as slow: which lines no test runs
coverage: .venv/dev.stamp browser
	$(PYTEST) -n 3 --dist worksteal --cov

lint: .venv/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# the tables of docs/performance.md; TABLES="faq speed" are these alone
bench: .venv/dev.stamp
	@$(BIN)/python -m tests.bench $(TABLES) --full --data $(BENCH_DATA) --park $(BENCH_PARK) $(BENCH_OPTIONS)

soak: .venv/dev.stamp
	FUZZ_INPUTS=$(FUZZ_INPUTS) CRASH_CHATS=$(CRASH_CHATS) CRASH_KILLS=$(CRASH_KILLS) $(BIN)/pytest -n 0 -s \
		tests/bot/answering/test_fuzz.py tests/e2e/test_crash.py tests/e2e/test_delivery_crash.py tests/e2e/test_api_crash.py \
		tests/e2e/test_schedule_crash.py tests/e2e/test_reminder_crash.py
	HYPOTHESIS_PROFILE=thorough $(BIN)/pytest -n 2 --dist worksteal tests/bot

# after a change of requirements/*.in; needs uv
lock:
	$(COMPILE) requirements/app.in --output-file requirements/app.txt
	$(COMPILE) requirements/dev.in --output-file requirements/dev.txt

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or later is needed: make PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -m venv .venv || \
		{ rm -rf .venv; echo 'python3-venv is needed: apt-get install python3-venv' >&2; exit 1; }

.venv/app.stamp: requirements/app.txt pyproject.toml | $(BIN)/python
	@echo 'Installing what the assistant needs ...'
	@$(PIP) install --require-hashes -r requirements/app.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q bot handlers storage
	@touch $@

.venv/dev.stamp: requirements/dev.txt .venv/app.stamp
	@echo 'Installing what tests and checks need ...'
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

# Debian's Chromium and fonts where they may be installed, else the one that Playwright brings
browser: .venv/dev.stamp
	@if command -v chromium >/dev/null; then :; \
	elif [ "$$(id -u)" != 0 ]; then $(BIN)/playwright install chromium; \
	elif apt-get update -q && apt-cache show chromium >/dev/null; then \
		apt-get install -qy --no-install-recommends chromium fonts-noto-cjk fonts-noto-color-emoji; \
	else $(BIN)/playwright install --with-deps chromium; fi
