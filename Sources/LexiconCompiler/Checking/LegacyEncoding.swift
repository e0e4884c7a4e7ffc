import Diagnostics

/// An encoding that Vietnamese text was written in before Unicode, or that a spreadsheet still writes.
enum LegacyEncoding: CaseIterable {
    case tcvn3, vni, windows1258, viscii, western

    /// The bytes above ASCII that are commonest in Vietnamese text (in French, for the last), in this order; counted in
    /// the glosses of a dictionary.
    private var commonest: [UInt8] {
        switch self {
        case .tcvn3:
            [
                0xAE, 0xB8, 0xB5, 0xAD, 0xE8, 0xAB, 0xE3, 0xD5, 0xB9, 0xBE, 0xB6, 0xAA, 0xA9, 0xED, 0xCA,
                0xC7,
                0xE5, 0xD7, 0xAC, 0xD6, 0xA8, 0xE9, 0xF3, 0xEA, 0xDF, 0xE6, 0xCB, 0xDD, 0xDE, 0xD3,
            ]
        case .viscii:
            [
                0xF0, 0xE1, 0xE0, 0xDF, 0xAF, 0xF4, 0xF3, 0xAA, 0xD5, 0xA1, 0xE4, 0xEA, 0xE2, 0xBE, 0xA4,
                0xA5,
                0xB0, 0xEC, 0xBD, 0xAE, 0xE5, 0xB5, 0xFA, 0xB6, 0xF2, 0xB1, 0xA7, 0xED, 0xB8, 0xAC,
            ]
        case .windows1258:
            [
                0xEC, 0xF2, 0xF4, 0xCC, 0xD2, 0xEA, 0xF0, 0xE2, 0xF5, 0xFD, 0xE1, 0xE3, 0xE0, 0xDE, 0xF3,
                0xFA,
                0xED, 0xF9, 0xE9, 0xE8,
            ]
        case .vni:
            [
                0xF9, 0xF8, 0xF1, 0xE1, 0xE2, 0xF4, 0xF6, 0xEF, 0xFB, 0xE4, 0xE0, 0xE5, 0xE9, 0xF5, 0xEC,
                0xEA,
                0xE3, 0xED, 0xF2, 0xEB, 0xE8, 0xE6, 0xF3, 0xFA,
            ]
        case .western:
            [0xE9, 0xE8, 0xE0, 0xEA, 0xE7, 0x92, 0xE2, 0xF4, 0xEE, 0xF9, 0xFB, 0xEF, 0xEB, 0x93, 0x94, 0x96]
        }
    }

    /// The encoding in which the bytes of `lines` that are above ASCII make most sense, or nil when none does or there
    /// are too few to know.
    static func guess(_ text: SourceText, lines: Range<Int>) -> LegacyEncoding? {
        var counts = [Int](repeating: 0, count: 256)
        for line in lines {
            let range = text.lineRange(line)
            guard !text.isUTF8(range) else { continue }
            for byte in text.bytes[range] where byte >= 0x80 { counts[Int(byte)] += 1 }
        }
        let total = counts.reduce(0, +)
        guard total >= 8 else { return nil }
        var best: (encoding: LegacyEncoding, score: Int)?
        for encoding in allCases {
            var weights = [Int](repeating: -16, count: 256)
            for (rank, byte) in encoding.commonest.enumerated() { weights[Int(byte)] = 16 - rank / 2 }
            let score = zip(counts, weights).reduce(0) { $0 + $1.0 * $1.1 }
            if score > best?.score ?? 0 { best = (encoding, score) }
        }
        return best?.encoding
    }
}

extension SourceText {
    /// Whether the bytes of `range` are well-formed UTF-8.
    func isUTF8(_ range: Range<Int>) -> Bool { String(validating: bytes[range], as: UTF8.self) != nil }

    /// Whether the text is in UTF-16 or UTF-32: it says so with a mark, or every other byte is zero.
    var isWide: Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
        let start = bytes.prefix(64)
        guard start.count >= 8 else { return false }
        let even = stride(from: 0, to: start.count, by: 2).count { start[$0] == 0 }
        let odd = stride(from: 1, to: start.count, by: 2).count { start[$0] == 0 }
        let half = start.count / 2
        return even == 0 && odd * 4 >= half * 3 || odd == 0 && even * 4 >= half * 3
    }
}
