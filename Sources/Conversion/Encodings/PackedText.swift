import Bytes

/// At most seven bytes in one word: the bytes from the lowest on, how many they are, and a sign.
///
/// A converter writes one with a single store and goes on by its length.
struct PackedText: Equatable, Sendable {
    /// What is to be reported about the text.
    enum Sign: UInt64 {
        case none = 0
        /// It may be written, and is a problem.
        case problem = 1
        /// There is no text.
        case absent = 2
    }

    let word: UInt64

    /// No text.
    static let absent = PackedText(word: Sign.absent.rawValue << 60)

    init(word: UInt64) { self.word = word }

    /// The first seven of `bytes`.
    init(_ bytes: some Sequence<UInt8>, _ sign: Sign = .none) {
        var word: UInt64 = 0
        var length: UInt64 = 0
        for byte in bytes.prefix(PackedText.capacity) {
            word |= UInt64(byte) << (length * 8)
            length += 1
        }
        self.word = word | length << 56 | sign.rawValue << 60
    }

    /// The bytes of `range`, which has no more than ``capacity``.
    @inline(__always)
    init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var word: UInt64 = 0
        for index in range.reversed() { word = word &<< 8 | UInt64(bytes[index]) }
        self.word = word | UInt64(truncatingIfNeeded: range.count) &<< 56
    }

    /// Writes the bytes to `buffer`, which has eight places from `offset` on, and returns where they end.
    @inline(__always)
    func write(to buffer: inout [UInt8], at offset: Int) -> Int {
        var span = buffer.mutableSpan
        span.store(word, at: offset)
        return offset &+ count
    }

    /// How many bytes one holds at most.
    static let capacity = 7

    /// How many bytes it has.
    @inline(__always) var count: Int { Int(truncatingIfNeeded: word &>> 56 & 0xF) }

    /// Whether there is nothing to be reported.
    @inline(__always) var isPlain: Bool { word &>> 60 == 0 }

    var sign: Sign { Sign(rawValue: word >> 60) ?? .absent }

    /// Its bytes.
    var bytes: [UInt8] {
        (0..<min(count, PackedText.capacity)).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
    }
}
