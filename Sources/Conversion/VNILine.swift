/// Tells whether a line of text is VNI that was read as Latin-1, or text in Unicode.
///
/// In VNI a mark follows its vowel as a letter of its own: *toâi* (tôi, "I"), *kheêi* (khĕi, "month" in Ba
/// Na). No spelling of Vietnam's languages has such pairs of letters. On the other hand no VNI text has
/// letters beyond Latin-1, and no *â* behind a consonant.
///
///     var line = VNILine()
///     for scalar in "kheêi".unicodeScalars { line.add(scalar.value) }
///     line.verdict  // .vni
struct VNILine: Sendable {
    /// What a line is.
    enum Verdict {
        case vni
        case unicode
        /// It is the same either way, for it has no letters beyond ASCII.
        case ascii
        /// It has letters of Latin-1 that may be either.
        case undecided
    }

    /// Pairs and letters that only VNI has.
    private(set) var forVNI = 0
    /// Letters that VNI has not, and marks where VNI has none.
    private(set) var againstVNI = 0
    private var isBeyondASCII = false
    private var before: UInt32 = 0x20

    /// Adds the next character of the line.
    mutating func add(_ scalar: UInt32) {
        defer { before = scalar }
        guard scalar >= 0x80 else { return }
        if VNILine.isLetterBeyondLatin1(scalar) {
            isBeyondASCII = true
            againstVNI += 1
            return
        }
        guard scalar >= 0xC0, scalar <= 0xFF else { return }
        isBeyondASCII = true
        if scalar == 0xF6 || scalar == 0xD6 { forVNI += 1 }  // ö is ư; no spelling here has an ö.
        guard VNILine.isMark(scalar) else { return }
        switch VNILine.small(before) {
        case 0x61, 0x65, 0xF4, 0xF6: forVNI += 1  // a e ô ö
        case 0x6F where VNILine.small(scalar) == 0xE2 || VNILine.small(scalar) == 0xEA: forVNI += 1  // oâ oê
        // iê, uâ, oà, yê … are written in Vietnamese as well.
        case 0x69, 0x6F, 0x75, 0x79: break
        case let letter where VNILine.isMark(letter): forVNI += 1
        default: againstVNI += 1
        }
    }

    /// Adds a character of ASCII.
    @inline(__always)
    mutating func addASCII(_ byte: UInt8) { before = UInt32(byte) }

    /// What the characters so far say.
    var verdict: Verdict {
        guard isBeyondASCII else { return .ascii }
        if forVNI > againstVNI { return .vni }
        return againstVNI > 0 ? .unicode : .undecided
    }

    /// Whether VNI has a mark at the byte of this character of Latin-1.
    static func isMark(_ scalar: UInt32) -> Bool {
        scalar < 0x100 && marks[Int(scalar)]
    }

    private static let marks = (0..<256).map { EncodingTable.vniWindows.marks[UInt8($0)] != nil }

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
