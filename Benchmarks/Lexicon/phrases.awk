# The syllables of the first file, and what stands together in the second: runs of two and three of those syllables,
# with nothing but a blank between them. One a line, repeated as they come.
FNR == NR { known[$0] = 1; print; next }
{
    gsub(/[^[:alpha:][:space:]\200-\377]/, " | ")
    count = split($0, words)
    for (i = 1; i < count; i++) {
        if (!(words[i] in known) || !(words[i + 1] in known)) continue
        print words[i] " " words[i + 1]
        if (i + 1 < count && words[i + 2] in known) print words[i] " " words[i + 1] " " words[i + 2]
    }
}
