import ICU

/// Whether a word is spelt as a syllable of Vietnamese: an onset, a rhyme that exists, and a tone that
/// it may bear.
///
///     VietnameseSyllable.isWellFormed("nghiêng")  // true
///     VietnameseSyllable.isWellFormed("cat")      // false: a rhyme in -t has sắc or nặng
///
/// It knows spellings, not words: *nghiếp* and *nghíp* pass alike. The spellings are those of the standard
/// orthography, old and new places of the tone mark (*hoà*, *hòa*).
enum VietnameseSyllable {
    private static let onsets: [String] = [
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p",
        "ph", "q",
        "qu", "r", "s", "t", "th", "tr", "v", "x",
    ]

    /// Rhymes by their vowels: the vowels, and the ends they go with.
    private static let rhymes: [(vowels: String, ends: [String])] = [
        ("a", ["", "c", "ch", "i", "m", "n", "ng", "nh", "o", "p", "t", "u", "y"]),
        ("ă", ["c", "m", "n", "ng", "p", "t"]),
        ("â", ["c", "m", "n", "ng", "p", "t", "u", "y"]),
        ("e", ["", "c", "m", "n", "ng", "o", "p", "t"]),
        ("ê", ["", "ch", "m", "n", "nh", "p", "t", "u"]),
        ("i", ["", "a", "ch", "m", "n", "nh", "p", "t", "u"]),
        ("iê", ["c", "m", "n", "ng", "p", "t", "u"]),
        ("o", ["", "c", "i", "m", "n", "ng", "p", "t"]),
        ("oa", ["", "c", "ch", "i", "m", "n", "ng", "nh", "o", "p", "t", "y"]),
        ("oă", ["c", "m", "n", "ng", "p", "t"]),
        ("oe", ["", "m", "n", "o", "t"]),
        ("oo", ["c", "ng"]),
        ("ô", ["", "c", "i", "m", "n", "ng", "p", "t"]),
        ("ơ", ["", "i", "m", "n", "p", "t"]),
        ("u", ["", "a", "c", "i", "m", "n", "ng", "p", "t"]),
        ("uâ", ["n", "ng", "t", "y"]),
        ("uê", ["", "ch", "n", "nh"]),
        ("uô", ["c", "i", "m", "n", "ng", "p", "t"]),
        ("uơ", [""]),
        ("uy", ["", "a", "ch", "n", "nh", "p", "t", "u"]),
        ("uyê", ["n", "t"]),
        ("ư", ["", "a", "c", "i", "m", "n", "ng", "t", "u"]),
        ("ươ", ["c", "i", "m", "n", "ng", "p", "t", "u"]),
        ("y", ["", "n", "t"]),
        ("yê", ["m", "n", "ng", "t", "u"]),
        // After q, whose u is written with the rhyme.
        ("ua", ["c", "ch", "i", "ng", "nh", "o", "t", "u", "y", "n"]),
        ("uă", ["c", "m", "n", "ng", "p", "t"]),
        ("ue", ["", "n", "o", "t"]),
    ]

    /// The rhymes, and whether they end in a stop.
    private static let known: [String: Bool] = {
        var known: [String: Bool] = [:]
        for (vowels, ends) in rhymes {
            for end in ends { known[vowels + end] = ["c", "ch", "p", "t"].contains(end) }
        }
        return known
    }()

    private static let onsetSet = Set(onsets)

    /// Whether `word`, in small letters and NFC, is spelt as a syllable.
    ///
    /// - Complexity: O(*n*).
    static func isWellFormed(_ word: String) -> Bool {
        guard word.utf8.count <= 16 else { return false }
        // Tones apart from the letters, which keep their circumflex, breve and horn.
        var letters = String.UnicodeScalarView()
        var tones: [Unicode.Scalar] = []
        for scalar in word.normalized(.nfd).unicodeScalars {
            if VietnameseLetters.toneMarks.contains(scalar) {
                tones.append(scalar)
            } else {
                letters.append(scalar)
            }
        }
        guard tones.count <= 1 else { return false }
        let plain = Array(String(letters).normalized(.nfc))
        guard let first = plain.firstIndex(where: { "aăâeêioôơuưy".contains($0) }) else { return false }
        for split in first...min(first + 1, plain.count - 1) {
            let onset = String(plain[..<split])
            guard onsetSet.contains(onset), let isStopped = known[String(plain[split...])] else { continue }
            // A rhyme that ends in a stop bears sắc or nặng, and no other tone.
            if !isStopped || tones == ["\u{301}"] || tones == ["\u{323}"] { return true }
        }
        return false
    }
}
