#!/bin/sh
# Fetches what others published and tests read: conformance suites, word lists, sample texts. Each comes from its own
# repository, at the commit named here; the project holds no copies. Tests whose data is not there are skipped.
#
#     Packaging/suites.sh .build/suites
#
# The syllables of hunspell-vi and the charmaps of glibc come from the Debian packages hunspell-vi and locales, when these
# are installed.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$1"
target=$(cd "$1" && pwd)
work=$target/.fetched
missing=

# fetch NAME URL COMMIT PATTERN...: the files of the patterns, in $work/NAME.
fetch() {
    name=$1
    url=$2
    commit=$3
    shift 3
    [ "$(git -C "$work/$name" rev-parse HEAD 2>/dev/null)" != "$commit" ] || return 0
    echo "fetching $url" >&2
    rm -rf "$work/$name"
    git init -q "$work/$name"
    git -C "$work/$name" remote add origin "$url"
    git -C "$work/$name" config core.autocrlf false
    git -C "$work/$name" sparse-checkout set --no-cone "$@"
    if ! GIT_TERMINAL_PROMPT=0 git -C "$work/$name" fetch -q --depth 1 --filter=blob:none origin "$commit" ||
        ! GIT_TERMINAL_PROMPT=0 git -C "$work/$name" checkout -q FETCH_HEAD; then
        rm -rf "$work/$name"
        missing="$missing $name"
        return 1
    fi
}

# copy FROM TO: the folder $work/FROM as $target/TO.
copy() {
    rm -rf "${target:?}/$2"
    mkdir -p "$target/$2"
    cp -R "$work/$1/." "$target/$2/"
}

if fetch keyman https://github.com/keymanapp/keyman 8bf5503037d50df9cfec7dd13f8c09a06ede16e9 \
    '/resources/standards-data/ldml-keyboards/46/**' '/core/tests/unit/ldml/keyboards/*.xml' \
    '/core/tests/unit/ldml/invalid-keyboards/*.xml'; then
    copy keyman/resources/standards-data/ldml-keyboards/46 suites/cldr-46
    copy keyman/core/tests/unit/ldml/keyboards suites/keyman-ldml/keyboards
    copy keyman/core/tests/unit/ldml/invalid-keyboards suites/keyman-ldml/invalid-keyboards
fi
if fetch bamboo-core https://github.com/BambooEngine/bamboo-core f0ca534819fa84ee37df9277ff2449d82ed1ec3e /bamboo_test.go; then
    mkdir -p "$target/suites/bamboo-core"
    awk -f "$here/Packaging/bamboo-tests.awk" "$work/bamboo-core/bamboo_test.go" >"$target/suites/bamboo-core/bamboo_test.jsonl"
fi
if fetch wikipron https://github.com/CUNY-CL/wikipron 185dfcf514fe37fe4cfddddeacff1eda3afdca55 \
    /data/scrape/tsv/blt_tavt_narrow.tsv /data/scrape/tsv/khb_talu_broad.tsv /data/scrape/tsv/khm_khmr_broad.tsv \
    /data/scrape/tsv/lao_laoo_narrow.tsv; then
    copy wikipron/data/scrape/tsv data/wikipron
fi
if fetch gflanguages https://github.com/googlefonts/lang 84b091844c76bc4555e52f3bbd9fe5a9767d23ef \
    '/Lib/gflanguages/data/languages/*.textproto'; then
    copy gflanguages/Lib/gflanguages/data/languages data/gflanguages
fi
if fetch abvd https://github.com/lexibank/abvd 982a15f03c2ad4fd60d463babae059ab40b4d4cf /raw/741.xml /raw/744.xml; then
    copy abvd/raw data/abvd/raw
fi
# The words of r12a stand between two backquotes in a program.
if fetch r12a https://github.com/r12a/scripts 8536d3791fc153951c5fa8bde3128ab414d2c696 \
    /tavt/blt-examples.js /laoo/lo-examples.js; then
    mkdir -p "$target/data/r12a-examples"
    for file in tavt/blt laoo/lo; do
        awk -F '`' 'NF > 1 && !on { on = 1; $0 = substr($0, index($0, "`") + 1) }
            on && (i = index($0, "`")) { print substr($0, 1, i - 1); exit } on' "$work/r12a/$file-examples.js" \
            >"$target/data/r12a-examples/${file#*/}.psv"
    done
fi
if fetch bartbahnar https://github.com/ura-hcmut/BARTBahnar ead9599d4c70def342fafa4179f8136316a35c0b \
    /data/dictionary/bavi.csv /data/raw/test.csv; then
    mkdir -p "$target/data/bartbahnar"
    cp "$work/bartbahnar/data/dictionary/bavi.csv" "$work/bartbahnar/data/raw/test.csv" "$target/data/bartbahnar/"
fi
if [ -r /usr/share/i18n/charmaps/VISCII.gz ]; then
    mkdir -p "$target/data/vietnamese-charmaps"
    for name in VISCII CP1258 TCVN5712-1; do
        gzip -dc "/usr/share/i18n/charmaps/$name.gz" >"$target/data/vietnamese-charmaps/$name.charmap"
    done
else
    echo "left out: the charmaps of glibc; install the Debian package locales to have them" >&2
fi
if [ -r /usr/share/hunspell/vi_VN.dic ]; then
    mkdir -p "$target/data/hunspell-vi"
    cp /usr/share/hunspell/vi_VN.dic "$target/data/hunspell-vi/"
else
    echo "left out: the syllables of hunspell-vi; install the Debian package hunspell-vi to have them" >&2
fi
if [ -n "$missing" ]; then
    echo "suites: these could not be fetched, and the tests that read them are skipped:$missing" >&2
    exit 1
fi
echo "suites: all that can be fetched is in $target"
