/// Whether a line of text is VNI that was read as Latin-1, or text in Unicode.
///
/// In VNI a mark follows its vowel as a letter of its own: *toâi* (tôi, "I"), *kheêi* (khĕi, "month" in Ba
/// Na). No spelling of Vietnam's languages has such pairs of letters. On the other hand no VNI text has
/// letters beyond Latin-1, and no *â* behind a consonant.
///
///     var line = VNILine()
///     for scalar in "kheêi".unicodeScalars { line.add(scalar.value) }
///     line.verdict  // .legacy
struct VNILine: Sendable {
    /// Pairs and letters that only VNI has.
    private(set) var forVNI = 0
    /// Letters that VNI lacks, and marks where VNI has none.
    private(set) var againstVNI = 0
    private var isBeyondASCII = false
    private var before: UInt32 = 0x20
    private let pairs = VNILine.pairs

    /// Adds the next character of the line; of several in ASCII the last is enough.
    @inline(__always)
    mutating func add(_ scalar: UInt32) {
        if scalar > 0xFF {
            before = 0x20
            guard VNILine.isLetterBeyondLatin1(scalar) else { return }
            isBeyondASCII = true
            againstVNI &+= 1
            return
        }
        if scalar >= 0xC0 {
            let pair = pairs[Int(before &* 0x40 &+ (scalar &- 0xC0))]
            isBeyondASCII = true
            forVNI &+= Int(pair.forVNI)
            againstVNI &+= Int(pair.againstVNI)
        }
        before = scalar
    }

    /// What the characters so far say.
    var verdict: LineVerdict {
        guard isBeyondASCII else { return .ascii }
        if forVNI > againstVNI { return .legacy }
        return againstVNI > 0 ? .unicode : .undecided
    }

    /// What is to be counted for each letter of Latin-1 from U+00C0 on, behind each character up to U+00FF.
    private static let pairs: [(forVNI: UInt8, againstVNI: UInt8)] = (0..<0x100).flatMap { before in
        (0xC0...0xFF).map { pair(before, $0) }
    }

    private static func pair(_ before: UInt32, _ scalar: UInt32) -> (forVNI: UInt8, againstVNI: UInt8) {
        let isHorned = scalar == 0xF6 || scalar == 0xD6  // ö is ư; no spelling here has an ö.
        let forLetter: UInt8 = isHorned ? 1 : 0
        guard isMark(scalar) else { return (forLetter, 0) }
        switch small(before) {
        case 0x61, 0x65, 0xF4, 0xF6: return (forLetter + 1, 0)  // a e ô ö
        case 0x6F where small(scalar) == 0xE2 || small(scalar) == 0xEA: return (forLetter + 1, 0)  // oâ oê
        // iê, uâ, oà, yê … are written in Vietnamese as well; no language here has ä å ë ï ø.
        case 0x69, 0x6F, 0x75, 0x79:
            return (forLetter + ([0xE4, 0xE5, 0xEB, 0xEF, 0xF8].contains(small(scalar)) ? 1 : 0), 0)
        case let letter where isMark(letter): return (forLetter + 1, 0)
        default: return (forLetter, 1)
        }
    }

    /// Whether VNI has a mark at the byte of this character of Latin-1.
    private static func isMark(_ scalar: UInt32) -> Bool {
        scalar < 0x100 && EncodingTable.vniWindows.marks[UInt8(scalar)] != nil
    }

    /// Whether it is a letter or a combining mark, and none of Latin-1 or Windows code page 1252.
    static func isLetterBeyondLatin1(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E, 0x192, 0x2C6, 0x2DC: false
        case 0x100..<0x2000, 0x2C00..<0x2E00, 0x3040..<0xE000, 0x10000...: true
        default: false
        }
    }

    private static func small(_ scalar: UInt32) -> UInt32 {
        (0x41...0x5A).contains(scalar) || (0xC0...0xDE).contains(scalar) ? scalar + 0x20 : scalar
    }
}
