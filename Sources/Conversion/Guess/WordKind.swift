import ICU

/// What a word is as a word of Vietnam's languages, by its spelling.
///
///     WordKind("Việt")  // .vietnamese
///     WordKind("jĭt")   // .highland: "blue" in Ba Na
///     WordKind("kÝnh")  // .other: a capital within the word
enum WordKind: Sendable {
    /// A syllable of Vietnamese.
    case vietnamese
    /// A word in letters of the Highlands, with one that neither ASCII nor Latin-1 has, and without a tone.
    case highland
    /// Anything else.
    case other

    /// The kind of `word`, in NFC.
    ///
    /// - Parameter smallMarked: Whether letters with marks are small among capitals too, as in TCVN3.
    /// - Complexity: O(*n*).
    init(_ word: String, smallMarked: Bool = false) {
        let small = word.lowercased()
        guard WordKind.hasUsualCapitals(word, small, smallMarked) else {
            self = .other
            return
        }
        if VietnameseSyllable.isWellFormed(small) {
            self = .vietnamese
        } else if WordKind.isHighland(small) {
            self = .highland
        } else {
            self = .other
        }
    }

    /// Whether `word` is small, in capitals, or begins with one.
    private static func hasUsualCapitals(_ word: String, _ small: String, _ smallMarked: Bool) -> Bool {
        if word == small || word == word.uppercased() { return true }
        if word == small.prefix(1).uppercased() + small.dropFirst() { return true }
        return smallMarked && word.utf8.allSatisfy { !(0x61...0x7A).contains($0) }
    }

    private static func isHighland(_ small: String) -> Bool {
        var isBeyondLatin1 = false
        for scalar in small.unicodeScalars where scalar.value >= 0x100 { isBeyondLatin1 = true }
        guard isBeyondLatin1, small.utf8.count <= 32 else { return false }
        return small.normalized(.nfd).unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x61...0x7A, 0x111, 0x180, 0xF1: true  // a–z đ ƀ ñ
            case 0x302, 0x303, 0x306, 0x30C, 0x31B: true
            default: false
            }
        }
    }
}
