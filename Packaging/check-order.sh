#!/bin/sh
# Warns when fewer than nine in ten of the functions that an order file names are in the binary: then functions were
# renamed, and 'make order' writes the file again.
#
#     Packaging/check-order.sh .build/release/libchuim.so Packaging/generated/libchuim.order
set -eu
binary=$1
order=$2
nm "$binary" | awk -v order="$order" -v binary="$binary" '
    { there[$NF] = 1 }
    END {
        while ((getline name < order) > 0) if (name !~ /^#/) { all++; if (name in there) found++ }
        if (found * 10 < all * 9) print order ": warning: of " all " functions " found + 0 " are in " binary "; run make order" >"/dev/stderr"
    }'
