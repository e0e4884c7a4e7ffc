import Diagnostics
import Lexicon
import LexiconCompiler
import Bytes
import Files
import Testing

struct MarkerTests {
    static let head = """
        \\_sh v3.0  400  MDF
        \\_DateStampHasFourDigitYear
        \\_lexicon 1
        \\_language vi
        \\_script Latn
        \\_title Tiếng Việt
        \\_title (en) Vietnamese
        \\_licence CC0-1.0
        \\_source a A list of words
        \\_source b Another list
        \\_national rad
        \\_regional fr


        """

    static func compile(_ text: String, path: String = "a.sfm") throws -> Lexicon {
        let (bytes, diagnostics) = LexiconCompiler.compile(SourceText(path: path, text))
        #expect(diagnostics.isEmpty, "\(diagnostics.map { $0.rendered() }.joined(separator: "\n"))")
        return try Lexicon(Bytes(try #require(bytes)))
    }

    static let record = """
        \\lx dây
        \\hm 1
        \\lc sợi dây
        \\va giây
        \\va rây
        \\ph zəj
        \\rom day
        \\ps n
        \\sn 1
        \\ge rope; cord (thin; long)
        \\gn klei
        \\gr corde
        \\de what things are
          tied with
        \\dn klei
        \\xv dây buộc
        \\xr corde
        à lier
        \\xe rope to tie with
        \\xv dây thừng
        \\sd tools
        \\sy thừng
        \\ue everyday
        \\sn 2
        \\ge vine
        \\ps v
        \\ge smear

        \\cf buộc
        \\nt first note
        \\nt second note
        \\so a 741:189703
        \\st checked
        \\dt 21/Nov/2026

        \\lx dây
        \\hm 2
        \\ps v
        \\gr tacher
        \\ge stain
        \\se dây điện
        \\ps
        \\ge wire
        \\lx buộc
        \\ge tie
        """

    static var entries: [Entry] {
        func gloss(_ language: String, _ text: String) -> Gloss { Gloss(language: language, text: text) }
        var rope = Sense(glosses: [
            gloss("en", "rope"), gloss("en", "cord (thin; long)"), gloss("rad", "klei"), gloss("fr", "corde"),
        ])
        rope.definitions = [gloss("en", "what things are tied with"), gloss("rad", "klei")]
        rope.examples = [
            Example(
                "dây buộc", translations: [gloss("fr", "corde à lier"), gloss("en", "rope to tie with")]),
            Example("dây thừng"),
        ]
        rope.domains = ["tools"]
        rope.synonyms = ["thừng"]
        rope.usage = "everyday"
        var smear = Sense(glosses: [gloss("en", "smear")])
        smear.partOfSpeech = "v"
        var first = Entry("dây", senses: [rope, Sense(glosses: [gloss("en", "vine")]), smear])
        first.homograph = 1
        first.citation = "sợi dây"
        first.variants = ["giây", "rây"]
        first.pronunciation = "zəj"
        first.romanisation = "day"
        first.partOfSpeech = "n"
        first.related = ["buộc"]
        first.note = "first note; second note"
        first.source = "a"
        first.sourceEntry = "741:189703"
        first.status = "checked"
        first.date = "21/Nov/2026"
        var second = Entry("dây", senses: [Sense(glosses: [gloss("fr", "tacher"), gloss("en", "stain")])])
        second.homograph = 2
        second.partOfSpeech = "v"
        var third = Entry("dây điện", senses: [Sense(glosses: [gloss("en", "wire")])])
        third.related = ["dây"]
        return [first, second, third, Entry("buộc", senses: [Sense(glosses: [gloss("en", "tie")])])]
    }

    @Test(arguments: ["\n", "\r\n"])
    func `A record comes back with all its fields`(lineEnd: String) throws {
        let text = (Self.head + Self.record).split(separator: "\n", omittingEmptySubsequences: false).joined(
            separator: lineEnd)
        let lexicon = try Self.compile(text)
        #expect((0..<lexicon.entryCount).compactMap { lexicon.entry($0) } == Self.entries)
        #expect(lexicon.info.glossLanguages == ["rad", "en", "fr"])
        #expect(lexicon.info.title == "Tiếng Việt" && lexicon.info.title(in: "en") == "Vietnamese")
        #expect(lexicon.info.sources.map(\.id) == ["a", "b"])
    }

    @Test func `The fields that MDF has by other names`() throws {
        let lexicon = try Self.compile(
            Self.head + """
                \\lx dây
                \\scr Cham ꨓꨰ
                \\scr Khmr ខ្សែ
                \\orth school
                \\ge rope
                \\ee tied with
                \\oe in songs
                \\th tools
                \\lt what ties
                \\con 1218
                \\met concept
                \\lic CC0-1.0
                \\dia north
                \\sf https://example.org/day.ogg
                \\pc https://example.org/day.png
                \\fr 1000
                """)
        var sense = Sense(glosses: [Gloss(language: "en", text: "rope")])
        sense.definitions = [Gloss(language: "en", text: "tied with")]
        sense.usage = "in songs"
        sense.domains = ["tools"]
        var entry = Entry("dây", senses: [sense])
        entry.scriptForms = [ScriptForm(script: "Cham", text: "ꨓꨰ"), ScriptForm(script: "Khmr", text: "ខ្សែ")]
        entry.orthography = "school"
        entry.note = "what ties"
        entry.concept = "1218"
        entry.method = .concept
        entry.licence = "CC0-1.0"
        entry.dialect = "north"
        entry.audio = ["https://example.org/day.ogg"]
        entry.pictures = ["https://example.org/day.png"]
        entry.weight = 80
        #expect(lexicon.entry(0) == entry)
        // A form in another script is found, folded by the rules of that script.
        #expect(lexicon.searchHeadwords("ꨓꨰ", .exact, limit: 1).map(\.entry) == [0])
        #expect(lexicon.searchHeadwords("ខែ្ស", .folded, limit: 1).map(\.entry) == [0])
    }

    @Test(arguments: ["a.sfm", "a.mdf", "a.db", "words", "words.txt"])
    func `Markers are known by the path or by the first line`(path: String) throws {
        #expect(try Self.compile(Self.head + Self.record, path: path).entryCount == 4)
        let marked = "\u{FEFF}" + Self.head + Self.record
        #expect(try Self.compile(marked, path: path).entryCount == 4)
    }

    @Test func `A definition is searched as a gloss is`() throws {
        let lexicon = try Self.compile(Self.head + Self.record)
        #expect(lexicon.search("tìed", .gloss, limit: 5).map(\.entry) == [0])
        #expect(lexicon.search("tied things", .gloss, limit: 5).map(\.entry) == [0])
    }

    static let dictionary = try? MappedFile(path: "../shared/data/mdf-sample-daakaka/raw/db.sfm")

    @Test(.enabled(if: dictionary != nil, "the dictionary ../shared/data/mdf-sample-daakaka is not here"))
    func `A dictionary others made is read`() throws {
        let file = try #require(Self.dictionary)
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
        let lexicon = try Lexicon(Bytes(try #require(bytes)))
        // As many entries as lines that begin with \lx; counted without the reader.
        let lines = file.bytes.text(0, file.bytes.count).split(whereSeparator: \.isNewline)
        #expect(lexicon.entryCount == lines.count { $0.hasPrefix("\\lx ") })
        let numbered = lines.count { $0.hasPrefix("\\hm ") }
        #expect((0..<lexicon.entryCount).count { lexicon.entry($0)?.homograph != nil } == numbered)
        #expect(diagnostics.allSatisfy { $0.severity == .warning })
        let unknown = diagnostics.filter { $0.id == "lexicon.unknown-marker" }
        #expect(unknown.contains { $0.wording.english.contains("962") })
        // "cools the / climate" goes on over a line end.
        let wind = try #require(
            lexicon.searchHeadwords("adu", .exact, limit: 1).first.flatMap { lexicon.entry($0.entry) })
        #expect(
            wind.senses.first?.definitions.last
                == Gloss(
                    language: "en",
                    text: "a wind from South East, which blows in december and cools the climate"))
        // Every headword is found, exactly and by its beginning.
        for id in 0..<lexicon.entryCount {
            guard let headword = lexicon.entry(id)?.headword else { continue }
            if !lexicon.searchHeadwords(headword, .exact, limit: 50).contains(where: { $0.entry == id }) {
                Issue.record("\(headword) is not found")
            }
            let prefix = String(headword.prefix(3))
            if !lexicon.searchHeadwords(prefix, .prefix, limit: 5000).contains(where: { $0.entry == id }) {
                Issue.record("\(headword) is not found by \(prefix)")
            }
        }
    }
}
