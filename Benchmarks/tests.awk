# Makes a corpus of the tests in a keymap: the word, a tab, its keys. Takes tests of one word that has no ASCII in it, typed
# with keys that are characters.
/^tests/ { in_tests = 1 }
in_tests && NF == 3 && $2 == "->" && $3 !~ /[ -~]/ {
    gsub(/\{braceleft\}/, "\001", $1)
    gsub(/\{numbersign\}/, "#", $1)
    if ($1 ~ /[{\\]/) next
    gsub(/\001/, "{", $1)
    print $3 "\t" $1
}
