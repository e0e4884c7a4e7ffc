import Text

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
            let (scalar, length) = text.scalar(at: offset)
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
}
