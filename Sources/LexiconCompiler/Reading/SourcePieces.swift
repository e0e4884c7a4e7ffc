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
    func words(_ range: Range<Int>) -> [Piece] { wordRanges(range).map { piece($0) } }
}
