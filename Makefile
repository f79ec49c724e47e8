# The two commands: `make demo` and `make test`. Each sets up what it needs; re-runs are quick.
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.recoupe-ready

.PHONY: setup demo test lint quality browser bench clean

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
	$(BIN)/ruff check src tests training evaluation benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

quality: setup
	$(BIN)/python -m evaluation.gate

# the browser test skips where there is no browser and none may be installed
browser:
	@command -v chromium >/dev/null 2>&1 || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null 2>&1 && \
	  { apt-get install -y -qq chromium || { apt-get update -qq && apt-get install -y -qq chromium; }; } >/dev/null 2>&1; } || \
	  echo "no chromium, and none could be installed: the browser test will skip"

test: lint browser
	$(BIN)/python -m pytest -n auto
	$(MAKE) --no-print-directory quality

bench: setup
	@if command -v uv >/dev/null 2>&1; then uv pip install --quiet --python $(BIN)/python -e '.[bench]'; \
	else $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'; fi
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.pages
	$(BIN)/python -m benchmarks.attribution

clean:
	rm -rf $(VENV) build dist *.egg-info recoupe-demo.html
