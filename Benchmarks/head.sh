# What every run of a benchmark begins with; read by the scripts beside it, from the root of the checkout.

export LC_ALL=C.UTF-8

# The version of a Debian package, after its name.
version() { dpkg-query -W -f '${Package} ${Version}' "$1"; }

# The head of a page of results: its title, and the target of make that writes it. More rows may follow.
results_head() {
    processor=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
    commit=$(git describe --always --dirty --exclude '*' 2>/dev/null || echo unknown)
    cat <<END
# $1

Written by \`make $2\`; [README](README.md) says what is measured.

| | |
|---|---|
| date | $(date -u +%Y-%m-%d) |
| Chữ | $(sed -n 's/^#define CHU_VERSION "\(.*\)"/\1/p' Sources/CChu/include/chu.h), commit $commit |
| processor | $processor, $(nproc) of them |
| system | $(. /etc/os-release && echo "$PRETTY_NAME"), Linux $(uname -r | sed 's/-.*//'), glibc $(getconf GNU_LIBC_VERSION | sed 's/.* //') |
| compilers | $(swift --version 2>/dev/null | sed -n 's/.*\(Swift version [0-9.]*\).*/\1/p' | head -n 1); $(cc --version | head -n 1) |
END
}
