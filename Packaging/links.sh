#!/bin/sh
# Lists the relative links of all Markdown files of a folder, or checks them.
#
#     Packaging/links.sh list FOLDER      one 'FILE:LINE TARGET' a line, TARGET as a path from FOLDER
#     Packaging/links.sh check FOLDER     fails when a target is not there, or lies outside the folder
#
# A link is [text](target), an image, a reference or the source of an <img>; code is left out.
set -eu
mode=$1
cd "$2"

list() {
    find . -name '.?*' -prune -o -path ./debian -prune -o -name '*.md' -print | LC_ALL=C sort | sed 's|^\./||' | tr '\n' '\0' |
        xargs -0 awk '
            function link(target, path, count, parts, kept, i) {
                sub(/^</, "", target); sub(/>$/, "", target); sub(/[ \t].*/, "", target); sub(/#.*/, "", target)
                gsub(/%20/, " ", target)
                if (target == "" || target ~ /^[a-z][a-z+.-]*:/ || target ~ /^\//) return
                path = FILENAME
                if (!sub(/[^\/]*$/, "", path)) path = ""
                count = split(path target, parts, "/")
                path = ""; depth = 0
                for (i = 1; i <= count; i++) {
                    if (parts[i] == "" || parts[i] == ".") continue
                    if (parts[i] == ".." && depth > 0 && kept[depth] != "..") depth--
                    else kept[++depth] = parts[i]
                }
                for (i = 1; i <= depth; i++) path = path (i > 1 ? "/" : "") kept[i]
                print FILENAME ":" FNR " " (path == "" ? "." : path)
            }
            FNR == 1 { fence = "" }
            match($0, /^ *(```+|~~~+)/) {
                mark = substr($0, RSTART, RLENGTH); gsub(/ /, "", mark)
                if (fence == "") fence = mark
                else if (index(mark, fence) == 1) fence = ""
                next
            }
            fence != "" { next }
            {
                line = $0
                gsub(/`[^`]*`/, "", line)
                rest = line
                while (match(rest, /\]\([^()]*(\([^()]*\)[^()]*)*\)/)) {
                    link(substr(rest, RSTART + 2, RLENGTH - 3))
                    rest = substr(rest, RSTART + RLENGTH)
                }
                rest = line
                while (match(rest, /<img [^>]*src="[^"]*"/)) {
                    target = substr(rest, RSTART, RLENGTH); sub(/.*src="/, "", target); sub(/"$/, "", target)
                    link(target)
                    rest = substr(rest, RSTART + RLENGTH)
                }
                if (match(line, /^ *\[[^]]+\]: +/)) link(substr(line, RSTART + RLENGTH))
            }'
}

case $mode in
list) list ;;
check)
    list | {
        count=0
        failed=0
        while read -r place target; do
            count=$((count + 1))
            case $target in
            ..*) echo "$place: the link to $target leads out of the folder" >&2 && failed=1 ;;
            *) [ -e "$target" ] || { echo "$place: there is no $target" >&2 && failed=1; } ;;
            esac
        done
        [ $failed -eq 0 ] || exit 1
        echo "links: all $count relative links of the articles lead to a file"
    }
    ;;
*) exit 2 ;;
esac
