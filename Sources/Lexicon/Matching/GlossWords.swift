/// Where the words and pieces of a gloss stand in its UTF-8: what ``GlossPieces`` are, without a copy of the text.
///
///     var words = GlossWords()
///     words.read(Array("cá (chép)".utf8).span)
///     words.count         // 2
///     words.pieceEnds     // [1, 2]
///
/// Made once and used for many texts, it takes memory for the longest only.
struct GlossWords {
    /// For each piece, how many words there are up to its end; no piece is empty.
    private(set) var pieceEnds: [Int] = []
    /// The beginning and the end of each word.
    private var bounds: [Int] = []

    /// How many words there are.
    var count: Int { bounds.count >> 1 }

    /// The bytes of the word numbered `word`, which must be less than ``count``.
    func bytes(of word: Int) -> Range<Int> {
        let start = bounds[2 * word]
        return start..<max(start, bounds[2 * word + 1])
    }

    /// Finds the words of `text`; ill-formed bytes part pieces as U+FFFD does.
    ///
    /// - Complexity: O(*bytes*).
    mutating func read(_ text: Span<UInt8>) {
        pieceEnds.removeAll(keepingCapacity: true)
        bounds.removeAll(keepingCapacity: true)
        var start = -1
        var offset = 0
        while offset < text.count {
            // Most of a gloss is letters of ASCII and blanks between words.
            let byte = text[offset]
            if GlossWords.isPlainLetter(byte) {
                if start < 0 { start = offset }
                offset += 1
                continue
            }
            if byte == 0x20 {
                endWord(start, offset)
                start = -1
                offset += 1
                continue
            }
            let (scalar, length) = GlossWords.scalar(of: text, at: offset)
            let role = GlossPieces.role(of: scalar)
            if role == .letter {
                if start < 0 { start = offset }
            } else {
                endWord(start, offset)
                start = -1
                if role == .betweenPieces { endPiece() }
            }
            offset += length
        }
        endWord(start, offset)
        endPiece()
    }

    @inline(__always)
    private static func isPlainLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }

    private mutating func endWord(_ start: Int, _ end: Int) {
        guard start >= 0 else { return }
        bounds.append(start)
        bounds.append(end)
    }

    private mutating func endPiece() {
        if count > pieceEnds.last ?? 0 { pieceEnds.append(count) }
    }

    /// The code point at the byte `offset` of `text`, which must be inside, and how many bytes it takes.
    static func scalar(of text: Span<UInt8>, at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = text[offset]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard (0xC2...0xF4).contains(first), offset + length <= text.count else { return ("\u{FFFD}", 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for next in (offset + 1)..<(offset + length) {
            guard text[next] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
            value = value << 6 | UInt32(text[next] & 0x3F)
        }
        // Not made of more bytes than it needs, and no half of a pair.
        guard value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000),
            let scalar = Unicode.Scalar(value)
        else { return ("\u{FFFD}", 1) }
        return (scalar, length)
    }
}
