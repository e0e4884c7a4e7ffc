import Conversion
import Diagnostics
import ICU
import TestSupport
import Testing

/// Tai Viet in Latin letters and back.
struct TaiVietTransformTests {
    @Test func `Every syllable with tone letters comes back from Latin`() throws {
        let syllables = TaiVietSyllables.all(toneLetters: true)
        #expect(syllables.count > 20_000)
        try ShippedTransforms.roundTrip(
            "blt-Tavt/blt-Latn", "blt-Latn/blt-Tavt", syllables, "syllables with tone letters")
    }

    @Test func `Every syllable with tone marks comes back from Latin`() throws {
        let syllables = TaiVietSyllables.all(toneLetters: false).map { $0.normalized(.nfc) }
        #expect(syllables.count > 20_000)
        try ShippedTransforms.roundTrip(
            "blt-Tavt/blt-Latn", "blt-Latn/blt-Tavt-x-marks", syllables, "syllables with tone marks")
    }

    @Test
    func `Every syllable comes back from the letter by letter transliteration, as do all pairs of letters`()
        throws
    {
        let forth = "blt-Tavt/blt-Latn-x-r12a"
        let back = "blt-Latn-x-r12a/blt-Tavt"
        try ShippedTransforms.roundTrip(
            forth, back,
            (TaiVietSyllables.all(toneLetters: true) + TaiVietSyllables.all(toneLetters: false)).map {
                $0.normalized(.nfc)
            }, "syllables")
        let letters = (Array(0xAA80...0xAAC2) + [0xAADB, 0xAADC]).compactMap {
            Unicode.Scalar($0).map { String($0) }
        }
        let pairs = letters.flatMap { first in letters.map { (first + $0).normalized(.nfc) } }
        try ShippedTransforms.roundTrip(forth, back, Array(Set(pairs)).sorted(), "pairs of letters")
    }

    @Test(
        .enabled(if: Repository.shared("data/r12a-examples/blt.psv") != nil, Repository.isNotShared))
    func `Words with a romanisation in the sources get it`() throws {
        let words = try Self.sharedWords()
        let romanised = words.filter { $0.count > 3 && !$0[3].isEmpty }
        #expect(romanised.count == 5)
        let found = try ShippedTransforms.apply("blt-Tavt/blt-Latn", to: romanised.map { $0[0] })
        let agreeing = zip(romanised, found).filter { $0[3].normalized(.nfc) == $1 }
        #expect(agreeing.count == romanised.count)
    }

    @Test(
        .enabled(if: Repository.shared("data/r12a-examples/blt.psv") != nil, Repository.isNotShared))
    func `Words as people write them come back, except for spellings that are not distinguished`() throws {
        let words = try Self.sharedWords().map { $0[0].normalized(.nfc) }.filter {
            !$0.unicodeScalars.contains { $0.value >= 0xAADB }
        }
        let latin = try ShippedTransforms.apply("blt-Tavt/blt-Latn", to: words)
        #expect(latin.allSatisfy { !$0.unicodeScalars.contains { (0xAA80...0xAADF).contains($0.value) } })
        let letters = try ShippedTransforms.apply("blt-Latn/blt-Tavt", to: latin)
        let marks = try ShippedTransforms.apply("blt-Latn/blt-Tavt-x-marks", to: latin)
        let other = words.indices.filter { words[$0] != letters[$0] && words[$0] != marks[$0] }.map {
            words[$0]
        }
        // The other order of -ap.
        #expect(Set(other) == ["ꪀꪚꪾ", "ꪒꪚꪾ"])
    }

    @Test(
        .enabled(if: Repository.shared("data/wikipron/blt_tavt_narrow.tsv") != nil, Repository.isNotShared))
    func `The Latin of a word, read aloud, is what WikiPron heard`() throws {
        let file = try #require(Repository.shared("data/wikipron/blt_tavt_narrow.tsv"))
        let rows = file.text(0..<file.bytes.count).split(separator: "\n").map {
            $0.split(separator: "\t").map(String.init)
        }.filter { $0.count == 2 && !$0[0].unicodeScalars.contains { $0.value >= 0xAADB } }
        // Words of one syllable, which have one tone; how long a vowel is, lists write in different ways.
        let heard = rows.map { $0[1].split(separator: " ").map(String.init) }
        let single = rows.indices.filter { heard[$0].filter(TaiVietReading.isTone).count == 1 }
        let latin = try ShippedTransforms.apply("blt-Tavt/blt-Latn", to: single.map { rows[$0][0] })
        let wrong = zip(single, latin).filter { index, latin in
            TaiVietReading(latin)?.sounds != TaiVietReading.plain(heard[index])
        }
        #expect(single.count == 214)
        #expect(wrong.isEmpty, "\(wrong.map { "\(rows[$0][0]) \($1) \(rows[$0][1])" })")
    }

    /// The rows of r12a's examples: word, meaning, sounds, romanisation.
    private static func sharedWords() throws -> [[String]] {
        let file = try #require(Repository.shared("data/r12a-examples/blt.psv"))
        return file.text(0..<file.bytes.count).split(separator: "\n").filter { !$0.hasPrefix("@") }.map {
            $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }.filter { !$0[0].isEmpty }
    }
}
