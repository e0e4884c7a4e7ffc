import Diagnostics
import TestSupport

/// A Vietnamese syllable taken apart: letters without tone, and the tone with the letter that carries it.
struct VietnameseSpelling {
    /// The letters, each with its mark (ă, đ, ơ) and without the tone.
    var letters: [Character] = []
    /// The tone's place in ``tones`` and among the letters; nil when there is none.
    var tone: (number: Int, letter: Int)?

    /// Sắc, huyền, hỏi, ngã, nặng.
    static let tones: [Unicode.Scalar] = ["\u{0301}", "\u{0300}", "\u{0309}", "\u{0303}", "\u{0323}"]
    static let vowels: [Character] = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
    private static let plain = Set(vowels + Array("bcdđghklmnpqrstvx"))

    /// Characters are equal when they are canonically equivalent, so a vowel and a mark find the composed letter.
    private static let toned: [Character: (vowel: Character, tone: Int)] = {
        var table: [Character: (vowel: Character, tone: Int)] = [:]
        for vowel in vowels {
            for (number, tone) in tones.enumerated() {
                table[Character(String(vowel) + String(Character(tone)))] = (vowel, number)
            }
        }
        return table
    }()

    /// The distinct entries of Debian's `hunspell-vi`, in small letters, that have Vietnamese letters only; empty
    /// where the list is not beside the checkout.
    static let list: [(text: String, spelling: VietnameseSpelling)] = {
        guard let source = Repository.shared("data/hunspell-vi/vi_VN.dic") else { return [] }
        let lines = source.text(0..<source.bytes.count).split(whereSeparator: \.isNewline).dropFirst()
        let entries = Set(lines.map { String($0.prefix { $0 != "/" }).lowercased() })
        return entries.sorted().compactMap { entry in VietnameseSpelling(entry).map { (entry, $0) } }
    }()

    /// Nil when `syllable` has a letter that Vietnamese does not have, or two tones.
    init?(_ syllable: String) {
        for character in syllable {
            if VietnameseSpelling.plain.contains(character) {
                letters.append(character)
            } else if let (vowel, number) = VietnameseSpelling.toned[character], tone == nil {
                tone = (number, letters.count)
                letters.append(vowel)
            } else {
                return nil
            }
        }
    }

    /// Whether the tone stands on the last letter of an open oa, oe, uy, as the new style has it.
    var isNewStyle: Bool {
        guard let tone, tone.letter == letters.count - 1, letters.count > 1 else { return false }
        let rime = String(letters.suffix(2))
        guard ["oa", "oe", "uy"].contains(rime) else { return false }
        return !(letters.count > 2 && letters[letters.count - 3] == "q")
    }
}

/// The keys of a Vietnamese method.
struct VietnameseKeys {
    /// The keymap.
    var keymap: String
    /// The keys of the tones, as in ``VietnameseSpelling/tones``.
    var tones: [String]
    /// The base and the mark's key of each letter that has one.
    var marks: [Character: (base: String, key: String)]

    static let methods = [
        VietnameseKeys(
            keymap: "vi/telex", tones: ["s", "f", "r", "x", "j"],
            marks: [
                "ă": ("a", "w"), "â": ("a", "a"), "ê": ("e", "e"), "ô": ("o", "o"), "ơ": ("o", "w"),
                "ư": ("u", "w"), "đ": ("d", "d"),
            ]),
        VietnameseKeys(
            keymap: "vi/vni", tones: ["1", "2", "3", "4", "5"],
            marks: [
                "ă": ("a", "8"), "â": ("a", "6"), "ê": ("e", "6"), "ô": ("o", "6"), "ơ": ("o", "7"),
                "ư": ("u", "7"), "đ": ("d", "9"),
            ]),
        VietnameseKeys(
            keymap: "vi/viqr", tones: ["'", "`", "?", "~", "."],
            marks: [
                "ă": ("a", "("), "â": ("a", "^"), "ê": ("e", "^"), "ô": ("o", "^"), "ơ": ("o", "+"),
                "ư": ("u", "+"), "đ": ("d", "d"),
            ]),
    ]

    /// What most typists press for `spelling`: each mark after its letter, the tone last.
    func keys(_ spelling: VietnameseSpelling) -> String {
        var keys = ""
        for (index, letter) in spelling.letters.enumerated() {
            keys += marks[letter].map { $0.base + $0.key } ?? String(letter)
            if needsThirdPress(spelling, index) { keys.append(letter) }
        }
        return keys + (spelling.tone.map { tones[$0.number] } ?? "")
    }

    /// Whether the letter at `index` and the one before it would be another letter (xooong), so that a third press must
    /// say that two are meant.
    func needsThirdPress(_ spelling: VietnameseSpelling, _ index: Int) -> Bool {
        let letter = spelling.letters[index]
        guard index > 0, spelling.letters[index - 1] == letter else { return false }
        return marks.values.contains { $0.base == String(letter) && $0.key == String(letter) }
    }
}
