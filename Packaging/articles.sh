#!/bin/sh
# Copies all articles, and what they link to, under the same relative paths, so that no link leads nowhere.
#
#     Packaging/articles.sh DESTINATION
set -eu
destination=$1
cd "$(dirname "$0")/.."
{
    find . -name '.?*' -prune -o -path ./debian -prune -o -name '*.md' -print | sed 's|^\./||'
    Packaging/links.sh list . | sed 's/^[^ ]* //'
    echo LICENSE
} | LC_ALL=C sort -u | while read -r file; do
    [ -f "$file" ] || continue
    install -D -m 644 "$file" "$destination/$file"
done
