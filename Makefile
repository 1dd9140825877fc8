# make lab   set everything up and open the first lesson
# make test  set everything up and run all tests
SHELL := /bin/sh
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# The first Python that is new enough; PYTHON=… overrides.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1 && { echo $$p; break; }; done)
# The lesson that opens: the first.
FIRST := $(notdir $(firstword $(sort $(wildcard notebooks/*.ipynb))))
# Jupyter refuses to start for root, who is the only user of many a container.
LAB_OPTIONS := $(shell [ "$$(id -u)" = 0 ] && echo --allow-root)
# nbgrader starts programs of its own, so the environment has to stand first on the path.
export PATH := $(abspath $(BIN)):$(PATH)
unexport PYTHONPATH

.PHONY: lab portfolio check formgrader report regrade test lint bench validity notebooks schemas lock chromium postgres clean

lab: $(READY)
	@cd notebooks && exec jupyter lab $(LAB_OPTIONS) --LabApp.default_url=/lab/tree/$(FIRST) --LabApp.app_settings_dir="$(CURDIR)/course/server/lab" $(LAB)

# What the journal of the lessons holds, on one page.
portfolio: $(READY)
	@cd notebooks && python -m course.portfolio

# After a change to the course: do tables, questions, lessons, keys and assignments fit together?
check: $(READY)
	@python -m grading.check

# For instructors: JupyterLab in nbgrader's course root, where the formgrader finds its configuration.
formgrader: $(READY)
	@cd grading && exec jupyter lab $(LAB_OPTIONS) $(LAB)

# What a class did: make report ASSIGNMENT=precondition [NAMES=--names]
report: $(READY)
	@python -m grading.report $(ASSIGNMENT) $(NAMES)

# What a changed key would change: make regrade ASSIGNMENT=precondition [APPLY=--apply]
regrade: $(READY)
	@python -m grading.regrade $(ASSIGNMENT) $(APPLY)

test: $(READY) chromium postgres
	@python -m pytest --nbval --nbval-current-env -n 2 --dist loadfile $(ARGS)

lint: $(READY)
	@ruff check .
	@ruff format --check .
	@mypy

bench: $(READY) chromium
	@python -m tests.bench

# Run every notebook and keep its outputs, with pictures for places that draw no charts.
# Do the assignments measure reasoning? Synthetic learners answer them.
validity: $(READY)
	@python -m tests.validity

notebooks: $(READY)
	@folder=$$(mktemp -d) && COURSE_JOURNAL=$$folder/journal.json COURSE_PICTURES=1 jupyter nbconvert --to notebook --inplace \
		--execute --NotebookExporter.preprocessors=course.server.rebuild.Settle notebooks/*.ipynb && rm -r $$folder

schemas: $(READY)
	@python -m course.schemas

lock: $(READY)
	@uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes --no-header \
		--no-annotate --no-emit-index-url --upgrade --quiet -o requirements.lock

chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
		{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && echo "Installing Chromium for the browser tests" && \
		apt-get update -qq && apt-get install -y -qq chromium >/dev/null 2>&1; } || \
		{ echo "The browser tests need Chromium. Install it first (Debian: apt-get install chromium)." >&2; exit 1; }

postgres:
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || \
		{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && echo "Installing PostgreSQL for the tests of a shared grade book" && \
		apt-get update -qq && apt-get install -y -qq postgresql >/dev/null 2>&1; } || \
		{ echo "The tests of a shared grade book need PostgreSQL. Install it first (Debian: apt-get install postgresql)." >&2; exit 1; }

$(READY): requirements.lock pyproject.toml
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11, 3.12 or 3.13 is needed and was not found. Install one, or call: make PYTHON=/path/to/python" >&2; exit 1; }
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "Python can't make an environment. Install its venv module (Debian: apt-get install python3-venv)." >&2; exit 1; }
	@echo "Installing the course into $(VENV); the first time takes a minute or two"
	@python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find course grading tests notebooks -name __pycache__ -prune -exec rm -rf {} +
