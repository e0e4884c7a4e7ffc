import Answers
import Bytes
import Diagnostics
import Foundation
import Lexicon
import LexiconCompiler
import Testing

/// What a page or a service does: it asks lexicons in memory and gathers the answers in a text.
struct AnswersTests {
    let lexicons: NamedLexicons

    init() throws {
        let ede = try Self.lexicon(
            "rad", "Latn", "headword vi en source method concept note",
            ["êa\tnước\twater\tsample\tconcept\t948\t", "anak\tcon\tchild\tsample\tdirect\t\ta \"note\""])
        let thai = try Self.lexicon("blt", "Tavt", "headword vi concept", ["ꪙꪾ꫁\tnước\t948", "ꪔꪱ\tmắt\t"])
        lexicons = NamedLexicons([("rad/core", ede), ("blt-Tavt/core", thai)])
    }

    static func lexicon(
        _ language: String, _ script: String, _ columns: String, _ entries: [String]
    ) throws -> Lexicon {
        let source = """
            lexicon 1
            language \(language)
            script \(script)
            title \(language)
            licence CC0-1.0
            source sample words for tests
            columns \(columns)
            entries

            """
        let text = source + entries.joined(separator: "\n") + "\n"
        let compiled = LexiconCompiler.compile(SourceText(path: "sample.lexicon", text))
        return try Lexicon(Bytes(try #require(compiled.bytes, "\(compiled.diagnostics)")))
    }

    private func written(
        _ questions: [Question], _ format: AnswerFormat, in language: Wording.Language = .english
    ) throws -> String {
        var writer = format.writer(in: language, hasHeadings: questions.count > 1)
        let page = AnswerText()
        try writer.begin(page)
        for question in questions { try writer.add(lexicons.answer(question), to: page) }
        try writer.end(page)
        return page.text
    }

    @Test func `A question is answered by the lexicons in their order, each by its name`() {
        let answer = lexicons.answer(Question("nước", from: "vi"))
        #expect(answer.query == "nước")
        #expect(answer.results.map(\.entry.headword) == ["êa", "ꪙꪾ꫁"])
        #expect(answer.results.map(\.lexiconName) == ["rad/core", "blt-Tavt/core"])
        #expect(lexicons.answer(Question("nước", from: "vi", limit: 1)).results.count == 1)
        #expect(
            lexicons.answer(Question("anka", .fuzzy, distance: 2)).results.map(\.entry.headword) == ["anak"])
        #expect(lexicons.answer(Question("zzz")).isEmpty)
    }

    @Test func `What no lexicon translates is found by a bridge`() throws {
        let result = try #require(lexicons.answer(Question("êa", from: "rad", to: "blt")).results.first)
        #expect(result.entry.headword == "ꪙꪾ꫁")
        #expect(result.bridgeName == "rad/core")
        #expect(result.found.bridge?.link == .concept("948"))
    }

    @Test(arguments: [
        ("vi", ["nước"]), ("VI-VN", ["nước"]), ("en", ["water"]), ("fr", ["nước", "water"]),
        ("rad", ["nước", "water"]),
    ])
    func `Glosses in the language wanted are shown, or all where there are none`(
        _ target: String, _ texts: [String]
    ) throws {
        let entry = try #require(lexicons.answer(Question("êa")).results.first).entry
        // Where the target is not a language of the lexicon nothing is found, so the result is made of a found one.
        let asked = lexicons.answer(Question("êa", .prefix, to: target)).results.first
        guard let asked else {
            #expect(target == "fr" || target == "rad")
            return
        }
        #expect(asked.glosses(entry.senses[0].glosses).map(\.text) == texts)
    }

    @Test func `Text has labels in the language of the reader`() throws {
        let english = try written([Question("êa"), Question("zzz"), Question("anak")], .text)
        #expect(
            english == """
                êa:
                êa  rad (rad)
                    vi  ≈ nước
                    en  ≈ water
                    sample, concept 948

                anak:
                anak  rad (rad)
                    vi  con
                    en  child
                    note: a "note"
                    sample

                ≈ the gloss was found through a shared concept; the source itself does not give it
                Sources:
                  sample  words for tests

                """)
        let vietnamese = try written([Question("êa", from: "rad", to: "blt")], .text, in: .vietnamese)
        #expect(vietnamese.contains("⇢ êa (rad) · nước (vi) · khái niệm 948\n"))
        #expect(vietnamese.contains("\n⇢ không từ điển nào nối hai ngôn ngữ này"))
    }

    @Test func `A table has a line for each gloss under the names of its columns`() throws {
        let rows = try written([Question("êa"), Question("zzz")], .tsv).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(rows.count == 4)
        #expect(rows[0].prefix(4) == ["query", "lexicon", "language", "headword"])
        #expect(rows.map(\.count) == [24, 24, 24, 24])
        #expect(rows.dropFirst().map { $0[11] } == ["nước", "water", ""])
        #expect(rows.map { $0.suffix(3) }[2] == ["whole", "exact", "êa"])
        #expect(rows[3] == ["zzz"] + Array(repeating: "", count: 21) + ["none", "zzz"])
    }

    @Test func `JSON is an array that can be read back`() throws {
        let text = try written([Question("anak"), Question("êa", from: "rad", to: "blt")], .json)
        let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
        let entries = try #require(read)
        #expect(entries.map { $0["headword"] as? String } == ["anak", "ꪙꪾ꫁"])
        #expect(entries[0]["note"] as? String == "a \"note\"")
        #expect(entries[0]["direct"] as? Bool == true)
        #expect(entries[0]["through"] == nil)
        #expect((entries[1]["through"] as? [String: Any])?["concept"] as? String == "948")
        #expect(entries.map { $0["way"] as? String } == ["exact", "through-concept"])
        #expect(entries.map { $0["asked"] as? String } == ["anak", "êa"])
        #expect(try written([], .json) == "[]\n")
    }

    @Test func `A question without an answer has its element in JSON`() throws {
        let text = try written([Question("zzz"), Question("anak")], .json)
        let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
        let entries = try #require(read)
        #expect(entries.map { $0["query"] as? String } == ["zzz", "anak"])
        #expect(entries.map { $0["way"] as? String } == ["none", "exact"])
        #expect(entries.map(\.count)[0] == 4)
    }

    @Test func `JSON is written as the encoder of Foundation writes it`() throws {
        struct Record: Encodable {
            var text: String
            var number: Int
            var list: [String]
            var truth: Bool
        }
        let controls = String(String.UnicodeScalarView((0..<0x80).compactMap { Unicode.Scalar($0) }))
        for text in [controls, "", "êa / \"nước\" \\ ꪙꪾ꫁ \u{2028}\u{10FFFF}", "e\u{301}\u{7F}\u{85}"] {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let record = Record(text: text, number: -7, list: [text, "b"], truth: true)
            let value = JSONValue.object([
                "text": .string(text), "number": .number(-7), "list": .array([.string(text), .string("b")]),
                "truth": .bool(true),
            ])
            #expect(value.text() == String(decoding: try encoder.encode(record), as: UTF8.self))
        }
    }

    @Test func `Where nothing is found, near words and another kind of match are suggested`() {
        let near = lexicons.suggestions(Question("ana"))
        #expect(near.words == ["anak"])
        #expect(near.match == .prefix)
        #expect(lexicons.suggestions(Question("nuowc", from: "vi")).words == ["nước"])
        #expect(lexicons.suggestions(Question("nuowc", from: "VI-VN")).words == ["nước"])
        let none = lexicons.suggestions(Question("zzzzzz"))
        #expect(none.words.isEmpty && none.match == nil)
    }

    @Test(arguments: [
        ("rad", true), ("vi", true), ("EN", true), ("vi-VN", true), ("blt", true), ("blt-Tavt", true),
        ("blt-Latn", false), ("xx", false), ("", false),
    ])
    func `A language is known by its words or its glosses, in its script`(_ tag: String, _ isKnown: Bool) {
        #expect(lexicons.knows(tag) == isKnown)
    }

    @Test func `Suggested languages have their scripts when another one was wanted`() {
        #expect(lexicons.languages(besides: "xx") == ["blt", "en", "rad", "vi"])
        #expect(lexicons.languages(besides: "blt-Latn") == ["blt-Tavt", "en", "rad", "vi"])
    }

    @Test func `A question says what is wrong with it`() {
        #expect(Question("a", limit: 0).fault == .limitTooSmall)
        #expect(Question("a", .fuzzy, distance: 4).fault == .distanceOutside)
        #expect(Question("a", distance: 1).fault == .distanceNeedsFuzzy)
        #expect(Question("a", .fuzzy, distance: 3).fault == nil)
    }
}
