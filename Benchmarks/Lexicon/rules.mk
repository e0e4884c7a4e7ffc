# The benchmark of the lexicon. Its peers and lists come from Debian.

lexbench_dir := $(bench_dir)/lexicon
lexbench := $(products)/lexbench
lexbench_libraries := gcc g++ libc6-dev libmarisa-dev libdatrie-dev libsqlite3-dev
lexbench_packages := $(lexbench_libraries) hunspell-vi maint-guide-vi manpages-vi hunspell-th \
	wamerican-insane sqlite3 sdcv dict dictd dict-wn wordnet wordnet-base
lexbench_lists := $(addprefix $(lexbench_dir)/lists/,vietnamese thai english compounds)
# The first line of a list is its title; the keys are in the order of their bytes.
titled = { echo "\# $(1)"; LC_ALL=C sort -u; } >$@

.PHONY: bench-lexicon bench-lexicon-packages lexbench check-bench

lexbench_words := $(lexbench_dir)/dictionary
lexbench_dictionaries := $(addprefix $(lexbench_words)/,questions wordnet.lexicon wordnet.chulex wordnet.sqlite \
	stardict/wordnet.ifo million.lexicon) $(lexbench_dir)/share/lexicons/en/wordnet.chulex
# The header of a lexicon as a list: language, title, columns.
header = printf '%s\n' 'lexicon 1' 'language $(1)' 'script Latn' 'title $(2)' 'licence see-source' 'source list $(2)' \
	'columns $(3)' '' entries

bench-lexicon: bench-lexicon-packages data lexbench $(lexbench_lists) $(lexbench_dictionaries) $(bench_dir)/oneshot \
		$(lexbench_dir)/bin/tra ## measure the lexicon beside other dictionaries
	@mkdir -p $(lexbench_dir)/stores
	@Benchmarks/Lexicon/run.sh $(lexbench) $(lexbench_dir) $(bench_dir)/oneshot $(lexbench_lists)

bench-lexicon-packages: build-packages
	@Packaging/need.sh $(lexbench_packages)

# The command first, for two of SwiftPM would wait for each other.
lexbench: $(chu)
	@CHU_BENCH=1 $(SWIFT) build $(release) --product lexbench

check-bench: ## compile what measures, which nothing else compiles
	@Packaging/need.sh $(lexbench_libraries)
	@CHU_BENCH=1 $(SWIFT) build $(release) --product lexbench
	@CHU_BENCH=1 $(SWIFT) build $(release) --product convbench

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

# ---- Dictionaries: WordNet in the form of each, and a million entries to compile -------------------------------------

# The command as it is installed.
$(lexbench_dir)/bin/tra: $(chu)
	@mkdir -p $(@D)
	@strip -o $(@D)/chu $<
	@ln -sf chu $@

$(lexbench_words)/wordnet.tsv: Benchmarks/Lexicon/wordnet.awk
	@mkdir -p $(@D)
	@LC_ALL=C awk -f $< /usr/share/wordnet/data.* /usr/share/wordnet/index.* | LC_ALL=C sort -s -t $$'\t' -k 1,1 >$@

$(lexbench_words)/questions: $(lexbench_words)/wordnet.tsv Benchmarks/Lexicon/questions.awk
	@LC_ALL=C awk -f Benchmarks/Lexicon/questions.awk $< >$@

$(lexbench_words)/wordnet.lexicon: $(lexbench_words)/wordnet.tsv
	@{ $(call header,en,WordNet,headword ps en example); cat $<; } >$@

# It warns of senses that WordNet has twice.
$(lexbench_words)/wordnet.chulex: $(lexbench_words)/wordnet.lexicon $(chu)
	@$(chu) build $< -o $@ 2>/dev/null

# Beside the lexicons that are installed with the command.
$(lexbench_dir)/share/lexicons/en/wordnet.chulex: $(lexbench_words)/wordnet.chulex $(lexicons)
	@mkdir -p $(@D)
	@cp -R $(share)/lexicons $(lexbench_dir)/share
	@cp $< $@

$(lexbench_words)/wordnet.sqlite: $(lexbench_words)/wordnet.tsv Benchmarks/Lexicon/wordnet.sql
	@sed -e 's|@FOLDER@|$(@D)|' Benchmarks/Lexicon/wordnet.sql >$(@D)/wordnet.sql
	@rm -f $@
	@sqlite3 $@ ".read $(@D)/wordnet.sql" >/dev/null

$(lexbench_words)/stardict/wordnet.ifo: $(lexbench_words)/wordnet.tsv $(bench_dir)/stardict
	@mkdir -p $(@D)
	@$(bench_dir)/stardict $(basename $@) WordNet <$<

# Each with one to three glosses and an example, made of its neighbours.
$(lexbench_words)/million.lexicon: $(bench_dir)/syllables $(bench_dir)/compounds
	@mkdir -p $(@D)
	@{ $(call header,vi,a million entries,headword ps vi example); \
		$(bench_dir)/compounds 1000000 <$< | awk '{ \
			print $$0 "\tn\t" a (NR % 3 > 0 ? " ; " b : "") (NR % 3 > 1 ? " | " c : "") "\t" a " " $$0 " " b; \
			c = b; b = a == "" ? $$0 : a; a = $$0 }'; } >$@

$(bench_dir)/oneshot $(bench_dir)/stardict: $(bench_dir)/%: Benchmarks/Lexicon/%.c
	@mkdir -p $(@D)
	@$(CC) $(bench_c) $< -o $@
