#!/bin/sh
# Takes the picture of a lookup that the README shows: a real terminal, in a display of its own.
#
#     Packaging/lookup-picture.sh .build/release/chu .build/share/chu vi_VN.UTF-8 Guides/pictures/lookup.vi.png
#
# Needs Xvfb, xterm and ImageMagick; `make pictures` installs them.
set -eu
chu=$1
data=$2
locale=$3
picture=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
ln -s "$(readlink -f "$chu")" "$work/tra"

cat >"$work/show" <<END
look() {
    printf '\033[1m\$ tra %s\033[0m\n' "\$1"
    eval "env -u LC_ALL LANG=$locale CHU_PATH=$(readlink -f "$data") PAGER=cat HOME=/nonexistent '$work/tra' \$1"
}
look '--from vi --to bdq "con chó"'
printf '\n'
look '--from vi --to rad nước'
sleep 20
END
LC_ALL=C.UTF-8 xvfb-run -a -s '-screen 0 1000x700x24' sh -c "
    xterm -u8 -fa 'DejaVu Sans Mono' -fs 12 -geometry 98x20+0+0 -b 12 -bw 0 +sb -bg white -fg '#222222' \
        -e bash '$work/show' &
    sleep 4
    import -window root '$work/screen.png'
    kill \$!"
convert "$work/screen.png" -trim +repage -bordercolor white -border 8 -strip -colors 64 "$picture"
