#!/bin/sh
# Runs the benchmark of the lexicon, and keeps its tables in Benchmarks/Lexicon-results.md with what they depend on.
#
#     Benchmarks/Lexicon/run.sh LEXBENCH FOLDER LISTS...
set -eu

version() { dpkg-query -W -f '${Package} ${Version}' "$1"; }
processor=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
commit=$(git describe --always --dirty --exclude '*' 2>/dev/null || echo unknown)
export LC_ALL=C.UTF-8

tables=$(mktemp)
trap 'rm -f "$tables"' EXIT
sync
"$@" >"$tables"
cat - "$tables" <<END | tee Benchmarks/Lexicon-results.md
# Results: the lexicon

Written by \`make bench-lexicon\`; [README](README.md) says what is measured.

| | |
|---|---|
| date | $(date -u +%Y-%m-%d) |
| Chữ | $(sed -n 's/^#define CHU_VERSION "\(.*\)"/\1/p' Sources/CChu/include/chu.h), commit $commit |
| processor | $processor, $(nproc) of them |
| system | $(. /etc/os-release && echo "$PRETTY_NAME"), Linux $(uname -r | sed 's/-.*//'), glibc $(getconf GNU_LIBC_VERSION | sed 's/.* //') |
| compilers | $(swift --version 2>/dev/null | sed -n 's/.*\(Swift version [0-9.]*\).*/\1/p' | head -n 1); $(cc --version | head -n 1) |
| peers | $(version libmarisa0), $(version libdatrie1 | sed 's/:[^ ]*//'), $(version libsqlite3-0 | sed 's/:[^ ]*//') |
| lists | $(version hunspell-vi), $(version maint-guide-vi), $(version manpages-vi), $(version hunspell-th), $(version wamerican-insane) |

END
