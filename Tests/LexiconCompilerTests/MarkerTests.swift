import Diagnostics
import Lexicon
import LexiconCompiler
import Storage
import Testing

struct MarkerTests {
    static let head = """
        \\_sh v3.0  400  MDF
        \\_DateStampHasFourDigitYear
        \\_lexicon 1
        \\_language rad
        \\_script Latn
        \\_title Klei Êđê
        \\_title (vi) Tiếng Ê Đê
        \\_licence CC0-1.0
        \\_source abvd A list of words
        \\_source kon Another list
        \\_regional fr


        """

    static func compile(_ text: String, path: String = "a.sfm") throws -> Lexicon {
        let (bytes, diagnostics) = LexiconCompiler.compile(SourceText(path: path, text))
        #expect(diagnostics.isEmpty, "\(diagnostics.map { $0.rendered() }.joined(separator: "\n"))")
        return try Lexicon(MappedFile(try #require(bytes)))
    }

    static let record = """
        \\lx klei
        \\hm 1
        \\lc klei mnuih
        \\va klay
        \\va kley
        \\ph klɛj
        \\rom klei
        \\ps n
        \\sn 1
        \\ge rope; cord (thin; long)
        \\gn dây
        \\gr corde
        \\de what things are
          tied with
        \\dn vật để buộc
        \\xv klei êmô
        \\xn dây
        bò
        \\xe cow rope
        \\xv klei
        \\sd tools
        \\sy čap
        \\ue everyday
        \\sn 2
        \\ge vein
        \\ps v
        \\ge tie

        \\cf čuăl
        \\nt first note
        \\nt second note
        \\so abvd 741:189703
        \\st checked
        \\dt 21/Nov/2026

        \\lx klei
        \\hm 2
        \\ps v
        \\gn đào
        \\ge dig
        \\se klei boh
        \\ps
        \\ge egg
        """

    static var entries: [Entry] {
        func gloss(_ language: String, _ text: String) -> Gloss { Gloss(language: language, text: text) }
        var rope = Sense(glosses: [
            gloss("en", "rope"), gloss("en", "cord (thin; long)"), gloss("vi", "dây"), gloss("fr", "corde"),
        ])
        rope.definitions = [gloss("en", "what things are tied with"), gloss("vi", "vật để buộc")]
        rope.examples = [
            Example("klei êmô", translations: [gloss("vi", "dây bò"), gloss("en", "cow rope")]),
            Example("klei"),
        ]
        rope.domains = ["tools"]
        rope.synonyms = ["čap"]
        rope.usage = "everyday"
        var tie = Sense(glosses: [gloss("en", "tie")])
        tie.partOfSpeech = "v"
        var first = Entry("klei", senses: [rope, Sense(glosses: [gloss("en", "vein")]), tie])
        first.homograph = 1
        first.citation = "klei mnuih"
        first.variants = ["klay", "kley"]
        first.pronunciation = "klɛj"
        first.romanisation = "klei"
        first.partOfSpeech = "n"
        first.related = ["čuăl"]
        first.note = "first note; second note"
        first.source = "abvd"
        first.sourceEntry = "741:189703"
        first.status = "checked"
        first.date = "21/Nov/2026"
        var second = Entry("klei", senses: [Sense(glosses: [gloss("vi", "đào"), gloss("en", "dig")])])
        second.homograph = 2
        second.partOfSpeech = "v"
        var third = Entry("klei boh", senses: [Sense(glosses: [gloss("en", "egg")])])
        third.related = ["klei"]
        return [first, second, third]
    }

    @Test(arguments: ["\n", "\r\n"])
    func `A record comes back with all its fields`(lineEnd: String) throws {
        let text = (Self.head + Self.record).split(separator: "\n", omittingEmptySubsequences: false).joined(
            separator: lineEnd)
        let lexicon = try Self.compile(text)
        #expect((0..<lexicon.entryCount).compactMap { lexicon.entry($0) } == Self.entries)
        #expect(lexicon.info.glossLanguages == ["vi", "en", "fr"])
        #expect(lexicon.info.title == "Klei Êđê" && lexicon.info.title(in: "vi") == "Tiếng Ê Đê")
        #expect(lexicon.info.sources.map(\.id) == ["abvd", "kon"])
    }

    @Test(arguments: ["a.sfm", "a.mdf", "a.db", "words", "words.txt"])
    func `Markers are known by the path or by the first line`(path: String) throws {
        #expect(try Self.compile(Self.head + Self.record, path: path).entryCount == 3)
        let marked = "\u{FEFF}" + Self.head + Self.record
        #expect(try Self.compile(marked, path: path).entryCount == 3)
    }

    @Test func `A definition is searched as a gloss is`() throws {
        let lexicon = try Self.compile(Self.head + Self.record)
        #expect(lexicon.search("buoc", .gloss, limit: 5).map(\.entry) == [0])
        #expect(lexicon.search("tied things", .gloss, limit: 5).map(\.entry) == [0])
    }

    @Test func `A dictionary others made is read`() throws {
        guard let file = try? MappedFile(path: "../shared/data/mdf-sample-daakaka/raw/db.sfm") else {
            print("skipped: the dictionary ../shared/data/mdf-sample-daakaka is not here")
            return
        }
        let head = """
            \\_lexicon 1
            \\_language bpa
            \\_script Latn
            \\_title Daakaka
            \\_licence CC-BY-4.0
            \\_source daakaka Dictionary of Daakaka
            \\_national bi

            """
        let source = SourceText(path: "db.sfm", bytes: Array(head.utf8) + file.bytes.array())
        let (bytes, diagnostics) = LexiconCompiler.compile(source)
        let lexicon = try Lexicon(MappedFile(try #require(bytes)))
        // As many entries as lines that begin with \lx; counted without the reader.
        let lines = file.bytes.text(0, file.bytes.count).split(whereSeparator: \.isNewline)
        #expect(lexicon.entryCount == lines.count { $0.hasPrefix("\\lx ") })
        let numbered = lines.count { $0.hasPrefix("\\hm ") }
        #expect((0..<lexicon.entryCount).count { lexicon.entry($0)?.homograph != nil } == numbered)
        #expect(diagnostics.allSatisfy { $0.severity == .warning })
        let unknown = diagnostics.filter { $0.id == "lexicon.unknown-marker" }
        #expect(unknown.contains { $0.message.contains("'\\xref', 962 times") })
        // "cools the / climate" goes on over a line end.
        let wind = try #require(
            lexicon.search("adu", .exact, limit: 1).first.flatMap { lexicon.entry($0.entry) })
        #expect(
            wind.senses.first?.definitions.last
                == Gloss(
                    language: "en",
                    text: "a wind from South East, which blows in december and cools the climate"))
        // Every headword is found, exactly and by its beginning.
        for id in 0..<lexicon.entryCount {
            guard let headword = lexicon.entry(id)?.headword else { continue }
            if !lexicon.search(headword, .exact, limit: 50).contains(where: { $0.entry == id }) {
                Issue.record("\(headword) is not found")
            }
            let prefix = String(headword.prefix(3))
            if !lexicon.search(prefix, .prefix, limit: 5000).contains(where: { $0.entry == id }) {
                Issue.record("\(headword) is not found by \(prefix)")
            }
        }
    }
}
