#!/bin/sh
# Installs the packages of a folder in a new Debian 12, types a word through the installed input methods, removes them,
# and fails unless everything is again as it was.
#
#     Packaging/check-deb.sh .build/deb
#
# Needs root, debootstrap and the network. The new Debian is made in a folder of its own and removed at the end; KEEP=1
# leaves it there.
set -eu
packages=$1
here=$(cd "$(dirname "$0")/.." && pwd)
root=$(mktemp -d "${TMPDIR:-/tmp}/chu-debian-XXXXXX")
leave() {
    umount "$root/proc" 2>/dev/null || true
    if [ -z "${KEEP:-}" ]; then rm -rf "$root"; else echo "left in $root"; fi
}
trap leave EXIT

in_root() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# What packages bring along and leave behind for themselves is not the point.
files() {
    in_root find / -xdev -path /proc -prune -o -path /tmp -prune -o -path /root -prune -o -path /var/lib/dpkg -prune -o \
        -path /var/lib/apt -prune -o -path /var/cache -prune -o -path /var/log -prune -o -path /run -prune -o \
        -name icon-theme.cache -prune -o -print | LC_ALL=C sort
}

debootstrap --variant=minbase bookworm "$root" >/dev/null
mount -t proc proc "$root/proc" 2>/dev/null || true
in_root apt-get -qq update
in_root apt-get -qq install -y --no-install-recommends fcitx5 fcitx5-frontend-gtk3 ibus ibus-gtk3 xvfb openbox \
    xdotool x11-utils dbus procps python3-gi gir1.2-gtk-3.0 fonts-noto-core >/dev/null 2>&1

mkdir "$root/tmp/packages" "$root/tmp/tests"
cp "$packages"/*.deb "$root/tmp/packages/"
cp "$here"/Tests/Desktop/*.py "$root/tmp/tests/"
files >"$root/tmp/before"
in_root sh -c 'apt-get -qq install -y --no-install-recommends /tmp/packages/*.deb >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; exit 1; }'
echo "installed: $(cd "$packages" && echo *.deb)"

in_root chu lookup --from vi --to rad nước | head -1
in_root man chu-lookup >/dev/null 2>&1 || in_root test -e /usr/share/man/man1/chu-lookup.1.gz
in_root python3 /tmp/tests/installed.py

in_root sh -c 'apt-get -qq purge -y chu chu-data libchuim1 libchuim-dev fcitx5-chu ibus-chu >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; exit 1; }'
files >"$root/tmp/after"
if ! diff "$root/tmp/before" "$root/tmp/after"; then
    echo "check-deb: removing the packages left something behind, or took something away" >&2
    exit 1
fi
echo "removed: every file is as it was"
