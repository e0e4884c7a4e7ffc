#!/bin/sh
# Writes down what programs compiled against chu.h lean on: its functions, its numbers, and where each field of each
# struct lies on a 64-bit machine. What is recorded may be added to; what stands there may not change without a new soname.
#
#     Packaging/abi.sh Sources/CChu/include/chu.h clang
set -eu
header=$1
clang=$2

echo "# functions"
grep -v '^#' "$header" | tr '\n' ' ' | grep -o 'CHU_API [^;]*;' | sed 's/CHU_API //; s/  */ /g; s/;$//' | LC_ALL=C sort
echo
echo "# numbers"
sed -n 's/^ *\(CHU_[A-Z_]*\) = \([^,/]*[^,/ ]\).*/\1 = \2/p' "$header" | LC_ALL=C sort
echo
echo "# layouts: offset in bytes, type, field"
"$clang" -target x86_64-linux-gnu -x c -fsyntax-only -Xclang -fdump-record-layouts-complete "$header" |
    sed -n 's/^ *\([0-9]*\) |   \([^ ].*\)$/  \1 \2/p; s/^ *0 | \([^ ].*\)$/\1/p; s/^ *| \[sizeof=\([0-9]*\).*/  \1 in all/p' |
    awk '/^[^ ]/ { wanted = /^struct chu_/ && !seen[$2]++ } wanted'
