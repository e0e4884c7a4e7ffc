#!/bin/sh
# Runs the benchmark of conversion, and keeps its tables in Benchmarks/Conversion-results.md with what they depend on.
#
#     Benchmarks/Conversion/run.sh CHU SHARE ONESHOT FOLDER MEGABYTES
set -eu

. Benchmarks/head.sh

oneshot=$3 folder=$(cd "$4" && pwd) large=$5
small=$((large / 100))
rounds=9
CHU_PATH=$(cd "$2" && pwd)
export CHU_PATH
strip -o "$folder/chu" "$1"
chu=$folder/chu
rm -rf "$folder/small" "$folder/large"
mkdir -p "$folder/small" "$folder/large"
trap 'rm -rf "$folder/small" "$folder/large"' EXIT

# Writes a file to another, again and again, as long as that has fewer than so many megabytes.
grow() {
    while [ "$(stat -c %s "$1")" -lt 1000000 ]; do
        cat "$1" "$1" >"$folder/twice"
        mv "$folder/twice" "$1"
    done
    count=$(($3 * 1000000 / $(stat -c %s "$1")))
    for _ in $(seq $((count > 0 ? count : 1))); do cat "$1"; done >"$2"
}

# ---- Texts: each in one form, in two sizes ---------------------------------------------------------------------------

# A book, of which all that VISCII has no letter for is left out; and the words of a lexicon in Tai Viet.
gzip -dc /usr/share/doc/maint-guide-vi/maint-guide.vi.txt.gz | iconv -c -f UTF-8 -t VISCII |
    iconv -f VISCII -t UTF-8 >"$folder/book"
sed -e '1,/^entries/d' -e 's/\t.*//' Lexicons/blt-Tavt/core.lexicon | paste -s -d '       \n' >"$folder/tai-viet"
for form in cp1258 viscii vni-latin1 vni-windows tcvn3 unicode combining tai-viet; do
    case $form in
        tai-viet) cp "$folder/tai-viet" "$folder/$form.text" ;;
        *) "$chu" convert --from unicode --to "$form" "$folder/book" >"$folder/$form.text" ;;
    esac
    # A transform is so much slower that a tenth does.
    part=$([ $form = tai-viet ] && echo 10 || echo 1)
    grow "$folder/$form.text" "$folder/small/$form" "$small"
    case $form in
        cp1258 | viscii | unicode | tai-viet) grow "$folder/$form.text" "$folder/large/$form" $((large / part)) ;;
    esac
done

# ---- Commands: a text, a title, rounds, nothing to look for in the answer, the command ------------------------------

# The command for each row, tabs between its words. {1} is the folder with the texts.
commands() {
    while IFS='|' read -r form title which command; do
        case $which in
            *"$2"*) printf '%s\t%s\t%s\t0\t%s\n' "$form" "$title" "$1" "$(echo "$command" | tr '^' '\t')" ;;
        esac
    done <<END
cp1258|**Chữ**|small large|$chu^convert^--from^cp1258^--to^unicode^{1}/cp1258
cp1258|iconv|small large|iconv^-f^CP1258^-t^UTF-8^{1}/cp1258
cp1258|uconv|small large|uconv^-f^windows-1258^-t^UTF-8^{1}/cp1258
cp1258|uconv -x any-nfc|small|uconv^-f^windows-1258^-t^UTF-8^-x^any-nfc^{1}/cp1258
viscii|**Chữ**|small large|$chu^convert^--from^viscii^--to^unicode^{1}/viscii
viscii|iconv|small|iconv^-f^VISCII^-t^UTF-8^{1}/viscii
combining|**Chữ**|small|$chu^convert^--from^combining^--to^unicode^{1}/combining
combining|uconv -x any-nfc|small|uconv^-f^UTF-8^-t^UTF-8^-x^any-nfc^{1}/combining
tcvn3|TCVN3|small|$chu^convert^--from^tcvn3^--to^unicode^{1}/tcvn3
vni-windows|VNI-Windows|small|$chu^convert^--from^vni-windows^--to^unicode^{1}/vni-windows
vni-latin1|VNI read as Latin-1|small|$chu^convert^--from^vni-latin1^--to^unicode^{1}/vni-latin1
unicode|repair|small large|$chu^convert^--from^repair^--to^unicode^{1}/unicode
unicode|repair, in Êđê|small|$chu^convert^--from^repair^--to^unicode^--language^rad^{1}/unicode
tai-viet|a transform, Tai Viet to Latin|small large|$chu^convert^--from^blt-Tavt^--to^blt-Latn^{1}/tai-viet
END
}
for size in small large; do
    commands $([ $size = small ] && echo $rounds || echo 1) $size >"$folder/$size.commands"
    echo "$folder/$size" >"$folder/$size.question"
done

# ---- What comes out, then what it takes ------------------------------------------------------------------------------

# Whether two commands over the small texts give the same bytes.
same() { [ "$($1 | cksum)" = "$($2 | cksum)" ] && echo 'the same bytes' || echo 'other bytes'; }
from() { echo "$chu convert --from $1 --to unicode $folder/small/$1"; }
iconv_1258=$(same "$(from cp1258)" "iconv -f CP1258 -t UTF-8 $folder/small/cp1258")
uconv_1258=$(same "$(from cp1258)" "uconv -f windows-1258 -t UTF-8 $folder/small/cp1258")
uconv_nfc=$(same "$(from cp1258)" "uconv -f windows-1258 -t UTF-8 -x any-nfc $folder/small/cp1258")
iconv_viscii=$(same "$(from viscii)" "iconv -f VISCII -t UTF-8 $folder/small/viscii")
nfc=$(same "$(from combining)" "uconv -f UTF-8 -t UTF-8 -x any-nfc $folder/small/combining")

"$oneshot" "$folder/small.commands" "$folder/small.question" >"$folder/small.times"
"$oneshot" "$folder/large.commands" "$folder/large.question" >"$folder/large.times"
for size in small large; do stat -c '%n %s' "$folder/$size"/* | sed "s|.*/|$size |"; done >"$folder/sizes"
table() { awk -F '\t' -v kind="$1" -f Benchmarks/Conversion/tables.awk "$folder/sizes" "$folder/small.times" "$folder/large.times"; }

cat <<END | tee Benchmarks/Conversion-results.md
$(results_head "Results: conversion" bench-convert)
| peers | iconv of $(version libc-bin), uconv of $(version icu-devtools) |
| text | $(version maint-guide-vi) |

## Beside iconv and uconv

$small MB of each text, $rounds rounds in turns. MB/s of what is read: the median. Times as long as Chữ: the median of the
ratios within a round, and its 10th and 90th percentile.

| text | | MB/s | times as long as Chữ | p10 to p90 | peak, MB |
|---|---|--:|--:|--:|--:|
$(table peers)

CP1258 has the tones by themselves, behind the letters. Of the $small MB in CP1258 iconv makes $iconv_1258 as Chữ,
which composes them (NFC); uconv composes nothing and makes $uconv_1258, and with \`-x any-nfc\` $uconv_nfc. Of
VISCII iconv makes $iconv_viscii; uconv does not know it. Of *combining*, UTF-8 with the tones by themselves, uconv
with \`-x any-nfc\` makes $nfc.

## What else is converted

| | MB/s, median | p10 to p90 | peak, MB |
|---|--:|--:|--:|
$(table alone)

## $large MB

Each once; of Tai Viet a tenth. The peak is that of the whole process; beside it that for $small MB of the same text.

| text | | MB | MB/s | peak, MB | peak for $small MB |
|---|---|--:|--:|--:|--:|
$(table large)
END
