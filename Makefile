# make site  – set up, check, generate, build site/ from catalogue/
# make test  – set up and run every test, the browser's included
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= $(shell nproc)

.PHONY: site check serve test lint requirements clean

site: $(VENV)/site.done
	$(BIN)/niemyet build --jobs $(JOBS)

check: $(VENV)/site.done
	$(BIN)/niemyet check --jobs $(JOBS)

serve: site
	@echo "http://localhost:8000/"
	cd site && ../$(BIN)/python -m http.server 8000 --bind 127.0.0.1

test: $(VENV)/test.done lint
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile tests generator

lint: $(VENV)/test.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(VENV)/site.done: requirements/site.txt pyproject.toml
	sh tools/set-up.sh $(VENV) site
	touch $@

$(VENV)/test.done: requirements/test.txt requirements/site.txt pyproject.toml
	sh tools/set-up.sh $(VENV) test
	touch $@ $(VENV)/site.done

# New pins, to be made with the oldest Python supported (Debian 12 has 3.11.2): some packages ask
# for a newer one. Needs pip-tools; the files hold hashes and no addresses.
requirements:
	$(BIN)/python -m piptools compile --quiet --upgrade --strip-extras --generate-hashes --allow-unsafe \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-annotate --no-header \
	  -o requirements/site.txt pyproject.toml requirements/build.in
	$(BIN)/python -m piptools compile --quiet --upgrade --strip-extras --generate-hashes --allow-unsafe \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-annotate --no-header \
	  --extra test -c requirements/site.txt -o requirements/test.txt pyproject.toml requirements/build.in

clean:
	rm -rf build site $(VENV)
