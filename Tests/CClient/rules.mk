# The C client: compiled as strictly as can be, and run as it is, under valgrind, and with AddressSanitizer.

client_dir := .build/client
# The headers of older interfaces, each as it was published last: what was compiled with one goes on working.
older_headers := $(wildcard Tests/CClient/abi-*/chu.h)
older_clients := $(older_headers:Tests/CClient/abi-%/chu.h=$(client_dir)/client-%)
client_sources := Tests/CClient/client.c Tests/CClient/allocations.h Sources/CChu/include/chu.h
client_flags := -std=c99 -Wall -Wextra -Wpedantic -Werror -O2 -g -pthread -ISources/CChu/include
# A word typed, and a word looked up without its marks.
client_arguments := check $(share)/keymaps/vi/telex.chukey $(share)/lexicons/rad/core.chulex \
	'tieengs Vieetj,' 'tiếng Việt,' 'ea' 'nước'
# AddressSanitizer's own library must be that of the compiler that made ours, so this client is made by Swift's clang.
swift_clang := $(dir $(shell readlink -f "$$(command -v $(SWIFT))"))clang

.PHONY: check-header check-client-plain check-client check-client-asan check-client-tsan order

check-header:
	@$(CC) $(client_flags) -fsyntax-only -x c Sources/CChu/include/chu.h
	@$(CXX) -Wall -Wextra -Wpedantic -Werror -fsyntax-only -x c++ Sources/CChu/include/chu.h

# The library under the name that programs load it by, with its symbols and without the rest of its debug information:
# valgrind 3.19 does not read DWARF 5, which clang writes for C.
$(client_dir)/libchuim.so.1: $(chuim)
	@mkdir -p $(@D)
	@strip -g -o $@ $<

$(client_dir)/client: $(client_sources) $(client_dir)/libchuim.so.1
	@$(CC) $(client_flags) $< -o $@ $(client_dir)/libchuim.so.1 -Wl,-rpath,'$$ORIGIN'

$(client_dir)/client-counting: $(client_sources) $(client_dir)/libchuim.so.1
	@$(CC) $(client_flags) -DCOUNT_ALLOCATIONS $< -o $@ $(client_dir)/libchuim.so.1 -Wl,-rpath,'$$ORIGIN'

$(client_dir)/client-1.%: Tests/CClient/abi-1.%/chu.h Tests/CClient/client.c Tests/CClient/allocations.h $(client_dir)/libchuim.so.1
	@$(CC) -I$(<D) $(client_flags) Tests/CClient/client.c -o $@ $(client_dir)/libchuim.so.1 -Wl,-rpath,'$$ORIGIN'

check-client-plain: check-header data $(client_dir)/client
	@$(client_dir)/client $(client_arguments)

check-client: check-client-plain $(older_clients) $(client_dir)/client-counting $(client_dir)/words
	@for client in $(older_clients); do $$client $(client_arguments) >/dev/null && \
		echo "$$client ran with the library of today" || exit 1; done
	@valgrind --quiet --error-exitcode=1 --leak-check=full --show-leak-kinds=definite,indirect,possible \
		--errors-for-leak-kinds=definite,indirect,possible --suppressions=Tests/CClient/swift-runtime.supp \
		$(client_dir)/client $(client_arguments) >/dev/null
	@echo "the client ran under valgrind without a finding"
	@$(client_dir)/client-counting count $(share)/keymaps/vi/telex.chukey $(client_dir)/words

check-client-asan: data
	@$(SWIFT) build --scratch-path .build-asan -c release --sanitize=address --product chuim \
		-Xswiftc -use-ld=lld -Xlinker -soname=libchuim.so.1
	@cp .build-asan/release/libchuim.so .build-asan/libchuim.so.1
	@$(swift_clang) $(client_flags) -fsanitize=address,undefined -fno-sanitize-recover=all -fuse-ld=lld \
		Tests/CClient/client.c -o .build-asan/client .build-asan/libchuim.so.1 -Wl,-rpath,'$$ORIGIN'
	@.build-asan/client $(client_arguments) >/dev/null
	@$(swift_clang) $(client_flags) -fsanitize=address,undefined -fno-sanitize-recover=all -fuse-ld=lld \
		Tests/CClient/storm.c -o .build-asan/storm .build-asan/libchuim.so.1 -Wl,-rpath,'$$ORIGIN'
	@.build-asan/storm $(CURDIR)/$(share) $(storm_calls) 4
	@echo "the client ran with AddressSanitizer without a finding"

# ThreadSanitizer's own library asks for libdispatch, which comes with Swift.
swift_libraries := $(abspath $(dir $(swift_clang))../lib/swift/linux)

# A million random calls from several threads, watched for what two threads do at once.
storm_calls ?= 1000000
check-client-tsan: data
	@$(SWIFT) build --scratch-path .build-tsan -c release --sanitize=thread --product chuim \
		-Xswiftc -use-ld=lld -Xlinker -soname=libchuim.so.1
	@cp .build-tsan/release/libchuim.so .build-tsan/libchuim.so.1
	@$(swift_clang) $(client_flags) -fsanitize=thread -fuse-ld=lld \
		Tests/CClient/storm.c -o .build-tsan/storm .build-tsan/libchuim.so.1 -Wl,-rpath,'$$ORIGIN' \
		-L$(swift_libraries) -ldispatch -lBlocksRuntime -Wl,-rpath,$(swift_libraries)
	@TSAN_OPTIONS=halt_on_error=1 .build-tsan/storm $(CURDIR)/$(share) $(storm_calls) 4
	@echo "a million calls ran with ThreadSanitizer without a finding"

# What the page types in Vietnamese Telex, one word a line.
$(client_dir)/words: Examples/page.keys
	@mkdir -p $(@D)
	@awk '/^# / { next } /^## / { on = ($$2 == "vi/telex"); next } on' $< | tr -s ' ' '\n' >$@

order: build data test-packages $(client_dir)/client-counting $(client_dir)/words ## write down again what typing and lookups call, for the linker
	@Packaging/order.sh $(client_dir)/libchuim.so.1 Packaging/generated/libchuim.order \
		$(client_dir)/client-counting count $(share)/keymaps/vi/telex.chukey $(client_dir)/words
	@strip -g -o $(client_dir)/chu $(chu)
	@CHU_PATH=$(CURDIR)/$(share) Packaging/order.sh $(client_dir)/chu Packaging/generated/chu.order $(client_dir)/chu lookup nước
