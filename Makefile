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
# What looking up and typing need lies side by side.
ordered = -Xlinker --symbol-ordering-file=$(CURDIR)/Packaging/$(1).order -Xlinker --no-warn-symbol-ordering
# At an address of its own the command need not be relocated, which takes a fifth of the time of a lookup.
command_flags = $(lean) $(call ordered,chu) -Xlinker -no-pie -Xlinker --version-script=$(CURDIR)/Packaging/chu.map \
	-Xlinker '--remap-inputs=*/libgcc_s.so.1=$(shell $(CXX) -print-file-name=libgcc_eh.a)'
library_flags = $(lean) $(call ordered,libchuim) -Xlinker -soname=libchuim.so.1 \
	-Xlinker --version-script=$(CURDIR)/Packaging/libchuim.map

share := .build/share/chu
keymap_sources := $(shell find Keymaps -name '*.keymap' 2>/dev/null | LC_ALL=C sort)
lexicon_sources := $(shell find Lexicons '(' -name '*.lexicon' -o -name '*.sfm' ')' 2>/dev/null | LC_ALL=C sort)
transform_sources := $(shell find Transforms -name '*.transform' 2>/dev/null | LC_ALL=C sort)
sources := $(keymap_sources) $(lexicon_sources) $(transform_sources)
keymaps := $(keymap_sources:Keymaps/%.keymap=$(share)/keymaps/%.chukey)
lexicons := $(addprefix $(share)/lexicons/,$(addsuffix .chulex,$(basename $(lexicon_sources:Lexicons/%=%))))
transforms := $(transform_sources:Transforms/%=$(share)/transforms/%)
# A keymap may include another, so any change renews them all.
keymap_inputs := $(keymap_sources) $(wildcard Keymaps/*/*.part)

build_packages := libicu-dev libexpat1-dev zlib1g-dev binutils g++
deb_packages := debhelper help2man gettext pkg-config libfcitx5core-dev libibus-1.0-dev
test_packages := gcc libc6-dev valgrind tmux

# Where installed files go.
bindir := $(DESTDIR)$(PREFIX)/bin
libdir := $(DESTDIR)$(LIBDIR)
includedir := $(DESTDIR)$(PREFIX)/include
sharedir := $(DESTDIR)$(PREFIX)/share

.PHONY: help run build data test install clean docs lint format check check-library abi build-packages test-packages FORCE

# SwiftPM uses all processors by itself, and lets only one of its kind into a build folder.
.NOTPARALLEL:

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
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
	@[ -z "$$(find Packaging/chu.* -newer $@ 2>/dev/null)" ] || rm -f $@
	@$(SWIFT) build $(release) $(command_flags) --product chu

# After the command, for two of SwiftPM would wait for each other.
$(chuim): FORCE | $(chu)
	@[ -z "$$(find Packaging/libchuim.* -newer $@ 2>/dev/null)" ] || rm -f $@
	@$(SWIFT) build $(release) $(library_flags) --product chuim

# What was compiled from a source that is gone goes too.
data: $(keymaps) $(lexicons) $(transforms) ## compile the keymaps and lexicons
	@LC_ALL=C comm -23 <(find $(share) -type f | LC_ALL=C sort) <(printf '%s\n' $^ | LC_ALL=C sort) | xargs -r rm --

$(share)/keymaps/%.chukey: Keymaps/%.keymap $(keymap_inputs) $(chu)
	@mkdir -p $(@D)
	@$(chu) build $< -o $@

$(share)/lexicons/%.chulex: Lexicons/%.lexicon $(transform_sources) $(chu)
	@mkdir -p $(@D)
	@$(chu) build $< -o $@

$(share)/lexicons/%.chulex: Lexicons/%.sfm $(transform_sources) $(chu)
	@mkdir -p $(@D)
	@$(chu) build $< -o $@

$(share)/transforms/%.transform: Transforms/%.transform
	@mkdir -p $(@D)
	@cp $< $@

test: test-packages lint build data check check-library check-client check-client-asan check-client-tsan check-pure check-desktop docs ## run every test there is
	@$(SWIFT) test

build-packages:
	@Packaging/need.sh $(build_packages)

test-packages: build-packages
	@Packaging/need.sh $(test_packages)

lint: ## say where the formatting or the doc comments are wanting
	@$(SWIFT) format lint --strict --parallel -r Sources Tests Package.swift

format: ## put the formatting right
	@$(SWIFT) format -i --parallel -r Sources Tests Package.swift

check: $(chu) ## check the sources of all keymaps, lexicons and transforms
	@if [ -n "$(sources)" ]; then $(chu) check $(sources); fi

check-library: $(chuim)
	@Packaging/check-library.sh $(chuim) Sources/CChu/include/chu.h
	@Packaging/abi.sh Sources/CChu/include/chu.h $(swift_clang) | diff Packaging/libchuim.abi - || \
		{ echo "chu.h is not what Packaging/libchuim.abi records; 'make abi' renews that" >&2; exit 1; }
	@grep -q "^#define CHU_VERSION \"$$($(chu) --version | sed 's/.* //')\"$$" Sources/CChu/include/chu.h || \
		{ echo "chu --version and CHU_VERSION in chu.h differ" >&2; exit 1; }

include Frontends/rules.mk

abi: ## record the functions and structs of chu.h, for the tests to compare
	@Packaging/abi.sh Sources/CChu/include/chu.h $(swift_clang) >Packaging/libchuim.abi

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
	install -m 644 $(wildcard README*.md CHANGELOG.md LICENSE*) Frontends/Guide.vi.md $(sharedir)/doc/chu/
	install -d $(sharedir)/doc/chu/pictures
	install -m 644 Frontends/pictures/*.png $(sharedir)/doc/chu/pictures/
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
