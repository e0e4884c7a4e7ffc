/// Whether a text is UTF-16 or UTF-32: by its byte order mark, or by its NUL bytes.
struct WideGuess {
    /// Which it is; nil when there are NUL bytes and it is neither.
    let encoding: TextEncoding?

    private static let marks: [(bytes: [UInt8], encoding: TextEncoding)] = [
        ([0xFF, 0xFE, 0, 0], .utf32LE), ([0, 0, 0xFE, 0xFF], .utf32BE), ([0xFF, 0xFE], .utf16LE),
        ([0xFE, 0xFF], .utf16BE),
    ]

    /// Nil when nothing speaks for either.
    ///
    /// - Parameter isCut: Whether the text goes on.
    init?(_ bytes: [UInt8], isCut: Bool) {
        if let mark = WideGuess.marks.first(where: { bytes.starts(with: $0.bytes) }) {
            let text = WideGuess.text(bytes, mark.encoding, isCut: isCut)
            if let text, !text.contains("\0") {
                encoding = mark.encoding
                return
            }
        }
        guard bytes.contains(0) else { return nil }
        var best: (encoding: TextEncoding, share: Double)?
        for encoding in [TextEncoding.utf16LE, .utf16BE, .utf32LE, .utf32BE] {
            guard let text = WideGuess.text(bytes, encoding, isCut: isCut) else { continue }
            let share = WideGuess.shareOfLatin(text)
            if share >= 0.7, share > best?.share ?? 0 { best = (encoding, share) }
        }
        encoding = best?.encoding
    }

    /// The text; nil when the bytes are not in this encoding.
    private static func text(_ bytes: [UInt8], _ encoding: TextEncoding, isCut: Bool) -> String
        .UnicodeScalarView?
    {
        let width = [.utf16LE, .utf16BE].contains(encoding) ? 2 : 4
        guard isCut || bytes.count % width == 0, bytes.count >= width else { return nil }
        var decoder = encoding.decoder()
        var output: [UInt8] = []
        // The last unit may be cut off, or be the first half of a pair.
        decoder.convert(Array(bytes.prefix(bytes.count / width * width)).span, into: &output)
        if !isCut { decoder.finish(into: &output) }
        guard decoder.problems[.illFormed] == nil else { return nil }
        return String(decoding: output, as: UTF8.self).unicodeScalars
    }

    /// The share of Latin letters and of what stands between them; 0 when there is a control character that no text has.
    private static func shareOfLatin(_ text: String.UnicodeScalarView) -> Double {
        var count = 0
        var latin = 0
        for scalar in text {
            count += 1
            switch scalar.value {
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20..<0x7F, 0xA0..<0x250, 0x300..<0x370, 0x1E00..<0x1F00,
                0x2010..<0x2040,
                0x20AB, 0x20AC:
                latin += 1
            case 0..<0x20, 0x7F..<0xA0: return 0
            default: break
            }
        }
        return count == 0 ? 0 : Double(latin) / Double(count)
    }
}
