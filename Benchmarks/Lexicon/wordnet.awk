# WordNet as a table: headword, part of speech, meanings, an example for each meaning; meanings and examples parted by
# " | ". Reads WordNet's data files, then its index files.

BEGIN { FS = " "; OFS = "\t" }
/^  / { next }
FILENAME ~ /data/ {
    speech = $3 == "s" ? "a" : $3
    bar = index($0, " | ")
    text = substr($0, bar + 3)
    gsub(/[ \t]+$/, "", text)
    gsub(/ ;/, ";", text)
    gsub(/ [|] /, " ", text)
    quote = index(text, "\"")
    example = ""
    if (quote > 1) {
        example = substr(text, quote + 1)
        text = substr(text, 1, quote - 1)
        sub(/".*/, "", example)
        gsub(/[; ]+$/, "", text)
    }
    meaning[speech $1] = text
    used[speech $1] = example
    next
}
{
    headword = $1
    gsub(/_/, " ", headword)
    meanings = examples = ""
    for (i = NF - $3 + 1; i <= NF; i++) {
        meanings = meanings (meanings == "" ? "" : " | ") meaning[$2 $i]
        examples = examples (i == NF - $3 + 1 ? "" : " | ") used[$2 $i]
    }
    gsub(/^[ |]+$/, "", examples)
    print headword, $2, meanings, examples
}
