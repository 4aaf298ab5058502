# Everything this project does by hand is one of these targets; `make` alone builds, checks and tests.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.NOTPARALLEL:

# Packages that compile themselves find Node's own headers here instead of asking the network for them.
NODE_PREFIX := $(shell node -p 'path.dirname(path.dirname(fs.realpathSync(process.execPath)))')
ifneq ($(wildcard $(NODE_PREFIX)/include/node/node.h),)
export npm_config_nodedir := $(NODE_PREFIX)
endif

.PHONY: all setup install build check asn1 asn1-check diagrams format test acceptance peers fixtures fuzz fuzz-long
.PHONY: bench bench-long mutate sim-long row-worlds soak fresh run pack clean
all: test

# What a developer runs once: the packages and the pre-commit hook.
setup: install
	@git config core.hooksPath .githooks

# `npm ci` when the lock file is not the one installed. A linked node_modules belongs to another tree, and npm ci would
# empty it there. Progress goes to stderr: the standard output of `make run` is the ready line alone.
install:
	@if ! [ -L node_modules ] && ! cmp -s package-lock.json node_modules/.installed-lock.json; then \
	  npm ci --include=dev --no-audit --no-fund --update-notifier=false --loglevel=error 1>&2; \
	  cp package-lock.json node_modules/.installed-lock.json; \
	fi

build: install
	@node_modules/.bin/tsc -b 1>&2

check: asn1-check
	@node_modules/.bin/biome ci --error-on-warnings .
	@node_modules/.bin/oxlint --type-aware --deny-warnings codecs src gateway asn1 test

# codecs/generated from asn1/*.asn, and whether what is committed is what they give.
asn1: build
	@node dist/asn1/tool/main.js --write
asn1-check: build
	@node dist/asn1/tool/main.js --check

# The state diagrams of ARCHITECTURE.md from the tables.
diagrams: build
	@node dist/test/diagrams/main.js

format: install
	@node_modules/.bin/biome check --write .

# The peers first: what they need is installed or the reason for skipping their tests is printed.
test: peers check
	@node --enable-source-maps node_modules/mocha/bin/mocha.js

# Every statement S-01 to S-99 of what call back must do: one line each, "S-41 pass"; exit 1 where one is not shown.
acceptance: build
	@node dist/test/acceptance/main.js

peers:
	@test/peers/install.sh
	@test/peers/libpri/build.sh
	@test/peers/usrsctp/build.sh
	@test/bench/libpri/build.sh

# Mutated inputs through every decoder: those of `make test`, and others by the million.
fuzz: build
	@node --enable-source-maps node_modules/mocha/bin/mocha.js --no-package 'dist/test/fuzz/*.test.js' --timeout 60000
# Then every listening port under attack, each in a gateway of its own. ARGS="--count N --seed S". Then Erlang's
# compilers over a thousand values of every type.
fuzz-long: peers build
	@node --expose-gc dist/test/fuzz/long.js $(ARGS)
	@node --expose-gc dist/test/fuzz/h323-long.js
	@node dist/test/fuzz/ports/long.js $(ARGS)
	@QSIG_ERLANG_VALUES=1000 node --enable-source-maps node_modules/mocha/bin/mocha.js --no-package --timeout 600000 \
	  dist/test/interop/erlang.test.js dist/test/interop/erlang-per.test.js

# What docs/benchmarks.md says, measured here and now. ARGS="codecs", "decode", "--rounds N".
bench: peers build
	@node dist/test/bench/main.js $(ARGS)
# One run of a gigabyte: the file is made first; call backs while a million others wait, in a process started as
# docs/administration.md says of so many.
bench-long: peers build
	@node dist/test/bench/main.js decode-long
	@node --max-old-space-size=6000 --max-semi-space-size=128 dist/test/bench/main.js session-long

# Every row of the tables of states is needed: changed, some test with an expectation written by hand fails.
# ARGS="originating" for one machine, "--sample N --seed S" for some of each.
mutate: build
	@node dist/test/mutate/main.js $(ARGS)

# Simulated worlds until a million call backs were requested, on every core: some twenty minutes of one.
# ARGS="--seed N --calls C --jobs J".
sim-long: build
	@node dist/gateway/cli/main.js simulate --seed 1000 --calls 1000000 --rows $(ARGS)

# Worlds that together take every row of the tables, where a change has moved what seeds do. ARGS="--seed N --worlds W".
row-worlds: build
	@node dist/test/sim/find-row-worlds.js $(ARGS)

# The live runs against libpri once more, and what they carried kept in fixtures/libpri.
fixtures: peers build
	@QSIG_PEERS=required node --enable-source-maps node_modules/mocha/bin/mocha.js --no-package --timeout 60000 \
	  dist/test/libpri/live.test.js
	@node dist/test/libpri/keep.js

# An hour of calls and call backs through a gateway of each trunk type: what it holds must not grow.
# ARGS="--minutes N --rate MESSAGES_A_SECOND".
soak: peers build
	@node dist/test/soak/main.js $(ARGS)

# All of this from a clone in an empty directory, as a stranger does it.
fresh:
	@.ci/fresh

# The gateway with its demo. ARGS="--config FILE" runs a configuration.
run: build
	@exec .ci/foreground node dist/gateway/cli/main.js start $(ARGS)

pack: build
	@mkdir -p build
	@npm pack --pack-destination build --loglevel=error

clean:
	@rm -rf build dist
