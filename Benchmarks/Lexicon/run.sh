#!/bin/sh
# Runs the benchmark of the lexicon, and keeps its tables in Benchmarks/Lexicon-results.md with what they depend on.
#
#     Benchmarks/Lexicon/run.sh LEXBENCH FOLDER ONESHOT LISTS...
set -eu

. Benchmarks/head.sh

lexbench=$1 folder=$(cd "$2" && pwd) oneshot=$3
shift 3
home=$(mktemp -d)
server=
trap 'rm -rf "$home"; [ -z "$server" ] || kill "$server"' EXIT

# A server of our own for `dict`, of which nobody else knows, on a port that nobody is likely to use.
port=26280
# Started by root, it reads this as somebody else.
chmod 755 "$home"
cat >"$home/dictd.conf" <<END
access { allow 127.0.0.1 }
database wn { data /usr/share/dictd/wn.dict.dz index /usr/share/dictd/wn.index }
END
/usr/sbin/dictd -c "$home/dictd.conf" -p $port --listen-to 127.0.0.1 -d nodetach >/dev/null 2>&1 &
server=$!
sleep 1

Benchmarks/Lexicon/commands.sh "$folder/bin/chu" "$folder/dictionary" $port >"$home/commands"
# Files that were just written are in memory in larger pieces than files read from a disk. So all are read again.
sync
find "$folder/bin" "$folder/share" "$folder/dictionary" -type f -exec dd if={} iflag=nocache count=0 status=none \;
# sdcv keeps its settings and caches at home.
HOME="$home" XDG_CACHE_HOME="$home" CHU_PATH="$folder/share" "$oneshot" "$home/commands" "$folder/dictionary/questions" >"$home/processes"
"$lexbench" "$folder/stores" "$home/processes" "$folder/dictionary" "$@" >"$home/tables"
cat - "$home/tables" <<END | tee Benchmarks/Lexicon-results.md
$(results_head "Results: the lexicon" bench-lexicon)
| peers | $(version libmarisa0), $(version libdatrie1 | sed 's/:[^ ]*//'), $(version libsqlite3-0 | sed 's/:[^ ]*//'), $(version sdcv), $(version dict), $(version dictd), $(version wordnet) |
| lists | $(version hunspell-vi), $(version maint-guide-vi), $(version manpages-vi), $(version hunspell-th), $(version wamerican-insane), $(version dict-wn) |

END
