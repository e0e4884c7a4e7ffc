# Fuzzing with libFuzzer and AddressSanitizer, which come with Swift. What is found stays in .build-fuzz/findings.

fuzz_dir := .build-fuzz
fuzz := $(fuzz_dir)/release/fuzz
SECONDS ?= 600
TARGETS ?= source compiled macros words lexicon list markers legacy document repair transform

.PHONY: fuzz fuzz-build

fuzz: fuzz-build ## fuzz the readers (TARGETS, or all), SECONDS (600) each, side by side
	@Tests/Fuzzing/run.sh $(fuzz) $(fuzz_dir) $(SECONDS) $(TARGETS)

fuzz-build: build-packages
	@CHU_FUZZ=1 $(SWIFT) build --scratch-path $(fuzz_dir) -c release --product fuzz \
		-Xswiftc -sanitize=address,fuzzer -Xswiftc -use-ld=lld
