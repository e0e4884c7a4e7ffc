#!/bin/sh
# Makes man pages of what the command says about itself: chu.1, one for each verb, and tra.1.
#
#     Packaging/manual.sh .build/release/chu .build/man
set -eu
chu=$1
folder=$2
mkdir -p "$folder"

# One page: its name, what it is in a line, and the arguments before --help.
page() {
    name=$1
    about=$2
    shift 2
    help2man --no-info --locale=C.UTF-8 --output="$folder/$name.1" --name="$about" \
        --version-string="$(LC_ALL=C.UTF-8 "$chu" --version)" --help-option="$* --help" "$chu"
    # The page is named after the verb and not after the file it was asked from.
    sed -i -e "s/^\.TH [^ ]*/.TH $(printf '%s' "$name" | tr '[:lower:]' '[:upper:]' | sed 's/-/\\\\\\\\-/g')/" \
        -e "s/^chu \\\\- /$(printf '%s' "$name" | sed 's/-/\\\\-/g') \\\\- /" -e 's/^OVERVIEW: //' \
        -e '/^\.SH "*EXAMPLES/,/^\.PP/ s/^chu /.br\nchu /' "$folder/$name.1"
}

first_line() { COLUMNS=400 LC_ALL=C.UTF-8 "$chu" "$@" --help | sed -n 's/^OVERVIEW: //p' | sed 's/\.$//'; }

page chu "$(first_line)"
for verb in $(LC_ALL=C.UTF-8 "$chu" --help | sed -n '/^SUBCOMMANDS:/,$ s/^  \([a-z]\{1,\}\)  .*/\1/p'); do
    page "chu-$verb" "$(first_line "$verb")" "$verb"
done
printf '.so man1/chu-lookup.1\n' >"$folder/tra.1"
