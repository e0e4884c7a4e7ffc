import ICU

/// The letters of the Vietnamese alphabet with the tones on them.
public enum VietnameseLetters {
    /// The vowels without tones: `a`, `ă`, `â`, … `y`.
    public static let plainVowels: [String] = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]

    /// The tone marks as combining characters: huyền, sắc, ngã, hỏi, nặng.
    public static let toneMarks: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]

    /// All 72 small vowels in NFC, those without a tone first in each row of six: `a à á ã ả ạ ă …`.
    public static let vowels: [String] = plainVowels.flatMap { vowel in
        [vowel] + toneMarks.map { (vowel + String(Character($0))).normalized(.nfc) }
    }

    /// Every letter beyond ASCII in NFC, small and capital: 67 each, with `đ`.
    public static let beyondASCII: [String] = {
        let small = vowels.filter { $0.utf8.count > 1 } + ["đ"]
        return small + small.map { $0.uppercased() }
    }()

    private static let vowelSet = Set(vowels + vowels.map { $0.uppercased() })

    /// Whether `letter`, in NFC, is a vowel of the alphabet, with a tone or without.
    static func isVowel(_ letter: String) -> Bool { vowelSet.contains(letter) }
}
