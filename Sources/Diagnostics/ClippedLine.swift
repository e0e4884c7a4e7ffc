import Text

/// A line as it is shown, with what is around the marked bytes cut off where the line is long.
struct ClippedLine {
    /// How many bytes of a line are shown on each side of where the mark begins.
    static let reach = 120

    /// What stands before the mark.
    let before: String
    /// What is marked.
    let marked: String
    /// What stands after it.
    let after: String

    /// The line `line` of `text`, of which `range` is marked.
    init(_ text: SourceText, _ line: Range<Int>, showing range: Range<Int>) {
        /// The boundary of a character next to `offset`.
        func boundary(_ offset: Int) -> Int {
            var offset = min(max(offset, line.lowerBound), line.upperBound)
            while offset > line.lowerBound, offset < line.upperBound, text.bytes[offset] & 0xC0 == 0x80 {
                offset -= 1
            }
            return offset
        }
        // Lines that fit a wide terminal are shown whole.
        let isLong = line.count > 2 * ClippedLine.reach
        let start = isLong ? boundary(range.lowerBound - ClippedLine.reach) : line.lowerBound
        let end = isLong ? boundary(range.lowerBound + ClippedLine.reach) : line.upperBound
        let stop = max(range.lowerBound, min(range.upperBound, end))
        before =
            (start > line.lowerBound ? "…" : "") + text.text(start..<range.lowerBound).withVisibleControls
        marked = text.text(range.lowerBound..<stop).withVisibleControls
        after =
            text.text(stop..<max(stop, end)).withVisibleControls
            + (max(stop, end) < line.upperBound ? "…" : "")
    }

    /// `line` as it is shown when nothing in it is marked.
    static func shown(_ line: String) -> String {
        guard line.utf8.count > 4 * reach else { return line.withVisibleControls }
        return String(String.UnicodeScalarView(line.unicodeScalars.prefix(2 * reach))).withVisibleControls
            + "…"
    }
}
