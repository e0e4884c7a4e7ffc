#!/bin/bash
# Fuzzes targets for a number of seconds, side by side, and says how it went.
#
#     Tests/Fuzzing/run.sh .build-fuzz/release/fuzz .build-fuzz 600 lexicon list markers
#
# The corpus is kept in the folder, and a later run goes on from it. An input that traps, reads outside of memory, takes
# more than 25 seconds or 2 GB is a finding: it is kept in findings/, and the status is 1.
set -eu

fuzz=$1
folder=$2
seconds=$3
shift 3
here=$(dirname "$0")

# Swift's runtime keeps what it makes once, so leaks are looked for with valgrind and not here.
export ASAN_OPTIONS=detect_leaks=0

start() { # target, the longest input, more options
    local target=$1 longest=$2
    shift 2
    mkdir -p "$folder/corpus/$target" "$folder/seeds/$target" "$folder/findings"
    "$fuzz" "$target" seeds "$folder/seeds/$target"
    "$fuzz" "$target" -max_total_time="$seconds" -max_len="$longest" -timeout=25 -rss_limit_mb=2048 \
        -print_final_stats=1 -verbosity=1 -artifact_prefix="$folder/findings/$target-" "$@" \
        "$folder/corpus/$target" "$folder/seeds/$target" >"$folder/$target.log" 2>&1 &
    pids[$target]=$!
}

declare -A pids
trap 'kill "${pids[@]}" 2>/dev/null || true' INT TERM
for target in "$@"; do
    case $target in
        source) start source 3072 -dict="$here/keymap.dict" ;;
        compiled) start compiled 131072 ;;
        macros | words) start "$target" 4096 ;;
        lexicon) start lexicon 65536 ;;
        legacy) start legacy 20000 ;;
        document) start document 16384 -dict="$here/document.dict" ;;
        repair) start repair 4096 ;;
        transform) start transform 12000 ;;
        list | markers) start "$target" 4096 -dict="$here/lexicon.dict" ;;
        *)
            echo "no target is called '$target'" >&2
            exit 64
            ;;
    esac
done

status=0
for target in "$@"; do
    result=', nothing found'
    if ! wait "${pids[$target]}"; then
        status=1
        result=", stopped; $folder/$target.log says why:"
    fi
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$folder/$target.log")
    coverage=$(grep -o 'cov: [0-9]*' "$folder/$target.log" | tail -1)
    echo "$target: ${executions:-?} executions, ${coverage:-cov: ?}$result"
    [ "$result" = ', nothing found' ] || tail -n 20 "$folder/$target.log"
done
exit $status
