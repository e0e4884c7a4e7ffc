import Conversion
import Testing

/// Repairs, pair by pair: as it was typed, and as it is stored.
struct RepairTests {
    /// A text, what it becomes, and what is said to have been done.
    struct Pair: CustomTestStringConvertible, Sendable {
        var typed: String
        var stored: String
        var kinds: [RepairKind]

        init(_ typed: String, _ stored: String, _ kinds: RepairKind...) {
            self.typed = typed
            self.stored = stored
            self.kinds = kinds
        }

        /// A text that stays as it is.
        init(_ text: String, _ kinds: RepairKind...) {
            typed = text
            stored = text
            self.kinds = kinds
        }

        var testDescription: String { "\(typed) → \(stored)" }
    }

    static func repaired(_ text: String, language: String? = nil) -> (text: String, kinds: [RepairKind]) {
        var repair = Repair.of(language)
        let bytes = repair.convertAll(Array(text.utf8))
        return (String(decoding: bytes, as: UTF8.self), repair.report.rows.map(\.kind))
    }

    /// Texts are compared code point by code point, for equivalent ones are equal to Swift.
    static func check(_ pair: Pair, language: String? = nil) {
        let result = repaired(pair.typed, language: language)
        #expect(
            Array(result.text.utf8) == Array(pair.stored.utf8), "\(result.text.unicodeScalars.map(\.value))")
        #expect(result.kinds == pair.kinds)
        #expect(Array(repaired(result.text, language: language).text.utf8) == Array(result.text.utf8))
    }

    @Test(arguments: [
        // Khmer: the vowel typed before the subscript.
        Pair(
            "\u{1781}\u{17C2}\u{17D2}\u{1798}\u{179A}", "\u{1781}\u{17D2}\u{1798}\u{17C2}\u{179A}",
            .khmerOrder),
        // Woman: the subscript RO comes last.
        Pair(
            "\u{179F}\u{17D2}\u{179A}\u{17D2}\u{178F}\u{17B8}",
            "\u{179F}\u{17D2}\u{178F}\u{17D2}\u{179A}\u{17B8}",
            .khmerOrder),
        // A shifter before the vowel, a sign behind it.
        Pair("\u{179F}\u{17B8}\u{17CA}", "\u{179F}\u{17CA}\u{17B8}", .khmerOrder),
        Pair("\u{1785}\u{17C6}\u{17B6}", "\u{1785}\u{17B6}\u{17C6}", .khmerOrder),
        // Robat stands first of all.
        Pair("\u{1798}\u{17B6}\u{17CC}", "\u{1798}\u{17CC}\u{17B6}", .khmerOrder),
        // The joiner that keeps a shifter above moves along with it, and stays where all is in order.
        Pair("\u{1794}\u{17D2}\u{179F}\u{200C}\u{17CA}\u{17B8}"),
        Pair(
            "\u{1794}\u{200C}\u{17CA}\u{17D2}\u{179F}\u{17B8}",
            "\u{1794}\u{17D2}\u{179F}\u{200C}\u{17CA}\u{17B8}", .khmerOrder),
        // Vowels in their parts, side by side or with a sign between them.
        Pair("\u{1780}\u{17C1}\u{17B6}\u{17C7}", "\u{1780}\u{17C4}\u{17C7}", .khmerVowel),
        Pair("\u{1780}\u{17B8}\u{17C1}", "\u{1780}\u{17BE}", .khmerOrder, .khmerVowel),
        // A subscript sign without its consonant is not understood, so nothing behind it moves.
        Pair("\u{1780}\u{17B6}\u{17D2} \u{17C1}"),
        Pair("ខ្មែរ កម្ពុជា ស្ត្រី ចាំ ធម៌ ប្រាំ"),
    ])
    func `Khmer clusters are put in order`(_ pair: Pair) { Self.check(pair) }

    @Test(arguments: [
        Pair("\u{AA81}\u{AABF}\u{AAB2}\u{AAA3}", "\u{AA81}\u{AAB2}\u{AABF}\u{AAA3}", .taiVietTone),
        Pair("\u{AA99}\u{AAC1}\u{AABE}", "\u{AA99}\u{AABE}\u{AAC1}", .taiVietTone),
        // The vowel below the letter has a combining class of its own: here NFC is enough.
        Pair("\u{AA81}\u{AABF}\u{AAB4}", "\u{AA81}\u{AAB4}\u{AABF}", .nfc),
        Pair("\u{AAB9}\u{AAB9}\u{AA81}\u{AAAB}", "\u{AAB5}\u{AA81}\u{AAAB}", .taiVietVowel),
        Pair("ꪙꪾ꫁ ꪵꪣꪫ ꪀꪫꪱꪉ ꪁꪱꫀ"),
    ])
    func `Tone marks of Tai Viet stand behind the vowel`(_ pair: Pair) { Self.check(pair) }

    @Test(arguments: [
        Pair("\u{AA06}\u{AA2E}\u{AA2F}", "\u{AA06}\u{AA2F}\u{AA2E}", .chamOrder),
        Pair("\u{AA06}\u{AA29}\u{AA34}", "\u{AA06}\u{AA34}\u{AA29}", .chamOrder),
        Pair("\u{AA06}\u{AA43}\u{AA2A}\u{AA33}", "\u{AA06}\u{AA33}\u{AA2A}\u{AA43}", .chamOrder),
        // Two medials keep the order in which they were typed: no source gives another.
        Pair("\u{AA06}\u{AA36}\u{AA34}"),
        Pair("\u{AA06}\u{AA40}\u{AA33}\u{AA29}"),
    ])
    func `The signs around a Cham consonant are put in order`(_ pair: Pair) { Self.check(pair) }

    @Test(arguments: [
        Pair("\u{E99}\u{EC9}\u{EB4}", "\u{E99}\u{EB4}\u{EC9}", .laoTone),
        Pair("\u{E99}\u{EB3}\u{EC9}", "\u{E99}\u{EC9}\u{EB3}", .laoTone),
        Pair("\u{EC0}\u{EC0}\u{EA1}\u{EC8}", "\u{EC1}\u{EA1}\u{EC8}", .laoVowel),
        Pair("\u{E99}\u{EC9}\u{EB8}", "\u{E99}\u{EB8}\u{EC9}", .nfc),
        Pair("ນ້ຳ ແມ່ ກິນ ເຮືອນ"),
    ])
    func `Tone marks of Lao stand behind the vowel and before AM`(_ pair: Pair) { Self.check(pair) }

    @Test(arguments: [
        Pair("e\u{306}\u{302}", "ê\u{306}", .nfc, .breveOrder),
        Pair("k\u{14F}\u{302}", "kô\u{306}", .breveOrder),
        Pair("\u{102}\u{302}\u{323}", "\u{1EAC}\u{306}", .nfc, .breveOrder),
        Pair("ti\u{EA}\u{301}ng Vi\u{EA}\u{323}t", "tiếng Việt", .nfc),
        Pair("\u{212B}ngström", "Ångström", .nfc),
        Pair("jơ\u{306}ng ê\u{306} ư\u{306} ẵ ặ"),
        // Without a language these cannot be distinguished from letters.
        Pair("xã mũ ǎ û 'bok ð jơ \u{306}ng"),
    ])
    func `Circumflex comes before breve, and letters are composed`(_ pair: Pair) { Self.check(pair) }

    @Test(arguments: [
        Pair("anǎn", "anăn", .breveStandIn),
        Pair("anãn ƀẽh", "anăn ƀĕh", .breveStandIn),
        Pair("mnû ANǍN", "mnŭ ANĂN", .breveStandIn),
        Pair("'bok ’Bok ‘bok `bok ʼbok ɓok", "ƀok Ƀok ƀok ƀok ƀok ƀok", .barredB),
        Pair("ðei", "đei", .strokedD),
        Pair("jơ \u{306}ng", "jơ\u{306}ng", .blankBeforeBreve),
        Pair("ñ č ƀ ê\u{306} ơ\u{306}"),
        // Words that may be Vietnamese are left, and reported.
        Pair("xã Ea Kar, mũ, Những", .mayBeVietnamese),
        Pair("ðã", "đã", .strokedD, .mayBeVietnamese),
        // A word with a tone is Vietnamese, and a word in quotation marks may begin with any b.
        Pair("'bà bằng 'bằng"),
        Pair("'ban'", .mayBeQuotation),
        Pair("( \u{306} )"),
    ])
    func `Stand-ins are replaced where the language is given`(_ pair: Pair) {
        Self.check(pair, language: "rad")
        Self.check(pair, language: "jra-Latn-VN")
    }

    @Test func `Ba Na keeps its apostrophe, and other languages keep their tildes`() {
        Self.check(Pair("'bok kǎ", "'bok kă", .breveStandIn), language: "bdq")
        Self.check(Pair("ɓok", "ƀok", .barredB), language: "bdq")
        for language in ["vi", "bru", "cje", "rog"] {
            Self.check(Pair("anãn ǎ û 'bok ð", "anãn ǎ û 'bok đ", .strokedD), language: language)
        }
        Self.check(Pair("anãn ǎ û 'bok ð"), language: "rad-Cham")
    }

    @Test func `The report counts each kind and has the first position in bytes`() {
        var repair = Repair()
        _ = repair.convertAll(Array("xã\nខែ្មរ k\u{14F}\u{302} ខែ្មរ".utf8))
        #expect(repair.report.rows.map(\.kind) == [.khmerOrder, .breveOrder])
        #expect(repair.report.rows.map(\.count) == [2, 1])
        #expect(repair.report.rows.map(\.offset) == [4, 21])
        #expect(repair.report.rows.map(\.before) == ["\u{1781}\u{17C2}\u{17D2}\u{1798}", "\u{14F}\u{302}"])
        #expect(repair.report.changeCount == 3)
    }

    @Test(
        arguments: [
            ([0x61, 0xFF, 0x62], ConversionOptions.IllFormed.keep, [0x61, 0xFF, 0x62], 1, 1),
            ([0x61, 0xFF, 0x62], .replace, [0x61, 0xEF, 0xBF, 0xBD, 0x62], 1, 1),
            // Two bytes that begin a letter are one place; three that begin none are three.
            ([0x61, 0xE1, 0xBA, 0x20], .replace, [0x61, 0xEF, 0xBF, 0xBD, 0x20], 1, 1),
            ([0xED, 0xA0, 0x80], .keep, [0xED, 0xA0, 0x80], 3, 0),
            ([0xC3], .keep, [0xC3], 1, 0),
            // A mark behind such bytes joins nothing.
            ([0x65, 0xFF, 0xCC, 0x82], .keep, [0x65, 0xFF, 0xCC, 0x82], 1, 1),
        ] as [([UInt8], ConversionOptions.IllFormed, [UInt8], Int, Int)])
    func `Bytes that are not UTF-8 are kept or replaced, and counted`(
        input: [UInt8], fate: ConversionOptions.IllFormed, output: [UInt8], count: Int, offset: Int
    ) {
        var repair = Repair(ConversionOptions(illFormed: fate))
        #expect(repair.convertAll(input) == output)
        #expect(repair.problems[.illFormed]?.count == count)
        #expect(repair.problems[.illFormed]?.firstOffset == offset)
        for size in 1...3 {
            var other = Repair(ConversionOptions(illFormed: fate))
            #expect(other.converted(input, inPiecesOf: size) == output)
            #expect(other.problems == repair.problems)
        }
    }

    @Test func `A mark after replaced bytes is not part of the next word`() {
        let input = Array("p".utf8) + [0xCC] + Array("\u{300}lơÐe".utf8)
        var repair = Repair.of("rad", ConversionOptions(illFormed: .replace))
        let output = String(decoding: repair.convertAll(input), as: UTF8.self)
        #expect(output.unicodeScalars.elementsEqual("p\u{FFFD}\u{300}lơĐe".unicodeScalars))
        #expect(Self.repaired(output, language: "rad").kinds == [.lostCharacter])
    }

    @Test func `A letter with hundreds of marks, and a word of hundreds of letters, go through as they are`()
    {
        let marks = "a" + String(repeating: "\u{1DC0}\u{323}", count: 400) + "b"
        let result = Self.repaired(marks)
        #expect(Array(result.text.utf8) == Array(marks.utf8))
        #expect(result.kinds == [.tooManyMarks])
        let word = "'b" + String(repeating: "ãn", count: 300)
        #expect(Array(Self.repaired(word, language: "rad").text.utf8) == Array(word.utf8))
    }
}

extension Repair {
    /// A repair of text in `language`, or without one; a language that is not known is a failure.
    static func of(_ language: String?, _ options: ConversionOptions = ConversionOptions()) -> Repair {
        guard let language else { return Repair(options) }
        do {
            return try Repair(language: language, options)
        } catch {
            Issue.record(error)
            return Repair(options)
        }
    }
}

extension Converter {
    /// What comes out when the input comes in pieces of `size` bytes.
    mutating func converted(_ input: [UInt8], inPiecesOf size: Int) -> [UInt8] {
        var output: [UInt8] = []
        var at = 0
        while at < input.count {
            let end = min(at + size, input.count)
            convert(input.span.extracting(at..<end), into: &output)
            at = end
        }
        finish(into: &output)
        return output
    }
}
