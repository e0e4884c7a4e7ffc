import Conversion
import TestSupport
import Testing

/// Texts as people typed them with what they had, and as they are meant.
struct RepairCaseTests {
    typealias Pair = RepairTests.Pair

    /// A code point that cannot be written in Swift.
    private static func scalar(_ value: UInt32) -> String {
        Unicode.Scalar(value).map { String(Character($0)) } ?? ""
    }

    @Test(
        arguments: [
            Pair("ðà Nẵng, ÐẶNG, Ɖà Lạt, ðường", "đà Nẵng, ĐẶNG, Đà Lạt, đường", .strokedD),
            Pair("ÐẮK LẮK và Ðắk Nông", "ĐẮK LẮK và Đắk Nông", .strokedD),
            Pair("(ɖi) “ðồng bào” Ðông-Ðức", "(đi) “đồng bào” Đông-Đức", .strokedD),
            Pair("ÐÔNG ÐẢO, ðộc lập", "ĐÔNG ĐẢO, độc lập", .strokedD),
            // No word ends so: the name is foreign.
            Pair("Sigurð", .mayBeForeign),
        ], ["vi", "rad", "jra", "bdq", "kpm", "tyz"])
    func `Eth and African D are đ in Vietnamese words too`(_ pair: Pair, language: String) {
        RepairTests.check(pair, language: language)
    }

    @Test func `Within a word only the languages that have đ there change it`() {
        RepairTests.check(Pair("pơðĭ", "pơđĭ", .strokedD), language: "jra")
        RepairTests.check(Pair("hơ'ðei Kơðông", "hơ'đei Kơđông", .strokedD), language: "sed")
        RepairTests.check(Pair("Guðmundur", .mayBeForeign), language: "vi")
        RepairTests.check(Pair("ðà Nẵng, Sigurð"))
    }

    @Test(arguments: [
        Pair("\u{E81}\u{ECD}\u{EB2}", "\u{E81}\u{EB3}", .laoAM),
        // Typed with the tone before, between and after the parts.
        Pair("\u{E99}\u{EC9}\u{ECD}\u{EB2}", "\u{E99}\u{EC9}\u{EB3}", .laoAM),
        Pair("\u{E99}\u{ECD}\u{EC9}\u{EB2}", "\u{E99}\u{EC9}\u{EB3}", .laoAM),
        Pair("\u{E99}\u{ECD}\u{EB2}\u{EC9}", "\u{E99}\u{EC9}\u{EB3}", .laoAM, .laoTone),
        // Behind the semivowel below; with AM and its first part together, which looks the same.
        Pair("\u{EAB}\u{EBC}\u{ECD}\u{EB2}", "\u{EAB}\u{EBC}\u{EB3}", .laoAM),
        Pair("\u{E81}\u{ECD}\u{EB3}", "\u{E81}\u{EB3}", .laoAM),
        // Two syllables, and what is another vowel: both stay.
        Pair("ຄໍ ຕໍ່ ທາງ ກຳ ນ້ຳ"),
        Pair("\u{ECD}\u{EB2}"),
    ])
    func `The vowel AM of Lao is one code point`(_ pair: Pair) { RepairTests.check(pair) }

    @Test(arguments: [
        Pair("\u{179F}\u{17BB}\u{17B8}", "\u{179F}\u{17CA}\u{17B8}", .khmerShifter),
        Pair("\u{1798}\u{17BB}\u{17BA}\u{1793}", "\u{1798}\u{17C9}\u{17BA}\u{1793}", .khmerShifter),
        Pair("\u{179C}\u{17BB}\u{17D0}", "\u{179C}\u{17C9}\u{17D0}", .khmerShifter),
        Pair("\u{179F}\u{17BB}\u{17B7}", "\u{179F}\u{17CA}\u{17B7}", .khmerShifter),
        // The vowel typed first, the vowel OE, and that in its parts around U.
        Pair("\u{17A0}\u{17B9}\u{17BB}", "\u{17A0}\u{17CA}\u{17B9}", .khmerOrder, .khmerShifter),
        Pair("\u{1798}\u{17BB}\u{17BE}", "\u{1798}\u{17C9}\u{17BE}", .khmerOrder, .khmerShifter),
        Pair("\u{17A2}\u{17C1}\u{17BB}\u{17B8}", "\u{17A2}\u{17CA}\u{17BE}", .khmerShifter),
        // Words with U that has no vowel above beside it.
        Pair("\u{1780}\u{17BB}\u{17C6} \u{1780}\u{17BB}\u{17C7} \u{1792}\u{17B6}\u{178F}\u{17BB}\u{17CD}"),
        // A shifter stands there too; the letter takes either; a subscript stands between.
        Pair("\u{17A0}\u{17BB}\u{17CA}\u{17B8}", .mayBeShifter),
        Pair("\u{1794}\u{17BB}\u{17B8}", .mayBeShifter),
        Pair("\u{179F}\u{17D2}\u{179A}\u{17BB}\u{17B8}", .mayBeShifter),
        Pair("\u{1780}\u{17BB}\u{17B7}", .mayBeShifter),
    ])
    func `A Khmer U below a vowel above is the shifter that its letter takes`(_ pair: Pair) {
        RepairTests.check(pair)
    }

    @Test(arguments: [
        Pair("\u{F20A}ok, \u{F25B}", "Ƀok, \u{2C6E}", .silPrivateUse),
        // A mark composes with its letter after it was replaced.
        Pair("a\u{F171}\u{302}", "a\u{1DC4}\u{302}", .silPrivateUse),
        Pair("k\u{F21D}iăng", "k\u{A78C}iăng", .silPrivateUse),
        Pair("\u{E000} \u{F8FF} \(scalar(0x10FFFD))", .privateUse),
        Pair("a\(scalar(0xFDD0))b \(scalar(0x1FFFE))", .noncharacter),
        Pair("Vi\u{FFFD}t Nam", .lostCharacter),
        Pair("Vi\u{200B}ệt Nam", .invisible),
        Pair("tiê\u{AD}ng, ƀu\u{2060}ôn, e\u{302}\u{FEFF}\u{200B}a".precomposed, .invisible),
        // Between words, between Khmer letters, at the beginning of a file: where they belong.
        Pair("\u{FEFF}Vi\u{1EC7}t \u{200B}Nam\u{200B} កម្ពុជា\u{200B}ខ្មែរ"),
    ])
    func `What says nothing is counted, and letters of old SIL fonts are replaced`(_ pair: Pair) {
        RepairTests.check(pair)
        RepairTests.check(pair, language: "bru")
    }

    @Test func `Doubtful characters are reported by name at the first place, however the text is cut`() {
        let text = Array("a \u{E000} Vi\u{200B}ệt \u{E001} Na\u{200B}m".utf8)
        var whole = Repair()
        _ = whole.convertAll(text)
        #expect(whole.report.rows.map(\.kind) == [.privateUse, .invisible])
        #expect(whole.report.rows.map(\.count) == [2, 2])
        #expect(whole.report.rows.map(\.offset) == [2, 8])
        #expect(whole.report.rows.map(\.before) == ["U+E000", "U+200B"])
        #expect(whole.report.changeCount == 0)
        for size in 1...5 {
            var pieces = Repair()
            _ = pieces.converted(text, inPiecesOf: size)
            #expect(pieces.report == whole.report)
        }
    }

    @Test(arguments: ["zz", "zz-bogus", "Ê Đê", "", "rad_VN", "english", "en"])
    func `A language that is not known is an error`(tag: String) {
        #expect(throws: ConversionFormError.unknownLanguage(tag)) { try Repair(language: tag) }
        #expect(throws: ConversionFormError.unknownLanguage(tag)) {
            try ConversionChain(
                from: ConversionForm(name: "repair"), to: ConversionForm(name: "unicode"), language: tag)
        }
    }

    @Test func `Languages of Vietnam are known, in any capitals, with script and region`() throws {
        for tag in Repair.languages + ["RAD", "jra-Latn-VN", "km-Khmr", "vi-VN"] {
            _ = try Repair(language: tag)
        }
        #expect(Repair.languages == Repair.languages.sorted() && Set(Repair.languages).count > 50)
    }
}

extension String {
    /// In NFC.
    fileprivate var precomposed: String {
        var repair = Repair()
        return String(decoding: repair.convertAll(Array(utf8)), as: UTF8.self)
    }
}
