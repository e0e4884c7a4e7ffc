@testable import Conversion
import Diagnostics
import TestSupport
import Testing

/// The stand-ins of older pages of the Voice of Vietnam.
struct VOVTests {
    static func decoded(_ text: String) -> (text: String, problems: ConversionProblems) {
        var decoder = TextEncoding.vovStandIns.decoder()
        let output = decoder.convertAll(Array(text.utf8))
        return (String(decoding: output, as: UTF8.self), decoder.problems)
    }

    @Test(arguments: [
        ("[on {on pơ]ut ]ar bơbe] C|ư\\", "ƀon Ƀon pơčut čar bơbeč Čư\u{306}"),
        ("du` `u ~u A` ti\\ng t^ng R^ng", "duñ ñu Ñu Añ tĭng tĭng Rĭng"),
        ("[a` c\\ơkă hne\\\\ lơ\\m Lơ\\m", "ƀañ čơkă hnĕ lơ\u{306}m Lơ\u{306}m"),
        ("jo# tra#n je# jê| kơtrâ|o yô\\ Ho#i", "jô̆ trâ̆n jê̆ jê̆ kơtrâ̆o yô̆ Hô̆i"),
        ("“[ơi”, (kờ`). ‘lơ\\ng", "“ƀơi”, (kờñ). ‘lơ\u{306}ng"),
        // What is a sign stays.
        ("[1] #1 ~5 50~60 a#b. {} [] ^ | \\", "[1] #1 ~5 50~60 âb."),
        ("https://vov.vn/a~b C:\\ti\\ng a@[b", "https://vov.vn/a~b C:\\ti\\ng a@[b"),
        ("Việt Nam 2020, tơ drong", "Việt Nam 2020, tơ drong"),
    ])
    func `Signs beside letters are letters`(text: String, expected: String) {
        // The sixth has a breve on its â, which this line cannot show.
        let expected =
            expected.hasSuffix("âb.") ? "[1] #1 ~5 50~60 â\u{306}b. {} [] ^ | \\" : expected
        #expect(Self.decoded(text).text.unicodeScalars.elementsEqual(expected.precomposed.unicodeScalars))
    }

    @Test func `What stands between brackets is left, and counted`() {
        let found = Self.decoded("tơ [on] {a}\n[on")
        #expect(found.text == "tơ [on] {a}\nƀon")
        #expect(found.problems[.doubtful]?.count == 2)
        #expect(found.problems[.doubtful]?.firstOffset == 4)
        #expect(found.problems[.doubtful]?.first == "[on]")
    }

    @Test func `However the text is cut, the same comes out`() {
        let text = Array("Mơnuih [uôn sang ti\\ng e\u{302}# ]ar\r\n\t`u [".utf8) + [0xFF, 0xC3]
        var whole = TextEncoding.vovStandIns.decoder()
        let expected = whole.convertAll(text)
        for size in 1...7 {
            var pieces = TextEncoding.vovStandIns.decoder()
            #expect(pieces.converted(text, inPiecesOf: size) == expected)
            #expect(pieces.problems == whole.problems)
        }
    }

    @Test func `Letters are written as stand-ins, and signs that would be read as letters are counted`() {
        for word in [
            "ƀon", "Ƀon", "pơčut", "Čư\u{306}", "duñ", "Ñu", "tĭng", "Ĭng", "jô\u{306}", "trâ\u{306}n",
        ] {
            var encoder = TextEncoding.vovStandIns.encoder()
            let written = encoder.convertAll(Array(word.utf8))
            #expect(encoder.problems.isEmpty, "\(word)")
            #expect(Self.decoded(String(decoding: written, as: UTF8.self)).text == word)
        }
        var encoder = TextEncoding.vovStandIns.encoder()
        #expect(encoder.convertAll(Array("a^b [1] tơ#".utf8)) == Array("a?b [1] tơ#".utf8))
        #expect(encoder.problems[.lacking]?.count == 1)
    }

    @Test func `A letter that would be read otherwise beside such a sign is counted, or kept as it is`() {
        let word = Array("k@e\u{115}i".utf8)
        var encoder = TextEncoding.vovStandIns.encoder()
        #expect(encoder.convertAll(word) == Array("k@e?i".utf8))
        #expect(encoder.problems[.lacking]?.first == "\u{115}")
        var keeping = TextEncoding.vovStandIns.encoder(ConversionOptions(illFormed: .keep))
        let kept = keeping.convertAll(word)
        #expect(kept == word)
        #expect(keeping.problems[.lacking]?.count == 1)
        #expect(Self.decoded(String(decoding: kept, as: UTF8.self)).text.utf8.elementsEqual(word))
    }

    /// Word forms that were read on such pages, with what they are in Unicode.
    @Test(
        .enabled(if: Repository.shared("data/attested-words/jra.tsv") != nil, Repository.isNotShared),
        arguments: [("jra", 87), ("bdq", 54), ("sed", 39), ("kpm", 31), ("cmo", 84)])
    func `Attested words in this code are decoded`(list: String, words: Int) throws {
        let file = try #require(Repository.shared("data/attested-words/\(list).tsv"))
        var count = 0
        var wrong: [String] = []
        for row in file.text(0..<file.bytes.count).split(separator: "\n").dropFirst() {
            let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count > 3 else { continue }
            for raw in fields[3].split(separator: " ") {
                count += 1
                let found = String(
                    Self.decoded(String(raw)).text.lowercased().map { $0 == "‘" ? "'" : $0 })
                if found != String(fields[0]) { wrong.append("\(raw) \(found) \(fields[0])") }
            }
        }
        print("vov-stand-ins: \(count - wrong.count) of \(count) words of \(list) are decoded as attested")
        #expect(wrong.isEmpty, "\(wrong)")
        #expect(count == words)
    }

    @Test func `A text in this code is likely, and others are not`() {
        let page = "Mơnuih [uôn sang kơ]ah đơ\\ng ti\\ng rơ[u po#, dưi ngă `u hăng ]ar r^m thu\\n."
        let likely = VOVStandIns.likelihood(page)
        #expect(likely.score > 0.9 && likely.words >= 8)
        for other in [
            "Tất cả mọi người [1] sinh ra đều được tự do và bình đẳng về nhân phẩm #1.",
            "let a = b[i] ^ c[j]; if (x~=y) { return `${path}\\\\name` } // C# | C++",
            "The quick brown fox [sic] ~ jumps \\o/ over #hashtag", "",
        ] {
            let found = VOVStandIns.likelihood(other)
            #expect(found.score * Double(min(found.words, 5)) < 2, "\(other) \(found)")
        }
    }
}

extension String {
    fileprivate var precomposed: String {
        var repair = Repair()
        return String(decoding: repair.convertAll(Array(utf8)), as: UTF8.self)
    }
}
