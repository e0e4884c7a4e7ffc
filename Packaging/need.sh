#!/bin/sh
# Installs the system packages named as arguments that are not there yet; says nothing when all are.
#
#     Packaging/need.sh libicu-dev pkg-config
set -eu

if ! command -v dpkg-query >/dev/null; then
    echo "need.sh: this system has no apt; see to it that these are installed: $*" >&2
    exit 0
fi

missing=
for package in "$@"; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "need.sh: these packages are missing, and only root may install them:$missing" >&2
        exit 1
    fi
    as_root="sudo"
fi
# $as_root and $missing are lists of words on purpose.
apt_get() { $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@"; }
install_missing() { apt_get install -y --no-install-recommends $missing >/dev/null; }

echo "Installing system packages:$missing" >&2
known=yes
for package in $missing; do
    [ -n "$(apt-cache madison "$package" 2>/dev/null)" ] || known=no
done
if [ $known = no ]; then
    echo "Renewing the package lists first" >&2
    apt_get update
    install_missing
else
    # Old lists of packages name files that no longer exist. New lists solve that.
    install_missing || { apt_get update && install_missing; }
fi
