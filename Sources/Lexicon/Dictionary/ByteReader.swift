import Bytes

/// Reads numbers and texts one after the other; behind the end it reads zeros and empty texts.
struct ByteReader {
    let bytes: Bytes
    private(set) var position = 0

    init(_ bytes: Bytes) { self.bytes = bytes }

    var remaining: Int { bytes.count - position }
    var isAtEnd: Bool { position >= bytes.count }

    /// A number of seven bits a byte, the lowest first, and at most five bytes.
    ///
    /// The highest bit of a byte says that another follows.
    mutating func varint() -> Int {
        var value: UInt64 = 0
        for shift in stride(from: 0 as UInt64, to: 35, by: 7) {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) &<< shift
            if byte < 0x80 { break }
        }
        return Int(fileNumber: value)
    }

    /// How many elements follow; never more than there are bytes left, since each takes one at least.
    mutating func elementCount() -> Int {
        let value = varint()
        return max(0, min(value, remaining))
    }

    mutating func skip(_ length: Int) { position += min(length, max(0, remaining)) }

    mutating func text() -> String {
        let length = min(varint(), max(0, remaining))
        defer { position += length }
        return bytes.text(position, length)
    }

    mutating func texts() -> [String] {
        var result: [String] = []
        var count = elementCount()
        while count > 0, !isAtEnd {
            result.append(text())
            count -= 1
        }
        return result
    }
}

extension ByteWriter {
    /// Writes a number as ``ByteReader/varint()`` reads it; it must be below 2³⁵.
    package mutating func varint(_ value: Int) {
        precondition(value >= 0 && UInt64(value) < 1 << 35, "a number in a lexicon has at most 35 bits")
        var rest = value
        while rest >= 0x80 {
            u8(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        u8(UInt8(truncatingIfNeeded: rest))
    }

    /// Writes a text as its length in bytes and its UTF-8.
    package mutating func text(_ value: String) {
        varint(value.utf8.count)
        append(value.utf8)
    }

    mutating func texts(_ values: [String]) {
        varint(values.count)
        for value in values { text(value) }
    }
}
