# Panonceau. `make help` lists the targets.

GO ?= go
STATICCHECK = $(GO) tool staticcheck
FUZZTIME ?= 20s

.PHONY: help run test check fmt golden fuzz names bench peers crossarch

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

run: ## serve on http://127.0.0.1:8080
	$(GO) run ./cmd/panonceau serve

test: ## everything a change must pass
	@sh scripts/tools.sh
	$(MAKE) check
	$(GO) test -race -shuffle=on ./...

check: ## formatting, vet, staticcheck
	@out=$$(gofmt -l $$(git ls-files -co --exclude-standard '*.go')); if [ -n "$$out" ]; then echo "gofmt: $$out"; exit 1; fi
	$(GO) vet ./...
	GOARCH=386 $(GO) vet ./...
	$(STATICCHECK) ./...

fmt: ## format the code
	gofmt -w $$(git ls-files -co --exclude-standard '*.go')

golden: ## rewrite the references of the golden tests; read the diff before committing
	-UPDATE=1 $(GO) test ./...
	git status --short

fuzz: ## run every fuzz target for FUZZTIME
	@sh scripts/fuzz.sh $(FUZZTIME)

names: ## fit the name of every commune of France into every design; needs npm
	@GO="$(GO)" sh scripts/names.sh

bench: ## run the benchmarks
	$(GO) test -run '^$$' -bench . -benchmem ./...

peers: ## the same beside resvg, badge-maker and Chromium; needs Node
	sh bench/peers/run.sh

crossarch: ## the same pictures on other processors, emulated; ARCH="386 arm64" for some
	sh bench/crossarch.sh $(ARCH)
