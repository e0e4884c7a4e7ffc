import Conversion
import ICU

/// The letters of a language, as the header states them, and what else may stand in a headword.
struct Alphabet {
    private let letters: Set<Character>
    /// The letters in the order in which they are stated.
    private let ordered: [Character]

    /// The alphabet of `letters`; of `ng` and the like the single letters count.
    init(_ letters: [String]) {
        ordered = letters.flatMap { Array($0.lowercased().normalized(.nfc)) }
        self.letters = Set(ordered)
    }

    /// Whether `letter` may stand in a headword: as a letter, small or capital, or because it is none.
    func has(_ letter: Character) -> Bool {
        if letters.contains(letter) { return true }
        let isSign = letter.unicodeScalars.allSatisfy { scalar in
            !scalar.properties.isAlphabetic && scalar.properties.canonicalCombiningClass == .notReordered
        }
        if isSign { return !Alphabet.apostrophes.contains(letter) || !letters.contains("'") || letter == "'" }
        return String(letter).lowercased().normalized(.nfc).allSatisfy(letters.contains)
    }

    /// The letter that `letter` was probably meant to be: a known stand-in, or else the first with the same base.
    func meant(by letter: Character) -> Character? {
        if Alphabet.apostrophes.contains(letter) { return letters.contains("'") ? "'" : nil }
        if let meant = StandIns.meaning(of: String(letter))?.text.first, has(meant) { return meant }
        let isCapital = letter.isUppercase
        guard let base = Alphabet.base(letter) else { return nil }
        let candidates = ordered.filter { Alphabet.base($0) == base }
        let marks = Set(Alphabet.marks(letter))
        // The one that shares most marks, and has fewest others.
        let best = candidates.max { left, right in
            Alphabet.nearness(marks, left) < Alphabet.nearness(marks, right)
        }
        guard let best else { return nil }
        return isCapital ? String(best).uppercased().first : best
    }

    private static let apostrophes: Set<Character> = [
        "'", "\u{2019}", "\u{2018}", "`", "\u{2BC}", "\u{201B}",
    ]

    private static func nearness(_ marks: Set<Unicode.Scalar>, _ letter: Character) -> Int {
        let own = Set(Alphabet.marks(letter))
        return own.intersection(marks).count * 2 - own.subtracting(marks).count
    }

    private static func marks(_ letter: Character) -> [Unicode.Scalar] {
        Array(String(letter).normalized(.nfd).unicodeScalars.dropFirst())
    }

    private static func base(_ letter: Character) -> Unicode.Scalar? {
        switch String(letter).lowercased().normalized(.nfd).unicodeScalars.first {
        case "đ", "ð", "ɖ", "ɗ": "d"
        case "ƀ", "ɓ": "b"
        case let other: other
        }
    }
}
