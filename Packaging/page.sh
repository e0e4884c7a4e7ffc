#!/bin/sh
# Types a page and looks words up, for `make run` where there is no terminal.
#
#     Packaging/page.sh .build/release/chu Examples
#
# page.keys holds key sequences, one a line, under headings '## KEYMAP'; page.words holds the arguments of one
# `chu lookup` a line. Lines that begin with '# ' are remarks. The page is printed as keys, an arrow, and the text.
set -eu
chu=$1
page=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

grep -v '^# ' "$page/page.keys" | awk -v work="$work" '
    /^## / { n++; name = sprintf("%s/%02d", work, n); print $2 > (name ".keymap"); next }
    n && NF { print > (name ".keys") }'
for keymap in "$work"/*.keymap; do
    name=$(cat "$keymap")
    keys=${keymap%.keymap}.keys
    text=${keymap%.keymap}.text
    echo "chu type -k $name --keys"
    "$chu" type -k "$name" --keys <"$keys" >"$text"
    paste "$keys" "$text" | sed 's/	/  →  /; s/^/    /'
    echo
done

grep -v '^# ' "$page/page.words" | while IFS= read -r words; do
    [ -n "$words" ] || continue
    echo "chu lookup $words"
    # The words of the line are the arguments.
    "$chu" lookup $words | sed 's/^/    /'
    echo
done
