/// Reads UTF-8 a byte at a time, however it is cut into pieces.
///
/// ``UTF8Sequence`` reads text that is there as a whole; this reads text that arrives.
///
///     var reader = UTF8Reader()
///     reader.read(0xC3)  // .more
///     reader.read(0xAA)  // .scalar(0xEA), ê
public struct UTF8Reader: Sendable {
    /// What a byte makes of what came before it.
    public enum Outcome: Sendable {
        /// Nothing yet.
        case more
        /// A character is complete.
        case scalar(UInt32)
        /// The byte is not UTF-8.
        case broken
        /// The bytes before this one are not UTF-8; this one is to be read again.
        case brokenBefore
    }

    @usableFromInline var taken = 0
    @usableFromInline var needed = 0
    @usableFromInline var value: UInt32 = 0
    @usableFromInline var low: UInt8 = 0x80
    @usableFromInline var high: UInt8 = 0xBF

    /// A reader at the start of a text.
    @inlinable
    public init() {}

    /// How many bytes of an unfinished character were read.
    @inlinable public var pending: Int { taken }

    /// Reads one byte; by the table of well-formed sequences of the Unicode Standard (3-7).
    ///
    /// - Complexity: O(1).
    @inlinable @inline(__always)
    public mutating func read(_ byte: UInt8) -> Outcome {
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
            taken = 1
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
        taken &+= 1
        guard needed == 0 else { return .more }
        return .scalar(value)
    }

    /// Whether a character is unfinished.
    @inlinable public var isUnfinished: Bool { needed != 0 }

    /// Forgets an unfinished character.
    @inlinable public mutating func reset() { needed = 0 }
}
