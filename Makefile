# make site  – set up, check, generate, build site/ from catalogue/
# make test  – set up and run the tests, the browser's included, but those of `real` and `thorough`
# make thorough – the tests that prove more of the same: more widths, colours, sizes of text, edits
# make real – what is read out of the real data, where that is beside the project, against what people judged
# make strangers – every case of people who have not seen the rules; counts only for odd numbers
# make desk  – fetch the packages of the desk and write the desk into site/; needs npm
# make desk-tasks – whole tasks at the desk, worked by keyboard in a browser; faults; axe in every state
# make desk-parity – what the desk finds against what `niemyet check` finds, in some 600 cases
# make wheel – the package, in dist/
# make audit – Lighthouse and the HTML checker over the site; needs npm, Java and Chromium
# make audit-real SITE=FOLDER – axe, the HTML checker and more over a site of real data
# make pictures – every kind of page at three widths in three colour schemes, in build/pictures
# make posting-pictures CATALOGUE=FOLDER – every kind of posted paper, in grey
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= $(shell nproc)
PYTEST = TMPDIR=$$(sh tools/scratch.sh) $(BIN)/python -m pytest -n $(JOBS) --no-loadscope-reorder --ignore=tests/real

# Compiled modules are kept, whatever the machine says: the tests start the command hundreds of times.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site check serve test pytest thorough real lint desk desk-packages desk-parity fuzz soak faults edits flips strangers wheel audit audit-real pictures posting-pictures offline requirements clean

site: $(VENV)/site.done
	$(BIN)/niemyet build --jobs $(JOBS)

# The desk: npm packages pinned with their hashes in the lock, no script of them run; and the one
# compiled Python package that the checks need, built for WebAssembly, pinned with its hash.
build/desk/packages.done: requirements/desk/package.json requirements/desk/package-lock.json requirements/desk/wasm.txt $(VENV)/site.done
	mkdir -p build/desk
	cp requirements/desk/package.json requirements/desk/package-lock.json build/desk/
	npm ci --prefix build/desk --ignore-scripts --no-audit --no-fund
	rm -rf build/desk/wheels
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --require-hashes --no-deps \
	  --only-binary :all: --platform pyemscripten_2026_0_wasm32 --implementation cp \
	  --python-version 3.14 --abi cp314 --dest build/desk/wheels -r requirements/desk/wasm.txt
	touch $@

desk: build/desk/packages.done
	$(BIN)/niemyet build --desk --jobs $(JOBS)

# Whole tasks at the desk, each until its request is open on a forge: a minute, so not in `test`.
desk-tasks: desk $(VENV)/test.done
	$(BIN)/python -m pytest -n 0 tests/desk/end_to_end.py tests/desk/registers.py tests/desk/faults.py tests/desk/states.py

# For the tests: without npm, or without a registry, those of the desk are skipped with the reason.
desk-packages: $(VENV)/site.done
	@command -v npm >/dev/null && $(MAKE) build/desk/packages.done || \
	  echo "The packages of the desk could not be fetched: its tests are skipped." >&2

desk-parity: desk $(VENV)/test.done
	$(BIN)/python -m benchmarks.desk_parity site/soan-thao

check: $(VENV)/site.done
	$(BIN)/niemyet check --jobs $(JOBS)

serve: site
	@echo "http://localhost:8000/"
	cd site && ../$(BIN)/python -m http.server 8000 --bind 127.0.0.1

# The types are checked beside the tests: mypy has work for one processor only.
test: $(VENV)/test.done desk-packages
	+$(MAKE) --no-print-directory --jobs 2 --output-sync=target lint pytest

pytest: $(VENV)/test.done
	$(PYTEST) -m "not thorough" tests generator

thorough: $(VENV)/test.done desk-packages
	$(PYTEST) -m thorough tests

real: $(VENV)/test.done
	$(BIN)/python -m pytest -n 0 tests/real

lint: $(VENV)/test.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# make fuzz SEED=7 SECONDS=600: random inputs to readers, validators, importers, members, pages, reviews, the
# scripts of the browser; then every hostile file before each verb
SEED ?= 1
SECONDS ?= 120
fuzz: $(VENV)/test.done
	$(BIN)/python -m tests.fuzz --seed $(SEED) --seconds $(SECONDS)
	$(BIN)/python -m tests.fuzz.hostile

# make soak SEED=7 SAVES=3000: a preview kept alive through saves, checkouts and broken files
SAVES ?= 3000
soak: $(VENV)/test.done
	$(BIN)/python -m tests.fuzz.soak --seed $(SEED) --saves $(SAVES)

# make faults SEED=7 MOST=200: kills and refusals at the file operations of every verb that writes
MOST ?= 60
faults: $(VENV)/test.done
	$(BIN)/python -m tests.faults --seed $(SEED) --most $(MOST)

# make edits SERIES=40: series of edits, each built on top of the last one, against clean builds
SERIES ?= 40
edits: $(VENV)/test.done
	SERIES=$(SERIES) $(BIN)/python -m pytest -n 0 tests/site/test_incremental.py

# make flips SEED=7: one changed bit in every kind of file that a build leaves, twenty places each
PLACES ?= 20
flips: $(VENV)/test.done
	$(BIN)/python -m tests.faults.flips --seed $(SEED) --places $(PLACES)

strangers: $(VENV)/test.done
	$(BIN)/python -m benchmarks.strangers

wheel: $(VENV)/site.done
	$(BIN)/python -m pip wheel --quiet --no-build-isolation --no-deps --wheel-dir dist .

audit: site $(VENV)/test.done
	npm install --prefix build/audit --no-save --no-package-lock --no-audit --no-fund --ignore-scripts \
	  lighthouse@12.8.2 vnu-jar@26.9.27
	$(BIN)/python -m tools.audit site build/audit

SEED ?= 20
audit-real: $(VENV)/test.done
	npm install --prefix build/audit --no-save --no-package-lock --no-audit --no-fund --ignore-scripts vnu-jar@26.9.27
	$(BIN)/python -m tools.audit_real $(SITE) build/audit --seed $(SEED) --jobs $(JOBS)

pictures: site $(VENV)/test.done
	$(BIN)/python -m tools.pictures site build/pictures

# make posting-pictures CATALOGUE=FOLDER: every kind of posted paper, in grey, in build/posting-pictures
CATALOGUE ?= catalogue
posting-pictures: $(VENV)/test.done
	$(BIN)/python -m tools.posting_pictures $(CATALOGUE) build/posting-pictures

offline: site
	$(BIN)/niemyet offline

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
	  --extra test --extra cluster --extra completion --extra compressed --extra print --extra office \
	  -c requirements/site.txt -o requirements/test.txt pyproject.toml requirements/build.in

clean:
	rm -rf build dist site $(VENV)
