# The two commands: `make demo` and `make test`. Each sets up what it needs; re-runs are quick.
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.recoupe-ready

.PHONY: setup demo test lint quality bench clean

setup: $(STAMP)

$(STAMP): pyproject.toml
	@if command -v uv >/dev/null 2>&1; then \
	  test -d $(VENV) || uv venv --quiet $(VENV); uv pip install --quiet --python $(BIN)/python -e '.[dev]'; \
	else \
	  test -d $(VENV) || python3 -m venv $(VENV); $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'; \
	fi
	@touch $(STAMP)

demo: setup
	$(BIN)/recoupe demo -o recoupe-demo.html

lint: setup
	$(BIN)/ruff check src tests training evaluation
	$(BIN)/mypy
	$(BIN)/lint-imports

quality: setup
	$(BIN)/python -m evaluation.gate

test: lint
	$(BIN)/python -m pytest -n auto
	$(MAKE) --no-print-directory quality

bench: setup
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) build dist *.egg-info recoupe-demo.html
