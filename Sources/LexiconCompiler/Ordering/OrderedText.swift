import ICU

/// A headword as it is put in order: its parts, between blanks and hyphens, in letters that are written in one way.
enum OrderedText {
    /// The parts of `word`, which are compared one after the other.
    static func parts(_ word: String) -> [String] {
        letters(word).unicodeScalars.split { separators.contains($0.value) }.map { String($0) }
    }

    /// `text` with one apostrophe for all that are written.
    static func letters(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 || $0 == 0x60 }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(apostrophes.contains(scalar.value) ? "'" : scalar) }
        return String(result)
    }

    private static let separators: Set<UInt32> = [
        0x09, 0x20, 0xA0, 0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015,
    ]
    private static let apostrophes: Set<UInt32> = [
        0x60, 0x2018, 0x2019, 0x201B, 0x2BB, 0x2BC, 0xA78B, 0xA78C,
    ]
}
