import Diagnostics
import ICU

/// A run of characters without a blank in it.
struct Word: Hashable {
    /// The characters, in NFC.
    var text: String
    /// The bytes they stand in.
    var range: Range<Int>
    /// Whether ``text`` has the very bytes of the source, so that parts of it can be pointed at.
    var isExact: Bool

    /// The bytes of a part of ``text``; all of them when the parts have no bytes of their own.
    func range(of part: Range<Int>) -> Range<Int> {
        guard isExact else { return range }
        let start = min(range.lowerBound + part.lowerBound, range.upperBound)
        return start..<min(max(range.lowerBound + part.upperBound, start), range.upperBound)
    }

    /// The word without what stands before and after the bytes `part` of its text.
    func part(_ part: Range<Int>) -> Word {
        let bytes = Array(text.utf8)
        let text = String(decoding: bytes[part.clamped(to: 0..<bytes.count)], as: UTF8.self)
        return Word(text: text, range: range(of: part), isExact: isExact)
    }

    /// Whether all its characters are ASCII.
    var isASCII: Bool { text.utf8.allSatisfy { $0 < 0x80 } }

    /// The digits of a code point written as `U+0306`, or nil when the word is no such thing.
    var codePointDigits: Substring? {
        guard text.hasPrefix("U+"), text.utf8.count > 2 else { return nil }
        let digits = text.dropFirst(2)
        return digits.allSatisfy(\.isHexDigit) ? digits : nil
    }
}

/// A line of a source, without its comment, cut into words.
struct Line {
    var words: [Word]
    /// From the first word to the end of the last.
    var range: Range<Int>
    /// The blanks before the first word.
    var indentation: Range<Int>
    /// How far the first word is to the right, in columns of a terminal.
    var column: Int
    /// The `#` of a comment that follows the words.
    var comment: Range<Int>?

    /// Whether one of the words is `text`.
    func contains(_ text: String) -> Bool { words.contains { $0.text == text } }
}

/// Cuts a source into lines and words.
struct LineReader {
    let source: SourceText
    /// Whether the whole source is in NFC, so that no word needs a look.
    private let isNormalized: Bool

    init(_ source: SourceText) {
        self.source = source
        isNormalized = source.text(0..<source.bytes.count).isNormalized(.nfc)
    }

    /// What stands at a byte that is not a visible character.
    private struct Invisible {
        var length: Int
        var isBlank: Bool
    }

    /// The line at `index`; what is wrong with its characters goes to `diagnostics`.
    func line(_ index: Int, freeText: Bool, diagnostics: inout [Diagnostic]) -> Line {
        let range = source.lineRange(index)
        let bytes = source.bytes
        let reports = Reports(source: source)
        var line = Line(
            words: [], range: range.lowerBound..<range.lowerBound,
            indentation: range.lowerBound..<range.lowerBound, column: 0)
        var offset = range.lowerBound
        var isFree = freeText
        while offset < range.upperBound {
            if let blank = blank(at: offset, before: range.upperBound) {
                if blank.length > 1, !isFree {
                    diagnostics.append(
                        reports.invisibleCharacter(offset..<offset + blank.length, isBlank: true))
                }
                if line.words.isEmpty { line.column += bytes[offset] == 0x09 ? 8 - line.column % 8 : 1 }
                offset += blank.length
                continue
            }
            // A number sign that stands alone begins a comment.
            if bytes[offset] == UInt8(ascii: "#"),
                offset + 1 == range.upperBound || blank(at: offset + 1, before: range.upperBound) != nil
            {
                line.comment = offset..<offset + 1
                break
            }
            let start = offset
            var hasInvisible = false
            while offset < range.upperBound, blank(at: offset, before: range.upperBound) == nil {
                if let invisible = invisible(at: offset, before: range.upperBound) {
                    if !isFree {
                        let range = offset..<offset + invisible.length
                        diagnostics.append(reports.invisibleCharacter(range, isBlank: false))
                    }
                    hasInvisible = true
                    offset += invisible.length
                } else {
                    offset += 1
                }
            }
            let word = word(start..<offset, hasInvisible: hasInvisible)
            if !word.isExact, !hasInvisible {
                diagnostics.append(reports.notNormalized(word, source.text(word.range), normal: word.text))
            }
            if line.words.isEmpty {
                line.indentation = range.lowerBound..<start
                line.range = start..<offset
                if start == range.lowerBound, let keyword = Keyword(rawValue: word.text) {
                    isFree = keyword.isFreeText
                }
            }
            line.words.append(word)
            line.range = line.range.lowerBound..<offset
        }
        return line
    }

    private func word(_ range: Range<Int>, hasInvisible: Bool) -> Word {
        let found = source.text(range)
        if hasInvisible {
            let visible = found.unicodeScalars.filter { !LineReader.isInvisible($0) }
            return Word(text: String(String.UnicodeScalarView(visible)), range: range, isExact: false)
        }
        guard !isNormalized else { return Word(text: found, range: range, isExact: true) }
        let normalized = found.normalized(.nfc)
        let isExact = normalized.utf8.elementsEqual(source.bytes[range])
        return Word(text: normalized, range: range, isExact: isExact)
    }

    /// A blank at `offset`: the space and the tab, and what looks like them.
    private func blank(at offset: Int, before end: Int) -> Invisible? {
        let bytes = source.bytes
        switch bytes[offset] {
        case 0x20, 0x09: return Invisible(length: 1, isBlank: true)
        case 0xC2 where offset + 1 < end && bytes[offset + 1] == 0xA0:
            return Invisible(length: 2, isBlank: true)
        case 0xE2 where offset + 2 < end:
            let rest = (bytes[offset + 1], bytes[offset + 2])
            let isBlank =
                rest.0 == 0x80 && (0x80...0x8A).contains(rest.1) || rest == (0x80, 0xAF)
                || rest == (0x81, 0x9F)
            return isBlank ? Invisible(length: 3, isBlank: true) : nil
        case 0xE3 where offset + 2 < end && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x80:
            return Invisible(length: 3, isBlank: true)
        default: return nil
        }
    }

    /// A character at `offset` that shows nothing and has no business in a source.
    private func invisible(at offset: Int, before end: Int) -> Invisible? {
        let bytes = source.bytes
        switch bytes[offset] {
        case 0x00..<0x20, 0x7F: return Invisible(length: 1, isBlank: false)
        case 0xC2 where offset + 1 < end && (0x80..<0xA0).contains(bytes[offset + 1]):
            return Invisible(length: 2, isBlank: false)
        case 0xE2
        where offset + 2 < end && bytes[offset + 1] == 0x80 && (0xA8...0xA9).contains(bytes[offset + 2]):
            return Invisible(length: 3, isBlank: false)
        case 0xEF where offset + 2 < end && bytes[offset + 1] == 0xBB && bytes[offset + 2] == 0xBF:
            return Invisible(length: 3, isBlank: false)
        default: return nil
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF: true
        default: false
        }
    }
}
