/// A line of a macro file, or a part of one: some of the file's bytes.
struct MacroLine {
    let bytes: [UInt8]
    /// Where it stands in the file.
    let range: Range<Int>

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        self.range = range
    }

    var content: ArraySlice<UInt8> { bytes[range] }

    var text: String { String(decoding: content, as: UTF8.self) }

    var isBlank: Bool { content.allSatisfy(MacroLine.isBlank) }

    /// Whether it begins with `#` and a blank: `#k` may be a key.
    var isComment: Bool {
        let content = trimmed.content
        guard content.first == UInt8(ascii: "#") else { return false }
        return content.count == 1 || MacroLine.isBlank(content[content.startIndex + 1])
    }

    /// The line without the blanks at its ends.
    var trimmed: MacroLine {
        var range = range
        while let first = range.first, MacroLine.isBlank(bytes[first]) { range.removeFirst() }
        while let last = range.last, MacroLine.isBlank(bytes[last]) { range.removeLast() }
        return MacroLine(bytes, range)
    }

    /// The part `range` of the file.
    func part(_ range: Range<Int>) -> MacroLine { MacroLine(bytes, range) }

    /// Where `byte` stands first, or nil.
    func index(of byte: Unicode.Scalar) -> Int? { content.firstIndex(of: UInt8(ascii: byte)) }

    /// The author's text for a message, the beginning of a long one.
    var shown: String {
        let scalars = text.unicodeScalars
        guard scalars.count > 24 else { return text }
        return String(String.UnicodeScalarView(scalars.prefix(24))) + "…"
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

/// The first line of a macro file: who wrote it, and in which version.
enum MacroHeader: Hashable {
    /// `macros 1`, then `key = expansion`.
    case own
    /// `macros` and another version, or none.
    case ownOfUnknownVersion
    /// UniKey's heading, then `key:expansion`; UTF-8 in version 1.
    case uniKey(version: Int)

    /// What `line` says; nil when it is not a header.
    init?(_ line: MacroLine) {
        let words = line.content.split(separator: 0x20)
        if let first = words.first, first.elementsEqual("macros".utf8) {
            self = words.count == 2 && words[1].elementsEqual("1".utf8) ? .own : .ownOfUnknownVersion
            return
        }
        guard let version = MacroHeader.uniKeyVersion(line.content) else { return nil }
        self = .uniKey(version: version)
    }

    /// The number after `*** version=`; nil when the line has none.
    private static func uniKeyVersion(_ content: ArraySlice<UInt8>) -> Int? {
        var rest = content
        let stars = Array("***".utf8)
        while !rest.starts(with: stars) {
            guard !rest.isEmpty else { return nil }
            rest.removeFirst()
        }
        rest = rest.dropFirst(stars.count).drop { $0 == 0x20 }
        let word = Array("version=".utf8)
        guard rest.starts(with: word) else { return nil }
        let digits = rest.dropFirst(word.count).prefix { $0 >= 0x30 && $0 <= 0x39 }.prefix(9)
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
