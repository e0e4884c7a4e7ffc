#!/bin/sh
# Writes the commands that oneshot.c runs: each asks a dictionary that holds WordNet, or compiles one.
#
#     Benchmarks/Lexicon/commands.sh CHU DICTIONARY PORT
#
# CHU is the command, with `tra` beside it; DICTIONARY the folder of the converted dictionaries; PORT where dictd listens.
set -eu
chu=$1 folder=$2 port=$3
tra=$(dirname "$chu")/tra

# A group, a title, how many times, the field of the question that the answer must contain, the command.
command() { printf '%s' "$1"; shift; printf '\t%s' "$@"; printf '\n'; }
select="SELECT headword, speech, entries.meanings, entries.examples FROM entries"

command exact '**Chữ**, `tra`' 44 4 "$tra" -l "$folder/wordnet.chulex" --limit 3 '{1}'
command exact '**Chữ**, `tra`, among all the lexicons installed' 44 4 "$tra" --limit 3 '{1}'
command exact 'sdcv' 44 4 sdcv -n -e --data-dir "$folder/stardict" '{1}'
command exact 'sqlite3' 44 4 sqlite3 -readonly "$folder/wordnet.sqlite" "$select WHERE headword = '{1}'"
command exact 'dict, without what dictd does' 44 4 dict -h localhost -p "$port" -d wn '{1}'
command exact 'wn' 44 4 wn '{1}' -over
command exact '`true`, which does nothing' 44 0 true

command text '**Chữ**, `tra --match gloss`, the best twenty' 44 3 "$tra" -l "$folder/wordnet.chulex" --match gloss '{3}'
command text 'sqlite3, FTS5, the best twenty' 44 3 sqlite3 -readonly "$folder/wordnet.sqlite" \
    "$select JOIN texts ON id = texts.rowid WHERE texts MATCH '{3}' ORDER BY rank LIMIT 20"
command text 'sdcv, all articles searched' 44 3 sdcv -n --data-dir "$folder/stardict" '|{3}'

command fuzzy 'sdcv, fuzzy' 44 1 sdcv -n --data-dir "$folder/stardict" '/{2}'

command compile '**Chữ**, a million entries' 1 0 "$chu" build "$folder/million.lexicon" -o "$folder/million.chulex"
command compile '**Chữ**, WordNet' 3 0 "$chu" build "$folder/wordnet.lexicon" -o "$folder/wordnet.chulex"
command compile 'sqlite3, WordNet, an index and FTS5' 3 0 sqlite3 "$folder/again.sqlite" ".read $folder/wordnet.sql"
