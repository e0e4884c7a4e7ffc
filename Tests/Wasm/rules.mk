# The libraries that are to run anywhere: compiled with Embedded Swift for WebAssembly, where there is no system and Int has
# 32 bits, and given damaged files.

test_packages += nodejs

.PHONY: check-pure

check-pure: test-packages data ## compile the pure libraries for WebAssembly, and open damaged files there
	@Tests/Wasm/build.sh .build/wasm
	@node Tests/Wasm/damaged.mjs .build/wasm/pure.wasm $(share)
