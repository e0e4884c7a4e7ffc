#!/bin/sh
# Finds the functions of a library that a program calls, such as those to load it, open a keymap and type, and writes
# them down for the linker, which puts them side by side: then a few pages of the library are read instead of pages all
# over it.
#
#     Packaging/order.sh LIBRARY ORDER PROGRAM ARGUMENTS...
#
# LIBRARY has its symbols still, and PROGRAM loads it by this name, or is it. What the list names and the library lacks
# does no harm; what the list lacks costs a page. So the list need not be renewed with every change.
set -eu
library=$(realpath "$1")
order=$2
shift 2
calls=$(mktemp)
trap 'rm -f "$calls"' EXIT

valgrind --quiet --tool=callgrind --callgrind-out-file="$calls" --compress-strings=no --demangle=no "$@" >/dev/null
{
    echo "# Written by 'make order': what lies side by side in $(basename "${library%.1}")."
    awk -v library="$library" '
        /^ob=/ { inside = substr($0, 4) == library }
        /^fn=/ && inside { name = substr($0, 4); sub(/\x27[0-9]+$/, "", name); if (name !~ /^[0(]/) print name }
    ' "$calls" | LC_ALL=C sort -u
} >"$order"
echo "$order: $(($(wc -l <"$order") - 1)) functions"
