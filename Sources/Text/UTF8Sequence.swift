/// What stands at one place of a text that should be UTF-8.
///
///     UTF8Sequence("êa".utf8.span, 0)  // .scalar("ê", 2)
public enum UTF8Sequence: Sendable {
    /// A code point, and its length in bytes.
    case scalar(Unicode.Scalar, Int)
    /// The text ends within a code point.
    case cut
    /// So many bytes belong to no code point, the longest beginning of one together.
    case illFormed(Int)

    /// What stands at the byte `at` of `bytes`.
    ///
    /// Bytes that are not UTF-8 are separated as the Unicode Standard recommends in section 3.9, "Substitution of
    /// Maximal Subparts".
    ///
    /// - Parameters:
    ///   - bytes: A text that should be UTF-8.
    ///   - at: An offset inside `bytes`.
    /// - Complexity: O(1).
    @inlinable @inline(__always)
    public init(_ bytes: Span<UInt8>, _ at: Int) {
        let first = bytes[at]
        if first < 0x80 {
            self = .scalar(Unicode.Scalar(first), 1)
            return
        }
        guard first >= 0xC2, first < 0xF5 else {
            self = .illFormed(1)
            return
        }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = UInt32(first) & (0x7F >> UInt32(length))
        var lowest: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
        var highest: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
        for index in 1..<length {
            guard at + index < bytes.count else {
                self = .cut
                return
            }
            let byte = bytes[at + index]
            guard byte >= lowest, byte <= highest else {
                self = .illFormed(index)
                return
            }
            value = value << 6 | UInt32(byte & 0x3F)
            (lowest, highest) = (0x80, 0xBF)
        }
        self = Unicode.Scalar(value).map { .scalar($0, length) } ?? .illFormed(1)
    }
}

extension Span where Element == UInt8 {
    /// The code point at `offset`, and how many bytes it takes; U+FFFD and 1 where the bytes are not UTF-8.
    ///
    /// - Parameter offset: An offset inside the span.
    /// - Complexity: O(1).
    @inlinable @inline(__always)
    public func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        if case .scalar(let scalar, let length) = UTF8Sequence(self, offset) { return (scalar, length) }
        return ("\u{FFFD}", 1)
    }
}

extension [UInt8] {
    /// Adds a code point in UTF-8.
    @inlinable
    public mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.value < 0x80 {
            append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}
