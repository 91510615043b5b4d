# The commands of Kyoseki. Each makes what it needs; a second run does only what changed.
#   make run [PORT=8000]      serve the demonstration city hall (or your DATABASE_URL)
#   make run-ldap             the same beside an OpenLDAP with its people, who sign in by it
#   make test                 every test; make test-quick: all but those in a browser
#   make check                format, lint, types, arrows between modules, a fresh schema, the first screen's size

PYTHON ?= python3
PORT ?= 8000
TESTS ?=
PY := .venv/bin/python
FOR_CHECKS := dev ldap federation
export PORT

.DEFAULT_GOAL := help
.PHONY: help python-there run run-ldap test test-quick test-postgres15 check check-style check-types check-arrows check-schema check-screens check-size fmt schema bench manage lock packages packages-run

help:
	@sed -n 's/^#   //p' Makefile

python-there:
	@command -v $(PYTHON) >/dev/null || { echo "kyoseki: $(PYTHON) is missing; on Debian type: apt install python3 python3-venv"; exit 1; }

packages-run: python-there
	@$(PYTHON) tools/environment.py run

packages: python-there
	@$(PYTHON) tools/environment.py $(FOR_CHECKS)

run: packages-run
	@exec $(PY) -m tools.run

run-ldap: python-there
	@$(PYTHON) tools/environment.py --for run-ldap run ldap
	@exec $(PY) -m tools.run_ldap

test: python-there
	@$(PYTHON) tools/environment.py --for all $(FOR_CHECKS)
	@$(PY) -m tools.test all $(TESTS)

test-quick: python-there
	@$(PYTHON) tools/environment.py --for quick $(FOR_CHECKS)
	@$(PY) -m tools.test quick $(TESTS)

test-postgres15: python-there
	@$(PYTHON) tools/environment.py --for postgres15 $(FOR_CHECKS)
	@$(PY) -m tools.test postgres15 $(TESTS)

check: check-style check-types check-arrows check-schema check-screens check-size

check-style: packages
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

check-types: packages
	$(PY) -m mypy

check-arrows: packages
	PYTHONPATH=backend:. .venv/bin/lint-imports

check-schema: packages
	@$(PY) -m tools.schema --check

check-screens: packages
	@$(PY) -m tools.screens check

check-size: packages
	@$(PY) -m tools.screens build
	@$(PY) -m tools.screens size

fmt: packages
	$(PY) -m ruff check --fix --exit-zero .
	$(PY) -m ruff format .
	@$(PY) -m tools.screens format

# frontend/src/api/generated: the contract and the types made from it.
schema: packages
	@$(PY) -m tools.schema

bench: packages
	@$(PY) -m tests.load $(BENCH)

# make manage do="import_places demonstration/hall --dry-run"
manage: packages-run
	@$(PY) backend/manage.py $(do)

# requirements/*.txt from pyproject.toml, with hashes and without addresses; UPGRADE=1 takes newer versions.
lock: packages
	@$(PY) -m tools.lock $(if $(UPGRADE),--upgrade)
