# Questions for the dictionary that wordnet.awk writes: a word; the word with two letters changed about; a word of its
# first meaning; the beginning of that meaning. Words are taken that have one meaning of some length.

BEGIN { FS = OFS = "\t" }
$1 ~ /^[a-z]+$/ && length($1) >= 6 && length($1) <= 9 && $3 !~ / [|] / && length($3) >= 60 && $3 !~ /^.?.?.?.?.?.?.?.?.?.?[^a-z ]/ {
    if (++fit % 400 != 0) next
    word = $1
    middle = int(length(word) / 2)
    typo = substr(word, 1, middle - 1) substr(word, middle + 1, 1) substr(word, middle, 1) substr(word, middle + 2)
    if (typo == word) next
    longest = ""
    count = split(substr($3, 1, 40), parts, " ")
    for (i = 1; i < count; i++) if (parts[i] ~ /^[a-z]+$/ && length(parts[i]) > length(longest)) longest = parts[i]
    if (longest == "") next
    print word, typo, longest, substr($3, 1, 30)
}
