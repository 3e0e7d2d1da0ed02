# Every target does its own set-up, and nothing twice: pip and npm run again only when their lists change.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
PY := $(VENV)/bin/python

.PHONY: run install test check bench score pictures
.DEFAULT_GOAL := run

$(VENV)/.run-ready: requirements.txt
	@test -x $(PY) || $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Vigie needs Python 3.11 or newer; name one: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev-ready: requirements.txt requirements-dev.txt
	@$(MAKE) --no-print-directory $(VENV)/.run-ready
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

install: $(VENV)/.run-ready ## environment, browser parts and place index
	@$(PY) -m data setup

run: install ## open the map on http://127.0.0.1:$(PORT)
	@$(PY) -m streamlit run app.py --server.address 127.0.0.1 --server.port $(PORT)

test: $(VENV)/.dev-ready ## every test; those that need a browser or PostgreSQL skip where it is missing, but not in CI
	@$(PY) -m data setup
	$(PY) -m pytest

check: $(VENV)/.dev-ready ## format, lint, types, import contracts
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports

bench: $(VENV)/.dev-ready ## speed, each figure beside its baseline from the same run
	@$(PY) -m data setup
	@for script in tests/bench/bench_*.py; do echo "== $$script"; $(PY) -m $$(echo $${script%.py} | tr / .) || exit 1; done

score: $(VENV)/.dev-ready ## how right the reading is, on each set under ../shared; writes data/scores.json
	@$(PY) -m data setup
	@$(PY) -m tests.quality.score_sets

pictures: $(VENV)/.dev-ready ## drive the app and take the README's and the method page's pictures
	@$(PY) -m data setup
	$(PY) -m tests.browser.pictures
