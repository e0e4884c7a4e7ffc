/// Reads UTF-8 a byte at a time, however it is cut.
struct UTF8Reader: Sendable {
    /// What a byte makes of what came before it.
    enum Outcome {
        /// Nothing yet.
        case more
        /// A character is complete.
        case scalar(UInt32)
        /// The byte is no UTF-8.
        case broken
        /// The bytes before this one are no UTF-8; this one is to be read again.
        case brokenBefore
    }

    /// How many bytes of an unfinished character were read.
    private(set) var pending = 0
    private var needed = 0
    private var value: UInt32 = 0
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xBF

    /// Reads one byte; by the table of well-formed sequences of the Unicode Standard (3-7).
    @inline(__always)
    mutating func read(_ byte: UInt8) -> Outcome {
        if needed == 0 {
            if byte < 0x80 { return .scalar(UInt32(byte)) }
            low = 0x80
            high = 0xBF
            switch byte {
            case 0xC2...0xDF:
                needed = 1
                value = UInt32(byte & 0x1F)
            case 0xE0...0xEF:
                needed = 2
                value = UInt32(byte & 0x0F)
                if byte == 0xE0 { low = 0xA0 }
                if byte == 0xED { high = 0x9F }
            case 0xF0...0xF4:
                needed = 3
                value = UInt32(byte & 0x07)
                if byte == 0xF0 { low = 0x90 }
                if byte == 0xF4 { high = 0x8F }
            default: return .broken
            }
            pending = 1
            return .more
        }
        guard byte >= low, byte <= high else {
            needed = 0
            return .brokenBefore
        }
        low = 0x80
        high = 0xBF
        value = value << 6 | UInt32(byte & 0x3F)
        needed &-= 1
        pending &+= 1
        guard needed == 0 else { return .more }
        return .scalar(value)
    }

    /// Whether a character is unfinished.
    var isUnfinished: Bool { needed != 0 }

    /// Forgets an unfinished character.
    mutating func reset() { needed = 0 }
}
