# `make chat` opens the page, `make test` runs every check; both set themselves up on their first run.

HOST ?= 127.0.0.1
PORT ?= 7860
ARGS ?=
NO_BROWSER ?=
SIDE_BY_SIDE = -n 2 --dist loadfile --no-loadscope-reorder
COMPILE = .venv/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --no-annotate --strip-extras \
	--custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help chat test docs coverage set-up set-up-dev bench-ingest bench-formats bench-answers baselines torture mutants lock dependencies screenshot clean

help: ## Say what there is to make
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22
	@echo "  Variables of chat: HOST=$(HOST) PORT=$(PORT) NO_BROWSER=1; of chat, test and measuring: ARGS='…'"

chat: set-up ## Open the page; an empty library is first filled with the starter documents
	@.venv/bin/python app.py --host '$(HOST)' --port '$(PORT)' $(if $(NO_BROWSER),--no-browser) $(ARGS)

test: set-up-dev ## Run every check and every test, files side by side on two cores; ARGS=FILE for one of them
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/python -m pytest $(or $(ARGS),$(SIDE_BY_SIDE))

docs: set-up-dev ## Check the documentation, write the reference of the commands, make the site in build/site
	.venv/bin/python -m tools.docs build/site

coverage: set-up-dev ## Run every test and name the ten files of which most is run by no test; the whole is in build/coverage
	@mkdir -p build
	.venv/bin/python -m pytest --cov --cov-report= $(or $(ARGS),$(SIDE_BY_SIDE))
	@.venv/bin/coverage html --quiet
	@.venv/bin/coverage report --skip-covered --sort=cover | sed -n '1,12p;/^TOTAL/p'

bench-ingest: set-up ## Measure where the time of an ingestion goes; ARGS=FOLDER for files of your own
	.venv/bin/python benchmarks/ingest.py $(ARGS)

bench-formats: ## Measure how fast each format is read; ARGS=PARAGRAPHS for a longer report
	@tools/set-up dev
	.venv/bin/python benchmarks/formats.py $(ARGS)

bench-answers: ## Measure our answers beside plainer systems; ARGS='CASES.yaml CORPUS' for cases of your own
	@tools/set-up dev
	.venv/bin/python benchmarks/answers.py $(ARGS)

baselines: set-up ## Write the baselines of the known facts anew, after a change that makes answers better
	.venv/bin/rapporteur eval evals/starter.yaml --against evals/baselines/starter.json --update-baseline
	test ! -d ../shared || .venv/bin/rapporteur eval ../shared/facts/seeds.yaml --corpus ../shared/corpus \
		--against evals/baselines/seeds.json --update-baseline --without-words

torture: set-up ## Kill an ingestion, an upload and a removal, 34 times each, and see that nothing is lost; ARGS='KILLS SEED'
	.venv/bin/python tests/torture.py $(ARGS)

mutants: set-up-dev ## Change the rules in 200 small ways and see whether their tests notice; ARGS='NUMBER SEED ROOM …'
	.venv/bin/python -m tools.mutants $(ARGS)

lock: ## Compile the pinned versions again; ARGS=--upgrade for newer ones
	@test -x .venv/bin/uv || tools/set-up dev
	$(COMPILE) $(ARGS) -o requirements.txt
	$(COMPILE) $(ARGS) --extra dev -c requirements.txt -o requirements-dev.txt

dependencies: set-up ## Write docs/dependencies.md anew from what is installed
	.venv/bin/python tools/dependencies.py docs/dependencies.md

screenshot: set-up-dev ## Take docs/page.png and docs/draft.png anew from the real page
	.venv/bin/python -m tools.screenshot docs/page.png docs/draft.png

clean: ## Remove .venv and what the tools leave behind
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

set-up:
	@tools/set-up

set-up-dev:
	@tools/set-up dev
