# Gatehouse: `make run` builds it and opens the shell. `make help` lists the rest.
# Kept to what GNU make 3.81 knows, which macOS has.

PREFIX ?= /usr/local
ARGS ?=
SECONDS ?= 60

program := .build/release/gatehouse
sources := $(wildcard Package.swift Sources/*/*.* Sources/*/*/*.* Sources/*/*/*/*.*)
benchmarks := --package-path Benchmarks --scratch-path .build-bench/swift
formatted := Package.swift Sources Tests $(wildcard Benchmarks)

bin = $(DESTDIR)$(PREFIX)/bin
shared = $(DESTDIR)$(PREFIX)/share
share = $(shared)/gatehouse
bash = $(shared)/bash-completion/completions
zsh = $(shared)/zsh/site-functions
fish = $(shared)/fish/vendor_completions.d
man = $(shared)/man/man1

.DEFAULT_GOAL := build
.PHONY: build run test lessons coverage fuzz torture sanitize pictures lint format bench bench-peers
.PHONY: install uninstall dist deb clean help prepare

build: prepare ## build the program for this machine (so does plain `make`)
	@swift build -c release --product gatehouse

run: build ## build it and open the shell; ARGS="gates lstm" runs a command
	@exec $(program) $(ARGS)

test: prepare ## run every test
	@swift build --build-tests
	@.ci/test

lessons: prepare ## prove every lesson: each run, answer, hint and check
	@swift build --product gatehouse
	@.build/debug/gatehouse lesson check

coverage: prepare ## show which share of each target's lines the tests reach
	@.ci/coverage

fuzz: prepare ## let the fuzzer try each reader for SECONDS=60
	@.ci/fuzz $(SECONDS)

torture: prepare ## kill it 200 times, start 200 at once, run 20,000 commands
	@swift build --build-tests
	@GATEHOUSE_TORTURE=200 swift test --skip-build --filter 'TortureTests|LoadTests|LongSessionTests'

# What is freed and kept aside by the address sanitizer would else count as a session that grows.
sanitize: prepare ## run the tests under the address and the thread sanitizer
	@ASAN_OPTIONS=quarantine_size_mb=4 LSAN_OPTIONS=suppressions=Tests/leaks.txt:print_suppressions=0 \
	  swift test --sanitize=address --scratch-path .build-address --disable-xctest
	@swift test --sanitize=thread --scratch-path .build-thread --disable-xctest --filter 'RecurrentTests|Train|Seeds'

pictures: build ## draw the pictures of the README anew
	@mkdir -p docs/pictures
	@$(program) docs/pictures.gate >/dev/null

lint: ## check the layout of the code
	@swift format lint --strict --parallel -r $(formatted)

format: ## put the code into that layout
	@swift format -i --parallel -r $(formatted)

bench: build ## measure the speed; ARGS="--filter epoch.*" takes some
	@swift package $(benchmarks) benchmark --grouping metric --no-progress $(ARGS)

bench-peers: build ## the same beside NumPy, Numba, JAX, PyTorch, polars and pandas
	@swift build $(benchmarks) -c release --product worker
	@Benchmarks/peers/prepare .build-bench/python
	@.build-bench/python/bin/python Benchmarks/peers/run.py $(ARGS)

install: $(program) ## put program, lessons and data below PREFIX (/usr/local)
	@install -d "$(bin)" "$(share)" "$(bash)" "$(zsh)" "$(fish)" "$(man)"
	@install -m 755 $(program) "$(bin)/gatehouse"
	@rm -rf "$(share)/data" "$(share)/lessons"
	@cp -R data lessons "$(share)"
	@chmod -R a+rX "$(share)"
	@$(program) completions bash >"$(bash)/gatehouse"
	@$(program) completions zsh >"$(zsh)/_gatehouse"
	@$(program) completions fish >"$(fish)/gatehouse.fish"
	@$(program) manual >"$(man)/gatehouse.1"
	@chmod a+r "$(bash)/gatehouse" "$(zsh)/_gatehouse" "$(fish)/gatehouse.fish" "$(man)/gatehouse.1"
	@echo "Installed $(bin)/gatehouse; its lessons and data are in $(share)."

uninstall: ## take away what install put there
	@rm -f "$(bin)/gatehouse" "$(bash)/gatehouse" "$(zsh)/_gatehouse"
	@rm -f "$(fish)/gatehouse.fish" "$(man)/gatehouse.1"
	@rm -rf "$(share)"

dist: prepare ## pack it for other Linux machines, as an archive in .build-dist
	@.ci/dist archive

deb: prepare ## pack it for other Linux machines, as a Debian package
	@.ci/dist package

clean: ## remove all that was built
	@rm -rf .build .build-*

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

# What a build needs and the machine may lack.
prepare:
	@.ci/prepare

# `sudo make install` builds only what is newer than the program: root may have no swift.
$(program): $(sources)
	@.ci/prepare
	@swift build -c release --product gatehouse
	@touch $(program)
