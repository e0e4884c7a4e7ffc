import Text

/// A short text in UTF-8 inside a fixed buffer, so that composing allocates nothing.
///
///     var text = TextBuffer()
///     text.append(UInt8(ascii: "a"))
///     text.string  // "a"
///
/// What does not fit in ``capacity`` bytes is left out; a composition is bounded so that it always fits.
public struct TextBuffer: Sendable {
    /// How many bytes fit.
    public static let capacity = 512

    // Eight bytes more than fit, so that a letter is written in one piece.
    @usableFromInline var bytes = InlineArray<520, UInt8>(repeating: 0)

    /// How many bytes the text has.
    public private(set) var count = 0

    /// An empty text.
    public init() {}

    /// Whether the text is empty.
    public var isEmpty: Bool { count == 0 }

    /// The text as a string.
    ///
    /// - Complexity: O(*n*); allocates when the text is longer than 15 bytes.
    public var string: String { unsafe withBytes { unsafe String(decoding: $0, as: UTF8.self) } }

    /// Lends the bytes for the duration of `body`.
    public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        unsafe bytes.span.withUnsafeBufferPointer { unsafe body(UnsafeBufferPointer(rebasing: $0[..<count])) }
    }

    /// Writes the text and a NUL to `memory`, in whole pieces of eight bytes.
    ///
    /// - Parameter memory: Room for ``capacity`` and 16 bytes.
    /// - Returns: How many code points the text has.
    package mutating func copy(to memory: UnsafeMutableRawPointer) -> Int {
        var codePoints = 0
        let count = count
        unsafe withUnsafeBytes(of: &bytes) { bytes in
            var offset = 0
            repeat {
                let piece = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                unsafe memory.storeBytes(of: piece, toByteOffset: offset, as: UInt64.self)
                // The bit of each byte that begins a code point; of the last piece only in the text's own bytes.
                var starts = (~piece >> 7 | piece >> 6) & 0x0101_0101_0101_0101
                let rest = max(0, count &- offset)
                if rest < 8 { starts &= (1 &<< UInt64(truncatingIfNeeded: rest &* 8)) &- 1 }
                // The sum of the eight bits, in the highest byte.
                codePoints &+= Int((starts &* 0x0101_0101_0101_0101) >> 56)
                offset &+= 8
            } while offset < count
        }
        unsafe memory.storeBytes(of: 0, toByteOffset: count, as: UInt8.self)
        return codePoints
    }

    /// The bytes.
    package var array: [UInt8] { unsafe withBytes { unsafe Array($0) } }

    /// How many code points the text has.
    package var codePoints: Int { (0..<count).count { bytes[$0] & 0xC0 != 0x80 } }

    /// The byte at `index`, or 0 outside.
    subscript(index: Int) -> UInt8 { index >= 0 && index < count ? bytes[index] : 0 }

    /// The code point at the byte `offset`, and how many bytes it has; U+FFFD and 1 where the bytes are not UTF-8.
    @inline(__always)
    func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        bytes.span.extracting(..<count).scalar(at: offset)
    }

    /// Empties the text.
    public mutating func removeAll() { count = 0 }

    /// The `length` bytes from `start` on, as far as there are any.
    package func part(from start: Int, count length: Int) -> TextBuffer {
        var part = TextBuffer()
        for index in max(0, start)..<max(start, min(count, start + length), 0) { part.append(bytes[index]) }
        return part
    }

    /// Adds one byte of UTF-8.
    public mutating func append(_ byte: UInt8) {
        guard count < TextBuffer.capacity else { return }
        bytes[count] = byte
        count += 1
    }

    /// Leaves only the first `length` bytes.
    @inline(__always)
    mutating func removeAll(after length: Int) { count = min(count, length) }

    /// Adds the bytes of `output`: in its lowest byte how many, at most 7, and then they; all of them or none.
    @inline(__always)
    mutating func append(packed output: UInt64) {
        let length = Int(output & 7)
        guard count &+ length <= TextBuffer.capacity else { return }
        var span = bytes.mutableSpan
        var raw = unsafe span.mutableBytes
        raw.storeBytes(of: output >> 8, toByteOffset: count, as: UInt64.self)
        count &+= length
    }

    /// Adds another text, as far as it fits.
    mutating func append(_ other: inout TextBuffer) {
        let length = min(other.count, TextBuffer.capacity &- count)
        for index in 0..<length { bytes[(count &+ index) & 511] = other.bytes[index & 511] }
        count &+= length
    }

    /// Adds `scalar`, whole or not at all.
    public mutating func append(_ scalar: Unicode.Scalar) {
        let encoded = UTF8.encode(scalar)
        guard let encoded, count + encoded.count <= TextBuffer.capacity else { return }
        for byte in encoded { append(byte) }
    }
}

extension TextBuffer: Equatable {
    /// Whether both have the same bytes.
    public static func == (one: TextBuffer, other: TextBuffer) -> Bool {
        one.count == other.count && (0..<one.count).allSatisfy { one.bytes[$0] == other.bytes[$0] }
    }
}
