# Makes the rows of a table of what oneshot measured: `kind` is peers, alone or large.
#
#     awk -F '\t' -v kind=peers -f tables.awk SIZES SMALL LARGE

function sort(values, count,   i, j, value) {
    for (i = 2; i <= count; i++) {
        value = values[i]
        for (j = i - 1; j > 0 && values[j] > value; j--) values[j + 1] = values[j]
        values[j + 1] = value
    }
}

# The value below which that part of them lies.
function percentile(values, count, part) { return values[int(part * (count - 1) + 1.5)] }

function speed(size, time) { return sprintf(size / time / 1000 < 10 ? "%.1f" : "%.0f", size / time / 1000) }

function megabytes(kilobytes) { return sprintf("%.1f", kilobytes * 1024 / 1e6) }

FILENAME != last { last = FILENAME; file++ }

# SIZES: small or large, text, bytes.
file == 1 { split($0, size, " "); sizes[size[1], size[2]] = size[3]; next }

# SMALL: text, title, peak in kB, times in ms.
file == 2 {
    peaks[$1, $2] = $3
    count = NF - 3
    for (i = 1; i <= count; i++) times[i] = $(i + 3)
    if ($2 == "**Chữ**") { text = $1; for (i = 1; i <= count; i++) own[i] = times[i] }
    isPeer = text == $1
    for (i = 1; i <= count; i++) ratios[i] = times[i] / own[i]
    sort(times, count)
    sort(ratios, count)
    bytes = sizes["small", $1]
    median = speed(bytes, percentile(times, count, 0.5))
    if (isPeer && kind == "peers") {
        span = sprintf("%.2f to %.2f", percentile(ratios, count, 0.1), percentile(ratios, count, 0.9))
        if ($2 == "**Chữ**") span = ""
        printf "| %s | %s | %s | %.2f | %s | %s |\n", $1, $2, median, percentile(ratios, count, 0.5), span, megabytes($3)
    } else if (!isPeer && kind == "alone") {
        printf "| %s | %s | %s to %s | %s |\n", $2, median, speed(bytes, percentile(times, count, 0.9)), \
            speed(bytes, percentile(times, count, 0.1)), megabytes($3)
    }
}

# LARGE: the same, one time each.
file == 3 && kind == "large" {
    bytes = sizes["large", $1]
    printf "| %s | %s | %.0f | %s | %s | %s |\n", $1, $2, bytes / 1e6, speed(bytes, $4), megabytes($3), megabytes(peaks[$1, $2])
}
