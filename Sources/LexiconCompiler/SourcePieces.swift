import Diagnostics
import ICU

extension SourceText {
    /// The text of `range` without the blanks around it, in NFC.
    func piece(_ range: Range<Int>) -> Piece {
        let range = trimmed(range)
        return Piece(text: text(range).normalized(.nfc), range: range)
    }

    /// `range` without spaces and tabs at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range.clamped(to: 0..<bytes.count)
        while let first = range.first, bytes[first] == 0x20 || bytes[first] == 0x09 {
            range = (first + 1)..<range.upperBound
        }
        while let last = range.last, bytes[last] == 0x20 || bytes[last] == 0x09 {
            range = range.lowerBound..<last
        }
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
