#!/bin/sh
# Makes an engine of UniKey's own source, in a folder outside the repository, which nothing of it enters.
#
#     Benchmarks/unikey.sh SOURCE FOLDER ADAPTER
#
# SOURCE is a folder with the source of fcitx5-unikey; when it is empty, apt fetches the source of the package installed.
# The engine is FOLDER/engines/unikey.so. Where there is no source to be had, there is no engine, and that is all.
set -eu
source=$1
folder=$2
adapter=$(realpath "$3")

version=$(dpkg-query -W -f '${Version}' fcitx5-unikey)
engine=$folder/engines/unikey.so
if [ "$engine" -nt "$adapter" ] && [ "$(cat "$folder/version" 2>/dev/null)" = "$version" ]; then exit 0; fi
rm -rf "$folder"
mkdir -p "$folder/engines"

# Source packages have lists of their own, so that those of the system stay as they are.
fetch() {
    cd "$folder"
    mkdir -p lists/partial
    if [ -f /etc/apt/sources.list.d/debian.sources ]; then
        sed 's/^Types:.*/Types: deb-src/' /etc/apt/sources.list.d/debian.sources >apt.sources
    else
        sed -n 's/^deb /deb-src /p' /etc/apt/sources.list >apt.list
    fi
    set -- -qq -o APT::Sandbox::User=root -o Dir::Etc::sourcelist="$(ls "$folder"/apt.*)" -o Dir::Etc::sourceparts=- \
        -o Dir::State::lists="$folder/lists"
    apt-get "$@" update
    apt-get "$@" source --download-only "fcitx5-unikey=$version"
    dpkg-source -x --no-check ./*.dsc source
}

if [ -z "$source" ]; then
    source=$folder/source
    if ! (fetch) >"$folder/log" 2>&1; then
        echo "the source of fcitx5-unikey $version is not to be had here; its engine alone is left out" >&2
        exit 0
    fi
fi
# Warnings in it are its authors' matter.
c++ -std=c++17 -O2 -fPIC -shared -w -I"$source/unikey" "$adapter" "$source"/unikey/*.cpp -o "$engine.new" \
    $(pkg-config --cflags --libs Fcitx5Utils)
echo "$version" >"$folder/version"
mv "$engine.new" "$engine"
