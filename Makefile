# Chữ: build, try, test, install. `make help` lists the targets.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

SWIFT ?= swift
CC ?= cc
CXX ?= c++
PREFIX ?= /usr/local
LIBDIR ?= $(PREFIX)/lib
LIBEXECDIR ?= $(PREFIX)/libexec
DESTDIR ?=

# The same compiler flags for everything built in release, so that nothing is compiled twice. A dynamic library gets
# its own copy of Swift's library only by this flag; --static-swift-stdlib speaks to executables alone. The linker is
# the one that comes with Swift.
release := -c release -Xswiftc -static-stdlib -Xswiftc -use-ld=lld --disable-local-rpath
products := .build/release
chu := $(products)/chu
chuim := $(products)/libchuim.so
# Of libstdc++ Swift needs little, and loading all of it takes longer than all of ours: that little is linked in, and of
# libgcc what unwinds. Relocations are packed, so that few pages are read; packed ones are for glibc 2.36 and later, so
# what is made where glibc is older has none.
lean = -Xlinker '--remap-inputs=*/libstdc++.so=$(shell $(CXX) -print-file-name=libstdc++.a)' \
	$(shell ! grep -q GLIBC_ABI_DT_RELR "$$($(CC) -print-file-name=libc.so.6)" || \
		echo -Xlinker -z -Xlinker pack-relative-relocs)
# The functions that typing and lookups call are placed next to each other.
ordered = -Xlinker --symbol-ordering-file=$(CURDIR)/Packaging/generated/$(1).order -Xlinker --no-warn-symbol-ordering
# At an address of its own the command need not be relocated, which takes a fifth of the time of a lookup.
command_flags = $(lean) $(call ordered,chu) -Xlinker -no-pie -Xlinker --version-script=$(CURDIR)/Packaging/chu.map \
	-Xlinker '--remap-inputs=*/libgcc_s.so.1=$(shell $(CXX) -print-file-name=libgcc_eh.a)'
library_flags = $(lean) $(call ordered,libchuim) -Xlinker -soname=libchuim.so.1 \
	-Xlinker --version-script=$(CURDIR)/Packaging/libchuim.map

share := .build/share/chu
keymap_sources := $(shell find Keymaps -name '*.keymap' 2>/dev/null | LC_ALL=C sort)
keymap_parts := $(shell find Keymaps -name '*.part' 2>/dev/null | LC_ALL=C sort)
lexicon_sources := $(shell find Lexicons '(' -name '*.lexicon' -o -name '*.sfm' ')' 2>/dev/null | LC_ALL=C sort)
transform_sources := $(shell find Transforms -name '*.transform' 2>/dev/null | LC_ALL=C sort)
sources := $(keymap_sources) $(lexicon_sources) $(transform_sources)
keymaps := $(keymap_sources:Keymaps/%.keymap=$(share)/keymaps/%.chukey)
lexicons_of = $(patsubst Lexicons/%$(1),$(share)/lexicons/%.chulex,$(filter %$(1),$(lexicon_sources)))
lexicons := $(call lexicons_of,.lexicon) $(call lexicons_of,.sfm)
transforms := $(transform_sources:Transforms/%=$(share)/transforms/%)
# What each compiled file is made from, as 'chu build --deps' writes it. Before that is known, any part and any
# transform may be in it.
deps := .build/deps
deps_of = $(deps)/$(1).d
unknown = $(if $(wildcard $(call deps_of,$(1))),,$(2))
# Sources lie beside what is compiled from them, so that a keymap of one's own can include them.
data_sources := $(patsubst Keymaps/%,$(share)/keymaps/%,$(keymap_sources) $(keymap_parts)) \
	$(lexicon_sources:Lexicons/%=$(share)/lexicons/%)
# The articles of diagnostics, in each language, for 'chu explain'.
diagnostics := $(foreach kind,keymap lexicon transform macros,$(foreach language,en vi, \
	$(share)/diagnostics/$(kind).$(language).md))

build_packages := libicu-dev libexpat1-dev zlib1g-dev binutils g++
deb_packages := debhelper help2man gettext pkg-config libfcitx5core-dev libibus-1.0-dev
test_packages := gcc libc6-dev valgrind tmux

# Where installed files go.
bindir := $(DESTDIR)$(PREFIX)/bin
libdir := $(DESTDIR)$(LIBDIR)
includedir := $(DESTDIR)$(PREFIX)/include
sharedir := $(DESTDIR)$(PREFIX)/share

.PHONY: help run build data quick test suites install clean docs lint format check check-imports check-links check-include \
	check-library abi build-packages test-packages FORCE

# SwiftPM uses all processors by itself, and lets only one of its kind into a build folder.
.NOTPARALLEL:

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "  PREFIX ($(PREFIX)) and DESTDIR say where 'make install' puts things"

run: build-packages build data ## install what is missing, build, then type and look words up
	@if [ -t 0 ] && [ -t 1 ]; then \
		CHU_PATH=$(CURDIR)/$(share) exec $(chu) type; \
	else \
		CHU_PATH=$(CURDIR)/$(share) exec Packaging/page.sh $(chu) Examples; \
	fi

build: build-packages $(chu) $(chuim) ## build the command and the library, in release

# SwiftPM knows best what is out of date; it writes a product only when it changes.
$(chu): FORCE
	@[ -z "$$(find Packaging/chu.map Packaging/generated/chu.order -newer $@ 2>/dev/null)" ] || rm -f $@
	@$(SWIFT) build $(release) $(command_flags) --product chu

# After the command, for two of SwiftPM would wait for each other.
$(chuim): FORCE | $(chu)
	@[ -z "$$(find Packaging/libchuim.map Packaging/generated/libchuim.order -newer $@ 2>/dev/null)" ] || rm -f $@
	@$(SWIFT) build $(release) $(library_flags) --product chuim

# What was made from a source that is gone goes too.
data: $(keymaps) $(lexicons) $(transforms) $(data_sources) $(diagnostics) ## compile the keymaps and lexicons
	@LC_ALL=C comm -23 <(find $(share) -type f | LC_ALL=C sort) <(printf '%s\n' $^ | LC_ALL=C sort) | xargs -r rm --

# A file is compiled again when what it was made from changes, or the compiler.
define compile
	@mkdir -p $(@D) $(dir $(call deps_of,$(@:$(share)/%=%)))
	@$(chu) build $< -o $@ --deps $(call deps_of,$(@:$(share)/%=%))
endef

.SECONDEXPANSION:

$(keymaps): $(share)/keymaps/%.chukey: Keymaps/%.keymap $(chu) $$(call unknown,keymaps/$$*.chukey,$$(keymap_sources) $$(keymap_parts))
	$(compile)

$(call lexicons_of,.lexicon): $(share)/lexicons/%.chulex: Lexicons/%.lexicon $(chu) $$(call unknown,lexicons/$$*.chulex,$$(transform_sources))
	$(compile)

$(call lexicons_of,.sfm): $(share)/lexicons/%.chulex: Lexicons/%.sfm $(chu) $$(call unknown,lexicons/$$*.chulex,$$(transform_sources))
	$(compile)

-include $(wildcard $(deps)/*/*/*.d)

$(share)/keymaps/%: Keymaps/%
	@install -D -m 644 $< $@

$(share)/lexicons/%: Lexicons/%
	@install -D -m 644 $< $@

# The article of a kind of file, wherever its target keeps it.
article = $(wildcard Sources/*/*.docc/$(1)-diagnostics$(2).md)
define diagnostics_rule
$(share)/diagnostics/$(1).$(2).md: $(call article,$(3),$(4))
	@install -D -m 644 $$< $$@
endef
$(foreach row,keymap:Keymap lexicon:Lexicon transform:Transform macros:Macro,$(foreach language,en vi,$(eval \
	$(call diagnostics_rule,$(word 1,$(subst :, ,$(row))),$(language),$(word 2,$(subst :, ,$(row))),$(if $(filter vi,$(language)),.vi)))))

$(share)/transforms/%.transform: Transforms/%.transform
	@mkdir -p $(@D)
	@cp $< $@

checks := lint check-imports check-links build data check check-include check-library
# The unit tests that take longest in debug; 'make quick' leaves them to 'make test'.
slow_tests := PropertyTests DamagedKeymapTests DamageTests RobustnessTests RecoveryTests LargeLexiconTests LargeKeymapTests ShippedLexiconTests FaultTests LimitTests

quick: test-packages $(checks) check-client-plain ## run the tests for a change, in a few minutes
	@$(SWIFT) test $(addprefix --skip ,$(slow_tests))
	@$(MAKE) --no-print-directory check-client-asan storm_calls=50000

test: test-packages $(checks) check-client check-client-asan check-client-tsan check-pure check-bench check-desktop docs ## run every test there is
	@$(SWIFT) test

build-packages:
	@Packaging/need.sh $(build_packages)

test-packages: build-packages
	@Packaging/need.sh $(test_packages)

lint: ## say where the formatting or the doc comments are wanting
	@$(SWIFT) format lint --strict --parallel -r Sources Tests Package.swift

check-imports: ## compare imports with Package.swift and the map of the targets in ARCHITECTURE.md
	@Packaging/check-imports.sh $(SWIFT) ARCHITECTURE.md

# The links of the articles here, and of those that are installed.
check-links:
	@Packaging/links.sh check .
	@rm -rf .build/articles
	@Packaging/articles.sh .build/articles
	@Packaging/links.sh check .build/articles

# A keymap of one's own, in any folder, includes one that is installed.
check-include: data
	@mkdir -p .build/include
	@printf '%s\n' 'keymap 1' 'language vi' 'title Telex' 'version 1.0' 'licence CC0-1.0' 'status draft' \
		'source own a habit' 'include vi/telex' 'tests' '  tieengs -> tiếng' >.build/include/own.keymap
	@cd .build/include && CHU_PATH=$(CURDIR)/$(share) $(CURDIR)/$(chu) check own.keymap

format: ## put the formatting right
	@$(SWIFT) format -i --parallel -r Sources Tests Package.swift

check: $(chu) ## check the sources of all keymaps, lexicons and transforms
	@if [ -n "$(sources)" ]; then $(chu) check $(sources); fi

check-library: $(chu) $(chuim)
	@Packaging/check-library.sh $(chuim) Sources/CChu/include/chu.h
	@Packaging/abi.sh Sources/CChu/include/chu.h $(swift_clang) | diff Packaging/generated/libchuim.abi - || \
		{ echo "chu.h is not what Packaging/generated/libchuim.abi records; 'make abi' writes that again" >&2; exit 1; }
	@Packaging/check-order.sh $(chu) Packaging/generated/chu.order
	@Packaging/check-order.sh $(chuim) Packaging/generated/libchuim.order
	@grep -q "^#define CHU_VERSION \"$$($(chu) --version | sed 's/.* //')\"$$" Sources/CChu/include/chu.h || \
		{ echo "chu --version and CHU_VERSION in chu.h differ" >&2; exit 1; }

include Frontends/rules.mk

abi: ## record the functions and structs of chu.h, for the tests to compare
	@Packaging/abi.sh Sources/CChu/include/chu.h $(swift_clang) >Packaging/generated/libchuim.abi

suites: ## fetch what others published and tests read, into .build/suites
	@Packaging/suites.sh .build/suites

include Tests/CClient/rules.mk
include Tests/Desktop/rules.mk
include Benchmarks/rules.mk
include Benchmarks/Lexicon/rules.mk
include Benchmarks/Desktop/rules.mk
include Benchmarks/Conversion/rules.mk
include Tests/Fuzzing/rules.mk
include Tests/Wasm/rules.mk

docs: $(chu) ## make the documentation, in .build/docs
	@Packaging/docs.sh $(products)/Modules .build/docs

install: build data install-frontends ## install under $(DESTDIR)$(PREFIX)
	install -d $(bindir) $(libdir)/pkgconfig $(includedir) $(sharedir)/chu $(sharedir)/doc/chu $(sharedir)/man/man1 \
		$(sharedir)/bash-completion/completions $(sharedir)/zsh/site-functions \
		$(sharedir)/fish/vendor_completions.d
	install -s -m 755 $(chu) $(bindir)/chu
	ln -sf chu $(bindir)/tra
	install -m 644 $(chuim) $(libdir)/libchuim.so.1
	strip --strip-unneeded $(libdir)/libchuim.so.1
	ln -sf libchuim.so.1 $(libdir)/libchuim.so
	install -m 644 Sources/CChu/include/chu.h $(includedir)/chu.h
	version=$$(sed -n 's/^#define CHU_VERSION "\(.*\)"/\1/p' Sources/CChu/include/chu.h); \
		sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@LIBDIR@|$(LIBDIR)|' -e "s|@VERSION@|$$version|" Packaging/chuim.pc.in \
		>$(libdir)/pkgconfig/chuim.pc
	if [ -d $(share) ]; then cp -R $(share)/. $(sharedir)/chu/; fi
	if command -v help2man >/dev/null; then \
		Packaging/manual.sh $(chu) .build/man && install -m 644 .build/man/*.1 $(sharedir)/man/man1/; \
	else echo "left out: the man pages, which want help2man" >&2; fi
	$(chu) --generate-completion-script bash >$(sharedir)/bash-completion/completions/chu
	$(chu) --generate-completion-script zsh >$(sharedir)/zsh/site-functions/_chu
	$(chu) --generate-completion-script fish >$(sharedir)/fish/vendor_completions.d/chu.fish
	Packaging/articles.sh $(sharedir)/doc/chu
	if [ -z "$(DESTDIR)" ] && [ "$$(id -u)" -eq 0 ]; then ldconfig; fi

deb: deb-packages ## make Debian packages, in .build/deb
	rm -rf .build/deb
	debian/rules binary
	debian/rules clean
	@ls -l .build/deb

deb-packages: build-packages test-packages
	@Packaging/need.sh $(deb_packages)

check-deb: ## install the packages in a new Debian, type a word, remove them; needs root and the network
	@Packaging/check-deb.sh .build/deb

clean: ## remove everything that was built
	rm -rf .build .build-*
