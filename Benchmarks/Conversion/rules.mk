# The benchmark of conversion, beside iconv and ICU's uconv. The text is a book from Debian, again and again.

convbench_dir := $(bench_dir)/conversion
convbench_packages := gcc libc6-dev libc-bin icu-devtools maint-guide-vi
# The size of the large texts in MB; those that are converted again and again are a hundredth of it.
CONVERT_MB ?= 1000

.PHONY: bench-convert bench-convert-packages

bench-convert: bench-convert-packages data $(bench_dir)/oneshot ## measure conversion beside iconv and uconv; CONVERT_MB=100 for a quick run
	@mkdir -p $(convbench_dir)
	@Benchmarks/Conversion/run.sh $(chu) $(share) $(bench_dir)/oneshot $(convbench_dir) $(CONVERT_MB)

bench-convert-packages: build-packages
	@Packaging/need.sh $(convbench_packages)
