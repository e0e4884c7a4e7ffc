# The benchmark of the lexicon. Its peers and lists come from Debian.

lexbench_dir := $(bench_dir)/lexicon
lexbench := $(products)/lexbench
lexbench_packages := gcc g++ libc6-dev libmarisa-dev libdatrie-dev libsqlite3-dev hunspell-vi maint-guide-vi manpages-vi \
	hunspell-th wamerican-insane
lexbench_lists := $(addprefix $(lexbench_dir)/lists/,vietnamese thai english compounds)
# The first line of a list is its title; the keys are in the order of their bytes.
titled = { echo "\# $(1)"; LC_ALL=C sort -u; } >$@

.PHONY: bench-lexicon bench-lexicon-packages lexbench

bench-lexicon: bench-lexicon-packages data lexbench $(lexbench_lists) ## measure the lexicon beside others
	@mkdir -p $(lexbench_dir)/stores
	@Benchmarks/Lexicon/run.sh $(lexbench) $(lexbench_dir)/stores $(lexbench_lists)

bench-lexicon-packages: build-packages
	@Packaging/need.sh $(lexbench_packages)

# The command first, for two of SwiftPM would wait for each other.
lexbench: $(chu)
	@CHU_BENCH=1 $(SWIFT) build $(release) --product lexbench

# Syllables, and phrases of two and three of them from Debian's manuals in Vietnamese.
$(lexbench_dir)/lists/vietnamese: $(bench_dir)/syllables Benchmarks/Lexicon/phrases.awk
	@mkdir -p $(@D)
	@{ gzip -dc /usr/share/doc/maint-guide-vi/maint-guide.vi.txt.gz; \
		dpkg -L manpages-vi | grep 'vi/man.*[.]gz$$' | xargs gzip -dc | \
			sed -e '/^[.]\\"/d' -e 's/\\f.//g' -e 's/^[.][A-Z]* //'; } | \
		LC_ALL=C awk -f Benchmarks/Lexicon/phrases.awk $< - | $(call titled,Vietnamese: syllables and phrases)

$(lexbench_dir)/lists/thai: /usr/share/hunspell/th_TH.dic
	@mkdir -p $(@D)
	@sed -e 1d -e 's|/.*||' -e 's/\r$$//' -e '/^$$/d' $< | $(call titled,Thai: words)

$(lexbench_dir)/lists/english: /usr/share/dict/american-english-insane
	@mkdir -p $(@D)
	@$(call titled,English: words) <$<

$(lexbench_dir)/lists/compounds: $(bench_dir)/syllables $(bench_dir)/compounds
	@mkdir -p $(@D)
	@$(bench_dir)/compounds 2000000 <$< | $(call titled,Made up: two million compounds)

$(bench_dir)/compounds: Benchmarks/Lexicon/compounds.c
	@mkdir -p $(@D)
	@$(CC) $(bench_c) $< -o $@
