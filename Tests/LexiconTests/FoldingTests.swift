import ICU
@testable import Lexicon
import LexiconCompiler
import TestSupport
import Testing

struct FoldingTests {
    /// What is typed, what is in the dictionary, and the script; the one finds the other.
    static let same: [(typed: String, found: String, script: String)] = [
        ("nuoc", "nước", "Latn"),
        ("NƯỚC", "nước", "Latn"),
        ("duong", "đường", "Latn"),
        ("Dak Lak", "Đắk Lắk", "Latn"),
        ("bok", "ƀŏk", "Latn"),
        ("bok", "'bŏk", "Latn"),
        ("bok", "’bŏk", "Latn"),
        ("bok", "‘bŏk", "Latn"),
        ("bok", "`bŏk", "Latn"),
        ("bok", "ɓŏk", "Latn"),
        ("'bok", "ƀŏk", "Latn"),
        ("ʼbok", "ƀŏk", "Latn"),
        ("cu", "čư̆", "Latn"),
        ("c̆u", "ču", "Latn"),
        ("nu", "ñu", "Latn"),
        ("ê̆", "ĕ̂", "Latn"),
        ("jong", "jơ̆ng", "Latn"),
        ("jơ ̆ng", "jơ̆ng", "Latn"),
        ("ho yoh", "hơ-yoh", "Latn"),
        ("hơyoh", "hơ-yoh", "Latn"),
        ("hơ\u{2011}yoh", "hơ-yoh", "Latn"),
        ("kho", "K’Ho", "Latn"),
        ("ma33", "ma³³", "Latn"),
        ("ma", "maː˧˥", "Latn"),
        ("ISTANBUL", "istanbul", "Latn"),
        // Tai Viet without tones, with the one system of tones or with the other.
        ("ꪁꪱ", "ꪁ꪿ꪱ", "Tavt"),
        ("ꪁꪱ", "ꪁꪱꫀ", "Tavt"),
        ("ꪁꪱꫂ", "ꪁ꫁ꪱ", "Tavt"),
        // -ap: AM over the final B, or before it.
        ("ꪊ\u{AA9A}\u{AABE}", "ꪊ\u{AABE}\u{AA9A}", "Tavt"),
        ("ខ\u{200B}មែរ", "ខមែរ", "Khmr"),
        ("ក\u{200C}៉", "ក៉", "Khmr"),
        // A subscript typed behind the vowel looks the same.
        ("ខែ្មរ", "ខ្មែរ", "Khmr"),
        ("ក៉្រ", "ក្រ៉", "Khmr"),
        // The vowel that stands to the left comes before the one above.
        ("ꨆ\u{AA2E}\u{AA2F}", "ꨆ\u{AA2F}\u{AA2E}", "Cham"),
        ("ꨆ\u{AA29}\u{AA2E}\u{AA2F}", "ꨆ\u{AA2F}\u{AA2E}\u{AA29}", "Cham"),
        ("ນ້ຳ", "ນໍາ", "Laoo"),
        ("ຫນາວ", "ໜາວ", "Laoo"),
        ("ຫມາ", "ໝາ", "Laoo"),
        ("ນໍ້າ", "ນ້ຳ", "Laoo"),
        ("ເເມວ", "ແມວ", "Laoo"),
        // Every apostrophe that sources have, for one.
        ("'bok", "\u{2018}bok", "Latn"), ("\u{60}bok", "\u{2BC}bok", "Latn"),
        ("\u{201B}bok", "\u{2BB}bok", "Latn"), ("\u{A78B}bok", "\u{A78C}bok", "Latn"),
        // Stand-ins for the breve, and the breve before the circumflex.
        ("ală", "alǎ", "Latn"), ("ală", "alã", "Latn"), ("êrŭm", "êrûm", "Latn"),
        ("kô\u{306}", "kŏ\u{302}", "Latn"),
        ("jo\u{31B}\u{306}", "jo\u{306}\u{31B}", "Latn"), ("ĐAK", "đak", "Latn"), ("Ƀŭk", "ƀŭk", "Latn"),
        // Every tone of Vietnamese.
        ("ma", "má", "Latn"), ("ma", "mà", "Latn"), ("ma", "mả", "Latn"), ("ma", "mã", "Latn"),
        ("ma", "mạ", "Latn"),
        // The four tone signs of Tai Viet; E as UEA twice.
        ("ꪀꪱ", "ꪀ\u{AABF}ꪱ", "Tavt"), ("ꪀꪱ", "ꪀ\u{AAC1}ꪱ", "Tavt"), ("ꪀꪱ", "ꪀꪱ\u{AAC0}", "Tavt"),
        ("ꪀꪱ", "ꪀꪱ\u{AAC2}", "Tavt"), ("ꪀ\u{AABF}ꪱ", "ꪀꪱ\u{AAC0}", "Tavt"),
        ("\u{AAB9}\u{AAB9}ꪀ", "\u{AAB5}ꪀ", "Tavt"),
        // Khmer: vowels in their parts, shifters and the nasal sign before or behind the vowel.
        ("ក\u{17C1}\u{17B6}", "ក\u{17C4}", "Khmr"), ("ក\u{17C1}\u{17B8}", "ក\u{17BE}", "Khmr"),
        ("ប\u{17B8}\u{17CA}", "ប\u{17CA}\u{17B8}", "Khmr"),
        ("ន\u{17C6}\u{17B6}", "ន\u{17B6}\u{17C6}", "Khmr"),
        ("ក\u{17B4}", "ក", "Khmr"), ("\u{17A3}", "\u{17A2}", "Khmr"),
        // Cham: medials first, marks that end the syllable last.
        ("ꨆ\u{AA2C}\u{AA33}", "ꨆ\u{AA33}\u{AA2C}", "Cham"),
        ("ꨆ\u{AA43}\u{AA2C}", "ꨆ\u{AA2C}\u{AA43}", "Cham"),
        ("ꨆ\u{AA4C}\u{AA29}\u{AA2F}\u{AA34}", "ꨆ\u{AA34}\u{AA2F}\u{AA29}\u{AA4C}", "Cham"),
        // Tones of the two scripts of the Lự, and of Hmong.
        ("ᦂᦱ", "ᦂᦱ\u{19C8}", "Talu"), ("ᦂᦱ\u{19C9}", "ᦂᦱ", "Talu"), ("ᨠ", "ᨠ\u{1A75}", "Lana"),
        ("\u{1E100}\u{1E123}", "\u{1E100}\u{1E123}\u{1E130}", "Hmnp"),
    ]

    /// Words that stay apart.
    static let different: [(typed: String, found: String, script: String)] = [
        ("nuo", "nước", "Latn"),
        ("ea", "eea", "Latn"),
        ("ŋa", "na", "Latn"),
        ("ꨆ\u{AA2E}", "ꨆ", "Cham"),
        ("ꨆ\u{AA43}", "ꨆ", "Cham"),
        ("កា", "ក", "Khmr"),
        ("ꪁꪱ", "ꪁꪲ", "Tavt"),
        ("\u{AAB9}ꪀ", "\u{AAB5}ꪀ", "Tavt"),
        ("ក\u{17C1}", "ក\u{17C4}", "Khmr"),
        ("ខ្មែរ", "ខមែរ", "Khmr"),
        ("ເມວ", "ແມວ", "Laoo"),
        ("ꨆ\u{AA33}", "ꨆ", "Cham"),
    ]

    private func finds(_ typed: String, _ found: String, _ script: String) throws -> Bool {
        let tag =
            [
                "Tavt": "blt", "Khmr": "km", "Cham": "cjm", "Laoo": "lo", "Talu": "khb", "Lana": "khb",
                "Hmnp": "hnj",
            ][script] ?? "rad"
        let lexicon = try Sample.lexicon(
            Sample.list(["\(found)\tx"], columns: "headword vi", language: tag, script: script))
        return !lexicon.searchHeadwords(typed, .folded, limit: 1).isEmpty
    }

    @Test(arguments: same)
    func `The one typed finds the other`(typed: String, found: String, script: String) throws {
        #expect(try finds(typed, found, script))
        #expect(try finds(found, typed, script), "and the other way round")
        #expect(try finds(typed.normalized(.nfd), found, script), "typed decomposed")
    }

    @Test(arguments: different)
    func `The one typed does not find the other`(typed: String, found: String, script: String) throws {
        #expect(try !finds(typed, found, script))
    }

    static let blocks: [(script: String, letters: [ClosedRange<UInt32>])] = [
        ("Latn", [0x21...0x24F, 0x2B0...0x2FF, 0x300...0x345, 0x1E00...0x1EFF, 0xA720...0xA7BF]),
        ("Tavt", [0x61...0x7A, 0xAA80...0xAADF]),
        ("Khmr", [0x61...0x7A, 0x1780...0x17F9]),
        ("Cham", [0x61...0x7A, 0xAA00...0xAA5F]),
        ("Laoo", [0x61...0x7A, 0xE81...0xEDF]),
        ("Talu", [0x61...0x7A, 0x1980...0x19DF]),
        ("Lana", [0x61...0x7A, 0x1A20...0x1AAD]),
        ("Hmnp", [0x61...0x7A, 0x1E100...0x1E14F]),
    ]

    @Test(arguments: blocks)
    func `Text in any canonical form has one search key, and folding the key changes nothing`(
        script: String, blocks: [ClosedRange<UInt32>]
    ) throws {
        let lexicon = try Sample.lexicon(
            Sample.list(["a\tx"], columns: "headword vi", language: "und", script: script))
        let letters = blocks.joined().compactMap { Unicode.Scalar($0).map { String($0) } }
        var generator = SeededGenerator(11)
        var texts = letters + letters.map { "a" + $0 }
        for _ in 0..<4000 {
            let count = Int.random(in: 2...5, using: &generator)
            texts.append((0..<count).map { _ in letters.randomElement(using: &generator) ?? "" }.joined())
        }
        for text in texts {
            let key = lexicon.folding.key(text)
            if lexicon.folding.key(text.normalized(.nfd)) != key {
                Issue.record("\(Array(text.unicodeScalars)) decomposed")
            }
            if lexicon.folding.key(text.normalized(.nfc)) != key {
                Issue.record("\(Array(text.unicodeScalars)) composed")
            }
            if lexicon.folding.key(String(decoding: key, as: UTF8.self)) != key {
                Issue.record("\(Array(text.unicodeScalars)) folded twice")
            }
        }
    }
}
