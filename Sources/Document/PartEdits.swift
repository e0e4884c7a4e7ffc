/// The changes to an XML text, by the bytes that they replace; all others stay.
struct PartEdits {
    private var edits: [(range: Range<Int>, bytes: [UInt8])] = []

    /// Whether nothing changes.
    var isEmpty: Bool { edits.isEmpty }

    /// Puts `text` in the place of `range`, escaped as the text of an element or as the value of an attribute.
    mutating func replace(_ range: Range<Int>, with text: String, isValue: Bool = false) {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += Array("&amp;".utf8)
            case "<": bytes += Array("&lt;".utf8)
            case ">": bytes += Array("&gt;".utf8)
            case "\r": bytes += Array("&#13;".utf8)
            case "\"" where isValue: bytes += Array("&quot;".utf8)
            case "'" where isValue: bytes += Array("&apos;".utf8)
            case "\t" where isValue, "\n" where isValue: bytes += Array("&#\(scalar.value);".utf8)
            default: bytes += Array(String(scalar).utf8)
            }
        }
        edits.append((range, bytes))
    }

    /// Puts `markup` before the byte at `offset`, as it is.
    mutating func insert(_ markup: String, at offset: Int) {
        edits.append((offset..<offset, Array(markup.utf8)))
    }

    /// `text` with the changes.
    ///
    /// - Complexity: O(*n* + *m* log *m*) for *n* bytes and *m* changes.
    func applied(to text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + text.count / 8)
        var position = 0
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            guard edit.range.lowerBound >= position, edit.range.upperBound <= text.count else { continue }
            result += text[position..<edit.range.lowerBound]
            result += edit.bytes
            position = edit.range.upperBound
        }
        result += text[position...]
        return result
    }
}
