#!/bin/sh
# Compiles the pure libraries with Embedded Swift for WebAssembly without a system, and links them with the test's driver.
#
#     Tests/Wasm/build.sh OUTPUT-DIRECTORY
#
# Each library sees those that it may import and no other, and there is no C library to import: what compiles here is pure.
# Only what has changed is compiled again.
set -eu
output=$1
tools=$(dirname "$(readlink -f "$(command -v swiftc)")")
embedded=$tools/../lib/swift/embedded/wasm32-unknown-none-wasm
if [ ! -e "$embedded" ]; then
    echo "Tests/Wasm/build.sh: this Swift has no Embedded Swift for WebAssembly; that of swift.org, 6.3 or later, has" >&2
    exit 1
fi
flags="-target wasm32-unknown-none-wasm -enable-experimental-feature Embedded -wmo -Osize -parse-as-library
    -swift-version 6 -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility
    -enable-upcoming-feature ExistentialAny -strict-memory-safety -warnings-as-errors -package-name chu
    -Xfrontend -disable-stack-protector -file-prefix-map $PWD=."

# compile MODULE FOLDER [MODULE THAT IT MAY IMPORT]...
compile() {
    module=$1
    folder=$2
    shift 2
    object=$output/$module/$module.o
    sources=$(find "$folder" -name '*.swift' | LC_ALL=C sort)
    visible=
    newest="$folder"
    for import in "$@"; do
        visible="$visible -I $output/$import"
        newest="$newest $output/$import/$import.o"
    done
    # $flags, $visible, $newest and $sources are lists of words on purpose.
    if [ -e "$object" ] && [ -z "$(find $newest Tests/Wasm/build.sh -newer "$object")" ]; then return; fi
    mkdir -p "$output/$module"
    "$tools/swiftc" $flags $visible -module-name "$module" -emit-module \
        -emit-module-path "$output/$module/$module.swiftmodule" -c -o "$object" $sources
}

mkdir -p "$output"
compile Text Sources/Text &
text=$!
compile Bytes Sources/Bytes
wait $text
compile Composition Sources/Composition Bytes Text &
composition=$!
compile Lexicon Sources/Lexicon Bytes Text
wait $composition
compile Engine Sources/Engine Bytes Text Composition Lexicon
compile Driver Tests/Wasm Bytes Text Composition Lexicon Engine

"$tools/clang" --target=wasm32-unknown-none-wasm -Os -ffreestanding -fno-builtin -mbulk-memory -Wall -Wextra -Werror \
    -c Tests/Wasm/system.c -o "$output/system.o"
"$tools/wasm-ld" --no-entry --gc-sections -O2 --strip-debug --stack-first -z stack-size=262144 --export=malloc \
    --export=free --export=wasm_keep --export=wasm_use --export=wasm_use_damaged --export=wasm_types \
    "$output"/*/*.o "$output/system.o" "$embedded/libswiftUnicodeDataTables.a" -o "$output/pure.wasm"
