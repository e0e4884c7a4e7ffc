import Text

/// The characters of UTF-8 that comes in pieces, and the bytes that are none.
package struct ScalarStream: Sendable {
    /// What stands in the text.
    package enum Item {
        case scalar(Unicode.Scalar)
        /// Bytes that are not UTF-8, as many as belong together by the Unicode Standard.
        case illFormed([UInt8])
    }

    private var reader = UTF8Reader()
    private var pending: [UInt8] = []
    private var offset = 0

    /// A stream at the beginning of a text.
    package init() {}

    /// Reads the next piece, and gives each item with its offset from the beginning of the text to `body`.
    package mutating func read(_ input: Span<UInt8>, _ body: (Item, Int) -> Void) {
        for index in input.indices { read(input[index], body) }
    }

    /// The text has ended.
    package mutating func finish(_ body: (Item, Int) -> Void) {
        if !pending.isEmpty { body(.illFormed(pending), offset - pending.count) }
        reader.reset()
        pending.removeAll()
        offset = 0
    }

    private mutating func read(_ byte: UInt8, _ body: (Item, Int) -> Void) {
        switch reader.read(byte) {
        case .more: pending.append(byte)
        case .scalar(let value):
            if let scalar = Unicode.Scalar(value) { body(.scalar(scalar), offset - pending.count) }
            pending.removeAll(keepingCapacity: true)
        case .broken: body(.illFormed([byte]), offset)
        case .brokenBefore:
            body(.illFormed(pending), offset - pending.count)
            pending.removeAll(keepingCapacity: true)
            return read(byte, body)
        }
        offset += 1
    }
}
