# Keys through fcitx5 and ibus-daemon, beside UniKey.

.PHONY: bench-desktop

bench-desktop: $(chuim) data ## measure the input methods beside UniKey's, in 2 minutes
	@Packaging/need.sh $(desktop_packages) $(fcitx_packages) $(ibus_packages) fcitx5-unikey ibus-unikey
	@$(MAKE) --no-print-directory desktop
	@/usr/bin/python3 Benchmarks/Desktop/measure.py $(desktop) >$(bench_dir)-desktop.md
	@mv $(bench_dir)-desktop.md Benchmarks/Desktop-results.md
	@cat Benchmarks/Desktop-results.md
