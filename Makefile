# The commands of the project; `make help` lists them.
# Nothing here downloads a Python: uv is used where it is installed, but only to install packages.

VENV := .venv
BIN := $(VENV)/bin
PYTHONS := python3.13 python3.12 python3.11 python3.14 python3
RUN_PINS := $(VENV)/.installed-run
DEV_PINS := $(VENV)/.installed-dev
PIP_COMPILE := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-header pyproject.toml

export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test test-sqlite test-postgresql check bench messages lock

help:  ## list these commands
	@sed -n 's/^\([a-z-]*\):[^#]*## /  make \1 ~/p' Makefile | tr '~' '\t' | expand -t 24

run: $(RUN_PINS)  ## serve the site and its worker (PORT=8000 HOST=127.0.0.1)
	@exec $(BIN)/python -m studio.serve

test: test-sqlite test-postgresql  ## run the whole suite, then what touches the database on PostgreSQL

test-sqlite: $(DEV_PINS)  ## run the whole suite on SQLite
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

test-postgresql: $(DEV_PINS)  ## run what touches the database on PostgreSQL (TEST_DATABASE_URL or embedded)
	$(BIN)/python -W ignore:XDG_RUNTIME_DIR -m tests.postgresql --numprocesses auto --dist worksteal

check: $(DEV_PINS)  ## format, lint, types, templates, import order, migrations, deployment
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	find templates -name '*.html' -exec $(BIN)/djade --check --target-version 5.2 {} +
	$(BIN)/lint-imports --no-logo
	$(BIN)/python manage.py makemigrations --check --dry-run
	HTTPS=1 EMAIL_URL=smtp+tls://mail.example:587 $(BIN)/python -W error manage.py check --deploy --fail-level WARNING

bench: $(DEV_PINS)  ## measure the pages beside a bare view on the same server
	$(BIN)/python -W ignore:XDG_RUNTIME_DIR -m tests.benchmarks

messages: $(DEV_PINS)  ## bring the catalogues of locale/ up to the code, and compile them
	$(BIN)/python -m tests.messages

lock: $(DEV_PINS)  ## pin the newest versions that pyproject.toml allows
	$(PIP_COMPILE) --output-file requirements.txt
	$(PIP_COMPILE) --extra dev --constraints requirements.txt --output-file requirements-dev.txt

# The development pins hold the others at the same versions, so either order is safe.
$(RUN_PINS): requirements.txt | $(BIN)/python
	@echo "Installing the packages of requirements.txt"
	@$(call install,requirements.txt)
	@touch $@

$(DEV_PINS): requirements-dev.txt | $(BIN)/python
	@echo "Installing the packages of requirements-dev.txt"
	@$(call install,requirements-dev.txt)
	@touch $@ $(RUN_PINS)

$(BIN)/python:
	@python=$$(for name in $(PYTHONS); do \
		"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; \
	done); \
	if [ -z "$$python" ]; then \
		echo "Catchlight needs Python 3.11 or newer, and none is installed." >&2; exit 1; \
	fi; \
	echo "Creating $(VENV) with $$($$python --version)"; \
	if command -v uv >/dev/null; then uv venv --quiet --clear --python "$$python" $(VENV); \
	elif "$$python" -m pip --python "$$(command -v $$python)" --version >/dev/null 2>&1; then \
		"$$python" -m venv --clear --without-pip $(VENV); \
	elif ! "$$python" -m venv --clear $(VENV); then \
		rm -rf $(VENV); \
		echo "Python's venv module is incomplete; on Debian and Ubuntu: apt-get install python3-venv" >&2; \
		exit 1; \
	fi

# Each lock is complete, so nothing is left to resolve (--no-deps). Where the Python has a pip of
# its own, that one installs: a second pip inside .venv would take longer than all the packages.
define install
	if command -v uv >/dev/null; then \
		uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes --no-deps -r $(1); \
	else \
		python=$(BIN)/python; \
		[ -x $(BIN)/pip ] || python=$$($(BIN)/python -c 'import sys; print(sys._base_executable)'); \
		"$$python" -m pip --python $(BIN)/python install --quiet --no-input \
			--require-hashes --no-deps -r $(1); \
	fi
endef
