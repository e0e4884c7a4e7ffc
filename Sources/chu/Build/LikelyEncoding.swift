import Conversion
import Diagnostics

/// The encoding of a source that is not UTF-8, for the message that says so.
enum LikelyEncoding {
    /// How well the best reading must do to be named; a message may be less sure than a conversion.
    private static let enough = 0.5
    /// How much better it must be than the next.
    private static let margin = 0.1

    /// The encoding in which the lines of `text` that are not UTF-8 read best; nil when none reads well.
    static func guess(_ text: SourceText) -> UnreadableText.Encoding? {
        var bytes: [UInt8] = []
        for index in 0..<text.lineCount where bytes.count < EncodingGuess.limit {
            let line = text.bytes[text.lineRange(index)]
            guard String(validating: line, as: UTF8.self) == nil else { continue }
            bytes += line
            bytes.append(0x0A)
        }
        let guess = EncodingGuess(beginning: bytes.span, isWhole: true)
        if let encoding = guess.encoding { return .legacy(encoding.rawValue) }
        let best = guess.candidates.first
        let second = guess.candidates.dropFirst().first?.score ?? 0
        if let best, best.score >= enough, best.score - second >= margin {
            return .legacy(best.encoding.rawValue)
        }
        let high = bytes.filter { $0 >= 0x80 }
        return high.allSatisfy(western.contains) ? .western : nil
    }

    /// The letters of French and other Western languages in Windows-1252, and its quotes and dashes.
    private static let western: Set<UInt8> = [
        0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9C, 0xA0, 0xAB, 0xB0, 0xBB, 0xC0, 0xC7, 0xC8, 0xC9, 0xCA,
        0xE0, 0xE2, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEE, 0xEF, 0xF4, 0xF9, 0xFB,
    ]
}
