#!/bin/sh
# Makes the documentation of every library with docc; a warning, such as a link to nowhere, is an error.
#
#     Packaging/docs.sh MODULES-DIRECTORY OUTPUT-DIRECTORY
#
# The compiled modules hold the doc comments: symbol graphs are drawn from them, so nothing is compiled twice.
set -eu
modules=$1
output=$2
here=$(cd "$(dirname "$0")/.." && pwd)
tools=$(dirname "$(readlink -f "$(command -v swift)")")
docc=$tools/docc
[ -x "$docc" ] || docc=$(command -v docc)
extract=$tools/swift-symbolgraph-extract
[ -x "$extract" ] || extract=$(command -v swift-symbolgraph-extract)
target=$(swift -print-target-info | sed -n 's/^ *"unversionedTriple": "\(.*\)",/\1/p' | head -1)

rm -rf "$output"
mkdir -p "$output/graphs"
archives=
dependencies=
# In an order in which each library comes after those it links to.
for module in Bytes Text Languages Files Diagnostics ICU Conversion TransformCompiler Document Composition Lexicon Answers Engine Catalogue KeymapCompiler LexiconCompiler MacroCompiler LineEditor; do
    [ -e "$modules/$module.swiftmodule" ] || continue
    mkdir "$output/graphs/$module"
    "$extract" -module-name "$module" -target "$target" -I "$modules" \
        -Xcc "-fmodule-map-file=$here/Sources/CICU/include/module.modulemap" \
        -Xcc "-fmodule-map-file=$here/Sources/CDocument/include/module.modulemap" \
        -Xcc "-fmodule-map-file=$here/Sources/CFiles/include/module.modulemap" \
        -minimum-access-level public -output-dir "$output/graphs/$module"
    catalog=$here/Sources/$module/$module.docc
    [ -d "$catalog" ] || catalog=
    # $catalog and $dependencies are lists of words on purpose.
    "$docc" convert $catalog --additional-symbol-graph-dir "$output/graphs/$module" \
        --fallback-display-name "$module" --fallback-bundle-identifier "chu.$module" \
        --fallback-default-module-kind Library --warnings-as-errors \
        --enable-experimental-external-link-support $dependencies \
        --output-path "$output/$module.doccarchive" >"$output/log" 2>&1 || { cat "$output/log" >&2; exit 1; }
    archives="$archives $output/$module.doccarchive"
    dependencies="$dependencies --dependency $output/$module.doccarchive"
done
"$docc" merge $archives --synthesized-landing-page-name Chữ --output-path "$output/chu.doccarchive" >/dev/null
echo "documentation of$(echo "$archives" | sed "s|$output/||g; s|.doccarchive||g"): $output/chu.doccarchive"
