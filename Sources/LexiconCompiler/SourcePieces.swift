import Diagnostics
import ICU

extension SourceText {
    /// The text of `range` without the blanks around it, in NFC.
    func piece(_ range: Range<Int>) -> Piece {
        let range = trimmed(range)
        let text = text(range)
        return Piece(text: isPlain(range) ? text : text.normalized(.nfc), range: range)
    }

    /// Whether `range` is surely well-formed, in NFC and visible, as most text is.
    ///
    /// It is when it has nothing but printable ASCII, tabs and Latin letters of one code point; it needs no closer look.
    func isPlain(_ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            offset += 1
            if byte < 0x80 {
                guard byte >= 0x20 && byte != 0x7F || byte == 0x09 else { return false }
                continue
            }
            var rest = 1
            if byte == 0xE1 {
                // U+1E00 to U+1EFF.
                guard offset < range.upperBound, (0xB8...0xBB).contains(bytes[offset]) else { return false }
                rest = 2
            } else if byte == 0xC2 {
                // Not the control characters, the no-break space and the soft hyphen.
                guard offset < range.upperBound, bytes[offset] > 0xA0, bytes[offset] != 0xAD else {
                    return false
                }
            } else {
                // U+00C0 to U+02FF.
                guard (0xC3...0xCB).contains(byte) else { return false }
            }
            for _ in 0..<rest {
                guard offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 else { return false }
                offset += 1
            }
        }
        return true
    }

    /// `range` without spaces and tabs at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range.clamped(to: 0..<bytes.count)
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        while start < end, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        range = start..<end
        return range
    }

    /// The parts of `range` between `separator`s that have a blank or an end on both sides, trimmed; one part,
    /// maybe an empty one, when there is no separator.
    func parts(_ range: Range<Int>, by separator: Character) -> [Piece] {
        guard let byte = separator.asciiValue else { return [piece(range)] }
        var parts: [Piece] = []
        var start = range.lowerBound
        for offset in range where bytes[offset] == byte {
            let isFree =
                (offset == range.lowerBound || bytes[offset - 1] == 0x20)
                && (offset + 1 == range.upperBound || bytes[offset + 1] == 0x20)
            guard isFree else { continue }
            parts.append(piece(start..<offset))
            start = offset + 1
        }
        parts.append(piece(start..<range.upperBound))
        return parts
    }

    /// The words of `range`, separated by blanks.
    func words(_ range: Range<Int>) -> [Piece] {
        var words: [Piece] = []
        var start = range.lowerBound
        for end in range.lowerBound...range.upperBound
        where end == range.upperBound || bytes[end] == 0x20 || bytes[end] == 0x09 {
            if start < end { words.append(piece(start..<end)) }
            start = end + 1
        }
        return words
    }

    /// Whether the line at `range` has nothing but blanks or a comment: `#`, then a blank or the end.
    func isBlankOrComment(_ range: Range<Int>) -> Bool {
        let range = trimmed(range)
        guard let first = range.first else { return true }
        return bytes[first] == 0x23
            && (range.count == 1 || bytes[first + 1] == 0x20 || bytes[first + 1] == 0x09)
    }

    /// `range` up to a comment: `#` after a blank and before a blank or the end.
    func withoutComment(_ range: Range<Int>) -> Range<Int> {
        for offset in range where bytes[offset] == 0x23 {
            let startsWord =
                offset == range.lowerBound || bytes[offset - 1] == 0x20 || bytes[offset - 1] == 0x09
            let endsWord =
                offset + 1 == range.upperBound || bytes[offset + 1] == 0x20 || bytes[offset + 1] == 0x09
            if startsWord, endsWord { return trimmed(range.lowerBound..<offset) }
        }
        return trimmed(range)
    }
}
