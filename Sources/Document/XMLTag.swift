/// A start tag: what it says, and where it stands.
struct XMLTag {
    /// An attribute, with references in its value resolved.
    struct Attribute {
        var name: XMLName
        var value: String
    }

    var name: XMLName
    /// In their order; declarations of namespaces are not among them.
    var attributes: [Attribute]
    /// The bytes of the tag, with its brackets.
    var range: Range<Int>

    /// The value of the attribute with this name, whatever its namespace; nil when there is none.
    func value(_ local: String) -> String? { attributes.first { $0.name.local == local }?.value }

    /// The name of the element as `text` has it, with its prefix.
    func written(in text: [UInt8]) -> String {
        guard range.upperBound <= text.count else { return "" }
        let name = text[range].dropFirst().prefix { ![0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E].contains($0) }
        return String(decoding: name, as: UTF8.self)
    }

    /// The prefix of the element as `text` has it, with its colon; empty when there is none.
    func prefix(in text: [UInt8]) -> String {
        let name = written(in: text)
        return name.firstIndex(of: ":").map { String(name[...$0]) } ?? ""
    }

    /// Whether it is an empty tag, which is its own end.
    func isEmpty(in text: [UInt8]) -> Bool {
        range.count > 2 && range.upperBound <= text.count && text[range.upperBound - 2] == UInt8(ascii: "/")
    }

    /// Where in `text` the value of an attribute stands, without its quotation marks.
    ///
    /// The reader gives only where tags are. It has found this one well-formed, so that little is left to look for.
    func valueRange(_ index: Int, in text: [UInt8]) -> Range<Int>? {
        guard range.upperBound <= text.count, attributes.indices.contains(index) else { return nil }
        var position = range.lowerBound
        func skip(while isWanted: (UInt8) -> Bool) -> Range<Int> {
            let start = position
            while position < range.upperBound, isWanted(text[position]) { position += 1 }
            return start..<position
        }
        func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
        _ = skip { !isBlank($0) }
        var seen = 0
        while position < range.upperBound {
            _ = skip(while: isBlank)
            let name = skip { !isBlank($0) && $0 != UInt8(ascii: "=") }
            _ = skip { isBlank($0) || $0 == UInt8(ascii: "=") }
            guard position < range.upperBound else { return nil }
            let quote = text[position]
            position += 1
            let value = skip { $0 != quote }
            position += 1
            let written = String(decoding: text[name], as: UTF8.self)
            if written == "xmlns" || written.hasPrefix("xmlns:") { continue }
            if seen == index {
                let local = written.split(separator: ":").last.map { String($0) }
                return local == attributes[index].name.local ? value : nil
            }
            seen += 1
        }
        return nil
    }
}
