/// The changes to an XML text, by the bytes that they replace; all others stay.
struct PartEdits {
    private var edits: [(range: Range<Int>, bytes: [UInt8])] = []

    /// Whether nothing changes.
    var isEmpty: Bool { edits.isEmpty }

    /// Puts `text` in the place of `range`, escaped as the text of an element or as the value of an attribute.
    mutating func replace(_ range: Range<Int>, with text: String, isValue: Bool = false) {
        replace(range, markup: PartEdits.escaped(text, isValue: isValue))
    }

    /// Puts `markup` in the place of `range`, as it is.
    mutating func replace(_ range: Range<Int>, markup: String) { edits.append((range, Array(markup.utf8))) }

    /// Puts `markup` before the byte at `offset`, as it is.
    mutating func insert(_ markup: String, at offset: Int) { replace(offset..<offset, markup: markup) }

    /// Puts bytes before the one at `offset`, as they are.
    mutating func insert(_ markup: [UInt8], at offset: Int) { edits.append((offset..<offset, markup)) }

    /// Adds the changes of `others` to the same text.
    mutating func add(_ others: PartEdits) { edits += others.edits }

    /// `text` as it is written in an element, or in the value of an attribute.
    static func escaped(_ text: String, isValue: Bool = false) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\r": escaped += "&#13;"
            case "\"" where isValue: escaped += "&quot;"
            case "'" where isValue: escaped += "&apos;"
            case "\t" where isValue, "\n" where isValue: escaped += "&#\(scalar.value);"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// `range` of `text`, or all of it, with the changes.
    ///
    /// - Complexity: O(*n* + *m* log *m*) for *n* bytes and *m* changes.
    func applied(to text: [UInt8], in range: Range<Int>? = nil) -> [UInt8] {
        let range = range ?? 0..<text.count
        var result: [UInt8] = []
        result.reserveCapacity(range.count + range.count / 8)
        var position = range.lowerBound
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            guard edit.range.lowerBound >= position, edit.range.upperBound <= range.upperBound else {
                continue
            }
            result += text[position..<edit.range.lowerBound]
            result += edit.bytes
            position = edit.range.upperBound
        }
        result += text[position..<range.upperBound]
        return result
    }
}
