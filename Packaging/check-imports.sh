#!/bin/sh
# Compares the imports of every Swift file with Package.swift and with the map of the targets in ARCHITECTURE.md:
# what a target imports, and nothing else, is declared in Package.swift, and each arrow between two targets of Sources
# is in the map. The targets of the pure core import nothing of the system.
#
#     Packaging/check-imports.sh SWIFT ARCHITECTURE.md
#
# The map is the table whose head is '| Target | … | May import |': a target in backquotes; what it may import in
# backquotes, separated by commas, or — for nothing, or 'everything above but' some. Targets of C and what is imported
# from them alone have no row of their own.
set -eu
swift=$1
map=$2
pure='Bytes Text Composition Lexicon Engine'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Of the manifest as JSON: 'target NAME PATH' and 'declares NAME DEPENDENCY'. Keys come in alphabetical order, so a
# target's dependencies stand before its name.
CHU_FUZZ=1 CHU_BENCH=1 "$swift" package --scratch-path "$work/build" dump-package >"$work/manifest"
awk '
    function text(line) { sub(/^[^:]*: "/, "", line); sub(/".*/, "", line); return line }
    function finish(i) {
        if (name == "") return
        print "target", name, path == "" ? (kind == "test" ? "Tests/" : "Sources/") name : path, kind
        for (i = 1; i <= count; i++) print "declares", name, needed[i]
        name = path = ""; count = 0
    }
    /^  "targets" : \[/ { inside = 1; next }
    !inside { next }
    /^  \]/ { exit }
    /^    \{/ { name = path = ""; count = 0 }
    /^      "dependencies"/ { listing = 1 }
    /^      \]/ { listing = 0 }
    listing && /"(byName|product|target)" : \[/ { wanted = 1; next }
    wanted { sub(/^ *"/, ""); sub(/".*/, ""); needed[++count] = $0; wanted = 0 }
    /^      "name"/ { name = text($0) }
    /^      "path"/ { path = text($0) }
    /^      "type"/ { kind = text($0) }
    /^    \}/ { finish() }
' "$work/manifest" >"$work/facts"

# Of the map: 'row NAME' and 'allows NAME IMPORT'.
awk -F '|' '
    /^\|/ && tolower($0) ~ /^\| *target *\|.*\| *may import *\| *$/ { inside = 1; next }
    inside && !/^\|/ { inside = 0 }
    inside && $2 ~ /`/ {
        name = $2; gsub(/[` ]/, "", name); print "row", name
        cell = $(NF - 1)
        if (cell ~ /everything above/) {
            for (other in seen) if (!index(cell, "`" other "`")) print "allows", name, other
            cell = ""
        }
        seen[name] = 1
        count = split(cell, allowed, ",")
        for (i = 1; i <= count; i++) {
            gsub(/[` ]/, "", allowed[i])
            if (allowed[i] != "" && allowed[i] != "—") print "allows", name, allowed[i]
        }
    }
' "$map" >>"$work/facts"

# Of the files: 'imports NAME MODULE PLACE'.
while read -r fact name path kind; do
    [ "$fact" = target ] || continue
    [ -z "$(find "$path" -name '*.swift' | head -1)" ] || echo "swift $name"
    find "$path" -name '*.swift' -exec awk -v target="$name" '
        /^[ \t]*([@a-z][A-Za-z()]* +)*import +/ {
            module = $0
            sub(/^[ \t]*([@a-z][A-Za-z()]* +)*import +/, "", module)
            sub(/^(struct|class|enum|protocol|func|var|let|typealias) +/, "", module)
            sub(/[^A-Za-z0-9_].*/, "", module)
            print "imports", target, module, FILENAME ":" FNR
        }' {} +
done <"$work/facts" >"$work/imports"

awk -v map="$map" -v pure_names="$pure" '
    function fail(place, message) { print place ": " message; failed = 1 }
    BEGIN { count = split(pure_names, names, " "); for (i = 1; i <= count; i++) pure[names[i]] = 1 }
    $1 == "target" { path[$2] = $3; kind[$2] = $4; order[++targets] = $2; if ($3 ~ /^Sources\//) mapped[$2] = 1 }
    $1 == "declares" { declares[$2, $3] = 1; known[$3] = 1; declared[++declarations] = $2 " " $3 }
    $1 == "row" { if (row[$2]++) fail(map, "target " $2 " has two rows"); rows[++row_count] = $2 }
    $1 == "allows" { allows[$2, $3] = 1 }
    $1 == "swift" { swift[$2] = 1 }
    $1 == "imports" {
        uses[$2, $3] = 1
        system_module = !($3 in path) && !($3 in known)
        if (system_module) {
            if ($2 in pure) fail($4, $2 " is of the pure core and imports " $3)
            next
        }
        if (!(($2, $3) in declares) && !(($2, $3) in undeclared)) {
            undeclared[$2, $3] = 1
            fail($4, $2 " imports " $3 ", which Package.swift does not declare for it")
        }
        if ($2 in mapped) { arrows[++arrow_count] = $2 " " $3 " " $4 }
    }
    END {
        for (i = 1; i <= arrow_count; i++) {
            split(arrows[i], arrow, " ")
            # Packages of others are declared in Package.swift alone.
            if ((arrow[1], arrow[2]) in allows || ((arrow[1], arrow[2]) in forbidden)) continue
            if (!(arrow[2] in path)) continue
            forbidden[arrow[1], arrow[2]] = 1
            fail(arrow[3], arrow[1] " may not import " arrow[2] " by the map in " map)
        }
        for (i = 1; i <= declarations; i++) {
            split(declared[i], pair, " ")
            # The tests of a program run it and do not import it.
            if (!((pair[1], pair[2]) in uses) && kind[pair[2]] != "executable") fail("Package.swift", pair[1] " declares " pair[2] " and imports it nowhere")
        }
        for (i = 1; i <= targets; i++)
            if ((order[i] in mapped) && (order[i] in swift) && !(order[i] in row)) fail(map, "target " order[i] " has no row in the map")
        for (i = 1; i <= row_count; i++) if (!(rows[i] in mapped)) fail(map, "there is no target " rows[i])
        if (!row_count) fail(map, "no table of targets found")
        if (!failed) print "imports: " targets " targets import what Package.swift declares and the map allows"
        exit failed
    }
' "$work/facts" "$work/imports"
