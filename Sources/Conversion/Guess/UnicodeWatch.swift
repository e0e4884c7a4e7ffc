import Text

/// Watches text that is said to be in an encoding of bytes for being Unicode already: a second conversion would spoil it.
///
///     let watch = UnicodeWatch(.tcvn3)
///     watch.finds(piece.span, isFirst: true)  // .unicode for "Nước Việt Nam" in UTF-8
///
/// - Complexity: O(1) for text that is in the encoding, as its first letters are not UTF-8; else O(*bytes*).
public struct UnicodeWatch: Sendable {
    private let encoding: TextEncoding

    /// A watch over text that is said to be in `encoding`; nil when that is none of bytes.
    public init?(_ encoding: TextEncoding) {
        guard encoding.isOfBytes else { return nil }
        self.encoding = encoding
    }

    /// What the piece is in, when it is Unicode; nil when it may be what it is said to be.
    ///
    /// A piece may begin and end within a character. Few letters of an encoding may look like UTF-8 by chance, such as
    /// *ươ* in VISCII; the piece is Unicode when it has words of Vietnam's languages in UTF-8, or none in the encoding.
    ///
    /// - Parameters:
    ///   - piece: Some of the text.
    ///   - isFirst: Whether the text begins with it.
    public func finds(_ piece: Span<UInt8>, isFirst: Bool) -> TextEncoding? {
        var index = 0
        if !isFirst {
            while index < min(3, piece.count), piece[index] & 0xC0 == 0x80 { index += 1 }
        }
        var reader = UTF8Reader()
        var isBeyondASCII = false
        var hasNUL = false
        let start = index
        var isUTF8 = true
        scan: while index < piece.count {
            let byte = piece[index]
            index += 1
            if byte < 0x80, !reader.isUnfinished {
                if byte == 0 { hasNUL = true }
                continue
            }
            switch reader.read(byte) {
            case .more: break
            case .scalar: isBeyondASCII = true
            case .broken, .brokenBefore:
                isUTF8 = false
                break scan
            }
        }
        // Behind the first letter that is not UTF-8, a NUL byte may still show UTF-16.
        if hasNUL || isFirst && piece.count >= 2 && piece[0] | 1 == 0xFF && piece[0] ^ piece[1] == 1 {
            let bytes = UnicodeWatch.array(piece, 0)
            if let wide = WideGuess(bytes, isCut: true)?.encoding { return wide }
        }
        guard isUTF8, isBeyondASCII else { return nil }
        var bytes = UnicodeWatch.array(piece, start)
        bytes.removeLast(min(bytes.count, reader.isUnfinished ? UnicodeWatch.unfinished(bytes) : 0))
        var words = LegacyWords(encoding.machines())
        let legacy = words.tally(bytes[...], isUTF8: false).kinds.count
        return legacy == 0 || LineReadings.goodWords(bytes) > 0 ? .unicode : nil
    }

    private static func array(_ piece: Span<UInt8>, _ start: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for index in start..<min(piece.count, start + EncodingGuess.limit) { bytes.append(piece[index]) }
        return bytes
    }

    /// How many bytes of a character that does not end stand at the end.
    private static func unfinished(_ bytes: [UInt8]) -> Int {
        var count = 0
        for byte in bytes.reversed() {
            count += 1
            if byte & 0xC0 != 0x80 { break }
        }
        return count
    }
}
