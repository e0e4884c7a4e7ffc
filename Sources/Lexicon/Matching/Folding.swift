package import Bytes
import Text

/// How text becomes a search key, as the lexicon itself declares it.
///
/// Each code point is replaced by a sequence, often an empty one; then pairs that stand for the same thing in
/// another order are given one order. A code point the table does not name stays as it is.
///
///     folding.key("Nước")  // the bytes of "nuoc"
///
/// The table was made by the compiler, so that looking a word up needs no library of Unicode data.
///
/// - Complexity: O(*n* log *rows*).
package struct Folding: Sendable {
    private let bytes: Bytes
    private let rowCount: Int
    private let pairCount: Int
    private let textStart: Int
    private let pairsAreBeyondASCII: Bool
    // What the code points of ASCII become, as the rows say it, or `unnamed`: they make up most of glosses.
    private let ascii: [UInt32]
    private static let unnamed = UInt32.max

    /// Opens a table; nil when its own numbers do not fit its size.
    package init?(_ bytes: Bytes) {
        self.bytes = bytes
        rowCount = bytes.int(at: 0)
        pairCount = bytes.int(at: 4)
        textStart = 8 + rowCount * 8 + pairCount * 12
        guard bytes.count == 0 || textStart <= bytes.count else { return nil }
        // They are in the order of their first code points.
        pairsAreBeyondASCII = pairCount == 0 || bytes.u32(at: 8 + rowCount * 8) >= 0x80
        var ascii = [UInt32](repeating: Folding.unnamed, count: 128)
        for row in 0..<min(rowCount, ascii.count) {
            let scalar = bytes.int(at: 8 + row * 8)
            if scalar < ascii.count { ascii[scalar] = bytes.u32(at: 12 + row * 8) }
        }
        self.ascii = ascii
    }

    /// Whether the search key of a text is those of its parts, one after the other.
    var keepsOrder: Bool { pairCount == 0 }

    /// Whether a code point is one of those that never stand in texts and that pairs may have for two others.
    private static func isStandIn(_ scalar: UInt32) -> Bool { scalar >= 0xFDD0 && scalar <= 0xFDEF }

    /// The search key of `text`; that of a text of nothing but what folding drops is empty.
    package func key(_ text: String) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(text.utf8.count)
        guard pairCount > 0 else {
            for scalar in text.unicodeScalars {
                guard let range = textRange(of: scalar.value) else {
                    key.append(scalar)
                    continue
                }
                for offset in range { key.append(bytes[offset]) }
            }
            return key
        }
        var scalars: [UInt32] = []
        scalars.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let replacement = replacement(of: scalar.value) else {
                append(scalar.value, to: &scalars)
                continue
            }
            if replacement.count == 1 {
                append(UInt32(replacement[0]), to: &scalars)
            } else if replacement.count > 1 {
                for folded in replacement.text(0, replacement.count).unicodeScalars {
                    append(folded.value, to: &scalars)
                }
            }
        }
        for scalar in scalars {
            // What stood for several code points while their order was settled.
            if Folding.isStandIn(scalar), let range = textRange(of: scalar) {
                for offset in range { key.append(bytes[offset]) }
            } else {
                key.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
            }
        }
        return key
    }

    /// Whether `key` is the search key of a part of `text`, or the beginning of that.
    ///
    /// The same as making that key and comparing, without memory for it where it is made letter by letter.
    ///
    /// - Parameters:
    ///   - key: What the key must be.
    ///   - text: UTF-8.
    ///   - part: The bytes of a word in it, which begin and end with a code point.
    ///   - orBeginning: Whether the key of the part may be longer.
    @inline(__always)
    func isKey(_ key: [UInt8], of text: Span<UInt8>, _ part: Range<Int>, orBeginning: Bool) -> Bool {
        // For most words the first letter decides; no pair puts anything before one of ASCII.
        if pairsAreBeyondASCII, part.lowerBound < part.upperBound, let first = key.first,
            let byte = byte(of: text[part.lowerBound]), byte != first
        {
            return false
        }
        return isKeyByLetters(key, of: text, part, orBeginning)
    }

    private func isKeyByLetters(
        _ key: [UInt8], of text: Span<UInt8>, _ part: Range<Int>, _ orBeginning: Bool
    ) -> Bool {
        var matched = 0
        var offset = part.lowerBound
        while offset < part.upperBound {
            if keepsOrder, let byte = byte(of: text[offset]) {
                guard matched < key.count else { return orBeginning }
                guard byte == key[matched] else { return false }
                matched += 1
                offset += 1
                continue
            }
            let (scalar, length) = text.scalar(at: offset)
            offset += length
            // Pairs may change the order of what is not ASCII.
            guard keepsOrder || scalar.isASCII && pairsAreBeyondASCII else {
                return isKeyAtOnce(key, of: text, part, orBeginning)
            }
            guard let range = textRange(of: scalar.value) else {
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    guard matched < key.count else { return orBeginning }
                    guard byte == key[matched] else { return false }
                    matched += 1
                }
                continue
            }
            for index in range {
                let byte = bytes[index]
                guard keepsOrder || byte < 0x80 else { return isKeyAtOnce(key, of: text, part, orBeginning) }
                guard matched < key.count else { return orBeginning }
                guard byte == key[matched] else { return false }
                matched += 1
            }
        }
        return matched == key.count
    }

    /// What becomes of a letter of ASCII when that is one byte; nil for others, and for bytes of other letters.
    @inline(__always)
    private func byte(of letter: UInt8) -> UInt8? {
        guard letter < 0x80 else { return nil }
        let number = ascii[Int(letter)]
        if number == Folding.unnamed { return letter }
        return number & 0xFF == 1 ? bytes[textStart + Int(number >> 8)] : nil
    }

    private func isKeyAtOnce(
        _ key: [UInt8], of text: Span<UInt8>, _ part: Range<Int>, _ orBeginning: Bool
    ) -> Bool {
        var letters: [UInt8] = []
        letters.reserveCapacity(part.count)
        for offset in part { letters.append(text[offset]) }
        let own = self.key(String(decoding: letters, as: UTF8.self))
        return orBeginning ? own.starts(with: key) : own == key
    }

    /// Adds a code point, and moves it in front of those that belong behind it.
    ///
    /// At most eight moves: no real cluster needs more, and a damaged file cannot loop.
    private func append(_ scalar: UInt32, to scalars: inout [UInt32]) {
        scalars.append(scalar)
        guard pairCount > 0 else { return }
        var last = scalars.count - 1
        for _ in 0..<8 where last > 0 {
            guard let pair = pair(scalars[last - 1], scalars[last]) else { return }
            let replacement = pair.map { $0.value }
            guard replacement.count == 2 else {
                scalars.replaceSubrange((last - 1)...last, with: replacement)
                return
            }
            scalars[last - 1] = replacement[0]
            scalars[last] = replacement[1]
            last -= 1
        }
    }

    private func replacement(of scalar: UInt32) -> Bytes? {
        textRange(of: scalar).map { bytes.slice($0.lowerBound, $0.count) }
    }

    /// Where the table has the text that replaces a code point; nil when the code point stays.
    private func textRange(of scalar: UInt32) -> Range<Int>? {
        if scalar < ascii.count {
            let number = ascii[Int(scalar)]
            return number == Folding.unnamed ? nil : textRange(number)
        }
        var low = 0
        var high = rowCount
        while low < high {
            let middle = (low + high) / 2
            let found = bytes.u32(at: 8 + middle * 8)
            if found == scalar { return textRange(bytes.u32(at: 12 + middle * 8)) }
            if found < scalar { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    private func pair(_ first: UInt32, _ second: UInt32) -> [Unicode.Scalar]? {
        let start = 8 + rowCount * 8
        var low = 0
        var high = pairCount
        while low < high {
            let middle = (low + high) / 2
            let at = start + middle * 12
            let found = (bytes.u32(at: at), bytes.u32(at: at + 4))
            if found == (first, second) {
                let text = value(bytes.u32(at: at + 8))
                return Array(text.text(0, text.count).unicodeScalars)
            }
            if found < (first, second) { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// The text whose offset and length `number` packs together.
    private func value(_ number: UInt32) -> Bytes {
        let range = textRange(number)
        return bytes.slice(range.lowerBound, range.count)
    }

    /// Where that text stands, as far as it is inside the table.
    private func textRange(_ number: UInt32) -> Range<Int> {
        let start = min(textStart + Int(number >> 8), bytes.count)
        return start..<min(start + Int(number & 0xFF), bytes.count)
    }
}

extension Folding {
    /// The bytes in which ``init(_:)`` finds these rules.
    ///
    /// - Parameters:
    ///   - rows: What each code point becomes.
    ///   - pairs: What two folded code points in a row become; two that change places are moved on.
    package static func encoded(
        rows: [Unicode.Scalar: String],
        pairs: [(first: Unicode.Scalar, second: Unicode.Scalar, becomes: String)]
    ) -> [UInt8] {
        var places: [String: Int] = [:]
        var text: [UInt8] = []
        func value(_ replacement: String) -> UInt32 {
            let utf8 = Array(replacement.utf8)
            precondition(utf8.count < 256, "a code point folds to less than 256 bytes")
            let place = places[replacement] ?? text.count
            if places[replacement] == nil {
                places[replacement] = place
                text += utf8
            }
            return UInt32(place) << 8 | UInt32(utf8.count)
        }
        var writer = ByteWriter()
        writer.u32(UInt32(rows.count))
        writer.u32(UInt32(pairs.count))
        for (scalar, replacement) in rows.sorted(by: { $0.key < $1.key }) {
            writer.u32(scalar.value)
            writer.u32(value(replacement))
        }
        for pair in pairs.sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) {
            writer.u32(pair.first.value)
            writer.u32(pair.second.value)
            writer.u32(value(pair.becomes))
        }
        writer.append(text)
        return writer.bytes
    }
}
