import Conversion
import Diagnostics
import ICU
import TestSupport
import Testing

/// What the transforms write, beside what others heard and wrote.
struct HeardTests {
    /// Words and sounds of a list of WikiPron, and the Latin of each word; words that keep letters of the script are
    /// left out.
    private static func words(_ list: String, _ transform: String, _ letters: ClosedRange<UInt32>) throws
        -> [(word: String, sounds: String, latin: String)]
    {
        let file = try #require(Repository.shared("data/wikipron/\(list).tsv"))
        let rows = file.text(0..<file.bytes.count).split(separator: "\n").map {
            $0.split(separator: "\t").map(String.init)
        }.filter { $0.count == 2 }
        let latin = try ShippedTransforms.apply(transform, to: rows.map { $0[0] })
        return zip(rows, latin).filter { !hasLetters($1, letters) }.map { ($0[0], $0[1], $1) }
    }

    private static func hasLetters(_ text: String, _ letters: ClosedRange<UInt32>) -> Bool {
        text.unicodeScalars.contains { letters.contains($0.value) }
    }

    @Test(
        .enabled(if: Repository.shared("data/wikipron/lao_laoo_narrow.tsv") != nil, Repository.isNotShared),
        arguments: [
            ("lo-Laoo/lo-Latn", "lao_laoo_narrow", 0x0E80...0x0EFF, "ch", 4160, 4110),
            ("khb-Talu/khb-Latn", "khb_talu_broad", 0x1980...0x19DF, "ts", 495, 492),
        ])
    func `The consonants in Latin are those that WikiPron heard`(
        name: String, list: String, letters: ClosedRange<UInt32>, affricate: String, count: Int, agreeing: Int
    ) throws {
        let words = try Self.words(list, name, letters)
        let wrong = words.filter {
            HeardConsonants.heard($0.sounds, affricate: affricate) != HeardConsonants.written($0.latin)
        }
        print(
            "\(name): consonants of \(words.count - wrong.count) of \(words.count) words as WikiPron heard them"
        )
        #expect(words.count == count)
        #expect(words.count - wrong.count == agreeing)
    }

    /// Khmer letters have other sounds than those of the Indian letters they are written by; here each begins a word.
    private static let khmerSounds = [
        "k": ["k"], "g": ["k"], "kh": ["kʰ", "k"], "gh": ["kʰ", "k"], "ng": ["ŋ"], "c": ["c"], "j": ["c"],
        "ch": ["cʰ", "c"], "jh": ["cʰ", "c"], "ñ": ["ɲ"], "ṭ": ["ɗ", "t"], "ḍ": ["ɗ"], "ṭh": ["tʰ", "t"],
        "ḍh": ["tʰ", "t"], "ṇ": ["n"], "t": ["t", "ɗ"], "d": ["t"], "th": ["tʰ", "t"], "dh": ["tʰ", "t"],
        "n": ["n"], "p": ["ɓ", "p"], "b": ["p"], "ph": ["pʰ", "p"], "bh": ["pʰ", "p"], "m": ["m"],
        "y": ["j"], "r": ["r"], "l": ["l"], "v": ["ʋ", "w"], "s": ["s"], "h": ["h"], "ḷ": ["l"], "ʻ": ["ʔ"],
    ]

    @Test(
        .enabled(if: Repository.shared("data/wikipron/khm_khmr_broad.tsv") != nil, Repository.isNotShared))
    func `The first consonant of a Khmer word is one that WikiPron heard`() throws {
        let words = try Self.words("khm_khmr_broad", "km-Khmr/km-Latn", 0x1780...0x17FF)
        let compared = words.compactMap { each in
            Self.khmerSounds.keys.filter { each.latin.hasPrefix($0) }.max { $0.count < $1.count }.map {
                (each, $0)
            }
        }
        let wrong = compared.filter { each, letter in
            let first = each.sounds.split(separator: " ").first.map(String.init) ?? ""
            return !(Self.khmerSounds[letter] ?? []).contains(first)
        }
        print(
            "km-Khmr/km-Latn: first consonant of \(compared.count - wrong.count) of \(compared.count) words as heard"
        )
        #expect(compared.count == 4618)
        #expect(compared.count - wrong.count == 4520)
    }

    /// How many words of a text of gflanguages are written whole: no letter of theirs is left.
    @Test(
        .enabled(
            if: Repository.shared("data/gflanguages/blt_Tavt.textproto") != nil, Repository.isNotShared),
        arguments: [
            ("blt-Tavt/blt-Latn", "blt_Tavt", 0xAA80...0xAADF, 190, 187),
            ("km-Khmr/km-Latn", "km_Khmr", 0x1780...0x17FF, 104, 55),
            ("lo-Laoo/lo-Latn", "lo_Laoo", 0x0E80...0x0EFF, 36, 34),
            ("khb-Talu/khb-Latn", "khb_Talu", 0x1980...0x19DF, 49, 47),
        ])
    func `Words of sample texts are written whole`(
        name: String, file: String, letters: ClosedRange<UInt32>, count: Int, whole: Int
    ) throws {
        let words = try Self.sampleWords(file, letters)
        let latin = try ShippedTransforms.apply(name, to: words)
        let left = latin.filter { Self.hasLetters($0, letters) }
        print("\(name): \(words.count - left.count) of \(words.count) words of \(file) are written whole")
        #expect(words.count == count)
        #expect(words.count - left.count == whole)
    }

    @Test(
        .enabled(
            if: Repository.shared("data/gflanguages/blt_Tavt.textproto") != nil, Repository.isNotShared))
    func `Words of the Tai Viet sample text come back from Latin`() throws {
        let letters: ClosedRange<UInt32> = 0xAA80...0xAADF
        let words = try Self.sampleWords("blt_Tavt", letters)
        let latin = try ShippedTransforms.apply("blt-Tavt/blt-Latn", to: words)
        let again = try ShippedTransforms.apply("blt-Latn/blt-Tavt", to: latin)
        let wrong = words.indices.filter { !words[$0].unicodeScalars.elementsEqual(again[$0].unicodeScalars) }
        #expect(words.count == 190)
        // The other two begin with a vowel sign, and come back with the letter that carries it.
        #expect(Set(wrong.map { again[$0] }) == ["ꪮꪱꪋ", "ꪮꪽ"])
    }

    /// The different words of a text of gflanguages, in order.
    private static func sampleWords(_ file: String, _ letters: ClosedRange<UInt32>) throws -> [String] {
        let sample = try #require(Repository.shared("data/gflanguages/\(file).textproto"))
        // After the texts there may be a list of single letters.
        let all = sample.text(0..<sample.bytes.count).normalized(.nfc).split(separator: "\n")
        let text = all.drop { !$0.hasPrefix("sample_text {") }.prefix { $0 != "}" }.joined(separator: "\n")
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars + [" "] {
            if letters.contains(scalar.value), !scalar.properties.isNumber {
                word.append(scalar)
            } else if !word.isEmpty {
                words.append(String(word))
                word = String.UnicodeScalarView()
            }
        }
        return Array(Set(words)).sorted()
    }
}

extension Unicode.Scalar.Properties {
    /// Whether the character is a digit or another number.
    fileprivate var isNumber: Bool { numericType != nil }
}
