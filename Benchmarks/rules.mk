# The benchmark. What it compares with is installed from Debian and linked here only.

bench_dir := .build/bench
bench_flags := -Wall -Wextra -Werror -O2 -g
bench_c := -std=c11 -D_POSIX_C_SOURCE=200809L -Wpedantic $(bench_flags)
bench_cxx := -std=c++17 $(bench_flags)
bench_packages := gcc libc6-dev pkg-config m17n-db libm17n-dev fcitx5-unikey libfcitx5core-dev libfcitx5utils-dev \
	libfcitx5config-dev hunspell-vi maint-guide-vi dpkg-dev
bench_engines := $(addprefix $(bench_dir)/engines/,chu.so m17n.so fcitx5-unikey.so table.so)
bench_corpora := $(addprefix $(bench_dir)/corpora/,$(addsuffix .tsv,telex-last telex-spelt telex-text vni-last vni-spelt \
	vni-text tai-words))
bench_headers := $(wildcard Benchmarks/*.h) Tests/CClient/allocations.h
# UniKey's engine alone is made of the source of fcitx5-unikey, outside the repository: a folder with that source, or
# nothing to have apt fetch it.
UNIKEY_SOURCE ?=
unikey_dir := $(or $(TMPDIR),/tmp)/chu-bench-unikey

.PHONY: bench bench-packages

bench: bench-packages data $(bench_dir)/bench $(bench_engines) $(bench_corpora) ## measure it beside other engines, in 3 minutes
	@Benchmarks/unikey.sh "$(UNIKEY_SOURCE)" $(unikey_dir) Benchmarks/engines/unikey.cpp
	@Benchmarks/run.sh $(bench_dir)/bench $(share)/keymaps $(bench_dir)/corpora $(bench_dir)/engines $(unikey_dir)/engines

bench-packages: build-packages
	@Packaging/need.sh $(bench_packages)

$(bench_dir)/bench: $(wildcard Benchmarks/*.c) $(bench_headers)
	@mkdir -p $(@D)
	@$(CC) $(bench_c) -DCOUNT_ALLOCATIONS -rdynamic $(addprefix Benchmarks/,bench.c worker.c measure.c report.c) -o $@ -ldl

# The library as it is installed.
$(bench_dir)/lib/libchuim.so.1: $(chuim)
	@mkdir -p $(@D)
	@strip --strip-unneeded -o $@ $<

$(bench_dir)/engines/chu.so: Benchmarks/engines/chu.c $(bench_headers) $(bench_dir)/lib/libchuim.so.1
	@mkdir -p $(@D)
	@$(CC) $(bench_c) -fPIC -shared -ISources/CChu/include $< -o $@ $(bench_dir)/lib/libchuim.so.1 \
		-Wl,-rpath,'$$ORIGIN/../lib'

$(bench_dir)/engines/m17n.so: Benchmarks/engines/m17n.c $(bench_headers)
	@mkdir -p $(@D)
	@$(CC) $(bench_c) -fPIC -shared $< -o $@ $$(pkg-config --cflags --libs m17n-shell)

$(bench_dir)/engines/table.so: Benchmarks/engines/table.c $(bench_headers)
	@mkdir -p $(@D)
	@$(CC) $(bench_c) -fPIC -shared $< -o $@

$(bench_dir)/engines/%.so: Benchmarks/engines/%.cpp $(bench_headers)
	@mkdir -p $(@D)
	@$(CXX) $(bench_cxx) -fPIC -shared $< -o $@ $$(pkg-config --cflags --libs Fcitx5Core Fcitx5Utils)

$(bench_dir)/keys: Benchmarks/keys.c Benchmarks/letters.h
	@mkdir -p $(@D)
	@$(CC) $(bench_c) $< -o $@

# The syllables of Debian's hunspell-vi.
$(bench_dir)/syllables: /usr/share/hunspell/vi_VN.dic
	@mkdir -p $(@D)
	@sed -e 1d -e 's|/.*||' $< | LC_ALL=C sort -u >$@

# A book: the Debian New Maintainers' Guide in Vietnamese, word for word.
$(bench_dir)/text: /usr/share/doc/maint-guide-vi/maint-guide.vi.txt.gz
	@mkdir -p $(@D)
	@gzip -dc $< | tr -s '[:space:][:punct:]' '\n' >$@

$(bench_dir)/corpora/%-last.tsv: $(bench_dir)/syllables $(bench_dir)/keys
	@mkdir -p $(@D)
	@$(bench_dir)/keys $* last <$< >$@

$(bench_dir)/corpora/%-spelt.tsv: $(bench_dir)/syllables $(bench_dir)/keys
	@mkdir -p $(@D)
	@$(bench_dir)/keys $* spelt <$< >$@

$(bench_dir)/corpora/%-text.tsv: $(bench_dir)/text $(bench_dir)/keys
	@mkdir -p $(@D)
	@$(bench_dir)/keys $* last <$< >$@

# The words that the keymap's own tests type: what comes out in Tai Viet letters alone.
$(bench_dir)/corpora/tai-words.tsv: Keymaps/blt-Tavt/phonetic.keymap Benchmarks/tests.awk
	@mkdir -p $(@D)
	@LC_ALL=C awk -f Benchmarks/tests.awk $< >$@
