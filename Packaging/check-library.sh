#!/bin/sh
# Fails unless a library is what chu.h promises: self-contained, named, and exporting the header's functions only.
#
#     Packaging/check-library.sh .build/release/libchuim.so Sources/CChu/include/chu.h
set -eu
library=$1
header=$2
failed=0
complain() {
    echo "$library: $1" >&2
    failed=1
}

dynamic=$(readelf -dW "$library")
for needed in $(printf '%s\n' "$dynamic" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'); do
    case $needed in
    libc.so.6 | libm.so.6 | libgcc_s.so.1 | ld-linux-*.so.*) ;;
    *) complain "needs $needed, which a machine without Swift may lack" ;;
    esac
done
case $dynamic in *RUNPATH* | *RPATH*) complain "has a run path of the machine it was built on" ;; esac
case $dynamic in *'[libchuim.so.1]'*) ;; *) complain "has no soname libchuim.so.1" ;; esac

# Exported: every defined dynamic symbol, with its version. Promised: every function that the header declares.
exported=$(readelf --dyn-syms -W "$library" | awk '$7 ~ /^[0-9]+$/ && $5 != "LOCAL" && $8 != "CHU_1" { print $8 }' | sort)
promised=$(sed -n 's/^CHU_API .*[ *]\(chu_[a-z_]*\)(.*/\1@@CHU_1/p' "$header" | sort)
[ -n "$promised" ] || complain "no function found in $header"
if [ "$exported" != "$promised" ]; then
    complain "exports differ from $header:"
    printf '%s\n' "$promised" >"${TMPDIR:-/tmp}/chu-promised.$$"
    printf '%s\n' "$exported" | diff "${TMPDIR:-/tmp}/chu-promised.$$" - | grep '^[<>]' | head -20 >&2 || true
    rm -f "${TMPDIR:-/tmp}/chu-promised.$$"
fi
if nm "$library" | grep -q _RegexParser; then
    complain "holds Swift's regex engine (2 MB): some call, such as split by a text, has a form that needs none"
fi
[ $failed -eq 0 ] || exit 1
echo "$library: $(printf '%s\n' "$promised" | wc -l) functions, nothing needed but the system's own libraries"
