// The lines of a header, and the words in them.

extension SourceText {
    /// `range` without spaces and tabs at its ends.
    @inlinable
    public func trimmed(_ range: Range<Int>) -> Range<Int> {
        let range = range.clamped(to: 0..<bytes.count)
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, isBlank(at: start) { start += 1 }
        while start < end, isBlank(at: end - 1) { end -= 1 }
        return start..<end
    }

    /// The words of `range`, separated by blanks.
    public func wordRanges(_ range: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = range.lowerBound
        for end in range.lowerBound...range.upperBound where end == range.upperBound || isBlank(at: end) {
            if start < end { words.append(start..<end) }
            start = end + 1
        }
        return words
    }

    /// The first word of `range`, and what follows it without blanks at the ends; nil when there is no word.
    ///
    ///     text.firstWord(of: line)  // "source" and "abvd A list of words"
    public func firstWord(of range: Range<Int>) -> (word: Range<Int>, rest: Range<Int>)? {
        let range = trimmed(range)
        guard !range.isEmpty else { return nil }
        let end = range.first { isBlank(at: $0) } ?? range.upperBound
        return (range.lowerBound..<end, trimmed(end..<range.upperBound))
    }

    /// Whether the line at `range` has nothing but blanks or a comment: `#`, then a blank or the end.
    public func isBlankOrComment(_ range: Range<Int>) -> Bool {
        let range = trimmed(range)
        guard let first = range.first else { return true }
        return bytes[first] == 0x23 && (range.count == 1 || isBlank(at: first + 1))
    }

    /// `range` up to a comment: `#` after a blank and before a blank or the end.
    public func withoutComment(_ range: Range<Int>) -> Range<Int> {
        for offset in range where bytes[offset] == 0x23 {
            let startsWord = offset == range.lowerBound || isBlank(at: offset - 1)
            let endsWord = offset + 1 == range.upperBound || isBlank(at: offset + 1)
            if startsWord, endsWord { return trimmed(range.lowerBound..<offset) }
        }
        return trimmed(range)
    }

    /// Whether a space or a tab stands at `offset`.
    @inlinable
    public func isBlank(at offset: Int) -> Bool { bytes[offset] == 0x20 || bytes[offset] == 0x09 }
}
