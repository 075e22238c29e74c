# Wian on bare Debian 12: python3, python3-venv and make are all it needs.
#   make up      try it: a demo at http://127.0.0.1:8000        make check   the laws that read the source
#   make install into .venv                                     make test    check, and every test
#   make bench   measure it, with the floors beside it

PYTHON ?= python3
JOBS ?= 2
BIN := .venv/bin
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard src/wian/locale/*/LC_MESSAGES/django.po))
PYTEST := $(BIN)/pytest --quiet --numprocesses $(JOBS)

.PHONY: install up check test bench tools
.DEFAULT_GOAL := up

install: .venv/installed $(CATALOGUES)

.venv/installed: requirements.txt pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Wian needs Python 3.11 or newer: apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Wian needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python cannot make a virtual environment here: apt-get install python3-venv"; exit 1; }
	@echo "Installing into .venv (once)"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes --requirement requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

%.mo: %.po | .venv/installed
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

up: install
	@exec $(BIN)/wian up

check: install
	@$(BIN)/python tools/check.py

test: check tools
	@echo "== SQLite"
	@$(PYTEST) --database sqlite -m "not static" src tests/house bench
	@echo "== PostgreSQL"
	@$(PYTEST) --database postgresql -m "not static" src/wian tests/house bench
	@echo "== Journeys in Chromium, PostgreSQL"
	@$(PYTEST) --database postgresql tests/journeys
	@echo "== One journey on SQLite"
	@$(BIN)/pytest --quiet --database sqlite -m smoke tests/journeys

bench: install
	@$(BIN)/python -m bench

# What the tests need beside Python: Chromium; and to read scans and old Word files, without which those tests are left out.
tools:
	@must=""; may=""; \
	test -n "$(CHROMIUM)" || command -v chromium >/dev/null || must=" chromium"; \
	tesseract --list-langs 2>/dev/null | grep -qx tha || may=" tesseract-ocr tesseract-ocr-tha"; \
	command -v soffice >/dev/null || may="$$may libreoffice-writer-nogui"; \
	test -n "$$must$$may" || exit 0; \
	install="apt-get update && apt-get install --yes --no-install-recommends$$must$$may"; \
	if test "$$(id -u)" = 0; then echo "Installing$$must$$may"; sh -c "$$install" >/dev/null </dev/null; \
	else echo "The tests need$$must$$may: sudo sh -c '$$install'"; test -z "$$must"; fi
