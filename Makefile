# make lab   set everything up and open the first lesson
# make test  set everything up and run all tests
SHELL := /bin/sh
VENV ?= .venv
# The first Python that is new enough; PYTHON=… overrides. Looked for before the environment, which has one too.
ifndef PYTHON
PYTHON := $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' >/dev/null 2>&1 && { echo $$p; break; }; done)
endif
OUTSIDE := $(PATH)
# course/start.py sets up what is missing, for learners or, with --all, for instructors and contributors, too.
START = @[ -n "$(PYTHON)" ] || { echo "Python 3.11, 3.12, 3.13 or 3.14 is needed and was not found. Install one, or name it: make PYTHON=/path/to/python" >&2; exit 1; }; \
	PATH="$(OUTSIDE)" "$(PYTHON)" course/start.py --env "$(VENV)"
# nbgrader starts programs of its own, so the environment has to stand first on the path.
export PATH := $(if $(filter /%,$(VENV)),$(VENV),$(CURDIR)/$(VENV))/bin:$(PATH)
unexport PYTHONPATH
# Otherwise every program that is started would compile the course anew.
unexport PYTHONDONTWRITEBYTECODE

# A target that has to be told something says what is missing.
needs = $(if $($1),,$(error $1 is missing; write: make $@ $2))

.PHONY: everything lab portfolio check formgrader roster report gain regrade test explore lint bench validity notebooks dist site \
	schemas lock chromium postgres clean

lab:
	$(START) $(LAB)

# All that follows needs more than learners do.
everything:
	$(START) --all --setup-only

# What the journal of the lessons holds, on one page.
portfolio:
	$(START) --setup-only
	@cd notebooks && python -m course.portfolio

# After a change to the course: do tables, questions, lessons, keys and assignments fit together?
check: everything
	@python -m grading.check

# For instructors: JupyterLab in nbgrader's course root, where the formgrader finds its configuration.
formgrader: everything
	@cd grading && exec python -m course.server $(LAB)

# Who is in the class, from a platform's list: make roster FILE=learners.csv
roster: everything
	@$(call needs,FILE,FILE=learners.csv)python -m grading.roster "$(FILE)"

# What a class did: make report ASSIGNMENT=precondition [NAMES=--names]
report: everything
	@$(call needs,ASSIGNMENT,ASSIGNMENT=precondition)python -m grading.report $(ASSIGNMENT) $(NAMES)

# What a class gained between check-in and check-out, from what was handed in: make gain FOLDER=downloaded
gain: everything
	@$(call needs,FOLDER,FOLDER=downloaded)python -m grading.gain "$(FOLDER)"

# What a changed key would change: make regrade ASSIGNMENT=precondition [APPLY=--apply]
regrade: everything
	@$(call needs,ASSIGNMENT,ASSIGNMENT=precondition)python -m grading.regrade $(ASSIGNMENT) $(APPLY)

test: everything chromium postgres
	@python -m pytest --nbval --nbval-current-env -n 3 --dist loadfile --no-loadscope-reorder $(ARGS)

# Tests that make their own examples, with ten times as many, other ones each time. What they find becomes an @example.
explore: everything
	@HYPOTHESIS_PROFILE=explore python -m pytest -m hypothesis -n 2 tests $(ARGS)

lint: everything
	@ruff check .
	@ruff format --check .
	@mypy

bench: everything chromium
	@python -m tests.bench

# Do the assignments measure reasoning? Synthetic learners answer them.
validity: everything
	@python -m tests.validity

# Run every notebook and keep its outputs, with pictures for places that draw no charts. Then tell JupyterLab's extension
# what the lessons' code is now.
notebooks: everything
	@folder=$$(mktemp -d) && COURSE_JOURNAL=$$folder/journal.json COURSE_PICTURES=1 jupyter nbconvert --to notebook --inplace \
		--execute --NotebookExporter.preprocessors=course.server.rebuild.Settle notebooks/*.ipynb && rm -r $$folder
	@python -m course.labextension

# What is given away: the wheel, the sources, and a folder for students as a zip.
dist: everything
	@python -m course.bundle

# The course as a static site, which runs in a browser tab: make site [OFFLINE=1] [ASSIGNMENT=precondition] [WHEELS=folder] [TO=folder]
site: everything
	@python -m grading.static_site $(if $(OFFLINE),--offline) $(foreach a,$(ASSIGNMENT),--assignment $(a)) $(if $(WHEELS),--wheels "$(WHEELS)") $(if $(TO),--to "$(TO)")

schemas: everything
	@python -m course.schemas

# The comments in the lock say via what each package came: from them course/start.py takes a learner's part.
lock: everything
	@uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --upgrade --quiet -o requirements.lock

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

clean:
	rm -rf "$(VENV)" dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find course grading tests notebooks -name __pycache__ -prune -exec rm -rf {} +
