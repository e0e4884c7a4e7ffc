/// Cuts text in UTF-8 into what stands between blanks and control characters of ASCII, and these.
struct WordBuffer {
    /// What was cut off, and the number of bytes before it.
    struct Word {
        var bytes: [UInt8]
        var start: Int
    }

    /// A longer word is cut before a code point.
    static let longest = 1024

    private var bytes: [UInt8] = []
    private var count = 0

    /// Takes the next byte.
    ///
    /// - Returns: What is complete with it or before it; nil when nothing is.
    mutating func add(_ byte: UInt8) -> Word? {
        let isBlank = byte <= 0x20
        let wasBlank = bytes.last.map { $0 <= 0x20 } ?? isBlank
        let isLong = bytes.count >= WordBuffer.longest && byte & 0xC0 != 0x80
        let word = isBlank != wasBlank || isLong ? cut() : nil
        bytes.append(byte)
        return word
    }

    /// The text has ended: what was held back.
    mutating func finish() -> Word? {
        let word = bytes.isEmpty ? nil : cut()
        count = 0
        return word
    }

    private mutating func cut() -> Word {
        let word = Word(bytes: bytes, start: count)
        count += bytes.count
        bytes.removeAll(keepingCapacity: true)
        return word
    }
}
