import Bytes

/// Short texts that many entries share, each written once: tags, parts of speech, sources' ids.
///
/// A count, as many offsets and one more, then the UTF-8; all numbers have 32 bits.
struct NameTable: Sendable {
    private let bytes: Bytes
    let count: Int

    init?(_ bytes: Bytes) {
        let count = bytes.int(at: 0)
        guard bytes.count == 0 || (count + 2) * 4 <= bytes.count else { return nil }
        self.bytes = bytes
        self.count = count
    }

    /// The name numbered `index`, or an empty one.
    subscript(index: Int) -> String {
        guard index >= 0, index < count else { return "" }
        let textStart = (count + 2) * 4
        let start = bytes.int(at: 4 + index * 4)
        let end = bytes.int(at: 8 + index * 4)
        guard start < end else { return "" }
        return bytes.text(textStart + start, min(end - start, LexiconFormat.Limit.name))
    }
}

/// Gives names their numbers, in the order in which they are first met.
package struct NameTableBuilder {
    private var numbers: [String: Int] = [:]
    private var names: [String] = []

    package init() {}

    package mutating func number(of name: String) -> Int {
        if let number = numbers[name] { return number }
        numbers[name] = names.count
        names.append(name)
        return names.count - 1
    }

    package func encoded() -> [UInt8] {
        var writer = ByteWriter()
        writer.u32(UInt32(names.count))
        var text: [UInt8] = []
        for name in names {
            writer.u32(UInt32(text.count))
            text += Array(name.utf8)
        }
        writer.u32(UInt32(text.count))
        writer.append(text)
        return writer.bytes
    }
}
