#!/bin/sh
# Runs the benchmark, and keeps its tables in Benchmarks/Results.md with what they depend on.
#
#     Benchmarks/run.sh BENCH KEYMAPS CORPORA ENGINES...
set -eu

. Benchmarks/head.sh

# Fcitx keeps its settings where these say, and not among the user's.
settings=$(mktemp -d)
trap 'rm -rf "$settings"' EXIT
export XDG_CONFIG_HOME="$settings" XDG_DATA_HOME="$settings" XDG_CACHE_HOME="$settings" XDG_RUNTIME_DIR="$settings"

# Until the pages of a new library are on the disk, they count as written by every process that maps them. They are also
# in memory in larger pieces than pages read from a disk, so one access maps more of them.
sync
folder=$(dirname "$1")
for file in "$folder"/lib/* "$folder"/engines/*; do dd if="$file" iflag=nocache count=0 status=none; done
"$@" >"$settings/tables"
cat - "$settings/tables" <<END | tee Benchmarks/Results.md
$(results_head "Results" bench)
| peers | $(version libm17n-0 | sed 's/:[^ ]*//'), $(version m17n-db), $(version fcitx5-unikey), $(version libfcitx5core7 | sed 's/:[^ ]*//') |
| texts | $(version hunspell-vi), $(version maint-guide-vi) |

END
