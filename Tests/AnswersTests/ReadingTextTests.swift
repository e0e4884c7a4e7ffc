import Answers
import Diagnostics
import Files
import Foundation
import Lexicon
import TestSupport
import Testing

/// A text that was read word by word, in the forms in which it is written.
struct ReadingTextTests {
    let lexicons: NamedLexicons

    init() throws {
        let ede = try AnswersTests.lexicon(
            "rad", "Latn", "headword vi en source method concept",
            [
                "êa\tnước\twater\tsample\tconcept\t948", "mnăm\tuống\t\tsample\tdirect\t",
                "kbao\ttrâu\t\tsample\tdirect\t",
                "rơmô\ttrâu\t\tsample\tdirect\t", "anak\tcon\t\tsample\tdirect\t",
                "sang\tnhà\t\tsample\tdirect\t",
                "hjan\t\train\tsample\tdirect\t",
            ])
        let thai = try AnswersTests.lexicon(
            "blt", "Tavt", "headword vi concept", ["ꪙꪾ꫁\tnước\t948", "ꪔꪱ\tmắt\t"])
        let bahnar = try AnswersTests.lexicon(
            "bdq", "Latn", "headword vi", ["kơpô\tcon trâu", "mat\tmắt", "bok\tông"])
        lexicons = NamedLexicons([("rad/core", ede), ("blt-Tavt/core", thai), ("bdq/core", bahnar)])
    }

    private func written(
        _ text: String, _ from: String?, _ to: String?, _ format: AnswerFormat = .text, columns: Int = 80,
        in language: Wording.Language = .english, isColoured: Bool = false
    ) throws -> String {
        let page = AnswerText()
        let writer = ReadingWriter(format, in: language, isColoured: isColoured, columns: columns)
        try writer.write(lexicons.reading(of: text, from: from, to: to), to: page)
        return page.text
    }

    @Test func `The words of the other language stand below those of the text`() throws {
        #expect(
            try written("Con trâu uống nước.\nMắt ông xyz, “nhà” Y Thih 12.", "vi", "rad") == """
                Con  trâu  uống  nước.
                ·    kbao  mnăm  ≈êa
                     rơmô

                Mắt  ông  xyz,  “nhà”  Y Thih  12.
                ?    ?    ?     sang

                ? not found: xyz
                ? only in other languages: mắt, ông
                · a classifier, which belongs to the next word
                ≈ the gloss was found through a shared concept; the source itself does not give
                  it
                Sources:
                  sample  words for tests

                """)
    }

    @Test func `A row is no wider than the screen, and goes on below`() throws {
        let text = try written("trâu uống nước trâu uống nước nhà", "vi", "rad", columns: 24)
        #expect(
            text.hasPrefix(
                """
                trâu  uống  nước  trâu
                kbao  mnăm  ≈êa   kbao
                rơmô              rơmô

                uống  nước  nhà
                mnăm  ≈êa   sang

                """))
        for line in text.split(separator: "\n") { #expect(line.count <= 24) }
    }

    @Test func `What a classifier may be besides stands below its sign`() throws {
        #expect(try written("con nhà", "vi", "rad").hasPrefix("con   nhà\n·     sang\nanak\n"))
        #expect(try written("nhà con", "vi", "rad").hasPrefix("nhà   con\nsang  anak\n"))
    }

    @Test func `A sentence goes on in the next line where the line before was full`() throws {
        let words = Array(repeating: "nhà", count: 16).joined(separator: " ")
        let (wrapped, short) = ("\(words) con\ntrâu uống", "nhà con\ntrâu uống")
        #expect(
            lexicons.reading(of: wrapped, from: "vi", to: "rad").words.map(\.beginsLine).filter { $0 }.count
                == 1)
        #expect(
            lexicons.reading(of: short, from: "vi", to: "rad").words.map(\.beginsLine) == [
                true, false, true, false,
            ])
        #expect(
            lexicons.reading(of: wrapped, from: "vi", to: "rad").words.map(\.line).suffix(3) == [1, 2, 2])
    }

    @Test func `A numeral is looked up as the word it is a form of`() {
        let words = lexicons.reading(of: "hai mươi mốt nhà. Mốt", from: "vi", to: "rad").words
        #expect(words.map(\.asked) == ["hai", "mười", "một", "nhà", "Mốt"])
    }

    @Test func `What no lexicon translates is read through a concept, and marked`() throws {
        let text = try written("êa", "rad", "blt", in: .vietnamese)
        #expect(text.hasPrefix("êa\n⇢ꪙꪾ꫁\n"))
        #expect(text.contains("\n⇢ không từ điển nào nối hai ngôn ngữ này"))
    }

    @Test func `Words in a language that was not asked for have its tag`() throws {
        #expect(try written("hjan", "rad", "vi").hasPrefix("hjan\nrain (en)\n"))
        #expect(try written("nước", nil, nil).hasPrefix("nước\n≈êa (rad)\nꪙꪾ꫁ (blt)\n"))
    }

    @Test func `What is not known is listed, in the language of the reader`() throws {
        let text = try written("Abc mắt abc", "vi", "rad", in: .vietnamese)
        #expect(text.contains("\n? không tìm thấy: abc\n? chỉ có ở ngôn ngữ khác: mắt\n"))
        #expect(lexicons.reading(of: "abc", from: "vi", to: "rad").isEmpty)
    }

    @Test func `Control characters of a text do not reach the terminal`() throws {
        let text = try written("nhà\u{1B}[2J nước\u{7}", "vi", "rad")
        #expect(text.hasPrefix("nhà␛[  2J  nước␇\n"))
    }

    @Test func `A terminal has the best words in colour`() throws {
        let text = try written("trâu abc", "vi", "rad", isColoured: true)
        #expect(
            text.hasPrefix(
                "trâu  abc\n\u{1B}[35mkbao\u{1B}[0m  \u{1B}[2m?\u{1B}[0m\n\u{1B}[2mrơmô\u{1B}[0m\n"))
    }

    @Test func `A table has a line for each word, and one for each part without any`() throws {
        let rows = try written("Trâu 12\nxyz", "vi", "rad", .tsv).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(rows[0].prefix(7) == ["line", "offset", "length", "asked", "kind", "way", "counterpart"])
        #expect(Set(rows.map(\.count)) == [15])
        #expect(
            rows.dropFirst().map { Array($0.prefix(7)) } == [
                ["1", "0", "4", "Trâu", "known", "exact", "kbao"],
                ["1", "0", "4", "Trâu", "known", "exact", "rơmô"],
                ["1", "5", "2", "12", "name", "none", ""], ["2", "8", "3", "xyz", "unknown", "none", ""],
            ])
    }

    @Test func `JSON has an element for each part`() throws {
        let text = try written("Con trâu xyz", "vi", "rad", .json)
        let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
        let parts = try #require(read)
        #expect(parts.map { $0["kind"] as? String } == ["classifier", "known", "unknown"])
        #expect(parts.map { $0["offset"] as? Int } == [0, 4, 9])
        let words = try #require(parts[1]["counterparts"] as? [[String: Any]])
        #expect(words.map { $0["text"] as? String } == ["kbao", "rơmô"])
        #expect(words.map { $0["lexicon"] as? String } == ["rad/core", "rad/core"])
        #expect((words[0]["gloss"] as? [String: Any])?["text"] as? String == "trâu")
        #expect(try written("", "vi", "rad", .json) == "[]\n")
    }
}

/// Texts of every day read with the lexicons that are shipped.
struct ShippedReadingTests {
    static let lexicons = Result {
        NamedLexicons(
            try Repository.lexiconNames.filter { $0.hasSuffix("/core") }.map {
                (name: $0, lexicon: try Repository.lexicon($0))
            })
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(Repository.root)/Tests/AnswersTests/Texts/\(name).txt", encoding: .utf8)
    }

    /// The outputs are beside the texts; `CHU_RENEW_TRANSCRIPTS=1` writes them again.
    @Test(arguments: [("family.vi", "vi", "rad"), ("family.vi", "vi", "km"), ("family.km", "km", "vi")])
    func `A text reads as it is written beside it`(_ name: String, _ from: String, _ to: String) throws {
        let page = AnswerText()
        let reading = try Self.lexicons.get().reading(of: text(name), from: from, to: to)
        try ReadingWriter(.text).write(reading, to: page)
        let path = "\(Repository.root)/Tests/AnswersTests/Texts/\(name).to-\(to).txt"
        if environmentVariable("CHU_RENEW_TRANSCRIPTS") == "1" {
            try replaceFile(at: path, with: Array(page.text.utf8))
        }
        let golden = try String(contentsOfFile: path, encoding: .utf8)
        #expect(page.text == golden)
    }

    @Test func `A Khmer text is divided into its words`() throws {
        let reading = try Self.lexicons.get().reading(of: text("family.km"), from: "km", to: "vi")
        #expect(!reading.words.contains { !$0.segment.isKnown })
        #expect(
            reading.words.prefix(8).map(\.segment.text) == ["ខ្ញុំ", "នៅ", "ផ្ទះ", "ជិត", "ទន្លេ", "ផ្ទះ", "ខ្ញុំ", "តូច"])
    }

    @Test func `The time grows with the length of the text, and not with its square`() throws {
        let lexicons = try Self.lexicons.get()
        let text = try text("family.vi")
        func time(_ count: Int) -> Duration {
            let long = Array(repeating: text, count: count).joined(separator: "\n")
            return ContinuousClock().measure { _ = lexicons.segments(of: long, from: "vi", to: "rad") }
        }
        // Twenty times the words, with room for a busy machine; a square would take four hundred times as long.
        let (short, long) = (time(2), time(40))
        #expect(long < short * 60)
    }
}
