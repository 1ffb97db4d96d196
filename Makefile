# Courtois. `make run` and `make test` are all a newcomer needs.
.PHONY: run serve install test fuzz check check-api format bench stress load measure clean

SWIFT ?= swift
PREFIX ?= /usr/local
BINARY = .build/release/courtois
# Folder of labelled messages for `make measure`.
DATA ?= ../shared/data

## Build in release and pipe the sample inbox through the bot.
run: $(BINARY)
	$(BINARY) --output text < samples/inbox.jsonl

## Build, fill a store with the sample inbox, and open the desk; prints its address and the link to the first account.
PORT ?= 8080
serve: $(BINARY)
	@scripts/serve.sh $(BINARY) $(PORT)

## Install the program and its rulebook below PREFIX.
install: $(BINARY)
	install -D -m 755 $(BINARY) $(PREFIX)/bin/courtois
	mkdir -p $(PREFIX)/share/courtois
	cp -R intents $(PREFIX)/share/courtois/

## Every test; what failed is listed at the end. One or two suites that failed among others are tried once more by themselves;
## those that pass then do not fail the run, and are named as a fault to be found.
test:
	@SWIFT="$(SWIFT)" scripts/packages.sh test
	@SWIFT="$(SWIFT)" scripts/test.sh

## 100,000 mutated bodies for every parser of a channel; BODIES and SEED change that.
BODIES ?= 100000
SEED ?= 17
fuzz:
	@SWIFT="$(SWIFT)" scripts/packages.sh test
	COURTOIS_FUZZ_BODIES=$(BODIES) COURTOIS_FUZZ_SEED=$(SEED) $(SWIFT) test --disable-xctest --filter ParserFuzzTests

## The API against its own description, by schemathesis; SECONDS changes how long.
SECONDS ?= 60
check-api:
	@SWIFT="$(SWIFT)" scripts/packages.sh test
	COURTOIS_SCHEMATHESIS_SECONDS=$(SECONDS) $(SWIFT) test --disable-xctest --filter SchemathesisTests

## The whole gate: format, build, tests (the direction of imports among them), the API's description, and the rulebook's own tests.
check: test check-api
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	$(SWIFT) run courtois check intents

## Rewrite the sources in the house format.
format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

## Measure speed, growth, memory and start-up, beside jq on the same file.
bench:
	@SWIFT="$(SWIFT)" scripts/packages.sh test
	$(SWIFT) build -c release --product courtois
	$(SWIFT) run -c release courtois-bench $(BINARY)

## Kill the desk a hundred times while it receives, reviews and delivers, and let two reviewers race for ten thousand drafts.
stress:
	@SWIFT="$(SWIFT)" scripts/packages.sh test
	$(SWIFT) run courtois-stress

## Measure how much is taken in a second and what it costs, and kill the server under load. LOAD are options of courtois-load.
LOAD ?=
load:
	@SWIFT="$(SWIFT)" scripts/packages.sh load
	$(SWIFT) build -c release --product courtois
	$(SWIFT) run -c release courtois-load $(BINARY) $(LOAD)

## Measure the rulebook on the labelled messages in DATA.
measure: $(BINARY)
	@SWIFT="$(SWIFT)" scripts/packages.sh test
	@scripts/measure.sh $(BINARY) intents $(DATA)

clean:
	$(SWIFT) package clean

.PHONY: $(BINARY)
$(BINARY):
	@SWIFT="$(SWIFT)" scripts/packages.sh run
	$(SWIFT) build -c release --product courtois
